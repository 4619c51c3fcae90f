#include "facts/course.h"

#include "facts/level.h"

/* Digits kept of the growth factor, and of its powers. */
#define ROOT_SCALE 9
#define POWER_SCALE 15
#define YEARS_MOST 60

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
ten_to(int power)
{
    __int128 product = 1;
    for (; power > 0; power--)
        product *= 10;
    return product;
}

/* `factor` (ROOT_SCALE digits) to the n-th, cut to POWER_SCALE digits, or
 * just above `limit` as soon as it is passed. Two factors of at most 10^19
 * fit 128 bits. */
static __int128
power_up_to(int64_t factor, int n, __int128 limit)
{
    const __int128 one = ten_to(POWER_SCALE);
    __int128 wide = (__int128)factor * ten_to(POWER_SCALE - ROOT_SCALE);
    __int128 product = one;
    for (int i = 0; i < n; i++) {
        product = product * wide / one;
        if (product > limit && wide >= one)
            return limit + 1;
    }
    return product;
}

/* The n-th root of `ratio` (POWER_SCALE digits, at most 10^4 in value), cut to
 * ROOT_SCALE digits, with one digit more that is 1 when something was cut:
 * so that half is told from more than half. By halving. */
static jb_decimal
root_of(__int128 ratio, int n)
{
    int64_t low = 0, high = (int64_t)ten_to(ROOT_SCALE + 4);
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        if (power_up_to(middle, n, ratio) <= ratio)
            low = middle;
        else
            high = middle - 1;
    }
    bool is_cut = power_up_to(low, n, ratio) < ratio;
    return (jb_decimal){low * 10 + is_cut, ROOT_SCALE + 1};
}

bool
course_average(level_change change, int years, decimal_step step,
               jb_decimal *out)
{
    __int128 ratio;
    jb_quantity last = change.now, first = change.before;
    if (years < 2 || years > YEARS_MOST || !level_align(&last, &first) ||
        decimal_sign(last.value) <= 0 || decimal_sign(first.value) <= 0 ||
        !ratio_of(last.value, first.value, POWER_SCALE, &ratio) ||
        ratio > ten_to(POWER_SCALE + 4))
        return false;
    jb_decimal factor = root_of(ratio, years);
    jb_decimal one = {1, 0}, rate;
    if (!decimal_sub(factor, one, &rate) || !decimal_shift(rate, 2, &rate))
        return false;
    *out = decimal_round(rate, step.scale, step.mode);
    return true;
}

bool
course_average_of_rates(jb_decimal earlier, jb_decimal later,
                        decimal_step step, jb_decimal *out)
{
    const jb_decimal hundred = {100, 0};
    jb_quantity first = {.value = {10000, 0}}, last = {.value = hundred};
    jb_decimal a, b;
    return decimal_add(hundred, earlier, &a) &&
           decimal_add(hundred, later, &b) &&
           decimal_mul(a, b, &last.value) &&
           course_average((level_change){last, first}, 2, step, out);
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
