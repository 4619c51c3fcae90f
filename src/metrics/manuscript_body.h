/* manuscript_body: the parts of a document as typed, as nodes of the tree:
 * its sections with paragraphs and tables, its attachments. */
#ifndef METRICS_MANUSCRIPT_BODY_H
#define METRICS_MANUSCRIPT_BODY_H

#include "metrics/manuscript_line.h"
#include "metrics/sheet_table.h"

typedef struct manuscript {
    yaml_reading *r;
    manuscript_lines lines;
    size_t body, body_end;   /* lines of the text, once the rest is taken */
    sheet_pairs parts;       /* of the document, as they are found */
    sheet_pairs tables;      /* by id */
    bool is_official;        /* it has what only official documents have */
    bool has_date;
    size_t n_sections, n_attachments;
} manuscript;

/* A scalar at the place of the line; a list of nodes. */
tree_node *manuscript_node(manuscript *m, const manuscript_line *at,
                           slice text);
tree_node *manuscript_list(manuscript *m, const manuscript_line *at,
                           const tree_node *const *items, size_t n);
/* Another part of the document. */
void manuscript_put(manuscript *m, enum metrics_key key,
                    const tree_node *value);
void manuscript_add(manuscript *m, enum metrics_key key,
                    const manuscript_line *at, slice text);
slice manuscript_part(const manuscript *m, enum metrics_key key);

/* The sections of lines body … body_end-1, what they say of attachments left
 * out; and the attachments in lines first … end-1. */
void manuscript_take_body(manuscript *m);
void manuscript_take_attachments(manuscript *m, size_t first, size_t end);

#endif
