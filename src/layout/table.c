/* A table as it stands in the text: its caption, its rows, what is repeated
 * over pages, its notes. */
#include "layout/fold.h"
#include "layout/rows.h"
#include "layout/wide.h"

/* Under a slide's heading the caption is as small as a chart's. */
static const style_text *
caption_look(const composer *c)
{
    return compose_look(c, c->room > 0 ? "chart-title" : "table-caption");
}

/* ── what is shown again over a page ── */

/* The caption of what goes on. */
static void
compose_again(composer *c, slice caption, display_role role)
{
    slice mark = template_fill(c->arena, &c->block->continued, c->fields);
    if (mark.len > 0)
        compose_slice(c, slice_join(c->arena, caption, mark), caption_look(c),
                      role);
}

static void
keep_with_table(composer *c, size_t first)
{
    for (size_t i = first; i < c->galley->boxes.n; i++) {
        c->galley->boxes.at[i].keeps_next = true;
        c->galley->boxes.at[i].is_line = false;
    }
}

/* 单位：亿元, at the right over the table. */
static void
compose_unit(composer *c, const report_table *table)
{
    style_text look = *compose_look(c, "table-unit");
    size_t first = c->galley->boxes.n;
    look.align = STYLE_END;
    if (compose_slice(c, table->unit, &look, ROLE_P) != NULL)
        keep_with_table(c, first);
}

static void
add_continued(const table_rows *m, slice caption)
{
    composer *c = m->c;
    layout_galley *galley = c->galley, heads = {0};
    jb_len measure = c->measure;
    c->galley = &heads;
    if (c->region != NULL)
        c->measure += (c->region->n - 1) * c->region->step;
    if (c->slide_heading != NULL)
        compose_slide_start(c, c->slide_heading, true);
    compose_again(c, caption, ROLE_CAPTION);
    if (c->room > 0 && heads.boxes.n > 0)
        ARRAY_LAST(&heads.boxes)->after = caption_look(c)->leading / 4;
    compose_unit(c, m->table);
    c->measure = measure;
    for (size_t r = 0; r < m->table->n_head_rows; r++)
        rows_repeat(m, r);
    c->galley = galley;
    m->carry->heads = heads.boxes.at;
    m->carry->n_heads = heads.boxes.n;
    m->carry->n_rows = m->table->n_head_rows;
}

static slice
caption_words(const composer *c, const jb_node *node)
{
    const report_table *table = node->table;
    report_text bare = reference_bare(c, &table->caption);
    slice own = report_plain_text(c->arena, &bare);
    if (node->target != NULL)
        return slice_join(c->arena, reference_caption(c, node->target), own);
    slice text = template_fill(c->arena, &c->block->heading, c->fields);
    return text.len > 0 ? text : own;
}

/* Where it goes on; the table of an attachment has only its name. */
static slice
again_words(const composer *c, const jb_node *node)
{
    slice words = caption_words(c, node);
    return words.len > 0 ? words : report_plain_text(c->arena, &node->text);
}

/* The caption with the number that it has among the tables. */
static void
compose_caption(composer *c, const jb_node *node, slice words,
                display_role role)
{
    const style_text *look = caption_look(c);
    const report_table *table = node->table;
    report_text text = {
        ARENA_ARRAY(c->arena, table->caption.n + 1, report_inline), 1};
    text.runs[0].text = words;
    if (node->target != NULL) {
        text.n = table->caption.n + 1;
        text.runs[0].text = reference_caption(c, node->target);
        for (size_t i = 0; i < table->caption.n; i++)
            text.runs[i + 1] = table->caption.runs[i];
    }
    layout_box *head = compose_text(c, &text, look, role);
    if (head != NULL && node->target == NULL) {
        head->outline = words;
        head->outline_level = 2;
    }
}

static void
compose_table_notes(composer *c, const report_table *table)
{
    const style_text *look = compose_look(c, "table-note");
    for (size_t i = 0; i < table->n_notes; i++) {
        layout_box *over = ARRAY_LAST(&c->galley->boxes);
        over->keeps_next = true;
        over->after = i == 0 ? len_max(LEN_OF_PT(5), look->size / 2) : 0;
        size_t first = c->galley->boxes.n;
        compose_text(c, &table->notes[i], look, ROLE_P);
        for (size_t b = first; b < c->galley->boxes.n; b++)
            c->galley->boxes.at[b].keeps_next = b + 1 < c->galley->boxes.n;
    }
}

