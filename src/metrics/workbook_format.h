/* workbook_format: how a workbook shows a number (ECMA-376 part 1, 18.8.30). A
 * cell that shows 280.57% holds 2.8057; what a person sees is what counts. It
 * knows formats, not where cells stand. */
#ifndef METRICS_WORKBOOK_FORMAT_H
#define METRICS_WORKBOOK_FORMAT_H

#include "base/slice.h"

typedef struct workbook_format {
    bool is_percent;
    bool is_date, has_month, has_day;
    int decimals; /* shown at most; -1: as many as there are */
    int padded;   /* shown at least, with noughts */
} workbook_format;

/* The formats that have numbers of their own. */
workbook_format workbook_format_builtin(unsigned id);
workbook_format workbook_format_from(slice code);

/* The text shown for the number in `text`; dates as 2025-06-30, days counted
 * from 1900 or from 1904. `text` itself when it is no number. */
slice workbook_format_shown(arena *a, workbook_format f, slice text,
                            bool is_1904);

#endif
