/* What a person typed of a metric against the metric's facts: C10 and C11. A
 * figure is held against a metric only when what is spoken of ends in the
 * metric's name, so that no other figure of the sentence is taken for it. */
#include "facts/level.h"
#include "metrics/heading.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* A typed figure with the metric it speaks of. */
typedef struct match {
    const inspection *in;
    const claim *claim;
    const metrics_metric *metric;
    size_t index;
} match;

static const jb_fact *
fact_of(const match *m, fact_kind kind, size_t i)
{
    return facts_lookup(m->in->facts, m->index, kind, i);
}

/* ── which metric ── */

static size_t
name_length(slice subject, const metrics_metric *m)
{
    slice names[] = {m->name.text, m->short_name.text};
    size_t best = 0;
    for (size_t i = 0; i < 2; i++)
        if (names[i].len > best && slice_ends_with(subject, names[i]))
            best = names[i].len;
    return best;
}

/* The metric with the longest name that the subject ends in. */
static size_t
metric_named(const jb_metrics *m, slice subject)
{
    size_t best = SIZE_MAX, longest = 0;
    for (size_t i = 0; i < metrics_count(m); i++) {
        size_t len = name_length(subject, metrics_at(m, i));
        if (len <= longest)
            continue;
        longest = len;
        best = i;
    }
    return best;
}

/* ── whether it speaks of the metric's own ── */

/* 全市实现一般公共预算收入: what says no more than whose it is and that it was
 * done. */
static slice
without_neutral(slice s)
{
    static const slice words[] = {
        SLICE("全市"), SLICE("全县"), SLICE("全区"), SLICE("全省"),
        SLICE("全州"), SLICE("全国"), SLICE("全镇"), SLICE("全乡"),
        SLICE("本市"), SLICE("我市"), SLICE("我县"), SLICE("我区"),
        SLICE("我省"), SLICE("实现"), SLICE("完成"), SLICE("累计"),
        SLICE("共有"), SLICE("现有"), SLICE("拥有"), SLICE("全年"),
        SLICE("达到"), SLICE("的"),
    };
    for (size_t i = 0; i < sizeof words / sizeof *words;) {
        if (slice_starts_with(s, words[i])) {
            s = slice_cut(s, words[i].len, s.len);
            i = 0;
        } else {
            i++;
        }
    }
    return s;
}

/* 国有控股企业利润总额, 人均收入, 市本级收入 are of something else. */
static bool
is_own_subject(const metrics_metric *m, slice subject)
{
    size_t own = name_length(subject, m);
    return without_neutral(slice_cut(subject, 0, subject.len - own)).len == 0;
}

static bool
title_has(const match *m, const char *word)
{
    const metrics_document *doc =
        metrics_document_of(facts_metrics(m->in->facts));
    return slice_has(doc->title.text, word) ||
           slice_has(doc->issuer.text, word);
}

/* The document's own place goes without saying; the whole country's or
 * province's figures are told beside it. */
static bool
is_own_place(const match *m, setting own)
{
    if (m->claim->kind == CLAIM_RANK)
        return own.label.len == 0; /* 全省 is among whom */
    if (own.label.len > 0 &&
        !slice_starts_with(m->metric->name.text, own.label))
        return false; /* 城镇 of 城镇调查失业率 is no place */
    if (slice_is(own.scope, "全国"))
        return title_has(m, "全国") || title_has(m, "国家");
    return !slice_is(own.scope, "全省") || title_has(m, "省");
}

static jb_period
period_of(const match *m)
{
    const jb_metrics *all = facts_metrics(m->in->facts);
    return period_is_set(m->metric->period)
               ? m->metric->period
               : metrics_document_of(all)->period;
}

/* （2021—2025年），累计完成…: a sum of years. */
static bool
piles_up_years(const match *m)
{
    return m->claim->kind == CLAIM_LEVEL &&
           slice_has(rule_lead(m->in, m->claim), "累计") &&
           setting_spans_years(m->in, m->claim);
}

/* What is told of another time is no figure of the metric's; what stood at a
 * year's end, or up to a day, is held as it was. */
static bool
is_own_time(const match *m, setting own)
{
    jb_period base = period_of(m), told;
    slice words = setting_whole_period(m->in, own);
    if (piles_up_years(m))
        return false;
    if (words.len == 0 || !period_is_set(base) || m->claim->is_to_date ||
        slice_is(words, "年末") || slice_is(words, "年底"))
        return true;
    if (slice_is(words, "全年"))
        return period_months(base) == 12;
    return heading_period(m->in->arena, words, base, &told) &&
           period_compare(told, base) == 0;
}

/* A forecast or an aim is none of a figure that is known. */
static bool
is_own_state(const match *m, setting own)
{
    const jb_fact *value = facts_lookup(m->in->facts, m->index, FACT_VALUE, 0);
    bool is_open = value->quantity.status == STATUS_EXPECTED ||
                   value->quantity.status == STATUS_TARGET;
    return !own.is_goal && (is_open || !m->claim->is_expected);
}

