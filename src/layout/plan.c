#include "layout/plan.h"

#include "layout/fill.h"

/* What one attempt varies. */
typedef struct plan_try {
    int figure_scale; /* of the height a figure wants, /1000 */
    int spare_lines;  /* left empty at the foot of each page */
} plan_try;

/* What all attempts share. */
typedef struct planner {
    arena *arena;
    const layout_galley *galley;
    const style_page *page;
    jb_len height;
} planner;

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
    for (size_t i = 0; i < plan->n; i++) {
        const layout_placed *placed = &plan->placed[i];
        page_use *use = &uses[placed->page];
        use->foot = len_max(use->foot, foot_of(placed));
        if (placed->page != page && placed->page > 0)
            uses[placed->page - 1].is_forced = placed->box->starts_page;
        page = placed->page;
    }
    return uses;
}

static int64_t
plan_cost(const planner *p, const layout_plan *plan, plan_try attempt)
{
    const page_use *uses = page_uses(p->arena, plan);
    int64_t cost = (1000 - attempt.figure_scale) * 50;
    for (size_t page = 0; page + 1 < plan->n_pages; page++)
        if (!uses[page].is_forced)
            cost += page_cost(uses[page].foot, p->height);
    jb_len foot = uses[plan->n_pages - 1].foot;
    jb_len least = len_scale(p->height, p->page->least_fill, 1000);
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
        foot = len_max(foot, foot_of(&plan->placed[i]));
    jb_len room = len_max(height - foot, 0);
    bool is_centred = plan->placed[first].box->centres_page;
    for (size_t i = first; i < end; i++) {
        bool is_at_foot = plan->placed[i].box->is_at_foot;
        if (is_centred)
            plan->placed[i].y += room / 2;
        else if (is_at_foot && end == plan->n)
            plan->placed[i].y += room;
    }
}

static void
shift_pages(layout_plan *plan, jb_len height)
{
    size_t first = 0;
    for (size_t i = 1; i <= plan->n; i++) {
        bool is_end = i == plan->n ||
                      plan->placed[i].page != plan->placed[first].page;
        if (!is_end)
            continue;
        shift_page(plan, first, i, height);
        first = i;
    }
}

static layout_plan
plan_once(const planner *p, plan_try attempt)
{
    jb_len limit = p->height - attempt.spare_lines * p->page->grid;
    filler f = {.arena = p->arena,
                .galley = p->galley,
                .page = p->page,
                .limit = len_max(limit, p->page->grid),
                .figure_scale = attempt.figure_scale};
    fill_pages(&f);
    layout_plan plan = {f.placed.at, f.placed.n, f.current + 1, 0};
    plan.cost = plan_cost(p, &plan, attempt);
    return plan;
}

layout_plan
plan_galley(arena *a, const layout_galley *g, const style_page *page,
            jb_len height)
{
    static const plan_try tries[] = {
        {1000, 0}, {950, 0}, {900, 0}, {850, 0},
        {1000, 1}, {950, 1}, {1000, 2}, {950, 2}, {1000, 3},
    };
    planner p = {a, g, page, height};
    layout_plan best = {.cost = INT64_MAX};
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        layout_plan plan = plan_once(&p, tries[i]);
        if (plan.cost < best.cost)
            best = plan;
    }
    shift_pages(&best, height);
    return best;
}
