/* How many panels stand side by side: a grid is chosen by its width alone
 * where the height is free, else by the shape that it gives to the panels. */
#include "base/utf8.h"
#include "chart/multiples.h"

#define BAR_SHARE 620       /* of the pitch, /1000 */
#define SIDE_READABLE 3     /* with fewer, figures give way to panels */
#define SIDE_LEAST 2        /* with fewer, last figures do too */
#define PITCH_LEAST 250     /* from column to column, /1000 em */
#define PANEL_LEAST 6       /* em */
#define OVERHANG_TRIES 5
#define SHAPE 550      /* height of columns over a panel's width, /1000: of
                          the best panel; others are as many times worse */
#define COST_THIN 700  /* of a grid without all figures: so many /1000 worse */
#define COST_HOLES 5000 /* … of one that were nothing but empty places */

static jb_len
labels_widest(const multiples_plan *plan)
{
    jb_len widest = 0;
    for (size_t g = 0; g < plan->n_groups; g++)
        for (size_t i = 0; i < plan->groups[g].n; i++) {
            const bar_panel *p = &plan->groups[g].at[i].panel;
            for (size_t r = 0; r < p->n_rows; r++)
                widest = len_max(widest, p->rows[r].bars[0].label.width);
        }
    return widest;
}

/* Each panel has a gutter at its left, the first less the white before it.
 * What overhangs a panel at its right stands in the gutter of the next, beside
 * ticks where units differ. */
static void
side_set(multiples_plan *plan, size_t side, jb_len width)
{
    jb_len over = plan->overhang;
    plan->gutter = plan->n_groups > 1
                       ? plan->ticks_gutter + over
                       : len_max(plan->ticks_gutter, over + plan->em / 2);
    jb_len room = width - plan->ticks_gutter + plan->em / 2 - over -
                  ((jb_len)side - 1) * plan->gutter;
    plan->side = side;
    plan->panel_width = room / (jb_len)side;
    plan->pitch = plan->panel_width / (jb_len)plan->n_periods;
    plan->bar = len_scale(plan->pitch, BAR_SHARE, 1000);
}

bool
multiples_is_wide(const multiples_plan *plan)
{
    return plan->pitch >= labels_widest(plan) + plan->em / 3;
}

static bool
is_possible(const multiples_plan *plan)
{
    return plan->pitch >= len_scale(plan->em, PITCH_LEAST, 1000) &&
           plan->panel_width + plan->overhang >= plan->em * PANEL_LEAST &&
           plan->panel_width >= labels_widest(plan) &&
           (plan->years_width == 0 ||
            plan->panel_width >= plan->years_width + plan->em * 2);
}

size_t
multiples_panels_count(const multiples_plan *plan)
{
    size_t n = 0;
    for (size_t g = 0; g < plan->n_groups; g++)
        n += plan->groups[g].n;
    return n;
}

bool
multiples_goes_on(const small_group *g, size_t taken, size_t side)
{
    return taken > 0 && taken < side &&
           (g->n > side || g->n <= side - taken);
}

static size_t
rows_count(const multiples_plan *plan, size_t side)
{
    size_t rows = 0, taken = 0;
    for (size_t g = 0; g < plan->n_groups; g++) {
        size_t n = plan->groups[g].n;
        if (!multiples_goes_on(&plan->groups[g], taken, side)) {
            rows++;
            taken = 0;
        }
        rows += (taken + n - 1) / side;
        taken = (taken + n - 1) % side + 1;
    }
    return rows;
}

/* Room for last labels that would stand over a longer column. Columns draw
 * together for it, which may want more; with too little, none is given. */
static bool
overhang_set(multiples_plan *plan, size_t side, jb_len width)
{
    for (int i = 0; i < OVERHANG_TRIES && !multiples_is_wide(plan); i++) {
        jb_len most = 0;
        for (size_t g = 0; g < plan->n_groups; g++)
            for (size_t k = 0; k < plan->groups[g].n; k++)
                most = len_max(most, multiples_overhang(
                                         plan, &plan->groups[g].at[k]));
        if (most <= plan->overhang)
            return true;
        plan->overhang = most + plan->em / 4;
        side_set(plan, side, width);
        if (!is_possible(plan))
            break;
    }
    plan->overhang = 0;
    side_set(plan, side, width);
    return multiples_is_wide(plan);
}