static bool
is_own(const match *m, size_t i)
{
    setting own = setting_from_claim(m->in, i);
    return is_own_subject(m->metric, m->claim->subject) &&
           is_own_place(m, own) && is_own_time(m, own) &&
           is_own_state(m, own) && !setting_leaves_out(own);
}

/* ── levels ── */

static bool
is_same_value(jb_quantity typed, jb_quantity known)
{
    return level_align(&typed, &known) &&
           decimal_compare(typed.value,
                           decimal_round(known.value, typed.value.scale,
                                         DECIMAL_HALF_UP)) == 0;
}

/* The fact that the typed level repeats, whatever it is of the metric. */
static const jb_fact *
repeated_fact(const match *m)
{
    static const fact_kind kinds[] = {FACT_VALUE, FACT_PREVIOUS,
                                      FACT_TO_DATE, FACT_TARGET,
                                      FACT_PARTS_TOTAL, FACT_COMPLETION};
    const jb_quantity *typed = &m->claim->figure->quantity;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const jb_fact *f = fact_of(m, kinds[i], 0);
        if (f->is_known && is_same_value(*typed, f->quantity))
            return f;
    }
    for (size_t i = 0; i < m->metric->n_parts; i++) {
        const jb_fact *part = fact_of(m, FACT_PART, i);
        const jb_fact *share = fact_of(m, FACT_SHARE, i);
        if (is_same_value(*typed, part->quantity))
            return part;
        if (share->is_known && is_same_value(*typed, share->quantity))
            return share;
    }
    return NULL;
}

static bool
is_in_history(const match *m)
{
    for (size_t i = 0; i < m->metric->n_history; i++)
        if (is_same_value(m->claim->figure->quantity,
                          m->metric->history[i].value))
            return true;
    return false;
}

static slice
placeholder_of(const match *m, const char *what)
{
    return slice_printf(m->in->arena, "{%.*s%s}", SLICE_ARGS(m->metric->id),
                        what);
}

static slice
level_words(const match *m, const jb_fact *fact)
{
    return phrase_level(m->in->arena, fact->quantity, (phrase_options){0});
}

static void
report_level(const match *m, const diag_kind *kind, const jb_fact *fact)
{
    const figure *f = m->claim->figure;
    diag_report(m->in->diags, kind, rule_figure_span(m->in, f),
                m->metric->name.text, rule_figure_text(m->in, f),
                level_words(m, fact), placeholder_of(m, ""));
    diags_relate(m->in->diags, fact->span, SLICE_OF("指标数据在这里"));
}

/* 预计 may stand in another clause of the sentence. */
static bool
is_said_expected(const match *m)
{
    const claim *c = m->claim;
    slice lead = rule_sentence_lead(m->in, c);
    return c->is_expected || slice_find(lead, SLICE_OF("预计")) < lead.len ||
           slice_find(lead, SLICE_OF("有望")) < lead.len;
}

static void
check_qualifiers(const match *m, const jb_fact *fact)
{
    const figure *f = m->claim->figure;
    quantity_bound known = fact->quantity.bound;
    if (known != BOUND_EXACT && f->quantity.bound == BOUND_EXACT)
        report_level(m, &PROSE_BOUND_DROPPED, fact);
    else if (fact->quantity.status == STATUS_EXPECTED &&
             !is_said_expected(m))
        diag_report(m->in->diags, &PROSE_STATUS_DROPPED,
                    rule_figure_span(m->in, f), m->metric->name.text,
                    rule_figure_text(m->in, f), placeholder_of(m, ""));
}

/* 突破90亿元 of 95.3亿元, 约1230家 of 1234家. */
static bool
is_true_bound(const match *m, const jb_fact *value)
{
    jb_quantity typed = m->claim->figure->quantity;
    return typed.bound != BOUND_EXACT &&
           level_may_be_same(typed, value->quantity);
}

static void
check_level(const match *m)
{
    const jb_fact *value = fact_of(m, FACT_VALUE, 0);
    const jb_fact *same = repeated_fact(m);
    if (!unit_is_same_base(m->claim->figure->quantity.unit,
                           m->metric->unit))
        return;
    if (same != NULL)
        check_qualifiers(m, same);
    else if (value->is_known && !is_in_history(m) &&
             !is_true_bound(m, value))
        report_level(m, &PROSE_FIGURE_CONTRADICTS, value);
}

/* ── growth and ranks ── */

static slice
growth_words(const match *m, const jb_fact *growth)
{
    return phrase_growth(m->in->arena, growth, m->metric->unit,
                         (phrase_options){0});
}

