#include "chart/multiples.h"

#include <math.h>

#include "chart/focus.h"
#include "chart/kinds.h"
#include "chart/magnitude.h"
#include "chart/options.h"
#include "chart/periods.h"
#include "chart/unseen.h"

#define COLUMNS_SHARE 450   /* height of the columns over a panel's width */
#define COLUMNS_SHARE_MOST 2000 /* … where pages have room */
#define COLUMNS_LEAST 4     /* em of columns besides their labels */
#define COLUMNS_NATURAL 6   /* em, at least */
#define COLUMNS_MOST 13
#define EASED_SHARE 800   /* of the natural height, /1000: lower pictures have
                             a grid of their own */
#define TICKS_GUESS 4
#define SEEN_LEAST 40 /* of a scale: columns that are all shorter have a scale
                         of their own */

static const int options_taken[] = {OPTION_AXIS};

static const char *
multiples_refuses(const chart_spec *spec)
{
    if (spec->n_series == 0)
        return "没有指标";
    if (spec->n_categories < 2)
        return "至少要有两个时期的数据";
    return NULL;
}

/* ── groups ── */

static void
group_add(const chart_context *c, const chart_spec *spec, size_t series,
          small_group *g)
{
    small_panel *panel = &g->at[g->n++];
    panel->panel = periods_panel(c, spec, series, g->unit, true);
    panel->panel.guides = guides_from(c, &spec->series[series], g->unit);
    bars_break(c->arena, &panel->panel, false);
    panel->labels_x = ARENA_ARRAY(c->arena, panel->panel.n_rows, jb_len);
    g->low = fmin(g->low, panel->panel.low);
    g->high = fmax(g->high, panel->panel.high);
    g->is_whole = (g->n == 1 || g->is_whole) && panel->panel.is_whole;
}

/* The series that share a scale, from the first of them on. */
typedef struct scale_mates {
    const chart_spec *spec;
    size_t *scale_of; /* each series: the first that it shares a scale with */
} scale_mates;

static double
most_in(const chart_spec *spec, size_t series, jb_unit unit)
{
    return magnitude_in(periods_most(spec, series), spec->series[series].unit,
                        unit);
}

/* The greatest figure among series of this one's unit that have no scale
 * yet. */
static double
most_left(const scale_mates *m, size_t series)
{
    double most = 0;
    jb_unit unit = m->spec->series[series].unit;
    for (size_t i = 0; i < m->spec->n_series; i++)
        if (m->scale_of[i] == SIZE_MAX &&
            unit_is_same_base(m->spec->series[i].unit, unit))
            most = fmax(most, most_in(m->spec, i, unit));
    return most;
}

/* The series of this one's unit without a scale that are to be seen on one up
 * to `most`. False when this one is not among them. */
static bool
mates_take(scale_mates *m, size_t series, double most)
{
    jb_unit unit = m->spec->series[series].unit;
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < m->spec->n_series; i++) {
        if (m->scale_of[i] != SIZE_MAX ||
            !unit_is_same_base(m->spec->series[i].unit, unit) ||
            most_in(m->spec, i, unit) * SEEN_LEAST < most)
            continue;
        first = first == SIZE_MAX ? i : first;
        m->scale_of[i] = first;
    }
    return m->scale_of[series] != SIZE_MAX;
}

static scale_mates
mates_from(arena *a, const chart_spec *spec)
{
    scale_mates m = {spec, ARENA_ARRAY(a, spec->n_series, size_t)};
    for (size_t i = 0; i < spec->n_series; i++)
        m.scale_of[i] = SIZE_MAX;
    for (size_t i = 0; i < spec->n_series; i++)
        while (m.scale_of[i] == SIZE_MAX &&
               !mates_take(&m, i, most_left(&m, i)))
            ;
    return m;
}

