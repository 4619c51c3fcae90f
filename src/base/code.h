/* code: the few kinds of code points that every room asks for: ideographs and
 * plain digits. It knows no fonts, no widths and no rules of setting. */
#ifndef BASE_CODE_H
#define BASE_CODE_H

#include <stdbool.h>
#include <stdint.h>

/* 0 to 9 as ASCII has them. */
static inline bool
code_is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Unicode's property Ideographic, as far as it is of Han (15.0.0): 〇, the
 * unified ideographs with their extensions A to H, and the compatibility
 * ones. */
static inline bool
code_is_ideograph(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) ||
           (code >= 0x3400 && code <= 0x4DBF) || code == 0x3007 ||
           (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x323AF);
}

#endif
