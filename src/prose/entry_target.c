/* What figures were to reach: 完成年度目标80亿元, 完成年计划的44.3%. */
#include "prose/gathering.h"
#include "prose/lexicon.h"

/* Bytes of the words for an aim that `s` starts with: 目标任务. */
static size_t
aim_len(slice s)
{
    size_t len = 0;
    for (const lexicon_word *word;
         (word = lexicon_start(slice_cut(s, len, s.len), LEXICON_AIM));)
        len += word->text.len;
    return len;
}

/* 完成全年900万人目标的73%: the word stands behind the number. */
static bool
is_before_aim(const gathering *g, const claim *c)
{
    slice lead = gathering_lead(g, c), of = SLICE_OF("的");
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    if (slice_starts_with(rest, of))
        rest = slice_cut(rest, of.len, rest.len);
    return slice_find(lead, SLICE_OF("完成")) < lead.len &&
           aim_len(rest) > 0;
}

/* Whether `level` is `percent` of `target`, give or take a hundredth. */
static bool
is_completed(jb_decimal level, jb_decimal target, jb_decimal percent)
{
    jb_decimal ratio, off;
    return decimal_shift(level, 2, &level) && decimal_sign(target) > 0 &&
           decimal_div(level, target, 2, DECIMAL_HALF_UP, &ratio) &&
           decimal_sub(ratio, percent, &off) &&
           decimal_compare(decimal_abs(off), (jb_decimal){1, 0}) < 0;
}

/* The level of the sentence that the completion behind the target is of: not
 * 专项债券6.8亿元 of 资金21.3亿元，其中专项债券6.8亿元，完成25亿元目标的85.2%. */
static size_t
owner_of_target(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i), *done = c + 1;
    bool is_told = i + 1 < g->naming.claims->n && done->clause == c->clause &&
                   done->figure->sort == FIGURE_PERCENT;
    for (size_t k = i; is_told && k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *level = gathering_claim(g, k);
        if (level->sentence != c->sentence)
            break;
        if (g->entry_of[k] != SIZE_MAX && level->kind == CLAIM_LEVEL &&
            slice_equal(level->figure->quantity.unit.name,
                        c->figure->quantity.unit.name) &&
            is_completed(level->figure->quantity.value,
                         c->figure->quantity.value,
                         done->figure->quantity.value))
            return g->entry_of[k];
    }
    return gathering_before(g, i);
}

/* 完成年度目标80亿元的98.7%: what the level before was to reach. */
static bool
add_target(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    size_t at = owner_of_target(g, i);
    bool is_aim = lexicon_end(gathering_lead(g, c), LEXICON_AIM) != NULL ||
                  is_before_aim(g, c);
    if (at == SIZE_MAX || c->figure->sort != FIGURE_QUANTITY || !is_aim ||
        !slice_equal(g->list.at[at].unit, c->figure->quantity.unit.name))
        return false;
    g->list.at[at].target = c;
    gathering_place(g, i, at);
    return true;
}

/* 完成年度目标的98.7%, 占全年任务的98.7%. */
static bool
is_completion(const gathering *g, const claim *c)
{
    size_t at;
    slice lead = gathering_lead(g, c);
    return c->figure->sort == FIGURE_PERCENT &&
           lexicon_find(lead, LEXICON_AIM, &at) != NULL &&
           (slice_find(lead, SLICE_OF("完成")) < lead.len ||
            slice_find(lead, SLICE_OF("实现")) < lead.len ||
            slice_find(lead, SLICE_OF("占")) < lead.len ||
            slice_starts_with(slice_trim(lead), SLICE_OF("为")));
}

/* Whether nothing but the aim is what the percentage is of: 完成年计划的,
 * 为预算的; not 占公共预算的. */
static bool
is_of_aim(slice lead)
{
    slice of = SLICE_OF("的");
    if (slice_ends_with(lead, of))
        lead = slice_cut(lead, 0, lead.len - of.len);
    bool is_share = slice_find(lead, SLICE_OF("占")) < lead.len &&
                    slice_ends_with(lead, SLICE_OF("预算"));
    return !is_share && lexicon_end(lead, LEXICON_AIM) != NULL;
}

/* The multiple of the largest power of ten in [low, high]; 0 when none. */
static int64_t
roundest(int64_t low, int64_t high)
{
    for (int64_t step = INT64_C(1000000000000); step > 0; step /= 10) {
        int64_t n = (low + step - 1) / step * step;
        if (n <= high)
            return n;
    }
    return 0;
}

/* What is 100% when `level` is `rate`: all that rounds to the rate is, and of
 * that the roundest number, for targets are round. */
