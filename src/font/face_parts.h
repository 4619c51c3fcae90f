/* face_parts: what a face is made of, shared by the files of this room that
 * measure it. Not included elsewhere. */
#ifndef FONT_FACE_PARTS_H
#define FONT_FACE_PARTS_H

#include "font/face_hb.h"
#include "font/glyph_cache.h"

struct jb_face {
    slice name, family, file;
    int index;
    int units_per_em;
    hb_face_t *hb_face;
    hb_font_t *hb_font;
    bool has_han;
    int box_bottom;
    int cap_height, x_height;
    glyph_cache *cache; /* the rest does not change */
};

/* Fill the measures from ink. */
void face_measure(jb_face *face);

#endif
