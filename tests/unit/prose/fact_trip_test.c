/* Round trip of whole facts: a random metric is said in a sentence, the
 * sentence is drafted into a metrics file again, and the file says the same:
 * level, unit, bound, status, growth of every kind, former growth, mean, 环比
 * and rank. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/level.h"
#include "prose/extract.h"
#include "prose/phrase.h"
#include "prose/sentence.h"
#include "sample.h"

#define TRIPS 4000

static uint32_t
next(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

/* ── random metrics ── */

static slice
tenths(arena *a, uint32_t *seed, uint32_t below)
{
    uint32_t whole = next(seed, below);
    return slice_printf(a, "%u.%u", whole, 1 + next(seed, 9));
}

/* Levels that make each outcome, the signs of both chosen freely. */
static void
add_profit(slice_builder *b, uint32_t *seed)
{
    static const char *const names[] = {"净利润", "某行业利润总额",
                                        "某行业利润总额", "收支差额"};
    uint32_t sign = next(seed, 4);
    slice now = tenths(b->arena, seed, 50), before = tenths(b->arena, seed, 50);
    builder_printf(b, "name: %s, unit: 亿元, value: %s%s, "
                      "previous: %s%s",
                   names[next(seed, 4)], sign & 1 ? "-" : "", now.at, sign & 2 ? "-" : "",
                   before.at);
}

static void
add_share(slice_builder *b, uint32_t *seed)
{
    slice now = tenths(b->arena, seed, 90), before = tenths(b->arena, seed, 90);
    builder_printf(b, "name: 某项工作覆盖率, unit: \"%%\", value: %s",
                   now.at);
    if (next(seed, 3) > 0)
        builder_printf(b, ", previous: %s", before.at);
}

static const char *const UNITS[] = {"家",       "亿元", "万吨", "万人次", "项",
                                    "亿吨公里", "毫米", "亿立方米"};
static const char *const BOUNDS[] = {"%s", "%s以上", "%s左右", ">%s"};
static const char *const GROWTHS[] = {"%s%%",   "-%s%%", "持平",   "不可比",
                                      "翻一番", "增长%s倍"};

/* A level with a growth of any kind that can be stated, or with none. */
static void
add_amount(slice_builder *b, uint32_t *seed)
{
    const char *unit = UNITS[next(seed, 8)];
    bool is_count = unit == UNITS[0] || unit == UNITS[4];
    slice value = is_count ? slice_printf(b->arena, "%u", 20 + next(seed, 9000))
                           : tenths(b->arena, seed, 900);
    uint32_t bound = next(seed, 8), growth = next(seed, 9);
    builder_printf(b, "name: 某类项目总量, unit: %s, value: \"", unit);
    builder_printf(b, BOUNDS[bound < 4 ? bound : 0], value.at);
    builder_add_text(b, "\"");
    if (next(seed, 4) == 0)
        builder_add_text(b, ", status: expected");
    if (growth >= 6)
        return;
    builder_add_text(b, ", growth: \"");
    builder_printf(b, GROWTHS[growth], tenths(b->arena, seed, 90).at);
    builder_add_text(b, "\"");
}

/* From nothing; or a year's expectation over the figure to date. */
static void
add_special(slice_builder *b, uint32_t *seed)
{
    if (next(seed, 2) == 0)
        builder_printf(b, "name: 某类项目总量, unit: 家, value: %u, "
                          "previous: 0", 2 + next(seed, 90));
    else
        builder_printf(b, "name: 某类项目总量, unit: 亿元, value: \">%u\", "
                          "status: expected, "
                          "to-date: {until: 2022-10, value: %s}",
                       100 + next(seed, 90), tenths(b->arena, seed, 90).at);
}

/* Sums in 元 that are said in 亿元, with two digits behind the point. */
static void
add_money(slice_builder *b, uint32_t *seed)
{
    builder_printf(b, "name: 某公司营业收入, unit: 元, value: %u000000",
                   100 + next(seed, 90000));
    if (next(seed, 2))
        builder_printf(b, ", growth: \"%s%s%%\"", next(seed, 2) ? "-" : "",
                       tenths(b->arena, seed, 90).at);
}

/* What is an increase or a fall by itself. */
static void
add_flow(slice_builder *b, uint32_t *seed)
{
    static const char *const names[] = {"某类贷款增加额", "某类存款减少额",
                                        "某业用水量增加量"};
    uint32_t i = next(seed, 3);
    builder_printf(b, "name: %s, unit: %s, value: %s", names[i],
                   i < 2 ? "亿元" : "万立方米", tenths(b->arena, seed, 900).at);
}

/* A growth as the level of a metric. */
static void
add_rate_level(slice_builder *b, uint32_t *seed)
{
    static const char *const names[] = {"规模以上工业增加值", "固定资产投资",
                                        "社会消费品零售总额", "财政收入"};
    builder_printf(b, "name: %s, unit: \"%%\", value: %s%s",
                   names[next(seed, 4)], next(seed, 2) ? "-" : "",
                   tenths(b->arena, seed, 30).at);
    if (next(seed, 2))
        builder_printf(b, ", previous: %s%s", next(seed, 2) ? "-" : "",
                       tenths(b->arena, seed, 30).at);
}