static bool
whole_of(jb_decimal level, jb_decimal rate, jb_decimal *out)
{
    bool fits = level.coefficient > 0 && rate.coefficient > 0 &&
                level.coefficient < INT64_C(1000000000000) &&
                rate.scale <= 3;
    if (!fits)
        return false;
    int64_t n = 200 * level.coefficient;
    for (int i = 0; i < rate.scale; i++)
        n *= 10;
    int64_t most = 2 * rate.coefficient - 1, least = most + 2;
    int64_t whole = roundest((n + least - 1) / least, n / most);
    *out = decimal_trimmed((jb_decimal){whole, level.scale});
    return whole > 0;
}

static void
set_goal(gathering *g, const claim *c, entry *e)
{
    jb_decimal whole;
    bool is_known = e->level != NULL && e->target == NULL &&
                    e->goal.len == 0 && claim_is_exact(e->level) &&
                    e->level->figure->sort == FIGURE_QUANTITY &&
                    c->figure->quantity.bound == BOUND_EXACT &&
                    is_of_aim(gathering_lead(g, c));
    if (!is_known || !whole_of(e->level->figure->quantity.value,
                               c->figure->quantity.value, &whole))
        return;
    e->goal = decimal_text(g->naming.arena, whole);
    e->completion = decimal_text(g->naming.arena, c->figure->quantity.value);
}

static void
add_completion(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    size_t at = gathering_before(g, i);
    if (at == SIZE_MAX)
        return;
    entry *e = &g->list.at[at];
    bool is_told = e->target != NULL && e->target->clause == c->clause;
    set_goal(g, c, e);
    if (is_told)
        gathering_place(g, i, at);
    else
        gathering_note(g, i);
}

/* 全年目标任务900万人 with no word of what: no figure of its own. */
static bool
is_aim_alone(slice subject)
{
    static const slice times[] = {SLICE("全年"), SLICE("年度"),
                                  SLICE("年初")};
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (slice_starts_with(subject, times[i]))
            subject = slice_cut(subject, times[i].len, subject.len);
    return subject.len > 0 && aim_len(subject) == subject.len;
}

/* 完成率108%, 完成62.5% behind a level that has a target. */
static bool
is_bare_completion(const gathering *g, size_t i)
{
    size_t at = gathering_before(g, i);
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    bool is_said = slice_is(lead, "完成") || slice_is(lead, "完成率") ||
                   slice_is(lead, "完成率为") || slice_is(lead, "完成率达");
    return is_said && c->figure->sort == FIGURE_PERCENT && at != SIZE_MAX &&
           (g->list.at[at].target != NULL || g->list.at[at].goal.len > 0);
}

bool
gathering_target(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (is_bare_completion(g, i)) {
        gathering_note(g, i);
        return true;
    }
    if (is_completion(g, c)) {
        add_completion(g, i);
        return true;
    }
    return add_target(g, i) || is_aim_alone(c->subject);
}

/* 到2025年底，力争甲突破600家，乙超过100亿元: the word is said once for what
 * follows it, up to what is told as done. */
static bool
is_aimed(slice lead)
{
    static const slice words[] = {SLICE("力争"), SLICE("计划到"), SLICE("目标是"),
                                  SLICE("目标为"), SLICE("计划新"),
                                  SLICE("拟新")};
    size_t at; /* 争取资金 and 确保供应 may be done */
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t aim = slice_find(lead, words[k]);
        slice rest = slice_cut(lead, aim + words[k].len, lead.len);
        if (aim < lead.len && lexicon_find(rest, LEXICON_PASSED, &at) == NULL)
            return true;
    }
    return false;
}

void
gathering_set_aim(const gathering *g, entry *e, const claim *c)
{
    static const slice next[] = {SLICE("明年"), SLICE("下一年"),
                                 SLICE("下年度")};
    const clause *own = &g->naming.clauses->at[c->clause];
    slice lead = slice_trim(slice_cut(g->naming.text, own->sentence_first,
                                      c->figure->first));
    e->is_aim = is_aimed(clause_near_end(lead));
    for (size_t k = 0; k < sizeof next / sizeof *next; k++)
        if (slice_starts_with(lead, next[k])) {
            e->is_aim = true;
            e->has_time = g->year > 0;
            e->time = (season){g->year + 1, 1, 12, 0};
        }
}

void
gathering_set_expected(const gathering *g, entry *e)
{
    slice rest = slice_cut(g->naming.text, e->level->figure->last,
                           g->naming.text.len);
    e->is_expected = slice_starts_with(rest, SLICE_OF("（预计）")) ||
                     slice_starts_with(rest, SLICE_OF("(预计)"));
}

bool
gathering_is_past_aim(const gathering *g, size_t i)
{
    static const slice past[] = {SLICE("超过"), SLICE("超出"), SLICE("高于"),
                                 SLICE("高出"), SLICE("低于")};
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    bool is_past = false;
    for (size_t k = 0; k < sizeof past / sizeof *past; k++)
        is_past = is_past || slice_starts_with(lead, past[k]);
    return is_past && c->kind == CLAIM_LEVEL &&
           lexicon_end(lead, LEXICON_AIM) != NULL &&
           gathering_before(g, i) != SIZE_MAX;
}
