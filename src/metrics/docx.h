/* docx: the text of a Word document (.docx, ECMA-376), a paragraph a line and
 * a table's row a line with tabs between cells; what is deleted under review
 * left out, notes behind the text. It knows no figures and no looks. */
#ifndef METRICS_DOCX_H
#define METRICS_DOCX_H

#include "base/diag.h"
#include "base/source.h"

/* Whether the bytes are such a document, whatever the file is called. */
bool docx_is(slice bytes);

/* The text under the document's name, and a note where paragraphs have lost the
 * numbers that Word gave them; NULL after DOCX_DAMAGED. */
jb_source *docx_text(const jb_source *document, jb_diags *diags);

#endif
