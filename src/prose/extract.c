#include "prose/extract.h"

#include "base/utf8.h"
#include "prose/entry.h"
#include "prose/number.h"

/* A draft being written. */
typedef struct drafting {
    slice_builder b;
    slice text;
    clause_list clauses;
    figure_list figures;
    claim_list claims;
    entry_list entries;
} drafting;

/* "…" with what YAML would read otherwise escaped; line ends become spaces. */
static void
add_quoted(drafting *d, slice s)
{
    builder_add_text(&d->b, "\"");
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c == '"' || c == '\\')
            builder_printf(&d->b, "\\%c", c);
        else if (c < 0x20 || c == 0x7F)
            builder_add_text(&d->b, " ");
        else
            builder_add(&d->b, slice_cut(s, i, i + 1));
    }
    builder_add_text(&d->b, "\"");
}

static void
add_field(drafting *d, const char *key, slice value)
{
    builder_printf(&d->b, "    %s: ", key);
    add_quoted(d, value);
    builder_add_text(&d->b, "\n");
}

/* ── the document ── */

static size_t
line_of(const drafting *d, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at && i < d->text.len; i++)
        line += d->text.at[i] == '\n';
    return line;
}

/* The first line that reads like a title: not long, without a full stop, and
 * of something. */
static slice
title_of(slice text)
{
    slice best = SLICE_OF("未命名的简报");
    for (size_t at = 0; at < text.len;) {
        slice rest = slice_cut(text, at, text.len);
        size_t end = slice_find(rest, SLICE_OF("\n"));
        slice line = slice_trim(slice_cut(rest, 0, end));
        size_t n = utf8_count(line);
        bool is_title = n >= 8 && n <= 40 &&
                        slice_find(line, SLICE_OF("。")) == line.len &&
                        slice_find(line, SLICE_OF(">")) == line.len &&
                        slice_find(line, SLICE_OF("来源")) == line.len;
        if (is_title)
            return line;
        at += end + 1;
    }
    return best;
}

/* The first year named. */
static slice
year_of(const drafting *d)
{
    for (size_t i = 0; i < d->figures.n; i++) {
        const figure *f = &d->figures.at[i];
        int64_t n = f->quantity.value.coefficient;
        if (f->sort == FIGURE_DATE && n >= 1900 && n < 2200)
            return slice_cut(d->text, f->first, f->last);
    }
    return (slice){NULL, 0};
}

static void
add_document(drafting *d)
{
    slice year = year_of(d);
    builder_add_text(&d->b,
                     "# 由文稿提取的草稿，请逐项核对名称、单位和口径。\n标题: ");
    add_quoted(d, title_of(d->text));
    if (year.len > 0)
        builder_printf(&d->b, "\n时期: %.*s", SLICE_ARGS(year));
    builder_add_text(&d->b, "\n\n指标:\n");
}

/* ── an entry ── */

/* The value with its bound as a metrics file has it: 200以上, >75, 50余. */
static slice
value_text(arena *a, const jb_quantity *q)
{
    static const struct { const char *before, *after; } words[] = {
        [BOUND_EXACT] = {"", ""},      [BOUND_AT_LEAST] = {"", "以上"},
        [BOUND_ABOVE] = {">", ""},     [BOUND_AT_MOST] = {"≤", ""},
        [BOUND_APPROXIMATE] = {"", "左右"},
    };
    slice digits = decimal_text(a, q->value);
    return slice_printf(a, "%s%.*s%s", words[q->bound].before,
                        SLICE_ARGS(digits), words[q->bound].after);
}

static void
add_rate(drafting *d, const claim *rate)
{
    arena *a = d->b.arena;
    bool is_points = rate->kind == CLAIM_POINTS;
    slice digits = decimal_text(a, rate->rate);
    add_field(d, "同比",
              slice_printf(a, "%.*s%s", SLICE_ARGS(digits),
                           is_points ? "个百分点" : "%"));
}

/* The month in 截至10月底, 10月底; 0 when there is none. */
static int
month_before(const drafting *d, const claim *c)
{
    int month = 0;
    for (size_t i = 0; i < d->figures.n; i++) {
        const figure *f = &d->figures.at[i];
        if (f->first >= c->figure->first)
            break;
        slice rest = slice_cut(d->text, f->last, d->text.len);
        bool is_month = f->sort == FIGURE_DATE &&
                        slice_starts_with(rest, SLICE_OF("月底")) &&
                        f->quantity.value.coefficient <= 12 &&
                        clause_at(&d->clauses, f->digits) + 1 >= c->clause;
        if (is_month)
            month = (int)f->quantity.value.coefficient;
    }
    return month;
}

