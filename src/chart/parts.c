/* parts: what a total is made of, as one bar of its whole length for each
 * metric, cut into the parts. Each part is labelled below its piece, from a
 * line at its left edge, or further along it; labels that would meet even so
 * go one tier down, the left ones deeper, so that no line crosses a label.
 * Totals of the same parts share a legend in place of names at each piece, and
 * figures stand in the pieces that are long enough; so do other totals where
 * height is short. Where that fails too, or the colours do not suffice,
 * each part has a bar of its own. */
#include <math.h>

#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/datum.h"
#include "chart/focus.h"
#include "chart/kinds.h"
#include "chart/magnitude.h"
#include "chart/options.h"
#include "chart/parts.h"
#include "chart/scaling.h"
#include "chart/tone.h"

static const int options_taken[] = {OPTION_ORIENTATION, OPTION_LENGTH,
                                    OPTION_PERIODS, OPTION_LINK};

/* Of ground over the border of neighbouring fills, whose own lengths stay
 * true. */
#define FIELD_LEAST 3 / 2
#define FIELD_LEAST_KEYED 5 / 4
#define FIELD_NARROW 12
#define PIECE_GAP LEN_OF_PT(0.75)

static bool
is_part_series(const chart_series *s)
{
    return s->role == SERIES_PART;
}

static const char *
parts_refuses(const chart_spec *spec)
{
    size_t n = 0, n_none = 0;
    for (size_t i = 0; i < spec->n_series; i++)
        for (size_t j = 0; is_part_series(&spec->series[i]) &&
                           j < spec->n_categories; j++) {
            const chart_datum *d = &spec->series[i].data[j];
            if (d->has_value && decimal_sign(d->value) < 0)
                return "有负数，不能表示为构成（各项的数额可画对比图，"
                       "各项的增减可画拉动图）";
            n += d->has_value && decimal_sign(d->value) > 0;
            n_none += d->has_value && decimal_sign(d->value) == 0;
        }
    return n > 0        ? NULL
           : n_none > 0 ? "“其中”各项都是0，没有构成可画"
                        : "所列指标没有“其中”各项";
}

/* The share of a part: that of the series that follows, if it is one. */
static slice
share_text(datum_place p)
{
    const chart_spec *spec = p.spec;
    if (p.series + 1 >= spec->n_series ||
        spec->series[p.series + 1].role != SERIES_SHARE)
        return (slice){NULL, 0};
    return spec->series[p.series + 1].data[p.category].label;
}

/* 625.6亿元，48.6%; without the unit where the total beside it has one. */
static slice
figure_text(arena *a, datum_place p, bool has_unit)
{
    slice share = share_text(p);
    slice unit = has_unit ? p.spec->series[p.series].unit.name
                          : (slice){NULL, 0};
    return slice_printf(a, "%.*s%.*s%s%.*s", SLICE_ARGS(datum_at(p)->label),
                        SLICE_ARGS(unit), share.len > 0 ? "，" : "",
                        SLICE_ARGS(share));
}

static bool
is_total_told(datum_place p)
{
    return p.spec->series[p.series].total.label.len > 0;
}

static chart_label
figure_label(const chart_context *c, datum_place p, bool is_keyed,
             jb_colour colour)
{
    slice text = figure_text(c->arena, p, !is_keyed || !is_total_told(p));
    return label_set(c, &(label_wish){.look = &c->style->label, .text = text,
                                      .mark = datum_at(p)->note_mark,
                                      .colour = colour,
                                      .is_emphasis = focus_is_on(
                                          p.spec, p.category)});
}

/* Figures in pieces: light or dark, as these let them be read; none on
 * hatches, and none that would be hard to read either way. */
static void
insides_set(const chart_context *c, part_bar *b)
{
    jb_colour light = c->style->ground, dark = c->style->ink;
    for (size_t i = 0; i < b->n; i++) {
        part_piece *p = &b->pieces[i];
        bool is_light = tone_contrast(light, p->colour) >
                        tone_contrast(dark, p->colour);
        jb_colour colour = is_light ? light : dark;
        bool is_plain = datum_fill(datum_at(p->place)) == MARK_SOLID;
        double contrast = tone_contrast(colour, p->colour);
        if (is_plain && contrast >= TONE_CONTRAST_TEXT)
            p->inside = figure_label(c, p->place, true, colour);
    }
}

