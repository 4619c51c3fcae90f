/* manuscript_body: the parts of a document as typed, as nodes of the tree:
 * its sections with paragraphs and tables, its attachments. */
#ifndef METRICS_MANUSCRIPT_BODY_H
#define METRICS_MANUSCRIPT_BODY_H

#include "metrics/manuscript_line.h"
#include "metrics/manuscript_name.h"
#include "metrics/sheet_table.h"

/* What the form of a document is told by. */
typedef enum manuscript_form {
    FORM_PLAIN,    /* no official document */
    FORM_OFFICIAL, /* 文件 */
    FORM_LETTER,   /* 函, and what has a head without 文件 */
    FORM_ORDER,    /* 令 */
    FORM_MINUTES   /* 纪要 */
} manuscript_form;

typedef struct manuscript {
    yaml_reading *r;
    manuscript_lines lines;
    size_t body, body_end;   /* lines of the text, once the rest is taken */
    size_t rest_end;         /* behind body_end: what is attached */
    sheet_pairs parts;       /* of the document, as they are found */
    sheet_pairs tables;      /* by id */
    manuscript_form form;
    manuscript_names heads;  /* agencies of the red head */
    bool is_marked;          /* the head says 文件 */
    slice copies;            /* receivers, from the lines of the imprint */
    manuscript_line copies_at;
    size_t n_sections, n_attachments;
} manuscript;

/* A scalar at the place of the line; a list of nodes. */
tree_node *manuscript_node(manuscript *m, const manuscript_line *at,
                           slice text);
tree_node *manuscript_list(manuscript *m, const manuscript_line *at,
                           const tree_node *const *items, size_t n);
/* Adds a pair of one of the tables of keys. */
void manuscript_put_in(manuscript *m, sheet_pairs *to, keys_table table,
                       enum metrics_key key, const tree_node *value);
/* Another part of the document. */
void manuscript_put(manuscript *m, enum metrics_key key,
                    const tree_node *value);
void manuscript_add(manuscript *m, enum metrics_key key,
                    const manuscript_line *at, slice text);
slice manuscript_part(const manuscript *m, enum metrics_key key);
void manuscript_add_date(manuscript *m, enum metrics_key key,
                         const manuscript_line *at, slice text);
/* The first name as issuer, the others as its joint agencies. */
void manuscript_add_agencies(manuscript *m, const manuscript_line *at,
                             const manuscript_names *names);

/* What the pages do not have, or have in other words, is told. */
void manuscript_leave_out(manuscript *m, const manuscript_line *line,
                          slice text);
void manuscript_tell_change(manuscript *m, const manuscript_line *line,
                            slice from, slice to);
/* Line `i` is taken out of the lines. */
void manuscript_drop_line(manuscript *m, size_t i);

/* The sections of lines body … body_end-1, what they say of attachments left
 * out; and the attachments in the lines behind them. */
void manuscript_take_body(manuscript *m);
void manuscript_take_attachments(manuscript *m);

#endif
