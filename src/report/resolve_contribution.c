/* contribution: how many points of the whole's growth each part accounts for.
 * The first metric is the whole, and the others are its parts; alone, it has
 * those that it lists. The categories are the parts, what they leave over, and
 * the whole. Levels decide, not stated rates: only so do the
 * parts add up. */
#include "facts/contribution.h"
#include "facts/level.h"
#include "prose/number.h"
#include "report/resolve.h"

/* As drawn, and as printed. */
#define EXACT_SCALE 6
#define LABEL_SCALE 1

static bool
change_of(const resolving *r, size_t metric, level_change *out)
{
    const jb_fact *now = draft_fact(r->draft, metric, FACT_VALUE);
    const jb_fact *before = draft_fact(r->draft, metric, FACT_PREVIOUS);
    *out = (level_change){now->quantity, before->quantity};
    return now->is_known && before->is_known;
}

static decimal_rounding
rounding_of(const resolving *r)
{
    return r->draft->document->rounding;
}

/* The share of the whole's increase in percent, as printed; false where the
 * whole has not increased. */
static bool
share_of(const resolving *r, level_change part, level_change whole,
         jb_decimal *out)
{
    return contribution_share(
        part, whole, (decimal_step){LABEL_SCALE, rounding_of(r)}, out);
}

/* Nothing grows by a percentage from nothing or from a loss: then the parts'
 * own increases are drawn, which add up as well. */
static bool
is_in_amounts(level_change whole)
{
    return decimal_sign(whole.before.value) <= 0;
}

/* +2.6, and in brackets its share of the whole's increase. */
static slice
label_of(const resolving *r, jb_decimal points, level_change part,
         level_change whole)
{
    arena *a = r->draft->arena;
    jb_decimal share;
    if (is_in_amounts(whole))
        return number_signed(a, points);
    slice number = number_signed(
        a, decimal_round(points, LABEL_SCALE, rounding_of(r)));
    if (!share_of(r, part, whole, &share))
        return number;
    slice percent = number_text(a, share);
    return slice_printf(a, "%.*s（%.*s%%）", SLICE_ARGS(number),
                        SLICE_ARGS(percent));
}

/* One of those that make up the whole: a metric of its own, or a part that the
 * whole lists itself (其中 and 上年其中). */
typedef struct contributor {
    slice name;
    size_t metric; /* SIZE_MAX: a part */
    const jb_fact *now, *before;
} contributor;

static size_t
contributors_count(const resolving *r)
{
    const metrics_chart *chart = r->chart;
    return chart->n_metrics > 1
               ? chart->n_metrics - 1
               : draft_metric(r->draft, chart->metrics[0])->n_parts;
}

static contributor
contributor_at(const resolving *r, size_t i)
{
    const draft *d = r->draft;
    size_t whole = r->chart->metrics[0];
    if (r->chart->n_metrics > 1) {
        size_t own = r->chart->metrics[i + 1];
        return (contributor){draft_short_name(d, own), own,
                             draft_fact(d, own, FACT_VALUE),
                             draft_fact(d, own, FACT_PREVIOUS)};
    }
    return (contributor){
        draft_metric(d, whole)->parts[i].name.text, SIZE_MAX,
        facts_lookup(d->facts, whole, FACT_PART, i),
        facts_lookup(d->facts, whole, FACT_PART_PREVIOUS, i)};
}

/* 超75: what a part adds is then a bound itself, and what is left is not
 * known. */
static bool
is_bounded(const jb_fact *f)
{
    quantity_bound bound = f->quantity.bound;
    return f->is_known && bound != BOUND_EXACT && bound != BOUND_APPROXIMATE;
}

static bool
has_bounds(const resolving *r)
{
    bool is_found = false;
    for (size_t i = 0; i < contributors_count(r); i++) {
        contributor c = contributor_at(r, i);
        is_found = is_found || is_bounded(c.now) || is_bounded(c.before);
    }
    return is_found;
}

static bool
change_in_unit(contributor c, jb_unit unit, level_change *out)
{
    return c.now->is_known && c.before->is_known &&
           level_in_unit(c.now->quantity, unit, &out->now) &&
           level_in_unit(c.before->quantity, unit, &out->before);
}

/* 5000万元 of 8亿元 are 0.5, not 0.5000. */
static jb_decimal
without_idle_zeros(jb_decimal d, level_change whole)
{
    int least = whole.now.value.scale > whole.before.value.scale
                    ? whole.now.value.scale
                    : whole.before.value.scale;
    for (; d.scale > least && d.coefficient % 10 == 0; d.scale--)
        d.coefficient /= 10;
    return d;
}

static bool
amount_of(level_change part, level_change whole, jb_decimal *out)
{
    if (!decimal_sub(part.now.value, part.before.value, out))
        return false;
    *out = without_idle_zeros(*out, whole);
    return true;
}

