#include "prose/rule.h"

#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"

bool
rule_has_room(const inspection *in)
{
    size_t most = INSPECT_MOST + in->passage.text.len / INSPECT_BYTES;
    return diags_count(in->diags) - in->n_before < most;
}

slice
rule_text(const inspection *in, size_t first, size_t last)
{
    return slice_cut(in->passage.text, first, last);
}

bool
rule_in_paragraph(const inspection *in, const claim *a, const claim *b)
{
    slice between = rule_text(in, a->figure->last, b->figure->first);
    return slice_find(between, SLICE_OF("\n")) == between.len;
}

jb_span
rule_span(const inspection *in, size_t first, size_t last)
{
    return passage_span(&in->passage, first, last);
}

slice
rule_figure_text(const inspection *in, const figure *f)
{
    return rule_text(in, f->first, f->last);
}

slice
rule_change_text(const inspection *in, const claim *c)
{
    const lexicon_word *verb = lexicon_end(rule_lead(in, c), LEXICON_CHANGE);
    size_t len = verb == NULL ? 0 : verb->text.len;
    return rule_text(in, c->figure->first - len, c->figure->last);
}

jb_span
rule_figure_span(const inspection *in, const figure *f)
{
    return rule_span(in, f->first, f->last);
}

slice
rule_lead(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_end(rule_text(in, own->first, c->figure->first));
}

slice
rule_sentence_lead(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_end(
            rule_text(in, own->sentence_first, c->figure->first));
}

slice
rule_sentence_rest(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_start(
            rule_text(in, c->figure->last, own->sentence_last));
}

