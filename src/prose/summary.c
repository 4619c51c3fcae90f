#include "prose/summary.h"

#include "prose/goal.h"
#include "prose/choice.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "prose/sentence.h"
#include "prose/timing.h"

/* Headlines without cards, further metrics in all and of one group. More
 * would be a report, not a summary. */
#define HEADLINES 4
#define OTHERS 12
#define OTHERS_PER_GROUP 3
/* Sentences joined by ；before a full stop. */
#define CLAUSES_PER_SENTENCE 3
/* Fewer growths than this are not worth counting. */
#define TALLY_LEAST 6
/* With more others than this their growths are said without their levels. */
#define FULL_MOST 8
/* Growths joined by 分别, at most. */
#define JOINED_MOST 3

/* How a field is named before what is told of it. */
typedef enum field_form {
    FIELD_NONE, /* not at all */
    FIELD_OF,   /* 工业方面， */
    FIELD_SEEN, /* 从贸易方式看，, 分板块看， */
} field_form;
/* Fields named in one way, before one that is not named. */
#define FIELDS_ALIKE 2

/* A summary being written: the paragraph under way and what was said last,
 * so that no pattern comes three times in a row. */
typedef struct summary {
    const prose_writer *writer;
    summary_text out;
    prose_text paragraph;
    size_t n_clauses;   /* since the last full stop */
    size_t most;        /* clauses to a sentence, at present */
    sentence_pattern last;
    choice_list said;   /* metrics that have had their sentence */
    choice_list aimed;  /* those whose target was told with it */
    field_form field;   /* how the last field was named */
    size_t n_fields;    /* fields named so in a row */
    summary_form form;
    bool is_brief;      /* growths without their levels */
    jb_period told;     /* of which time it speaks */
    bool is_among;      /* those counted were told, none of them picked */
    bool is_end_told;   /* of the end of it: 10月末 */
} summary;

static const metrics_metric *
metric_of(const summary *s, size_t metric)
{
    return metrics_at(facts_metrics(s->writer->facts), metric);
}

static const jb_fact *
fact_of(const summary *s, size_t metric, fact_kind kind)
{
    return facts_lookup(s->writer->facts, metric, kind, 0);
}

static void
add(summary *s, const char *words)
{
    prose_add_text(s->writer, &s->paragraph, words);
}

static void
end_sentence(summary *s)
{
    if (s->n_clauses > 0)
        add(s, "。");
    s->n_clauses = 0;
}

static void
end_paragraph(summary *s)
{
    end_sentence(s);
    if (s->paragraph.n > 0)
        ARRAY_PUSH(s->writer->arena, &s->out, s->paragraph);
    s->paragraph = (prose_text){NULL, 0, 0};
}

/* In a list every point is a paragraph of its own and opens with ——. */
static void
begin_point(summary *s)
{
    if (s->form != SUMMARY_LIST)
        return;
    end_paragraph(s);
    add(s, "——");
}

/* ；between clauses, a full stop after several. */
static void
begin_clause(summary *s)
{
    if (s->n_clauses == s->most)
        end_sentence(s);
    if (s->n_clauses > 0)
        add(s, "；");
    s->n_clauses++;
}

/* The next pattern that fits after the last one, so that they take turns;
 * the plainest when no other fits. */
static sentence_pattern
next_pattern(const summary *s, size_t metric)
{
    for (int i = 1; i <= SENTENCE_PATTERN_COUNT; i++) {
        sentence_pattern p = (sentence_pattern)(
                ((int)s->last + i) % SENTENCE_PATTERN_COUNT);
        if (sentence_fits(s->writer, metric, p))
            return p;
    }
    return SENTENCE_LEVEL_FIRST;
}

static jb_period
period_of(const summary *s, size_t metric)
{
    return metric == SIZE_MAX
               ? metrics_document_of(facts_metrics(s->writer->facts))->period
               : metric_of(s, metric)->period;
}

static bool
is_whole_year(const summary *s, size_t metric)
{
    jb_period p = period_of(s, metric);
    return period_is_set(p) && period_months(p) == 12;
}

static bool
is_stock(const summary *s, size_t metric)
{
    return metric != SIZE_MAX && timing_is_stock(metric_of(s, metric));
}

/* 2025年10月末 where the summary opens with what is of a day. */
static slice
time_words(const summary *s, size_t metric, jb_period own)
{
    arena *a = s->writer->arena;
    return is_stock(s, metric) ? timing_end(a, own, s->told)
                               : period_beside(a, own, s->told);
}