/* The greatest figure of the group decides the unit it counts in. */
static void
group_fill(const chart_context *c, const scale_mates *m, size_t first,
           small_group *g)
{
    const chart_spec *spec = m->spec;
    jb_unit own = spec->series[first].unit;
    double most = 0;
    for (size_t i = first; i < spec->n_series; i++)
        if (m->scale_of[i] == first)
            most = fmax(most, most_in(spec, i, own));
    g->unit = magnitude_unit(c->arena, own, most);
    g->at = ARENA_ARRAY(c->arena, spec->n_series, small_panel);
    for (size_t i = first; i < spec->n_series; i++)
        if (m->scale_of[i] == first)
            group_add(c, spec, i, g);
    for (size_t i = 0; i < g->n; i++) {
        g->at[i].panel.low = g->low;
        g->at[i].panel.high = g->high;
    }
}

static void
note_add(const chart_context *c, multiples_plan *plan, slice text)
{
    plan->base.notes = chart_notes_with(c->arena, plan->base.notes, text);
}

static bool
is_far_below(const small_group *g, const small_group *other)
{
    double range = g->high - g->low;
    return unit_is_same_base(g->unit, other->unit) &&
           magnitude_in(other->high - other->low, other->unit, g->unit) >
               range * SEEN_LEAST / 2;
}

/* Groups of one unit are on several scales: that is said (IBCS CH 4.3). */
static void
scales_note(const chart_context *c, multiples_plan *plan)
{
    slice_builder b = {.arena = c->arena};
    for (size_t g = 0; g < plan->n_groups; g++) {
        bool is_apart = false;
        for (size_t k = 0; k < plan->n_groups; k++)
            is_apart |= is_far_below(&plan->groups[g], &plan->groups[k]);
        for (size_t i = 0; is_apart && i < plan->groups[g].n; i++)
            builder_printf(&b, "%s“%.*s”", b.len > 0 ? "、" : "",
                           SLICE_ARGS(plan->groups[g].at[i].panel.head));
    }
    if (b.len > 0)
        note_add(c, plan,
                 slice_printf(c->arena,
                              "注：%.*s远小于同单位的其他各格，另用刻度，"
                              "不能与其比高低。",
                              SLICE_ARGS(builder_slice(&b))));
}

static void
groups_set(const chart_context *c, const chart_spec *spec,
           multiples_plan *plan)
{
    scale_mates mates = mates_from(c->arena, spec);
    plan->groups = ARENA_ARRAY(c->arena, spec->n_series, small_group);
    for (size_t i = 0; i < spec->n_series; i++)
        if (mates.scale_of[i] == i)
            group_fill(c, &mates, i, &plan->groups[plan->n_groups++]);
    scales_note(c, plan);
}

/* ── widths ── */

chart_axis
multiples_axis(const small_group *group, int target)
{
    return group->is_whole ? axis_from_whole(group->low, group->high, target)
                           : axis_from(group->low, group->high, target);
}

static void
gutter_set(const chart_context *c, multiples_plan *plan)
{
    plan->ticks_gutter = plan->em;
    for (size_t g = 0; g < plan->n_groups && plan->has_axis; g++)
        for (int n = 2; n <= TICKS_GUESS; n++) {
            chart_axis axis = multiples_axis(&plan->groups[g], n);
            grid_ticks ticks = grid_ticks_from(c, &axis, SLICE_OF(""));
            plan->ticks_gutter = len_max(
                plan->ticks_gutter, grid_ticks_size(&ticks).w + plan->em);
        }
}

/* 2019 of 2019年; all of another name. */
static slice
bare_year(slice name)
{
    const size_t digits = 4;
    return slice_is(slice_cut(name, digits, name.len), "年")
               ? slice_cut(name, 0, digits)
               : name;
}

/* Years at the ends of a panel stay whole. */
static jb_len
year_width(const chart_context *c, const chart_spec *spec, size_t period)
{
    slice name = spec->categories[period].name, year = bare_year(name);
    if (year.len == name.len)
        return 0;
    chart_label label = label_set(
        c, &(label_wish){.look = &c->style->axis, .text = year,
                         .is_emphasis = focus_is_on(spec, period)});
    return label.width;
}

