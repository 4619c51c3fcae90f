/* What a person typed of a metric against the metric's facts: C10 and C11. A
 * figure is held against a metric only when it speaks of that and of nothing
 * else, so that no other figure of the sentence is taken for it. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/match.h"
#include "prose/means.h"
#include "prose/phrase.h"

/* What the facts have in place of a typed figure. */
typedef struct known {
    bool is_told;   /* the facts say something of it */
    bool is_same;
    slice words;    /* what they say */
    const char *what; /* the placeholder's: "", ".growth" */
    jb_span span;
    const jb_fact *fact; /* that a level repeats */
} known;

static const known UNTOLD = {.is_told = false};

static const jb_fact *
fact_of(const match *m, fact_kind kind, size_t i)
{
    return facts_lookup(m->in->facts, m->index, kind, i);
}

static slice
placeholder_of(const match *m, const char *what)
{
    return slice_printf(m->in->arena, "{%.*s%s}", SLICE_ARGS(m->metric->id),
                        what);
}

static slice
level_words(const match *m, jb_quantity q)
{
    return phrase_level(m->in->arena, q, (phrase_options){0});
}

/* ── levels ── */

/* What was typed, below nothing where a profit is told as a loss. */
static jb_quantity
typed_of(const match *m)
{
    jb_quantity q = m->claim->figure->quantity;
    if (m->is_loss && decimal_sign(q.value) > 0)
        q.value = decimal_neg(q.value);
    return q;
}

static bool
is_same_value(jb_quantity typed, jb_quantity fact)
{
    return level_align(&typed, &fact) &&
           decimal_compare(typed.value,
                           decimal_round(fact.value, typed.value.scale,
                                         DECIMAL_HALF_UP)) == 0;
}

/* The fact that the typed level repeats, whatever it is of the metric. */
static const jb_fact *
repeated_fact(const match *m)
{
    static const fact_kind kinds[] = {FACT_VALUE, FACT_PREVIOUS,
                                      FACT_TO_DATE, FACT_TARGET,
                                      FACT_PARTS_TOTAL, FACT_COMPLETION};
    jb_quantity typed = typed_of(m);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const jb_fact *f = fact_of(m, kinds[i], 0);
        if (f->is_known && is_same_value(typed, f->quantity))
            return f;
    }
    for (size_t i = 0; i < m->metric->n_parts; i++) {
        const jb_fact *part = fact_of(m, FACT_PART, i);
        const jb_fact *share = fact_of(m, FACT_SHARE, i);
        if (is_same_value(typed, part->quantity))
            return part;
        if (share->is_known && is_same_value(typed, share->quantity))
            return share;
    }
    return NULL;
}

static bool
is_in_history(const match *m)
{
    for (size_t i = 0; i < m->metric->n_history; i++)
        if (is_same_value(typed_of(m), m->metric->history[i].value))
            return true;
    return false;
}

/* 突破90亿元 of 95.3亿元, 约1230家 of 1234家. */
static bool
is_true_bound(const match *m, jb_quantity value)
{
    jb_quantity typed = typed_of(m);
    return typed.bound != BOUND_EXACT && level_may_be_same(typed, value);
}

/* The typed level against one quantity of the metric. */
static known
against(const match *m, jb_quantity value, jb_span span, const char *what)
{
    if (!unit_is_same_base(m->claim->figure->quantity.unit, value.unit))
        return UNTOLD;
    bool is_same = is_same_value(typed_of(m), value) ||
                   is_true_bound(m, value);
    return (known){true, is_same, level_words(m, value), what, span, NULL};
}

/* A quotient that was rounded before: 59% of 59.45%, which the fact has as
 * 59.5%. */
static known
derived(const match *m, const jb_fact *fact, const char *what)
{
    known k = against(m, fact->quantity, fact->span, what);
    k.is_same = k.is_same || (fact->is_derived &&
                              level_may_be_same(typed_of(m),
                                                fact->quantity));
    return k;
}

