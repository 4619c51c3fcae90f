/* Lists: each item's mark at the look's first indent, its text behind. */
#include "layout/compose.h"

/* White between the mark and the text, of an em. */
#define MARK_GAP 200

static void
draw_marker(composer *c, layout_box *box, jb_paragraph *marker,
            const style_text *look)
{
    jb_len x = c->x + len_scale(look->size, look->indent, 1000);
    set_draw(&box->content, marker, look, (jb_point){x, 0});
}

/* Text hangs behind its mark, in ems so that lines keep to the characters'
 * grid. */
static style_text
item_look(const composer *c, const jb_node *item, const style_text *look)
{
    style_text hung = *look;
    jb_len wide = set_width(c, item->marker, look) +
                  len_scale(look->size, MARK_GAP, 1000);
    int ems = (int)((wide + look->size - 1) / look->size);
    hung.indent = hung.rest_indent = look->indent + ems * 1000;
    return hung;
}

static void
compose_item(composer *c, const jb_node *item, const style_text *look)
{
    const layout_element *list = c->element;
    style_text hung = item_look(c, item, look), plain = *look;
    plain.indent = plain.rest_indent = 0;
    plain.align = STYLE_START;
    c->element = compose_element(c, ROLE_ITEM, SLICE_OF(""));
    size_t first = c->galley->boxes.n;
    layout_box *head = compose_text(c, &item->text, &hung, ROLE_BODY);
    c->element = list;
    if (head == NULL)
        return;
    head = &c->galley->boxes.at[first];
    jb_display text = head->content;
    head->content = (jb_display){.arena = c->arena};
    draw_marker(c, head, set_slice(c, item->marker, &plain, 0), look);
    display_append(&head->content, &text, (jb_point){0, 0});
}

void
compose_list(composer *c, const jb_node *list)
{
    const layout_element *parent = c->element;
    const style_text *look = compose_look(c, "list");
    size_t first = c->galley->boxes.n;
    c->element = compose_element(c, ROLE_LIST, SLICE_OF(""));
    for (size_t i = 0; i < list->n_children; i++)
        compose_item(c, list->children[i], look);
    c->element = parent;
    /* What leads a list in stays with its first line. */
    if (first > 0 && first < c->galley->boxes.n &&
        c->galley->boxes.at[first - 1].is_line)
        c->galley->boxes.at[first - 1].keeps_next = true;
}
