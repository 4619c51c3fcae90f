/* line: from a fitted line to glyph runs: one for each stretch of one face,
 * size, colour and rise, with the text and clusters kept for the writers. */
#ifndef TEXT_LINE_H
#define TEXT_LINE_H

#include "text/spend.h"

/* Draw the runs of `spent` starting at `x`. */
void line_from_spent(const text_context *c, const text_atoms *t,
                     const spent_line *spent, jb_len x, text_line *out);

#endif
