/* Slips of the pen: dates, doubled and missing words, brackets, bounds. */
#include "base/code.h"
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/rule.h"

static slice
after(const inspection *in, size_t at)
{
    return rule_text(in, at, in->passage.text.len);
}

/* ── dates ── */

static int64_t
whole(const figure *f)
{
    return f->quantity.value.scale == 0 ? f->quantity.value.coefficient : -1;
}

static void
report_date(const inspection *in, const figure *from, size_t to)
{
    diag_report(in->diags, &PROSE_DATE_MALFORMED,
                rule_span(in, from->first, to),
                rule_text(in, from->first, to));
}

/* 年 or 月 between a figure and the next with nothing else. */
static bool
joins(const inspection *in, const figure *a, const figure *b, const char *by)
{
    return slice_is(rule_text(in, a->last, b->first), by);
}

static void
check_day(const inspection *in, const figure *month, const figure *day,
          const figure *start)
{
    static const int64_t days[] = {31, 29, 31, 30, 31, 30,
                                   31, 31, 30, 31, 30, 31};
    slice rest = after(in, day->last);
    bool is_day = slice_starts_with(rest, SLICE_OF("日")) ||
                  slice_starts_with(rest, SLICE_OF("号"));
    if (!is_day || !joins(in, month, day, "月"))
        return;
    int64_t m = whole(month);
    if (m < 1 || m > 12 || whole(day) < 1 || whole(day) > days[m - 1])
        report_date(in, start, day->last + strlen("日"));
}

/* 2022年1114日: the month is missing. */
static void
check_month(const inspection *in, const figure *year, const figure *next)
{
    slice rest = after(in, next->last);
    if (!joins(in, year, next, "年") || whole(year) < 1000)
        return;
    if (slice_starts_with(rest, SLICE_OF("日")))
        report_date(in, year, next->last + strlen("日"));
    else if (slice_starts_with(rest, SLICE_OF("月")) &&
             (whole(next) < 1 || whole(next) > 12))
        report_date(in, year, next->last + strlen("月"));
}

void
rule_dates(const inspection *in)
{
    const figure *f = in->figures.at;
    for (size_t i = 0; i + 1 < in->figures.n && rule_has_room(in); i++) {
        if (f[i].sort != FIGURE_DATE || f[i + 1].sort != FIGURE_DATE)
            continue;
        check_month(in, &f[i], &f[i + 1]);
        bool has_year = i > 0 && joins(in, &f[i - 1], &f[i], "年");
        check_day(in, &f[i], &f[i + 1], has_year ? &f[i - 1] : &f[i]);
    }
}

/* ── doubled words ── */

static void
check_unit_doubled(const inspection *in, const figure *f)
{
    slice unit = f->quantity.unit.base;
    if (slice_ends_with(unit, SLICE_OF("百分点")))
        unit = SLICE_OF("点"); /* 个百分点点 */
    size_t end = f->last + unit.len;
    if (unit.len == 0 || !slice_starts_with(after(in, f->last), unit) ||
        !rule_ends_word(in, end) || !rule_is_typed(in, f->last, end))
        return;
    diag_report(in->diags, &PROSE_WORD_DOUBLED,
                rule_span(in, f->digits, end),
                rule_text(in, f->digits, end), unit);
}

/* 85万万人, 1719亿万元 */
static void
check_multiple_doubled(const inspection *in, const figure *f)
{
    slice said = rule_text(in, f->after, f->last), rest = after(in, f->last);
    bool is_multiple = slice_ends_with(said, SLICE_OF("万")) ||
                       slice_ends_with(said, SLICE_OF("亿"));
    bool is_again = slice_starts_with(rest, SLICE_OF("万")) ||
                    slice_starts_with(rest, SLICE_OF("亿"));
    size_t end = f->last + strlen("万");
    if (is_multiple && is_again && rule_is_typed(in, f->last, end))
        diag_report(in->diags, &PROSE_WORD_DOUBLED,
                    rule_span(in, f->digits, end),
                    rule_text(in, f->digits, end),
                    slice_cut(rest, 0, strlen("万")));
}

