/* gongwen_part: what the measurers of the parts of an official document share:
 * its dimensions by name, its text and its mark as they are read off the
 * pages. It knows nothing of how the pages were made. */
#ifndef PROOF_GONGWEN_PART_H
#define PROOF_GONGWEN_PART_H

#include "proof/gongwen.h"

#define MM_PER_PT (25.4 / 72)
#define AREA_TOP 37.0     /* mm, 5.2.1 */
#define AREA_HEIGHT 225.0
/* Two sizes are one that differ by no more than this, points: the nearest two
 * of Chinese sizes and their rounded forms (15.75, 16) differ by 0.25. */
#define SAME_SIZE 0.1

enum {
#define DIMENSION(id, clause, name, unit, wanted, tolerance) id,
#include "proof/gongwen.def"
#undef DIMENSION
    DIMENSION_COUNT
};

void dimension_set(proof_dimension *d, double measured);
/* Of many, what is farthest from what is wanted. */
void dimension_set_worst(proof_dimension *d, double measured);

/* Left and right of the type area, points: as found, else where the standard
 * wants them. */
typedef struct area_edges {
    double left, right;
} area_edges;

/* The name of the agency, or of several below each other, points. */
typedef struct agency_mark {
    const seen_line *first; /* NULL: there is none */
    double top, bottom;
    bool is_order; /* 令 ends one of its lines, */
    bool is_file;  /* or 文件 */
} agency_mark;

bool gongwen_is_red(jb_colour c);
bool gongwen_is_black(jb_colour c);
/* The size that most characters of the prose have. */
double gongwen_body_size(const seen_document *d);
/* A line as a measure of height (3): as found, or a character and 7/8. */
double gongwen_line(const seen_document *d);
/* The mark; where nothing red could be it, what is as large. */
agency_mark gongwen_mark(const seen_document *d);
/* The rule below it, red unless there is none; or NULL. */
const seen_rule *gongwen_head_rule(const seen_document *d);
/* Where the title on the first page ends, points; 0: there is none. */
double gongwen_title_foot(const seen_document *d, area_edges edges);

/* The mark, the rule, the number, the title: 7.2, 7.3.1, 10.1, 10.2. */
void gongwen_measure_head(const seen_document *d, area_edges edges,
                          proof_dimension *out);
/* The text and what is about it: 7.3.2–7.3.4, 7.3.7. */
void gongwen_measure_text(const seen_document *d, area_edges edges,
                          proof_dimension *out);
/* Who signed and when, who was present: 7.3.5, 10.3. */
void gongwen_measure_names(const seen_document *d, area_edges edges,
                           proof_dimension *out);
/* The folios and the imprint: 7.4, 7.5. */
void gongwen_measure_foot(const seen_document *d, area_edges edges,
                          proof_dimension *out);

#endif
