#include "chart/upright_arrows.h"

#include <stdlib.h>

#include "chart/upright_scale.h"

#define BESIDE_GAP 1200 /* em/1000 from the columns to an arrow … */
#define WORDS_GAP 600   /* … and from it to its words */
#define OVER_GAP 450    /* em/1000 from labels to what stands over them */
#define STEM 900        /* em/1000 of the ends of an arrow over columns … */
#define ASIDE 400       /* em/1000 from the middle of its column */
#define RISE 200        /* … and from its line to its words */

static jb_len
of_em(jb_len em, int thousandths)
{
    return len_scale(em, thousandths, 1000);
}

void
upright_arrows_set(arena *a, upright_lane *lane, jb_len em,
                   bool can_stand_beside)
{
    const bar_panel *p = lane->panel;
    lane->arrows = ARENA_ARRAY(a, p->n_arrows, upright_arrow);
    lane->arrows_width = 0;
    for (size_t i = 0; i < p->n_arrows; i++) {
        upright_arrow *arrow = &lane->arrows[i];
        arrow->is_beside = can_stand_beside && p->arrows[i].is_amount &&
                           lane->guides_width == 0;
        if (!arrow->is_beside)
            continue;
        arrow->x = lane->arrows_width + of_em(em, BESIDE_GAP);
        lane->arrows_width = arrow->x + of_em(em, WORDS_GAP) +
                             p->arrows[i].label.width;
    }
}

static jb_len
centre_of(const upright_plan *plan, const upright_lane *lane, size_t row)
{
    return lane->x + lane->ticks_width + plan->pitch * (jb_len)row +
           plan->pitch / 2;
}

/* Where the words stand over the columns, within the lane's. */
static jb_len
words_x(const upright_plan *plan, const upright_lane *lane, size_t i)
{
    const bar_arrow *arrow = &lane->panel->arrows[i];
    jb_len middle = (centre_of(plan, lane, arrow->from) +
                     centre_of(plan, lane, arrow->to)) /
                    2;
    jb_len left = lane->x + lane->ticks_width;
    jb_len right = left + plan->pitch * (jb_len)lane->panel->n_rows;
    return len_max(left, len_min(middle - arrow->label.width / 2,
                                 right - arrow->label.width));
}

/* The row whose column stands at `x`. */
static size_t
row_at(const upright_plan *plan, const upright_lane *lane, jb_len x)
{
    jb_len within = len_max(0, x - lane->x - lane->ticks_width);
    size_t row = (size_t)(within / plan->pitch);
    return row < lane->panel->n_rows ? row : lane->panel->n_rows - 1;
}

static bool
meet(const upright_arrow *a, const upright_arrow *b)
{
    return a->first <= b->last && b->first <= a->last;
}

static void
cover(const upright_plan *plan, const upright_lane *lane, size_t i)
{
    const bar_arrow *own = &lane->panel->arrows[i];
    upright_arrow *arrow = &lane->arrows[i];
    jb_len x = words_x(plan, lane, i);
    size_t low = row_at(plan, lane, x);
    size_t high = row_at(plan, lane, x + own->label.width);
    size_t first = arrow_first_row(own), last = arrow_last_row(own);
    arrow->first = low < first ? low : first;
    arrow->last = high > last ? high : last;
}

static size_t
length_of(const bar_arrow *arrow)
{
    return arrow_last_row(arrow) - arrow_first_row(arrow);
}

/* Whether arrow `i` stands below arrow `k` where they meet: short ones do. */
static bool
is_before(const bar_panel *p, size_t i, size_t k)
{
    size_t own = length_of(&p->arrows[i]), other = length_of(&p->arrows[k]);
    return own < other || (own == other && i < k);
}

/* Over the highest that it meets of those that stand below. */
static int
level_of(const upright_lane *lane, size_t i)
{
    int level = 1;
    for (size_t k = 0; k < lane->panel->n_arrows; k++) {
        const upright_arrow *other = &lane->arrows[k];
        if (k != i && !other->is_beside && is_before(lane->panel, k, i) &&
            meet(other, &lane->arrows[i]) && other->level >= level)
            level = other->level + 1;
    }
    return level;
}

