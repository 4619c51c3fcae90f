/* The pipeline, in order. Each stage is one function of one room, from what
 * the stages before it made to a new object that is never reopened:
 *
 *                            ┌ check
 *   source → metrics → facts → report ┐
 *                     layout → style ─┼→ pages → files
 *                     fonts → faces ──┘
 *
 * The left side knows meaning and no millimetres, the right side millimetres
 * and no meaning; they meet in pages_from_report. */
#include "jianbao.h"

#include "checking.h"
#include "engine.h"
#include "facts/facts.h"
#include "layout/layout.h"
#include "metrics/metrics.h"
#include "output/sink.h"
#include "report/report.h"

#define SOURCE_BYTES_MAX (16u << 20)
#define LAYOUT_DEFAULT "briefing"

struct jb_briefing {
    arena *arena; /* of itself and its dumps */
    jb_metrics *metrics;
    jb_facts *facts;
    jb_report *report; /* NULL when a sentence could not be worded */
    checking *checking; /* NULL when done */
    bool is_sound; /* no stage has found an error: pages may be made */
    bool has_charts; /* … but in charts: of the others pages may be made */
    const jb_diags *diags; /* that hold the findings of charts */
};

const char *
jb_version(void)
{
    return "0.1.0";
}

jb_source *
jb_source_from_file(const char *path, jb_diags *diags)
{
    slice whole = slice_from(path), file = metrics_file_of(whole);
    if (file.len == whole.len)
        return source_from_file(path, SOURCE_BYTES_MAX, diags);
    arena *scratch = arena_new();
    slice bytes = source_bytes_of_file(
        scratch, slice_copy(scratch, file).at, SOURCE_BYTES_MAX, diags);
    jb_source *s = bytes.at == NULL ? NULL : source_from_bytes(whole, bytes);
    arena_drop(scratch);
    return s;
}

jb_source *
jb_source_from_bytes(const char *name, const void *bytes, size_t n)
{
    return source_from_bytes(slice_from(name), (slice){bytes, n});
}

void
jb_source_drop(jb_source *s)
{
    source_drop(s);
}

/* ---- meaning: what the figures are, what follows from them, in words ---- */

static size_t
errors_in_charts(const jb_briefing *b)
{
    size_t n = 0;
    for (size_t i = 0; i < report_charts_count(b->report); i++)
        n += report_chart_findings(b->report, i).n_errors;
    return n;
}

/* A briefing whose prose is still being checked. */
static jb_briefing *
briefing_begin(jb_engine *e, const jb_source *s, jb_diags *diags)
{
    size_t errors_before = diags_count_of(diags, DIAG_ERROR);
    jb_metrics *metrics = metrics_from_source(s, diags);
    engine_end_stage(e, "metrics");
    if (metrics == NULL)
        return NULL;

    arena *a = arena_new();
    jb_briefing *b = ARENA_NEW(a, jb_briefing);
    b->arena = a;
    b->metrics = metrics;
    b->facts = facts_from_metrics(metrics, diags);
    engine_end_stage(e, "facts");
    b->checking = checking_start(b->facts);
    b->report = report_from_facts(b->facts, diags);
    engine_end_stage(e, "report");
    size_t n_errors = diags_count_of(diags, DIAG_ERROR) - errors_before;
    b->is_sound = b->report != NULL && n_errors == 0;
    b->has_charts = b->report != NULL && n_errors == errors_in_charts(b);
    b->diags = diags;
    return b;
}

static void
briefing_end_check(jb_engine *e, jb_briefing *b, jb_diags *diags)
{
    size_t errors_before = diags_count_of(diags, DIAG_ERROR);
    checking_end(b->checking, diags);
    b->checking = NULL;
    engine_end_stage(e, "check");
    bool is_clean = diags_count_of(diags, DIAG_ERROR) == errors_before;
    b->is_sound &= is_clean;
    b->has_charts &= is_clean;
}

jb_briefing *
jb_briefing_from_source(jb_engine *e, const jb_source *s, jb_diags *diags)
{
    jb_briefing *b = briefing_begin(e, s, diags);
    if (b != NULL)
        briefing_end_check(e, b, diags);
    return b;
}

void
jb_briefing_drop(jb_briefing *b)
{
    if (b == NULL)
        return;
    report_drop(b->report);
    facts_drop(b->facts);
    metrics_drop(b->metrics);
    arena_drop(b->arena);
}

const char *
jb_briefing_dump(jb_briefing *b, const char *stage)
{
    slice name = slice_from(stage), text = {NULL, 0};
    if (slice_is(name, "metrics"))
        text = metrics_dump(b->arena, b->metrics);
    else if (slice_is(name, "facts"))
        text = facts_dump(b->arena, b->facts);
    else if (slice_is(name, "report") && b->report != NULL)
        text = report_dump(b->arena, b->report);
    return text.at;
}

