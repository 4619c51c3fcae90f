/* Glyph runs as text: every glyph stands where layout put it. The reader of
 * the stream moves its pen by each code's width; where that is not the next
 * glyph's place, a number in the TJ array makes up the difference, counted
 * from the segment's start so that roundings never add up. */
#include "output/pdf_canvas.h"

/* Text longer than this is too long for a ToUnicode entry (at most 512
 * bytes, Adobe TN 5014). */
#define MAPPED_BYTES_MAX 128

/* Glyphs of one height, in one TJ array after another. */
typedef struct segment {
    pdf_canvas *canvas;
    const jb_glyph_run *run;
    pdf_milli size;
    jb_len x, y;    /* of its first glyph, relative to the run's origin */
    int64_t pen;    /* thousandths of the em from there, as readers see it */
    bool is_placed; /* the text matrix stands at x, y */
    bool is_open;   /* within [< */
} segment;

typedef struct cluster {
    const jb_glyph *glyphs;
    size_t n;
    slice text;
} cluster;

static void
add(segment *s, const char *text)
{
    builder_add_text(&s->canvas->out, text);
}

static void
close_array(segment *s)
{
    if (s->is_open)
        add(s, ">]TJ\n");
    s->is_open = false;
}

/* The page's point of a place in the run; turned runs go up the page. */
static jb_point
place(const jb_glyph_run *run, jb_len x, jb_len y)
{
    int64_t across = run->is_upright_rotated ? y : x;
    int64_t down = run->is_upright_rotated ? -(int64_t)x : y;
    return (jb_point){(jb_len)(run->origin.x + across),
                      (jb_len)(run->origin.y + down)};
}

static void
move_to(segment *s, const jb_glyph *g)
{
    pdf_canvas *c = s->canvas;
    jb_point at = place(s->run, g->x, g->y);
    pdf_milli x = pdf_canvas_x(c, at.x), y = pdf_canvas_y(c, at.y);
    bool is_turned = s->run->is_upright_rotated;
    if (is_turned || c->is_turned) {
        add(s, is_turned ? "0 1 -1 0 " : "1 0 0 1 ");
        pdf_add_point(&c->out, x, y);
        add(s, "Tm\n");
    } else if (x != c->line_x || y != c->line_y) {
        pdf_add_point(&c->out, x - c->line_x, y - c->line_y);
        add(s, "Td\n");
    } else if (c->is_shown) {
        add(s, "0 0 Td\n"); /* back to the line's start */
    }
    c->is_shown = false;
    c->is_turned = is_turned;
    c->line_x = x;
    c->line_y = y;
    s->x = g->x;
    s->y = g->y;
    s->pen = 0;
    s->is_placed = true;
}

/* Begin a text object where there is none; its matrix starts anew. */
static void
begin_text(pdf_canvas *c)
{
    if (c->is_text)
        return;
    builder_add_text(&c->out, "BT\n");
    c->is_text = true;
    c->is_turned = c->is_shown = false;
    c->line_x = c->line_y = 0;
}

static void
use_font(segment *s, const pdf_font *font)
{
    pdf_canvas *c = s->canvas;
    if (c->now.font == font && c->now.font_size == s->size)
        return;
    close_array(s);
    add(s, "/F");
    pdf_add_integer(&c->out, (int64_t)font->index);
    add(s, " ");
    pdf_add_milli(&c->out, s->size);
    add(s, " Tf\n");
    c->now.font = font;
    c->now.font_size = s->size;
}

/* How far the pen is from where the glyph belongs, in thousandths of the em;
 * rounded half away from zero. */
static int64_t
pen_error(const segment *s, const jb_glyph *g)
{
    int64_t x = ((int64_t)g->x - s->x) * 1000 * 1000;
    int64_t per_em = s->size * LEN_PER_PT;
    int64_t half = x < 0 ? -per_em / 2 : per_em / 2;
    return (x + half) / per_em - s->pen;
}

static void
show(segment *s, const jb_glyph *g, slice text)
{
    pdf_canvas *c = s->canvas;
    pdf_code code = pdf_fonts_code(&c->resources->fonts, s->run->face, g->id,
                                   text);
    use_font(s, code.font);
    if (!s->is_placed || g->y != s->y) {
        close_array(s);
        move_to(s, g);
    }
    int64_t error = pen_error(s, g);
    if (error != 0) {
        add(s, s->is_open ? ">" : "[");
        pdf_add_integer(&c->out, -error);
        add(s, "<");
    } else if (!s->is_open) {
        add(s, "[<");
    }
    s->is_open = c->is_shown = true;
    pdf_add_hex16(&c->out, code.code);
    s->pen += error + code.width;
}

/* ISO 32000-1 14.9.4: what no code's own mapping can say. */
static bool
needs_actual_text(const cluster *k)
{
    return k->n != 1 || k->text.len == 0 || k->text.len > MAPPED_BYTES_MAX;
}

static void
show_cluster(segment *s, const cluster *k)
{
    bool is_span = needs_actual_text(k);
    if (is_span) {
        close_array(s);
        add(s, "/Span<</ActualText");
        pdf_add_text(&s->canvas->out, k->text);
        add(s, ">>BDC\n");
    }
    slice text = k->text.len > MAPPED_BYTES_MAX ? SLICE_OF("") : k->text;
    for (size_t i = 0; i < k->n; i++)
        show(s, &k->glyphs[i], i == 0 ? text : SLICE_OF(""));
    if (is_span) {
        close_array(s);
        add(s, "EMC\n");
    }
}

/* The cluster that starts at glyph `first`; its text at `offset`. */
static cluster
cluster_at(const jb_glyph_run *run, size_t first, size_t offset)
{
    size_t end = first + 1;
    while (end < run->n_glyphs && run->glyphs[end].text_bytes == 0)
        end++;
    size_t bytes = run->glyphs[first].text_bytes;
    return (cluster){&run->glyphs[first], end - first,
                     slice_cut(run->text, offset, offset + bytes)};
}

void
pdf_canvas_run(pdf_canvas *c, const jb_glyph_run *run)
{
    segment s = {.canvas = c, .run = run, .size = pdf_milli_of(run->size)};
    if (run->n_glyphs == 0 || s.size <= 0 || run->face == NULL)
        return;
    begin_text(c);
    pdf_canvas_fill(c, run->colour);
    size_t offset = 0;
    for (size_t i = 0; i < run->n_glyphs;) {
        cluster k = cluster_at(run, i, offset);
        show_cluster(&s, &k);
        offset += k.text.len;
        i += k.n;
    }
    close_array(&s);
}
