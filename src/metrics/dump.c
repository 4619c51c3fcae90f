#include "metrics/metrics.h"

static const char *const change_names[] = {
    [CHANGE_ABSENT] = "absent",
    [CHANGE_RATE] = "rate",
    [CHANGE_POINTS] = "points",
    [CHANGE_TURNED_PROFIT] = "turned-profit",
    [CHANGE_TURNED_LOSS] = "turned-loss",
    [CHANGE_LOSS_NARROWED] = "loss-narrowed",
    [CHANGE_LOSS_WIDENED] = "loss-widened",
    [CHANGE_NET_NEW] = "net-new",
    [CHANGE_INCOMPARABLE] = "incomparable",
    [CHANGE_FLAT] = "flat",
};
_Static_assert(sizeof change_names / sizeof *change_names ==
                   CHANGE_KIND_COUNT,
               "one name for each change");

const char *
metrics_change_name(metrics_change_kind kind)
{
    return change_names[kind];
}

static void
dump_quantity(slice_builder *out, const char *label, bool is_set,
              jb_quantity q)
{
    if (!is_set)
        return;
    builder_printf(out, "  %s %.*s %.*s", label,
                   SLICE_ARGS(decimal_text(out->arena, q.value)),
                   SLICE_ARGS(q.unit.name));
    quantity_dump_qualifiers(out, q);
    builder_add_text(out, "\n");
}

static void
dump_text(slice_builder *out, const char *label, metrics_text text)
{
    if (text.text.at != NULL)
        builder_printf(out, "  %s %.*s\n", label, SLICE_ARGS(text.text));
}

static void
dump_rank(slice_builder *out, const metrics_rank *rank)
{
    if (!rank->is_set)
        return;
    builder_printf(out, "  rank %.*s %d/%d %.*s%s\n",
                   SLICE_ARGS(rank->scope.text), rank->place, rank->peers,
                   SLICE_ARGS(rank->tier.text),
                   rank->is_of_growth ? " of growth" : "");
}

static void
dump_metric(slice_builder *out, const metrics_metric *m)
{
    builder_printf(out, "metric %.*s\n", SLICE_ARGS(m->id));
    dump_text(out, "name", m->name);
    dump_text(out, "group", m->group);
    builder_printf(out, "  period %.*s\n",
                   SLICE_ARGS(period_name(out->arena, m->period)));
    dump_quantity(out, "value", m->has_value, m->value);
    dump_quantity(out, "previous", m->has_previous, m->previous);
    dump_quantity(out, "target", m->has_target, m->target);
    dump_quantity(out, "to-date", m->has_to_date, m->to_date);
    if (m->growth.kind != CHANGE_ABSENT)
        builder_printf(out, "  growth %s %.*s\n",
                       metrics_change_name(m->growth.kind),
                       SLICE_ARGS(decimal_text(out->arena, m->growth.rate)));
    for (size_t i = 0; i < m->n_parts; i++)
        dump_quantity(out,
                      slice_printf(out->arena, "part %.*s",
                                   SLICE_ARGS(m->parts[i].name.text)).at,
                      true, m->parts[i].value);
    for (size_t i = 0; i < m->n_history; i++)
        dump_quantity(out,
                      period_name(out->arena, m->history[i].period).at, true,
                      m->history[i].value);
    for (size_t i = 0; i < m->n_peers; i++)
        dump_quantity(out,
                      slice_printf(out->arena, "peer %.*s",
                                   SLICE_ARGS(m->peers[i].name.text)).at,
                      true, m->peers[i].value);
    dump_rank(out, &m->rank);
    dump_text(out, "basis", m->basis);
    dump_text(out, "note", m->note);
    dump_text(out, "source", m->source);
}

static void
dump_document(slice_builder *out, const metrics_document *d)
{
    builder_add_text(out, "document\n");
    dump_text(out, "title", d->title);
    dump_text(out, "subtitle", d->subtitle);
    dump_text(out, "issuer", d->issuer);
    dump_text(out, "number", d->number);
    builder_printf(out, "  date %.*s\n",
                   SLICE_ARGS(date_name(out->arena, d->date)));
    builder_printf(out, "  period %.*s\n",
                   SLICE_ARGS(period_name(out->arena, d->period)));
    if (d->has_auto_summary)
        builder_printf(out, "  summary %s\n",
                       d->is_summary_list ? "list" : "auto");
}

slice
metrics_dump(arena *a, const jb_metrics *m)
{
    slice_builder out = {.arena = a};
    dump_document(&out, metrics_document_of(m));
    for (size_t i = 0; i < metrics_count(m); i++)
        dump_metric(&out, metrics_at(m, i));
    for (size_t i = 0; i < metrics_charts_count(m); i++) {
        const metrics_chart *c = metrics_chart_at(m, i);
        builder_printf(&out, "chart %.*s %.*s", SLICE_ARGS(c->id),
                       SLICE_ARGS(c->kind.text));
        for (size_t j = 0; j < c->n_metrics; j++)
            builder_printf(&out, " %.*s",
                           SLICE_ARGS(metrics_at(m, c->metrics[j])->id));
        builder_add_text(&out, "\n");
    }
    for (size_t i = 0; i < metrics_sections_count(m); i++) {
        const metrics_section *s = metrics_section_at(m, i);
        builder_printf(&out, "section %d %.*s\n", s->level,
                       SLICE_ARGS(s->heading.text));
        for (size_t j = 0; j < s->n_paragraphs; j++)
            dump_text(&out, "text", s->paragraphs[j]);
    }
    return builder_slice(&out);
}
