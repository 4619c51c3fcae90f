/* Numbers that count headings and points: 一、, （二）, 1., 一是: each follows
 * the one before it, and a heading does not run into its text. */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/numeral.h"
#include "prose/rule.h"

typedef enum numbering {
    NUMBER_CHAPTER, /* 一、 */
    NUMBER_SECTION, /* （一） */
    NUMBER_POINT,   /* 1. or 1、 */
    NUMBER_COUNT
} numbering;

/* What a line starts with. */
typedef struct number_mark {
    numbering style;
    int value;
    size_t len; /* bytes */
} number_mark;

/* The last number of each style, and where it stood; 0 for none since a
 * heading above it. */
typedef struct numbers_seen {
    int last[NUMBER_COUNT];
    size_t at[NUMBER_COUNT];
    int n_lines; /* of prose so far */
    bool is_begun; /* any number was seen */
} numbers_seen;

static bool
starts(slice s, const char *mark)
{
    return slice_starts_with(s, slice_from(mark));
}

static bool
read_number(slice s, bool is_chinese, int most, number_mark *out)
{
    numeral n;
    if (!numeral_read(s, 0, &n) || n.is_chinese != is_chinese ||
        n.value.scale > 0 || n.value.coefficient < 1 ||
        n.value.coefficient > most)
        return false;
    out->value = (int)n.value.coefficient;
    out->len = n.last;
    return true;
}

/* （四） and (四); 一、; 1. and 1、 before a Han character. */
static bool
read_mark(slice line, number_mark *out)
{
    bool is_open = starts(line, "（") || starts(line, "(");
    size_t open = !is_open ? 0 : starts(line, "(") ? 1 : UTF8_HAN;
    slice s = slice_cut(line, open, line.len);
    bool is_chinese = (unsigned char)(s.len > 0 ? s.at[0] : 0) >= 0xE4;
    if (!read_number(s, is_chinese, 30, out) || (is_open && !is_chinese))
        return false;
    slice rest = slice_cut(s, out->len, s.len);
    const char *close = is_open ? (starts(rest, "）") ? "）" : ")")
                        : starts(rest, "、") ? "、" : ".";
    if (!starts(rest, close) || (is_chinese && *close == '.'))
        return false;
    out->style = is_open       ? NUMBER_SECTION
                 : is_chinese ? NUMBER_CHAPTER
                              : NUMBER_POINT;
    out->len += open + strlen(close);
    slice word = slice_trim(slice_cut(line, out->len, line.len));
    unsigned char first = word.len > 0 ? (unsigned char)word.at[0] : 0;
    return first >= 0xE4 && first <= 0xE9;
}

static slice
mark_text(const inspection *in, numbering style, int value)
{
    slice n = number_chinese(in->arena, value);
    switch (style) {
    case NUMBER_CHAPTER:
        return slice_printf(in->arena, "%.*s、", SLICE_ARGS(n));
    case NUMBER_SECTION:
        return slice_printf(in->arena, "（%.*s）", SLICE_ARGS(n));
    default:
        return slice_printf(in->arena, "%d.", value);
    }
}

static void
report_gap(const inspection *in, size_t at, const number_mark *m, int wanted)
{
    if (rule_is_typed(in, at, at + m->len))
        diag_report(in->diags, &PROSE_NUMBER_SKIPPED,
                    rule_span(in, at, at + m->len),
                    mark_text(in, m->style, m->value),
                    mark_text(in, m->style, wanted));
}

/* Lines of prose before the first number, from which on a list that does not
 * begin with one lost its start; a cutting from a report may begin anywhere. */
#define LINES_BEFORE 3

static void
follow_mark(const inspection *in, numbers_seen *seen, size_t at,
            const number_mark *m)
{
    int last = seen->last[m->style];
    bool is_start = m->value == 1;
    bool is_lost = last == 0 && !seen->is_begun && m->value > 2 &&
                   m->style != NUMBER_POINT &&
                   seen->n_lines >= LINES_BEFORE;
    bool is_gap = last > 0 && m->value > last + 1;
    if (!is_start && (is_lost || is_gap))
        report_gap(in, at, m, m->value - 1);
    seen->last[m->style] = m->value;
    seen->at[m->style] = at;
    seen->is_begun = true;
    for (int below = (int)m->style + 1; below < (int)NUMBER_COUNT; below++)
        seen->last[below] = 0;
}

static void
check_headings(const inspection *in)
{
    slice text = in->passage.text;
    numbers_seen seen = {.n_lines = 0};
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        slice rest = slice_cut(text, at, text.len);
        size_t end = slice_find(rest, SLICE_OF("\n"));
        slice line = slice_cut(rest, 0, end);
        slice words = slice_trim(line);
        size_t first = at + (size_t)(words.len > 0 ? words.at - line.at : 0);
        number_mark mark;
        if (read_mark(clause_near_start(words), &mark))
            follow_mark(in, &seen, first, &mark);
        seen.n_lines += slice_find(line, SLICE_OF("。")) < line.len;
        at += end + 1;
    }
}

/* ── 一是…；二是… ── */

/* The n of N是 at byte `at`; 0 for none. */
static int
point_at(slice text, size_t at, size_t *len)
{
    number_mark m;
    slice rest = slice_cut(text, at, at + 4 * UTF8_HAN);
    if (!read_number(rest, true, 12, &m) ||
        !starts(slice_cut(rest, m.len, rest.len), "是"))
        return 0;
    *len = m.len + UTF8_HAN;
    return m.value;
}

