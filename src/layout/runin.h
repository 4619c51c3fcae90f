/* runin: the heading that opens a paragraph, （一）放宽市场准入。, where the text
 * goes on behind it (GB/T 9704-2012 7.3.3). It knows words, not their look. */
#ifndef LAYOUT_RUNIN_H
#define LAYOUT_RUNIN_H

#include "report/report.h"

/* Bytes of such a heading at the start of a paragraph, with its stop; 0 when
 * there is none. */
size_t runin_length(const report_text *text);

#endif