/* Whether the time was told: what is of a day needs the day, the rest the
 * months. */
static bool
is_told(const summary *s, size_t metric, jb_period own)
{
    return period_is_set(s->told) && period_compare(own, s->told) == 0 &&
           is_stock(s, metric) == s->is_end_told;
}

/* 截至10月底 or 2026年全社会用电量 tell their own time. */
static bool
tells_own(const summary *s, size_t metric, slice words)
{
    if (metric == SIZE_MAX)
        return false;
    return slice_starts_with(metric_of(s, metric)->name.text, words) ||
           (sentence_opens_to_date(s->writer, metric) &&
            period_is_set(s->told));
}

/* 全年，: where the time is not that of what was said before. What is of a day
 * has its day as a part of its name, 10月末贷款余额, and the months go on. */
static void
say_time(summary *s, size_t metric)
{
    jb_period own = period_of(s, metric);
    if (!period_is_set(own) || is_told(s, metric, own))
        return;
    slice words = time_words(s, metric, own);
    if (words.len == 0 || tells_own(s, metric, words))
        return;
    prose_add(s->writer, &s->paragraph, words);
    if (is_stock(s, metric) && period_is_set(s->told) &&
        period_compare(own, s->told) == 0)
        return;
    add(s, "，");
    s->is_end_told = slice_ends_with(words, SLICE_OF("末"));
    s->told = own;
}

static void
say_metric(summary *s, size_t metric)
{
    sentence_style style = {.pattern = next_pattern(s, metric),
                            .is_full = true, .is_brief = s->is_brief};
    begin_clause(s);
    say_time(s, metric);
    sentence_add(s->writer, &s->paragraph, metric, style);
    s->last = style.pattern;
    ARRAY_PUSH(s->writer->arena, &s->said, metric);
    ARRAY_PUSH(s->writer->arena, &s->aimed, metric);
}

/* ── the paragraphs ── */

static phrase_options
options_of(const summary *s, size_t metric)
{
    const metrics_metric *m = metric_of(s, metric);
    return phrase_manner(m->name.text, m->unit);
}

/* More parts than this are a table. */
#define PARTS_MOST 3

static bool
has_part_rates(const summary *s, size_t metric)
{
    size_t n = metric_of(s, metric)->n_parts;
    for (size_t i = 0; i < n; i++) {
        const jb_fact *g = facts_lookup(s->writer->facts, metric,
                                        FACT_PART_GROWTH, i);
        if (!g->is_known || g->growth.kind != CHANGE_RATE)
            return false;
    }
    return n > 1 && n <= PARTS_MOST;
}

/* ，其中第一产业增长3.6%、第二产业增长6.4%、第三产业增长5.9% */
static void
say_part_rates(summary *s, size_t metric)
{
    const metrics_metric *m = metric_of(s, metric);
    if (!has_part_rates(s, metric))
        return;
    for (size_t i = 0; i < m->n_parts; i++) {
        const jb_fact *g = facts_lookup(s->writer->facts, metric,
                                        FACT_PART_GROWTH, i);
        add(s, i == 0 ? "，其中" : "、");
        prose_add(s->writer, &s->paragraph, m->parts[i].name.text);
        prose_say(s->writer, &s->paragraph,
                  phrase_growth(s->writer->arena, g, m->unit,
                                options_of(s, metric)),
                  g);
    }
}

/* Four are said two and two, not three and one. */
static void
say_headlines(summary *s, const choice_list *headlines)
{
    size_t sentences =
            (headlines->n + CLAUSES_PER_SENTENCE - 1) / CLAUSES_PER_SENTENCE;
    s->most = (headlines->n + sentences - 1) / sentences;
    for (size_t i = 0; i < headlines->n; i++) {
        begin_point(s);
        say_metric(s, headlines->at[i]);
        say_part_rates(s, headlines->at[i]);
    }
    end_sentence(s);
    s->most = CLAUSES_PER_SENTENCE;
}

/* 甲、乙和丙; of more, 甲等5项指标. */
static void
say_names(summary *s, const choice_list *list)
{
    bool is_long = list->n > JOINED_MOST;
    for (size_t k = 0; k < (is_long ? 1 : list->n); k++) {
        add(s, k == 0 ? "" : k + 1 == list->n ? "和" : "、");
        prose_add(s->writer, &s->paragraph,
                  metric_of(s, list->at[k])->name.text);
    }
    if (is_long)
        prose_add(s->writer, &s->paragraph,
                  slice_printf(s->writer->arena, "等%zu项指标", list->n));
}

