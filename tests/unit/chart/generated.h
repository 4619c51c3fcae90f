/* generated: chart specifications from a seed: 1 to 200 categories, names of
 * 1 to 60 characters, all signs and magnitudes from 1e-3 to 1e13, missing
 * values, ties, zeros, every status and bound. */
#ifndef TESTS_CHART_GENERATED_H
#define TESTS_CHART_GENERATED_H

#include "base/utf8.h"
#include "unit/chart/sketch.h"

/* The first character of each name is its own, so that a name is found once
 * or not at all; the others come from a few that no index reaches
 * and no other text of the picture has. */
static inline slice
generated_name(arena *a, uint64_t *seed, size_t index, size_t longest)
{
    static const char rest[] = "龙门龟鼎黄鹤齐鼓鲁麦";
    slice_builder b = {.arena = a};
    builder_add_code(&b, 0x7300 + (uint32_t)index);
    size_t more = sketch_below(seed, longest);
    for (size_t i = 0; i < more; i++)
        builder_add(&b, (slice){rest + 3 * sketch_below(seed, 10), 3});
    return builder_slice(&b);
}

static inline jb_decimal
generated_value(uint64_t *seed, int spread)
{
    jb_decimal d = {(int64_t)(sketch_next(seed) % 99999), 0};
    if (sketch_below(seed, 12) == 0)
        d.coefficient = 0;
    if (sketch_below(seed, 3) == 0)
        d.coefficient = -d.coefficient;
    if (sketch_below(seed, 4) == 0)
        d.coefficient = 1234; /* ties */
    int power = (int)sketch_below(seed, (size_t)spread) - spread / 3;
    for (int i = 0; i < power; i++)
        d.coefficient *= 10;
    d.scale = power < 0 ? -power : 0;
    return d;
}

static inline chart_datum
generated_datum(arena *a, uint64_t *seed, int spread)
{
    static const char *const words[] = {"扭亏为盈", "不可比", "持平", "—", ""};
    chart_datum datum = {.status = (quantity_status)sketch_below(seed,
                                                                 STATUS_COUNT)};
    if (sketch_below(seed, 9) == 0) {
        datum.label = slice_from(words[sketch_below(seed, 5)]);
        return datum;
    }
    datum.has_value = true;
    datum.value = generated_value(seed, spread);
    if (sketch_below(seed, 4) == 0)
        datum.bound = (quantity_bound)sketch_below(seed, BOUND_COUNT);
    datum.label = decimal_text(a, decimal_abs(datum.value));
    if (decimal_sign(datum.value) < 0)
        datum.label = slice_join(a, SLICE_OF("\u2212"), datum.label);
    if (datum.bound == BOUND_AT_LEAST)
        datum.label = slice_join(a, SLICE_OF("≥"), datum.label);
    if (sketch_below(seed, 10) == 0)
        datum.note_mark = SLICE_OF("①");
    return datum;
}

static inline jb_unit
generated_unit(uint64_t *seed)
{
    static const jb_unit units[] = {
        {SLICE("家"), SLICE("家"), 0, UNIT_COUNT},
        {SLICE("亿元"), SLICE("元"), 8, UNIT_AMOUNT},
        {SLICE("万元"), SLICE("元"), 4, UNIT_AMOUNT},
        {SLICE("项"), SLICE("项"), 0, UNIT_COUNT},
        {SLICE("%"), SLICE("%"), 0, UNIT_PERCENT},
    };
    return units[sketch_below(seed, 5)];
}

/* Mostly as many categories as people draw, sometimes very many. */
static inline size_t
generated_count(uint64_t *seed)
{
    switch (sketch_below(seed, 8)) {
    case 0:
        return 1;
    case 1:
        return 1 + sketch_below(seed, 200);
    default:
        return 1 + sketch_below(seed, 14);
    }
}

/* What a kind's series are. */
typedef struct generated_kind {
    const char *name;
    chart_series_role roles[4];
    size_t n_series;
    bool has_own_units;  /* the series have units, not the categories */
    bool is_not_negative;
    bool is_thinned;     /* figures and periods give way where it is narrow */
    int most;            /* values are 1 to this; 0: of any magnitude */
    bool is_course;      /* the categories are periods, in one unit */
} generated_kind;

