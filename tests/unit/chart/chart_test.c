/* A chart as a whole: what is refused and how it is said, what a break
 * declares, and that the same specification gives the same display list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "chart/paging.h"
#include "unit/chart/easel.h"

static const int64_t plain[] = {5, -3, 12};
static const int64_t far[] = {5, -3, 12, 9, 4000};

static void
unknown_kind_names_the_known_ones(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, plain, 3);
    spec.kind = SLICE_OF("pie");
    assert_int_equal(chart_measure(&c, &spec, LEN_OF_MM(100)), 0);
    assert_true(is_found(e, &CHART_KIND_UNKNOWN));
    slice hint = diags_at(e->diags, 0)->hint;
    for (size_t i = 0; i < chart_types_count(); i++)
        assert_true(slice_find(hint, slice_from(chart_type_at(i)->name)) <
                    hint.len);
}

static void
each_kind_refuses_what_has_nothing_for_it(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    for (size_t i = 0; i < chart_types_count(); i++) {
        chart_spec spec = {.id = SLICE("empty"),
                           .kind = slice_from(chart_type_at(i)->chinese)};
        size_t before = diags_count(e->diags);
        assert_int_equal(chart_measure(&c, &spec, LEN_OF_MM(100)), 0);
        assert_ptr_equal(diags_at(e->diags, before)->kind,
                         &CHART_UNSUITABLE);
    }
}

static void
too_little_room_is_said_with_what_is_needed(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, plain, 3);
    jb_display d = {.arena = e->arena};
    assert_false(chart_build(&c, &spec,
                             (jb_size){LEN_OF_MM(100), LEN_OF_MM(8)},
                             SLICE_OF(""), &d));
    assert_true(is_found(e, &CHART_TOO_SMALL));
    assert_int_equal(d.items.n, 0);
    assert_int_equal(chart_measure(&c, &spec, LEN_OF_MM(6)), 0);
    assert_true(is_found(e, &CHART_TOO_NARROW));
}

/* G4: the break is on the bar and on the axis, and a note names it. */
static void
break_is_declared_and_can_be_switched_off(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, far, 5);
    chart_option never = {SLICE("断轴"), SLICE("否"), {NULL, 0, 0}};
    jb_size size = {LEN_OF_MM(150), LEN_OF_MM(90)};
    jb_display d = {.arena = e->arena}, whole = {.arena = e->arena};
    assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &d));
    assert_true(is_found(e, &CHART_BROKEN));
    sketch s = {.arena = e->arena}, t = {.arena = e->arena};
    sketch_read(&s, &d);
    slice text = sketch_all_text(&s);
    assert_true(slice_find(text, SLICE_OF("“指标5”")) < text.len);
    assert_false(sketch_bar_lookup(&s, SLICE_OF("g-1-5"))->is_rect);
    spec.options = &never;
    spec.n_options = 1;
    assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &whole));
    sketch_read(&t, &whole);
    assert_true(sketch_bar_lookup(&t, SLICE_OF("g-1-5"))->is_rect);
}

static slice
text_drawn(easel *e, const chart_spec *spec)
{
    chart_context c = context_of(e);
    jb_size size = {LEN_OF_MM(150), LEN_OF_MM(120)};
    jb_display d = {.arena = e->arena};
    assert_true(chart_build(&c, spec, size, SLICE_OF(""), &d));
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    return sketch_all_text(&s);
}

/* A bar that is not to be seen for its shortness is not taken for none. */
static void
bars_too_short_to_be_seen_are_told(void **state)
{
    easel *e = *state;
    static const int64_t short_one[] = {1, 300, 410, 500};
    static const int64_t seen[] = {2, 300, 410, 500};
    chart_spec spec = growth_of(e->arena, short_one, 4);
    slice text = text_drawn(e, &spec);
    assert_int_equal(times_found(text, "“指标1”按比例画不出柱子"), 1);
    spec = growth_of(e->arena, seen, 4);
    assert_int_equal(times_found(text_drawn(e, &spec), "画不出"), 0);
}

