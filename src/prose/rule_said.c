/* What is said of a metric without a figure, against the metric's facts:
 * 同比持平, 实现正增长, 扭亏为盈, 比上年翻一番, 超额完成年度目标, 居全省首位; and changes
 * that name nothing, 比上年增加20亿元, behind such words. */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/match.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "prose/season.h"

typedef enum said_kind {
    SAID_FLAT,
    SAID_SIGN,     /* value: 1 or -1 */
    SAID_TURN,     /* the same, and it was the other way before */
    SAID_OUTCOME,  /* value: a metrics_change_kind */
    SAID_DOUBLING, /* value: how often */
    SAID_DIGITS,   /* two of them */
    SAID_MET,
    SAID_FIRST,
    SAID_KIND_COUNT
} said_kind;

/* A word that ends its clause, the longer of two alike first. */
typedef struct said_word {
    slice text;
    said_kind kind;
    int value;
} said_word;

static const said_word WORDS[] = {
    {SLICE("基本持平"), SAID_FLAT, 0},
    {SLICE("持平"), SAID_FLAT, 0},
    {SLICE("两位数增长"), SAID_DIGITS, 2},
    {SLICE("两位数以上增长"), SAID_DIGITS, 2},
    {SLICE("正增长"), SAID_SIGN, 1},
    {SLICE("负增长"), SAID_SIGN, -1},
    {SLICE("扭亏为盈"), SAID_OUTCOME, CHANGE_TURNED_PROFIT},
    {SLICE("由亏转盈"), SAID_OUTCOME, CHANGE_TURNED_PROFIT},
    {SLICE("由盈转亏"), SAID_OUTCOME, CHANGE_TURNED_LOSS},
    {SLICE("增亏"), SAID_OUTCOME, CHANGE_LOSS_WIDENED},
    {SLICE("减亏"), SAID_OUTCOME, CHANGE_LOSS_NARROWED},
    {SLICE("翻了一番"), SAID_DOUBLING, 1},
    {SLICE("翻了两番"), SAID_DOUBLING, 2},
    {SLICE("翻一番"), SAID_DOUBLING, 1},
    {SLICE("翻两番"), SAID_DOUBLING, 2},
    {SLICE("翻番"), SAID_DOUBLING, 1},
    {SLICE("居全省首位"), SAID_FIRST, 1},
    {SLICE("居全市首位"), SAID_FIRST, 1},
    {SLICE("居全国首位"), SAID_FIRST, 1},
    {SLICE("居全省榜首"), SAID_FIRST, 1},
};

/* How far a rate may be from nothing and still be 持平: percent. */
static const jb_decimal FLAT_MOST = {5, 1};
static const jb_decimal TEN = {10, 0};

/* What the sentence says, clause by clause. */
typedef struct saying {
    const inspection *in;
    const matching *names;
    size_t clause;
    const said_word *word;
    slice words; /* as they stand */
    bool has_year; /* 同比, 比上年 before them */
} saying;

/* ── of what ── */

static slice
clause_text(const inspection *in, size_t i)
{
    const clause *c = &in->clauses.at[i];
    return slice_trim(clause_near_end(rule_text(in, c->first, c->last)));
}

/* What stands before the word without what joins the two; *has_year when that
 * names the year before. */
static slice
name_before(slice s, bool *has_year)
{
    static const slice joints[] = {SLICE("实现"), SLICE("保持"), SLICE("继续"),
                                   SLICE("成功"), SLICE("位"),   SLICE("稳"),
                                   SLICE("总量"), SLICE("增速"), SLICE("同比"),
                                   SLICE("基本"), SLICE("了"),
                                   SLICE("呈现"), SLICE("呈")};
    static const slice years[] = {SLICE("同比"),       SLICE("比上年"),
                                  SLICE("较上年"),     SLICE("与上年"),
                                  SLICE("比上年同期"), SLICE("较上年同期"),
                                  SLICE("与上年同期"), SLICE("比去年同期"),
                                  SLICE("较去年同期"), SLICE("与去年同期"),
                                  SLICE("比去年"),     SLICE("较去年")};
    size_t cut = 0;
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        if (slice_ends_with(s, years[i]) && years[i].len > cut)
            cut = years[i].len;
    *has_year = *has_year || cut > 0;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (slice_ends_with(s, joints[i]) && joints[i].len > cut)
            cut = joints[i].len;
    return cut == 0 ? s
                    : name_before(slice_cut(s, 0, s.len - cut), has_year);
}

