/* The summary: a person's paragraphs, or one written from the facts. */
#include "prose/summary.h"
#include "report/draft.h"

const jb_node *
draft_summary(draft *d)
{
    const metrics_document *doc = d->document;
    node_list children = {NULL, 0, 0};
    for (size_t i = 0; i < doc->n_summary; i++) {
        jb_node *p = draft_node(d, REPORT_PARAGRAPH);
        p->text = draft_filled(d, &doc->summary[i]);
        p->span = doc->summary[i].span;
        draft_push(d, &children, p);
    }
    if (doc->n_summary == 0 && doc->has_auto_summary) {
        summary_text written = summary_from_facts(
                &d->writer,
                doc->is_summary_list ? SUMMARY_LIST : SUMMARY_PROSE);
        for (size_t i = 0; i < written.n; i++) {
            jb_node *p = draft_node(d, REPORT_PARAGRAPH);
            p->text = draft_text(d, &written.at[i]);
            draft_push(d, &children, p);
        }
    }
    if (children.n == 0)
        return NULL;
    jb_node *node = draft_node(d, REPORT_SUMMARY);
    draft_close(node, &children);
    return node;
}
