#include "cli/width.h"

#include "base/utf8.h"

typedef struct width_range {
    unsigned first, last;
    int cells;
} width_range;

static const width_range ranges[] = {
#include "cli/width.inc"
};

int
width_of_code(unsigned code)
{
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code > ranges[middle].last)
            low = middle + 1;
        else if (code < ranges[middle].first)
            high = middle;
        else
            return ranges[middle].cells;
    }
    return 1;
}

int
width_of_text(slice text)
{
    int cells = 0;
    for (size_t at = 0; at < text.len;)
        cells += width_of_code(utf8_next(text, &at));
    return cells;
}
