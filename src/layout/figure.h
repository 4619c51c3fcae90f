/* figure: charts as boxes of the galley, one too high for its page as several.
 * It draws no marks; the chart room does. */
#ifndef LAYOUT_FIGURE_H
#define LAYOUT_FIGURE_H

#include "layout/compose.h"

/* What charts of the document are drawn with. */
chart_context figure_context(const composer *c);

/* The node's chart with its number before its title, if figures have one. */
const chart_spec *figure_captioned(const composer *c, const jb_node *node);
/* What is drawn of `chart`, the node's or a part of it; the first part is
 * where links lead. */
layout_figure figure_of(const composer *c, const jb_node *node,
                        const chart_spec *chart, bool is_first);

/* Draw the chart of a placed figure; false after an error. */
bool figure_draw(composer *c, const layout_figure *figure, jb_len height,
                 jb_display *d);

#endif
