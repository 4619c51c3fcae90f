/* guides: the lines and bands that a chart's figures are held against: a mean,
 * the target, the year before, or a value with the person's own words. */
#include "prose/number.h"
#include "report/resolve.h"

void
resolve_guide(resolving *r, chart_series *s, chart_guide guide)
{
    arena *a = r->draft->arena;
    chart_guide *all = ARENA_ARRAY(a, s->n_guides + 1, chart_guide);
    if (s->n_guides > 0)
        memcpy(all, s->guides, s->n_guides * sizeof *all);
    all[s->n_guides++] = guide;
    s->guides = all;
}

bool
resolve_mean(const resolving *r, const chart_datum *data, size_t least,
             jb_decimal *out)
{
    jb_decimal sum = {0, 0};
    int64_t n = 0;
    int scale = 1;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        if (data[i].label.len == 0)
            continue;
        if (!data[i].has_value || data[i].bound != BOUND_EXACT ||
            !decimal_add(sum, data[i].value, &sum))
            return false;
        n++;
        if (data[i].value.scale > scale)
            scale = data[i].value.scale;
    }
    return n >= (int64_t)least &&
           decimal_div(sum, (jb_decimal){n, 0}, scale,
                       r->draft->document->rounding, out);
}

static void
unsuitable(const resolving *r, const metrics_guide *g, const char *why,
           const char *hint)
{
    diag_report(r->draft->writer.diags, &REPORT_GUIDE_UNSUITABLE,
                g->words.span, r->chart->id, g->words.text, slice_from(why),
                slice_from(hint));
}

/* ── figures that a word names, each period's metric having its own ── */

typedef bool guide_level(const resolving *r, size_t series, jb_decimal *out);

static bool
mean_level(const resolving *r, size_t series, jb_decimal *out)
{
    return resolve_mean(r, r->series.at[series].data, 2, out);
}

static bool
level_of(const resolving *r, size_t series, fact_kind kind, jb_decimal *out)
{
    size_t metric = r->chart->metrics[series];
    const jb_fact *fact = draft_fact(r->draft, metric, kind);
    if (!fact->is_known)
        return false;
    jb_unit unit = draft_metric(r->draft, metric)->unit;
    *out = resolve_quantity(r, &fact->quantity, unit).value;
    return true;
}

static bool
target_level(const resolving *r, size_t series, jb_decimal *out)
{
    return level_of(r, series, FACT_TARGET, out);
}

static bool
previous_level(const resolving *r, size_t series, jb_decimal *out)
{
    return level_of(r, series, FACT_PREVIOUS, out);
}

typedef struct guide_word {
    const char *chinese, *english;
    const char *label;
    guide_level *level;
} guide_word;

static const guide_word WORDS[] = {
    {"平均", "mean", "平均", mean_level},
    {"目标", "target", "目标", target_level},
    {"上年同期", "previous", "上年同期", previous_level},
    {"上年", "previous", "上年", previous_level},
};

static const guide_word *
word_for(slice text)
{
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (slice_is(text, WORDS[i].chinese) ||
            slice_is(text, WORDS[i].english))
            return &WORDS[i];
    return NULL;
}

/* Whether each category is a period, and each series of levels a metric. */
static bool
has_periods(const resolving *r)
{
    slice kind = r->spec->kind;
    return slice_is(kind, "series") || slice_is(kind, "multiples") ||
           (slice_is(kind, "combo") && r->spec->n_categories > 0 &&
            r->spec->categories[0].metric == SIZE_MAX);
}

static void
add_word(resolving *r, const metrics_guide *g)
{
    const guide_word *word = word_for(slice_trim(g->words.text));
    arena *a = r->draft->arena;
    size_t n = 0;
    if (word == NULL || !has_periods(r)) {
        unsuitable(r, g,
                   word == NULL ? "没有写数值"
                                : "各期的图才有一个共同的平均、目标、上年同期",
                   "请写成 {说明: 数值}，例如 {全年预期目标: 5.5%}。");
        return;
    }
    for (size_t i = 0; i < r->series.n; i++) {
        chart_series *s = &r->series.at[i];
        chart_guide guide = {.unit = s->unit};
        if (s->role != SERIES_CURRENT || !word->level(r, i, &guide.low))
            continue;
        guide.label = slice_printf(a, "%s%.*s", word->label,
                                   SLICE_ARGS(number_text(a, guide.low)));
        resolve_guide(r, s, guide);
        n++;
    }
    if (n == 0)
        unsuitable(r, g, "所列指标没有这个数", "请补上数据，或删去这条参考线。");
}

