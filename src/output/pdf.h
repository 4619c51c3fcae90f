/* pdf: pages as a tagged PDF 1.7 that conforms to PDF/A-3a (ISO 19005-3) and
 * PDF/UA-1 (ISO 14289-1), written straight from display lists. It knows no
 * drawing library: every operator is ours, so the same pages are the same
 * bytes on every machine. */
#ifndef OUTPUT_PDF_H
#define OUTPUT_PDF_H

#include "display/pages.h"
#include "output/output.h"

/* The row of formats.def; pages as one file. */
extern const jb_format format_pdf;

bool pdf_write(output_pages what, const output_options *options,
               jb_sink *sink, jb_diags *diags);

#endif
