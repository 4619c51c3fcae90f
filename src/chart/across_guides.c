#include "chart/across_guides.h"

/* Of the line, or of the middle of a band, from the column's left edge. */
static jb_len
line_x(const across_plan *plan, const across_lane *lane, const bar_guide *g)
{
    return plan->plot_x + fit_at(&lane->fit, (g->low + g->high) / 2);
}

/* Whether the line of `line` would pass through the words of `words`. */
static bool
is_crossed(const across_plan *plan, const across_lane *lane,
           const guide_seat *line, const guide_seat *words)
{
    jb_len x = line_x(plan, lane, line->guide), pad = plan->em / 4;
    return !line->guide->is_band && x >= words->x - pad &&
           x <= words->x + words->label.width + pad;
}

static bool
is_free(const across_plan *plan, const across_lane *lane,
        const guide_seat *seat)
{
    for (size_t i = 0; i < lane->guides.n; i++) {
        const guide_seat *q = &lane->guides.at[i];
        bool is_apart = q->x + q->label.width + plan->em / 2 <= seat->x ||
                        seat->x + seat->label.width + plan->em / 2 <= q->x;
        if ((q->row == seat->row && !is_apart) ||
            (q->row < seat->row && is_crossed(plan, lane, seat, q)) ||
            (q->row > seat->row && is_crossed(plan, lane, q, seat)))
            return false;
    }
    return true;
}

static guide_seat
seat_from(const chart_context *c, const across_plan *plan,
          const across_lane *lane, const bar_guide *g)
{
    guide_seat seat = {.guide = g, .label = g->label};
    if (seat.label.width > plan->column_width)
        seat.label = guide_words(c, g->text, plan->column_width);
    jb_len x = line_x(plan, lane, g) - seat.label.width / 2;
    x = len_min(x, plan->column_width - seat.label.width);
    seat.x = len_max(x, 0);
    return seat;
}

static void
lane_set(const chart_context *c, across_plan *plan, across_lane *lane)
{
    const bar_guides *all = &lane->panel->guides;
    jb_len tallest = 0;
    size_t rows = 0;
    lane->guides = (guide_seats){
        .at = ARENA_ARRAY(c->arena, all->n, guide_seat)};
    for (size_t i = 0; i < all->n; i++) {
        if (all->at[i].is_beyond)
            continue;
        guide_seat seat = seat_from(c, plan, lane, &all->at[i]);
        /* In a row of its own, if all its line goes through others' words. */
        while (seat.row < rows && !is_free(plan, lane, &seat))
            seat.row++;
        lane->guides.at[lane->guides.n++] = seat;
        tallest = len_max(tallest, seat.label.height);
        rows = seat.row + 1 > rows ? seat.row + 1 : rows;
    }
    lane->guides.pitch = tallest + plan->em / 6;
    lane->guides.height =
        rows == 0 ? 0 : lane->guides.pitch * (jb_len)rows + plan->em / 3;
}

void
across_guides_set(const chart_context *c, across_plan *plan)
{
    for (size_t i = 0; i < plan->n_lanes; i++)
        lane_set(c, plan, &plan->lanes[i]);
}

static grid_line
line_from(const chart_context *c, jb_len x, jb_len top, jb_len end)
{
    return grid_reference_at(c->style, (jb_point){x, top},
                             (jb_point){x, end});
}

static jb_point
words_at(const across_plan *plan, const guide_seats *seats, size_t i,
         const across_guides_place *place)
{
    jb_len top = place->end + plan->em / 3;
    return (jb_point){place->at.x + seats->at[i].x,
                      top + seats->pitch * (jb_len)seats->at[i].row};
}

void
across_guides_draw(const chart_context *c, const across_plan *plan,
                   const across_lane *lane,
                   const across_guides_place *place, jb_display *d)
{
    const guide_seats *seats = &lane->guides;
    jb_rect *inks = ARENA_ARRAY(c->arena, seats->n, jb_rect);
    for (size_t i = 0; i < seats->n; i++)
        inks[i] = label_ink_at(&seats->at[i].label,
                               words_at(plan, seats, i, place));
    for (size_t i = 0; i < seats->n; i++) {
        const guide_seat *seat = &seats->at[i];
        const bar_guide *g = seat->guide;
        jb_len left = place->at.x + plan->plot_x;
        jb_len low = left + fit_at(&lane->fit, g->low);
        jb_len high = left + fit_at(&lane->fit, g->high);
        jb_point words = words_at(plan, seats, i, place);
        guide_ends ends = {line_from(c, low, place->at.y, place->end),
                           line_from(c, high, place->at.y, place->end)};
        guide_draw(c, g, ends, &place->obstacles, d);
        /* To words further down, past those of others, up to its own. */
        grid_line stem = line_from(c, low, place->end, words.y);
        if (!g->is_band)
            grid_line_draw(c->arena, d, &stem, inks, i + 1);
        label_draw(d, &seat->label, words);
    }
}
