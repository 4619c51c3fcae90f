/* Titles of charts that say what the chart shows: how many rose and fell, and
 * which stands out. */
#include "facts/level.h"
#include "prose/phrase.h"
#include "report/resolve.h"

#define PLACE_LEAST 3 /* rates, before the place of one is told */
#define SOME_MOST 3   /* metrics that a title names */

static bool
speaks_of_growth(slice kind)
{
    return slice_is(kind, "growth") || slice_is(kind, "compare") ||
           slice_is(kind, "combo");
}

/* What the name of a metric has behind its short name: 一般公共预算收入, of
 * 甲县一般公共预算收入. */
static slice
behind_short_name(const resolving *r, size_t metric)
{
    slice none = {NULL, 0};
    if (metric == SIZE_MAX)
        return none;
    slice whole = draft_metric(r->draft, metric)->name.text;
    slice lead = draft_short_name(r->draft, metric);
    return slice_starts_with(whole, lead)
               ? slice_cut(whole, lead.len, whole.len)
               : none;
}

slice
resolve_subject(const resolving *r)
{
    slice none = {NULL, 0}, subject = none;
    if (!speaks_of_growth(r->spec->kind) || r->spec->n_categories < 2)
        return none;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        slice own = behind_short_name(r, r->spec->categories[i].metric);
        if (own.len == 0 || (i > 0 && !slice_equal(own, subject)))
            return none;
        subject = own;
    }
    return subject;
}

/* What the categories are where one thing is told of each: 地 or 家, by what
 * their names end in. */
static const char *
owners_word(const resolving *r)
{
    static const slice ends[] = {
        SLICE("省"), SLICE("市"), SLICE("县"), SLICE("区"), SLICE("州"),
        SLICE("旗"), SLICE("镇"), SLICE("乡"), SLICE("村"), SLICE("街道"),
        SLICE("公司"), SLICE("集团"), SLICE("企业"), SLICE("厂"),
        SLICE("银行"), SLICE("医院"), SLICE("学校"), SLICE("大学")};
    const size_t n_places = 10;
    size_t places = 0, firms = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++)
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
            if (slice_ends_with(r->spec->categories[i].name, ends[k]) ||
                slice_starts_with(r->spec->categories[i].name,
                                  SLICE_OF("全"))) {
                *(k < n_places ? &places : &firms) += 1;
                break;
            }
    return places == r->spec->n_categories  ? "地"
           : firms == r->spec->n_categories ? "家"
                                            : "项";
}

/* What is counted: metrics, or places of which one thing is told. */
static const char *
items_word(const resolving *r)
{
    return resolve_subject(r).len > 0 ? owners_word(r) : "项指标";
}