/* In panels of periods, the note says whose period it is. */
static void
columns_of_a_course_too_short_to_be_seen_are_told(void **state)
{
    easel *e = *state;
    static const char *const kinds[] = {"series", "multiples"};
    static const int64_t short_one[] = {1, 300, 410, 500};
    static const int64_t seen[] = {3, 300, 410, 500};
    for (size_t i = 0; i < 2; i++) {
        chart_spec spec = growth_of(e->arena, short_one, 4);
        spec.kind = slice_from(kinds[i]);
        spec.series[0].name = SLICE_OF("产值");
        spec.series[0].role = SERIES_CURRENT;
        slice text = text_drawn(e, &spec);
        assert_int_equal(
            times_found(text, "“产值”指标1按比例画不出柱子"), 1);
        spec = growth_of(e->arena, seen, 4);
        spec.kind = slice_from(kinds[i]);
        assert_int_equal(times_found(text_drawn(e, &spec), "画不出"), 0);
    }
}

/* Two levels, the second half as large as the first, for each category. */
static chart_spec
levels_of(arena *a, const char *kind, const int64_t *values, size_t n)
{
    chart_spec spec = growth_of(a, values, n);
    spec.kind = slice_from(kind);
    spec.series = ARENA_ARRAY(a, 2, chart_series);
    spec.n_series = 2;
    spec.series[0].role = slice_is(spec.kind, "target") ? SERIES_TARGET
                                                        : SERIES_PREVIOUS;
    spec.series[1].role = SERIES_CURRENT;
    for (size_t s = 0; s < 2; s++) {
        spec.series[s].name = slice_printf(a, "第%zu列", s + 1);
        spec.series[s].data = ARENA_ARRAY(a, n, chart_datum);
        for (size_t i = 0; i < n; i++) {
            chart_datum *d = &spec.series[s].data[i];
            d->has_value = true;
            d->value = (jb_decimal){values[i] * 2 / ((int64_t)s + 1), 0};
            d->label = decimal_text(a, d->value);
        }
    }
    for (size_t i = 0; i < n; i++)
        spec.categories[i].unit = unit_from(SLICE_OF("家"));
    return spec;
}

/* What would flatten the rest has a panel of its own, and so has what would
 * flatten the rest of that. */
static void
levels_of_three_orders_have_three_scales(void **state)
{
    easel *e = *state;
    static const int64_t orders[] = {300, 12, 9, 5, 9000};
    static const char *const kinds[] = {"compare", "target"};
    for (size_t k = 0; k < 2; k++) {
        chart_spec spec = levels_of(e->arena, kinds[k], orders, 5);
        slice text = text_drawn(e, &spec);
        assert_int_equal(times_found(text, "单位：家"), 3);
        assert_int_equal(times_found(text, "“指标1”、“指标5”远大于其他"), 1);
        assert_int_equal(times_found(text, "画不出"), 0);
        chart_option never = {SLICE("断轴"), SLICE("否"), {NULL, 0, 0}};
        spec.options = &never;
        spec.n_options = 1;
        text = text_drawn(e, &spec);
        assert_int_equal(times_found(text, "单位：家"), 1);
        assert_int_equal(times_found(text, "远大于"), 0);
    }
}

static jb_display
display_drawn(easel *e, const chart_spec *spec)
{
    chart_context c = context_of(e);
    jb_size size = {LEN_OF_MM(150), LEN_OF_MM(90)};
    jb_display d = {.arena = e->arena};
    assert_true(chart_build(&c, spec, size, SLICE_OF(""), &d));
    return d;
}

/* Places among peers, one metric each. */
static chart_spec
ranks_of(easel *e, const int64_t *places, const int64_t *peers, size_t n)
{
    chart_spec spec = growth_of(e->arena, places, n);
    spec.kind = SLICE_OF("ranking");
    chart_series *both = ARENA_ARRAY(e->arena, 2, chart_series);
    both[0] = growth_of(e->arena, places, n).series[0];
    both[1] = growth_of(e->arena, peers, n).series[0];
    both[0].role = SERIES_RANK;
    both[1].role = SERIES_PEERS;
    spec.series = both;
    spec.n_series = 2;
    return spec;
}

/* The 17th of 18 is near the end, though others are among 105. */
static void
places_among_unlike_peers_are_relative(void **state)
{
    easel *e = *state;
    static const int64_t places[] = {17, 1};
    int64_t peers[] = {18, 105};
    for (int round = 0; round < 2; round++) {
        chart_spec spec = ranks_of(e, places, peers, 2);
        jb_display d = display_drawn(e, &spec);
        const display_figure *a = figure_drawn(&d, "g-1-1");
        const display_figure *b = figure_drawn(&d, "g-1-2");
        assert_int_equal(a->places->row.x, b->places->row.x);
        assert_int_equal(a->places->row.w, b->places->row.w);
        sketch s = {.arena = e->arena};
        sketch_read(&s, &d);
        slice text = sketch_all_text(&s);
        assert_int_equal(times_found(text, "末位"), round == 0 ? 2 : 0);
        peers[0] = peers[1];
    }
}

