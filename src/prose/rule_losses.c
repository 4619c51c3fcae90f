/* Profits and losses of two periods against the word for how they moved:
 * 扭亏为盈, 增亏2.1亿元, 减亏3.1亿元. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"

/* A word with the signs that the amounts must have, and whether it tells by
 * how much a loss became larger (1) or smaller (-1). */
typedef struct outcome {
    slice word;
    int then, now, wider;
} outcome;

static const outcome OUTCOMES[] = {
    {SLICE("扭亏为盈"), -1, 1, 0}, {SLICE("转亏为盈"), -1, 1, 0},
    {SLICE("由亏转盈"), -1, 1, 0}, {SLICE("由盈转亏"), 1, -1, 0},
    {SLICE("增亏"), -1, -1, 1},    {SLICE("减亏"), -1, -1, -1},
};

static const outcome *
outcome_at(slice s)
{
    for (size_t i = 0; i < sizeof OUTCOMES / sizeof *OUTCOMES; i++)
        if (slice_starts_with(s, OUTCOMES[i].word))
            return &OUTCOMES[i];
    return NULL;
}

/* ── the two amounts ── */

static slice
without_tail(slice s)
{
    static const slice tails[] = {SLICE("为"), SLICE("达到"), SLICE("达"),
                                  SLICE("总额"), SLICE("额"), SLICE("了")};
    s = slice_without_ends(s, tails, sizeof tails / sizeof *tails);
    return s;
}

/* 1 a profit, -1 a loss, 0 what is not said. */
static int
side_of(const inspection *in, const claim *c)
{
    static const slice gains[] = {SLICE("盈利"), SLICE("利润"),
                                  SLICE("净利")};
    static const slice losses[] = {SLICE("亏损"), SLICE("净亏")};
    slice lead = without_tail(rule_own_lead(in, c));
    bool is_loss = slice_ends_with_any(lead, losses, 2);
    int sign = decimal_sign(c->figure->quantity.value);
    if (sign < 0)
        return is_loss ? 0 : -1;
    if (sign == 0)
        return 0;
    return is_loss ? -1 : slice_ends_with_any(lead, gains, 3);
}

static bool
is_former(const inspection *in, const claim *c)
{
    slice lead = rule_own_lead(in, c);
    return slice_has(lead, "上年") || slice_has(lead, "去年");
}

/* 增亏 before a number is the change, no amount of its own. */
static bool
is_moved_by(const inspection *in, const claim *c)
{
    static const slice words[] = {SLICE("增亏"), SLICE("减亏")};
    return slice_ends_with_any(without_tail(rule_own_lead(in, c)), words, 2);
}

/* 上年同期3.3亿元: of what was told right before, in the same words. */
static bool
is_bare_former(const inspection *in, const claim *c)
{
    static const slice words[] = {SLICE("上年同期"), SLICE("去年同期"),
                                  SLICE("上年"), SLICE("去年")};
    slice lead = without_tail(rule_own_lead(in, c));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal(lead, words[i]))
            return decimal_sign(c->figure->quantity.value) > 0;
    return false;
}

/* Beside a profit written as −1.26亿元 a former one without a sign is one. */
static int
side_beside(const inspection *in, const claim *c, const claim *now)
{
    if (now == NULL || now == c || !is_bare_former(in, c))
        return side_of(in, c);
    return decimal_sign(now->figure->quantity.value) < 0 ? 1
                                                         : side_of(in, now);
}

/* The amounts of this year and the last in the sentence up to byte `end`;
 * false unless there is one of each. Mostly they stand before the word. */
static bool
find_two(const inspection *in, rule_stretch s, size_t end,
         const claim **now, const claim **then)
{
    *now = *then = NULL;
    for (size_t i = 0; i < s.n && s.at[i].figure->first < end; i++) {
        const claim *c = &s.at[i];
        if (c->kind != CLAIM_LEVEL || c->figure->sort != FIGURE_QUANTITY ||
            side_beside(in, c, *now) == 0 || is_moved_by(in, c))
            continue;
        const claim **side = is_former(in, c) ? then : now;
        if (*side != NULL || c->is_expected ||
            c->figure->quantity.bound != BOUND_EXACT)
            return false;
        *side = c;
    }
    return *now != NULL && *then != NULL &&
           unit_is_same_base((*now)->figure->quantity.unit,
                             (*then)->figure->quantity.unit);
}

