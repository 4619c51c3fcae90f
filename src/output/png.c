#include <cairo.h>
#include <math.h>

#include "output/cairo_painter.h"
#include "output/output.h"
#include "output/png_rows.h"

#define MOST_PIXELS 100000000u /* 100 million: A3 at 600 dpi is 70 */
#define LONGEST_SIDE 32767u    /* Cairo's limit */
#define LOWEST_DPI 1
#define HIGHEST_DPI 9600
#define POINTS_PER_INCH 72.0
#define METRES_PER_INCH 0.0254

typedef struct extent {
    double width, height; /* pixels, whole */
} extent;

static extent
extent_of(jb_size size, double dpi)
{
    double scale = dpi / POINTS_PER_INCH;
    return (extent){fmax(1, floor(len_to_pt(size.w) * scale + 0.5)),
                    fmax(1, floor(len_to_pt(size.h) * scale + 0.5))};
}

static slice
number(arena *scratch, double whole)
{
    return slice_printf(scratch, "%lld", (long long)whole);
}

static bool
check_extent(arena *scratch, extent e, double dpi, jb_diags *diags)
{
    if (!(dpi >= LOWEST_DPI && dpi <= HIGHEST_DPI)) {
        diag_report(diags, &OUTPUT_RESOLUTION_BAD, SPAN_NONE,
                    number(scratch, LOWEST_DPI),
                    number(scratch, HIGHEST_DPI));
        return false;
    }
    if (e.width <= LONGEST_SIDE && e.height <= LONGEST_SIDE &&
        e.width * e.height <= MOST_PIXELS)
        return true;
    diag_report(diags, &OUTPUT_TOO_MANY_PIXELS, SPAN_NONE,
                number(scratch, dpi), number(scratch, e.width),
                number(scratch, e.height), number(scratch, LONGEST_SIDE),
                number(scratch, MOST_PIXELS / 10000));
    return false;
}

static void
drop_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

static uint32_t
density_of(double dpi)
{
    return (uint32_t)(dpi / METRES_PER_INCH + 0.5);
}

/* A page that is one figure and nothing else says what it shows. */
static slice
description_of(const jb_display *d)
{
    const display_group *figure = display_lone_figure(d);
    return figure == NULL ? (slice){NULL, 0} : figure->alt;
}

/* Paper is white: a page that has no ground of its own is see-through only
 * when that is asked for. */
static void
draw_ground(cairo_t *cr, const jb_page *page, const output_options *options)
{
    jb_colour c = page->ground;
    if (options->is_transparent)
        return;
    if (c.a != 255) {
        cairo_set_source_rgb(cr, 1, 1, 1);
        cairo_paint(cr);
    }
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                          c.a / 255.0);
    cairo_paint(cr);
}

static cairo_surface_t *
surface_from(arena *scratch, const jb_page *page, extent e,
             const output_options *options)
{
    cairo_surface_t *surface = cairo_image_surface_create(
        options->is_transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
        (int)e.width, (int)e.height);
    arena_defer(scratch, drop_surface, surface);
    cairo_t *cr = cairo_create(surface);
    draw_ground(cr, page, options);
    double scale = options->dpi / POINTS_PER_INCH;
    cairo_scale(cr, scale, scale);
    painter_draw(scratch, cr, &page->display,
                 (cairo_painting){.is_fitted = true});
    cairo_destroy(cr);
    return surface;
}

static png_pixels
pixels_of(cairo_surface_t *s)
{
    cairo_surface_flush(s);
    bool has_alpha = cairo_image_surface_get_format(s) == CAIRO_FORMAT_ARGB32;
    return (png_pixels){
        .at = (const uint32_t *)(void *)cairo_image_surface_get_data(s),
        .stride = (size_t)cairo_image_surface_get_stride(s) / 4,
        .width = (uint32_t)cairo_image_surface_get_width(s),
        .height = (uint32_t)cairo_image_surface_get_height(s),
        .opaque = has_alpha ? 0 : 0xFF000000u,
    };
}

typedef ARRAY(uint32_t) words;

static void
add_word(arena *scratch, words *named, jb_colour c)
{
    uint32_t word = 0xFF000000u | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 |
                    (uint32_t)c.b;
    bool is_new = named->n == 0 || *ARRAY_LAST(named) != word;
    if (is_new && c.a == 255)
        ARRAY_PUSH(scratch, named, word);
}

static void
name_colours(arena *scratch, const jb_page *page, png_pixels *pixels)
{
    words named = {0};
    add_word(scratch, &named, page->ground);
    for (size_t i = 0; i < page->display.items.n; i++) {
        const display_item *item = &page->display.items.at[i];
        if (item->kind == DISPLAY_IMAGE)
            return;
        if (item->kind == DISPLAY_GLYPHS)
            add_word(scratch, &named, item->run.colour);
        if (item->kind != DISPLAY_PATH)
            continue;
        add_word(scratch, &named, item->shape.paint.fill);
        add_word(scratch, &named, item->shape.paint.stroke);
    }
    add_word(scratch, &named, (jb_colour){255, 255, 255, 255});
    pixels->named = named.at;
    pixels->n_named = named.n;
}

/* One page to be drawn, with what its file says of it. */
typedef struct job {
    const jb_page *page;
    slice title;
    const output_options *options;
} job;

static bool
write_page(arena *scratch, job j, jb_sink *sink, jb_diags *diags)
{
    const jb_page *page = j.page;
    const output_options *options = j.options;
    extent e = extent_of(page->size, options->dpi);
    if (!check_extent(scratch, e, options->dpi, diags))
        return false;
    cairo_surface_t *surface = surface_from(scratch, page, e, options);
    cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        diag_report(diags, &OUTPUT_DRAWING_FAILED, SPAN_NONE,
                    slice_from(cairo_status_to_string(status)));
        return false;
    }
    png_picture picture = {.title = j.title,
                           .description = description_of(&page->display),
                           .pixels_per_metre = density_of(options->dpi)};
    png_pixels pixels = pixels_of(surface);
    name_colours(scratch, page, &pixels);
    png_rows_from(scratch, &pixels, &picture);
    png_file_write(scratch, &picture, sink);
    return true;
}

static bool
png_write(output_pages what, const output_options *options, jb_sink *sink,
          jb_diags *diags)
{
    const jb_page *page = output_first_page(what, diags);
    if (page == NULL)
        return false;
    arena *scratch = arena_new();
    bool is_done = write_page(scratch, (job){page, what.all->title, options},
                              sink, diags);
    arena_drop(scratch);
    return is_done;
}

const jb_format format_png = {
    .name = "png",
    .suffixes = "png",
    .media_type = "image/png",
    .doc = "图片，每页一个文件；用于幻灯片、网页和即时通信",
    .consumes = FORMAT_PAGES,
    .is_one_page_per_file = true,
    .write = png_write,
};
