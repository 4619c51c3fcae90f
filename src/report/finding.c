/* Titles of charts that say what the chart shows: how many rose and fell, and
 * which stands out. */
#include "prose/phrase.h"
#include "report/resolve.h"

/* What the growths of a chart have in common. */
typedef struct tally {
    size_t n, rises, falls, flats;
    size_t n_rates;
    size_t most, least; /* metrics with the highest and lowest rate */
} tally;

static bool
is_rate(const jb_fact *g)
{
    return g->is_known && g->growth.kind == CHANGE_RATE;
}

static jb_decimal
rate_of(const resolving *r, size_t metric)
{
    return draft_fact(r->draft, metric, FACT_GROWTH)->growth.rate;
}

static void
count_rate(const resolving *r, tally *t, size_t metric)
{
    jb_decimal rate = rate_of(r, metric);
    if (t->n_rates == 0 || decimal_compare(rate, rate_of(r, t->most)) > 0)
        t->most = metric;
    if (t->n_rates == 0 || decimal_compare(rate, rate_of(r, t->least)) < 0)
        t->least = metric;
    t->n_rates++;
}

static tally
tally_of(const resolving *r)
{
    tally t = {0};
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        const jb_fact *g = draft_fact(r->draft, metric, FACT_GROWTH);
        int direction = phrase_direction(g);
        if (!g->is_known)
            continue;
        t.n++;
        t.rises += direction > 0;
        t.falls += direction < 0;
        t.flats += g->growth.kind == CHANGE_FLAT;
        if (is_rate(g))
            count_rate(r, &t, metric);
    }
    return t;
}

static slice
growth_words(const resolving *r, size_t metric)
{
    const metrics_metric *m = draft_metric(r->draft, metric);
    phrase_options o = {.is_price = phrase_is_price(m->name.text)};
    return phrase_growth(r->draft->arena,
                         draft_fact(r->draft, metric, FACT_GROWTH), m->unit,
                         o);
}

static slice
finding_of_one(const resolving *r)
{
    size_t metric = r->spec->categories[0].metric;
    slice name = draft_short_name(r->draft, metric);
    slice words = growth_words(r, metric);
    slice versus =
            phrase_versus(draft_fact(r->draft, metric, FACT_GROWTH),
                          draft_metric(r->draft, metric)->period);
    return slice_printf(r->draft->arena, "%.*s%.*s%.*s", SLICE_ARGS(name),
                        SLICE_ARGS(versus), SLICE_ARGS(words));
}

/* 11项指标8升2降1平 */
static slice
finding_of_count(const resolving *r, const tally *t)
{
    slice_builder b = {.arena = r->draft->arena};
    if (t->rises == t->n)
        return slice_printf(b.arena, "%zu项指标全部上升", t->n);
    if (t->falls == t->n)
        return slice_printf(b.arena, "%zu项指标全部下降", t->n);
    if (t->flats == t->n)
        return slice_printf(b.arena, "%zu项指标均与上年同期持平", t->n);
    builder_printf(&b, "%zu项指标", t->n);
    if (t->rises > 0)
        builder_printf(&b, "%zu升", t->rises);
    if (t->falls > 0)
        builder_printf(&b, "%zu降", t->falls);
    if (t->flats > 0)
        builder_printf(&b, "%zu平", t->flats);
    return builder_slice(&b);
}

slice
finding_of_growth(const resolving *r)
{
    tally t = tally_of(r);
    arena *a = r->draft->arena;
    if (t.n == 0)
        return SLICE_OF("");
    if (r->spec->n_categories == 1)
        return finding_of_one(r);
    if (t.n_rates < 2)
        return finding_of_count(r, &t);
    slice most = draft_short_name(r->draft, t.most);
    slice least = draft_short_name(r->draft, t.least);
    bool has_rise = decimal_sign(rate_of(r, t.most)) > 0;
    bool has_fall = decimal_sign(rate_of(r, t.least)) < 0;
    if (has_rise && has_fall)
        return slice_printf(a, "%.*s增长最快，%.*s降幅最大",
                            SLICE_ARGS(most), SLICE_ARGS(least));
    if (has_rise)
        return slice_printf(a, "%.*s增幅最大，%.*s", SLICE_ARGS(most),
                            SLICE_ARGS(growth_words(r, t.most)));
    return slice_printf(a, "%.*s降幅最大，%.*s", SLICE_ARGS(least),
                        SLICE_ARGS(growth_words(r, t.least)));
}

/* 科技型中小企业、技术合同成交额均增长: two or three can be named. */
static slice
finding_of_few(const resolving *r, const tally *t)
{
    slice_builder b = {.arena = r->draft->arena};
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        slice name =
                draft_short_name(r->draft, r->spec->categories[i].metric);
        builder_printf(&b, "%s%.*s", i > 0 ? "、" : "", SLICE_ARGS(name));
    }
    builder_add_text(&b, t->rises == t->n ? "均增长" : "均下降");
    return builder_slice(&b);
}

slice
finding_of_levels(const resolving *r)
{
    tally t = tally_of(r);
    size_t n = r->spec->n_categories;
    if (t.n == 0)
        return SLICE_OF("");
    if (n == 1)
        return finding_of_one(r);
    if (n <= 3 && t.n == n && (t.rises == n || t.falls == n))
        return finding_of_few(r, &t);
    slice count = finding_of_count(r, &t);
    if (t.n_rates < 2 || decimal_sign(rate_of(r, t.most)) <= 0)
        return count;
    slice most = draft_short_name(r->draft, t.most);
    return slice_printf(r->draft->arena, "%.*s，%.*s增幅最大",
                        SLICE_ARGS(count), SLICE_ARGS(most));
}
