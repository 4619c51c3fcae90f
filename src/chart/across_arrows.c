#include "chart/across_arrows.h"

#define SHARE_MOST 350  /* of a column, /1000 */
#define LINE_GAP 1500   /* em/1000 from the bars to the line of an arrow … */
#define WORDS_GAP 400   /* … and from it to its words */
#define LABEL_GAP 350   /* em/1000 from a bar's label to what points at it */
#define ASIDE 180       /* em/1000 off the bar's middle, towards the other
                           bar, so that two arrows of one bar stay apart */

static jb_len
of_em(const across_plan *plan, int thousandths)
{
    return len_scale(plan->em, thousandths, 1000);
}

static bool
meet(const bar_arrow *a, const bar_arrow *b)
{
    return arrow_first_row(a) <= arrow_last_row(b) &&
           arrow_first_row(b) <= arrow_last_row(a);
}

/* The first place to the right that no arrow before it has at its rows. */
static size_t
place_of(const across_lane *lane, size_t i)
{
    const bar_arrow *all = lane->panel->arrows;
    size_t place = 0;
    for (size_t k = 0; k < i; k++)
        if (lane->arrows[k] == place && meet(&all[k], &all[i])) {
            place++;
            k = (size_t)-1; /* from the first again */
        }
    return place;
}

static jb_len
words_widest(const across_plan *plan)
{
    jb_len widest = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        const bar_panel *p = plan->lanes[i].panel;
        for (size_t k = 0; k < p->n_arrows; k++)
            widest = len_max(widest, p->arrows[k].label.width);
    }
    return widest;
}

void
across_arrows_set(arena *a, across_plan *plan)
{
    size_t most = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        across_lane *lane = &plan->lanes[i];
        lane->arrows = ARENA_ARRAY(a, lane->panel->n_arrows, size_t);
        for (size_t k = 0; k < lane->panel->n_arrows; k++) {
            lane->arrows[k] = place_of(lane, k);
            most = lane->arrows[k] + 1 > most ? lane->arrows[k] + 1 : most;
        }
    }
    plan->arrow_pitch = of_em(plan, LINE_GAP + WORDS_GAP) +
                        words_widest(plan);
    jb_len width = (jb_len)most * plan->arrow_pitch;
    bool is_parted = plan->n_slabs != plan->n_lanes;
    plan->arrows_width =
        is_parted || plan->names.is_above ||
                width > len_scale(plan->column_width, SHARE_MOST, 1000)
            ? 0
            : width;
}

static jb_point
end_of(const across_lane *lane, const across_arrows_place *place, size_t row,
       size_t which)
{
    return place->ends[row * lane->panel->n_bars + which];
}

/* An arrow where it is drawn. */
typedef struct placed_arrow {
    const bar_arrow *arrow;
    jb_point from, to;
    jb_len x; /* of its line */
    jb_point words;
} placed_arrow;

static placed_arrow
arrow_place(const across_plan *plan, const across_lane *lane,
            const across_arrows_place *place, size_t i)
{
    const bar_arrow *arrow = &lane->panel->arrows[i];
    placed_arrow p = {
        .arrow = arrow,
        .from = end_of(lane, place, arrow->from, arrow->from_bar),
        .to = end_of(lane, place, arrow->to, arrow->to_bar)};
    jb_len aside = of_em(plan, p.from.y < p.to.y ? ASIDE : -ASIDE);
    p.x = place->right + of_em(plan, LINE_GAP) +
          (jb_len)lane->arrows[i] * plan->arrow_pitch;
    p.words = (jb_point){p.x + of_em(plan, WORDS_GAP),
                         (p.from.y + p.to.y) / 2 - arrow->label.height / 2};
    p.from.y += aside;
    p.to.y -= aside;
    return p;
}

static void
one_draw(const across_plan *plan, const arrow_pen *pen, const placed_arrow *p)
{
    jb_len gap = of_em(plan, LABEL_GAP);
    jb_point tip = {p->to.x + gap, p->to.y};
    jb_point neck = {tip.x + arrow_head_length(plan->em), tip.y};
    jb_point foot = {p->from.x + gap, p->from.y};
    arrow_begin(pen->d, p->arrow);
    arrow_line(pen, foot, (jb_point){p->x, p->from.y});
    arrow_line(pen, (jb_point){p->x, p->from.y}, (jb_point){p->x, p->to.y});
    arrow_line(pen, neck, (jb_point){p->x, p->to.y});
    arrow_head(pen->d, tip, SIDE_LEFT, plan->em, p->arrow->colour);
    label_draw(pen->d, &p->arrow->label, p->words);
    display_group_end(pen->d);
}

/* Lines keep off the words of all. */
void
across_arrows_draw(const across_plan *plan, const across_lane *lane,
                   const across_arrows_place *place)
{
    arena *a = place->pen.c->arena;
    size_t n = lane->panel->n_arrows, n_texts = place->pen.n_texts;
    jb_rect *texts = ARENA_ARRAY(a, n_texts + n, jb_rect);
    placed_arrow *all = ARENA_ARRAY(a, n, placed_arrow);
    arrow_pen pen = place->pen;
    if (plan->arrows_width == 0)
        return;
    for (size_t i = 0; i < n_texts; i++)
        texts[i] = pen.texts[i];
    for (size_t i = 0; i < n; i++) {
        all[i] = arrow_place(plan, lane, place, i);
        texts[n_texts + i] = label_ink_at(&all[i].arrow->label, all[i].words);
    }
    pen.texts = texts;
    pen.n_texts = n_texts + n;
    for (size_t i = 0; i < n; i++)
        one_draw(plan, &pen, &all[i]);
}
