/* How far ahead of the calendar: 上半年完成年初预算的53.5%，超序时进度3.5个百分点. The part
 * of the year that the text tells has gone by, and no more. */
#include <math.h>

#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Points that counting by days may differ from counting by months. */
#define CALENDAR_SLACK 0.75
/* Figures before it among which the time is looked for. */
#define PROGRESS_REACH 120

/* ── 超序时进度 ── */

static slice
without_calendar(slice s)
{
    static const slice names[] = {SLICE("序时进度"), SLICE("时序进度"),
                                  SLICE("时间进度"), SLICE("序时计划"),
                                  SLICE("时序")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_ends_with(s, names[i]))
            return slice_cut(s, 0, s.len - names[i].len);
    return (slice){NULL, 0};
}

/* 超|序时进度: 1 ahead, -1 behind, 0 neither. */
static int
side_before(slice s)
{
    static const slice ahead[] = {SLICE("超"), SLICE("超过"), SLICE("超出"),
                                  SLICE("高于"), SLICE("高出"), SLICE("快于"),
                                  SLICE("超前"), SLICE("领先"), SLICE("快")};
    static const slice behind[] = {SLICE("低于"), SLICE("慢于"), SLICE("落后"),
                                   SLICE("落后于"), SLICE("滞后"),
                                   SLICE("滞后于"), SLICE("慢")};
    if (slice_ends_with_any(s, ahead, sizeof ahead / sizeof *ahead))
        return 1;
    return slice_ends_with_any(s, behind, sizeof behind / sizeof *behind)
               ? -1
               : 0;
}

/* 比序时进度|快: what follows the name says which side. */
static int
side_behind(slice lead)
{
    static const struct { slice word; int side; } words[] = {
        {SLICE("快"), 1},   {SLICE("高"), 1},    {SLICE("超"), 1},
        {SLICE("快了"), 1}, {SLICE("高出"), 1},  {SLICE("超出"), 1},
        {SLICE("慢"), -1},  {SLICE("低"), -1},   {SLICE("慢了"), -1},
        {SLICE("落后"), -1}, {SLICE("滞后"), -1},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        slice rest = slice_cut(lead, 0, lead.len - words[i].word.len);
        slice head = slice_ends_with(lead, words[i].word)
                         ? without_calendar(rest)
                         : (slice){NULL, 0};
        if (head.at != NULL && (slice_ends_with(head, SLICE_OF("比")) ||
                                slice_ends_with(head, SLICE_OF("较"))))
            return words[i].side;
    }
    return 0;
}

static int
side_of(slice lead)
{
    slice head = without_calendar(lead);
    return head.at != NULL ? side_before(head) : side_behind(lead);
}

/* ── what was done ── */

/* Budgets and jobs go by the calendar; what is built goes by a plan of its own,
 * which is called 时序进度 too. */
static bool
goes_by_calendar(const inspection *in, const claim *c)
{
    slice lead = rule_sentence_lead(in, c);
    return slice_has(lead, "预算") || slice_has(lead, "财政") ||
           slice_has(lead, "税") || slice_has(lead, "就业");
}

/* 完成年初预算的53.5%: the nearest percentage before it in its sentence that is
 * no change. */
static const claim *
done_before(const inspection *in, size_t i)
{
    size_t at;
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != in->claims.at[i].sentence)
            return NULL;
        if (c->kind != CLAIM_LEVEL || c->figure->sort != FIGURE_PERCENT)
            continue;
        slice lead = rule_lead(in, c);
        bool is_done = lexicon_find(lead, LEXICON_AIM, &at) != NULL ||
                       slice_has(lead, "完成") || slice_has(lead, "进度") ||
                       slice_has(lead, "执行");
        return is_done && claim_is_exact(c) ? c : NULL;
    }
    return NULL;
}

/* ── when ── */

static double
value_of(const claim *c)
{
    return decimal_to_double(c->figure->quantity.value);
}

/* Months from the start of the year to the time that the claim is told for,
 * or to a month's end; 0 for what is no such time, or all of the year. */
static int
months_of(const inspection *in, const claim *c)
{
    season time;
    int ended = season_month_ended(in->passage.text, &in->figures,
                                   &in->clauses, c);
    if (ended > 0)
        return ended;
    bool is_told = season_of_claim(in->passage.text, &in->clauses, c, &time);
    return is_told && time.first == 1 && time.last < 12 ? time.last : 0;
}

/* 截至5月20日: days, and not whole months, have gone by. */
static bool
is_by_days(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    slice words = rule_text(in, own->sentence_first, own->sentence_last);
    for (size_t at = 0; at < words.len; at++)
        if (slice_has_digit(slice_cut(words, at, at + 1)) &&
            slice_starts_with(slice_cut(words, at + 1, words.len),
                              SLICE_OF("日")))
            return true;
    return false;
}

/* The part of the year that is gone, in percent with one decimal. */
static jb_decimal
gone_by(int months)
{
    return (jb_decimal){(1000 * months + 6) / 12, 1};
}

/* Whether `apart` points above the calendar could be said after `months`. */
static bool
may_be_after(const claim *done, const claim *points, double apart, int months)
{
    double is = value_of(done) - decimal_to_double(gone_by(months));
    return fabs(is - apart) <=
           CALENDAR_SLACK + claim_half_digit(done) +
               claim_half_digit(points);
}

/* The time told nearest before it; 0 when none is, or when what is said of
 * claim `i` is right at any that the text told. */
static int
months_off(const inspection *in, size_t i, const claim *done, double apart)
{
    int nearest = 0;
    for (size_t k = i + 1; k-- > 0 && i - k < PROGRESS_REACH;) {
        int months = months_of(in, &in->claims.at[k]);
        if (months > 0 &&
            may_be_after(done, &in->claims.at[i], apart, months))
            return 0;
        if (nearest == 0)
            nearest = months;
    }
    return nearest;
}

static void
check_progress(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    int side = c->figure->sort == FIGURE_POINTS ? side_of(lead) : 0;
    const claim *done = side == 0 ? NULL : done_before(in, i);
    if (done == NULL || c->is_aside || !goes_by_calendar(in, c) ||
        c->figure->quantity.bound != BOUND_EXACT || is_by_days(in, c) ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    int months = months_off(in, i, done, side * value_of(c));
    jb_decimal now = done->figure->quantity.value, by;
    if (months == 0 || !decimal_sub(now, gone_by(months), &by))
        return;
    size_t first = c->figure->first - lead.len;
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last),
                rule_difference_text(in, now, gone_by(months), by));
    diags_relate(in->diags, rule_figure_span(in, done->figure),
                 SLICE_OF("完成的进度在这里"));
}

void
rule_progress(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_progress(in, i);
}
