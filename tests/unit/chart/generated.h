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

static inline chart_spec
generated_spec(arena *a, uint64_t *seed, const char *kind)
{
    static const chart_series_role roles[] = {SERIES_PREVIOUS, SERIES_CURRENT,
                                              SERIES_GROWTH, SERIES_POINTS};
    static const char *const names[] = {"2021年", "2022年", "同比增速",
                                        "变动（个百分点）"};
    chart_spec spec = {.id = SLICE("chart"), .kind = slice_from(kind),
                       .title = SLICE("多数指标两位数增长"),
                       .subtitle = SLICE("2022年主要指标，单位见图"),
                       .source = SLICE("统计局")};
    size_t longest = sketch_below(seed, 4) == 0 ? 60 : 10;
    int spread = 1 + (int)sketch_below(seed, 12);
    spec.n_categories = generated_count(seed);
    spec.categories = ARENA_ARRAY(a, spec.n_categories, chart_category);
    for (size_t i = 0; i < spec.n_categories; i++) {
        spec.categories[i].name = generated_name(a, seed, i, longest);
        spec.categories[i].unit = generated_unit(seed);
    }
    spec.n_series = 4;
    spec.series = ARENA_ARRAY(a, 4, chart_series);
    for (size_t s = 0; s < 4; s++) {
        spec.series[s] = (chart_series){.name = slice_from(names[s]),
                                        .role = roles[s]};
        spec.series[s].data = ARENA_ARRAY(a, spec.n_categories, chart_datum);
        for (size_t i = 0; i < spec.n_categories; i++)
            if (roles[s] != SERIES_POINTS || sketch_below(seed, 6) == 0)
                spec.series[s].data[i] = generated_datum(a, seed, spread);
    }
    return spec;
}

#endif
