/* kinds: the rows of types.def, each defined in the file of its kind. */
#ifndef CHART_KINDS_H
#define CHART_KINDS_H

#include "chart/chart.h"

#define CHART(kind) extern const jb_chart_type chart_type_##kind;
#include "chart/types.def"
#undef CHART

#endif
