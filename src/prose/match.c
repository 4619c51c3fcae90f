#include "prose/match.h"

#include "prose/lexicon.h"
#include "prose/season.h"

/* ── whose it is ── */

static const metrics_document *
document_of(const match *m)
{
    return metrics_document_of(facts_metrics(m->in->facts));
}

/* 云溪市规上工业增加值: the document's own place goes without saying. */
static slice
without_own_place(const match *m, slice subject)
{
    slice place = document_of(m)->place.text;
    return place.len > 0 && slice_starts_with(subject, place)
                   ? slice_cut(subject, place.len, subject.len)
                   : subject;
}

static bool
title_has(const match *m, const char *word)
{
    return slice_has(document_of(m)->title.text, word) ||
           slice_has(document_of(m)->issuer.text, word);
}

/* The document's own place goes without saying; the whole country's or
 * province's figures are told beside it. */
static bool
is_own_place(const match *m)
{
    slice label = m->own.label, scope = m->own.scope;
    if (m->claim->kind == CLAIM_RANK)
        return label.len == 0; /* 全省 is among whom */
    bool is_labelled = label.len > 0 &&
                       !slice_equal(label, document_of(m)->place.text);
    if (is_labelled && m->of != MATCH_PEER &&
        !slice_starts_with(m->metric->name.text, label))
        return false; /* 城镇 of 城镇调查失业率 is no place */
    if (slice_is(scope, "全国"))
        return title_has(m, "全国") || title_has(m, "国家");
    return !slice_is(scope, "全省") || title_has(m, "省");
}

/* A forecast or an aim is none of a figure that is known. */
static bool
is_own_state(const match *m)
{
    const jb_fact *value = facts_lookup(m->in->facts, m->index, FACT_VALUE, 0);
    bool is_open = value->quantity.status == STATUS_EXPECTED ||
                   value->quantity.status == STATUS_TARGET;
    return !m->own.is_goal && (is_open || !m->claim->is_expected);
}

/* ── by its name ── */

static bool
is_named(slice bare, slice name)
{
    return name.len > 0 && indicator_spells(bare, name);
}

/* 煤炭行业亏损 is of 煤炭行业利润总额, its sign turned. */
static bool
is_named_loss(slice bare, slice name)
{
    static const slice gains[] = {SLICE("利润总额"), SLICE("利润")};
    slice loss = slice_ends_with(bare, SLICE_OF("亏损额"))
                     ? SLICE_OF("亏损额")
                     : SLICE_OF("亏损");
    for (size_t i = 0; i < 2; i++)
        if (slice_ends_with(bare, loss) && slice_ends_with(name, gains[i]) &&
            indicator_spells(slice_cut(bare, 0, bare.len - loss.len),
                             slice_cut(name, 0, name.len - gains[i].len)))
            return true;
    return false;
}

/* The level told before claim `i` in its paragraph; NULL when it is the
 * first. */
static const claim *
level_before(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = &in->claims.at[k];
        if (!rule_in_paragraph(in, before, c))
            return NULL;
        if (before->kind == CLAIM_LEVEL && !before->is_aside &&
            before->figure->sort == FIGURE_QUANTITY)
            return before;
    }
    return NULL;
}

/* 出口 is the place's own unless it goes on from 民营企业进出口. */
static bool
is_within_own(const inspection *in, size_t i)
{
    size_t own = i;
    if (in->claims.at[i].level != CLAIM_OF_NOTHING)
        own = in->claims.at[i].level;
    for (const claim *c; (c = level_before(in, own)) != NULL;) {
        if (c->indicator == INDICATOR_NONE)
            return false;
        if (c->indicator != INDICATOR_EXPORT &&
            c->indicator != INDICATOR_IMPORT)
            return true;
        own = (size_t)(c - in->claims.at);
    }
    return !slice_has(rule_sentence_lead(in, &in->claims.at[i]), "其中");
}

/* 结案, 总投资: a word so short is the metric's own only where a sentence
 * begins with it. */
