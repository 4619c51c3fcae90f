/* pdf_image: raster images as XObjects (ISO 32000-1 8.9), their opacity apart
 * as a soft mask. It knows pixels and not where they stand. */
#ifndef OUTPUT_PDF_IMAGE_H
#define OUTPUT_PDF_IMAGE_H

#include "base/array.h"
#include "display/display.h"
#include "output/pdf_file.h"

typedef struct pdf_images {
    arena *arena;
    ARRAY(const display_image *) images;
} pdf_images;

/* Number of the image within the document, /I0, /I1 …: the same pixels have
 * the same one. */
size_t pdf_images_index(pdf_images *m, const display_image *image);

/* Write all images and append "/I0 7 0 R/I1 …". */
void pdf_images_write(const pdf_images *m, pdf_file *file,
                      slice_builder *out);

#endif
