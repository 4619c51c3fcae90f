/* The alternative text of a chart: what a reader who cannot see it would be
 * told: what kind of picture, its finding and measure, how many, the
 * extremes, and every figure in words rather than signs. */
#include "facts/level.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "report/resolve.h"

/* An alternative text being written. */
typedef struct telling {
    slice_builder b;
    const chart_spec *chart;
} telling;

static void
add_focus(telling *t, slice name, size_t n)
{
    builder_printf(&t->b, "%s%.*s", n == 0 ? "突出" : "、", SLICE_ARGS(name));
}

/* Whether the categories are periods rather than things. */
static bool
is_of_periods(const chart_spec *chart)
{
    return chart->n_categories > 0 && chart->categories[0].metric == SIZE_MAX &&
           (slice_is(chart->kind, "combo") ||
            period_is_set(chart->categories[0].period));
}

static void
add_head(telling *t)
{
    const chart_spec *chart = t->chart;
    builder_add_text(&t->b, chart->is_empty ? "没有数据的图"
                                            : resolve_picture(chart->kind));
    if (chart->title.len > 0)
        builder_printf(&t->b, "：%.*s", SLICE_ARGS(chart->title));
    builder_add_text(&t->b, "。");
    if (chart->subtitle.len > 0)
        builder_printf(&t->b, "%.*s，", SLICE_ARGS(chart->subtitle));
    size_t n_parts = 0;
    for (size_t i = 0; i < chart->n_categories; i++)
        n_parts += !chart->categories[i].is_total;
    builder_printf(&t->b, "共%zu%s。", n_parts,
                   is_of_periods(chart) ? "期" : "项");
    size_t n = 0;
    for (size_t i = 0; i < chart->n_series; i++)
        if (chart->series[i].is_focus)
            add_focus(t, chart->series[i].name, n++);
    for (size_t i = 0; i < chart->n_categories; i++)
        if (chart->categories[i].is_focus && chart->n_focus > 0)
            add_focus(t, chart->categories[i].name, n++);
    if (n > 0)
        builder_add_text(&t->b, "。");
}

static jb_unit
unit_of(const telling *t, const chart_series *s, size_t i)
{
    static const jb_unit none;
    if (s->unit.name.len > 0)
        return s->unit;
    bool is_level = s->role == SERIES_CURRENT ||
                    s->role == SERIES_PREVIOUS || s->role == SERIES_TARGET ||
                    s->role == SERIES_PACE || s->role == SERIES_PART;
    return is_level ? t->chart->categories[i].unit : none;
}

static bool
is_growth(const chart_series *s)
{
    return s->role == SERIES_GROWTH || s->role == SERIES_POINTS;
}

/* A rate in words, 增长251%; another growth as its label has it. */
static slice
growth_words(telling *t, const chart_series *s, size_t i)
{
    const chart_datum *datum = &s->data[i];
    bool is_number = datum->has_value && datum->fact != NULL &&
                     datum->fact->kind == FACT_GROWTH;
    if (!is_number)
        return datum->label;
    const chart_category *c = &t->chart->categories[i];
    jb_fact fact = *datum->fact;
    fact.growth.is_nearly_flat = false; /* the picture has the number */
    slice words = phrase_growth(t->b.arena, &fact, c->unit,
                                phrase_manner(c->name, c->unit));
    return datum->fact->growth.is_nearly_flat
               ? slice_join(t->b.arena, words, SLICE_OF("，基本持平"))
               : words;
}

static level_range
datum_range(const chart_datum *datum)
{
    return level_written_range(
        (jb_quantity){.value = datum->value, .bound = datum->bound,
                      .is_derived = datum->is_derived});
}

/* A level in words: 约761家, 超过75亿元. */
static slice
level_words(telling *t, const chart_series *s, size_t i)
{
    const chart_datum *datum = &s->data[i];
    jb_quantity q = {.value = datum->value, .unit = unit_of(t, s, i),
                     .bound = datum->bound, .is_derived = datum->is_derived};
    if (!datum->has_value || q.unit.name.len == 0)
        return datum->label;
    return phrase_level(t->b.arena, q, (phrase_options){0});
}

static slice
datum_words(telling *t, const chart_series *s, size_t i)
{
    if (s->data[i].is_missing)
        return SLICE_OF("缺");
    return is_growth(s) ? growth_words(t, s, i) : level_words(t, s, i);
}

static const char *
status_word(quantity_status status)
{
    switch (status) {
    case STATUS_EXPECTED:
        return "预计";
    case STATUS_PRELIMINARY:
        return "初步统计";
    default:
        return "";
    }
}

static void
add_datum(telling *t, const chart_series *s, size_t i)
{
    const chart_datum *datum = &s->data[i];
    bool is_told = s->role == SERIES_PEERS && s > t->chart->series &&
                   slice_has(s[-1].data[i].label, "（共");
    if (s->role == SERIES_PEERS && datum->has_value && !is_told)
        builder_printf(&t->b, "参加排位的共%.*s个，",
                       SLICE_ARGS(number_text(t->b.arena, datum->value)));
    if (datum->label.len == 0)
        return;
    bool is_word = s->role == SERIES_COMPLETION && !datum->has_value &&
                   !datum->is_missing;
    if (t->chart->n_series > 1 && !is_word)
        builder_add(&t->b, s->name);
    if (!is_growth(s) || t->chart->n_series == 1)
        builder_add_text(&t->b, status_word(datum->status));
    builder_add(&t->b, datum_words(t, s, i));
    builder_add_text(&t->b, "，");
}

/* Replace the mark that ends what was written so far. */
static void
end_with(telling *t, const char *from, const char *to)
{
    slice so_far = {t->b.at, t->b.len};
    if (slice_ends_with(so_far, slice_from(from)))
        t->b.len -= strlen(from);
    builder_add_text(&t->b, to);
}