static part_piece
piece_from(const chart_context *c, datum_place place, bool is_keyed)
{
    const style_chart *style = c->style;
    const chart_datum *datum = datum_at(place);
    bool is_strong = focus_is_on(place.spec, place.category);
    part_piece p = {.place = place,
                    .value = decimal_to_double(datum->value)};
    slice name = place.spec->categories[place.category].name;
    p.name = label_set(c, &(label_wish){.look = &style->category,
                                        .text = is_keyed ? SLICE_OF("") : name,
                                        .is_emphasis = is_strong});
    p.figure = figure_label(c, place, is_keyed, style->muted);
    p.label_width = len_max(p.name.width, p.figure.width);
    return p;
}

static size_t
piece_hue(const part_bar *b, size_t i)
{
    const datum_place *p = &b->pieces[i].place;
    return p->spec->categories[p->category].hue;
}

static bool
hues_differ(const part_bar *b, size_t n_palette)
{
    for (size_t i = 0; i < b->n; i++)
        for (size_t j = 0; j < i; j++)
            if (piece_hue(b, i) % n_palette == piece_hue(b, j) % n_palette)
                return false;
    return true;
}

/* Whether every part of the chart has a colour of its own, by its name. */
static bool
can_be_keyed(const chart_context *c, const chart_spec *spec)
{
    size_t n = (size_t)c->style->n_palette;
    for (size_t i = 0; i < spec->n_categories; i++)
        for (size_t j = 0; j < i; j++)
            if (n == 0 || spec->categories[i].hue % n ==
                              spec->categories[j].hue % n)
                return false;
    return spec->n_categories <= n;
}

/* A part keeps the colour of its name through a document, unless two of one
 * bar would then look the same. */
static void
pieces_colour(const style_chart *style, part_bar *b)
{
    size_t n = (size_t)style->n_palette;
    bool by_name = b->n <= n && hues_differ(b, n);
    for (size_t i = 0; i < b->n; i++) {
        datum_place p = b->pieces[i].place;
        size_t hue = by_name ? piece_hue(b, i) : i;
        b->pieces[i].colour =
            focus_colour(style, p.spec, p.category,
                         n == 0 ? style->current : style->palette[hue % n]);
    }
}

/* The total, or the sum of the parts where rounding makes that greater. */
static double
whole_of(const part_bar *b, const chart_series *s)
{
    double sum = 0;
    for (size_t i = 0; i < b->n; i++)
        sum += b->pieces[i].value;
    return s->total.has_value
               ? fmax(sum, decimal_to_double(s->total.value))
               : sum;
}

/* Pieces are as long as their share of the whole. The gaps between them take
 * nothing from any: what is seen of a piece is its whole length. */
void
parts_pieces_place(part_bar *b)
{
    double before = 0;
    for (size_t i = 0; i < b->n; i++) {
        part_piece *p = &b->pieces[i];
        jb_len gaps = b->gap * (jb_len)i;
        p->x = len_from(b->length * (before / b->whole)) + gaps;
        before += p->value;
        p->width = len_from(b->length * (before / b->whole)) + gaps - p->x;
    }
}

static slice
total_text(arena *a, const chart_series *s)
{
    if (s->total.label.len == 0)
        return (slice){NULL, 0};
    return slice_printf(a, "%.*s%.*s", SLICE_ARGS(s->total.label),
                        SLICE_ARGS(s->unit.name));
}

/* A bar with its pieces, which have no places yet. */
static part_bar
bar_from(const chart_context *c, datum_place place, const parts_plan *plan)
{
    const chart_spec *spec = place.spec;
    size_t series = place.series;
    const chart_series *s = &spec->series[series];
    jb_len em = label_size(c, &c->style->label);
    part_bar b = {.pieces = ARENA_ARRAY(c->arena, spec->n_categories,
                                        part_piece),
                  .series = s};
    for (size_t i = 0; i < spec->n_categories; i++)
        if (s->data[i].has_value)
            b.pieces[b.n++] = piece_from(c, (datum_place){spec, series, i},
                                         plan->is_keyed);
    pieces_colour(c->style, &b);
    if (plan->is_keyed)
        insides_set(c, &b);
    b.whole = whole_of(&b, s);
    b.total = label_set(c, &(label_wish){.look = &c->style->label,
                                         .text = total_text(c->arena, s),
                                         .mark = s->total.note_mark});
    jb_len room = plan->is_keyed
                      ? len_scale(plan->width, PARTS_HEADS_SHARE, 1000)
                      : plan->width - b.total.width - em;
    b.head = label_set(c, &(label_wish){.look = &c->style->category,
                                        .text = s->name,
                                        .measure = room,
                                        .align = plan->is_keyed ? TEXT_END
                                                                : TEXT_START});
    return b;
}