/* The middle of the dot of the row's own place. */
static jb_len
own_dot(const jb_display *d, const char *id)
{
    const display_figure *f = figure_drawn(d, id);
    bool is_here = false;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN)
            is_here = item->group.figure == f;
        if (!is_here || item->kind != DISPLAY_PATH ||
            memcmp(&item->shape.paint.fill, &f->places->own,
                   sizeof f->places->own) != 0)
            continue;
        jb_rect r = path_bounds(&item->shape.path);
        return r.x + r.w / 2;
    }
    fail_msg("no own dot in %s", id);
    return 0;
}

/* A row's dot stands after the share of the others that are before it: first
 * places at one end, last ones at the other, whatever the number of peers, as
 * dots and along lines. */
static void
first_places_are_nowhere_behind_others(void **state)
{
    easel *e = *state;
    static const int64_t places[] = {1, 3, 1, 9, 88, 5};
    static const int64_t lines[] = {9, 88, 88, 9, 88, 9};
    static const int64_t dots[] = {9, 12, 12, 9, 88, 9};
    for (int round = 0; round < 2; round++) {
        size_t n = round == 0 ? 6 : 4;
        chart_spec spec = ranks_of(e, places, round == 0 ? lines : dots, n);
        jb_display d = display_drawn(e, &spec);
        jb_len first = own_dot(&d, "g-1-1"), last = own_dot(&d, "g-1-4");
        assert_true(own_dot(&d, "g-1-2") > first);
        assert_int_equal(own_dot(&d, "g-1-3"), first);
        if (round > 0)
            continue;
        assert_int_equal(own_dot(&d, "g-1-5"), last);
        assert_in_range(own_dot(&d, "g-1-6"), (first + last) / 2 - 1,
                        (first + last) / 2 + 1);
    }
}

/* Columns that none could see on the others' scale have one of their own, and
 * a note says so. */
static void
small_multiples_of_another_order_are_seen(void **state)
{
    easel *e = *state;
    static const int64_t great[] = {2000, 2300}, less[] = {9, 7};
    static const int64_t fair[] = {90, 700};
    chart_spec spec = growth_of(e->arena, great, 2);
    spec.kind = SLICE_OF("multiples");
    chart_series *all = ARENA_ARRAY(e->arena, 3, chart_series);
    all[0] = growth_of(e->arena, great, 2).series[0];
    all[1] = growth_of(e->arena, less, 2).series[0];
    all[2] = growth_of(e->arena, fair, 2).series[0];
    static const char *const names[] = {"大", "小", "中"};
    for (size_t i = 0; i < 3; i++) {
        all[i].name = slice_from(names[i]);
        all[i].role = SERIES_CURRENT;
        all[i].unit = unit_from(SLICE_OF("家"));
    }
    spec.series = all;
    spec.n_series = 3;
    jb_display d = display_drawn(e, &spec);
    size_t first = figure_drawn(&d, "g-1-1")->scale;
    assert_true(figure_drawn(&d, "g-2-1")->scale != first);
    assert_int_equal(figure_drawn(&d, "g-3-1")->scale, first);
    assert_int_equal(
        times_found(text_drawn(e, &spec), "“小”远小于同单位的其他各格"), 1);
}

/* Panels of one unit, each with the same course. */
static chart_spec
panels_of(arena *a, size_t n)
{
    static const int64_t course[] = {320, 327, 355, 371, 410, 441, 463};
    chart_spec spec = growth_of(a, course, 7);
    spec.kind = SLICE_OF("multiples");
    spec.series = ARENA_ARRAY(a, n, chart_series);
    spec.n_series = n;
    for (size_t i = 0; i < n; i++) {
        spec.series[i] = growth_of(a, course, 7).series[0];
        spec.series[i].name = SLICE_OF("产值");
        spec.series[i].role = SERIES_CURRENT;
        spec.series[i].unit = unit_from(SLICE_OF("家"));
    }
    return spec;
}