/* The first claim of that sentence or a later one: claims are in order. */
static size_t
claim_from(const claim_list *claims, size_t sentence)
{
    size_t low = 0, high = claims->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (claims->at[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

rule_stretch
rule_sentence_claims(const inspection *in, size_t sentence)
{
    size_t first = claim_from(&in->claims, sentence);
    size_t last = claim_from(&in->claims, sentence + 1);
    return (rule_stretch){in->claims.at + first, last - first};
}

slice
rule_own_lead(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    size_t first = own->first;
    for (const claim *b = c; b-- > in->claims.at && b->clause == c->clause;)
        if (b->figure->sort != FIGURE_DATE &&
            b->figure->sort != FIGURE_ORDINAL) {
            first = b->figure->last;
            break;
        }
    return slice_trim(clause_near_end(rule_text(in, first,
                                                c->figure->first)));
}

bool
rule_ends_word(const inspection *in, size_t at)
{
    static const slice marks[] = {
        SLICE("，"), SLICE("。"), SLICE("；"), SLICE("、"), SLICE("："),
        SLICE("）"), SLICE("”"),  SLICE("！"), SLICE("？"), SLICE(","),
        SLICE(";"),  SLICE(")"),  SLICE("."),  SLICE("\n"), SLICE(" "),
    };
    slice rest = rule_text(in, at, in->passage.text.len);
    if (rest.len == 0)
        return true;
    return slice_starts_with_any(rest, marks, sizeof marks / sizeof *marks);
}

bool
rule_is_typed(const inspection *in, size_t first, size_t last)
{
    return passage_is_typed(&in->passage, first, last);
}

bool
rule_has_found(const inspection *in, const diag_kind *kind, const figure *f)
{
    jb_span place = rule_figure_span(in, f);
    for (size_t i = in->n_before; i < diags_count(in->diags); i++) {
        const jb_diag *d = diags_at(in->diags, i);
        if (d->kind == kind && d->span.first == place.first)
            return true;
    }
    return false;
}

slice
rule_difference_text(const inspection *in, jb_decimal now, jb_decimal then,
                     jb_decimal by)
{
    slice a = number_text(in->arena, now), b = number_text(in->arena, then);
    slice d = number_text(in->arena, by);
    bool is_below = decimal_sign(then) < 0;
    return slice_printf(in->arena, "%.*s − %s%.*s%s = %.*s", SLICE_ARGS(a),
                        is_below ? "(" : "", SLICE_ARGS(b),
                        is_below ? ")" : "", SLICE_ARGS(d));
}

/* 由…调整为, 从…增加到, 由…转为: a word of turning into another figure stands
 * right behind it. */
bool
rule_is_origin(const inspection *in, const claim *c)
{
    static const slice turns[] = {SLICE("调整为"), SLICE("调整到"),
                                  SLICE("调整至"), SLICE("变为"),
                                  SLICE("转为"),   SLICE("扩大到"),
                                  SLICE("收窄至"), SLICE("收窄到")};
    const clause *own = &in->clauses.at[c->clause];
    slice rest = slice_trim(rule_text(in, c->figure->last, own->last));
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
        if (slice_starts_with(rest, turns[i]))
            return true;
    const lexicon_word *verb = lexicon_start(rest, LEXICON_CHANGE);
    if (verb == NULL)
        return false;
    rest = slice_cut(rest, verb->text.len, rest.len);
    return slice_starts_with(rest, SLICE_OF("到")) ||
           slice_starts_with(rest, SLICE_OF("至")) ||
           slice_starts_with(rest, SLICE_OF("为"));
}

bool
rule_is_excess(const inspection *in, const claim *c)
{
    static const slice words[] = {SLICE("超收"), SLICE("短收"), SLICE("超额"),
                                  SLICE("超出"), SLICE("超支"), SLICE("结余"),
                                  SLICE("多收"), SLICE("少收"), SLICE("增收"),
                                  SLICE("减收"), SLICE("增支"), SLICE("减支")};
    return slice_ends_with_any(rule_lead(in, c), words,
                               sizeof words / sizeof *words);
}

bool
rule_is_aim_of_share(const inspection *in, const claim *c)
{
    const claim *next = c + 1;
    if (next == in->claims.at + in->claims.n)
        return false;
    slice between = rule_text(in, c->figure->last, next->figure->first);
    return next->figure->sort == FIGURE_PERCENT && slice_is(between, "的") &&
           lexicon_end(c->subject, LEXICON_AIM) != NULL;
}

bool
rule_may_differ(jb_decimal by, jb_decimal points)
{
    jb_decimal off;
    int scale = by.scale < points.scale ? by.scale : points.scale;
    jb_decimal slack = {15, scale + 1};
    return !decimal_sub(decimal_abs(by), decimal_abs(points), &off) ||
           decimal_compare(decimal_abs(off), slack) <= 0;
}

const claim *
rule_spoken_of(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = &in->claims.at[k];
        if (before->sentence != c->sentence ||
            before->clause + 1 < c->clause)
            return NULL;
        if (before->clause < c->clause && before->kind != CLAIM_NONE &&
            !before->is_aside)
            return before;
    }
    return NULL;
}

bool
rule_can_be_share(const claim *part, const claim *whole, const claim *share)
{
    jb_quantity p = part->figure->quantity, w = whole->figure->quantity;
    if (!level_align(&p, &w))
        return true;
    level_range x = level_range_of(p), y = level_range_of(w);
    level_range z = level_range_of(share->figure->quantity);
    double high = decimal_to_double(y.high), low = decimal_to_double(y.low);
    return low <= 0 || (100 * decimal_to_double(x.high) / low >=
                            decimal_to_double(z.low) &&
                        100 * decimal_to_double(x.low) / high <=
                            decimal_to_double(z.high));
}

void
rule_report_share(const inspection *in, const claim *part,
                  const claim *whole, const claim *share)
{
    jb_quantity p = part->figure->quantity, w = whole->figure->quantity;
    jb_decimal rate, hundred = {100, 0};
    int scale = share->figure->quantity.value.scale;
    if (!level_align(&p, &w) || !decimal_mul(p.value, hundred, &rate) ||
        !decimal_div(rate, w.value, scale > 0 ? scale : 1, DECIMAL_HALF_UP,
                     &rate) ||
        !rule_is_typed(in, share->figure->first, share->figure->last))
        return;
    slice a = number_text(in->arena, p.value);
    slice b = number_text(in->arena, w.value);
    slice r = number_text(in->arena, rate);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, share->figure),
                rule_figure_text(in, share->figure),
                slice_printf(in->arena, "%.*s ÷ %.*s ≈ %.*s%%",
                             SLICE_ARGS(a), SLICE_ARGS(b), SLICE_ARGS(r)));
    diags_relate(in->diags, rule_figure_span(in, whole->figure),
                 SLICE_OF("总数在这里"));
}

