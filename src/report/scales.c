#include "report/scales.h"

#include "report/resolve.h"

/* A chart on a scale. */
typedef struct scale_member {
    const metrics_chart *chart;
    const char *why, *hint; /* it cannot be on it; or NULL */
} scale_member;

typedef struct scale_group {
    slice name;
    slice kind; /* of its first chart */
    chart_scale scale;
    bool is_empty; /* no figure was taken yet */
    ARRAY(slice) names;
    ARRAY(scale_member) members;
} scale_group;

struct scale_list {
    ARRAY(scale_group) groups;
};

/* Whether its figures stand on the axis: growth beside levels does not. */
static bool
is_on_axis(const chart_spec *spec, const chart_series *s)
{
    switch (s->role) {
    case SERIES_GROWTH:
        return slice_is(spec->kind, "growth");
    case SERIES_CURRENT:
    case SERIES_PREVIOUS:
    case SERIES_TARGET:
        return true;
    default:
        return false;
    }
}

static jb_unit
unit_of(const chart_spec *spec, const chart_series *s, size_t category)
{
    if (s->role == SERIES_GROWTH)
        return unit_from(SLICE_OF("%"));
    return s->unit.name.len > 0 ? s->unit : spec->categories[category].unit;
}

/* Counted in ones of the unit's base. */
static bool
take(scale_group *g, jb_decimal value, jb_unit unit)
{
    if (!decimal_shift(value, unit.power, &value))
        return false;
    if (g->is_empty || decimal_compare(value, g->scale.low) < 0)
        g->scale.low = value;
    if (g->is_empty || decimal_compare(value, g->scale.high) > 0)
        g->scale.high = value;
    g->is_empty = false;
    return true;
}

/* The first figure says what the scale counts. */
static const char *
take_figure(scale_group *g, const chart_spec *spec, const chart_series *s,
            size_t i)
{
    jb_unit unit = unit_of(spec, s, i);
    if (!s->data[i].has_value)
        return NULL;
    if (g->is_empty) {
        g->scale.unit = unit;
        g->scale.unit.power = 0;
    } else if (!unit_is_same_base(g->scale.unit, unit)) {
        return "单位不同";
    }
    return take(g, s->data[i].value, unit) ? NULL : "数太大";
}

static const char *
take_series(scale_group *g, const chart_spec *spec, const chart_series *s)
{
    const char *why = NULL;
    for (size_t i = 0; why == NULL && i < spec->n_categories; i++)
        why = take_figure(g, spec, s, i);
    for (size_t i = 0; why == NULL && i < s->n_guides; i++) {
        const chart_guide *guide = &s->guides[i];
        jb_unit unit = guide->unit.name.len > 0 ? guide->unit
                                                : unit_of(spec, s, 0);
        bool is_taken = g->is_empty ||
                        !unit_is_same_base(g->scale.unit, unit) ||
                        (take(g, guide->low, unit) &&
                         (!guide->is_band || take(g, guide->high, unit)));
        why = is_taken ? NULL : "数太大";
    }
    return why;
}

/* All of a chart, or nothing of it. */
static void
take_chart(arena *a, scale_group *g, const chart_spec *spec, scale_member *m)
{
    scale_group trial = *g;
    m->hint = "单位、类型都相同的图才能比较，请另起一个名称。";
    if (!resolve_takes(spec->kind, TAKES_SCALE)) {
        m->why = "这种图各有各的刻度";
        m->hint = "请用增速、对比、目标、历年、各地或折线图，或删去“刻度”。";
    } else if (g->kind.len > 0 && !slice_equal(g->kind, spec->kind)) {
        m->why = "图的类型不同";
    }
    for (size_t s = 0; m->why == NULL && s < spec->n_series; s++)
        if (is_on_axis(spec, &spec->series[s]))
            m->why = take_series(&trial, spec, &spec->series[s]);
    if (m->why != NULL)
        return;
    trial.kind = spec->kind;
    trial.scale.n_charts++;
    *g = trial;
    for (size_t i = 0; i < spec->n_categories; i++)
        ARRAY_PUSH(a, &g->names, spec->categories[i].name);
    g->scale.names = g->names.at;
    g->scale.n_names = g->names.n;
}

static scale_group *
group_named(const scale_list *list, slice name)
{
    for (size_t i = 0; i < list->groups.n; i++)
        if (slice_equal(list->groups.at[i].name, name))
            return &list->groups.at[i];
    return NULL;
}

/* What is wrong with a chart is told when it is resolved for good. */
static chart_spec
resolve_quietly(const draft *d, const metrics_chart *chart)
{
    draft trial = *d;
    trial.writer.diags = diags_new();
    chart_spec spec = resolve_chart(&trial, chart);
    diags_drop(trial.writer.diags);
    return spec;
}

scale_list *
scales_from(draft *d)
{
    arena *a = d->arena;
    scale_list *list = ARENA_NEW(a, scale_list);
    for (size_t i = 0; i < metrics_charts_count(d->metrics); i++) {
        const metrics_chart *chart = metrics_chart_at(d->metrics, i);
        slice name = slice_trim(chart->scale.text);
        if (name.len == 0)
            continue;
        if (group_named(list, name) == NULL)
            ARRAY_PUSH(a, &list->groups,
                       ((scale_group){.name = name, .is_empty = true}));
        scale_group *g = group_named(list, name);
        scale_member member = {.chart = chart};
        chart_spec spec = resolve_quietly(d, chart);
        if (!spec.is_empty)
            take_chart(a, g, &spec, &member);
        ARRAY_PUSH(a, &g->members, member);
    }
    return list;
}

static const scale_member *
member_of(const scale_group *g, const metrics_chart *chart)
{
    size_t i = 0;
    while (i + 1 < g->members.n && g->members.at[i].chart != chart)
        i++;
    return &g->members.at[i];
}

/* Below the picture, so that nobody has to ask. */
static void
add_note(draft *d, const scale_group *g, chart_spec *spec)
{
    slice *notes = ARENA_ARRAY(d->arena, spec->n_notes + 1, slice);
    for (size_t i = 0; i < spec->n_notes; i++)
        notes[i] = spec->notes[i];
    notes[spec->n_notes++] = slice_printf(
        d->arena, "注：“%.*s”%zu幅图的坐标轴起止相同，图间按刻度比较。",
        SLICE_ARGS(g->name), g->scale.n_charts);
    spec->notes = notes;
}

void
scale_share(const scale_list *scales, draft *d, const metrics_chart *chart,
            chart_spec *spec)
{
    jb_diags *diags = d->writer.diags;
    slice name = slice_trim(chart->scale.text);
    const scale_group *g = name.len > 0 ? group_named(scales, name) : NULL;
    if (g == NULL || spec->is_empty)
        return;
    const scale_member *m = member_of(g, chart);
    if (m->why != NULL) {
        diag_report(diags, &REPORT_SCALE_UNSUITABLE, chart->scale.span,
                    chart->id, name, slice_from(m->why), slice_from(m->hint));
    } else if (g->scale.n_charts < 2) {
        diag_report(diags, &REPORT_SCALE_ALONE, chart->scale.span, chart->id,
                    name);
    } else {
        spec->scale = g->scale;
        add_note(d, g, spec);
    }
}