/* 超额完成年度目标任务: behind the name, with nothing but the aim. */
static const slice *
word_of_aim(slice s, slice *name)
{
    static const slice words[] = {SLICE("超额完成"), SLICE("圆满完成"),
                                  SLICE("全面完成"), SLICE("提前完成"),
                                  SLICE("顺利完成")};
    size_t found;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = slice_find(s, words[i]);
        slice rest = slice_cut(s, at + words[i].len, s.len);
        if (at == s.len || slice_has_digit(rest) ||
            lexicon_find(rest, LEXICON_AIM, &found) == NULL)
            continue;
        *name = slice_cut(s, 0, at);
        return &words[i];
    }
    return NULL;
}

/* 由降转增, 由上半年的下降转为增长: behind the name, without a figure. */
static bool
read_turn(saying *s, slice text, slice *name)
{
    static const said_word up = {SLICE("转增"), SAID_TURN, 1};
    static const said_word down = {SLICE("转降"), SAID_TURN, -1};
    const lexicon_word *turn = lexicon_end(text, LEXICON_TURN);
    const lexicon_word *verb = lexicon_end(text, LEXICON_CHANGE);
    size_t at = slice_find(text, SLICE_OF("由"));
    int value = turn == NULL ? 0 : turn->value;
    if (turn != NULL)
        at = text.len - turn->text.len;
    else if (verb != NULL && at < text.len &&
             slice_ends_with(
                 slice_cut(text, 0, text.len - verb->text.len),
                 SLICE_OF("转为")))
        value = verb->value;
    if (value != 1 && value != -1)
        return false;
    s->word = value > 0 ? &up : &down;
    s->words = slice_skip(text, at);
    *name = name_before(slice_cut(text, 0, at), &s->has_year);
    return !slice_has_digit(s->words);
}

/* The word that ends the clause, and the name before it. */
static bool
read_clause(saying *s, slice *name)
{
    static const said_word met = {SLICE(""), SAID_MET, 0};
    slice text = clause_text(s->in, s->clause);
    s->has_year = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (slice_ends_with(text, WORDS[i].text)) {
            size_t at = text.len - WORDS[i].text.len;
            s->word = &WORDS[i];
            s->words = slice_cut(text, at, text.len);
            *name = name_before(slice_cut(text, 0, at), &s->has_year);
            return true;
        }
    const slice *aim = word_of_aim(text, name);
    if (aim == NULL)
        return read_turn(s, text, name);
    s->word = &met;
    s->words = slice_cut(text, name->len, name->len + aim->len);
    *name = name_before(*name, &s->has_year);
    return true;
}

/* ── when, and whose ── */

/* Another time than the document's is told in the paragraph up to `end`. */
static bool
has_other_time(const inspection *in, size_t end, jb_period own)
{
    static const slice words[] = {SLICE("当月"), SLICE("当季"), SLICE("上月"),
                                  SLICE("年来"), SLICE("以来"), SLICE("环比"),
                                  SLICE("累计比"), SLICE("年均")};
    slice text = slice_cut(in->passage.text, 0, end);
    size_t first = end;
    while (first > 0 && text.at[first - 1] != '\n')
        first--;
    text = clause_near_end(slice_cut(text, first, end));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find(text, words[i]) < text.len)
            return true;
    season time;
    for (size_t at = 0; at < text.len;) {
        if (!season_read(slice_cut(text, at, text.len), &time)) {
            utf8_next(text, &at);
            continue;
        }
        at += time.len;
        bool is_aim = lexicon_start(slice_cut(text, at, text.len),
                                    LEXICON_AIM) != NULL; /* 全年目标 */
        slice before = slice_cut(text, 0, at - time.len);
        if (!is_aim && !slice_ends_with(before, SLICE_OF("由")) &&
            (time.first != own.first_month || time.last != own.last_month ||
             (time.year != 0 && time.year != own.last_year)))
            return true;
    }
    return false;
}

/* Of the document's own place and time, as it was, and of all of it. */
static bool
is_own(const inspection *in, const clause *c)
{
    static const slice words[] = {SLICE("预计"), SLICE("力争"), SLICE("有望"),
                                  SLICE("确保"), SLICE("扣除"), SLICE("剔除"),
                                  SLICE("其中"), SLICE("全国"), SLICE("若"),
                                  SLICE("目标是"), SLICE("未"), SLICE("不")};
    slice lead = clause_near_end(
        rule_text(in, c->sentence_first, c->last));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find(lead, words[i]) < lead.len)
            return false;
    const metrics_document *d = metrics_document_of(facts_metrics(in->facts));
    return period_is_set(d->period) &&
           !has_other_time(in, c->last, d->period);
}