static void
periods_set(const chart_context *c, const chart_spec *spec,
            multiples_plan *plan)
{
    plan->years_width = year_width(c, spec, 0) +
                        year_width(c, spec, spec->n_categories - 1);
    plan->n_periods = spec->n_categories;
    plan->periods = ARENA_ARRAY(c->arena, plan->n_periods, chart_label);
    for (size_t i = 0; i < plan->n_periods; i++)
        plan->periods[i] = label_set(
            c, &(label_wish){.look = &c->style->axis,
                             .text = spec->categories[i].name,
                             .is_emphasis = focus_is_on(spec, i)});
}

static jb_len
periods_widest(const multiples_plan *plan)
{
    jb_len widest = 0;
    for (size_t i = 0; i < plan->n_periods; i++)
        widest = len_max(widest, plan->periods[i].width);
    return widest;
}

/* ── which figures and periods are printed ── */

/* The first or the last period below the end of its panel: a year without its
 * 年 rather than over two lines. */
static chart_label
period_at_end(const chart_context *c, slice name, label_wish wish)
{
    wish.text = name;
    chart_label label = label_set(c, &wish);
    wish.text = bare_year(name);
    return label_lines_count(&label) > 1 && wish.text.len < name.len
               ? label_set(c, &wish)
               : label;
}

/* Where not all periods can stand below their columns, the first and the last
 * stand at the ends of the panel, over several lines if need be. */
static void
periods_thin(const chart_context *c, const chart_spec *spec,
             multiples_plan *plan)
{
    size_t last = plan->n_periods - 1;
    plan->has_all_periods =
        periods_widest(plan) + plan->em / 3 <= plan->pitch;
    for (size_t i = 0; i < plan->n_periods; i++) {
        label_wish wish = {.look = &c->style->axis,
                           .measure = (plan->panel_width - plan->em) / 2,
                           .align = i == last ? TEXT_END : TEXT_START,
                           .is_emphasis = focus_is_on(spec, i)};
        if (!plan->has_all_periods)
            plan->periods[i] =
                i == 0 || i == last
                    ? period_at_end(c, spec->categories[i].name, wish)
                    : (chart_label){0};
        plan->periods_height = len_max(plan->periods_height,
                                       plan->periods[i].height);
    }
}

/* 旅游收入2022年、2023年: the columns of a panel that are missing, or nought,
 * and whose label had no place. */
static void
add_bare(const chart_spec *spec, const small_panel *s, bool missing,
         slice_builder *b)
{
    bool is_named = false;
    for (size_t i = 0; i < s->panel.n_rows; i++) {
        const bar *own = &s->panel.rows[i].bars[0];
        if (!multiples_is_bare(own) || own->has_value == missing ||
            own->label.paragraph != NULL)
            continue;
        slice head = is_named ? SLICE_OF("") : s->panel.head;
        builder_printf(b, "%s%.*s%.*s", b->len > 0 ? "、" : "",
                       SLICE_ARGS(head),
                       SLICE_ARGS(spec->categories[i].name));
        is_named = true;
    }
}

/* Where no place is left for — or 0, the note tells them apart. */
static void
bare_tell(const chart_context *c, const chart_spec *spec, multiples_plan *plan)
{
    slice_builder missing = {.arena = c->arena}, nought = {.arena = c->arena};
    for (size_t g = 0; g < plan->n_groups; g++)
        for (size_t i = 0; i < plan->groups[g].n; i++) {
            add_bare(spec, &plan->groups[g].at[i], true, &missing);
            add_bare(spec, &plan->groups[g].at[i], false, &nought);
        }
    slice_builder b = {.arena = c->arena};
    if (missing.len > 0)
        builder_printf(&b, "注：%.*s缺数",
                       SLICE_ARGS(builder_slice(&missing)));
    if (nought.len > 0)
        builder_printf(&b, "%s%.*s为0", b.len > 0 ? "，" : "注：",
                       SLICE_ARGS(builder_slice(&nought)));
    if (b.len > 0)
        note_add(c, plan, slice_join(c->arena, builder_slice(&b),
                                     SLICE_OF("。")));
}

