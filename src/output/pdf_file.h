/* pdf_file: the shell of a PDF file (ISO 32000-1 7.5): numbered objects,
 * streams, object streams, the cross-reference stream and the trailer. It
 * knows bytes and numbers, and nothing of what the objects say. */
#ifndef OUTPUT_PDF_FILE_H
#define OUTPUT_PDF_FILE_H

#include "output/pdf_syntax.h"
#include "output/sink.h"

typedef struct pdf_file pdf_file;

/* Writes the header at once. The sink is borrowed. */
pdf_file *pdf_file_new(arena *a, jb_sink *sink, bool is_compressed);

/* A number for an object that will be written later. */
pdf_ref pdf_file_reserve(pdf_file *f);

/* Write one object; `body` is its whole text and is copied. */
void pdf_file_object(pdf_file *f, pdf_ref ref, slice body);

/* Write a stream now; `entries` are those of its dictionary other than
 * Length and Filter. */
void pdf_file_stream(pdf_file *f, pdf_ref ref, slice entries, slice bytes);
/* The same, always deflated: for streams whose bytes are laid out for it. */
void pdf_file_packed_stream(pdf_file *f, pdf_ref ref, slice entries,
                            slice bytes);
/* The same, never compressed: for metadata, which tools search for. */
void pdf_file_open_stream(pdf_file *f, pdf_ref ref, slice entries,
                          slice bytes);

/* Write what is pending, the cross-reference stream and the trailer. The
 * file's identifier is a hash of all bytes before it. */
void pdf_file_close(pdf_file *f, pdf_ref catalog, pdf_ref information);

#endif
