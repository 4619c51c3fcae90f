#include "layout/compose.h"

/* Text that shrinks does so to half its size at most; then it is broken. */
#define SHRINK_MOST 2

void
compose_line(composer *c)
{
    slice text = template_fill(c->arena, &c->block->text, c->fields);
    compose_fitted(c, text, ROLE_P);
}

void
compose_fitted(composer *c, slice text, display_role role)
{
    style_text *look = ARENA_NEW(c->arena, style_text);
    *look = *c->block->look;
    jb_len width = set_width(c, text, look);
    if (c->block->is_one_line && width > c->measure) {
        jb_len fitting = len_scale(look->size, c->measure, width);
        fitting -= fitting / 500; /* each advance is rounded */
        fitting = len_max(fitting, look->size / SHRINK_MOST);
        look->leading = len_scale(look->leading, fitting, look->size);
        look->size = fitting;
        if (len_scale(width, fitting, c->block->look->size) > c->measure) {
            look->shape = STYLE_TITLE;
            look->leading = len_max(look->leading, fitting * 5 / 4);
        }
    }
    compose_slice(c, text, look, role);
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

/* ── labels ── */

static void
add_labelled_lines(composer *c, const jb_paragraph *p, jb_len x,
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

/* Width of what stands before a name: its last mark is not at a line's end. */
static jb_len
label_width(const composer *c, slice label, const style_text *look)
{
    slice whole = slice_join(c->arena, label, SLICE_OF("一"));
    return label.len == 0 ? 0 : set_width(c, whole, look) - look->size;
}

/* A label and, a gap behind it, text whose further lines begin where its first
 * does. */
static void
add_labelled(composer *c, slice label, slice text, jb_len x, jb_len gap)
{
    style_text look = *c->block->look;
    look.align = STYLE_START;
    look.indent = 0;
    look.rest_indent = 0;
    style_text label_look = look;
    label_look.align = STYLE_START;
    if (c->block->label_role.len > 0)
        label_look.role = c->block->label_role;
    jb_len width = label_width(c, label, &label_look) + gap;
    jb_paragraph *head = set_slice(c, label, &label_look, c->measure);
    jb_paragraph *body = set_slice(c, text, &look, c->measure - x - width);
    add_labelled_lines(c, body, x + width, &look);
    layout_box *box = ARRAY_LAST(&c->galley->boxes);
    set_draw(&box->content, head, &look, (jb_point){c->x + x, 0});
}

/* 出席：…, 抄送：… (GB/T 9704-2012 7.4.2, 10.3). */
void
compose_labelled(composer *c)
{
    const style_text *look = c->block->look;
    slice label = template_fill(c->arena, &c->block->left, c->fields);
    slice text = template_fill(c->arena, &c->block->text, c->fields);
    if (text.len > 0)
        add_labelled(c, label, text,
                     len_scale(look->size, look->indent, 1000), 0);
}

/* Those that 附件说明 lists: what the document issues is none of them. */
static const metrics_attachment **
listed_attachments(const composer *c, size_t *n)
{
    const metrics_document *doc =
        metrics_document_of(facts_metrics(report_facts(c->report)));
    const metrics_attachment **all = ARENA_ARRAY(
        c->arena, doc->n_attachments, const metrics_attachment *);
    *n = 0;
    for (size_t i = 0; i < doc->n_attachments; i++)
        if (!doc->attachments[i].is_issued)
            all[(*n)++] = &doc->attachments[i];
    return all;
}

/* Whether a name behind its number would be read as one with it: 1.2025年. */
static bool
begin_with_digits(const metrics_attachment *const *all, size_t n)
{
    for (size_t i = 0; n > 1 && i < n; i++) {
        slice name = all[i]->name.text;
        if (name.len > 0 && name.at[0] >= '0' && name.at[0] <= '9')
            return true;
    }
    return false;
}

/* 附件：1.… and below it 2.…, each aligned with the first, whose further
 * lines begin where its name does (GB/T 9704-2012 7.3.4). */
void
compose_attachments(composer *c)
{
    size_t n;
    const metrics_attachment **all = listed_attachments(c, &n);
    style_text look = *c->block->look;
    jb_len indent = len_scale(look.size, look.indent, 1000);
    slice lead = SLICE_OF("附件：");
    look.indent = 0;
    jb_len lead_width = label_width(c, lead, &look);
    bool has_digits = begin_with_digits(all, n);
    for (size_t i = 0; i < n; i++) {
        slice number = n < 2
                           ? (slice){NULL, 0}
                           : slice_printf(c->arena, "%zu.", i + 1);
        slice label =
            i == 0 ? slice_join(c->arena, lead, number) : number;
        add_labelled(c, label, all[i]->name.text,
                     indent + (i == 0 ? 0 : lead_width),
                     has_digits ? look.size / 4 : 0);
    }
}
