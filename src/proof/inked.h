/* inked: the texts of a finished picture: whether each glyph's ink is there
 * as its outline asks, with nothing else across it, and how well it stands
 * out from what is really behind it. */
#ifndef PROOF_INKED_H
#define PROOF_INKED_H

#include "base/array.h"
#include "proof/pixels.h"

/* Runs of one line side by side: one text to the eye. */
typedef struct inked_text {
    slice text;
    const display_group *mark; /* whose label it is part of, or NULL */
    double left, top, right, bottom; /* of the ink, in pixels; right and
                                        bottom are outside */
    double agreement; /* of the worst glyph with its outline: 1 is perfect */
    double contrast;  /* with the ground found behind it (WCAG 2.2, 1.4.3) */
    bool is_large;    /* 18 pt and more: 1.4.3 asks less of it */
    jb_point end;     /* where the next run would stand */
    jb_len size;
} inked_text;

typedef struct inked_texts {
    ARRAY(inked_text) of;
} inked_texts;

inked_texts inked_from_page(arena *a, const jb_display *d,
                            const proof_pixels *p);

/* The white between two texts, in pixels; negative when they overlap. */
double inked_gap(const inked_text *a, const inked_text *b);

#endif
