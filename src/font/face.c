#include "font/face.h"

#include <hb-ot.h>

#include "font/face_parts.h"

#define NAME_BYTES 128

static void
drop_blob(void *blob)
{
    hb_blob_destroy(blob);
}

static void
drop_face(void *face)
{
    hb_face_destroy(face);
}

static void
drop_font(void *font)
{
    hb_font_destroy(font);
}

static slice
name_entry(arena *a, hb_face_t *hb_face, hb_ot_name_id_t id)
{
    char text[NAME_BYTES];
    unsigned int room = sizeof text;
    hb_ot_name_get_utf8(hb_face, id, HB_LANGUAGE_INVALID, &room, text);
    return slice_copy(a, slice_from(text));
}

/* Index of the face called `name`, or -1. */
static int
index_in_file(arena *a, hb_blob_t *blob, slice name)
{
    unsigned int n = hb_face_count(blob);
    if (name.len == 0)
        return n > 0 ? 0 : -1;
    for (unsigned int i = 0; i < n; i++) {
        hb_face_t *hb_face = hb_face_create(blob, i);
        slice found =
            name_entry(a, hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
        hb_face_destroy(hb_face);
        if (slice_equal(found, name))
            return (int)i;
    }
    return -1;
}

static hb_font_t *
font_from(arena *a, hb_face_t *hb_face)
{
    hb_font_t *hb_font = hb_font_create(hb_face);
    arena_defer(a, drop_font, hb_font);
    hb_font_make_immutable(hb_font);
    return hb_font;
}

static const jb_face *
face_from_blob(arena *a, hb_blob_t *blob, int index, const char *path)
{
    hb_face_t *hb_face = hb_face_create(blob, (unsigned int)index);
    arena_defer(a, drop_face, hb_face);
    hb_face_make_immutable(hb_face);
    if (hb_face_get_glyph_count(hb_face) == 0)
        return NULL;
    jb_face *face = ARENA_NEW(a, jb_face);
    *face = (jb_face){
        .name = name_entry(a, hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME),
        .family = name_entry(a, hb_face, HB_OT_NAME_ID_FONT_FAMILY),
        .file = slice_copy(a, slice_from(path)),
        .index = index,
        .units_per_em = (int)hb_face_get_upem(hb_face),
        .hb_face = hb_face,
        .hb_font = font_from(a, hb_face),
        .cache = ARENA_NEW(a, glyph_cache),
    };
    face_measure(face);
    return face;
}

const jb_face *
face_from_file(arena *a, const char *path, slice name)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (blob == NULL)
        return NULL;
    arena_defer(a, drop_blob, blob);
    int index = index_in_file(a, blob, name);
    return index < 0 ? NULL : face_from_blob(a, blob, index, path);
}

hb_face_t *
face_hb_face(const jb_face *face)
{
    return face->hb_face;
}

hb_font_t *
face_hb_font(const jb_face *face)
{
    return face->hb_font;
}

slice
face_name(const jb_face *face)
{
    return face->name;
}

slice
face_family(const jb_face *face)
{
    return face->family;
}

slice
face_file(const jb_face *face)
{
    return face->file;
}

int
face_index(const jb_face *face)
{
    return face->index;
}

int
face_units_per_em(const jb_face *face)
{
    return face->units_per_em;
}

uint32_t
face_glyph(const jb_face *face, uint32_t code)
{
    return glyph_cache_glyph(face->cache, face->hb_font, code);
}

int
face_advance(const jb_face *face, uint32_t glyph)
{
    return glyph_cache_advance(face->cache, face->hb_font, glyph);
}

bool
face_ink(const jb_face *face, uint32_t glyph, int *left, int *bottom,
         int *right, int *top)
{
    const hb_glyph_extents_t *e =
        glyph_cache_ink(face->cache, face->hb_font, glyph);
    if (e == NULL)
        return false;
    *left = e->x_bearing;
    *right = e->x_bearing + e->width;
    *top = e->y_bearing;
    *bottom = e->y_bearing + e->height;
    return true;
}
