/* pdf_structure: the logical structure of a tagged PDF (ISO 32000-1 14.7–8,
 * ISO 14289-1): elements from the groups of display lists, in reading order,
 * and which marked content belongs to which. It knows no operators and no
 * coordinates beyond a figure's box. */
#ifndef OUTPUT_PDF_STRUCTURE_H
#define OUTPUT_PDF_STRUCTURE_H

#include "display/display.h"
#include "output/pdf_file.h"

typedef struct pdf_structure pdf_structure;
typedef struct pdf_element pdf_element;

/* What is about to be drawn: text is always read; shapes are content within
 * figures and decoration elsewhere. */
typedef enum pdf_matter {
    PDF_MATTER_TEXT,
    PDF_MATTER_SHAPE
} pdf_matter;

pdf_structure *pdf_structure_new(arena *a);

/* What is drawn from now on stands on this page (from 0, in order). */
void pdf_structure_page(pdf_structure *s, size_t page);
/* Groups of the display list; `top` is the page's height, for figures'
 * boxes. Surplus ends are ignored; pages close what they left open. */
void pdf_structure_begin(pdf_structure *s, const display_group *group,
                         jb_len page_height);
void pdf_structure_end(pdf_structure *s);

/* The element that owns what is drawn now; NULL for an artifact. Text outside
 * any paragraph gets one. */
pdf_element *pdf_structure_owner(pdf_structure *s, pdf_matter matter);
/* What the artifact drawn now is. */
display_artifact pdf_structure_artifact(const pdf_structure *s);
/* A new figure under the present element, for an image with `alt`; NULL
 * within an artifact. */
pdf_element *pdf_structure_figure(pdf_structure *s, slice alt, jb_rect box,
                                  jb_len page_height);
/* A new marked-content number on the present page, owned by `e`. */
uint32_t pdf_structure_mark(pdf_structure *s, pdf_element *e);
/* "P", "H1" …, as the marked content's tag. */
const char *pdf_element_tag(const pdf_element *e);
/* `e` holds `text`: kept for what links, list labels and figures say. */
void pdf_element_read(pdf_element *e, slice text);

/* The Link element that owns the next annotation: the one that is open, or a
 * new one. `key` is the link's number, from 0. */
pdf_element *pdf_structure_link(pdf_structure *s, size_t *key);
/* The alternative text, or else the text read; may be empty. */
slice pdf_element_text(const pdf_element *e);
/* The annotation of link `key` was written as `annotation`, on `page`. Links
 * never given one, such as those to nowhere, are left out. */
void pdf_structure_annotate(pdf_structure *s, size_t key, pdf_ref annotation);

/* Figures whose maker gave no alternative text: their labels stand in. */
size_t pdf_structure_unnamed(const pdf_structure *s);

/* Write the tree; `pages` are the pages' objects. Parent-tree keys of pages
 * are their places, of links pages' count + key. */
pdf_ref pdf_structure_write(pdf_structure *s, pdf_file *file,
                            const pdf_ref *pages);

#endif
