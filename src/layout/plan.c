#include "layout/plan.h"

#include "layout/fill.h"

/* What one attempt varies. */
typedef struct plan_try {
    int figure_scale; /* of the height a figure wants, /1000 */
    jb_len spare;     /* left empty at the foot of each page */
    bool parts_tables; /* that stand in columns */
} plan_try;

/* What all attempts share. */
typedef struct planner {
    arena *scratch; /* of one stretch */
    const layout_galley *galley;
    const style_page *page;
    jb_len height;
    jb_len more; /* that the first page is higher */
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

/* A figure on the page after its text is common; farther away it hurts. */
static int64_t
wait_cost(const filler *f)
{
    int64_t pages = (int64_t)f->pages_waited;
    return pages * 2000 + (pages > (int64_t)f->waiting.n ? 20000 : 0);
}

/* Of the notes on the page whose first line is `placed`. */
static jb_len
notes_height(const planner *p, const layout_placed *placed)
{
    return p->height - placed->y + p->page->note_gap;
}

/* How far down the boxes of each page reach, and the height of its notes. */
static jb_len *
page_feet(const planner *p, const layout_plan *plan)
{
    jb_len *feet = ARENA_ARRAY(p->scratch, plan->n_pages, jb_len);
    for (size_t i = 0; i < plan->n; i++) {
        const layout_placed *placed = &plan->placed[i];
        bool is_first = i == 0 || !plan->placed[i - 1].is_note ||
                        plan->placed[i - 1].page != placed->page;
        if (!placed->is_note)
            feet[placed->page] = len_max(feet[placed->page], foot_of(placed));
        else if (is_first)
            feet[placed->page] += notes_height(p, placed);
    }
    return feet;
}

/* A page more, though it be well filled. */
#define PAGE_COST 40000
/* A table in two parts that one page would have held. */
#define PARTED_COST 20000
/* A last page with nothing but what sinks to its foot is one too many. */
#define FOOT_ALONE_COST 60000

static bool
has_foot_alone(const layout_plan *plan)
{
    size_t i = plan->n;
    while (i > 0 && plan->placed[i - 1].page + 1 == plan->n_pages)
        if (!plan->placed[--i].box->is_at_foot)
            return false;
    return i > 0 && i < plan->n;
}

static int64_t
pages_cost(const layout_plan *plan)
{
    return (int64_t)(plan->n_pages - 1) * PAGE_COST;
}

static int64_t
plan_cost(const planner *p, const layout_plan *plan, plan_try attempt)
{
    const jb_len *feet = page_feet(p, plan);
    int64_t cost = (1000 - attempt.figure_scale) * 50;
    cost += pages_cost(plan);
    cost += attempt.parts_tables ? PARTED_COST : 0;
    for (size_t page = 0; page + 1 < plan->n_pages; page++)
        cost += page_cost(feet[page], p->height);
    jb_len foot = feet[plan->n_pages - 1];
    jb_len least = len_scale(p->height, p->page->least_fill, 1000);
    if (plan->n_pages > 1 && foot < least)
        cost += 110000 + (int64_t)(least - foot) * 100000 / least;
    if (has_foot_alone(plan))
        cost += FOOT_ALONE_COST;
    return cost;
}

/* ── once the best plan is known ── */

/* Boxes first … end-1 of the plan are those of one page. */
typedef struct page_range {
    size_t first, end; /* of the text; its notes … */
    size_t notes_end;  /* … end here */
    jb_len foot;       /* of the text */
    bool has_columns;
} page_range;

static page_range
page_from(const layout_plan *plan, size_t first)
{
    page_range page = {first, first, first, 0, false};
    for (; page.notes_end < plan->n; page.notes_end++) {
        const layout_placed *placed = &plan->placed[page.notes_end];
        if (placed->page != plan->placed[first].page)
            break;
        if (placed->is_note)
            continue;
        page.end = page.notes_end + 1;
        page.foot = len_max(page.foot, foot_of(placed));
        page.has_columns |= placed->box->region != NULL;
    }
    return page;
}

/* What the text of the page may fill. */
static jb_len
text_height(const planner *p, const layout_plan *plan, page_range page)
{
    return page.end == page.notes_end
               ? p->height
               : p->height - notes_height(p, &plan->placed[page.end]);
}

static void
move_down(layout_plan *plan, size_t first, size_t end, jb_len by)
{
    for (size_t i = first; i < end; i++)
        plan->placed[i].y += by;
}

/* White lines at the foot of a page go to its figures, an eighth of their
 * height at most, so that pages end alike. */
static void
stretch_figures(const planner *p, layout_plan *plan, page_range page)
{
    jb_len grid = p->page->grid;
    jb_len white =
        (text_height(p, plan, page) - page.foot) / grid * grid;
    for (size_t i = page.first; i < page.end && white > 0; i++) {
        layout_placed *placed = &plan->placed[i];
        if (placed->box->figure == NULL)
            continue;
        jb_len most = placed->height / 8 / grid * grid;
        jb_len extra = len_min(white, most);
        placed->height += extra;
        white -= extra;
        move_down(plan, i + 1, page.end, extra);
    }
}

/* Boxes for the foot of the document sink to that of its last page, under the
 * notes. */
static void
sink_last(const planner *p, layout_plan *plan, page_range page)
{
    size_t first = page.end;
    while (first > page.first && plan->placed[first - 1].box->is_at_foot)
        first--;
    if (first == page.end)
        return;
    jb_len before = first == page.first
                        ? 0
                        : foot_of(&plan->placed[first - 1]);
    jb_len height = page.foot - before;
    move_down(plan, first, page.end, len_max(p->height - page.foot, 0));
    move_down(plan, page.end, page.notes_end, -height);
    plan->notes_raised = height;
}

/* What stands from the first box that asks for it on is centred in the rest
 * of the page, a little above the middle, where the eye takes it to be. */
static bool
centre_page(const planner *p, layout_plan *plan, page_range page)
{
    jb_len room = len_max(text_height(p, plan, page) - page.foot, 0);
    for (size_t i = page.first; i < page.end; i++) {
        if (!plan->placed[i].box->centres_page)
            continue;
        move_down(plan, i, page.end, len_scale(room, 45, 100));
        return true;
    }
    return false;
}

static void
finish_pages(const planner *p, layout_plan *plan)
{
    for (size_t i = 0; i < plan->n;) {
        page_range page = page_from(plan, i);
        i = page.notes_end;
        if (centre_page(p, plan, page))
            continue;
        if (page.notes_end == plan->n)
            sink_last(p, plan, page);
        else if (!page.has_columns)
            stretch_figures(p, plan, page);
    }
}

/* ── stretches between forced page breaks ── */

static layout_plan
plan_once(const planner *p, size_t first, size_t end, plan_try attempt)
{
    jb_len limit = p->height - attempt.spare;
    filler f = {.arena = p->scratch,
                .galley = p->galley,
                .page = p->page,
                .limit = len_max(limit, p->page->grid) + p->more,
                .more = p->more,
                .foot = p->height + p->more,
                .figure_scale = attempt.figure_scale,
                .parts_tables = attempt.parts_tables};
    fill_pages(&f, first, end);
    layout_plan plan = {.placed = f.placed.at,
                        .n = f.placed.n,
                        .n_pages = f.current + 1};
    plan.cost = plan_cost(p, &plan, attempt) + wait_cost(&f);
    return plan;
}

static bool
has_parted_table(const layout_plan *plan)
{
    for (size_t i = 0; i < plan->n; i++)
        if (plan->placed[i].is_repeated)
            return true;
    return false;
}

/* Pages as short as the same number of them allows. */
static layout_plan
even_plan(const planner *p, size_t first, size_t end, layout_plan best)
{
    jb_len step = len_max(p->page->grid / 4, 1);
    size_t n_pages = best.n_pages;
    for (jb_len spare = step; spare < p->height; spare += step) {
        plan_try attempt = {.figure_scale = 1000, .spare = spare};
        layout_plan plan = plan_once(p, first, end, attempt);
        if (plan.n_pages > n_pages)
            break;
        best = plan;
    }
    return best;
}

static bool
has_whole_columns(const planner *p, size_t first, size_t end)
{
    const layout_box *boxes = p->galley->boxes.at;
    for (size_t i = first; i < end; i++)
        if (boxes[i].region != NULL && boxes[i].region->is_whole)
            return true;
    return false;
}

/* The best plan for boxes first … end-1. When one page holds them all there
 * is nothing to weigh. */
static layout_plan
plan_stretch(const planner *p, size_t first, size_t end)
{
    static const struct {
        int figure_scale, spare_lines;
        bool parts_tables;
    } tries[] = {
        {1000, 0, false}, {950, 0, false}, {900, 0, false}, {850, 0, false},
        {1000, 1, false}, {950, 1, false}, {1000, 2, false}, {950, 2, false},
        {1000, 3, false}, {1000, 0, true}, {900, 0, true},
    };
    layout_plan best = {.cost = INT64_MAX};
    bool has_whole = has_whole_columns(p, first, end);
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        if (tries[i].spare_lines > 0 && p->page->least_fill == 0)
            continue; /* a short last page is nothing to give lines for */
        if (tries[i].parts_tables && !has_whole)
            continue;
        plan_try attempt = {tries[i].figure_scale,
                            tries[i].spare_lines * p->page->grid,
                            tries[i].parts_tables};
        layout_plan plan = plan_once(p, first, end, attempt);
        if (plan.cost < best.cost)
            best = plan;
        if (best.cost <= pages_cost(&best))
            break; /* nothing to mend */
    }
    if (p->page->is_even && has_parted_table(&best))
        best = even_plan(p, first, end, best);
    finish_pages(p, &best);
    return best;
}

