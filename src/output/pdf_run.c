/* Glyph runs as text: every glyph stands where layout put it. The reader of
 * the stream moves its pen by each code's width; where that is not the next
 * glyph's place, a number in the TJ array makes up the difference, counted
 * from the segment's start so that roundings never add up.
 *
 * Gaps beside Latin letters and digits become part of their width, so that
 * readers do not take them for typed spaces (see pdf_glyph). Room comes in
 * steps, to keep such glyphs few; what is left over is less than readers
 * notice, who look for a tenth of the em or more. */
#include "base/utf8.h"
#include "font/face.h"
#include "output/pdf_canvas.h"

/* Text longer than this is too long for a ToUnicode entry (at most 512
 * bytes, Adobe TN 5014). */
#define MAPPED_BYTES_MAX 128

/* Steps of room, and the most that is no space of its own, such as that
 * between the cells of a table; thousandths of the em. */
#define ROOM_STEP 100
#define ROOM_MAX 600

/* Glyphs of one height, in one TJ array after another. */
typedef struct segment {
    pdf_canvas *canvas;
    const jb_glyph_run *run, *next; /* NULL: none on the same line */
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

/* Room given to a glyph at its sides. */
typedef struct room {
    int left, right;
} room;

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

/* Set the pen `left` thousandths of the em before the glyph. */
static void
move_to(segment *s, const jb_glyph *g, int left)
{
    pdf_canvas *c = s->canvas;
    jb_point at = place(s->run, g->x, g->y);
    pdf_milli x = pdf_canvas_x(c, at.x), y = pdf_canvas_y(c, at.y);
    bool is_turned = s->run->is_upright_rotated;
    pdf_milli back = s->size * left / 1000;
    x -= is_turned ? 0 : back;
    y -= is_turned ? back : 0;
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
    s->pen = -left;
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
    c->has_end = false;
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
show(segment *s, const jb_glyph *g, slice text, room beside)
{
    pdf_canvas *c = s->canvas;
    pdf_code code =
        pdf_fonts_code(&c->resources->fonts, s->run->face,
                       (pdf_glyph){.id = g->id, .text = text,
                                   .left = beside.left,
                                   .right = beside.right});
    use_font(s, code.font);
    if (!s->is_placed || g->y != s->y) {
        close_array(s);
        move_to(s, g, beside.left);
    }
    int64_t error = pen_error(s, g) - beside.left;
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
show_cluster(segment *s, const cluster *k, room beside)
{
    bool is_span = needs_actual_text(k);
    if (is_span) {
        close_array(s);
        add(s, "/Span<</ActualText");
        pdf_add_text(&s->canvas->out, k->text);
        add(s, ">>BDC\n");
    }
    if (is_span)
        beside = (room){0, 0};
    slice text = k->text.len > MAPPED_BYTES_MAX ? SLICE_OF("") : k->text;
    for (size_t i = 0; i < k->n; i++)
        show(s, &k->glyphs[i], i == 0 ? text : SLICE_OF(""), beside);
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

/* Latin, Greek or Cyrillic letters, digits and signs, whose neighbours in
 * Chinese text stand off; not a space. */
static bool
is_western(slice text)
{
    size_t at = 0;
    uint32_t first = text.len > 0 ? utf8_next(text, &at) : 0;
    return first > ' ' && first < 0x0590 && first != 0xA0;
}

static bool
is_space(slice text)
{
    return text.len == 0 || text.at[0] == ' ' || slice_is(text, "\xC2\xA0");
}

/* What a gap gives as room: whole steps, nearest. */
static int
room_of(int64_t gap)
{
    if (gap < ROOM_STEP / 2 || gap > ROOM_MAX)
        return 0;
    return (int)((gap + ROOM_STEP / 2) / ROOM_STEP * ROOM_STEP);
}

static int64_t
in_thousandths(const segment *s, int64_t length)
{
    return length * 1000 / s->run->size;
}

/* The advance that is the glyph's own, in the display's units. */
static int64_t
own_advance(const jb_glyph_run *run, const jb_glyph *g)
{
    int64_t em = face_units_per_em(run->face);
    return em > 0 ? face_advance(run->face, g->id) * (int64_t)run->size / em
                  : 0;
}

/* Gap before the run's first glyph, from the end of the run before it. */
static int64_t
gap_before_run(const segment *s)
{
    const pdf_canvas *c = s->canvas;
    const jb_glyph_run *run = s->run;
    if (!c->has_end || c->end_y != run->origin.y || run->is_upright_rotated)
        return 0;
    return (int64_t)run->origin.x + run->glyphs[0].x - c->end_x;
}

/* Gap behind glyph `i`, to the next of the run or to the next run. */
static int64_t
gap_after(const segment *s, size_t i)
{
    const jb_glyph_run *run = s->run, *next = s->next;
    const jb_glyph *g = &run->glyphs[i];
    int64_t end = g->x + own_advance(run, g);
    if (i + 1 < run->n_glyphs)
        return run->glyphs[i + 1].x - end;
    if (next == NULL || next->n_glyphs == 0)
        return 0;
    return (int64_t)next->origin.x + next->glyphs[0].x - run->origin.x - end;
}

/* Room for a cluster: a Western one takes the gap before it, and that behind
 * it unless the next is Western too and takes it as its own. */
static room
room_for(const segment *s, size_t i, slice text, slice before, slice after)
{
    room r = {0, 0};
    if (!is_western(text))
        return r;
    if (!is_space(before)) {
        int64_t gap = i == 0 ? gap_before_run(s) : gap_after(s, i - 1);
        r.left = room_of(in_thousandths(s, gap));
    }
    if (!is_space(after) && !is_western(after))
        r.right = room_of(in_thousandths(s, gap_after(s, i)));
    return r;
}

/* Remember where the run ends, for the next. */
static void
end_run(segment *s, slice last)
{
    pdf_canvas *c = s->canvas;
    const jb_glyph_run *run = s->run;
    const jb_glyph *g = &run->glyphs[run->n_glyphs - 1];
    close_array(s);
    c->has_end = !run->is_upright_rotated;
    c->end_x = run->origin.x + g->x + own_advance(run, g);
    c->end_y = run->origin.y;
    c->end_text = last;
}

static slice
first_text(const jb_glyph_run *run)
{
    return run == NULL || run->n_glyphs == 0 ? SLICE_OF("")
                                             : cluster_at(run, 0, 0).text;
}

void
pdf_canvas_run(pdf_canvas *c, const jb_glyph_run *run,
               const jb_glyph_run *next)
{
    segment s = {.canvas = c, .run = run, .next = next,
                 .size = pdf_milli_of(run->size)};
    if (run->n_glyphs == 0 || s.size <= 0 || run->face == NULL)
        return;
    begin_text(c);
    pdf_canvas_fill(c, run->colour);
    slice before = c->has_end ? c->end_text : SLICE_OF("");
    size_t offset = 0;
    for (size_t i = 0; i < run->n_glyphs;) {
        cluster k = cluster_at(run, i, offset);
        size_t end = i + k.n;
        offset += k.text.len;
        slice after = end < run->n_glyphs ? cluster_at(run, end, offset).text
                                          : first_text(next);
        room beside = {0, 0};
        if (k.n == 1)
            beside = room_for(&s, i, k.text, before, after);
        show_cluster(&s, &k, beside);
        before = k.text;
        i = end;
    }
    end_run(&s, before);
}