/* A month's level, and what piled up by its end. */
static void
add_month(slice_builder *b, uint32_t *seed)
{
    builder_printf(b, "name: 某类货物吞吐量, unit: 万吨, value: %s, "
                      "growth: \"%s%s%%\", "
                      "to-date: {until: 2022-10, value: 9%s}",
                   tenths(b->arena, seed, 90).at, next(seed, 2) ? "-" : "",
                   tenths(b->arena, seed, 30).at,
                   tenths(b->arena, seed, 90).at);
}

/* Time that something takes; or what has ended. */
static void
add_taken(slice_builder *b, uint32_t *seed)
{
    if (next(seed, 3) == 0)
        builder_printf(b, "name: 某类货物进口量, unit: 万吨, value: 0, "
                          "previous: %s", tenths(b->arena, seed, 90).at);
    else
        builder_printf(b, "name: 某类案件平均审理时间, unit: 天, value: 1%s, "
                          "previous: 1%s", tenths(b->arena, seed, 90).at,
                       tenths(b->arena, seed, 90).at);
}

/* What may be said beside a growth that is a rate. */
static void
add_company(slice_builder *b, uint32_t *seed)
{
    arena *a = b->arena;
    if (next(seed, 3) == 0)
        builder_printf(b, ", rank: {scope: 全省, place: %u, of: %s}",
                       1 + next(seed, 18), next(seed, 2) ? "增幅" : "数值");
    if (next(seed, 4) == 0)
        builder_printf(b, ", former-growth: {一季度: \"%s%s%%\"}",
                       next(seed, 2) ? "-" : "", tenths(a, seed, 30).at);
    if (next(seed, 4) == 0)
        builder_printf(b, ", mean: {全省: %s%%}", tenths(a, seed, 30).at);
    if (next(seed, 4) == 0)
        builder_printf(b, ", sequential: \"%s%s%%\"",
                       next(seed, 2) ? "-" : "", tenths(a, seed, 30).at);
}

static slice
random_metric(arena *a, uint32_t *seed)
{
    slice_builder b = {.arena = a};
    uint32_t kind = next(seed, 11);
    builder_printf(&b, "title: 样例\nperiod: %s\nmetrics:\n  m: {note: 略, ",
                   kind == 9                   ? "2022-10"
                   : kind < 5 && next(seed, 2) ? "2022H1"
                                               : "2022");
    if (kind == 5)
        add_special(&b, seed);
    else if (kind == 0)
        add_profit(&b, seed);
    else if (kind == 1)
        add_share(&b, seed);
    else if (kind == 6)
        add_money(&b, seed);
    else if (kind == 7)
        add_flow(&b, seed);
    else if (kind == 8)
        add_rate_level(&b, seed);
    else if (kind == 9)
        add_month(&b, seed);
    else if (kind == 10)
        add_taken(&b, seed);
    else
        add_amount(&b, seed);
    if (kind > 1 && kind < 5)
        add_company(&b, seed);
    builder_add_text(&b, "}\n");
    return builder_slice(&b);
}

/* ── comparing ── */

static const jb_fact *
fact_of(const sample *s, fact_kind kind)
{
    return facts_lookup(s->facts, 0, kind, 0);
}

static void
check_level(const sample *said, const sample *read, slice text)
{
    jb_quantity a = fact_of(said, FACT_VALUE)->quantity;
    jb_quantity b = fact_of(read, FACT_VALUE)->quantity;
    bool is_spoken = slice_is(a.unit.name, "元") &&
                     slice_is(b.unit.name, "亿元") && level_align(&a, &b);
    if (decimal_compare(a.value, b.value) != 0 || a.bound != b.bound ||
        a.status != b.status ||
        !(is_spoken || slice_equal(a.unit.name, b.unit.name)))
        fail_msg("level of %s", text.at);
}

/* 增加值增长4.9% is read as the growth that it is. */
static void
check_rate_level(const sample *said, const sample *read, slice text)
{
    const jb_fact *value = fact_of(said, FACT_VALUE);
    const jb_fact *before = fact_of(said, FACT_PREVIOUS);
    const jb_fact *growth = fact_of(read, FACT_GROWTH);
    const jb_fact *former = fact_of(read, FACT_FORMER);
    if (!growth->is_known || decimal_compare(growth->growth.rate,
                                             value->quantity.value) != 0)
        fail_msg("rate of %s", text.at);
    if (before->is_known && former->is_known &&
        decimal_compare(former->growth.rate, before->quantity.value) != 0)
        fail_msg("rate before of %s", text.at);
}

