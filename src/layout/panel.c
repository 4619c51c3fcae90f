#include "chart/paging.h"
#include "layout/figure.h"

/* A section as slides: its heading over a chart with the text beside it, one
 * chart a slide; text that is left over, or a section without charts, in
 * columns. */

/* The section's text, taken line by line from slide to slide. */
typedef struct panel_text {
    jb_paragraph **paragraphs;
    uint32_t *elements; /* of each paragraph */
    size_t n;
    size_t paragraph, line; /* next to be set */
    const style_text *look;
    jb_len width;
    bool is_whole; /* no paragraph goes on in the next column */
} panel_text;

static bool
is_over(const panel_text *t)
{
    return t->paragraph >= t->n;
}

/* ── columns of text ── */

/* How many lines of the present paragraph go into `room`; all, or so many
 * that neither part is shorter than the look allows. */
static size_t
lines_within(const panel_text *t, jb_len room)
{
    const style_text *look = t->look;
    size_t left = t->paragraphs[t->paragraph]->n_lines - t->line;
    if (room < look->size)
        return 0;
    size_t most = (size_t)((room - look->size) / look->leading) + 1;
    if (left <= most)
        return left;
    if (t->is_whole)
        return 0;
    size_t widows = (size_t)look->widows;
    if (left - most < widows)
        most = left > widows ? left - widows : 0;
    return t->line == 0 && most < (size_t)look->orphans ? 0 : most;
}

static void
draw_lines(panel_text *t, size_t n, jb_display *d, jb_point at)
{
    const jb_paragraph *p = t->paragraphs[t->paragraph];
    if (d == NULL)
        return;
    display_group_begin(
        d, (display_group){.role = ROLE_P,
                           .element = t->elements[t->paragraph]});
    for (size_t i = 0; i < n; i++) {
        jb_len y = at.y + (jb_len)i * t->look->leading + p->ascent;
        text_line_draw(d, &p->lines[t->line + i], (jb_point){at.x, y});
    }
    display_group_end(d);
}

/* Fill a column with text up to paragraph `end`; at least one line when the
 * column is fresh, so that every slide gets on. `d` NULL: only see how far it
 * gets. */
static void
fill_column(panel_text *t, size_t end, jb_rect column, jb_display *d)
{
    jb_len y = 0;
    while (t->paragraph < end) {
        size_t n = lines_within(t, column.h - y);
        if (n == 0 && (y > 0 || t->is_whole))
            return;
        n = n == 0 ? 1 : n;
        draw_lines(t, n, d, (jb_point){column.x, column.y + y});
        y += (jb_len)n * t->look->leading;
        t->line += n;
        if (t->line < t->paragraphs[t->paragraph]->n_lines)
            return;
        t->paragraph++;
        t->line = 0;
        y += t->look->space_after;
    }
}

/* ── slides ── */

/* The heading of a slide; the height left under it. */
static jb_len
start_slide(composer *c, const jb_node *heading, bool goes_on)
{
    jb_len height = c->page->size.h - c->page->top - c->page->bottom;
    size_t first = c->galley->boxes.n;
    slice mark = template_fill(c->arena, &c->block->continued, c->fields);
    if (heading == NULL)
        return len_max(height, c->page->grid);
    if (!goes_on) {
        compose_heading(c, heading, false);
    } else {
        report_text whole = reference_heading(c, heading);
        slice text = report_plain_text(c->arena, &whole);
        report_inline run = {.text = slice_join(c->arena, text, mark)};
        jb_node again = {.level = heading->level,
                         .text = {&run, 1},
                         .has_own_number = true};
        compose_heading(c, &again, true);
    }
    for (size_t i = first; i < c->galley->boxes.n; i++)
        height -= c->galley->boxes.at[i].height;
    if (c->galley->boxes.n > first)
        height -= ARRAY_LAST(&c->galley->boxes)->after;
    return len_max(height, c->page->grid);
}

static void
mark_slide_start(composer *c, size_t first)
{
    if (first < c->galley->boxes.n)
        c->galley->boxes.at[first].starts_page = true;
}

static void
draw_figure(composer *c, const layout_figure *wanted, jb_rect r,
            jb_display *d)
{
    layout_figure figure = *wanted;
    figure.x = r.x;
    figure.width = r.w;
    jb_display drawn = {.arena = c->arena};
    figure_draw(c, &figure, r.h, &drawn);
    display_append(d, &drawn, (jb_point){0, r.y});
}

/* One chart, and beside it the text up to paragraph `end`. */
static void
add_figure_slide(composer *c, const layout_figure *figure, panel_text *t,
                 size_t end, jb_len height)
{
    layout_box *box = compose_box(c, height);
    jb_rect r = {c->x, 0, c->measure, height};
    if (t->paragraph < end) {
        jb_rect column = {c->x, 0, t->width, height};
        fill_column(t, end, column, &box->content);
        r.x += t->width + c->block->gutter;
        r.w -= t->width + c->block->gutter;
    }
    draw_figure(c, figure, r, &box->content);
}