static const generated_kind generated_kinds[] = {
    {"growth", {SERIES_GROWTH, SERIES_POINTS}, 2, false, false, false, 0, false},
    {"compare",
     {SERIES_PREVIOUS, SERIES_CURRENT, SERIES_GROWTH, SERIES_POINTS},
     4, false, false, false, 0, false},
    {"target",
     {SERIES_TARGET, SERIES_CURRENT, SERIES_COMPLETION, SERIES_PACE},
     4, false, false, false, 0, false},
    {"series", {SERIES_CURRENT, SERIES_CURRENT, SERIES_CURRENT},
     3, true, false, false, 0, false},
    {"multiples",
     {SERIES_CURRENT, SERIES_CURRENT, SERIES_CURRENT, SERIES_CURRENT},
     4, true, false, true, 0, false},
    {"trend", {SERIES_CURRENT, SERIES_CURRENT, SERIES_CURRENT},
     3, true, false, true, 0, true},
    {"parts", {SERIES_PART, SERIES_SHARE, SERIES_PART, SERIES_SHARE},
     4, true, true, false, 0, false},
    {"combo", {SERIES_CURRENT, SERIES_GROWTH}, 2, true, false, false, 0, false},
    {"contribution", {SERIES_CONTRIBUTION}, 1, false, false, false, 0, false},
    {"peers", {SERIES_CURRENT}, 1, false, false, false, 0, false},
    {"ranking", {SERIES_RANK, SERIES_PEERS}, 2, false, true, false, 40, false},
};

static inline const generated_kind *
generated_kind_lookup(const char *name)
{
    for (size_t i = 0; i < sizeof generated_kinds / sizeof *generated_kinds;
         i++)
        if (strcmp(generated_kinds[i].name, name) == 0)
            return &generated_kinds[i];
    return NULL;
}

static inline chart_datum
generated_datum_of(arena *a, uint64_t *seed, const generated_kind *kind,
                   int spread)
{
    chart_datum datum = generated_datum(a, seed, spread);
    if (!datum.has_value)
        return datum;
    if (kind->most > 0)
        datum.value = (jb_decimal){
            1 + (int64_t)sketch_below(seed, (size_t)kind->most), 0};
    if (kind->is_not_negative) {
        datum.value = decimal_abs(datum.value);
        datum.label = decimal_text(a, datum.value);
    }
    return datum;
}

static inline chart_series
generated_series(arena *a, uint64_t *seed, const generated_kind *kind,
                 size_t index, size_t n)
{
    static const char *const names[] = {"甲", "乙", "丙", "丁"};
    chart_series s = {.name = slice_from(names[index]),
                      .role = kind->roles[index]};
    int spread = 1 + (int)sketch_below(seed, 12);
    if (kind->has_own_units)
        s.unit = generated_unit(seed);
    s.data = ARENA_ARRAY(a, n, chart_datum);
    for (size_t i = 0; i < n; i++)
        if (s.role != SERIES_POINTS || sketch_below(seed, 6) == 0)
            s.data[i] = generated_datum_of(a, seed, kind, spread);
    if (s.role == SERIES_PART)
        s.total = (chart_datum){.label = SLICE("合计")};
    return s;
}

/* Parts that make up the last category, which is their whole. */
static inline void
generated_cascade(arena *a, uint64_t *seed, chart_spec *spec)
{
    chart_datum *data = spec->series[0].data;
    size_t last = spec->n_categories - 1;
    int64_t sum = 0;
    for (size_t i = 0; i < last; i++) {
        int64_t value = (int64_t)sketch_below(seed, 400) - 150;
        data[i].value = (jb_decimal){value, 1};
        sum += value;
    }
    data[last].value = (jb_decimal){sum, 1};
    for (size_t i = 0; i <= last; i++) {
        data[i].has_value = true;
        data[i].label = decimal_text(a, data[i].value);
    }
    spec->categories[last].is_total = true;
}

/* One metric in many places, of which one is the own. */
static inline void
generated_own(uint64_t *seed, chart_spec *spec)
{
    for (size_t i = 1; i < spec->n_categories; i++)
        spec->categories[i].unit = spec->categories[0].unit;
    spec->categories[sketch_below(seed, spec->n_categories)].is_focus = true;
}

/* In one of three charts a series has up to three lines and bands, where its
 * figures are or a little beyond. */
static inline void
generated_guides(arena *a, uint64_t *seed, chart_spec *spec)
{
    static const char *const words[] = {"全年预期目标", "平均", "合理区间"};
    size_t n = sketch_below(seed, 3) == 0 ? 1 + sketch_below(seed, 3) : 0;
    chart_series *s = &spec->series[sketch_below(seed, spec->n_series)];
    s->guides = ARENA_ARRAY(a, n, chart_guide);
    for (size_t i = 0; i < n; i++) {
        const chart_datum *d = &s->data[sketch_below(seed,
                                                     spec->n_categories)];
        chart_guide g = {.low = d->value, .high = d->value,
                         .is_band = sketch_below(seed, 3) == 0};
        g.high.coefficient += (int64_t)sketch_below(seed, 100);
        g.label = slice_printf(a, "%s%.*s", words[i],
                               SLICE_ARGS(decimal_text(a, g.low)));
        s->guides[s->n_guides++] = g;
    }
}

/* In one of three charts, some categories are set off. */
static inline void
generated_focus(uint64_t *seed, chart_spec *spec)
{
    if (sketch_below(seed, 3) == 0)
        for (size_t i = 0; i < spec->n_categories; i++)
            spec->categories[i].is_focus |= sketch_below(seed, 3) == 0;
    for (size_t i = 0; i < spec->n_categories; i++)
        spec->n_focus += spec->categories[i].is_focus;
}

