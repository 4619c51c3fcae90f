/* The words for growth: statistics.md's table of outcomes. */
#include "facts/course.h"
#include "prose/number.h"
#include "prose/phrase.h"

int
phrase_direction(const jb_fact *growth)
{
    if (!growth->is_known || growth->growth.is_nearly_flat)
        return 0;
    switch (growth->growth.kind) {
    case CHANGE_RATE:
    case CHANGE_POINTS:
        return decimal_sign(growth->growth.rate);
    case CHANGE_TURNED_PROFIT:
    case CHANGE_LOSS_NARROWED:
    case CHANGE_NET_NEW:
        return 1;
    case CHANGE_TURNED_LOSS:
    case CHANGE_LOSS_WIDENED:
        return -1;
    default:
        return 0;
    }
}

/* A negative amount of money is a loss; of anything else, only negative. */
static bool
is_money(jb_unit unit)
{
    return slice_ends_with(unit.base, SLICE_OF("元"));
}

/* How each outcome that is no number is said of money, of other measures,
 * and whether the amount follows. */
typedef struct outcome_words {
    const char *money, *other;
    bool has_amount;
} outcome_words;

static const outcome_words OUTCOMES[] = {
    [CHANGE_TURNED_PROFIT] = {"扭亏为盈", "由负转正", false},
    [CHANGE_TURNED_LOSS] = {"由盈转亏", "由正转负", false},
    [CHANGE_LOSS_NARROWED] = {"减亏", "负值收窄", true},
    [CHANGE_LOSS_WIDENED] = {"增亏", "负值扩大", true},
    [CHANGE_NET_NEW] = {"净增", "净增", true},
    [CHANGE_INCOMPARABLE] = {"不可比", "不可比", false},
    [CHANGE_FLAT] = {"持平", "持平", false},
};
_Static_assert(sizeof OUTCOMES / sizeof *OUTCOMES == CHANGE_KIND_COUNT,
               "words for each outcome");

/* 左右 behind an amount that is only known so. More of a loss is less of a
 * level, so bounds turn round. */
static const char *
after_amount(const jb_fact *f)
{
    bool is_turned = f->growth.kind == CHANGE_LOSS_WIDENED;
    switch (f->quantity.bound) {
    case BOUND_APPROXIMATE:
        return "左右";
    case BOUND_AT_LEAST:
    case BOUND_ABOVE:
        return is_turned ? "以内" : "以上";
    case BOUND_AT_MOST:
        return is_turned ? "以上" : "以内";
    default:
        return "";
    }
}

static slice
outcome(arena *a, const jb_fact *f, jb_unit unit, phrase_options o)
{
    const fact_growth *g = &f->growth;
    const outcome_words *words = &OUTCOMES[g->kind];
    /* Without a level, what the source says is all that is known of it. */
    bool is_loss =
        (is_money(unit) || unit.name.len == 0) && !o.is_balance;
    const char *word = is_loss ? words->money : words->other;
    bool is_amount_known = decimal_sign(g->amount) != 0;
    if (!words->has_amount || !is_amount_known || o.form == PHRASE_SHORT)
        return slice_from(word);
    slice amount = number_text(a, g->amount);
    return slice_printf(a, "%s%.*s%.*s%s", word, SLICE_ARGS(amount),
                        SLICE_ARGS(unit.name), after_amount(f));
}

/* 251% as 2.51倍: two decimals at most, said only of rises, for 下降 in 倍 has
 * no meaning. */
static slice
times(arena *a, jb_decimal rate)
{
    jb_decimal ratio = rate;
    if (!decimal_shift(rate, -2, &ratio))
        return (slice){NULL, 0};
    ratio = decimal_trimmed(decimal_round(ratio, 2, DECIMAL_HALF_UP));
    return slice_join(a, number_text(a, ratio), SLICE_OF("倍"));
}

/* From a hundred times the base on, releases speak of times. */
static const jb_decimal LARGE = {10000, 0};

/* 3266566.7% as 32666倍: nobody reads more digits. */
static slice
times_rounded(arena *a, jb_decimal rate)
{
    jb_decimal ratio = rate;
    if (!decimal_shift(rate, -2, &ratio))
        return (slice){NULL, 0};
    ratio = decimal_round(ratio, 0, DECIMAL_HALF_UP);
    return slice_join(a, number_text(a, ratio), SLICE_OF("倍"));
}

/* 个百分点, or 个千分点 when that is what the fact counts in. */
static slice
points_name(const jb_fact *f)
{
    return f->quantity.unit.kind == UNIT_POINT ? f->quantity.unit.name
                                               : SLICE_OF("个百分点");
}

static slice
magnitude(arena *a, const jb_fact *f, bool in_times)
{
    const fact_growth *g = &f->growth;
    jb_decimal size = decimal_abs(g->rate), hundred = {100, 0};
    if (g->kind == CHANGE_POINTS)
        return slice_join(a, number_text(a, size), points_name(f));
    if (in_times && decimal_compare(g->rate, hundred) >= 0)
        return times(a, g->rate);
    if (decimal_compare(g->rate, LARGE) >= 0)
        return times_rounded(a, g->rate);
    return slice_join(a, number_text(a, size), SLICE_OF("%"));
}

