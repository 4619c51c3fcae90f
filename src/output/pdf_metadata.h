/* pdf_metadata: what a document says of itself: information dictionary, XMP
 * (ISO 16684-1), conformance to PDF/A-3a and PDF/UA-1, and the colours that
 * its numbers mean. It knows no pages. */
#ifndef OUTPUT_PDF_METADATA_H
#define OUTPUT_PDF_METADATA_H

#include "display/pages.h"
#include "output/pdf_file.h"

/* Never empty: PDF/UA wants a title. Without one the first outline entry
 * serves. */
slice pdf_metadata_title(const jb_pages *doc);

pdf_ref pdf_metadata_information(arena *a, pdf_file *file,
                                 const jb_pages *doc);
/* "/Metadata 7 0 R/Lang…/OutputIntents[…]…" for the catalog. */
slice pdf_metadata_entries(arena *a, pdf_file *file, const jb_pages *doc);

/* "D:20221114000000+08'00'", or empty when the document has no date. */
slice pdf_metadata_date(arena *a, const jb_pages *doc);

/* An ICC profile of sRGB (IEC 61966-2-1), version 4.2. */
slice pdf_profile_srgb(arena *a);

/* Files within the file (ISO 19005-3): "/AF[…]" for the catalog, and the
 * name tree of embedded files for its Names; both empty without any. */
typedef struct pdf_attachments {
    slice associated, names;
} pdf_attachments;
pdf_attachments pdf_attachments_write(arena *a, pdf_file *file,
                                      const jb_pages *doc);

#endif
