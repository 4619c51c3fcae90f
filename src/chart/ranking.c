/* ranking: where the office stands among its peers: a row of dots, one for
 * each peer, its own place filled and the wording beside it. Places of all
 * rows stand below each other, the first at the left. Of more peers than can
 * be told apart, a line stands for all. Among unlike numbers of peers a place
 * says little by itself: there each row is as wide as all others, with its
 * first place at one end and its last at the other, so that what is seen is
 * the share of the others that are before it, and no first place is behind
 * another row's third. */
#include "chart/datum.h"
#include "chart/focus.h"
#include "chart/grid.h"
#include "chart/guide.h"
#include "chart/gutter.h"
#include "chart/kinds.h"
#include "chart/options.h"
#include "chart/pitch.h"
#include "chart/plan.h"
#include "chart/tone.h"

#define PLACES_MOST 60 /* more dots could not be told apart */
#define STEP_LEAST 4   /* of them in an em, at most */
#define STEP_MOST 4    /* em from dot to dot */
#define LINE_LEAST 6   /* em of a row, at least */
#define LINE_SHARE 6   /* em / this: thickness of a line for all places */
#define TICKS_MOST 5   /* round places along it */
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
    jb_len places_x;     /* of the middle of the first place */
    jb_len places_width; /* from there to that of the longest row's last */
    int most;            /* places that have all the width */
    int last;            /* of the longest row that is known */
    bool is_relative;    /* each row has all the width */
    bool is_line;        /* there is no dot for each place */
    chart_label *ticks;  /* over the outermost places, and some between */
    bar_guides guides;   /* places to be reached: a line after each */
    int *ticks_at;       /* their places */
    size_t n_ticks;
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

/* As many peers as are known, or up to the own place. */
static int
places_of(const rank_row *row)
{
    return row->peers > row->own ? row->peers : row->own;
}

#define TRAIL_LEAST 3  /* places, beyond the own, to an open end … */
#define TRAIL_SHARE 12 /* … or so great a part of them */
#define TRAIL_DOTS 3

/* Behind an own place of how many is not known, there may be others. */
static int
trail_of(const rank_row *row)
{
    int trail = row->own / TRAIL_SHARE;
    if (row->own == 0 || row->peers >= row->own)
        return 0;
    return trail > TRAIL_LEAST ? trail : TRAIL_LEAST;
}

static jb_len
labels_widest(const ranking_plan *plan)
{
    jb_len widest = 0;
    for (size_t i = 0; i < plan->n; i++)
        widest = len_max(widest, plan->rows[i].label.width);
    return widest;
}

/* A dot's radius, at most: so far it stands out of the places at each end. */
static jb_len
dot_most(const ranking_plan *plan)
{
    return plan->em * 2 / 5;
}

/* Where all places end at the right. */
static jb_len
places_end(const ranking_plan *plan)
{
    return plan->places_x + plan->places_width + dot_most(plan);
}

/* From the middle of the first place so many half steps on, of `n` places
 * that have all the width. */
static jb_len
steps_x(const ranking_plan *plan, int halves, int n)
{
    return plan->places_x +
           (n > 1 ? len_scale(plan->places_width, halves, 2 * (n - 1)) : 0);
}

static jb_len
place_x(const ranking_plan *plan, int place, int n)
{
    return steps_x(plan, 2 * (place - 1), n);
}

/* How many places have all the width in this row. */
static int
places_over_width(const ranking_plan *plan, const rank_row *row)
{
    return plan->is_relative && row->own > 0 ? places_of(row) : plan->most;
}

/* Whether the numbers of peers are all known and not all alike. */
static bool
have_unlike_peers(const ranking_plan *plan)
{
    bool is_unlike = false;
    for (size_t i = 0; i < plan->n; i++) {
        const rank_row *row = &plan->rows[i];
        if (row->own > 0 && row->peers < row->own)
            return false;
        is_unlike |= row->own > 0 && row->peers != plan->most;
    }
    return is_unlike;
}