/* The first bar whose figures compare, as they are, with those of bar `i`. */
static size_t
first_comparable(const parts_plan *plan, size_t i)
{
    jb_unit unit = plan->bars[i].series->unit;
    for (size_t j = 0; j < i; j++) {
        jb_unit other = plan->bars[j].series->unit;
        if (unit_is_same_base(other, unit) && other.power == unit.power)
            return j;
    }
    return i;
}

static double
whole_in(const part_bar *b, jb_unit unit)
{
    return magnitude_in(b->whole, b->series->unit, unit);
}

/* All the width for each, or for the greatest of those of one unit. */
static void
lengths_set(parts_plan *plan, bool is_amount)
{
    for (size_t i = 0; i < plan->n; i++) {
        part_bar *b = &plan->bars[i];
        jb_unit unit = b->series->unit;
        double most = b->whole;
        b->gap = plan->gap;
        b->scale = is_amount ? first_comparable(plan, i) : i;
        for (size_t j = 0; is_amount && j < plan->n; j++)
            if (unit_is_same_base(plan->bars[j].series->unit, unit))
                most = fmax(most, whole_in(&plan->bars[j], unit));
        jb_len gaps = plan->gap * (jb_len)plan->n_most;
        b->share = b->whole / most;
        b->length = len_from(len_max(0, plan->field_width - gaps) * b->share);
    }
}

/* Where the bars stand across. */
static void
field_set(parts_plan *plan)
{
    jb_len left = 0, right = 0;
    for (size_t i = 0; i < plan->n && plan->is_keyed; i++) {
        left = len_max(left, plan->bars[i].head.width + plan->em);
        right = len_max(right, plan->bars[i].total.width + plan->em);
    }
    plan->left = left;
    plan->field_width = plan->width - left - right;
}

/* The fills that say more than the part: 预计. */
static size_t
fill_keys_set(const chart_context *c, const chart_spec *spec,
              legend_key *keys)
{
    datum_fills seen = {{false}};
    for (size_t s = 0; s < spec->n_series; s++)
        for (size_t i = 0; i < spec->n_categories; i++)
            if (spec->series[s].role == SERIES_PART) {
                bar b = datum_bar(c, (datum_place){spec, s, i},
                                  c->style->muted);
                datum_fill_seen(&b, &seen);
            }
    return datum_fills_keys(&seen, c->style->muted, keys);
}

/* The parts by their colours where no label names them, and the fills. */
static void
keys_set(const chart_context *c, const chart_spec *spec, parts_plan *plan)
{
    const style_chart *style = c->style;
    size_t n = plan->is_keyed ? spec->n_categories : 0;
    legend_key *keys = ARENA_ARRAY(c->arena, n + DATUM_FILL_KEYS, legend_key);
    for (size_t i = 0; i < n; i++)
        keys[i] = (legend_key){
            .text = spec->categories[i].name,
            .colour = focus_colour(style, spec, i,
                                   style->palette[spec->categories[i].hue %
                                                  (size_t)style->n_palette])};
    plan->base.keys = keys;
    plan->base.n_keys = n + fill_keys_set(c, spec, keys + n);
}

/* Outlines of neighbours do not meet. */
static jb_len
gap_for(const style_chart *style, const parts_plan *plan)
{
    jb_len widest = 0;
    for (size_t i = 0; i < plan->n; i++)
        for (size_t j = 0; j < plan->bars[i].n; j++) {
            const part_piece *p = &plan->bars[i].pieces[j];
            widest = len_max(widest, mark_outline(style, p->colour,
                                                  datum_fill(
                                                      datum_at(p->place))));
        }
    return PIECE_GAP + widest;
}