bool
multiples_side_choose(multiples_plan *plan, jb_len width)
{
    size_t n = multiples_panels_count(plan);
    size_t readable = n < SIDE_READABLE ? n : SIDE_READABLE;
    size_t wide = 0, possible = 0;
    size_t side = n < MULTIPLES_SIDE_MOST ? n : MULTIPLES_SIDE_MOST;
    for (; side > 0; side--) {
        side_set(plan, side, width);
        if (!is_possible(plan))
            continue;
        possible = possible > 0 ? possible : side;
        if (multiples_is_wide(plan)) {
            wide = side;
            break;
        }
    }
    size_t best = wide >= readable ? wide : possible;
    if (best == 0)
        return false;
    while (best > 1 && rows_count(plan, best - 1) == rows_count(plan, best))
        best--;
    side_set(plan, best, width);
    while (!overhang_set(plan, best, width) && best > SIDE_LEAST)
        side_set(plan, --best, width);
    return true;
}

bool
multiples_side_take(multiples_plan *plan, size_t side, jb_len width)
{
    plan->overhang = 0;
    side_set(plan, side, width);
    if (!is_possible(plan))
        return false;
    overhang_set(plan, side, width);
    return true;
}

/* ── grids for a given height ── */

/* Lines of the longest name of a panel, about. */
static jb_len
head_lines(const multiples_plan *plan)
{
    jb_len most = 1;
    for (size_t g = 0; g < plan->n_groups; g++)
        for (size_t i = 0; i < plan->groups[g].n; i++) {
            slice head = plan->groups[g].at[i].panel.head;
            jb_len width = (jb_len)utf8_count(head) * plan->em;
            jb_len full = width / (plan->panel_width + 1);
            most = len_max(most, full + 1);
        }
    return most;
}

/* The height that columns would have, about: names, years and gaps take what
 * they take of a row. */
static jb_len
columns_about(const multiples_plan *plan, jb_len height, size_t rows)
{
    jb_len line = plan->em * 5 / 4;
    jb_len around = line * head_lines(plan) + plan->em * 5 / 2;
    return height / (jb_len)rows - around;
}

/* How many times worse than the best grid, /1000; 0: none to be tried. */
static int64_t
grid_cost(const multiples_plan *plan, jb_len height)
{
    size_t rows = rows_count(plan, plan->side);
    size_t places = rows * plan->side;
    size_t holes = places - multiples_panels_count(plan);
    jb_len columns = columns_about(plan, height, rows);
    if (columns < plan->em * 2)
        return 0;
    int64_t shape = (int64_t)columns * 1000 / plan->panel_width;
    int64_t cost = shape > SHAPE ? shape * 1000 / SHAPE
                                 : SHAPE * 1000 / (shape > 0 ? shape : 1);
    if (!multiples_is_wide(plan))
        cost += COST_THIN;
    return cost + (int64_t)(COST_HOLES * holes / places);
}

size_t
multiples_sides_for(multiples_plan *plan, jb_size size,
                    size_t sides[static MULTIPLES_SIDE_MOST])
{
    int64_t costs[MULTIPLES_SIDE_MOST];
    size_t n = 0, panels = multiples_panels_count(plan);
    for (size_t side = 1; side <= MULTIPLES_SIDE_MOST && side <= panels;
         side++) {
        bool is_new = side == 1 || rows_count(plan, side) !=
                                       rows_count(plan, side - 1);
        int64_t cost = is_new && multiples_side_take(plan, side, size.w)
                           ? grid_cost(plan, size.h)
                           : 0;
        if (cost == 0)
            continue;
        size_t at = n++;
        for (; at > 0 && costs[at - 1] > cost; at--) {
            costs[at] = costs[at - 1];
            sides[at] = sides[at - 1];
        }
        costs[at] = cost;
        sides[at] = side;
    }
    return n;
}