static void
add_category(telling *t, size_t i)
{
    const chart_spec *chart = t->chart;
    builder_printf(&t->b, "%.*s：", SLICE_ARGS(chart->categories[i].name));
    for (size_t s = 0; s < chart->n_series; s++)
        add_datum(t, &chart->series[s], i);
    end_with(t, "，", "；");
}

/* Whether one scale serves all categories, so that extremes mean something:
 * growth, or levels in one unit. */
static bool
is_comparable(const telling *t, const chart_series *s)
{
    const chart_category *c = t->chart->categories;
    if (is_growth(s))
        return true;
    for (size_t i = 1; i < t->chart->n_categories; i++)
        if (!slice_equal(c[i].unit.name, c[0].unit.name))
            return false;
    return s->role == SERIES_CURRENT || s->role == SERIES_PART;
}

/* Whether two figures are told in the same words, whatever their digits that
 * are not. */
static bool
are_even(telling *t, const chart_series *s, size_t a, size_t b)
{
    return s->data[a].has_value && s->data[b].has_value &&
           slice_equal(datum_words(t, s, a), datum_words(t, s, b));
}

/* The figure that is the highest (`sign` 1) or lowest (-1) whatever qualifiers
 * leave open; SIZE_MAX where none surely is. */
static size_t
extreme_of(telling *t, const chart_series *s, int sign)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < t->chart->n_categories; i++)
        if (s->data[i].has_value &&
            (best == SIZE_MAX ||
             sign * decimal_compare(s->data[i].value, s->data[best].value) >
                 0))
            best = i;
    for (size_t i = 0; best != SIZE_MAX && i < t->chart->n_categories; i++) {
        level_range own = datum_range(&s->data[best]);
        level_range its = datum_range(&s->data[i]);
        if (s->data[i].has_value && !are_even(t, s, best, i) &&
            (sign > 0 ? !level_is_above(own, its) : !level_is_above(its, own)))
            return SIZE_MAX;
    }
    return best;
}

/* 最高的是甲（5.2%）; of several that are even, 甲等3项. */
static void
add_extreme(telling *t, const chart_series *s, size_t at, const char *words)
{
    size_t n = 0;
    for (size_t i = 0; i < t->chart->n_categories; i++)
        n += are_even(t, s, i, at);
    builder_printf(&t->b, "%s%.*s", words,
                   SLICE_ARGS(t->chart->categories[at].name));
    if (n > 1)
        builder_printf(&t->b, "等%zu项", n);
    slice figure = datum_words(t, s, at);
    builder_printf(&t->b, "（%.*s）", SLICE_ARGS(figure));
}

static void
add_extremes(telling *t, const chart_series *s)
{
    size_t n = 0;
    for (size_t i = 0; i < t->chart->n_categories; i++)
        n += s->data[i].has_value;
    size_t most = extreme_of(t, s, 1), least = extreme_of(t, s, -1);
    bool is_none = most == SIZE_MAX && least == SIZE_MAX;
    if (n < 3 || is_none ||
        (most != SIZE_MAX && least != SIZE_MAX && are_even(t, s, most, least)))
        return;
    if (t->chart->n_series > 1)
        builder_add(&t->b, s->name);
    if (most != SIZE_MAX)
        add_extreme(t, s, most, "最高的是");
    if (least != SIZE_MAX)
        add_extreme(t, s, least, most != SIZE_MAX ? "，最低的是" : "最低的是");
    builder_add_text(&t->b, "。");
}

static void
add_guides(telling *t)
{
    size_t n = 0;
    for (size_t s = 0; s < t->chart->n_series; s++)
        for (size_t i = 0; i < t->chart->series[s].n_guides; i++)
            builder_printf(&t->b, "%s%.*s", n++ == 0 ? "参考线：" : "，",
                           SLICE_ARGS(t->chart->series[s].guides[i].label));
    if (n > 0)
        builder_add_text(&t->b, "。");
}

static void
add_remarks(telling *t)
{
    for (size_t i = 0; i < t->chart->n_remarks; i++)
        builder_printf(&t->b, "%s%.*s，%.*s", i == 0 ? "批注：" : "；",
                       SLICE_ARGS(t->chart->remarks[i].name),
                       SLICE_ARGS(t->chart->remarks[i].text));
    if (t->chart->n_remarks > 0)
        builder_add_text(&t->b, "。");
}

static void
add_arrows(telling *t)
{
    for (size_t i = 0; i < t->chart->n_arrows; i++)
        builder_printf(&t->b, "%s%.*s，%.*s", i == 0 ? "箭头：" : "；",
                       SLICE_ARGS(t->chart->arrows[i].name),
                       SLICE_ARGS(t->chart->arrows[i].label));
    if (t->chart->n_arrows > 0)
        builder_add_text(&t->b, "。");
}

slice
report_chart_alt(arena *a, const chart_spec *chart)
{
    telling t = {.b = {.arena = a}, .chart = chart};
    add_head(&t);
    for (size_t s = 0; s < chart->n_series; s++)
        if (is_comparable(&t, &chart->series[s])) {
            add_extremes(&t, &chart->series[s]);
            break;
        }
    for (size_t i = 0; i < chart->n_categories; i++)
        add_category(&t, i);
    end_with(&t, "；", "。");
    add_guides(&t);
    add_remarks(&t);
    add_arrows(&t);
    for (size_t i = 0; i < chart->n_notes; i++)
        builder_add(&t.b, chart->notes[i]);
    builder_add(&t.b, chart->source);
    if (chart->source.len > 0 &&
        !slice_ends_with(chart->source, SLICE_OF("。")))
        builder_add_text(&t.b, "。");
    return builder_slice(&t.b);
}
