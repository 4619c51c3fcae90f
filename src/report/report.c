/* The report in reading order; each part has a file of its own. */
#include "report/draft.h"
#include "report/resolve.h"
#include "report/scales.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "report/diag.def"
#undef DIAG

struct jb_report {
    arena *arena;
    const jb_facts *facts;
    const jb_node *root;
    chart_spec *charts; /* in the file's order */
    report_stretch *found; /* of each chart: what was found wrong with it */
    size_t n_charts;
    note_texts notes;
    note_mentions noted;
    bool refers_to[REPORT_TO_TABLE + 1];
};

static const jb_node *
text_node(draft *d, report_kind kind, const metrics_text *text)
{
    if (text->text.len == 0)
        return NULL;
    jb_node *node = draft_node(d, kind);
    node->text = draft_filled(d, text);
    node->span = text->span;
    return node;
}

/* Notes come last because all that stands before them adds to them. */
static const jb_node *
document_node(draft *d, const jb_report *r)
{
    jb_node *root = draft_node(d, REPORT_DOCUMENT);
    node_list blocks = {NULL, 0, 0};
    draft_push(d, &blocks, draft_masthead(d));
    draft_push(d, &blocks, text_node(d, REPORT_TITLE, &d->document->title));
    draft_push(d, &blocks,
               text_node(d, REPORT_SUBTITLE, &d->document->subtitle));
    draft_push(d, &blocks, draft_cards(d));
    draft_push(d, &blocks, draft_summary(d));
    draft_sections(d, &blocks, r);
    draft_push(d, &blocks, draft_table(d));
    draft_attachments(d, &blocks);
    draft_push(d, &blocks, draft_notes(d));
    draft_push(d, &blocks, draft_sources(d));
    draft_close(root, &blocks);
    return root;
}

/* Resolve each chart and keep which findings are its own. Returns the number
 * of their errors. */
static size_t
charts_resolve(draft *d, jb_report *r, jb_diags *diags)
{
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    r->n_charts = metrics_charts_count(d->metrics);
    r->charts = ARENA_ARRAY(r->arena, r->n_charts, chart_spec);
    r->found = ARENA_ARRAY(r->arena, r->n_charts, report_stretch);
    const scale_list *scales = scales_from(d);
    for (size_t i = 0; i < r->n_charts; i++) {
        const metrics_chart *chart = metrics_chart_at(d->metrics, i);
        size_t before = diags_count_of(diags, DIAG_ERROR);
        r->found[i].first = diags_count(diags);
        r->charts[i] = resolve_chart(d, chart);
        scale_share(scales, d, chart, &r->charts[i]);
        r->found[i].end = diags_count(diags);
        r->found[i].n_errors = diags_count_of(diags, DIAG_ERROR) - before;
    }
    return diags_count_of(diags, DIAG_ERROR) - errors;
}

jb_report *
report_from_facts(const jb_facts *f, jb_diags *diags)
{
    arena *a = arena_new();
    jb_report *r = ARENA_NEW(a, jb_report);
    const jb_metrics *m = facts_metrics(f);
    draft d = {.arena = a, .facts = f, .metrics = m,
               .document = metrics_document_of(m),
               .writer = {a, f, diags}};
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    r->arena = a;
    r->facts = f;
    errors += charts_resolve(&d, r, diags);
    draft_targets(&d);
    r->root = document_node(&d, r);
    r->notes = d.note_texts;
    r->noted = d.noted;
    memcpy(r->refers_to, d.refers_to, sizeof r->refers_to);
    if (diags_count_of(diags, DIAG_ERROR) == errors)
        return r;
    arena_drop(a);
    return NULL;
}

void
report_drop(jb_report *r)
{
    if (r != NULL)
        arena_drop(r->arena);
}

const jb_node *
report_root(const jb_report *r)
{
    return r->root;
}

const jb_facts *
report_facts(const jb_report *r)
{
    return r->facts;
}

const chart_spec *
report_chart(const jb_report *r, slice id)
{
    for (size_t i = 0; i < r->n_charts; i++)
        if (slice_equal(r->charts[i].id, id))
            return &r->charts[i];
    return NULL;
}

size_t
report_charts_count(const jb_report *r)
{
    return r->n_charts;
}

const chart_spec *
report_chart_at(const jb_report *r, size_t i)
{
    return &r->charts[i];
}

report_stretch
report_chart_findings(const jb_report *r, size_t i)
{
    return r->found[i];
}

size_t
report_notes_count(const jb_report *r)
{
    return r->notes.n;
}

const report_text *
report_note_at(const jb_report *r, size_t i)
{
    return &r->notes.at[i];
}

size_t
report_mentions_count(const jb_report *r)
{
    return r->noted.n;
}

size_t
report_noted(const jb_report *r, size_t mention)
{
    return r->noted.at[mention - 1];
}

bool
report_refers_to(const jb_report *r, report_target_kind kind)
{
    return r->refers_to[kind];
}

slice
report_plain_text(arena *a, const report_text *text)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < text->n; i++)
        builder_add(&b, text->runs[i].text);
    return builder_slice(&b);
}
