#include "proof/written.h"

#define JSON_PLACES 3

/* The arena's printf has no fractions: they depend on the locale. */
slice
written_number(arena *a, double value, int places)
{
    long long unit = 1;
    for (int i = 0; i < places; i++)
        unit *= 10;
    long long whole = (long long)(value * (double)unit +
                                  (value < 0 ? -0.5 : 0.5));
    long long size = whole < 0 ? -whole : whole;
    const char *sign = whole < 0 ? "-" : "";
    if (places == 0)
        return slice_printf(a, "%s%lld", sign, size);
    return slice_printf(a, "%s%lld.%0*lld", sign, size / unit, places,
                        size % unit);
}

void
written_json_text(slice_builder *b, slice text)
{
    builder_add_text(b, "\"");
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            builder_add_text(b, "\\");
        if ((unsigned char)text.at[i] >= ' ')
            builder_add(b, slice_cut(text, i, i + 1));
    }
    builder_add_text(b, "\"");
}

void
written_json(slice_builder *b, const char *name, double value,
            const char *behind)
{
    slice number = written_number(b->arena, value, JSON_PLACES);
    builder_printf(b, "\"%s\":%.*s%s", name, SLICE_ARGS(number), behind);
}
