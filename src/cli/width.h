/* width: how many cells of a terminal a character fills, so that carets stand
 * right under Chinese text and columns of help line up. It knows nothing of
 * fonts. */
#ifndef CLI_WIDTH_H
#define CLI_WIDTH_H

#include "base/slice.h"

/* 0, 1 or 2 (UAX #11). Control characters count as 1: they are shown as one
 * replacement character. */
int width_of_code(unsigned code);

/* Cells of a text without line ends. */
int width_of_text(slice text);

#endif
