/* wrap: help text in lines of a terminal: Chinese may break between any two
 * characters but not before a closing or after an opening mark, Latin words
 * stay whole. It knows no options. */
#ifndef CLI_WRAP_H
#define CLI_WRAP_H

#include <stdio.h>

#include "base/slice.h"

#define WRAP_CELLS 78

/* Print `text`, the first line from cell `at`, the others from cell
 * `indent`, ending with a line end. */
void wrap_print(FILE *to, slice text, int at, int indent);

#endif
