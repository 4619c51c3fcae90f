#include "prose/listed.h"

#include "prose/rule.h"

listed
listed_from_claim(const inspection *in, size_t i)
{
    listed all = {.n = 0};
    const claim *first = &in->claims.at[i];
    for (size_t k = i; k < in->claims.n && all.n < LISTED_MOST; k++) {
        const claim *c = &in->claims.at[k];
        slice between = k == i ? SLICE_OF("、")
                               : rule_text(in, (c - 1)->figure->last,
                                           c->figure->first);
        if (c->figure->sort != first->figure->sort ||
            !(slice_is(between, "、") || slice_is(between, "和")))
            break;
        all.at[all.n++] = c;
    }
    return all;
}

bool
listed_amounts(const inspection *in, size_t i, size_t n, listed *out)
{
    const claim *first = &in->claims.at[i];
    size_t left = out->n = n;
    for (size_t k = i; left > 0 && k-- > 0;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != first->sentence)
            break;
        if (c->kind != CLAIM_LEVEL || c->figure->sort != FIGURE_QUANTITY)
            continue;
        if (!claim_is_exact_amount(c))
            return false;
        out->at[--left] = c;
    }
    return left == 0;
}
