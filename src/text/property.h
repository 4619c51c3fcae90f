/* property: what the Unicode Character Database says of a character for line
 * breaking (LineBreak.txt, EastAsianWidth.txt 15.0.0). Generated data only;
 * what Chinese makes of it is in character.h. */
#ifndef TEXT_PROPERTY_H
#define TEXT_PROPERTY_H

#include <stdbool.h>
#include <stdint.h>

/* UAX #14 classes; EP is ID that is reserved for pictographs (LB30b). */
typedef enum line_class {
    LINE_XX, LINE_AI, LINE_AL, LINE_B2, LINE_BA, LINE_BB, LINE_BK, LINE_CB,
    LINE_CJ, LINE_CL, LINE_CM, LINE_CP, LINE_CR, LINE_EB, LINE_EM, LINE_EP,
    LINE_EX, LINE_GL, LINE_H2, LINE_H3, LINE_HL, LINE_HY, LINE_ID, LINE_IN,
    LINE_IS, LINE_JL, LINE_JT, LINE_JV, LINE_LF, LINE_NL, LINE_NS, LINE_NU,
    LINE_OP, LINE_PO, LINE_PR, LINE_QU, LINE_RI, LINE_SA, LINE_SG, LINE_SP,
    LINE_SY, LINE_WJ, LINE_ZW, LINE_ZWJ,
    LINE_CLASS_COUNT
} line_class;

typedef struct property {
    line_class line;
    bool is_wide; /* East_Asian_Width F, W or H */
} property;

property property_of(uint32_t code);
line_class property_line_class(uint32_t code);

#endif
