/* fixture: fonts and a typesetter for the tests of this room, and a paragraph
 * of one span in the song role at 10 pt. */
#ifndef UNIT_TEXT_FIXTURE_H
#define UNIT_TEXT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "text/text.h"

#define EM LEN_OF_PT(10)
#define HUNDREDTH (EM / 100)

typedef struct fixture {
    jb_diags *diags;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
    font_role song;
} fixture;

static inline int
set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    f->diags = diags_new();
    f->fonts = fonts_from_directory("fonts", f->diags);
    f->typesetter = typesetter_new(f->fonts);
    f->song = fonts_role_lookup(f->fonts, SLICE_OF("song"));
    *state = f;
    return f->fonts == NULL;
}

static inline int
tear_down(void **state)
{
    fixture *f = *state;
    typesetter_drop(f->typesetter);
    fonts_drop(f->fonts);
    diags_drop(f->diags);
    free(f);
    return 0;
}

static inline jb_paragraph *
set_text(const fixture *f, arena *a, slice text, const text_options *options)
{
    text_span span = {.text = text, .role = f->song, .size = EM};
    return text_set(a, f->typesetter, &span, 1, options, f->diags);
}

static inline slice
line_text(const jb_paragraph *p, size_t i)
{
    return slice_cut(p->text, p->lines[i].first, p->lines[i].last);
}

/* A row of a table without the | that tell where it may be parted. */
static inline slice
row_text(arena *a, slice row)
{
    slice_builder out = {.arena = a};
    while (row.len > 0) {
        size_t end = slice_find(row, SLICE_OF("|"));
        builder_add(&out, slice_cut(row, 0, end));
        row = slice_cut(row, end + 1, row.len);
    }
    return builder_slice(&out);
}

#endif
