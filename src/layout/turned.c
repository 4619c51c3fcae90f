/* What is too wide for the page is set along the paper's height, its head at
 * the left (GB/T 9704-2012 8: the binding edge of an odd page, the trim edge
 * of an even one). */
#include "display/turn.h"
#include "layout/compose.h"
#include "layout/paint.h"

/* Marks are numbered with those of the other pages; their notes stand on the
 * turned page itself. */
static void
take_mentions(composer *c, const layout_plan *plan, size_t page,
              layout_box *box)
{
    for (size_t i = 0; i < plan->n; i++) {
        const layout_box *inner = plan->placed[i].box;
        for (size_t k = 0;
             plan->placed[i].page == page && k < inner->mentions.n; k++)
            ARRAY_PUSH(c->arena, &box->mentions, inner->mentions.at[k]);
    }
}

/* A page of a plan of its own, turned, as one box that fills a page. */
static layout_box *
add_turned(composer *c, jb_display *page, jb_size area)
{
    const layout_element *parent = c->element;
    c->element = NULL; /* the page opens its own */
    layout_box *box = compose_box(c, area.h);
    display_append_turned(&box->content, page,
                          (jb_point){c->page->left, area.h});
    c->element = parent;
    return box;
}

void
compose_on_side(composer *c, const jb_node *node,
                void (*compose)(composer *, const jb_node *))
{
    jb_size area = {style_measure(c->style),
                    c->page->size.h - c->page->top - c->page->bottom};
    layout_galley own = {0};
    composer side = *c;
    side.galley = &own;
    side.is_on_side = true;
    side.region = NULL;
    side.x = 0;
    side.measure = area.h;
    compose(&side, node);
    c->n_elements = side.n_elements;
    c->wide = side.wide;
    if (own.boxes.n == 0)
        return;
    layout_box *head = &own.boxes.at[0];
    head->starts_page = false;
    style_page paper = *c->page;
    paper.first_more = 0;
    layout_plan plan = plan_galley(c->arena, &own, &paper, area.w);
    for (size_t page = 0; page < plan.n_pages; page++) {
        jb_display drawn = {.arena = c->arena};
        paint_boxes(&side, &plan, page, &drawn);
        layout_box *box = add_turned(c, &drawn, area);
        take_mentions(c, &plan, page, box);
        if (page > 0)
            continue;
        box->outline = head->outline;
        box->outline_level = head->outline_level;
        box->anchor = head->anchor;
    }
}
