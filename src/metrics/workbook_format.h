/* workbook_format: how a workbook shows a number (ECMA-376 part 1, 18.8.30). A
 * cell that shows 280.57% holds 2.8057; what a person sees is what counts. It
 * knows formats, not where cells stand. */
#ifndef METRICS_WORKBOOK_FORMAT_H
#define METRICS_WORKBOOK_FORMAT_H

#include "base/slice.h"
#include "quantity/decimal.h"

/* One of the parts of a format that semicolons divide. */
typedef struct workbook_section {
    bool is_percent;
    bool is_date, has_month, has_day;
    bool is_words; /* shows `words`, and no figure, … */
    bool is_blank_at_nought; /* … of nought: #,### */
    slice words;   /* all that are quoted; often none */
    int decimals;  /* shown at most; -1: as many as there are */
    int padded;    /* shown at least, with noughts */
    int thousands; /* divided by so many */
    int pointed;   /* digits behind a point that is drawn, and divides too:
                      0!.0, shows ten thousands */
    slice unit;    /* behind the number: 万, 亿元, % */
    char relation; /* of its condition: '<', '>', '=', '!' for <>, 'l' for <=,
                      'g' for >=; 0: none */
    jb_decimal limit;
} workbook_section;

#define WORKBOOK_SECTIONS 3

typedef struct workbook_format {
    workbook_section sections[WORKBOOK_SECTIONS];
    size_t n;
} workbook_format;

/* The formats that have numbers of their own. */
workbook_format workbook_format_builtin(unsigned id);
/* Texts that it keeps are in `a`. */
workbook_format workbook_format_from(arena *a, slice code);

/* The text shown for the number in `text`; dates as 2025-06-30, days counted
 * from 1900 or from 1904. `text` itself when it is no number. */
slice workbook_format_shown(arena *a, workbook_format f, slice text,
                            bool is_1904);

#endif
