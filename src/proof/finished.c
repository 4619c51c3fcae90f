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
typedef void *hold_bytes(const void *bytes, size_t n);
typedef void drop_bytes(void *bytes);
typedef void *read_pdf(void *bytes, const char *password, void **error);
typedef void *page_of_pdf(void *pdf, int page);
typedef void draw_pdf(void *page, cairo_t *cr);
typedef void drop_object(void *object);

/* The page is drawn in strips, finer than it is measured, so that what a
 * reader rounds to its own pixels is rounded finely. */
#define FINER 4
#define STRIP 64 /* rows of the result */

typedef bool draw_page(void *handle, const finished_file *file, cairo_t *cr);

static void
strip_average(const cairo_surface_t *fine, uint8_t *to, uint32_t width,
              uint32_t rows)
{
    cairo_surface_t *s = (cairo_surface_t *)fine;
    size_t stride = (size_t)cairo_image_surface_get_stride(s);
    const unsigned char *from = cairo_image_surface_get_data(s);
    for (uint32_t i = 0; i < width * rows; i++, to += 4) {
        uint32_t sum[3] = {FINER * FINER / 2, FINER * FINER / 2,
                           FINER * FINER / 2};
        for (uint32_t j = 0; j < FINER * FINER; j++) {
            const uint32_t *row = (const void *)(
                from + (i / width * FINER + j / FINER) * stride);
            uint32_t c = row[i % width * FINER + j % FINER];
            sum[0] += c >> 16 & 255;
            sum[1] += c >> 8 & 255;
            sum[2] += c & 255;
        }
        for (int c = 0; c < 3; c++)
            to[c] = (uint8_t)(sum[c] / (FINER * FINER));
        to[3] = 255;
    }
}

static bool
strip_draw(void *handle, const finished_file *file, draw_page *draw,
           cairo_surface_t *fine, uint32_t top)
{
    double scale = FINER * VECTOR_DPI / POINTS_PER_INCH;
    cairo_t *cr = cairo_create(fine);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_translate(cr, 0, -(double)(top * FINER));
    cairo_scale(cr, scale, scale);
    bool is_drawn = draw(handle, file, cr) &&
                    cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    cairo_surface_flush(fine);
    return is_drawn;
}

static bool
page_draw(arena *a, void *handle, const finished_file *file, draw_page *draw,
          proof_pixels *out)
{
    double scale = VECTOR_DPI / POINTS_PER_INCH;
    uint32_t width = (uint32_t)ceil(len_to_pt(file->size.w) * scale);
    uint32_t height = (uint32_t)ceil(len_to_pt(file->size.h) * scale);
    if ((uint64_t)width * height > MOST_PIXELS)
        return false;
    uint8_t *pixels = arena_array(a, (size_t)width * height, 4);
    cairo_surface_t *fine = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)(width * FINER), STRIP * FINER);
    bool is_drawn = cairo_surface_status(fine) == CAIRO_STATUS_SUCCESS;
    for (uint32_t top = 0; is_drawn && top < height; top += STRIP) {
        uint32_t rows = height - top < STRIP ? height - top : STRIP;
        is_drawn = strip_draw(handle, file, draw, fine, top);
        strip_average(fine, pixels + (size_t)top * width * 4, width, rows);
    }
    cairo_surface_destroy(fine);
    *out = (proof_pixels){{width, height, pixels}, scale};
    return is_drawn;
}

static bool
svg_draw(void *handle, const finished_file *file, cairo_t *cr)
{
    read_svg *read = (read_svg *)dlsym(handle, "rsvg_handle_new_from_data");
    draw_svg *draw =
        (draw_svg *)dlsym(handle, "rsvg_handle_render_document");
    drop_object *drop = (drop_object *)dlsym(handle, "g_object_unref");
    double viewport[] = {0, 0, len_to_pt(file->size.w),
                         len_to_pt(file->size.h)};
    if (read == NULL || draw == NULL || drop == NULL)
        return false;
    void *svg = read((const unsigned char *)file->bytes.at, file->bytes.len,
                     NULL);
    if (svg == NULL)
        return false;
    bool is_drawn = draw(svg, cr, viewport, NULL) != 0;
    drop(svg);
    return is_drawn;
}

static bool
pdf_page_draw(void *handle, void *pdf, size_t page, cairo_t *cr)
{
    page_of_pdf *turn = (page_of_pdf *)dlsym(handle,
                                             "poppler_document_get_page");
    draw_pdf *draw = (draw_pdf *)dlsym(handle, "poppler_page_render");
    drop_object *drop = (drop_object *)dlsym(handle, "g_object_unref");
    void *found = turn == NULL || draw == NULL || drop == NULL
                      ? NULL
                      : turn(pdf, (int)page);
    if (found == NULL)
        return false;
    draw(found, cr);
    drop(found);
    return true;
}

static bool
pdf_draw(void *handle, const finished_file *file, cairo_t *cr)
{
    hold_bytes *hold = (hold_bytes *)dlsym(handle, "g_bytes_new_static");
    drop_bytes *release = (drop_bytes *)dlsym(handle, "g_bytes_unref");
    read_pdf *read = (read_pdf *)dlsym(handle,
                                       "poppler_document_new_from_bytes");
    drop_object *drop = (drop_object *)dlsym(handle, "g_object_unref");
    if (hold == NULL || release == NULL || read == NULL || drop == NULL)
        return false;
    void *bytes = hold(file->bytes.at, file->bytes.len);
    void *pdf = read(bytes, NULL, NULL);
    bool is_drawn =
        pdf != NULL && pdf_page_draw(handle, pdf, file->page, cr);
    if (pdf != NULL)
        drop(pdf);
    release(bytes);
    return is_drawn;
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
    bool is_drawn =
        page_draw(a, handle, file,
                  l == &library_svg ? svg_draw : pdf_draw, out);
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
