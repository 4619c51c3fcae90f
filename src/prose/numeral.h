/* numeral: a number in running text, in Arabic or Chinese digits, half or
 * full width, with or without separators. It knows no units. */
#ifndef PROSE_NUMERAL_H
#define PROSE_NUMERAL_H

#include "quantity/decimal.h"

typedef struct numeral {
    size_t first, last; /* bytes of the text */
    jb_decimal value;
    bool is_chinese;    /* 二十一 */
} numeral;

/* The numeral that starts at byte `at`, or false. Signs are not part of it,
 * nor are 万 and 亿 behind Arabic digits. */
bool numeral_read(slice text, size_t at, numeral *out);

#endif
