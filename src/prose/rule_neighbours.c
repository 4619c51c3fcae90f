/* A unit that is not that of the figures around it, which it makes hundreds of
 * times too small or too great: 企业所得税649万元 between 831亿元 and 731亿元. */
#include <math.h>

#include "prose/lexicon.h"
#include "prose/rule.h"

/* Figures that are looked at to either side. */
#define NEIGHBOURS_REACH 14
/* Neighbours in one other unit that make it odd. */
#define NEIGHBOURS_LEAST 3
/* So many times beyond all of its neighbours is the odd one … */
#define BEYOND 100.0
/* … and so many at most with their unit. */
#define WITHIN 2.0

typedef struct neighbours {
    const claim *nearest; /* in another unit */
    size_t n;             /* in that unit */
    double least, most;   /* of these, as many of that unit */
    double low, high;     /* of all, in the base unit */
    bool is_alike;        /* one of them is called by the same last words */
} neighbours;

/* Of all, not of each. */
static bool
is_amount(const claim *c)
{
    size_t at;
    return lexicon_find(c->subject, LEXICON_MEAN, &at) == NULL &&
           (c->kind == CLAIM_LEVEL || c->kind == CLAIM_CHANGE) &&
           c->figure->sort == FIGURE_QUANTITY && !c->is_aside &&
           !c->is_base && c->figure->quantity.bound == BOUND_EXACT &&
           c->figure->quantity.unit.kind != UNIT_COUNT &&
           !slice_has(c->figure->quantity.unit.name, "/");
}

static double
size_of(const claim *c)
{
    return fabs(decimal_to_double(c->figure->quantity.value));
}

static double
base_of(const claim *c)
{
    return size_of(c) * pow(10, c->figure->quantity.unit.power);
}

/* 企业所得税 and 个人所得税, 进出口 of two: things of one kind. */
static bool
is_named_alike(const claim *a, const claim *b)
{
    const size_t two = 2 * strlen("一");
    slice x = a->subject, y = b->subject;
    return x.len >= two && y.len >= two &&
           slice_ends_with(x, slice_cut(y, y.len - two, y.len));
}

static void
add(neighbours *all, const claim *c, const claim *odd)
{
    int power = c->figure->quantity.unit.power;
    double size = size_of(c), base = base_of(c);
    all->low = base < all->low ? base : all->low;
    all->high = base > all->high ? base : all->high;
    if (power == odd->figure->quantity.unit.power || power == 0 ||
        (all->n > 0 && power != all->nearest->figure->quantity.unit.power))
        return;
    all->least = all->n == 0 || size < all->least ? size : all->least;
    all->most = all->n == 0 || size > all->most ? size : all->most;
    if (c < odd || all->n == 0)
        all->nearest = c;
    all->n++;
    all->is_alike = all->is_alike || is_named_alike(c, odd);
}

/* The amounts of its kind and its base unit around claim `i`. */
static neighbours
collect(const inspection *in, size_t i)
{
    const claim *odd = &in->claims.at[i];
    size_t first = i > NEIGHBOURS_REACH ? i - NEIGHBOURS_REACH : 0;
    neighbours all = {.low = HUGE_VAL};
    for (size_t k = first; k < in->claims.n && k <= i + NEIGHBOURS_REACH;
         k++) {
        const claim *c = &in->claims.at[k];
        if (k != i && is_amount(c) &&
            unit_is_same_base(c->figure->quantity.unit,
                              odd->figure->quantity.unit))
            add(&all, c, odd);
    }
    return all;
}

static void
check_neighbours(const inspection *in, size_t i)
{
    const claim *odd = &in->claims.at[i];
    if (!is_amount(odd) || odd->figure->quantity.unit.power == 0)
        return;
    neighbours all = collect(in, i);
    double size = size_of(odd), base = base_of(odd);
    bool is_beyond = base * BEYOND < all.low || base > all.high * BEYOND;
    bool is_alike = size * WITHIN > all.least && size < all.most * WITHIN;
    if (all.n < NEIGHBOURS_LEAST || !all.is_alike ||
        odd->figure->quantity.value.coefficient < 100 || !is_beyond ||
        !is_alike ||
        !rule_is_typed(in, odd->figure->first, odd->figure->last))
        return;
    diag_report(in->diags, &PROSE_UNIT_ODD,
                rule_figure_span(in, odd->figure),
                rule_figure_text(in, odd->figure),
                rule_figure_text(in, all.nearest->figure));
    diags_relate(in->diags, rule_figure_span(in, all.nearest->figure),
                 SLICE_OF("旁边的数在这里"));
}

void
rule_neighbours(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_neighbours(in, i);
}
