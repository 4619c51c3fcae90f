#include "prose/extract.h"

#include "base/code.h"
#include "base/utf8.h"
#include "prose/drafting.h"
#include "prose/quoted.h"
#include "prose/topic.h"

static void
add_quoted(drafting *d, slice s)
{
    quoted_add(&d->b, s);
}

static void
add_field(drafting *d, const char *key, slice value)
{
    builder_printf(&d->b, "    %s: ", key);
    add_quoted(d, value);
    builder_add_text(&d->b, "\n");
}

/* ── the document ── */

/* Counted on from the place asked for last, for most come in order. */
size_t
drafting_line(drafting *d, size_t at)
{
    if (at < d->line_at)
        d->line_at = d->line = 0;
    for (; d->line_at < at && d->line_at < d->text.len; d->line_at++)
        d->line += d->text.at[d->line_at] == '\n';
    return d->line + 1;
}

/* A season anywhere in the title, else the first that a figure's clause opens
 * with. */
static bool
time_of(const drafting *d, slice title, season *out)
{
    for (size_t at = 0; at < title.len; utf8_next(title, &at))
        if (season_read(slice_cut(title, at, title.len), out))
            return true;
    for (size_t i = 0; i < d->claims.n; i++)
        if (d->claims.at[i].kind != CLAIM_NONE &&
            season_of_claim(d->text, &d->clauses, &d->claims.at[i], out))
            return true;
    return false;
}

/* Whether the entry is of another time than the report. */
static bool
is_other_time(const drafting *d, const entry *e)
{
    bool is_same_year = e->time.year == 0 || e->time.year == d->year;
    return e->has_time && !(d->has_time && is_same_year &&
                            e->time.first == d->time.first &&
                            e->time.last == d->time.last);
}

static void
set_time(drafting *d)
{
    d->title = topic_title(d->text);
    d->year = season_report_year(d->text, &d->claims);
    if (d->year == 0)
        d->year = d->year_of_tables;
    d->has_time = time_of(d, d->title, &d->time);
    if (d->has_time && d->time.year > 0)
        d->year = d->time.year;
    for (size_t i = 0; i < d->entries.n; i++)
        d->entries.at[i].is_other_time =
                is_other_time(d, &d->entries.at[i]);
}

/* ── what leads, and the chart ── */

/* Cards of the first page, at most. */
#define CARDS_MOST 4

static bool
is_headline(const entry *e)
{
    return !e->is_part && e->level != NULL &&
           (e->growth.len > 0 || e->rank.len > 0);
}

bool
drafting_is_rate(const entry *e)
{
    return !e->is_part && !e->is_other_time &&
           slice_ends_with(e->growth, SLICE_OF("%"));
}

/* [甲, 乙]: the keys of those that are chosen; their number. */
int
drafting_add_keys(drafting *d, bool (*is_chosen)(const entry *), int most)
{
    int n = 0;
    builder_add_text(&d->b, "[");
    for (size_t i = 0; i < d->entries.n && n < most; i++)
        if (is_chosen(&d->entries.at[i]))
            builder_printf(&d->b, "%s%.*s", n++ > 0 ? ", " : "",
                           SLICE_ARGS(d->keys[i]));
    builder_add_text(&d->b, "]\n");
    return n;
}

size_t
drafting_count(const drafting *d, bool (*is_chosen)(const entry *))
{
    size_t n = 0;
    for (size_t i = 0; i < d->entries.n; i++)
        n += is_chosen(&d->entries.at[i]);
    return n;
}

/* 20XX-01..20XX-09, for a person to complete. */
static slice
unknown_year_text(arena *a, season s)
{
    if (s.first == 1 && s.last == 12)
        return SLICE_OF("20XX");
    return s.first == s.last
                   ? slice_printf(a, "20XX-%02d", s.first)
                   : slice_printf(a, "20XX-%02d..20XX-%02d", s.first, s.last);
}

/* No figure of the sentences is a metric: the file has none, nor a summary. */
static bool
is_only_tables(const drafting *d)
{
    return d->entries.n + d->tabled.n == 0 && d->typed.n > 0;
}

