/* parts: what each metric is made of, with the share of each part. The
 * categories are the parts' names; a metric without a part of that name has
 * nothing there. */
#include <math.h>

#include "facts/level.h"
#include "prose/number.h"
#include "report/resolve.h"

static size_t
category_named(const chart_spec *spec, slice name)
{
    for (size_t i = 0; i < spec->n_categories; i++)
        if (slice_equal(spec->categories[i].name, name))
            return i;
    return spec->n_categories;
}

#define HUES_MAX 64 /* more names than palettes tell apart */

/* The number of a part's name in the document; beyond the greatest, names
 * share it. */
static size_t
hue_of(draft *d, slice name)
{
    for (size_t i = 0; i < d->hues.n; i++)
        if (slice_equal(d->hues.at[i], name))
            return i;
    if (d->hues.n < HUES_MAX)
        ARRAY_PUSH(d->arena, &d->hues, name);
    return d->hues.n - 1;
}

/* Names in the order of first mention. */
static void
set_part_names(resolving *r)
{
    draft *d = r->draft;
    const metrics_chart *chart = r->chart;
    size_t most = 0;
    for (size_t i = 0; i < chart->n_metrics; i++)
        most += draft_metric(d, chart->metrics[i])->n_parts;
    r->spec->categories = ARENA_ARRAY(d->arena, most, chart_category);
    r->spec->n_categories = 0;
    for (size_t i = 0; i < chart->n_metrics; i++) {
        const metrics_metric *m = draft_metric(d, chart->metrics[i]);
        for (size_t p = 0; p < m->n_parts; p++) {
            size_t at = category_named(r->spec, m->parts[p].name.text);
            if (at == r->spec->n_categories)
                r->spec->categories[r->spec->n_categories++] =
                        (chart_category){
                                .name = m->parts[p].name.text,
                                .metric = SIZE_MAX,
                                .hue = hue_of(d, m->parts[p].name.text)};
        }
    }
}

/* What the parts leave of their total. False when one is not known exactly. */
static bool
rest_of(const chart_datum *parts, size_t n, const chart_datum *total,
        jb_decimal *rest)
{
    *rest = total->value;
    bool is_exact = total->has_value && total->bound == BOUND_EXACT;
    for (size_t i = 0; i < n && is_exact; i++)
        is_exact = !parts[i].has_value ||
                   (parts[i].bound == BOUND_EXACT &&
                    decimal_sub(*rest, parts[i].value, rest));
    return is_exact;
}

/* Whether rounding alone can make up for it: each figure is off by up to half
 * of its last place. */
static bool
is_rounding(jb_decimal rest, const chart_datum *parts, size_t n,
            const chart_datum *total)
{
    double most = 0.5 * pow(10, -total->value.scale);
    for (size_t i = 0; i < n; i++)
        if (parts[i].has_value)
            most += 0.5 * pow(10, -parts[i].value.scale);
    return fabs(decimal_to_double(rest)) <= most * (1 + 1e-9);
}

/* A bar that is divided can show no parts that overlap. */
static void
report_overlap(resolving *r, const chart_series *of, slice excess)
{
    const metrics_chart *chart = r->chart;
    diag_report(r->draft->writer.diags, &REPORT_PARTS_OVERLAP, chart->span,
                chart->id, of->name, excess);
}

/* The residual of a sum is said (T4): rounding, or parts not listed. */
static void
note_rest(resolving *r, const chart_datum *parts, chart_series *of)
{
    arena *a = r->draft->arena;
    size_t n = r->spec->n_categories;
    jb_decimal rest;
    if (!rest_of(parts, n, &of->total, &rest) || decimal_sign(rest) == 0 ||
        of->total.note_mark.len > 0)
        return;
    slice amount = slice_join(a, number_text(a, decimal_abs(rest)),
                              of->unit.name);
    bool is_rounded = is_rounding(rest, parts, n, &of->total);
    if (!is_rounded && decimal_sign(rest) < 0) {
        report_overlap(r, of, amount);
        return;
    }
    const char *pattern =
        is_rounded ? "%.*s各项之和与合计相差%.*s，为数字修约所致。"
                   : "%.*s另有%.*s未列入各项。";
    slice text = slice_printf(a, pattern, SLICE_ARGS(of->name),
                              SLICE_ARGS(amount));
    of->total.note_mark = note_mark(a, &r->notes, text);
}

