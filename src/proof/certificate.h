/* certificate: a finished chart measured again: each bar's length against its
 * figure, each label against the figure rounded and against the ink that is
 * there, overlaps, white between texts, contrast. It knows pixels and what
 * each mark stands for, not how a chart is made. Rules G1, G2, T1, T3 and A1
 * of the charts' integrity rules. */
#ifndef PROOF_CERTIFICATE_H
#define PROOF_CERTIFICATE_H

#include "proof/pixels.h"
#include "proof/pointed.h"
#include "proof/proof.h"
#include "proof/repainted.h"

/* One mark as measured. */
typedef struct certified_mark {
    const display_group *mark;
    bool has_bar;
    bool is_seen;     /* the bar's end was found in the picture */
    double length;    /* from the zero line of its scale, in pixels */
    double wanted;    /* what its figure asks for on that scale */
    bool is_worded;   /* the label is the figure, rounded */
    bool is_drawn;    /* the label is among the texts of its group */
} certified_mark;

/* The bars that compare by length. */
typedef struct certified_scale {
    size_t number;
    size_t n;          /* measured */
    size_t n_cut;      /* by a declared break, so not held against others */
    size_t n_short;    /* hidden by the line at their foot, or by another bar */
    double per_unit;   /* pixels for one unit of the figures */
    double worst;      /* deviation, in pixels */
    const display_group *worst_mark;
} certified_scale;

typedef struct certificate {
    ARRAY(certified_mark) marks;
    ARRAY(certified_scale) scales;
    size_t n_texts;
    double least_agreement, least_contrast, least_gap;
    slice palest, nearest, strangest; /* the texts these are of */
    double least_bar_contrast;
    size_t n_focus;      /* bars set off whose fill compares with others */
    double least_focus;  /* their contrast over that of those that recede */
    size_t n_places;     /* looked for in their rows */
    size_t n_remarks;    /* whose lines were followed */
    pointed points;
    repainted paint;     /* beside the page painted anew */
    ARRAY(slice) faults; /* in words; none: the chart is sound */
} certificate;

/* `picture` is the file's, of the whole page. */
certificate certificate_of(arena *a, const jb_page *page,
                           const proof_pixels *picture);

slice certificate_text(arena *a, const certificate *c,
                       const proof_pixels *picture);
slice certificate_json(arena *a, const certificate *c,
                       const proof_pixels *picture);

#endif
