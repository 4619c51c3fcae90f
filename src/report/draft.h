/* draft: what the parts of the report share while it is built: facts, where
 * nodes go, the document's notes; and the making of nodes and texts. */
#ifndef REPORT_DRAFT_H
#define REPORT_DRAFT_H

#include "prose/prose.h"
#include "report/note.h"
#include "report/report.h"

typedef ARRAY(report_text) note_texts;
typedef ARRAY(size_t) note_mentions;

typedef struct draft {
    arena *arena; /* of the report */
    const jb_facts *facts;
    const jb_metrics *metrics;
    const metrics_document *document;
    prose_writer writer;
    note_list notes; /* of the document: table and prose */
    note_texts note_texts; /* each as it is set, without its mark */
    note_mentions noted; /* the note of each mark, from 1 */
    report_target *targets; /* of all references, in reading order */
    size_t n_targets;
    bool refers_to[REPORT_TO_TABLE + 1];
    note_list hues;  /* names of parts, so that each keeps its colour */
    bool has_expected, has_preliminary; /* marked * and ** in the table */
} draft;

/* Children being collected. */
typedef struct node_list {
    const jb_node **at;
    size_t n, cap;
} node_list;

jb_node *draft_node(const draft *d, report_kind kind);
void draft_push(const draft *d, node_list *list, const jb_node *node);
void draft_close(jb_node *node, const node_list *children);

/* One run of typed text. */
report_text draft_words(const draft *d, slice words);
/* Final runs from prose, derived figures marked with their note. */
report_text draft_text(draft *d, const prose_text *text);
/* A person's text with its placeholders filled. */
report_text draft_filled(draft *d, const metrics_text *text);
slice draft_filled_plain(draft *d, const metrics_text *text);

/* Mark `run` with `note`, which is added when it is new. */
void draft_mark_note(draft *d, report_inline *run, report_text note);
void draft_mark_words(draft *d, report_inline *run, slice note);

/* Number everything that can be referred to (targets.c). */
void draft_targets(draft *d);
/* What `run` refers to; reports and gives NULL when there is none. */
const report_target *draft_referred(draft *d, const prose_run *run);
/* The target of the chart, table or section with this index. */
const report_target *draft_target(const draft *d, report_target_kind kind,
                                  slice id);

/* The note under which a derived figure gives its arithmetic; empty when it
 * needs none. `name` is the metric's. */
slice draft_formula_note(const draft *d, const jb_fact *fact);

/* What must be said of a metric wherever it stands under `name`: its own
 * note, and the basis of its growth, which no note may push out. Empty when
 * there is neither. */
slice draft_metric_note(const draft *d, const metrics_metric *m, slice name);

const metrics_metric *draft_metric(const draft *d, size_t metric);
const jb_fact *draft_fact(const draft *d, size_t metric, fact_kind kind);
/* The short name where there is one. */
slice draft_short_name(const draft *d, size_t metric);

/* The parts of the document, in draft_*.c and files of their own. */
const jb_node *draft_masthead(draft *d);
const jb_node *draft_summary(draft *d);
const jb_node *draft_cards(draft *d);
/* A passage of a section: a paragraph, or a list with what leads it in. */
void draft_passage(draft *d, node_list *out, const metrics_text *text);
/* A section's level, 1 to REPORT_LEVELS. */
int draft_level(const metrics_section *s);
void draft_sections(draft *d, node_list *out, const jb_report *r);
const jb_node *draft_table(draft *d);
void draft_attachments(draft *d, node_list *out);
const jb_node *draft_user_table(draft *d, size_t table);
const jb_node *draft_notes(draft *d);
const jb_node *draft_sources(draft *d);

#endif
