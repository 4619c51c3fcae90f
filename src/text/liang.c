#include "text/liang.h"

#include <string.h>

#include "text/hyphens.inc"

/* Records of patterns of `length` letters: those, and a digit more. */
typedef struct pattern_table {
    const char *at;
    size_t n, length;
} pattern_table;

#define RECORD(length) (2 * (length) + 1)
#define TABLE(length)                                                        \
    {PATTERNS_##length, (sizeof PATTERNS_##length - 1) / RECORD(length),     \
     length},

static const pattern_table TABLES[] = {PATTERN_TABLES};

#define LEAST_BEFORE 3
#define LEAST_BEHIND 3

/* The digits of the pattern that `letters` starts with, or NULL. */
static const char *
digits_of(const pattern_table *t, const char *letters)
{
    size_t low = 0, high = t->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *record = t->at + middle * RECORD(t->length);
        int order = memcmp(record, letters, t->length);
        if (order == 0)
            return record + t->length;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void
raise_to(char *most, const char *digits, size_t n)
{
    for (size_t k = 0; digits != NULL && k < n; k++)
        if (digits[k] > most[k])
            most[k] = digits[k];
}

/* Of all patterns found in the word the greatest digit counts at each place;
 * an odd one parts. */
void
liang_places(const char *word, size_t n, bool *may_part)
{
    char dotted[LIANG_LONGEST + 2], most[LIANG_LONGEST + 3];
    dotted[0] = dotted[n + 1] = '.';
    memcpy(dotted + 1, word, n);
    memset(most, '0', n + 3);
    for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
        size_t length = TABLES[i].length;
        for (size_t from = 0; from + length <= n + 2; from++)
            raise_to(most + from, digits_of(&TABLES[i], dotted + from),
                     length + 1);
    }
    for (size_t i = 0; i < n; i++)
        may_part[i] = i >= LEAST_BEFORE && n - i >= LEAST_BEHIND &&
                      (most[i + 1] - '0') % 2 == 1;
}
