#include "chart/grid.h"

#include <stdlib.h>

#define GRID_PAD LEN_OF_PT(2) /* clear of text on both sides */
#define GRID_SPECK LEN_OF_PT(2)

grid_ticks
grid_ticks_from(const chart_context *c, const chart_axis *axis, slice suffix)
{
    grid_ticks t = {.axis = *axis,
                    .n = (size_t)(axis->last - axis->first + 1)};
    t.labels = ARENA_ARRAY(c->arena, t.n, chart_label);
    for (size_t i = 0; i < t.n; i++) {
        int tick = axis->first + (int)i;
        slice text = axis_tick_text(c->arena, axis, tick);
        if (tick != 0)
            text = slice_join(c->arena, text, suffix);
        t.labels[i] = label_set(c, &(label_wish){.look = &c->style->axis,
                                                 .text = text});
    }
    return t;
}

jb_size
grid_ticks_size(const grid_ticks *t)
{
    jb_size size = {0, 0};
    for (size_t i = 0; i < t->n; i++) {
        size.w = len_max(size.w, t->labels[i].width);
        size.h = len_max(size.h, t->labels[i].height);
    }
    return size;
}

/* What one obstacle hides of a line, as positions along it. */
typedef struct grid_cut {
    jb_len from, to;
} grid_cut;

static int
by_start(const void *a, const void *b)
{
    const grid_cut *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

static size_t
cuts_from(bool is_vertical, jb_len place, const jb_rect *obstacles, size_t n,
          grid_cut *cuts)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        jb_rect r = rect_inset(obstacles[i], -GRID_PAD);
        jb_len near = is_vertical ? r.x : r.y;
        jb_len far = near + (is_vertical ? r.w : r.h);
        if (place < near || place > far)
            continue;
        jb_len start = is_vertical ? r.y : r.x;
        cuts[kept++] =
            (grid_cut){start, start + (is_vertical ? r.h : r.w)};
    }
    qsort(cuts, kept, sizeof *cuts, by_start);
    return kept;
}

/* What texts leave of a line is drawn if it is more than a speck. */
static void
piece_draw(jb_display *d, const grid_line *line, bool is_vertical,
           grid_cut piece)
{
    jb_len first = is_vertical ? line->from.y : line->from.x;
    jb_len last = is_vertical ? line->to.y : line->to.x;
    bool is_whole = piece.from == first && piece.to == last;
    if (piece.to <= piece.from ||
        (!is_whole && piece.to - piece.from < GRID_SPECK))
        return;
    jb_point from = line->from, to = line->from;
    *(is_vertical ? &from.y : &from.x) = piece.from;
    *(is_vertical ? &to.y : &to.x) = piece.to;
    display_line(d, from, to, line->width, line->colour);
}

void
grid_line_draw(arena *scratch, jb_display *d, const grid_line *line,
               const jb_rect *obstacles, size_t n)
{
    bool is_vertical = line->from.x == line->to.x;
    jb_len place = is_vertical ? line->from.x : line->from.y;
    jb_len at = is_vertical ? line->from.y : line->from.x;
    jb_len end = is_vertical ? line->to.y : line->to.x;
    grid_cut *cuts = ARENA_ARRAY(scratch, n, grid_cut);
    size_t n_cuts = cuts_from(is_vertical, place, obstacles, n, cuts);
    for (size_t i = 0; i < n_cuts; i++) {
        piece_draw(d, line, is_vertical,
                   (grid_cut){at, len_min(cuts[i].from, end)});
        at = len_max(at, cuts[i].to);
    }
    piece_draw(d, line, is_vertical, (grid_cut){at, end});
}

grid_line
grid_line_at(const style_chart *style, jb_point from, jb_point to,
             bool is_zero)
{
    return (grid_line){from, to,
                       is_zero ? style->zero_width : style->grid_width,
                       is_zero ? style->zero : style->grid};
}

grid_line
grid_reference_at(const style_chart *style, jb_point from, jb_point to)
{
    return (grid_line){from, to, style->zero_width, style->accent};
}

grid_line
grid_tick_at(const style_chart *style, jb_point from, jb_point to)
{
    return (grid_line){from, to, style->zero_width * 2, style->accent};
}