static bool
is_told_apart(const inspection *in, size_t i, slice name)
{
    const claim *c = &in->claims.at[i];
    size_t own = c->level != CLAIM_OF_NOTHING ? c->level : i;
    const claim *before = level_before(in, own);
    return name.len >= 4 * strlen("一") ||
           ((before == NULL || before->sentence != c->sentence) &&
            !slice_has(rule_sentence_lead(in, c), "其中"));
}

/* That the subject of claim `i`, or what is left of it, names. */
static indicator
indicator_named(const match *m, size_t i, slice subject)
{
    const claim *c = &m->in->claims.at[i];
    return subject.len == c->subject.len ? c->indicator
                                         : indicator_of(subject);
}

static bool
is_indicator(const match *m, size_t i, indicator known)
{
    return m->known == known && (indicator_stands_alone(known) ||
                      is_within_own(m->in, i));
}

static bool
is_metric(const match *m, size_t i, slice subject)
{
    indicator known = indicator_named(m, i, subject);
    if (known != INDICATOR_NONE)
        return is_indicator(m, i, known);
    slice bare = indicator_bare(subject);
    slice name = m->metric->name.text, brief = m->metric->short_name.text;
    return (is_named(bare, name) && is_told_apart(m->in, i, name)) ||
           (is_named(bare, brief) && is_told_apart(m->in, i, brief)) ||
           is_named_loss(bare, name);
}

/* 第二产业增加值 is the part 第二产业 of 地区生产总值; other parts are told right
 * behind the whole. */
static bool
is_part(const match *m, size_t i, slice subject, slice name)
{
    indicator known = indicator_named(m, i, subject);
    if (known != INDICATOR_NONE &&
        indicator_of(slice_join(m->in->arena, name,
                                SLICE_OF("增加值"))) == known)
        return true;
    if (known != INDICATOR_NONE && indicator_of(name) == known &&
        (indicator_stands_alone(known) || is_within_own(m->in, i)))
        return true; /* 出口 of 进出口总额 */
    const claim *whole = level_before(m->in, i);
    bool is_next = whole != NULL &&
                   whole->sentence + 1 >= m->in->claims.at[i].sentence;
    return is_next && is_named(indicator_bare(subject), name) &&
           (is_named(indicator_bare(whole->subject), m->metric->name.text) ||
            (whole->indicator != INDICATOR_NONE &&
             whole->indicator == m->known));
}

/* 第三产业增加值|占|地区生产总值的比重 */
static bool
is_share(const match *m, size_t i, slice subject, slice name)
{
    size_t at = slice_find(subject, SLICE_OF("占"));
    slice whole = slice_cut(subject, at + strlen("占"), subject.len);
    size_t end = slice_find(whole, SLICE_OF("的"));
    slice part = slice_cut(subject, 0, at);
    return at < subject.len &&
           m->claim->figure->sort == FIGURE_PERCENT &&
           is_metric(m, i, slice_cut(whole, 0, end)) &&
           (is_part(m, i, part, name) ||
            is_named(indicator_bare(part), name));
}

static void
find_part(match *m, size_t i, slice subject)
{
    for (size_t k = 0; k < m->metric->n_parts; k++)
        if (is_share(m, i, subject, m->metric->parts[k].name.text)) {
            m->of = MATCH_SHARE;
            m->part = k;
            return;
        }
    for (size_t k = 0; k < m->metric->n_parts; k++)
        if (is_part(m, i, subject, m->metric->parts[k].name.text)) {
            m->of = MATCH_PART;
            m->part = k;
            return;
        }
    for (size_t k = 0; k < m->metric->n_peers; k++) {
        slice name = m->metric->peers[k].name.text;
        slice rest = slice_cut(subject, name.len, subject.len);
        if (slice_starts_with(subject, name) && rest.len > 0 &&
            is_metric(m, i, rest)) {
            m->of = MATCH_PEER;
            m->part = k;
            return;
        }
    }
}

