#include "layout/compose.h"

/* Lines are boxes of one leading each, the em box at the top and the white
 * below, so a page whose first line starts a box has its characters flush
 * with the type area's upper edge (GB/T 9704-2012 5.2.1). */
static layout_box *
add_line(composer *c, const jb_paragraph *p, size_t i, const style_text *look)
{
    layout_box *box = compose_box(c, look->leading);
    box->tail = look->leading - look->size;
    box->is_line = true;
    box->is_on_grid =
        c->frame == NULL && look->leading == c->page->grid;
    text_line_draw(&box->content, &p->lines[i], (jb_point){c->x, p->ascent});
    footnote_attach(c, box, &p->lines[i]);
    return box;
}

/* Behind line i of n a page may end when enough lines stand on either side. */
static bool
may_break_behind(size_t i, size_t n, const style_text *look)
{
    return i + 1 >= (size_t)look->orphans &&
           n - (i + 1) >= (size_t)look->widows;
}

static layout_box *
compose_paragraph(composer *c, const jb_paragraph *p, const style_text *look,
                  display_role role)
{
    if (p->n_lines == 0)
        return NULL;
    const layout_element *parent = c->element;
    size_t first = c->galley->boxes.n;
    c->element = compose_element(c, role, SLICE_OF(""));
    for (size_t i = 0; i < p->n_lines; i++) {
        layout_box *box = add_line(c, p, i, look);
        box->keeps_next =
            i + 1 < p->n_lines && !may_break_behind(i, p->n_lines, look);
    }
    c->element = parent;
    layout_box *head = &c->galley->boxes.at[first];
    layout_box *tail = ARRAY_LAST(&c->galley->boxes);
    head->before = look->space_before;
    tail->after = look->space_after;
    return head;
}

layout_box *
compose_text(composer *c, const report_text *text, const style_text *look,
             display_role role)
{
    jb_paragraph *p = set_text(c, text, look, c->measure);
    return compose_paragraph(c, p, look, role);
}

layout_box *
compose_slice(composer *c, slice text, const style_text *look,
              display_role role)
{
    if (text.len == 0)
        return NULL;
    jb_paragraph *p = set_slice(c, text, look, c->measure);
    return compose_paragraph(c, p, look, role);
}

/* ── headings ── */

/* All lines of a heading stay together and with what follows. One that is set
 * off by white is not on the grid itself but leans on the text below, so that
 * the grid's rest falls above it. */
static void
keep_heading(composer *c, size_t first, const style_text *look)
{
    size_t n = c->galley->boxes.n;
    bool is_set_off = look->space_before > 0 || look->space_after > 0;
    for (size_t i = first; i < n; i++) {
        layout_box *box = &c->galley->boxes.at[i];
        box->keeps_next = true;
        box->is_line = false;
        box->is_on_grid &= !is_set_off;
        box->leans = !box->is_on_grid;
    }
    c->galley->boxes.at[n - 1].keep_lines = look->keep_lines;
}

static const char *const HEADINGS[] = {"heading1", "heading2", "heading3",
                                       "heading4"};

static int
heading_rank(int level)
{
    return level < 1 ? 1 : level > 4 ? 4 : level;
}

const style_text *
compose_heading_look(const composer *c, int level)
{
    return compose_look(c, HEADINGS[heading_rank(level) - 1]);
}

void
compose_heading_place(const composer *c, layout_box *box,
                      const jb_node *heading, const report_text *words)
{
    box->outline = report_plain_text(c->arena, words);
    box->outline_level = heading_rank(heading->level) + 1;
    if (heading->target == NULL)
        return;
    box->anchor = reference_id(c, heading->target);
}

/* One that is shown again, over a later slide, is none of the document's. */
void
compose_heading(composer *c, const jb_node *heading, bool is_again)
{
    int rank = heading_rank(heading->level);
    const style_text *look = compose_heading_look(c, rank);
    report_text text = reference_heading(c, heading);
    size_t first = c->galley->boxes.n;
    layout_box *head =
        compose_text(c, &text, look, (display_role)(ROLE_H1 + rank));
    if (head == NULL)
        return;
    keep_heading(c, first, look);
    if (!is_again)
        compose_heading_place(c, head, heading, &text);
}

void
compose_block_heading(composer *c)
{
    slice text = template_fill(c->arena, &c->block->heading, c->fields);
    const style_text *look = compose_look(c, "block-heading");
    size_t first = c->galley->boxes.n;
    layout_box *head = compose_slice(c, text, look, ROLE_H2);
    if (head == NULL)
        return;
    head->outline = text;
    head->outline_level = 2;
    keep_heading(c, first, look);
}

/* ── blocks of paragraphs ── */

/* A note at the end leads back to its first mark; one that stands at the foot
 * of a page is not said again. */
static void
compose_end_note(composer *c, const jb_node *line, display_role role)
{
    report_text text = line->text;
    if (line->note == 0) {
        compose_text(c, &text, c->block->look, role);
        return;
    }
    if (footnote_is_at_foot(c))
        return;
    size_t mention = 1, n = report_mentions_count(c->report);
    while (mention <= n && (report_noted(c->report, mention) != line->note ||
                            !c->mentions[mention].is_set))
        mention++;
    if (mention <= n)
        text.runs[0].link = slice_join(c->arena, SLICE_OF("#"),
                                       footnote_mark_id(c, mention));
    layout_box *head = compose_text(c, &text, c->block->look, ROLE_NOTE);
    if (head != NULL)
        head->anchor = slice_printf(c->arena, "note-%zu", line->note);
}

static void
compose_children(composer *c, const jb_node *node, display_role role)
{
    for (size_t i = 0; i < node->n_children; i++)
        compose_end_note(c, node->children[i], role);
}

