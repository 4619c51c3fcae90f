#include "metrics/manuscript_body.h"

#include "metrics/heading.h"
#include "metrics/manuscript_head.h"
#include "metrics/sheet_grid.h"

#define NOTE_LINES 20 /* of names of attachments under the text */
#define CAPTION_MOST 40

typedef ARRAY(const tree_node *) node_list;

/* ── nodes ── */

tree_node *
manuscript_node(manuscript *m, const manuscript_line *at, slice text)
{
    tree_node *node = ARENA_NEW(m->r->arena, tree_node);
    node->kind = TREE_TEXT;
    node->span = at->span;
    node->text = text;
    node->is_quoted = true;
    return node;
}

tree_node *
manuscript_list(manuscript *m, const manuscript_line *at,
                const tree_node *const *items, size_t n)
{
    tree_node *list = ARENA_NEW(m->r->arena, tree_node);
    list->kind = TREE_LIST;
    list->span = at->span;
    list->items = items;
    list->n = n;
    return list;
}

static tree_node *
map_node(manuscript *m, const manuscript_line *at, const sheet_pairs *pairs)
{
    return sheet_map(m->r->arena, at->span, pairs);
}

void
manuscript_put_in(manuscript *m, sheet_pairs *to, keys_table table,
                  enum metrics_key key, const tree_node *value)
{
    keys_range range = keys_of(table);
    tree_node *name = ARENA_NEW(m->r->arena, tree_node);
    if (value == NULL)
        return;
    *name = (tree_node){.kind = TREE_TEXT, .span = value->span};
    name->text = tree_key_name(&range.keys[key - range.first]);
    ARRAY_PUSH(m->r->arena, to, ((tree_pair){name, value}));
}

static bool
has_part(const manuscript *m, enum metrics_key key)
{
    keys_range range = keys_of(KEYS_DOCUMENT);
    slice name = tree_key_name(&range.keys[key - range.first]);
    for (size_t i = 0; i < m->parts.n; i++)
        if (slice_equal(m->parts.at[i].key->text, name))
            return true;
    return false;
}

void
manuscript_put(manuscript *m, enum metrics_key key, const tree_node *value)
{
    if (!has_part(m, key)) {
        manuscript_put_in(m, &m->parts, KEYS_DOCUMENT, key, value);
        return;
    }
    /* A second number, a second date: there is one place for them. */
    bool is_same = value->kind == TREE_TEXT &&
                   slice_equal(value->text, manuscript_part(m, key));
    if (value->kind == TREE_TEXT && !is_same)
        diag_report(m->r->diags, &MANUSCRIPT_LEFT_OUT, value->span,
                    value->text);
}

void
manuscript_add(manuscript *m, enum metrics_key key, const manuscript_line *at,
               slice text)
{
    manuscript_put(m, key, manuscript_node(m, at, text));
}

slice
manuscript_part(const manuscript *m, enum metrics_key key)
{
    keys_range range = keys_of(KEYS_DOCUMENT);
    slice name = tree_key_name(&range.keys[key - range.first]);
    for (size_t i = 0; i < m->parts.n; i++)
        if (slice_equal(m->parts.at[i].key->text, name))
            return m->parts.at[i].value->text;
    return (slice){NULL, 0};
}

void
manuscript_add_date(manuscript *m, enum metrics_key key,
                    const manuscript_line *at, slice text)
{
    arena *a = m->r->arena;
    jb_date date;
    if (!manuscript_date(a, text, &date))
        return;
    slice name = date_name(a, date);
    if (!slice_equal(heading_bare(a, text), name))
        manuscript_tell_change(m, at, text, name);
    manuscript_add(m, key, at, name);
}

void
manuscript_add_agencies(manuscript *m, const manuscript_line *at,
                        const manuscript_names *names)
{
    node_list joint = {0};
    if (names->n == 0)
        return;
    manuscript_add(m, KEY_DOCUMENT_ISSUER, at, names->at[0]);
    for (size_t i = 1; i < names->n; i++)
        ARRAY_PUSH(m->r->arena, &joint,
                   manuscript_node(m, at, names->at[i]));
    if (joint.n > 0)
        manuscript_put(m, KEY_DOCUMENT_JOINT,
                       manuscript_list(m, at, joint.at, joint.n));
}

