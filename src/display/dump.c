/* Lengths are printed in pt with three decimals, which a reader can compare
 * with the page; colours as #rrggbb, with the alpha when it is not opaque. */
#include "display/display.h"

typedef slice (*naming)(const jb_face *);

static void
dump_len(slice_builder *b, jb_len l)
{
    char text[LEN_TEXT];
    len_print(text, l, 3);
    builder_add_text(b, text);
}

static void
dump_lens(slice_builder *b, const char *before, const jb_len *lens, int n)
{
    builder_add_text(b, before);
    for (int i = 0; i < n; i++) {
        if (i > 0)
            builder_add_text(b, " ");
        dump_len(b, lens[i]);
    }
}

static void
dump_rect(slice_builder *b, jb_rect r)
{
    dump_lens(b, " [", (jb_len[]){r.x, r.y, r.w, r.h}, 4);
    builder_add_text(b, "]");
}

static void
dump_colour(slice_builder *b, const char *what, jb_colour c)
{
    if (c.a == 0)
        return;
    builder_printf(b, " %s=#%02x%02x%02x", what, c.r, c.g, c.b);
    if (c.a != 255)
        builder_printf(b, "%02x", c.a);
}

static void
dump_quoted(slice_builder *b, slice s)
{
    builder_add_text(b, "\"");
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c < 0x20 || c == '"' || c == '\\')
            builder_printf(b, "\\x%02x", c);
        else
            builder_add(b, slice_cut(s, i, i + 1));
    }
    builder_add_text(b, "\"");
}

static void
dump_words(slice_builder *b, const char *what, slice s)
{
    if (s.len == 0)
        return;
    builder_printf(b, " %s=", what);
    dump_quoted(b, s);
}

static void
dump_path(slice_builder *b, const jb_path *p)
{
    static const char *const letters[PATH_OP_COUNT] = {" M", " L", " C", " Z"};
    const jb_point *at = p->points.at;
    for (size_t i = 0; i < p->ops.n; i++) {
        int n = path_op_points(p->ops.at[i]);
        builder_add_text(b, letters[p->ops.at[i]]);
        for (int k = 0; k < n; k++, at++)
            dump_lens(b, " ", (jb_len[]){at->x, at->y}, 2);
    }
}

static void
dump_paint(slice_builder *b, const jb_paint *paint)
{
    static const char *const caps[] = {"", " round-cap", " square-cap"};
    static const char *const joins[] = {"", " round-join", " bevel-join"};
    dump_colour(b, "fill", paint->fill);
    if (paint->is_even_odd)
        builder_add_text(b, " even-odd");
    if (paint->stroke.a == 0)
        return;
    dump_colour(b, "stroke", paint->stroke);
    dump_lens(b, " width=", &paint->width, 1);
    if (paint->dash[0] > 0)
        dump_lens(b, " dash=", paint->dash, 4);
    builder_add_text(b, caps[paint->cap]);
    builder_add_text(b, joins[paint->join]);
}

static void
dump_glyph(slice_builder *b, const jb_glyph *g, slice cluster)
{
    builder_printf(b, " %u", (unsigned)g->id);
    dump_lens(b, "@", &g->x, 1);
    if (g->y != 0)
        dump_lens(b, ",", &g->y, 1);
    dump_lens(b, "+", &g->advance, 1);
    if (cluster.len > 0)
        dump_quoted(b, cluster);
}

static void
dump_run(slice_builder *b, const jb_glyph_run *run, naming face_name)
{
    builder_add_text(b, "run ");
    dump_quoted(b, run->text);
    if (face_name != NULL)
        dump_words(b, "face", face_name(run->face));
    dump_lens(b, " size=", &run->size, 1);
    dump_colour(b, "colour", run->colour);
    dump_lens(b, " at ", (jb_len[]){run->origin.x, run->origin.y}, 2);
    if (run->is_upright_rotated)
        builder_add_text(b, " rotated");
    builder_add_text(b, ":");
    size_t first = 0;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const jb_glyph *g = &run->glyphs[i];
        dump_glyph(b, g, slice_cut(run->text, first, first + g->text_bytes));
        first += g->text_bytes;
    }
}

static void
dump_group(slice_builder *b, const display_group *g)
{
    builder_add_text(b, role_name(g->role));
    if (g->artifact != ARTIFACT_LAYOUT)
        builder_add_text(b, g->artifact == ARTIFACT_HEADER ? " header"
                                                           : " footer");
    if (g->element != 0)
        builder_printf(b, " element=%u", (unsigned)g->element);
    dump_words(b, "id", g->id);
    dump_words(b, "title", g->title);
    dump_words(b, "alt", g->alt);
    if (g->columns > 1)
        builder_printf(b, " columns=%d", g->columns);
    if (g->is_row_header)
        builder_add_text(b, " row-header");
    if (!rect_is_empty(g->bounds))
        dump_rect(b, g->bounds);
    builder_add_text(b, " {");
}

static void
dump_item(slice_builder *b, const display_item *item, naming face_name)
{
    switch (item->kind) {
    case DISPLAY_GLYPHS:
        dump_run(b, &item->run, face_name);
        break;
    case DISPLAY_PATH:
        builder_add_text(b, "path");
        dump_path(b, &item->shape.path);
        dump_paint(b, &item->shape.paint);
        break;
    case DISPLAY_IMAGE:
        builder_printf(b, "image %u×%u", (unsigned)item->image.width,
                       (unsigned)item->image.height);
        dump_rect(b, item->image.rect);
        dump_words(b, "alt", item->image.alt);
        break;
    case DISPLAY_CLIP_PUSH:
        builder_add_text(b, "clip");
        dump_path(b, &item->clip);
        builder_add_text(b, " {");
        break;
    case DISPLAY_GROUP_BEGIN:
        dump_group(b, &item->group);
        break;
    case DISPLAY_LINK:
        builder_add_text(b, "link");
        dump_rect(b, item->link.rect);
        dump_words(b, "uri", item->link.uri);
        dump_words(b, "to", item->link.destination);
        break;
    case DISPLAY_CLIP_POP:
    case DISPLAY_GROUP_END:
    case DISPLAY_KIND_COUNT:
        builder_add_text(b, "}");
        break;
    }
}

slice
display_dump(arena *a, const jb_display *d, naming face_name)
{
    slice_builder b = {.arena = a};
    size_t depth = 0;
    for (size_t i = 0; i < d->items.n; i++) {
        display_kind kind = d->items.at[i].kind;
        bool is_end = kind == DISPLAY_CLIP_POP || kind == DISPLAY_GROUP_END;
        depth -= is_end && depth > 0 ? 1 : 0;
        for (size_t k = 0; k < depth; k++)
            builder_add_text(&b, "  ");
        dump_item(&b, &d->items.at[i], face_name);
        builder_add_text(&b, "\n");
        depth += kind == DISPLAY_CLIP_PUSH || kind == DISPLAY_GROUP_BEGIN;
    }
    return builder_slice(&b);
}