/* What the growths of a chart have in common. */
typedef struct tally {
    size_t n, rises, falls, flats, incomparable;
    size_t nearly;  /* of the flats, those that are only 基本持平 */
    size_t expected; /* growths that rest on an estimate */
    size_t open;    /* >-5%: nobody can say which way */
    size_t missing; /* no growth is known */
    size_t n_rates, n_up, n_down;
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

/* The same before rounding, by which they are put in order. */
static jb_decimal
exact_of(const resolving *r, size_t metric)
{
    return draft_fact(r->draft, metric, FACT_GROWTH)->growth.exact;
}

static bool
is_nearly_flat(const resolving *r, size_t metric)
{
    return draft_fact(r->draft, metric, FACT_GROWTH)->growth.is_nearly_flat;
}

/* The rate with what its qualifier leaves open. */
static jb_quantity
bounded_rate(const resolving *r, size_t metric)
{
    jb_quantity q = draft_fact(r->draft, metric, FACT_GROWTH)->quantity;
    q.value = rate_of(r, metric);
    return q;
}

/* Whether a rate rises or falls whatever its qualifier leaves open. */
static bool
is_way_known(const resolving *r, size_t metric)
{
    jb_quantity own = bounded_rate(r, metric), none = own;
    none.value = (jb_decimal){0, 0};
    none.bound = BOUND_EXACT;
    return level_leads(own, none) || level_leads(none, own);
}

/* What a rate may be: about a level, all that the levels permit. */
static level_range
range_of_rate(const resolving *r, size_t metric)
{
    const fact_growth *g =
        &draft_fact(r->draft, metric, FACT_GROWTH)->growth;
    jb_quantity own = bounded_rate(r, metric);
    bool is_about = own.bound == BOUND_APPROXIMATE && own.is_derived &&
                    decimal_compare(g->allowed.low, g->allowed.high) < 0;
    return is_about ? (level_range){g->allowed.low, g->allowed.high, true,
                                    true}
                    : level_written_range(own);
}

static slice
growth_words(const resolving *r, size_t metric)
{
    const metrics_metric *m = draft_metric(r->draft, metric);
    return phrase_growth(r->draft->arena,
                         draft_fact(r->draft, metric, FACT_GROWTH), m->unit,
                         phrase_manner(m->name.text, m->unit));
}

/* Whether both growths are rates, told in the same words. */
static bool
grows_alike(const resolving *r, size_t a, size_t b)
{
    return is_rate(draft_fact(r->draft, a, FACT_GROWTH)) &&
           is_rate(draft_fact(r->draft, b, FACT_GROWTH)) &&
           slice_equal(growth_words(r, a), growth_words(r, b));
}

/* Whether every rate that is told in other words is lower (`sign` 1) or higher
 * (-1) than this one. */
static bool
is_surely_extreme(const resolving *r, size_t metric, int sign)
{
    level_range own = range_of_rate(r, metric);
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t other = r->spec->categories[i].metric;
        if (!is_rate(draft_fact(r->draft, other, FACT_GROWTH)) ||
            grows_alike(r, metric, other))
            continue;
        level_range its = range_of_rate(r, other);
        if (sign > 0 ? !level_is_above(own, its) : !level_is_above(its, own))
            return false;
    }
    return true;
}

static void
count_rate(const resolving *r, tally *t, size_t metric)
{
    jb_decimal rate = exact_of(r, metric);
    if (t->n_rates == 0 ||
        decimal_compare(rate, exact_of(r, t->most)) > 0)
        t->most = metric;
    if (t->n_rates == 0 ||
        decimal_compare(rate, exact_of(r, t->least)) < 0)
        t->least = metric;
    t->n_rates++;
    bool is_known = is_way_known(r, metric) && !is_nearly_flat(r, metric);
    t->n_up += is_known && decimal_sign(rate) > 0;
    t->n_down += is_known && decimal_sign(rate) < 0;
}

static bool
is_expected(const jb_fact *g)
{
    return g->quantity.status == STATUS_EXPECTED;
}

static tally
tally_of(const resolving *r)
{
    tally t = {0};
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        const jb_fact *g = draft_fact(r->draft, metric, FACT_GROWTH);
        int direction = phrase_direction(g);
        t.missing += !g->is_known;
        if (!g->is_known)
            continue;
        bool is_nearly = g->growth.is_nearly_flat;
        bool is_open = is_rate(g) && !is_nearly && !is_way_known(r, metric);
        t.n++;
        t.open += is_open;
        t.rises += direction > 0 && !is_open;
        t.falls += direction < 0 && !is_open;
        t.flats += g->growth.kind == CHANGE_FLAT || is_nearly;
        t.nearly += is_nearly;
        t.expected += is_expected(g);
        t.incomparable += g->growth.kind == CHANGE_INCOMPARABLE;
        if (is_rate(g))
            count_rate(r, &t, metric);
    }
    return t;
}

/* Metrics that grow like this one, and the last of them. */
static size_t
alike_count(const resolving *r, size_t metric, size_t *last)
{
    size_t n = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++)
        if (grows_alike(r, r->spec->categories[i].metric, metric)) {
            *last = r->spec->categories[i].metric;
            n++;
        }
    return n;
}