/* ── what is told ── */

void
manuscript_leave_out(manuscript *m, const manuscript_line *line, slice text)
{
    diag_report(m->r->diags, &MANUSCRIPT_LEFT_OUT, line->span, text);
}

void
manuscript_tell_change(manuscript *m, const manuscript_line *line, slice from,
                       slice to)
{
    diag_report(m->r->diags, &MANUSCRIPT_CHANGED, line->span, from, to);
}

void
manuscript_drop_line(manuscript *m, size_t i)
{
    manuscript_lines *l = &m->lines;
    if (i + 1 < l->n && l->at[i].is_apart)
        l->at[i + 1].is_apart = true;
    memmove(l->at + i, l->at + i + 1, (l->n - i - 1) * sizeof *l->at);
    l->n--;
    m->body_end -= i < m->body_end;
    m->rest_end -= i < m->rest_end;
}

/* Braces are words of a metrics file; in a document they are themselves. */
static tree_node *
paragraph_node(manuscript *m, const manuscript_line *line)
{
    slice text = line->is_row ? line->words : line->text;
    slice_builder out = {.arena = m->r->arena};
    bool has_braces = false;
    for (size_t i = 0; i < text.len; i++) {
        bool is_brace = text.at[i] == '{' || text.at[i] == '}';
        has_braces |= is_brace;
        builder_add(&out, slice_cut(text, i, i + 1));
        if (is_brace)
            builder_add(&out, slice_cut(text, i, i + 1));
    }
    return manuscript_node(m, line, has_braces ? builder_slice(&out) : text);
}

/* ── tables ── */

static const tree_node *
row_node(manuscript *m, const manuscript_line *line)
{
    arena *a = m->r->arena;
    ARRAY(const tree_node *) cells = {0};
    for (size_t at = 0; at <= line->text.len;) {
        slice rest = slice_cut(line->text, at, line->text.len);
        size_t n = slice_find(rest, SLICE_OF("\t"));
        manuscript_line cell = *line;
        cell.text = heading_trim(slice_cut(rest, 0, n));
        cell.is_row = false;
        ARRAY_PUSH(a, &cells, paragraph_node(m, &cell));
        at += n + 1;
    }
    return manuscript_list(m, line, cells.at, cells.n);
}

/* 表1 县区情况 without its number. */
static slice
caption_of(slice text)
{
    slice word = SLICE_OF("表");
    if (slice_starts_with(text, word)) {
        size_t n = word.len;
        while (n < text.len && ((text.at[n] >= '0' && text.at[n] <= '9') ||
                                text.at[n] == '-'))
            n++;
        if (n > word.len)
            text = heading_trim(slice_cut(text, n, text.len));
    }
    return text;
}

/* A section, or an attachment, while its lines are read. */
typedef struct passage {
    const manuscript_line *at, *heading; /* NULL: none */
    int level;
    ARRAY(const tree_node *) paragraphs;
    ARRAY(const manuscript_line *) lines; /* of the paragraphs */
    ARRAY(const tree_node *) tables;      /* their ids */
} passage;

/* The caption and the unit over a table are no paragraphs. */
static void
take_over_table(manuscript *m, passage *p, sheet_pairs *table)
{
    if (p->lines.n == 0)
        return;
    const manuscript_line *last = ARRAY_LAST(&p->lines)[0];
    slice unit = heading_told_units(last->text);
    if (unit.len > 0 && slice_starts_with(last->text, SLICE_OF("单位"))) {
        manuscript_put_in(m, table, KEYS_TABLE, KEY_TABLE_UNIT,
            manuscript_node(m, last, unit));
        p->lines.n--;
        p->paragraphs.n--;
    }
    if (p->lines.n == 0)
        return;
    last = ARRAY_LAST(&p->lines)[0];
    if (!manuscript_is_phrase(last->text, CAPTION_MOST))
        return;
    manuscript_put_in(m, table, KEYS_TABLE, KEY_TABLE_TITLE,
        manuscript_node(m, last, caption_of(last->text)));
    p->lines.n--;
    p->paragraphs.n--;
}

static void
drop_source(void *source)
{
    source_drop(source);
}

