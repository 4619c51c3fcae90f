/* Writes documents made by hand as PDF, for readers that are not ours.
 *
 *   sample KIND OUT.pdf [plain|cairo]
 *
 * KIND is a row of the table at the end; `plain` leaves streams as they are,
 * `cairo` draws the same display lists through Cairo's own PDF surface. */
#include <cairo-pdf.h>
#include <stdlib.h>

#include "../unit/output/pdf_sample.h"
#include "output/cairo_painter.h"

/* A page with nothing on it between two that have something. */
static jb_pages *
blank(sample_faces f)
{
    jb_pages *p = sample_pages_new();
    sample_block(sample_page(p, ""), ROLE_P, f.serif, 12, sample_mm(30, 30),
                 "第一页");
    sample_page(p, "");
    jb_display *d = sample_page(p, "");
    jb_glyph_run run = {.face = f.serif, .size = LEN_OF_PT(12),
                        .text = SLICE_OF("没有字形")};
    sample_begin(d, ROLE_P);
    display_run(d, run);
    display_group_end(d);
    ARRAY_LAST(&p->pages)->ground = COLOUR_RGB(0xFFFBF0);
    return p;
}

/* A thousand pages, one paragraph going on over each page's end. */
static jb_pages *
pages(sample_faces f)
{
    jb_pages *p = sample_pages_new();
    for (int i = 0; i < 1000; i++) {
        jb_display *d =
            sample_page(p, arena_printf(p->arena, "正文-%d", i + 1));
        for (int k = 0; k < 2; k++) {
            display_group_begin(
                d, (display_group){.role = ROLE_P,
                                   .element = (uint32_t)(i + k + 1)});
            for (int line = 0; line < 8; line++)
                sample_text(d, f.serif, 12,
                            sample_mm(25, 30 + 100 * k + 8 * line),
                            arena_printf(p->arena,
                                         "第%d页第%d行，同比增长%d.%d%%。",
                                         i + 1, line + 1, i % 97, line));
            display_group_end(d);
        }
        display_outline entry = {slice_printf(p->arena, "第%d页", i + 1),
                                 1 + i % 4, (size_t)i, LEN_OF_MM(25)};
        ARRAY_PUSH(p->arena, &p->outline, entry);
    }
    return p;
}

/* Three thousand different characters. */
static jb_pages *
glyphs(sample_faces f)
{
    jb_pages *p = sample_pages_new();
    jb_display *d = NULL;
    for (uint32_t i = 0; i < 3000; i += 30) {
        uint32_t row = i / 30 % 25;
        if (row == 0) {
            d = sample_page(p, "");
            sample_begin(d, ROLE_P);
        }
        slice_builder line = {.arena = p->arena};
        for (uint32_t k = 0; k < 30; k++)
            builder_add_code(&line, 0x4E00 + (i + k) * 6);
        sample_text(d, f.serif, 16, sample_mm(20, 25 + 10 * (double)row),
                    builder_slice(&line).at);
        if (row == 24)
            display_group_end(d);
    }
    return p;
}

/* A briefing's five pages: serif body, bold-ish heads and labels in sans,
 * Latin figures; the yardstick of speed. */
static jb_pages *
briefing(sample_faces f)
{
    static const char body[] =
        "今年以来，全市科技系统深入实施创新驱动发展战略，创新主体培育取得新突"
        "破，科技型中小企业达到";
    jb_pages *p = sample_pages_new();
    for (int page = 0; page < 5; page++) {
        jb_display *d = sample_page(p, "");
        for (int line = 0; line < 20; line++) {
            sample_begin(d, line % 10 == 0 ? ROLE_H1 : ROLE_P);
            slice_builder text = {.arena = p->arena};
            builder_add_text(&text, body);
            for (uint32_t k = 0; k < 6; k++)
                builder_add_code(&text, 0x4E00 + (uint32_t)(page * 20 + line) *
                                                     6 + k);
            sample_spaced(d, line % 10 == 0 ? f.sans : f.serif, 10.5,
                          sample_mm(20, 25 + 12 * line),
                          builder_slice(&text).at, LEN_OF_PT(0.11));
            sample_text(d, f.latin, 10.5, sample_mm(175, 25 + 12 * line),
                        "2671");
            display_group_end(d);
        }
    }
    return p;
}

/* ── a document that nobody would write ── */

