#include <math.h>

#include "output/output.h"
#include "output/painter.h"
#include "output/png_rows.h"

#define MOST_PIXELS 100000000u /* 100 million: A3 at 600 dpi is 70 */
#define LONGEST_SIDE 32767u
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

static uint32_t
density_of(double dpi)
{
    return (uint32_t)(dpi / METRES_PER_INCH + 0.5);
}

/* A page that is one figure and nothing else says what it shows. */
static slice
description_of(const jb_display *d)
{
    const display_group *figure = NULL;
    size_t depth = 0;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        bool is_figure = item->kind == DISPLAY_GROUP_BEGIN &&
                         item->group.role == ROLE_FIGURE;
        if (depth == 0 && (figure != NULL || !is_figure))
            return (slice){NULL, 0};
        if (depth == 0)
            figure = &item->group;
        depth += item->kind == DISPLAY_GROUP_BEGIN;
        depth -= item->kind == DISPLAY_GROUP_END;
    }
    return figure == NULL ? (slice){NULL, 0} : figure->alt;
}

/* Paper is white: a page that has no ground of its own is see-through only
 * when that is asked for. */
static canvas *
canvas_for(arena *scratch, const jb_page *page, extent e,
           const output_options *options)
{
    int width = (int)e.width, height = (int)e.height;
    if (options->is_transparent)
        return canvas_new(scratch, width, height, COLOUR_NONE);
    if (page->ground.a == 255)
        return canvas_new(scratch, width, height, page->ground);
    canvas *c = canvas_new(scratch, width, height, COLOUR_RGB(0xFFFFFF));
    canvas_fill_box(c, (pixel_box){0, 0, width, height}, page->ground);
    return c;
}

static canvas *
drawn(arena *scratch, const jb_page *page, extent e,
      const output_options *options)
{
    canvas *c = canvas_for(scratch, page, e, options);
    painter_draw(scratch, c, &page->display, options->dpi / POINTS_PER_INCH);
    return c;
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
    png_picture picture = {.title = j.title,
                           .description = description_of(&page->display),
                           .pixels_per_metre = density_of(options->dpi)};
    const canvas *c = drawn(scratch, page, e, options);
    png_pixels pixels = {.at = c->pixels,
                         .width = (uint32_t)c->width,
                         .height = (uint32_t)c->height};
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
