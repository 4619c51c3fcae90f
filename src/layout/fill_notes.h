/* fill_notes: the notes at the foot of the page being filled: how high they
 * are, which a box would add, how one that is too long goes on over the page.
 * It moves no text. */
#ifndef LAYOUT_FILL_NOTES_H
#define LAYOUT_FILL_NOTES_H

#include "layout/fill.h"

/* Height of the notes on the page, the white over them included; 0 when
 * there are none. */
jb_len fill_notes_height(const filler *f);
/* The same with what must go on over the page. */
jb_len fill_notes_wanted(const filler *f);
/* The same with those of boxes first … end-1. */
jb_len fill_notes_with(const filler *f, size_t first, size_t end);

/* Put the notes of a box on the page; what does not fit is carried on. */
void fill_notes_add(filler *f, const layout_box *box);
/* A fresh page: what was carried comes first. */
void fill_notes_carry(filler *f);
/* Place the notes at the foot of the page that ends. */
void fill_notes_place(filler *f);

#endif
