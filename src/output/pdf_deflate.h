/* pdf_deflate: streams on their way into a PDF file, deflated by a thread
 * beside the one that makes them and given back in the order they came in. It
 * knows bytes, and neither files nor objects. */
#ifndef OUTPUT_PDF_DEFLATE_H
#define OUTPUT_PDF_DEFLATE_H

#include <stdint.h>

#include "base/slice.h"

typedef struct pdf_deflate pdf_deflate;

typedef enum pdf_stream_form {
    PDF_STREAM_OPEN,    /* never deflated */
    PDF_STREAM_SHORTER, /* deflated where that is shorter */
    PDF_STREAM_DEFLATED /* always */
} pdf_stream_form;

typedef struct pdf_stream {
    uint32_t ref;
    slice entries;
    slice bytes;
    pdf_stream_form form;
    slice deflated; /* when it comes out; at == NULL: it was not */
} pdf_stream;

/* Its thread ends with `a`. */
pdf_deflate *pdf_deflate_new(arena *a);

/* What `s` points to is copied. */
void pdf_deflate_put(pdf_deflate *d, const pdf_stream *s);

/* The oldest stream, which stays valid until the next is taken. NULL when
 * there is none or, unless `waits`, when it is not ready and those behind it
 * are few. */
const pdf_stream *pdf_deflate_take(pdf_deflate *d, bool waits);

#endif
