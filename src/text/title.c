#include "text/title.h"

#include "text/penalty.h"

/* Of a line that is an em narrower than one above and one below it, on the
 * scale of penalty.h: nine times what an em of white costs a line. It grows
 * with the square. */
#define COST_WAIST 900
/* Every choice of places is tried: of these many, for these many lines. */
#define PLACES_MOST 24
#define LINES_MOST 4

/* The search: places[] of which `n_lines` - 1 are taken, in order. */
typedef struct outline {
    const measure_sums *m;
    fit_widths widths;
    size_t places[PLACES_MOST], n_places;
    size_t n_lines;
    size_t starts[LINES_MOST + 1], best[LINES_MOST + 1];
    int64_t cost;
} outline;

static int64_t
waist_cost(const outline *o)
{
    jb_len width[LINES_MOST], em = len_max(o->m->atoms->em, 1);
    int64_t cost = 0;
    for (size_t i = 0; i < o->n_lines; i++)
        width[i] = (jb_len)measure_line(o->m, o->starts[i],
                                        o->starts[i + 1]).width;
    for (size_t i = 1; i + 1 < o->n_lines; i++) {
        jb_len above = 0, below = 0;
        for (size_t j = 0; j < i; j++)
            above = len_max(above, width[j]);
        for (size_t j = i + 1; j < o->n_lines; j++)
            below = len_max(below, width[j]);
        int64_t depth = len_max(0, len_min(above, below) - width[i]);
        cost += depth * depth * COST_WAIST / em * FIT_COST_ONE / em;
    }
    return cost;
}

static void
judge(outline *o)
{
    fit_lines lines = {o->starts, o->n_lines};
    int64_t cost = fit_cost(o->m, o->widths, &lines) + waist_cost(o);
    if (cost >= o->cost)
        return;
    o->cost = cost;
    for (size_t i = 0; i <= o->n_lines; i++)
        o->best[i] = o->starts[i];
}

/* Choose the start of `line` among the places from `from` on. */
static void
choose(outline *o, size_t line, size_t from)
{
    if (line == o->n_lines) {
        judge(o);
        return;
    }
    for (size_t i = from; i < o->n_places; i++) {
        o->starts[line] = o->places[i];
        choose(o, line + 1, i + 1);
    }
}

/* False where there are more places than can be tried, or lines that end by
 * order. */
static bool
find_places(outline *o)
{
    const text_atoms *t = o->m->atoms;
    for (size_t i = 1; i < t->n; i++) {
        if (t->at[i].penalty < 0 ||
            t->at[i].penalty >= PENALTY_WORD_OF_TITLE)
            continue;
        if (t->at[i].is_forced || o->n_places == PLACES_MOST)
            return false;
        o->places[o->n_places++] = i;
    }
    return true;
}

fit_lines
title_shaped(const text_context *c, const measure_sums *m, fit_widths widths,
             fit_lines lines)
{
    outline o = {.m = m, .widths = widths, .n_lines = lines.n};
    if (lines.n < 3 || lines.n > LINES_MOST || !find_places(&o))
        return lines;
    for (size_t i = 0; i <= lines.n; i++)
        o.starts[i] = lines.starts[i];
    o.cost = INT64_MAX;
    judge(&o);
    if (waist_cost(&o) == 0)
        return lines;
    choose(&o, 1, 0);
    size_t *starts = ARENA_ARRAY(c->scratch, lines.n + 1, size_t);
    for (size_t i = 0; i <= lines.n; i++)
        starts[i] = o.best[i];
    return (fit_lines){starts, lines.n};
}