/* A table in a section looks as the block of the file's table does. */
static const style_block *
table_block(const composer *c)
{
    if (c->block->kind == BLOCK_TABLE)
        return c->block;
    for (size_t i = 0; i < style_blocks_count(c->style); i++)
        if (style_block_at(c->style, i)->kind == BLOCK_TABLE)
            return style_block_at(c->style, i);
    return c->block;
}

static jb_len
height_of_boxes(const composer *c, size_t first)
{
    jb_len height = 0;
    for (size_t i = first; i < c->galley->boxes.n; i++)
        height += c->galley->boxes.at[i].height;
    return height;
}

static void
let_float(composer *c, size_t first)
{
    jb_len height = height_of_boxes(c, first);
    jb_len page = c->page->size.h - c->page->top - c->page->bottom;
    layout_box *head = &c->galley->boxes.at[first];
    if (height <= len_scale(page, TABLE_WHOLE_MOST, 1000))
        head->floats = c->galley->boxes.n - first;
    else
        head->clears_floats = true;
}

/* The table, or a strip of it, in strips that are one table to the reader:
 * the caption of the first is repeated, and the last has the notes. */
typedef struct table_part {
    const report_table *table;
    bool is_first, is_last;
    bool is_in_section;
    const layout_region *columns; /* that its rows stand in, or NULL */
} table_part;

static void
compose_part_caption(composer *c, const jb_node *node, const table_part *part)
{
    const layout_element *whole = c->element;
    bool has_unit = part->table->unit.len > 0;
    if (has_unit)
        c->element = compose_element(c, ROLE_CAPTION, SLICE_OF(""));
    size_t first = c->galley->boxes.n;
    /* With the unit it is one caption of two paragraphs. */
    display_role role = has_unit ? ROLE_P : ROLE_CAPTION;
    if (part->is_first)
        compose_caption(c, node, caption_words(c, node), role);
    else
        compose_again(c, again_words(c, node), role);
    if (c->room > 0 && c->galley->boxes.n > first)
        ARRAY_LAST(&c->galley->boxes)->after = caption_look(c)->leading / 4;
    keep_with_table(c, first);
    compose_unit(c, part->table);
    c->element = whole;
}

static jb_len
bars_of(const composer *c, bool is_in_section)
{
    return is_in_section ? 0 : c->block->growth_bars;
}

static void
compose_rows(composer *c, const jb_node *node, const table_part *part)
{
    const report_table *table = part->table;
    jb_len measure = c->measure;
    if (part->columns != NULL) {
        c->region = part->columns;
        c->measure = fold_measure(c);
    }
    table_rows m =
        rows_from_table(c, table, bars_of(c, part->is_in_section));
    for (size_t r = 0; r < table->n_rows; r++)
        rows_add(&m, r);
    add_continued(&m, again_words(c, node));
    if (part->columns != NULL)
        c->region = NULL;
    c->measure = measure;
}

/* With its caption and notes. */
static void
compose_part(composer *c, const jb_node *node, const table_part *part)
{
    const layout_element *parent = c->element;
    size_t first = c->galley->boxes.n;
    jb_len space = compose_look(c, "table-cell")->leading;
    c->element = compose_element(c, ROLE_TABLE, SLICE_OF(""));
    compose_part_caption(c, node, part);
    compose_rows(c, node, part);
    c->element = parent;
    if (part->is_last)
        compose_table_notes(c, part->table);
    ARRAY_LAST(&c->galley->boxes)->after = space;
    layout_box *head = &c->galley->boxes.at[first];
    if (part->is_in_section || !part->is_first)
        head->before = space;
    if (node->target != NULL && part->is_first)
        head->anchor = reference_id(c, node->target);
}

static void
compose_whole(composer *c, const jb_node *node, bool is_in_section)
{
    table_part part = {node->table, true, true, is_in_section, NULL};
    compose_part(c, node, &part);
}

/* What the boxes composed since need on a page of their own where those in
 * columns stand beside each other. */
