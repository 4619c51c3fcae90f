#include "chart/across_rows.h"

size_t
across_slabs_count(const across_plan *plan)
{
    return plan->columns > 1 ? plan->columns : plan->n_lanes;
}

across_slab
across_slab_at(const across_plan *plan, size_t i)
{
    if (plan->columns == 1)
        return (across_slab){&plan->lanes[i], 0,
                             plan->lanes[i].panel->n_rows, 0};
    size_t all = plan->lanes[0].panel->n_rows;
    size_t each = (all + plan->columns - 1) / plan->columns;
    size_t first = i * each < all ? i * each : all;
    size_t last = first + each < all ? first + each : all;
    return (across_slab){&plan->lanes[0], first, last - first, i};
}

jb_len
across_head_height(const across_plan *plan, const across_lane *lane)
{
    jb_len ticks = grid_ticks_size(&lane->ticks).h;
    jb_len beside = len_max(lane->has_head_row ? 0 : lane->head.height,
                            lane->chip_head.height);
    jb_len height = len_max(ticks, beside);
    if (lane->has_head_row)
        height += lane->head.height + plan->em / 4;
    return height > 0 ? height + plan->em * 2 / 5 : 0;
}

jb_len
across_name_height(const across_plan *plan, const across_lane *lane,
                   size_t row)
{
    if (plan->is_uniform)
        return plan->names.tallest;
    return plan->names.names[lane->first_name + row].height;
}

jb_len
across_content_height(const across_plan *plan, const across_lane *lane,
                      size_t row, int ease)
{
    row_pitch pitch = pitch_at(plan->style, bars_slots(lane->panel), plan->em,
                               ease);
    jb_len bars = (jb_len)bars_slots(lane->panel) * pitch.slot;
    jb_len name = across_name_height(plan, lane, row);
    if (plan->names.is_above)
        return name + across_name_gap(plan) + bars;
    return len_max(name, bars);
}

jb_len
across_row_height(const across_plan *plan, const across_lane *lane,
                  size_t row, int ease)
{
    row_pitch pitch = pitch_at(plan->style, bars_slots(lane->panel), plan->em,
                               ease);
    jb_len gap = pitch.gap;
    if (plan->names.is_above)
        gap += plan->em / 3; /* a name is nearer its own bars than others */
    else if (plan->names.measure > 0)
        gap = len_max(gap, plan->em / 2); /* wrapped names stay whole */
    return across_content_height(plan, lane, row, ease) + gap;
}

jb_len
across_name_gap(const across_plan *plan)
{
    return plan->em / 8;
}

jb_len
across_panel_gap(const across_plan *plan)
{
    return plan->em * 6 / 5;
}

jb_len
across_tail(const across_plan *plan, const row_pitch *pitch)
{
    return len_min(pitch->gap, plan->em / 4);
}

static jb_len
slab_height(const across_plan *plan, const across_slab *slab, int ease)
{
    jb_len height = across_head_height(plan, slab->lane);
    for (size_t i = 0; i < slab->n; i++)
        height += across_row_height(plan, slab->lane, slab->first + i, ease);
    row_pitch pitch = pitch_at(plan->style, bars_slots(slab->lane->panel),
                               plan->em, ease);
    return slab->n == 0 ? height
                        : height - pitch.gap + across_tail(plan, &pitch);
}

jb_len
across_height(const across_plan *plan, int ease)
{
    jb_len sum = 0, tallest = 0;
    for (size_t i = 0; i < across_slabs_count(plan); i++) {
        across_slab slab = across_slab_at(plan, i);
        jb_len height = slab_height(plan, &slab, ease);
        sum += height + (i > 0 ? across_panel_gap(plan) : 0);
        tallest = len_max(tallest, height);
    }
    return plan->columns > 1 ? tallest : sum;
}

int
across_ease_for(const across_plan *plan, jb_len height)
{
    int low = PITCH_LEAST, high = PITCH_MOST;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (across_height(plan, middle) <= height)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