/* 6.21% of what is 6.21‰. */
static bool
is_other_share(const match *m, jb_quantity value)
{
    jb_quantity typed = m->claim->figure->quantity;
    return typed.unit.kind == UNIT_PERCENT &&
           value.unit.kind == UNIT_PERCENT &&
           !unit_is_same_base(typed.unit, value.unit) &&
           decimal_compare(typed.value, value.value) == 0;
}

static known
judge_own_level(const match *m)
{
    const jb_fact *value = fact_of(m, FACT_VALUE, 0);
    const jb_fact *same = repeated_fact(m);
    if (value->is_known && is_other_share(m, value->quantity))
        return (known){true, false, level_words(m, value->quantity), "",
                       value->span, NULL};
    if (!unit_is_same_base(m->claim->figure->quantity.unit,
                           m->metric->unit))
        return UNTOLD;
    if (same != NULL)
        return (known){.is_told = true, .is_same = true, .fact = same};
    if (!value->is_known)
        return UNTOLD;
    known k = against(m, value->quantity, value->span, "");
    k.is_same = k.is_same || is_in_history(m);
    return k;
}

/* 上半年 before the very figure of 前三季度; 2025年 may only say the year. */
static known
judge_wrong_time(const match *m, const jb_period *told)
{
    const jb_fact *value = fact_of(m, FACT_VALUE, 0);
    jb_quantity typed = m->claim->figure->quantity;
    const jb_decimal least = {100, 0}; /* digits that none has by chance */
    jb_decimal digits = {decimal_abs(typed.value).coefficient, 0};
    bool is_year = slice_is(m->own.period, "全年");
    bool is_part = told != NULL && period_months(*told) < 12 &&
                   told->last_year == match_base(m).last_year;
    if ((!is_year && !is_part) || !value->is_known ||
        value->quantity.bound != BOUND_EXACT ||
        typed.bound != BOUND_EXACT ||
        decimal_compare(digits, least) < 0 ||
        !is_same_value(typed_of(m), value->quantity))
        return UNTOLD;
    slice when = period_spoken(m->in->arena, match_base(m));
    slice level = level_words(m, value->quantity);
    return (known){true, false,
                   slice_printf(m->in->arena, "%.*s的%.*s", SLICE_ARGS(when),
                                SLICE_ARGS(level)),
                   "", value->span, NULL};
}

/* Of another time: the value of then, where the file has one. */
static known
judge_past_level(const match *m)
{
    jb_period told;
    const jb_fact *previous = fact_of(m, FACT_PREVIOUS, 0);
    if (match_time_of(m) == MATCH_YEAR_BEFORE)
        return previous->is_known && !previous->is_derived
                       ? against(m, previous->quantity, previous->span,
                                 ".previous")
                       : UNTOLD;
    bool is_told = match_period(m, &told);
    for (size_t i = 0; is_told && i < m->metric->n_history; i++)
        if (period_compare(m->metric->history[i].period, told) == 0)
            return against(m, m->metric->history[i].value, m->metric->span,
                           "");
    return judge_wrong_time(m, is_told ? &told : NULL);
}

/* 截至10月底62.3亿元, beside what the year comes to. */
static known
judge_to_date(const match *m)
{
    const jb_fact *to_date = fact_of(m, FACT_TO_DATE, 0);
    return to_date->is_known ? against(m, to_date->quantity, to_date->span,
                                       ".to-date")
                             : UNTOLD;
}

/* A part, or its share of the whole. */
static known
judge_part(const match *m)
{
    const jb_fact *part =
            fact_of(m, m->of == MATCH_PART ? FACT_PART : FACT_SHARE, m->part);
    if (match_time_of(m) != MATCH_OWN_TIME || !part->is_known)
        return UNTOLD;
    return derived(m, part, "");
}

static known
judge_level(const match *m)
{
    if (m->of == MATCH_PEER) {
        const metrics_part *peer = &m->metric->peers[m->part];
        return match_time_of(m) == MATCH_OWN_TIME
                       ? against(m, peer->value, peer->name.span, "")
                       : UNTOLD;
    }
    if (m->of == MATCH_PART || m->of == MATCH_SHARE)
        return judge_part(m);
    switch (match_time_of(m)) {
    case MATCH_OWN_TIME:
        return judge_own_level(m);
    case MATCH_TO_DATE:
        return judge_to_date(m);
    default:
        return judge_past_level(m);
    }
}