/* Rows with heads over heads are read as those of a table file. */
static bool
take_heads(manuscript *m, size_t first, size_t end, sheet_pairs *table)
{
    arena *a = m->r->arena;
    slice_builder rows = {.arena = a};
    sheet_grid grid;
    if (first + 2 >= end || m->lines.at[first + 1].text.at[0] != '\t')
        return false;
    for (size_t i = first; i < end; i++)
        builder_printf(&rows, "%.*s\n", SLICE_ARGS(m->lines.at[i].text));
    jb_source *source =
        source_from_table(SLICE_OF("表"), builder_slice(&rows));
    arena_defer(a, drop_source, source);
    diags_hold(m->r->diags, source);
    if (!sheet_read_grid(m->r, source, &grid))
        return false;
    manuscript_put_in(m, table, KEYS_TABLE, KEY_TABLE_COLUMNS, grid.columns);
    manuscript_put_in(m, table, KEYS_TABLE, KEY_TABLE_ROWS, grid.rows);
    return true;
}

static void
take_rows(manuscript *m, size_t first, size_t end, sheet_pairs *table)
{
    ARRAY(const tree_node *) rows = {0};
    manuscript_put_in(m, table, KEYS_TABLE, KEY_TABLE_COLUMNS,
        row_node(m, &m->lines.at[first]));
    for (size_t i = first + 1; i < end; i++)
        ARRAY_PUSH(m->r->arena, &rows, row_node(m, &m->lines.at[i]));
    manuscript_put_in(m, table, KEYS_TABLE, KEY_TABLE_ROWS,
        manuscript_list(m, &m->lines.at[first], rows.at, rows.n));
}

/* The rows from line `i` on; the line behind them. */
static size_t
take_table(manuscript *m, passage *p, size_t i, size_t end)
{
    arena *a = m->r->arena;
    const manuscript_line *head = &m->lines.at[i];
    sheet_pairs table = {0};
    size_t first = i;
    take_over_table(m, p, &table);
    while (i < end && m->lines.at[i].is_row)
        i++;
    if (!take_heads(m, first, i, &table))
        take_rows(m, first, i, &table);
    tree_node *id = manuscript_node(
        m, head, slice_printf(a, "表%zu", m->tables.n + 1));
    ARRAY_PUSH(a, &m->tables, ((tree_pair){id, map_node(m, head, &table)}));
    ARRAY_PUSH(a, &p->tables, id);
    return i;
}

static void
take_paragraph(manuscript *m, passage *p, const manuscript_line *line)
{
    ARRAY_PUSH(m->r->arena, &p->paragraphs, paragraph_node(m, line));
    ARRAY_PUSH(m->r->arena, &p->lines, line);
}

/* ── sections ── */

static void
end_section(manuscript *m, passage *p, node_list *to)
{
    sheet_pairs pairs = {0};
    bool is_empty = p->heading == NULL && p->paragraphs.n + p->tables.n == 0;
    if (is_empty)
        return;
    if (p->heading != NULL)
        manuscript_put_in(m, &pairs, KEYS_SECTION, KEY_SECTION_HEADING,
            paragraph_node(m, p->heading));
    tree_node *level = manuscript_node(
        m, p->at, slice_printf(m->r->arena, "%d", p->level));
    level->is_quoted = false;
    manuscript_put_in(m, &pairs, KEYS_SECTION, KEY_SECTION_LEVEL, level);
    if (p->paragraphs.n > 0)
        manuscript_put_in(m, &pairs, KEYS_SECTION, KEY_SECTION_TEXT,
            manuscript_list(m, p->at, p->paragraphs.at, p->paragraphs.n));
    if (p->tables.n > 0)
        manuscript_put_in(m, &pairs, KEYS_SECTION, KEY_SECTION_TABLES,
            manuscript_list(m, p->at, p->tables.at, p->tables.n));
    ARRAY_PUSH(m->r->arena, to, map_node(m, p->at, &pairs));
}

/* Lines that are numbered one under the other are items of a list. */
static int
level_at(const manuscript *m, size_t i)
{
    const manuscript_line *line = &m->lines.at[i];
    int level = line->is_row ? 0 : manuscript_heading_level(line->text);
    bool is_item =
        level > 0 &&
        ((i + 1 < m->body_end &&
          manuscript_heading_level(m->lines.at[i + 1].text) == level) ||
         (i > m->body &&
          manuscript_heading_level(m->lines.at[i - 1].text) == level));
    return is_item ? 0 : level;
}

