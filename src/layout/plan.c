#include "layout/plan.h"

/* What one attempt varies. */
typedef struct plan_try {
    int figure_scale; /* of the height a figure wants, /1000 */
    int spare_lines;  /* left empty at the foot of each page but the last */
} plan_try;

/* A plan in the making: one page is filled at a time. */
typedef struct planner {
    arena *arena;
    const layout_galley *galley;
    const style_page *page;
    jb_len limit; /* height of the pages of this attempt */
    int figure_scale;
    layout_plan plan;
    size_t current;            /* page being filled */
    jb_len y;                  /* foot of the last box */
    const layout_box *last;    /* on this page; NULL at its head */
    ARRAY(const layout_box *) waiting; /* figures for the next page */
    size_t first_waiting;
} planner;

static jb_len
round_up(jb_len value, jb_len step)
{
    jb_len rest = value % step;
    return rest == 0 ? value : value + step - rest;
}

/* ── where a box would stand ── */

/* The top of `box` behind `last`, which ends at y. */
static jb_len
top_behind(const planner *p, const layout_box *last, jb_len y,
           const layout_box *box)
{
    if (last != NULL) {
        y += len_max(last->after, box->before);
        if (last->frame != NULL && last->frame != box->frame)
            y += last->frame->padding - last->tail;
    }
    if (box->frame != NULL && (last == NULL || last->frame != box->frame))
        y += box->frame->padding;
    if (box->is_on_grid)
        y = round_up(y, p->page->grid);
    return len_max(y, box->at);
}

/* How much of the page's foot a box needs below its own ink. */
static jb_len
foot_need(const layout_box *box)
{
    jb_len need = -box->tail;
    if (box->frame != NULL)
        need += box->frame->padding;
    if (box->carry != NULL)
        need += box->carry->foot;
    return need;
}

/* A figure's height here: scaled, and stretched so that what follows is on
 * the grid without an accidental gap. */
static jb_len
figure_height(const planner *p, const layout_box *box, jb_len top)
{
    jb_len wanted = len_scale(box->height, p->figure_scale, 1000);
    jb_len height = len_max(wanted, box->least);
    jb_len end = round_up(top + height + box->after, p->page->grid);
    return len_min(end - box->after - top, p->limit);
}

static jb_len
placed_height(const planner *p, const layout_box *box, jb_len top)
{
    return box->figure == NULL ? box->height : figure_height(p, box, top);
}

/* ── filling ── */

static void
place(planner *p, const layout_box *box, jb_len top, jb_len height)
{
    layout_placed placed = {box, p->current, top, height, false};
    ARRAY_PUSH(p->arena, &p->plan.placed, placed);
    p->y = top + height;
    p->last = box;
}

static void
append(planner *p, const layout_box *box)
{
    jb_len top = top_behind(p, p->last, p->y, box);
    place(p, box, top, placed_height(p, box, top));
}

/* Boxes first … end-1 that no page break may part. */
static size_t
chunk_end(const planner *p, size_t first)
{
    size_t end = first;
    while (end + 1 < p->galley->boxes.n &&
           p->galley->boxes.at[end].keeps_next)
        end++;
    return end + 1;
}

static bool
fits(const planner *p, size_t first, size_t end)
{
    const layout_box *last = p->last;
    jb_len y = p->y;
    for (size_t i = first; i < end; i++) {
        const layout_box *box = &p->galley->boxes.at[i];
        jb_len top = top_behind(p, last, y, box);
        y = top + placed_height(p, box, top);
        last = box;
    }
    return y + foot_need(last) <= p->limit;
}

static void
repeat_heads(planner *p, const layout_carry *carry)
{
    for (size_t i = 0; i < carry->n_heads; i++) {
        append(p, &carry->heads[i]);
        ARRAY_LAST(&p->plan.placed)->is_repeated = true;
    }
}

static void
place_waiting(planner *p)
{
    while (p->first_waiting < p->waiting.n) {
        const layout_box *box = p->waiting.at[p->first_waiting];
        jb_len top = top_behind(p, p->last, p->y, box);
        jb_len height = figure_height(p, box, top);
        if (p->last != NULL && top + height > p->limit)
            return;
        p->first_waiting++;
        place(p, box, top, len_min(height, p->limit - top));
    }
}

static void
next_page(planner *p)
{
    p->current++;
    p->y = 0;
    p->last = NULL;
    place_waiting(p);
}

static bool
has_waiting(const planner *p)
{
    return p->first_waiting < p->waiting.n;
}

/* A figure that does not fit may shrink to fit, or wait for the next page
 * while the text runs on. False when it is neither. */
static bool
place_float(planner *p, const layout_box *box)
{
    if (!box->floats)
        return false;
    jb_len top = top_behind(p, p->last, p->y, box);
    jb_len room = p->limit - top;
    if (!has_waiting(p) && room >= box->least)
        place(p, box, top,
              len_min(room, figure_height(p, box, top)));
    else
        ARRAY_PUSH(p->arena, &p->waiting, box);
    return true;
}

/* Boxes that no page can hold together are broken where the page ends. */
static void
place_oversize(planner *p, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const layout_box *box = &p->galley->boxes.at[i];
        if (p->last != NULL && !fits(p, i, i + 1))
            next_page(p);
        append(p, box);
    }
}