/* ── growth ── */

/* A typed rate may have fewer digits than the fact, not others. */
static bool
is_same_rate(const claim *c, jb_decimal rate)
{
    jb_decimal typed = c->rate;
    if (c->figure->sort == FIGURE_TIMES) {
        typed = c->figure->quantity.value;
        if (!decimal_shift(rate, -2, &rate))
            return true;
    }
    if (c->direction == 0)
        rate = decimal_abs(rate);
    return decimal_compare(typed, decimal_round(rate, typed.scale,
                                                DECIMAL_HALF_UP)) == 0;
}

/* A change of growth, 增速加快0.6个百分点, how far it is from a mean or an aim,
 * or the former growth itself, 由下降2.1%转为增长: none is the metric's growth. */
static bool
is_of_growth(const match *m)
{
    bool is_percent = m->metric->unit.kind == UNIT_PERCENT;
    slice rest = rule_sentence_rest(m->in, m->claim);
    slice lead = rule_lead(m->in, m->claim);
    return (m->claim->kind == CLAIM_POINTS &&
            (!is_percent || means_is_distance(m->in, m->claim))) ||
           slice_starts_with(rest, SLICE_OF("转为")) ||
           slice_has(lead, "年均");
}

/* The growth that a typed one says, by what it says it is measured against;
 * NULL when no fact is. */
static const jb_fact *
growth_meant(const match *m)
{
    if (m->of == MATCH_PART)
        return m->own.basis == SETTING_YEAR_BEFORE
                       ? fact_of(m, FACT_PART_GROWTH, m->part)
                       : NULL;
    if (m->of != MATCH_METRIC || is_of_growth(m) ||
        (setting_is_recounted(m->own) &&
         !slice_has(m->metric->basis.text, "口径")))
        return NULL;
    switch (m->own.basis) {
    case SETTING_YEAR_BEFORE:
        return fact_of(m, FACT_GROWTH, 0);
    case SETTING_SEQUENTIAL:
        return slice_has(rule_lead(m->in, m->claim), "环比")
                       ? fact_of(m, FACT_SEQUENTIAL, 0)
                       : NULL;
    case SETTING_AVERAGE:
        return fact_of(m, FACT_AVERAGE, 0);
    default:
        return NULL;
    }
}

/* 规模以上工业增加值增长4.9%, of a metric that is that growth. */
static known
judge_rate_level(const match *m)
{
    const jb_fact *value = fact_of(m, FACT_VALUE, 0);
    if (!value->is_known || match_time_of(m) != MATCH_OWN_TIME)
        return UNTOLD;
    return (known){true,
                   is_true_bound(m, value->quantity) ||
                           is_same_rate(m->claim, value->quantity.value),
                   level_words(m, value->quantity), "", value->span, NULL};
}

static known
judge_growth(const match *m)
{
    const jb_fact *growth = growth_meant(m);
    if (growth != NULL && m->claim->kind == CLAIM_RATE &&
        phrase_is_rate_of_amount(m->metric->name.text, m->metric->unit))
        return judge_rate_level(m);
    if (growth == NULL || !growth->is_known ||
        match_time_of(m) != MATCH_OWN_TIME)
        return UNTOLD;
    metrics_change_kind kind = growth->growth.kind;
    bool is_number = kind == CHANGE_RATE || kind == CHANGE_POINTS;
    slice words = phrase_growth(m->in->arena, growth, m->metric->unit,
                                (phrase_options){0});
    bool is_same = is_number && is_same_rate(m->claim, growth->growth.rate);
    if (kind == CHANGE_POINTS && m->claim->kind == CLAIM_POINTS)
        is_same = is_same &&
                  unit_is_same_base(m->claim->figure->quantity.unit,
                                    unit_points_of(m->metric->unit));
    return (known){true, is_same, words, ".growth", growth->span, NULL};
}

