/* plan: what a kind says of its plot before it is drawn. Each kind embeds it
 * as the first member of a plan of its own. */
#ifndef CHART_PLAN_H
#define CHART_PLAN_H

#include "chart/chart.h"
#include "chart/chart_notes.h"
#include "chart/legend.h"

struct chart_plan {
    jb_len natural; /* the height it wants … */
    jb_len least;   /* … and below which its text would not be legible */
    jb_len eased;   /* … below which it is rather arranged for the height that
                       there is; 0: only below `least` … */
    jb_len most;    /* … and above which it does not grow; 0: it always does */
    bool has_own_scales; /* of several pages, this has others than they */
    bool is_split; /* some rows have another scale than the others */
    bool is_crowded; /* a tighter form of the chart is rather to be drawn */
    const char *without; /* NULL, or what of the kind this form lacks … */
    const char *why;     /* … and for what reason */
    const legend_key *keys; /* none: direct labels serve */
    size_t n_keys;
    chart_notes notes; /* beyond those of the specification */
    bool is_part;       /* only the specification's notes with these marks */
    const slice *marks;
    size_t n_marks;
};

#endif
