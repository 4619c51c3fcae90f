/* 三次产业结构为3.6∶47.9∶48.5 against the added values that the text tells of the
 * three industries. */
#include "facts/level.h"
#include "prose/composed.h"
#include "prose/proportions.h"
#include "prose/rule.h"

#define INDUSTRIES PROPORTIONS_INDUSTRIES
/* Figures that are looked through for the product, to either side. */
#define REACH 60

typedef struct industries {
    const claim *whole; /* `sum` where it is told farther away */
    const claim *parts[INDUSTRIES];
    claim sum; /* of the parts, then */
    figure figure; /* of the sum */
} industries;

/* Whether the product may be that which the proportions are of: in their
 * paragraph, or in the one before. */
static bool
is_near(const inspection *in, size_t whole, size_t i)
{
    const figure *a = in->claims.at[whole].figure;
    const figure *b = in->claims.at[i].figure;
    slice between = whole < i ? rule_text(in, a->last, b->first)
                              : rule_text(in, b->last, a->first);
    size_t line = slice_find(between, SLICE_OF("\n"));
    slice rest = slice_cut(between, line + 1, between.len);
    return line == between.len || (whole < i && !slice_has(rest, "\n"));
}

static const indicator PARTS[] = {INDICATOR_PRIMARY, INDICATOR_SECONDARY,
                                  INDICATOR_TERTIARY};

/* The three parts one after the other right before the proportions, in their
 * paragraph, which make up a product told elsewhere. */
static bool
read_parts(const inspection *in, size_t i, industries *out)
{
    size_t n = INDUSTRIES;
    rule_sum sum;
    for (size_t k = i; n > 0 && k-- > 0 && i - k < REACH / 2;) {
        const claim *c = &in->claims.at[k];
        if (!rule_in_paragraph(in, c, &in->claims.at[i]) ||
            c->indicator == INDICATOR_GDP)
            return false;
        if (c->indicator != PARTS[n - 1] || !claim_is_exact_amount(c))
            continue;
        if (!composed_is_beside(in, k, i))
            return false;
        out->parts[--n] = c;
    }
    if (n > 0 || !rule_sum_of_all(out->parts, INDUSTRIES, &sum))
        return false;
    out->figure = *out->parts[0]->figure;
    out->figure.quantity = sum.total;
    out->sum = *out->parts[0];
    return true;
}

/* The product nearest to the proportions, before them rather than behind, with
 * its three parts; or false. */
static bool
read_industries(const inspection *in, size_t i, industries *out)
{
    for (size_t by = 1; by < 2 * REACH; by++) {
        size_t k = by < REACH ? i - by : i + by - REACH;
        if (k >= in->claims.n || in->claims.at[k].indicator != INDICATOR_GDP ||
            !claim_is_exact_amount(&in->claims.at[k]) ||
            rule_is_origin(in, &in->claims.at[k]))
            continue;
        if (!is_near(in, k, i) || !composed_is_beside(in, k, i))
            return false;
        out->whole = &in->claims.at[k];
        for (size_t n = 0; n < INDUSTRIES; n++)
            if ((out->parts[n] = composed_part(in, k, PARTS[n])) == NULL)
                return false;
        return true;
    }
    return false;
}

/* Whether the three make up the product: else another rule finds which is
 * wrong. */
static bool
is_whole(const industries *all)
{
    rule_sum sum;
    return rule_sum_of_all(all->parts, INDUSTRIES, &sum) &&
           !rule_sum_is_off(&sum, all->whole->figure->quantity);
}

/* Whether part ÷ whole can be told as that many percent. */
static bool
fits(const claim *part, const claim *whole, jb_decimal told)
{
    figure f = {.quantity = {.value = told}};
    claim share = {.figure = &f};
    jb_decimal slack = proportions_slack(told.scale), low, high;
    jb_decimal one = {0, told.scale + 1};
    if (!decimal_sub(told, slack, &low) || !decimal_add(told, slack, &high) ||
        !decimal_add(low, one, &low) || !decimal_add(high, one, &high))
        return true;
    bool is_in = false;
    const jb_decimal sides[] = {told, low, high};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        f.quantity.value = sides[i];
        is_in = is_in || rule_can_be_share(part, whole, &share);
    }
    return is_in;
}

static void
check_industries(const inspection *in, size_t i)
{
    industries all = {0};
    if (read_parts(in, i, &all)) {
        all.sum.figure = &all.figure;
        all.whole = &all.sum;
    } else if (!read_industries(in, i, &all) || !is_whole(&all)) {
        return;
    }
    for (size_t n = 0; n < INDUSTRIES; n++) {
        const claim *share = &in->claims.at[i + n];
        if (fits(all.parts[n], all.whole, share->figure->quantity.value))
            continue;
        rule_report_share(in, all.parts[n], all.whole, share);
        return; /* the others follow from it */
    }
}

void
rule_industries(const inspection *in)
{
    for (size_t i = 0; i < in->figures.n && rule_has_room(in); i++)
        if (proportions_of_industries(in, i))
            check_industries(in, i);
}
