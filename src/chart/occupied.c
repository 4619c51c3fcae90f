#include "chart/occupied.h"

#include <stdlib.h>

#define PIECE LEN_OF_PT(4) /* of a slanting stroke, one box each */

/* The reading of a plot, item by item. */
typedef struct occupied_reading {
    occupied *out;
    const style_chart *style;
    slice *marks; /* of the groups that are open */
    size_t depth;
    int clips;
} occupied_reading;

static void
take(occupied_reading *r, jb_rect rect, occupied_kind kind)
{
    occupied_box box = {rect, kind, {NULL, 0}};
    if (r->depth > 0)
        box.mark = r->marks[r->depth - 1];
    ARRAY_PUSH(r->out->arena, &r->out->boxes, box);
}

static jb_rect
run_ink(const jb_glyph_run *run)
{
    jb_glyph_run copy = *run;
    text_line line = {.runs = &copy, .n_runs = 1};
    return text_line_ink(&line);
}

static jb_rect
between(jb_point a, jb_point b, jb_len wide)
{
    jb_rect r = {len_min(a.x, b.x), len_min(a.y, b.y), abs(a.x - b.x),
                 abs(a.y - b.y)};
    return rect_inset(r, -len_max(wide / 2, 1));
}

static jb_point
on_the_way(jb_point a, jb_point b, int step, int steps)
{
    return (jb_point){a.x + len_scale(b.x - a.x, step, steps),
                      a.y + len_scale(b.y - a.y, step, steps)};
}

static int
pieces_of(jb_point a, jb_point b, jb_len length)
{
    jb_len reach = len_max(abs(b.x - a.x), abs(b.y - a.y));
    return reach / length + 1;
}

/* Straight along the page in one box, slanting in small ones. */
static void
take_segment(occupied_reading *r, jb_point a, jb_point b, jb_len wide)
{
    int n = a.x == b.x || a.y == b.y ? 1 : pieces_of(a, b, PIECE);
    for (int i = 0; i < n; i++)
        take(r, between(on_the_way(a, b, i, n), on_the_way(a, b, i + 1, n),
                        wide),
             OCCUPIED_SHAPE);
}

static void
take_stroke(occupied_reading *r, const jb_path *path, jb_len wide)
{
    jb_point at = {0, 0};
    size_t k = 0;
    for (size_t i = 0; i < path->ops.n; i++) {
        path_op op = (path_op)path->ops.at[i];
        for (int p = 0; p < path_op_points(op); p++, k++) {
            if (op != PATH_MOVE)
                take_segment(r, at, path->points.at[k], wide);
            at = path->points.at[k];
        }
    }
}

static bool
is_grid(const style_chart *style, const display_item *item)
{
    return item->kind == DISPLAY_PATH && item->shape.paint.fill.a == 0 &&
           colour_equal(item->shape.paint.stroke, style->grid) &&
           path_is_rule(&item->shape.path);
}

static void
take_path(occupied_reading *r, const display_item *item)
{
    const jb_path *path = &item->shape.path;
    jb_len wide = item->shape.paint.width;
    if (is_grid(r->style, item))
        take(r, rect_inset(path_bounds(path), -len_max(wide / 2, 1)),
             OCCUPIED_GRID);
    else if (item->shape.paint.fill.a == 0)
        take_stroke(r, path, wide);
    else
        take(r, rect_inset(path_bounds(path), -wide / 2), OCCUPIED_SHAPE);
}

static void
open_group(occupied_reading *r, const display_group *g)
{
    slice outer = r->depth > 0 ? r->marks[r->depth - 1] : (slice){NULL, 0};
    r->marks[r->depth++] = g->role == ROLE_MARK ? g->id : outer;
}

/* What a clip lets through is inside it. */
static void
read_item(occupied_reading *r, const display_item *item)
{
    if (item->kind == DISPLAY_GROUP_BEGIN)
        open_group(r, &item->group);
    else if (item->kind == DISPLAY_GROUP_END)
        r->depth--;
    else if (item->kind == DISPLAY_CLIP_POP)
        r->clips--;
    else if (r->clips > 0)
        r->clips += item->kind == DISPLAY_CLIP_PUSH;
    else if (item->kind == DISPLAY_CLIP_PUSH) {
        take(r, path_bounds(&item->clip), OCCUPIED_SHAPE);
        r->clips++;
    } else if (item->kind == DISPLAY_GLYPHS)
        take(r, run_ink(&item->run), OCCUPIED_TEXT);
    else if (item->kind == DISPLAY_PATH)
        take_path(r, item);
}

