/* Quantities and changes written as text, and generated numbers. */
#ifndef TESTS_FACTS_SAMPLE_H
#define TESTS_FACTS_SAMPLE_H

#include "facts/growth.h"

static inline jb_decimal
decimal_of(const char *text)
{
    jb_decimal d = {0, 0};
    if (!decimal_parse(slice_from(text), &d))
        __builtin_trap();
    return d;
}

static inline jb_quantity
level_of(const char *value, const char *unit)
{
    return (jb_quantity){.value = decimal_of(value),
                         .unit = unit_from(slice_from(unit))};
}

static inline jb_quantity
bounded_of(const char *value, const char *unit, quantity_bound bound)
{
    jb_quantity q = level_of(value, unit);
    q.bound = bound;
    return q;
}

static inline metrics_change
rate_of(const char *rate)
{
    return (metrics_change){.kind = CHANGE_RATE, .rate = decimal_of(rate)};
}

static inline metrics_change
points_of(const char *points)
{
    return (metrics_change){.kind = CHANGE_POINTS,
                            .rate = decimal_of(points)};
}

/* A small multiplicative generator (Lehmer, 2^31 - 1): same numbers on every
 * machine. */
static inline int64_t
next_below(uint64_t *state, int64_t limit)
{
    *state = *state * 48271 % 2147483647;
    uint64_t high = *state;
    *state = *state * 48271 % 2147483647;
    return (int64_t)((high * 2147483647 + *state) % (uint64_t)limit);
}

#endif
