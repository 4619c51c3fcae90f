#include "prose/inspect.h"

#include "prose/number.h"
#include "prose/rule.h"

typedef void rule_fn(const inspection *in);

static rule_fn *const RULES[] = {
#define RULE(name, doc) rule_##name,
#include "prose/rules.def"
#undef RULE
};

inspection
inspection_from_passage(arena *a, passage p, const jb_facts *facts,
                        jb_diags *diags)
{
    inspection in = {.arena = a, .passage = p, .facts = facts,
                     .diags = diags, .n_before = diags_count(diags)};
    in.clauses = clauses_from_text(a, p.text);
    in.figures = figures_from_text(a, p.text);
    in.claims = claims_from_text(a, p.text, &in.clauses, &in.figures);
    return in;
}

void
inspect_rules(const inspection *in)
{
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        RULES[i](in);
}

void
inspect_passage(arena *a, passage p, const jb_facts *facts, jb_diags *diags)
{
    inspection in = inspection_from_passage(a, p, facts, diags);
    inspect_rules(&in);
}

/* ── what the rules share ── */

bool
rule_has_room(const inspection *in)
{
    size_t most = INSPECT_MOST + in->passage.text.len / INSPECT_BYTES;
    return diags_count(in->diags) - in->n_before < most;
}

slice
rule_text(const inspection *in, size_t first, size_t last)
{
    return slice_cut(in->passage.text, first, last);
}

bool
rule_in_paragraph(const inspection *in, const claim *a, const claim *b)
{
    slice between = rule_text(in, a->figure->last, b->figure->first);
    return slice_find(between, SLICE_OF("\n")) == between.len;
}

jb_span
rule_span(const inspection *in, size_t first, size_t last)
{
    return passage_span(&in->passage, first, last);
}

slice
rule_figure_text(const inspection *in, const figure *f)
{
    return rule_text(in, f->first, f->last);
}

jb_span
rule_figure_span(const inspection *in, const figure *f)
{
    return rule_span(in, f->first, f->last);
}

slice
rule_lead(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_end(rule_text(in, own->first, c->figure->first));
}

slice
rule_sentence_lead(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_end(
            rule_text(in, own->sentence_first, c->figure->first));
}

slice
rule_sentence_rest(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_start(
            rule_text(in, c->figure->last, own->sentence_last));
}

bool
rule_ends_word(const inspection *in, size_t at)
{
    static const slice marks[] = {
        SLICE("，"), SLICE("。"), SLICE("；"), SLICE("、"), SLICE("："),
        SLICE("）"), SLICE("”"),  SLICE("！"), SLICE("？"), SLICE(","),
        SLICE(";"),  SLICE(")"),  SLICE("."),  SLICE("\n"), SLICE(" "),
    };
    slice rest = rule_text(in, at, in->passage.text.len);
    if (rest.len == 0)
        return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts_with(rest, marks[i]))
            return true;
    return false;
}

bool
rule_is_typed(const inspection *in, size_t first, size_t last)
{
    return passage_is_typed(&in->passage, first, last);
}

slice
rule_difference_text(const inspection *in, jb_decimal now, jb_decimal then,
                     jb_decimal by)
{
    slice a = number_text(in->arena, now), b = number_text(in->arena, then);
    slice d = number_text(in->arena, by);
    bool is_below = decimal_sign(then) < 0;
    return slice_printf(in->arena, "%.*s − %s%.*s%s = %.*s", SLICE_ARGS(a),
                        is_below ? "(" : "", SLICE_ARGS(b),
                        is_below ? ")" : "", SLICE_ARGS(d));
}