static bool
is_continued(const planner *p, size_t i)
{
    const layout_box *box = &p->galley->boxes.at[i];
    return i > 0 && box->carry != NULL &&
           p->galley->boxes.at[i - 1].carry == box->carry;
}

static void
place_chunk(planner *p, size_t first, size_t end)
{
    const layout_box *box = &p->galley->boxes.at[first];
    while (box->clears_floats && has_waiting(p))
        next_page(p);
    if (box->starts_page && p->last != NULL)
        next_page(p);
    if (place_float(p, box))
        return;
    size_t page = p->current;
    while (!fits(p, first, end) && p->last != NULL)
        next_page(p);
    if (p->current != page && is_continued(p, first))
        repeat_heads(p, box->carry);
    if (fits(p, first, end))
        for (size_t i = first; i < end; i++)
            append(p, &p->galley->boxes.at[i]);
    else
        place_oversize(p, first, end);
}

/* ── what a plan is worth ── */

static jb_len
foot_of(const layout_placed *placed)
{
    return placed->y + placed->height - placed->box->tail;
}

/* White at the foot of pages counts by its square, a figure by the pages it
 * is away from its place; a nearly empty last page as much as a page a third
 * empty. Shares are of the page's height, in thousandths. */
static int64_t
page_cost(jb_len used, jb_len height)
{
    int64_t white = 1000 - (int64_t)used * 1000 / height;
    return white < 30 ? 0 : white * white;
}

/* By page: how far down its boxes reach, and whether it ends because the
 * next one has to begin. */
typedef struct page_use {
    jb_len foot;
    bool is_forced;
} page_use;

static page_use *
page_uses(arena *a, const layout_plan *plan)
{
    page_use *uses = ARENA_ARRAY(a, plan->n_pages, page_use);
    size_t page = SIZE_MAX;
    for (size_t i = 0; i < plan->placed.n; i++) {
        const layout_placed *placed = &plan->placed.at[i];
        page_use *use = &uses[placed->page];
        use->foot = len_max(use->foot, foot_of(placed));
        if (placed->page != page && placed->page > 0)
            uses[placed->page - 1].is_forced = placed->box->starts_page;
        page = placed->page;
    }
    return uses;
}

static int64_t
plan_cost(const planner *p, jb_len height, plan_try attempt)
{
    const layout_plan *plan = &p->plan;
    const page_use *uses = page_uses(p->arena, plan);
    int64_t cost = (1000 - attempt.figure_scale) * 50;
    for (size_t page = 0; page + 1 < plan->n_pages; page++)
        if (!uses[page].is_forced)
            cost += page_cost(uses[page].foot, height);
    jb_len foot = uses[plan->n_pages - 1].foot;
    jb_len least = len_scale(height, p->page->least_fill, 1000);
    if (plan->n_pages > 1 && foot < least)
        cost += 110000 + (int64_t)(least - foot) * 100000 / least;
    return cost;
}

/* ── pages whose boxes do not stand at the head ── */

/* Move the boxes first … end-1 of one page: centred, or those meant for the
 * foot of the document down to the foot of its last page. */
static void
shift_page(layout_plan *plan, size_t first, size_t end, jb_len height)
{
    jb_len foot = 0;
    for (size_t i = first; i < end; i++)
        foot = len_max(foot, foot_of(&plan->placed.at[i]));
    jb_len room = len_max(height - foot, 0);
    bool is_centred = plan->placed.at[first].box->centres_page;
    for (size_t i = first; i < end; i++) {
        bool is_at_foot = plan->placed.at[i].box->is_at_foot;
        if (is_centred)
            plan->placed.at[i].y += room / 2;
        else if (is_at_foot && end == plan->placed.n)
            plan->placed.at[i].y += room;
    }
}

static void
shift_pages(layout_plan *plan, jb_len height)
{
    size_t first = 0;
    for (size_t i = 1; i <= plan->placed.n; i++) {
        bool is_end = i == plan->placed.n ||
                      plan->placed.at[i].page != plan->placed.at[first].page;
        if (!is_end)
            continue;
        shift_page(plan, first, i, height);
        first = i;
    }
}

static layout_plan
plan_once(arena *a, const layout_galley *g, const style_page *page,
          jb_len height, plan_try attempt)
{
    planner p = {.arena = a,
                 .galley = g,
                 .page = page,
                 .limit = height - attempt.spare_lines * page->grid,
                 .figure_scale = attempt.figure_scale};
    for (size_t i = 0; i < g->boxes.n;) {
        size_t end = chunk_end(&p, i);
        place_chunk(&p, i, end);
        i = end;
    }
    while (has_waiting(&p))
        next_page(&p);
    p.plan.n_pages = p.current + 1;
    p.plan.cost = plan_cost(&p, height, attempt);
    return p.plan;
}

layout_plan
plan_galley(arena *a, const layout_galley *g, const style_page *page,
            jb_len height)
{
    static const plan_try tries[] = {
        {1000, 0}, {950, 0}, {900, 0}, {850, 0},
        {1000, 1}, {950, 1}, {1000, 2}, {950, 2}, {1000, 3},
    };
    layout_plan best = {.cost = INT64_MAX};
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        layout_plan plan = plan_once(a, g, page, height, tries[i]);
        if (plan.cost < best.cost)
            best = plan;
    }
    shift_pages(&best, height);
    return best;
}
