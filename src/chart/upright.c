#include "chart/upright_arrows.h"
#include "chart/upright_scale.h"

#define BAR_SHARE 820      /* of the pitch, /1000, that a row's bars may take */
#define BAR_WIDEST 1250    /* of the style's greatest width, /1000 */
#define BARS_LEAST 5       /* em of bars besides their labels */
#define NAMES_LINES 3
#define TICKS_GUESS 6      /* the widest label of so many ticks is kept free */
#define GUIDE_EMS 8        /* the widest words of a guide */
#define ARROWS_SHARE 300   /* of the width, /1000, beside columns at most */
#define NATURAL_SHARE 400  /* height of the bars over the width, /1000 */

static jb_len
labels_widest(const bar_panels *p)
{
    jb_len widest = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++)
            for (size_t b = 0; b < p->at[i].n_bars; b++)
                widest = len_max(widest,
                                 p->at[i].rows[r].bars[b].label.width);
    return widest;
}

/* From the middle of one column to that of the next, so that their labels do
 * not meet: the next of the row (`i` + 1), or the first of the next row. */
static jb_len
apart(const bar_panel *p, size_t row, size_t i, jb_len gap)
{
    const bar *own = &p->rows[row].bars[i], *next;
    if (i + 1 < p->n_bars)
        next = &p->rows[row].bars[i + 1];
    else if (row + 1 < p->n_rows)
        next = &p->rows[row + 1].bars[0];
    else
        return 0;
    return (own->label.width + next->label.width) / 2 + gap;
}

/* What labels want between columns of one row, and … */
static jb_len
slot_needed(const bar_panels *p, jb_len gap)
{
    jb_len most = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++)
            for (size_t b = 0; b + 1 < p->at[i].n_bars; b++)
                most = len_max(most, apart(&p->at[i], r, b, gap));
    return most;
}

/* … from the last of one row to the first of the next, or to the lane's
 * edge. */
static jb_len
step_needed(const bar_panels *p, jb_len gap)
{
    jb_len most = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++) {
            const bar_panel *panel = &p->at[i];
            size_t last = panel->n_bars - 1;
            most = len_max(most, apart(panel, r, last, gap));
            most = len_max(most, panel->rows[r].bars[0].label.width);
            most = len_max(most, panel->rows[r].bars[last].label.width);
        }
    return most;
}

static jb_len
chips_widest(const bar_panels *p, jb_len em)
{
    jb_len widest = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++)
            widest = len_max(widest, p->at[i].rows[r].chip.label.width);
    return widest > 0 ? widest + em : 0;
}

static size_t
slots_most(const bar_panels *p)
{
    size_t most = 1;
    for (size_t i = 0; i < p->n; i++)
        if (bars_slots(&p->at[i]) > most)
            most = bars_slots(&p->at[i]);
    return most;
}

/* Room for tick labels is kept before the scale is known, by the widest label
 * of a usual axis. */
static void
lanes_set(const chart_context *c, upright_plan *plan, const bar_panels *p)
{
    plan->n_lanes = p->n;
    plan->lanes = ARENA_ARRAY(c->arena, p->n, upright_lane);
    size_t first = 0;
    for (size_t i = 0; i < p->n; i++) {
        const bar_panel *panel = &p->at[i];
        upright_lane *lane = &plan->lanes[i];
        lane->panel = panel;
        lane->first_name = first;
        first += panel->n_rows;
        if (i == 0 && plan->table.n > 0)
            lane->ticks_width = plan->table.head_width + plan->em / 2;
        if (!p->has_axis)
            continue;
        for (int ticks = 2; ticks <= TICKS_GUESS; ticks++) {
            chart_axis axis = bars_axis(panel, ticks);
            grid_ticks set = grid_ticks_from(c, &axis, panel->suffix);
            lane->ticks_width = len_max(lane->ticks_width,
                                        grid_ticks_size(&set).w);
        }
        lane->ticks_width += plan->em / 2;
    }
}

/* The words of guides are broken to a narrow column at the right. */
static void
guides_set(const chart_context *c, upright_plan *plan)
{
    for (size_t i = 0; i < plan->n_lanes; i++) {
        upright_lane *lane = &plan->lanes[i];
        const bar_guides *all = &lane->panel->guides;
        lane->guides = ARENA_ARRAY(c->arena, all->n, chart_label);
        for (size_t g = 0; g < all->n; g++) {
            if (all->at[g].is_beyond)
                continue;
            lane->guides[g] = guide_words(c, all->at[g].text,
                                          plan->em * GUIDE_EMS);
            lane->guides_width = len_max(lane->guides_width,
                                         lane->guides[g].width + plan->em);
        }
    }
}

/* What the words of a lane's guides need, one below the other. */
static jb_len
guides_height(const upright_plan *plan)
{
    jb_len most = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        jb_len height = 0;
        for (size_t g = 0; g < plan->lanes[i].panel->guides.n; g++)
            height += plan->lanes[i].guides[g].height + plan->em / 4;
        most = len_max(most, height);
    }
    return most;
}

/* Over each lane what it measures, broken to the lane's width. */
static void
heads_set(const chart_context *c, upright_plan *plan)
{
    for (size_t i = 0; i < plan->n_lanes; i++) {
        upright_lane *lane = &plan->lanes[i];
        jb_len columns = plan->pitch * (jb_len)lane->panel->n_rows;
        lane->head = label_set(
            c, &(label_wish){.look = &c->style->axis,
                             .text = lane->panel->head,
                             .colour = c->style->ink,
                             .measure = lane->ticks_width + columns});
        plan->head_height = len_max(plan->head_height, lane->head.height);
    }
    if (plan->head_height > 0)
        plan->head_height += plan->em / 2;
}