matching
matching_from_inspection(const inspection *in)
{
    const jb_metrics *all = facts_metrics(in->facts);
    indicator *known = ARENA_ARRAY(in->arena, metrics_count(all), indicator);
    for (size_t i = 0; i < metrics_count(all); i++) {
        const metrics_metric *m = metrics_at(all, i);
        known[i] = indicator_of(m->name.text);
        if (known[i] == INDICATOR_NONE)
            known[i] = indicator_of(m->short_name.text);
    }
    return (matching){in, known};
}

/* 高新技术企业|由上年同期的, 地区生产总值|完成全年目标, 固定资产投资|降幅: what the figure is
 * of the metric, behind its name. */
static slice
without_role(slice subject)
{
    static const slice cuts[] = {SLICE("由上年"), SLICE("由去年"),
                                 SLICE("从上年"), SLICE("从去年"),
                                 SLICE("已完成"), SLICE("完成"),
                                 SLICE("增速比"),
                                 SLICE("增速较"), SLICE("增幅比"),
                                 SLICE("增幅较"), SLICE("降幅比"),
                                 SLICE("降幅较")};
    static const slice ends[] = {SLICE("增速"), SLICE("增幅"), SLICE("降幅"),
                                 SLICE("涨幅")};
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        size_t at = slice_find(subject, cuts[i]);
        slice rest = slice_cut(subject, at, subject.len);
        size_t found;
        bool is_role = !slice_ends_with(cuts[i], SLICE_OF("完成")) ||
                       lexicon_find(rest, LEXICON_AIM, &found) != NULL;
        if (at > 0 && is_role)
            subject = slice_cut(subject, 0, at);
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(subject, ends[i]) && subject.len > ends[i].len)
            return slice_cut(subject, 0, subject.len - ends[i].len);
    return subject;
}

/* 税收收入41.2亿元，|占一般公共预算收入的比重为: of what was told right before. */
static slice
with_part_before(const match *m, size_t i, slice subject)
{
    const claim *before = rule_spoken_of(m->in, i);
    return before == NULL ? subject
                          : slice_join(m->in->arena, before->subject,
                                       subject);
}

match
match_from_claim(const matching *all, size_t i, size_t spoken, size_t index)
{
    const inspection *in = all->in;
    match m = {.in = in, .claim = &in->claims.at[i], .index = index,
               .metric = metrics_at(facts_metrics(in->facts), index),
               .known = all->known[index]};
    slice subject = without_role(
        without_own_place(&m, in->claims.at[spoken].subject));
    if (slice_starts_with(subject, SLICE_OF("占")))
        subject = with_part_before(&m, spoken, subject);
    if (is_metric(&m, spoken, subject))
        m.of = MATCH_METRIC;
    else
        find_part(&m, spoken, subject);
    if (m.of == MATCH_NONE)
        return m;
    m.own = setting_from_claim(in, spoken);
    m.is_loss = is_named_loss(indicator_bare(subject), m.metric->name.text);
    if (!is_own_place(&m) || !is_own_state(&m) || setting_leaves_out(m.own))
        m.of = MATCH_NONE;
    return m;
}

size_t
matching_metric_named(const matching *names, slice subject)
{
    const jb_metrics *all = facts_metrics(names->in->facts);
    slice place = metrics_document_of(all)->place.text;
    size_t found = SIZE_MAX;
    if (place.len > 0 && slice_starts_with(subject, place))
        subject = slice_cut(subject, place.len, subject.len);
    slice bare = indicator_bare(subject);
    indicator known = indicator_of(bare);
    for (size_t i = 0; bare.len > 0 && i < metrics_count(all); i++) {
        const metrics_metric *m = metrics_at(all, i);
        slice brief = m->short_name.text;
        bool is_it = known != INDICATOR_NONE
                         ? names->known[i] == known
                         : indicator_spells(bare, m->name.text) ||
                               (brief.len > 0 &&
                                indicator_spells(bare, brief));
        if (is_it && found != SIZE_MAX)
            return SIZE_MAX;
        if (is_it)
            found = i;
    }
    return found;
}