static bool
places_fit(ranking_plan *plan)
{
    jb_len left = plan->names.is_above ? 0 : plan->names.width + plan->em;
    jb_len room = plan->width - left - labels_widest(plan) - plan->em;
    if (plan->most == 0)
        return room >= 0;
    plan->places_x = left + dot_most(plan);
    plan->is_line = plan->most > PLACES_MOST ||
                    room < plan->em * plan->most / STEP_LEAST;
    plan->places_width = len_min(room - 2 * dot_most(plan),
                                 plan->em * STEP_MOST * (plan->most - 1));
    return room >= plan->em * LINE_LEAST;
}

/* Between a name and the label that stands below it, as high as the row. */
static jb_len
above_gap(const ranking_plan *plan)
{
    return plan->em / 5;
}

static jb_len
row_height(const ranking_plan *plan, size_t row, row_pitch pitch)
{
    jb_len name = plan->names.names[row].height;
    jb_len content = plan->names.is_above
                         ? name + above_gap(plan) + pitch.slot
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

static jb_len
tick_x(const ranking_plan *plan, size_t i)
{
    const chart_label *l = &plan->ticks[i];
    jb_len x = place_x(plan, plan->ticks_at[i], plan->most) - l->width / 2;
    jb_len end = places_end(plan) - l->width;
    return len_max(plan->places_x - dot_most(plan), len_min(x, end));
}

/* Where it meets none of those before it. */
static void
tick_add(const chart_context *c, ranking_plan *plan, int place)
{
    size_t n = plan->n_ticks;
    slice text = plan->is_relative && place > 1
                     ? SLICE_OF("末位")
                     : slice_printf(c->arena, "第%d位", place);
    plan->ticks_at[n] = place;
    plan->ticks[n] = label_set(
        c, &(label_wish){.look = &c->style->axis, .text = text});
    jb_len x = tick_x(plan, n), end = x + plan->ticks[n].width;
    for (size_t i = 0; i < n; i++) {
        jb_len other = tick_x(plan, i);
        if (x < other + plan->ticks[i].width + plan->em &&
            other < end + plan->em)
            return;
    }
    plan->n_ticks++;
}

/* 第1位 … 第13位; along a line, round places between them. 第1位 … 末位 where
 * each row has places of its own. */
static void
head_set(const chart_context *c, ranking_plan *plan)
{
    if (plan->last < 2)
        return;
    plan->ticks = ARENA_ARRAY(c->arena, TICKS_MOST + 3, chart_label);
    plan->ticks_at = ARENA_ARRAY(c->arena, TICKS_MOST + 3, int);
    tick_add(c, plan, 1);
    tick_add(c, plan, plan->last);
    plan->head = plan->ticks[0].height + plan->em / 3;
    chart_axis axis = axis_from(0, plan->last, TICKS_MOST);
    bool has_more = plan->is_line && !plan->is_relative;
    for (int i = 1; has_more && i <= axis.last; i++) {
        int place = (int)axis_tick_value(&axis, i);
        if (place < plan->last && plan->n_ticks < TICKS_MOST + 2)
            tick_add(c, plan, place);
    }
}

static void
head_draw(const ranking_plan *plan, const style_chart *style, jb_len bottom,
          jb_display *d)
{
    for (size_t i = 0; i < plan->n_ticks; i++) {
        jb_len x = place_x(plan, plan->ticks_at[i], plan->most);
        label_draw(d, &plan->ticks[i], (jb_point){tick_x(plan, i), 0});
        if (plan->is_line && !plan->is_relative)
            display_line(d, (jb_point){x, plan->head},
                         (jb_point){x, bottom}, style->grid_width,
                         style->grid);
    }
}

/* Where the rows come to stand. */
typedef struct ranking_rows {
    jb_len *names_y, *middles; /* of the names' tops, of the dots */
    jb_len bottom;
} ranking_rows;

static ranking_rows
rows_place(const chart_context *c, const ranking_plan *plan, int ease)
{
    row_pitch pitch = pitch_at(c->style, 1, plan->em, ease);
    ranking_rows rows = {ARENA_ARRAY(c->arena, plan->n, jb_len),
                         ARENA_ARRAY(c->arena, plan->n, jb_len),
                         plan->head};
    for (size_t i = 0; i < plan->n; i++) {
        const chart_label *name = &plan->names.names[i];
        jb_len y = rows.bottom;
        rows.middles[i] = y + len_max(name->height, pitch.slot) / 2;
        rows.names_y[i] = rows.middles[i] - name->height / 2;
        if (plan->names.is_above) {
            rows.names_y[i] = y;
            rows.middles[i] = y + name->height + above_gap(plan) +
                              pitch.slot / 2;
        }
        rows.bottom += row_height(plan, i, pitch);
    }
    return rows;
}

/* Places that no row reaches are none. */
static void
guides_take(const chart_context *c, const chart_spec *spec,
            ranking_plan *plan)
{
    bar_guides all = guides_from(
        c, &spec->series[datum_series(spec, SERIES_RANK)], (jb_unit){0});
    plan->guides.at = ARENA_ARRAY(c->arena, all.n, bar_guide);
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i].low <= plan->last)
            plan->guides.at[plan->guides.n++] = all.at[i];
    legend_key *keys = ARENA_ARRAY(c->arena, plan->guides.n, legend_key);
    plan->base.n_keys = guide_keys(c, &plan->guides, keys);
    for (size_t i = 0; i < plan->base.n_keys; i++)
        keys[i].sign = SIGN_TICK;
    plan->base.keys = keys;
}

