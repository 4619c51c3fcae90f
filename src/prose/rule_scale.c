/* Units that cannot be meant by what stands beside them: 62.3万元 within 186.4亿元,
 * 个百分点 of what is told in ‰ or of an amount, a fall of more than all. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/rule.h"

/* So many times smaller than its whole no part is worth telling. */
#define SCALE_LEAST 10000

/* ── 186.4亿元，其中限额以上62.3万元 ── */

static bool
is_far_below(const claim *part, const claim *whole)
{
    jb_quantity p = part->figure->quantity, w = whole->figure->quantity;
    bool is_lower = p.unit.power < w.unit.power && p.value.scale > 0;
    return is_lower && level_align(&p, &w) && decimal_sign(p.value) > 0 &&
           decimal_to_double(w.value) >
               SCALE_LEAST * decimal_to_double(p.value);
}

/* The amount right before 其中, which the first part behind divides. */
static void
check_part(const inspection *in, size_t i)
{
    const claim *part = &in->claims.at[i], *whole = part - 1;
    while (whole > in->claims.at && whole->kind != CLAIM_LEVEL)
        whole--;
    if (i == 0 || !claim_is_exact_amount(part) ||
        !claim_is_exact_amount(whole) ||
        whole->sentence + 1 < part->sentence ||
        !slice_has(rule_sentence_lead(in, part), "其中") ||
        !is_far_below(part, whole) ||
        !rule_is_typed(in, part->figure->first, part->figure->last))
        return;
    slice between =
        rule_text(in, whole->figure->last, part->figure->first);
    if (!slice_has(between, "其中") || slice_has(between, "\n"))
        return;
    diag_report(in->diags, &PROSE_SCALE_CONTRADICTS,
                rule_figure_span(in, part->figure),
                rule_figure_text(in, part->figure),
                rule_figure_text(in, whole->figure));
    diags_relate(in->diags, rule_figure_span(in, whole->figure),
                 SLICE_OF("总数在这里"));
}

/* ── 旅客周转量8.6亿人公里，下降2.9个百分点 ── */

/* 下降, 同比下降, 比上年下降: a verb of change and its base, no name. */
static bool
is_verb_only(slice lead)
{
    static const slice verbs[] = {SLICE("增长"), SLICE("下降"),
                                  SLICE("减少"), SLICE("增加")};
    static const slice bases[] = {SLICE(""),         SLICE("同比"),
                                  SLICE("比上年"),   SLICE("比上年同期"),
                                  SLICE("同比分别"), SLICE("环比")};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (!slice_ends_with(lead, verbs[i]))
            continue;
        slice base = slice_cut(lead, 0, lead.len - verbs[i].len);
        for (size_t k = 0; k < sizeof bases / sizeof *bases; k++)
            if (slice_equal(base, bases[k]))
                return true;
    }
    return false;
}

static void
report_points(const inspection *in, const claim *c, const diag_kind *kind,
              slice of)
{
    const lexicon_word *verb = lexicon_end(rule_lead(in, c), LEXICON_CHANGE);
    size_t first = c->figure->first - (verb == NULL ? 0 : verb->text.len);
    if (rule_is_typed(in, c->figure->first, c->figure->last))
        diag_report(in->diags, kind, rule_span(in, first, c->figure->last),
                    of, rule_text(in, first, c->figure->last));
}

static bool
is_permille(const figure *f)
{
    return f->sort == FIGURE_PERCENT &&
           slice_is(f->quantity.unit.name, "‰");
}

static void
check_points(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *level = c - 1;
    if (i == 0 || c->kind != CLAIM_POINTS || c->is_aside ||
        level->kind != CLAIM_LEVEL || level->is_aside ||
        level->sentence != c->sentence ||
        level->clause + 1 != c->clause)
        return;
    slice lead = slice_trim(rule_lead(in, c));
    bool is_percent = slice_is(c->figure->quantity.unit.name, "个百分点");
    if (claim_is_exact_amount(level) && is_verb_only(lead) &&
        lexicon_end(level->subject, LEXICON_RATE_NAME) == NULL)
        report_points(in, c, &PROSE_AMOUNT_IN_POINTS,
                      rule_figure_text(in, level->figure));
    else if (is_permille(level->figure) && is_percent &&
             c->direction != 0 && c->subject.len > 0 &&
             slice_equal(c->subject, level->subject))
        report_points(in, c, &PROSE_PERMILLE_IN_POINTS, level->subject);
}

/* ── 下降126.6% ── */

/* What may turn into its opposite, and so fall by more than all of it. */
static bool
may_turn(const inspection *in, const claim *c)
{
    static const slice words[] = {SLICE("利润"), SLICE("净利"), SLICE("效益"),
                                  SLICE("收益"), SLICE("差额"), SLICE("损益"),
                                  SLICE("逆差"), SLICE("顺差"), SLICE("亏"),
                                  SLICE("现金流"), SLICE("净"), SLICE("盈")};
    slice lead = rule_sentence_lead(in, c);
    slice rest = rule_sentence_rest(in, c);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find(lead, words[i]) < lead.len ||
            slice_find(rest, words[i]) < rest.len)
            return true;
    return false;
}

static void
check_fall(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    jb_decimal all = {-100, 0};
    if (claim_is_growth(c) && c->direction < 0 &&
        c->figure->quantity.bound == BOUND_EXACT &&
        decimal_compare(c->rate, all) < 0 && !may_turn(in, c) &&
        rule_is_typed(in, c->figure->first, c->figure->last))
        diag_report(in->diags, &PROSE_FALL_BEYOND_ALL,
                    rule_figure_span(in, c->figure),
                    rule_change_text(in, c));
}

void
rule_scale(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_part(in, i);
        check_points(in, i);
        check_fall(in, i);
    }
}