static void
add_document(drafting *d)
{
    builder_add_text(&d->b,
                     "# 由文稿提取的草稿，请逐项核对名称、单位和口径。\n标题: ");
    add_quoted(d, d->title.len > 0 ? d->title : SLICE_OF("未命名的简报"));
    season whole = {d->year, 1, 12, 0};
    if (d->year > 0) {
        slice time = season_text(d->b.arena, d->has_time ? d->time : whole,
                                 d->year);
        builder_printf(&d->b, "\n时期: %.*s", SLICE_ARGS(time));
    }
    if (d->year == 0 && d->has_time)
        builder_printf(&d->b, "\n# 时期: %.*s # 文稿没有写年份，请补上",
                       SLICE_ARGS(unknown_year_text(d->b.arena, d->time)));
    if (is_only_tables(d)) {
        builder_add_text(&d->b, "\n");
        return;
    }
    builder_add_text(&d->b, "\n摘要: 自动\n");
    if (drafting_count(d, is_headline) > 0) {
        builder_add_text(&d->b, "要点: ");
        drafting_add_keys(d, is_headline, CARDS_MOST);
    }
    builder_add_text(&d->b, "\n指标:\n");
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
    if (q->bound == BOUND_APPROXIMATE && q->is_near)
        return slice_join(a, SLICE_OF("近"), digits);
    return slice_printf(a, "%s%.*s%s", words[q->bound].before,
                        SLICE_ARGS(digits), words[q->bound].after);
}

static void
add_to_date(drafting *d, const entry *e, int month)
{
    slice value = value_text(d->b.arena, &e->level->figure->quantity);
    builder_printf(&d->b, "    累计: {截至: %d-%02d, 数值: ", d->year, month);
    add_quoted(d, value);
    builder_add_text(&d->b, "}\n");
}

static void
add_level(drafting *d, const entry *e, const claim *level)
{
    jb_quantity q = level->figure->quantity;
    if (e->is_negative)
        q.value = decimal_neg(q.value);
    add_field(d, "本期", value_text(d->b.arena, &q));
    if (e->is_aim)
        builder_add_text(&d->b, "    状态: 目标\n");
    else if (level->is_expected || e->is_expected)
        builder_add_text(&d->b, "    状态: 预计\n");
}

/* A figure to date is one when its month is known and the year goes on. */
static void
add_values(drafting *d, const entry *e)
{
    if (e->is_proportion)
        builder_add_text(&d->b, "    本期: 100\n");
    if (e->is_nothing)
        builder_add_text(&d->b, "    本期: 0\n");
    if (e->level == NULL)
        return;
    int month = e->level->is_to_date
                    ? season_month_ended(d->text, &d->figures, &d->clauses,
                                         e->level)
                    : 0;
    bool is_year = !d->has_time ||
                   (d->time.first == 1 && d->time.last == 12);
    bool is_to_date = d->year > 0 && month > 0 && is_year && !e->has_time;
    if (is_to_date || e->whole != NULL)
        add_to_date(d, e, month > 0 ? month : 12);
    if (e->whole != NULL)
        add_level(d, e, e->whole);
    else if (!is_to_date)
        add_level(d, e, e->level);
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
                           drafting_line(d, c->figure->first),
                           SLICE_ARGS(clause_near_start(words))));
}

static void
add_pair(drafting *d, const char *key, slice name, slice value)
{
    builder_printf(&d->b, "    %s: {", key);
    add_quoted(d, name);
    builder_add_text(&d->b, ": ");
    add_quoted(d, value);
    builder_add_text(&d->b, "}\n");
}

/* 由2019年底的27.6户增长到30.0户 tells of the year before only where that is
 * the report's. */
static void
add_previous(drafting *d, const entry *e)
{
    int year = e->has_time && e->time.year > 0 ? e->time.year : d->year;
    bool is_before = e->previous_year == 0 || e->previous_year == year - 1;
    if (is_before)
        add_field(d, "上年同期", e->previous);
    else
        add_pair(d, "历年",
                 slice_printf(d->b.arena, "%d", e->previous_year),
                 e->previous);
}

