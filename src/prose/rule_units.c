/* Figures that lack what a figure needs: a unit behind an amount, a bound of
 * one hundred on a share. */
#include "prose/lexicon.h"
#include "prose/rule.h"

/* ── 占比102% ── */

void
rule_above_all(const inspection *in)
{
    jb_decimal all = {100, 0};
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        slice lead = rule_lead(in, c);
        const lexicon_word *word = lexicon_end(lead, LEXICON_SHARE);
        if (c->kind != CLAIM_LEVEL || c->figure->sort != FIGURE_PERCENT ||
            word == NULL ||
            decimal_compare(c->figure->quantity.value, all) <= 0 ||
            !rule_is_typed(in, c->figure->first, c->figure->last))
            continue;
        size_t first = c->figure->first - word->text.len;
        diag_report(in->diags, &PROSE_SHARE_ABOVE_ALL,
                    rule_span(in, first, c->figure->last),
                    rule_text(in, first, c->figure->last));
    }
}

/* ── 成交额达到62.3，增长38.2% ── */

/* 达到, 为, 完成: behind these an amount needs its unit; in a table none of
 * them stands. */
static bool
is_stated(slice lead)
{
    static const slice verbs[] = {SLICE("达到"), SLICE("达"), SLICE("为"),
                                  SLICE("完成"), SLICE("实现")};
    return slice_ends_with_any(lead, verbs, sizeof verbs / sizeof *verbs);
}

/* What piles up is an amount (1), and so is a stock (2), whose unit a table
 * may give above; a ratio such as 比值 has none. */
static int
amount_of(slice subject)
{
    const lexicon_word *word = lexicon_end(subject, LEXICON_INDICATOR);
    bool is_ratio = slice_ends_with(subject, SLICE_OF("比值"));
    return word == NULL || is_ratio ? 0 : word->value;
}

/* 指数, 系数, 收入比, PMI: figures without a unit. */
static bool
is_unitless(slice subject)
{
    static const slice names[] = {SLICE("指数"), SLICE("系数"), SLICE("比"),
                                  SLICE("乘数"), SLICE("倍数"),
                                  SLICE("得分"), SLICE("分数"),
                                  SLICE("评分"), SLICE("值"),
                                  SLICE("度"),   SLICE("均分"),
                                  SLICE("总分"), SLICE("价")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_ends_with(subject, names[i]) &&
            lexicon_end(subject, LEXICON_INDICATOR) == NULL)
            return true;
    return subject.len == 0 ||
           lexicon_end(subject, LEXICON_NO_RATE_NAME) != NULL ||
           (unsigned char)subject.at[subject.len - 1] < 0x80;
}

/* Bytes of 比上年同期增长 and the like, at most. */
#define GROWTH_LEAD_MOST 40

/* The next clause of the sentence is the growth of this figure: ，增长5%. */
static bool
is_grown(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    if (i + 1 == in->claims.n)
        return false;
    const claim *next = c + 1;
    slice lead = slice_trim(rule_lead(in, next));
    bool starts = lexicon_start(lead, LEXICON_CHANGE) != NULL ||
                  lexicon_start(lead, LEXICON_VERSUS) != NULL ||
                  lexicon_start(lead, LEXICON_AGAINST) != NULL;
    bool is_rate = next->kind == CLAIM_RATE && starts &&
                   next->figure->sort == FIGURE_PERCENT;
    bool is_amount = next->kind == CLAIM_CHANGE && starts &&
                     lexicon_end(c->subject, LEXICON_INDICATOR) != NULL;
    bool is_share = next->kind == CLAIM_LEVEL &&
                    next->figure->sort == FIGURE_PERCENT &&
                    (slice_is(lead, "占") || slice_is(lead, "占比"));
    return next->sentence == c->sentence && next->clause == c->clause + 1 &&
           (is_rate || is_amount || is_share) &&
           lead.len <= GROWTH_LEAD_MOST;
}

