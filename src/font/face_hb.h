/* face_hb: the HarfBuzz objects behind a face, for the rooms that shape with
 * it (text) and subset it (output). Not included by any other room. */
#ifndef FONT_FACE_HB_H
#define FONT_FACE_HB_H

#include <hb.h>

#include "font/font.h"

/* Borrowed and immutable. The font's scale is the face's units per em, so
 * nothing is rounded before a sub-font scales it: make one with
 * hb_font_create_sub_font and hb_font_set_scale(size, size) in jb_len, and
 * positions come out in jb_len, rounded once. */
hb_face_t *face_hb_face(const jb_face *face);
hb_font_t *face_hb_font(const jb_face *face);

#endif
