/* All that a person wrote into a metrics file, wherever it will stand: body,
 * headings, notes in it, captions, cells, sources, attachments. What is read
 * in one go is one passage, so that its paragraphs are held against each
 * other; what is looked up by itself, such as a cell or a note, is one of its
 * own. What is said of a metric (说明) is left alone: it quotes what the
 * original has wrong. */
#include "prose/inspect.h"
#include "prose/inspect_table.h"
#include "prose/placeholder.h"
#include "prose/sic.h"

typedef struct document_inspection {
    arena *arena;
    const jb_facts *facts;
    jb_diags *diags;
} document_inspection;

/* Text that is read in one go. */
typedef ARRAY(passage) passage_list;

static void
inspect_alone(const document_inspection *in, passage p)
{
    inspect_passage(in->arena, p, in->facts, in->diags);
}

/* Typed runs of a note are cuts of the text that the note stands in. */
static void
inspect_notes(const document_inspection *in, const metrics_text *text,
              const prose_text *filled)
{
    for (size_t i = 0; i < filled->n; i++) {
        const prose_text *note = filled->at[i].note;
        if (note == NULL)
            continue;
        inspect_alone(in, passage_from_prose(in->arena, text, note));
        inspect_notes(in, text, note);
    }
}

/* The text with its placeholders filled joins `list`; notes in it are looked
 * at here. */
static void
read_text(const document_inspection *in, passage_list *list,
          const metrics_text *text)
{
    if (text->text.len == 0)
        return;
    /* Wrong placeholders are reported when the report is built. */
    jb_diags *unheard = diags_new();
    prose_writer w = {in->arena, in->facts, unheard};
    prose_text filled = placeholder_fill(&w, text);
    bool is_whole = !diags_has_errors(unheard);
    diags_drop(unheard);
    if (!is_whole)
        return;
    ARRAY_PUSH(in->arena, list,
               passage_from_prose(in->arena, text, &filled));
    inspect_notes(in, text, &filled);
}

static void
read_texts(const document_inspection *in, passage_list *list,
           const metrics_text *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        read_text(in, list, &texts[i]);
}

static inspection
inspect_list(const document_inspection *in, const passage_list *list)
{
    passage whole = passage_join(in->arena, list->at, list->n);
    inspection read =
        inspection_from_passage(in->arena, whole, in->facts, in->diags);
    inspect_rules(&read);
    return read;
}

static void
inspect_text(const document_inspection *in, const metrics_text *text)
{
    passage_list list = {0};
    read_text(in, &list, text);
    for (size_t i = 0; i < list.n; i++)
        inspect_alone(in, list.at[i]);
}

static void
inspect_texts(const document_inspection *in, const metrics_text *texts,
              size_t n)
{
    for (size_t i = 0; i < n; i++)
        inspect_text(in, &texts[i]);
}

static void
inspect_numbers(const document_inspection *in, const metrics_table *t,
                const inspection *body)
{
    tabular read;
    const jb_metrics *m = facts_metrics(in->facts);
    if (!tabular_from_table(in->arena, in->facts, t, &read))
        return;
    inspect_table(in->arena, &read, in->facts, in->diags);
    inspect_table_told(&read, metrics_document_of(m)->period, body);
}

static void
inspect_user_table(const document_inspection *in, const metrics_table *t,
                   const inspection *body)
{
    inspect_text(in, &t->title);
    for (size_t i = 0; i < t->n_columns; i++)
        inspect_text(in, &t->columns[i].heading);
    for (size_t r = 0; r < t->n_rows; r++)
        inspect_texts(in, t->rows[r].cells, t->rows[r].n);
    inspect_text(in, &t->note);
    inspect_text(in, &t->source);
    inspect_numbers(in, t, body);
}

/* The table of an attachment is one whose first row is the head. */
static void
inspect_attached(const document_inspection *in, const metrics_attachment *m,
                 const inspection *body)
{
    metrics_table t = {.n_columns = m->n_columns, .n_rows = m->n_rows - 1};
    t.columns = ARENA_ARRAY(in->arena, t.n_columns, metrics_column);
    t.rows = ARENA_ARRAY(in->arena, t.n_rows, metrics_row);
    for (size_t i = 0; i < t.n_columns; i++)
        t.columns[i].heading = m->cells[i];
    for (size_t r = 0; r < t.n_rows; r++)
        t.rows[r] = (metrics_row){m->cells + (r + 1) * m->n_columns,
                                  m->n_columns, false};
    inspect_numbers(in, &t, body);
}

static void
inspect_attachment(const document_inspection *in, const metrics_attachment *m,
                   const inspection *body)
{
    passage_list list = {0};
    read_text(in, &list, &m->name);
    read_texts(in, &list, m->paragraphs, m->n_paragraphs);
    inspect_list(in, &list);
    inspect_texts(in, m->cells, m->n_rows * m->n_columns);
    if (m->n_rows > 1)
        inspect_attached(in, m, body);
}

/* What a reader reads from the title to the last paragraph. */
static inspection
inspect_body(const document_inspection *in, const jb_metrics *m)
{
    const metrics_document *doc = metrics_document_of(m);
    passage_list list = {0};
    read_text(in, &list, &doc->title);
    read_text(in, &list, &doc->subtitle);
    read_texts(in, &list, doc->summary, doc->n_summary);
    for (size_t i = 0; i < metrics_sections_count(m); i++) {
        const metrics_section *s = metrics_section_at(m, i);
        read_text(in, &list, &s->heading);
        read_texts(in, &list, s->paragraphs, s->n_paragraphs);
    }
    return inspect_list(in, &list);
}

static void
inspect_figures(const document_inspection *in, const jb_metrics *m,
                const inspection *body)
{
    for (size_t i = 0; i < metrics_tables_count(m); i++)
        inspect_user_table(in, metrics_table_at(m, i), body);
    for (size_t i = 0; i < metrics_charts_count(m); i++) {
        const metrics_chart *c = metrics_chart_at(m, i);
        inspect_text(in, &c->title);
        inspect_text(in, &c->subtitle);
        inspect_text(in, &c->note);
    }
}

void
inspect_document(arena *a, const jb_facts *facts, jb_diags *diags)
{
    const jb_metrics *m = facts_metrics(facts);
    const metrics_document *doc = metrics_document_of(m);
    document_inspection in = {a, facts, diags};
    size_t before = diags_count(diags);
    inspection body = inspect_body(&in, m);
    inspect_figures(&in, m, &body);
    for (size_t i = 0; i < doc->n_attachments; i++)
        inspect_attachment(&in, &doc->attachments[i], &body);
    inspect_text(&in, &doc->note);
    inspect_texts(&in, doc->notes, doc->n_notes);
    inspect_text(&in, &doc->source);
    sic_settle(doc->sic, doc->n_sic, before, diags);
    for (size_t i = before; doc->is_manuscript && i < diags_count(diags); i++)
        diags_soften(diags, i);
}