/* The verb of change that `lead` ends with, or none. */
static slice
change_verb(slice lead)
{
    static const slice verbs[] = {SLICE("增加"), SLICE("减少"),
                                  SLICE("净增"), SLICE("多增"),
                                  SLICE("少增"), SLICE("多减"),
                                  SLICE("少减")};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (slice_ends_with(lead, verbs[i]))
            return verbs[i];
    return (slice){NULL, 0};
}

/* 增加539.40，增长2.00% */
static bool
is_amount_of_change(const inspection *in, const claim *c)
{
    return change_verb(rule_lead(in, c)).len > 0;
}

/* 短期贷款减少1340亿元，中长期贷款增加5234；: the change before it has a
 * unit. */
static bool
is_change_in_list(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    if (i == 0 || !is_amount_of_change(in, c))
        return false;
    const claim *before = c - 1;
    return before->sentence == c->sentence &&
           before->clause + 1 == c->clause &&
           before->figure->sort == FIGURE_QUANTITY &&
           is_amount_of_change(in, before);
}

/* 基金收入65793，基金支出60197亿元 */
static bool
is_before_amount(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *next = c + 1;
    if (i + 1 == in->claims.n || next->clause != c->clause + 1 ||
        next->sentence != c->sentence)
        return false;
    slice lead = slice_trim(rule_lead(in, c));
    slice behind = slice_trim(rule_lead(in, next));
    return next->kind == CLAIM_LEVEL &&
           next->figure->sort == FIGURE_QUANTITY &&
           amount_of(c->subject) == 1 && amount_of(next->subject) == 1 &&
           slice_equal(behind, next->subject) &&
           slice_ends_with(lead, c->subject);
}

/* Another figure of the sentence before it has a unit: this is no table that
 * gives it above. */
static bool
has_unit_before(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = &in->claims.at[k];
        if (!rule_in_paragraph(in, before, c))
            return false;
        if (before->kind == CLAIM_LEVEL &&
            before->figure->sort == FIGURE_QUANTITY)
            return true;
    }
    return false;
}

/* 在校生1.58亿人，专任教师1057.19，: after a figure with a unit one with
 * decimals, or of an amount, and none. */
static bool
is_next_in_list(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    const claim *before = i > 0 ? c - 1 : c;
    slice lead = slice_trim(rule_lead(in, c));
    const size_t han = strlen("一");
    bool is_exact = c->figure->quantity.value.scale > 0 ||
                    amount_of(c->subject) == 1;
    bool is_list = before->sentence == c->sentence &&
                   before->clause + 1 == c->clause &&
                   before->kind == CLAIM_LEVEL &&
                   before->figure->sort == FIGURE_QUANTITY &&
                   before->figure->last == in->clauses.at[before->clause].last;
    bool is_named = lead.len >= 3 * han && lead.len <= 12 * han &&
                    slice_equal(lead, c->subject);
    return is_exact && is_list && is_named && !is_unitless(c->subject);
}

/* 528.45亿元和306.65 */
static bool
is_last_of_list(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    if (i == 0 || (c - 1)->figure->sort != FIGURE_QUANTITY ||
        c->figure->quantity.value.scale == 0)
        return false;
    slice between =
        rule_text(in, (c - 1)->figure->last, c->figure->first);
    return slice_is(between, "和") || slice_is(between, "、");
}

/* 比上年末增加37。 */
static bool
is_change_alone(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    bool is_on = i > 0 && (c - 1)->sentence == c->sentence &&
                 ((c - 1)->kind == CLAIM_LEVEL ||
                  (c - 1)->kind == CLAIM_CHANGE) &&
                 (c - 1)->figure->sort == FIGURE_QUANTITY &&
                 (lexicon_start(lead, LEXICON_AGAINST) != NULL ||
                  lexicon_start(lead, LEXICON_VERSUS) != NULL ||
                  lexicon_start(lead, LEXICON_CHANGE) != NULL);
    return is_amount_of_change(in, c) &&
           (is_on || slice_ends_with(lead, SLICE_OF("净增")));
}