occupied
occupied_from(const chart_context *c, const jb_display *plot)
{
    occupied o = {.arena = c->arena};
    occupied_reading r = {.out = &o, .style = c->style};
    r.marks = ARENA_ARRAY(c->arena, plot->items.n + 1, slice);
    for (size_t i = 0; i < plot->items.n; i++)
        read_item(&r, &plot->items.at[i]);
    return o;
}

occupied
occupied_within(const occupied *o, jb_rect rect)
{
    occupied near = {.arena = o->arena};
    for (size_t i = 0; i < o->boxes.n; i++)
        if (rect_overlaps(o->boxes.at[i].rect, rect))
            ARRAY_PUSH(near.arena, &near.boxes, o->boxes.at[i]);
    return near;
}

bool
occupied_meets(const occupied *o, jb_rect rect)
{
    for (size_t i = 0; i < o->boxes.n; i++)
        if (o->boxes.at[i].kind != OCCUPIED_GRID &&
            rect_overlaps(o->boxes.at[i].rect, rect))
            return true;
    return false;
}

/* A way through the plot, as squares that lie on it close together. */
typedef struct occupied_way {
    jb_point from, to;
    jb_len wide;
    int steps;
} occupied_way;

static bool
is_crossed(jb_rect rect, const occupied_way *w)
{
    for (int i = 0; i <= w->steps; i++) {
        jb_point at = on_the_way(w->from, w->to, i, w->steps);
        if (rect_overlaps(rect, between(at, at, 2 * w->wide)))
            return true;
    }
    return false;
}

bool
occupied_crosses(const occupied *o, jb_point from, jb_point to, jb_len wide)
{
    occupied_way way = {from, to, wide, pieces_of(from, to, wide)};
    jb_rect whole = between(from, to, 2 * wide);
    for (size_t i = 0; i < o->boxes.n; i++)
        if (o->boxes.at[i].kind != OCCUPIED_GRID &&
            rect_overlaps(o->boxes.at[i].rect, whole) &&
            is_crossed(o->boxes.at[i].rect, &way))
            return true;
    return false;
}

bool
occupied_meets_text(const occupied *o, jb_rect rect, slice except)
{
    for (size_t i = 0; i < o->boxes.n; i++) {
        const occupied_box *b = &o->boxes.at[i];
        if (b->kind == OCCUPIED_TEXT && !slice_equal(b->mark, except) &&
            rect_overlaps(b->rect, rect))
            return true;
    }
    return false;
}

size_t
occupied_grid_count(const occupied *o, jb_rect rect)
{
    size_t n = 0;
    for (size_t i = 0; i < o->boxes.n; i++)
        n += o->boxes.at[i].kind == OCCUPIED_GRID &&
             rect_overlaps(o->boxes.at[i].rect, rect);
    return n;
}

jb_rect
occupied_by_mark(const occupied *o, slice mark, occupied_kind kind)
{
    jb_rect all = {0, 0, 0, 0};
    for (size_t i = 0; i < o->boxes.n; i++) {
        const occupied_box *b = &o->boxes.at[i];
        if (b->kind == kind && slice_equal(b->mark, mark))
            all = rect_is_empty(all) ? b->rect : rect_union(all, b->rect);
    }
    return all;
}

static jb_len
within(jb_len v, jb_len low, jb_len high)
{
    return len_max(low, len_min(v, high));
}

/* What of a rule lies before and behind `rect`. */
static void
rule_draw_around(jb_display *d, const display_item *item, jb_rect rect)
{
    const jb_path *path = &item->shape.path;
    jb_rect line = path_bounds(path);
    jb_point low = {line.x, line.y};
    jb_point high = {line.x + line.w, line.y + line.h};
    jb_point near = {within(rect.x, low.x, high.x),
                     within(rect.y, low.y, high.y)};
    jb_point far = {within(rect.x + rect.w, low.x, high.x),
                    within(rect.y + rect.h, low.y, high.y)};
    const jb_paint *paint = &item->shape.paint;
    if (near.x > low.x || near.y > low.y)
        display_line(d, low, near, paint->width, paint->stroke);
    if (far.x < high.x || far.y < high.y)
        display_line(d, far, high, paint->width, paint->stroke);
}

jb_display
occupied_without_grid(const chart_context *c, const jb_display *plot,
                      jb_rect rect)
{
    jb_display d = {.arena = c->arena};
    for (size_t i = 0; i < plot->items.n; i++) {
        const display_item *item = &plot->items.at[i];
        bool is_cut = is_grid(c->style, item) &&
                      rect_overlaps(rect_inset(path_bounds(&item->shape.path),
                                               -1),
                                    rect);
        if (is_cut)
            rule_draw_around(&d, item, rect);
        else
            ARRAY_PUSH(d.arena, &d.items, *item);
    }
    return d;
}