/* Levels settle from below, one more in each round. */
void
upright_arrows_seat(const upright_plan *plan, upright_lane *lane)
{
    size_t n = lane->panel->n_arrows;
    lane->arrow_levels = 0;
    for (size_t i = 0; i < n; i++)
        if (!lane->arrows[i].is_beside)
            cover(plan, lane, i);
    for (size_t i = 0; i < n * n; i++) {
        upright_arrow *arrow = &lane->arrows[i % n];
        arrow->level = arrow->is_beside ? 0 : level_of(lane, i % n);
        if (arrow->level > lane->arrow_levels)
            lane->arrow_levels = arrow->level;
    }
}

/* From the labels, or the arrow below, to the top of an arrow's words. */
static jb_len
height_of(const bar_arrow *arrow, jb_len em)
{
    return of_em(em, OVER_GAP + STEM + RISE) + arrow->label.height;
}

static jb_len
tallest(const upright_lane *lane, jb_len em)
{
    jb_len most = 0;
    for (size_t i = 0; i < lane->panel->n_arrows; i++)
        if (!lane->arrows[i].is_beside)
            most = len_max(most, height_of(&lane->panel->arrows[i], em));
    return most;
}

jb_len
upright_arrows_height(const upright_lane *lane, jb_len em)
{
    return lane->arrow_levels * tallest(lane, em);
}

jb_len
upright_arrows_need(const upright_lane *lane, size_t row, jb_len em)
{
    for (size_t i = 0; i < lane->panel->n_arrows; i++)
        if (!lane->arrows[i].is_beside && lane->arrows[i].first <= row &&
            row <= lane->arrows[i].last)
            return upright_arrows_height(lane, em);
    return 0;
}

/* ── drawing ── */

static const bar_mark *
mark_at(const upright_lane *lane, const upright_arrows_place *place,
        size_t row, size_t which)
{
    return &place->marks[row * lane->panel->n_bars + which];
}

static jb_len
end_y(const bar_mark *m)
{
    return m->side == SIDE_DOWN ? m->zero.y + m->length
                                : m->zero.y - m->length;
}

/* Clear of all labels below the arrow, and of the arrows that stand below it,
 * whose lines are known. */
static jb_len
line_y(const upright_plan *plan, const upright_lane *lane,
       const upright_arrows_place *place, size_t i, const jb_len *lines)
{
    const upright_arrow *own = &lane->arrows[i];
    jb_len below = place->bottom;
    for (size_t r = own->first; r <= own->last; r++)
        below = len_min(below, place->tops[r]);
    for (size_t k = 0; k < lane->panel->n_arrows; k++) {
        const upright_arrow *other = &lane->arrows[k];
        if (!other->is_beside && other->level < own->level &&
            meet(own, other))
            below = len_min(below,
                            lines[k] - lane->panel->arrows[k].label.height -
                                of_em(plan->em, RISE));
    }
    return below - of_em(plan->em, OVER_GAP + STEM);
}

const jb_len *
upright_arrows_lines(arena *a, const upright_plan *plan,
                     const upright_lane *lane,
                     const upright_arrows_place *place)
{
    size_t n = lane->panel->n_arrows;
    jb_len *lines = ARENA_ARRAY(a, n, jb_len);
    for (int level = 1; level <= lane->arrow_levels; level++)
        for (size_t i = 0; i < n; i++)
            if (!lane->arrows[i].is_beside && lane->arrows[i].level == level)
                lines[i] = line_y(plan, lane, place, i, lines);
    return lines;
}

