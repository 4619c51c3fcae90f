/* ranking: where the office stands among its peers: a row of dots, one for
 * each peer, its own place filled and the wording beside it. Places of all
 * rows stand below each other, the first at the left. */
#include "chart/datum.h"
#include "chart/focus.h"
#include "chart/gutter.h"
#include "chart/kinds.h"
#include "chart/options.h"
#include "chart/pitch.h"
#include "chart/plan.h"

#define PLACES_MOST 60 /* more dots could not be told apart */
#define STEP_MOST 4    /* em from dot to dot */
#define ROWS_LOOSEST PITCH_MOST /* dots do not grow with room */

typedef struct rank_row {
    datum_place place;
    int own, peers; /* 0: not stated */
    chart_label label;
} rank_row;

typedef struct ranking_plan {
    chart_plan base;
    rank_row *rows;
    size_t n;
    gutter names;
    jb_len em, width;
    jb_len dots_x, step; /* of the first dot's cell, from dot to dot */
    int most;            /* dots of the longest row */
    chart_label first, last; /* over the outermost dots */
    jb_len head;
} ranking_plan;

static const char *
ranking_refuses(const chart_spec *spec)
{
    if (spec->n_categories == 0)
        return "没有指标";
    return datum_series(spec, SERIES_RANK) == SIZE_MAX ? "所列指标没有位次"
                                                       : NULL;
}

static int
whole_of(const chart_spec *spec, size_t series, size_t category)
{
    if (series == SIZE_MAX)
        return 0;
    const chart_datum *datum = &spec->series[series].data[category];
    double value = datum->has_value ? decimal_to_double(datum->value) : 0;
    return value >= 1 && value <= 1e6 ? (int)value : 0;
}

static rank_row
row_from(const chart_context *c, const chart_spec *spec, size_t category)
{
    size_t rank = datum_series(spec, SERIES_RANK);
    rank_row row = {.place = {spec, rank, category}};
    row.own = whole_of(spec, rank, category);
    row.peers = whole_of(spec, datum_series(spec, SERIES_PEERS), category);
    row.label = datum_label(c, row.place,
                            &(datum_look){.text = &c->style->label,
                                          .colour = c->style->ink});
    return row;
}

/* Dots are drawn for as many peers as are known, or up to the own place. */
static int
dots_of(const rank_row *row)
{
    int n = row->peers > row->own ? row->peers : row->own;
    return n <= PLACES_MOST ? n : 0;
}

static jb_len
labels_widest(const ranking_plan *plan)
{
    jb_len widest = 0;
    for (size_t i = 0; i < plan->n; i++)
        widest = len_max(widest, plan->rows[i].label.width);
    return widest;
}

static bool
dots_fit(ranking_plan *plan)
{
    jb_len left = plan->names.is_above ? 0 : plan->names.width + plan->em;
    jb_len room = plan->width - left - labels_widest(plan) - plan->em;
    plan->dots_x = left;
    plan->step = plan->most == 0 ? 0
                                 : len_min(room / plan->most,
                                           plan->em * STEP_MOST);
    return plan->most == 0 ? room >= 0 : plan->step >= plan->em / 4;
}

static jb_len
row_height(const ranking_plan *plan, size_t row, row_pitch pitch)
{
    jb_len name = plan->names.names[row].height;
    jb_len content = plan->names.is_above ? name + pitch.slot
                                          : len_max(name, pitch.slot);
    return content + len_max(pitch.gap, plan->em / 3);
}

static jb_len
rows_height(const chart_context *c, const ranking_plan *plan, int ease)
{
    row_pitch pitch = pitch_at(c->style, 1, plan->em, ease);
    jb_len height = plan->head;
    for (size_t i = 0; i < plan->n; i++)
        height += row_height(plan, i, pitch);
    return height;
}

/* 第1位 … 第13位, where they do not meet. */
static void
head_set(const chart_context *c, ranking_plan *plan)
{
    if (plan->most < 2)
        return;
    plan->first = label_set(c, &(label_wish){.look = &c->style->axis,
                                             .text = SLICE("第1位")});
    plan->last = label_set(
        c, &(label_wish){.look = &c->style->axis,
                         .text = slice_printf(c->arena, "第%d位",
                                              plan->most)});
    plan->head = plan->first.height + plan->em / 3;
    if (plan->first.width + plan->last.width + plan->em >
        plan->step * plan->most)
        plan->last = (chart_label){.paragraph = NULL};
}