static bool
all_said(const summary *s, const choice_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (!choice_has(&s->said, list->at[i]))
            return false;
    return true;
}

static bool
is_nothing(const summary *s, size_t metric)
{
    const jb_fact *value = fact_of(s, metric, FACT_VALUE);
    return value->is_known && decimal_sign(value->quantity.value) == 0;
}

/* ；其中 before the first that is picked. */
static void
begin_pick(summary *s)
{
    begin_clause(s);
    add(s, s->is_among ? "其中" : "");
    s->is_among = false;
}

/* 煤炭进口降为零: of what has ended no fall is told. */
static void
say_nothing_left(summary *s, size_t metric)
{
    begin_pick(s);
    prose_add(s->writer, &s->paragraph, metric_of(s, metric)->name.text);
    add(s, "降为");
    prose_say(s->writer, &s->paragraph, SLICE_OF("零"),
              fact_of(s, metric, FACT_VALUE));
    ARRAY_PUSH(s->writer->arena, &s->said, metric);
}

/* 新能源汽车产量增幅最大，增长4021.8%; the figure only when it is new. Of a
 * single rise or fall nothing is the largest; those that are even are named
 * together. */
static void
say_extreme(summary *s, size_t metric, const char *words, size_t n)
{
    const metrics_metric *m = metric_of(s, metric);
    const jb_fact *growth = fact_of(s, metric, FACT_GROWTH);
    choice_list alike = choice_alike(s->writer, metric);
    bool is_said = all_said(s, &alike);
    if (is_nothing(s, metric)) {
        say_nothing_left(s, metric);
        return;
    }
    bool is_largest = n > alike.n; /* of what is even none is */
    if (!is_largest && is_said)
        return;
    begin_pick(s);
    if (n < 2)
        add(s, "仅");
    say_names(s, &alike);
    if (is_largest)
        add(s, words);
    if (is_said)
        return;
    if (is_largest)
        add(s, "，");
    if (alike.n > 1)
        add(s, "均");
    prose_say(s->writer, &s->paragraph,
              phrase_growth(s->writer->arena, growth, m->unit,
                            options_of(s, metric)),
              growth);
    for (size_t i = 0; i < alike.n; i++)
        ARRAY_PUSH(s->writer->arena, &s->said, alike.at[i]);
}

typedef struct tally {
    size_t n, rises, falls, flats;
    size_t nearly; /* of the flats, those that are 基本持平 */
    size_t kinds[CHANGE_KIND_COUNT];
    size_t lacking, expected; /* totals that are not counted */
    size_t first; /* metric that counts; SIZE_MAX: none does */
} tally;

static void
count_growth(tally *t, const jb_fact *g)
{
    t->n++;
    t->kinds[g->growth.kind]++;
    t->nearly += g->growth.is_nearly_flat;
    bool is_outcome = g->growth.kind != CHANGE_RATE &&
                      g->growth.kind != CHANGE_FLAT &&
                      g->growth.kind != CHANGE_NET_NEW;
    if (is_outcome)
        return;
    t->rises += phrase_direction(g) > 0;
    t->falls += phrase_direction(g) < 0;
    t->flats += phrase_direction(g) == 0;
}

static tally
tally_of(const summary *s)
{
    tally t = {.first = SIZE_MAX};
    size_t n = metrics_count(facts_metrics(s->writer->facts));
    for (size_t i = 0; i < n; i++) {
        choice_tallying how = choice_tallies(s->writer, i);
        t.lacking += how == CHOICE_NO_GROWTH;
        t.expected += how == CHOICE_EXPECTED;
        if (how != CHOICE_TALLIED)
            continue;
        t.first = t.first == SIZE_MAX ? i : t.first;
        count_growth(&t, fact_of(s, i, FACT_GROWTH));
    }
    return t;
}

static const char *
flat_word(const tally *t)
{
    return t->nearly == 0          ? "持平"
           : t->nearly == t->flats ? "基本持平"
                                   : "持平或基本持平";
}

