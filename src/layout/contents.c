#include "layout/compose.h"

/* One line of the contents: the heading, leaders, and its page, the last two
 * drawn when the plan is known. */
static void
add_entry(composer *c, const jb_node *heading)
{
    style_text look = *c->block->look;
    int level = heading->level < 1 ? 1 : heading->level;
    jb_len indent = (jb_len)(level - 1) * 2 * look.size;
    jb_len room = 3 * look.size; /* for the number, and white before it */
    look.align = STYLE_START;
    look.indent = 0;
    report_text whole = reference_heading(c, heading);
    report_text text = reference_bare(c, &whole);
    jb_paragraph *p =
        set_text(c, &text, &look, c->measure - indent - room);
    if (p->n_lines == 0)
        return;
    layout_box *box = compose_box(c, (jb_len)p->n_lines * look.leading);
    box->tail = look.leading - look.size;
    box->is_on_grid = look.leading == c->page->grid && c->frame == NULL;
    const text_line *last = &p->lines[p->n_lines - 1];
    layout_reference *reference = ARENA_NEW(c->arena, layout_reference);
    *reference = (layout_reference){
        .heading = heading->target->heading,
        .anchor = reference_id(c, heading->target),
        .look = c->block->look,
        .left = c->x + indent + last->x + last->width,
        .right = c->x + c->measure,
        .top = (jb_len)(p->n_lines - 1) * look.leading};
    box->reference = reference;
    set_draw(&box->content, p, &look, (jb_point){c->x + indent, 0});
}

static void
add_entries(composer *c, const jb_node *node)
{
    for (size_t i = 0; i < node->n_children; i++) {
        const jb_node *child = node->children[i];
        if (child->kind == REPORT_SECTION) {
            add_entries(c, child);
        } else if (child->kind == REPORT_HEADING &&
                   node->kind == REPORT_SECTION) {
            const layout_element *parent = c->element;
            c->element = compose_element(c, ROLE_TOC_ITEM, SLICE_OF(""));
            if (child->level <= c->block->depth)
                add_entry(c, child);
            c->element = parent;
        }
    }
}

void
compose_contents(composer *c)
{
    const layout_element *parent = c->element;
    size_t first = c->galley->boxes.n;
    compose_block_heading(c);
    size_t heading_end = c->galley->boxes.n;
    c->element = compose_element(c, ROLE_TOC, SLICE_OF(""));
    add_entries(c, report_root(c->report));
    if (c->galley->boxes.n == heading_end)
        c->galley->boxes.n = first; /* a heading over nothing */
    c->element = parent;
}
