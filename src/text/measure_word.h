/* measure_word: the words that a figure is not parted from. It knows words
 * only, no amounts: quantity has those. */
#ifndef TEXT_MEASURE_WORD_H
#define TEXT_MEASURE_WORD_H

#include "base/slice.h"

/* Bytes of the word of measure that `text` starts with, or 0. */
size_t measure_word_length(slice text);
/* The same of words of size alone (万, 亿, 余 …), of what may follow a unit
 * (多, 半), and of the symbol of a unit (kg, kWh, m²) as a whole word. */
size_t measure_word_multiplier(slice text);
size_t measure_word_surplus(slice text);
size_t measure_word_symbol(slice text);

#endif
