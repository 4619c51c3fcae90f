/* utf8: code points in byte sequences, by the well-formedness table of the
 * Unicode Standard (Table 3-7). It knows no properties of characters. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

#define UTF8_REPLACEMENT 0xFFFDu
#define UTF8_HAN ((size_t)3) /* bytes of a common Han character */

/* The code point at byte `*offset`, which is moved behind it. Ill-formed
 * input yields U+FFFD and moves by one maximal subpart (Unicode 3.9 D93b),
 * so a loop to s.len always ends. `*offset` must be less than s.len. */
uint32_t utf8_next(slice s, size_t *offset);

/* The code point that ends before byte `*offset` (> 0), which is moved to
 * its start. */
uint32_t utf8_before(slice s, size_t *offset);

/* Write 1–4 bytes of `code` to `out`, return their number. Surrogates and
 * values over U+10FFFF are written as U+FFFD. */
size_t utf8_encode(uint32_t code, char out[4]);
void builder_add_code(slice_builder *b, uint32_t code);

/* Byte offset of the first ill-formed sequence, or s.len when well formed. */
size_t utf8_check(slice s);

/* Number of code points, each maximal ill-formed subpart counted as one. */
size_t utf8_count(slice s);

#endif
