/* arrows: from one figure of a chart to another, with how far it is or how
 * fast it went, computed from the two: a difference is never typed. */
#include "facts/course.h"
#include "facts/growth.h"
#include "prose/phrase.h"
#include "report/resolve.h"

#define BETWEEN ".."

typedef enum arrow_measure {
    ARROW_AMOUNT, ARROW_RATE, ARROW_YEARLY, ARROW_MEASURE_COUNT
} arrow_measure;

typedef struct measure_row {
    const char *chinese, *english;
} measure_row;

static const measure_row MEASURES[] = {
    [ARROW_AMOUNT] = {"差额", "difference"},
    [ARROW_RATE] = {"增速", "growth"},
    [ARROW_YEARLY] = {"年均", "yearly"},
};
_Static_assert(sizeof MEASURES / sizeof *MEASURES == ARROW_MEASURE_COUNT,
               "words for each measure");

/* An arrow as a person asked for it. */
typedef struct arrow_wish {
    resolving *r;
    const metrics_pair *typed;
    arrow_measure measure;
    resolve_end from, to;
    const char *why, *hint; /* it cannot be drawn */
} arrow_wish;

static bool
refuse(arrow_wish *w, const char *why, const char *hint)
{
    w->why = why;
    w->hint = hint;
    return false;
}

/* ── which figures ── */

static size_t
series_of_role(const resolving *r, chart_series_role role)
{
    for (size_t i = 0; i < r->series.n; i++)
        if (r->series.at[i].role == role)
            return i;
    return SIZE_MAX;
}

/* Levels; where a chart has none, growths. */
static bool
is_measured(const resolving *r, size_t series)
{
    chart_series_role role = r->series.at[series].role;
    return series_of_role(r, SERIES_CURRENT) != SIZE_MAX
               ? role == SERIES_CURRENT
               : role == SERIES_GROWTH || role == SERIES_POINTS;
}

/* A period has the sign in itself, so each place of it is tried. */
static bool
find_ends(arrow_wish *w, slice text)
{
    slice sign = SLICE_OF(BETWEEN);
    for (size_t i = 0; i + sign.len < text.len; i++) {
        slice rest = slice_cut(text, i, text.len);
        slice from = slice_trim(slice_cut(text, 0, i));
        slice to = slice_trim(slice_cut(rest, sign.len, rest.len));
        if (!slice_starts_with(rest, sign) ||
            !resolve_end_called(w->r, from, &w->from) ||
            !resolve_end_called(w->r, to, &w->to))
            continue;
        if (w->to.series == SIZE_MAX)
            w->to.series = w->from.series;
        if (w->from.series == SIZE_MAX)
            w->from.series = w->to.series;
        return true;
    }
    return false;
}

static const chart_datum *
datum_of(const arrow_wish *w, resolve_end end)
{
    return &w->r->series.at[end.series].data[end.category];
}

/* The metric whose figure it is. */
static const metrics_metric *
metric_of(const arrow_wish *w, size_t *index)
{
    const metrics_chart *chart = w->r->chart;
    size_t own = w->r->spec->categories[w->to.category].metric;
    *index = own != SIZE_MAX ? own
             : w->to.series < chart->n_metrics
                 ? chart->metrics[w->to.series]
                 : chart->metrics[0];
    return draft_metric(w->r->draft, *index);
}

static jb_quantity
quantity_of(const arrow_wish *w, resolve_end end)
{
    const chart_series *s = &w->r->series.at[end.series];
    const chart_datum *datum = datum_of(w, end);
    jb_quantity q = {.value = datum->value, .status = datum->status,
                     .bound = datum->bound, .is_derived = datum->is_derived,
                     .unit = s->unit};
    if (s->role == SERIES_GROWTH)
        q.unit = unit_from(SLICE_OF("%"));
    else if (q.unit.name.len == 0)
        q.unit = s->role == SERIES_POINTS
                     ? unit_from(SLICE_OF("个百分点"))
                     : w->r->spec->categories[end.category].unit;
    return q;
}

/* ── how far, how fast ── */

static bool
is_of_one_metric(const arrow_wish *w)
{
    return w->from.category == w->to.category ||
           w->r->spec->categories[w->to.category].metric == SIZE_MAX;
}

static bool
is_expected(jb_quantity a, jb_quantity b)
{
    return a.status == STATUS_EXPECTED || b.status == STATUS_EXPECTED;
}

/* A change as its digits and unit; words for none. */
static void
put_change(const arrow_wish *w, level_change c, jb_decimal value,
           jb_unit unit, chart_arrow *out)
{
    arena *a = w->r->draft->arena;
    slice sign = resolve_signed(
        a, value, growth_bound(c.now.bound, c.before.bound));
    out->value = value;
    out->unit = unit;
    out->direction = decimal_sign(value);
    out->label = out->direction != 0   ? slice_join(a, sign, unit.name)
                 : is_of_one_metric(w) ? SLICE_OF("持平")
                                       : SLICE_OF("相同");
}

