/* The attachments of an official document (GB/T 9704-2012 7.3.7), each from a
 * new page on: its number on the first line, its title on the third, then
 * text and table. A wide table is set along the paper's height, its head at
 * the left (8: the binding edge of an odd page, the trim edge of an even). */
#include "layout/compose.h"
#include "layout/wide.h"

/* What the document issues is no attachment: its title stands at the head of
 * its page. */
static void
compose_issued_title(composer *c, const jb_node *node)
{
    const style_text *look = compose_look(c, "attachment-title");
    layout_box *title = compose_text(c, &node->text, look, ROLE_H2);
    if (title == NULL)
        return;
    title->starts_page = true;
    title->outline = report_plain_text(c->arena, &node->text);
    title->outline_level = 2;
    ARRAY_LAST(&c->galley->boxes)->keeps_next = true;
    ARRAY_LAST(&c->galley->boxes)->after = c->page->grid;
}

static void
compose_title(composer *c, const jb_node *node)
{
    if (node->level == REPORT_ISSUED) {
        compose_issued_title(c, node);
        return;
    }
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

/* A paragraph, or a heading as those of the text (7.3.7). */
static void
compose_enclosed(composer *c, const jb_node *node)
{
    bool is_heading = node->level > 0;
    const style_text *look = is_heading
                                 ? compose_heading_look(c, node->level)
                                 : compose_look(c, "body");
    if (compose_text(c, &node->text, look, is_heading ? ROLE_H3 : ROLE_P) &&
        is_heading)
        ARRAY_LAST(&c->galley->boxes)->keeps_next = true;
}

static void
compose_one(composer *c, const jb_node *node)
{
    compose_title(c, node);
    for (size_t i = 0; i < node->n_children; i++)
        compose_enclosed(c, node->children[i]);
    compose_table(c, node, false);
}

/* Because the person wants it so, or all columns fit in no other way. */
static bool
is_turned(composer *c, const jb_node *node)
{
    const report_table *table = node->table;
    if (table == NULL || c->page->size.h <= c->page->size.w)
        return false;
    wide_plan plan = wide_from_table(c, table);
    if (table->is_sideways || plan.way != WIDE_TURNED)
        return table->is_sideways;
    wide_note(c, node, &plan);
    return true;
}

static void
compose_turned(composer *c, const jb_node *node)
{
    size_t first = c->galley->boxes.n;
    compose_on_side(c, node, compose_one);
    c->galley->boxes.at[first].starts_page = true;
}

void
compose_enclosures(composer *c)
{
    const jb_node *root = report_root(c->report);
    for (size_t i = 0; i < root->n_children; i++) {
        const jb_node *node = root->children[i];
        if (node->kind != REPORT_ATTACHMENT)
            continue;
        const layout_element *parent = c->element;
        c->element = compose_element(c, ROLE_SECTION, SLICE_OF(""));
        if (is_turned(c, node))
            compose_turned(c, node);
        else
            compose_one(c, node);
        c->element = parent;
    }
}