/* 一步一步, 一个一个 are no slips. */
static bool
is_reduplication(slice word)
{
    return lexicon_start(word, LEXICON_NO_DOUBLE) != NULL ||
           slice_starts_with(word, SLICE_OF("一")) ||
           slice_starts_with(word, SLICE_OF("逐"));
}

static bool
is_all_han(slice word)
{
    for (size_t at = 0; at < word.len;)
        if (!code_is_ideograph(utf8_next(word, &at)))
            return false;
    return !slice_has(word, "〇"); /* 二〇二〇年 */
}

/* Two to four Han characters, not all alike, said twice in a row. Few texts
 * repeat anything, so that is asked first. */
static size_t
doubled_length(slice rest)
{
    const size_t han = strlen("一");
    for (size_t n = 4; n >= 2; n--) {
        slice word = slice_cut(rest, 0, n * han);
        slice behind = slice_cut(rest, n * han, rest.len);
        if (word.len == n * han && slice_starts_with(behind, word) &&
            is_all_han(word) && !is_reduplication(word) &&
            !slice_equal(slice_cut(word, 0, han),
                         slice_cut(word, han, 2 * han)))
            return n * han;
    }
    return 0;
}

void
rule_doubled(const inspection *in)
{
    for (size_t i = 0; i < in->figures.n && rule_has_room(in); i++) {
        check_unit_doubled(in, &in->figures.at[i]);
        check_multiple_doubled(in, &in->figures.at[i]);
    }
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        size_t n = doubled_length(slice_cut(text, at, text.len));
        if (n > 0 && rule_is_typed(in, at, at + 2 * n))
            diag_report(in->diags, &PROSE_WORD_DOUBLED,
                        rule_span(in, at, at + 2 * n),
                        rule_text(in, at, at + 2 * n),
                        rule_text(in, at, at + n));
        if (n > 0)
            at += 2 * n;
        else
            utf8_next(text, &at);
    }
}

/* ── measure words ── */

static void
check_counter_missing(const inspection *in, const figure *f)
{
    slice rest = after(in, f->last);
    const lexicon_word *noun = lexicon_start(rest, LEXICON_COUNTED);
    if (noun == NULL && slice_starts_with(rest, SLICE_OF("达到")))
        noun = lexicon_start(rest, LEXICON_FILLER);
    if (f->sort != FIGURE_BARE || f->is_chinese || noun == NULL ||
        figures_may_be_year(f) || f->digits == 0 ||
        !rule_is_typed(in, f->digits, f->last))
        return;
    size_t left = f->digits;
    if (!code_is_ideograph(utf8_before(in->passage.text, &left)))
        return;
    size_t end = f->last + noun->text.len;
    diag_report(in->diags, &PROSE_COUNTER_MISSING,
                rule_span(in, f->digits, end),
                rule_text(in, f->digits, end));
}

/* 认定高新技术企业13。: the noun stands before the number, and a full stop ends
 * what is no heading. */
static void
check_counter_at_end(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    const figure *f = c->figure;
    slice lead = rule_lead(in, c);
    if (f->sort != FIGURE_BARE || f->is_chinese || figures_may_be_year(f) ||
        f->quantity.value.scale > 0 || c->is_aside ||
        lead.len < 6 * strlen("一") ||
        lexicon_end(lead, LEXICON_COUNTED) == NULL ||
        !slice_starts_with(after(in, f->last), SLICE_OF("。")) ||
        !rule_is_typed(in, f->digits, f->last))
        return;
    size_t first = f->digits - lexicon_end(lead, LEXICON_COUNTED)->text.len;
    diag_report(in->diags, &PROSE_COUNTER_MISSING,
                rule_span(in, first, f->last),
                rule_text(in, first, f->last));
}

/* The first quoted term of a clause, without its marks. */
static slice
quoted_in(const inspection *in, size_t at)
{
    const clause *c = &in->clauses.at[at];
    slice text = clause_near_start(rule_text(in, c->first, c->last));
    size_t open = slice_find(text, SLICE_OF("“"));
    slice rest = slice_cut(text, open + strlen("“"), text.len);
    size_t close = slice_find(rest, SLICE_OF("”"));
    if (open == text.len || close == rest.len)
        return (slice){NULL, 0};
    return slice_cut(rest, 0, close);
}