/* 6.35亿元，同比增长18.3；: a growth without its %. */
static bool
is_rate_alone(const inspection *in, size_t i)
{
    static const slice verbs[] = {SLICE("增长"), SLICE("下降"),
                                  SLICE("上涨")};
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    bool is_on = i > 0 && (c - 1)->sentence == c->sentence &&
                 (c - 1)->kind == CLAIM_LEVEL &&
                 (c - 1)->figure->sort == FIGURE_QUANTITY;
    for (size_t k = 0; is_on && k < sizeof verbs / sizeof *verbs; k++) {
        slice head = slice_cut(lead, 0, lead.len - verbs[k].len);
        if (!slice_ends_with(lead, verbs[k]))
            continue;
        return head.len == 0 || lexicon_end(head, LEXICON_VERSUS) != NULL ||
               slice_ends_with(head, SLICE_OF("相比")) ||
               slice_ends_with(head, SLICE_OF("同期"));
    }
    return false;
}

/* 城镇登记失业率3.85，: a rate without its %. */
static bool
is_rate_name_alone(const inspection *in, size_t i)
{
    static const slice others[] = {SLICE("市盈率"), SLICE("市净率"),
                                   SLICE("倍率"), SLICE("汇率"),
                                   SLICE("斜率"), SLICE("曲率"),
                                   SLICE("折现率"), SLICE("生育率"),
                                   SLICE("比率"),   SLICE("赔率")};
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (slice_ends_with(c->subject, others[k]))
            return false;
    return slice_ends_with(lead, SLICE_OF("率")) &&
           slice_equal(lead, c->subject) &&
           lexicon_end(lead, LEXICON_NO_RATE_NAME) == NULL &&
           c->figure->quantity.value.scale > 0;
}

/* 市场主体总数达167057。 behind figures that have a unit. */
static bool
is_total_alone(const inspection *in, size_t i)
{
    static const slice names[] = {SLICE("总数"), SLICE("总量"),
                                  SLICE("户数"), SLICE("人数")};
    const claim *c = &in->claims.at[i];
    if (!is_stated(rule_lead(in, c)) || !has_unit_before(in, i))
        return false;
    return slice_ends_with_any(c->subject, names, sizeof names / sizeof *names);
}

static bool
lacks_unit(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = rule_lead(in, c);
    int amount = amount_of(c->subject);
    if (is_stated(lead) &&
        (amount == 1 || (amount == 2 && has_unit_before(in, i))))
        return true;
    if (is_next_in_list(in, i) || is_last_of_list(in, i) ||
        is_change_alone(in, i) || is_change_in_list(in, i) ||
        is_before_amount(in, i) || is_rate_alone(in, i) ||
        is_rate_name_alone(in, i) || is_total_alone(in, i))
        return true;
    bool is_amount = lexicon_end(c->subject, LEXICON_INDICATOR) != NULL;
    if (!is_grown(in, i) || !(is_amount || has_unit_before(in, i)))
        return false;
    return is_amount_of_change(in, c) || !is_unitless(c->subject);
}

/* 园林水果产量89.9万，增长9.3%: 万 of what; news says 2.1万亿 of money alone. */
static bool
is_scaled_alone(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    const figure *f = c->figure;
    return f->sort == FIGURE_QUANTITY && f->quantity.unit.base.len == 0 &&
           f->quantity.unit.power > 0 && f->quantity.value.scale > 0 &&
           f->quantity.bound == BOUND_EXACT &&
           slice_ends_with(c->subject, SLICE_OF("量")) && is_grown(in, i);
}

