/* pdf_sample: documents made by hand for the tests of the PDF writer: several
 * faces, every kind of item and every structure role. Included by tests, each
 * of which has its own copy. */
#ifndef TESTS_PDF_SAMPLE_H
#define TESTS_PDF_SAMPLE_H

#include <hb.h>
#include <stdio.h>

#include "base/utf8.h"
#include "display/pages.h"
#include "font/face.h"
#include "font/face_hb.h"
#include "output/pdf.h"

#define NOTO "/usr/share/fonts/opentype/noto/"
#define LIBERATION "/usr/share/fonts/truetype/liberation/"

typedef struct sample_faces {
    const jb_face *serif, *sans, *fang, *latin;
} sample_faces;

/* A face whose file is not on this machine is NULL. */
static inline sample_faces
sample_faces_open(arena *a)
{
    sample_faces f;
    f.serif = face_from_file(a, NOTO "NotoSerifCJK-Regular.ttc",
                             SLICE_OF("NotoSerifCJKsc-Regular"));
    f.sans = face_from_file(a, NOTO "NotoSansCJK-Regular.ttc",
                            SLICE_OF("NotoSansCJKsc-Regular"));
    f.fang = face_from_file(a, "fonts/faces/FandolFang-Regular.otf",
                            SLICE_OF(""));
    f.latin = face_from_file(a, LIBERATION "LiberationSerif-Regular.ttf",
                             SLICE_OF(""));
    return f;
}

/* Shape `text` in one face and size; glyphs keep their clusters. */
static inline jb_glyph_run
sample_run(arena *a, const jb_face *face, jb_len size, slice text)
{
    hb_buffer_t *b = hb_buffer_create();
    hb_font_t *font = hb_font_create_sub_font(face_hb_font(face));
    hb_font_set_scale(font, size, size);
    hb_buffer_add_utf8(b, text.at, (int)text.len, 0, (int)text.len);
    hb_buffer_guess_segment_properties(b);
    hb_buffer_set_language(b, hb_language_from_string("zh-hans", -1));
    hb_shape(font, b, NULL, 0);
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
    const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(b, &n);
    jb_glyph_run run = {.face = face, .size = size, .text = text,
                        .colour = COLOUR_RGB(0x000000), .n_glyphs = n};
    run.glyphs = ARENA_ARRAY(a, n, jb_glyph);
    jb_len x = 0;
    for (unsigned i = 0; i < n; i++) {
        run.glyphs[i] = (jb_glyph){.id = info[i].codepoint,
                                   .x = x + at[i].x_offset,
                                   .y = -at[i].y_offset,
                                   .advance = at[i].x_advance};
        x += at[i].x_advance;
    }
    /* The first glyph of a cluster takes the text up to the next one's. */
    unsigned end = (unsigned)text.len;
    for (unsigned i = n; i-- > 0;)
        if (i == 0 || info[i - 1].cluster != info[i].cluster) {
            run.glyphs[i].text_bytes = end - info[i].cluster;
            end = info[i].cluster;
        }
    hb_buffer_destroy(b);
    hb_font_destroy(font);
    return run;
}

static inline jb_len
sample_width(const jb_glyph_run *run)
{
    const jb_glyph *last = &run->glyphs[run->n_glyphs - 1];
    return run->n_glyphs == 0 ? 0 : last->x + last->advance;
}

/* Text at a baseline; returns where it ends. */
static inline jb_len
sample_text(jb_display *d, const jb_face *face, double size, jb_point at,
            const char *text)
{
    jb_glyph_run run = sample_run(d->arena, face, LEN_OF_PT(size),
                                  slice_copy(d->arena, slice_from(text)));
    run.origin = at;
    display_run(d, run);
    return at.x + sample_width(&run);
}

/* The same, each glyph `gap` further from the one before. */
static inline jb_len
sample_spaced(jb_display *d, const jb_face *face, double size, jb_point at,
              const char *text, jb_len gap)
{
    jb_glyph_run run = sample_run(d->arena, face, LEN_OF_PT(size),
                                  slice_copy(d->arena, slice_from(text)));
    run.origin = at;
    for (size_t i = 0; i < run.n_glyphs; i++)
        run.glyphs[i].x += (jb_len)i * gap;
    display_run(d, run);
    return at.x + sample_width(&run);
}

static inline void
sample_begin(jb_display *d, display_role role)
{
    display_group_begin(d, (display_group){.role = role});
}

static inline void
sample_block(jb_display *d, display_role role, const jb_face *face,
             double size, jb_point at, const char *text)
{
    sample_begin(d, role);
    sample_text(d, face, size, at, text);
    display_group_end(d);
}

static inline jb_point
sample_mm(double x, double y)
{
    return (jb_point){LEN_OF_MM(x), LEN_OF_MM(y)};
}

static inline jb_rect
sample_box(double x, double y, double w, double h)
{
    return (jb_rect){LEN_OF_MM(x), LEN_OF_MM(y), LEN_OF_MM(w), LEN_OF_MM(h)};
}