static bool
set_amount(arrow_wish *w, level_change c, chart_arrow *out)
{
    jb_decimal change;
    jb_unit unit = c.now.unit.kind == UNIT_PERCENT ? unit_points_of(c.now.unit)
                                                   : c.now.unit;
    if (!decimal_sub(c.now.value, c.before.value, &change))
        return refuse(w, "数太大，相差多少算不出来", "请核对两个数。");
    put_change(w, c, change, unit, out);
    out->is_amount = true;
    return true;
}

/* What no rate tells: 扭亏为盈. */
static void
put_outcome(const arrow_wish *w, level_change c, const fact_growth *g,
            chart_arrow *out)
{
    jb_fact fact = {.kind = FACT_GROWTH, .is_known = true, .growth = *g};
    out->label = phrase_growth(w->r->draft->arena, &fact, c.now.unit,
                               (phrase_options){0});
    out->direction = decimal_compare(c.now.value, c.before.value);
}

/* The growth of the metric itself, as the source has it. */
static bool
put_stated(const arrow_wish *w, size_t metric, chart_arrow *out)
{
    const metrics_metric *m = draft_metric(w->r->draft, metric);
    const chart_category *all = w->r->spec->categories;
    jb_period now = all[w->to.category].period;
    jb_period before = all[w->from.category].period;
    if (period_compare(now, m->period) != 0 ||
        period_compare(before, period_year_before(now)) != 0 ||
        !draft_fact(w->r->draft, metric, FACT_GROWTH)->is_known)
        return false;
    chart_datum growth = resolve_growth_datum(w->r, metric);
    out->label = growth.label;
    if (growth.note_mark.len > 0)
        out->note_mark = growth.note_mark;
    out->direction = growth.has_value ? decimal_sign(growth.value) : 0;
    if (growth.has_value) {
        out->value = growth.value;
        out->unit = growth.fact->quantity.unit;
    }
    return true;
}

static bool
set_rate(arrow_wish *w, level_change c, chart_arrow *out)
{
    decimal_step step = {GROWTH_SCALE, w->r->draft->document->rounding};
    size_t metric;
    const metrics_metric *m = metric_of(w, &metric);
    if (put_stated(w, metric, out))
        return true;
    if (m->basis.text.len > 0)
        return refuse(w, "增速不按两期数计算（有“口径”）",
                      "请改写“差额”。");
    fact_growth g = growth_from_levels(c.now, c.before, step);
    if (g.kind == CHANGE_ABSENT)
        return refuse(w, "数太大，增速算不出来", "请核对两个数。");
    if (g.kind == CHANGE_POINTS)
        put_change(w, c, g.rate, unit_points_of(c.now.unit), out);
    else if (g.kind == CHANGE_RATE)
        put_change(w, c, g.rate, unit_from(SLICE_OF("%")), out);
    else
        put_outcome(w, c, &g, out);
    return true;
}

static bool
set_yearly(arrow_wish *w, level_change c, chart_arrow *out)
{
    decimal_step step = {GROWTH_SCALE, w->r->draft->document->rounding};
    const chart_category *all = w->r->spec->categories;
    int years = period_years_between(all[w->from.category].period,
                                     all[w->to.category].period);
    size_t metric;
    jb_decimal rate;
    if (years < 2)
        return refuse(w, "年均要隔两年以上、起止月份相同的两期",
                      "请写相隔两年以上的两期，或改写“增速”。");
    if (c.now.unit.kind == UNIT_PERCENT)
        return refuse(w, "比率没有年均增速", "请改写“差额”。");
    if (metric_of(w, &metric)->basis.text.len > 0)
        return refuse(w, "增速不按两期数计算（有“口径”）",
                      "请改写“差额”。");
    if (!course_average(c, years, step, &rate))
        return refuse(w, "两期的数要大于零，才有年均增速",
                      "请改写“差额”。");
    put_change(w, c, rate, unit_from(SLICE_OF("%")), out);
    out->label = slice_join(w->r->draft->arena,
                            years == 2 ? SLICE_OF("两年平均")
                                       : SLICE_OF("年均"),
                            out->label);
    return true;
}

typedef bool set_fn(arrow_wish *w, level_change c, chart_arrow *out);

static set_fn *const SETTERS[] = {[ARROW_AMOUNT] = set_amount,
                                  [ARROW_RATE] = set_rate,
                                  [ARROW_YEARLY] = set_yearly};

/* ── one arrow ── */

/* 生产总值2019年至2024年; of one metric over its own periods, the periods. */
static slice
name_of(const arrow_wish *w)
{
    const chart_category *all = w->r->spec->categories;
    const chart_series *s = w->r->series.at;
    slice before = all[w->from.category].name, now = all[w->to.category].name;
    slice of = {NULL, 0};
    if (w->from.category == w->to.category) {
        of = now;
        before = s[w->from.series].name;
        now = s[w->to.series].name;
    } else if (all[w->to.category].metric == SIZE_MAX &&
               w->r->chart->n_metrics > 1) {
        of = s[w->to.series].name;
    }
    return slice_printf(w->r->draft->arena, "%.*s%.*s至%.*s", SLICE_ARGS(of),
                        SLICE_ARGS(before), SLICE_ARGS(now));
}

