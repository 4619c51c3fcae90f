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
