/* pdf_navigation: how a reader gets about (ISO 32000-1 12.3–12.5): outline,
 * page labels, named places, link annotations. It knows pages' objects and
 * not what stands on them. */
#ifndef OUTPUT_PDF_NAVIGATION_H
#define OUTPUT_PDF_NAVIGATION_H

#include "base/diag.h"
#include "display/pages.h"
#include "output/pdf_structure.h"

typedef struct pdf_place {
    slice id;
    size_t page;
    jb_len y; /* up, from the page's bottom */
} pdf_place;

typedef struct pdf_link {
    size_t page, key; /* key: among the structure's links */
    jb_rect box;      /* y up */
    slice uri, place; /* one of them */
    pdf_element *owner;
    pdf_ref ref; /* 0: leads nowhere */
} pdf_link;

typedef struct pdf_navigation {
    arena *arena;
    ARRAY(pdf_place) places;
    ARRAY(pdf_link) links;
} pdf_navigation;

/* The first place of a name is the one that counts. */
void pdf_navigation_place(pdf_navigation *n, slice id, size_t page, jb_len y);
void pdf_navigation_link(pdf_navigation *n, pdf_link link);

/* Sort places, once all pages are known. */
void pdf_navigation_sort(pdf_navigation *n);
/* Write all links; those to unknown places are reported and left out. */
void pdf_navigation_write_links(pdf_navigation *n, pdf_file *file,
                                pdf_structure *structure, size_t n_pages,
                                jb_diags *diags);

/* Entries for the catalog; empty when there is nothing to say. */
slice pdf_navigation_names(const pdf_navigation *n, const pdf_ref *pages);
slice pdf_navigation_labels(arena *a, const jb_page *pages, size_t n);

/* The pages [first, first + n) of a document that a file holds. */
typedef struct pdf_page_range {
    const jb_pages *doc;
    size_t first, n;
    const pdf_ref *refs; /* n of them */
} pdf_page_range;
/* The outline's entries that lead to these pages. */
slice pdf_navigation_outline(arena *a, pdf_file *file,
                             const pdf_page_range *pages);

#endif