/* What is not printed on the picture is said to be so. */
static void
figures_thin(const chart_context *c, const chart_spec *spec,
             multiples_plan *plan)
{
    bool is_thin = !multiples_is_wide(plan), has_all = true;
    for (size_t g = 0; g < plan->n_groups; g++)
        for (size_t i = 0; i < plan->groups[g].n; i++) {
            multiples_labels_centre(plan, &plan->groups[g].at[i]);
            if (is_thin)
                has_all &= multiples_labels_thin(plan,
                                                 &plan->groups[g].at[i]);
        }
    if (!is_thin)
        return;
    note_add(c, plan,
             has_all ? SLICE_OF("注：每格标首末两期和绝对值最大一期的数值，"
                                "其余见刻度。")
                     : SLICE_OF("注：排得下时标首、末和绝对值最大一期，"
                                "其余见刻度。"));
    bare_tell(c, spec, plan);
}

/* ── heights ── */

/* The unit, said once where all panels count in it. */
static void
units_set(const chart_context *c, multiples_plan *plan)
{
    small_group *only = &plan->groups[0];
    if (plan->n_groups != 1 || only->unit.name.len == 0)
        return;
    only->head = label_set(
        c, &(label_wish){.look = &c->style->axis,
                         .text = slice_join(c->arena, SLICE_OF("单位："),
                                            only->unit.name)});
    plan->units_height = only->head.height + plan->em / 3;
}

/* Where units differ, each panel names its own. */
static slice
head_text(const chart_context *c, const multiples_plan *plan,
          const small_group *group, const small_panel *p)
{
    if (plan->n_groups == 1 || group->unit.name.len == 0)
        return p->panel.head;
    return slice_printf(c->arena, "%.*s（%.*s）", SLICE_ARGS(p->panel.head),
                        SLICE_ARGS(group->unit.name));
}

/* 平均486.2，目标520, after a stroke of the lines' own. */
static slice
guides_text(arena *a, const bar_guides *all)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < all->n; i++)
        builder_printf(&b, "%s%.*s", i > 0 ? "，" : "",
                       SLICE_ARGS(all->at[i].text));
    return builder_slice(&b);
}

static bool
guides_fit(const chart_context *c, const multiples_plan *plan,
           small_panel *p)
{
    slice text = guides_text(c->arena, &p->panel.guides);
    jb_len measure = plan->panel_width - multiples_stroke(plan);
    if (text.len == 0)
        return true;
    p->guides = guide_words(c, text, measure);
    return p->guides.width <= measure;
}

static bool
heads_set(const chart_context *c, multiples_plan *plan)
{
    units_set(c, plan);
    for (size_t g = 0; g < plan->n_groups; g++) {
        small_group *group = &plan->groups[g];
        for (size_t i = 0; i < group->n; i++) {
            small_panel *p = &group->at[i];
            p->head = label_set(
                c, &(label_wish){.look = &c->style->category,
                                 .text = head_text(c, plan, group, p),
                                 .measure = plan->panel_width});
            if (p->head.width > plan->panel_width ||
                !guides_fit(c, plan, p))
                return false;
        }
    }
    return true;
}

static small_row *
row_add(const chart_context *c, multiples_plan *plan)
{
    small_row *row = &plan->rows[plan->n_rows++];
    row->at = ARENA_ARRAY(c->arena, plan->side, small_seat);
    return row;
}

static void
rows_set(const chart_context *c, multiples_plan *plan)
{
    plan->rows = ARENA_ARRAY(c->arena, multiples_panels_count(plan), small_row);
    small_row *row = NULL;
    for (size_t g = 0; g < plan->n_groups; g++) {
        const small_group *group = &plan->groups[g];
        if (row == NULL || !multiples_goes_on(group, row->n, plan->side))
            row = row_add(c, plan);
        row->has_units = true;
        for (size_t i = 0; i < group->n; i++) {
            bool is_full = row->n == plan->side;
            if (is_full)
                row = row_add(c, plan);
            row->at[row->n++] = (small_seat){group, &group->at[i], g,
                                             i == 0 || is_full};
        }
    }
}