/* A name that only fits torn inside a word or a number does not fit. */
static bool
is_torn(const chart_label *l)
{
    const jb_paragraph *p = l->paragraph;
    for (size_t i = 0; p != NULL && i + 1 < p->n_lines; i++) {
        size_t end = p->lines[i].last;
        if (end > 0 && end < p->text.len && p->text.at[end - 1] >= '0' &&
            p->text.at[end - 1] <= '9')
            return true;
    }
    return false;
}

static bool
names_set(const chart_context *c, upright_plan *plan, const bar_panels *p)
{
    jb_len measure = plan->pitch - plan->em / 2;
    plan->names = ARENA_ARRAY(c->arena, plan->n_names, chart_label);
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++) {
            chart_label l = label_set(
                c, &(label_wish){.look = &c->style->category,
                                 .text = p->at[i].rows[r].name,
                                 .measure = measure, .align = TEXT_CENTRE,
                                 .is_emphasis = p->at[i].rows[r].is_strong});
            int lines = (int)label_lines_count(&l);
            if (lines > NAMES_LINES || l.width > measure || is_torn(&l))
                return false;
            plan->most_lines = lines > plan->most_lines ? lines
                                                        : plan->most_lines;
            plan->names_height = len_max(plan->names_height, l.height);
            plan->names[n++] = l;
        }
    return true;
}

/* What stands at the right of a lane's columns. */
static jb_len
beside_width(const upright_lane *lane)
{
    return lane->guides_width + lane->arrows_width;
}

/* Labels of neighbouring bars, and of neighbouring rows, stay apart. */
static bool
columns_set(upright_plan *plan, const bar_panels *p, jb_len width)
{
    jb_len white = plan->em * 2, taken = (jb_len)(p->n - 1) * white;
    for (size_t i = 0; i < p->n; i++)
        taken += plan->lanes[i].ticks_width + beside_width(&plan->lanes[i]);
    plan->pitch = (width - taken) / (jb_len)plan->n_names;
    jb_len slots = (jb_len)slots_most(p);
    jb_len room = len_scale(plan->pitch, BAR_SHARE, 1000) / slots;
    jb_len widest = bars_widest(
        len_scale(plan->style->bar_width_max, BAR_WIDEST, 1000), plan->pitch,
        slots);
    jb_len gap = plan->em / 3;
    jb_len need = slots > 1 ? slot_needed(p, gap) : labels_widest(p) + gap;
    plan->bar = len_min(room, len_max(widest, slots > 1 ? need : 0));
    if (slots == 1)
        plan->bar = len_min(plan->bar, len_scale(plan->pitch, 600, 1000));
    jb_len x = 0;
    for (size_t i = 0; i < p->n; i++) {
        plan->lanes[i].x = x;
        x += plan->lanes[i].ticks_width + beside_width(&plan->lanes[i]) +
             white + plan->pitch * (jb_len)p->at[i].n_rows;
    }
    jb_len slot = slots > 1 ? plan->bar : plan->pitch;
    jb_len step = plan->pitch - (slots - 1) * plan->bar;
    return plan->pitch > plan->em * 2 && slot >= need &&
           (slots == 1 || step >= step_needed(p, gap)) &&
           plan->pitch >= plan->table.cell_width + plan->em / 3 &&
           plan->pitch >= chips_widest(p, plan->em) + plan->em / 3;
}

static bool
arrows_have_room(const upright_plan *plan, jb_len width)
{
    jb_len taken = 0;
    for (size_t i = 0; i < plan->n_lanes; i++)
        taken += plan->lanes[i].arrows_width;
    return taken <= len_scale(width, ARROWS_SHARE, 1000);
}

/* Columns with their names, and arrows beside them, or all over them. */
static bool
columns_try(const chart_context *c, upright_plan *plan, const bar_panels *p,
            jb_len width, bool has_arrows_beside)
{
    for (size_t i = 0; i < plan->n_lanes; i++)
        upright_arrows_set(c->arena, &plan->lanes[i], plan->em,
                           has_arrows_beside);
    plan->names_height = 0;
    plan->most_lines = 0;
    if (!arrows_have_room(plan, width) || !columns_set(plan, p, width) ||
        !names_set(c, plan, p))
        return false;
    for (size_t i = 0; i < plan->n_lanes; i++)
        upright_arrows_seat(plan, &plan->lanes[i]);
    return true;
}

upright_plan *
upright_plan_from(const chart_context *c, const bar_panels *p, jb_len width)
{
    upright_plan *plan = ARENA_NEW(c->arena, upright_plan);
    plan->style = c->style;
    plan->em = label_size(c, &c->style->label);
    plan->has_axis = p->has_axis;
    plan->n_names = bars_rows_count(p);
    plan->table = tabulation_from(c, p);
    lanes_set(c, plan, p);
    guides_set(c, plan);
    if (!columns_try(c, plan, p, width, true) &&
        !columns_try(c, plan, p, width, false))
        return NULL;
    heads_set(c, plan);
    jb_len around = plan->head_height + plan->names_height + plan->em / 2 +
                    tabulation_height(&plan->table);
    jb_len bars = len_scale(width, NATURAL_SHARE, 1000);
    bars = len_min(len_max(bars, plan->em * 11), plan->em * 22);
    jb_len labels = upright_labels_height(c, plan);
    plan->base.least = around + len_max(labels + plan->em * BARS_LEAST,
                                        guides_height(plan));
    plan->base.natural = len_max(around + bars, plan->base.least);
    return plan;
}

jb_len
upright_bars_height(const upright_plan *plan, jb_len height)
{
    return height - plan->head_height - plan->names_height - plan->em / 2 -
           tabulation_height(&plan->table);
}
