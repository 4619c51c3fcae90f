#include "report/resolve.h"

#include "prose/number.h"
#include "prose/phrase.h"

/* The table of resolvers.def. */
typedef struct resolver_row {
    const char *name, *chinese, *need, *picture;
    resolve_fn *resolve;
    int takes; /* resolve_extra */
} resolver_row;

static const resolver_row ROWS[] = {
#define RESOLVER(resolve, name, chinese, need, picture, takes)               \
    {name, chinese, need, picture, resolve_##resolve, takes},
#include "report/resolvers.def"
#undef RESOLVER
};
#define N_ROWS (sizeof ROWS / sizeof *ROWS)

static const resolver_row *
row_named(slice typed)
{
    for (size_t i = 0; i < N_ROWS; i++)
        if (slice_is(typed, ROWS[i].name) ||
            slice_is_among(typed, ROWS[i].chinese))
            return &ROWS[i];
    return NULL;
}

const char *
resolve_picture(slice kind)
{
    const resolver_row *row = row_named(kind);
    return row != NULL ? row->picture : "图";
}

bool
resolve_takes(slice kind, resolve_extra extra)
{
    const resolver_row *row = row_named(kind);
    return row != NULL && (row->takes & (int)extra) != 0;
}

static void
report_kind_unknown(draft *d, const metrics_chart *chart)
{
    const char *names[N_ROWS];
    slice_builder all = {.arena = d->arena};
    for (size_t i = 0; i < N_ROWS; i++) {
        names[i] = ROWS[i].name;
        slice chinese = slice_from(ROWS[i].chinese);
        chinese = slice_cut(chinese, 0, slice_find(chinese, SLICE_OF("|")));
        builder_printf(&all, "%s%s（%.*s）", i > 0 ? "、" : "",
                       ROWS[i].name, SLICE_ARGS(chinese));
    }
    const char *near = tree_nearest(chart->kind.text, names, N_ROWS);
    slice list = builder_slice(&all);
    slice hint = near != NULL
                         ? slice_printf(d->arena, "是不是想写“%s”？", near)
                         : slice_printf(d->arena, "可以写：%.*s。",
                                        SLICE_ARGS(list));
    diag_report(d->writer.diags, &REPORT_CHART_KIND_UNKNOWN,
                chart->kind.span, chart->id, chart->kind.text, hint);
}

chart_datum *
resolve_series(resolving *r, chart_series_role role, slice name)
{
    arena *a = r->draft->arena;
    chart_series s = {.name = name, .role = role};
    s.data = ARENA_ARRAY(a, r->spec->n_categories, chart_datum);
    ARRAY_PUSH(a, &r->series, s);
    return s.data;
}

/* How many of the chart's metrics are of the period. */
static size_t
count_of_period(const resolving *r, jb_period p)
{
    size_t n = 0;
    for (size_t i = 0; i < r->chart->n_metrics; i++)
        n += period_compare(
                 draft_metric(r->draft, r->chart->metrics[i])->period, p) == 0;
    return n;
}

jb_period
resolve_base(const resolving *r)
{
    const metrics_chart *chart = r->chart;
    jb_period base = r->draft->document->period;
    size_t most = count_of_period(r, base);
    if (most > 0 && most < chart->n_metrics)
        return base; /* what the document is about */
    for (size_t i = 0; i < chart->n_metrics; i++) {
        jb_period own = draft_metric(r->draft, chart->metrics[i])->period;
        size_t n = count_of_period(r, own);
        if (n > most) {
            most = n;
            base = own;
        }
    }
    return base;
}

slice
resolve_period(const resolving *r)
{
    jb_period p = resolve_base(r);
    return period_is_set(p) ? period_spoken(r->draft->arena, p)
                            : (slice){NULL, 0};
}

slice
resolve_previous_period(const resolving *r)
{
    jb_period p = resolve_base(r);
    return period_is_set(p)
                   ? period_spoken(r->draft->arena, period_year_before(p))
                   : (slice){NULL, 0};
}

/* ≥200, >75, 约490, and +251% with its sign where no bound stands first. */
static slice
bound_sign(quantity_bound bound)
{
    static const slice signs[] = {
        [BOUND_EXACT] = SLICE(""),    [BOUND_AT_LEAST] = SLICE("≥"),
        [BOUND_ABOVE] = SLICE(">"),   [BOUND_AT_MOST] = SLICE("≤"),
        [BOUND_APPROXIMATE] = SLICE("约"),
    };
    _Static_assert(sizeof signs / sizeof *signs == BOUND_COUNT,
                   "a sign for each bound");
    return signs[bound];
}

static chart_datum
datum_from(const jb_fact *fact)
{
    return (chart_datum){.fact = fact,
                         .status = fact->quantity.status,
                         .bound = fact->quantity.bound,
                         .is_derived = fact->is_derived,
                         .value = fact->quantity.value,
                         .has_value = true};
}

chart_datum
resolve_quantity(const resolving *r, const jb_quantity *q, jb_unit unit)
{
    arena *a = r->draft->arena;
    chart_datum datum = {.value = q->value, .has_value = true,
                         .status = q->status, .bound = q->bound,
                         .is_derived = q->is_derived};
    /* Categories carry the metric's unit; 9800万元 is 0.98 there. */
    jb_decimal value;
    if (unit_is_same_base(q->unit, unit) &&
        decimal_shift(q->value, q->unit.power - unit.power, &value))
        datum.value = value;
    jb_decimal shown =
        q->is_converted ? decimal_trimmed(datum.value) : datum.value;
    datum.label = slice_join(a, bound_sign(q->bound), number_text(a, shown));
    return datum;
}

static slice
preliminary_note(const draft *d, size_t metric)
{
    slice name = draft_short_name(d, metric);
    return slice_printf(d->arena, "%.*s为初步统计数。", SLICE_ARGS(name));
}

chart_datum
resolve_missing(void)
{
    return (chart_datum){.is_missing = true, .label = SLICE("—")};
}

chart_datum
resolve_level(resolving *r, const jb_fact *fact)
{
    draft *d = r->draft;
    if (!fact->is_known)
        return resolve_missing();
    const metrics_metric *m = draft_metric(d, fact->metric);
    chart_datum datum = resolve_quantity(r, &fact->quantity, m->unit);
    datum.fact = fact;
    datum.is_derived = fact->is_derived;
    slice note = draft_formula_note(d, fact);
    if (note.len == 0 && fact->quantity.status == STATUS_PRELIMINARY)
        note = preliminary_note(d, fact->metric);
    if (note.len > 0)
        datum.note_mark = note_mark(d->arena, &r->notes, note);
    return datum;
}

slice
resolve_signed(arena *a, jb_decimal change, quantity_bound bound)
{
    bool has_sign = bound == BOUND_EXACT || decimal_sign(change) <= 0;
    slice digits = has_sign ? number_signed(a, change)
                            : number_text(a, change);
    return slice_join(a, bound_sign(bound), digits);
}

static slice
rate_label(arena *a, const jb_fact *growth)
{
    const jb_quantity *q = &growth->quantity;
    return slice_join(a, resolve_signed(a, q->value, q->bound),
                      q->unit.name);
}

/* What a reader must know of this growth: the metric's own note, its basis,
 * that it rests on a preliminary figure, or on an expected lower bound. */
static slice
growth_note(resolving *r, const metrics_metric *m, const jb_fact *growth)
{
    arena *a = r->draft->arena;
    slice name = draft_short_name(r->draft, growth->metric);
    const jb_quantity *q = &growth->quantity;
    bool is_open = q->bound == BOUND_AT_LEAST || q->bound == BOUND_ABOVE;
    slice own = draft_metric_note(r->draft, m, name);
    if (own.len > 0)
        return own;
    if (m->has_value && m->value.status == STATUS_PRELIMINARY)
        return preliminary_note(r->draft, growth->metric);
    if (!is_open || !m->has_value)
        return (slice){NULL, 0};
    slice level = phrase_level(a, m->value, (phrase_options){0});
    return slice_printf(a, "%.*s%s%.*s，增速为下限。", SLICE_ARGS(name),
                        q->status == STATUS_EXPECTED ? "预计" : "",
                        SLICE_ARGS(level));
}

const jb_fact *
resolve_current(const resolving *r, size_t metric)
{
    const jb_fact *value = draft_fact(r->draft, metric, FACT_VALUE);
    return value->is_known ? value
                           : draft_fact(r->draft, metric, FACT_TO_DATE);
}

bool
resolve_is_expected(const resolving *r, size_t metric)
{
    return resolve_current(r, metric)->quantity.status == STATUS_EXPECTED;
}

chart_datum
resolve_growth_datum(resolving *r, size_t metric)
{
    draft *d = r->draft;
    const metrics_metric *m = draft_metric(d, metric);
    const jb_fact *growth = draft_fact(d, metric, FACT_GROWTH);
    if (!growth->is_known)
        return resolve_missing();
    chart_datum datum = datum_from(growth);
    metrics_change_kind kind = growth->growth.kind;
    datum.has_value = kind == CHANGE_RATE || kind == CHANGE_POINTS;
    datum.value = growth->growth.exact;
    if (datum.status == STATUS_ACTUAL && m->has_value &&
        m->value.status == STATUS_PRELIMINARY)
        datum.status = STATUS_PRELIMINARY;
    datum.label = datum.has_value
                          ? rate_label(d->arena, growth)
                          : phrase_growth(d->arena, growth, m->unit,
                                          phrase_manner(m->name.text,
                                                        m->unit));
    slice note = growth_note(r, m, growth);
    if (note.len > 0)
        datum.note_mark = note_mark(d->arena, &r->notes, note);
    return datum;
}

static void
set_categories(resolving *r)
{
    draft *d = r->draft;
    const metrics_chart *chart = r->chart;
    r->spec->categories =
            ARENA_ARRAY(d->arena, chart->n_metrics, chart_category);
    r->spec->n_categories = chart->n_metrics;
    for (size_t i = 0; i < chart->n_metrics; i++) {
        const metrics_metric *m = draft_metric(d, chart->metrics[i]);
        r->spec->categories[i] = (chart_category){
                .name = draft_short_name(d, chart->metrics[i]),
                .unit = m->unit,
                .metric = chart->metrics[i],
                .is_fall_good = m->is_fall_good};
    }
}

static void
set_options(resolving *r)
{
    const metrics_chart *chart = r->chart;
    chart_option *options =
            ARENA_ARRAY(r->draft->arena, chart->n_options, chart_option);
    for (size_t i = 0; i < chart->n_options; i++) {
        const metrics_pair *o = &chart->options[i];
        options[i] = (chart_option){o->key.text, o->value.text,
                                    o->key.span};
    }
    r->spec->options = options;
    r->spec->n_options = chart->n_options;
}

/* 粮食产量为2025年数。 of metrics whose period is not the chart's. */
static slice
period_note(const resolving *r)
{
    arena *a = r->draft->arena;
    slice_builder b = {.arena = a};
    jb_period base = resolve_base(r);
    for (size_t i = 0; period_is_set(base) && i < r->spec->n_categories;
         i++) {
        size_t metric = r->spec->categories[i].metric;
        if (metric == SIZE_MAX)
            continue;
        jb_period own = draft_metric(r->draft, metric)->period;
        if (!period_is_set(own) || period_compare(own, base) == 0)
            continue;
        slice name = draft_short_name(r->draft, metric);
        slice when = period_name(a, own);
        builder_printf(&b, "%s%.*s为%.*s数", b.len > 0 ? "，" : "",
                       SLICE_ARGS(name), SLICE_ARGS(when));
    }
    if (b.len > 0)
        builder_add_text(&b, "。");
    return builder_slice(&b);
}

/* A growth that is told as 基本持平 though it has a bar: within what, the
 * document says. */
static slice
nearly_flat_note(const resolving *r)
{
    jb_decimal most = r->draft->document->nearly_flat;
    for (size_t s = 0; s < r->series.n; s++)
        for (size_t i = 0; i < r->spec->n_categories; i++) {
            const jb_fact *f = r->series.at[s].data[i].fact;
            if (f != NULL && f->growth.is_nearly_flat &&
                r->series.at[s].data[i].has_value && decimal_sign(most) > 0)
                return slice_printf(
                    r->draft->arena, "增减不超过%.*s%%的，称“基本持平”。",
                    SLICE_ARGS(decimal_text(r->draft->arena, most)));
        }
    return (slice){NULL, 0};
}

/* The person's note first, then what the marks stand for; last, below what
 * the drawing adds, where the figures come from. */
static void
set_notes(resolving *r)
{
    draft *d = r->draft;
    slice *notes = ARENA_ARRAY(d->arena, r->notes.n + 5, slice);
    slice periods = period_note(r), nearly = nearly_flat_note(r);
    size_t n = 0;
    for (size_t i = 0; i < r->notes.n; i++)
        notes[n++] = note_line(d->arena, &r->notes, i);
    if (r->chart->note.text.len > 0)
        notes[n++] = draft_filled_plain(d, &r->chart->note);
    if (periods.len > 0)
        notes[n++] = periods;
    if (nearly.len > 0)
        notes[n++] = nearly;
    if (r->uneven.len > 0)
        notes[n++] = slice_printf(d->arena, "注：%.*s各期不连续，间隔不等。",
                                  SLICE_ARGS(r->uneven));
    r->spec->notes = notes;
    r->spec->n_notes = n;
    if (d->document->is_fictional)
        r->spec->source = SLICE_OF("数据均为虚构。");
    else if (d->document->source.text.len > 0)
        r->spec->source = slice_join(d->arena, SLICE_OF("资料来源："),
                                     d->document->source.text);
}

/* What the person wrote wins over what the resolver put. */
static void
set_titles(resolving *r)
{
    draft *d = r->draft;
    slice subject = resolve_subject(r);
    if (subject.len > 0)
        r->spec->subtitle =
            slice_printf(d->arena, "%.*s，%.*s", SLICE_ARGS(subject),
                         SLICE_ARGS(r->spec->subtitle));
    if (r->chart->title.text.len > 0)
        r->spec->title = draft_filled_plain(d, &r->chart->title);
    if (r->chart->subtitle.text.len > 0)
        r->spec->subtitle = draft_filled_plain(d, &r->chart->subtitle);
}

/* Each metric that lacks what the kind needs is named once. */
static void
report_missing(const resolving *r, const resolver_row *row)
{
    draft *d = r->draft;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        bool is_missing = false;
        for (size_t s = 0; s < r->series.n && metric != SIZE_MAX; s++)
            is_missing |= r->series.at[s].data[i].is_missing;
        if (is_missing)
            diag_report(d->writer.diags, &REPORT_CHART_MISSING,
                        r->chart->span, r->chart->id,
                        draft_metric(d, metric)->name.text,
                        slice_from(row->need));
    }
}