/* Rows of panels, by the feet of their first columns. */
static size_t
rows_drawn(const sketch *s, size_t n_panels)
{
    size_t rows = 0;
    jb_len last = -1, foot = 0;
    for (size_t i = 0; i < n_panels; i++) {
        jb_rect first = s->bars.at[i * 7].rect;
        foot = first.y + first.h;
        rows += abs(foot - last) > LEN_PER_PT;
        last = foot;
    }
    return rows;
}

/* The grid follows the picture's shape, and the periods stand once below each
 * of its columns. */
static void
panels_take_the_shape_of_the_picture(void **state)
{
    easel *e = *state;
    static const struct {
        int w, h;
        size_t panels, rows, columns;
    } pictures[] = {{260, 60, 4, 1, 4},  {110, 150, 4, 4, 1},
                    {160, 100, 4, 2, 2}, {200, 110, 6, 2, 3},
                    {110, 230, 8, 4, 2}, {300, 110, 12, 2, 6}};
    chart_context c = context_of(e);
    for (size_t i = 0; i < 6; i++) {
        chart_spec spec = panels_of(e->arena, pictures[i].panels);
        jb_display d = {.arena = e->arena};
        jb_size size = {LEN_OF_MM(pictures[i].w), LEN_OF_MM(pictures[i].h)};
        assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &d));
        sketch s = {.arena = e->arena};
        sketch_read(&s, &d);
        assert_int_equal(rows_drawn(&s, pictures[i].panels),
                         pictures[i].rows);
        assert_int_equal(times_found(sketch_all_text(&s), "指标7"),
                         pictures[i].columns);
    }
}

/* G3: a year without a figure has —, one whose figure is nought 0, also where
 * most columns go without their figures; or a note tells which is which. */
static void
missing_is_not_nought(void **state)
{
    easel *e = *state;
    static const int64_t values[] = {4012, 2031, 2806, 0,
                                     4630, 5123, 0,    5200};
    for (size_t n = 1; n <= 6; n += 5) {
        chart_spec spec = growth_of(e->arena, values, 8);
        spec.kind = SLICE_OF("multiples");
        chart_series *all = ARENA_ARRAY(e->arena, n, chart_series);
        for (size_t i = 0; i < n; i++) {
            all[i] = growth_of(e->arena, values, 8).series[0];
            all[i].name = SLICE_OF("甲");
            all[i].role = SERIES_CURRENT;
            all[i].unit = unit_from(SLICE_OF("家"));
            for (size_t k = 0; k < 8; k++)
                all[i].data[k].label = SLICE_OF("1234");
            all[i].data[6].label = SLICE_OF("零");
            all[i].data[3] = (chart_datum){.is_missing = true,
                                           .label = SLICE("—")};
        }
        spec.series = all;
        spec.n_series = n;
        slice text = text_drawn(e, &spec);
        bool is_noted = times_found(text, "缺数") > 0;
        assert_true(is_noted || times_found(text, "—") == n);
        is_noted = times_found(text, "为0") > 0;
        assert_true(is_noted || times_found(text, "零") == n);
    }
}

#define LONG_LIST 200

static sketch
part_drawn(easel *e, chart_spec *spec, size_t part, size_t n_parts)
{
    chart_context c = context_of(e);
    spec->part = part;
    spec->n_parts = n_parts;
    jb_size size = {LEN_OF_MM(150), 0};
    size.h = chart_measure(&c, spec, size.w);
    jb_display d = {.arena = e->arena};
    assert_true(chart_build(&c, spec, size, SLICE_OF(""), &d));
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    return s;
}

/* G6: a list over several pages has one scale and one zero line, each of its
 * rows once, and the order asked for goes on from page to page. */
static void
parts_of_a_long_list_share_their_scale(void **state)
{
    easel *e = *state;
    int64_t values[LONG_LIST];
    uint64_t seed = 11;
    for (size_t i = 0; i < LONG_LIST; i++)
        values[i] = 3 + (int64_t)sketch_below(&seed, 120);
    chart_spec spec = growth_of(e->arena, values, LONG_LIST);
    chart_option sort = {SLICE("排序"), SLICE("数值"), SPAN_NONE};
    spec.options = &sort;
    spec.n_options = 1;
    size_t drawn = 0;
    jb_len zero = 0;
    double scale = 0;
    int64_t last = INT64_MAX;
    for (size_t k = 0; k < 12; k++) {
        sketch s = part_drawn(e, &spec, k, 12);
        for (size_t i = 0; i < s.bars.n; i++, drawn++) {
            const sketch_bar *b = &s.bars.at[i];
            slice id = b->id;
            size_t category = 0;
            sscanf(slice_copy(e->arena, id).at, "g-1-%zu", &category);
            int64_t value = values[category - 1];
            double own = (double)b->rect.w / (double)value;
            assert_true(value <= last);
            last = value;
            zero = drawn == 0 ? b->rect.x : zero;
            scale = drawn == 0 ? own : scale;
            assert_int_equal(b->rect.x, zero);
            assert_true(fabs(b->rect.w - scale * (double)value) <= 2);
        }
    }
    assert_int_equal(drawn, LONG_LIST);
}

