/* Rates that name what they are of: 结案700件，结案率79.6% of what was received;
 * 中位数是平均数的86.7%; 研发经费投入强度 of the gross product. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Figures that are looked through. */
#define RATES_NEAR 10
#define FIXED_BACK 60
/* Clauses between the whole and its rate, at most. */
#define FIXED_NEAR 6

static bool
is_percent(const claim *c)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_PERCENT;
}

/* ── 结案率 ── */

/* 结案 of 结案率, or nothing: 法定审限内结案率 is of others. */
static slice
deed_of(slice subject)
{
    static const slice deeds[] = {
        SLICE("结案"), SLICE("审结"), SLICE("执结"), SLICE("办结"),
        SLICE("合格"), SLICE("录取"), SLICE("签约"), SLICE("开工"),
        SLICE("竣工"), SLICE("投产"), SLICE("中标"), SLICE("及格"),
        SLICE("整改"),
    };
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        slice head = slice_cut(subject, 0, subject.len - strlen("率"));
        if (slice_ends_with(subject, SLICE_OF("率")) &&
            slice_equal(head, deeds[i]))
            return deeds[i];
    }
    return (slice){NULL, 0};
}

static bool
is_count(const claim *c)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.unit.kind == UNIT_COUNT;
}

/* 结案700件, or what comes to the same: 审结, 执结, 办结. */
static bool
is_done(const claim *c, slice deed)
{
    static const slice closed[] = {SLICE("审结"), SLICE("执结"),
                                   SLICE("办结"), SLICE("审执结")};
    return slice_starts_with(c->subject, deed) ||
           (slice_is(deed, "结案") &&
            slice_starts_with_any(c->subject, closed,
                                  sizeof closed / sizeof *closed));
}