static void
report_growth(const match *m, const jb_fact *growth)
{
    const figure *f = m->claim->figure;
    diag_report(m->in->diags, &PROSE_FIGURE_CONTRADICTS,
                rule_figure_span(m->in, f), m->metric->name.text,
                rule_figure_text(m->in, f), growth_words(m, growth),
                placeholder_of(m, ".growth"));
    diags_relate(m->in->diags, growth->span, SLICE_OF("指标数据在这里"));
}

/* A typed rate may have fewer digits than the fact, not others. */
static bool
is_same_rate(const claim *c, jb_decimal known)
{
    jb_decimal typed = c->rate;
    if (c->figure->sort == FIGURE_TIMES) {
        typed = c->figure->quantity.value;
        if (!decimal_shift(known, -2, &known))
            return true;
    }
    if (c->direction == 0)
        known = decimal_abs(known);
    return decimal_compare(typed, decimal_round(known, typed.scale,
                                                DECIMAL_HALF_UP)) == 0;
}

/* A change of growth, 增速加快0.6个百分点, or the former growth itself,
 * 由下降2.1%转为增长: neither is the metric's growth. */
static bool
is_of_growth(const match *m, slice lead)
{
    bool is_named = slice_has(lead, "增速") || slice_has(lead, "增幅") ||
                    slice_has(lead, "降幅");
    bool is_percent = m->metric->unit.kind == UNIT_PERCENT;
    slice rest = rule_sentence_rest(m->in, m->claim);
    return (is_named && m->claim->kind == CLAIM_POINTS && !is_percent) ||
           slice_starts_with(rest, SLICE_OF("转为"));
}

/* The growth that a typed one says, by what it says it is measured against;
 * NULL when no fact is. */
static const jb_fact *
growth_meant(const match *m)
{
    size_t at;
    slice lead = rule_lead(m->in, m->claim);
    const lexicon_word *basis = lexicon_find(lead, LEXICON_BASIS, &at);
    if (is_of_growth(m, lead) || slice_has(lead, "年均"))
        return NULL;
    if (slice_has(lead, "两年平均"))
        return fact_of(m, FACT_AVERAGE, 0);
    if (slice_has(lead, "环比"))
        return fact_of(m, FACT_SEQUENTIAL, 0);
    bool is_other = basis != NULL && basis->value != 1;
    return is_other ? NULL : fact_of(m, FACT_GROWTH, 0);
}

/* 规模以上工业增加值增长4.9%, of a metric that is that growth. */
static void
check_rate_level(const match *m)
{
    const jb_fact *value = fact_of(m, FACT_VALUE, 0);
    if (value->is_known && !is_true_bound(m, value) &&
        !is_same_rate(m->claim, value->quantity.value))
        report_level(m, &PROSE_FIGURE_CONTRADICTS, value);
}

static void
check_growth(const match *m)
{
    const jb_fact *growth = growth_meant(m);
    bool is_level = phrase_is_rate_of_amount(m->metric->name.text,
                                             m->metric->unit);
    if (growth != NULL && is_level && m->claim->kind == CLAIM_RATE) {
        check_rate_level(m);
        return;
    }
    if (growth == NULL || !growth->is_known)
        return;
    metrics_change_kind kind = growth->growth.kind;
    bool is_number = kind == CHANGE_RATE || kind == CHANGE_POINTS;
    if (!is_number || !is_same_rate(m->claim, growth->growth.rate))
        report_growth(m, growth);
}

static void
check_rank(const match *m)
{
    const metrics_rank *rank = &m->metric->rank;
    const figure *f = m->claim->figure;
    jb_decimal place = {rank->place, 0};
    if (!rank->is_set || rank->place == 0 ||
        decimal_compare(f->quantity.value, place) == 0)
        return;
    slice known = phrase_rank(m->in->arena, rank, fact_of(m, FACT_GROWTH, 0),
                              (phrase_options){.form = PHRASE_SHORT});
    diag_report(m->in->diags, &PROSE_FIGURE_CONTRADICTS,
                rule_figure_span(m->in, f), m->metric->name.text,
                rule_figure_text(m->in, f), known,
                placeholder_of(m, ".rank"));
    diags_relate(m->in->diags, rank->span, SLICE_OF("指标数据在这里"));
}

static void
check_match(const match *m)
{
    switch (m->claim->kind) {
    case CLAIM_LEVEL:
        check_level(m);
        break;
    case CLAIM_RATE:
    case CLAIM_POINTS:
        check_growth(m);
        break;
    case CLAIM_RANK:
        check_rank(m);
        break;
    default:
        break;
    }
}

void
rule_facts(const inspection *in)
{
    if (in->facts == NULL)
        return;
    const jb_metrics *all = facts_metrics(in->facts);
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (c->kind == CLAIM_NONE ||
            !rule_is_typed(in, c->figure->digits, c->figure->after))
            continue;
        size_t index = metric_named(all, c->subject);
        match m = {in, c, NULL, index};
        if (index == SIZE_MAX)
            continue;
        m.metric = metrics_at(all, index);
        if (is_own(&m, i))
            check_match(&m);
    }
}