/* Words about a lying bar stand on its row, or below the picture: elsewhere
 * they would be read with another bar. */
static void
remarks_keep_to_their_rows(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    int64_t values[13];
    for (size_t i = 0; i < 13; i++)
        values[i] = 140 - 10 * (int64_t)i;
    chart_spec spec = growth_of(e->arena, values, 13);
    chart_remark remark = {.name = SLICE("指标"), .text = SLICE("口径调整")};
    spec.remarks = &remark;
    spec.n_remarks = 1;
    jb_size size = {LEN_OF_MM(150), LEN_OF_MM(80)};
    size_t n_beside = 0;
    for (size_t i = 0; i < 13; i++) {
        remark.category = i;
        remark.series = SIZE_MAX;
        jb_display d = {.arena = e->arena};
        assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &d));
        sketch s = {.arena = e->arena};
        sketch_read(&s, &d);
        jb_rect bar = sketch_bar_lookup(
                          &s, slice_printf(e->arena, "g-1-%zu", i + 1))
                          ->rect;
        for (size_t k = 0; k < s.texts.n; k++) {
            const sketch_text *t = &s.texts.at[k];
            if (!slice_is(t->group, "g-remark-1"))
                continue;
            jb_len middle = t->ink.y + t->ink.h / 2;
            assert_in_range(middle, bar.y, bar.y + bar.h);
            n_beside++;
        }
    }
    assert_true(n_beside > 8);
}

/* The bar of the first metric of `n`, in a picture as large as a slide. */
static jb_rect
first_bar_of(const easel *e, size_t n)
{
    chart_context c = context_of(e);
    int64_t values[20];
    for (size_t i = 0; i < n; i++)
        values[i] = 26;
    chart_spec spec = growth_of(e->arena, values, n);
    jb_display d = {.arena = e->arena};
    assert_true(chart_build(&c, &spec,
                            (jb_size){LEN_OF_PT(800), LEN_OF_PT(450)},
                            SLICE_OF(""), &d));
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    return sketch_bar_lookup(&s, SLICE_OF("g-1-1"))->rect;
}

/* One bar lies, and three stand, thicker than bars of a long list; never so
 * thick as to be a picture of their own. */
static void
a_few_bars_are_thicker(void **state)
{
    easel *e = *state;
    jb_len usual = e->style.bar_width_max;
    jb_rect one = first_bar_of(e, 1), three = first_bar_of(e, 3);
    assert_true(one.h > usual * 5 / 4 && one.h < usual * 2);
    assert_true(three.w > usual * 5 / 4 && three.w <= usual * 5 / 2);
    assert_true(first_bar_of(e, 20).h < usual);
}

/* All that an arrow's group draws besides words. */
static jb_rect
shape_of_group(const jb_display *d, slice id)
{
    jb_point low = {INT32_MAX, INT32_MAX}, high = {0, 0};
    bool is_in = false;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN)
            is_in = slice_equal(item->group.id, id);
        else if (item->kind == DISPLAY_GROUP_END)
            is_in = false;
        if (!is_in || item->kind != DISPLAY_PATH)
            continue;
        jb_rect r = path_bounds(&item->shape.path); /* of a line, empty */
        low = (jb_point){len_min(low.x, r.x), len_min(low.y, r.y)};
        high = (jb_point){len_max(high.x, r.x + r.w),
                          len_max(high.y, r.y + r.h)};
    }
    return (jb_rect){low.x, low.y, high.x - low.x, high.y - low.y};
}

/* An arrow that tells an amount reaches from the one end to the other; one that
 * tells growth is over all that it spans. */