/* In one of three charts, a few words each are bound to up to three marks. */
static inline void
generated_remarks(arena *a, uint64_t *seed, chart_spec *spec)
{
    static const char *const words[] = {"受暴雨影响", "大项目集中完工，设备投资增加较多",
                                        "口径调整"};
    size_t n = sketch_below(seed, 3) == 0 ? 1 + sketch_below(seed, 3) : 0;
    spec->remarks = ARENA_ARRAY(a, n, chart_remark);
    for (size_t i = 0; i < n; i++) {
        size_t category = sketch_below(seed, spec->n_categories);
        spec->remarks[spec->n_remarks++] = (chart_remark){
            .name = spec->categories[category].name,
            .text = slice_from(words[i]), .category = category,
            .series = sketch_below(seed, 2) == 0
                          ? SIZE_MAX : sketch_below(seed, spec->n_series)};
    }
}

/* In one of three charts that may have some, up to three arrows join two of
 * the figures of its first series of levels or growths. */
static inline void
generated_arrows(arena *a, uint64_t *seed, const char *kind,
                 chart_spec *spec)
{
    static const char *const labels[] = {"+417.9亿元", "−6.5%", "预计年均+6.6%"};
    size_t of = strcmp(kind, "compare") == 0 ? 1 : 0;
    size_t n = sketch_below(seed, 3) == 0 ? 1 + sketch_below(seed, 3) : 0;
    spec->arrows = ARENA_ARRAY(a, n, chart_arrow);
    for (size_t i = 0; i < n; i++) {
        size_t from = sketch_below(seed, spec->n_categories);
        size_t to = sketch_below(seed, spec->n_categories);
        const chart_datum *data = spec->series[of].data;
        if (from == to || !data[from].has_value || !data[to].has_value)
            continue;
        spec->arrows[spec->n_arrows++] = (chart_arrow){
            .name = slice_printf(a, "箭头%zu", i + 1),
            .label = slice_from(labels[i]), .from = from, .to = to,
            .from_series = of, .to_series = of, .is_amount = i == 0,
            .direction = (int)sketch_below(seed, 3) - 1};
    }
}

static inline bool
generated_has_arrows(const char *kind)
{
    static const char *const kinds[] = {"growth", "compare", "series", "combo",
                                        "peers"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kind, kinds[i]) == 0)
            return true;
    return false;
}

/* Months or years in order, some left out, counted in one unit. */
static inline void
generated_course(arena *a, uint64_t *seed, chart_spec *spec)
{
    bool is_years = sketch_below(seed, 3) == 0;
    int at = 2000 * 12 + (int)sketch_below(seed, 12);
    jb_unit unit = generated_unit(seed);
    for (size_t i = 0; i < spec->n_categories; i++) {
        jb_period p = {at / 12, is_years ? 1 : at % 12 + 1, at / 12,
                       is_years ? 12 : at % 12 + 1, {NULL, 0}};
        spec->categories[i].period = p;
        spec->categories[i].name = period_name(a, p);
        at += is_years ? 12 : 1 + (int)(sketch_below(seed, 9) / 8);
    }
    for (size_t i = 0; i < spec->n_series; i++)
        spec->series[i].unit = unit;
}

static inline chart_spec
generated_spec(arena *a, uint64_t *seed, const char *name)
{
    const generated_kind *kind = generated_kind_lookup(name);
    chart_spec spec = {.id = SLICE("chart"), .kind = slice_from(name),
                       .title = SLICE("多数指标两位数增长"),
                       .subtitle = SLICE("2022年主要指标，单位见图"),
                       .source = SLICE("资料来源：统计局")};
    size_t longest = sketch_below(seed, 4) == 0 ? 60 : 10;
    spec.n_categories = generated_count(seed);
    spec.categories = ARENA_ARRAY(a, spec.n_categories, chart_category);
    for (size_t i = 0; i < spec.n_categories; i++) {
        spec.categories[i].name = generated_name(a, seed, i, longest);
        spec.categories[i].unit = generated_unit(seed);
    }
    spec.n_series = kind->n_series;
    spec.series = ARENA_ARRAY(a, spec.n_series, chart_series);
    for (size_t i = 0; i < spec.n_series; i++)
        spec.series[i] = generated_series(a, seed, kind, i,
                                          spec.n_categories);
    if (strcmp(name, "peers") == 0)
        generated_own(seed, &spec);
    if (kind->is_course)
        generated_course(a, seed, &spec);
    if (kind->roles[0] == SERIES_CONTRIBUTION)
        generated_cascade(a, seed, &spec);
    generated_guides(a, seed, &spec);
    generated_focus(seed, &spec);
    generated_remarks(a, seed, &spec);
    if (generated_has_arrows(name))
        generated_arrows(a, seed, name, &spec);
    return spec;
}

#endif