/* What it rests on has a note, which is the arrow's too. */
static slice
note_mark_of(const arrow_wish *w)
{
    slice before = datum_of(w, w->from)->note_mark;
    return before.len > 0 ? before : datum_of(w, w->to)->note_mark;
}

static bool
arrow_add(arrow_wish *w)
{
    chart_spec *spec = w->r->spec;
    level_change c = {quantity_of(w, w->to), quantity_of(w, w->from)};
    chart_arrow arrow = {.name = name_of(w),
                         .from = w->from.category, .to = w->to.category,
                         .from_series = w->from.series,
                         .to_series = w->to.series,
                         .is_expected = is_expected(c.now, c.before),
                         .note_mark = note_mark_of(w)};
    if (w->measure != ARROW_AMOUNT && !is_of_one_metric(w))
        return refuse(w, "两端不是一个指标的两期", "请改写“差额”。");
    if (!level_align(&c.now, &c.before))
        return refuse(w, "两端的单位不同", "请选单位相同的两项。");
    if (growth_is_open(c.now.bound, c.before.bound))
        return refuse(w, "两端都只说了界限，相差多少算不出来",
                      "请填准数，或删去这个箭头。");
    if (!SETTERS[w->measure](w, c, &arrow))
        return false;
    if (!is_of_one_metric(w))
        arrow.direction = 0;
    if (arrow.is_expected)
        arrow.label = slice_join(w->r->draft->arena, SLICE_OF("预计"),
                                 arrow.label);
    spec->arrows[spec->n_arrows++] = arrow;
    return true;
}

/* Of each series that has both figures. */
static bool
add_between(arrow_wish *w)
{
    size_t wanted = w->from.series, n = 0;
    if (w->from.category == w->to.category || w->to.series != wanted)
        return refuse(w, "两端要是同一组数里的两项",
                      "请写同一个指标的两个时期。");
    for (size_t s = 0; s < w->r->series.n; s++) {
        w->from.series = w->to.series = s;
        if ((wanted != SIZE_MAX && s != wanted) || !is_measured(w->r, s) ||
            !datum_of(w, w->from)->has_value ||
            !datum_of(w, w->to)->has_value)
            continue;
        if (!arrow_add(w))
            return false;
        n++;
    }
    return n > 0 || refuse(w, "两端没有都有数的", "请补上数据。");
}

/* Between the two bars of a pair, whose growth is told as it is. */
static bool
add_pair(arrow_wish *w, size_t category)
{
    w->from = (resolve_end){series_of_role(w->r, SERIES_PREVIOUS), category};
    w->to = (resolve_end){series_of_role(w->r, SERIES_CURRENT), category};
    if (w->measure != ARROW_AMOUNT)
        return refuse(w, "对比图已注明同比", "请改写“差额”。");
    if (!datum_of(w, w->from)->has_value || !datum_of(w, w->to)->has_value)
        return refuse(w, "两期没有都有数", "请补上数据。");
    return arrow_add(w);
}

static bool
add_wish(arrow_wish *w)
{
    slice text = slice_trim(w->typed->key.text);
    bool is_paired = slice_is(w->r->spec->kind, "compare");
    size_t category = resolve_category(w->r, text);
    if (!resolve_takes(w->r->spec->kind, TAKES_ARROWS))
        return refuse(w, "这种图没有箭头",
                      "请用历年、量增、对比、各地或增速图。");
    if (w->measure == ARROW_MEASURE_COUNT)
        return refuse(w, "不知道要注明什么",
                      "请写“差额”“增速”或“年均”。");
    if (is_paired && category != SIZE_MAX)
        return add_pair(w, category);
    if (!find_ends(w, text))
        return refuse(w, "图里没有这样的两端",
                      "请写成“甲..乙”，两端都要在图中，例如 2019..2024。");
    return add_between(w);
}

static arrow_measure
measure_named(slice text)
{
    size_t i = 0;
    while (i < ARROW_MEASURE_COUNT && !slice_is(text, MEASURES[i].chinese) &&
           !slice_is(text, MEASURES[i].english))
        i++;
    return (arrow_measure)i;
}

void
resolve_arrows(resolving *r)
{
    const metrics_chart *chart = r->chart;
    r->spec->arrows = ARENA_ARRAY(
        r->draft->arena, chart->n_arrows * (r->series.n + 1), chart_arrow);
    for (size_t i = 0; i < chart->n_arrows; i++) {
        const metrics_pair *typed = &chart->arrows[i];
        arrow_wish w = {.r = r, .typed = typed,
                        .measure = measure_named(
                            slice_trim(typed->value.text))};
        if (!add_wish(&w))
            diag_report(r->draft->writer.diags, &REPORT_ARROW_UNSUITABLE,
                        typed->key.span, chart->id, typed->key.text,
                        slice_from(w.why), slice_from(w.hint));
    }
}
