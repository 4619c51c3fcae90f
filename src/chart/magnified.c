#include "chart/magnified.h"

#include <math.h>

#include "chart/held.h"
#include "chart/magnitude.h"

#define DIGITS_LEAST 4 /* a larger unit has so many digits of the greatest … */
#define FEW 2          /* … and of each, none of which is so small that … */
#define SCALE_MOST 4   /* … it would need more than these behind the point */

/* Figures of one unit, and the unit they are told in. */
typedef struct magnifying {
    const chart_context *c;
    jb_unit from, to;
    bool is_exact; /* no digit is rounded away */
    int scale;     /* digits behind the point, where some are */
    bool spares_small; /* categories that would be lost in it stay */
} magnifying;

static bool
is_level(const chart_series *s)
{
    if (s->role == SERIES_CONTRIBUTION)
        return false; /* the title says its unit */
    return s->unit.name.len > 0 || s->role == SERIES_CURRENT ||
           s->role == SERIES_PREVIOUS || s->role == SERIES_TARGET ||
           s->role == SERIES_PACE || s->role == SERIES_PART;
}

static jb_unit
unit_at(const chart_spec *spec, size_t series, size_t category)
{
    const chart_series *s = &spec->series[series];
    return s->unit.name.len > 0 ? s->unit : spec->categories[category].unit;
}

static double
size_of(const chart_datum *d)
{
    return d->has_value ? fabs(decimal_to_double(d->value)) : 0;
}

/* Of the figures of a unit's base, but for zero. */
typedef struct size_range {
    double most, least;
    jb_unit largest; /* that any is counted in */
    bool is_mixed;   /* they differ in power */
} size_range;

static void
range_take(size_range *r, const chart_datum *d)
{
    double size = size_of(d);
    r->most = fmax(r->most, size);
    if (size > 0)
        r->least = fmin(r->least, size);
}

static void
range_take_series(size_range *r, const chart_spec *spec, size_t series,
                  jb_unit unit)
{
    const chart_series *s = &spec->series[series];
    for (size_t i = 0; i < spec->n_categories && is_level(s); i++) {
        jb_unit own = unit_at(spec, series, i);
        if (!unit_is_same_base(own, unit))
            continue;
        r->is_mixed |= own.power != unit.power;
        r->largest = own.power > r->largest.power ? own : r->largest;
        range_take(r, &s->data[i]);
        range_take(r, &s->total);
    }
}

static int
digits_before(double value)
{
    return value < 1 ? 1 : (int)floor(log10(value)) + 1;
}

/* In the larger unit, without the zeros that stand for no digit. */
static bool
value_in(const magnifying *m, jb_unit own, jb_decimal value, jb_decimal *out)
{
    if (!decimal_shift(value, own.power - m->to.power, out))
        return false;
    while (m->is_exact && out->scale > 0 && out->scale > value.scale &&
           out->coefficient % 10 == 0) {
        out->coefficient /= 10;
        out->scale--;
    }
    return true;
}

static bool
is_short(const magnifying *m, jb_unit own, const chart_datum *d)
{
    jb_decimal value;
    return !d->has_value || own.power == m->to.power ||
           (value_in(m, own, d->value, &value) && value.scale <= SCALE_MOST);
}

/* Whether all figures of the base have few digits in the larger unit. */
static bool
are_short(const magnifying *m, const chart_spec *spec)
{
    for (size_t s = 0; s < spec->n_series; s++)
        for (size_t i = 0; i < spec->n_categories; i++) {
            jb_unit own = unit_at(spec, s, i);
            if (is_level(&spec->series[s]) &&
                unit_is_same_base(own, m->from) &&
                (!is_short(m, own, &spec->series[s].data[i]) ||
                 !is_short(m, own, &spec->series[s].total)))
                return false;
        }
    return true;
}

/* Too small to be told in the larger unit: 37元 would be 0.0000亿元. */
static bool
is_lost(const magnifying *m, jb_unit own, double least)
{
    return magnitude_in(least, own, m->to) < pow(10, FEW - 1 - SCALE_MOST);
}

/* Whether each category has a unit of its own, not each series, and some
 * categories would not be lost: those that would can stay as they are. */
static bool
can_spare(const chart_spec *spec)
{
    for (size_t s = 0; s < spec->n_series; s++)
        if (is_level(&spec->series[s]) &&
            spec->series[s].unit.name.len > 0)
            return false;
    return true;
}

