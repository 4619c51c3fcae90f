#include "chart/paging.h"
#include "layout/figure.h"
#include "layout/panel_text.h"

/* A section as slides: its heading over a chart with the text beside it, one
 * chart a slide; text that is left over, or a section without charts, in
 * columns. */

/* ── slides ── */

jb_len
compose_slide_start(composer *c, const jb_node *heading, bool goes_on)
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

/* The headings among the text are places that the outline and page numbers
 * lead to, boxes without height over the slide; links lead to the words. */
static void
add_places(composer *c, const panel_taken *taken)
{
    for (size_t i = 0; i < taken->headings.n; i++) {
        const jb_node *node = taken->headings.at[i]->node;
        report_text words = reference_heading(c, node);
        layout_box *box = compose_box(c, 0);
        compose_heading_place(c, box, node, &words);
        box->keeps_next = true;
    }
}

/* A box of what was taken, over the notes that it calls. */
static void
add_slide_box(composer *c, jb_len height, const panel_taken *taken)
{
    add_places(c, taken);
    layout_box *box = compose_box(c, height);
    display_append(&box->content, taken->display, (jb_point){0, 0});
    for (size_t i = 0; i < taken->lines.n; i++)
        footnote_attach(c, box, taken->lines.at[i]);
}

/* One chart, and beside it the text up to paragraph `end`. */
static void
add_figure_slide(composer *c, const layout_figure *figure, panel_text *t,
                 size_t end, jb_len height)
{
    jb_display drawn = {.arena = c->arena};
    panel_taken taken = {.display = &drawn};
    jb_rect r = {c->x, 0, c->measure, height};
    if (t->paragraph < end) {
        jb_rect column = {c->x, 0, t->width, height};
        r.h = panel_text_fill_column(c, t, end, column, &taken);
        r.x += t->width + c->block->gutter;
        r.w -= t->width + c->block->gutter;
    }
    draw_figure(c, figure, r, &drawn);
    add_slide_box(c, r.h, &taken);
}