static void
report_empty(const resolving *r, const resolver_row *row,
             const diag_kind *kind)
{
    draft *d = r->draft;
    slice why = r->why != NULL
                    ? slice_from(r->why)
                    : slice_printf(d->arena, "所列指标都没有%s", row->need);
    diag_report(d->writer.diags, kind, r->chart->span,
                r->chart->id, why, slice_from(row->need));
}

/* Names and — in the place of figures: of a chart none of whose metrics has
 * what its kind needs, a reader still sees of what. */
static void
set_empty(resolving *r, const resolver_row *row)
{
    draft *d = r->draft;
    set_categories(r);
    r->series.n = 0;
    r->notes.n = 0;
    chart_datum *data =
        resolve_series(r, SERIES_GROWTH, slice_from(row->need));
    for (size_t i = 0; i < r->spec->n_categories; i++)
        data[i] = resolve_missing();
    bool is_one = r->spec->n_categories == 1;
    r->spec->kind = SLICE_OF("growth");
    r->spec->n_options = 0;
    r->spec->is_empty = true;
    r->spec->subtitle = resolve_period(r);
    r->spec->title =
        is_one ? slice_printf(d->arena, "%.*s无%s",
                              SLICE_ARGS(r->spec->categories[0].name),
                              row->need)
               : slice_printf(d->arena, "%zu项指标均无%s",
                              r->spec->n_categories, row->need);
}