static void
add_growth(drafting *d, const entry *e)
{
    if (e->level == NULL && e->anchor->is_expected)
        builder_add_text(&d->b, "    状态: 预计\n");
    if (e->growth.len > 0)
        add_field(d, "同比", e->growth);
    if (e->sequential.len > 0)
        add_field(d, "环比", e->sequential);
    if (e->previous.len > 0)
        add_previous(d, e);
    if (e->years.len > 0)
        builder_printf(&d->b, "    历年: {%.*s}\n", SLICE_ARGS(e->years));
    if (e->basis.len > 0)
        add_field(d, "口径", e->basis);
    if (e->target != NULL)
        add_field(d, "目标",
                  value_text(d->b.arena, &e->target->figure->quantity));
    if (e->goal.len > 0 && e->target == NULL)
        builder_printf(&d->b, "    目标: \"%.*s\" # 由完成%.*s%%推算，请核对\n",
                       SLICE_ARGS(e->goal), SLICE_ARGS(e->completion));
    if (e->former.len > 0)
        add_pair(d, "对比增速", e->former_name, e->former);
    if (e->mean.len > 0)
        add_pair(d, "平均", e->mean_scope, e->mean);
}

/* Where the draft's own notes are asked for by the check, the source speaks
 * for itself: the reader decides. */
static void
add_setting(drafting *d, const entry *e)
{
    bool is_part_year = d->has_time &&
                        !(d->time.first == 1 && d->time.last == 12);
    if (e->whole != NULL && is_part_year && !e->has_time && d->year > 0)
        add_field(d, "时期", slice_printf(d->b.arena, "%d", d->year));
    if (e->is_other_time && (e->time.year > 0 || d->year > 0))
        add_field(d, "时期", season_text(d->b.arena, e->time, d->year));
    if (e->topic.len > 0)
        add_field(d, "分组", e->topic);
    if (e->note.len > 0)
        add_field(d, "说明", e->note);
}

/* 规模以上工业增加值增长7.4%: of what only growth is said no unit is missing. */
static bool
has_growth_alone(const entry *e)
{
    bool has_level = e->level != NULL || e->whole != NULL ||
                     e->target != NULL || e->goal.len > 0 ||
                     e->years.len > 0 || e->previous.len > 0 || e->n_parts > 0;
    return slice_is(e->unit, ENTRY_NO_UNIT) && !has_level &&
           slice_ends_with(e->growth, SLICE_OF("%"));
}

static void
add_entry(drafting *d, size_t i)
{
    const entry *e = &d->entries.at[i];
    builder_printf(&d->b, "  %.*s:\n", SLICE_ARGS(d->keys[i]));
    add_field(d, "名称", d->names[i]);
    if (!has_growth_alone(e))
        add_field(d, "单位", e->unit);
    add_setting(d, e);
    add_values(d, e);
    add_growth(d, e);
    if (e->rank.len > 0)
        add_rank(d, e);
    if (e->n_parts > 0)
        add_parts(d, e);
    add_source(d, e->anchor);
}

/* ── what was not placed ── */

/* 1 of 1—10月份, or a piece of 2022-11-18 or “3+3”. */
static bool
is_of_date(const drafting *d, const figure *f)
{
    season time;
    slice text = d->text, rest = slice_cut(text, f->first, text.len);
    slice before = slice_cut(text, 0, f->first);
    bool is_joined = slice_starts_with(slice_cut(text, f->last, text.len),
                                       SLICE_OF("-")) ||
                     slice_starts_with(slice_cut(text, f->last, text.len),
                                       SLICE_OF("+")) ||
                     slice_ends_with(before, SLICE_OF("-")) ||
                     slice_ends_with(before, SLICE_OF("+"));
    return f->sort == FIGURE_BARE && (is_joined || season_read(rest, &time));
}

/* In the title, or 10个 of 前10个月. */
static bool
is_aside(const drafting *d, const figure *f)
{
    slice rest = slice_cut(d->text, f->last, d->text.len);
    const char *at = d->text.at + f->first;
    bool is_title = d->title.len > 0 && at >= d->title.at &&
                    at < d->title.at + d->title.len;
    return is_title ||
           (slice_ends_with(slice_cut(d->text, 0, f->first),
                            SLICE_OF("前")) &&
            slice_starts_with(rest, SLICE_OF("月")));
}

