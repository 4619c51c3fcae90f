/* What references can name, numbered in reading order before any text is
 * drafted, since text may refer to what comes after it. */
#include "prose/number.h"
#include "report/draft.h"

typedef struct target_list {
    draft *draft;
    ARRAY(report_target) targets;
    int sections[REPORT_LEVELS];
    int figures, tables;
    size_t headings;
} target_list;

static void
add_section(target_list *n, const metrics_section *s)
{
    report_target target = {.kind = REPORT_TO_SECTION, .id = s->id,
                            .title = s->heading.text, .level = draft_level(s),
                            .heading = ++n->headings};
    n->sections[target.level - 1]++;
    for (int deeper = target.level; deeper < REPORT_LEVELS; deeper++)
        n->sections[deeper] = 0;
    memcpy(target.numbers, n->sections, sizeof target.numbers);
    ARRAY_PUSH(n->draft->arena, &n->targets, target);
}

static bool
has_target(const target_list *n, report_target_kind kind, slice id)
{
    for (size_t i = 0; i < n->targets.n; i++)
        if (n->targets.at[i].kind == kind &&
            slice_equal(n->targets.at[i].id, id))
            return true;
    return false;
}

static void
add_numbered(target_list *n, report_target target, int *count)
{
    if (has_target(n, target.kind, target.id))
        return;
    target.number = ++*count;
    ARRAY_PUSH(n->draft->arena, &n->targets, target);
}

/* A section's tables stand before its figures. */
static void
add_contents(target_list *n, const metrics_section *s)
{
    const jb_metrics *m = n->draft->metrics;
    for (size_t i = 0; i < s->n_tables; i++) {
        const metrics_table *table = metrics_table_at(m, s->tables[i]);
        add_numbered(n,
                     (report_target){.kind = REPORT_TO_TABLE,
                                     .id = table->id,
                                     .title = table->title.text},
                     &n->tables);
    }
    for (size_t i = 0; i < s->n_charts; i++) {
        const metrics_chart *chart = metrics_chart_at(m, s->charts[i]);
        add_numbered(n,
                     (report_target){.kind = REPORT_TO_FIGURE,
                                     .id = chart->id,
                                     .title = chart->title.text},
                     &n->figures);
    }
}

void
draft_targets(draft *d)
{
    target_list n = {.draft = d};
    for (size_t i = 0; i < metrics_sections_count(d->metrics); i++) {
        const metrics_section *s = metrics_section_at(d->metrics, i);
        if (s->heading.text.len > 0)
            add_section(&n, s);
        add_contents(&n, s);
    }
    d->targets = n.targets.at;
    d->n_targets = n.targets.n;
}

const report_target *
draft_target(const draft *d, report_target_kind kind, slice id)
{
    for (size_t i = 0; i < d->n_targets; i++)
        if (d->targets[i].kind == kind && id.len > 0 &&
            slice_equal(d->targets[i].id, id))
            return &d->targets[i];
    return NULL;
}

/* ── references ── */

static bool
is_wanted(prose_target wanted, report_target_kind kind)
{
    return wanted == PROSE_TO_ANY ||
           (wanted == PROSE_TO_FIGURE && kind == REPORT_TO_FIGURE) ||
           (wanted == PROSE_TO_TABLE && kind == REPORT_TO_TABLE) ||
           (wanted == PROSE_TO_SECTION && kind == REPORT_TO_SECTION);
}

/* There is no such id; perhaps it is near one, or stands nowhere. */
static void
report_unknown(draft *d, const prose_run *run)
{
    const char **ids = ARENA_ARRAY(d->arena, d->n_targets, const char *);
    size_t n = 0;
    for (size_t i = 0; i < d->n_targets; i++)
        if (d->targets[i].id.len > 0 &&
            is_wanted(run->target, d->targets[i].kind))
            ids[n++] = slice_copy(d->arena, d->targets[i].id).at;
    bool is_unplaced =
        metrics_chart_lookup(d->metrics, run->id) != SIZE_MAX ||
        metrics_table_lookup(d->metrics, run->id) != SIZE_MAX;
    const char *near = tree_nearest(run->id, ids, n);
    slice hint = is_unplaced
                     ? SLICE_OF("请在某一节的“图表”或“表格”里列出它。")
                 : near != NULL
                     ? slice_printf(d->arena, "是不是想写“%s”？", near)
                     : SLICE_OF("请核对编号；章节要写了“编号”才能引用。");
    diag_report(d->writer.diags, &REPORT_REFERENCE_UNKNOWN, run->span,
                run->id, hint);
}

const report_target *
draft_referred(draft *d, const prose_run *run)
{
    const report_target *found = NULL;
    size_t n = 0;
    for (size_t i = 0; i < d->n_targets; i++)
        if (run->id.len > 0 && slice_equal(d->targets[i].id, run->id) &&
            is_wanted(run->target, d->targets[i].kind)) {
            found = &d->targets[i];
            n++;
        }
    if (n == 0)
        report_unknown(d, run);
    if (n > 1)
        diag_report(d->writer.diags, &REPORT_REFERENCE_AMBIGUOUS, run->span,
                    run->id);
    return n == 1 ? found : NULL;
}

/* ── words ── */

static slice
decimal_number(arena *a, const report_target *section)
{
    slice_builder b = {.arena = a};
    for (int i = 0; i < section->level; i++)
        builder_printf(&b, "%s%d", i > 0 ? "." : "", section->numbers[i]);
    return builder_slice(&b);
}

slice
report_heading_number(arena *a, const report_target *section,
                      report_numbering numbering)
{
    int n = section->numbers[section->level - 1];
    slice chinese = number_chinese(a, n);
    if (numbering == REPORT_NUMBER_NONE)
        return SLICE_OF("");
    if (numbering == REPORT_NUMBER_DECIMAL)
        return slice_join(a, decimal_number(a, section), SLICE_OF("\u3000"));
    switch (section->level) {
    case 1:
        return slice_join(a, chinese, SLICE_OF("、"));
    case 2:
        return slice_printf(a, "（%.*s）", SLICE_ARGS(chinese));
    case 3:
        return slice_printf(a, "%d.", n);
    default:
        return slice_printf(a, "（%d）", n);
    }
}

/* 第三部分（二）1（2）: the numbers of all levels, as far as they are counted. */
static slice
section_words(arena *a, const report_target *to)
{
    slice_builder b = {.arena = a};
    const int *n = to->numbers;
    if (n[0] > 0)
        builder_printf(&b, "第%.*s部分", SLICE_ARGS(number_chinese(a, n[0])));
    if (to->level >= 2 && n[1] > 0)
        builder_printf(&b, "（%.*s）", SLICE_ARGS(number_chinese(a, n[1])));
    if (to->level >= 3 && n[2] > 0)
        builder_printf(&b, "%d", n[2]);
    if (to->level >= 4)
        builder_printf(&b, "（%d）", n[3]);
    return builder_slice(&b);
}

slice
report_reference_words(arena *a, const report_target *to,
                       report_numbering numbering)
{
    if (to->kind == REPORT_TO_FIGURE)
        return slice_printf(a, "图%d", to->number);
    if (to->kind == REPORT_TO_TABLE)
        return slice_printf(a, "表%d", to->number);
    if (numbering == REPORT_NUMBER_NONE)
        return slice_printf(a, "“%.*s”一节", SLICE_ARGS(to->title));
    if (numbering == REPORT_NUMBER_DECIMAL)
        return slice_printf(a, "第%.*s节",
                            SLICE_ARGS(decimal_number(a, to)));
    return section_words(a, to);
}
