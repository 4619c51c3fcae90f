#include "facts/course.h"

#include "facts/level.h"

/* Digits kept of the growth factor while its root is taken. */
#define ROOT_SCALE 6

/* a ÷ b × 10^power, rounded down; false when it does not fit. */
static bool
ratio_of(jb_decimal a, jb_decimal b, int power, __int128 *out)
{
    power += b.scale - a.scale;
    __int128 over = a.coefficient, under = b.coefficient;
    const __int128 most = ((__int128)1 << 126) / 10;
    for (; power > 0; power--) {
        if (over > most)
            return false;
        over *= 10;
    }
    for (; power < 0; power++) {
        if (under > most)
            return false;
        under *= 10;
    }
    *out = over / under;
    return true;
}

static __int128
power_of(__int128 base, int exponent)
{
    __int128 product = 1;
    for (int i = 0; i < exponent; i++)
        product *= base;
    return product;
}

/* The greatest whole number whose n-th power is at most `x`; the result of
 * ROOT_SCALE digits after the point is below 2^42. */
static int64_t
root_of(__int128 x, int n)
{
    int64_t low = 0, high = INT64_C(1) << (n == 2 ? 60 : 41);
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        if (power_of(middle, n) <= x)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

bool
course_average(jb_quantity last, jb_quantity first, int years, int scale,
               jb_decimal *out)
{
    __int128 ratio;
    if (years < 2 || years > 3 || !level_align(&last, &first) ||
        decimal_sign(last.value) <= 0 || decimal_sign(first.value) <= 0 ||
        !ratio_of(last.value, first.value, ROOT_SCALE * years, &ratio))
        return false;
    jb_decimal factor = {root_of(ratio, years), ROOT_SCALE};
    jb_decimal one = {1, 0}, rate;
    if (!decimal_sub(factor, one, &rate) || !decimal_shift(rate, 2, &rate))
        return false;
    *out = decimal_round(rate, scale, DECIMAL_HALF_UP);
    return true;
}

bool
course_average_of_rates(jb_decimal earlier, jb_decimal later, int scale,
                        jb_decimal *out)
{
    const jb_decimal hundred = {100, 0};
    jb_quantity first = {.value = {10000, 0}}, last = {.value = hundred};
    jb_decimal a, b;
    return decimal_add(hundred, earlier, &a) &&
           decimal_add(hundred, later, &b) &&
           decimal_mul(a, b, &last.value) &&
           course_average(last, first, 2, scale, out);
}

course_turn
course_turn_of(jb_decimal earlier, jb_decimal later)
{
    static const course_turn by_sign[3][3] = {
        /* later:  falls             flat               rises */
        {TURN_FALL_SAME, TURN_FALL_TO_FLAT, TURN_TO_RISE}, /* from a fall */
        {TURN_FLAT_TO_FALL, TURN_STILL_FLAT, TURN_FLAT_TO_RISE},
        {TURN_TO_FALL, TURN_RISE_TO_FLAT, TURN_RISE_SAME}, /* from a rise */
    };
    course_turn turn =
        by_sign[decimal_sign(earlier) + 1][decimal_sign(later) + 1];
    int order = decimal_compare(later, earlier);
    if (turn == TURN_RISE_SAME && order != 0)
        return order > 0 ? TURN_FASTER : TURN_SLOWER;
    if (turn == TURN_FALL_SAME && order != 0)
        return order < 0 ? TURN_FALL_WIDER : TURN_FALL_LESS;
    return turn;
}
