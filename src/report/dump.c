/* Stable text of a report, for tests and --dump=report. */
#include "report/report.h"

static const char *const KIND_NAMES[] = {
    [REPORT_DOCUMENT] = "document",   [REPORT_MASTHEAD] = "masthead",
    [REPORT_TITLE] = "title",         [REPORT_SUBTITLE] = "subtitle",
    [REPORT_SUMMARY] = "summary",     [REPORT_CARDS] = "cards",
    [REPORT_SECTION] = "section",     [REPORT_HEADING] = "heading",
    [REPORT_PARAGRAPH] = "paragraph", [REPORT_FIGURE] = "figure",
    [REPORT_TABLE] = "table",         [REPORT_NOTES] = "notes",
    [REPORT_SOURCES] = "sources",     [REPORT_ATTACHMENT] = "attachment",
    [REPORT_LIST] = "list",           [REPORT_ITEM] = "item",
};
_Static_assert(sizeof KIND_NAMES / sizeof *KIND_NAMES == REPORT_KIND_COUNT,
               "one name for each kind of node");

static const char *const ROLE_NAMES[] = {
    [SERIES_CURRENT] = "current", [SERIES_PREVIOUS] = "previous",
    [SERIES_GROWTH] = "growth",   [SERIES_POINTS] = "points",
    [SERIES_TARGET] = "target",   [SERIES_PART] = "part",
    [SERIES_COMPLETION] = "completion", [SERIES_SHARE] = "share",
    [SERIES_RANK] = "rank",       [SERIES_PEERS] = "peers",
    [SERIES_PACE] = "pace",
    [SERIES_CONTRIBUTION] = "contribution",
};
_Static_assert(sizeof ROLE_NAMES / sizeof *ROLE_NAMES == SERIES_ROLE_COUNT,
               "one name for each role of a series");

static void
indent(slice_builder *b, int depth)
{
    for (int i = 0; i < depth; i++)
        builder_add_text(b, "  ");
}

/* Words said of a fact stand in brackets, with their note mark behind. */
static void
dump_text(slice_builder *b, const report_text *text)
{
    for (size_t i = 0; i < text->n; i++) {
        const report_inline *run = &text->runs[i];
        builder_printf(b, run->fact != NULL ? "[%.*s]" : "%.*s",
                       SLICE_ARGS(run->text));
        builder_add(b, run->note_mark);
        if (run->link.len > 0 && !slice_equal(run->link, run->text))
            builder_printf(b, "<%.*s>", SLICE_ARGS(run->link));
    }
}

static void
dump_card(slice_builder *b, const report_card *card)
{
    dump_text(b, &card->name);
    builder_printf(b, " %s%.*s|%.*s|%.*s %.*s %.*s %+d\n",
                   card->is_expected ? "预计" : "", SLICE_ARGS(card->prefix),
                   SLICE_ARGS(card->number), SLICE_ARGS(card->unit),
                   SLICE_ARGS(card->growth), SLICE_ARGS(card->remark),
                   card->direction);
}

static void
dump_table(slice_builder *b, const report_table *table, int depth)
{
    indent(b, depth);
    dump_text(b, &table->caption);
    builder_add_text(b, "\n");
    for (size_t r = 0; r < table->n_rows; r++) {
        indent(b, depth);
        for (size_t c = 0; c < table->rows[r].n; c++) {
            const report_cell *cell = &table->rows[r].cells[c];
            builder_add_text(b, "| ");
            indent(b, cell->indent);
            dump_text(b, &cell->text);
            builder_add_text(b, " ");
        }
        builder_add_text(b, "|\n");
    }
}

static void
dump_series(slice_builder *b, const chart_series *s, size_t n, int depth)
{
    indent(b, depth);
    builder_printf(b, "%s %.*s:", ROLE_NAMES[s->role], SLICE_ARGS(s->name));
    for (size_t i = 0; i < n; i++) {
        const chart_datum *d = &s->data[i];
        slice value = decimal_text(b->arena, d->value);
        builder_printf(b, " (%.*s %.*s%.*s)",
                       SLICE_ARGS(d->has_value ? value : SLICE_OF("-")),
                       SLICE_ARGS(d->label), SLICE_ARGS(d->note_mark));
    }
    for (size_t i = 0; i < s->n_guides; i++)
        builder_printf(b, " [%.*s]", SLICE_ARGS(s->guides[i].label));
    builder_add_text(b, "\n");
}

static void
dump_chart(slice_builder *b, const chart_spec *chart, int depth)
{
    indent(b, depth);
    builder_printf(b, "%.*s %.*s “%.*s” %.*s\n", SLICE_ARGS(chart->kind),
                   SLICE_ARGS(chart->id), SLICE_ARGS(chart->title),
                   SLICE_ARGS(chart->subtitle));
    indent(b, depth);
    for (size_t i = 0; i < chart->n_categories; i++)
        builder_printf(b, "%s%.*s（%.*s）", i > 0 ? "、" : "",
                       SLICE_ARGS(chart->categories[i].name),
                       SLICE_ARGS(chart->categories[i].unit.name));
    builder_add_text(b, "\n");
    for (size_t i = 0; i < chart->n_series; i++)
        dump_series(b, &chart->series[i], chart->n_categories, depth);
    for (size_t i = 0; i < chart->n_remarks; i++) {
        indent(b, depth);
        builder_printf(b, "批注 %.*s：%.*s\n",
                       SLICE_ARGS(chart->remarks[i].name),
                       SLICE_ARGS(chart->remarks[i].text));
    }
    for (size_t i = 0; i < chart->n_arrows; i++) {
        indent(b, depth);
        builder_printf(b, "箭头 %.*s：%.*s%.*s\n",
                       SLICE_ARGS(chart->arrows[i].name),
                       SLICE_ARGS(chart->arrows[i].label),
                       SLICE_ARGS(chart->arrows[i].note_mark));
    }
    for (size_t i = 0; i < chart->n_notes; i++) {
        indent(b, depth);
        builder_printf(b, "%.*s\n", SLICE_ARGS(chart->notes[i]));
    }
    if (chart->source.len > 0) {
        indent(b, depth);
        builder_printf(b, "%.*s\n", SLICE_ARGS(chart->source));
    }
}

static void
dump_node(slice_builder *b, const jb_node *node, int depth)
{
    indent(b, depth);
    builder_add_text(b, KIND_NAMES[node->kind]);
    if (node->marker.len > 0)
        builder_printf(b, " %.*s", SLICE_ARGS(node->marker));
    if (node->text.n > 0)
        builder_add_text(b, " ");
    dump_text(b, &node->text);
    builder_add_text(b, "\n");
    for (size_t i = 0; i < node->n_cards; i++) {
        indent(b, depth + 1);
        dump_card(b, &node->cards[i]);
    }
    if (node->table != NULL)
        dump_table(b, node->table, depth + 1);
    if (node->chart != NULL)
        dump_chart(b, node->chart, depth + 1);
    for (size_t i = 0; i < node->n_children; i++)
        dump_node(b, node->children[i], depth + 1);
}

slice
report_dump(arena *a, const jb_report *r)
{
    slice_builder b = {.arena = a};
    dump_node(&b, report_root(r), 0);
    return builder_slice(&b);
}
