/* length: lengths as designers write them: 12pt, 4mm, 1.5cm, 0.5in, 2em, 2字,
 * 1.5行, 60%, 小四. Exact: integers throughout. It knows no options. */
#ifndef STYLE_LENGTH_H
#define STYLE_LENGTH_H

#include <stdbool.h>

#include "base/slice.h"
#include "display/geometry.h"

/* What the relative units stand for where a length is written. */
typedef struct length_base {
    jb_len em;    /* 1em, 1字 */
    jb_len line;  /* 1行: the pitch of the page's grid */
    jb_len whole; /* 100% */
} length_base;

/* False when `text` is no length. A bare 0 needs no unit. */
bool length_parse(slice text, const length_base *base, jb_len *out);

#endif