static passage
passage_at(const manuscript_line *line, int level)
{
    return (passage){.at = line, .level = level};
}

/* ── names of attachments under the text ── */

/* 附件：1.…, and below it 2.…: the names, and the line where they begin. */
static size_t
names_start(const manuscript *m)
{
    for (size_t i = m->body_end; i > m->body && m->body_end - i < NOTE_LINES;
         i--) {
        slice text = m->lines.at[i - 1].text;
        if (slice_starts_with(text, SLICE_OF("附件：")) ||
            slice_starts_with(text, SLICE_OF("附件:")) ||
            slice_starts_with(text, SLICE_OF("附：")))
            return i - 1;
        if (m->lines.at[i - 1].is_row ||
            slice_find(text, SLICE_OF("。")) < text.len)
            break;
    }
    return m->body_end;
}

/* Bytes of “1.” before a name. */
static size_t
number_length(slice text)
{
    size_t n = 0;
    while (n < text.len && text.at[n] >= '0' && text.at[n] <= '9')
        n++;
    if (n == 0 || n > 2)
        return 0;
    slice rest = slice_cut(text, n, text.len);
    if (slice_starts_with(rest, SLICE_OF(".")))
        return n + 1;
    bool is_wide = slice_starts_with(rest, SLICE_OF("．")) ||
                   slice_starts_with(rest, SLICE_OF("、"));
    return is_wide ? n + 3 : 0;
}

static slice
behind_colon(slice text)
{
    slice wide = SLICE_OF("："), narrow = SLICE_OF(":");
    size_t at = slice_find(text, wide), n = wide.len;
    if (at == text.len) {
        at = slice_find(text, narrow);
        n = narrow.len;
    }
    return heading_trim(slice_cut(text, at + n, text.len));
}

static void
take_names(manuscript *m, node_list *names)
{
    arena *a = m->r->arena;
    size_t first = names_start(m);
    for (size_t i = first; i < m->body_end; i++) {
        const manuscript_line *line = &m->lines.at[i];
        slice text = line->text;
        if (i == first)
            text = behind_colon(text);
        size_t number = number_length(text);
        text = heading_trim(slice_cut(text, number, text.len));
        bool goes_on = i > first && number == 0 && names->n > 0;
        if (text.len == 0)
            continue;
        if (goes_on)
            text = slice_join(a, names->at[names->n - 1]->text, text);
        tree_node *name = manuscript_node(m, line, text);
        if (goes_on)
            names->at[names->n - 1] = name;
        else
            ARRAY_PUSH(a, names, name);
    }
    m->body_end = first;
}

void
manuscript_take_body(manuscript *m)
{
    node_list sections = {0};
    if (m->body == m->body_end)
        return;
    passage p = passage_at(&m->lines.at[m->body], 1);
    for (size_t i = m->body; i < m->body_end;) {
        const manuscript_line *line = &m->lines.at[i];
        int level = level_at(m, i);
        if (level > 0 || (p.tables.n > 0 && !line->is_row)) {
            end_section(m, &p, &sections);
            p = passage_at(line, level > 0 ? level : p.level);
        }
        if (line->is_row) {
            i = take_table(m, &p, i, m->body_end);
            continue;
        }
        if (level > 0)
            p.heading = line;
        else
            take_paragraph(m, &p, line);
        m->n_sections += level == 1;
        i++;
    }
    end_section(m, &p, &sections);
    manuscript_put(m, KEY_DOCUMENT_SECTIONS,
                   manuscript_list(m, &m->lines.at[m->body], sections.at,
                                   sections.n));
    if (m->tables.n > 0)
        manuscript_put(m, KEY_DOCUMENT_TABLES,
                       map_node(m, &m->lines.at[m->body], &m->tables));
}

/* ── attachments ── */

/* Whether the line opens an attachment: 附件2, 附件2：名单. */
static bool
is_mark(const manuscript_line *line)
{
    return !line->is_row && (manuscript_attachment(line->words) > 0 ||
                             manuscript_attached_name(line->words).len > 0);
}

