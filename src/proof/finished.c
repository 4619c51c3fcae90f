#include "proof/finished.h"

#include <cairo.h>
#include <dlfcn.h>
#include <math.h>

#include "proof/library.h"

#define VECTOR_DPI 288 /* at which SVG and PDF are looked at */
#define POINTS_PER_INCH 72.0
#define MOST_PIXELS 100000000u

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "proof/diag.def"
#undef DIAG

/* The least of their interfaces; the names are fixed by their sonames. */
typedef void *read_svg(const unsigned char *bytes, size_t n, void **error);
typedef int draw_svg(void *svg, cairo_t *cr, const double *viewport,
                     void **error);
typedef void set_flag(void *svg, int is_set);
typedef void *hold_bytes(const void *bytes, size_t n);
typedef void drop_bytes(void *bytes);
typedef void *read_pdf(void *bytes, const char *password, void **error);
typedef void *page_of_pdf(void *pdf, int page);
typedef void draw_pdf(void *page, cairo_t *cr);
typedef void drop_object(void *object);

/* The page is drawn in strips, finer than it is measured, so that what a
 * reader rounds to its own pixels is rounded finely. */
#define FINER 4
#define STRIP 128 /* rows of the result */

/* A document as its library has read it. */
typedef struct opened_file {
    const finished_file *file;
    void *document; /* of RsvgHandle, PopplerPage */
    draw_svg *draw_svg;
    draw_pdf *draw_pdf;
    drop_object *drop;
} opened_file;

/* Sums of two colours of a pixel at once: each has 16 bits, of which sixteen
 * times 255 takes twelve. */
#define EVEN_COLOURS 0x00FF00FFu
#define HALF_OF_ALL ((uint32_t)(FINER * FINER / 2) * 0x00010001u)

static void
pixel_average(const uint32_t *from, size_t stride, uint8_t to[4])
{
    uint32_t red_blue = HALF_OF_ALL, green = HALF_OF_ALL;
    for (int j = 0; j < FINER; j++, from += stride)
        for (int i = 0; i < FINER; i++) {
            red_blue += from[i] & EVEN_COLOURS;
            green += from[i] >> 8 & EVEN_COLOURS;
        }
    to[0] = (uint8_t)((red_blue >> 16) / (FINER * FINER));
    to[1] = (uint8_t)((green & 0xFFFF) / (FINER * FINER));
    to[2] = (uint8_t)((red_blue & 0xFFFF) / (FINER * FINER));
    to[3] = 255;
}

static void
strip_average(cairo_surface_t *fine, uint8_t *to, uint32_t width,
              uint32_t rows)
{
    size_t stride = (size_t)cairo_image_surface_get_stride(fine) / 4;
    const uint32_t *from = (const void *)cairo_image_surface_get_data(fine);
    for (uint32_t y = 0; y < rows; y++, from += stride * FINER)
        for (uint32_t x = 0; x < width; x++, to += 4)
            pixel_average(from + (size_t)x * FINER, stride, to);
}

static bool
opened_draw(const opened_file *o, cairo_t *cr)
{
    const finished_file *file = o->file;
    double viewport[] = {0, 0, len_to_pt(file->size.w),
                         len_to_pt(file->size.h)};
    if (o->draw_svg != NULL)
        return o->draw_svg(o->document, cr, viewport, NULL) != 0;
    o->draw_pdf(o->document, cr);
    return true;
}

static bool
strip_draw(const opened_file *o, cairo_surface_t *fine, uint32_t top)
{
    double scale = FINER * VECTOR_DPI / POINTS_PER_INCH;
    cairo_t *cr = cairo_create(fine);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_translate(cr, 0, -(double)(top * FINER));
    cairo_scale(cr, scale, scale);
    bool is_drawn =
        opened_draw(o, cr) && cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    cairo_surface_flush(fine);
    return is_drawn;
}

static bool
page_draw(arena *a, const opened_file *o, proof_pixels *out)
{
    double scale = VECTOR_DPI / POINTS_PER_INCH;
    uint32_t width = (uint32_t)ceil(len_to_pt(o->file->size.w) * scale);
    uint32_t height = (uint32_t)ceil(len_to_pt(o->file->size.h) * scale);
    if ((uint64_t)width * height > MOST_PIXELS)
        return false;
    uint8_t *pixels = arena_array(a, (size_t)width * height, 4);
    *out = (proof_pixels){{width, height, pixels}, scale};
    cairo_surface_t *fine = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)(width * FINER), STRIP * FINER);
    bool is_drawn = cairo_surface_status(fine) == CAIRO_STATUS_SUCCESS;
    for (uint32_t top = 0; is_drawn && top < height; top += STRIP) {
        is_drawn = strip_draw(o, fine, top);
        strip_average(fine, pixels + (size_t)top * width * 4, width,
                      height - top < STRIP ? height - top : STRIP);
    }
    cairo_surface_destroy(fine);
    return is_drawn;
}

