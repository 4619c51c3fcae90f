/* decimal: exact decimal numbers as people write them. A decimal remembers
 * its scale, so 1.050 and 1.05 are equal but round-trip to their own digits.
 * It knows no units, files or growth. */
#ifndef QUANTITY_DECIMAL_H
#define QUANTITY_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

/* coefficient / 10^scale; 0 <= scale <= DECIMAL_SCALE_MAX. */
typedef struct jb_decimal {
    int64_t coefficient;
    int scale; /* digits after the point, as written */
} jb_decimal;

#define DECIMAL_SCALE_MAX 18

typedef enum decimal_rounding {
    DECIMAL_HALF_UP,  /* 四舍五入: half away from zero, the default */
    DECIMAL_HALF_EVEN /* GB/T 8170-2008 3.2 */
} decimal_rounding;

/* To what a computed number is rounded: so many digits, ties in this way. */
typedef struct decimal_step {
    int scale;
    decimal_rounding mode;
} decimal_step;

/* All arithmetic returns false when the exact result does not fit; *out is
 * then unchanged. */
bool decimal_parse(slice text, jb_decimal *out); /* [+-−]digits[.digits] */
bool decimal_add(jb_decimal a, jb_decimal b, jb_decimal *out);
bool decimal_sub(jb_decimal a, jb_decimal b, jb_decimal *out);
bool decimal_mul(jb_decimal a, jb_decimal b, jb_decimal *out);
/* a / b rounded once to `scale` digits; false when b is zero. */
bool decimal_div(jb_decimal a, jb_decimal b, int scale,
                 decimal_rounding mode, jb_decimal *out);
/* a × 10^power exactly: for 万 and 亿. */
bool decimal_shift(jb_decimal a, int power, jb_decimal *out);
/* Rounded once to `scale` digits; never grows the scale of the value. */
jb_decimal decimal_round(jb_decimal a, int scale, decimal_rounding mode);
jb_decimal decimal_neg(jb_decimal a);
jb_decimal decimal_abs(jb_decimal a);
/* -1, 0, 1 by value. */
int decimal_compare(jb_decimal a, jb_decimal b);
int decimal_sign(jb_decimal a);
/* Nearest double; for chart scales only, never for text. */
double decimal_to_double(jb_decimal a);
/* Without trailing zeros after the point. */
jb_decimal decimal_trimmed(jb_decimal a);
/* Digits with '-' (ASCII) when negative; never "-0". */
slice decimal_text(arena *a, jb_decimal d);

/* The values that round to `d`: d ± half a unit of its last digit. */
typedef struct jb_interval {
    jb_decimal low, high;
} jb_interval;
jb_interval decimal_interval(jb_decimal d);

#endif