/* At least -5% is a fall of at most 5%: falls turn the bound round. */
static quantity_bound
spoken_bound(quantity_bound bound, bool is_fall)
{
    if (!is_fall)
        return bound;
    switch (bound) {
    case BOUND_AT_LEAST:
    case BOUND_ABOVE:
        return BOUND_AT_MOST;
    case BOUND_AT_MOST:
        return BOUND_AT_LEAST;
    default:
        return bound;
    }
}

bool
phrase_is_price(slice name)
{
    static const slice words[] = {SLICE("价格"), SLICE("价格指数"),
                                  SLICE("价格总指数"), SLICE("价格涨幅"),
                                  SLICE("价格涨跌幅"),
                                  SLICE("物价"), SLICE("CPI"), SLICE("PPI"),
                                  SLICE("均价"), SLICE("单价")};
    return slice_ends_with_any(name, words, sizeof words / sizeof *words);
}

/* Time that something takes, which is 缩短 or 延长; 优良天数 is counted. */
static bool
is_duration(slice name, jb_unit unit)
{
    static const slice units[] = {
        SLICE("天"), SLICE("日"), SLICE("工作日"), SLICE("个工作日"),
        SLICE("小时"), SLICE("分钟"), SLICE("分"), SLICE("秒")};
    static const slice names[] = {
        SLICE("时间"), SLICE("用时"), SLICE("停时"), SLICE("时限"),
        SLICE("住院日"), SLICE("周期"), SLICE("工期"), SLICE("期限")};
    bool is_time = false, is_taken = slice_has(name, "平均") &&
                                     slice_ends_with(name, SLICE_OF("天数"));
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        is_time = is_time || slice_equal(unit.base, units[i]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        is_taken = is_taken || slice_ends_with(name, names[i]);
    return is_time && is_taken;
}

/* Money that came less what went: below nothing nobody lost it. */
static bool
is_balance(slice name)
{
    static const slice ends[] = {SLICE("差额"), SLICE("净额"), SLICE("净流量"),
                                 SLICE("净流入"), SLICE("顺差"), SLICE("结余"),
                                 SLICE("现金流")};
    return slice_ends_with_any(name, ends, sizeof ends / sizeof *ends);
}

/* 居民消费价格（2025年） is a price as well. */
static slice
without_bracket(slice name)
{
    size_t at = slice_find(name, SLICE_OF("（"));
    bool is_closed = slice_ends_with(name, SLICE_OF("）"));
    return is_closed && at > 0 ? slice_cut(name, 0, at) : name;
}

phrase_options
phrase_manner(slice name, jb_unit unit)
{
    name = without_bracket(name);
    return (phrase_options){.is_price = phrase_is_price(name),
                            .is_duration = is_duration(name, unit),
                            .is_balance = is_balance(name)};
}

bool
phrase_is_profit(slice name, jb_unit unit)
{
    return is_money(unit) && !is_balance(without_bracket(name));
}

bool
phrase_is_total(slice name, jb_unit unit)
{
    static const char *const others[] = {"均", "单位", "指数", "强度", "浓度",
                                         "单价", "价格", "百分点"};
    phrase_options o = phrase_manner(name, unit);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_has(name, others[i]))
            return false;
    return unit.kind != UNIT_PERCENT && unit.kind != UNIT_POINT &&
           !o.is_price && !o.is_duration && !phrase_is_index(unit) &&
           !slice_has(unit.name, "/") && !slice_ends_with(name, SLICE_OF("率"));
}

static const char *
verb_of(const fact_growth *g, const phrase_options *o)
{
    bool is_fall = decimal_sign(g->rate) < 0;
    if (o->is_duration && g->kind == CHANGE_RATE)
        return is_fall ? "缩短" : "延长";
    if (is_fall)
        return "下降";
    if (o->is_price && g->kind == CHANGE_RATE)
        return "上涨";
    return g->kind == CHANGE_POINTS ? "提高" : "增长";
}

static slice
rate_words(arena *a, const jb_fact *f, phrase_options o)
{
    const fact_growth *g = &f->growth;
    bool is_fall = decimal_sign(g->rate) < 0;
    quantity_bound bound = spoken_bound(f->quantity.bound, is_fall);
    bool is_over = bound == BOUND_AT_LEAST || bound == BOUND_ABOVE;
    bool is_about = bound == BOUND_APPROXIMATE;
    bool is_expected = o.form == PHRASE_LONG &&
                       f->quantity.status == STATUS_EXPECTED;
    slice size = magnitude(a, f, o.in_times);
    return slice_printf(a, "%s%s%s%.*s%s", is_expected ? "预计" : "",
                        verb_of(g, &o),
                        bound == BOUND_AT_MOST ? "不超过" : "",
                        SLICE_ARGS(size),
                        is_over    ? "以上"
                        : is_about ? "左右"
                                   : "");
}