/* The one that stands out, and those beside it: 甲; 甲和乙; 甲等3项. */
static slice
outstanding(const resolving *r, size_t metric)
{
    size_t last = metric, n = alike_count(r, metric, &last);
    slice name = draft_short_name(r->draft, metric);
    if (n > 2)
        return slice_printf(r->draft->arena, "%.*s等%zu项", SLICE_ARGS(name),
                            n);
    if (n == 2)
        return slice_printf(r->draft->arena, "%.*s和%.*s", SLICE_ARGS(name),
                            SLICE_ARGS(draft_short_name(r->draft, last)));
    return name;
}

/* 预计 before what rests on an estimate of this metric or one like it. */
static const char *
tense_of(const resolving *r, size_t metric)
{
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t other = r->spec->categories[i].metric;
        const jb_fact *g = draft_fact(r->draft, other, FACT_GROWTH);
        if (is_expected(g) &&
            (other == metric || grows_alike(r, metric, other)))
            return "预计";
    }
    return "";
}

/* 开发区4等3项增幅最大，均增长37.5%; 3项指标均增长37.5%; of an
 * estimate, 甲预计增幅最大; against estimates, 甲增幅预计最大 */
static slice
finding_of_one_side(const resolving *r, const tally *t, size_t metric,
                    const char *what)
{
    size_t last = metric, n = alike_count(r, metric, &last);
    slice words = growth_words(r, metric);
    const char *tense = tense_of(r, metric);
    if (n == r->spec->n_categories)
        return slice_printf(r->draft->arena, "%zu%s%s均%.*s", n,
                            items_word(r), tense, SLICE_ARGS(words));
    bool is_actual_among = *tense == '\0' && t->expected > 0;
    return slice_printf(r->draft->arena, "%.*s%s%s%s最大，%s%.*s",
                        SLICE_ARGS(outstanding(r, metric)), tense, what,
                        is_actual_among ? "预计" : "", n > 1 ? "均" : "",
                        SLICE_ARGS(words));
}

static slice
finding_of_metric(const resolving *r, size_t metric)
{
    slice name = draft_short_name(r->draft, metric);
    slice words = growth_words(r, metric);
    slice versus =
            phrase_versus(draft_fact(r->draft, metric, FACT_GROWTH),
                          draft_metric(r->draft, metric)->period);
    return slice_printf(r->draft->arena, "%.*s%s%.*s%.*s", SLICE_ARGS(name),
                        tense_of(r, metric), SLICE_ARGS(versus),
                        SLICE_ARGS(words));
}

/* 甲增长5.0% */
static slice
short_finding(const resolving *r, size_t metric)
{
    return slice_printf(r->draft->arena, "%.*s%s%.*s",
                        SLICE_ARGS(draft_short_name(r->draft, metric)),
                        tense_of(r, metric),
                        SLICE_ARGS(growth_words(r, metric)));
}

static bool
are_unlike(const tally *t)
{
    return t->flats < t->n && t->incomparable < t->n && t->rises < t->n &&
           t->falls < t->n;
}

/* 生猪出栏下降4.4%，生猪存栏持平 */
static slice
finding_of_each(const resolving *r)
{
    slice_builder b = {.arena = r->draft->arena};
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        builder_add_text(&b, i > 0 ? "，" : "");
        builder_add(&b, short_finding(r, r->spec->categories[i].metric));
    }
    return builder_slice(&b);
}

/* 全部上升, where one thing can be said of all; or NULL. */
static const char *
words_of_all(const tally *t, size_t n)
{
    return t->rises == n          ? "全部上升"
           : t->falls == n        ? "全部下降"
           : t->flats == n && t->nearly > 0 ? "均与上年同期基本持平"
           : t->flats == n        ? "均与上年同期持平"
           : t->incomparable == n ? "同比均不可比"
           : t->missing == n      ? "均无同比数"
                                  : NULL;
}

static void
add_count(slice_builder *b, size_t n, const char *words)
{
    if (n > 0)
        builder_printf(b, "%zu%s", n, words);
}