static jb_point
words_at(const upright_plan *plan, const upright_lane *lane,
         const upright_arrows_place *place, size_t i)
{
    const bar_arrow *arrow = &lane->panel->arrows[i];
    const upright_arrow *seat = &lane->arrows[i];
    if (!seat->is_beside)
        return (jb_point){words_x(plan, lane, i),
                          place->lines[i] -
                              arrow->label.height - of_em(plan->em, RISE)};
    jb_len from = end_y(mark_at(lane, place, arrow->from, arrow->from_bar));
    jb_len to = end_y(mark_at(lane, place, arrow->to, arrow->to_bar));
    jb_len y = (from + to) / 2 - arrow->label.height / 2;
    return (jb_point){place->right + seat->x +
                          of_em(plan->em, WORDS_GAP),
                      len_min(y, place->bottom - arrow->label.height)};
}

void
upright_arrows_inks(const upright_plan *plan, const upright_lane *lane,
                    const upright_arrows_place *place, jb_rect *inks)
{
    for (size_t i = 0; i < lane->panel->n_arrows; i++)
        inks[i] = label_ink_at(&lane->panel->arrows[i].label,
                               words_at(plan, lane, place, i));
}

/* Lines from the ends of both bars, and between these lines the arrow. */
static void
beside_draw(const upright_plan *plan, const upright_lane *lane,
            const upright_arrows_place *place, size_t i)
{
    const bar_arrow *arrow = &lane->panel->arrows[i];
    const bar_mark *ends[] = {
        mark_at(lane, place, arrow->from, arrow->from_bar),
        mark_at(lane, place, arrow->to, arrow->to_bar)};
    jb_display *d = place->pen.d;
    jb_len x = place->right + lane->arrows[i].x;
    jb_len from = end_y(ends[0]), to = end_y(ends[1]);
    jb_len head = arrow_head_length(plan->em);
    for (size_t k = 0; k < 2; k++)
        arrow_line(&place->pen,
                   (jb_point){ends[k]->zero.x + ends[k]->thickness,
                              end_y(ends[k])},
                   (jb_point){x + plan->em / 4, end_y(ends[k])});
    display_side side = to < from ? SIDE_UP : SIDE_DOWN;
    bool has_head = abs(to - from) > head;
    jb_len neck = !has_head ? to : side == SIDE_UP ? to + head : to - head;
    display_line(d, (jb_point){x, from}, (jb_point){x, neck},
                 2 * place->pen.c->style->zero_width, arrow->colour);
    if (has_head)
        arrow_head(d, (jb_point){x, to}, side, plan->em, arrow->colour);
}

/* From over one column to over the other, where the head points down; a
 * little inside, so that two arrows of one column stay apart. */
static void
over_draw(const upright_plan *plan, const upright_lane *lane,
          const upright_arrows_place *place, size_t i)
{
    const bar_arrow *arrow = &lane->panel->arrows[i];
    jb_len aside = of_em(plan->em, arrow->from < arrow->to ? ASIDE : -ASIDE);
    jb_len from = centre_of(plan, lane, arrow->from) + aside;
    jb_len to = centre_of(plan, lane, arrow->to) - aside;
    jb_len y = place->lines[i];
    jb_len foot = y + of_em(plan->em, STEM);
    jb_len head = arrow_head_length(plan->em);
    arrow_line(&place->pen, (jb_point){from, y}, (jb_point){from, foot});
    arrow_line(&place->pen, (jb_point){from, y}, (jb_point){to, y});
    arrow_line(&place->pen, (jb_point){to, y}, (jb_point){to, foot - head});
    arrow_head(place->pen.d, (jb_point){to, foot}, SIDE_DOWN, plan->em,
               arrow->colour);
}

void
upright_arrows_draw(const upright_plan *plan, const upright_lane *lane,
                    const upright_arrows_place *place, bool are_beside)
{
    jb_display *d = place->pen.d;
    for (size_t i = 0; i < lane->panel->n_arrows; i++) {
        const bar_arrow *arrow = &lane->panel->arrows[i];
        if (lane->arrows[i].is_beside != are_beside)
            continue;
        arrow_begin(d, arrow);
        if (are_beside)
            beside_draw(plan, lane, place, i);
        else
            over_draw(plan, lane, place, i);
        label_draw(d, &arrow->label, words_at(plan, lane, place, i));
        display_group_end(d);
    }
}
