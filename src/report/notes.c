/* Notes with their marks, and the sources, each once. */
#include "prose/number.h"
#include "report/draft.h"

static void
add_line(draft *d, node_list *out, slice words)
{
    jb_node *node = draft_node(d, REPORT_PARAGRAPH);
    node->text = draft_words(d, words);
    draft_push(d, out, node);
}

static bool
has_computed_growth(const draft *d)
{
    for (size_t i = 0; i < metrics_count(d->metrics); i++) {
        const jb_fact *g = draft_fact(d, i, FACT_GROWTH);
        if (g->is_known && g->is_derived && g->growth.kind == CHANGE_RATE)
            return true;
    }
    return false;
}

/* Approximate levels give a growth without decimals. */
static bool
has_whole_growth(const draft *d)
{
    for (size_t i = 0; i < metrics_count(d->metrics); i++) {
        const jb_fact *g = draft_fact(d, i, FACT_GROWTH);
        if (g->is_known && g->is_derived &&
            g->growth.kind == CHANGE_RATE && g->growth.rate.scale == 0)
            return true;
    }
    return false;
}

/* How computed growth is rounded. */
static slice
rounding_note(const draft *d)
{
    const char *how = d->document->rounding == DECIMAL_HALF_EVEN
                          ? "按GB/T 8170修约到一位小数"
                          : "四舍五入保留一位小数";
    return slice_printf(d->arena,
                        "未注明的同比由本期数和上年同期数计算，%s%s。", how,
                        has_whole_growth(d) ? "，约数的取整数"
                                            : "");
}

static bool
has_share(const draft *d, const char *unit)
{
    for (size_t i = 0; i < metrics_count(d->metrics); i++)
        if (slice_is(draft_metric(d, i)->unit.base, unit) &&
            draft_fact(d, i, FACT_GROWTH)->is_known)
            return true;
    return false;
}

static bool
has_nearly_flat(const draft *d)
{
    for (size_t i = 0; i < metrics_count(d->metrics); i++)
        if (draft_fact(d, i, FACT_GROWTH)->growth.is_nearly_flat ||
            draft_fact(d, i, FACT_SEQUENTIAL)->growth.is_nearly_flat ||
            draft_fact(d, i, FACT_AVERAGE)->growth.is_nearly_flat)
            return true;
    return false;
}

/* No standard says how near 基本持平 is, so the reader is told. */
static slice
nearly_flat_note(const draft *d)
{
    jb_decimal most = d->document->nearly_flat;
    if (decimal_sign(most) == 0)
        return SLICE_OF("“基本持平”为资料来源的表述。");
    slice text = decimal_text(d->arena, most);
    return slice_printf(d->arena, "增减不超过%.*s%%的，称“基本持平”。",
                        SLICE_ARGS(text));
}

static void
add_marked(draft *d, node_list *lines)
{
    for (size_t i = 0; i < d->notes.n; i++) {
        const report_text *text = &d->note_texts.at[i];
        jb_node *node = draft_node(d, REPORT_PARAGRAPH);
        node->note = i + 1;
        node->text.n = text->n + 1;
        node->text.runs = ARENA_ARRAY(d->arena, text->n + 1, report_inline);
        node->text.runs[0].text = number_circled(d->arena, (int)i + 1);
        memcpy(node->text.runs + 1, text->runs,
               text->n * sizeof *text->runs);
        draft_push(d, lines, node);
    }
    if (d->has_expected)
        add_line(d, lines, SLICE_OF("*为预计数。"));
    if (d->has_preliminary)
        add_line(d, lines, SLICE_OF("**为初步统计数。"));
}

static void
add_general(draft *d, node_list *lines)
{
    if (has_computed_growth(d))
        add_line(d, lines, rounding_note(d));
    if (has_nearly_flat(d))
        add_line(d, lines, nearly_flat_note(d));
    if (has_share(d, "%"))
        add_line(d, lines,
                 SLICE_OF("以百分数表示的指标，同比为百分点之差。"));
    if (has_share(d, "‰"))
        add_line(d, lines,
                 SLICE_OF("以千分数表示的指标，同比为千分点之差。"));
}

const jb_node *
draft_notes(draft *d)
{
    const metrics_document *doc = d->document;
    node_list lines = {NULL, 0, 0};
    if (doc->is_fictional)
        add_line(d, &lines, SLICE_OF("本文件数据均为虚构，仅供演示。"));
    add_marked(d, &lines);
    if (doc->has_metrics_table)
        add_general(d, &lines); /* of what the table shows */
    if (doc->note.text.len > 0)
        add_line(d, &lines, draft_filled_plain(d, &doc->note));
    for (size_t i = 0; i < doc->n_notes; i++)
        add_line(d, &lines, draft_filled_plain(d, &doc->notes[i]));
    if (lines.n == 0)
        return NULL;
    jb_node *node = draft_node(d, REPORT_NOTES);
    draft_close(node, &lines);
    return node;
}

static bool
is_listed(const note_list *list, slice text)
{
    for (size_t i = 0; i < list->n; i++)
        if (slice_equal(list->at[i], text))
            return true;
    return false;
}

static slice
joined(arena *a, const char *lead, const note_list *list)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, lead);
    for (size_t i = 0; i < list->n; i++)
        builder_printf(&b, "%s%.*s", i > 0 ? "；" : "",
                       SLICE_ARGS(list->at[i]));
    builder_add_text(&b, "。");
    return builder_slice(&b);
}

const jb_node *
draft_sources(draft *d)
{
    slice whole = d->document->source.text, stop = SLICE_OF("。");
    if (slice_ends_with(whole, stop))
        whole.len -= stop.len;
    note_list places = {NULL, 0, 0};
    node_list lines = {NULL, 0, 0};
    for (size_t i = 0; i < metrics_count(d->metrics); i++) {
        slice source = draft_metric(d, i)->source.text;
        if (source.len > 0 && !slice_equal(source, whole) &&
            !is_listed(&places, source))
            ARRAY_PUSH(d->arena, &places, source);
    }
    if (whole.len > 0)
        add_line(d, &lines,
                 slice_printf(d->arena, "资料来源：%.*s。",
                              SLICE_ARGS(whole)));
    if (places.n > 0)
        add_line(d, &lines,
                 joined(d->arena,
                        whole.len > 0 ? "各指标出处：" : "资料来源：",
                        &places));
    if (lines.n == 0)
        return NULL;
    jb_node *node = draft_node(d, REPORT_SOURCES);
    draft_close(node, &lines);
    return node;
}
