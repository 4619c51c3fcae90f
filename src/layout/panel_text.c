#include "layout/panel_text.h"

bool
panel_text_is_over(const panel_text *t)
{
    return t->paragraph >= t->n;
}

/* ── setting ── */

/* A heading among text stands closer to what it heads than over a slide. */
static panel_paragraph
heading_of(composer *c, const jb_node *node, jb_len width)
{
    int rank = node->level < 1 ? 1 : node->level > 4 ? 4 : node->level;
    panel_paragraph p = {.node = node, .is_heading = true,
                         .look = compose_heading_look(c, node->level),
                         .role = (display_role)(ROLE_H1 + rank)};
    report_text words = reference_heading(c, node);
    p.lines = set_text(c, &words, p.look, width);
    p.before = p.look->leading / 3;
    p.after = p.look->leading / 6;
    return p;
}

/* The white behind the mark, of an em. */
#define EN 500

/* The lines of an item stand under its first word, behind its mark. */
static const style_text *
item_look(composer *c, const jb_node *node, const style_text *look)
{
    if (node->kind != REPORT_ITEM)
        return look;
    style_text *hung = ARENA_NEW(c->arena, style_text);
    *hung = *look;
    hung->indent = 0;
    jb_len mark = set_width(c, node->text.runs[0].text, look);
    hung->rest_indent = (int)((int64_t)mark * 1000 / look->size) + EN;
    hung->space_after = look->space_after / 2;
    return hung;
}

panel_text
panel_text_set(composer *c, const panel_items *items, const style_text *look,
               jb_len width, int columns)
{
    panel_text t = {.width = width, .columns = columns < 1 ? 1 : columns};
    t.at = ARENA_ARRAY(c->arena, items->n, panel_paragraph);
    for (size_t i = 0; i < items->n; i++) {
        const jb_node *node = items->at[i].node;
        panel_paragraph p = {.node = node, .role = ROLE_P,
                             .look = item_look(c, node, look)};
        if (items->at[i].is_heading)
            p = heading_of(c, node, width);
        else
            p.lines = set_text(c, &node->text, p.look, width);
        if (!p.is_heading)
            p.after = p.look->space_after;
        if (p.lines->n_lines == 0)
            continue;
        p.element = compose_element(c, p.role, SLICE_OF(""))->number;
        t.at[t.n++] = p;
    }
    return t;
}

/* ── columns ── */

/* How many lines of paragraph `i` from `line` on go into `room`; all, or so
 * many that neither part is shorter than the look allows. */
static size_t
lines_within(const panel_text *t, size_t i, size_t line, jb_len room)
{
    const panel_paragraph *p = &t->at[i];
    size_t left = p->lines->n_lines - line;
    if (room < p->look->size)
        return 0;
    size_t most = (size_t)((room - p->look->size) / p->look->leading) + 1;
    if (left <= most)
        return left;
    if (t->is_whole || p->is_heading)
        return 0;
    size_t widows = (size_t)p->look->widows;
    if (left - most < widows)
        most = left > widows ? left - widows : 0;
    return line == 0 && most < (size_t)p->look->orphans ? 0 : most;
}

/* A heading goes where the beginning of what it heads goes. */
static bool
is_followed(const panel_text *t, size_t i, size_t end, jb_len room)
{
    for (; i < end && t->at[i].is_heading; i++) {
        const panel_paragraph *p = &t->at[i];
        if (lines_within(t, i, 0, room) == 0)
            return false;
        room -= (jb_len)p->lines->n_lines * p->look->leading + p->after;
    }
    return i >= end || lines_within(t, i, 0, room) > 0;
}

static size_t
lines_for(const panel_text *t, size_t end, jb_len room)
{
    const panel_paragraph *p = &t->at[t->paragraph];
    if (p->is_heading && !is_followed(t, t->paragraph, end, room))
        return 0;
    return lines_within(t, t->paragraph, t->line, room);
}

/* Of a heading, which links may lead to. */
static slice
place_id(const composer *c, const panel_text *t)
{
    const panel_paragraph *p = &t->at[t->paragraph];
    bool is_place = p->is_heading && t->line == 0 && p->node->target != NULL;
    return is_place ? reference_id(c, p->node->target) : SLICE_OF("");
}

