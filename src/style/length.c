#include "style/length.h"

#include <stdint.h>

#include "base/arena.h"
#include "quantity/decimal.h"

/* 号 as word processors sell them; foundry tables differ by up to half a
 * point (三号 15.75 or 16), so a layout that cares writes points. */
typedef struct named_size {
    const char *name;
    int centipoints;
} named_size;

static const named_size named_sizes[] = {
    {"初号", 4200}, {"小初", 3600}, {"一号", 2600}, {"小一", 2400},
    {"二号", 2200}, {"小二", 1800}, {"三号", 1600}, {"小三", 1500},
    {"四号", 1400}, {"小四", 1200}, {"五号", 1050}, {"小五", 900},
    {"六号", 750},  {"小六", 650},  {"七号", 550},  {"八号", 500},
};

/* A unit is numerator / denominator of 1/1024 pt, or a multiple of one of
 * the bases. */
typedef enum unit_base { BASE_FIXED, BASE_EM, BASE_LINE, BASE_WHOLE } unit_base;

typedef struct length_unit {
    const char *name;
    unit_base base;
    int64_t numerator, denominator;
} length_unit;

static const length_unit units[] = {
    {"pt", BASE_FIXED, 1024, 1},
    {"磅", BASE_FIXED, 1024, 1},
    {"mm", BASE_FIXED, 1024 * 360, 127}, /* 72 / 25.4 = 360 / 127 */
    {"毫米", BASE_FIXED, 1024 * 360, 127},
    {"cm", BASE_FIXED, 1024 * 3600, 127},
    {"厘米", BASE_FIXED, 1024 * 3600, 127},
    {"in", BASE_FIXED, 1024 * 72, 1},
    {"em", BASE_EM, 1, 1},
    {"字", BASE_EM, 1, 1},
    {"行", BASE_LINE, 1, 1},
    {"%", BASE_WHOLE, 1, 100},
};

#define N_OF(table) (sizeof(table) / sizeof(table)[0])

static bool
parse_name(slice text, jb_len *out)
{
    for (size_t i = 0; i < N_OF(named_sizes); i++) {
        if (!slice_is(text, named_sizes[i].name))
            continue;
        *out = len_scale(LEN_PER_PT, named_sizes[i].centipoints, 100);
        return true;
    }
    return false;
}

static size_t
number_len(slice text)
{
    size_t n = 0;
    while (n < text.len && text.at[n] != '\0' &&
           strchr("+-.0123456789", text.at[n]) != NULL)
        n++;
    return n;
}

static const length_unit *
unit_lookup(slice name)
{
    for (size_t i = 0; i < N_OF(units); i++)
        if (slice_is(name, units[i].name))
            return &units[i];
    return NULL;
}

static jb_len
base_len(const length_base *base, unit_base which)
{
    switch (which) {
    case BASE_EM:
        return base->em;
    case BASE_LINE:
        return base->line;
    case BASE_WHOLE:
        return base->whole;
    case BASE_FIXED:
        break;
    }
    return 1;
}

/* Nobody's page is larger than this many of any unit. */
#define COEFFICIENT_MAX 100000000
#define SCALE_MAX 6

bool
length_parse(slice text, const length_base *base, jb_len *out)
{
    if (parse_name(text, out))
        return true;
    size_t digits = number_len(text);
    jb_decimal number;
    if (!decimal_parse(slice_cut(text, 0, digits), &number) ||
        number.scale > SCALE_MAX || number.coefficient > COEFFICIENT_MAX ||
        number.coefficient < -COEFFICIENT_MAX)
        return false;
    slice name = slice_trim(slice_cut(text, digits, text.len));
    if (name.len == 0 && number.coefficient == 0) {
        *out = 0;
        return true;
    }
    const length_unit *unit = unit_lookup(name);
    if (unit == NULL)
        return false;
    int64_t divisor = unit->denominator;
    for (int i = 0; i < number.scale; i++)
        divisor *= 10;
    *out = len_scale(base_len(base, unit->base),
                     number.coefficient * unit->numerator, divisor);
    return true;
}