/* 同比, or 比上年 in its own clause. */
static bool
is_against_year(const match *m)
{
    static const slice words[] = {SLICE("比上年"), SLICE("较上年"),
                                  SLICE("比去年"), SLICE("较去年")};
    slice lead = rule_own_lead(m->in, m->claim);
    int basis = setting_basis(m->in, m->claim);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (basis == 0 && slice_find(lead, words[i]) < lead.len)
            return true;
    return basis == SETTING_YEAR_BEFORE;
}

/* 比上年同期增加71.6亿元, give or take the roundings of both levels. */
static known
judge_change(const match *m)
{
    const jb_fact *delta = fact_of(m, FACT_DELTA, 0);
    jb_quantity typed = m->claim->figure->quantity;
    bool is_own = m->of == MATCH_METRIC && delta->is_known &&
                  m->own.basis == SETTING_YEAR_BEFORE &&
                  m->claim->direction != 0 && is_against_year(m) &&
                  match_time_of(m) == MATCH_OWN_TIME &&
                  typed.bound == BOUND_EXACT &&
                  unit_is_same_base(typed.unit, delta->quantity.unit);
    if (!is_own)
        return UNTOLD;
    if (m->claim->direction < 0)
        typed.value = decimal_neg(typed.value);
    return (known){true, !rule_is_off(typed, delta->quantity, 2),
                   phrase_delta(m->in->arena, delta, (phrase_options){0}),
                   ".delta", delta->span, NULL};
}

/* ── 比上半年加快0.2个百分点 ── */

/* How a growth changed since a time that its clause names. */
static bool
is_pace_of_metric(const inspection *in, const claim *c)
{
    slice lead = slice_trim(rule_lead(in, c));
    return c->kind == CLAIM_POINTS && !c->is_aside &&
           c->figure->quantity.bound == BOUND_EXACT &&
           lexicon_end(lead, LEXICON_FASTER) != NULL &&
           (slice_has(lead, "比") || slice_has(lead, "较"));
}

/* Whether the growth moved as the word says, by the points told. */
static bool
is_same_pace(const lexicon_word *word, const jb_fact *growth,
             const jb_fact *former, jb_decimal points)
{
    jb_decimal now = growth->growth.rate, then = former->growth.rate, by;
    if (!decimal_sub(now, then, &by))
        return true;
    int away = decimal_compare(decimal_abs(now), decimal_abs(then));
    int way = word->value == 1 || word->value == -1 ? decimal_sign(by)
                                                    : away;
    return way * word->value >= 0 &&
           means_may_differ(by, points, growth->is_derived);
}

static known
judge_pace(const match *m)
{
    const jb_fact *growth = fact_of(m, FACT_GROWTH, 0);
    const jb_fact *former = fact_of(m, FACT_FORMER, 0);
    slice lead = slice_trim(rule_lead(m->in, m->claim));
    slice than = m->metric->former_name.text;
    if (m->of != MATCH_METRIC || !growth->is_known || !former->is_known ||
        growth->growth.kind != former->growth.kind ||
        (growth->growth.kind != CHANGE_RATE &&
         growth->growth.kind != CHANGE_POINTS) ||
        than.len == 0 || slice_find(lead, than) == lead.len)
        return UNTOLD;
    bool is_same = is_same_pace(lexicon_end(lead, LEXICON_FASTER), growth,
                                former, m->claim->figure->quantity.value);
    return (known){true, is_same,
                   phrase_turn(m->in->arena, growth, former, than), ".turn",
                   former->span, NULL};
}

/* ── ranks and aims ── */

static known
judge_rank(const match *m)
{
    const metrics_rank *rank = &m->metric->rank;
    jb_decimal place = {rank->place, 0};
    if (m->of != MATCH_METRIC || !rank->is_set || rank->place == 0 ||
        match_time_of(m) != MATCH_OWN_TIME)
        return UNTOLD;
    slice words = phrase_rank(m->in->arena, rank, fact_of(m, FACT_GROWTH, 0),
                              (phrase_options){.form = PHRASE_SHORT});
    return (known){true,
                   decimal_compare(m->claim->figure->quantity.value,
                                   place) == 0,
                   words, ".rank", rank->span, NULL};
}

