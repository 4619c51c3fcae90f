/* figure: charts as boxes of the galley, one too high for its page as several.
 * It draws no marks; the chart room does. */
#ifndef LAYOUT_FIGURE_H
#define LAYOUT_FIGURE_H

#include "layout/compose.h"

/* What charts of the document are drawn with. */
chart_context figure_context(const composer *c);

/* Draw the chart of a placed figure; false after an error. */
bool figure_draw(composer *c, const layout_figure *figure, jb_len height,
                 jb_display *d);

#endif
