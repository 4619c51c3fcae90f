/* The same indicator told twice with different figures. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"
#include "prose/topic.h"

static bool
is_plain_level(const claim *c)
{
    return claim_is_amount(c) && c->figure->quantity.bound == BOUND_EXACT;
}

/* Words so general that they need a name in front to mean something. */
static bool
is_specific(slice subject)
{
    const size_t han = strlen("一");
    return subject.len >= 5 * han;
}

static bool
is_known(const claim *c)
{
    return indicator_stands_alone(c->indicator);
}

/* Things are counted by any name; money, tonnes and rates are of an
 * indicator: 股份制企业增长4.8% is of one that was named before. */
static bool
names_indicator(const claim *c)
{
    bool is_count = (c->kind == CLAIM_LEVEL || c->kind == CLAIM_CHANGE) &&
                    c->figure->quantity.unit.kind == UNIT_COUNT;
    return is_count || is_known(c) || c->kind == CLAIM_RANK ||
           lexicon_end(c->subject, LEXICON_INDICATOR) != NULL;
}

/* A figure after 其中 is a part of something said before, and one after 分别
 * is of one of several. */
static bool
is_part(const inspection *in, const claim *c)
{
    bool is_whole = indicator_stands_alone(c->indicator);
    return (slice_has(rule_sentence_lead(in, c), "其中") && !is_whole) ||
           slice_has(rule_lead(in, c), "分别");
}

static bool
says_same(const claim *a, const claim *b)
{
    return a->kind == b->kind && a->is_expected == b->is_expected &&
           a->is_to_date == b->is_to_date;
}

/* 科技型中小企业总数 without what only says that it is counted. */
static slice
without_count(slice s)
{
    static const slice tails[] = {SLICE("总数"), SLICE("总量"),
                                  SLICE("数量"), SLICE("数")};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (slice_ends_with(s, tails[i]))
            return slice_cut(s, 0, s.len - tails[i].len);
    return s;
}

/* 评价入库科技型中小企业 and 科技型中小企业总数: the one ends in the other. */
static bool
is_near_name(slice a, slice b)
{
    slice x = without_count(a), y = without_count(b);
    return is_specific(x) && is_specific(y) &&
           (slice_ends_with(x, y) || slice_ends_with(y, x));
}

/* 贷款增加6.37万亿元; 同比多增 is the change of a change. */
static bool
is_plain_change(const inspection *in, const claim *c)
{
    static const slice others[] = {SLICE("多增"), SLICE("少增"),
                                   SLICE("多减"), SLICE("少减")};
    slice lead = rule_lead(in, c);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_ends_with(lead, others[i]))
            return false;
    return c->kind == CLAIM_CHANGE && c->level == CLAIM_OF_NOTHING &&
           c->figure->quantity.bound == BOUND_EXACT;
}

/* 本周共办理此类工单25件: what it points at is told elsewhere. */
static bool
points_back(slice subject)
{
    return slice_has(subject, "此类") || slice_has(subject, "该类") ||
           slice_has(subject, "这类") || slice_has(subject, "此项");
}

/* 7、普通高校…: an item of a numbered list is all of one thing. */
static bool
is_in_item(const inspection *in, const claim *c)
{
    size_t at = in->clauses.at[c->clause].first;
    slice text = in->passage.text;
    while (at > 0 && text.at[at - 1] != '\n')
        at--;
    slice line = clause_near_start(slice_cut(text, at, c->figure->last));
    return line.len > 0 && line.at[0] >= '0' && line.at[0] <= '9' &&
           topic_is_numbered(line);
}

/* The level that the run of sentences joined by ； begins with. */
static const claim *
first_of_run(const inspection *in, const claim *c, bool is_item)
{
    const claim *first = c;
    for (const claim *k = c; k-- > in->claims.at && c - k < CLAIM_REACH;) {
        slice between = rule_text(in, k->figure->last, first->figure->first);
        if ((slice_has(between, "。") && !slice_has(between, "。其中") &&
             !is_item) ||
            slice_has(between, "\n"))
            break;
        if (k->kind == CLAIM_LEVEL && !k->is_aside)
            first = k;
    }
    return first;
}

/* 市县级收入, 地方收入: what any whole may be divided into. */
static bool
is_of_division(const claim *c)
{
    static const slice starts[] = {SLICE("市县级"), SLICE("省级"),
                                   SLICE("市级"),   SLICE("县级"),
                                   SLICE("区级"),   SLICE("州级"),
                                   SLICE("市本级"), SLICE("县本级"),
                                   SLICE("中央"),   SLICE("地方"),
                                   SLICE("乡镇级")};
    return slice_starts_with_any(c->subject, starts,
                                 sizeof starts / sizeof *starts);
}