/* 前三季度…完成全年目标的56%: the year is the aim's; what was done is told for the
 * time that its clause opens with. */
static bool
is_done_in_own_time(const match *m)
{
    season time;
    jb_period own = m->metric->period;
    if (!period_is_set(own))
        own = metrics_document_of(facts_metrics(m->in->facts))->period;
    if (!slice_is(m->own.period, "全年"))
        return match_time_of(m) == MATCH_OWN_TIME;
    return !season_of_claim(m->in->passage.text, &m->in->clauses, m->claim,
                            &time) ||
           (time.first == own.first_month && time.last == own.last_month &&
            (time.year == 0 || time.year == own.last_year));
}

/* 完成全年目标的56%, of the metric that the sentence told before. */
static known
judge_completion(const match *m)
{
    const jb_fact *done = fact_of(m, FACT_COMPLETION, 0);
    if (m->of != MATCH_METRIC || !done->is_known || !is_done_in_own_time(m))
        return UNTOLD;
    return derived(m, done, ".completion");
}

/* ── one figure ── */

static bool
is_completion(const inspection *in, const claim *c)
{
    size_t at;
    slice own = slice_trim(rule_lead(in, c));
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_PERCENT &&
           slice_has(own, "完成") && slice_ends_with(own, SLICE_OF("的")) &&
           lexicon_find(own, LEXICON_AIM, &at) != NULL;
}

/* 增速居全省第4位, 完成全年目标的56%: of what was told before in the sentence. */
static bool
is_of_before(const inspection *in, const claim *c)
{
    slice own = slice_trim(rule_lead(in, c));
    bool is_pace = c->kind == CLAIM_RANK &&
                   (slice_is(c->subject, "增速") ||
                    slice_is(c->subject, "增幅") || c->subject.len == 0);
    bool is_aim = is_completion(in, c) &&
                  slice_starts_with(own, SLICE_OF("完成"));
    bool is_bare = lexicon_start(own, LEXICON_AGAINST) != NULL ||
                   lexicon_start(own, LEXICON_PACE) != NULL ||
                   slice_starts_with(own, SLICE_OF("增速"));
    return is_pace || is_aim || (is_bare && is_pace_of_metric(in, c));
}

/* The claim that says what the figure speaks of: one told before where it says
 * nothing itself. */
static size_t
spoken_by(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    const claim *before = is_of_before(in, c) ? rule_spoken_of(in, i) : NULL;
    return before == NULL ? i : (size_t)(before - in->claims.at);
}

/* 比一季度提高0.5个百分点 may be said of a growth, or of a share. */
static known
judge_moved(const match *m)
{
    known pace = is_pace_of_metric(m->in, m->claim) ? judge_pace(m) : UNTOLD;
    return pace.is_told ? pace : judge_growth(m);
}

static known
judge(const match *m)
{
    bool is_before = is_of_before(m->in, m->claim);
    switch (m->claim->kind) {
    case CLAIM_LEVEL:
        return is_completion(m->in, m->claim) ? judge_completion(m)
                                              : judge_level(m);
    case CLAIM_CHANGE:
        return judge_change(m);
    case CLAIM_RATE:
    case CLAIM_POINTS:
        return judge_moved(m);
    case CLAIM_RANK:
        return is_before && m->claim->subject.len > 0 &&
                               !m->metric->rank.is_of_growth
                       ? UNTOLD
                       : judge_rank(m);
    default:
        return UNTOLD;
    }
}

/* 预计 may stand in another clause of the sentence. */
static bool
is_said_expected(const match *m)
{
    slice lead = rule_sentence_lead(m->in, m->claim);
    return m->claim->is_expected || slice_has(lead, "预计") ||
           slice_has(lead, "有望");
}