static inline jb_pages *
sample_pages_new(void)
{
    arena *a = arena_new();
    jb_pages *p = ARENA_NEW(a, jb_pages);
    p->arena = a;
    p->title = SLICE_OF("南阳市科技创新工作简报");
    p->author = SLICE_OF("南阳市科学技术局");
    p->subject = SLICE_OF("2022年<1—10月>主要指标 & 同比");
    p->language = SLICE_OF("zh-CN");
    p->year = 2022, p->month = 11, p->day = 14;
    return p;
}

static inline jb_display *
sample_page(jb_pages *p, const char *label)
{
    jb_page page = {.size = {LEN_OF_MM(210), LEN_OF_MM(297)},
                    .label = slice_from(label)};
    page.display.arena = p->arena;
    ARRAY_PUSH(p->arena, &p->pages, page);
    return &ARRAY_LAST(&p->pages)->display;
}

static inline void
sample_table(jb_display *d, sample_faces f)
{
    static const char *const cells[3][3] = {{"指标", "本期", "同比"},
                                            {"科技型中小企业", "2671", "251%"},
                                            {"技术合同成交额", "", "280.57%"}};
    sample_begin(d, ROLE_TABLE);
    display_rect(d, sample_box(25, 178, 160, 9), COLOUR_RGB(0xE8EDF3));
    for (int row = 0; row < 3; row++) {
        sample_begin(d, ROLE_TR);
        for (int column = 0; column < 3; column++) {
            display_group_begin(
                d, (display_group){.role = row == 0 || column == 0 ? ROLE_TH
                                                                   : ROLE_TD,
                                   .is_row_header = row > 0});
            if (cells[row][column][0] != '\0')
                sample_text(d, column == 0 || row == 0 ? f.sans : f.latin, 11,
                            sample_mm(28 + 60 * column, 184 + 9 * row),
                            cells[row][column]);
            display_group_end(d);
        }
        display_group_end(d);
        display_line(d, sample_mm(25, 187 + 9 * row),
                     sample_mm(185, 187 + 9 * row), LEN_OF_PT(0.5),
                     COLOUR_RGB(0x888888));
    }
    display_group_end(d);
}

static inline void
sample_figure(jb_display *d, sample_faces f)
{
    display_group_begin(
        d, (display_group){.role = ROLE_FIGURE,
                           .id = SLICE_OF("图1"),
                           .alt = SLICE_OF("柱形图：科技型中小企业增长251%，"
                                           "技术合同成交额增长280.57%。"),
                           .bounds = sample_box(25, 95, 160, 70)});
    jb_path clip = {0};
    path_rect(d->arena, &clip, sample_box(25, 95, 160, 70));
    display_clip_push(d, clip);
    for (int i = 0; i < 2; i++) {
        sample_begin(d, ROLE_MARK);
        jb_path bar = {0};
        path_round_rect(d->arena, &bar, sample_box(50, 102 + 30 * i, 100, 12),
                        LEN_OF_PT(3));
        display_path(d, bar,
                     (jb_paint){.fill = {0xC0, 0x39, 0x2B, i ? 128 : 255},
                                .stroke = COLOUR_RGB(0x7A1F14),
                                .width = LEN_OF_PT(0.75),
                                .dash = {LEN_OF_PT(3), LEN_OF_PT(2), 0, 0},
                                .join = JOIN_ROUND});
        sample_text(d, f.sans, 9, sample_mm(153, 110 + 30 * i),
                    i ? "增长280.57%" : "增长251%");
        display_group_end(d);
    }
    display_clip_pop(d);
    jb_glyph_run axis = sample_run(d->arena, f.sans, LEN_OF_PT(9),
                                   SLICE_OF("同比增速（%）"));
    axis.origin = sample_mm(35, 150);
    axis.is_upright_rotated = true;
    display_run(d, axis);
    display_group_end(d);
    sample_block(d, ROLE_CAPTION, f.sans, 9, sample_mm(80, 171),
                 "图1 主要指标同比增速");
}

static inline void
sample_links(jb_display *d, sample_faces f)
{
    sample_begin(d, ROLE_P);
    jb_len x = sample_text(d, f.serif, 12, sample_mm(25, 225), "详见");
    sample_begin(d, ROLE_LINK);
    jb_len end = sample_text(d, f.serif, 12,
                             (jb_point){x, LEN_OF_MM(225)}, "图1");
    display_link_to(d, (display_link){
                           .rect = {x, LEN_OF_MM(221), end - x,
                                    LEN_OF_MM(5)},
                           .destination = SLICE_OF("图1")});
    display_group_end(d);
    x = sample_text(d, f.serif, 12, (jb_point){end, LEN_OF_MM(225)}, "和");
    sample_begin(d, ROLE_LINK);
    end = sample_text(d, f.latin, 12, (jb_point){x, LEN_OF_MM(225)},
                      "kjj.nanyang.gov.cn");
    display_link_to(d, (display_link){
                           .rect = {x, LEN_OF_MM(221), end - x,
                                    LEN_OF_MM(5)},
                           .uri = SLICE_OF("http://kjj.nanyang.gov.cn/")});
    display_group_end(d);
    display_group_end(d);
}

