#include "text/typesetter.h"

#include "font/face_hb.h"

static void
drop_buffer(void *buffer)
{
    hb_buffer_destroy(buffer);
}

static void
drop_font(void *font)
{
    hb_font_destroy(font);
}

jb_typesetter *
typesetter_new(jb_fonts *fonts)
{
    arena *a = arena_new();
    jb_typesetter *t = ARENA_NEW(a, jb_typesetter);
    t->arena = a;
    t->fonts = fonts;
    t->buffer = hb_buffer_create();
    arena_defer(a, drop_buffer, t->buffer);
    t->words = word_cache_new(a);
    t->chinese = hb_language_from_string("zh-Hans", -1);
    return t;
}

void
typesetter_drop(jb_typesetter *t)
{
    if (t != NULL)
        arena_drop(t->arena);
}

jb_fonts *
typesetter_fonts(jb_typesetter *t)
{
    return t->fonts;
}

/* A document uses a handful of sizes; the last used is looked at first. */
hb_font_t *
typesetter_scaled(jb_typesetter *t, const jb_face *face, jb_len size)
{
    for (size_t i = t->scaled.n; i-- > 0;) {
        const scaled_face *s = &t->scaled.at[i];
        if (s->face == face && s->size == size)
            return s->font;
    }
    hb_font_t *font = hb_font_create_sub_font(face_hb_font(face));
    hb_font_set_scale(font, size, size);
    arena_defer(t->arena, drop_font, font);
    scaled_face made = {face, size, font};
    ARRAY_PUSH(t->arena, &t->scaled, made);
    return font;
}
