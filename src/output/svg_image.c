#include "output/base64.h"
#include "output/png_file.h"
#include "output/svg_canvas.h"

#define SCREEN_DENSITY 3780 /* pixels per metre: 96 per inch */

static const uint8_t *
rows_of(arena *a, const display_image *image, size_t row_bytes)
{
    uint8_t *rows = arena_array(a, image->height, row_bytes + 1);
    for (size_t y = 0; y < image->height; y++)
        memcpy(rows + y * (row_bytes + 1) + 1, image->pixels + y * row_bytes,
               row_bytes);
    return rows;
}

static void
drop_sink(void *sink)
{
    sink_discard(sink);
}

static slice
png_of(arena *a, const display_image *image)
{
    size_t row_bytes = (size_t)image->width * 4;
    png_picture picture = {.width = image->width,
                           .height = image->height,
                           .colour = PNG_RGBA,
                           .depth = 8,
                           .pixels_per_metre = SCREEN_DENSITY,
                           .rows = rows_of(a, image, row_bytes),
                           .rows_bytes = image->height * (row_bytes + 1)};
    jb_sink *file = sink_to_memory();
    arena_defer(a, drop_sink, file);
    png_file_write(a, &picture, file);
    return sink_bytes(file);
}

void
svg_draw_image(svg_canvas *c, const display_image *image)
{
    xml_writer *x = &c->xml;
    if (image->width == 0 || image->height == 0)
        return;
    slice_builder address = {.arena = c->scratch};
    builder_add_text(&address, "data:image/png;base64,");
    base64_add(&address, png_of(c->scratch, image));
    xml_begin(x, "image");
    svg_attribute_len(x, "x", image->rect.x);
    svg_attribute_len(x, "y", image->rect.y);
    svg_attribute_len(x, "width", image->rect.w);
    svg_attribute_len(x, "height", image->rect.h);
    xml_attribute_text(x, "preserveAspectRatio", "none");
    xml_attribute(x, "xlink:href", builder_slice(&address));
    if (image->alt.len > 0)
        xml_element(x, "title", image->alt);
    xml_end(x);
}
