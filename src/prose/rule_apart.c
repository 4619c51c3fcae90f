/* How far the growths of two metrics are apart, against their facts:
 * 社会消费品零售总额增速高于固定资产投资增速2.4个百分点. */
#include "prose/match.h"
#include "prose/number.h"

/* The two names and on which side of the second the first is: 1 above. */
typedef struct two_names {
    slice one, other;
    int side;
} two_names;

static slice
without_pace(slice s)
{
    static const slice ends[] = {SLICE("增速"), SLICE("增幅"), SLICE("同比"),
                                 SLICE("的")};
    s = slice_without_ends(s, ends, sizeof ends / sizeof *ends);
    return s;
}

/* X增速比Y快 */
static two_names
names_of_comparison(slice lead)
{
    static const slice joints[] = {SLICE("增速比"), SLICE("增速较"),
                                   SLICE("增幅比"), SLICE("增幅较")};
    static const struct { slice word; int side; } ends[] = {
        {SLICE("快"), 1}, {SLICE("高"), 1}, {SLICE("高出"), 1},
        {SLICE("慢"), -1}, {SLICE("低"), -1},
    };
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = slice_find(lead, joints[i]);
        slice rest = slice_cut(lead, at + joints[i].len, lead.len);
        for (size_t k = 0; at < lead.len && k < sizeof ends / sizeof *ends;
             k++)
            if (slice_ends_with(rest, ends[k].word))
                return (two_names){
                    slice_cut(lead, 0, at),
                    without_pace(slice_cut(rest, 0,
                                           rest.len - ends[k].word.len)),
                    ends[k].side};
    }
    return (two_names){{NULL, 0}, {NULL, 0}, 0};
}

static two_names
names_of(slice lead)
{
    static const struct { slice word; int side; } words[] = {
        {SLICE("高于"), 1}, {SLICE("快于"), 1},
        {SLICE("低于"), -1}, {SLICE("慢于"), -1},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = slice_find(lead, words[i].word);
        slice rest = slice_cut(lead, at + words[i].word.len, lead.len);
        bool is_pace = slice_has(slice_cut(lead, 0, at), "增速") ||
                       slice_has(slice_cut(lead, 0, at), "增幅");
        if (at < lead.len && is_pace)
            return (two_names){without_pace(slice_cut(lead, 0, at)),
                               without_pace(rest), words[i].side};
    }
    return names_of_comparison(lead);
}

/* The growth in percent of the metric that is named; NULL without. */
static const jb_fact *
growth_named(const matching *names, slice name)
{
    size_t i = matching_metric_named(names, name);
    if (i == SIZE_MAX)
        return NULL;
    const jb_fact *g = facts_lookup(names->in->facts, i, FACT_GROWTH, 0);
    return g->is_known && g->growth.kind == CHANGE_RATE ? g : NULL;
}

static void
check_apart(const matching *names, size_t i)
{
    const inspection *in = names->in;
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    two_names two = names_of(lead);
    if (c->figure->sort != FIGURE_POINTS || c->is_aside || two.side == 0 ||
        c->figure->quantity.bound != BOUND_EXACT ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    const jb_fact *a = growth_named(names, two.one);
    const jb_fact *b = growth_named(names, two.other);
    setting own = setting_from_claim(in, i);
    match m = {.in = in, .claim = c, .own = own};
    jb_decimal by;
    if (a == NULL || b == NULL || a == b)
        return;
    m.metric = metrics_at(facts_metrics(in->facts), a->metric);
    if (match_time_of(&m) != MATCH_OWN_TIME ||
        !decimal_sub(a->growth.rate, b->growth.rate, &by) ||
        (decimal_sign(by) * two.side >= 0 &&
         rule_may_differ(by, c->figure->quantity.value)))
        return;
    size_t first = c->figure->first - lead.len;
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last),
                rule_difference_text(in, a->growth.rate, b->growth.rate,
                                     by));
    diags_relate(in->diags, a->span, SLICE_OF("指标数据在这里"));
}

void
rule_apart(const inspection *in)
{
    if (in->facts == NULL)
        return;
    matching names = matching_from_inspection(in);
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_apart(&names, i);
}