/* ── what is said of them ── */

static slice
text_of(const inspection *in, const claim *c)
{
    slice lead = rule_own_lead(in, c);
    return rule_text(in, c->figure->first - lead.len, c->figure->last);
}

static bool
has_sides(const inspection *in, const outcome *o, jb_span place,
          const claim *now, const claim *then)
{
    const claim *wrong = side_beside(in, then, now) != o->then ? then
                         : side_of(in, now) != o->now          ? now
                                                               : NULL;
    if (wrong == NULL)
        return true;
    diag_report(in->diags, &PROSE_TURN_CONTRADICTS, place, o->word,
                text_of(in, wrong));
    diags_relate(in->diags, rule_figure_span(in, wrong->figure),
                 SLICE_OF("这里的数"));
    return false;
}

/* The figure that stands behind the word, or NULL. */
static const claim *
amount_behind(const inspection *in, rule_stretch s, size_t end)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.at[i].figure->first >= end)
            return s.at[i].figure->first == end && !s.at[i].is_expected &&
                           rule_is_typed(in, end, s.at[i].figure->last)
                       ? &s.at[i]
                       : NULL;
    return NULL;
}

/* By how much the loss grew or shrank. */
static void
check_amount(const inspection *in, const outcome *o, const claim *by,
             const claim *now, const claim *then)
{
    jb_quantity a = now->figure->quantity, b = then->figure->quantity, told;
    jb_decimal more;
    if (!level_align(&a, &b))
        return;
    a.value = decimal_abs(a.value);
    b.value = decimal_abs(b.value);
    if (!decimal_sub(a.value, b.value, &more))
        return;
    told = by->figure->quantity;
    bool is_less = decimal_sign(more) < 0;
    bool is_turned = decimal_sign(more) * o->wider < 0;
    rule_sum size = rule_sum_of(is_less ? b : a);
    if (!unit_is_same_base(told.unit, a.unit) ||
        !rule_sum_add(&size, is_less ? a : b, -1) ||
        (!is_turned && !rule_sum_is_off(&size, told)))
        return;
    size_t first = by->figure->first - o->word.len;
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_span(in, first, by->figure->last),
                rule_text(in, first, by->figure->last),
                rule_difference_text(in, a.value, b.value, more));
    diags_relate(in->diags, rule_figure_span(in, then->figure),
                 SLICE_OF("上年的数在这里"));
}

/* 其中化工行业减亏: the clause of the word names another than was told before;
 * what is compared with, and how it came, are no names. */
static bool
names_another(const inspection *in, size_t at, const claim *now,
              const claim *then)
{
    static const slice words[] = {SLICE("实现"), SLICE("成功"), SLICE("一举"),
                                  SLICE("继续"), SLICE("净")};
    size_t own = clause_at(&in->clauses, at);
    if (now->clause == own || then->clause == own)
        return false;
    slice s = slice_trim(rule_text(in, in->clauses.at[own].first, at));
    const lexicon_word *versus;
    while ((versus = lexicon_start(s, LEXICON_VERSUS)) != NULL)
        s = slice_cut(s, versus->text.len, s.len);
    s = slice_without_starts(s, words, sizeof words / sizeof *words);
    return s.len > 0;
}

static void
check_outcome(const inspection *in, size_t at, const outcome *o)
{
    size_t own = clause_at(&in->clauses, at), end = at + o->word.len;
    const claim *now, *then;
    if (own == in->clauses.n || !rule_is_typed(in, at, end))
        return;
    rule_stretch s =
        rule_sentence_claims(in, in->clauses.at[own].sentence);
    bool is_told = find_two(in, s, at, &now, &then) ||
                   find_two(in, s, in->clauses.at[own].sentence_last, &now,
                            &then);
    if (!is_told || names_another(in, at, now, then) ||
        !has_sides(in, o, rule_span(in, at, end), now, then))
        return;
    const claim *by = amount_behind(in, s, end);
    if (o->wider != 0 && by != NULL)
        check_amount(in, o, by, now, then);
}

void
rule_losses(const inspection *in)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        const outcome *o = outcome_at(slice_cut(text, at, text.len));
        if (o != NULL)
            check_outcome(in, at, o);
        at += o != NULL ? o->word.len : 1;
    }
}
