/* pdf_element: one element of the structure tree and the state in which the
 * tree is built. For the pdf_structure files alone. */
#ifndef OUTPUT_PDF_ELEMENT_H
#define OUTPUT_PDF_ELEMENT_H

#include "base/array.h"
#include "output/pdf_structure.h"

#define NO_PAGE SIZE_MAX
/* Hash chains of elements that may go on later, by number. */
#define NUMBERED_CHAINS 4096

typedef enum pdf_kid_kind {
    PDF_KID_ELEMENT,
    PDF_KID_MARK,      /* marked content `number` of `page` */
    PDF_KID_ANNOTATION /* link `number`, on `page` */
} pdf_kid_kind;

typedef struct pdf_kid {
    pdf_kid_kind kind;
    uint32_t number;
    size_t page;
    pdf_element *element;
} pdf_kid;

struct pdf_element {
    display_role role;
    bool is_document, is_row_header, has_annotation, is_dropped;
    int columns, rows;
    uint32_t number;   /* display_group.element */
    pdf_element *next; /* in its hash chain */
    pdf_element *parent;
    pdf_element *first_label; /* of a list */
    ARRAY(pdf_kid) kids;
    size_t page;  /* of the first content, or NO_PAGE */
    slice alt;
    slice_builder text; /* what links and labels say */
    jb_rect box;        /* y up, from the page's bottom left */
    pdf_ref ref;
};

/* A group that is open; `implied` owns text that came without its own. */
typedef struct open_group {
    pdf_element *element;
    pdf_element *implied;
    bool is_artifact, is_graphic;
    display_artifact artifact;
} open_group;

typedef struct pdf_link_owner {
    pdf_element *element;
    pdf_ref annotation;
} pdf_link_owner;

/* Owner of each marked-content number of a page. */
typedef ARRAY(pdf_element *) page_marks;

struct pdf_structure {
    arena *arena;
    pdf_element *document;
    ARRAY(pdf_element *) elements; /* parents before their kids */
    pdf_element *numbered[NUMBERED_CHAINS];
    ARRAY(open_group) open;
    ARRAY(page_marks) pages;
    ARRAY(pdf_link_owner) links;
    size_t page;
};

#endif