static jb_len
folded_height(const composer *c, const compose_point *since)
{
    jb_len height = compose_height_since(c, since), beside = 0;
    int n = 1;
    for (size_t i = since->n_boxes; i < c->galley->boxes.n; i++) {
        const layout_box *box = &c->galley->boxes.at[i];
        if (box->region == NULL)
            continue;
        beside += box->height;
        n = box->region->n;
    }
    return height - beside + beside / n;
}

static jb_len
room_of_page(const composer *c)
{
    return c->room > 0 ? c->room
                       : c->page->size.h - c->page->top - c->page->bottom;
}

/* In columns, where it is narrow and long; set a little smaller where that
 * spares a few rows on another page. */
static bool
compose_folded(composer *c, const jb_node *node, bool is_in_section)
{
    fold_plan plan =
        fold_from_table(c, node->table, bars_of(c, is_in_section));
    if (plan.columns == NULL)
        return false;
    table_part part = {node->table, true, true, is_in_section, plan.columns};
    compose_point start = compose_here(c);
    int scale = plan.scale;
    for (bool fits = false; !fits && scale > 0; scale -= ROWS_SCALE_STEP) {
        scale = scale < FOLD_LEAST_SCALE ? 0 : scale;
        c->table_scale = scale == 0 ? plan.scale : scale;
        compose_part(c, node, &part);
        fits = folded_height(c, &start) + c->page->grid <= room_of_page(c);
        if (!fits && scale > 0)
            compose_go_back(c, &start);
    }
    c->table_scale = 1000;
    return true;
}

/* A strip is not parted where a page holds it with some text. */
static void
keep_strip(composer *c, size_t first, bool floats)
{
    jb_len page = c->page->size.h - c->page->top - c->page->bottom;
    bool is_kept =
        height_of_boxes(c, first) <= len_scale(page, TABLE_WHOLE_MOST, 1000);
    for (size_t i = first; is_kept && i + 1 < c->galley->boxes.n; i++)
        c->galley->boxes.at[i].keeps_next = true;
    if (floats)
        let_float(c, first);
}

/* On a slide of its own, under the heading that goes on. */
static void
start_strip(composer *c)
{
    size_t first = c->galley->boxes.n;
    compose_slide_start(c, c->slide_heading, true);
    c->galley->boxes.at[first].starts_page = true;
}

static void
compose_strips(composer *c, const jb_node *node, const wide_plan *plan,
               bool floats)
{
    for (size_t i = 0; i < plan->strips.n; i++) {
        if (i > 0 && c->slide_heading != NULL)
            start_strip(c);
        size_t first = c->galley->boxes.n;
        table_part part = {plan->strips.at[i], i == 0, i + 1 == plan->strips.n,
                           true, NULL};
        c->table_scale = plan->scale;
        compose_part(c, node, &part);
        keep_strip(c, first, floats);
    }
    c->table_scale = 1000;
}

/* What the lines of one block behind the table need. */
static jb_len
block_height(composer *c, const style_block *block, const jb_node *node)
{
    jb_len height = block->space_before;
    for (size_t i = 0; i < node->n_children; i++) {
        const jb_node *line = node->children[i];
        if (line->note > 0 && footnote_is_at_foot(c))
            continue;
        jb_paragraph *p =
            set_text(c, &line->text, block->look, style_measure(c->style));
        height += (jb_len)p->n_lines * block->look->leading;
    }
    return height;
}

/* Notes and sources that stand under the table want their room. */
static jb_len
height_behind(composer *c)
{
    jb_len height = 0;
    size_t i = 0, n = style_blocks_count(c->style);
    while (i < n && style_block_at(c->style, i) != c->block)
        i++;
    while (++i < n) {
        const style_block *block = style_block_at(c->style, i);
        bool is_notes = block->kind == BLOCK_NOTES;
        if ((!is_notes && block->kind != BLOCK_SOURCES) ||
            block->break_before == BREAK_PAGE)
            break;
        const jb_node *node =
            compose_node_lookup(c, is_notes ? REPORT_NOTES : REPORT_SOURCES);
        if (node != NULL)
            height += block_height(c, block, node);
    }
    return height;
}

