/* What piles up in the course of a year: a stretch of time holds no less than
 * one within it: 8月份, 1—8月份, 上半年, 前三季度 (C15). */
#include "facts/level.h"
#include "prose/lexicon.h"
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

void
rule_piles(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const figure *f = in->claims.at[i].figure;
        if (piles_up(&in->claims.at[i]) &&
            rule_is_typed(in, f->first, f->last))
            check_pile(in, i);
    }
}
