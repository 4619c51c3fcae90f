/* paint: from the plan to display lists: boxes with their structure, frames
 * behind them, running heads, ornaments. It decides no positions of boxes. */
#ifndef LAYOUT_PAINT_H
#define LAYOUT_PAINT_H

#include "layout/compose.h"
#include "layout/plan.h"

/* Draw all pages of the plan. False after an error. */
bool paint_pages(composer *c, const layout_plan *plan, jb_pages *pages);

/* Ornaments, and running heads and feet, of page `number` (from 1). */
void paint_bands(const composer *c, size_t number, jb_display *d);
void paint_runnings(composer *c, size_t number, bool is_numbered,
                    jb_display *d);

/* The boxes alone of page `page` (from 0), its type area's head at 0. */
void paint_boxes(composer *c, const layout_plan *plan, size_t page,
                 jb_display *d);

#endif
