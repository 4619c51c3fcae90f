/* Months and quarters that no calendar has, and stretches of months that are
 * not the part of the year they stand beside: 1—19月, 前五季度, 上半年（1—7月）. */
#include "base/code.h"
#include "base/utf8.h"
#include "prose/range.h"
#include "prose/rule.h"

#define MONTHS 12

/* Months by number, up to where the word 月 stands. */
typedef struct stretch {
    size_t first, last; /* bytes of it all */
    int from, to;       /* `from` 0: one month alone */
} stretch;

/* The digits that end at `end`, at most two of them; -1: none, or more. */
static int
digits_before(slice text, size_t end, size_t *first)
{
    int number = 0, place = 1;
    size_t at = end;
    for (; at > 0 && code_is_digit((unsigned char)text.at[at - 1]); at--) {
        if (end - at == 2)
            return -1;
        number += place * (text.at[at - 1] - '0');
        place *= 10;
    }
    *first = at;
    return at == end ? -1 : number;
}

/* 1—7 of 1—7月, or 7 of 至7月; `at` is where 月 stands. */
static bool
stretch_read(slice text, size_t at, stretch *s)
{
    *s = (stretch){.last = at + strlen("月")};
    s->to = digits_before(text, at, &s->first);
    if (s->to < 0)
        return false;
    size_t sign = range_sign_end(slice_cut(text, 0, s->first)), first;
    if (sign == 0)
        return true;
    int from = digits_before(text, s->first - sign, &first);
    if (from < 0)
        return true;
    s->from = from;
    s->first = first;
    return true;
}

/* 6—24月龄 are months of age; 2021年16月 is a date, and 3.12月 none. */
static bool
is_of_calendar(slice text, const stretch *s)
{
    static const slice ends[] = {SLICE("底"), SLICE("末"), SLICE("份"),
                                 SLICE("上旬"), SLICE("中旬"),
                                 SLICE("下旬")};
    slice head = slice_cut(text, 0, s->first);
    slice rest = slice_cut(text, s->last, text.len);
    bool is_end =
        slice_starts_with_any(rest, ends, sizeof ends / sizeof *ends);
    return !slice_ends_with(head, SLICE_OF("年")) &&
           !slice_ends_with(head, SLICE_OF(".")) &&
           !slice_ends_with(head, SLICE_OF("/")) &&
           !slice_starts_with(rest, SLICE_OF("龄")) &&
           (s->from > 0 || is_end);
}

static void
report_malformed(const inspection *in, size_t first, size_t last)
{
    if (rule_is_typed(in, first, last))
        diag_report(in->diags, &PROSE_DATE_MALFORMED,
                    rule_span(in, first, last), rule_text(in, first, last));
}

/* 上半年（1—7月） */
static void
check_part_of_year(const inspection *in, const stretch *s)
{
    static const struct {
        slice name;
        int from, to;
    } parts[] = {{SLICE("前三季度"), 1, 9}, {SLICE("一季度"), 1, 3},
                 {SLICE("上半年"), 1, 6},   {SLICE("下半年"), 7, 12}};
    slice head = rule_text(in, 0, s->first);
    size_t bracket = slice_ends_with(head, SLICE_OF("（")) ? strlen("（")
                     : slice_ends_with(head, SLICE_OF("(")) ? 1
                                                             : 0;
    slice rest = rule_text(in, s->last, in->passage.text.len);
    bool is_closed = slice_starts_with(rest, SLICE_OF("）")) ||
                     slice_starts_with(rest, SLICE_OF(")"));
    if (bracket == 0 || !is_closed || s->from == 0 ||
        !rule_is_typed(in, s->first, s->last))
        return;
    head = slice_cut(head, 0, head.len - bracket);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!slice_ends_with(head, parts[i].name))
            continue;
        if (s->from != parts[i].from || s->to != parts[i].to)
            diag_report(in->diags, &PROSE_TIME_CONTRADICTS,
                        rule_span(in, s->first, s->last),
                        rule_text(in, s->first, s->last), parts[i].name);
        return;
    }
}

static void
check_months(const inspection *in, size_t at)
{
    stretch s;
    if (!stretch_read(in->passage.text, at, &s) ||
        !is_of_calendar(in->passage.text, &s))
        return;
    bool is_wrong = s.from > MONTHS || s.to > MONTHS || s.to == 0;
    if (is_wrong)
        report_malformed(in, s.first, s.last);
    else
        check_part_of_year(in, &s);
}

/* 前五季度, 第六季度: a year has four. 连续五个季度 and 十五季度 are none of
 * them. */
static void
check_quarter(const inspection *in, size_t at)
{
    static const slice heads[] = {
        SLICE("前五"), SLICE("前六"), SLICE("前七"), SLICE("前八"),
        SLICE("前九"), SLICE("前5"),  SLICE("前6"),  SLICE("前7"),
        SLICE("前8"),  SLICE("前9"),  SLICE("第五"), SLICE("第六")};
    slice head = rule_text(in, 0, at);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (slice_ends_with(head, heads[i]))
            report_malformed(in, at - heads[i].len, at + strlen("季度"));
}

void
rule_calendar(const inspection *in)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        slice rest = slice_cut(text, at, text.len);
        if (slice_starts_with(rest, SLICE_OF("月")))
            check_months(in, at);
        else if (slice_starts_with(rest, SLICE_OF("季度")))
            check_quarter(in, at);
        utf8_next(text, &at);
    }
}
