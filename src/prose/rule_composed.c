/* What an indicator is made of, wherever in the text its parts are told: the
 * three industries of GDP under three headings. rule_partition looks at what
 * stands side by side, under any name. */
#include "facts/level.h"
#include "prose/composed.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Figures that are looked through for the parts, to either side. */
#define COMPOSED_REACH 200
#define PARTS_MOST 4

typedef struct composition {
    bool is_mean;
    indicator whole, parts[PARTS_MOST]; /* up to INDICATOR_NONE */
} composition;

enum { SORT_SUM, SORT_MEAN };

static const composition ROWS[] = {
#define PART(id) INDICATOR_##id
#define COMPOSITION(sort, whole, ...)                                        \
    {SORT_##sort == SORT_MEAN, PART(whole), {__VA_ARGS__}},
#include "prose/composition.def"
#undef COMPOSITION
#undef PART
};

/* A whole with its parts as the text tells them. */
typedef struct told {
    const claim *whole, *parts[PARTS_MOST];
    size_t n;
} told;

/* Both of one time, place and way. */
bool
composed_is_beside(const inspection *in, size_t whole, size_t part)
{
    setting a = setting_from_claim(in, whole);
    setting b = setting_from_claim(in, part);
    if (!setting_may_be_one_time(in, a, b))
        return false;
    a.period = b.period;
    a.way = b.way;
    a.basis = b.basis; /* of amounts it says nothing */
    if (b.scope.len == 0)
        a.scope = b.scope; /* of the whole's place */
    return setting_is_same(in, a, b);
}

/* Whether no other whole, of another place, stands before the part. */
static bool
is_own_part(const inspection *in, size_t whole, size_t part)
{
    const claim *at = in->claims.at;
    for (size_t k = part; k-- > 0 && k != whole && part - k < COMPOSED_REACH;)
        if (at[k].indicator == at[whole].indicator &&
            claim_is_exact_amount(&at[k]))
            return rule_may_be_one(&at[k], &at[whole]);
    return true;
}

const claim *
composed_part(const inspection *in, size_t whole, indicator part)
{
    const claim *at = in->claims.at;
    for (size_t by = 1; by < COMPOSED_REACH; by++) {
        size_t sides[] = {whole + by, whole - by};
        for (size_t s = 0; s < 2; s++)
            if (sides[s] < in->claims.n && at[sides[s]].indicator == part &&
                claim_is_exact_amount(&at[sides[s]]) &&
                is_own_part(in, whole, sides[s]) &&
                composed_is_beside(in, whole, sides[s]))
                return &at[sides[s]];
    }
    return NULL;
}

static bool
read_told(const inspection *in, size_t whole, const composition *row,
          told *out)
{
    *out = (told){.whole = &in->claims.at[whole]};
    while (out->n < PARTS_MOST && row->parts[out->n] != INDICATOR_NONE) {
        const claim *part = composed_part(in, whole, row->parts[out->n]);
        if (part == NULL)
            return false;
        out->parts[out->n++] = part;
    }
    return true;
}

static void
report(const inspection *in, const told *t, slice arithmetic)
{
    jb_span place = rule_figure_span(in, t->whole->figure);
    if (rule_has_found(in, &PROSE_WHOLE_CONTRADICTS, t->whole->figure))
        return; /* told side by side: rule_partition found it */
    diag_report(in->diags, &PROSE_WHOLE_CONTRADICTS, place,
                rule_figure_text(in, t->whole->figure), arithmetic);
    diags_relate(in->diags, rule_figure_span(in, t->parts[0]->figure),
                 SLICE_OF("第一项在这里"));
}

/* ── sums ── */

static void
check_sum(const inspection *in, const told *t)
{
    slice_builder text = {.arena = in->arena};
    rule_sum sum = rule_sum_of(t->parts[0]->figure->quantity);
    builder_add(&text, number_text(in->arena, sum.total.value));
    for (size_t i = 1; i < t->n; i++) {
        jb_quantity part = t->parts[i]->figure->quantity;
        builder_add(&text, SLICE_OF(" + "));
        builder_add(&text, number_text(in->arena, part.value));
        if (!rule_sum_add(&sum, part, 1))
            return;
    }
    if (!rule_sum_is_off(&sum, t->whole->figure->quantity))
        return;
    builder_add(&text, SLICE_OF(" = "));
    builder_add(&text, number_text(in->arena, sum.total.value));
    report(in, t, builder_slice(&text));
}

/* ── means ── */

/* −1: all parts are below the whole, 1: all are above, 0: it lies between. */
static int
side_of(const told *t)
{
    int side = 0;
    for (size_t i = 0; i < t->n; i++) {
        jb_quantity part = t->parts[i]->figure->quantity;
        jb_quantity whole = t->whole->figure->quantity;
        if (!level_align(&part, &whole))
            return 0;
        int order = decimal_compare(part.value, whole.value);
        if (order == 0 || (i > 0 && order != side))
            return 0;
        side = order;
    }
    return side;
}

static void
check_mean(const inspection *in, const told *t)
{
    int side = side_of(t);
    if (side == 0)
        return;
    const claim *c = t->parts[0];
    diag_report(in->diags, &PROSE_MEAN_OUTSIDE,
                rule_figure_span(in, t->whole->figure), t->whole->subject,
                rule_figure_text(in, t->whole->figure),
                rule_figure_text(in, t->parts[0]->figure),
                rule_figure_text(in, t->parts[1]->figure));
    diags_relate(in->diags, rule_figure_span(in, c->figure),
                 SLICE_OF("其中一部分在这里"));
}

static bool
is_typed(const inspection *in, const told *t)
{
    bool is_any = rule_is_typed(in, t->whole->figure->first,
                                t->whole->figure->last);
    for (size_t i = 0; i < t->n; i++)
        is_any = is_any || rule_is_typed(in, t->parts[i]->figure->first,
                                         t->parts[i]->figure->last);
    return is_any;
}

/* Each set of parts is held against one whole: that told last before the
 * first of them, or first of all. */
static void
check_row(const inspection *in, const composition *row)
{
    const claim *first = NULL;
    told t;
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (c->indicator != row->whole || !claim_is_exact_amount(c) ||
            rule_is_origin(in, c) ||
            !read_told(in, i, row, &t) || t.parts[0] == first ||
            !is_typed(in, &t))
            continue;
        first = t.parts[0];
        if (row->is_mean)
            check_mean(in, &t);
        else
            check_sum(in, &t);
    }
}

void
rule_composed(const inspection *in)
{
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        check_row(in, &ROWS[i]);
}