/* The number is right; what qualifies it must be too. */
static void
check_qualifiers(const match *m, const jb_fact *fact)
{
    const figure *f = m->claim->figure;
    jb_span place = rule_figure_span(m->in, f);
    if (fact->quantity.bound != BOUND_EXACT &&
        f->quantity.bound == BOUND_EXACT) {
        diag_report(m->in->diags, &PROSE_BOUND_DROPPED, place,
                    m->metric->name.text, rule_figure_text(m->in, f),
                    level_words(m, fact->quantity), placeholder_of(m, ""));
        diags_relate(m->in->diags, fact->span,
                     SLICE_OF("指标数据在这里"));
    } else if (fact->quantity.status == STATUS_EXPECTED &&
               !is_said_expected(m)) {
        diag_report(m->in->diags, &PROSE_STATUS_DROPPED, place,
                    m->metric->name.text, rule_figure_text(m->in, f),
                    placeholder_of(m, ""));
    }
}

static slice
name_of(const match *m)
{
    if (m->of == MATCH_METRIC)
        return m->metric->name.text;
    return m->of == MATCH_PEER ? m->metric->peers[m->part].name.text
                               : m->metric->parts[m->part].name.text;
}

/* A change with its verb: 下降5.4%, 加快0.2个百分点. */
static slice
typed_words(const match *m)
{
    const figure *f = m->claim->figure;
    const lexicon_word *pace =
        lexicon_end(rule_lead(m->in, m->claim), LEXICON_FASTER);
    if (m->claim->kind == CLAIM_POINTS && pace != NULL)
        return rule_text(m->in, f->first - pace->text.len, f->last);
    return m->claim->kind == CLAIM_LEVEL || m->claim->kind == CLAIM_RANK
                   ? rule_figure_text(m->in, f)
                   : rule_change_text(m->in, m->claim);
}

/* {gdp.share.第三产业}: of a part, its own placeholder. */
static slice
placeholder_for(const match *m, const known *k)
{
    const char *what = m->of == MATCH_SHARE           ? ".share."
                       : m->claim->kind == CLAIM_RATE ? ".part-growth."
                                                      : ".part.";
    if (m->of != MATCH_PART && m->of != MATCH_SHARE)
        return placeholder_of(m, k->what);
    return slice_printf(m->in->arena, "{%.*s%s%.*s}",
                        SLICE_ARGS(m->metric->id), what,
                        SLICE_ARGS(name_of(m)));
}

static void
report(const match *m, const known *k)
{
    const figure *f = m->claim->figure;
    diag_report(m->in->diags, &PROSE_FIGURE_CONTRADICTS,
                rule_figure_span(m->in, f), name_of(m), typed_words(m),
                k->words, placeholder_for(m, k));
    diags_relate(m->in->diags, k->span, SLICE_OF("指标数据在这里"));
}

/* 产销分别完成71.4万辆和…: which it is of, only the list says. */
static bool
is_one_of_several(const inspection *in, const claim *c)
{
    return slice_has(rule_lead(in, c), "分别");
}

/* Right if it is right of any metric of that name. */
static void
check_figure(const matching *names, size_t i)
{
    const inspection *in = names->in;
    const jb_metrics *all = facts_metrics(in->facts);
    size_t spoken = spoken_by(in, i);
    bool has_subject = in->claims.at[spoken].subject.len > 0 &&
                       !is_one_of_several(in, &in->claims.at[i]);
    match first = {.of = MATCH_NONE};
    known other = UNTOLD;
    for (size_t k = 0; has_subject && k < metrics_count(all); k++) {
        match m = match_from_claim(names, i, spoken, k);
        known now = m.of == MATCH_NONE ? UNTOLD : judge(&m);
        if (now.is_told && now.is_same) {
            if (now.fact != NULL)
                check_qualifiers(&m, now.fact);
            return;
        }
        if (now.is_told && first.of == MATCH_NONE) {
            first = m;
            other = now;
        }
    }
    if (first.of != MATCH_NONE)
        report(&first, &other);
}

void
rule_facts(const inspection *in)
{
    if (in->facts == NULL)
        return;
    matching names = matching_from_inspection(in);
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (c->kind != CLAIM_NONE &&
            rule_is_typed(in, c->figure->digits, c->figure->after))
            check_figure(&names, i);
    }
}