/* 18 and 34岁 of 18—34岁; 三次 of 三次产业; the mark [2] of a note. */
static bool
is_name(const drafting *d, const claim *c)
{
    slice rest = slice_cut(d->text, c->figure->last, d->text.len);
    bool is_note = c->figure->sort == FIGURE_BARE &&
                   slice_ends_with(slice_cut(d->text, 0, c->figure->first),
                                   SLICE_OF("[")) &&
                   slice_starts_with(rest, SLICE_OF("]"));
    bool is_age = slice_is(c->figure->quantity.unit.base, "岁") &&
                  !slice_ends_with(c->subject, SLICE_OF("年龄"));
    slice until = slice_cut(d->text, 0, c->figure->last);
    bool is_industry = slice_ends_with(until, SLICE_OF("三次")) &&
                       slice_starts_with(rest, SLICE_OF("产业"));
    bool is_open = slice_ends_with(slice_cut(until, 0, c->figure->first),
                                   SLICE_OF("(")) ||
                   slice_ends_with(slice_cut(until, 0, c->figure->first),
                                   SLICE_OF("（"));
    bool is_closed = slice_starts_with(rest, SLICE_OF(")")) ||
                     slice_starts_with(rest, SLICE_OF("）"));
    bool is_first = c->figure->first == 0 ||
                    d->text.at[c->figure->first - 1] == '\n';
    bool is_item = c->figure->sort == FIGURE_BARE &&
                   ((is_first && (slice_starts_with(rest, SLICE_OF("、")) ||
                                  slice_starts_with(rest, SLICE_OF(".")))) ||
                    (is_closed && (is_open || is_first)));
    slice lead = slice_cut(until, 0, c->figure->first);
    bool is_number = c->figure->sort == FIGURE_BARE && /* 见表1 */
                     (slice_ends_with(lead, SLICE_OF("表")) ||
                      slice_ends_with(lead, SLICE_OF("图")) ||
                      slice_ends_with(lead, SLICE_OF("附件")));
    return is_age || is_note || is_industry || is_item || is_number;
}

static bool
is_worth_naming(const drafting *d, size_t i)
{
    const claim *c = &d->claims.at[i];
    return !d->entries.is_placed[i] && !is_aside(d, c->figure) &&
           !is_of_date(d, c->figure) && !is_name(d, c) &&
           c->figure->sort != FIGURE_DATE &&
           (c->figure->sort != FIGURE_ORDINAL || c->kind == CLAIM_RANK);
}

/* The figures of one clause from claim `i` on in one line; the claim behind
 * them. */
static size_t
add_unplaced_of_clause(drafting *d, size_t i)
{
    const clause *own = &d->clauses.at[d->claims.at[i].clause];
    slice words = clause_near_start(
            slice_trim(slice_cut(d->text, own->first, own->last)));
    size_t of = d->claims.at[i].clause;
    const char *between = "";
    builder_printf(&d->b, "# 第%zu行：",
                   drafting_line(d, d->claims.at[i].figure->first));
    for (; i < d->claims.n && d->claims.at[i].clause == of; i++) {
        const figure *f = d->claims.at[i].figure;
        if (!is_worth_naming(d, i))
            continue;
        slice number = slice_cut(d->text, f->first, f->last);
        builder_printf(&d->b, "%s%.*s", between, SLICE_ARGS(number));
        between = "、";
    }
    builder_printf(&d->b, "（%.*s）\n", SLICE_ARGS(words));
    return i;
}

static void
add_unplaced(drafting *d)
{
    bool is_first = true;
    for (size_t i = 0; i < d->claims.n;) {
        if (!is_worth_naming(d, i)) {
            i++;
            continue;
        }
        if (is_first)
            builder_add_text(&d->b, "\n# 没有归入指标的数：\n");
        is_first = false;
        i = add_unplaced_of_clause(d, i);
    }
}

/* ── names and keys ── */

static size_t
holder_of(const register_of *r, slice word)
{
    return slice_index_lookup(&r->index, word);
}

/* `word`, or where it is taken the first of `format`, a number behind it,
 * that is free. */
static slice
apart(arena *a, register_of *r, slice word, const char *format, size_t i)
{
    slice own = word;
    size_t holder = holder_of(r, word);
    while (holder_of(r, own) != SLICE_INDEX_NONE)
        own = slice_printf(a, format, SLICE_ARGS(word),
                           ++r->wanted[holder] + 1);
    slice_index_add(&r->index, own, i);
    return own;
}

static bool
is_same_time(const entry *a, const entry *b)
{
    bool is_other_year = a->time.year > 0 && b->time.year > 0 &&
                         a->time.year != b->time.year;
    return a->has_time == b->has_time && a->time.first == b->time.first &&
           a->time.last == b->time.last && !is_other_year;
}

/* 7月, 1—7月: of what year is not known. */
static slice
months_text(arena *a, season s)
{
    return s.first == s.last
                   ? slice_printf(a, "%d月", s.first)
                   : slice_printf(a, "%d—%d月", s.first, s.last);
}