/* What the name starts with that the claim's sentence told first, or the run
 * that 其中 and ； go on with. */
static const lexicon_word *
owner_of(const inspection *in, const claim *c)
{
    rule_stretch s = rule_sentence_claims(in, c->sentence);
    const lexicon_word *own = NULL;
    for (const claim *k = s.at; own == NULL && k < c; k++)
        if (k->kind != CLAIM_NONE) {
            own = lexicon_start(k->subject, LEXICON_PARTITION);
            break;
        }
    const claim *first = first_of_run(in, c, false);
    return own != NULL || indicator_stands_alone(c->indicator)
               ? own
               : lexicon_start(first->subject, LEXICON_PARTITION);
}

/* 城镇居民收入…，人均消费支出 and 农村居民收入…，人均消费支出: each goes on with whose
 * figures its sentence began to tell. */
static bool
is_owned_apart(const inspection *in, const claim *a, const claim *b)
{
    const lexicon_word *x = owner_of(in, a), *y = owner_of(in, b);
    return x != NULL && y != NULL && x->value / 10 == y->value / 10 &&
           x->value != y->value &&
           lexicon_start(b->subject, LEXICON_PARTITION) == NULL;
}

/* 小学招生102331人；在校生621791人 and 初中招生82967人；在校生243085人: things
 * counted, of what each run began with. */
static bool
is_of_other_run(const inspection *in, const claim *a, const claim *b)
{
    if (is_owned_apart(in, a, b))
        return true;
    if (b->figure->quantity.unit.kind != UNIT_COUNT && !is_of_division(b))
        return false;
    bool is_item = is_in_item(in, a) && is_in_item(in, b);
    for (int whole = 0; whole <= is_item; whole++) {
        const claim *x = first_of_run(in, a, whole);
        const claim *y = first_of_run(in, b, whole);
        if (x != a && y != b && x->subject.len > 0 && y->subject.len > 0 &&
            !slice_equal(x->subject, y->subject))
            return true;
    }
    return false;
}

static bool
is_repeatable(const inspection *in, const claim *c)
{
    bool is_short = is_plain_level(c) &&
                    c->subject.len == 4 * strlen("一");
    bool is_kind = claim_is_amount(c) || c->kind == CLAIM_RANK ||
                   is_plain_change(in, c) ||
                   (c->kind == CLAIM_RATE &&
                    c->figure->sort == FIGURE_PERCENT);
    return is_kind &&
           (is_specific(c->subject) || is_short || is_known(c)) &&
           !c->is_aside &&
           !c->is_base && names_indicator(c) && !points_back(c->subject) &&
           !rule_is_aim_of_share(in, c);
}

static void
report_repeat(const inspection *in, const claim *a, const claim *b)
{
    diag_report(in->diags, &PROSE_FIGURE_VARIES,
                rule_figure_span(in, b->figure), b->subject,
                rule_figure_text(in, b->figure),
                rule_figure_text(in, a->figure));
    diags_relate(in->diags, rule_figure_span(in, a->figure),
                 SLICE_OF("前一处在这里"));
}

/* ── slips ── */

/* Two digits side by side that changed places: 2671 and 2617. */
static bool
is_swapped(slice a, slice b)
{
    size_t at = 0;
    if (a.len != b.len || a.len < 3)
        return false;
    while (at < a.len && a.at[at] == b.at[at])
        at++;
    return at + 1 < a.len && a.at[at] == b.at[at + 1] &&
           a.at[at + 1] == b.at[at] &&
           slice_equal(slice_cut(a, at + 2, a.len),
                       slice_cut(b, at + 2, b.len));
}

/* What is told without its time, or by another name, is held against what has
 * one only where a slip of the pen is plain: two digits swapped, or 万 for
 * 亿. */
static bool
is_slip(const inspection *in, const claim *a, const claim *b)
{
    jb_quantity x = a->figure->quantity, y = b->figure->quantity;
    slice digits =
        number_text(in->arena, (jb_decimal){x.value.coefficient, 0});
    slice others =
        number_text(in->arena, (jb_decimal){y.value.coefficient, 0});
    if (a->kind == CLAIM_RANK || !unit_is_same_base(x.unit, y.unit) ||
        digits.len < 3 || x.value.scale != y.value.scale)
        return false;
    bool is_scaled = slice_equal(digits, others) &&
                     x.unit.power != y.unit.power;
    return is_scaled || (x.unit.power == y.unit.power &&
                         is_swapped(digits, others));
}

