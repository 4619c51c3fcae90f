#include "prose/range.h"

/* The longest of those that begin alike comes first. */
static const slice SIGNS[] = {SLICE("——"), SLICE("—"), SLICE("－"),
                              SLICE("–"),  SLICE("-"), SLICE("~"),
                              SLICE("～"), SLICE("至"), SLICE("到")};

size_t
range_sign_start(slice s)
{
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (slice_starts_with(s, SIGNS[i]))
            return SIGNS[i].len;
    return 0;
}

size_t
range_sign_end(slice s)
{
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (slice_ends_with(s, SIGNS[i]))
            return SIGNS[i].len;
    return 0;
}