/* What a kind says of its own misuse is an error; where figures alone are
 * lacking there is something to draw. */
static void
resolve_kind(resolving *r, const resolver_row *row)
{
    bool is_filled = row->resolve(r);
    if (is_filled) {
        report_missing(r, row);
    } else if (r->why != NULL || r->chart->n_metrics == 0) {
        report_empty(r, row, &REPORT_CHART_EMPTY);
    } else {
        report_empty(r, row, &REPORT_CHART_BLANK);
        set_empty(r, row);
    }
}

chart_spec
resolve_chart(draft *d, const metrics_chart *chart)
{
    chart_spec spec = {.id = chart->id, .kind = chart->kind.text,
                       .span = chart->span};
    resolving r = {.draft = d, .chart = chart, .spec = &spec};
    const resolver_row *row = row_named(chart->kind.text);
    if (row == NULL) {
        report_kind_unknown(d, chart);
        return spec;
    }
    spec.kind = slice_from(row->name);
    set_categories(&r);
    set_options(&r);
    resolve_kind(&r, row);
    spec.series = r.series.at;
    spec.n_series = r.series.n;
    if (!spec.is_empty) {
        resolve_focus(&r);
        resolve_guides(&r);
        resolve_remarks(&r);
        resolve_arrows(&r);
    }
    set_notes(&r);
    set_titles(&r);
    return spec;
}