/* A series of the whole chart: the page's own, where it is on it. */
static datum_place
place_on_page(const chart_spec *spec, size_t series)
{
    size_t first = spec->first_series;
    bool is_here = series >= first && series < first + spec->n_series;
    return is_here || spec->whole == NULL
               ? (datum_place){spec, series - first, 0}
               : (datum_place){spec->whole, series, 0};
}

/* Of a page of a chart, the bars that stand on it, as long as they would be on
 * any other. */
static void
page_keep(const chart_spec *spec, parts_plan *plan)
{
    size_t n = plan->n;
    if (spec->whole == NULL)
        return;
    plan->n = 0;
    for (size_t i = 0; i < n; i++) {
        if (plan->bars[i].pieces[0].place.spec == spec)
            plan->bars[plan->n++] = plan->bars[i];
    }
}

/* False when the pieces cannot be told apart by colour. */
static bool
bars_set(const chart_context *c, const chart_spec *spec, parts_plan *plan)
{
    const chart_spec *all = spec->whole != NULL ? spec->whole : spec;
    plan->bars = ARENA_ARRAY(c->arena, all->n_series, part_bar);
    for (size_t i = 0; i < all->n_series; i++) {
        if (!is_part_series(&all->series[i]))
            continue;
        part_bar b = bar_from(c, place_on_page(spec, i), plan);
        if (b.n > (size_t)c->style->n_palette)
            return false;
        if (b.n > 0)
            plan->bars[plan->n++] = b;
        if (b.n > plan->n_most + 1)
            plan->n_most = b.n - 1;
    }
    plan->gap = gap_for(c->style, plan);
    return true;
}

/* False when the pieces cannot be labelled, or told apart by colour. */
static bool
stack_plan(const chart_context *c, const chart_spec *spec, bool is_amount,
           parts_plan *plan)
{
    if (!bars_set(c, spec, plan))
        return false;
    field_set(plan);
    if (plan->field_width < plan->em * FIELD_NARROW)
        return false;
    plan->is_amount = is_amount;
    lengths_set(plan, is_amount);
    for (size_t i = 0; i < plan->n; i++) {
        parts_pieces_place(&plan->bars[i]);
        if (!parts_labels_place(plan, &plan->bars[i]))
            return false;
    }
    page_keep(spec, plan);
    keys_set(c, spec, plan);
    plan->base.natural = parts_height(plan, plan->em * PARTS_FIELD_NATURAL);
    plan->base.least =
        parts_height(plan, plan->is_keyed ? plan->em * FIELD_LEAST_KEYED
                                   : plan->em * FIELD_LEAST);
    plan->base.most = parts_height(plan, plan->em * PARTS_FIELD_MOST);
    return true;
}

static bar_panel
part_panel(const chart_context *c, const chart_spec *spec, size_t series)
{
    const style_chart *style = c->style;
    const chart_series *s = &spec->series[series];
    bar_panel p = {.n_bars = 1};
    p.head = slice_printf(c->arena, "%.*s %.*s%.*s", SLICE_ARGS(s->name),
                          SLICE_ARGS(total_text(c->arena, s)),
                          SLICE_ARGS(s->total.note_mark));
    p.rows = ARENA_ARRAY(c->arena, spec->n_categories, bar_row);
    for (size_t i = 0; i < spec->n_categories; i++) {
        datum_place place = {spec, series, i};
        const chart_datum *datum = datum_at(place);
        if (!datum->has_value)
            continue;
        bar_row *row = &p.rows[p.n_rows++];
        *row = datum_row(spec, i);
        row->bars = ARENA_NEW(c->arena, bar);
        row->bars[0] = datum_bar(c, place, style->current);
        row->bars[0].label = label_set(
            c, &(label_wish){.look = &style->label,
                             .text = figure_text(c->arena, place, true),
                             .mark = datum->note_mark,
                             .is_emphasis = row->is_strong});
    }
    return p;
}

static void
list_plan(const chart_context *c, const chart_spec *spec, jb_size size,
          parts_plan *plan)
{
    bar_panels panels = {.has_axis = true};
    panels.at = ARENA_ARRAY(c->arena, spec->n_series, bar_panel);
    for (size_t i = 0; i < spec->n_series; i++) {
        if (!is_part_series(&spec->series[i]))
            continue;
        bar_panel p = part_panel(c, spec, i);
        if (p.n_rows > 0)
            panels.at[panels.n++] = p;
    }
    broken_notes_from(c, spec, &panels, BREAK_NEVER);
    plan->across = across_plan_from(c, &panels, size);
}

