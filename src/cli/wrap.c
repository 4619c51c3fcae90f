#include "cli/wrap.h"

#include "base/utf8.h"
#include "cli/width.h"

static bool
is_one_of(unsigned code, slice marks)
{
    for (size_t at = 0; at < marks.len;)
        if (utf8_next(marks, &at) == code)
            return true;
    return false;
}

static bool
can_break(unsigned before, unsigned after)
{
    static const slice opening = SLICE("（“《"), closing = SLICE("，。、；：）”》…");
    if (is_one_of(before, opening) || is_one_of(after, closing) ||
        after == ' ')
        return false;
    return before == ' ' || width_of_code(before) == 2 ||
           width_of_code(after) == 2;
}

void
wrap_print(FILE *to, slice text, int at_cell, int indent)
{
    size_t line = 0, good = 0; /* bytes: this line's start, its last break */
    int cells = at_cell;
    unsigned before = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        unsigned code = utf8_next(text, &at);
        if (start > line && can_break(before, code))
            good = start;
        before = code;
        cells += width_of_code(code);
        if (cells <= WRAP_CELLS || good == line)
            continue;
        slice out = slice_trim(slice_cut(text, line, good));
        fprintf(to, "%.*s\n%*s", SLICE_ARGS(out), indent, "");
        line = good;
        cells = indent + width_of_text(slice_cut(text, line, at));
    }
    fprintf(to, "%.*s\n", SLICE_ARGS(slice_cut(text, line, text.len)));
}