/* 8.7 + 42.6 + 48.6 = 99.9: shares of parts that make up their total, each
 * rounded on its own, may not add up to 100 (T4). */
static void
note_shares(resolving *r, const chart_datum *parts,
            const chart_datum *shares, chart_series *of)
{
    arena *a = r->draft->arena;
    size_t n = r->spec->n_categories, n_shares = 0;
    jb_decimal rest, left = {100, 0};
    for (size_t i = 0; i < n; i++) {
        if (!shares[i].has_value)
            continue;
        if (shares[i].bound != BOUND_EXACT ||
            !decimal_sub(left, shares[i].value, &left))
            return;
        n_shares++;
    }
    bool is_whole = rest_of(parts, n, &of->total, &rest) &&
                    is_rounding(rest, parts, n, &of->total);
    if (!is_whole || n_shares < 2 || decimal_sign(left) == 0 ||
        of->total.note_mark.len > 0)
        return;
    jb_decimal sum = left;
    decimal_sub((jb_decimal){100, 0}, left, &sum);
    slice text = slice_printf(
        a, "%.*s各项占比之和为%.*s%%，与100%%之差为数字修约所致。",
        SLICE_ARGS(of->name), SLICE_ARGS(number_text(a, sum)));
    of->total.note_mark = note_mark(a, &r->notes, text);
}

/* A total of one period: its facts, and what its bar is called. */
typedef struct makeup {
    fact_kind whole, part, share;
    slice name;
} makeup;

static void
set_parts(resolving *r, size_t metric, const makeup *of)
{
    draft *d = r->draft;
    const metrics_metric *m = draft_metric(d, metric);
    chart_datum *parts = resolve_series(r, SERIES_PART, of->name);
    ARRAY_LAST(&r->series)->unit = m->unit;
    ARRAY_LAST(&r->series)->total =
            resolve_level(r, draft_fact(d, metric, of->whole));
    chart_datum *shares = resolve_series(r, SERIES_SHARE, of->name);
    for (size_t p = 0; p < m->n_parts; p++) {
        size_t at = category_named(r->spec, m->parts[p].name.text);
        const jb_fact *part = facts_lookup(d->facts, metric, of->part, p);
        const jb_fact *share = facts_lookup(d->facts, metric, of->share, p);
        if (!part->is_known)
            continue;
        parts[at] = resolve_level(r, part);
        shares[at] = resolve_level(r, share);
        shares[at].note_mark = (slice){NULL, 0};
        if (share->is_known)
            shares[at].label = slice_join(d->arena, shares[at].label,
                                          SLICE_OF("%"));
    }
    note_rest(r, parts, &r->series.at[r->series.n - 2]);
    note_shares(r, parts, shares, &r->series.at[r->series.n - 2]);
}

/* The option 时期 of chart/options.def. */
static bool
wants_both(const metrics_chart *chart)
{
    for (size_t i = 0; i < chart->n_options; i++) {
        slice key = chart->options[i].key.text;
        slice value = chart->options[i].value.text;
        if ((slice_is(key, "时期") || slice_is(key, "periods")) &&
            (slice_is(value, "两期") || slice_is(value, "both")))
            return true;
    }
    return false;
}

static bool
has_previous_parts(const resolving *r, size_t metric)
{
    const jb_facts *facts = r->draft->facts;
    size_t n = draft_metric(r->draft, metric)->n_parts;
    for (size_t p = 0; p < n; p++)
        if (facts_lookup(facts, metric, FACT_PART_PREVIOUS, p)->is_known)
            return true;
    return false;
}

