/* measure_word: the words that a figure is not parted from. It knows words
 * only, no amounts: quantity has those. */
#ifndef TEXT_MEASURE_WORD_H
#define TEXT_MEASURE_WORD_H

#include "base/slice.h"

/* Bytes of the word of measure that `text` starts with, or 0. */
size_t measure_word_length(slice text);

#endif
