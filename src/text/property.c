#include "text/property.h"

#include <stddef.h>

typedef struct row {
    uint32_t first, last;
    uint8_t line, is_wide;
} row;

#define ROW(first, last, line, is_wide) {first, last, LINE_##line, is_wide},
#define BLOCK(row)
static const row rows[] = {
#include "text/line_break.inc"
};
#undef ROW
#undef BLOCK

#define ROW(first, last, line, is_wide)
#define BLOCK(row) row,
static const uint16_t blocks[] = {
#include "text/line_break.inc"
};
#undef ROW
#undef BLOCK

/* Of so many characters each. */
#define BLOCK_SIZE 256
#define N_BLOCKS (sizeof blocks / sizeof *blocks - 1)

/* The unified ideographs, nearly all that is asked for. */
static const row ideographs = {0x4E00, 0x9FFF, LINE_ID, true};

static const row *
row_of(uint32_t code)
{
    if (code >= ideographs.first && code <= ideographs.last)
        return &ideographs;
    size_t low = 0, high = sizeof rows / sizeof *rows;
    if (code / BLOCK_SIZE < N_BLOCKS) { /* a row may reach into the next */
        low = blocks[code / BLOCK_SIZE];
        high = blocks[code / BLOCK_SIZE + 1] + 1u;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code > rows[middle].last)
            low = middle + 1;
        else if (code < rows[middle].first)
            high = middle;
        else
            return &rows[middle];
    }
    return NULL;
}

property
property_of(uint32_t code)
{
    const row *r = row_of(code);
    return r == NULL ? (property){LINE_XX, false}
                     : (property){(line_class)r->line, r->is_wide};
}

line_class
property_line_class(uint32_t code)
{
    return property_of(code).line;
}