const char *
jb_briefing_chart_at(const jb_briefing *b, size_t i)
{
    if (b->report == NULL || i >= report_charts_count(b->report))
        return NULL;
    return slice_copy(b->arena, report_chart_at(b->report, i)->id).at;
}

/* ---- millimetres: where everything stands on the pages ------------------ */

/* What the caller asked for, else what the file asks for, if anything. */
static engine_wish
wish_of(const char *asked, const metrics_text *own)
{
    if (asked != NULL)
        return (engine_wish){slice_from(asked), SPAN_NONE};
    return (engine_wish){own->text, own->span};
}

static const jb_style *
style_for(jb_engine *e, const jb_briefing *b, const char *layout,
          const char *theme, jb_diags *diags)
{
    const metrics_document *own = metrics_document_of(b->metrics);
    engine_wish page = wish_of(layout, &own->layout);
    if (page.name.at == NULL)
        page = (engine_wish){SLICE_OF(LAYOUT_DEFAULT), SPAN_NONE};
    return engine_style(e, page, wish_of(theme, &own->theme), diags);
}

/* The emblem that the file names, else the theme; NULL when there is none.
 * False after an error. */
static bool
logo_for(jb_engine *e, const jb_briefing *b, const jb_style *style,
         const jb_picture **logo, jb_diags *diags)
{
    const metrics_text *own = &metrics_document_of(b->metrics)->logo;
    engine_wish wish = {own->text, own->span};
    *logo = NULL;
    if (wish.name.at == NULL)
        wish.name = style_logo(style, &wish.span);
    if (wish.name.len == 0)
        return true;
    if (!style_has_logo_place(style)) {
        diag_report(diags, &LOGO_WITHOUT_PLACE, wish.span);
        return true;
    }
    *logo = engine_picture(e, wish, diags);
    return *logo != NULL;
}

/* A picture that the file names; NULL where it names none. */
static const jb_picture *
picture_for(jb_engine *e, const metrics_text *file, jb_diags *diags)
{
    engine_wish wish = {file->text, file->span};
    return wish.name.len == 0 ? NULL : engine_picture(e, wish, diags);
}

static bool
pictures_for(jb_engine *e, const jb_briefing *b, const jb_style *style,
             layout_pictures *out, jb_diags *diags)
{
    const metrics_document *own = metrics_document_of(b->metrics);
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    const jb_picture **seals =
        ARENA_ARRAY(b->arena, own->n_seals, const jb_picture *);
    const jb_picture **stamps =
        ARENA_ARRAY(b->arena, own->n_signatories, const jb_picture *);
    for (size_t i = 0; i < own->n_seals; i++)
        seals[i] = picture_for(e, &own->seals[i], diags);
    for (size_t i = 0; i < own->n_signatories; i++)
        stamps[i] = picture_for(e, &own->signatories[i].stamp, diags);
    *out = (layout_pictures){NULL, seals, own->n_seals, stamps};
    return logo_for(e, b, style, &out->logo, diags) &&
           diags_count_of(diags, DIAG_ERROR) == errors;
}

/* Pages with errors (a character without a glyph) are not handed out. */
static jb_pages *
sound_pages(jb_engine *e, jb_pages *p, size_t errors_before, jb_diags *diags)
{
    engine_end_stage(e, "pages");
    if (diags_count_of(diags, DIAG_ERROR) == errors_before)
        return p;
    pages_drop(p);
    return NULL;
}

jb_pages *
jb_pages_from_briefing(jb_engine *e, const jb_briefing *b, const char *layout,
                       const char *theme, jb_diags *diags)
{
    size_t errors_before = diags_count_of(diags, DIAG_ERROR);
    const jb_style *style = style_for(e, b, layout, theme, diags);
    if (!b->is_sound || style == NULL)
        return NULL;
    jb_typesetter *typesetter = engine_typesetter(e, diags);
    if (typesetter == NULL)
        return NULL;
    layout_pictures pictures = {0};
    if (!pictures_for(e, b, style, &pictures, diags))
        return NULL;
    jb_pages *p =
        pages_from_report(b->report, style, typesetter, &pictures, diags);
    return sound_pages(e, p, errors_before, diags);
}

static void
drop_briefing(void *briefing)
{
    jb_briefing_drop(briefing);
}

/* What was noticed about pages that nobody gets is of no use to anybody. */
jb_pages *
jb_pages_from_source(jb_engine *e, const jb_source *s, const char *layout,
                     const char *theme, jb_diags *diags)
{
    jb_briefing *b = briefing_begin(e, s, diags);
    if (b == NULL)
        return NULL;
    jb_diags *of_pages = diags_new();
    jb_pages *p = jb_pages_from_briefing(e, b, layout, theme, of_pages);
    briefing_end_check(e, b, diags);
    if (p != NULL && b->is_sound) {
        diags_take(diags, of_pages);
        arena_defer(p->arena, drop_briefing, b);
        return p;
    }
    if (p == NULL)
        diags_take(diags, of_pages);
    else
        diags_drop(of_pages);
    pages_drop(p);
    jb_briefing_drop(b);
    return NULL;
}

