#include "chart/paging.h"

/* A rectangle of a chart's data. */
typedef struct data_range {
    size_t first, end;               /* categories */
    size_t first_series, end_series;
} data_range;

static bool
is_marked(slice note, const chart_datum *datum)
{
    slice mark = datum->note_mark;
    return mark.len > 0 && slice_starts_with(note, mark);
}

static bool
has_mark(const chart_spec *chart, slice note, data_range in)
{
    for (size_t s = in.first_series; s < in.end_series; s++) {
        if (is_marked(note, &chart->series[s].total))
            return true;
        for (size_t i = in.first; i < in.end; i++)
            if (is_marked(note, &chart->series[s].data[i]))
                return true;
    }
    return false;
}

/* The notes that these data refer to, and those without a mark. */
static void
take_notes(const chart_context *c, const chart_spec *whole, data_range in,
           chart_spec *part)
{
    data_range all = {0, whole->n_categories, 0, whole->n_series};
    part->notes = ARENA_ARRAY(c->arena, whole->n_notes, slice);
    part->n_notes = 0;
    for (size_t i = 0; i < whole->n_notes; i++) {
        slice note = whole->notes[i];
        if (!has_mark(whole, note, all) || has_mark(whole, note, in))
            part->notes[part->n_notes++] = note;
    }
}

/* Remarks on marks that the page shows: of series first … end-1. One that is
 * bound to no series stands on the first page. */
static void
take_remarks(const chart_context *c, const chart_spec *whole, size_t first,
             size_t end, chart_spec *part)
{
    part->remarks = ARENA_ARRAY(c->arena, whole->n_remarks, chart_remark);
    part->n_remarks = 0;
    for (size_t i = 0; i < whole->n_remarks; i++) {
        chart_remark remark = whole->remarks[i];
        if (remark.series == SIZE_MAX)
            remark.series = 0;
        if (remark.series < first || remark.series >= end)
            continue;
        remark.series -= first;
        part->remarks[part->n_remarks++] = remark;
    }
}

/* Arrows of the series that the page shows: each joins figures of one. */
static void
take_arrows(const chart_context *c, const chart_spec *whole, size_t first,
            size_t end, chart_spec *part)
{
    part->arrows = ARENA_ARRAY(c->arena, whole->n_arrows, chart_arrow);
    part->n_arrows = 0;
    for (size_t i = 0; i < whole->n_arrows; i++) {
        chart_arrow arrow = whole->arrows[i];
        if (arrow.from_series < first || arrow.from_series >= end)
            continue;
        arrow.from_series -= first;
        arrow.to_series -= first;
        part->arrows[part->n_arrows++] = arrow;
    }
}

/* Series first … end-1, over all categories. */
static void
take_series(const chart_context *c, const chart_spec *whole, size_t first,
            size_t end, chart_spec *part)
{
    part->whole = whole;
    part->first_series = first;
    part->series += first;
    part->n_series = end - first;
    take_notes(c, whole, (data_range){0, whole->n_categories, first, end},
               part);
    take_remarks(c, whole, first, end, part);
    take_arrows(c, whole, first, end, part);
}

static chart_paging
paging_of(const chart_spec *chart)
{
    const jb_chart_type *type = chart_type_lookup(chart->kind);
    return type == NULL ? PAGING_ROWS : type->paging;
}

/* Series that no page may part. */
static size_t
series_together(const chart_spec *chart)
{
    const jb_chart_type *type = chart_type_lookup(chart->kind);
    return type == NULL || type->n_together == 0 ? 1 : type->n_together;
}

/* What a chart can be cut into. */
static size_t
pieces_count(const chart_spec *chart)
{
    switch (paging_of(chart)) {
    case PAGING_SERIES:
        return chart->n_series / series_together(chart);
    case PAGING_ROWS: /* of its plan, each of a category or a series */
        break;
    }
    return chart->n_categories > chart->n_series ? chart->n_categories
                                                 : chart->n_series;
}

/* The k-th of n parts, in order. */
static chart_spec *
part_of(const chart_context *c, const chart_spec *whole, size_t k, size_t n)
{
    size_t all = pieces_count(whole);
    size_t first = all * k / n, end = all * (k + 1) / n;
    chart_spec *part = ARENA_NEW(c->arena, chart_spec);
    *part = *whole;
    part->is_page = true;
    switch (paging_of(whole)) {
    case PAGING_ROWS:
        part->part = k;
        part->n_parts = n;
        break;
    case PAGING_SERIES:
        take_series(c, whole, first * series_together(whole),
                    end * series_together(whole), part);
        break;
    }
    part->id = slice_printf(c->arena, "%.*s-%zu", SLICE_ARGS(whole->id),
                            k + 1);
    part->title = slice_printf(c->arena, "%.*s（%zu/%zu）",
                               SLICE_ARGS(whole->title), k + 1, n);
    return part;
}