static void
fill_columns(const composer *c, panel_text *t, jb_len height, jb_display *d)
{
    jb_len step = t->width + c->block->gutter;
    int n = (int)((c->measure + c->block->gutter) / step);
    for (int i = 0; i < (n < 1 ? 1 : n) && !is_over(t); i++)
        fill_column(t, t->n, (jb_rect){c->x + i * step, 0, t->width, height},
                    d);
}

/* Whether the columns of `n` slides hold all that is left. */
static bool
slides_hold(const composer *c, const panel_text *t, jb_len height, size_t n)
{
    panel_text trial = *t;
    for (size_t i = 0; i < n && !is_over(&trial); i++)
        fill_columns(c, &trial, height, NULL);
    return is_over(&trial);
}

static size_t
slides_needed(const composer *c, const panel_text *t, jb_len height)
{
    size_t n = 0;
    for (panel_text trial = *t; !is_over(&trial); n++)
        fill_columns(c, &trial, height, NULL);
    return n;
}

/* The least height, to half a line, at which no more slides are needed than
 * at `height`: columns of even length, and no last slide of one line. */
static jb_len
even_height(const composer *c, const panel_text *t, jb_len height)
{
    size_t n = slides_needed(c, t, height);
    jb_len step = len_max(t->look->leading / 2, 1);
    jb_len low = 1, high = height / step + 1;
    while (low < high) {
        jb_len middle = low + (high - low) / 2;
        if (slides_hold(c, t, middle * step, n))
            high = middle;
        else
            low = middle + 1;
    }
    return len_min(high * step, height);
}

/* Columns of whole paragraphs, if there is room for them. */
static void
add_text_slide(composer *c, panel_text *t, jb_len height)
{
    layout_box *box = compose_box(c, height);
    t->is_whole = t->line == 0;
    t->is_whole = t->is_whole && slides_hold(c, t, height, 1);
    fill_columns(c, t, even_height(c, t, height), &box->content);
    t->is_whole = false;
}

/* ── sections ── */

typedef struct panel_figure {
    layout_figure figure;
    bool is_wide; /* takes its slide alone */
} panel_figure;

typedef struct panel_parts {
    const jb_node *heading;
    ARRAY(panel_figure) figures;
    size_t n_beside; /* figures that have text beside them */
    ARRAY(const jb_node *) paragraphs;
    ARRAY(const jb_node *) tables;
} panel_parts;

/* A chart that no slide can hold becomes several. The room is that of a slide
 * with a heading of one line and text beside the chart, or without text where
 * fewer slides hold it then. */
static void
take_figure(composer *c, const jb_node *node, panel_parts *parts)
{
    const style_text *heading = compose_look(c, "heading1");
    jb_size room = {c->block->figure_width,
                    c->page->size.h - c->page->top - c->page->bottom -
                        heading->leading - heading->space_after};
    size_t n, n_wide = 1;
    chart_context context = figure_context(c);
    const chart_spec *chart = figure_captioned(c, node);
    const chart_page *some = chart_pages(&context, chart, room, &n);
    const chart_page *wide = some;
    room.w = c->measure;
    if (n > 1)
        wide = chart_pages(&context, chart, room, &n_wide);
    bool is_wide = n_wide < n;
    for (size_t k = 0; k < (is_wide ? n_wide : n); k++) {
        const chart_spec *page = is_wide ? wide[k].chart : some[k].chart;
        panel_figure figure = {figure_of(c, node, page, k == 0), is_wide};
        ARRAY_PUSH(c->arena, &parts->figures, figure);
    }
    parts->n_beside += is_wide ? 0 : n;
}

/* On a slide an item is a paragraph that begins with its mark. */
static void
take_list(composer *c, const jb_node *list, panel_parts *parts)
{
    for (size_t i = 0; i < list->n_children; i++) {
        const jb_node *item = list->children[i];
        jb_node *node = ARENA_NEW(c->arena, jb_node);
        *node = (jb_node){.kind = REPORT_PARAGRAPH, .span = item->span};
        node->text.n = item->text.n + 1;
        node->text.runs =
            ARENA_ARRAY(c->arena, node->text.n, report_inline);
        node->text.runs[0].text =
            slice_join(c->arena, item->marker, SLICE_OF("\u2002"));
        memcpy(node->text.runs + 1, item->text.runs,
               item->text.n * sizeof *item->text.runs);
        ARRAY_PUSH(c->arena, &parts->paragraphs, node);
    }
}

static panel_parts
parts_from_section(composer *c, const jb_node *section)
{
    panel_parts parts = {0};
    for (size_t i = 0; i < section->n_children; i++) {
        const jb_node *child = section->children[i];
        if (child->kind == REPORT_HEADING)
            parts.heading = child;
        else if (child->kind == REPORT_FIGURE && child->chart != NULL)
            take_figure(c, child, &parts);
        else if (child->kind == REPORT_PARAGRAPH)
            ARRAY_PUSH(c->arena, &parts.paragraphs, child);
        else if (child->kind == REPORT_LIST)
            take_list(c, child, &parts);
        else if (child->kind == REPORT_TABLE)
            ARRAY_PUSH(c->arena, &parts.tables, child);
    }
    return parts;
}

