#include "prose/inspect.h"

#include "prose/rule.h"
#include "prose/season.h"
#include "prose/setting.h"

typedef void rule_fn(const inspection *in);

static rule_fn *const RULES[] = {
#define RULE(name, doc) rule_##name,
#include "prose/rules.def"
#undef RULE
};

/* The document's, else the first that the text names. */
static int
year_of(const inspection *in)
{
    jb_period own = {0};
    if (in->facts != NULL)
        own = metrics_document_of(facts_metrics(in->facts))->period;
    return period_is_set(own)
                   ? own.last_year
                   : season_report_year(in->passage.text, &in->claims);
}

inspection
inspection_from_passage(arena *a, passage p, const jb_facts *facts,
                        jb_diags *diags)
{
    p = passage_closed_up(a, p);
    inspection in = {.arena = a, .passage = p, .facts = facts,
                     .diags = diags, .n_before = diags_count(diags)};
    in.clauses = clauses_from_text(a, p.text);
    in.figures = figures_from_text(a, p.text);
    in.claims = claims_from_text(a, p.text, &in.clauses, &in.figures);
    in.year = year_of(&in);
    in.settings = setting_memo_new(a, in.claims.n);
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
