#include "layout/compose.h"

const layout_element *
compose_element(composer *c, display_role role, slice title)
{
    layout_element *e = ARENA_NEW(c->arena, layout_element);
    *e = (layout_element){c->element, role, ++c->n_elements, title};
    return e;
}

layout_box *
compose_box(composer *c, jb_len height)
{
    layout_box box = {.height = height,
                      .element = c->element,
                      .frame = c->frame,
                      .region = c->region,
                      .section = c->section,
                      .content = {.arena = c->arena}};
    ARRAY_PUSH(c->arena, &c->galley->boxes, box);
    return ARRAY_LAST(&c->galley->boxes);
}

const style_text *
compose_look(const composer *c, const char *role)
{
    return style_text_lookup(c->style, role);
}

/* ── trying what fits ── */

static size_t
noted_bytes(const composer *c)
{
    return (report_notes_count(c->report) + 1) * sizeof *c->is_noted;
}

compose_point
compose_here(const composer *c)
{
    compose_point here = {c->galley->boxes.n, c->wide.n, c->n_elements, NULL};
    here.is_noted = arena_alloc(c->arena, noted_bytes(c));
    memcpy(here.is_noted, c->is_noted, noted_bytes(c));
    return here;
}

void
compose_go_back(composer *c, const compose_point *to)
{
    c->galley->boxes.n = to->n_boxes;
    c->wide.n = to->n_wide;
    c->n_elements = to->n_elements;
    memcpy(c->is_noted, to->is_noted, noted_bytes(c));
}

jb_len
compose_height_since(const composer *c, const compose_point *since)
{
    jb_len height = 0, notes = 0, after = 0;
    for (size_t i = since->n_boxes; i < c->galley->boxes.n; i++) {
        const layout_box *box = &c->galley->boxes.at[i];
        bool is_first = i == since->n_boxes;
        height += box->height + (is_first ? 0 : len_max(after, box->before));
        after = box->after;
        for (size_t k = 0; k < box->notes.n; k++)
            notes += (jb_len)box->notes.at[k]->n * box->notes.at[k]->leading;
    }
    return height + notes + (notes > 0 ? c->page->note_gap : 0);
}

/* ── where a block stands ── */

static const layout_frame *
block_frame(composer *c, const style_block *block)
{
    if (block->frame == FRAME_NONE && block->fill.a == 0)
        return NULL;
    layout_frame *f = ARENA_NEW(c->arena, layout_frame);
    *f = (layout_frame){.kind = block->frame,
                        .fill = block->fill,
                        .rule = block->rule_colour,
                        .rule_width = block->rule_width,
                        .padding = block->padding,
                        .x = c->x,
                        .width = c->measure};
    return f;
}

/* The block's own column: its width, moved by its alignment, less the room
 * that its frame takes. */
static void
enter_block(composer *c, const style_block *block)
{
    jb_len whole = style_measure(c->style);
    c->block = block;
    c->measure = len_min(block->width, whole);
    c->x = c->page->left;
    if (block->align == STYLE_CENTRE)
        c->x += (whole - c->measure) / 2;
    else if (block->align == STYLE_END)
        c->x += whole - c->measure;
    c->frame = block_frame(c, block);
    c->x += block->inset_left;
    c->measure -= block->inset_left + block->inset_right;
    if (c->frame == NULL)
        return;
    jb_len bar = block->frame == FRAME_BAR ? block->rule_width : 0;
    c->x += block->padding + bar;
    c->measure -= 2 * block->padding + bar;
}

/* The first of the lines, or rows, before box `first` that may not be left
 * behind. */
static size_t
first_kept(const composer *c, size_t first, int lines)
{
    while (first > 0 && lines > 0) {
        const layout_box *box = &c->galley->boxes.at[first - 1];
        if (box->floats > 0 || box->figure != NULL)
            break;
        first--;
        lines--;
    }
    return first;
}

/* What floats just before box `first` comes to rest there, so that lines or
 * rows of it can be kept. */
