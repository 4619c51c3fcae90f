/* Percentages written where points or per mille are meant: 增速高于全市平均14.7%, 拉动
 * 经济增长3.1%, 自然增长率7.22%; and a change of nothing, 上升0.0%. */
#include "prose/lexicon.h"
#include "prose/rule.h"

#define N_OF(list) (sizeof(list) / sizeof *(list))

static bool
is_percent(const claim *c)
{
    return c->figure->sort == FIGURE_PERCENT && !c->is_aside &&
           slice_is(c->figure->quantity.unit.name, "%");
}

/* `words` is the end of what stands before the figure. */
static void
report(const inspection *in, const claim *c, slice name, slice words)
{
    size_t first = c->figure->first - words.len;
    if (rule_is_typed(in, c->figure->first, c->figure->last))
        diag_report(in->diags, &PROSE_POINTS_AS_PERCENT,
                    rule_span(in, first, c->figure->last), name,
                    rule_text(in, first, c->figure->last));
}

/* ── 市场份额比2010年末提高5.6% ── */

/* 市场份额 of 市场份额比2010年末提高: what stands before the base, which hides it
 * from the subject; empty when no base is named by its year. */
static slice
name_before_base(slice lead)
{
    for (size_t at = lead.len; at-- > 0;) {
        const lexicon_word *word =
            lexicon_start(slice_cut(lead, at, lead.len), LEXICON_AGAINST);
        if (word == NULL)
            continue;
        slice rest = slice_cut(lead, at + word->text.len, lead.len);
        bool is_year = slice_has_digit(slice_cut(rest, 0, 1)) &&
                       slice_has(rest, "年");
        return is_year ? slice_cut(lead, 0, at) : (slice){NULL, 0};
    }
    return (slice){NULL, 0};
}

static bool
is_rate_name(slice s)
{
    return lexicon_end(s, LEXICON_RATE_NAME) != NULL &&
           lexicon_end(s, LEXICON_NO_RATE_NAME) == NULL;
}

static void
check_based_rate(const inspection *in, const claim *c)
{
    slice name = name_before_base(slice_trim(rule_lead(in, c)));
    if (c->kind == CLAIM_RATE && c->direction != 0 && is_rate_name(name) &&
        !is_rate_name(c->subject))
        report(in, c, name,
               lexicon_end(rule_lead(in, c), LEXICON_CHANGE)->text);
}

/* ── 占学校总数的36.13%，较2018年增长了0.76% ── */

/* A share moves by little; the amount it is of would be told before it. */
#define SHARE_MOVE_MOST 2

static bool
has_amount_before(const inspection *in, const claim *c)
{
    for (const claim *b = c; b-- > in->claims.at &&
                             b->sentence == c->sentence;)
        if (b->figure->sort == FIGURE_QUANTITY ||
            b->figure->sort == FIGURE_BARE)
            return true;
    return false;
}

/* The figure before it that is no date. */
static const claim *
level_before(const inspection *in, const claim *c)
{
    while (c > in->claims.at)
        if ((--c)->figure->sort != FIGURE_DATE)
            return c;
    return NULL;
}

static void
check_share(const inspection *in, const claim *c)
{
    const claim *level = level_before(in, c);
    jb_decimal most = {SHARE_MOVE_MOST, 0};
    slice lead = slice_trim(rule_lead(in, c));
    if (level == NULL || c->kind != CLAIM_RATE || c->direction == 0 ||
        lexicon_start(lead, LEXICON_AGAINST) == NULL ||
        level->sentence != c->sentence || level->clause + 1 != c->clause ||
        level->kind != CLAIM_LEVEL || !is_percent(level) ||
        !slice_has(rule_lead(in, level), "占") || is_rate_name(c->subject) ||
        decimal_compare(decimal_abs(c->rate), most) >= 0 ||
        has_amount_before(in, c))
        return;
    report(in, c, SLICE_OF("占比"), lead);
}

/* ── 增速高于全市平均水平14.7% ── */

static const slice PACES[] = {SLICE("增速"), SLICE("增幅"), SLICE("涨幅"),
                              SLICE("降幅"), SLICE("同比增速")};
static const slice AREAS[] = {SLICE("全国"), SLICE("全省"), SLICE("全市"),
                              SLICE("全区"), SLICE("全州"), SLICE("全县"),
                              SLICE("规上工业"), SLICE("规模以上工业")};

