#include "quantity/quantity.h"

static const char *const STATUS_NAMES[] = {
    [STATUS_ACTUAL] = "",
    [STATUS_TO_DATE] = " to-date",
    [STATUS_PRELIMINARY] = " preliminary",
    [STATUS_EXPECTED] = " expected",
    [STATUS_TARGET] = " target",
};
_Static_assert(sizeof STATUS_NAMES / sizeof *STATUS_NAMES == STATUS_COUNT,
               "one name for each status");

static const char *const BOUND_NAMES[] = {
    [BOUND_EXACT] = "",
    [BOUND_AT_LEAST] = " at-least",
    [BOUND_ABOVE] = " above",
    [BOUND_AT_MOST] = " at-most",
    [BOUND_APPROXIMATE] = " approximate",
};
_Static_assert(sizeof BOUND_NAMES / sizeof *BOUND_NAMES == BOUND_COUNT,
               "one name for each bound");

void
quantity_dump_qualifiers(slice_builder *out, jb_quantity q)
{
    builder_add_text(out, STATUS_NAMES[q.status]);
    builder_add_text(out, BOUND_NAMES[q.bound]);
}
