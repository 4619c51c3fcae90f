/* 七大类价格五涨一平一降: the rises and falls that are counted make up the number
 * of things that is told before them. */
#include "base/utf8.h"
#include "prose/numeral.h"
#include "prose/number.h"
#include "prose/rule.h"

/* Characters between the number of things and the first count, at most. */
#define TALLY_NEAR 12

/* The length of 涨, 降, 平 and their like at the start, or 0. */
static size_t
outcome_len(slice s)
{
    static const slice words[] = {SLICE("涨"), SLICE("升"), SLICE("增"),
                                  SLICE("降"), SLICE("跌"), SLICE("减"),
                                  SLICE("平")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_with(s, words[i]))
            return words[i].len;
    return 0;
}

/* 两 is no digit of numerals. */
static size_t
count_at(slice s, int64_t *out)
{
    numeral n;
    if (slice_starts_with(s, SLICE_OF("两"))) {
        *out = 2;
        return strlen("两");
    }
    if (!numeral_read(s, 0, &n) || n.value.scale > 0 ||
        n.value.coefficient > 99)
        return 0;
    *out = n.value.coefficient;
    return n.last;
}

/* 五涨一平一降 at the start: their sum, how many, and its length. */
static size_t
read_tally(slice s, int64_t *sum, int *n)
{
    size_t at = 0;
    *sum = *n = 0;
    for (;;) {
        int64_t count = 0;
        slice rest = slice_cut(s, at, s.len);
        size_t len = count_at(rest, &count);
        size_t word = len == 0 ? 0 : outcome_len(slice_cut(rest, len, s.len));
        if (word == 0)
            return at;
        *sum += count;
        ++*n;
        at += len + word;
    }
}

/* Whether 大类, 个, 类, 项 or 种 follows. */
static bool
is_of_things(slice s)
{
    static const slice units[] = {SLICE("大类"), SLICE("个"), SLICE("类"),
                                  SLICE("项"), SLICE("种")};
    return slice_starts_with_any(s, units, sizeof units / sizeof *units);
}

/* The number that ends with the one at `at`: 十七 where that is 七. */
static int64_t
whole_number(slice lead, size_t at, int64_t own)
{
    int64_t wider = 0;
    size_t left = at;
    size_t len = count_at(slice_cut(lead, at, lead.len), &own);
    if (at == 0)
        return own;
    utf8_before(lead, &left);
    return count_at(slice_cut(lead, left, lead.len), &wider) > len ? wider
                                                                   : own;
}

/* The number of things told within a few characters before the end. */
static bool
things_before(slice lead, int64_t *out)
{
    size_t at = lead.len;
    for (int i = 0; i < TALLY_NEAR && at > 0; i++) {
        utf8_before(lead, &at);
        slice rest = slice_cut(lead, at, lead.len);
        size_t len = count_at(rest, out);
        if (len == 0 || !is_of_things(slice_cut(rest, len, rest.len)))
            continue;
        *out = whole_number(lead, at, *out);
        return true;
    }
    return false;
}

static bool
is_mark(slice s)
{
    return s.len == 0 || slice_starts_with(s, SLICE_OF("。")) ||
           slice_starts_with(s, SLICE_OF("，")) ||
           slice_starts_with(s, SLICE_OF(",")) ||
           slice_starts_with(s, SLICE_OF("；")) ||
           slice_starts_with(s, SLICE_OF("”")) ||
           slice_starts_with(s, SLICE_OF("\n"));
}

static slice
lead_of(const inspection *in, size_t at)
{
    const clause *own = &in->clauses.at[clause_at(&in->clauses, at)];
    slice lead = clause_near_end(rule_text(in, own->first, at));
    slice quote = SLICE_OF("“");
    return slice_ends_with(lead, quote)
               ? slice_cut(lead, 0, lead.len - quote.len)
               : lead;
}

void
rule_tallies(const inspection *in)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        int64_t sum, things = 0;
        int n;
        slice rest = slice_cut(text, at, text.len);
        bool may_start = count_at(rest, &things) > 0;
        size_t len = may_start ? read_tally(rest, &sum, &n) : 0;
        if (len == 0) {
            utf8_next(text, &at);
            continue;
        }
        size_t end = at + len;
        if (n > 1 && is_mark(slice_cut(text, end, text.len)) &&
            things_before(lead_of(in, at), &things) && things != sum &&
            rule_is_typed(in, at, end))
            diag_report(in->diags, &PROSE_TALLY_CONTRADICTS,
                        rule_span(in, at, end), rule_text(in, at, end),
                        number_text(in->arena, (jb_decimal){sum, 0}),
                        number_text(in->arena, (jb_decimal){things, 0}));
        at = end;
    }
}