typedef struct chance {
    uint64_t state;
    sample_faces faces;
    jb_display *d;
    uint32_t n_elements, n_headings;
} chance;

static uint32_t
pick(chance *c, uint32_t n)
{
    c->state = c->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(c->state >> 33) % n;
}

static jb_point
somewhere(chance *c)
{
    return sample_mm(10 + pick(c, 180), 10 + pick(c, 270));
}

static jb_colour
some_colour(chance *c)
{
    static const uint8_t alphas[] = {255, 255, 255, 128, 1};
    return (jb_colour){(uint8_t)pick(c, 256), (uint8_t)pick(c, 256),
                       (uint8_t)pick(c, 256), alphas[pick(c, 5)]};
}

static void
some_text(chance *c)
{
    static const char *const texts[] = {"同比增长251%", "fi 2671.5", "⼯工",
                                        "𠮷", "“约”75亿元（预计）", "é"};
    const jb_face *faces[] = {c->faces.serif, c->faces.sans, c->faces.fang,
                              c->faces.latin};
    const char *text = texts[pick(c, 6)];
    jb_glyph_run run =
        sample_run(c->d->arena, faces[pick(c, 4)],
                   LEN_OF_PT(4) + (jb_len)pick(c, 40000), slice_from(text));
    run.origin = somewhere(c);
    run.colour = some_colour(c);
    run.is_upright_rotated = pick(c, 5) == 0;
    display_run(c->d, run);
}

static void
some_shape(chance *c)
{
    jb_point at = somewhere(c);
    jb_path path = {0};
    path_round_rect(c->d->arena, &path,
                    (jb_rect){at.x, at.y, (jb_len)pick(c, 90000),
                              (jb_len)pick(c, 90000)},
                    (jb_len)pick(c, 9000));
    display_path(c->d, path,
                 (jb_paint){.fill = some_colour(c),
                            .stroke = some_colour(c),
                            .width = (jb_len)pick(c, 4000),
                            .dash = {(jb_len)pick(c, 2) * 2000, 1000, 0, 0},
                            .cap = (stroke_cap)pick(c, 3),
                            .join = (stroke_join)pick(c, 3),
                            .is_even_odd = pick(c, 2)});
}

static void
some_words(chance *c, int depth)
{
    for (uint32_t n = 1 + pick(c, 3); n > 0; n--) {
        uint32_t what = depth > 3 ? 0 : pick(c, 6);
        if (what == 1)
            some_shape(c);
        if (what == 2)
            sample_image(c->d);
        if (what < 3) {
            some_text(c);
            continue;
        }
        static const display_role roles[] = {ROLE_SPAN, ROLE_LINK, ROLE_NOTE};
        sample_begin(c->d, roles[what - 3]);
        some_words(c, depth + 1);
        if (what == 4 && pick(c, 3) > 0)
            display_link_to(c->d,
                            (display_link){.rect = sample_box(20, 20, 9, 9),
                                           .destination = SLICE_OF("h1")});
        display_group_end(c->d);
    }
}

static void
some_leaf(chance *c, display_role role)
{
    sample_begin(c->d, role);
    some_words(c, 0);
    display_group_end(c->d);
}

static void
some_list(chance *c)
{
    sample_begin(c->d, ROLE_LIST);
    for (uint32_t n = 1 + pick(c, 3); n > 0; n--) {
        sample_begin(c->d, ROLE_ITEM);
        some_leaf(c, ROLE_LABEL);
        some_leaf(c, ROLE_BODY);
        display_group_end(c->d);
    }
    display_group_end(c->d);
}

static void
some_table(chance *c)
{
    uint32_t columns = 1 + pick(c, 3);
    sample_begin(c->d, ROLE_TABLE);
    for (uint32_t row = 1 + pick(c, 3); row > 0; row--) {
        sample_begin(c->d, ROLE_TR);
        for (uint32_t i = 0; i < columns; i++)
            some_leaf(c, pick(c, 2) ? ROLE_TH : ROLE_TD);
        display_group_end(c->d);
        some_shape(c);
    }
    display_group_end(c->d);
}

static void
some_figure(chance *c)
{
    display_group_begin(c->d, (display_group){.role = ROLE_FIGURE,
                                              .alt = SLICE_OF("某图")});
    display_clip_push(c->d, (jb_path){0});
    some_shape(c);
    display_clip_pop(c->d);
    sample_begin(c->d, ROLE_MARK);
    some_text(c);
    some_shape(c);
    display_group_end(c->d);
    display_group_end(c->d);
}

