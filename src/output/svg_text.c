#include "output/svg_canvas.h"

#include "base/utf8.h"

/* A run's glyphs as one shape: no font is needed to see it, and nothing that
 * an office program could lay out anew. */
static void
draw_outlines(svg_canvas *c, const jb_glyph_run *run)
{
    svg_data d = {.text = {.arena = c->scratch}};
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const jb_path *outline =
            outline_lookup(c->outlines, run->face, run->glyphs[i].id);
        svg_data_add(&d, outline,
                     (svg_placing){run->size, OUTLINE_EM,
                                   run_glyph_at(run, i),
                                   run->is_upright_rotated});
    }
    if (d.text.len == 0)
        return;
    xml_begin(&c->xml, "path");
    xml_attribute(&c->xml, "d", builder_slice(&d.text));
    svg_attribute_colour(&c->xml, "fill", "fill-opacity", run->colour);
    xml_end(&c->xml);
}

static slice
stack_for(arena *a, const jb_face *face)
{
    static const struct {
        const char *start, *stack;
    } stacks[] = {
#define STACK(start, stack) {start, stack},
#include "output/svg_fonts.def"
#undef STACK
    };
    for (size_t i = 0; i < sizeof stacks / sizeof *stacks; i++)
        if (slice_starts_with(face_name(face), slice_from(stacks[i].start)))
            return slice_from(stacks[i].stack);
    return slice_printf(a, "'%.*s',sans-serif",
                        SLICE_ARGS(face_family(face)));
}

static bool
is_bold(const jb_face *face)
{
    slice name = face_name(face);
    return slice_find(name, SLICE_OF("Bold")) < name.len;
}

/* rotate(-90 x y) */
static void
attribute_turn(xml_writer *x, jb_point at)
{
    char text[2 * LEN_TEXT + 16] = "rotate(-90 ";
    int n = 11;
    n += len_print(text + n, at.x, SVG_DECIMALS);
    text[n++] = ' ';
    n += len_print(text + n, at.y, SVG_DECIMALS);
    memcpy(text + n, ")", 2);
    xml_attribute_text(x, "transform", text);
}

/* Glyphs that a face's own advances would set as the run has them, with
 * their text. */
typedef struct piece {
    size_t first, last; /* glyphs [first, last) */
    slice text;
} piece;

/* A fiftieth of the em is not seen. */
static bool
is_in_step(const jb_glyph_run *run, size_t i)
{
    const jb_glyph *before = &run->glyphs[i - 1];
    jb_len natural = len_scale(run->size, face_advance(run->face, before->id),
                               face_units_per_em(run->face));
    jb_len off = run->glyphs[i].x - before->x - natural;
    return off < run->size / 50 && -off < run->size / 50;
}

/* The piece that starts with glyph `first`, whose text starts at `byte`. */
static piece
piece_from(const jb_glyph_run *run, size_t first, size_t byte)
{
    piece p = {first, first + 1, {NULL, 0}};
    size_t end = byte + run->glyphs[first].text_bytes;
    for (; p.last < run->n_glyphs; p.last++) {
        const jb_glyph *next = &run->glyphs[p.last];
        if (next->text_bytes > 0 && !is_in_step(run, p.last))
            break;
        end += next->text_bytes;
    }
    p.text = slice_cut(run->text, byte, end);
    return p;
}

/* Its width, so that another face fills the same place. */
static void
attribute_width(xml_writer *x, const jb_glyph_run *run, const piece *p)
{
    const jb_glyph *last = &run->glyphs[p->last - 1];
    jb_len natural = len_scale(run->size, face_advance(run->face, last->id),
                               face_units_per_em(run->face));
    if (p->last - p->first > 1)
        svg_attribute_len(x, "textLength",
                          last->x + natural - run->glyphs[p->first].x);
}

