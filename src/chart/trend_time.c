/* The time axis of lines: even steps, as many names as find room at an even
 * pace back from the last, and each year told once. */
#include "chart/focus.h"
#include "chart/trend.h"

#define MONTHS_A_YEAR 12
#define NAMES_GAP 2 /* an em's half between names */

/* The month that it ends with, counted on from the first year. */
static int
month_of(jb_period p)
{
    return p.last_year * MONTHS_A_YEAR + p.last_month;
}

static int
common_divisor(int a, int b)
{
    while (b != 0) {
        int rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static void
slots_set(const chart_context *c, const chart_spec *spec, trend_time *t)
{
    int first = month_of(spec->categories[0].period), step = 0, last = 0;
    t->slots = ARENA_ARRAY(c->arena, spec->n_categories, size_t);
    for (size_t i = 0; i < spec->n_categories; i++) {
        last = month_of(spec->categories[i].period) - first;
        step = common_divisor(last, step);
    }
    for (size_t i = 0; i < spec->n_categories && step > 0; i++)
        t->slots[i] = (size_t)((month_of(spec->categories[i].period) -
                                first) / step);
    t->n = step > 0 ? (size_t)(last / step) + 1 : 1;
}

/* 10月 of 2024年10月; empty of a whole year. */
static slice
name_in_year(slice name)
{
    size_t at = slice_find(name, SLICE_OF("年"));
    return at == name.len ? SLICE_OF("")
                          : slice_cut(name, at + strlen("年"), name.len);
}

static chart_label
name_set(const chart_context *c, const chart_spec *spec, size_t i, slice text)
{
    return label_set(c, &(label_wish){.look = &c->style->category,
                                      .text = text,
                                      .is_emphasis = focus_is_on(spec, i)});
}

static bool
is_new_year(const chart_spec *spec, size_t i, size_t before)
{
    return before == SIZE_MAX || spec->categories[i].period.last_year !=
                                     spec->categories[before].period.last_year;
}

static bool
is_named(const chart_spec *spec, const trend_time *t, size_t i, size_t step)
{
    size_t last = t->slots[spec->n_categories - 1];
    return (last - t->slots[i]) % step == 0;
}

/* Whether every `step`th slot back from the last can be named. */
static bool
names_fit(const chart_spec *spec, const trend_time *t, size_t step,
          jb_len pitch, jb_len gap)
{
    size_t before = SIZE_MAX;
    for (size_t i = 0; i < spec->n_categories; i++) {
        if (!is_named(spec, t, i, step))
            continue;
        jb_len half = before == SIZE_MAX
                          ? 0
                          : (t->names[i].width + t->names[before].width) / 2;
        if (before != SIZE_MAX &&
            half + gap > pitch * (jb_len)(t->slots[i] - t->slots[before]))
            return false;
        before = i;
    }
    return true;
}

static void
names_thin(const chart_context *c, const chart_spec *spec, trend_time *t,
           jb_len pitch)
{
    jb_len gap = label_size(c, &c->style->category) / NAMES_GAP;
    size_t step = 1;
    while (step < t->n && !names_fit(spec, t, step, pitch, gap))
        step++;
    for (size_t i = 0; i < spec->n_categories; i++)
        if (!is_named(spec, t, i, step))
            t->names[i].paragraph = NULL;
}

static void
years_set(const chart_context *c, const chart_spec *spec, trend_time *t,
          jb_len pitch)
{
    size_t before = SIZE_MAX;
    jb_len edge = 0, gap = label_size(c, &c->style->category) / NAMES_GAP;
    for (size_t i = 0; i < spec->n_categories; i++) {
        slice name = spec->categories[i].name;
        if (t->names[i].paragraph == NULL || name_in_year(name).len == 0 ||
            !is_new_year(spec, i, before))
            continue;
        slice year = slice_cut(
            name, 0, slice_find(name, SLICE_OF("年")) + strlen("年"));
        chart_label l = name_set(c, spec, i, year);
        jb_len at = pitch * (jb_len)t->slots[i];
        if (before != SIZE_MAX && at - l.width / 2 < edge + gap)
            continue;
        t->years[i] = l;
        edge = at + l.width / 2;
        before = i;
    }
}

trend_time
trend_time_from(const chart_context *c, const chart_spec *spec)
{
    trend_time t = {.n_names = spec->n_categories};
    slots_set(c, spec, &t);
    return t;
}

void
trend_time_name(const chart_context *c, const chart_spec *spec, jb_len width,
                trend_time *t)
{
    jb_len pitch = t->n > 1 ? width / (jb_len)(t->n - 1) : width;
    t->names = ARENA_ARRAY(c->arena, spec->n_categories, chart_label);
    t->years = ARENA_ARRAY(c->arena, spec->n_categories, chart_label);
    for (size_t i = 0; i < spec->n_categories; i++) {
        slice name = spec->categories[i].name, own = name_in_year(name);
        t->names[i] = name_set(c, spec, i, own.len > 0 ? own : name);
        t->names_height = len_max(t->names_height, t->names[i].height);
    }
    names_thin(c, spec, t, pitch);
    years_set(c, spec, t, pitch);
    t->years_y = t->names_height + label_size(c, &c->style->category) / 4;
    for (size_t i = 0; i < spec->n_categories; i++)
        if (t->years[i].paragraph != NULL)
            t->names_height = t->years_y + t->years[i].height;
}
