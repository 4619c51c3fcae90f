/* All that a person wrote into a metrics file, wherever it will stand: body,
 * headings, notes in it, captions, cells, sources, attachments. What is said
 * of a metric (说明) is left alone: it quotes what the original has wrong. */
#include "prose/inspect.h"
#include "prose/inspect_table.h"
#include "prose/placeholder.h"
#include "prose/sic.h"

typedef struct document_inspection {
    arena *arena;
    const jb_facts *facts;
    jb_diags *diags;
} document_inspection;

/* Typed runs of a note are cuts of the text that the note stands in. */
static void
inspect_filled(const document_inspection *in, const metrics_text *text,
               const prose_text *filled)
{
    inspect_passage(in->arena, passage_from_prose(in->arena, text, filled),
                    in->facts, in->diags);
    for (size_t i = 0; i < filled->n; i++)
        if (filled->at[i].note != NULL)
            inspect_filled(in, text, filled->at[i].note);
}

static void
inspect_text(const document_inspection *in, const metrics_text *text)
{
    if (text->text.len == 0)
        return;
    /* Wrong placeholders are reported when the report is built. */
    jb_diags *unheard = diags_new();
    prose_writer w = {in->arena, in->facts, unheard};
    prose_text filled = placeholder_fill(&w, text);
    bool is_whole = !diags_has_errors(unheard);
    diags_drop(unheard);
    if (is_whole)
        inspect_filled(in, text, &filled);
}

static void
inspect_texts(const document_inspection *in, const metrics_text *texts,
              size_t n)
{
    for (size_t i = 0; i < n; i++)
        inspect_text(in, &texts[i]);
}

static void
inspect_user_table(const document_inspection *in, const metrics_table *t)
{
    inspect_text(in, &t->title);
    for (size_t i = 0; i < t->n_columns; i++)
        inspect_text(in, &t->columns[i].heading);
    for (size_t r = 0; r < t->n_rows; r++)
        inspect_texts(in, t->rows[r].cells, t->rows[r].n);
    inspect_text(in, &t->note);
    inspect_text(in, &t->source);
    inspect_table(in->arena, t, in->facts, in->diags);
}

/* The table of an attachment is one whose first row is the head. */
static void
inspect_numbers(const document_inspection *in, const metrics_attachment *m)
{
    metrics_table t = {.n_columns = m->n_columns, .n_rows = m->n_rows - 1};
    t.columns = ARENA_ARRAY(in->arena, t.n_columns, metrics_column);
    t.rows = ARENA_ARRAY(in->arena, t.n_rows, metrics_row);
    for (size_t i = 0; i < t.n_columns; i++)
        t.columns[i].heading = m->cells[i];
    for (size_t r = 0; r < t.n_rows; r++)
        t.rows[r] = (metrics_row){m->cells + (r + 1) * m->n_columns,
                                  m->n_columns, false};
    inspect_table(in->arena, &t, in->facts, in->diags);
}

static void
inspect_attachment(const document_inspection *in, const metrics_attachment *m)
{
    inspect_text(in, &m->name);
    inspect_texts(in, m->paragraphs, m->n_paragraphs);
    inspect_texts(in, m->cells, m->n_rows * m->n_columns);
    if (m->n_rows > 1)
        inspect_numbers(in, m);
}

static void
inspect_sections(const document_inspection *in, const jb_metrics *m)
{
    for (size_t i = 0; i < metrics_sections_count(m); i++) {
        const metrics_section *s = metrics_section_at(m, i);
        inspect_text(in, &s->heading);
        inspect_texts(in, s->paragraphs, s->n_paragraphs);
    }
    for (size_t i = 0; i < metrics_tables_count(m); i++)
        inspect_user_table(in, metrics_table_at(m, i));
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
    inspect_text(&in, &doc->title);
    inspect_text(&in, &doc->subtitle);
    inspect_texts(&in, doc->summary, doc->n_summary);
    inspect_sections(&in, m);
    for (size_t i = 0; i < doc->n_attachments; i++)
        inspect_attachment(&in, &doc->attachments[i]);
    inspect_text(&in, &doc->note);
    inspect_texts(&in, doc->notes, doc->n_notes);
    inspect_text(&in, &doc->source);
    sic_settle(doc->sic, doc->n_sic, before, diags);
}
