/* remark: a few words that a person binds to one mark, set where the plot is
 * free, with a line that leads to the mark. It moves nothing that is drawn;
 * where no place is free the caller is told. */
#ifndef CHART_REMARK_H
#define CHART_REMARK_H

#include "chart/chart.h"

typedef struct remarks_placed {
    bool *is_placed; /* one for each of the specification's */
    size_t n_left;   /* that found no place */
} remarks_placed;

typedef struct remarks_wish {
    const chart_context *c;
    const chart_spec *spec;
    jb_size size;  /* of the plot */
    bool is_tight; /* lines may pass close by other things */
} remarks_wish;

/* Add the remarks to a plot. A mark that is on another page asks for no
 * place. */
remarks_placed remarks_place(const remarks_wish *w, jb_display *plot);

/* As a note under the picture: 注：2020年，受疫情影响。 */
slice remark_note(arena *a, const chart_remark *remark);

#endif
