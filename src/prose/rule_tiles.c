/* A stretch of time told beside the shorter ones that it is made of, under one
 * 其中 or in one sentence: 前三季度312亿元，其中一季度142亿元，二季度96亿元，三季度74亿元.
 * rule_piles joins two stretches told anywhere. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Sentences behind that of the whole in which its stretches are told. */
#define TILES_BEHIND 2
/* What later corrections may make of the whole. */
#define TILES_SLACK 0.005

/* Months of a year that are covered by parts so far, with their sum. */
typedef struct tiles {
    const claim *first;
    bool months[13];
    int n_months, n;
    rule_sum sum;
    slice_builder text;
} tiles;

static bool
adds_up(const claim *c)
{
    size_t at;
    return claim_is_exact_amount(c) && !slice_has(c->subject, "余额") &&
           lexicon_find(c->subject, LEXICON_MEAN, &at) == NULL;
}

/* The stretch that its own clause names. */
static bool
own_season(const inspection *in, size_t i, season *out)
{
    setting own = setting_from_claim(in, i);
    size_t first = in->clauses.at[in->claims.at[i].clause].first;
    return own.period.len > 0 &&
           own.period.at >= in->passage.text.at + first &&
           setting_season(in, own, out);
}

/* 一季度新增 of 新增贷款: named as the whole is, by a part of it, or not. */
static bool
is_of_whole(const claim *whole, const claim *part)
{
    season time;
    bool is_time = season_read(part->subject, &time) &&
                   time.len == part->subject.len; /* 一季度|新增 */
    return is_time || part->subject.len == 0 ||
           claim_is_namesake(whole, part) ||
           slice_starts_with(whole->subject, part->subject) ||
           slice_ends_with(whole->subject, part->subject) ||
           lexicon_end(part->subject, LEXICON_DEED) != NULL;
}

/* Adds the part; false where its months overlap with those told before. */
static bool
add_tile(tiles *t, const inspection *in, const claim *c, season time)
{
    jb_quantity part = c->figure->quantity;
    for (int m = time.first; m <= time.last; m++) {
        if (t->months[m])
            return false;
        t->months[m] = true;
    }
    if (t->n == 0)
        t->sum = rule_sum_of(part);
    else if (!rule_sum_add(&t->sum, part, 1))
        return false;
    slice term = rule_figure_text(in, c->figure);
    builder_printf(&t->text, "%s%.*s", t->n > 0 ? " + " : "",
                   SLICE_ARGS(term));
    t->first = t->n == 0 ? c : t->first;
    t->n_months += time.last - time.first + 1;
    t->n++;
    return true;
}

static bool
is_within(season part, season whole)
{
    bool is_all = part.first == whole.first && part.last == whole.last;
    return part.year == whole.year && part.first >= whole.first &&
           part.last <= whole.last && !is_all;
}

/* Whether the parts are told that make up all months of the whole. */
static bool
collect(const inspection *in, size_t i, season all, tiles *t)
{
    const claim *whole = &in->claims.at[i];
    season time;
    *t = (tiles){.text = {.arena = in->arena}};
    for (size_t k = i + 1; k < in->claims.n && k < i + CLAIM_REACH; k++) {
        const claim *c = &in->claims.at[k];
        if (c->sentence > whole->sentence + TILES_BEHIND ||
            !rule_in_paragraph(in, whole, c))
            return false;
        if (!adds_up(c) || !own_season(in, k, &time) ||
            !unit_is_same_base(c->figure->quantity.unit,
                               whole->figure->quantity.unit) ||
            !is_of_whole(whole, c))
            continue;
        if (!is_within(time, all) || !add_tile(t, in, c, time))
            return false;
        if (t->n_months == all.last - all.first + 1)
            return true;
    }
    return false;
}

static bool
is_off(const rule_sum *told, jb_quantity whole)
{
    jb_decimal off;
    jb_quantity sum = told->total;
    return rule_sum_is_off(told, whole) && level_align(&sum, &whole) &&
           decimal_sub(sum.value, whole.value, &off) &&
           decimal_to_double(decimal_abs(off)) >
               TILES_SLACK * decimal_to_double(whole.value);
}

static void
check_tiles(const inspection *in, size_t i)
{
    const claim *whole = &in->claims.at[i];
    season all;
    tiles t;
    if (!setting_season(in, setting_from_claim(in, i), &all) ||
        all.first == all.last || !collect(in, i, all, &t) ||
        !is_off(&t.sum, whole->figure->quantity))
        return;
    slice sum = number_text(in->arena, t.sum.total.value);
    builder_printf(&t.text, " = %.*s%.*s", SLICE_ARGS(sum),
                   SLICE_ARGS(t.sum.total.unit.name));
    diag_report(in->diags, &PROSE_WHOLE_CONTRADICTS,
                rule_figure_span(in, whole->figure),
                rule_figure_text(in, whole->figure),
                builder_slice(&t.text));
    diags_relate(in->diags, rule_figure_span(in, t.first->figure),
                 SLICE_OF("第一段时期的数在这里"));
}

void
rule_tiles(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (adds_up(c) &&
            rule_is_typed(in, c->figure->first, c->figure->last))
            check_tiles(in, i);
    }
}
