/* reference: everything a layout file may say, from the tables that its reader
 * uses, for lists and the manual. */
#ifndef STYLE_REFERENCE_H
#define STYLE_REFERENCE_H

#include <stddef.h>

#include "base/arena.h"

typedef struct style_row {
    const char *name;    /* flow.title, text.body, text.*.size, {page} */
    const char *chinese; /* other names, with '|' between */
    const char *doc;     /* with what may be written, and the preset */
} style_row;

/* All rows, in the order of the tables; their number in *n. */
const style_row *style_reference(arena *a, size_t *n);

#endif