/* Where two figures of different times or values have one name, the later
 * one's tells them apart. */
static slice
name_apart(const drafting *d, register_of *r, size_t i)
{
    arena *a = d->b.arena;
    const entry *e = &d->entries.at[i];
    slice name = e->name;
    size_t holder = holder_of(r, name);
    bool is_other = holder != SLICE_INDEX_NONE && e->has_time &&
                    !is_same_time(e, &d->entries.at[holder]);
    bool has_year = d->year > 0 || e->time.year > 0;
    jb_period p;
    if (is_other && !has_year)
        name = slice_printf(a, "%.*s（%.*s）", SLICE_ARGS(e->name),
                            SLICE_ARGS(months_text(a, e->time)));
    if (is_other && has_year &&
        period_parse(season_text(a, e->time, d->year), &p))
        name = slice_printf(a, "%.*s（%.*s）", SLICE_ARGS(e->name),
                            SLICE_ARGS(period_name(a, p)));
    bool is_taken = holder_of(r, name) != SLICE_INDEX_NONE;
    bool is_elsewhere = is_taken && e->topic.len > 0 && !is_other &&
                        !slice_equal(e->topic,
                                     d->entries.at[holder].topic);
    if (is_taken && e->deeds.len > 0)
        name = slice_join(a, e->deeds, name);
    else if (is_elsewhere)
        name = slice_printf(a, "%.*s（%.*s）", SLICE_ARGS(name),
                            SLICE_ARGS(e->topic));
    bool has_context = e->context.len > 0 &&
                       !slice_equal(e->context, e->name);
    if (holder_of(r, name) != SLICE_INDEX_NONE && has_context)
        name = slice_printf(a, "%.*s（%.*s）", SLICE_ARGS(name),
                            SLICE_ARGS(e->context));
    return apart(a, r, name, "%.*s（%d）", i);
}

/* Characters of a key, at most. */
#define KEY_MOST 16

static bool
suits_key(uint32_t code)
{
    bool is_han = code_is_ideograph(code);
    bool is_ascii = (code >= 'a' && code <= 'z') ||
                    (code >= 'A' && code <= 'Z') ||
                    (code >= '0' && code <= '9');
    return is_han || is_ascii;
}

/* The end of a name says more than its start. */
static slice
key_from(arena *a, slice name)
{
    slice_builder b = {.arena = a};
    size_t count = utf8_count(name), at = 0;
    int n = 0;
    for (; count > KEY_MOST + 4; count--)
        utf8_next(name, &at);
    while (at < name.len && n < KEY_MOST + 4) {
        uint32_t code = utf8_next(name, &at);
        bool is_first_digit = n == 0 && code >= '0' && code <= '9';
        if (!suits_key(code) || is_first_digit)
            continue;
        builder_add_code(&b, code);
        n++;
    }
    return n == 0 ? SLICE_OF("指标") : builder_slice(&b);
}

static void
name_entries(drafting *d)
{
    arena *a = d->b.arena;
    size_t n = d->entries.n;
    size_t n_all = n + d->tabled.n;
    d->given_names = (register_of){{.arena = a}, ARENA_ARRAY(a, n_all, int)};
    d->given_keys = (register_of){{.arena = a}, ARENA_ARRAY(a, n_all, int)};
    d->names = ARENA_ARRAY(a, n, slice);
    d->keys = ARENA_ARRAY(a, n, slice);
    for (size_t i = 0; i < n; i++) {
        if (d->entries.at[i].is_part)
            continue;
        d->names[i] = name_apart(d, &d->given_names, i);
        d->keys[i] = apart(a, &d->given_keys, key_from(a, d->names[i]),
                           "%.*s-%d", i);
    }
}

/* ── what tables tell ── */

/* Whether a sentence has said the figure of the row: of one name, or the end
 * of one is the other (地区生产总值 and 生产总值). */
static bool
is_said(const drafting *d, const tabled_metric *m)
{
    for (size_t i = 0; i < d->entries.n; i++) {
        const entry *e = &d->entries.at[i];
        bool is_one = slice_ends_with(e->name, m->name) ||
                      slice_ends_with(m->name, e->name) ||
                      slice_starts_with(e->name, m->name);
        jb_decimal value;
        if (is_one && e->level != NULL && decimal_parse(m->value, &value) &&
            decimal_compare(value, e->level->figure->quantity.value) == 0)
            return true;
    }
    return false;
}