static void
rest_float(composer *c, size_t first)
{
    for (size_t i = first; i > 0; i--) {
        layout_box *box = &c->galley->boxes.at[i - 1];
        if (box->floats == 0)
            continue;
        bool is_before = i - 1 + box->floats == first;
        if (is_before) {
            box->floats = 0;
            box->clears_floats = true;
            box->keeps_next |= box->figure != NULL;
        }
        return;
    }
}

/* The first page must show text (GB/T 9704-2012 7.3.3), so the first line of
 * the text stays where it is, even parted from the second, when all the text
 * is kept with what follows. */
static void
free_first_words(composer *c, size_t end)
{
    layout_box *boxes = c->galley->boxes.at;
    size_t words = c->first_words, i = words;
    while (i < end && boxes[i].keeps_next)
        i++;
    if (words > 0 && words < end && i == end)
        boxes[words].keeps_next = false;
}

static void
keep_lines_before(composer *c, size_t first, int lines)
{
    if (lines > 0)
        rest_float(c, first);
    for (size_t i = first_kept(c, first, lines); i < first; i++)
        c->galley->boxes.at[i].keeps_next = true;
    if (lines > 0)
        free_first_words(c, first);
}

/* A list is parted with two lines on either side, or not at all. */
static void
keep_list_ends(composer *c, size_t first)
{
    size_t n = c->galley->boxes.n;
    if (n < first + 2)
        return;
    c->galley->boxes.at[first].keeps_next = true;
    c->galley->boxes.at[n - 2].keeps_next = true;
}

/* What the block says of its first and last box, once they are made. */
static void
leave_block(composer *c, size_t first)
{
    const style_block *block = c->block;
    size_t n = c->galley->boxes.n;
    c->frame = NULL;
    if (n == first)
        return;
    layout_box *head = &c->galley->boxes.at[first];
    layout_box *tail = &c->galley->boxes.at[n - 1];
    head->before = len_max(head->before, block->space_before);
    tail->after = len_max(tail->after, block->space_after);
    head->starts_page |= block->break_before == BREAK_PAGE;
    if (block->at != 0)
        head->at = block->at;
    keep_lines_before(c, first, block->keep_before);
    head->clears_floats = true;
    tail->keeps_next |= block->keeps_next;
    while (head < tail && head->leans)
        head++;
    head->centres_page |= block->fit == FIT_CENTRE;
    head->starts_grid = block->grid == GRID_START;
    for (size_t i = first; i < n; i++) {
        layout_box *box = &c->galley->boxes.at[i];
        box->is_on_grid &= block->grid != GRID_OFF;
        box->keeps_next |= block->keeps_whole && i + 1 < n;
        box->is_at_foot = block->place == PLACE_FOOT;
        box->sharing = block->sharing;
    }
}

/* ── blocks by kind ── */

const jb_node *
compose_node_lookup(const composer *c, report_kind kind)
{
    const jb_node *root = report_root(c->report);
    for (size_t i = 0; i < root->n_children; i++)
        if (root->children[i]->kind == kind)
            return root->children[i];
    return NULL;
}

/* A block of one report node that is a single run of text. */
static void
compose_node_text(composer *c, report_kind kind, display_role role)
{
    const jb_node *node = compose_node_lookup(c, kind);
    if (node == NULL)
        return;
    layout_box *head = compose_text(c, &node->text, c->block->look, role);
    if (head == NULL || kind != REPORT_TITLE)
        return;
    head->outline = report_plain_text(c->arena, &node->text);
    head->outline_level = 1;
}

/* The place of a title that the mark has said stays open. */
static void
compose_title(composer *c)
{
    if (!compose_is_marked(c))
        compose_node_text(c, REPORT_TITLE, ROLE_H1);
    else if (c->galley->boxes.n > 0)
        ARRAY_LAST(&c->galley->boxes)->after += c->block->space_before;
}

static void
compose_with(composer *c, report_kind kind,
             void (*compose)(composer *, const jb_node *))
{
    const jb_node *node = compose_node_lookup(c, kind);
    if (node != NULL)
        compose(c, node);
}

static void
compose_own_table(composer *c, const jb_node *node)
{
    compose_table(c, node, false);
}