/* 26项总量指标中，20项同比增长、6项下降; what is compared with is said once. */
static slice
tally_words(const summary *s, const tally *t)
{
    arena *a = s->writer->arena;
    slice_builder b = {.arena = a};
    bool is_year = is_whole_year(s, t->first);
    const char *versus = is_year ? "比上年" : "同比";
    const char *between = "";
    builder_printf(&b, "%s%s%zu项总量指标",
                   t->expected > 0 ? "除预计的外，" : "",
                   t->lacking > 0 ? "可比的" : "", t->n);
    if (t->rises == t->n || t->falls == t->n) {
        builder_printf(&b, "全部%s%s", versus,
                       t->rises == t->n ? "增长" : "下降");
        return builder_slice(&b);
    }
    builder_add_text(&b, "中，");
    const struct { size_t n; const char *word; } rows[] = {
        {t->rises, "增长"}, {t->falls, "下降"}, {t->flats, flat_word(t)},
        {t->kinds[CHANGE_TURNED_PROFIT], "扭亏为盈"},
        {t->kinds[CHANGE_TURNED_LOSS], "由盈转亏"},
        {t->kinds[CHANGE_LOSS_NARROWED], "减亏"},
        {t->kinds[CHANGE_LOSS_WIDENED], "增亏"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].n == 0)
            continue;
        builder_printf(&b, "%s%zu项%s%s", between, rows[i].n, versus,
                       rows[i].word);
        between = "、";
        versus = "";
    }
    return builder_slice(&b);
}

/* 20项总量指标中，11项同比增长、7项下降、2项持平；… Fewer are not worth counting, and
 * of unlike growths no count means anything. */
static void
say_tally(summary *s)
{
    tally t = tally_of(s);
    size_t fastest = choice_fastest(s->writer);
    size_t slowest = choice_slowest(s->writer);
    if (t.n < TALLY_LEAST)
        return;
    begin_point(s);
    begin_clause(s);
    say_time(s, SIZE_MAX);
    prose_add(s->writer, &s->paragraph, tally_words(s, &t));
    s->is_among = true;
    if (fastest != SIZE_MAX &&
        phrase_direction(fact_of(s, fastest, FACT_GROWTH)) > 0)
        say_extreme(s, fastest, "增幅最大", t.rises);
    if (slowest != SIZE_MAX &&
        phrase_direction(fact_of(s, slowest, FACT_GROWTH)) < 0)
        say_extreme(s, slowest, "降幅最大", t.falls);
    end_sentence(s);
}

/* ── by field ── */

/* A figure that has only a tier as its rank and no growth: several of them
 * share one clause, …均居全省第一方阵. */
static bool
shares_tier(const summary *s, size_t a, size_t b)
{
    const metrics_rank *x = &metric_of(s, a)->rank;
    const metrics_rank *y = &metric_of(s, b)->rank;
    return x->is_set && y->is_set && x->place == 0 && y->place == 0 &&
           slice_equal(x->scope.text, y->scope.text) &&
           slice_equal(x->tier.text, y->tier.text) &&
           slice_equal(metric_of(s, a)->group.text,
                       metric_of(s, b)->group.text) &&
           period_compare(period_of(s, a), period_of(s, b)) == 0 &&
           !fact_of(s, a, FACT_GROWTH)->is_known &&
           !fact_of(s, b, FACT_GROWTH)->is_known;
}

/* Says those of `list` from `i` on that share its tier; returns their
 * number. */
static size_t
say_tier(summary *s, const choice_list *list, size_t i)
{
    size_t n = 1;
    while (i + n < list->n && shares_tier(s, list->at[i], list->at[i + n]))
        n++;
    if (n < 2) {
        say_metric(s, list->at[i]);
        return 1;
    }
    const metrics_rank *rank = &metric_of(s, list->at[i])->rank;
    begin_clause(s);
    say_time(s, list->at[i]);
    for (size_t k = 0; k < n; k++) {
        if (k > 0)
            add(s, "、");
        sentence_add_level(s->writer, &s->paragraph, list->at[i + k]);
        ARRAY_PUSH(s->writer->arena, &s->said, list->at[i + k]);
    }
    add(s, "，均");
    prose_say(s->writer, &s->paragraph,
              phrase_rank(s->writer->arena, rank,
                          fact_of(s, list->at[i], FACT_GROWTH),
                          (phrase_options){0}),
              fact_of(s, list->at[i], FACT_RANK));
    return n;
}