static parts_plan *
plan_new(const chart_context *c, jb_len width, bool is_keyed)
{
    parts_plan *plan = ARENA_NEW(c->arena, parts_plan);
    plan->em = label_size(c, &c->style->label);
    plan->width = width;
    plan->is_keyed = is_keyed;
    return plan;
}

/* Whether several totals have all of their parts in common with others, so
 * that these are compared from bar to bar. */
static bool
parts_are_shared(const chart_spec *spec)
{
    const chart_spec *all = spec->whole != NULL ? spec->whole : spec;
    for (size_t i = 0; i < all->n_categories; i++) {
        size_t n = 0;
        for (size_t s = 0; s < all->n_series; s++)
            n += is_part_series(&all->series[s]) &&
                 all->series[s].data[i].has_value;
        if (n < 2)
            return false;
    }
    return true;
}

/* With a legend in place of names; NULL where figures find no place. */
static parts_plan *
keyed_plan(const chart_context *c, const chart_spec *spec,
           const chart_options *options, jb_len width)
{
    parts_plan *plan = plan_new(c, width, true);
    plan->is_linked = options->chosen[OPTION_LINK] == LINK_SHOWN;
    return stack_plan(c, spec, options->chosen[OPTION_LENGTH] ==
                                   LENGTH_AMOUNT,
                      plan)
               ? plan
               : NULL;
}

/* Columns, where they are asked for and there is room; on pages bars lie, for
 * columns of one are not as high as those of another. */
static parts_plan *
columns_plan(const chart_context *c, const chart_spec *spec,
             const chart_options *options, jb_size size)
{
    parts_plan *plan = plan_new(c, size.w, true);
    if (options->chosen[OPTION_ORIENTATION] != ORIENTATION_VERTICAL ||
        spec->is_page || !bars_set(c, spec, plan) || plan->n < 2)
        return NULL;
    plan->is_linked = options->chosen[OPTION_LINK] == LINK_SHOWN;
    plan->is_amount = options->chosen[OPTION_LENGTH] == LENGTH_AMOUNT;
    lengths_set(plan, plan->is_amount);
    if (!parts_columns_plan(c, plan) ||
        (size.h > 0 && plan->base.least > size.h))
        return NULL;
    keys_set(c, spec, plan);
    return plan;
}

static chart_plan *
parts_plan_from(const chart_context *c, const chart_spec *spec,
                const chart_options *options, jb_size size)
{
    bool is_amount = options->chosen[OPTION_LENGTH] == LENGTH_AMOUNT;
    bool has_keys = can_be_keyed(c, spec);
    parts_plan *keyed =
        has_keys ? columns_plan(c, spec, options, size) : NULL;
    if (keyed != NULL)
        return &keyed->base;
    keyed = has_keys ? keyed_plan(c, spec, options, size.w) : NULL;
    if (keyed != NULL && parts_are_shared(spec))
        return &keyed->base;
    parts_plan *plan = plan_new(c, size.w, false);
    bool is_stacked = stack_plan(c, spec, is_amount, plan);
    bool is_high = is_stacked && size.h > 0 && plan->base.least > size.h;
    if (is_high && plan->n > 1 && keyed != NULL)
        return &keyed->base;
    if (is_stacked)
        return &plan->base;
    if (is_amount)
        diag_report(c->diags, &CHART_LENGTH_NONE, spec->span, spec->id);
    plan = plan_new(c, size.w, false);
    list_plan(c, spec, size, plan);
    if (plan->across == NULL)
        return NULL;
    plan->base = plan->across->base;
    plan->base.has_own_scales = true;
    plan->base.notes = scaling_notes_for(c->arena, spec, SERIES_PART);
    return &plan->base;
}

const jb_chart_type chart_type_parts = {
    .name = "parts",
    .chinese = "构成",
    .doc = "总量的构成：整条为合计，各段为“其中”各项，注明数值和比重；"
           "几个总量、两个时期可以并排比较",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .paging = PAGING_SERIES,
    .n_together = 2, /* the parts and their shares */
    .refuses = parts_refuses,
    .plan = parts_plan_from,
    .draw = parts_draw,
};