/* The area without 平均水平 behind it. */
static bool
is_area(slice s)
{
    static const slice tails[] = {SLICE("增速"), SLICE("增幅"), SLICE("水平"),
                                  SLICE("平均"), SLICE("的")};
    s = slice_without_ends(s, tails, N_OF(tails));
    for (size_t i = 0; i < N_OF(AREAS); i++)
        if (slice_equal(s, AREAS[i]))
            return true;
    return false;
}

/* 上半年, 一季度, 上年同期, 1—5月: a time that ends what is compared with. */
static bool
is_time(slice s)
{
    static const slice times[] = {
        SLICE("上半年"),   SLICE("一季度"), SLICE("上季度"), SLICE("前三季度"),
        SLICE("上年同期"), SLICE("上年"),   SLICE("上月"),   SLICE("去年同期"),
        SLICE("去年"),     SLICE("全年")};
    for (size_t i = 0; i < N_OF(times); i++)
        if (slice_equal(s, times[i]))
            return true;
    return slice_has_digit(s) && (slice_ends_with(s, SLICE_OF("月")) ||
                                  slice_ends_with(s, SLICE_OF("月份")));
}

/* 高于全市平均, 比上半年高: what a growth is held against, and which. */
static bool
is_gap(slice lead)
{
    static const slice sides[] = {SLICE("高于"), SLICE("低于"), SLICE("快于"),
                                  SLICE("慢于"), SLICE("高出")};
    static const slice against[] = {SLICE("比"), SLICE("较")};
    static const slice ends[] = {SLICE("高出"), SLICE("高"), SLICE("低"),
                                 SLICE("快"),   SLICE("慢")};
    slice other = slice_without_start(lead, sides, N_OF(sides));
    if (other.len < lead.len)
        return is_area(other);
    other = slice_without_start(lead, against, N_OF(against));
    slice than = slice_without_end(other, ends, N_OF(ends));
    return other.len < lead.len && than.len < other.len &&
           (is_area(than) || is_time(than));
}

static void
check_gap(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *rate = rule_spoken_of(in, i);
    slice lead = slice_trim(rule_lead(in, c));
    slice words = slice_without_start(lead, PACES, N_OF(PACES));
    slice rest = rule_sentence_rest(in, c);
    bool is_told = rate != NULL && claim_is_growth(rate) &&
                   rate->figure->sort == FIGURE_PERCENT &&
                   !slice_has(rate->subject, "价");
    if (!is_gap(words) || !is_told || slice_starts_with(rest, SLICE_OF("的")) ||
        (words.len < lead.len && slice_starts_with(words, SLICE_OF("比"))))
        return; /* 增速比…高 is told by rule_pace_units */
    report(in, c, SLICE_OF("增速"), lead);
}

/* ── 拉动经济增长3.1% ── */

/* 经济增长 of what is pulled, so that its growth is meant, not that of sales
 * which a subsidy brought. */
static bool
is_whole_pulled(slice s)
{
    static const slice areas[] = {SLICE("全国"), SLICE("全省"), SLICE("全市"),
                                  SLICE("全县"), SLICE("全区"), SLICE("我省"),
                                  SLICE("我市"), SLICE("我县"), SLICE("我区")};
    static const slice wholes[] = {
        SLICE("GDP"), SLICE("经济"), SLICE("地区生产总值"),
        SLICE("生产总值"), SLICE("规上工业"), SLICE("规模以上工业"),
        SLICE("规上工业增加值"), SLICE("规模以上工业增加值"),
        SLICE("工业增加值"), SLICE("国内生产总值"), SLICE("国民经济")};
    const lexicon_word *verb = lexicon_end(s, LEXICON_CHANGE);
    if (verb == NULL)
        return false;
    s = slice_cut(s, 0, s.len - verb->text.len);
    s = slice_without_start(s, areas, N_OF(areas));
    for (size_t i = 0; i < N_OF(wholes); i++)
        if (slice_equal(s, wholes[i]))
            return true;
    return false;
}