static void
head_draw(const ranking_plan *plan, jb_display *d)
{
    jb_len end = plan->dots_x + plan->step * plan->most;
    label_draw(d, &plan->first, (jb_point){plan->dots_x, 0});
    label_draw(d, &plan->last, (jb_point){end - plan->last.width, 0});
}

static chart_plan *
ranking_plan_from(const chart_context *c, const chart_spec *spec,
                  const chart_options *options, jb_size size)
{
    (void)options;
    ranking_plan *plan = ARENA_NEW(c->arena, ranking_plan);
    gutter_name *names =
        ARENA_ARRAY(c->arena, spec->n_categories, gutter_name);
    plan->em = label_size(c, &c->style->label);
    plan->width = size.w;
    plan->n = spec->n_categories;
    plan->rows = ARENA_ARRAY(c->arena, plan->n, rank_row);
    for (size_t i = 0; i < plan->n; i++) {
        plan->rows[i] = row_from(c, spec, i);
        names[i] = (gutter_name){spec->categories[i].name,
                                 focus_is_on(spec, i)};
        if (dots_of(&plan->rows[i]) > plan->most)
            plan->most = dots_of(&plan->rows[i]);
    }
    plan->names = gutter_set(c, names, plan->n, size.w, false);
    if (!dots_fit(plan)) {
        plan->names = gutter_set(c, names, plan->n, size.w, true);
        if (!dots_fit(plan))
            return NULL;
    }
    head_set(c, plan);
    plan->base.natural = rows_height(c, plan, PITCH_NATURAL);
    plan->base.least = rows_height(c, plan, PITCH_LEAST);
    plan->base.most = rows_height(c, plan, ROWS_LOOSEST);
    return &plan->base;
}

static void
dot_draw(const ranking_plan *plan, const style_chart *style,
         jb_point centre, jb_colour own, jb_display *d)
{
    jb_len radius = len_min(plan->step * 2 / 5, plan->em * 2 / 5);
    if (own.a == 0)
        radius = radius * 3 / 5;
    jb_path p = {0};
    path_round_rect(d->arena, &p,
                    (jb_rect){centre.x - radius, centre.y - radius,
                              2 * radius, 2 * radius},
                    radius);
    display_path(d, p,
                 (jb_paint){.fill = own.a != 0 ? own : style->previous});
}

static void
row_draw(const chart_context *c, const ranking_plan *plan,
         const rank_row *row, jb_len middle, jb_display *d)
{
    bar named = datum_bar(c, row->place, c->style->accent);
    int n = dots_of(row);
    mark_begin(c->style, d, named.name, NULL, 0);
    for (int i = 1; i <= n; i++)
        dot_draw(plan, c->style,
                 (jb_point){plan->dots_x + plan->step * i - plan->step / 2,
                            middle},
                 i == row->own ? named.colour : COLOUR_NONE, d);
    jb_len x = plan->dots_x + plan->step * plan->most;
    label_draw(d, &row->label,
               (jb_point){x + (plan->most > 0 ? plan->em / 2 : 0),
                          middle - row->label.height / 2});
    display_group_end(d);
}

static void
ranking_draw(const chart_context *c, const chart_plan *base, jb_size size,
             jb_display *d)
{
    const ranking_plan *plan = (const ranking_plan *)base;
    int ease = PITCH_LEAST;
    while (ease < ROWS_LOOSEST && rows_height(c, plan, ease + 20) <= size.h)
        ease += 20;
    row_pitch pitch = pitch_at(c->style, 1, plan->em, ease);
    jb_len y = plan->head;
    head_draw(plan, d);
    for (size_t i = 0; i < plan->n; i++) {
        const chart_label *name = &plan->names.names[i];
        jb_len content = len_max(name->height, pitch.slot);
        jb_len middle = y + content / 2;
        jb_len name_y = middle - name->height / 2;
        if (plan->names.is_above) {
            name_y = y;
            middle = y + name->height + pitch.slot / 2;
        }
        label_draw(d, name,
                   (jb_point){gutter_name_x(&plan->names, i), name_y});
        row_draw(c, plan, &plan->rows[i], middle, d);
        y += row_height(plan, i, pitch);
    }
}

const jb_chart_type chart_type_ranking = {
    .name = "ranking",
    .chinese = "位次",
    .doc = "各指标在同类地区中的位次：一点一家，本地突出，旁注位次",
    .refuses = ranking_refuses,
    .plan = ranking_plan_from,
    .draw = ranking_draw,
};
