#include "output/svg_canvas.h"

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

/* The width as set, so that another face fills the same place. */
static jb_len
width_of(const jb_glyph_run *run)
{
    const jb_glyph *last = &run->glyphs[run->n_glyphs - 1];
    return last->x + last->advance - run->glyphs[0].x;
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
    if (run->n_glyphs > 1)
        svg_attribute_len(x, "textLength", width_of(run));
    if (has_spaces_to_keep(run->text))
        xml_attribute_text(x, "xml:space", "preserve");
    xml_text(x, run->text);
    xml_end(x);
}

void
svg_draw_run(svg_canvas *c, const jb_glyph_run *run)
{
    if (run->colour.a == 0 || run->n_glyphs == 0)
        return;
    if (c->has_text)
        draw_text(c, run);
    else
        draw_outlines(c, run);
}