/* 11项指标8升2降1平; 3项指标1升，2项无同比数 */
static slice
finding_of_count(const resolving *r, const tally *t)
{
    slice_builder b = {.arena = r->draft->arena};
    size_t n = r->spec->n_categories;
    const char *all = words_of_all(t, n), *items = items_word(r);
    const char *one = resolve_subject(r).len > 0 ? items : "项";
    bool is_mixed = t->expected > 0 && t->expected < t->n;
    builder_printf(&b, "%zu%s%s%s%s", n, items,
                   is_mixed ? "（含预计数）" : "",
                   t->expected > 0 && !is_mixed ? "预计" : "",
                   all != NULL ? all : "");
    if (all != NULL)
        return builder_slice(&b);
    size_t head = b.len;
    add_count(&b, t->rises, "升");
    add_count(&b, t->falls, "降");
    if (t->nearly == 0)
        add_count(&b, t->flats, "平");
    const struct {
        size_t n;
        const char *words;
    } rest[] = {{t->nearly > 0 ? t->flats : 0, "基本持平"},
                {t->open, "升降未定"},
                {t->incomparable, "不可比"},
                {t->missing, "无同比数"}};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
        if (rest[i].n > 0)
            builder_printf(&b, "%s%zu%s%s", b.len > head ? "，" : "",
                           rest[i].n, one, rest[i].words);
    return builder_slice(&b);
}

/* 甲增长最快 among several rates of its side, 仅甲增长5.0% where nothing else
 * rose, 甲增长5.0% where no other rate did. Empty where a qualifier leaves open
 * which it is. */
static slice
finding_of_side(const resolving *r, const tally *t, int sign)
{
    arena *a = r->draft->arena;
    size_t metric = sign > 0 ? t->most : t->least;
    size_t n = sign > 0 ? t->rises : t->falls;
    slice one = short_finding(r, metric);
    if (n == 1 && t->open == 0)
        return slice_join(a, SLICE_OF("仅"), one);
    if ((sign > 0 ? t->n_up : t->n_down) == 1)
        return one;
    if (!is_surely_extreme(r, metric, sign))
        return SLICE_OF("");
    return slice_printf(a, "%.*s%s%s", SLICE_ARGS(outstanding(r, metric)),
                        t->expected == 0 ? sign > 0 ? "增长" : "降幅"
                        : sign > 0       ? "增速预计"
                                         : "降幅预计",
                        sign > 0 ? "最快" : "最大");
}

/* 甲增长最快，乙降幅最大; of two each is told. */
static slice
finding_of_two_sides(const resolving *r, const tally *t)
{
    if (r->spec->n_categories == 2)
        return finding_of_each(r);
    slice up = finding_of_side(r, t, 1), down = finding_of_side(r, t, -1);
    return up.len == 0 || down.len == 0
               ? SLICE_OF("")
               : slice_printf(r->draft->arena, "%.*s，%.*s", SLICE_ARGS(up),
                              SLICE_ARGS(down));
}

/* What stands out among the rates, or empty where none surely does. */
static slice
finding_of_extremes(const resolving *r, const tally *t)
{
    if (t->n_up > 0 && t->n_down > 0)
        return finding_of_two_sides(r, t);
    int sign = t->n_up > 0 ? 1 : -1;
    size_t metric = sign > 0 ? t->most : t->least;
    if (t->n_up + t->n_down == 0 || !is_surely_extreme(r, metric, sign))
        return SLICE_OF("");
    return finding_of_one_side(r, t, metric, sign > 0 ? "增幅" : "降幅");
}

/* How much an outcome that is no rate stands out on its side. */
static int
outcome_weight(metrics_change_kind kind)
{
    switch (kind) {
    case CHANGE_TURNED_PROFIT:
    case CHANGE_TURNED_LOSS:
        return 2;
    case CHANGE_LOSS_NARROWED:
    case CHANGE_LOSS_WIDENED:
        return 1;
    default:
        return 0;
    }
}

