/* pdf_syntax: the tokens of PDF (ISO 32000-1 7.3): numbers, names, strings
 * and references, appended to text under construction. It knows no objects,
 * no files and no meaning; numbers are integers all the way, so no locale and
 * no rounding mode can touch them. */
#ifndef OUTPUT_PDF_SYNTAX_H
#define OUTPUT_PDF_SYNTAX_H

#include <stdint.h>

#include "base/slice.h"
#include "display/geometry.h"

typedef uint32_t pdf_ref; /* an object's number; 0: none */

/* Thousandths of a point: the grid on which everything is written. A step is
 * 0.35 µm, far below any device. */
typedef int64_t pdf_milli;

/* Rounded half away from zero. */
pdf_milli pdf_milli_of(jb_len l);

void pdf_add_integer(slice_builder *b, int64_t n);
/* As a decimal without needless digits: 1500 gives "1.5", -5 gives "-.005". */
void pdf_add_milli(slice_builder *b, pdf_milli thousandths);
void pdf_add_point(slice_builder *b, pdf_milli x, pdf_milli y);
/* "7 0 R" */
void pdf_add_ref(slice_builder *b, pdf_ref ref);
/* "/Name", with delimiters, spaces and bytes above 126 as #xx. */
void pdf_add_name(slice_builder *b, slice name);
/* A string of bytes: "(…)" when printable ASCII, else "<…>". */
void pdf_add_bytes(slice_builder *b, slice bytes);
/* A text string (7.9.2.2): as above when ASCII, else UTF-16BE with its mark. */
void pdf_add_text(slice_builder *b, slice utf8);
/* The UTF-16BE of `utf8` in upper-case hexadecimal, without brackets. */
void pdf_add_utf16(slice_builder *b, slice utf8);
void pdf_add_hex16(slice_builder *b, uint32_t value);

#endif
