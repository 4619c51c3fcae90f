/* face_hb: the HarfBuzz objects behind a face, for the rooms that shape with
 * it (text) and subset it (output). Not included by any other room. */
#ifndef FONT_FACE_HB_H
#define FONT_FACE_HB_H

#include <hb.h>

#include "font/font.h"

/* Borrowed. The font's scale is LEN_PER_PT units per 1 pt at size 1 pt: set a
 * sub-font's scale to the run's size in jb_len before shaping. */
hb_face_t *face_hb_face(const jb_face *face);
hb_font_t *face_hb_font(const jb_face *face);

#endif