/* Text that is text is drawn as its outlines are, not moved to the grid of
 * this reader's pixels, which is not that of any screen or paper. Versions of
 * the library that do not let go of it read as they can. */
static void
svg_unhint(void *handle, void *document)
{
    set_flag *unhint =
        (set_flag *)dlsym(handle, "rsvg_handle_internal_set_testing");
    if (unhint != NULL)
        unhint(document, 1);
}

static bool
svg_open(void *handle, opened_file *o)
{
    read_svg *read = (read_svg *)dlsym(handle, "rsvg_handle_new_from_data");
    o->draw_svg = (draw_svg *)dlsym(handle, "rsvg_handle_render_document");
    if (read == NULL || o->draw_svg == NULL || o->drop == NULL)
        return false;
    slice bytes = o->file->bytes;
    o->document = read((const unsigned char *)bytes.at, bytes.len, NULL);
    if (o->document != NULL)
        svg_unhint(handle, o->document);
    return o->document != NULL;
}

static void *
pdf_page(void *handle, const opened_file *o, void *bytes)
{
    read_pdf *read = (read_pdf *)dlsym(handle,
                                       "poppler_document_new_from_bytes");
    page_of_pdf *turn = (page_of_pdf *)dlsym(handle,
                                             "poppler_document_get_page");
    void *pdf = read == NULL || turn == NULL ? NULL
                                             : read(bytes, NULL, NULL);
    if (pdf == NULL)
        return NULL;
    void *page = turn(pdf, (int)o->file->page);
    o->drop(pdf); /* the page holds it */
    return page;
}

static bool
pdf_open(void *handle, opened_file *o)
{
    hold_bytes *hold = (hold_bytes *)dlsym(handle, "g_bytes_new_static");
    drop_bytes *release = (drop_bytes *)dlsym(handle, "g_bytes_unref");
    o->draw_pdf = (draw_pdf *)dlsym(handle, "poppler_page_render");
    if (hold == NULL || release == NULL || o->draw_pdf == NULL ||
        o->drop == NULL)
        return false;
    void *bytes = hold(o->file->bytes.at, o->file->bytes.len);
    o->document = pdf_page(handle, o, bytes);
    release(bytes);
    return o->document != NULL;
}

static void
report_unreadable(const finished_file *file, const char *format,
                  jb_diags *diags)
{
    diag_report(diags, &PROOF_UNREADABLE, SPAN_NONE, file->name,
                slice_from(format));
}

static bool
vector_read(arena *a, const finished_file *file, const proof_library *l,
            proof_pixels *out, jb_diags *diags)
{
    void *handle = library_open(l, file->library, diags);
    if (handle == NULL)
        return false;
    opened_file o = {.file = file};
    o.drop = (drop_object *)dlsym(handle, "g_object_unref");
    bool is_drawn = (l == &library_svg ? svg_open(handle, &o)
                                       : pdf_open(handle, &o)) &&
                    page_draw(a, &o, out);
    if (o.document != NULL)
        o.drop(o.document);
    if (!is_drawn)
        report_unreadable(file, l->format, diags);
    dlclose(handle);
    return is_drawn;
}

static bool
png_read(arena *a, const finished_file *file, proof_pixels *out,
         jb_diags *diags)
{
    if (!picture_from_png(a, file->bytes, MOST_PIXELS, &out->picture)) {
        report_unreadable(file, "PNG", diags);
        return false;
    }
    out->scale = file->dpi / POINTS_PER_INCH;
    double width = len_to_pt(file->size.w) * out->scale;
    double height = len_to_pt(file->size.h) * out->scale;
    bool is_same = fabs(width - out->picture.width) <= 1 &&
                   fabs(height - out->picture.height) <= 1;
    if (!is_same)
        diag_report(diags, &PROOF_OTHER_SIZE, SPAN_NONE, file->name);
    return is_same;
}

bool
finished_read(arena *a, const finished_file *file, proof_pixels *out,
              jb_diags *diags)
{
    if (slice_is(file->format, "svg"))
        return vector_read(a, file, &library_svg, out, diags);
    if (slice_is(file->format, "pdf"))
        return vector_read(a, file, &library_pdf, out, diags);
    return png_read(a, file, out, diags);
}