static void
report_no_chart(const jb_report *r, const char *id, jb_diags *diags)
{
    arena *scratch = arena_new();
    slice_builder list = {.arena = scratch};
    for (size_t i = 0; i < report_charts_count(r); i++) {
        builder_add_text(&list, i == 0 ? "" : "、");
        builder_add(&list, report_chart_at(r, i)->id);
    }
    const diag_kind *kind = list.len == 0 ? &ASKED_CHART_NONE
                            : id == NULL  ? &ASKED_CHART_WHICH
                                          : &ASKED_CHART_UNKNOWN;
    diag_report(diags, kind, SPAN_NONE, slice_from(id == NULL ? "" : id),
                builder_slice(&list));
    arena_drop(scratch);
}

/* What is wrong with other charts does not hold up this one. */
static void
soften_others(const jb_briefing *b, size_t own, jb_diags *diags)
{
    for (size_t i = 0; i < report_charts_count(b->report); i++) {
        report_stretch found = report_chart_findings(b->report, i);
        for (size_t k = found.first; i != own && k < found.end; k++)
            diags_soften(diags, k);
    }
}

/* NULL names the chart of a file that has only one. NULL for a chart that has
 * errors itself, which have been told. */
static const chart_spec *
chart_for(const jb_briefing *b, const char *id, jb_diags *diags)
{
    size_t n = report_charts_count(b->report), i = 0;
    while (id != NULL && i < n &&
           !slice_is(report_chart_at(b->report, i)->id, id))
        i++;
    if (i == n || (id == NULL && n > 1)) {
        report_no_chart(b->report, id, diags);
        return NULL;
    }
    if (report_chart_findings(b->report, i).n_errors > 0)
        return NULL;
    if (diags == b->diags)
        soften_others(b, i, diags);
    return report_chart_at(b->report, i);
}

/* What a chart of the file is drawn from. */
typedef struct chart_wish {
    const chart_spec *chart;
    layout_canvas canvas;
    jb_typesetter *typesetter;
} chart_wish;

/* False after errors. */
static bool
chart_wish_from(jb_engine *e, const jb_briefing *b,
                const jb_chart_options *options, chart_wish *w,
                jb_diags *diags)
{
    const jb_style *style =
        style_for(e, b, options->layout, options->theme, diags);
    w->canvas = (layout_canvas){style,
                                {len_from(options->width * LEN_PER_PT),
                                 len_from(options->height * LEN_PER_PT)},
                                options->is_transparent, options->dpi,
                                options->dpi_usual};
    w->typesetter = w->chart == NULL || style == NULL
                        ? NULL
                        : engine_typesetter(e, diags);
    return w->typesetter != NULL;
}

double
jb_chart_dpi(jb_engine *e, const jb_briefing *b, const char *id,
             const jb_chart_options *options, double least)
{
    /* What is wrong with the chart is told by who draws it. */
    jb_diags *diags = jb_diags_new();
    double dpi = options->dpi;
    chart_wish w = {0};
    if (b->has_charts)
        w.chart = chart_for(b, id, diags);
    if (b->has_charts && chart_wish_from(e, b, options, &w, diags))
        dpi = pages_dpi_for_chart(b->report, w.chart, w.canvas, w.typesetter,
                                  least);
    jb_diags_drop(diags);
    return dpi;
}

jb_pages *
jb_pages_from_chart(jb_engine *e, const jb_briefing *b, const char *id,
                    const jb_chart_options *options, jb_diags *diags)
{
    if (!b->has_charts)
        return NULL;
    chart_wish w = {.chart = chart_for(b, id, diags)};
    size_t errors_before = diags_count_of(diags, DIAG_ERROR);
    if (!chart_wish_from(e, b, options, &w, diags))
        return NULL;
    jb_pages *p = pages_from_chart(b->report, w.chart, w.canvas,
                                   w.typesetter, diags);
    return sound_pages(e, p, errors_before, diags);
}

bool
jb_chart_write_sheet(const jb_briefing *b, const char *id, const char *path,
                     jb_diags *diags)
{
    if (!b->has_charts)
        return false;
    const chart_spec *chart = chart_for(b, id, diags);
    jb_sink *sink = chart == NULL ? NULL : sink_to_file(path, diags);
    if (sink == NULL)
        return false;
    arena *a = arena_new();
    sink_write(sink, report_chart_sheet(a, chart));
    arena_drop(a);
    return sink_commit(sink, diags);
}

/* ---- all of it ----------------------------------------------------------- */

bool
jb_render(jb_engine *e, const jb_source *s, const char *path,
          const jb_options *options, jb_diags *diags)
{
    jb_pages *p =
        jb_pages_from_source(e, s, options->layout, options->theme, diags);
    bool is_written = p != NULL && jb_pages_write(e, p, path, options, diags);
    jb_pages_drop(p);
    return is_written;
}
