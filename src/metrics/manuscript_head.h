/* manuscript_head: what stands over the text of a document: serial, secrecy,
 * urgency, the red head, number, signers, title, addressee. It knows no line
 * behind the first of the text. */
#ifndef METRICS_MANUSCRIPT_HEAD_H
#define METRICS_MANUSCRIPT_HEAD_H

#include "metrics/manuscript_body.h"

/* Takes them from line `body` on, and tells the form. */
void manuscript_take_head(manuscript *m);

/* Lines from `i` on, below `end`, that are one title; its words. */
size_t manuscript_title_at(const manuscript *m, size_t i, size_t end,
                           slice *title);

/* `text` without `start` and `end`, which it may have, and white. */
slice manuscript_without(slice text, const char *start, const char *end);
/* Without the round brackets that it may stand in. */
slice manuscript_unbracketed(slice text);

#endif
