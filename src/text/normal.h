/* normal: what people paste into Chinese prose, made what they meant:
 * half-width marks between Han full width, full-width digits and letters
 * ASCII, stray spaces and line ends gone. It knows code points only. */
#ifndef TEXT_NORMAL_H
#define TEXT_NORMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A character on its way into an atom. */
typedef struct normal_character {
    uint32_t code; /* 0: dropped */
    uint32_t span, from, bytes; /* where it came from */
    bool is_literal; /* not to be touched */
} normal_character;

/* Change `text` in place; returns how many marks, digits and letters were
 * changed and sets *first to the first of them. Collapsing spaces and line
 * ends is not counted. With `changes_marks` false only spaces are handled. */
size_t normal_apply(normal_character *text, size_t n, bool changes_marks,
                    size_t *first);

#endif
