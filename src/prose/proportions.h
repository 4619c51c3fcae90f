/* proportions: the three numbers of 三次产业结构为8.7∶42.4∶48.9, and whether they are
 * said of now. It holds them against nothing. */
#ifndef PROSE_PROPORTIONS_H
#define PROSE_PROPORTIONS_H

#include "prose/inspect.h"

#define PROPORTIONS_INDUSTRIES 3

/* ∶ ︰ : ： and nothing else. */
bool proportions_is_colon(slice between);

/* Whether three proportions, no more and no fewer, begin with figure `i`, and
 * are what the three industries make up now: not 由上年的…. */
bool proportions_of_industries(const inspection *in, size_t i);

/* How far two roundings of one share may be apart, where the last digit of the
 * one that was written stands for `scale` decimals: releases move one of three
 * by a digit for the sum's sake. */
jb_decimal proportions_slack(int scale);

#endif