static void
some_heading(chance *c)
{
    display_group_begin(
        c->d, (display_group){.role = ROLE_H1,
                              .id = slice_printf(c->d->arena, "h%u",
                                                 ++c->n_headings)});
    some_text(c);
    display_group_end(c->d);
}

/* A paragraph that an earlier page may have begun. */
static void
some_long_paragraph(chance *c)
{
    uint32_t number = 1 + pick(c, ++c->n_elements);
    display_group_begin(
        c->d, (display_group){.role = ROLE_P, .element = number});
    some_text(c);
    display_group_end(c->d);
}

static void
some_blocks(chance *c, int depth)
{
    for (uint32_t n = 1 + pick(c, 5); n > 0; n--) {
        display_role role = pick(c, 2) ? ROLE_P : ROLE_ARTIFACT;
        switch (pick(c, depth > 4 ? 7 : 9)) {
        case 0: some_list(c); break;
        case 1: some_table(c); break;
        case 2: some_figure(c); break;
        case 3: some_heading(c); break;
        case 4: some_long_paragraph(c); break;
        case 5: some_words(c, 4); break;
        case 6: some_leaf(c, role); break;
        default:
            sample_begin(c->d, pick(c, 3) ? ROLE_SECTION : ROLE_ARTIFACT);
            some_blocks(c, depth + 1);
            display_group_end(c->d);
        }
    }
}

static jb_pages *
chaos(sample_faces f)
{
    jb_pages *p = sample_pages_new();
    chance c = {.state = 20221114, .faces = f};
    for (int i = 0; i < 60; i++) {
        c.d = sample_page(p, "");
        some_blocks(&c, 0);
    }
    return p;
}

static const struct {
    const char *name;
    jb_pages *(*make)(sample_faces);
} kinds[] = {
    {"document", sample_document}, {"blank", blank},
    {"pages", pages},              {"glyphs", glyphs},
    {"briefing", briefing},        {"chaos", chaos},
};

static jb_pages *
make(const char *kind, sample_faces f)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].name, kind) == 0)
            return kinds[i].make(f);
    return NULL;
}

static int
show(jb_diags *diags)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        fprintf(stderr, "sample: %.*s\n",
                SLICE_ARGS(diags_at(diags, i)->message));
    return diags_has_errors(diags) ? 1 : 0;
}

/* The oracle: glyphs as outlines, one page after the other. */
static void
write_by_cairo(const jb_pages *p, const char *path)
{
    arena *scratch = arena_new();
    cairo_surface_t *surface = cairo_pdf_surface_create(path, 1, 1);
    cairo_t *cr = cairo_create(surface);
    for (size_t i = 0; i < p->pages.n; i++) {
        const jb_page *page = &p->pages.at[i];
        cairo_pdf_surface_set_size(surface, len_to_pt(page->size.w),
                                   len_to_pt(page->size.h));
        painter_draw(scratch, cr, &page->display,
                     (cairo_painting){.is_fitted = false});
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    arena_drop(scratch);
}

static void
write_by_us(const jb_pages *p, const char *path, bool is_plain,
            jb_diags *diags)
{
    output_options options = OUTPUT_OPTIONS;
    options.is_compressed = !is_plain;
    jb_sink *sink = sink_to_file(path, diags);
    if (sink != NULL && pdf_write((output_pages){p, 0, SIZE_MAX}, &options,
                                  sink, diags))
        sink_commit(sink, diags);
    else
        sink_discard(sink);
}

int
main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const char *how = argc > 3 ? argv[3] : "";
    arena *a = arena_new();
    sample_faces faces = sample_faces_open(a);
    jb_diags *diags = diags_new();
    jb_pages *p = NULL;
    if (faces.serif && faces.sans && faces.fang && faces.latin)
        p = make(argv[1], faces);
    if (p == NULL)
        return 2;
    if (strcmp(how, "cairo") == 0)
        write_by_cairo(p, argv[2]);
    else
        write_by_us(p, argv[2], strcmp(how, "plain") == 0, diags);
    int status = show(diags);
    pages_drop(p);
    diags_drop(diags);
    arena_drop(a);
    return status;
}