/* The nearest count before it that the deed names: 结案700件. */
static size_t
done_before(const inspection *in, size_t i, slice deed)
{
    for (size_t k = i; k-- > 0 && i - k < RATES_NEAR;) {
        const claim *c = &in->claims.at[k];
        if (!rule_in_paragraph(in, c, &in->claims.at[i]))
            break;
        if (is_percent(c) && deed_of(c->subject).len > 0)
            break; /* the rate of another */
        if (is_count(c))
            return is_done(c, deed) ? k : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* 共受理案件4939件。结案2837件: all there was to do, told right before. */
static bool
is_received(const inspection *in, const claim *whole, const claim *done)
{
    return whole->sentence + 1 == done->sentence &&
           slice_has(whole->subject, "受理") &&
           !slice_has(rule_sentence_lead(in, done), "其中");
}

/* Right if it is the share of any count before it in the paragraph. */
static void
check_deed(const inspection *in, size_t i)
{
    const claim *rate = &in->claims.at[i], *nearest = NULL;
    slice deed = deed_of(rate->subject);
    size_t done = deed.len > 0 ? done_before(in, i, deed) : SIZE_MAX;
    for (size_t k = done; done != SIZE_MAX && k-- > 0 &&
                          done - k < RATES_NEAR;) {
        const claim *c = &in->claims.at[k], *part = &in->claims.at[done];
        if (!rule_in_paragraph(in, c, part))
            break;
        jb_quantity w = c->figure->quantity, p = part->figure->quantity;
        bool is_all = slice_has(c->subject, "受理") ||
                      slice_has(c->subject, "收案");
        if (!is_count(c) || !level_align(&w, &p) ||
            (!is_all && decimal_compare(w.value, p.value) < 0))
            continue;
        if (rule_can_be_share(part, c, rate))
            return;
        if (nearest == NULL)
            nearest = c;
    }
    if (nearest != NULL &&
        (nearest->sentence == in->claims.at[done].sentence ||
         is_received(in, nearest, &in->claims.at[done])))
        rule_report_share(in, &in->claims.at[done], nearest, rate);
}

/* ── 中位数是平均数的86.7% ── */

/* The first level before it whose name is that of the median without 中位数;
 * the median itself may be named by it alone. */
static void
check_median(const inspection *in, size_t i)
{
    const claim *rate = &in->claims.at[i], *median = NULL;
    slice lead = slice_trim(rule_lead(in, rate));
    slice name = SLICE_OF("中位数");
    if (!slice_ends_with(lead, SLICE_OF("平均数的")))
        return;
    for (size_t k = i; k-- > 0 && i - k < 3 * RATES_NEAR;) {
        const claim *c = &in->claims.at[k];
        if (!claim_is_exact(c) || c->figure->sort != FIGURE_QUANTITY)
            continue;
        if (median == NULL && !slice_ends_with(c->subject, name))
            return;
        if (median == NULL) {
            median = c;
            name = slice_cut(c->subject, 0, c->subject.len - name.len);
            continue;
        }
        bool is_mean = name.len == 0 || slice_equal(c->subject, name);
        if (!is_mean)
            continue;
        if (!rule_can_be_share(median, c, rate))
            rule_report_share(in, median, c, rate);
        return;
    }
}

/* ── 资产负债率, 营业收入利润率, 研发经费投入强度 ── */

/* A rate that is always of the same two amounts, by the ends of all three
 * names. */
typedef struct fixed_rate {
    slice rate, part, whole;
    bool is_of_one; /* the rest of the two names is one: 工业企业 of both */
    bool is_beside; /* both are told in the sentence of the rate */
} fixed_rate;

static const fixed_rate FIXED[] = {
    {SLICE("资产负债率"), SLICE("负债"), SLICE("资产"), false, false},
    {SLICE("资产负债率"), SLICE("负债总额"), SLICE("资产总额"), false, false},
    {SLICE("资产负债率"), SLICE("负债合计"), SLICE("资产总计"), false, false},
    {SLICE("资产负债率"), SLICE("负债总计"), SLICE("资产总计"), false, false},
    {SLICE("产销率"), SLICE("销售产值"), SLICE("总产值"), false, true},
    {SLICE("产品销售率"), SLICE("销售产值"), SLICE("总产值"), false, true},
    {SLICE("财政自给率"), SLICE("预算收入"), SLICE("预算支出"), false, true},
    {SLICE("不良贷款率"), SLICE("不良贷款余额"), SLICE("各项贷款余额"), false,
     true},
    {SLICE("不良率"), SLICE("不良贷款余额"), SLICE("贷款余额"), false, true},
    {SLICE("外贸依存度"), SLICE("进出口总额"), SLICE("生产总值"), false, true},
    {SLICE("外贸依存度"), SLICE("进出口总值"), SLICE("生产总值"), false, true},
    {SLICE("净利率"), SLICE("净利润"), SLICE("营业收入"), false, true},
    {SLICE("净利润率"), SLICE("净利润"), SLICE("营业收入"), false, true},
    {SLICE("就业率"), SLICE("就业"), SLICE("毕业生"), false, true},
    {SLICE("到位率"), SLICE("到位资金"), SLICE("资金"), false, true},
    {SLICE("营业收入利润率"), SLICE("利润总额"), SLICE("营业收入"), true,
     false},
    {SLICE("主营业务收入利润率"), SLICE("利润总额"), SLICE("主营业务收入"),
     true, false},
    {SLICE("研发经费投入强度"), SLICE("研发经费投入"), SLICE("生产总值"),
     false, false},
    {SLICE("研发投入强度"), SLICE("研发经费投入"), SLICE("生产总值"), false,
     false},
    {SLICE("存贷比"), SLICE("贷款余额"), SLICE("存款余额"), false, true},
    {SLICE("亏损面"), SLICE("亏损企业"), SLICE("企业"), false, true},
    {SLICE("税收占比"), SLICE("税收收入"), SLICE("公共预算收入"), false, true},
    {SLICE("税收比重"), SLICE("税收收入"), SLICE("公共预算收入"), false, true},
};

/* 规模以上工业企业 of 规模以上工业企业实现利润总额. */
static slice
owner_of(slice subject, slice name)
{
    slice s = slice_cut(subject, 0, subject.len - name.len);
    slice deed = SLICE_OF("实现");
    return slice_ends_with(s, deed) ? slice_cut(s, 0, s.len - deed.len) : s;
}

static bool
is_amount_named(const claim *c, slice name)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_QUANTITY &&
           slice_ends_with(c->subject, name) && !slice_has(c->subject, "人均");
}

/* Both told before the rate, and for no other time than each other. */
static bool
is_of_one_time(const inspection *in, size_t a, size_t b)
{
    return setting_may_be_one_time(in, setting_from_claim(in, a),
                                   setting_from_claim(in, b));
}

/* Right if it is the rate of any two such amounts; held against the first
 * part told, which is of the whole text's subject, and the nearest whole.
 * Whether there were any. */
static bool
check_fixed(const inspection *in, size_t i, const fixed_rate *names)
{
    const claim *at = in->claims.at, *part = NULL, *whole = NULL;
    size_t from = i > FIXED_BACK ? i - FIXED_BACK : 0;
    for (size_t k = from; k < i; k++)
        for (size_t j = from; j < i && is_amount_named(&at[k], names->part);
             j++) {
            if (k == j || !is_amount_named(&at[j], names->whole) ||
                slice_ends_with(at[j].subject, names->part) ||
                (names->is_beside && (at[k].sentence != at[i].sentence ||
                                      at[j].sentence != at[i].sentence)) ||
                !unit_is_same_base(at[j].figure->quantity.unit,
                                   at[k].figure->quantity.unit) ||
                (names->is_of_one &&
                 !slice_equal(owner_of(at[k].subject, names->part),
                              owner_of(at[j].subject, names->whole))) ||
                !is_of_one_time(in, k, j))
                continue;
            if (rule_can_be_share(&at[k], &at[j], &at[i]))
                return true;
            part = part == NULL ? &at[k] : part;
            whole = &at[j];
        }
    if (part != NULL && at[i].clause <= whole->clause + FIXED_NEAR)
        rule_report_share(in, part, whole, &at[i]);
    return part != NULL;
}

/* ── 城乡居民收入比为2.05 ── */

/* The ratio of incomes in town and country, told as the figure of the text's
 * own time. */
static bool
is_ratio_of_incomes(const inspection *in, const claim *c)
{
    static const slice ends[] = {SLICE("收入比"), SLICE("收入比为"),
                                 SLICE("收入之比为"), SLICE("收入比值为"),
                                 SLICE("收入倍差为")};
    slice lead = slice_trim(rule_lead(in, c));
    if (c->figure->sort != FIGURE_BARE || c->is_aside ||
        c->figure->quantity.bound != BOUND_EXACT ||
        c->figure->quantity.value.scale < 1 || !slice_has(lead, "城乡"))
        return false;
    return slice_ends_with_any(lead, ends, sizeof ends / sizeof *ends);
}

static bool
is_income(const claim *c, const char *whose)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_QUANTITY &&
           slice_ends_with(c->subject, SLICE_OF("人均可支配收入")) &&
           slice_has(c->subject, whose);
}