/* A rate is said with the digits shown; an outcome by its kind and amount. */
static void
check_growth(const sample *said, const sample *read, fact_kind kind,
             slice text)
{
    const jb_fact *x = fact_of(said, kind), *y = fact_of(read, kind);
    bool is_number = x->growth.kind == CHANGE_RATE ||
                     x->growth.kind == CHANGE_POINTS;
    if (!x->is_known && (!y->is_known || y->is_derived))
        return;
    if (!x->is_known || !y->is_known || x->growth.kind != y->growth.kind)
        fail_msg("kind of growth %d of %s", (int)kind, text.at);
    if (is_number && decimal_compare(x->growth.rate, y->growth.rate) != 0)
        fail_msg("rate %d of %s", (int)kind, text.at);
    bool has_amount = x->growth.kind == CHANGE_LOSS_NARROWED ||
                      x->growth.kind == CHANGE_LOSS_WIDENED;
    if (has_amount &&
        decimal_compare(x->growth.amount, y->growth.amount) != 0)
        fail_msg("amount of %s", text.at);
}

static void
check_number(const sample *said, const sample *read, fact_kind kind,
             slice text)
{
    const jb_fact *x = fact_of(said, kind), *y = fact_of(read, kind);
    if (x->is_known != y->is_known ||
        (x->is_known && decimal_compare(x->quantity.value,
                                        y->quantity.value) != 0))
        fail_msg("%d of %s", (int)kind, text.at);
}

/* 1—10月累计95.1万吨 is drafted as a figure of those months. */
static void
check_piled(const sample *said, const sample *read, slice text)
{
    const jb_fact *x = fact_of(said, FACT_TO_DATE);
    const jb_fact *y = facts_lookup(read->facts, 1, FACT_VALUE, 0);
    if (!x->is_known || !y->is_known ||
        decimal_compare(x->quantity.value, y->quantity.value) != 0 ||
        period_months(metrics_at(read->metrics, 1)->period) != 10)
        fail_msg("what piled up of %s", text.at);
}

static void
compare(const sample *said, const sample *read, slice text)
{
    const metrics_metric *m = metrics_at(said->metrics, 0);
    if (!slice_equal(m->name.text, metrics_at(read->metrics, 0)->name.text))
        fail_msg("name of %s", text.at);
    if (phrase_is_rate_of_amount(m->name.text, m->unit)) {
        check_rate_level(said, read, text);
        return;
    }
    check_level(said, read, text);
    check_growth(said, read, FACT_GROWTH, text);
    check_growth(said, read, FACT_SEQUENTIAL, text);
    if (metrics_count(read->metrics) == 2)
        check_piled(said, read, text);
    else
        check_number(said, read, FACT_TO_DATE, text);
    check_number(said, read, FACT_RANK, text);
    if (m->rank.is_of_growth !=
        metrics_at(read->metrics, 0)->rank.is_of_growth)
        fail_msg("what the rank is of in %s", text.at);
    check_number(said, read, FACT_MEAN, text);
    /* The former growth is said only against a rate of now. */
    if (phrase_direction(fact_of(said, FACT_GROWTH)) != 0)
        check_growth(said, read, FACT_FORMER, text);
}

/* Says and reads one random metric; counts its kind of growth. */
static void
check_one(uint32_t *seed, int pattern, int counts[CHANGE_KIND_COUNT])
{
    arena *a = arena_new();
    sample said = sample_from(random_metric(a, seed).at);
    assert_non_null(said.facts);
    prose_writer w = sample_writer(&said);
    prose_text t = {NULL, 0, 0};
    sentence_style style = {.pattern = (sentence_pattern)pattern,
                            .is_full = true};
    assert_true(sentence_add(&w, &t, 0, style));
    int months = period_months(metrics_at(said.metrics, 0)->period);
    slice text = slice_printf(a, "2022年%s，%s。",
                              months == 12  ? ""
                              : months == 6 ? "上半年"
                                            : "10月",
                              prose_plain(a, &t).at);
    slice draft = extract_from_text(a, text);
    sample read = sample_from(draft.at);
    bool is_piled =
        period_months(metrics_at(said.metrics, 0)->period) == 1;
    size_t n = is_piled ? 2 : 1;
    if (read.facts == NULL || metrics_count(read.metrics) != n)
        fail_msg("%s is drafted as\n%s", text.at, draft.at);
    compare(&said, &read, slice_printf(a, "%s\n%s", text.at, draft.at));
    counts[fact_of(&said, FACT_GROWTH)->growth.kind]++;
    sample_drop(&read);
    sample_drop(&said);
    arena_drop(a);
}

static void
facts_come_back(void **state)
{
    (void)state;
    uint32_t seed = 5;
    int counts[CHANGE_KIND_COUNT] = {0};
    for (int i = 0; i < TRIPS; i++)
        check_one(&seed, i % SENTENCE_PATTERN_COUNT, counts);
    for (int k = 0; k < CHANGE_KIND_COUNT; k++)
        if (counts[k] < TRIPS / 200)
            fail_msg("growth of kind %d was tried %d times", k, counts[k]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(facts_come_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
