/* markup: what braces hold besides figures: {注：…} a note, {链接：…|…} a link,
 * {见.id} {图.id} {表.id} {节.id} a reference; and addresses typed as they are.
 * Braces are what a person knows already as “something else stands here”, and
 * one way out ({{) serves all. It numbers nothing. */
#ifndef PROSE_MARKUP_H
#define PROSE_MARKUP_H

#include "prose/prose.h"

typedef struct markup_call {
    const prose_writer *writer;
    const metrics_text *whole; /* `inside` is a cut of it */
    slice inside;              /* between the braces, trimmed */
    jb_span span;              /* of the braces and all */
} markup_call;

/* Append what it stands for; false when it is no markup, but a figure. */
bool markup_read(const markup_call *c, prose_text *out);

/* The byte of the brace that closes the one `text` begins with, its length
 * when there is none. A note may hold braces of its own. */
size_t markup_end(slice text);
/* Whether the brace that `text` begins with opens a note. */
bool markup_is_note(slice text);

/* Bytes of the address that stands at byte `at` of `text`; 0 for none. */
size_t markup_url_length(slice text, size_t at);

/* One row of markup.def, for the manual and for tests. */
typedef struct markup_row {
    const char *name, *chinese;
    prose_target target;
    bool has_colon; /* else a point and an id */
    const char *doc;
} markup_row;
size_t markup_rows(const markup_row **rows);

#endif