static bool
pull_of(const resolving *r, level_change part, level_change whole,
        jb_decimal *out)
{
    return is_in_amounts(whole)
               ? amount_of(part, whole, out)
               : contribution_points(
                     part, whole,
                     (decimal_step){EXACT_SCALE, rounding_of(r)}, out);
}

static chart_datum
part_datum(const resolving *r, contributor c, level_change whole)
{
    level_change part;
    chart_datum datum = {.has_value = true, .is_derived = true};
    if (!change_in_unit(c, whole.now.unit, &part) ||
        !pull_of(r, part, whole, &datum.value))
        return resolve_missing();
    datum.fact = c.now;
    datum.status = c.now->quantity.status;
    datum.bound = c.now->quantity.bound == BOUND_APPROXIMATE
                      ? BOUND_APPROXIMATE
                      : BOUND_EXACT;
    datum.label = label_of(r, datum.value, part, whole);
    return datum;
}

static chart_datum
whole_datum(const resolving *r, size_t metric, level_change whole)
{
    arena *a = r->draft->arena;
    contributor itself = {.now = draft_fact(r->draft, metric, FACT_VALUE),
                          .before = draft_fact(r->draft, metric,
                                               FACT_PREVIOUS)};
    chart_datum datum = part_datum(r, itself, whole);
    if (is_in_amounts(whole))
        return datum;
    jb_decimal growth =
        decimal_round(datum.value, LABEL_SCALE, rounding_of(r));
    if (datum.has_value)
        datum.label =
            decimal_sign(growth) == 0
                ? SLICE_OF("持平")
                : slice_join(a, number_signed(a, growth), SLICE_OF("%"));
    return datum;
}

/* What the parts leave of the whole's two levels. */
static bool
rest_change(const resolving *r, level_change whole, level_change *out)
{
    *out = whole;
    for (size_t i = 0; i < contributors_count(r); i++) {
        level_change part;
        if (!change_in_unit(contributor_at(r, i), whole.now.unit, &part) ||
            !decimal_sub(out->now.value, part.now.value, &out->now.value) ||
            !decimal_sub(out->before.value, part.before.value,
                         &out->before.value))
            return false;
    }
    return true;
}

/* What the parts leave of the whole's growth; no datum when nothing is left
 * that a label could show, or a part is missing. */
static chart_datum
rest_datum(const resolving *r, const chart_datum *parts, size_t n,
           const chart_datum *whole, level_change of)
{
    chart_datum rest = {.value = whole->value, .has_value = whole->has_value,
                        .is_derived = true};
    for (size_t i = 0; i < n && rest.has_value; i++)
        rest.has_value =
            parts[i].has_value &&
            decimal_sub(rest.value, parts[i].value, &rest.value);
    jb_decimal shown =
        is_in_amounts(of)
            ? rest.value
            : decimal_round(rest.value, LABEL_SCALE, rounding_of(r));
    rest.has_value = rest.has_value && decimal_sign(shown) != 0;
    rest.label = number_signed(r->draft->arena, shown);
    level_change left;
    if (rest.has_value && rest_change(r, of, &left))
        rest.label = label_of(r, rest.value, left, of);
    return rest;
}

/* All shares of the whole's increase as printed, together; false where there
 * are none. */
static bool
shares_sum(const resolving *r, level_change whole, bool has_rest,
           jb_decimal *out)
{
    size_t n = contributors_count(r);
    *out = (jb_decimal){0, LABEL_SCALE};
    for (size_t i = 0; i < n + has_rest; i++) {
        level_change part;
        jb_decimal share;
        bool is_known =
            i < n ? change_in_unit(contributor_at(r, i), whole.now.unit, &part)
                  : rest_change(r, whole, &part);
        if (!is_known || !share_of(r, part, whole, &share) ||
            !decimal_add(*out, share, out))
            return false;
    }
    return true;
}

/* How it is reckoned, and the residuals of what is printed (T4). */
static slice
basis_note(const resolving *r, bool is_off, level_change whole, bool has_rest)
{
    slice_builder b = {.arena = r->draft->arena};
    const jb_decimal all = {100, 0};
    jb_decimal sum;
    builder_add_text(&b, "按现价绝对额计算");
    if (is_off)
        builder_add_text(&b, "；各项之和与总计的差为数字修约所致");
    if (shares_sum(r, whole, has_rest, &sum) &&
        decimal_compare(sum, all) != 0)
        builder_printf(&b, "；贡献率之和为%.*s%%，与100%%之差为数字修约所致",
                       SLICE_ARGS(number_text(b.arena, sum)));
    builder_add_text(&b, "。");
    return builder_slice(&b);
}