static size_range
category_range(const chart_spec *spec, size_t i)
{
    size_range r = {.least = INFINITY};
    for (size_t s = 0; s < spec->n_series; s++)
        if (is_level(&spec->series[s]))
            range_take(&r, &spec->series[s].data[i]);
    return r;
}

/* Whether the figures of a category stay in the unit they were given in. */
static bool
is_spared(const magnifying *m, const chart_spec *spec, size_t i)
{
    return m->spares_small &&
           is_lost(m, spec->categories[i].unit, category_range(spec, i).least);
}

/* False where the figures of `unit` are told as they are. */
static bool
is_magnified(const chart_context *c, const chart_spec *spec, jb_unit unit,
             magnifying *m)
{
    if (unit.name.len == 0 || unit.kind == UNIT_PERCENT ||
        unit.kind == UNIT_POINT)
        return false;
    size_range r = {.least = INFINITY, .largest = unit};
    for (size_t s = 0; s < spec->n_series; s++)
        range_take_series(&r, spec, s, unit);
    *m = (magnifying){c, unit, r.largest, true, 0, false};
    r.most = fmax(r.most, held_most(spec, unit));
    if (r.is_mixed)
        return are_short(m, spec);
    if (r.most < MAGNITUDE_LONG)
        return false;
    *m = (magnifying){c, unit, magnitude_unit(c->arena, unit, r.most), false,
                      1, can_spare(spec)};
    int scale = DIGITS_LEAST - digits_before(magnitude_in(r.most, unit, m->to));
    m->scale = scale < 1 ? 1 : scale;
    return m->to.power > unit.power &&
           (m->spares_small || !is_lost(m, unit, r.least));
}

/* Small ones beside great ones keep a digit or two. */
static slice
digits_of(const magnifying *m, jb_decimal value)
{
    arena *a = m->c->arena;
    double size = fabs(decimal_to_double(value));
    int scale = m->scale;
    if (size == 0)
        return SLICE_OF("0");
    if (m->is_exact)
        return decimal_text(a, decimal_abs(value));
    while (scale < SCALE_MOST && size * pow(10, scale) < pow(10, FEW - 1))
        scale++;
    jb_decimal rounded =
        decimal_round(decimal_abs(value), scale, DECIMAL_HALF_UP);
    return decimal_text(a, rounded);
}