/* Height of all that is not columns; the units are said on each page. */
static jb_len
around_of(const multiples_plan *plan, const small_row *rows, size_t n)
{
    jb_len around = 0;
    for (size_t i = 0; i < n; i++) {
        around += multiples_heads_height(plan, &rows[i]) + plan->em / 2;
        if (i + 1 == n || rows[i + 1].n < rows[i].n)
            around += plan->periods_height + plan->em / 3;
        if (rows[i].has_units || i == 0)
            around += plan->units_height;
        if (i > 0)
            around += multiples_rows_gap(plan);
    }
    return around;
}

/* The rows of the page that the specification asks for. */
static void
part_take(const chart_context *c, const chart_spec *spec,
          multiples_plan *plan)
{
    size_t n = plan->n_rows, parts = spec->n_parts;
    small_row *all = plan->rows;
    if (parts < 2)
        return;
    plan->pages = ARENA_ARRAY(c->arena, parts, small_page);
    for (size_t k = 0; k < parts; k++) {
        size_t first = n * k / parts, end = n * (k + 1) / parts;
        plan->pages[plan->n_pages++] = (small_page){
            around_of(plan, all + first, end - first), end - first};
        if (k != spec->part)
            continue;
        plan->rows = all + first;
        plan->n_rows = end - first;
    }
    if (plan->n_rows > 0)
        plan->rows[0].has_units = true;
}

jb_len
multiples_rows_gap(const multiples_plan *plan)
{
    return plan->em * 5 / 4;
}

jb_len
multiples_stroke(const multiples_plan *plan)
{
    return plan->em;
}

jb_len
multiples_guides_gap(const multiples_plan *plan, const small_panel *p)
{
    return p->guides.height > 0 ? plan->em / 3 : 0;
}

jb_len
multiples_heads_height(const multiples_plan *plan, const small_row *row)
{
    jb_len height = 0;
    for (size_t i = 0; i < row->n; i++)
        height = len_max(height,
                         row->at[i].small->head.height +
                             multiples_guides_gap(plan, row->at[i].small) +
                             row->at[i].small->guides.height);
    return height;
}

/* Labels stand below columns too. */
static bool
has_low(const multiples_plan *plan)
{
    for (size_t g = 0; g < plan->n_groups; g++)
        if (plan->groups[g].low < 0)
            return true;
    return false;
}

static void
heights_set(multiples_plan *plan, bool is_part)
{
    plan->around = around_of(plan, plan->rows, plan->n_rows);
    jb_len n = (jb_len)plan->n_rows;
    jb_len labels = plan->em * (has_low(plan) ? 3 : 2);
    jb_len columns = len_scale(plan->panel_width, COLUMNS_SHARE, 1000);
    columns = len_min(len_max(columns, plan->em * COLUMNS_NATURAL),
                      plan->em * COLUMNS_MOST) + labels;
    jb_len least = plan->em * COLUMNS_LEAST + labels;
    if (is_part)
        plan->columns_most = len_max(
            columns, len_scale(plan->panel_width, COLUMNS_SHARE_MOST, 1000));
    plan->base.natural = plan->around + n * columns;
    plan->base.eased = plan->base.natural * EASED_SHARE / 1000;
    /* Pages of rows are filled well, but a row alone may be low. */
    bool is_full = is_part && n > 1;
    plan->base.least = plan->around + n * (is_full ? columns : least);
}

/* Of the panels of all pages, so that no page has less room for columns. */
static void
keys_set(const chart_context *c, multiples_plan *plan)
{
    datum_fills seen = {{false}};
    for (size_t g = 0; g < plan->n_rows; g++)
        for (size_t i = 0; i < plan->rows[g].n; i++) {
            const bar_panel *p = &plan->rows[g].at[i].small->panel;
            for (size_t r = 0; r < p->n_rows; r++)
                datum_fill_seen(&p->rows[r].bars[0], &seen);
        }
    legend_key *keys = ARENA_ARRAY(c->arena, DATUM_FILL_KEYS, legend_key);
    plan->base.n_keys = datum_fills_keys(&seen, c->style->current, keys);
    plan->base.keys = keys;
}

