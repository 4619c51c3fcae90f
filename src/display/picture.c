#include "display/picture.h"

#include <png.h>

bool
picture_from_png(arena *a, slice bytes, uint64_t most, jb_picture *out)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (bytes.len == 0 ||
        !png_image_begin_read_from_memory(&image, bytes.at, bytes.len))
        return false;
    uint64_t area = (uint64_t)image.width * image.height;
    if (area == 0 || area > most) {
        png_image_free(&image);
        return false;
    }
    image.format = PNG_FORMAT_RGBA;
    uint8_t *pixels = arena_alloc(a, (size_t)area * 4);
    if (!png_image_finish_read(&image, NULL, pixels, 0, NULL)) {
        png_image_free(&image);
        return false;
    }
    *out = (jb_picture){image.width, image.height, pixels};
    return true;
}

jb_rect
picture_in_box(const jb_picture *p, jb_rect box, int align)
{
    jb_rect r = box;
    r.w = len_scale(box.h, p->width, p->height);
    if (r.w > box.w) {
        r.w = box.w;
        r.h = len_scale(box.w, p->height, p->width);
    }
    r.x += (box.w - r.w) * align / 2;
    r.y += (box.h - r.h) / 2;
    return r;
}