/* Behind the rows, which keep their ground. */
static void
guides_draw(const ranking_plan *plan, const style_chart *style,
            const ranking_rows *rows, jb_display *d)
{
    jb_rect *kept = ARENA_ARRAY(d->arena, 2 * plan->n, jb_rect);
    size_t n = 0;
    for (size_t i = 0; i < plan->n; i++) {
        jb_point name = {gutter_name_x(&plan->names, i), rows->names_y[i]};
        kept[n++] = (jb_rect){0, rows->middles[i] - plan->em / 2, plan->width,
                              plan->em};
        kept[n++] = label_ink_at(&plan->names.names[i], name);
    }
    for (size_t i = 0; i < plan->guides.n; i++) {
        int after = 2 * (int)plan->guides.at[i].low - 1;
        jb_len x = len_min(steps_x(plan, after, plan->most),
                           places_end(plan));
        grid_line line = grid_reference_at(style, (jb_point){x, plan->head},
                                           (jb_point){x, rows->bottom});
        grid_line_draw(d->arena, d, &line, kept, n);
    }
}

/* The rows of the page that the specification asks for, and their notes. */
static void
part_keep(const chart_context *c, const chart_spec *spec, ranking_plan *plan)
{
    if (spec->n_parts < 2)
        return;
    size_t first = plan->n * spec->part / spec->n_parts;
    size_t end = plan->n * (spec->part + 1) / spec->n_parts;
    plan->rows += first;
    plan->names.names += first;
    plan->n = end - first;
    slice *marks = ARENA_ARRAY(c->arena, plan->n, slice);
    for (size_t i = 0; i < plan->n; i++) {
        slice mark = datum_at(plan->rows[i].place)->note_mark;
        if (mark.len > 0)
            marks[plan->base.n_marks++] = mark;
    }
    plan->base.marks = marks;
    plan->base.is_part = true;
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
        int places = places_of(&plan->rows[i]);
        int reach = places + trail_of(&plan->rows[i]);
        plan->last = places > plan->last ? places : plan->last;
        plan->most = reach > plan->most ? reach : plan->most;
    }
    guides_take(c, spec, plan);
    plan->is_relative = plan->guides.n == 0 && have_unlike_peers(plan);
    plan->names = gutter_set(c, names, plan->n, size.w, false);
    if (!places_fit(plan)) {
        plan->names = gutter_set(c, names, plan->n, size.w, true);
        if (!places_fit(plan))
            return NULL;
    }
    head_set(c, plan);
    if (plan->is_relative)
        plan->base.notes = chart_notes_with(
            c->arena, plan->base.notes,
            SLICE_OF("注：各行共有的位数不同，都从第1位画到末位。"));
    part_keep(c, spec, plan);
    plan->base.natural = rows_height(c, plan, PITCH_NATURAL);
    plan->base.least = rows_height(c, plan, PITCH_LEAST);
    plan->base.most = rows_height(c, plan, ROWS_LOOSEST);
    return &plan->base;
}

static jb_len
own_radius(const ranking_plan *plan)
{
    jb_len step = place_x(plan, 2, plan->most) - plan->places_x;
    return plan->is_line || plan->most < 2
               ? dot_most(plan)
               : len_min(step * 2 / 5, dot_most(plan));
}

