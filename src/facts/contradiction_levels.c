/* Levels against each other and against what their name can be: C6, C7 and
 * C12. */
#include "facts/contradiction.h"
#include "facts/formula.h"
#include "facts/level.h"

/* ── ten thousand times too much ── */

/* A level under the name that it has in the file. */
typedef struct named_level {
    const jb_quantity *level;
    slice name;
} named_level;

/* Whether a is b × 10^power, up to a factor of two. */
static bool
is_times(jb_quantity a, jb_quantity b, int power)
{
    const jb_decimal one = {1, 0}, two = {2, 0};
    jb_decimal scaled;
    int low, high;
    return decimal_shift(b.value, power, &scaled) &&
           level_compare_products(a.value, two, scaled, one, &low) &&
           level_compare_products(a.value, one, scaled, two, &high) &&
           low >= 0 && high <= 0;
}

/* By what a slip of 万 or 亿 would have put them apart; 0 when it did not. */
static int
power_between(jb_quantity a, jb_quantity b)
{
    if (!level_align(&a, &b) || decimal_sign(a.value) <= 0 ||
        decimal_sign(b.value) <= 0)
        return 0;
    for (int power = 4; power <= 8; power += 4)
        if (is_times(a, b, power) || is_times(b, a, power))
            return power;
    return 0;
}

static size_t
levels_of(const contradiction_case *c, named_level *out)
{
    const metrics_metric *m = c->metric;
    size_t n = 0;
    if (m->has_value)
        out[n++] = (named_level){&m->value, SLICE_OF("本期")};
    if (m->has_previous)
        out[n++] = (named_level){&m->previous, SLICE_OF("上年同期")};
    if (m->has_target)
        out[n++] = (named_level){&m->target, SLICE_OF("目标")};
    for (size_t i = 0; i < m->n_history; i++)
        out[n++] = (named_level){
            &m->history[i].value,
            period_name(c->arena, m->history[i].period)};
    return n;
}

static void
report_scale(const contradiction_case *c, named_level odd, named_level other)
{
    int power = power_between(*odd.level, *other.level);
    diag_report(c->diags, &FACTS_SCALE, odd.level->span,
                c->metric->name.text, odd.name,
                formula_level(c->arena, *odd.level), other.name,
                formula_level(c->arena, *other.level),
                power == 4 ? SLICE_OF("一万") : SLICE_OF("一亿"));
    diags_relate(c->diags, other.level->span, SLICE_OF("相比的数在这里"));
}

/* How many of the levels lie so far from level `i`. */
static size_t
strays_from(const named_level *levels, size_t n, size_t i)
{
    size_t far = 0;
    for (size_t k = 0; k < n; k++)
        far += power_between(*levels[i].level, *levels[k].level) > 0;
    return far;
}

/* More levels than these are not held against each other. */
#define LEVELS_MOST 100

/* The one that lies so far from all of the others is the slip; of two, the
 * later one in the file. Levels that went a long way by themselves, from year
 * to year, lie so far from some only. What is explained is left alone. */
static void
check_scale(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    named_level *levels = ARENA_ARRAY(c->arena, m->n_history + 3,
                                      named_level);
    size_t all = levels_of(c, levels), worst = 0, most = 0;
    size_t n = all < LEVELS_MOST ? all : LEVELS_MOST;
    bool is_sum = m->unit.kind == UNIT_COUNT || m->unit.kind == UNIT_AMOUNT;
    for (size_t i = 0; i < n; i++) {
        size_t far = strays_from(levels, n, i);
        worst = far >= most ? i : worst;
        most = far > most ? far : most;
    }
    if (!is_sum || most == 0 || most + 1 < n || m->note.text.len > 0)
        return;
    for (size_t k = 0; k < n; k++)
        if (power_between(*levels[worst].level, *levels[k].level) > 0) {
            report_scale(c, levels[worst], levels[k]);
            return;
        }
}

/* ── shares ── */

/* What is a share of something whole, and so between none and all of it. */
static bool
is_share(slice name)
{
    static const slice ends[] = {
        SLICE("占比"), SLICE("比重"), SLICE("份额"), SLICE("天数比例"),
        SLICE("失业率"), SLICE("城镇化率"), SLICE("覆盖率"),
        SLICE("合格率"), SLICE("优良率"), SLICE("优良天数率"),
        SLICE("达标率"), SLICE("普及率"), SLICE("满意率"), SLICE("满意度"),
        SLICE("处理率"), SLICE("绿化率")};
    return slice_ends_with_any(name, ends, sizeof ends / sizeof *ends);
}

static void
check_share(const contradiction_case *c, const jb_quantity *q, slice role)
{
    const metrics_metric *m = c->metric;
    jb_decimal all = {100, 0};
    if (!is_share(m->name.text) || !slice_is(q->unit.base, "%") ||
        (decimal_sign(q->value) >= 0 && decimal_compare(q->value, all) <= 0))
        return;
    diag_report(c->diags, &FACTS_SHARE_RANGE, q->span, m->name.text, role,
                formula_level(c->arena, *q));
}

static void
check_shares(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    named_level *levels = ARENA_ARRAY(c->arena, m->n_history + 3,
                                      named_level);
    size_t n = levels_of(c, levels);
    for (size_t i = 0; i < n; i++)
        check_share(c, levels[i].level, levels[i].name);
}

/* ── the growth against the level alone ── */

/* What the level must be for the outcome: 1 above zero, -1 below, 0 no more
 * than zero, 2 anything. */
static int
sign_wanted(metrics_change_kind kind)
{
    switch (kind) {
    case CHANGE_TURNED_PROFIT:
    case CHANGE_NET_NEW:
        return 1;
    case CHANGE_TURNED_LOSS:
    case CHANGE_LOSS_WIDENED:
        return -1;
    case CHANGE_LOSS_NARROWED:
        return 0;
    default:
        return 2;
    }
}

static bool
fits_outcome(metrics_change_kind kind, int sign)
{
    int wanted = sign_wanted(kind);
    return wanted == 2 || (wanted == 0 ? sign <= 0 : sign == wanted);
}

/* 扭亏为盈 of what is still a loss; without the level a year before, the signs
 * alone tell. */
static void
check_outcome_alone(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    int sign = decimal_sign(m->value.value);
    slice value = formula_level(c->arena, m->value);
    if (!fits_outcome(m->growth.kind, sign))
        diag_report(c->diags, &FACTS_OUTCOME_OF_LEVEL, m->growth.span,
                    m->name.text, contradiction_stated(c), value);
    else if (m->growth.kind == CHANGE_RATE && sign < 0)
        diag_report(c->diags, &FACTS_RATE_OF_LOSS, m->growth.span,
                    m->name.text, contradiction_stated(c), value);
    else
        return;
    diags_relate(c->diags, m->value.span, SLICE_OF("本期在这里"));
}

void
contradiction_check_levels(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    const jb_fact *base = &c->facts->single[FACT_PREVIOUS];
    bool is_alone = !base->is_known || base->is_derived;
    check_scale(c);
    check_shares(c);
    bool is_loss = slice_has(m->name.text, "亏"); /* told as a number above 0 */
    if (m->has_value && is_alone && !is_loss && m->unit.kind != UNIT_PERCENT)
        check_outcome_alone(c);
}
