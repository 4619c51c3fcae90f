#include "chart/across_rows.h"

/* Rows of the one lane, the same number in each column but the last. */
static void
rows_spread(across_plan *plan)
{
    const across_lane *lane = &plan->lanes[0];
    size_t all = lane->panel->n_rows;
    size_t each = (all + plan->columns - 1) / plan->columns;
    for (size_t first = 0; first < all; first += each) {
        size_t n = all - first < each ? all - first : each;
        plan->slabs[plan->n_slabs] =
            (across_slab){lane, first, n, plan->n_slabs};
        plan->n_slabs++;
    }
}

/* Bars of a lane, and two for its head. */
static size_t
lane_weight(const across_lane *lane)
{
    return lane->panel->n_rows * bars_slots(lane->panel) + 2;
}

/* Lanes into columns of at most `cap`; returns the number of columns. */
static size_t
lanes_fill(across_plan *plan, size_t cap)
{
    size_t column = 0, filled = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        const across_lane *lane = &plan->lanes[i];
        size_t weight = lane_weight(lane);
        if (filled > 0 && filled + weight > cap) {
            column++;
            filled = 0;
        }
        filled += weight;
        plan->slabs[i] = (across_slab){lane, 0, lane->panel->n_rows, column};
    }
    return column + 1;
}

/* Whole lanes in their order, the tallest column as low as can be. */
static void
lanes_spread(across_plan *plan)
{
    size_t low = 0, high = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        size_t weight = lane_weight(&plan->lanes[i]);
        low = weight > low ? weight : low;
        high += weight;
    }
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (lanes_fill(plan, middle) <= plan->columns)
            high = middle;
        else
            low = middle + 1;
    }
    lanes_fill(plan, low);
    plan->n_slabs = plan->n_lanes;
}

/* The column of each of `n` rows, as their weights ask, so that none is left
 * empty between others, at the start or at the end. */
static void
columns_fill(size_t *at, size_t n, size_t columns)
{
    if (n < columns)
        return;
    at[n - 1] = columns - 1;
    for (size_t r = n - 1; r-- > 0;)
        at[r] = at[r] + 1 < at[r + 1] ? at[r + 1] - 1 : at[r];
    at[0] = 0;
    for (size_t r = 1; r < n; r++)
        at[r] = at[r] > at[r - 1] + 1 ? at[r - 1] + 1 : at[r];
}

/* The column of each row of all lanes: where its share is reached. */
static size_t *
columns_of_rows(arena *a, const across_plan *plan, size_t columns)
{
    size_t total = 0, before = 0, n = 0, head = plan->n_lanes > 1 ? 2 : 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        total += lane_weight(&plan->lanes[i]) - 2 + head;
        n += plan->lanes[i].panel->n_rows;
    }
    size_t *at = ARENA_ARRAY(a, n, size_t);
    n = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        const bar_panel *p = plan->lanes[i].panel;
        before += head;
        for (size_t r = 0; r < p->n_rows; r++, before += bars_slots(p))
            at[n++] = (before + bars_slots(p) / 2) * columns / total;
    }
    columns_fill(at, n, columns);
    return at;
}

/* Rows of all lanes, each in its column. */
static void
rows_cut(arena *a, across_plan *plan, size_t columns)
{
    const size_t *at = columns_of_rows(a, plan, columns);
    for (size_t i = 0; i < plan->n_lanes; i++) {
        const across_lane *lane = &plan->lanes[i];
        across_slab *slab = NULL;
        for (size_t r = 0; r < lane->panel->n_rows; r++, at++) {
            if (slab == NULL || slab->column != *at) {
                slab = &plan->slabs[plan->n_slabs++];
                *slab = (across_slab){lane, r, 0, *at};
            }
            slab->n++;
        }
    }
}

void
across_slabs_set(arena *a, across_plan *plan, size_t n_parts)
{
    size_t columns = plan->columns * n_parts;
    plan->n_slabs = 0;
    plan->slabs = ARENA_ARRAY(a, plan->n_lanes + columns, across_slab);
    if (n_parts > 1)
        rows_cut(a, plan, columns);
    else if (plan->n_lanes == 1)
        rows_spread(plan);
    else
        lanes_spread(plan);
}

static void
marks_add(const across_slab *slab, slice *marks, size_t *n)
{
    const bar_panel *p = slab->lane->panel;
    for (size_t r = slab->first; r < slab->first + slab->n; r++) {
        if (p->rows[r].chip.note_mark.len > 0)
            marks[(*n)++] = p->rows[r].chip.note_mark;
        for (size_t b = 0; b < p->n_bars; b++) {
            slice mark = p->rows[r].bars[b].note_mark;
            if (mark.len > 0)
                marks[(*n)++] = mark;
        }
    }
}

/* Bars and chips. */
static size_t
slabs_labels(const across_plan *plan)
{
    size_t n = 0;
    for (size_t i = 0; i < plan->n_slabs; i++)
        n += plan->slabs[i].n * (plan->slabs[i].lane->panel->n_bars + 1);
    return n;
}

static void
rows_mark(const across_slab *slab, bool is_elsewhere)
{
    for (size_t r = slab->first; r < slab->first + slab->n; r++)
        slab->lane->panel->rows[r].is_elsewhere = is_elsewhere;
}

void
across_part_keep(arena *a, across_plan *plan, size_t part)
{
    size_t kept = 0, first = part * plan->columns;
    for (size_t i = 0; i < plan->n_slabs; i++) {
        across_slab slab = plan->slabs[i];
        bool is_elsewhere = slab.column < first ||
                            slab.column >= first + plan->columns;
        rows_mark(&slab, is_elsewhere);
        if (is_elsewhere)
            continue;
        slab.column -= first;
        plan->slabs[kept++] = slab;
    }
    plan->n_slabs = kept;
    slice *marks = ARENA_ARRAY(a, slabs_labels(plan), slice);
    for (size_t i = 0; i < kept; i++)
        marks_add(&plan->slabs[i], marks, &plan->base.n_marks);
    plan->base.marks = marks;
    plan->base.is_part = true;
}

static bool
across_has_break(const across_lane *lane)
{
    return lane->panel->has_break_low || lane->panel->has_break_high;
}

/* A broken axis is drawn as a line, with marks across: the first row keeps
 * off them. */
jb_len
across_axis_gap(const across_plan *plan, const across_lane *lane)
{
    return across_has_break(lane) ? plan->em / 2 : plan->em / 6;
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
        return across_has_break(lane) ? plan->em : 0;
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
    return plan->em / 5;
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
    return height + lane->guides.height;
}

jb_len
across_height(const across_plan *plan, int ease)
{
    jb_len height = 0, tallest = 0;
    for (size_t i = 0; i < plan->n_slabs; i++) {
        const across_slab *slab = &plan->slabs[i];
        bool is_first = i == 0 || slab[-1].column != slab->column;
        height = is_first ? 0 : height + across_panel_gap(plan);
        height += slab_height(plan, slab, ease);
        tallest = len_max(tallest, height);
    }
    return tallest;
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
