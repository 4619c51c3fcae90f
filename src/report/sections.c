/* Sections with numbered headings, each with what stands in it. */
#include "report/draft.h"

typedef struct outline {
    draft *draft;
    const jb_report *report;
    size_t target; /* of the next heading, among all targets */
} outline;

/* Bytes of the Chinese digits that `s` starts with. */
static size_t
chinese_digits(slice s)
{
    static const slice digits = SLICE("一二三四五六七八九十");
    size_t n = 0, width = strlen("一");
    while (n + width <= s.len &&
           slice_find(digits, slice_cut(s, n, n + width)) < digits.len)
        n += width;
    return n;
}

static size_t
arabic_digits(slice s)
{
    size_t n = 0;
    while (n < s.len && s.at[n] >= '0' && s.at[n] <= '9')
        n++;
    return n;
}

/* A person numbered it already: 一、… （二）… 3. … */
static bool
has_number(slice heading)
{
    bool is_bracketed = slice_starts_with(heading, SLICE_OF("（"));
    slice rest = slice_cut(heading, is_bracketed ? strlen("（") : 0,
                           heading.len);
    size_t chinese = chinese_digits(rest), arabic = arabic_digits(rest);
    slice after = slice_cut(rest, chinese + arabic, rest.len);
    if (is_bracketed)
        return chinese + arabic > 0 &&
               slice_starts_with(after, SLICE_OF("）"));
    if (chinese > 0)
        return slice_starts_with(after, SLICE_OF("、"));
    bool has_space = after.len > 1 && after.at[0] == '.' &&
                     (after.at[1] < '0' || after.at[1] > '9');
    return arabic > 0 &&
           (has_space || slice_starts_with(after, SLICE_OF("．")) ||
            slice_starts_with(after, SLICE_OF("、")));
}

/* The next section of the targets, which are numbered already. */
static const report_target *
next_section(outline *o)
{
    const draft *d = o->draft;
    while (d->targets[o->target].kind != REPORT_TO_SECTION)
        o->target++;
    return &d->targets[o->target++];
}

/* 2. 3项保障, which is not 2.3. */
#define QUARTER_SPACE "\u2005"

static bool
begins_with_digit(const report_text *text)
{
    size_t i = 0;
    while (i < text->n && text->runs[i].text.len == 0)
        i++;
    return i < text->n && arabic_digits(text->runs[i].text) > 0;
}

static const jb_node *
heading_node(outline *o, const metrics_section *s)
{
    draft *d = o->draft;
    if (s->heading.text.len == 0)
        return NULL;
    jb_node *node = draft_node(d, REPORT_HEADING);
    node->target = next_section(o);
    node->level = node->target->level;
    node->span = s->heading.span;
    report_text words = draft_filled(d, &s->heading);
    node->has_own_number = has_number(s->heading.text);
    if (node->has_own_number) {
        node->text = words;
        return node;
    }
    slice number = report_heading_number(d->arena, node->target,
                                         REPORT_NUMBER_CHINESE);
    if (slice_ends_with(number, SLICE_OF(".")) && begins_with_digit(&words))
        number = slice_join(d->arena, number, SLICE_OF(QUARTER_SPACE));
    node->text.n = words.n + 1;
    node->text.runs = ARENA_ARRAY(d->arena, words.n + 1, report_inline);
    node->text.runs[0].text = number;
    memcpy(node->text.runs + 1, words.runs, words.n * sizeof *words.runs);
    return node;
}

static const jb_node *
figure_node(outline *o, size_t chart)
{
    jb_node *node = draft_node(o->draft, REPORT_FIGURE);
    node->chart = report_chart_at(o->report, chart);
    node->target =
        draft_target(o->draft, REPORT_TO_FIGURE, node->chart->id);
    node->text = draft_words(o->draft, node->chart->title);
    node->span = node->chart->span;
    return node;
}

int
draft_level(const metrics_section *s)
{
    return s->level < 1               ? 1
           : s->level > REPORT_LEVELS ? REPORT_LEVELS
                                      : s->level;
}

/* The section numbered `*i` and the deeper ones that follow it. */
static const jb_node *
section_node(outline *o, size_t *i)
{
    draft *d = o->draft;
    const metrics_section *s = metrics_section_at(d->metrics, (*i)++);
    int level = draft_level(s);
    jb_node *node = draft_node(d, REPORT_SECTION);
    node_list children = {NULL, 0, 0};
    node->level = level;
    node->span = s->span;
    draft_push(d, &children, heading_node(o, s));
    for (size_t p = 0; p < s->n_paragraphs; p++)
        draft_passage(d, &children, &s->paragraphs[p]);
    for (size_t t = 0; t < s->n_tables; t++)
        draft_push(d, &children, draft_user_table(d, s->tables[t]));
    for (size_t c = 0; c < s->n_charts; c++)
        draft_push(d, &children, figure_node(o, s->charts[c]));
    size_t n = metrics_sections_count(d->metrics);
    while (*i < n && draft_level(metrics_section_at(d->metrics, *i)) > level)
        draft_push(d, &children, section_node(o, i));
    draft_close(node, &children);
    return node;
}

/* One flag for each of `n` charts or tables: set for those in `at`. */
static void
set_flags(bool *flags, const size_t *at, size_t n)
{
    for (size_t i = 0; i < n; i++)
        flags[at[i]] = true;
}

/* What a person defined and no page shows is said. */
static void
report_unplaced(const draft *d)
{
    const jb_metrics *m = d->metrics;
    bool *has_chart = ARENA_ARRAY(d->arena, metrics_charts_count(m), bool);
    bool *has_table = ARENA_ARRAY(d->arena, metrics_tables_count(m), bool);
    const metrics_chart *first = NULL;
    slice_builder charts = {.arena = d->arena};
    for (size_t i = 0; i < metrics_sections_count(m); i++) {
        const metrics_section *s = metrics_section_at(m, i);
        set_flags(has_chart, s->charts, s->n_charts);
        set_flags(has_table, s->tables, s->n_tables);
    }
    for (size_t i = 0; i < d->document->n_attachments; i++)
        set_flags(has_table, &d->document->attachments[i].table,
                  d->document->attachments[i].has_table);
    for (size_t i = 0; i < metrics_charts_count(m); i++) {
        const metrics_chart *c = metrics_chart_at(m, i);
        if (has_chart[i])
            continue;
        builder_printf(&charts, "“%.*s”", SLICE_ARGS(c->id));
        first = first == NULL ? c : first;
    }
    if (first != NULL)
        diag_report(d->writer.diags, &REPORT_CHART_UNPLACED, first->span,
                    builder_slice(&charts), first->id);
    for (size_t i = 0; i < metrics_tables_count(m); i++) {
        const metrics_table *t = metrics_table_at(m, i);
        if (!has_table[i])
            diag_report(d->writer.diags, &REPORT_TABLE_UNPLACED, t->span,
                        t->id);
    }
}

void
draft_sections(draft *d, node_list *out, const jb_report *r)
{
    outline o = {.draft = d, .report = r};
    size_t n = metrics_sections_count(d->metrics);
    for (size_t i = 0; i < n;)
        draft_push(d, out, section_node(&o, &i));
    report_unplaced(d);
}
