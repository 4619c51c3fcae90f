/* uax14: the line breaking algorithm of Unicode Standard Annex #14, revision
 * 50 (15.0.0), untailored but for its own tailorable numbers (example 7 of
 * section 8.2, as the conformance test has it). It knows characters' classes
 * and nothing of Chinese marks; see breaks.h. */
#ifndef TEXT_UAX14_H
#define TEXT_UAX14_H

#include <stddef.h>

#include "base/arena.h"
#include "text/property.h"

typedef enum line_break {
    LINE_BREAK_NO,
    LINE_BREAK_ALLOWED,
    LINE_BREAK_MUST
} line_break;

/* One character as the rules see it. */
typedef struct uax14_character {
    line_class line; /* resolved by LB1 */
    bool is_wide;
} uax14_character;

/* LB1: AI, SG, XX → AL; SA → AL (marks: CM); CJ → NS. */
line_class uax14_resolved(line_class c);

/* breaks[i] tells of the place before character i; breaks[0] is NO (LB2) and
 * breaks[n] MUST (LB3), so `breaks` has n + 1 places. */
void uax14_breaks(arena *scratch, const uax14_character *text, size_t n,
                  line_break *breaks);

#endif