/* A growth that is a number and nothing more is known of. */
static bool
is_bare_rate(const summary *s, size_t metric)
{
    const jb_fact *g = fact_of(s, metric, FACT_GROWTH);
    const jb_fact *value = fact_of(s, metric, FACT_VALUE);
    static const fact_kind more[] = {FACT_FORMER, FACT_AVERAGE, FACT_RANK,
                                     FACT_SEQUENTIAL, FACT_TARGET,
                                     FACT_TO_DATE, FACT_MEAN};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (fact_of(s, metric, more[i])->is_known)
            return false;
    return g->is_known && g->growth.kind == CHANGE_RATE &&
           !g->growth.is_nearly_flat && g->growth.words.len == 0 &&
           g->quantity.bound == BOUND_EXACT &&
           value->quantity.status == STATUS_ACTUAL &&
           metric_of(s, metric)->basis.text.len == 0 &&
           !options_of(s, metric).is_price &&
           !options_of(s, metric).is_duration;
}

/* Both of one group and period, both up or both down. */
static bool
joins(const summary *s, size_t a, size_t b)
{
    const metrics_metric *x = metric_of(s, a), *y = metric_of(s, b);
    return is_bare_rate(s, a) && is_bare_rate(s, b) &&
           is_stock(s, a) == is_stock(s, b) &&
           slice_equal(x->group.text, y->group.text) &&
           period_compare(x->period, y->period) == 0 &&
           phrase_direction(fact_of(s, a, FACT_GROWTH)) ==
                   phrase_direction(fact_of(s, b, FACT_GROWTH));
}

static void
say_joined(summary *s, const size_t *metrics, size_t n)
{
    const jb_fact *first = fact_of(s, metrics[0], FACT_GROWTH);
    arena *a = s->writer->arena;
    begin_clause(s);
    say_time(s, metrics[0]);
    for (size_t k = 0; k < n; k++) {
        add(s, k == 0 ? "" : k + 1 == n ? "和" : "、");
        prose_add(s->writer, &s->paragraph,
                  metric_of(s, metrics[k])->name.text);
    }
    prose_add(s->writer, &s->paragraph,
              phrase_versus(first, metric_of(s, metrics[0])->period));
    add(s, phrase_direction(first) > 0 ? "分别增长" : "分别下降");
    for (size_t k = 0; k < n; k++) {
        const jb_fact *g = fact_of(s, metrics[k], FACT_GROWTH);
        slice size = number_text(a, decimal_abs(g->growth.rate));
        add(s, k == 0 ? "" : k + 1 == n ? "和" : "、");
        prose_say(s->writer, &s->paragraph, slice_printf(a, "%s%%", size.at),
                  g);
        ARRAY_PUSH(a, &s->said, metrics[k]);
    }
}

/* 甲、乙和丙同比分别增长5.0%、6.1%和7.2%: those from `i` on that join; their
 * number, or 0. */
static size_t
say_rates(summary *s, const choice_list *list, size_t i)
{
    size_t n = 1;
    while (i + n < list->n && n < JOINED_MOST &&
           joins(s, list->at[i], list->at[i + n]))
        n++;
    if (!s->is_brief || n < 2)
        return 0;
    say_joined(s, list->at + i, n);
    return n;
}

/* 综合 and 主要指标 are of no field; 预算收入情况 is said as 预算收入. */
static slice
field_of(slice group)
{
    static const slice none[] = {SLICE("综合"), SLICE("主要指标"),
                                 SLICE("总体"), SLICE("基本"), SLICE("其他")};
    slice ends = SLICE_OF("情况");
    if (slice_ends_with(group, ends))
        group = slice_cut(group, 0, group.len - ends.len);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (slice_equal(group, none[i]))
            return (slice){NULL, 0};
    return group;
}

/* 从贸易方式看, but 工业方面. */
static field_form
form_of(slice field)
{
    static const slice kinds[] = {
        SLICE("方式"), SLICE("类型"), SLICE("市场"), SLICE("商品"),
        SLICE("产品"), SLICE("行业"), SLICE("领域"), SLICE("区域"),
        SLICE("地区"), SLICE("板块"), SLICE("规模"), SLICE("性质")};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_ends_with(field, kinds[i]))
            return FIELD_SEEN;
    return field.len > 0 ? FIELD_OF : FIELD_NONE;
}

static void
say_field(summary *s, slice field, field_form form)
{
    bool is_by = slice_starts_with(field, SLICE_OF("分")) ||
                 slice_starts_with(field, SLICE_OF("按"));
    add(s, form == FIELD_SEEN && !is_by ? "从" : "");
    prose_add(s->writer, &s->paragraph, field);
    add(s, form == FIELD_SEEN ? "看，" : "方面，");
}