/* ── when ── */

jb_period
match_base(const match *m)
{
    return period_is_set(m->metric->period) ? m->metric->period
                                            : document_of(m)->period;
}

bool
match_period(const match *m, jb_period *out)
{
    return setting_period(m->in, m->own, match_base(m), out);
}

/* 由上年的421家增加到: the level of the year before, however far this one has
 * come. */
static bool
is_origin_of_year(const match *m)
{
    slice lead = rule_own_lead(m->in, m->claim);
    return rule_is_origin(m->in, m->claim) &&
           (slice_ends_with(lead, SLICE_OF("由上年的")) ||
            slice_ends_with(lead, SLICE_OF("由去年的")) ||
            slice_ends_with(lead, SLICE_OF("从上年的")) ||
            slice_ends_with(lead, SLICE_OF("从去年的")));
}

/* 上年同期, or 上年 of a figure of a year. */
static bool
is_year_before(const match *m, slice words)
{
    slice text = m->in->passage.text;
    bool is_former = slice_is(words, "上年") || slice_is(words, "去年");
    size_t end = is_former ? (size_t)(words.at - text.at) + words.len : 0;
    return is_former &&
           (period_months(match_base(m)) == 12 || is_origin_of_year(m) ||
            slice_starts_with(slice_cut(text, end, text.len),
                              SLICE_OF("同期")));
}

/* （2021—2025年），累计完成…: of years together. */
static bool
piles_up_years(const match *m)
{
    bool is_one = m->claim->kind != CLAIM_LEVEL &&
                  m->claim->kind != CLAIM_RATE;
    return !is_one && slice_has(rule_lead(m->in, m->claim), "累计") &&
           setting_spans_years(m->in, m->claim);
}

/* Of 截至10月底, or 1—10月: whether the metric's figure to date is one up to
 * then. */
static bool
ends_with_to_date(const match *m, const jb_period *told)
{
    jb_period until = m->metric->to_date_until;
    int month = season_month_ended(m->in->passage.text, &m->in->figures,
                                   &m->in->clauses, m->claim);
    if (told != NULL)
        return told->last_year == until.last_year &&
               told->last_month == until.last_month;
    return month == 0 || month == until.last_month;
}

/* 累计, 截至10月底: the metric's own where it counts from January and no other
 * time is told; else its figure to date, where it has one up to then. */
static match_time
time_added_up(const match *m)
{
    jb_period base = match_base(m), told;
    bool is_told = match_period(m, &told);
    if (is_told && period_compare(told, base) == 0)
        return MATCH_OWN_TIME;
    if (period_is_set(m->metric->to_date_until))
        return ends_with_to_date(m, is_told ? &told : NULL)
                       ? MATCH_TO_DATE
                       : MATCH_OTHER_TIME;
    return is_told || base.first_month != 1 ? MATCH_OTHER_TIME
                                            : MATCH_OWN_TIME;
}

/* What stood at a year's end is held as it was. */
match_time
match_time_of(const match *m)
{
    jb_period base = match_base(m), told;
    slice words = m->own.period;
    if (piles_up_years(m))
        return MATCH_OTHER_TIME;
    if (is_year_before(m, words))
        return MATCH_YEAR_BEFORE;
    if (m->claim->is_to_date && period_is_set(base))
        return time_added_up(m);
    if (words.len == 0 || !period_is_set(base) ||
        slice_is(words, "年末") || slice_is(words, "年底"))
        return MATCH_OWN_TIME;
    if (slice_is(words, "全年"))
        return period_months(base) == 12 ? MATCH_OWN_TIME : MATCH_OTHER_TIME;
    if (!match_period(m, &told))
        return MATCH_OTHER_TIME;
    if (period_compare(told, base) == 0)
        return MATCH_OWN_TIME;
    return period_compare(told, period_year_before(base)) == 0
                   ? MATCH_YEAR_BEFORE
                   : MATCH_OTHER_TIME;
}