static bool
is_of_document_time(const inspection *in, size_t metric)
{
    const jb_metrics *all = facts_metrics(in->facts);
    jb_period own = metrics_at(all, metric)->period;
    return !period_is_set(own) ||
           period_compare(own, metrics_document_of(all)->period) == 0;
}

/* ── right or wrong ── */

static const jb_fact *
fact_of(const saying *s, size_t metric, fact_kind kind)
{
    return facts_lookup(s->in->facts, metric, kind, 0);
}

static bool
is_number(const fact_growth *g)
{
    return g->kind == CHANGE_RATE || g->kind == CHANGE_POINTS;
}

static bool
is_flat(const fact_growth *g)
{
    jb_decimal size = decimal_abs(g->rate);
    return !is_number(g) || g->is_nearly_flat ||
           (g->kind == CHANGE_RATE ? decimal_compare(size, FLAT_MOST) <= 0
                                   : decimal_sign(size) == 0);
}

/* 翻一番 may be a little less than +100%, and anything up to the next. */
static bool
is_doubled(const fact_growth *g, int times)
{
    int64_t grown = ((INT64_C(1) << times) - 1) * 100;
    jb_decimal low = {grown - 5, 0}, high = {2 * grown + 100, 0};
    return g->kind != CHANGE_RATE ||
           (decimal_compare(g->rate, low) >= 0 &&
            decimal_compare(g->rate, high) < 0);
}

/* Whether the growth can be what the word says. */
static bool
agrees(const saying *s, const fact_growth *g)
{
    bool is_turn = g->kind >= CHANGE_TURNED_PROFIT &&
                   g->kind <= CHANGE_LOSS_WIDENED;
    switch (s->word->kind) {
    case SAID_FLAT:
        return !s->has_year || is_flat(g);
    case SAID_SIGN:
    case SAID_TURN:
        return !is_number(g) ||
               decimal_sign(g->rate) == s->word->value;
    case SAID_DIGITS:
        return g->kind != CHANGE_RATE ||
               decimal_compare(g->rate, TEN) >= 0;
    case SAID_OUTCOME:
        return (!is_turn && !is_number(g)) ||
               (int)g->kind == s->word->value;
    case SAID_DOUBLING:
        return !s->has_year || is_doubled(g, s->word->value);
    default:
        return true;
    }
}

static void
report(const saying *s, size_t metric, slice known, const char *what,
       jb_span span)
{
    const metrics_metric *m =
        metrics_at(facts_metrics(s->in->facts), metric);
    size_t first = (size_t)(s->words.at - s->in->passage.text.at);
    diag_report(s->in->diags, &PROSE_FIGURE_CONTRADICTS,
                rule_span(s->in, first, first + s->words.len), m->name.text,
                s->words, known,
                slice_printf(s->in->arena, "{%.*s%s}", SLICE_ARGS(m->id),
                             what));
    diags_relate(s->in->diags, span, SLICE_OF("指标数据在这里"));
}

static void
check_growth(const saying *s, size_t metric)
{
    const jb_fact *g = fact_of(s, metric, FACT_GROWTH);
    jb_unit unit = metrics_at(facts_metrics(s->in->facts), metric)->unit;
    if (g->is_known && !agrees(s, &g->growth))
        report(s, metric,
               phrase_growth(s->in->arena, g, unit, (phrase_options){0}),
               ".growth", g->span);
}

static void
check_met(const saying *s, size_t metric)
{
    const jb_fact *done = fact_of(s, metric, FACT_COMPLETION);
    jb_decimal all = {100, 0};
    size_t first = (size_t)(s->words.at - s->in->passage.text.at);
    if (!done->is_known || decimal_compare(done->quantity.value, all) >= 0)
        return;
    diag_report(s->in->diags, &PROSE_TARGET_UNMET,
                rule_span(s->in, first, first + s->words.len), s->words,
                phrase_level(s->in->arena, done->quantity,
                             (phrase_options){0}));
    diags_relate(s->in->diags, done->span, SLICE_OF("指标数据在这里"));
}

static void
check_first(const saying *s, size_t metric)
{
    const metrics_rank *rank =
        &metrics_at(facts_metrics(s->in->facts), metric)->rank;
    const jb_fact *g = fact_of(s, metric, FACT_GROWTH);
    if (rank->is_set && rank->place > 1 &&
        slice_find(s->words, rank->scope.text) < s->words.len)
        report(s, metric,
               phrase_rank(s->in->arena, rank, g,
                           (phrase_options){.form = PHRASE_SHORT}),
               ".rank", rank->span);
}

