/* Ages that follow each other without a gap are all the people: 0—14岁, 15—64岁,
 * 65岁及以上. Their shares make up 100%, their numbers the whole. */
#include "prose/range.h"
#include "prose/rule.h"
#include "prose/setting.h"

#define AGES_MOST 12
/* Clauses of one list, at most. */
#define AGES_REACH 40
#define NO_AGE 1000

/* From the first year of life to the last, both within. */
typedef struct age {
    int64_t first, last;
} age;

typedef struct ages {
    const claim *at[AGES_MOST];
    age age[AGES_MOST];
    size_t n;
} ages;

/* The number that `s` ends with; −1 for none. *rest is what stands before. */
static int64_t
number_at_end(slice s, slice *rest)
{
    size_t at = s.len;
    while (at > 0 && s.len - at < 3 && s.at[at - 1] >= '0' &&
           s.at[at - 1] <= '9')
        at--;
    jb_decimal n;
    *rest = slice_cut(s, 0, at);
    return at < s.len && decimal_parse(slice_cut(s, at, s.len), &n)
               ? n.coefficient
               : -1;
}

/* The age that the words before a figure name: 15—64岁, 14岁以下, 65岁及以上. */
static bool
age_named(slice lead, age *out)
{
    size_t at = slice_find(lead, SLICE_OF("岁"));
    slice behind = slice_cut(lead, at + strlen("岁"), lead.len), rest;
    int64_t n = number_at_end(slice_cut(lead, 0, at), &rest);
    if (at == lead.len || n < 0 || slice_has(behind, "岁"))
        return false;
    *out = (age){0, n};
    size_t sign = range_sign_end(rest);
    if (sign > 0) {
        rest = slice_cut(rest, 0, rest.len - sign);
        if (slice_ends_with(rest, SLICE_OF("岁")))
            rest = slice_cut(rest, 0, rest.len - strlen("岁"));
        out->first = number_at_end(rest, &rest);
        return out->first >= 0 && out->first < n;
    }
    if (slice_starts_with(behind, SLICE_OF("及以上")) ||
        slice_starts_with(behind, SLICE_OF("以上"))) {
        *out = (age){n, NO_AGE};
        return true;
    }
    bool is_with = slice_starts_with(behind, SLICE_OF("及以下"));
    out->last = is_with ? n : n - 1;
    return is_with || slice_starts_with(behind, SLICE_OF("以下"));
}

static bool
is_told(const claim *c)
{
    return claim_is_exact(c) && (c->figure->sort == FIGURE_PERCENT ||
                                 c->figure->sort == FIGURE_QUANTITY);
}

/* The ages from claim `i` on, each right behind the one before: of one sort,
 * from birth to the last. */
static bool
collect(const inspection *in, size_t i, ages *all)
{
    const claim *first = &in->claims.at[i];
    all->n = 0;
    for (size_t k = i; k < in->claims.n && k < i + AGES_REACH; k++) {
        const claim *c = &in->claims.at[k];
        age own;
        if (!rule_in_paragraph(in, first, c))
            break;
        bool is_one = c->figure->sort == first->figure->sort &&
                      unit_is_same_base(c->figure->quantity.unit,
                                        first->figure->quantity.unit);
        if (!is_told(c) || !is_one || !age_named(rule_lead(in, c), &own) ||
            slice_ends_with(rule_text(in, 0, c->figure->last),
                            SLICE_OF("岁")))
            continue;
        bool is_next = all->n == 0
                           ? own.first == 0
                           : own.first == all->age[all->n - 1].last + 1 ||
                                 own.first == all->age[all->n - 1].last;
        if (!is_next || all->n == AGES_MOST)
            return false;
        all->age[all->n] = own;
        all->at[all->n++] = c;
        if (own.last == NO_AGE)
            return all->n > 2;
    }
    return false;
}

/* The number of people told last before the ages, in their sentence or the one
 * before; none where the sum is any number told before. */
static const claim *
people_before(const inspection *in, const claim *first, const rule_sum *sum)
{
    const claim *found = NULL;
    for (const claim *c = first; c-- > in->claims.at;) {
        if (!claim_is_exact_amount(c) ||
            !unit_is_same_base(c->figure->quantity.unit,
                               first->figure->quantity.unit))
            continue;
        if (!rule_sum_is_off(sum, c->figure->quantity))
            return NULL;
        if (found == NULL && rule_in_paragraph(in, c, first) &&
            c->sentence + 1 >= first->sentence)
            found = c;
    }
    if (found == NULL || !slice_has(found->subject, "人口"))
        return NULL;
    slice between =
        rule_text(in, found->figure->last, first->figure->first);
    bool is_divided = found->sentence == first->sentence ||
                      slice_has(between, "其中");
    return is_divided ? found : NULL;
}

static void
check_ages(const inspection *in, const ages *all)
{
    rule_sum sum;
    jb_quantity whole = all->at[0]->figure->quantity;
    const claim *last = all->at[all->n - 1], *people = NULL;
    if (!rule_sum_of_all(all->at, all->n, &sum))
        return;
    bool is_share = last->figure->sort == FIGURE_PERCENT;
    if (is_share)
        whole.value = (jb_decimal){100, 0};
    else if ((people = people_before(in, all->at[0], &sum)) != NULL)
        whole = people->figure->quantity;
    else
        return;
    if (!rule_sum_is_off(&sum, whole) ||
        !rule_is_typed(in, all->at[0]->figure->first, last->figure->last))
        return;
    slice text = rule_sum_text(in, all->at, all->n, sum.total);
    if (is_share)
        diag_report(in->diags, &PROSE_SHARES_NOT_WHOLE,
                    rule_span(in, all->at[0]->figure->first,
                              last->figure->last),
                    text);
    else
        diag_report(in->diags, &PROSE_WHOLE_CONTRADICTS,
                    rule_figure_span(in, people->figure),
                    rule_figure_text(in, people->figure), text);
}

void
rule_ages(const inspection *in)
{
    ages all;
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        age own;
        if (!is_told(&in->claims.at[i]) ||
            !age_named(rule_lead(in, &in->claims.at[i]), &own) ||
            own.first != 0 || !collect(in, i, &all))
            continue;
        check_ages(in, &all);
        i = (size_t)(all.at[all.n - 1] - in->claims.at);
    }
}