bool
rule_may_be_one(const claim *a, const claim *b)
{
    jb_quantity x = a->figure->quantity, y = b->figure->quantity;
    if (a->kind == CLAIM_RANK)
        return decimal_compare(x.value, y.value) == 0;
    if (a->direction * b->direction < 0)
        return false; /* 增长5.2% and 下降5.2% */
    if (x.bound == BOUND_EXACT && y.bound == BOUND_EXACT &&
        x.value.scale == y.value.scale && x.unit.power == y.unit.power &&
        unit_is_same_base(x.unit, y.unit))
        return decimal_compare(x.value, y.value) == 0; /* rounded alike */
    return !unit_is_same_base(x.unit, y.unit) || level_may_be_same(x, y);
}

bool
rule_is_off(jb_quantity sum, jb_quantity whole, int n)
{
    jb_decimal off;
    if (!level_align(&sum, &whole) ||
        !decimal_sub(sum.value, whole.value, &off))
        return false;
    int scale = sum.value.scale < whole.value.scale ? sum.value.scale
                                                    : whole.value.scale;
    jb_decimal slack = {5 * ((int64_t)n + 1), scale + 1};
    return decimal_compare(decimal_abs(off), slack) > 0;
}

/* Half a unit of the last digit. */
static jb_quantity
rounding_of(jb_quantity q)
{
    q.value = (jb_decimal){5, q.value.scale + 1};
    return q;
}

rule_sum
rule_sum_of(jb_quantity first)
{
    return (rule_sum){first, rounding_of(first)};
}

bool
rule_sum_add(rule_sum *sum, jb_quantity part, int sign)
{
    jb_quantity slack = rounding_of(part);
    if (sign < 0)
        part.value = decimal_neg(part.value);
    return level_align(&sum->total, &part) &&
           level_align(&sum->slack, &slack) &&
           decimal_add(sum->total.value, part.value, &sum->total.value) &&
           decimal_add(sum->slack.value, slack.value, &sum->slack.value);
}

bool
rule_sum_is_off(const rule_sum *sum, jb_quantity whole)
{
    rule_sum off = *sum;
    return rule_sum_add(&off, whole, -1) &&
           level_align(&off.total, &off.slack) &&
           decimal_compare(decimal_abs(off.total.value), off.slack.value) > 0;
}

bool
rule_sum_of_all(const claim *const *at, size_t n, rule_sum *out)
{
    *out = rule_sum_of(at[0]->figure->quantity);
    for (size_t i = 1; i < n; i++)
        if (!rule_sum_add(out, at[i]->figure->quantity, 1))
            return false;
    return true;
}

slice
rule_sum_text(const inspection *in, const claim *const *at, size_t n,
              jb_quantity sum)
{
    slice_builder b = {.arena = in->arena};
    bool is_mixed = false;
    for (size_t i = 1; i < n; i++)
        is_mixed = is_mixed || at[i]->figure->quantity.unit.power !=
                                   at[0]->figure->quantity.unit.power;
    for (size_t i = 0; i < n; i++) {
        const figure *f = at[i]->figure;
        slice term = is_mixed ? rule_figure_text(in, f)
                              : number_text(in->arena, f->quantity.value);
        builder_printf(&b, "%s%.*s", i > 0 ? " + " : "", SLICE_ARGS(term));
    }
    slice total = number_text(in->arena, sum.value);
    slice unit = is_mixed ? sum.unit.name : SLICE_OF("");
    builder_printf(&b, " = %.*s%.*s", SLICE_ARGS(total), SLICE_ARGS(unit));
    return builder_slice(&b);
}