/* The title over the text of an attachment, as its name has it, or its name
 * when there is none yet. */
static size_t
take_attached_title(manuscript *m, size_t i, size_t end, const tree_node **name)
{
    slice said = {NULL, 0};
    if (*name == NULL && i < end) {
        size_t next = manuscript_title_at(m, i, end, &said);
        *name = manuscript_node(m, &m->lines.at[i], said);
        return next;
    }
    for (size_t k = i; k < end; k++) {
        said = slice_join(m->r->arena, said, m->lines.at[k].words);
        if (*name == NULL || !slice_starts_with((*name)->text, said))
            return i;
        if (said.len == (*name)->text.len)
            return k + 1;
    }
    return i;
}

/* The lines first … end-1 under the name; one that comes with a document
 * that issues it is no 附件. */
static const tree_node *
attachment_node(manuscript *m, size_t first, size_t end, const tree_node *name,
                bool is_issued)
{
    passage p = passage_at(&m->lines.at[first < end ? first : end - 1], 1);
    sheet_pairs pairs = {0};
    size_t i = take_attached_title(m, first, end, &name);
    while (i < end)
        if (m->lines.at[i].is_row && p.tables.n == 0)
            i = take_table(m, &p, i, end);
        else
            take_paragraph(m, &p, &m->lines.at[i++]);
    if (name == NULL)
        return NULL;
    manuscript_put_in(m, &pairs, KEYS_ATTACHMENT, KEY_ATTACHMENT_NAME, name);
    if (p.paragraphs.n > 0)
        manuscript_put_in(
            m, &pairs, KEYS_ATTACHMENT, KEY_ATTACHMENT_TEXT,
            manuscript_list(m, p.at, p.paragraphs.at, p.paragraphs.n));
    if (p.tables.n > 0)
        manuscript_put_in(m, &pairs, KEYS_ATTACHMENT, KEY_ATTACHMENT_TABLE,
                          p.tables.at[0]);
    if (is_issued) {
        tree_node *yes = manuscript_node(m, p.at, SLICE_OF("是"));
        yes->is_quoted = false;
        manuscript_put_in(m, &pairs, KEYS_ATTACHMENT, KEY_ATTACHMENT_ISSUED,
                          yes);
    }
    return map_node(m, p.at, &pairs);
}

/* Where the next attachment begins. */
static size_t
next_mark(const manuscript *m, size_t i, size_t end)
{
    while (i < end && !is_mark(&m->lines.at[i]))
        i++;
    return i;
}

/* The name in the mark's own line, told when the text has another. */
static const tree_node *
name_at_mark(manuscript *m, size_t mark, const tree_node *listed)
{
    const manuscript_line *line = &m->lines.at[mark];
    slice own = manuscript_attached_name(line->words);
    if (own.len == 0)
        return listed;
    if (listed != NULL && !slice_equal(own, listed->text))
        manuscript_tell_change(m, line, own, listed->text);
    return listed != NULL ? listed : manuscript_node(m, line, own);
}

void
manuscript_take_attachments(manuscript *m)
{
    arena *a = m->r->arena;
    node_list names = {0}, all = {0};
    size_t i = m->body_end, end = m->rest_end, n_marked = 0;
    take_names(m, &names);
    size_t mark = next_mark(m, i, end);
    if (mark > i)
        ARRAY_PUSH(a, &all, attachment_node(m, i, mark, NULL, true));
    for (i = mark; i < end; i = mark) {
        const tree_node *name =
            n_marked < names.n ? names.at[n_marked] : NULL;
        mark = next_mark(m, i + 1, end);
        const tree_node *node = attachment_node(
            m, i + 1, mark, name_at_mark(m, i, name), false);
        n_marked++;
        if (node != NULL)
            ARRAY_PUSH(a, &all, node);
    }
    for (; n_marked < names.n; n_marked++)
        ARRAY_PUSH(a, &all, names.at[n_marked]);
    m->n_attachments = all.n;
    if (all.n > 0)
        manuscript_put(m, KEY_DOCUMENT_ATTACHMENTS,
                       manuscript_list(m, &m->lines.at[0], all.at, all.n));
}