/* The same but for the time, which one of them does not tell. */
static bool
may_be_same(const inspection *in, setting a, setting b)
{
    if (a.period.len > 0 && b.period.len > 0)
        return false;
    a.period = b.period;
    return setting_is_same(in, a, b);
}

/* Figures among which the first tells the text's own time. */
#define MAIN_TIME 60

/* What tells no time is of the text's own, if the other is of that. */
static bool
is_main_time(const inspection *in, setting a, setting b)
{
    setting told = a.period.len > 0 ? a : b;
    for (size_t i = 0; i < in->claims.n && i < MAIN_TIME; i++) {
        season first;
        setting own = setting_from_claim(in, i);
        if (in->claims.at[i].kind != CLAIM_NONE &&
            setting_season(in, own, &first))
            return setting_is_one_time(in, own, told);
    }
    return false;
}

/* 未结案件: too short to be told apart by name alone, but not from itself with
 * two digits changed. */
static bool
is_short_twin(const claim *a, const claim *b)
{
    return a->subject.len == 4 * strlen("一") && is_plain_level(a) &&
           is_plain_level(b) && slice_equal(a->subject, b->subject) &&
           a->figure->quantity.value.coefficient >= 1000;
}

/* 支持建设高标准农田，办理公益诉讼4307件: what was done, for that which the
 * sentence began with. */
static bool
is_of_topic(const inspection *in, const claim *c)
{
    size_t at;
    if (c->level != CLAIM_OF_NOTHING &&
        slice_equal(c->subject, in->claims.at[c->level].subject))
        c = &in->claims.at[c->level]; /* as the level is that grew */
    const clause *own = &in->clauses.at[c->clause];
    slice lead = rule_text(in, own->sentence_first, own->first);
    return lexicon_start(c->subject, LEXICON_DEED) != NULL &&
           lead.len > 0 && !slice_has_digit(lead) &&
           lexicon_find(lead, LEXICON_PERIOD, &at) == NULL &&
           lexicon_find(rule_lead(in, c), LEXICON_SCOPE, &at) == NULL;
}

/* 比2023年同期增长2.5%: the growth of a level that was told for another day. */
static bool
is_of_other_time(const inspection *in, const claim *a, const claim *b)
{
    if (a->level == CLAIM_OF_NOTHING || b->level == CLAIM_OF_NOTHING)
        return false;
    return !setting_may_be_one_time(in, setting_from_claim(in, a->level),
                                    setting_from_claim(in, b->level));
}

/* How far back an indicator is looked for. */
#define REPEATS_BACK 400

/* Against the nearest mention before, in another sentence: within one a
 * subject may run on over several figures. */
static void
check_repeat(const inspection *in, size_t i)
{
    const claim *b = &in->claims.at[i];
    setting own = setting_from_claim(in, i);
    for (size_t k = i; k-- > 0 && i - k < REPEATS_BACK;) {
        const claim *a = &in->claims.at[k];
        bool is_short = is_short_twin(a, b);
        bool is_one_name = claim_is_namesake(a, b) &&
                           (is_known(b) || is_specific(b->subject));
        if (a->sentence == b->sentence || !says_same(a, b) ||
            !(is_short || is_one_name ||
              is_near_name(a->subject, b->subject)) ||
            !is_repeatable(in, a) ||
            (rule_is_in_head(in, a) && !rule_is_in_head(in, b)) ||
            is_of_other_time(in, a, b) || is_of_other_run(in, a, b))
            continue;
        setting before = setting_from_claim(in, k);
        bool is_now = setting_is_same(in, before, own) ||
                      (is_known(b) && may_be_same(in, before, own) &&
                       is_main_time(in, before, own));
        /* Parts of two things have one name, but not the digits of one. */
        bool is_same = is_now && is_one_name &&
                       !is_short && !is_of_topic(in, b) &&
                       !is_part(in, a) && !is_part(in, b);
        bool is_typo = (is_now || may_be_same(in, before, own)) &&
                       a->figure->quantity.bound ==
                           b->figure->quantity.bound &&
                       is_slip(in, a, b);
        bool is_exact = a->kind != CLAIM_LEVEL ||
                        (is_plain_level(a) && is_plain_level(b));
        if (is_typo || (is_same && is_exact && !rule_may_be_one(a, b)))
            report_repeat(in, a, b);
        if (is_typo || is_same)
            return;
    }
}

void
rule_repeats(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const figure *f = in->claims.at[i].figure;
        if (is_repeatable(in, &in->claims.at[i]) &&
            rule_is_typed(in, f->first, f->last))
            check_repeat(in, i);
    }
}