static void
take_lines(composer *c, const panel_text *t, size_t n, jb_point at,
           panel_taken *out)
{
    const panel_paragraph *p = &t->at[t->paragraph];
    for (size_t i = 0; i < n; i++)
        ARRAY_PUSH(c->arena, &out->lines, &p->lines->lines[t->line + i]);
    if (p->is_heading)
        ARRAY_PUSH(c->arena, &out->headings, p);
    if (out->display == NULL)
        return;
    display_group_begin(
        out->display,
        (display_group){.role = p->role,
                        .element = p->element,
                        .id = place_id(c, t)});
    for (size_t i = 0; i < n; i++) {
        jb_len y = at.y + (jb_len)i * p->look->leading + p->lines->ascent;
        text_line_draw(out->display, &p->lines->lines[t->line + i],
                       (jb_point){at.x, y});
    }
    display_group_end(out->display);
}

static void
fill_column(composer *c, panel_text *t, size_t end, jb_rect column,
            panel_taken *out)
{
    jb_len y = 0;
    while (t->paragraph < end) {
        const panel_paragraph *p = &t->at[t->paragraph];
        jb_len top = y == 0 ? 0 : y + p->before;
        size_t n = lines_for(t, end, column.h - top);
        if (n == 0 && (y > 0 || t->is_whole))
            return;
        if (n == 0)
            n = p->is_heading ? p->lines->n_lines : 1;
        take_lines(c, t, n, (jb_point){column.x, column.y + top}, out);
        t->line += n;
        if (t->line < p->lines->n_lines)
            return;
        y = top + (jb_len)n * p->look->leading + p->after;
        t->paragraph++;
        t->line = 0;
    }
}

static void
fill_columns(composer *c, panel_text *t, size_t end, jb_rect area,
             panel_taken *out)
{
    jb_len step = t->width + c->block->gutter;
    for (int i = 0; i < t->columns && t->paragraph < end; i++)
        fill_column(c, t, end,
                    (jb_rect){area.x + i * step, area.y, t->width, area.h},
                    out);
}

/* ── room for notes ── */

/* The lower the notes reach up, the fewer are called, so this ends; what
 * would take half the slide is left to be parted. */
static jb_len
height_over_notes(composer *c, const panel_text *t, size_t end, jb_rect area)
{
    jb_len kept = 0;
    while (footnote_is_at_foot(c)) {
        panel_text trial = *t;
        panel_taken taken = {0};
        jb_rect over = {area.x, area.y, area.w, area.h - kept};
        fill_columns(c, &trial, end, over, &taken);
        jb_len notes = footnote_height(c, taken.lines.at, taken.lines.n);
        if (notes <= kept || notes > area.h / 2)
            break;
        kept = notes;
    }
    return area.h - kept;
}

jb_len
panel_text_fill_column(composer *c, panel_text *t, size_t end, jb_rect area,
                       panel_taken *out)
{
    int columns = t->columns;
    t->columns = 1;
    area.h = height_over_notes(c, t, end, area);
    fill_columns(c, t, end, area, out);
    t->columns = columns;
    return area.h;
}

jb_len
panel_text_fill(composer *c, panel_text *t, jb_rect area, panel_taken *out)
{
    area.h = height_over_notes(c, t, t->n, area);
    fill_columns(c, t, t->n, area, out);
    return area.h;
}

/* ── how many slides ── */

static jb_rect
whole_area(const composer *c, jb_len height)
{
    return (jb_rect){c->x, 0, c->measure, height};
}

/* Stops at `most`. */
static size_t
slides_up_to(composer *c, const panel_text *t, jb_len height, size_t most)
{
    size_t n = 0;
    panel_text trial = *t;
    for (; !panel_text_is_over(&trial) && n < most; n++) {
        panel_taken unused = {0};
        size_t paragraph = trial.paragraph, line = trial.line;
        panel_text_fill(c, &trial, whole_area(c, height), &unused);
        if (trial.paragraph == paragraph && trial.line == line)
            return most; /* whole paragraphs do not go there */
    }
    return n;
}

size_t
panel_text_slides(composer *c, const panel_text *t, jb_len height)
{
    return slides_up_to(c, t, height, SIZE_MAX);
}

jb_len
panel_text_even(composer *c, const panel_text *t, jb_len height)
{
    size_t n = panel_text_slides(c, t, height);
    jb_len step = len_max(t->at[t->paragraph].look->leading / 2, 1);
    jb_len low = 1, high = height / step + 1;
    while (low < high) {
        jb_len middle = low + (high - low) / 2;
        if (slides_up_to(c, t, middle * step, n + 1) <= n)
            high = middle;
        else
            low = middle + 1;
    }
    return len_min(high * step, height);
}