slice
phrase_growth(arena *a, const jb_fact *growth, jb_unit unit,
              phrase_options o)
{
    const fact_growth *g = &growth->growth;
    bool is_number = g->kind == CHANGE_RATE || g->kind == CHANGE_POINTS;
    if (g->is_nearly_flat && !(is_number && o.form == PHRASE_NUMBER))
        return SLICE_OF("基本持平");
    if (g->words.len > 0 && o.form != PHRASE_NUMBER)
        return g->words;
    if (!is_number)
        return outcome(a, growth, unit, o);
    if (o.form != PHRASE_NUMBER)
        return rate_words(a, growth, o);
    return slice_join(a, number_text(a, g->rate),
                      g->kind == CHANGE_POINTS ? points_name(growth)
                                               : SLICE_OF("%"));
}

slice
phrase_versus(const jb_fact *growth, jb_period period)
{
    bool is_year = period_is_set(period) && period_months(period) == 12;
    metrics_change_kind kind =
            growth->growth.is_nearly_flat ? CHANGE_FLAT : growth->growth.kind;
    switch (kind) {
    case CHANGE_FLAT:
    case CHANGE_INCOMPARABLE:
        return is_year ? SLICE_OF("与上年") : SLICE_OF("与上年同期");
    case CHANGE_POINTS:
    case CHANGE_NET_NEW:
        return is_year ? SLICE_OF("比上年") : SLICE_OF("比上年同期");
    case CHANGE_TURNED_PROFIT:
    case CHANGE_TURNED_LOSS:
        return is_year ? (slice){NULL, 0} : SLICE_OF("同比");
    default:
        return is_year ? SLICE_OF("比上年") : SLICE_OF("同比");
    }
}

slice
phrase_pull(arena *a, const jb_fact *pull, phrase_options o)
{
    jb_decimal points = pull->quantity.value;
    int sign = decimal_sign(points);
    if (o.form == PHRASE_NUMBER)
        return number_text(a, points);
    if (sign == 0)
        return SLICE_OF("影响不大");
    slice size = number_text(a, decimal_abs(points));
    return slice_printf(a, "%s%.*s个百分点", sign > 0 ? "拉动" : "下拉",
                        SLICE_ARGS(size));
}

/* ── growth against growth ── */

/* {0} is the period of the former growth, {1} the difference in points,
 * {2} the size of the former growth, {3} what points are called. */
static const char *const TURNS[] = {
    [TURN_FASTER] = "增速比{0}加快{1}{3}",
    [TURN_SLOWER] = "增速比{0}放缓{1}{3}",
    [TURN_RISE_SAME] = "增速与{0}持平",
    [TURN_FALL_WIDER] = "降幅比{0}扩大{1}{3}",
    [TURN_FALL_LESS] = "降幅比{0}收窄{1}{3}",
    [TURN_FALL_SAME] = "降幅与{0}持平",
    [TURN_TO_RISE] = "由{0}下降{2}转为增长",
    [TURN_TO_FALL] = "由{0}增长{2}转为下降",
    [TURN_RISE_TO_FLAT] = "由{0}增长{2}转为持平",
    [TURN_FALL_TO_FLAT] = "由{0}下降{2}转为持平",
    [TURN_FLAT_TO_RISE] = "由{0}持平转为增长",
    [TURN_FLAT_TO_FALL] = "由{0}持平转为下降",
    [TURN_STILL_FLAT] = "与{0}一样持平",
};
_Static_assert(sizeof TURNS / sizeof *TURNS == TURN_COUNT,
               "words for each turn");

static bool
rate_of(const jb_fact *f, jb_decimal *out)
{
    *out = (jb_decimal){0, 0};
    if (!f->is_known)
        return false;
    if (f->growth.kind == CHANGE_RATE || f->growth.kind == CHANGE_POINTS)
        *out = f->growth.rate;
    return f->growth.kind == CHANGE_RATE ||
           f->growth.kind == CHANGE_POINTS || f->growth.kind == CHANGE_FLAT;
}

static slice
turn_words(arena *a, const char *pattern, const slice values[4])
{
    slice_builder b = {.arena = a};
    for (const char *p = pattern; *p != '\0'; p++) {
        if (*p != '{') {
            builder_add(&b, (slice){p, 1});
            continue;
        }
        builder_add(&b, values[p[1] - '0']);
        p += 2;
    }
    return builder_slice(&b);
}

slice
phrase_turn(arena *a, const jb_fact *growth, const jb_fact *former,
            slice than)
{
    jb_decimal now, before, difference;
    if (!rate_of(growth, &now) || !rate_of(former, &before) ||
        !decimal_sub(now, before, &difference))
        return (slice){NULL, 0};
    bool is_points = former->growth.kind == CHANGE_POINTS;
    slice points = points_name(growth);
    const slice values[4] = {
        than, number_text(a, decimal_abs(difference)),
        slice_join(a, number_text(a, decimal_abs(before)),
                   is_points ? points : SLICE_OF("%")),
        points};
    return turn_words(a, TURNS[course_turn_of(before, now)], values);
}
