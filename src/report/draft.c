#include "report/draft.h"

#include "prose/placeholder.h"

jb_node *
draft_node(const draft *d, report_kind kind)
{
    jb_node *node = ARENA_NEW(d->arena, jb_node);
    node->kind = kind;
    return node;
}

void
draft_push(const draft *d, node_list *list, const jb_node *node)
{
    if (node != NULL)
        ARRAY_PUSH(d->arena, list, node);
}

void
draft_close(jb_node *node, const node_list *children)
{
    node->children = children->at;
    node->n_children = children->n;
}

report_text
draft_words(const draft *d, slice words)
{
    report_text text = {ARENA_NEW(d->arena, report_inline), 1};
    text.runs[0].text = words;
    return text;
}

const metrics_metric *
draft_metric(const draft *d, size_t metric)
{
    return metrics_at(d->metrics, metric);
}

const jb_fact *
draft_fact(const draft *d, size_t metric, fact_kind kind)
{
    return facts_lookup(d->facts, metric, kind, 0);
}

slice
draft_short_name(const draft *d, size_t metric)
{
    const metrics_metric *m = draft_metric(d, metric);
    return m->short_name.text.len > 0 ? m->short_name.text : m->name.text;
}

/* Growth, shares and completion are plain arithmetic on figures that stand
 * beside them; a base that nobody stated is what a reader must be told. */
slice
draft_formula_note(const draft *d, const jb_fact *fact)
{
    slice none = {NULL, 0};
    if (fact == NULL || !fact->is_known || fact->is_derived == false)
        return none;
    const jb_fact *base = draft_fact(d, fact->metric, FACT_PREVIOUS);
    slice name = draft_metric(d, fact->metric)->name.text;
    if (fact->kind == FACT_AVERAGE)
        return slice_printf(d->arena, "%.*s的两年平均增速：%.*s。",
                            SLICE_ARGS(name), SLICE_ARGS(fact->formula));
    bool rests_on_base = fact->kind == FACT_PREVIOUS ||
                         fact->kind == FACT_DELTA;
    if (!rests_on_base || !base->is_derived)
        return none;
    if (base->formula.len == 0)
        return slice_printf(d->arena,
                            "%.*s的上年同期数按“持平”推算，取本期数。",
                            SLICE_ARGS(name));
    return slice_printf(d->arena,
                        "%.*s的上年同期数由本期数和同比推算：%.*s。",
                        SLICE_ARGS(name), SLICE_ARGS(base->formula));
}

void
draft_mark_note(draft *d, report_inline *run, report_text note)
{
    slice words = report_plain_text(d->arena, &note);
    size_t n = d->notes.n;
    run->note_mark = note_mark(d->arena, &d->notes, words);
    if (d->notes.n > n)
        ARRAY_PUSH(d->arena, &d->note_texts, note);
    run->note = note_index(&d->notes, words) + 1;
    ARRAY_PUSH(d->arena, &d->noted, run->note);
    run->mention = d->noted.n;
}

void
draft_mark_words(draft *d, report_inline *run, slice note)
{
    draft_mark_note(d, run, draft_words(d, note));
}

/* A figure's own note stands behind its words, not behind its arrow. */
static void
mark_run(draft *d, report_inline *out, const prose_run *run)
{
    slice formula = draft_formula_note(d, run->fact);
    if (run->note != NULL)
        draft_mark_note(d, out, draft_text(d, run->note));
    else if (formula.len > 0 && run->direction == 0)
        draft_mark_words(d, out, formula);
}

static void
refer(draft *d, report_inline *out, const prose_run *run)
{
    out->to = draft_referred(d, run);
    out->says_see = run->target == PROSE_TO_ANY;
    if (out->to == NULL)
        return;
    slice words =
        report_reference_words(d->arena, out->to, REPORT_NUMBER_CHINESE);
    slice see = out->says_see ? SLICE_OF("见") : SLICE_OF("");
    out->text = slice_join(d->arena, see, words);
    d->refers_to[out->to->kind] = true;
}

report_text
draft_text(draft *d, const prose_text *text)
{
    report_text out = {ARENA_ARRAY(d->arena, text->n, report_inline),
                       text->n};
    for (size_t i = 0; i < text->n; i++) {
        const prose_run *run = &text->at[i];
        out.runs[i] = (report_inline){.text = run->text, .fact = run->fact,
                                      .is_strong = run->is_strong,
                                      .is_underlined = run->is_underlined,
                                      .script = run->script,
                                      .direction = run->direction,
                                      .link = run->link,
                                      .span = run->span};
        mark_run(d, &out.runs[i], run);
        if (run->target != PROSE_TO_NOTHING)
            refer(d, &out.runs[i], run);
    }
    return out;
}

slice
draft_metric_note(const draft *d, const metrics_metric *m, slice name)
{
    slice note = m->note.text, basis = m->basis.text;
    bool is_said = basis.len == 0 || m->is_basis_noted ||
                   slice_find(note, basis) < note.len;
    if (note.len == 0)
        return is_said ? note
                       : slice_printf(d->arena, "%.*s增速按%.*s计算。",
                                      SLICE_ARGS(name), SLICE_ARGS(basis));
    slice own = slice_printf(d->arena, "%.*s：%.*s", SLICE_ARGS(name),
                             SLICE_ARGS(note));
    if (is_said)
        return own;
    bool is_closed = slice_ends_with(note, SLICE_OF("。"));
    return slice_printf(d->arena, "%.*s%s增速按%.*s计算。", SLICE_ARGS(own),
                        is_closed ? "" : "。", SLICE_ARGS(basis));
}

report_text
draft_filled(draft *d, const metrics_text *text)
{
    prose_text filled = placeholder_fill(&d->writer, text);
    return draft_text(d, &filled);
}

slice
draft_filled_plain(draft *d, const metrics_text *text)
{
    prose_text filled = placeholder_fill(&d->writer, text);
    return prose_plain(d->arena, &filled);
}