/* ── figures as written ── */

static slice
value_label(const resolving *r, const metrics_guide *g)
{
    arena *a = r->draft->arena;
    slice_builder b = {.arena = a};
    builder_add(&b, g->words.text);
    if (slice_is(r->spec->kind, "ranking")) {
        builder_printf(&b, "第%.*s位",
                       SLICE_ARGS(number_text(a, g->low.value)));
        return builder_slice(&b);
    }
    builder_add(&b, number_text(a, g->low.value));
    if (g->is_band)
        builder_printf(&b, "～%.*s",
                       SLICE_ARGS(number_text(a, g->high.value)));
    builder_add(&b, g->low.unit.name);
    return builder_slice(&b);
}

static bool
is_of_growth(const chart_series *s, jb_unit unit)
{
    unit_kind own = s->role == SERIES_GROWTH ? UNIT_PERCENT : UNIT_POINT;
    return unit.kind == own || unit.kind == UNIT_NONE;
}

/* The unit of the series' levels that the guide is counted in; none when it
 * is another. A bare number counts in the unit of all. */
static jb_unit
level_unit(const resolving *r, const chart_series *s, jb_unit unit)
{
    jb_unit found = s->unit;
    for (size_t i = 0; s->unit.name.len == 0 && i < r->spec->n_categories;
         i++) {
        jb_unit own = r->spec->categories[i].unit;
        if (unit.name.len > 0 && unit_is_same_base(own, unit))
            return own;
        if (unit.name.len > 0 || (i > 0 && !slice_equal(own.name, found.name)))
            found = (jb_unit){0};
        else
            found = own;
    }
    return unit.name.len == 0 || unit_is_same_base(found, unit)
                   ? found
                   : (jb_unit){0};
}

/* A place is a whole number; a band of them is told by its end. */
static bool
is_place(const metrics_guide *g)
{
    return !g->is_band && g->low.unit.kind == UNIT_NONE &&
           decimal_sign(g->low.value) > 0 &&
           decimal_trimmed(g->low.value).scale == 0;
}

/* As counted in the series' unit; false when the two do not compare. */
static bool
guide_for(const resolving *r, const chart_series *s, const metrics_guide *g,
          chart_guide *out)
{
    *out = (chart_guide){.is_band = g->is_band, .low = g->low.value,
                         .high = g->high.value};
    if (s->role == SERIES_GROWTH || s->role == SERIES_POINTS)
        return !slice_is(r->spec->kind, "compare") &&
               is_of_growth(s, g->low.unit);
    if (s->role == SERIES_RANK)
        return is_place(g);
    if (s->role != SERIES_CURRENT)
        return false;
    out->unit = level_unit(r, s, g->low.unit);
    if (out->unit.name.len == 0)
        return false;
    out->low = resolve_quantity(r, &g->low, out->unit).value;
    out->high = resolve_quantity(r, &g->high, out->unit).value;
    return true;
}

static void
add_value(resolving *r, const metrics_guide *g)
{
    size_t n = 0;
    chart_guide guide;
    for (size_t i = 0; i < r->series.n; i++) {
        chart_series *s = &r->series.at[i];
        /* A bare number goes where the first series counts. */
        if ((n > 0 && g->low.unit.name.len == 0) ||
            !guide_for(r, s, g, &guide))
            continue;
        if (guide.is_band && decimal_compare(guide.low, guide.high) > 0) {
            unsuitable(r, g, "低的一端比高的一端大", "请写成“低..高”。");
            return;
        }
        guide.label = value_label(r, g);
        resolve_guide(r, s, guide);
        n++;
    }
    if (n == 0 && slice_is(r->spec->kind, "ranking"))
        unsuitable(r, g, "位次是一个正整数",
                   "请写成 {说明: 位次}，例如 {目标: 3}。");
    else if (n == 0)
        unsuitable(r, g, "图中没有这个单位的数",
                   "请写明与图中的数相同的单位。");
}

void
resolve_guides(resolving *r)
{
    for (size_t i = 0; i < r->chart->n_guides; i++) {
        const metrics_guide *g = &r->chart->guides[i];
        if (!resolve_takes(r->spec->kind, TAKES_GUIDES))
            unsuitable(r, g, "这种图没有参考线",
                       "构成图、拉动图没有参考线，请删去。");
        else if (g->has_value)
            add_value(r, g);
        else if (!slice_is(r->spec->kind, "peers") ||
                 !slice_is(g->words.text, "平均"))
            add_word(r, g);
    }
}