/* The first of the weightiest outcomes that rose or fell; SIZE_MAX: none. */
static size_t
outcome_of_side(const resolving *r, int side)
{
    size_t best = SIZE_MAX;
    int most = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        const jb_fact *g = draft_fact(r->draft, metric, FACT_GROWTH);
        int weight = outcome_weight(g->growth.kind);
        if (!g->is_known || phrase_direction(g) != side || weight <= most)
            continue;
        most = weight;
        best = metric;
    }
    return best;
}

/* The widest change in points of one kind; SIZE_MAX where there are others or
 * none is the widest alone. */
static size_t
widest_points(const resolving *r)
{
    size_t best = SIZE_MAX, n_best = 0;
    jb_unit unit = {0};
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        const jb_fact *g = draft_fact(r->draft, metric, FACT_GROWTH);
        if (!g->is_known || g->growth.kind != CHANGE_POINTS)
            continue;
        int order = best == SIZE_MAX
                        ? 1
                        : decimal_compare(decimal_abs(g->growth.rate),
                                          decimal_abs(rate_of(r, best)));
        if (best != SIZE_MAX && g->quantity.unit.kind == UNIT_POINT &&
            !slice_equal(g->quantity.unit.name, unit.name))
            return SIZE_MAX;
        unit = g->quantity.unit;
        n_best = order > 0 ? 1 : n_best + (order == 0);
        best = order > 0 ? metric : best;
    }
    return n_best == 1 ? best : SIZE_MAX;
}

/* 新材料板块利润总额扭亏为盈，地产板块利润总额增亏0.57亿元; 5项指标3升1降1平，普惠性幼儿园覆
 * 盖率提高2.7个百分点: the count, and what stands out. */
static slice
finding_of_outcomes(const resolving *r, const tally *t)
{
    arena *a = r->draft->arena;
    size_t up = outcome_of_side(r, 1), down = outcome_of_side(r, -1);
    size_t widest = widest_points(r);
    slice count = finding_of_count(r, t);
    if (r->spec->n_categories == 2 && t->n == 2 && are_unlike(t))
        return finding_of_each(r);
    if (up != SIZE_MAX && down != SIZE_MAX)
        return slice_printf(a, "%.*s，%.*s",
                            SLICE_ARGS(short_finding(r, up)),
                            SLICE_ARGS(short_finding(r, down)));
    size_t one = up != SIZE_MAX     ? up
                 : down != SIZE_MAX ? down
                                    : widest;
    return one == SIZE_MAX ? count
                           : slice_printf(a, "%.*s，%.*s", SLICE_ARGS(count),
                                          SLICE_ARGS(short_finding(r, one)));
}

slice
finding_of_growth(const resolving *r)
{
    tally t = tally_of(r);
    if (t.n == 0)
        return SLICE_OF("");
    if (r->spec->n_categories == 1)
        return finding_of_metric(r, r->spec->categories[0].metric);
    if (t.n_rates < 2)
        return finding_of_outcomes(r, &t);
    slice found = finding_of_extremes(r, &t);
    if (found.len == 0)
        return finding_of_count(r, &t);
    if (t.missing == 0)
        return found;
    return slice_printf(r->draft->arena, "有同比数的%zu项中，%.*s", t.n,
                        SLICE_ARGS(found));
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
    builder_add_text(&b, t->expected > 0 ? "预计" : "");
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
        return finding_of_metric(r, r->spec->categories[0].metric);
    if (n <= 3 && t.n == n && (t.rises == n || t.falls == n))
        return finding_of_few(r, &t);
    if (n == 2 && t.n == 2 && are_unlike(&t))
        return finding_of_each(r);
    slice count = finding_of_count(r, &t);
    if (t.n_rates < 2 || t.n_up == 0 || t.missing > 0 ||
        !is_surely_extreme(r, t.most, 1))
        return count;
    slice most = t.n_up == 1
                     ? short_finding(r, t.most)
                     : slice_printf(r->draft->arena, "%.*s增幅%s最大",
                                    SLICE_ARGS(outstanding(r, t.most)),
                                    t.expected > 0 ? "预计" : "");
    return slice_printf(r->draft->arena, "%.*s，%.*s", SLICE_ARGS(count),
                        SLICE_ARGS(most));
}

