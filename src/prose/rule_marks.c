/* Brackets and quotation marks that do not pair within their line, nor with
 * the line below where text is broken by hand. */
#include "base/utf8.h"
#include "prose/rule.h"

typedef struct bracket_pair {
    uint32_t open, close, wide_open, wide_close;
} bracket_pair;

static const bracket_pair PAIRS[] = {
    {'(', ')', 0xFF08, 0xFF09},
    {'[', ']', 0x3010, 0x3011},
    {0x201C, 0x201D, 0x201C, 0x201D}, /* “ ” */
    {0x300A, 0x300B, 0x300A, 0x300B}, /* 《 》 */
};

#define DEPTH 32

/* The open brackets of a line. */
typedef struct open_marks {
    size_t at[DEPTH];
    size_t pair[DEPTH];
    size_t n;
} open_marks;

static void
report(const inspection *in, size_t at)
{
    size_t end = at;
    utf8_next(in->passage.text, &end);
    if (rule_is_typed(in, at, end))
        diag_report(in->diags, &PROSE_BRACKET_UNPAIRED,
                    rule_span(in, at, end), rule_text(in, at, end));
}

/* 1) and 一) at the start of a line number an item. */
static bool
is_item_number(slice text, size_t line, size_t at)
{
    return at > line && at - line <= 6 && text.at[at] == ')';
}

static void
close_mark(const inspection *in, open_marks *open, size_t pair, size_t at)
{
    if (open->n > 0 && open->pair[open->n - 1] == pair)
        open->n--;
    else
        report(in, at);
}

static void
take_mark(const inspection *in, open_marks *open, uint32_t code, size_t at)
{
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        const bracket_pair *p = &PAIRS[i];
        if ((code == p->open || code == p->wide_open) && open->n < DEPTH) {
            open->at[open->n] = at;
            open->pair[open->n++] = i;
        } else if (code == p->close || code == p->wide_close) {
            close_mark(in, open, i, at);
        }
    }
}

/* 每股收益（元/ … and 股） below it: a cell or a line broken by hand. The mark
 * that closes comes first in the line below, before any that opens. */
static bool
is_closed_below(slice text, size_t line, const bracket_pair *pair)
{
    slice rest = slice_cut(text, line, text.len);
    slice below = slice_cut(rest, 0, slice_find(rest, SLICE_OF("\n")));
    for (size_t at = 0; at < below.len;) {
        uint32_t code = utf8_next(below, &at);
        if (code == pair->close || code == pair->wide_close)
            return true;
        if (code == pair->open || code == pair->wide_open)
            return false;
    }
    return false;
}

/* `next` is where the line below starts. The innermost mark may go on there:
 * then it stays open. */
static void
end_line(const inspection *in, open_marks *open, size_t next)
{
    size_t last = open->n > 0 ? open->n - 1 : 0;
    bool goes_on = open->n > 0 &&
                   is_closed_below(in->passage.text, next,
                                   &PAIRS[open->pair[last]]);
    for (size_t i = 0; i < (goes_on ? last : open->n); i++)
        report(in, open->at[i]);
    if (goes_on) {
        open->at[0] = open->at[last];
        open->pair[0] = open->pair[last];
    }
    open->n = goes_on ? 1 : 0;
}

void
rule_brackets(const inspection *in)
{
    slice text = in->passage.text;
    open_marks open = {.n = 0};
    size_t line = 0;
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        size_t start = at;
        uint32_t code = utf8_next(text, &at);
        if (code == '\n') {
            end_line(in, &open, at);
            line = at;
        } else if (open.n > 0 || !is_item_number(text, line, start)) {
            take_mark(in, &open, code, start);
        }
    }
    end_line(in, &open, text.len);
}
