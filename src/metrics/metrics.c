#include "metrics/metrics.h"

#include "metrics/model.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "metrics/diag.def"
#undef DIAG

#define READER(name, suffixes, doc, read) {#name, suffixes, doc, read},
static const metrics_reader readers[] = {
#include "metrics/readers.def"
};
#undef READER

/* Excel's “Unicode 文本” is a table under the name of .txt. */
#define HEAD_BYTES 2000
#define HEAD_TABS 3

/* Nearly every line has tabs then; a text with a table in it has others, and
 * one that is indented by tabs has them before its words. */
static bool
is_tabbed(const jb_source *source)
{
    slice head = slice_cut(source_text(source), 0, HEAD_BYTES);
    size_t tabs = 0, lines = 0, tabbed = 0;
    for (size_t at = 0; at < head.len;) {
        slice line = slice_cut(head, at, head.len);
        line = slice_cut(line, 0, slice_find(line, SLICE_OF("\n")));
        size_t before = tabs, whole = line.len;
        line = slice_trim(line);
        for (size_t i = 0; i < line.len; i++)
            tabs += line.at[i] == '\t';
        lines += line.len > 0;
        tabbed += tabs > before;
        at += whole + 1;
    }
    return tabs >= HEAD_TABS && 2 * tabbed > lines &&
           slice_ends_with(source_name(source), SLICE_OF(".txt"));
}

/* A metrics file under the name of .txt: it has its title as a key. */
static bool
is_keyed(const jb_source *source)
{
    static const slice keys[] = {SLICE("标题:"), SLICE("标题："),
                                 SLICE("title:")};
    slice text = slice_cut(source_text(source), 0, HEAD_BYTES);
    for (size_t at = 0; at < text.len;) {
        slice line = slice_cut(text, at, text.len);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            if (slice_starts_with(line, keys[i]))
                return true;
        at += slice_find(line, SLICE_OF("\n")) + 1;
    }
    return false;
}

slice
metrics_file_of(slice path)
{
    static const slice marks[] = {SLICE(".xlsx!"), SLICE(".xlsm!"),
                                  SLICE(".XLSX!")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = slice_find(path, marks[i]);
        if (at < path.len)
            return slice_cut(path, 0, at + marks[i].len - 1);
    }
    return path;
}

static const metrics_reader *
reader_named(slice suffix)
{
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (slice_is_among(suffix, readers[i].suffixes))
            return &readers[i];
    return &readers[0];
}

/* The reader whose suffix the source's name has; the first otherwise. */
static const metrics_reader *
reader_for(const jb_source *source)
{
    slice name = metrics_file_of(source_name(source));
    size_t dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.')
        dot--;
    slice suffix = slice_cut(name, dot, name.len);
    if (is_tabbed(source))
        suffix = SLICE_OF("csv");
    else if (slice_is(suffix, "txt") && is_keyed(source))
        suffix = SLICE_OF("yaml");
    return reader_named(suffix);
}

jb_metrics *
metrics_from_source(const jb_source *source, jb_diags *diags)
{
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    arena *a = arena_new();
    jb_metrics *m = ARENA_NEW(a, jb_metrics);
    m->arena = a;
    m->metric_ids.arena = a;
    m->chart_ids.arena = a;
    m->table_ids.arena = a;
    m->document.normalises_marks = true;
    m->document.has_metrics_table = true;
    bool is_read = reader_for(source)->read(m, source, diags);
    if (is_read && diags_count_of(diags, DIAG_ERROR) == errors)
        return m;
    metrics_drop(m);
    return NULL;
}

void
metrics_drop(jb_metrics *m)
{
    if (m != NULL)
        arena_drop(m->arena);
}

const metrics_document *
metrics_document_of(const jb_metrics *m)
{
    return &m->document;
}

size_t
metrics_count(const jb_metrics *m)
{
    return m->metrics.n;
}

const metrics_metric *
metrics_at(const jb_metrics *m, size_t i)
{
    return &m->metrics.at[i];
}

size_t
metrics_lookup(const jb_metrics *m, slice id)
{
    return slice_index_lookup(&m->metric_ids, id);
}

const char *
metrics_nearest(const jb_metrics *m, slice id)
{
    arena *scratch = arena_new();
    const char **ids = ARENA_ARRAY(scratch, m->metrics.n, const char *);
    for (size_t i = 0; i < m->metrics.n; i++)
        ids[i] = m->metrics.at[i].id.at;
    const char *near = tree_nearest(id, ids, m->metrics.n);
    arena_drop(scratch);
    return near;
}

size_t
metrics_charts_count(const jb_metrics *m)
{
    return m->charts.n;
}

const metrics_chart *
metrics_chart_at(const jb_metrics *m, size_t i)
{
    return &m->charts.at[i];
}

size_t
metrics_chart_lookup(const jb_metrics *m, slice id)
{
    return slice_index_lookup(&m->chart_ids, id);
}

size_t
metrics_tables_count(const jb_metrics *m)
{
    return m->tables.n;
}

const metrics_table *
metrics_table_at(const jb_metrics *m, size_t i)
{
    return &m->tables.at[i];
}

size_t
metrics_table_lookup(const jb_metrics *m, slice id)
{
    return slice_index_lookup(&m->table_ids, id);
}

jb_span
metrics_text_within(const metrics_text *text, size_t first, size_t last)
{
    if (text->node == NULL)
        return text->span;
    size_t start = (size_t)(text->text.at - text->node->text.at);
    return tree_span_within(text->node, start + first, start + last);
}

size_t
metrics_sections_count(const jb_metrics *m)
{
    return m->sections.n;
}

const metrics_section *
metrics_section_at(const jb_metrics *m, size_t i)
{
    return &m->sections.at[i];
}
