/* course: how a growth stands among others: against the period right before
 * (环比), averaged over two years, and against an earlier growth. Arithmetic
 * and outcomes; it knows no wording. */
#ifndef FACTS_COURSE_H
#define FACTS_COURSE_H

#include "facts/contribution.h"
#include "facts/facts.h"

/* The average yearly growth, in percent rounded to `step`, of a level that
 * changed so in `years` years: (now ÷ before)^(1/years) − 1 (两年平均 of the
 * National Bureau of Statistics, 年均增长). From two years on; false for fewer,
 * for levels that are not above zero, and when digits do not fit. */
bool course_average(level_change change, int years, decimal_step step,
                    jb_decimal *out);

/* The same of two growths in percent that follow each other. */
bool course_average_of_rates(jb_decimal earlier, jb_decimal later,
                             decimal_step step, jb_decimal *out);

/* How a growth differs from an earlier one: the nine cases of their signs. */
typedef enum course_turn {
    TURN_FASTER,      /* 增速加快 */
    TURN_SLOWER,      /* 增速放缓 */
    TURN_RISE_SAME,   /* 增速持平 */
    TURN_FALL_WIDER,  /* 降幅扩大 */
    TURN_FALL_LESS,   /* 降幅收窄 */
    TURN_FALL_SAME,   /* 降幅持平 */
    TURN_TO_RISE,     /* 由降转增 */
    TURN_TO_FALL,     /* 由增转降 */
    TURN_RISE_TO_FLAT,
    TURN_FALL_TO_FLAT,
    TURN_FLAT_TO_RISE,
    TURN_FLAT_TO_FALL,
    TURN_STILL_FLAT,
    TURN_COUNT
} course_turn;

course_turn course_turn_of(jb_decimal earlier, jb_decimal later);

#endif