static void
dot_draw(jb_point centre, jb_len radius, jb_colour colour, jb_display *d)
{
    jb_path p = {0};
    path_round_rect(d->arena, &p,
                    (jb_rect){centre.x - radius, centre.y - radius,
                              2 * radius, 2 * radius},
                    radius);
    display_path(d, p, (jb_paint){.fill = colour});
}

static void
line_draw(const ranking_plan *plan, const style_chart *style,
          const display_places *at, jb_display *d)
{
    jb_len height = plan->em / LINE_SHARE;
    jb_path p = {0};
    path_rect(d->arena, &p,
              (jb_rect){at->row.x, at->row.y + (at->row.h - height) / 2,
                        at->row.w, height});
    display_path(d, p, (jb_paint){.fill = style->previous});
}

/* Smaller and smaller: nobody says how many there are. */
static void
trail_draw(const ranking_plan *plan, const style_chart *style,
           const rank_row *row, const display_places *at, jb_display *d)
{
    jb_len radius = at->row.h / 2, middle = at->row.y + radius;
    jb_len from = place_x(plan, row->own, plan->most);
    jb_len to = place_x(plan, row->own + trail_of(row), plan->most);
    for (int i = 1; i <= TRAIL_DOTS; i++)
        dot_draw((jb_point){from + (to - from) * i / TRAIL_DOTS, middle},
                 radius * 3 / (5 * (i + 1)), style->previous, d);
}

/* Where the own place is not known, words say all there is. */
static void
places_draw(const ranking_plan *plan, const style_chart *style,
            const rank_row *row, const display_places *at, jb_display *d)
{
    jb_len radius = at->row.h / 2, middle = at->row.y + radius;
    int n = places_over_width(plan, row);
    if (at->is_line)
        line_draw(plan, style, at, d);
    for (int i = 1; i <= at->n && !at->is_line; i++)
        if (i != row->own)
            dot_draw((jb_point){place_x(plan, i, n), middle}, radius * 3 / 5,
                     style->previous, d);
    dot_draw((jb_point){place_x(plan, row->own, n), middle}, radius, at->own,
             d);
    if (trail_of(row) > 0)
        trail_draw(plan, style, row, at, d);
}

/* What all places of a row take; of a line, from the middle of the first to
 * that of the last. */
static jb_rect
places_row(const ranking_plan *plan, const rank_row *row, jb_len middle,
           jb_len radius)
{
    jb_len last = place_x(plan, places_of(row), places_over_width(plan, row));
    jb_len over = plan->is_line ? 0 : radius;
    return (jb_rect){plan->places_x - over, middle - radius,
                     last - plan->places_x + 2 * over, 2 * radius};
}

static void
row_draw(const chart_context *c, const ranking_plan *plan,
         const rank_row *row, jb_len middle, jb_display *d)
{
    bar named = datum_bar(c, row->place, c->style->accent);
    display_places *at = ARENA_NEW(c->arena, display_places);
    jb_len radius = own_radius(plan);
    at->n = places_of(row);
    at->is_line = plan->is_line;
    at->own = focus_is_off(row->place.spec, row->place.category)
                  ? tone_mix(c->style->accent, c->style->ground,
                             FOCUS_RECEDED_DOT)
                  : named.colour;
    at->row = places_row(plan, row, middle, radius);
    named.name.places = row->own > 0 ? at : NULL;
    mark_begin(c->style, d, named.name, NULL, 0);
    if (row->own > 0)
        places_draw(plan, c->style, row, at, d);
    jb_len x = places_end(plan);
    if (plan->most == 0)
        x = plan->names.is_above ? 0 : plan->names.width + plan->em;
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
    ranking_rows rows = rows_place(c, plan, ease);
    head_draw(plan, c->style, rows.bottom, d);
    guides_draw(plan, c->style, &rows, d);
    for (size_t i = 0; i < plan->n; i++) {
        label_draw(d, &plan->names.names[i],
                   (jb_point){gutter_name_x(&plan->names, i),
                              rows.names_y[i]});
        row_draw(c, plan, &plan->rows[i], rows.middles[i], d);
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
