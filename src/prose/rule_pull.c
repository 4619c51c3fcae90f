/* 占全部的60.3%，拉动全部增长5.5个百分点: what a part pulls is its share of the
 * whole by its own growth, give or take what the whole grew. */
#include "prose/number.h"
#include "prose/rule.h"

/* Claims back in the sentence in which growth and share are told. */
#define PULL_BACK 6
/* How far the points may be from share × growth: a third, and 0.3 points. */
#define PULL_RATIO 1.5
#define PULL_SLACK 0.3

static bool
is_share(const inspection *in, const claim *c)
{
    slice lead = slice_trim(rule_lead(in, c));
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_PERCENT &&
           !c->is_aside &&
           (slice_starts_with(lead, SLICE_OF("占")) ||
            slice_ends_with(c->subject, SLICE_OF("占比")) ||
            slice_ends_with(c->subject, SLICE_OF("比重")));
}

/* The growth and the share told before claim `i` in its sentence, of one
 * part: each only once. */
static bool
find_terms(const inspection *in, size_t i, const claim **growth,
           const claim **share)
{
    *growth = *share = NULL;
    for (size_t k = i; k-- > 0 && i - k < PULL_BACK;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != in->claims.at[i].sentence)
            break;
        if (claim_is_growth(c)) {
            if (*growth != NULL)
                return false;
            *growth = c;
        } else if (is_share(in, c)) {
            if (*share != NULL)
                return false;
            *share = c;
        }
    }
    return *growth != NULL && *share != NULL;
}

static void
check_pull(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *growth, *share;
    slice lead = slice_trim(rule_lead(in, c));
    bool is_pull = c->kind == CLAIM_POINTS && !c->is_aside &&
                   (slice_starts_with(lead, SLICE_OF("拉动")) ||
                    slice_starts_with(lead, SLICE_OF("带动"))) &&
                   c->figure->quantity.bound == BOUND_EXACT;
    if (!is_pull || !find_terms(in, i, &growth, &share) ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    double g = decimal_to_double(growth->rate) / 100;
    double s = decimal_to_double(share->figure->quantity.value);
    double said = decimal_to_double(c->figure->quantity.value);
    double pull = g > -1 ? s * g / (1 + g) : 0;
    double size = pull < 0 ? -pull : pull;
    double off = said > size ? said - size : size - said;
    if (size <= 0 || off <= PULL_SLACK ||
        (said <= size * PULL_RATIO && said >= size / PULL_RATIO))
        return;
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, c->figure),
                rule_figure_text(in, c->figure),
                slice_printf(in->arena,
                             "占%.1f%%，增长%.1f%%，约拉动%.1f个百分点", s,
                             100 * g, pull));
    diags_relate(in->diags, rule_figure_span(in, share->figure),
                 SLICE_OF("比重在这里"));
}

void
rule_pulls(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_pull(in, i);
}