static void
check_pull(const inspection *in, const claim *c)
{
    static const slice fills[] = {SLICE("分别是"), SLICE("分别为"),
                                  SLICE("达到"), SLICE("为"), SLICE("是"),
                                  SLICE("达")};
    slice lead = rule_own_lead(in, c), pull = SLICE_OF("拉动");
    size_t at = slice_find(lead, pull);
    slice behind = slice_skip(lead, at + pull.len);
    slice said = slice_skip(behind, strlen("力"));
    bool is_force = slice_starts_with(behind, SLICE_OF("力")) &&
                    slice_without_start(said, fills, N_OF(fills)).len == 0;
    if (at == lead.len || (!is_force && !is_whole_pulled(behind)))
        return;
    report(in, c, SLICE_OF("拉动的增速"), slice_skip(lead, at));
}

/* ── 人口自然增长率7.22% ── */

/* Nobody is born or dies by three in a hundred a year. */
#define VITAL_LEAST 3

static bool
is_vital(slice subject)
{
    static const slice names[] = {
        SLICE("人口自然增长率"), SLICE("人口出生率"), SLICE("人口死亡率")};
    return slice_ends_with_any(subject, names, N_OF(names));
}

/* 出生率 beside the others. */
static bool
is_vital_rate(const inspection *in, const claim *c)
{
    static const slice names[] = {SLICE("出生率"), SLICE("死亡率"),
                                  SLICE("自然增长率")};
    const clause *own = &in->clauses.at[c->clause];
    slice words = clause_near_start(
        rule_text(in, own->sentence_first, own->sentence_last));
    return is_vital(c->subject) ||
           (slice_ends_with_any(c->subject, names, N_OF(names)) &&
            (slice_has(words, "‰") || slice_has(words, "人口")));
}

static void
check_vital(const inspection *in, const claim *c)
{
    jb_decimal least = {VITAL_LEAST, 0};
    if (c->kind == CLAIM_LEVEL && is_vital_rate(in, c) &&
        decimal_compare(c->figure->quantity.value, least) >= 0 &&
        rule_is_typed(in, c->figure->first, c->figure->last))
        diag_report(in->diags, &PROSE_PERMILLE_AS_PERCENT,
                    rule_figure_span(in, c->figure), c->subject,
                    rule_figure_text(in, c->figure));
}

/* 出生率上升0.78个百分点 in a paragraph that has it in ‰, not right behind the rate
 * itself: that is rule_scale's. */
static void
check_vital_points(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    const claim *level = c - 1;
    if (c->kind != CLAIM_POINTS || c->direction == 0 || c->is_aside ||
        !slice_is(c->figure->quantity.unit.name, "个百分点") ||
        !is_vital_rate(in, c) ||
        (c > in->claims.at && level->sentence == c->sentence &&
         level->clause + 1 == c->clause))
        return;
    slice words = clause_near_end(
        rule_text(in, own->sentence_first > 300 ? own->sentence_first - 300
                                                : 0,
                  c->figure->first));
    if (slice_has(words, "‰") &&
        rule_is_typed(in, c->figure->first, c->figure->last))
        diag_report(in->diags, &PROSE_PERMILLE_IN_POINTS,
                    rule_figure_span(in, c->figure), c->subject,
                    rule_change_text(in, c));
}

/* ── 上升0.0% ── */

static bool
is_joined(slice s)
{
    return slice_is(s, "、") || slice_is(s, "和") || slice_is(s, "，");
}

/* A change of nothing by a verb right before it; in a list it has to be told
 * somehow. */
static void
check_nothing(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    bool is_change = c->kind == CLAIM_RATE || c->kind == CLAIM_POINTS;
    slice words = rule_change_text(in, c);
    if (!is_change || c->direction == 0 || c->is_aside ||
        decimal_sign(c->figure->quantity.value) != 0 ||
        c->figure->quantity.bound != BOUND_EXACT ||
        words.at == rule_figure_text(in, c->figure).at ||
        slice_has(rule_lead(in, c), "分别") ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    if (i + 1 < in->claims.n &&
        is_joined(rule_text(in, c->figure->last, c[1].figure->first)))
        return;
    diag_report(in->diags, &PROSE_CHANGE_OF_NOTHING,
                rule_figure_span(in, c->figure), words);
}

void
rule_percents(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        check_vital_points(in, c);
        check_nothing(in, i);
        if (!is_percent(c))
            continue;
        check_based_rate(in, c);
        check_share(in, c);
        check_gap(in, i);
        check_pull(in, c);
        check_vital(in, c);
    }
}