/* Whether it has a place among rates: what has not changed stands at zero. */
static bool
has_place(const resolving *r, size_t metric)
{
    const jb_fact *g = draft_fact(r->draft, metric, FACT_GROWTH);
    return is_rate(g) || (g->is_known && g->growth.kind == CHANGE_FLAT);
}

static jb_quantity
placed_rate(const resolving *r, size_t metric)
{
    return is_rate(draft_fact(r->draft, metric, FACT_GROWTH))
               ? bounded_rate(r, metric)
               : (jb_quantity){.bound = BOUND_EXACT};
}

/* ，增速居8项首位: among three rates or more. Nothing where a qualifier leaves
 * the place open. */
static slice
place_words(const resolving *r, size_t metric)
{
    arena *a = r->draft->arena;
    size_t ahead = 0, behind = 0, open = 0, n = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t other = r->spec->categories[i].metric;
        if (!has_place(r, other))
            continue;
        jb_quantity own = placed_rate(r, metric);
        jb_quantity its = placed_rate(r, other);
        bool leads = level_leads(its, own), trails = level_leads(own, its);
        n++;
        ahead += leads && !trails;
        behind += trails && !leads;
        open += other != metric && !leads && !trails;
    }
    if (n < PLACE_LEAST || !has_place(r, metric) || open > 0)
        return SLICE_OF("");
    if (ahead == 0)
        return slice_printf(a, "，增速居%zu项首位", n);
    if (behind == 0)
        return slice_printf(a, "，增速居%zu项末位", n);
    return slice_printf(a, "，增速在%zu项中居第%zu位", n, ahead + 1);
}

/* 第二产业占地区生产总值的46.2% */
static slice
finding_of_part(const resolving *r, size_t category)
{
    const chart_series *s = r->series.at;
    if (r->series.n != 2 || s[1].role != SERIES_SHARE ||
        s[1].data[category].label.len == 0)
        return SLICE_OF("");
    return slice_printf(r->draft->arena, "%.*s占%.*s的%.*s",
                        SLICE_ARGS(r->spec->categories[category].name),
                        SLICE_ARGS(s[0].name),
                        SLICE_ARGS(s[1].data[category].label));
}

/* 出口增长8.2%，进口下降1.5%: as many as a title holds. */
static slice
finding_of_some(const resolving *r)
{
    slice_builder b = {.arena = r->draft->arena};
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        const chart_category *c = &r->spec->categories[i];
        if (!c->is_focus)
            continue;
        builder_printf(&b, "%s%.*s%s%.*s", b.len > 0 ? "，" : "",
                       SLICE_ARGS(c->name), tense_of(r, c->metric),
                       SLICE_ARGS(growth_words(r, c->metric)));
    }
    return builder_slice(&b);
}

slice
finding_of_focus(const resolving *r)
{
    size_t n = r->spec->n_focus, first = 0;
    while (first < r->spec->n_categories &&
           !r->spec->categories[first].is_focus)
        first++;
    if (slice_is(r->spec->kind, "parts") && n == 1)
        return finding_of_part(r, first);
    if (!speaks_of_growth(r->spec->kind) || n > SOME_MOST)
        return SLICE_OF("");
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        const chart_category *c = &r->spec->categories[i];
        if (c->is_focus &&
            (c->metric == SIZE_MAX ||
             !draft_fact(r->draft, c->metric, FACT_GROWTH)->is_known))
            return SLICE_OF("");
    }
    if (n > 1)
        return finding_of_some(r);
    size_t metric = r->spec->categories[first].metric;
    return slice_join(r->draft->arena, finding_of_metric(r, metric),
                      place_words(r, metric));
}
