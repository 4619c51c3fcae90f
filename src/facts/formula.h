/* formula: the arithmetic behind a derived figure, written out as a person
 * would check it: 2671 ÷ (1 + 251%) ≈ 760.97. It knows no wording. */
#ifndef FACTS_FORMULA_H
#define FACTS_FORMULA_H

#include "quantity/quantity.h"

/* Digits with a true minus (U+2212). */
slice formula_number(arena *a, jb_decimal d);

/* 62.3亿元 */
slice formula_level(arena *a, jb_quantity q);

/* "=" when a ÷ b has exactly the value `quotient`, else "≈". */
const char *formula_sign(jb_decimal a, jb_decimal b, jb_decimal quotient);

#endif