/* Columns of whole paragraphs, if there is room for them. */
static void
add_text_slide(composer *c, panel_text *t, jb_len height)
{
    jb_display drawn = {.arena = c->arena};
    panel_taken taken = {.display = &drawn};
    t->is_whole = t->line == 0;
    t->is_whole = t->is_whole && panel_text_slides(c, t, height) == 1;
    jb_rect area = {c->x, 0, c->measure, panel_text_even(c, t, height)};
    jb_len notes = area.h - panel_text_fill(c, t, area, &taken);
    add_slide_box(c, height - notes, &taken);
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
    panel_items items;
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

static void
take_item(composer *c, const jb_node *node, panel_items *items)
{
    ARRAY_PUSH(c->arena, items, ((panel_item){node, false}));
}

/* On a slide an item is a paragraph that begins with its mark. */
static void
take_list(composer *c, const jb_node *list, panel_items *items)
{
    for (size_t i = 0; i < list->n_children; i++) {
        const jb_node *item = list->children[i];
        jb_node *node = ARENA_NEW(c->arena, jb_node);
        *node = (jb_node){.kind = REPORT_ITEM, .span = item->span};
        node->text.n = item->text.n + 1;
        node->text.runs =
            ARENA_ARRAY(c->arena, node->text.n, report_inline);
        node->text.runs[0].text =
            slice_join(c->arena, item->marker, SLICE_OF("\u2002"));
        memcpy(node->text.runs + 1, item->text.runs,
               item->text.n * sizeof *item->text.runs);
        take_item(c, node, items);
    }
}

/* Text of a section without what stands in others. */
static void
take_text(composer *c, const jb_node *child, panel_items *items)
{
    if (child->kind == REPORT_PARAGRAPH)
        take_item(c, child, items);
    else if (child->kind == REPORT_LIST)
        take_list(c, child, items);
}

static bool
is_text_only(const jb_node *section)
{
    for (size_t i = 0; i < section->n_children; i++) {
        const jb_node *child = section->children[i];
        if (child->kind == REPORT_FIGURE || child->kind == REPORT_TABLE ||
            (child->kind == REPORT_SECTION && !is_text_only(child)))
            return false;
    }
    return true;
}

/* A section inside another goes on where that ends. */
static void
take_section(composer *c, const jb_node *section, panel_items *items)
{
    for (size_t i = 0; i < section->n_children; i++) {
        const jb_node *child = section->children[i];
        if (child->kind == REPORT_HEADING)
            ARRAY_PUSH(c->arena, items, ((panel_item){child, true}));
        else if (child->kind == REPORT_SECTION)
            take_section(c, child, items);
        else
            take_text(c, child, items);
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
        else if (child->kind == REPORT_TABLE)
            ARRAY_PUSH(c->arena, &parts.tables, child);
        else
            take_text(c, child, &parts.items);
    }
    return parts;
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

/* How many columns of text set to stand beside a chart stand side by side. */
static int
columns_across(const composer *c, jb_len width)
{
    jb_len gutter = c->block->gutter;
    return len_max((c->measure + gutter) / (width + gutter), 1);
}

/* Half way between two looks. */
static const style_text *
look_between(const composer *c, const style_text *a, const style_text *b)
{
    style_text *look = ARENA_NEW(c->arena, style_text);
    *look = *b;
    look->size = (a->size + b->size) / 2;
    look->leading = (a->leading + b->leading) / 2;
    look->space_after = (a->space_after + b->space_after) / 2;
    return look;
}

/* Without charts the text is as large as goes onto the fewest slides, and
 * close where that spares one. */
static panel_text
set_lead_text(composer *c, const panel_parts *parts)
{
    const style_text *lead = compose_look(c, "lead");
    const style_text *body = compose_look(c, "body");
    const style_text *looks[] = {lead, look_between(c, lead, body), body,
                                 compose_look(c, "dense")};
    const style_text *heading = compose_look(c, "heading1");
    jb_len height = c->page->size.h - c->page->top - c->page->bottom -
                    heading->leading - heading->space_after;
    panel_text best = {0};
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < sizeof looks / sizeof *looks && least > 1; i++) {
        panel_text t =
            panel_text_set(c, &parts->items, looks[i], text_width(c, false),
                           c->block->columns);
        size_t n = panel_text_slides(c, &t, height);
        if (n >= least)
            continue;
        best = t;
        least = n;
    }
    return best;
}

/* What is left of the text, in columns. */
static void
compose_text_slides(composer *c, const panel_parts *parts, panel_text *t,
                    size_t *slides)
{
    while (!panel_text_is_over(t)) {
        size_t first = c->galley->boxes.n;
        jb_len height = compose_slide_start(c, parts->heading, (*slides)++ > 0);
        add_text_slide(c, t, height);
        mark_slide_start(c, first);
    }
}

static void
compose_table_slides(composer *c, const panel_parts *parts, size_t from,
                     size_t *slides)
{
    for (size_t i = from; i < parts->tables.n; i++) {
        size_t first = c->galley->boxes.n;
        c->room = compose_slide_start(c, parts->heading, (*slides)++ > 0);
        c->slide_heading = parts->heading;
        compose_table(c, parts->tables.at[i], false);
        c->slide_heading = NULL;
        c->room = 0;
        mark_slide_start(c, first);
    }
}

/* Text over a table is no more than this many lines, across the slide; over
 * one that goes on over slides fewer. */
#define LINES_OVER_TABLE 5
#define LINES_OVER_PART 2

/* The first table with the little that is said of it, when one slide holds
 * both, or the little is very little. */
static bool
compose_text_over_table(composer *c, const panel_parts *parts, size_t slides)
{
    compose_point start = compose_here(c);
    const style_text *look = compose_look(c, "body");
    if (parts->tables.n == 0 || parts->figures.n > 0 || parts->items.n == 0)
        return false;
    panel_text t = panel_text_set(c, &parts->items, look, c->measure, 1);
    size_t n_lines = 0;
    for (size_t i = 0; i < t.n; i++)
        n_lines += t.at[i].lines->n_lines;
    jb_len height = compose_slide_start(c, parts->heading, slides > 0);
    compose_point under = compose_here(c);
    for (size_t i = 0; i < parts->items.n; i++)
        compose_text(c, &parts->items.at[i].node->text, look, ROLE_P);
    for (size_t i = under.n_boxes; i < c->galley->boxes.n; i++)
        c->galley->boxes.at[i].is_on_grid = false; /* of pages of text */
    c->room = height - compose_height_since(c, &under) -
              len_max(look->space_after,
                      compose_look(c, "table-cell")->leading);
    c->slide_heading = parts->heading;
    if (c->room > 0)
        compose_table(c, parts->tables.at[0], false);
    c->slide_heading = NULL;
    size_t most = compose_height_since(c, &under) <= height
                      ? LINES_OVER_TABLE
                      : LINES_OVER_PART;
    bool fits = c->room > 0 && n_lines <= most;
    c->room = 0;
    if (fits)
        mark_slide_start(c, start.n_boxes);
    else
        compose_go_back(c, &start);
    return fits;
}

/* Each chart with text beside it gets its share of the paragraphs that are
 * left; where there is none, the text goes before the charts. `slides` have
 * been made of the section. */
static size_t
compose_panel_section(composer *c, const panel_parts *parts, size_t slides)
{
    size_t beside = parts->n_beside;
    panel_text t = {0};
    if (compose_text_over_table(c, parts, slides)) {
        slides++;
        compose_table_slides(c, parts, 1, &slides);
        return slides;
    }
    if (beside == 0 && parts->items.n > 0)
        t = set_lead_text(c, parts);
    else if (parts->items.n > 0)
        t = panel_text_set(c, &parts->items, compose_look(c, "body"),
                           text_width(c, true), 1);
    if (beside == 0)
        compose_text_slides(c, parts, &t, &slides);
    for (size_t i = 0; i < parts->figures.n; i++) {
        const panel_figure *figure = &parts->figures.at[i];
        size_t left = t.n - t.paragraph, first = c->galley->boxes.n;
        size_t share =
            figure->is_wide ? 0 : (left + beside - 1) / beside;
        jb_len height = compose_slide_start(c, parts->heading, slides++ > 0);
        add_figure_slide(c, &figure->figure, &t, t.paragraph + share,
                         height);
        mark_slide_start(c, first);
        beside -= !figure->is_wide;
    }
    if (parts->figures.n > 0)
        t.columns = columns_across(c, t.width);
    compose_text_slides(c, parts, &t, &slides);
    compose_table_slides(c, parts, 0, &slides);
    return slides;
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
        take_item(c, node, &parts.items);
    for (size_t i = 0; i < node->n_children; i++)
        take_item(c, node->children[i], &parts.items);
    c->element = compose_element(c, ROLE_SECTION, words);
    compose_panel_section(c, &parts, 0);
    c->element = parent;
}

/* Sections inside this one that are words alone go on where it ends, under
 * its heading; one with charts or tables has slides of its own. */
static void
compose_inner_sections(composer *c, const jb_node *section,
                       panel_parts *parts)
{
    bool is_own = parts->figures.n == 0 && parts->tables.n == 0;
    size_t slides = 0;
    if (!is_own) {
        slides = compose_panel_section(c, parts, 0);
        *parts = (panel_parts){.heading = parts->heading};
    }
    for (size_t i = 0; i < section->n_children; i++) {
        const jb_node *child = section->children[i];
        if (child->kind != REPORT_SECTION)
            continue;
        if (is_text_only(child)) {
            take_section(c, child, &parts->items);
            continue;
        }
        slides = compose_panel_section(c, parts, slides);
        *parts = (panel_parts){.heading = parts->heading};
        compose_panels(c, child);
    }
    slides = compose_panel_section(c, parts, slides);
    if (slides > 0 || parts->heading == NULL)
        return;
    size_t first = c->galley->boxes.n;
    compose_slide_start(c, parts->heading, false);
    mark_slide_start(c, first);
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
    compose_inner_sections(c, section, &parts);
    c->element = parent;
}
