#include <assert.h>

#include "chart/chart.h"
#include "chart/kinds.h"

static const jb_chart_type *const types[] = {
#define CHART(kind) &chart_type_##kind,
#include "chart/types.def"
#undef CHART
};

size_t
chart_types_count(void)
{
    return sizeof types / sizeof *types;
}

const jb_chart_type *
chart_type_at(size_t i)
{
    assert(i < chart_types_count());
    return types[i];
}

const jb_chart_type *
chart_type_lookup(slice name)
{
    for (size_t i = 0; i < chart_types_count(); i++)
        if (slice_is(name, types[i]->name) ||
            slice_is(name, types[i]->chinese))
            return types[i];
    return NULL;
}
