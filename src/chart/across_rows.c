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

/* A broken axis is drawn as a line: names above bars keep off it. */
jb_len
across_axis_gap(const across_plan *plan, const across_lane *lane)
{
    bool has_line = lane->panel->has_break_low || lane->panel->has_break_high;
    return has_line && plan->names.is_above ? plan->em / 2 : plan->em / 6;
}

jb_len
across_head_height(const across_plan *plan, const across_lane *lane)
{
    jb_len ticks = grid_ticks_size(&lane->ticks).h;
    jb_len heads = len_max(lane->head.height, lane->chip_head.height);
    if (!lane->has_head_row)
        ticks = len_max(ticks, heads);
    else
        ticks += heads + plan->em / 4;
    if (ticks == 0)
        return 0;
    return ticks + plan->em / 4 + across_axis_gap(plan, lane);
}

jb_len
across_name_height(const across_plan *plan, const across_lane *lane,
                   size_t row)
{
    if (plan->is_uniform)
        return plan->names.tallest;
    jb_len name = plan->names.names[lane->first_name + row].height;
    const bar_chip *chip = &lane->panel->rows[row].chip;
    return plan->names.is_above ? len_max(name, chip->label.height) : name;
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

/* Names above bars are nearer their own bars than others, wrapped names
 * beside them stay whole. */
jb_len
across_row_gap(const across_plan *plan, const across_lane *lane, int ease)
{
    row_pitch pitch = pitch_at(plan->style, bars_slots(lane->panel),
                               plan->em, ease);
    if (plan->names.is_above)
        return pitch.gap + plan->em / 3;
    return plan->names.measure > 0 ? len_max(pitch.gap, plan->em / 2)
                                   : pitch.gap;
}

jb_len
across_row_height(const across_plan *plan, const across_lane *lane,
                  size_t row, int ease)
{
    return across_content_height(plan, lane, row, ease) +
           across_row_gap(plan, lane, ease);
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
across_tail(const across_plan *plan, const across_lane *lane, int ease)
{
    return len_min(across_row_gap(plan, lane, ease), plan->em / 4);
}

static jb_len
slab_height(const across_plan *plan, const across_slab *slab, int ease)
{
    const across_lane *lane = slab->lane;
    jb_len height = across_head_height(plan, lane);
    for (size_t i = 0; i < slab->n; i++)
        height += across_row_height(plan, lane, slab->first + i, ease);
    if (slab->n > 0)
        height += across_tail(plan, lane, ease) -
                  across_row_gap(plan, lane, ease);
    return height;
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