static void
arrows_are_to_scale(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, plain, 3);
    chart_option upright = {SLICE("方向"), SLICE("纵向"), {NULL, 0, 0}};
    chart_arrow arrows[] = {
        {.name = SLICE("甲至乙"), .label = SLICE("−8个百分点"), .from = 0,
         .to = 1, .is_amount = true, .direction = -1},
        {.name = SLICE("甲至丙"), .label = SLICE("+140%"), .from = 0, .to = 2,
         .direction = 1}};
    spec.options = &upright;
    spec.n_options = 1;
    spec.arrows = arrows;
    spec.n_arrows = 2;
    jb_display d = {.arena = e->arena};
    assert_true(chart_build(&c, &spec, (jb_size){LEN_OF_MM(120),
                                                 LEN_OF_MM(80)},
                            SLICE_OF(""), &d));
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    jb_rect up = sketch_bar_lookup(&s, SLICE_OF("g-1-1"))->rect;
    jb_rect down = sketch_bar_lookup(&s, SLICE_OF("g-1-2"))->rect;
    jb_rect high = sketch_bar_lookup(&s, SLICE_OF("g-1-3"))->rect;
    jb_rect amount = shape_of_group(&d, SLICE_OF("g-arrow-1"));
    jb_rect over = shape_of_group(&d, SLICE_OF("g-arrow-2"));
    assert_int_equal(amount.y, up.y);
    assert_int_equal(amount.y + amount.h, down.y + down.h);
    assert_true(over.y + over.h < high.y);
    assert_true(over.x > up.x && over.x < up.x + up.w);
    assert_true(over.x + over.w > high.x &&
                over.x + over.w < high.x + high.w);
}

/* Pages of one list are arranged alike: bars begin at one place, titles are of
 * one size. */
static void
pages_of_a_long_list_are_alike(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    int64_t values[LONG_LIST];
    uint64_t seed = 5;
    for (size_t i = 0; i < LONG_LIST; i++)
        values[i] = 100 + (int64_t)sketch_below(&seed, 120);
    chart_spec spec = levels_of(e->arena, "compare", values, LONG_LIST);
    jb_size room = {LEN_OF_PT(440), LEN_OF_PT(270)};
    size_t n;
    const chart_page *pages = chart_pages(&c, &spec, room, &n);
    assert_true(n > 20);
    jb_len zero = 0, title = 0;
    for (size_t k = 0; k < n; k++) {
        jb_display d = {.arena = e->arena};
        assert_true(chart_build(&c, pages[k].chart, room, SLICE_OF(""), &d));
        sketch s = {.arena = e->arena};
        sketch_read(&s, &d);
        zero = k == 0 ? s.bars.at[0].rect.x : zero;
        title = k == 0 ? s.texts.at[0].size : title;
        assert_int_equal(s.texts.at[0].size, title);
        for (size_t i = 0; i < s.bars.n; i++)
            assert_int_equal(s.bars.at[i].rect.x, zero);
    }
}

/* The note of a mark stands on the page where the mark does. */
static void
a_part_has_its_own_notes(void **state)
{
    easel *e = *state;
    int64_t values[40];
    for (size_t i = 0; i < 40; i++)
        values[i] = (int64_t)i + 1;
    chart_spec spec = growth_of(e->arena, values, 40);
    slice notes[] = {SLICE("①一"), SLICE("②二"), SLICE("都有")};
    spec.notes = notes;
    spec.n_notes = 3;
    spec.series->data[0].note_mark = SLICE_OF("①");
    spec.series->data[39].note_mark = SLICE_OF("②");
    for (size_t k = 0; k < 2; k++) {
        sketch s = part_drawn(e, &spec, k, 2);
        slice all = sketch_all_text(&s);
        bool has_first = slice_find(all, SLICE_OF("①一")) < all.len;
        bool has_second = slice_find(all, SLICE_OF("②二")) < all.len;
        assert_true(has_first == (k == 0));
        assert_true(has_second == (k == 1));
        assert_true(slice_find(all, SLICE_OF("都有")) < all.len);
    }
}

