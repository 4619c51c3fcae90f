/* The attachments of an official document (GB/T 9704-2012 7.3.7), each from a
 * new page on: its number on the first line, its title on the third, then
 * text and table. A wide table is set along the paper's height, its head at
 * the left (8: the binding edge of an odd page, the trim edge of an even). */
#include "display/turn.h"
#include "layout/compose.h"
#include "layout/paint.h"

static void
compose_title(composer *c, const jb_node *node)
{
    slice words = report_plain_text(c->arena, &node->text);
    slice number = node->level == 0
                       ? SLICE_OF("附件")
                       : slice_printf(c->arena, "附件%d", node->level);
    size_t first = c->galley->boxes.n;
    layout_box *head =
        compose_slice(c, number, c->block->look, ROLE_H2);
    head->starts_page = true;
    head->outline = slice_printf(c->arena, "%.*s　%.*s", SLICE_ARGS(number),
                                 SLICE_ARGS(words));
    head->outline_level = 2;
    const style_text *look = compose_look(c, "attachment-title");
    layout_box *title = compose_text(c, &node->text, look, ROLE_H3);
    if (title != NULL)
        title->at = 2 * c->page->grid;
    for (size_t i = first; i < c->galley->boxes.n; i++)
        c->galley->boxes.at[i].keeps_next = true;
    ARRAY_LAST(&c->galley->boxes)->after = c->page->grid;
}

static void
compose_one(composer *c, const jb_node *node)
{
    compose_title(c, node);
    for (size_t i = 0; i < node->n_children; i++)
        compose_text(c, &node->children[i]->text, compose_look(c, "body"),
                     ROLE_P);
    compose_table(c, node, false);
}

/* A page of its own plan, turned, as one box that fills a page. */
static void
add_turned(composer *c, jb_display *page, jb_size area)
{
    const layout_element *parent = c->element;
    c->element = NULL; /* the page opens its own */
    layout_box *box = compose_box(c, area.h);
    box->starts_page = true;
    display_append_turned(&box->content, page,
                          (jb_point){c->page->left, area.h});
    c->element = parent;
}

/* As if the paper lay on its side: composed and broken into pages apart. */
static void
compose_turned(composer *c, const jb_node *node)
{
    jb_size area = {style_measure(c->style),
                    c->page->size.h - c->page->top - c->page->bottom};
    layout_galley own = {0};
    composer side = *c;
    side.galley = &own;
    side.x = 0;
    side.measure = area.h;
    compose_one(&side, node);
    c->n_elements = side.n_elements;
    own.boxes.at[0].starts_page = false;
    slice outline = own.boxes.at[0].outline;
    own.boxes.at[0].outline = SLICE_OF("");
    style_page paper = *c->page;
    paper.first_more = 0;
    layout_plan plan = plan_galley(c->arena, &own, &paper, area.w);
    size_t first = c->galley->boxes.n;
    for (size_t page = 0; page < plan.n_pages; page++) {
        jb_display drawn = {.arena = c->arena};
        paint_boxes(&side, &plan, page, &drawn);
        add_turned(c, &drawn, area);
    }
    c->galley->boxes.at[first].outline = outline;
    c->galley->boxes.at[first].outline_level = 2;
}

void
compose_enclosures(composer *c)
{
    const jb_node *root = report_root(c->report);
    bool is_upright = c->page->size.h > c->page->size.w;
    for (size_t i = 0; i < root->n_children; i++) {
        const jb_node *node = root->children[i];
        bool is_turned = node->table != NULL && node->table->is_sideways &&
                         is_upright;
        if (node->kind != REPORT_ATTACHMENT)
            continue;
        const layout_element *parent = c->element;
        c->element = compose_element(c, ROLE_SECTION, SLICE_OF(""));
        if (is_turned)
            compose_turned(c, node);
        else
            compose_one(c, node);
        c->element = parent;
    }
}