static bool
is_counted(const figure *f)
{
    jb_decimal least = {10, 0};
    return f->sort == FIGURE_QUANTITY && !f->is_chinese &&
           f->quantity.unit.kind == UNIT_COUNT &&
           decimal_compare(f->quantity.value, least) >= 0;
}

/* The same number of the same “…” with another measure word. */
static void
check_counter_changed(const inspection *in, size_t a, size_t b)
{
    const figure *f = &in->figures.at[a], *g = &in->figures.at[b];
    if (!is_counted(g) ||
        decimal_compare(f->quantity.value, g->quantity.value) != 0 ||
        slice_equal(f->quantity.unit.name, g->quantity.unit.name))
        return;
    slice term = quoted_in(in, in->claims.at[a].clause);
    if (term.len == 0 ||
        !slice_equal(term, quoted_in(in, in->claims.at[b].clause)))
        return;
    diag_report(in->diags, &PROSE_COUNTER_CHANGED, rule_figure_span(in, g),
                term, rule_figure_text(in, f), rule_figure_text(in, g));
    diags_relate(in->diags, rule_figure_span(in, f),
                 SLICE_OF("前一处在这里"));
}

/* How far back a changed measure word is looked for. */
#define COUNTERS_BACK 200

void
rule_counters(const inspection *in)
{
    for (size_t i = 0; i < in->figures.n && rule_has_room(in); i++) {
        check_counter_missing(in, &in->figures.at[i]);
        check_counter_at_end(in, i);
        if (!is_counted(&in->figures.at[i]))
            continue;
        size_t stop = i + COUNTERS_BACK;
        for (size_t k = i + 1; k < in->figures.n && k < stop; k++)
            check_counter_changed(in, i, k);
    }
}

/* ── bounds said twice ── */

static void
report_versus(const inspection *in, size_t from, size_t to)
{
    if (rule_is_typed(in, from, to))
        diag_report(in->diags, &PROSE_VERSUS_MIXED, rule_span(in, from, to),
                    rule_text(in, from, to));
}

/* 较2021年相比 mixes 较2021年 and 与2021年相比. */
static void
check_versus(const inspection *in, const clause *c)
{
    slice text = rule_text(in, c->first, c->last);
    size_t end = slice_find(text, SLICE_OF("相比"));
    size_t start = slice_find(text, SLICE_OF("较"));
    if (end == text.len || start > end || end - start > 60)
        return;
    report_versus(in, c->first + start, c->first + end + strlen("相比"));
}

/* 比上年同比: 同比 says it again. */
static void
check_again(const inspection *in, const clause *c)
{
    static const slice words[] = {
        SLICE("比上年同比"), SLICE("较上年同比"), SLICE("比去年同比"),
        SLICE("较去年同比"), SLICE("比上年同期同比"),
        SLICE("较上年同期同比"), SLICE("比去年同期同比"),
        SLICE("较去年同期同比"),
    };
    slice text = rule_text(in, c->first, c->last);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = slice_find(text, words[i]);
        if (at < text.len)
            report_versus(in, c->first + at,
                          c->first + at + words[i].len);
    }
}

/* 低于5.5%左右的预期目标: a comparison with what is only about so much. */
static bool
is_compared_with(const inspection *in, const figure *f)
{
    static const slice words[] = {SLICE("高于"), SLICE("低于")};
    slice text = in->passage.text, before = rule_text(in, 0, f->digits);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_with(before, words[i]))
            return slice_starts_with(slice_cut(text, f->last, text.len),
                                     SLICE_OF("的"));
    return false;
}

void
rule_bounds(const inspection *in)
{
    for (size_t i = 0; i < in->figures.n && rule_has_room(in); i++) {
        const figure *f = &in->figures.at[i];
        if (f->n_bounds > 1 && rule_is_typed(in, f->first, f->last) &&
            !is_compared_with(in, f))
            diag_report(in->diags, &PROSE_BOUND_TWICE,
                        rule_figure_span(in, f), rule_figure_text(in, f));
    }
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++) {
        check_versus(in, &in->clauses.at[i]);
        check_again(in, &in->clauses.at[i]);
    }
}
