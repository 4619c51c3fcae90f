/* private_set: the fonts that the private Fontconfig file reaches. Slow to
 * open, so it is asked only when roles.yaml does not find a face by file, or
 * for a character that no listed face has. Fontconfig stays in here. */
#ifndef FONT_PRIVATE_SET_H
#define FONT_PRIVATE_SET_H

#include "font/font.h"

typedef struct private_set private_set;

/* Scan what `conf` names. Lives in the arena; an unreadable file gives an
 * empty set. */
const private_set *private_set_open(arena *a, const char *conf);

/* One outline font, valid as long as the set. */
typedef struct private_font {
    const char *file;
    slice name; /* PostScript name */
} private_font;

size_t private_set_count(const private_set *s);
/* In the order of their names, so that it does not depend on the disk. */
private_font private_set_font(const private_set *s, size_t i);
bool private_set_has(const private_set *s, size_t i, uint32_t code);

#endif
