/* The attachments of an official document that come with their text. */
#include "report/draft.h"

#include "metrics/manuscript_line.h"

/* Numbers stand in the middle of their column, points under each other. */
static report_align
column_align(const metrics_attachment *m, size_t column)
{
    jb_decimal number;
    for (size_t r = 1; r < m->n_rows; r++) {
        slice cell = m->cells[r * m->n_columns + column].text;
        if (cell.len > 0 && !decimal_parse(cell, &number))
            return column == 0 ? REPORT_ALIGN_CENTRE : REPORT_ALIGN_START;
    }
    return m->n_rows > 1 ? REPORT_ALIGN_DECIMAL : REPORT_ALIGN_CENTRE;
}

static report_row
table_row(draft *d, const metrics_attachment *m, size_t r)
{
    report_row row = {.n = m->n_columns};
    row.cells = ARENA_ARRAY(d->arena, m->n_columns, report_cell);
    for (size_t i = 0; i < m->n_columns; i++) {
        row.cells[i].text = draft_filled(d, &m->cells[r * m->n_columns + i]);
        row.cells[i].columns = 1;
        row.cells[i].is_header = r == 0;
    }
    return row;
}

/* Its caption is the attachment's name. */
static const report_table *
named_table(draft *d, const metrics_attachment *m)
{
    report_table *t = ARENA_NEW(d->arena, report_table);
    *t = *draft_user_table(d, m->table)->table;
    t->caption = (report_text){NULL, 0};
    t->is_sideways |= m->is_sideways;
    return t;
}

static const report_table *
table_of(draft *d, const metrics_attachment *m)
{
    if (m->has_table)
        return named_table(d, m);
    if (m->n_rows == 0)
        return NULL;
    report_table *t = ARENA_NEW(d->arena, report_table);
    t->n_rows = m->n_rows;
    t->n_head_rows = 1;
    t->n_columns = m->n_columns;
    t->is_sideways = m->is_sideways;
    t->rows = ARENA_ARRAY(d->arena, m->n_rows, report_row);
    t->columns = ARENA_ARRAY(d->arena, m->n_columns, report_align);
    for (size_t r = 0; r < m->n_rows; r++)
        t->rows[r] = table_row(d, m, r);
    for (size_t i = 0; i < m->n_columns; i++)
        t->columns[i] = column_align(m, i);
    return t;
}

static int
typed_level(const metrics_attachment *m, size_t i)
{
    return i < m->n_paragraphs
               ? manuscript_heading_level(m->paragraphs[i].text)
               : 0;
}

/* 一、 and （一） before a few words; but one below the other they are items. */
static int
heading_level(const metrics_attachment *m, size_t i)
{
    int level = typed_level(m, i);
    bool is_item = typed_level(m, i + 1) == level ||
                   (i > 0 && typed_level(m, i - 1) == level);
    bool has_text = i + 1 < m->n_paragraphs;
    return level <= 2 && !is_item && has_text ? level : 0;
}

static const jb_node *
attachment_node(draft *d, const metrics_attachment *m, int number)
{
    jb_node *node = draft_node(d, REPORT_ATTACHMENT);
    node_list children = {NULL, 0, 0};
    node->text = draft_filled(d, &m->name);
    node->level = number;
    node->span = m->name.span;
    node->table = table_of(d, m);
    for (size_t i = 0; i < m->n_paragraphs; i++) {
        jb_node *child = draft_node(d, REPORT_PARAGRAPH);
        child->text = draft_filled(d, &m->paragraphs[i]);
        child->level = heading_level(m, i);
        child->span = m->paragraphs[i].span;
        draft_push(d, &children, child);
    }
    draft_close(node, &children);
    return node;
}

/* Numbered as the note on attachments numbers them; a single one is not. */
void
draft_attachments(draft *d, node_list *out)
{
    const metrics_document *doc = d->document;
    size_t n_listed = 0, n = 0;
    for (size_t i = 0; i < doc->n_attachments; i++)
        n_listed += !doc->attachments[i].is_issued;
    for (size_t i = 0; i < doc->n_attachments; i++) {
        const metrics_attachment *m = &doc->attachments[i];
        n += !m->is_issued;
        if (m->n_paragraphs == 0 && m->n_rows == 0 && !m->has_table)
            continue;
        int number = n_listed > 1 ? (int)n : 0;
        if (m->is_issued)
            number = REPORT_ISSUED;
        draft_push(d, out, attachment_node(d, m, number));
    }
}