static void
set_contributors(resolving *r, bool has_rest)
{
    draft *d = r->draft;
    size_t n = 0, n_parts = contributors_count(r);
    chart_category *at = ARENA_ARRAY(d->arena, n_parts + 2, chart_category);
    for (size_t i = 0; i < n_parts; i++) {
        contributor c = contributor_at(r, i);
        at[n++] = c.metric == SIZE_MAX
                      ? (chart_category){.name = c.name, .metric = SIZE_MAX}
                      : r->spec->categories[i + 1];
    }
    if (has_rest)
        at[n++] = (chart_category){.name = SLICE("其他"), .metric = SIZE_MAX};
    at[n] = r->spec->categories[0];
    at[n++].is_total = true;
    r->spec->categories = at;
    r->spec->n_categories = n;
}

/* The datum that weighs most, and how many weigh as much and pull the same
 * way; 0 when some pull the other way. */
static size_t
heaviest(const chart_datum *data, size_t n, size_t *n_even)
{
    size_t most = 0;
    for (size_t i = 1; i < n; i++)
        if (decimal_compare(decimal_abs(data[i].value),
                            decimal_abs(data[most].value)) > 0)
            most = i;
    *n_even = 0;
    for (size_t i = 0; i < n; i++)
        *n_even += decimal_compare(data[i].value, data[most].value) == 0;
    for (size_t i = 0; i < n; i++)
        if (decimal_compare(data[i].value,
                            decimal_neg(data[most].value)) == 0)
            *n_even = 0;
    return most;
}

/* 甲和乙; of more, 甲等3项. */
static slice
names_of(const resolving *r, const chart_datum *data, size_t most, size_t n)
{
    arena *a = r->draft->arena;
    slice name = r->spec->categories[most].name;
    size_t next = most + 1;
    while (n > 1 && decimal_compare(data[next].value, data[most].value) != 0)
        next++;
    if (n == 2)
        return slice_printf(a, "%.*s和%.*s均", SLICE_ARGS(name),
                            SLICE_ARGS(r->spec->categories[next].name));
    return n > 2 ? slice_printf(a, "%.*s等%zu项均", SLICE_ARGS(name), n)
                 : name;
}

/* 第三产业拉动2.8个百分点，作用最大; those that are even are named together. */
static slice
finding(const resolving *r, const chart_datum *data, size_t n)
{
    arena *a = r->draft->arena;
    size_t n_even, most = heaviest(data, n, &n_even);
    jb_decimal points =
        decimal_round(data[most].value, LABEL_SCALE, rounding_of(r));
    slice whole = r->spec->categories[r->spec->n_categories - 1].name;
    if (n_even == 0 || decimal_sign(points) == 0)
        return slice_printf(a, "各项对%.*s增速的影响", SLICE_ARGS(whole));
    slice name = names_of(r, data, most, n_even);
    slice number = number_text(a, decimal_abs(points));
    bool is_expected = data[most].status == STATUS_EXPECTED ||
                       resolve_is_expected(r, r->chart->metrics[0]);
    return slice_printf(a, "%.*s%s%s%.*s%s%.*s个百分点，作用最大",
                        SLICE_ARGS(name), is_expected ? "预计" : "",
                        decimal_sign(points) < 0 ? "下拉" : "拉动",
                        SLICE_ARGS(whole),
                        decimal_sign(points) < 0 ? "" : "增长",
                        SLICE_ARGS(number));
}

static slice
amount_text(const resolving *r, jb_decimal change, jb_unit unit)
{
    arena *a = r->draft->arena;
    slice number = number_text(a, decimal_abs(change));
    return slice_printf(a, "%s%.*s%.*s",
                        decimal_sign(change) < 0 ? "减少" : "增加",
                        SLICE_ARGS(number), SLICE_ARGS(unit.name));
}

/* Of what is a loss still: 减亏1.2亿元; it may have been nothing before. */
static slice
loss_text(const resolving *r, jb_decimal change, level_change whole)
{
    arena *a = r->draft->arena;
    slice number = number_text(a, decimal_abs(change));
    const char *word = decimal_sign(change) > 0          ? "减亏"
                       : decimal_sign(whole.before.value) ? "增亏"
                                                          : "净亏损";
    return slice_printf(a, "%s%.*s%.*s", word, SLICE_ARGS(number),
                        SLICE_ARGS(whole.now.unit.name));
}