/* Whether a mark, a space or nothing stands before byte `at`. */
static bool
is_after_mark(slice text, size_t at)
{
    size_t left = at;
    if (at == 0)
        return true;
    uint32_t code = utf8_before(text, &left);
    return code < 0x80 || code == 0x3002 || code == 0xFF0C ||
           code == 0xFF1B || code == 0xFF1A || code == 0xFF09 ||
           code == 0x3001 || code == 0x3000;
}

static void
report_stop(const inspection *in, size_t first, size_t last)
{
    if (rule_is_typed(in, first, last))
        diag_report(in->diags, &PROSE_STOP_MISSING,
                    rule_span(in, first, last), rule_text(in, first, last));
}

/* 取得新成绩一是加强: the two characters before 一是 as the place. */
static void
report_glued(const inspection *in, size_t at, size_t len)
{
    size_t first = at;
    for (int i = 0; i < 2 && first > 0; i++)
        utf8_before(in->passage.text, &first);
    report_stop(in, first, at + len);
}

/* Points of one line. 二是 alone tells that a 一是 was meant before it. */
static void
check_points(const inspection *in, size_t first, size_t last)
{
    slice text = slice_cut(in->passage.text, 0, last);
    size_t glued = SIZE_MAX, glued_len = 0, len = 0;
    int before = 0;
    for (size_t at = first; at < last; utf8_next(text, &at)) {
        int n = point_at(text, at, &len);
        if (n == 0 || (n > 1 && !is_after_mark(text, at)))
            continue;
        if (n == 1 && !is_after_mark(text, at)) {
            glued = before == 0 ? at : glued;
            glued_len = len;
            continue;
        }
        if (n == 2 && before == 0 && glued != SIZE_MAX)
            report_glued(in, glued, glued_len);
        else if (n > before + 1 && before > 0 &&
                 rule_is_typed(in, at, at + len))
            diag_report(in->diags, &PROSE_NUMBER_SKIPPED,
                        rule_span(in, at, at + len),
                        rule_text(in, at, at + len),
                        slice_printf(in->arena, "%.*s是",
                                     SLICE_ARGS(number_chinese(
                                             in->arena, n - 1))));
        before = n;
    }
}

void
rule_numbering(const inspection *in)
{
    slice text = in->passage.text;
    check_headings(in);
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        slice rest = slice_cut(text, at, text.len);
        size_t end = at + slice_find(rest, SLICE_OF("\n"));
        check_points(in, at, end);
        at = end + 1;
    }
}

/* ── 取得新突破深入实施 ── */

/* What may follow the end of a heading's words within a sentence. */
static bool
goes_on(slice rest)
{
    static const slice words[] = {
        SLICE("的"), SLICE("后"), SLICE("之"), SLICE("和"), SLICE("与"),
        SLICE("及"), SLICE("并"), SLICE("时"), SLICE("以"), SLICE("、"),
        SLICE("等"), SLICE("而"), SLICE("是"), SLICE("为"), SLICE("上"),
        SLICE("中"), SLICE("方"), SLICE("就"), SLICE("也"), SLICE("阶"),
        SLICE("性"), SLICE("格"), SLICE("模"), SLICE("理"), SLICE("动"),
        SLICE("提"), SLICE("奠"), SLICE("打"),
    };
    unsigned char first = rest.len > 0 ? (unsigned char)rest.at[0] : 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_with(rest, words[i]))
            return true;
    return first < 0xE4 || first > 0xE9;
}

/* A clause that starts as a heading does and goes on with a verb. */
static void
check_heading_end(const inspection *in, const clause *c)
{
    static const slice ends[] = {
        SLICE("取得新突破"), SLICE("取得新成效"), SLICE("取得新进展"),
        SLICE("取得新成绩"), SLICE("取得新成果"), SLICE("获得新发展"),
        SLICE("迈上新台阶"), SLICE("开创新局面"), SLICE("实现新跨越"),
        SLICE("实现新突破"), SLICE("呈现新气象"), SLICE("跃上新台阶"),
    };
    slice text = clause_near_start(rule_text(in, c->first, c->last));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = slice_find(text, ends[i]), end = at + ends[i].len;
        slice rest = slice_cut(text, end, text.len);
        if (at >= text.len || goes_on(rest) || rest.len < 4 * UTF8_HAN)
            continue;
        report_stop(in, c->first + at, c->first + end + 2 * UTF8_HAN);
        return;
    }
}

/* 我市也成为…最多的省辖市共有33家企业: after a finite verb a second subject
 * begins. */
static void
check_second_subject(const inspection *in, const clause *c)
{
    static const slice verbs[] = {SLICE("也成为"), SLICE("已成为"),
                                  SLICE("被认定为"), SLICE("被列为"),
                                  SLICE("被评为"), SLICE("率先成为")};
    slice text = clause_near_start(rule_text(in, c->first, c->last));
    size_t there = slice_find(text, SLICE_OF("共有"));
    slice rest = slice_cut(text, there + strlen("共有"), text.len);
    bool is_counted = rest.len > 0 && rest.at[0] >= '0' && rest.at[0] <= '9';
    for (size_t i = 0; is_counted && i < sizeof verbs / sizeof *verbs; i++) {
        size_t at = slice_find(text, verbs[i]);
        if (at == 0 || at + 8 * UTF8_HAN > there)
            continue;
        report_stop(in, c->first + there - 2 * UTF8_HAN,
                    c->first + there + strlen("共有"));
        return;
    }
}

void
rule_stops(const inspection *in)
{
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++) {
        check_heading_end(in, &in->clauses.at[i]);
        check_second_subject(in, &in->clauses.at[i]);
    }
}