static panel_text
set_panel_text(composer *c, const panel_parts *parts, const style_text *look,
               jb_len width)
{
    panel_text t = {.look = look, .width = width};
    t.paragraphs =
        ARENA_ARRAY(c->arena, parts->paragraphs.n, jb_paragraph *);
    t.elements = ARENA_ARRAY(c->arena, parts->paragraphs.n, uint32_t);
    for (size_t i = 0; i < parts->paragraphs.n; i++) {
        jb_paragraph *p =
            set_text(c, &parts->paragraphs.at[i]->text, t.look, width);
        if (p->n_lines == 0)
            continue;
        t.paragraphs[t.n] = p;
        t.elements[t.n++] =
            compose_element(c, ROLE_P, SLICE_OF(""))->number;
    }
    return t;
}

static jb_len
text_width(const composer *c, bool has_figures)
{
    const style_block *block = c->block;
    if (has_figures)
        return len_max(c->measure - block->figure_width - block->gutter,
                       c->measure / 4);
    jb_len gutters = (block->columns - 1) * block->gutter;
    return (c->measure - gutters) / block->columns;
}

/* Without charts the text is large, unless it would need a second slide. */
static panel_text
set_lead_text(composer *c, const panel_parts *parts)
{
    const style_text *lead = compose_look(c, "lead");
    const style_text *heading = compose_look(c, "heading1");
    jb_len height = c->page->size.h - c->page->top - c->page->bottom -
                    heading->leading - heading->space_after;
    jb_len width = text_width(c, false);
    panel_text t = set_panel_text(c, parts, lead, width);
    if (slides_hold(c, &t, height, 1))
        return t;
    return set_panel_text(c, parts, compose_look(c, "body"), width);
}

/* What is left of the text, in columns. */
static void
compose_text_slides(composer *c, const panel_parts *parts, panel_text *t,
                    size_t *slides)
{
    while (!is_over(t)) {
        size_t first = c->galley->boxes.n;
        jb_len height = start_slide(c, parts->heading, (*slides)++ > 0);
        add_text_slide(c, t, height);
        mark_slide_start(c, first);
    }
}

/* Each chart with text beside it gets its share of the paragraphs that are
 * left; where there is none, the text goes before the charts. */
static void
compose_panel_section(composer *c, const panel_parts *parts)
{
    size_t beside = parts->n_beside, slides = 0;
    panel_text t = beside == 0
                       ? set_lead_text(c, parts)
                       : set_panel_text(c, parts, compose_look(c, "body"),
                                        text_width(c, true));
    if (beside == 0)
        compose_text_slides(c, parts, &t, &slides);
    for (size_t i = 0; i < parts->figures.n; i++) {
        const panel_figure *figure = &parts->figures.at[i];
        size_t left = t.n - t.paragraph, first = c->galley->boxes.n;
        size_t share =
            figure->is_wide ? 0 : (left + beside - 1) / beside;
        jb_len height = start_slide(c, parts->heading, slides++ > 0);
        add_figure_slide(c, &figure->figure, &t, t.paragraph + share,
                         height);
        mark_slide_start(c, first);
        beside -= !figure->is_wide;
    }
    compose_text_slides(c, parts, &t, &slides);
    for (size_t i = 0; i < parts->tables.n; i++) {
        size_t first = c->galley->boxes.n;
        start_slide(c, parts->heading, slides++ > 0);
        compose_table(c, parts->tables.at[i], false);
        mark_slide_start(c, first);
    }
    if (slides == 0 && parts->heading != NULL) {
        size_t first = c->galley->boxes.n;
        start_slide(c, parts->heading, false);
        mark_slide_start(c, first);
    }
}

/* A passage of the document as slides: the block's heading, no charts. */
void
compose_panel_passage(composer *c, const jb_node *node)
{
    const layout_element *parent = c->element;
    slice words = template_fill(c->arena, &c->block->heading, c->fields);
    report_inline run = {.text = words};
    jb_node heading = {.kind = REPORT_HEADING, .level = 1,
                       .text = {&run, 1}, .has_own_number = true};
    panel_parts parts = {.heading = words.len > 0 ? &heading : NULL};
    if (node->text.n > 0)
        ARRAY_PUSH(c->arena, &parts.paragraphs, node);
    for (size_t i = 0; i < node->n_children; i++)
        ARRAY_PUSH(c->arena, &parts.paragraphs, node->children[i]);
    c->element = compose_element(c, ROLE_SECTION, words);
    compose_panel_section(c, &parts);
    c->element = parent;
}

void
compose_panels(composer *c, const jb_node *section)
{
    const layout_element *parent = c->element;
    panel_parts parts = parts_from_section(c, section);
    c->section = SLICE_OF("");
    if (parts.heading != NULL) {
        report_text words = reference_heading(c, parts.heading);
        c->section = report_plain_text(c->arena, &words);
    }
    c->element = compose_element(c, ROLE_SECTION, c->section);
    compose_panel_section(c, &parts);
    for (size_t i = 0; i < section->n_children; i++)
        if (section->children[i]->kind == REPORT_SECTION)
            compose_panels(c, section->children[i]);
    c->element = parent;
}
