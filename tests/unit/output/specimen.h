/* specimen: a page made by hand that has every kind of item, for the tests of
 * formats and painters. */
#ifndef UNIT_OUTPUT_SPECIMEN_H
#define UNIT_OUTPUT_SPECIMEN_H

#include "base/utf8.h"
#include "display/pages.h"
#include "font/face.h"

#define SPECIMEN_PT(pt) LEN_OF_PT(pt)

static inline const jb_face *
specimen_face(arena *a)
{
    return face_from_file(
        a, "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        slice_from("NotoSansCJKsc-Regular"));
}

static inline void
specimen_text(jb_display *d, const jb_face *face, const char *text,
              jb_glyph_run look)
{
    look.face = face;
    look.text = slice_copy(d->arena, slice_from(text));
    look.glyphs = ARENA_ARRAY(d->arena, look.text.len, jb_glyph);
    jb_len pen = 0;
    for (size_t at = 0; at < look.text.len;) {
        size_t first = at;
        uint32_t id = face_glyph(face, utf8_next(look.text, &at));
        jb_len advance = len_scale(look.size, face_advance(face, id),
                                   face_units_per_em(face));
        look.glyphs[look.n_glyphs++] =
            (jb_glyph){.id = id, .x = pen, .advance = advance,
                       .text_bytes = (uint32_t)(at - first)};
        pen += advance;
    }
    display_run(d, look);
}

static inline void
specimen_picture(jb_display *d, jb_rect rect)
{
    enum { SIDE = 8 };
    uint8_t *pixels = arena_alloc(d->arena, SIDE * SIDE * 4);
    for (int i = 0; i < SIDE * SIDE; i++) {
        pixels[4 * i] = (uint8_t)(i * 4);
        pixels[4 * i + 1] = (uint8_t)(255 - i * 4);
        pixels[4 * i + 2] = 128;
        pixels[4 * i + 3] = i % SIDE < 2 ? 128 : 255;
    }
    display_draw_image(d, (display_image){.rect = rect, .width = SIDE,
                                          .height = SIDE, .pixels = pixels,
                                          .alt = SLICE("渐变")});
}

static inline void
specimen_shapes(jb_display *d)
{
    jb_path badge = {0}, window = {0};
    path_round_rect(d->arena, &badge,
                    (jb_rect){SPECIMEN_PT(120), SPECIMEN_PT(20),
                              SPECIMEN_PT(60), SPECIMEN_PT(30)},
                    SPECIMEN_PT(8));
    display_path(d, badge, (jb_paint){.fill = COLOUR_RGB(0xFFF4E0),
                                      .stroke = COLOUR_RGB(0xCC8800),
                                      .width = SPECIMEN_PT(1),
                                      .dash = {SPECIMEN_PT(4), SPECIMEN_PT(2)},
                                      .join = JOIN_ROUND});
    path_rect(d->arena, &window,
              (jb_rect){SPECIMEN_PT(120), SPECIMEN_PT(60), SPECIMEN_PT(40),
                        SPECIMEN_PT(20)});
    display_clip_push(d, window);
    display_line(d, (jb_point){SPECIMEN_PT(110), SPECIMEN_PT(55)},
                 (jb_point){SPECIMEN_PT(170), SPECIMEN_PT(85)}, SPECIMEN_PT(3),
                 (jb_colour){0, 80, 160, 128});
    display_clip_pop(d);
}

/* 200 × 100 pt on white. */
static inline jb_pages
specimen(arena *a)
{
    const jb_face *face = specimen_face(a);
    jb_pages pages = {.arena = a, .title = SLICE("<增速> & \"比较\""),
                      .language = SLICE("zh-CN")};
    jb_page page = {.size = {SPECIMEN_PT(200), SPECIMEN_PT(100)},
                    .ground = COLOUR_RGB(0xFFFFFF), .display = {.arena = a}};
    jb_display *d = &page.display;
    display_group_begin(d, (display_group){
        .role = ROLE_FIGURE, .id = SLICE("growth"), .title = SLICE("增速"),
        .alt = SLICE("技术合同成交额增长<280.57%> & 其他"),
        .bounds = {0, 0, SPECIMEN_PT(200), SPECIMEN_PT(100)}});
    display_group_begin(d, (display_group){.role = ROLE_MARK,
                                           .id = SLICE("growth/合同")});
    display_rect(d, (jb_rect){SPECIMEN_PT(30), SPECIMEN_PT(20),
                              SPECIMEN_PT(70), SPECIMEN_PT(16)},
                 COLOUR_RGB(0xB2182B));
    specimen_text(d, face, "280.57%", (jb_glyph_run){
        .size = SPECIMEN_PT(10), .colour = COLOUR_RGB(0x222222),
        .origin = {SPECIMEN_PT(32), SPECIMEN_PT(50)}});
    display_group_end(d);
    display_line(d, (jb_point){SPECIMEN_PT(30), SPECIMEN_PT(10)},
                 (jb_point){SPECIMEN_PT(30), SPECIMEN_PT(90)},
                 SPECIMEN_PT(0.25), COLOUR_RGB(0x222222));
    specimen_text(d, face, "你好，简报", (jb_glyph_run){
        .size = SPECIMEN_PT(14), .colour = COLOUR_RGB(0x222222),
        .origin = {SPECIMEN_PT(32), SPECIMEN_PT(80)}});
    specimen_text(d, face, "增速", (jb_glyph_run){
        .size = SPECIMEN_PT(9), .colour = COLOUR_RGB(0x666666),
        .origin = {SPECIMEN_PT(20), SPECIMEN_PT(60)},
        .is_upright_rotated = true});
    specimen_shapes(d);
    display_link_to(d, (display_link){
        .rect = {SPECIMEN_PT(30), SPECIMEN_PT(66), SPECIMEN_PT(70),
                 SPECIMEN_PT(18)},
        .uri = SLICE("https://example.org/?a=1&b=2")});
    display_group_end(d);
    ARRAY_PUSH(a, &pages.pages, page);
    return pages;
}

#endif