/* The largest scale worth trying: every row takes a line at least. */
static int
scale_within(const composer *c, const report_table *table, jb_len room)
{
    jb_len line = compose_look(c, "table-cell")->leading;
    int64_t least = (int64_t)table->n_rows * line;
    int64_t steps = (int64_t)room * 1000 / least / ROWS_SCALE_STEP;
    int64_t scale = steps * ROWS_SCALE_STEP;
    return scale < c->block->grow ? (int)scale : c->block->grow;
}

/* A table that begins a page is set smaller, by a tenth at most, where that
 * page then holds it and the notes behind it. */
#define WHOLE_LEAST_SCALE 900 /* /1000 */

static int
least_scale(const composer *c, bool is_in_section)
{
    bool starts_page = !is_in_section && c->block->break_before == BREAK_PAGE;
    return starts_page ? len_max(c->block->shrink, WHOLE_LEAST_SCALE) : 1000;
}

/* The largest scale, from `least` on, at which `room` holds the table; 0 when
 * there is none. Nothing stays composed. */
static int
scale_that_fits(composer *c, const jb_node *node, bool is_in_section,
                jb_len room)
{
    compose_point start = compose_here(c);
    int least = least_scale(c, is_in_section);
    int scale = scale_within(c, node->table, room);
    for (; scale >= least; scale -= ROWS_SCALE_STEP) {
        c->table_scale = scale;
        compose_whole(c, node, is_in_section);
        bool fits = compose_height_since(c, &start) <= room;
        compose_go_back(c, &start);
        if (fits)
            return scale;
    }
    return 0;
}

/* A table that leaves room on its page, with the notes behind it, is set
 * larger, as far as the block wants it; one that does not fit keeps its size
 * and goes on over pages. */
static void
compose_grown(composer *c, const jb_node *node, bool is_in_section)
{
    jb_len room = room_of_page(c);
    jb_len behind = c->room > 0 ? 0 : height_behind(c);
    int scale = scale_that_fits(c, node, is_in_section, room - behind);
    c->table_scale = scale == 0 ? 1000 : scale;
    compose_whole(c, node, is_in_section);
    c->table_scale = 1000;
}

/* Out of columns that are too narrow for it, to all of the page. */
static wide_plan
leave_narrow(composer *c, const report_table *table)
{
    wide_plan plan = wide_from_table(c, table);
    if (plan.way == WIDE_FITS || c->region == NULL)
        return plan;
    c->measure += (c->region->n - 1) * c->region->step;
    c->region = NULL;
    return wide_from_table(c, table);
}

/* One that a person wants on its side may be too wide for that, too. */
static void
compose_on_page(composer *c, const jb_node *node)
{
    wide_plan plan = wide_from_table(c, node->table);
    if (plan.way == WIDE_CUT) {
        wide_note(c, node, &plan);
        compose_strips(c, node, &plan, false);
    } else {
        compose_whole(c, node, true);
    }
}

/* The pages that a turned table fills wait for the text before them, each on
 * its own. */
static void
compose_turned(composer *c, const jb_node *node, bool floats)
{
    size_t first = c->galley->boxes.n;
    compose_on_side(c, node, compose_on_page);
    for (size_t i = first; floats && i < c->galley->boxes.n; i++)
        c->galley->boxes.at[i].floats = 1;
}

void
compose_table(composer *c, const jb_node *node, bool floats)
{
    const report_table *table = node->table;
    if (table == NULL || table->n_rows == 0 || table->n_columns == 0)
        return;
    const style_block *block = c->block;
    const layout_region *region = c->region;
    jb_len measure = c->measure;
    bool is_in_section = block->kind != BLOCK_TABLE;
    size_t first = c->galley->boxes.n;
    c->block = table_block(c);
    wide_plan plan = leave_narrow(c, table);
    if (plan.way != WIDE_FITS && !table->is_sideways)
        wide_note(c, node, &plan);
    if (plan.way == WIDE_TURNED)
        compose_turned(c, node, floats);
    else if (plan.way == WIDE_CUT)
        compose_strips(c, node, &plan, floats);
    else if (compose_folded(c, node, is_in_section))
        c->galley->boxes.at[first].clears_floats = floats;
    else {
        compose_grown(c, node, is_in_section);
        if (floats)
            let_float(c, first);
    }
    c->block = block;
    c->region = region;
    c->measure = measure;
}
