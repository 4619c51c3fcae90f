/* How much faster: 上半年增长5.6%，比一季度加快0.8个百分点 against what the text
 * says of the first quarter. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* How far back the former growth is looked for. */
#define PACE_REACH 120

/* The growth right before it in its sentence. */
static size_t
growth_before(const inspection *in, size_t i)
{
    for (size_t k = i; k-- > 0;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != in->claims.at[i].sentence)
            break;
        if (c->kind != CLAIM_NONE && !c->is_aside)
            return claim_is_exact_growth(c) ? k : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* Whether claim `k` is the growth of that indicator at that time. */
static bool
is_growth_then(const inspection *in, size_t k, const claim *c, setting then)
{
    const claim *other = &in->claims.at[k];
    if (!claim_is_exact_growth(other) ||
        !slice_equal(other->subject, c->subject))
        return false;
    setting own = setting_from_claim(in, k);
    own.basis = then.basis;
    return setting_is_same(in, own, then);
}

/* The growth of the same indicator in the period that is compared with: told
 * before, or in what follows. */
static const claim *
growth_of(const inspection *in, size_t now, setting then)
{
    const claim *c = &in->claims.at[now];
    for (size_t k = now; k-- > 0 && now - k < PACE_REACH;)
        if (is_growth_then(in, k, c, then))
            return &in->claims.at[k];
    season time; /* 上月 of what follows may be of another month */
    bool is_known = setting_season(in, then, &time);
    for (size_t k = now + 1; is_known && k < in->claims.n &&
                             k - now < PACE_REACH; k++)
        if (is_growth_then(in, k, c, then))
            return &in->claims.at[k];
    return NULL;
}

/* 1—7月 of 比1—7月加快 and 增速较1—7月加快: what is compared with. */
static slice
time_against(const inspection *in, const claim *c)
{
    static const slice paces[] = {SLICE("增速"), SLICE("增幅"), SLICE("降幅"),
                                  SLICE("涨幅"), SLICE("跌幅")};
    slice s = slice_trim(rule_lead(in, c));
    const lexicon_word *word = lexicon_end(s, LEXICON_FASTER);
    for (size_t i = 0; i < sizeof paces / sizeof *paces; i++)
        if (slice_starts_with(s, paces[i]))
            s = slice_cut(s, paces[i].len, s.len);
    const lexicon_word *against = lexicon_start(s, LEXICON_AGAINST);
    return word == NULL || against == NULL
               ? (slice){NULL, 0}
               : slice_cut(s, against->text.len, s.len - word->text.len);
}

/* 增长6.8%，比上半年回落0.6个百分点，上半年增长6.2%: the former growth right behind,
 * told by the words of its time and nothing else. */
static const claim *
growth_behind(const inspection *in, size_t i, slice time)
{
    const claim *end = in->claims.at + in->claims.n, *c = &in->claims.at[i];
    const claim *then = c + 1;
    while (then < end && then->kind == CLAIM_NONE)
        then++;
    if (time.len == 0 || then == end || then->sentence != c->sentence ||
        then->kind != CLAIM_RATE || then->direction == 0 ||
        then->figure->sort != FIGURE_PERCENT ||
        then->figure->quantity.bound != BOUND_EXACT ||
        then->clause > c->clause + 1)
        return NULL;
    slice lead = slice_trim(rule_text(in, c->figure->last,
                                      then->figure->first));
    static const slice marks[] = {SLICE("，"), SLICE("（"), SLICE("(")};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (slice_starts_with(lead, marks[k]))
            lead = slice_cut(lead, marks[k].len, lead.len);
    if (!slice_starts_with(lead, time))
        return NULL;
    lead = slice_cut(lead, time.len, lead.len);
    if (slice_starts_with(lead, SLICE_OF("为")))
        lead = slice_cut(lead, strlen("为"), lead.len);
    const lexicon_word *verb = lexicon_start(lead, LEXICON_CHANGE);
    return verb != NULL && slice_equal(verb->text, lead) ? then : NULL;
}

/* Whether the change of growth by `points` is what the word says. */
static bool
is_right(const lexicon_word *word, jb_decimal now, jb_decimal then,
         jb_decimal points)
{
    jb_decimal by;
    if (!decimal_sub(now, then, &by))
        return true;
    int sign = decimal_sign(by);
    int away = decimal_compare(decimal_abs(now), decimal_abs(then));
    bool is_turned = word->value == 1    ? sign < 0
                     : word->value == -1 ? sign > 0
                                         : away * word->value < 0;
    return !is_turned && rule_may_differ(by, points);
}

static void
report_pace(const inspection *in, const claim *c, const claim *now,
            const claim *then)
{
    jb_decimal by;
    if (!decimal_sub(now->rate, then->rate, &by))
        return;
    slice lead = slice_trim(rule_lead(in, c));
    size_t first = c->figure->first - lead.len;
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last),
                rule_difference_text(in, now->rate, then->rate, by));
    diags_relate(in->diags, rule_figure_span(in, then->figure),
                 SLICE_OF("前一个增速在这里"));
}

static void
check_pace(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    const lexicon_word *word =
        lexicon_end(rule_lead(in, c), LEXICON_FASTER);
    size_t now = growth_before(in, i);
    if (word == NULL || c->figure->sort != FIGURE_POINTS || now == SIZE_MAX ||
        c->figure->quantity.bound != BOUND_EXACT || c->is_aside ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    setting own = setting_from_claim(in, now);
    setting then = setting_from_claim(in, i);
    then.basis = own.basis;
    then.scope = own.scope;
    then.period = then.against;
    const claim *behind = growth_behind(in, i, time_against(in, c));
    if (behind != NULL) {
        if (!is_right(word, in->claims.at[now].rate, behind->rate,
                      c->figure->quantity.value))
            report_pace(in, c, &in->claims.at[now], behind);
        return;
    }
    if (own.basis != SETTING_YEAR_BEFORE || then.period.len == 0 ||
        setting_is_one_time(in, own, then) ||
        in->claims.at[now].subject.len == 0)
        return;
    const claim *before = growth_of(in, now, then);
    if (before != NULL &&
        !is_right(word, in->claims.at[now].rate, before->rate,
                  c->figure->quantity.value))
        report_pace(in, c, &in->claims.at[now], before);
}

void
rule_paces(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_pace(in, i);
}

/* ── 同比比上月 ── */

void
rule_bases(const inspection *in)
{
    slice text = in->passage.text;
    for (size_t from = 0, at; from < text.len && rule_has_room(in);) {
        const lexicon_word *word = lexicon_find(
            slice_cut(text, from, text.len), LEXICON_MIXED_BASIS, &at);
        if (word == NULL)
            return;
        size_t first = from + at, last = first + word->text.len;
        size_t own = clause_at(&in->clauses, first);
        slice rest = rule_text(in, last, own < in->clauses.n
                                             ? in->clauses.at[own].last
                                             : last);
        /* 同比增速比上月回落 is right: the word itself leaves no room. */
        if (slice_find(rest, SLICE_OF("百分点")) == rest.len &&
            rule_is_typed(in, first, last))
            diag_report(in->diags, &PROSE_BASIS_MIXED,
                        rule_span(in, first, last), word->text);
        from = last;
    }
}
