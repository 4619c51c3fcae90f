/* What piles up in the course of a year: a stretch of time holds no less than
 * one within it: 8月份, 1—8月份, 上半年, 前三季度 (C15). */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* How far back the other is looked for. */
#define PILES_BACK 400

static bool
piles_up(const claim *c)
{
    const lexicon_word *word = lexicon_end(c->subject, LEXICON_INDICATOR);
    bool is_known = c->indicator != INDICATOR_NONE;
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.bound == BOUND_EXACT &&
           (is_known || (word != NULL && word->value == 1 &&
                         c->subject.len >= 5 * strlen("一"))) &&
           !(word != NULL && word->value == 2) && !c->is_expected &&
           !c->is_aside && !c->is_base;
}

/* 1: `a` holds `b` and more, -1: the other way round, 0: neither. */
static int
order_of(season a, season b)
{
    bool holds = a.first <= b.first && b.last <= a.last;
    bool is_held = b.first <= a.first && a.last <= b.last;
    return a.year != b.year || holds == is_held ? 0 : holds ? 1 : -1;
}

static void
report_pile(const inspection *in, const claim *longer, const claim *shorter)
{
    diag_report(in->diags, &PROSE_TO_DATE_FALLS,
                rule_figure_span(in, longer->figure), longer->subject,
                rule_figure_text(in, longer->figure),
                rule_figure_text(in, shorter->figure));
    diags_relate(in->diags, rule_figure_span(in, shorter->figure),
                 SLICE_OF("较短时期的数在这里"));
}

static void
check_pile(const inspection *in, size_t i)
{
    const claim *b = &in->claims.at[i];
    setting own = setting_from_claim(in, i);
    season later, first;
    bool is_season = setting_season(in, own, &later);
    for (size_t k = i; is_season && k-- > 0 && i - k < PILES_BACK;) {
        const claim *a = &in->claims.at[k];
        jb_quantity x = a->figure->quantity, y = b->figure->quantity;
        if (!piles_up(a) || !claim_is_namesake(a, b))
            continue;
        setting before = setting_from_claim(in, k);
        int order = setting_season(in, before, &first)
                        ? order_of(later, first)
                        : 0;
        before.period = own.period;
        if (order == 0 || !setting_is_same(in, before, own) ||
            !unit_is_same_base(x.unit, y.unit) || !level_align(&x, &y))
            continue;
        if (decimal_compare(y.value, x.value) * order < 0)
            report_pile(in, order > 0 ? b : a, order > 0 ? a : b);
        return;
    }
}

/* ── 上半年 is 一季度 and 二季度 ── */

/* Claims of one indicator that are joined, and the part of the whole that
 * later corrections may make. */
#define JOINED_MOST 12
#define JOINED_SLACK 0.01

/* What is told of one indicator, with the stretch of time of each. */
typedef struct stretches {
    const claim *at[JOINED_MOST];
    season time[JOINED_MOST];
    size_t n;
} stretches;

/* Those before claim `i`, and it first. */
static stretches
stretches_of(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    setting own = setting_from_claim(in, i);
    stretches all = {.at = {c}};
    all.n = setting_season(in, own, &all.time[0]);
    for (size_t k = i; all.n > 0 && all.n < JOINED_MOST && k-- > 0 &&
                       i - k < PILES_BACK;) {
        const claim *a = &in->claims.at[k];
        if (!piles_up(a) || !claim_is_namesake(a, c))
            continue;
        setting then = setting_from_claim(in, k);
        if (!setting_season(in, then, &all.time[all.n]) ||
            !unit_is_same_base(a->figure->quantity.unit,
                               c->figure->quantity.unit))
            continue;
        then.period = own.period;
        if (setting_is_same(in, then, own))
            all.at[all.n++] = a;
    }
    return all;
}

/* Whether `b` begins where `a` ends, and the whole is both. */
static bool
is_joined(season whole, season a, season b)
{
    return whole.year == a.year && a.year == b.year &&
           whole.first == a.first && a.last + 1 == b.first &&
           b.last == whole.last;
}

static bool
is_far_off(const rule_sum *both, jb_quantity whole)
{
    jb_decimal off;
    jb_quantity sum = both->total;
    return rule_sum_is_off(both, whole) && level_align(&sum, &whole) &&
           decimal_sub(sum.value, whole.value, &off) &&
           decimal_to_double(decimal_abs(off)) >
                   JOINED_SLACK * decimal_to_double(whole.value);
}

static void
check_joined(const inspection *in, const claim *whole, const claim *a,
             const claim *b)
{
    jb_quantity sum = a->figure->quantity, more = b->figure->quantity;
    if (!level_align(&sum, &more))
        return;
    slice first = number_text(in->arena, sum.value);
    slice second = number_text(in->arena, more.value);
    rule_sum both = rule_sum_of(a->figure->quantity);
    if (!rule_sum_add(&both, b->figure->quantity, 1) ||
        !is_far_off(&both, whole->figure->quantity))
        return;
    slice total = number_text(in->arena, both.total.value);
    diag_report(in->diags, &PROSE_WHOLE_CONTRADICTS,
                rule_figure_span(in, whole->figure),
                rule_figure_text(in, whole->figure),
                slice_printf(in->arena, "%.*s + %.*s = %.*s",
                             SLICE_ARGS(first), SLICE_ARGS(second),
                             SLICE_ARGS(total)));
    diags_relate(in->diags, rule_figure_span(in, b->figure),
                 SLICE_OF("后一段时期的数在这里"));
}

/* Stretch `w` against those that make it up; one of the three is the first,
 * which is told last: the others were held when they were. */
static void
check_whole(const inspection *in, const stretches *s, size_t w)
{
    for (size_t a = 0; a < s->n; a++)
        for (size_t b = 0; b < s->n; b++)
            if ((w == 0 || a == 0 || b == 0) &&
                is_joined(s->time[w], s->time[a], s->time[b]))
                check_joined(in, s->at[w], s->at[a], s->at[b]);
}

static void
check_stretches(const inspection *in, size_t i)
{
    stretches s = stretches_of(in, i);
    for (size_t w = 0; w < s.n; w++)
        check_whole(in, &s, w);
}

void
rule_piles(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const figure *f = in->claims.at[i].figure;
        if (piles_up(&in->claims.at[i]) &&
            rule_is_typed(in, f->first, f->last)) {
            check_pile(in, i);
            check_stretches(in, i);
        }
    }
}
