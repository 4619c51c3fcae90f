/* stroke: lines with a width, as polygons to be filled by the non-zero rule.
 * Every piece goes round the same way, so that pieces that overlap add up. */
#ifndef OUTPUT_STROKE_H
#define OUTPUT_STROKE_H

#include "display/display.h"
#include "output/polygon.h"

/* The path's lines as `paint` strokes them, with its dashes. */
void stroke_add(polygon *p, const jb_path *path, const jb_paint *paint,
                placing where);

#endif