static void
check_said(const saying *s, size_t metric)
{
    if (!rule_is_typed(s->in,
                       (size_t)(s->words.at - s->in->passage.text.at),
                       (size_t)(s->words.at - s->in->passage.text.at) +
                           s->words.len))
        return;
    if (s->word->kind == SAID_MET)
        check_met(s, metric);
    else if (s->word->kind == SAID_FIRST)
        check_first(s, metric);
    else
        check_growth(s, metric);
}

/* ── 比上年增加20亿元 ── */

/* The claims of the clause: [first, last). */
static rule_stretch
claims_of_clause(const inspection *in, size_t i)
{
    rule_stretch s = rule_sentence_claims(in, in->clauses.at[i].sentence);
    while (s.n > 0 && s.at->clause < i) {
        s.at++;
        s.n--;
    }
    for (size_t n = 0; n < s.n; n++)
        if (s.at[n].clause != i)
            s.n = n;
    return s;
}

/* A change against the year before that names nothing and follows no level. */
static void
check_change(saying *s, const claim *c, size_t metric)
{
    const jb_fact *delta = fact_of(s, metric, FACT_DELTA);
    jb_quantity typed = c->figure->quantity;
    if (c->kind != CLAIM_CHANGE || c->subject.len > 0 ||
        c->level != CLAIM_OF_NOTHING || c->direction == 0 || c->is_aside ||
        typed.bound != BOUND_EXACT || !delta->is_known ||
        setting_basis(s->in, c) > SETTING_YEAR_BEFORE ||
        !unit_is_same_base(typed.unit, delta->quantity.unit) ||
        !rule_is_typed(s->in, c->figure->first, c->figure->last))
        return;
    if (c->direction < 0)
        typed.value = decimal_neg(typed.value);
    s->words = rule_change_text(s->in, c);
    if (rule_is_off(typed, delta->quantity, 2))
        report(s, metric,
               phrase_delta(s->in->arena, delta, (phrase_options){0}),
               ".delta", delta->span);
}

/* ── clause by clause ── */

/* What the clause goes on to speak of: what its last figure is told of, or
 * what it names before a word, else what was spoken of before. */
static slice
topic_behind(const inspection *in, size_t i, slice topic)
{
    rule_stretch own = claims_of_clause(in, i);
    for (size_t k = own.n; k-- > 0;)
        if (own.at[k].kind != CLAIM_NONE && own.at[k].subject.len > 0)
            return own.at[k].subject;
    return topic;
}

/* 外贸企业由盈转亏 is said of 外贸企业利润总额. */
static size_t
metric_named(const saying *s, slice name)
{
    static const slice gains[] = {SLICE("利润总额"), SLICE("净利润"),
                                  SLICE("利润")};
    size_t metric = matching_metric_named(s->names, name);
    bool is_outcome = s->word != NULL && s->word->kind == SAID_OUTCOME;
    for (size_t i = 0; metric == SIZE_MAX && is_outcome && name.len > 0 &&
                       i < sizeof gains / sizeof *gains; i++)
        metric = matching_metric_named(
            s->names, slice_join(s->in->arena, name, gains[i]));
    return metric;
}

static slice
check_clause(saying *s, slice topic)
{
    const clause *own = &s->in->clauses.at[s->clause];
    slice name = {NULL, 0};
    bool is_said = read_clause(s, &name);
    slice behind = topic_behind(s->in, s->clause, topic);
    if (is_said && name.len > 0)
        behind = name;
    size_t metric = metric_named(s, behind);
    if (metric == SIZE_MAX || !is_of_document_time(s->in, metric) ||
        !is_own(s->in, own))
        return behind;
    if (is_said)
        check_said(s, metric);
    rule_stretch claims = claims_of_clause(s->in, s->clause);
    if (claims.n == 1)
        check_change(s, claims.at, metric);
    return behind;
}

void
rule_said(const inspection *in)
{
    if (in->facts == NULL)
        return;
    matching names = matching_from_inspection(in);
    slice topic = {NULL, 0};
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++) {
        saying s = {.in = in, .names = &names, .clause = i};
        if (i > 0 &&
            in->clauses.at[i].sentence != in->clauses.at[i - 1].sentence)
            topic = (slice){NULL, 0};
        topic = check_clause(&s, topic);
    }
}