static size_t
stretch_end(const layout_galley *g, size_t first)
{
    size_t end = first;
    while (end < g->boxes.n && (end == first || !g->boxes.at[end].starts_page))
        end++;
    return end;
}

/* ── stretches that share a page ── */

static jb_len
last_foot(const planner *p, const layout_plan *plan)
{
    return page_feet(p, plan)[plan->n_pages - 1];
}

/* Height of boxes first … end-1, on one page. */
static jb_len
boxes_height(const layout_galley *g, size_t first, size_t end)
{
    jb_len height = 0, after = 0;
    for (size_t i = first; i < end; i++) {
        const layout_box *box = &g->boxes.at[i];
        if (box->notes.n > 0)
            return INT32_MAX / 2;
        height += box->height + len_max(after, box->before);
        after = box->after;
    }
    return height;
}

/* Whether boxes `end` … next-1, which may begin on the last page of `plan`,
 * do: where it is nearly empty or has room for all of them, or where that
 * spares a page and they may for its sake. */
static bool
shares_page(const planner *p, const layout_plan *plan,
            const layout_plan *joined, size_t end, size_t next)
{
    jb_len foot = last_foot(p, plan);
    if (foot <= p->height / 3)
        return true;
    if (boxes_height(p->galley, end, next) <= p->height - foot)
        return joined->n_pages <= plan->n_pages;
    if (p->galley->boxes.at[end - 1].sharing != SHARES_TO_SAVE)
        return false;
    layout_plan alone = plan_stretch(p, end, next);
    return joined->n_pages < plan->n_pages + alone.n_pages;
}

