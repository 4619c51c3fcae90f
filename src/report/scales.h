/* scales: what several charts that a person puts on one scale span together.
 * It knows figures and units, not how long a bar is drawn. */
#ifndef REPORT_SCALES_H
#define REPORT_SCALES_H

#include "report/draft.h"

typedef struct scale_list scale_list;

/* The scales that charts of the document share, from all their figures. */
scale_list *scales_from(draft *d);

/* Give a chart, as resolved, its part in one; that it cannot have any is an
 * error of this chart. */
void scale_share(const scale_list *scales, draft *d,
                 const metrics_chart *chart, chart_spec *spec);

#endif
