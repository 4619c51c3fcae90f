#include "layout/compose.h"

void
compose_line(composer *c)
{
    slice text = template_fill(c->arena, &c->block->text, c->fields);
    compose_slice(c, text, c->block->look, ROLE_P);
}

/* One of the three texts of a row, in the row's box. */
static void
draw_part(composer *c, layout_box *box, const style_template *t,
          style_align align)
{
    slice text = template_fill(c->arena, t, c->fields);
    if (text.len == 0)
        return;
    style_text look = *c->block->look;
    look.align = align;
    look.indent = 0;
    jb_paragraph *p = set_slice(c, text, &look, c->measure);
    display_group_begin(&box->content, (display_group){.role = ROLE_P});
    set_draw(&box->content, p, &look, (jb_point){c->x, 0});
    display_group_end(&box->content);
    box->height =
        len_max(box->height, set_height(p, &look) + look.leading - look.size);
}

void
compose_row(composer *c)
{
    const style_block *block = c->block;
    layout_box *box = compose_box(c, 0);
    draw_part(c, box, &block->left, STYLE_START);
    draw_part(c, box, &block->centre, STYLE_CENTRE);
    draw_part(c, box, &block->right, STYLE_END);
    box->tail = block->look->leading - block->look->size;
    if (box->height == 0)
        c->galley->boxes.n--;
}

void
compose_rule(composer *c)
{
    const style_block *block = c->block;
    bool is_double = block->rule_second > 0;
    jb_len second = block->rule_width + block->rule_gap;
    layout_box *box = compose_box(
        c, is_double ? second + block->rule_second : block->rule_width);
    jb_display *d = &box->content;
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    display_rect(d, (jb_rect){c->x, 0, c->measure, block->rule_width},
                 block->rule_colour);
    if (is_double)
        display_rect(d,
                     (jb_rect){c->x, second, c->measure, block->rule_second},
                     block->rule_colour);
    display_group_end(d);
}

/* ── signatures ── */

static jb_len
line_end(const jb_paragraph *p)
{
    return p->n_lines == 0 ? 0 : p->lines[0].x + p->lines[0].width;
}

static void
add_signature_line(composer *c, const jb_paragraph *p, jb_len x,
                   const style_text *look)
{
    if (p->n_lines == 0)
        return;
    const layout_element *parent = c->element;
    c->element = compose_element(c, ROLE_P, SLICE_OF(""));
    layout_box *box = compose_box(c, look->leading);
    box->tail = look->leading - look->size;
    box->is_line = true;
    box->is_on_grid = look->leading == c->page->grid;
    set_draw(&box->content, p, look, (jb_point){c->x + len_max(x, 0), 0});
    c->element = parent;
}

/* Name over date at the right, as GB/T 9704-2012 7.3.5 has them: with a seal
 * the name is centred over the date; without, the date starts a step to the
 * right of the name, and the longer of the two stands against the inset. */
void
compose_signature(composer *c)
{
    style_text look = *c->block->look;
    look.align = STYLE_START;
    look.indent = 0;
    slice name = template_fill(c->arena, &c->block->left, c->fields);
    slice date = template_fill(c->arena, &c->block->right, c->fields);
    jb_paragraph *first = set_slice(c, name, &look, 0);
    jb_paragraph *second = set_slice(c, date, &look, 0);
    jb_len first_width = line_end(first), second_width = line_end(second);
    jb_len first_x = c->measure - first_width;
    jb_len second_x = c->measure - second_width;
    jb_len step = c->block->step;
    if (c->block->stack == STACK_CENTRE)
        first_x = second_x + (second_width - first_width) / 2;
    else if (first_x + step <= second_x)
        second_x = first_x + step;
    else
        first_x = second_x - step;
    add_signature_line(c, first, first_x, &look);
    add_signature_line(c, second, second_x, &look);
}
