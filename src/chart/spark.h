/* spark: a line as small as a word that shows how a figure came to where it
 * is. It has no axis and no labels: what stands beside it has. */
#ifndef CHART_SPARK_H
#define CHART_SPARK_H

#include "display/display.h"
#include "quantity/decimal.h"

typedef struct spark_look {
    jb_colour line, last; /* of the line, and of the dot at its end */
    jb_len width;         /* of the line */
} spark_look;

/* Points fewer than this make no line. */
#define SPARK_LEAST 3

/* What the line goes through. */
typedef struct spark_course {
    const jb_decimal *values;
    const size_t *at; /* when each was, in steps; NULL: one after another */
    size_t n;
} spark_course;

/* Draw the values by their times from the left to the right edge of `room`;
 * where steps are left out, the line is not drawn. The greatest is at its top
 * and the least at its foot, but a change of less than a tenth of the greatest
 * does not fill it: small changes shall look small. */
void spark_draw(jb_display *d, spark_course course, jb_rect room,
                spark_look look);

#endif
