/* pdf_content: a page's display list as a content stream, with its groups as
 * structure, its links and its named places. It knows items, and leaves
 * operators to pdf_canvas and elements to pdf_structure. */
#ifndef OUTPUT_PDF_CONTENT_H
#define OUTPUT_PDF_CONTENT_H

#include "output/pdf_canvas.h"
#include "output/pdf_navigation.h"

typedef struct pdf_content {
    pdf_resources *resources;
    pdf_structure *structure;
    pdf_navigation *navigation;
} pdf_content;

/* The stream of page `index`, counted among those written. */
slice pdf_content_from_page(arena *a, const pdf_content *to,
                            const jb_page *page, size_t index);

#endif
