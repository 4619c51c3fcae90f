#include "chart/label.h"

/* Lines of a label stand closer than those of prose, but ink never meets. */
#define LEADING_LEAST 1250 /* em/1000 */

jb_len
label_size(const chart_context *c, const style_text *look)
{
    return len_max(look->size, c->style->min_text);
}

size_t
label_lines_count(const chart_label *l)
{
    return l->paragraph == NULL ? 0 : l->paragraph->n_lines;
}

static text_span
span_for(const chart_context *c, const label_wish *wish)
{
    jb_fonts *fonts = typesetter_fonts(c->typesetter);
    text_span span = {.text = wish->text, .is_tabular = true};
    span.role = fonts_role_lookup(fonts, wish->look->role);
    span.size = label_size(c, wish->look);
    span.colour = wish->colour.a == 0 ? wish->look->colour : wish->colour;
    span.is_emphasis = wish->is_emphasis;
    return span;
}

/* The mark of a note: smaller and raised, but never below the least size. */
static text_span
mark_for(const chart_context *c, const label_wish *wish, text_span body)
{
    text_span mark = body;
    mark.text = wish->mark;
    mark.is_emphasis = false;
    mark.size = len_max(body.size * 3 / 4, c->style->min_text);
    mark.rise = (body.size - mark.size) * 3 / 4;
    return mark;
}

static text_options
options_for(const chart_context *c, const label_wish *wish)
{
    text_options options = c->text != NULL ? *c->text : TEXT_OPTIONS;
    options.measure = wish->measure;
    options.align = wish->align;
    options.shape = wish->align == TEXT_JUSTIFY ? TEXT_PLAIN : TEXT_BALANCED;
    options.first_indent = options.rest_indent = 0;
    options.max_lines = 0;
    options.tracking = wish->look->tracking;
    options.hangs_marks = false;
    return options;
}

static void
label_measure(chart_label *l)
{
    const jb_paragraph *p = l->paragraph;
    for (size_t i = 0; i < p->n_lines; i++) {
        jb_rect ink = text_line_ink(&p->lines[i]);
        ink.y += p->ascent + (jb_len)i * l->leading;
        l->ink = i == 0 ? ink : rect_union(l->ink, ink);
        l->width = len_max(l->width, p->lines[i].width);
    }
    l->height = p->ascent + p->descent +
                (jb_len)(p->n_lines - 1) * l->leading;
}

chart_label
label_set(const chart_context *c, const label_wish *wish)
{
    chart_label l = {.size = label_size(c, wish->look)};
    if (wish->text.len == 0)
        return l;
    text_span spans[2] = {span_for(c, wish)};
    spans[1] = mark_for(c, wish, spans[0]);
    text_options options = options_for(c, wish);
    const jb_paragraph *p =
        text_set(c->arena, c->typesetter, spans,
                 wish->mark.len == 0 ? 1 : 2, &options, c->diags);
    if (p->n_lines == 0)
        return l;
    l.paragraph = p;
    l.leading = len_max(wish->look->leading,
                        len_scale(l.size, LEADING_LEAST, 1000));
    label_measure(&l);
    return l;
}

void
label_draw(jb_display *d, const chart_label *l, jb_point at)
{
    for (size_t i = 0; i < label_lines_count(l); i++) {
        jb_len baseline = l->paragraph->ascent + (jb_len)i * l->leading;
        text_line_draw(d, &l->paragraph->lines[i],
                       (jb_point){at.x, at.y + baseline});
    }
}

jb_rect
label_ink_at(const chart_label *l, jb_point at)
{
    return (jb_rect){l->ink.x + at.x, l->ink.y + at.y, l->ink.w, l->ink.h};
}
