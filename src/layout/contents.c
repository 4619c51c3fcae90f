/* Contents: of sections, figures or tables; each line with leaders and its
 * page, which are drawn when the plan is known. */
#include "layout/compose.h"

typedef struct contents_entry {
    const report_text *text;
    slice number; /* 图1　, before the text; or empty */
    slice hung;   /* what later lines stand behind: 一、; or empty */
    slice anchor;
    int level;    /* from 1 */
} contents_entry;

static report_text
entry_text(const composer *c, const contents_entry *entry)
{
    report_text bare = reference_bare(c, entry->text);
    report_text whole = {ARENA_ARRAY(c->arena, bare.n + 1, report_inline),
                         bare.n + 1};
    whole.runs[0].text = entry->number;
    memcpy(whole.runs + 1, bare.runs, bare.n * sizeof *bare.runs);
    return whole;
}

/* In em/1000, up to a character that stands behind `words`: a mark at their
 * end keeps its white. */
static int
width_behind(const composer *c, slice words, const style_text *look)
{
    slice whole = slice_join(c->arena, words, SLICE_OF("国"));
    jb_len width = set_width(c, whole, look) - look->size;
    return words.len == 0 ? 0 : (int)((int64_t)width * 1000 / look->size);
}

static void
add_line(composer *c, const contents_entry *entry)
{
    style_text look = *c->block->look;
    jb_len indent = (jb_len)(entry->level - 1) * 2 * look.size;
    jb_len room = 3 * look.size; /* for the number, and white before it */
    look.align = STYLE_START;
    look.indent = 0;
    look.rest_indent = width_behind(c, entry->hung, &look);
    report_text text = entry_text(c, entry);
    jb_paragraph *p =
        set_text(c, &text, &look, c->measure - indent - room);
    if (p->n_lines == 0)
        return;
    layout_box *box = compose_box(c, (jb_len)p->n_lines * look.leading);
    box->tail = look.leading - look.size;
    box->is_on_grid = look.leading == c->page->grid && c->frame == NULL;
    const text_line *last = &p->lines[p->n_lines - 1];
    layout_reference *reference = ARENA_NEW(c->arena, layout_reference);
    *reference = (layout_reference){
        .anchor = entry->anchor,
        .look = c->block->look,
        .left = c->x + indent + last->x + last->width,
        .right = c->x + c->measure,
        .top = (jb_len)(p->n_lines - 1) * look.leading};
    box->reference = reference;
    set_draw(&box->content, p, &look, (jb_point){c->x + indent, 0});
}

static void
add_entry(composer *c, const contents_entry *entry)
{
    const layout_element *parent = c->element;
    c->element = compose_element(c, ROLE_TOC_ITEM, SLICE_OF(""));
    add_line(c, entry);
    c->element = parent;
}

/* A heading that is numbered for the person has its number by itself. */
static slice
number_of(const jb_node *heading, const report_text *text)
{
    bool has_number = !heading->has_own_number && heading->target != NULL;
    return has_number && text->n > 1 ? text->runs[0].text : SLICE_OF("");
}

static void
add_heading(composer *c, const jb_node *heading)
{
    report_text text = reference_heading(c, heading);
    int level = heading->level < 1 ? 1 : heading->level;
    if (level <= c->block->depth)
        add_entry(c, &(contents_entry){.text = &text,
                                       .hung = number_of(heading, &text),
                                       .anchor = reference_id(
                                           c, heading->target),
                                       .level = level});
}

static void
add_captioned(composer *c, const report_text *title, const jb_node *node)
{
    slice number = reference_caption(c, node->target);
    add_entry(c, &(contents_entry){title, number, number,
                                   reference_id(c, node->target), 1});
}

static void
add_figure(composer *c, const jb_node *node)
{
    report_inline run = {.text = node->chart->title};
    report_text title = {&run, 1};
    add_captioned(c, &title, node);
}

static void
add_table(composer *c, const jb_node *node)
{
    add_captioned(c, &node->table->caption, node);
}

static void
add_entries(composer *c, const jb_node *node)
{
    for (size_t i = 0; i < node->n_children; i++) {
        const jb_node *child = node->children[i];
        style_lists lists = c->block->lists;
        if (child->kind == REPORT_SECTION)
            add_entries(c, child);
        else if (child->target == NULL || node->kind != REPORT_SECTION)
            continue;
        else if (child->kind == REPORT_HEADING && lists == LISTS_SECTIONS)
            add_heading(c, child);
        else if (child->kind == REPORT_FIGURE && child->chart != NULL &&
                 lists == LISTS_FIGURES)
            add_figure(c, child);
        else if (child->kind == REPORT_TABLE && lists == LISTS_TABLES)
            add_table(c, child);
    }
}

void
compose_contents(composer *c)
{
    const layout_element *parent = c->element;
    size_t first = c->galley->boxes.n;
    compose_block_heading(c);
    size_t heading_end = c->galley->boxes.n;
    c->element = compose_element(c, ROLE_TOC, SLICE_OF(""));
    add_entries(c, report_root(c->report));
    size_t n = c->galley->boxes.n - heading_end;
    if (n < (size_t)c->block->least_entries)
        c->galley->boxes.n = first; /* a heading over nothing, or little */
    c->element = parent;
}