/* A turned run is written level; the turn is about its first glyph. */
static void
write_piece(xml_writer *x, const jb_glyph_run *run, const piece *p)
{
    jb_point start = run_glyph_at(run, 0);
    xml_begin(x, "tspan");
    svg_attribute_len(x, "x",
                      start.x + run->glyphs[p->first].x - run->glyphs[0].x);
    attribute_width(x, run, p);
    xml_text(x, p->text);
    xml_end(x);
}

/* Where marks are compressed or lines spread, pieces get places of their
 * own. */
static void
write_pieces(xml_writer *x, const jb_glyph_run *run)
{
    piece p = piece_from(run, 0, 0);
    if (p.last == run->n_glyphs) {
        attribute_width(x, run, &p);
        xml_text(x, run->text);
        return;
    }
    for (size_t byte = p.text.len; p.last < run->n_glyphs;
         byte += p.text.len) {
        write_piece(x, run, &p);
        p = piece_from(run, p.last, byte);
    }
    write_piece(x, run, &p);
}

/* XML readers of SVG drop spaces at the ends and all but one of several. */
static bool
has_spaces_to_keep(slice text)
{
    bool was_space = true;
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = text.at[i] == ' ';
        if (is_space && was_space)
            return true;
        was_space = is_space;
    }
    return was_space;
}

static void
draw_text(svg_canvas *c, const jb_glyph_run *run)
{
    xml_writer *x = &c->xml;
    jb_point at = run_glyph_at(run, 0);
    xml_begin_inline(x, "text");
    svg_attribute_len(x, "x", at.x);
    svg_attribute_len(x, "y", at.y);
    if (run->is_upright_rotated)
        attribute_turn(x, at);
    xml_attribute(x, "font-family", stack_for(c->scratch, run->face));
    svg_attribute_len(x, "font-size", run->size);
    if (is_bold(run->face))
        xml_attribute_text(x, "font-weight", "700");
    svg_attribute_colour(x, "fill", "fill-opacity", run->colour);
    if (has_spaces_to_keep(run->text))
        xml_attribute_text(x, "xml:space", "preserve");
    write_pieces(x, run);
    xml_end(x);
}

/* Whether a face gives this glyph for its character without being told the
 * script and language, as readers of SVG leave it: a dash among Chinese is
 * another than one by itself. What several characters or glyphs stand for is
 * left to the reader. */
static bool
is_plain(const jb_glyph_run *run, size_t i, size_t byte)
{
    const jb_glyph *g = &run->glyphs[i];
    size_t end = byte;
    if (g->text_bytes == 0)
        return true;
    uint32_t code = utf8_next(run->text, &end);
    return end != byte + g->text_bytes || face_glyph(run->face, code) == g->id;
}

/* From glyph `first` on, whose text begins at `byte`, those that are alike in
 * this. */
static jb_glyph_run
part_from(const jb_glyph_run *run, size_t first, size_t byte, bool *as_text)
{
    jb_glyph_run part = *run;
    size_t last = first, end = byte;
    *as_text = is_plain(run, first, byte);
    while (last < run->n_glyphs && is_plain(run, last, end) == *as_text)
        end += run->glyphs[last++].text_bytes;
    part.glyphs = run->glyphs + first;
    part.n_glyphs = last - first;
    part.text = slice_cut(run->text, byte, end);
    return part;
}

static void
draw_parts(svg_canvas *c, const jb_glyph_run *run)
{
    for (size_t i = 0, byte = 0; i < run->n_glyphs;) {
        bool as_text;
        jb_glyph_run part = part_from(run, i, byte, &as_text);
        if (as_text)
            draw_text(c, &part);
        else
            draw_outlines(c, &part);
        i += part.n_glyphs;
        byte += part.text.len;
    }
}

void
svg_draw_run(svg_canvas *c, const jb_glyph_run *run)
{
    if (run->colour.a == 0 || run->n_glyphs == 0)
        return;
    if (c->has_text)
        draw_parts(c, run);
    else
        draw_outlines(c, run);
}