/* 2024年; of several metrics, 甲县（2024年）. */
static slice
bar_name(const resolving *r, size_t metric, slice period)
{
    arena *a = r->draft->arena;
    slice name = draft_short_name(r->draft, metric);
    return r->chart->n_metrics == 1
               ? period
               : slice_printf(a, "%.*s（%.*s）", SLICE_ARGS(name),
                              SLICE_ARGS(period));
}

/* The period before above this one. */
static void
set_both(resolving *r, size_t metric)
{
    slice before = resolve_previous_period(r), now = resolve_period(r);
    before = before.len > 0 ? before : SLICE_OF("上年同期");
    now = now.len > 0 ? now : SLICE_OF("本期");
    set_parts(r, metric,
              &(makeup){FACT_PREVIOUS, FACT_PART_PREVIOUS,
                        FACT_SHARE_PREVIOUS, bar_name(r, metric, before)});
    set_parts(r, metric, &(makeup){FACT_VALUE, FACT_PART, FACT_SHARE,
                                   bar_name(r, metric, now)});
}

static void
set_metric(resolving *r, size_t metric)
{
    if (wants_both(r->chart) && has_previous_parts(r, metric)) {
        set_both(r, metric);
        return;
    }
    slice name = draft_short_name(r->draft, metric);
    set_parts(r, metric,
              &(makeup){FACT_VALUE, FACT_PART, FACT_SHARE, name});
    if (wants_both(r->chart))
        diag_report(r->draft->writer.diags, &REPORT_PARTS_ONE_PERIOD,
                    r->chart->span, r->chart->id, name);
}

static jb_quantity
quantity_of(const chart_datum *datum)
{
    return (jb_quantity){.value = datum->value, .bound = datum->bound,
                         .is_derived = datum->is_derived};
}

/* The part of a metric that alone is the greatest, by its shares; SIZE_MAX
 * when there is none. */
static size_t
greatest_part(const resolving *r, const chart_series *shares)
{
    size_t best = SIZE_MAX, n_best = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        const chart_datum *datum = &shares->data[i];
        if (!datum->has_value)
            continue;
        int order = best == SIZE_MAX
                        ? 1
                        : decimal_compare(datum->value,
                                          shares->data[best].value);
        best = order > 0 ? i : best;
        n_best = order > 0 ? 1 : n_best + (order == 0);
    }
    for (size_t i = 0; best != SIZE_MAX && i < r->spec->n_categories; i++)
        if (shares->data[i].has_value &&
            !level_leads(quantity_of(&shares->data[best]),
                         quantity_of(&shares->data[i])))
            return SIZE_MAX;
    return n_best == 1 ? best : SIZE_MAX;
}

/* 地区生产总值中第三产业占48.6%；税收收入中增值税占41.8%: of few totals, the
 * greatest part of each. Empty where one has none, or they are many. */
#define TOTALS_NAMED 3

static slice
finding_of_each(const resolving *r)
{
    slice_builder b = {.arena = r->draft->arena};
    if (r->series.n > 2 * TOTALS_NAMED)
        return (slice){NULL, 0};
    for (size_t s = 1; s < r->series.n; s += 2) {
        size_t own = greatest_part(r, &r->series.at[s]);
        if (own == SIZE_MAX)
            return (slice){NULL, 0};
        builder_printf(&b, "%s%.*s中%.*s占%.*s", s > 1 ? "，" : "",
                       SLICE_ARGS(r->series.at[s - 1].name),
                       SLICE_ARGS(r->spec->categories[own].name),
                       SLICE_ARGS(r->series.at[s].data[own].label));
    }
    builder_add_text(&b, "，比重均最大");
    return builder_slice(&b);
}

/* 第三产业占生产总值的48.6%，比重最大; of several metrics, the part that is the
 * greatest of each. Empty where none is. */