static inline void
sample_image(jb_display *d)
{
    uint8_t *pixels = arena_array(d->arena, 64 * 64, 4);
    for (int i = 0; i < 64 * 64; i++) {
        int x = i % 64 - 32, y = i / 64 - 32;
        bool is_inside = x * x + y * y < 900;
        memcpy(pixels + 4 * i,
               (uint8_t[]){200, (uint8_t)(i / 64 * 2), 30,
                           is_inside ? 255 : 0},
               4);
    }
    display_draw_image(d, (display_image){.rect = sample_box(160, 205, 20, 20),
                                          .width = 64,
                                          .height = 64,
                                          .pixels = pixels,
                                          .alt = SLICE_OF("印章")});
}

static inline void
sample_list(jb_display *d, sample_faces f)
{
    static const char *const items[] = {"创新主体培育", "创新平台建设"};
    sample_begin(d, ROLE_LIST);
    for (int i = 0; i < 2; i++) {
        sample_begin(d, ROLE_ITEM);
        sample_block(d, ROLE_LABEL, f.fang, 16, sample_mm(25, 60 + 10 * i),
                     i ? "（二）" : "（一）");
        sample_block(d, ROLE_BODY, f.fang, 16, sample_mm(45, 60 + 10 * i),
                     items[i]);
        display_group_end(d);
    }
    display_group_end(d);
    sample_begin(d, ROLE_P);
    sample_text(d, f.fang, 16, sample_mm(25, 85), "注记");
    sample_block(d, ROLE_NOTE, f.fang, 10, sample_mm(25, 95),
                 "注：1—10月数据。");
    display_group_end(d);
}

/* Two pages with one of everything. */
static inline jb_pages *
sample_document(sample_faces f)
{
    jb_pages *p = sample_pages_new();
    display_group long_one = {.role = ROLE_P, .element = 7};
    jb_display *d = sample_page(p, "1");
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT,
                                           .artifact = ARTIFACT_HEADER});
    sample_text(d, f.sans, 9, sample_mm(25, 15), "第14期");
    display_line(d, sample_mm(25, 17), sample_mm(185, 17), LEN_OF_PT(0.4),
                 COLOUR_RGB(0xCC0000));
    display_group_end(d);
    display_group_begin(d, (display_group){.role = ROLE_H1,
                                           .id = SLICE_OF("top")});
    sample_text(d, f.serif, 22, sample_mm(25, 35), "工目入小高一月");
    display_group_end(d);
    sample_begin(d, ROLE_SECTION);
    sample_block(d, ROLE_H2, f.sans, 16, sample_mm(25, 48), "一、总体情况");
    sample_begin(d, ROLE_P);
    jb_len x = sample_spaced(d, f.serif, 12, sample_mm(25, 58),
                             "“2022年”全市科技型中小企业达到",
                             LEN_OF_PT(0.3));
    x = sample_text(d, f.latin, 12, (jb_point){x, LEN_OF_MM(58)}, "2671");
    sample_text(d, f.serif, 12, (jb_point){x, LEN_OF_MM(58)},
                "家，增长251%。");
    display_group_end(d);
    sample_begin(d, ROLE_P);
    sample_text(d, f.latin, 12, sample_mm(25, 68),
                "Office fi ffl Ångström (\\) 50% of");
    sample_text(d, f.serif, 12, sample_mm(110, 68), "—— …… 𠮷𪚥 ⼯⽬");
    display_group_end(d);
    display_group_begin(d, long_one);
    sample_text(d, f.fang, 16, sample_mm(25, 82), "这一段从第一页");
    display_group_end(d);
    sample_figure(d, f);
    sample_table(d, f);
    sample_links(d, f);
    sample_image(d);
    display_group_end(d);
    d = sample_page(p, "2");
    display_group_begin(d, long_one);
    sample_text(d, f.fang, 16, sample_mm(25, 40), "续到第二页。");
    display_group_end(d);
    sample_list(d, f);
    ARRAY_PUSH(p->arena, &p->outline,
               ((display_outline){SLICE_OF("工目入小高一月"), 1, 0,
                                  LEN_OF_MM(25)}));
    ARRAY_PUSH(p->arena, &p->outline,
               ((display_outline){SLICE_OF("一、总体情况"), 2, 0,
                                  LEN_OF_MM(40)}));
    ARRAY_PUSH(p->arena, &p->attachments,
               ((display_attachment){SLICE_OF("指标.yaml"),
                                     SLICE_OF("application/yaml"),
                                     SLICE_OF("本简报的指标数据"),
                                     SLICE_OF("标题: 简报\n")}));
    return p;
}

#endif