/* Of the panels of this picture; each group has one scale. */
static void
unseen_tell(const chart_context *c, multiples_plan *plan)
{
    unseen_bars unseen = unseen_bars_none(c->arena);
    for (size_t g = 0; g < plan->n_rows; g++)
        for (size_t i = 0; i < plan->rows[g].n; i++)
            unseen_bars_add_panel(&unseen, &plan->rows[g].at[i].small->panel,
                                  UNSEEN_BELOW_SMALL);
    plan->base.notes = unseen_bars_told(&unseen, plan->base.notes);
}

static size_t
panel_marks(const bar_panel *p, slice *marks)
{
    size_t n = 0;
    for (size_t r = 0; r < p->n_rows; r++)
        if (p->rows[r].bars[0].note_mark.len > 0)
            marks[n++] = p->rows[r].bars[0].note_mark;
    return n;
}

/* Marks of notes, of the panels of this picture. */
static void
marks_set(const chart_context *c, multiples_plan *plan)
{
    size_t most = 0;
    for (size_t g = 0; g < plan->n_rows; g++)
        most += plan->rows[g].n * plan->n_periods;
    slice *marks = ARENA_ARRAY(c->arena, most, slice);
    size_t *n = &plan->base.n_marks;
    for (size_t g = 0; g < plan->n_rows; g++)
        for (size_t i = 0; i < plan->rows[g].n; i++)
            *n += panel_marks(&plan->rows[g].at[i].small->panel, marks + *n);
    plan->base.marks = marks;
    plan->base.is_part = true;
}

/* Texts and scales, without a grid. */
static multiples_plan *
plan_new(const chart_context *c, const chart_spec *spec,
         const chart_options *options)
{
    multiples_plan *plan = ARENA_NEW(c->arena, multiples_plan);
    plan->em = label_size(c, &c->style->label);
    plan->has_axis = options->chosen[OPTION_AXIS] == AXIS_SHOWN;
    groups_set(c, spec, plan);
    gutter_set(c, plan);
    periods_set(c, spec, plan);
    return plan;
}

/* In the grid that is set. */
static bool
plan_finish(const chart_context *c, const chart_spec *spec,
            multiples_plan *plan)
{
    if (!heads_set(c, plan))
        return false;
    periods_thin(c, spec, plan);
    figures_thin(c, spec, plan);
    rows_set(c, plan);
    keys_set(c, plan);
    part_take(c, spec, plan);
    heights_set(plan, spec->n_parts > 1);
    unseen_tell(c, plan);
    marks_set(c, plan);
    return true;
}

/* In the best grid for this size; without one, in that which is lowest. */
static multiples_plan *
plan_for_height(const chart_context *c, const chart_spec *spec,
                const chart_options *options, jb_size size)
{
    size_t sides[MULTIPLES_SIDE_MOST];
    size_t n = multiples_sides_for(plan_new(c, spec, options), size, sides);
    multiples_plan *lowest = NULL;
    for (size_t i = 0; i < n; i++) {
        multiples_plan *plan = plan_new(c, spec, options);
        if (!multiples_side_take(plan, sides[i], size.w) ||
            !plan_finish(c, spec, plan))
            continue;
        if (plan->base.least <= size.h)
            return plan;
        if (lowest == NULL || plan->base.least < lowest->base.least)
            lowest = plan;
    }
    return lowest;
}

static chart_plan *
multiples_plan_from(const chart_context *c, const chart_spec *spec,
                    const chart_options *options, jb_size size)
{
    multiples_plan *plan =
        size.h > 0 && spec->n_parts < 2
            ? plan_for_height(c, spec, options, size)
            : NULL;
    if (plan != NULL)
        return &plan->base;
    plan = plan_new(c, spec, options);
    return multiples_side_choose(plan, size.w) && plan_finish(c, spec, plan)
               ? &plan->base
               : NULL;
}

const jb_chart_type chart_type_multiples = {
    .name = "multiples",
    .chinese = "小图",
    .doc = "各指标历年（或历期）的数值，每个指标一幅小图；"
           "同一单位的共用一个刻度，图间可以比较长短，"
           "小到看不见的另用并注明",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .has_upright_pages = true,
    .needs_axis = true,
    .refuses = multiples_refuses,
    .plan = multiples_plan_from,
    .draw = multiples_draw,
};