/* The plan of boxes first … end-1, and of those of the stretch behind them
 * where they share a page: then `end` is moved. */
static layout_plan
plan_shared(const planner *p, size_t first, size_t *end)
{
    const layout_galley *g = p->galley;
    layout_plan plan = plan_stretch(p, first, *end);
    while (*end < g->boxes.n &&
           g->boxes.at[*end - 1].sharing != SHARES_NOTHING) {
        size_t next = stretch_end(g, *end);
        layout_plan joined = plan_stretch(p, first, next);
        if (!shares_page(p, &plan, &joined, *end, next))
            break;
        plan = joined;
        *end = next;
    }
    return plan;
}

typedef ARRAY(layout_placed) placed_array;

/* The pages of `next` behind the n_pages of `all`. */
static void
append_pages(arena *a, placed_array *all, size_t n_pages,
             const layout_plan *next)
{
    for (size_t i = 0; i < next->n; i++) {
        layout_placed placed = next->placed[i];
        placed.page += n_pages;
        ARRAY_PUSH(a, all, placed);
    }
}

/* ── printing on both sides ── */

/* The notes of the page that boxes first … notes-1 leave sink to its foot
 * again, and come before those; where those begin then. */
static size_t
leave_notes(arena *a, layout_plan *plan, size_t first, size_t notes)
{
    size_t n = notes - first;
    layout_placed *moved = ARENA_ARRAY(a, n, layout_placed);
    for (size_t i = 0; i < n; i++)
        moved[i] = plan->placed[first + i];
    move_down(plan, notes, plan->n, plan->notes_raised);
    for (size_t i = notes; i < plan->n; i++)
        plan->placed[first++] = plan->placed[i];
    for (size_t i = 0; i < n; i++)
        plan->placed[first + i] = moved[i];
    return first;
}

/* What sinks to the foot stands on the back of the last sheet: on a page of
 * its own when text ends on an odd page. A blank page before it, and its own
 * page behind a blank one, have no number (GB/T 9704-2012 7.5). */
static void
turn_foot(arena *a, layout_plan *plan)
{
    size_t notes = plan->n;
    while (notes > 0 && plan->placed[notes - 1].is_note)
        notes--;
    size_t first = notes;
    while (first > 0 && plan->placed[first - 1].box->is_at_foot)
        first--;
    if (first == notes || plan->n_pages % 2 == 0)
        return;
    first = leave_notes(a, plan, first, notes);
    size_t page = plan->placed[first].page;
    bool is_alone = first == 0 || plan->placed[first - 1].page != page;
    for (size_t i = first; i < plan->n; i++)
        plan->placed[i].page++;
    plan->n_pages++;
    if (is_alone)
        plan->n_numbered = page;
    else
        plan->n_numbered = plan->n_pages;
}

layout_plan
plan_galley(arena *a, const layout_galley *g, const style_page *page,
            jb_len height)
{
    placed_array all = {0};
    layout_plan plan = {.placed = NULL};
    for (size_t i = 0; i < g->boxes.n;) {
        planner p = {arena_new(), g, page, height,
                     i == 0 ? page->first_more : 0};
        size_t end = stretch_end(g, i);
        layout_plan next = plan_shared(&p, i, &end);
        append_pages(a, &all, plan.n_pages, &next);
        plan.n_pages += next.n_pages;
        plan.cost += next.cost;
        plan.notes_raised = next.notes_raised;
        arena_drop(p.scratch);
        i = end;
    }
    plan.placed = all.at;
    plan.n = all.n;
    plan.n_pages += plan.n_pages == 0;
    plan.n_numbered = plan.n_pages;
    if (page->is_two_sided)
        turn_foot(a, &plan);
    return plan;
}
