/* template: a line of a layout file with fields in braces, such as
 * "{issuer}　第{number}期". It knows the fields' names (fields.def), not what
 * they will say. */
#ifndef STYLE_TEMPLATE_H
#define STYLE_TEMPLATE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/slice.h"
#include "base/source.h"

typedef enum style_field {
    FIELD_LITERAL, /* no field: the part's own text */
#define FIELD(name, spelling, chinese, doc) FIELD_##name,
#include "style/fields.def"
#undef FIELD
    FIELD_COUNT
} style_field;

typedef struct style_part {
    style_field field;
    slice literal;
} style_part;

typedef struct style_template {
    const style_part *parts;
    size_t n;
} style_template;

/* Split `text` at its fields; {{ and }} are literal braces. Unknown fields
 * and open braces are reported at `span`; false then. */
bool template_parse(arena *a, slice text, jb_span span, style_template *out,
                    jb_diags *diags);

/* The text with `values` (indexed by field) filled in. Empty when the
 * template has fields and all of them are empty: a line that would hold only
 * its own decoration is not set. */
slice template_fill(arena *a, const style_template *t,
                    const slice values[FIELD_COUNT]);

bool template_is_empty(const style_template *t);
/* Whether it says `field` somewhere. */
bool template_has(const style_template *t, style_field field);

#endif