static double
value_of(const claim *c)
{
    return decimal_to_double(c->figure->quantity.value);
}

/* Right if it is the ratio of any two such incomes of the paragraph. */
static void
check_incomes(const inspection *in, size_t i)
{
    const claim *at = in->claims.at, *town = NULL, *country = NULL;
    size_t from = i > FIXED_BACK ? i - FIXED_BACK : 0;
    double told = value_of(&at[i]), slack = 0.6;
    for (int n = at[i].figure->quantity.value.scale; n > 0; n--)
        slack /= 10;
    for (size_t k = from; k < i; k++)
        for (size_t j = from; j < i && is_income(&at[k], "城镇"); j++) {
            if (!is_income(&at[j], "农村") || value_of(&at[j]) <= 0 ||
                !rule_in_paragraph(in, k < j ? &at[k] : &at[j], &at[i]))
                continue;
            double off = value_of(&at[k]) / value_of(&at[j]) - told;
            if (off <= slack && off >= -slack)
                return;
            town = &at[k];
            country = &at[j];
        }
    if (town == NULL ||
        !rule_is_typed(in, at[i].figure->first, at[i].figure->last))
        return;
    slice a = rule_figure_text(in, town->figure);
    slice b = rule_figure_text(in, country->figure);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, at[i].figure),
                rule_figure_text(in, at[i].figure),
                slice_printf(in->arena, "%.*s ÷ %.*s ≈ %.2f", SLICE_ARGS(a),
                             SLICE_ARGS(b),
                             value_of(town) / value_of(country)));
    diags_relate(in->diags, rule_figure_span(in, town->figure),
                 SLICE_OF("城镇的数在这里"));
}

/* 余额存贷比: a rate told beside its amounts may have a longer name. */
static bool
is_rate_named(const claim *c, const fixed_rate *names)
{
    return names->is_beside ? slice_ends_with(c->subject, names->rate)
                            : slice_equal(c->subject, names->rate);
}

void
rule_rates(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        if (is_ratio_of_incomes(in, &in->claims.at[i]))
            check_incomes(in, i);
        if (!is_percent(&in->claims.at[i]))
            continue;
        check_deed(in, i);
        check_median(in, i);
        for (size_t k = 0; k < sizeof FIXED / sizeof *FIXED; k++)
            if (is_rate_named(&in->claims.at[i], &FIXED[k]) &&
                check_fixed(in, i, &FIXED[k]))
                break;
    }
}
