/* Times that cannot be meant: 上半年…比1—6月加快 compares with itself, 截至9月末 stands
 * in a text of the first half of the year, 其中 divides 2022 by 2021. */
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Months after the text's own that a date may be: it is written then. */
#define MONTHS_AFTER 1
/* Figures from which the text's own time is taken. */
#define TIME_FIRST 3

static void
report(const inspection *in, slice place, slice other)
{
    size_t first = (size_t)(place.at - in->passage.text.at);
    if (!rule_is_typed(in, first, first + place.len))
        return;
    diag_report(in->diags, &PROSE_TIME_CONTRADICTS,
                rule_span(in, first, first + place.len), place, other);
    diags_relate(in->diags,
                 rule_span(in, (size_t)(other.at - in->passage.text.at),
                           (size_t)(other.at - in->passage.text.at) +
                               other.len),
                 SLICE_OF("所说的时期在这里"));
}

/* ── 比自己加快 ── */

/* 由上半年的下降1.2%转为…: the time that it came from. */
static bool
is_left(const inspection *in, slice period)
{
    size_t at = (size_t)(period.at - in->passage.text.at);
    slice before = rule_text(in, 0, at);
    slice rest = rule_text(in, at + period.len, in->passage.text.len);
    return slice_ends_with(before, SLICE_OF("由")) ||
           slice_ends_with(before, SLICE_OF("从")) ||
           slice_starts_with(rest, SLICE_OF("的"));
}

/* The same stretch of the same year: not 比上年同期, 比2022年上半年. */
static void
check_against_itself(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    setting own = setting_from_claim(in, i), then = own;
    season time, base = {0};
    const claim *level = rule_spoken_of(in, i);
    then.period = own.against;
    if (c->kind == CLAIM_NONE || level == NULL || own.against.len == 0 ||
        own.is_goal || c->is_aside || own.period.len == 0 ||
        is_left(in, own.period) ||
        lexicon_end(rule_lead(in, c), LEXICON_FASTER) == NULL ||
        !setting_season(in, own, &time) ||
        !setting_season(in, then, &base))
        return;
    size_t end = (size_t)(own.against.at - in->passage.text.at) +
                 own.against.len;
    slice rest = rule_text(in, end, c->figure->first);
    if (time.year == base.year && time.first == base.first &&
        time.last == base.last && time.first == 1 &&
        !slice_has(rest, "同期") && !slice_has(rest, "上年") &&
        !slice_has(rest, "去年") && !slice_has(rest, "目标") &&
        !slice_has(rest, "预期") && !slice_has(rest, "计划"))
        report(in, own.against, own.period);
}

/* ── 截至9月末 ── */

/* The stretch from January that the first figures are told of, all of them;
 * false when they are of several, or of a year. */
static bool
main_season(const inspection *in, season *out, slice *words)
{
    size_t n = 0;
    for (size_t i = 0; i < in->claims.n && n < TIME_FIRST; i++) {
        const claim *c = &in->claims.at[i];
        setting own = setting_from_claim(in, i);
        season time;
        if (c->kind == CLAIM_NONE || c->is_base || c->is_aside ||
            !setting_season(in, own, &time))
            continue;
        if (time.first != 1 || time.last == 12 || own.is_goal ||
            (n > 0 && (time.last != out->last || time.year != out->year)))
            return false;
        if (n++ == 0)
            *words = own.period;
        *out = time;
    }
    return n > 0;
}

/* 截至|9月末, 到|9月底: the month, and the words. */
static int
month_ended(const inspection *in, const figure *f, slice *words)
{
    slice before = rule_text(in, 0, f->first);
    slice rest = rule_text(in, f->digits, in->passage.text.len);
    size_t n = 0;
    int month = 0;
    while (n < 2 && n < rest.len && rest.at[n] >= '0' && rest.at[n] <= '9')
        month = month * 10 + (rest.at[n++] - '0');
    rest = slice_cut(rest, n, rest.len);
    bool is_end = slice_starts_with(rest, SLICE_OF("月末")) ||
                  slice_starts_with(rest, SLICE_OF("月底"));
    if (n == 0 || month > 12 || !is_end ||
        !(slice_ends_with(before, SLICE_OF("截至")) ||
          slice_ends_with(before, SLICE_OF("截止")) ||
          slice_ends_with(before, SLICE_OF("至"))))
        return 0;
    *words = rule_text(in, f->digits, f->digits + n + strlen("月末"));
    return month;
}

/* Whether any figure is told of a time that reaches that month. */
static bool
is_reached(const inspection *in, int month)
{
    season time;
    for (size_t i = 0; i < in->claims.n; i++) {
        setting own = setting_from_claim(in, i);
        if (in->claims.at[i].kind != CLAIM_NONE &&
            setting_season(in, own, &time) && time.last >= month)
            return true;
    }
    return false;
}

static void
check_dates(const inspection *in)
{
    season all = {0};
    slice own, words;
    if (!main_season(in, &all, &own))
        return;
    for (size_t i = 0; i < in->figures.n && rule_has_room(in); i++) {
        const figure *f = &in->figures.at[i];
        int month = f->sort == FIGURE_DATE ? month_ended(in, f, &words) : 0;
        if (month > all.last + MONTHS_AFTER && !is_reached(in, month))
            report(in, words, own);
    }
}

/* ── 2022年…，其中2021年… ── */

/* 其中，2021年|审结: the year right behind it, of a sentence whose whole is of
 * another year. */
static void
check_among(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *whole = c - 1;
    slice lead = rule_lead(in, c);
    slice among = rule_sentence_lead(in, c);
    setting own = setting_from_claim(in, i);
    season part, all;
    while (whole > in->claims.at && whole->figure->sort == FIGURE_DATE)
        whole--;
    if (i == 0 || !claim_is_exact_amount(c) ||
        !claim_is_exact_amount(whole) ||
        !rule_in_paragraph(in, whole, c) ||
        !unit_is_same_base(c->figure->quantity.unit,
                           whole->figure->quantity.unit) ||
        whole->sentence + 1 < c->sentence || own.period.len == 0 ||
        own.period.at < lead.at)
        return;
    setting then = setting_from_claim(in, (size_t)(whole - in->claims.at));
    bool is_dated = setting_season(in, own, &part) &&
                    setting_season(in, then, &all) && then.period.len > 0;
    slice words = setting_whole_period(in, own);
    size_t at = (size_t)(words.at - in->passage.text.at);
    slice before = rule_text(in, 0, at);
    static const slice marks[] = {SLICE("其中，"), SLICE("其中"),
                                  SLICE("其中："), SLICE("其中,")};
    bool is_first = false;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        is_first = is_first || slice_ends_with(before, marks[k]);
    if (is_first && is_dated && part.year != all.year && part.year != 0 &&
        all.year != 0 && !whole->is_to_date && !c->is_to_date &&
        !setting_spans_years(in, whole) && !slice_has(among, "累计") &&
        !slice_has(rule_sentence_lead(in, whole), "累计") &&
        slice_ends_with(words, SLICE_OF("年")))
        report(in, words, setting_whole_period(in, then));
}

void
rule_times(const inspection *in)
{
    check_dates(in);
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_against_itself(in, i);
        check_among(in, i);
    }
}