/* Whether a figure may lack its unit: 14..3 is told as such. */
static bool
is_candidate(const inspection *in, const figure *f)
{
    slice mark = rule_text(in, f->last, f->last + 1);
    return !f->is_chinese && f->last != in->passage.text.len &&
           !slice_is(mark, ".") && !slice_is(mark, " ") &&
           !slice_is(mark, "\n") && rule_ends_word(in, f->last) &&
           rule_is_typed(in, f->first, f->last);
}

void
rule_units(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        const figure *f = c->figure;
        bool is_bare = f->sort == FIGURE_BARE && !figures_may_be_year(f) &&
                       lacks_unit(in, i);
        if (c->is_aside || !is_candidate(in, f) ||
            !(is_bare || is_scaled_alone(in, i)))
            continue;
        diag_report(in->diags, &PROSE_UNIT_MISSING,
                    rule_span(in, f->first, f->last),
                    rule_text(in, f->first, f->last));
    }
}

/* ── 工业产值万元，同比增长20% ── */

/* The unit of money or of goods that `s` starts with, with its multiple. */
static size_t
amount_unit_len(slice s)
{
    const lexicon_word *multiple = lexicon_start(s, LEXICON_MULTIPLE);
    if (multiple == NULL)
        return 0;
    const lexicon_word *unit = lexicon_start(
        slice_cut(s, multiple->text.len, s.len), LEXICON_UNIT);
    return unit == NULL ? 0 : multiple->text.len + unit->text.len;
}

/* An indicator, 完成 or nothing, a unit without a number, and the growth
 * behind it. */
static void
check_number_missing(const inspection *in, const clause *c, const clause *next)
{
    static const slice verbs[] = {SLICE("完成"), SLICE("实现"), SLICE("达到"),
                                  SLICE("达"), SLICE("为")};
    slice text = rule_text(in, c->first, c->last);
    slice behind = slice_trim(rule_text(in, next->first, next->last));
    if (c->sentence != next->sentence || text.len > 120 ||
        (lexicon_start(behind, LEXICON_CHANGE) == NULL &&
         lexicon_start(behind, LEXICON_VERSUS) == NULL))
        return;
    for (size_t at = 0; at < text.len; at += strlen("万")) {
        slice rest = slice_cut(text, at, text.len);
        slice lead = slice_cut(text, 0, at);
        if (amount_unit_len(rest) != rest.len || rest.len == 0)
            continue;
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            if (slice_ends_with(lead, verbs[i]))
                lead = slice_cut(lead, 0, lead.len - verbs[i].len);
        const lexicon_word *name = lexicon_end(lead, LEXICON_INDICATOR);
        size_t shown = 4 * strlen("一");
        size_t first = c->first + (lead.len > shown ? lead.len - shown : 0);
        if (name != NULL && rule_is_typed(in, first, c->last))
            diag_report(in->diags, &PROSE_NUMBER_MISSING,
                        rule_span(in, first, c->last),
                        rule_text(in, first, c->last));
        return;
    }
}

static bool
is_digit_at(slice text, size_t at)
{
    return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
}

/* 7,8214亿元: three digits stand behind the mark that groups them. In a list,
 * 5,1234户, a Han character or a figure's end stands before the first. */
static void
check_grouping(const inspection *in, const figure *f)
{
    slice text = in->passage.text;
    size_t first = f->digits, last = first;
    while (is_digit_at(text, last))
        last++;
    if (last - first != 4 || first < 2 || text.at[first - 1] != ',' ||
        !is_digit_at(text, first - 2) || f->sort != FIGURE_QUANTITY ||
        f->quantity.unit.kind == UNIT_COUNT)
        return;
    size_t start = first - 1;
    while (start > 0 && is_digit_at(text, start - 1))
        start--;
    bool is_short = first - 1 - start <= 3 && text.at[start] != '0';
    bool is_run = start > 0 && (text.at[start - 1] == ',' ||
                                text.at[start - 1] == '.');
    if (is_short && !is_run && rule_is_typed(in, start, f->last))
        diag_report(in->diags, &PROSE_GROUPING,
                    rule_span(in, start, f->last),
                    rule_text(in, start, f->last));
}