static void
add_to_date(drafting *d, const entry *e)
{
    arena *a = d->b.arena;
    slice value = value_text(a, &e->level->figure->quantity);
    slice year = year_of(d);
    int month = month_before(d, e->level);
    builder_add_text(&d->b, "    累计: {");
    if (year.len > 0 && month > 0)
        builder_printf(&d->b, "截至: %.*s-%02d, ", SLICE_ARGS(year), month);
    builder_add_text(&d->b, "数值: ");
    add_quoted(d, value);
    builder_add_text(&d->b, "}\n");
}

static void
add_values(drafting *d, const entry *e)
{
    arena *a = d->b.arena;
    const claim *value = e->whole != NULL ? e->whole : e->level;
    add_field(d, "本期", value_text(a, &value->figure->quantity));
    if (value->is_expected)
        builder_add_text(&d->b, "    状态: 预计\n");
    if (e->whole != NULL)
        add_to_date(d, e);
}

static void
add_parts(drafting *d, const entry *e)
{
    builder_add_text(&d->b, "    其中:\n");
    for (size_t i = 0; i < e->n_parts; i++) {
        builder_add_text(&d->b, "      ");
        add_quoted(d, e->parts[i].name);
        builder_add_text(&d->b, ": ");
        add_quoted(d, value_text(d->b.arena,
                                 &e->parts[i].claim->figure->quantity));
        builder_add_text(&d->b, "\n");
    }
}

static void
add_rank(drafting *d, const entry *e)
{
    if (!e->is_rank_of_growth) {
        add_field(d, "位次", e->rank);
        return;
    }
    size_t at = slice_find(e->rank, SLICE_OF("第"));
    slice place = slice_cut(e->rank, at + strlen("第"), e->rank.len);
    builder_add_text(&d->b, "    位次: {范围: ");
    add_quoted(d, slice_cut(e->rank, 0, at));
    builder_printf(&d->b, ", 名次: %.*s, 依据: 增幅}\n", SLICE_ARGS(place));
}

static void
add_source(drafting *d, const claim *c)
{
    const clause *own = &d->clauses.at[c->clause];
    slice words = slice_trim(slice_cut(d->text, own->first, own->last));
    add_field(d, "来源",
              slice_printf(d->b.arena, "第%zu行：%.*s",
                           line_of(d, c->figure->first),
                           SLICE_ARGS(clause_near_start(words))));
}

static void
add_entry(drafting *d, size_t i)
{
    const entry *e = &d->entries.at[i];
    slice unit = e->level->figure->quantity.unit.name;
    bool is_percent = e->level->figure->quantity.unit.kind == UNIT_PERCENT;
    builder_printf(&d->b, "  m%zu:\n", i + 1);
    add_field(d, "名称", e->name.len > 0 ? e->name : SLICE_OF("未命名"));
    add_field(d, "单位", unit);
    add_values(d, e);
    bool fits = e->rate != NULL &&
                is_percent == (e->rate->kind == CLAIM_POINTS);
    if (fits)
        add_rate(d, e->rate);
    if (e->rank.len > 0)
        add_rank(d, e);
    if (e->n_parts > 0)
        add_parts(d, e);
    add_source(d, e->level);
}

/* ── what was not placed ── */

static bool
is_worth_naming(const drafting *d, size_t i)
{
    const claim *c = &d->claims.at[i];
    return !d->entries.is_placed[i] && c->figure->sort != FIGURE_DATE &&
           c->figure->sort != FIGURE_ORDINAL;
}

static void
add_unplaced(drafting *d)
{
    bool is_first = true;
    for (size_t i = 0; i < d->claims.n; i++) {
        const claim *c = &d->claims.at[i];
        if (!is_worth_naming(d, i))
            continue;
        if (is_first)
            builder_add_text(&d->b, "\n# 没有归入指标的数：\n");
        is_first = false;
        const clause *own = &d->clauses.at[c->clause];
        slice words = clause_near_start(
                slice_trim(slice_cut(d->text, own->first, own->last)));
        slice number = slice_cut(d->text, c->figure->first, c->figure->last);
        builder_printf(&d->b, "# 第%zu行：%.*s（%.*s）\n",
                       line_of(d, c->figure->first), SLICE_ARGS(number),
                       SLICE_ARGS(words));
    }
}

slice
extract_from_text(arena *a, slice text)
{
    drafting d = {.b = {.arena = a}, .text = text};
    d.clauses = clauses_from_text(a, text);
    d.figures = figures_from_text(a, text);
    d.claims = claims_from_text(a, text, &d.clauses, &d.figures);
    d.entries = entries_from_claims(a, text, &d.clauses, &d.claims);
    add_document(&d);
    for (size_t i = 0; i < d.entries.n; i++)
        add_entry(&d, i);
    if (d.entries.n == 0)
        builder_add_text(&d.b, "  # 文稿里没有认出带单位的数。\n");
    add_unplaced(&d);
    return builder_slice(&d.b);
}
