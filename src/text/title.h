/* title: the outline of a title's lines. Official titles are set as a trapezium
 * or a lozenge (GB/T 9704-2012 7.3.1): no line is shorter than those above and
 * below it, where its sense allows that. */
#ifndef TEXT_TITLE_H
#define TEXT_TITLE_H

#include "text/fit.h"

/* `lines`, or as many others that cost less when their outline is counted. */
fit_lines title_shaped(const text_context *c, const measure_sums *m,
                       fit_widths widths, fit_lines lines);

#endif