void
rule_numbers(const inspection *in)
{
    for (size_t i = 0; i < in->figures.n && rule_has_room(in); i++)
        check_grouping(in, &in->figures.at[i]);
    for (size_t i = 0; i + 1 < in->clauses.n && rule_has_room(in); i++)
        check_number_missing(in, &in->clauses.at[i], &in->clauses.at[i + 1]);
}

/* ── ，， ── */

/* 。。。 stands for an ellipsis. */
static bool
is_in_run(slice text, size_t first, size_t last)
{
    size_t len = strlen("。");
    slice mark = slice_cut(text, first, first + len);
    return slice_ends_with(slice_cut(text, 0, first), mark) ||
           slice_starts_with(slice_cut(text, last, text.len), mark);
}

static void
report_marks(const inspection *in, slice mark)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        at += slice_find(slice_cut(text, at, text.len), mark);
        size_t last = at + mark.len;
        if (at < text.len && !is_in_run(text, at, last) &&
            rule_is_typed(in, at, last))
            diag_report(in->diags, &PROSE_MARK_DOUBLED,
                        rule_span(in, at, last), mark);
        at = last;
    }
}

static bool
is_mark(slice text, size_t at)
{
    char c = at < text.len ? text.at[at] : '\0';
    return c == ',' || c == ';' || c == ':';
}

/* A full stop follows in the line. */
static bool
is_prose(slice text, size_t at)
{
    slice rest = clause_near_start(slice_cut(text, at, text.len));
    size_t stop = slice_find(rest, SLICE_OF("。"));
    return stop < slice_find(rest, SLICE_OF("\n")) && stop < rest.len;
}

/* Right behind a Han character, digit or % and before a Han character: in
 * lists of values an item may be empty. */
static bool
is_in_words(slice text, size_t first, size_t last)
{
    unsigned char left = first > 0 ? (unsigned char)text.at[first - 1] : 0;
    unsigned char right =
        last < text.len ? (unsigned char)text.at[last] : 0;
    bool is_word = right >= 0xE4 && right <= 0xE9;
    bool is_number = left >= 0x80 && right >= '0' && right <= '9' &&
                     is_prose(text, last);
    return left > ' ' && (is_word || is_number) &&
           !(left == ',' || left == ';' || left == ':');
}

/* 14..3% */
static bool
is_point_doubled(slice text, size_t at)
{
    return text.at[at] == '.' && text.at[at + 1] == '.' && at > 0 &&
           is_digit_at(text, at - 1) && is_digit_at(text, at + 2);
}

/* ,, and ;, in a line of sentences, and .. in a number. */
static void
report_narrow_marks(const inspection *in)
{
    slice text = in->passage.text;
    for (size_t at = 0; at + 1 < text.len && rule_has_room(in); at++) {
        bool is_doubled = is_mark(text, at) && is_mark(text, at + 1) &&
                          is_in_words(text, at, at + 2);
        if ((!is_doubled && !is_point_doubled(text, at)) ||
            !rule_is_typed(in, at, at + 2))
            continue;
        diag_report(in->diags, &PROSE_MARK_DOUBLED,
                    rule_span(in, at, at + 2), rule_text(in, at, at + 2));
    }
}

void
rule_marks(const inspection *in)
{
    static const slice marks[] = {
        SLICE("，，"), SLICE("。。"), SLICE("、、"), SLICE("；；"),
        SLICE("，。"), SLICE("。，"), SLICE("、，"), SLICE("；。"),
        SLICE("：："), SLICE("，；"), SLICE("，,"),  SLICE(",，"),
        SLICE(",。"),  SLICE("。,"),  SLICE(";。"),  SLICE("、,"),
        SLICE("；;"),
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        report_marks(in, marks[i]);
    report_narrow_marks(in);
}
