/* What a draft does with its metrics: the chart of growth, the tables of the
 * text, and the sentences by topic. */
#include "prose/drafting.h"
#include "prose/quoted.h"

/* Bars of the chart, at most. */
#define BARS_MOST 12

static void
add_chart(drafting *d)
{
    if (drafting_count(d, drafting_is_rate) < 2)
        return;
    builder_add_text(&d->b, "\n图表:\n  增速:\n    类型: growth\n"
                            "    指标: ");
    drafting_add_keys(d, drafting_is_rate, BARS_MOST);
}

/* What parts the sentence of `e` from that of the one before it: paragraphs
 * and sentences end where those of the report do. */
static const char *
between_entries(drafting *d, const entry *before, const entry *e)
{
    if (before == NULL)
        return "";
    size_t line = drafting_line(d, before->anchor->figure->first);
    if (drafting_line(d, e->anchor->figure->first) != line)
        return "。\n\n      ";
    slice said = slice_cut(d->text, before->anchor->figure->last,
                           e->anchor->figure->first);
    return slice_find(said, SLICE_OF("。")) < said.len ? "。" : "；";
}

/* ── tables that stand as they are ── */

static void
add_tables(drafting *d)
{
    if (d->typed.n > 0)
        builder_add_text(&d->b, "\n表格:\n");
    for (size_t i = 0; i < d->typed.n; i++) {
        builder_printf(&d->b, "  表%zu: # 第%zu行\n", i + 1,
                       drafting_line(d, d->typed.at[i].head));
        tabled_write_table(&d->b, &d->typed.at[i], d->title);
    }
}

/* 表格: [表1, 表2] of a section. */
static void
add_tables_used(drafting *d)
{
    if (d->typed.n == 0)
        return;
    builder_add_text(&d->b, "    表格: [");
    for (size_t i = 0; i < d->typed.n; i++)
        builder_printf(&d->b, "%s表%zu", i > 0 ? ", " : "", i + 1);
    builder_add_text(&d->b, "]\n");
}

/* ，占可支配收入的比重为56.8%: a share of the figure told right before is said
 * with it. Empty when the entry is none. */
static slice
share_words(const drafting *d, const entry *before, size_t i)
{
    slice part = SLICE_OF("占"), ratio = SLICE_OF("比重");
    slice name = d->entries.at[i].name, none = {NULL, 0};
    const entry *e = &d->entries.at[i];
    if (before == NULL || e->level == NULL || e->growth.len > 0 ||
        e->rank.len > 0 || before->n_parts > 0 ||
        before->anchor->sentence != e->anchor->sentence ||
        !slice_starts_with(name, before->name))
        return none;
    slice rest = slice_cut(name, before->name.len, name.len);
    slice whole = slice_cut(rest, part.len, rest.len);
    if (slice_is(rest, "占比") || slice_is(rest, "比重"))
        return slice_printf(d->b.arena, "，占{%.*s}",
                            SLICE_ARGS(d->keys[i]));
    bool is_share = slice_starts_with(rest, part) &&
                    slice_ends_with(whole, ratio) && whole.len > ratio.len;
    return !is_share ? none
                     : slice_printf(d->b.arena, "，占%.*s的比重为{%.*s}",
                                    (int)(whole.len - ratio.len), whole.at,
                                    SLICE_ARGS(d->keys[i]));
}

/* 其中 where the report says it of a part of what was told right before. */
static const char *
among_words(const drafting *d, const entry *before, const entry *e)
{
    const clause *own = &d->clauses.at[e->anchor->clause];
    slice line = slice_cut(d->text, before == NULL
                                            ? own->first
                                            : before->anchor->figure->last,
                           own->first);
    slice words = slice_trim(
            slice_cut(d->text, own->first, e->anchor->figure->first));
    slice among = SLICE_OF("其中");
    bool is_led = slice_starts_with(words, among) ||
                  slice_ends_with(line, SLICE_OF("其中：")) ||
                  slice_ends_with(line, SLICE_OF("其中，")) ||
                  slice_ends_with(line, SLICE_OF("其中:")) ||
                  slice_ends_with(line, SLICE_OF("其中,"));
    bool is_near = before != NULL && !slice_has(line, "\n") &&
                   before->anchor->clause != e->anchor->clause;
    return is_led && is_near ? "其中，" : "";
}

/* The sentences of one topic as a section, for an editor to rework. */
static void
add_section(drafting *d, slice topic, bool has_chart, bool is_first)
{
    const entry *before = NULL;
    builder_add_text(&d->b, "  - 标题: ");
    quoted_add(&d->b, topic.len > 0 ? topic : SLICE_OF("主要指标"));
    builder_add_text(&d->b, "\n    正文: |\n      ");
    for (size_t i = 0; i < d->entries.n; i++) {
        const entry *e = &d->entries.at[i];
        if (e->is_part || !slice_equal(e->topic, topic))
            continue;
        slice share = share_words(d, before, i);
        if (share.len > 0) {
            builder_add(&d->b, share);
            continue;
        }
        builder_printf(&d->b, "%s%s{%.*s.句子}",
                       between_entries(d, before, e),
                       among_words(d, before, e), SLICE_ARGS(d->keys[i]));
        before = e;
    }
    builder_add_text(&d->b, "。\n");
    if (has_chart)
        builder_add_text(&d->b, "    图表: [增速]\n");
    if (is_first)
        add_tables_used(d);
}

static bool
opens_topic(const drafting *d, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (!d->entries.at[k].is_part &&
            slice_equal(d->entries.at[k].topic, d->entries.at[i].topic))
            return false;
    return !d->entries.at[i].is_part;
}

static void
add_sections(drafting *d)
{
    if (d->entries.n + d->typed.n == 0)
        return;
    builder_add_text(&d->b, "\n章节:\n");
    bool has_chart = drafting_count(d, drafting_is_rate) >= 2;
    bool is_first = true;
    for (size_t i = 0; i < d->entries.n; i++) {
        if (!opens_topic(d, i))
            continue;
        add_section(d, d->entries.at[i].topic, has_chart, is_first);
        has_chart = is_first = false;
    }
    if (is_first && d->typed.n > 0) {
        builder_add_text(&d->b, "  - 标题: \"主要指标\"\n");
        add_tables_used(d);
    }
}

void
drafting_add_body(drafting *d)
{
    add_chart(d);
    add_tables(d);
    add_sections(d);
}
