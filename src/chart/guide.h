/* guide: lines and bands across the bars of a panel that their figures are
 * held against, each with its words. Where a broken axis has no place for one,
 * a note says it instead. */
#ifndef CHART_GUIDE_H
#define CHART_GUIDE_H

#include "chart/grid.h"
#include "chart/label.h"
#include "chart/legend.h"
#include "chart/mark.h"

#define GUIDE_BAND_SHARE 110 /* of the accent in a band, /1000 */

typedef struct bar_guide {
    double low, high; /* the line: both */
    bool is_band;
    bool is_beyond;   /* the break: not drawn */
    slice text;
    chart_label label;
} bar_guide;

typedef struct bar_guides {
    bar_guide *at;
    size_t n;
} bar_guides;

/* Those of a series that compare with levels in `unit`; in a chart of growth
 * none has a unit. */
bar_guides guides_from(const chart_context *c, const chart_series *s,
                       jb_unit unit);

/* Words as set beside a line, broken to `measure`; 0: in one line. */
chart_label guide_words(const chart_context *c, slice text, jb_len measure);

/* Keys to them, where words have no place beside them; returns their number. */
size_t guide_keys(const chart_context *c, const bar_guides *g,
                  legend_key *keys);

/* Whether some is beyond the break: their texts, in `text`. */
bool guides_beyond(arena *a, const bar_guides *g, slice *text);

/* What lines keep off: text, and then the ends of bars, which a line close by
 * would be taken for. */
typedef struct guide_obstacles {
    jb_rect *at;
    size_t n, n_texts;
} guide_obstacles;

/* Room for `n_ends` more behind the texts. */
guide_obstacles guide_obstacles_from(arena *a, const jb_rect *texts,
                                     size_t n_texts, size_t n_ends);
/* Keep off the end of this bar. */
void guide_keep_off(guide_obstacles *o, const bar_mark *m);

/* One across the bars: what lies between the lines of its two ends, where
 * text (`obstacles`) keeps its ground. */
typedef struct guide_ends {
    grid_line low, high;
} guide_ends;
void guide_draw(const chart_context *c, const bar_guide *g, guide_ends ends,
                const guide_obstacles *obstacles, jb_display *d);

#endif
