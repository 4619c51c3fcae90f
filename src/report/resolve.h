/* resolve: from a chart as a person asked for it to a specification in final
 * words: categories, series, labels, notes, title. One row per kind in
 * resolvers.def, one file per kind. It draws nothing. */
#ifndef REPORT_RESOLVE_H
#define REPORT_RESOLVE_H

#include "report/draft.h"
#include "report/history.h"

/* A chart being resolved. */
typedef struct resolving {
    draft *draft;
    const metrics_chart *chart;
    chart_spec *spec;
    struct { chart_series *at; size_t n, cap; } series;
    note_list notes; /* of this chart: it must make sense on its own */
    slice uneven;    /* metrics whose periods do not follow each other */
    const char *why; /* what keeps it from being drawn, or NULL: its need */
} resolving;

/* Fill series and, where the person gave none, title and subtitle. False
 * when no metric has what the kind needs. */
typedef bool resolve_fn(resolving *r);

#define RESOLVER(resolve, name, chinese, need, picture, takes)               \
    resolve_fn resolve_##resolve;
#include "report/resolvers.def"
#undef RESOLVER

/* The specification; errors go to the draft's diags. */
chart_spec resolve_chart(draft *d, const metrics_chart *chart);

/* What a chart of this kind is called in words: 同比增速柱形图. */
const char *resolve_picture(slice kind);

/* What a chart may be given besides metrics: lines and bands that its figures
 * are held against, arrows between them, a scale that other charts share. */
typedef enum resolve_extra {
    TAKES_GUIDES = 1, TAKES_ARROWS = 2, TAKES_SCALE = 4
} resolve_extra;

/* Whether charts of this kind may. */
bool resolve_takes(slice kind, resolve_extra extra);

/* Of a figure that is wanted and not there. */
chart_datum resolve_missing(void);

/* A new series with a datum for each category. */
chart_datum *resolve_series(resolving *r, chart_series_role role,
                            slice name);

/* The periods that the metrics have figures of as categories, each metric as a
 * series; the subtitle tells from when to when. Where the places of periods
 * are even, a few that are left out have theirs. False when there is but
 * one. */
bool resolve_periods(resolving *r, history_fn *history_from, bool is_even);

/* What stands for a level, or a growth, of the metric. */
chart_datum resolve_level(resolving *r, const jb_fact *fact);
/* A level as stated, counted in `unit` where it has the same base. */
chart_datum resolve_quantity(const resolving *r, const jb_quantity *q,
                             jb_unit unit);
chart_datum resolve_growth_datum(resolving *r, size_t metric);

/* A change with its sign, behind that of its bound: +251, ≥251, 约−6.5. */
slice resolve_signed(arena *a, jb_decimal change, quantity_bound bound);

/* The current level: the value, or the to-date figure when it is all. */
const jb_fact *resolve_current(const resolving *r, size_t metric);

/* The document's period if any metric of the chart is of it, else that of most
 * of them; those of another are told apart in a note. */
jb_period resolve_base(const resolving *r);
/* 2022年, 2025年上半年 and the period before; empty when not known. */
slice resolve_period(const resolving *r);
slice resolve_previous_period(const resolving *r);

/* Add a line or band to a series. */
void resolve_guide(resolving *r, chart_series *s, chart_guide guide);
/* Whether the metric's own figure is an estimate (预计). */
bool resolve_is_expected(const resolving *r, size_t metric);

/* The mean of data that are exact, with as many digits as they have, one at
 * least; false where one is not, or there are fewer than `least`. */
bool resolve_mean(const resolving *r, const chart_datum *data, size_t least,
                  jb_decimal *out);
/* The lines and bands that the person wants. */
void resolve_guides(resolving *r);

/* Which category is called so, by id, name or period: SIZE_MAX when none is;
 * and which to try instead. */
size_t resolve_category(const resolving *r, slice text);
slice resolve_category_hint(const resolving *r, slice text);

/* Which series is called so: by its own name, or, where each is a metric's, by
 * the metric's id. */
size_t resolve_series_called(const resolving *r, slice text);

/* Which figure is called so: a category, of any series (SIZE_MAX), or
 * metric.period. */
typedef struct resolve_end {
    size_t series, category;
} resolve_end;
bool resolve_end_called(const resolving *r, slice text, resolve_end *out);

/* The words that the person binds to marks. */
void resolve_remarks(resolving *r);

/* The arrows between figures that the person wants. */
void resolve_arrows(resolving *r);

/* Mark the categories that the person wants set off, and let the titles speak
 * of them. */
void resolve_focus(resolving *r);

/* The one thing that all metrics of the chart tell, of a place or the like
 * each, whose short names their names begin with; empty where it is not so. */
slice resolve_subject(const resolving *r);

/* Titles that say the finding, from the growth of the chart's metrics. */
slice finding_of_growth(const resolving *r);
slice finding_of_levels(const resolving *r);
/* … of the metrics, or the part, that are set off; empty where that says
 * nothing. */
slice finding_of_focus(const resolving *r);
/* … of the lines that are set off. */
slice finding_of_focus_lines(const resolving *r);

#endif
