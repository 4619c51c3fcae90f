/* chart: from a chart's specification to marks, axes, labels and notes on a
 * display list. One file per kind, one row per kind in types.def. It knows no
 * pages and no output formats; words come finished in the specification. */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "display/display.h"
#include "report/report.h"
#include "style/style.h"
#include "text/text.h"

typedef struct jb_chart_type jb_chart_type;
typedef struct chart_options chart_options; /* chart/options.h */
typedef struct chart_plan chart_plan;       /* chart/plan.h */

/* All that drawing needs besides the specification. */
typedef struct chart_context {
    arena *arena;            /* of the result */
    jb_typesetter *typesetter;
    const style_chart *style;
    const text_options *text; /* prohibitions, gaps … of the document */
    bool has_title;           /* draw title and subtitle in the picture */
    jb_diags *diags;
} chart_context;

/* How a chart too high for its page becomes several. */
typedef enum chart_paging {
    PAGING_ROWS,  /* rows of one plan, which has one scale: spec->part */
    PAGING_SERIES /* charts of some of the series each: spec->whole */
} chart_paging;

/* One row of types.def. */
struct jb_chart_type {
    const char *name, *chinese, *doc;
    /* The options it takes: chart_option_id, in the order of the manual. */
    const int *options;
    size_t n_options;
    chart_paging paging;
    size_t n_together; /* PAGING_SERIES: series of one picture; 0 means 1 */
    bool has_upright_pages; /* their scale is in their height */
    bool needs_axis;   /* its ticks say what labels leave out */
    /* Why this kind cannot draw the spec, as a Chinese clause for
     * CHART_UNSUITABLE, or NULL when it can. NULL: it draws any. */
    const char *(*refuses)(const chart_spec *spec);
    /* Set the texts and choose the scales of the plot, without title and
     * notes. size.h = 0: the height is free. NULL after an error. */
    chart_plan *(*plan)(const chart_context *c, const chart_spec *spec,
                        const chart_options *options, jb_size size);
    /* Draw into `d` within (0, 0, size); size.h >= plan->least. */
    void (*draw)(const chart_context *c, const chart_plan *plan,
                 jb_size size, jb_display *d);
};

size_t chart_types_count(void);
const jb_chart_type *chart_type_at(size_t i);
const jb_chart_type *chart_type_lookup(slice name); /* either name; or NULL */

/* Height the chart wants at `width`, with title and notes. 0 after an error
 * in c->diags. */
jb_len chart_measure(const chart_context *c, const chart_spec *spec,
                     jb_len width);

/* The same, and the height below which its text would not be legible. */
typedef struct chart_heights {
    jb_len natural, least;
    jb_len foot; /* of notes, in both */
} chart_heights;
chart_heights chart_heights_at(const chart_context *c, const chart_spec *spec,
                               jb_len width);

/* The least height of the whole chart in its tightest form for this room:
 * without ticks where labels say all they do, notes in one paragraph.
 * chart_build draws this form where no other is low enough. 0 after an error
 * in c->diags. */
jb_len chart_least_in(const chart_context *c, const chart_spec *spec,
                      jb_size room);

/* Whether the chart stands whole in this room, in its tightest form. */
bool chart_stands_in(const chart_context *c, const chart_spec *spec,
                     jb_size room);

/* Whether it does so with all that its kind is for: the line of a combo. */
bool chart_is_whole_in(const chart_context *c, const chart_spec *spec,
                       jb_size room);

/* How many times as large `size` must be, /1000, for the chart to stand in it
 * whole; 0 when no size within reason does. */
int chart_enlargement(const chart_context *c, const chart_spec *spec,
                      jb_size size);

/* Draw the whole chart (title, subtitle, plot, legend, notes, source) into a
 * figure group of `size`. False after an error in c->diags. */
bool chart_build(const chart_context *c, const chart_spec *spec,
                 jb_size size, slice alt, jb_display *d);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "chart/diag.def"
#undef DIAG

#endif
