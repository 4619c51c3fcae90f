#include "layout/compose.h"

/* Text that shrinks does so to half its size at most. */
#define SHRINK_MOST 2

void
compose_line(composer *c)
{
    slice text = template_fill(c->arena, &c->block->text, c->fields);
    style_text *look = ARENA_NEW(c->arena, style_text);
    *look = *c->block->look;
    jb_len width = set_width(c, text, look);
    if (c->block->is_one_line && width > c->measure) {
        jb_len fitting = len_scale(look->size, c->measure, width);
        fitting -= fitting / 500; /* each advance is rounded */
        look->size = len_max(fitting, look->size / SHRINK_MOST);
    }
    compose_slice(c, text, look, ROLE_P);
}

/* One of the three texts of a row, in the row's box. */
static void
draw_part(composer *c, layout_box *box, slice text, style_align align,
          jb_len width)
{
    if (text.len == 0)
        return;
    style_text look = *c->block->look;
    look.align = align;
    look.indent = 0;
    jb_len x = align == STYLE_END ? c->x + c->measure - width : c->x;
    jb_paragraph *p = set_slice(c, text, &look, width);
    display_group_begin(&box->content, (display_group){.role = ROLE_P});
    set_draw(&box->content, p, &look, (jb_point){x, 0});
    display_group_end(&box->content);
    box->height =
        len_max(box->height, set_height(p, &look) + look.leading - look.size);
}

void
compose_row(composer *c)
{
    const style_block *block = c->block;
    slice left = template_fill(c->arena, &block->left, c->fields);
    slice centre = template_fill(c->arena, &block->centre, c->fields);
    slice right = template_fill(c->arena, &block->right, c->fields);
    jb_len left_width = c->measure, right_width = c->measure;
    if (left.len > 0 && right.len > 0) {
        jb_len room = c->measure - 2 * block->look->size;
        left_width = set_left_share(set_width(c, left, block->look),
                                    set_width(c, right, block->look), room);
        right_width = room - left_width;
    }
    layout_box *box = compose_box(c, 0);
    draw_part(c, box, left, STYLE_START, left_width);
    draw_part(c, box, centre, STYLE_CENTRE, c->measure);
    draw_part(c, box, right, STYLE_END, right_width);
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

static void
add_signature_line(composer *c, const jb_paragraph *p, jb_len x,
                   const style_text *look)
{
    const layout_element *parent = c->element;
    if (p->n_lines == 0)
        return;
    c->element = compose_element(c, ROLE_P, SLICE_OF(""));
    jb_len lines = (jb_len)p->n_lines * look->leading;
    layout_box *box = compose_box(c, lines);
    box->tail = look->leading - look->size;
    box->is_line = true;
    box->is_on_grid = look->leading == c->page->grid;
    set_draw(&box->content, p, look, (jb_point){c->x + x, 0});
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
    jb_len name_width = set_width(c, name, &look);
    jb_len date_width = set_width(c, date, &look);
    jb_len name_x = c->measure - name_width;
    jb_len date_x = c->measure - date_width;
    jb_len step = c->block->step;
    if (c->block->stack == STACK_CENTRE)
        name_x = date_x + (date_width - name_width) / 2;
    else if (name_x + step <= date_x)
        date_x = name_x + step;
    else
        name_x = date_x - step;
    name_x = len_max(name_x, 0);
    date_x = len_max(len_min(date_x, c->measure - date_width), 0);
    /* Centred over the date, a long name reaches into the inset. */
    jb_len room = len_max(c->measure - name_x,
                          len_min(name_width, c->measure));
    add_signature_line(c, set_slice(c, name, &look, room), name_x, &look);
    add_signature_line(c, set_slice(c, date, &look, c->measure - date_x),
                       date_x, &look);
}

/* ── attachments ── */

/* Width of what stands before a name: its last mark is not at a line's end. */
static jb_len
label_width(const composer *c, slice label, const style_text *look)
{
    slice whole = slice_join(c->arena, label, SLICE_OF("一"));
    return label.len == 0 ? 0 : set_width(c, whole, look) - look->size;
}

/* 附件：1.… and below it 2.…, each aligned with the first, whose further
 * lines begin where its name does (GB/T 9704-2012 7.3.4). */
static void
add_attachment(composer *c, slice label, slice name, jb_len x)
{
    style_text look = *c->block->look;
    jb_len width = label_width(c, label, &look);
    look.align = STYLE_START;
    look.indent = 0;
    look.rest_indent = 0;
    jb_paragraph *head = set_slice(c, label, &look, c->measure);
    jb_paragraph *body = set_slice(c, name, &look, c->measure - x - width);
    add_signature_line(c, body, x + width, &look);
    layout_box *box = ARRAY_LAST(&c->galley->boxes);
    set_draw(&box->content, head, &look, (jb_point){c->x + x, 0});
}

void
compose_attachments(composer *c)
{
    const metrics_document *doc =
        metrics_document_of(facts_metrics(report_facts(c->report)));
    style_text look = *c->block->look;
    jb_len indent = len_scale(look.size, look.indent, 1000);
    slice lead = SLICE_OF("附件：");
    look.indent = 0;
    jb_len lead_width = label_width(c, lead, &look);
    for (size_t i = 0; i < doc->n_attachments; i++) {
        slice number = doc->n_attachments < 2
                           ? (slice){NULL, 0}
                           : slice_printf(c->arena, "%zu.", i + 1);
        slice label =
            i == 0 ? slice_join(c->arena, lead, number) : number;
        add_attachment(c, label, doc->attachments[i].text,
                       indent + (i == 0 ? 0 : lead_width));
    }
}