static void
add_tabled(drafting *d, size_t i)
{
    arena *a = d->b.arena;
    const tabled_metric *m = &d->tabled.at[i];
    size_t at = d->entries.n + i;
    slice name = apart(a, &d->given_names, m->name, "%.*s（%d）", at);
    slice key = apart(a, &d->given_keys, key_from(a, name), "%.*s-%d", at);
    builder_printf(&d->b, "  %.*s:\n", SLICE_ARGS(key));
    add_field(d, "名称", name);
    if (!m->has_unit)
        add_field(d, "单位", SLICE_OF(ENTRY_NO_UNIT));
    tabled_write(&d->b, m);
    add_field(d, "来源",
              slice_printf(a, "第%zu行的表%s%.*s", drafting_line(d, m->at),
                           m->caption.len > 0 ? "：" : "",
                           SLICE_ARGS(m->caption)));
}

/* 2020 of 项目 2020 2019 增幅; 0 when no column is a year's. */
static int
newest_year(slice heads)
{
    int newest = 0;
    for (size_t at = 0; at + 4 <= heads.len; at++) {
        int year = 0;
        size_t n = 0;
        bool is_first = at == 0 || heads.at[at - 1] < '0' ||
                        heads.at[at - 1] > '9';
        for (; at + n < heads.len && n < 5 && heads.at[at + n] >= '0' &&
               heads.at[at + n] <= '9';
             n++)
            year = 10 * year + heads.at[at + n] - '0';
        if (is_first && n == 4 && year >= 1900 && year < 2200 && year > newest)
            newest = year;
    }
    return newest;
}

/* The tables of the text, and the text without those that could be read. */
static void
read_tables(drafting *d)
{
    arena *a = d->b.arena;
    season time;
    jb_period period = {0};
    bulletin_table_list tables = bulletin_tables_from_text(a, d->text);
    slice title = topic_title(d->text);
    for (size_t at = 0; at < title.len; utf8_next(title, &at))
        if (season_read(slice_cut(title, at, title.len), &time) &&
            time.year > 0 &&
            period_parse(season_text(a, time, time.year), &period))
            break;
    d->tabled = tabled_from_tables(a, &tables, period);
    for (size_t i = 0; i < tables.n && d->tabled.n > 0; i++) {
        int year = newest_year(tables.at[i].heads);
        d->year_of_tables = year > d->year_of_tables ? year
                                                     : d->year_of_tables;
    }
    d->typed = tabled_typed(a, &tables);
    d->text = bulletin_tables_masked(a, d->text, &tables);
}

/* 　　 in front of paragraphs is no part of names and headings; lines stay the
 * lines that the draft names. */
static slice
without_indents(arena *a, slice text)
{
    slice_builder out = {.arena = a};
    slice wide = SLICE_OF("　");
    for (size_t at = 0, end; at < text.len; at = end) {
        end = at + slice_find(slice_cut(text, at, text.len), SLICE_OF("\n"));
        end += end < text.len;
        slice line = slice_cut(text, at, end);
        while (slice_starts_with(line, wide))
            line = slice_cut(line, wide.len, line.len);
        builder_add(&out, line);
    }
    return builder_slice(&out);
}

slice
extract_from_text(arena *a, slice text)
{
    drafting d = {.b = {.arena = a}, .text = without_indents(a, text)};
    read_tables(&d);
    text = d.text;
    d.clauses = clauses_from_text(a, text);
    d.figures = figures_from_text(a, text);
    d.claims = claims_from_text(a, text, &d.clauses, &d.figures);
    d.entries = entries_from_claims(a, text, &d.clauses, &d.claims);
    set_time(&d);
    name_entries(&d);
    add_document(&d);
    for (size_t i = 0; i < d.entries.n; i++)
        if (!d.entries.at[i].is_part)
            add_entry(&d, i);
    for (size_t i = 0; i < d.tabled.n; i++)
        if (!is_said(&d, &d.tabled.at[i]))
            add_tabled(&d, i);
    if (d.entries.n + d.tabled.n + d.typed.n == 0)
        builder_add_text(&d.b, "  {} # 文稿里没有认出带单位的数。\n");
    drafting_add_body(&d);
    add_unplaced(&d);
    return builder_slice(&d.b);
}