/* The trial of a division: its parts live as long as the trial. */
typedef struct paging_trial {
    chart_context context;
    const chart_spec *whole;
    jb_size room;
    bool is_tight; /* some part has room in the tight form only */
    chart_page *parts;
} paging_trial;

/* A chart that is whole may crowd into columns; of parts there can be more
 * instead. */
static bool
part_fits(paging_trial *t, chart_page *part, bool is_whole)
{
    chart_heights *h = &part->heights;
    *h = chart_heights_at(&t->context, part->chart, t->room.w);
    if (h->least <= t->room.h)
        return h->least > 0;
    t->is_tight = true;
    h->least = chart_least_in(&t->context, part->chart,
                              (jb_size){t->room.w,
                                        is_whole ? t->room.h : 0});
    return h->least > 0 && h->least <= t->room.h;
}

/* Columns of all pages are of one height where all notes take as much room as
 * the longest do; 0 where that does not matter. */
static jb_len
foot_for_all(const paging_trial *t, size_t n)
{
    const jb_chart_type *type = chart_type_lookup(t->whole->kind);
    jb_len most = 0;
    for (size_t k = 0; k < n && type != NULL && type->has_upright_pages; k++)
        most = len_max(most, t->parts[k].heights.foot);
    return most;
}

static void
foot_raise(chart_page *page, jb_len foot)
{
    jb_len more = foot - page->heights.foot;
    if (more <= 0)
        return;
    page->heights.natural += more;
    page->heights.least += more;
    page->heights.foot = foot;
}

static bool
feet_fit(paging_trial *t, size_t n)
{
    jb_len foot = foot_for_all(t, n);
    for (size_t k = 0; k < n; k++) {
        foot_raise(&t->parts[k], foot);
        if (t->parts[k].heights.least > t->room.h)
            return false;
    }
    return true;
}

/* Whether all of `n` parts are low enough. */
static bool
parts_fit(paging_trial *t, size_t n)
{
    bool is_fit = true;
    t->is_tight = false;
    for (size_t k = 0; k < n && is_fit; k++) {
        arena_mark mark = arena_mark_now(t->context.arena);
        t->parts[k].chart = part_of(&t->context, t->whole, k, n);
        is_fit = part_fits(t, &t->parts[k], false);
        arena_release(t->context.arena, mark);
    }
    return is_fit && feet_fit(t, n);
}

/* The fewest parts that fit, from `n` on, or `most`. One after another: a kind
 * may stand in few parts and in many, and not between, as it turns its bars. */
static size_t
fewest_parts(paging_trial *t, size_t n, size_t most)
{
    while (!parts_fit(t, n) && n < most)
        n++;
    return n;
}

/* The tight form is that of all parts or of none, so that they look alike. */
static void
parts_take(const chart_context *c, paging_trial *t, size_t n)
{
    chart_spec **parts = ARENA_ARRAY(c->arena, n, chart_spec *);
    for (size_t k = 0; k < n; k++) {
        chart_page *page = &t->parts[k];
        chart_spec *part = part_of(c, t->whole, k, n);
        part->is_tight = t->is_tight;
        page->chart = part;
        parts[k] = part;
        if (t->is_tight)
            page->heights = chart_heights_at(c, part, t->room.w);
    }
    jb_len foot = foot_for_all(t, n);
    for (size_t k = 0; k < n; k++) {
        parts[k]->foot_least = foot;
        foot_raise(&t->parts[k], foot);
    }
}

/* How many parts to try first: a chart says by its least height at how many
 * it may be done. */
static size_t
first_guess(const chart_page *whole, jb_len height)
{
    size_t guess = height > 0 ? (size_t)(whole->heights.least / height) : 0;
    return guess > 2 ? guess : 2;
}

const chart_page *
chart_pages(const chart_context *c, const chart_spec *chart, jb_size room,
             size_t *n)
{
    size_t most = pieces_count(chart);
    chart_page *parts = ARENA_ARRAY(c->arena, most + 1, chart_page);
    paging_trial t = {*c, chart, room, false, parts};
    parts[0].chart = chart;
    *n = 1;
    if (part_fits(&t, &parts[0], true) || most < 2)
        return parts;
    /* What is found in parts that are only tried is not told. */
    t.context.arena = arena_new();
    t.context.diags = diags_new();
    size_t guess = first_guess(&parts[0], room.h);
    *n = fewest_parts(&t, guess < most ? guess : most, most);
    arena_drop(t.context.arena);
    diags_drop(t.context.diags);
    parts_take(c, &t, *n);
    return parts;
}