static bool
has_any(const composer *c, const style_template *fields)
{
    return template_is_empty(fields) ||
           template_fill(c->arena, fields, c->fields).len > 0;
}

/* A block may depend on fields that the document does not have. */
static bool
is_wanted(const composer *c, const style_block *block)
{
    return has_any(c, &block->when) && has_any(c, &block->with);
}

/* Where the text proper begins. */
static void
note_first_words(composer *c, size_t first)
{
    style_block_kind kind = c->block->kind;
    if (kind != BLOCK_SECTIONS && kind != BLOCK_SUMMARY)
        return;
    for (size_t i = first; i < c->galley->boxes.n && c->first_words == 0; i++)
        if (c->galley->boxes.at[i].is_line)
            c->first_words = i;
}

static void
compose_block(composer *c, const style_block *block)
{
    size_t first = c->galley->boxes.n;
    if (!is_wanted(c, block))
        return;
    enter_block(c, block);
    switch (block->kind) {
    case BLOCK_TEXT:
        compose_line(c);
        break;
    case BLOCK_ROW:
        compose_row(c);
        break;
    case BLOCK_RULE:
        compose_rule(c);
        break;
    case BLOCK_MARK:
        compose_mark(c);
        break;
    case BLOCK_NUMBER:
        compose_number(c);
        break;
    case BLOCK_LABELLED:
        compose_labelled(c);
        break;
    case BLOCK_ENCLOSURES:
        compose_enclosures(c);
        break;
    case BLOCK_ATTACHMENTS:
        compose_attachments(c);
        break;
    case BLOCK_SIGNATURE:
        compose_signature(c);
        break;
    case BLOCK_CONTENTS:
        compose_contents(c);
        break;
    case BLOCK_TITLE:
        compose_title(c);
        break;
    case BLOCK_SUBTITLE:
        compose_node_text(c, REPORT_SUBTITLE, ROLE_P);
        break;
    case BLOCK_CARDS:
        compose_with(c, REPORT_CARDS, compose_cards);
        break;
    case BLOCK_SUMMARY:
        compose_with(c, REPORT_SUMMARY, compose_summary);
        break;
    case BLOCK_SECTIONS:
        compose_sections(c, report_root(c->report));
        break;
    case BLOCK_TABLE:
        compose_with(c, REPORT_TABLE, compose_own_table);
        break;
    case BLOCK_NOTES:
        compose_with(c, REPORT_NOTES, compose_notes);
        break;
    case BLOCK_SOURCES:
        compose_with(c, REPORT_SOURCES, compose_notes);
        break;
    case BLOCK_KIND_COUNT:
        break;
    }
    if (block->kind == BLOCK_ATTACHMENTS)
        keep_list_ends(c, first);
    note_first_words(c, first);
    leave_block(c, first);
}

/* A heading's keep_lines reach over the boxes behind it: lines count, and
 * whatever is no line (a table's head) counts as all of them, but is not
 * waited for behind a line, nor is a figure that may float. */
static void
spread_keeps(layout_galley *g)
{
    for (size_t i = 0; i < g->boxes.n; i++) {
        int wanted = g->boxes.at[i].keep_lines, lines = wanted;
        for (size_t j = i; lines > 0 && j + 1 < g->boxes.n; j++) {
            const layout_box *next = &g->boxes.at[j + 1];
            if (next->floats > 0 || (!next->is_line && lines < wanted))
                break;
            g->boxes.at[j].keeps_next = true;
            lines -= next->is_line ? 1 : lines;
        }
    }
}

/* What sinks to the foot of the last page is one piece. */
static void
keep_foot(layout_galley *g)
{
    for (size_t i = 0; i + 1 < g->boxes.n; i++)
        g->boxes.at[i].keeps_next |=
            g->boxes.at[i].is_at_foot && g->boxes.at[i + 1].is_at_foot;
}

void
compose_document(composer *c)
{
    for (size_t i = 0; i < style_blocks_count(c->style); i++)
        compose_block(c, style_block_at(c->style, i));
    spread_keeps(c->galley);
    keep_foot(c->galley);
}