/* `metric` is the first that is said of it: 规模以上工业增加值 needs no 工业方面 in
 * front. In a paragraph no more than two in a row are named alike. */
static void
begin_group(summary *s, slice group, size_t metric)
{
    end_sentence(s);
    begin_point(s);
    group = field_of(group);
    slice name = metric_of(s, metric)->name.text;
    bool is_evident = slice_find(name, group) < name.len;
    field_form form = is_evident ? FIELD_NONE : form_of(group);
    if (s->form != SUMMARY_LIST && form == s->field &&
        s->n_fields == FIELDS_ALIKE)
        form = FIELD_NONE;
    s->n_fields = form == s->field ? s->n_fields + 1 : 1;
    s->field = form;
    if (form != FIELD_NONE)
        say_field(s, group, form);
}

static void
say_others(summary *s, const choice_list *others)
{
    slice group = {NULL, 0};
    s->is_brief = others->n > FULL_MOST;
    for (size_t i = 0; i < others->n;) {
        slice own = metric_of(s, others->at[i])->group.text;
        if (i == 0 || !slice_equal(own, group))
            begin_group(s, own, others->at[i]);
        group = own;
        size_t n = say_rates(s, others, i);
        i += n > 0 ? n : say_tier(s, others, i);
    }
    end_paragraph(s);
}

/* 从全年目标完成进度看，城镇新增就业完成全年目标的56.0%，优良天数比例比全年目标高1.2个
 * 百分点: those not said yet. The target is named once. */
static void
say_target(summary *s, size_t metric, slice words)
{
    static const slice aim = SLICE("全年目标的");
    arena *a = s->writer->arena;
    size_t at = slice_find(words, aim);
    if (s->n_clauses++ > 0)
        add(s, "，");
    else {
        begin_point(s);
        add(s, is_whole_year(s, metric) ? "从全年目标完成情况看，"
                                        : "从全年目标完成进度看，");
    }
    prose_add(s->writer, &s->paragraph, metric_of(s, metric)->name.text);
    bool is_done = slice_find(words, SLICE_OF("完成")) < at;
    if (at < words.len && is_done) /* not 相当于全年目标的62.5% */
        words = slice_join(a, slice_cut(words, 0, at),
                           slice_cut(words, at + aim.len, words.len));
    prose_say(s->writer, &s->paragraph, words,
              goal_fact(s->writer->facts, metric));
}

static void
say_targets(summary *s)
{
    const jb_facts *facts = s->writer->facts;
    s->most = SIZE_MAX;
    for (size_t i = 0; i < metrics_count(facts_metrics(facts)); i++) {
        slice words = goal_words(s->writer->arena, facts, i);
        if (words.len > 0 && !choice_has(&s->aimed, i))
            say_target(s, i, words);
    }
    end_paragraph(s);
}

/* Where nothing stands out the first levels are all there is to say. */
static choice_list
first_levels(const prose_writer *w)
{
    choice_list list = {NULL, 0, 0};
    for (size_t i = 0; i < metrics_count(facts_metrics(w->facts)) &&
                       list.n < HEADLINES;
         i++)
        if (facts_lookup(w->facts, i, FACT_VALUE, 0)->is_known)
            ARRAY_PUSH(w->arena, &list, i);
    return list;
}

static void
say_levels(summary *s, const choice_list *list)
{
    begin_point(s);
    for (size_t i = 0; i < list->n; i++) {
        add(s, i == 0 ? "" : "，");
        say_time(s, list->at[i]);
        sentence_add_level(s->writer, &s->paragraph, list->at[i]);
    }
    s->n_clauses = 1;
    end_paragraph(s);
}

summary_text
summary_from_facts(const prose_writer *w, summary_form form)
{
    summary s = {.writer = w, .last = SENTENCE_PATTERN_COUNT - 1,
                 .most = CLAUSES_PER_SENTENCE, .form = form};
    choice_list headlines = choice_headlines(w, HEADLINES);
    if (headlines.n == 0) {
        choice_list levels = first_levels(w);
        if (levels.n > 0)
            say_levels(&s, &levels);
        return s.out;
    }
    say_headlines(&s, &headlines);
    say_tally(&s);
    end_paragraph(&s);
    choice_list others = choice_others(w, &s.said, OTHERS, OTHERS_PER_GROUP);
    say_others(&s, &others);
    say_targets(&s);
    return s.out;
}