/* 利润增加8亿元，其中工业增加7亿元; no part that is not the greatest. */
static slice
finding_in_amounts(const resolving *r, const chart_datum *data, size_t n,
                   level_change whole)
{
    jb_unit unit = whole.now.unit;
    arena *a = r->draft->arena;
    size_t last = r->spec->n_categories - 1, n_even;
    size_t most = heaviest(data, n, &n_even);
    slice name = r->spec->categories[last].name;
    slice change = amount_text(r, data[last].value, unit);
    if (decimal_sign(data[last].value) == 0)
        change = SLICE_OF("没有增减");
    else if (decimal_sign(whole.now.value) < 0)
        change = loss_text(r, data[last].value, whole);
    slice all = slice_join(a, name, change);
    if (n_even != 1 || decimal_sign(data[most].value) == 0)
        return all;
    slice part = amount_text(r, data[most].value, unit);
    return slice_printf(a, "%.*s，其中%.*s%.*s，变动最大", SLICE_ARGS(all),
                        SLICE_ARGS(r->spec->categories[most].name),
                        SLICE_ARGS(part));
}

/* Whether the parts, as printed, do not add up to the whole as printed. */
static bool
is_off(const resolving *r, const chart_datum *data, size_t n)
{
    jb_decimal left =
        decimal_round(data[n].value, LABEL_SCALE, rounding_of(r));
    for (size_t i = 0; i < n; i++)
        if (data[i].has_value)
            decimal_sub(left,
                        decimal_round(data[i].value, LABEL_SCALE,
                                      rounding_of(r)),
                        &left);
    return decimal_sign(left) != 0;
}

/* Title, subtitle and note of points. */
static void
tell_points(resolving *r, chart_datum *data, size_t n_parts,
            level_change whole)
{
    arena *a = r->draft->arena;
    const chart_datum all = data[r->spec->n_categories - 1];
    r->spec->title = finding(r, data, n_parts);
    slice name = r->spec->categories[r->spec->n_categories - 1].name;
    slice period = resolve_period(r);
    const char *measure = decimal_sign(all.value) > 0
                              ? "%.*s各项拉动%.*s增长的百分点（括号内为贡献率）"
                              : "%.*s各项影响%.*s增速的百分点";
    r->spec->subtitle = slice_printf(a, measure, SLICE_ARGS(period),
                                     SLICE_ARGS(name));
    size_t last = r->spec->n_categories - 1;
    data[last].note_mark =
        note_mark(a, &r->notes,
                  basis_note(r, is_off(r, data, last), whole,
                             last > n_parts));
}

/* … and of amounts. */
static void
tell_amounts(resolving *r, chart_datum *data, size_t n_parts,
             level_change whole)
{
    jb_unit unit = whole.now.unit;
    arena *a = r->draft->arena;
    size_t last = r->spec->n_categories - 1;
    slice period = resolve_period(r);
    r->series.at[r->series.n - 1].unit = unit;
    r->spec->title = finding_in_amounts(r, data, n_parts, whole);
    r->spec->subtitle = slice_printf(
        a, "%.*s各项的增减额，合成%.*s的增减（单位：%.*s）",
        SLICE_ARGS(period), SLICE_ARGS(r->spec->categories[last].name),
        SLICE_ARGS(unit.name));
    data[last].note_mark = note_mark(
        a, &r->notes,
        SLICE_OF("上年同期不是正数，没有增速和拉动，画的是增减额。"));
}

bool
resolve_contribution(resolving *r)
{
    arena *a = r->draft->arena;
    size_t n_parts = r->chart->n_metrics > 0 ? contributors_count(r) : 0;
    level_change whole;
    if (n_parts == 0) {
        r->why = "拉动图先列总量，再列它的各项，这里只列了一个指标，"
                 "它也没有“其中”和“上年其中”";
        return false;
    }
    if (has_bounds(r)) {
        r->why = "有的项是“以上”“超过”这样的界限，算不出拉动";
        return false;
    }
    if (!change_of(r, r->chart->metrics[0], &whole)) {
        r->why = "排在第一的是总量，它没有本期和上年同期";
        return false;
    }
    chart_datum *parts = ARENA_ARRAY(a, n_parts, chart_datum);
    for (size_t i = 0; i < n_parts; i++)
        parts[i] = part_datum(r, contributor_at(r, i), whole);
    chart_datum all = whole_datum(r, r->chart->metrics[0], whole);
    if (!all.has_value) {
        r->why = "总量的本期和上年同期算不出增减";
        return false;
    }
    bool is_amount = is_in_amounts(whole);
    chart_datum rest = rest_datum(r, parts, n_parts, &all, whole);
    set_contributors(r, rest.has_value);
    chart_datum *data = resolve_series(
        r, SERIES_CONTRIBUTION,
        is_amount ? slice_printf(a, "增减额（%.*s）",
                                 SLICE_ARGS(whole.now.unit.name))
                  : SLICE_OF("拉动（百分点）"));
    for (size_t i = 0; i < n_parts; i++)
        data[i] = parts[i];
    if (rest.has_value)
        data[n_parts] = rest;
    data[r->spec->n_categories - 1] = all;
    if (is_amount)
        tell_amounts(r, data, n_parts, whole);
    else
        tell_points(r, data, n_parts, whole);
    return true;
}