static bool
is_digit(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

/* The last number of `text` before `end`. */
static slice
number_before(slice text, size_t end)
{
    size_t last = end;
    while (last > 0 && !is_digit(text.at[last - 1]))
        last--;
    size_t first = last;
    while (first > 0 && is_digit(text.at[first - 1]))
        first--;
    return slice_cut(text, first, last);
}

/* 约538200000000 becomes 约5382.0. */
static slice
label_in(const magnifying *m, slice label, jb_decimal value)
{
    slice number = number_before(label, label.len);
    if (number.len == 0)
        return label;
    size_t first = (size_t)(number.at - label.at);
    slice digits = digits_of(m, value);
    slice before = slice_cut(label, 0, first);
    slice behind = slice_cut(label, first + number.len, label.len);
    return slice_printf(m->c->arena, "%.*s%.*s%.*s", SLICE_ARGS(before),
                        SLICE_ARGS(digits), SLICE_ARGS(behind));
}

static void
datum_magnify(const magnifying *m, jb_unit own, chart_datum *d)
{
    jb_decimal value;
    if (!d->has_value || own.power == m->to.power ||
        !value_in(m, own, d->value, &value))
        return;
    d->value = value;
    d->label = label_in(m, d->label, value);
}

/* 全省平均538200000000元: the number before the unit, if there is one. */
static void
guide_magnify(const magnifying *m, chart_guide *g)
{
    size_t at = slice_find(g->label, g->unit.name);
    slice number = number_before(g->label, at);
    jb_decimal low;
    if (!unit_is_same_base(g->unit, m->from) || g->is_band ||
        g->unit.power == m->to.power ||
        number.at + number.len != g->label.at + at ||
        !value_in(m, g->unit, g->low, &low))
        return;
    slice before = slice_cut(g->label, 0, (size_t)(number.at - g->label.at));
    slice digits = digits_of(m, low);
    g->label = slice_printf(m->c->arena, "%.*s%.*s%.*s", SLICE_ARGS(before),
                            SLICE_ARGS(digits), SLICE_ARGS(m->to.name));
}

/* +5382000000元 becomes +53.82亿元, as figures of this base do. */
static void
arrow_magnify(const magnifying *m, chart_arrow *arrow)
{
    jb_decimal value;
    size_t at = slice_find(arrow->label, arrow->unit.name);
    if (!arrow->is_amount || !unit_is_same_base(arrow->unit, m->from) ||
        arrow->unit.power == m->to.power ||
        !value_in(m, arrow->unit, arrow->value, &value) ||
        at == arrow->label.len)
        return;
    slice number = slice_cut(arrow->label, 0, at);
    arrow->label = slice_join(m->c->arena, label_in(m, number, value),
                              m->to.name);
    arrow->value = value;
    arrow->unit = m->to;
}

static void
series_magnify(const magnifying *m, const chart_spec *spec, chart_series *s,
               const chart_series *old)
{
    if (!is_level(old))
        return;
    for (size_t i = 0; i < spec->n_categories; i++) {
        jb_unit own = old->unit.name.len > 0 ? old->unit
                                             : spec->categories[i].unit;
        if (unit_is_same_base(own, m->from) && !is_spared(m, spec, i))
            datum_magnify(m, own, &s->data[i]);
    }
    if (unit_is_same_base(old->unit, m->from)) {
        datum_magnify(m, old->unit, &s->total);
        s->unit = m->to;
    }
    for (size_t i = 0; i < s->n_guides; i++)
        guide_magnify(m, &s->guides[i]);
}

static chart_spec *
copy_of(const chart_context *c, const chart_spec *spec)
{
    arena *a = c->arena;
    chart_spec *out = ARENA_NEW(a, chart_spec);
    *out = *spec;
    out->categories = ARENA_ARRAY(a, spec->n_categories, chart_category);
    out->series = ARENA_ARRAY(a, spec->n_series, chart_series);
    out->arrows = ARENA_ARRAY(a, spec->n_arrows, chart_arrow);
    for (size_t i = 0; i < spec->n_categories; i++)
        out->categories[i] = spec->categories[i];
    for (size_t i = 0; i < spec->n_arrows; i++)
        out->arrows[i] = spec->arrows[i];
    for (size_t s = 0; s < spec->n_series; s++) {
        chart_series *series = &out->series[s];
        *series = spec->series[s];
        series->data = ARENA_ARRAY(a, spec->n_categories, chart_datum);
        for (size_t i = 0; i < spec->n_categories; i++)
            series->data[i] = spec->series[s].data[i];
        series->guides = ARENA_ARRAY(a, series->n_guides, chart_guide);
        for (size_t i = 0; i < series->n_guides; i++)
            series->guides[i] = spec->series[s].guides[i];
    }
    return out;
}

/* Figures of one base are counted once, with the first of them. */
static chart_spec *
base_magnify(const chart_context *c, const chart_spec *spec, jb_unit unit,
             chart_spec *out)
{
    magnifying m;
    if (!is_magnified(c, spec, unit, &m))
        return out;
    if (out == NULL)
        out = copy_of(c, spec);
    for (size_t s = 0; s < spec->n_series; s++)
        series_magnify(&m, spec, &out->series[s], &spec->series[s]);
    for (size_t i = 0; i < spec->n_arrows; i++)
        arrow_magnify(&m, &out->arrows[i]);
    for (size_t i = 0; i < spec->n_categories; i++)
        if (unit_is_same_base(spec->categories[i].unit, unit) &&
            !is_spared(&m, spec, i))
            out->categories[i].unit = m.to;
    return out;
}

static bool
is_first(const jb_unit *units, size_t n, jb_unit unit)
{
    for (size_t i = 0; i < n; i++)
        if (unit_is_same_base(units[i], unit))
            return false;
    return true;
}

const chart_spec *
magnified_from(const chart_context *c, const chart_spec *spec)
{
    size_t n = 0;
    jb_unit *units = ARENA_ARRAY(c->arena, spec->n_categories + spec->n_series,
                                 jb_unit);
    for (size_t i = 0; i < spec->n_categories; i++)
        if (is_first(units, n, spec->categories[i].unit))
            units[n++] = spec->categories[i].unit;
    for (size_t s = 0; s < spec->n_series; s++)
        if (is_first(units, n, spec->series[s].unit))
            units[n++] = spec->series[s].unit;
    chart_spec *out = NULL;
    for (size_t i = 0; i < n; i++)
        out = base_magnify(c, spec, units[i], out);
    return out != NULL ? out : spec;
}
