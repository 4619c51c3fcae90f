#include "prose/summary.h"

#include "prose/sentence.h"

summary_text
summary_from_facts(const prose_writer *w)
{
    const metrics_document *doc = metrics_document_of(facts_metrics(w->facts));
    summary_text out = {NULL, 0, 0};
    prose_text p = {NULL, 0, 0};
    for (size_t i = 0; i < doc->n_cards; i++) {
        if (p.n > 0)
            prose_add_text(w, &p, "；");
        sentence_add(w, &p, doc->cards[i],
                     (sentence_style){.variant = (int)i});
    }
    if (p.n == 0)
        return out;
    prose_add_text(w, &p, "。");
    ARRAY_PUSH(w->arena, &out, p);
    return out;
}