/* Each figure of the table stands below the bar that draws it. */
static void
a_table_is_aligned_under_its_columns(void **state)
{
    easel *e = *state;
    chart_spec spec = growth_of(e->arena, plain, 3);
    spec.series->name = SLICE_OF("同比");
    for (size_t i = 0; i < 3; i++) /* as no tick is labelled */
        spec.series->data[i].label = slice_printf(e->arena, "约%zu", i + 7);
    chart_option table = {SLICE("数据表"), SLICE("是"), SPAN_NONE};
    spec.options = &table;
    spec.n_options = 1;
    sketch s = part_drawn(e, &spec, 0, 1);
    size_t n_cells = 0;
    for (size_t i = 0; i < s.texts.n; i++) {
        const sketch_text *t = &s.texts.at[i];
        for (size_t b = 0; t->group.len == 0 && b < s.bars.n; b++) {
            if (!slice_equal(t->text, spec.series->data[b].label))
                continue;
            const jb_rect *bar = &s.bars.at[b].rect;
            jb_len off = t->ink.x + t->ink.w / 2 - (bar->x + bar->w / 2);
            assert_true(abs(off) <= LEN_OF_PT(1));
            assert_true(t->ink.y > bar->y + bar->h);
            n_cells++;
        }
    }
    assert_int_equal(n_cells, 3);
    assert_false(is_found(e, &CHART_TABLE_NONE));
    chart_option across[] = {table, {SLICE("方向"), SLICE("横向"), SPAN_NONE}};
    spec.options = across;
    spec.n_options = 2;
    part_drawn(e, &spec, 0, 1);
    assert_true(is_found(e, &CHART_TABLE_NONE));
}

static void
same_specification_gives_the_same_list(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, far, 5);
    jb_size size = {LEN_OF_MM(150), LEN_OF_MM(90)};
    jb_display one = {.arena = e->arena}, two = {.arena = e->arena};
    assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &one));
    assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &two));
    assert_true(slice_equal(display_dump(e->arena, &one, NULL),
                            display_dump(e->arena, &two, NULL)));
}

/* No division by zero, no endless loop at the ends of the numbers. */
static void
extreme_values_are_drawn(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    static const int64_t extremes[] = {INT64_MAX, -INT64_MAX, 0, 1};
    for (size_t n = 1; n <= 4; n++) {
        chart_spec spec = growth_of(e->arena, extremes, n);
        spec.series->data[n - 1].value.scale = DECIMAL_SCALE_MAX;
        assert_true(chart_measure(&c, &spec, LEN_OF_MM(150)) > 0);
    }
}


/* A fall that hangs near the zero line has its label on the other side. */
static void
labels_of_a_cascade_are_not_across_zero(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    static const int64_t values[] = {8, -7, 8, 2, 2, 2, -1, 14};
    size_t n = sizeof values / sizeof *values;
    chart_spec spec = growth_of(e->arena, values, n);
    spec.kind = SLICE_OF("contribution");
    spec.series->role = SERIES_CONTRIBUTION;
    spec.categories[n - 1].is_total = true;
    for (size_t i = 0; i < n; i++)
        spec.series->data[i].label = slice_printf(
            e->arena, "%d（12.5%%）", (int)values[i]);
    chart_option across = {SLICE("方向"), SLICE("横向"), SPAN_NONE};
    spec.options = &across;
    spec.n_options = 1;
    jb_display d = {.arena = e->arena};
    assert_true(chart_build(&c, &spec, (jb_size){LEN_OF_MM(90), LEN_OF_MM(80)},
                            SLICE_OF(""), &d));
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    jb_len zero = figure_drawn(&d, "g-1-1")->bar.x;
    for (size_t i = 0; i < s.texts.n; i++)
        assert_true(s.texts.at[i].group.len == 0 ||
                    s.texts.at[i].ink.x >= zero);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(unknown_kind_names_the_known_ones),
        CASE(each_kind_refuses_what_has_nothing_for_it),
        CASE(too_little_room_is_said_with_what_is_needed),
        CASE(break_is_declared_and_can_be_switched_off),
        CASE(bars_too_short_to_be_seen_are_told),
        CASE(columns_of_a_course_too_short_to_be_seen_are_told),
        CASE(levels_of_three_orders_have_three_scales),
        CASE(places_among_unlike_peers_are_relative),
        CASE(first_places_are_nowhere_behind_others),
        CASE(small_multiples_of_another_order_are_seen),
        CASE(panels_take_the_shape_of_the_picture),
        CASE(missing_is_not_nought),
        CASE(remarks_keep_to_their_rows),
        CASE(a_few_bars_are_thicker),
        CASE(arrows_are_to_scale),
        CASE(parts_of_a_long_list_share_their_scale),
        CASE(pages_of_a_long_list_are_alike),
        CASE(a_part_has_its_own_notes),
        CASE(a_table_is_aligned_under_its_columns),
        CASE(same_specification_gives_the_same_list),
        CASE(labels_of_a_cascade_are_not_across_zero),
        CASE(extreme_values_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