static slice
finding(const resolving *r)
{
    arena *a = r->draft->arena;
    size_t best = SIZE_MAX;
    for (size_t s = 1; s < r->series.n; s += 2) {
        size_t own = greatest_part(r, &r->series.at[s]);
        if (own == SIZE_MAX || (s > 1 && own != best))
            return r->series.n > 2 ? finding_of_each(r) : (slice){NULL, 0};
        best = own;
    }
    if (best == SIZE_MAX)
        return (slice){NULL, 0};
    slice part = r->spec->categories[best].name;
    if (r->series.n > 2)
        return slice_printf(a, "%.*s在各指标中的比重均最大",
                            SLICE_ARGS(part));
    const chart_datum *share = &r->series.at[1].data[best];
    return slice_printf(a, "%.*s%s占%.*s的%.*s，比重最大", SLICE_ARGS(part),
                        share->status == STATUS_EXPECTED ? "预计" : "",
                        SLICE_ARGS(r->series.at[0].name),
                        SLICE_ARGS(r->series.at[1].data[best].label));
}

/* Of one metric in two periods: 第三产业占生产总值的51.0%，比重比上年提高1.4个
 * 百分点. Empty where no part is surely the greatest, or its shares are not
 * exact. */
static slice
finding_of_both(const resolving *r)
{
    draft *d = r->draft;
    const chart_series *before = &r->series.at[1], *now = &r->series.at[3];
    size_t best = greatest_part(r, now);
    jb_decimal change;
    if (best == SIZE_MAX || !before->data[best].has_value ||
        before->data[best].bound != BOUND_EXACT ||
        now->data[best].bound != BOUND_EXACT ||
        !decimal_sub(now->data[best].value, before->data[best].value,
                     &change))
        return (slice){NULL, 0};
    int sign = decimal_sign(change);
    slice points = number_text(d->arena, decimal_abs(change));
    return slice_printf(
        d->arena, "%.*s占%.*s的%.*s，比重%s%.*s%s",
        SLICE_ARGS(r->spec->categories[best].name),
        SLICE_ARGS(draft_short_name(d, r->chart->metrics[0])),
        SLICE_ARGS(now->data[best].label),
        sign > 0 ? "同比提高" : sign < 0 ? "同比下降" : "与上年同期持平",
        SLICE_ARGS(sign == 0 ? SLICE_OF("") : points),
        sign == 0 ? "" : "个百分点");
}

/* Whether the bars are two periods of one metric. */
static bool
is_both(const resolving *r)
{
    return r->chart->n_metrics == 1 && r->series.n == 4;
}

/* 生产总值构成 */
static slice
measure(const resolving *r)
{
    const metrics_chart *chart = r->chart;
    if (chart->n_metrics != 1)
        return SLICE_OF("主要指标构成");
    return slice_join(r->draft->arena,
                      draft_short_name(r->draft, chart->metrics[0]),
                      SLICE_OF("构成"));
}

bool
resolve_parts(resolving *r)
{
    draft *d = r->draft;
    const metrics_chart *chart = r->chart;
    slice period = resolve_period(r);
    set_part_names(r);
    for (size_t i = 0; i < chart->n_metrics; i++)
        if (draft_metric(d, chart->metrics[i])->n_parts > 0)
            set_metric(r, chart->metrics[i]);
    slice found = is_both(r) ? finding_of_both(r) : finding(r);
    slice name = measure(r);
    slice before = resolve_previous_period(r);
    if (r->series.n > 2 * chart->n_metrics && before.len > 0)
        period = slice_printf(d->arena, "%.*s和%.*s", SLICE_ARGS(before),
                              SLICE_ARGS(period));
    r->spec->title = found.len > 0 ? found : name;
    r->spec->subtitle =
        found.len > 0 ? slice_join(d->arena, period, name) : period;
    return r->spec->n_categories > 0;
}
