/* number: digits as Chinese print shows them: a true minus, no thousands
 * separators, 万 and 亿, Chinese numerals, circled numbers. It knows no units
 * and no facts. */
#ifndef PROSE_NUMBER_H
#define PROSE_NUMBER_H

#include "quantity/quantity.h"

/* Digits as written, with U+2212 for a minus and never "−0". */
slice number_text(arena *a, jb_decimal d);
/* The same with a plus before what is more than zero: +251, −6.5, 0. */
slice number_signed(arena *a, jb_decimal d);

/* `q` in a unit of 万, 亿 or 万亿, the largest of which there is one: 38200家 is
 * 3.82万家, 12345.6亿元 1.23456万亿元. Exact up to five decimals, of more two are
 * kept. */
jb_quantity number_scaled(arena *a, jb_quantity q);

/* 零 一 二 … 十 十一 … 九千九百九十九; Arabic digits beyond. */
slice number_chinese(arena *a, int n);

/* ① … ㊿ (1 to 50), then [51]. */
slice number_circled(arena *a, int n);

#endif