/* From here on the block's columns, if it has several; the measure to go back
 * to when they end. */
static jb_len
enter_columns(composer *c)
{
    jb_len whole = c->measure;
    int n = c->block->columns;
    if (n < 2)
        return whole;
    jb_len gutter = c->block->gutter;
    layout_region *region = ARENA_NEW(c->arena, layout_region);
    c->measure = (whole - (n - 1) * gutter) / n;
    *region = (layout_region){.n = n, .step = c->measure + gutter};
    c->region = region;
    return whole;
}

static void
leave_columns(composer *c, jb_len whole)
{
    c->measure = whole;
    c->region = NULL;
}

static void
compose_paragraphs(composer *c, const jb_node *node, display_role role)
{
    compose_text(c, &node->text, c->block->look, role);
    compose_children(c, node, role);
}

/* In the block's columns, unless it is so short at the full measure that the
 * columns would have a line or two, or stay empty. */
static void
compose_in_columns(composer *c, const jb_node *node, display_role role)
{
    compose_point here = compose_here(c);
    size_t first = c->galley->boxes.n;
    compose_paragraphs(c, node, role);
    if (c->galley->boxes.n - first < 2 * (size_t)c->block->columns)
        return;
    compose_go_back(c, &here);
    jb_len whole = enter_columns(c);
    compose_paragraphs(c, node, role);
    leave_columns(c, whole);
}

/* A block with its heading, its own text and its paragraphs. */
static void
compose_passage(composer *c, const jb_node *node, display_role role)
{
    if (c->block->arrangement == ARRANGE_PANELS) {
        compose_panel_passage(c, node);
        return;
    }
    const layout_element *parent = c->element;
    size_t first = c->galley->boxes.n;
    c->element = compose_element(c, ROLE_SECTION, SLICE_OF(""));
    compose_block_heading(c);
    size_t heading_end = c->galley->boxes.n;
    if (c->block->columns < 2)
        compose_paragraphs(c, node, role);
    else
        compose_in_columns(c, node, role);
    if (c->galley->boxes.n == heading_end)
        c->galley->boxes.n = first; /* a heading over nothing */
    c->element = parent;
}

void
compose_summary(composer *c, const jb_node *node)
{
    compose_passage(c, node, ROLE_P);
}

void
compose_notes(composer *c, const jb_node *node)
{
    compose_passage(c, node, ROLE_P);
}

/* ── sections ── */

static bool
spans_columns(const composer *c, const jb_node *node)
{
    style_spans spans = c->block->spans;
    if (c->region == NULL)
        return false;
    if (node->kind == REPORT_FIGURE || node->kind == REPORT_TABLE)
        return spans == SPANS_FIGURES || spans == SPANS_ALL;
    return node->kind == REPORT_HEADING && node->level <= 1 &&
           (spans == SPANS_HEADINGS || spans == SPANS_ALL);
}

static void
compose_section_child(composer *c, const jb_node *node, bool is_first)
{
    bool floats = c->block->figures != FIGURES_HERE && !is_first &&
                  c->region == NULL;
    switch (node->kind) {
    case REPORT_HEADING:
        compose_heading(c, node, false);
        break;
    case REPORT_LIST:
        compose_list(c, node);
        break;
    case REPORT_PARAGRAPH:
        compose_text(c, &node->text, compose_look(c, "body"), ROLE_P);
        break;
    case REPORT_FIGURE:
        compose_figure(c, node, floats);
        break;
    case REPORT_TABLE:
        compose_table(c, node, floats);
        break;
    default:
        break;
    }
}

static slice
heading_words(const composer *c, const jb_node *heading)
{
    report_text text = reference_heading(c, heading);
    return report_plain_text(c->arena, &text);
}

static slice
section_heading(composer *c, const jb_node *section)
{
    for (size_t i = 0; i < section->n_children; i++)
        if (section->children[i]->kind == REPORT_HEADING)
            return heading_words(c, section->children[i]);
    return SLICE_OF("");
}

/* A figure that follows a heading at once has nothing that could run on in
 * its place, so it stays there. */
static void
compose_section(composer *c, const jb_node *section)
{
    const layout_element *parent = c->element;
    c->section = section_heading(c, section);
    c->element = compose_element(c, ROLE_SECTION, c->section);
    bool has_text = false;
    size_t first = c->galley->boxes.n;
    for (size_t i = 0; i < section->n_children; i++) {
        const jb_node *child = section->children[i];
        const layout_region *region = c->region;
        jb_len measure = c->measure;
        if (spans_columns(c, child)) {
            c->measure += (region->n - 1) * region->step;
            c->region = NULL;
        }
        if (child->kind == REPORT_SECTION)
            compose_section(c, child);
        else
            compose_section_child(c, child, !has_text);
        c->measure = measure;
        c->region = region;
        has_text |= child->kind == REPORT_PARAGRAPH ||
                    child->kind == REPORT_LIST;
    }
    if (c->block->figures == FIGURES_SECTION && section->level <= 1 &&
        first < c->galley->boxes.n)
        c->galley->boxes.at[first].clears_floats = true;
    c->element = parent;
}

void
compose_sections(composer *c, const jb_node *root)
{
    bool is_run = c->block->arrangement == ARRANGE_RUN;
    jb_len whole = is_run ? enter_columns(c) : c->measure;
    for (size_t i = 0; i < root->n_children; i++) {
        const jb_node *child = root->children[i];
        if (child->kind != REPORT_SECTION)
            continue;
        if (c->block->arrangement == ARRANGE_PANELS)
            compose_panels(c, child);
        else
            compose_section(c, child);
    }
    leave_columns(c, whole);
    c->section = SLICE_OF("");
}
