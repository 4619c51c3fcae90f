#include "prose/placeholder.h"

#include "prose/absence.h"
#include "prose/markup.h"
#include "prose/render.h"

/* The two tables of placeholders.def. */
static const placeholder_row ROWS[] = {
#define PLACEHOLDER(renderer, name, chinese, what, doc)                      \
    {name, chinese, what, doc},
#include "prose/placeholders.def"
#undef PLACEHOLDER
};
static render_fn *const RENDERERS[] = {
#define PLACEHOLDER(renderer, name, chinese, what, doc) render_##renderer,
#include "prose/placeholders.def"
#undef PLACEHOLDER
};
static const placeholder_row OPTION_ROWS[] = {
#define PLACEHOLDER_OPTION(member, value, name, chinese, doc)                \
    {name, chinese, "", doc},
#include "prose/placeholders.def"
#undef PLACEHOLDER_OPTION
};
#define N_ROWS (sizeof ROWS / sizeof *ROWS)
#define N_OPTIONS (sizeof OPTION_ROWS / sizeof *OPTION_ROWS)
_Static_assert(N_ROWS == sizeof RENDERERS / sizeof *RENDERERS,
               "one renderer a row");

static void
set_option(phrase_options *o, size_t row)
{
    size_t i = 0;
#define PLACEHOLDER_OPTION(member, set, name, chinese, doc)                  \
    if (row == i++)                                                          \
        o->member = set;
#include "prose/placeholders.def"
#undef PLACEHOLDER_OPTION
}

size_t
placeholder_rows(const placeholder_row **rows)
{
    *rows = ROWS;
    return N_ROWS;
}

size_t
placeholder_option_rows(const placeholder_row **rows)
{
    *rows = OPTION_ROWS;
    return N_OPTIONS;
}

static size_t
row_named(slice typed, const placeholder_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_is(typed, rows[i].name) ||
            slice_is_among(typed, rows[i].chinese))
            return i;
    return n;
}

static const slice MINUS = SLICE("−");

/* One placeholder being read: its text and where it stands. */
typedef struct reading {
    const prose_writer *writer;
    const metrics_text *whole;
    size_t first, last; /* bytes within `whole`, with the braces */
    jb_span span;
} reading;

/* "你是不是要写“x”？" or the list of what there is. */
static slice
suggestion(arena *a, slice typed, const placeholder_row *rows, size_t n)
{
    const char **names = ARENA_ARRAY(a, n * 2, const char *);
    slice_builder all = {.arena = a};
    for (size_t i = 0; i < n; i++) {
        slice chinese = slice_from(rows[i].chinese);
        slice first = slice_cut(chinese, 0,
                                slice_find(chinese, SLICE_OF("|")));
        names[2 * i] = rows[i].name;
        names[2 * i + 1] = slice_copy(a, first).at;
        builder_printf(&all, "%s%s（%.*s）", i > 0 ? "、" : "", rows[i].name,
                       SLICE_ARGS(first));
    }
    const char *near = tree_nearest(typed, names, 2 * n);
    if (near != NULL)
        return slice_printf(a, "是不是想写“%s”？", near);
    slice list = builder_slice(&all);
    return slice_printf(a, "可以写：%.*s。", SLICE_ARGS(list));
}

static bool
read_options(const reading *r, slice options, phrase_options *out)
{
    bool is_good = true;
    while (options.len > 0) {
        size_t end = slice_find(options, SLICE_OF("|"));
        slice typed = slice_trim(slice_cut(options, 0, end));
        size_t row = row_named(typed, OPTION_ROWS, N_OPTIONS);
        set_option(out, row);
        if (row == N_OPTIONS) {
            diag_report(r->writer->diags, &PROSE_OPTION_UNKNOWN, r->span,
                        typed,
                        suggestion(r->writer->arena, typed, OPTION_ROWS,
                                   N_OPTIONS));
            is_good = false;
        }
        options = slice_cut(options, end + 1, options.len);
    }
    return is_good;
}

static bool
read_metric(const reading *r, slice id, size_t *out)
{
    const jb_metrics *m = facts_metrics(r->writer->facts);
    *out = metrics_lookup(m, id);
    if (*out != SIZE_MAX)
        return true;
    const char *near = metrics_nearest(m, id);
    slice hint = near == NULL
                         ? SLICE_OF("请先在“指标”里定义，或改用已有的代号。")
                         : slice_printf(r->writer->arena,
                                        "是不是想写“%s”？", near);
    diag_report(r->writer->diags, &PROSE_METRIC_UNKNOWN, r->span, id, hint);
    return false;
}

static void
report_absent(const reading *r, size_t metric, size_t row)
{
    const jb_metrics *m = facts_metrics(r->writer->facts);
    absence why;
    if (absence_explain(r->writer->arena, metrics_at(m, metric),
                        slice_from(ROWS[row].name), &why)) {
        diag_report(r->writer->diags, &PROSE_FACT_UNDERIVED, r->span,
                    metrics_at(m, metric)->name.text, slice_from(why.what),
                    slice_from(why.why), why.hint);
        return;
    }
    slice hint = slice_printf(
            r->writer->arena,
            "请在指标里补上“%s”，或删去这个占位。", ROWS[row].what);
    diag_report(r->writer->diags, &PROSE_FACT_ABSENT, r->span,
                metrics_at(m, metric)->name.text, slice_from(ROWS[row].what),
                hint);
}

/* Split "metric.name.argument" at its first two points. */
static void
split_path(slice path, slice *id, slice *name, slice *argument)
{
    size_t dot = slice_find(path, SLICE_OF("."));
    *id = slice_trim(slice_cut(path, 0, dot));
    slice rest = slice_cut(path, dot + 1, path.len);
    dot = slice_find(rest, SLICE_OF("."));
    *name = slice_trim(slice_cut(rest, 0, dot));
    *argument = slice_trim(slice_cut(rest, dot + 1, rest.len));
}

/* A typed verb right before growth: it must not be said twice, nor against
 * the figure. */
typedef struct verb_row {
    const char *verb;
    int direction;
} verb_row;

static const verb_row VERBS[] = {
    {"增长", 1},  {"增加", 1},  {"提高", 1},  {"上升", 1},  {"上涨", 1},
    {"下降", -1}, {"减少", -1}, {"降低", -1}, {"回落", -1}, {"下滑", -1},
};

static const verb_row *
verb_before(const reading *r)
{
    slice before = slice_cut(r->whole->text, 0, r->first);
    while (before.len > 0 && (before.at[before.len - 1] == '*' ||
                              before.at[before.len - 1] == '_'))
        before.len--;
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
        if (slice_ends_with(before, slice_from(VERBS[i].verb)))
            return &VERBS[i];
    return NULL;
}

/* Growth behind a typed verb is its size alone; true when all is well. */
static bool
suits_verb(const reading *r, prose_run *said)
{
    const verb_row *verb = verb_before(r);
    if (verb == NULL || said->fact == NULL ||
        said->fact->kind != FACT_GROWTH)
        return true;
    int direction = phrase_direction(said->fact);
    slice word = slice_from(verb->verb);
    if (direction != verb->direction) {
        const jb_metrics *m = facts_metrics(r->writer->facts);
        diag_report(r->writer->diags, &PROSE_VERB_CONTRADICTS, r->span, word,
                    metrics_at(m, said->fact->metric)->name.text,
                    said->text);
        return false;
    }
    if (slice_starts_with(said->text, MINUS))
        said->text = slice_cut(said->text, MINUS.len, said->text.len);
    char first = said->text.len > 0 ? said->text.at[0] : '\0';
    if (first >= '0' && first <= '9')
        return true;
    diag_report(r->writer->diags, &PROSE_WORD_TWICE, r->span, word,
                said->text);
    return false;
}

static bool
starts_with_mark(slice s)
{
    static const char *const marks[] = {"，", "。", "；", "、", "）",
                                        ",",  ";",  "：", "\n"};
    if (s.len == 0)
        return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts_with(s, slice_from(marks[i])))
            return true;
    return false;
}

/* {id}家 where the value already says 家. */
static void
check_unit(const reading *r, const prose_run *said)
{
    if (said->fact == NULL)
        return;
    slice unit = said->fact->quantity.unit.name;
    slice after = slice_cut(r->whole->text, r->last, r->whole->text.len);
    if (unit.len == 0 || !slice_ends_with(said->text, unit) ||
        !slice_starts_with(after, unit) ||
        !starts_with_mark(slice_cut(after, unit.len, after.len)))
        return;
    diag_report(r->writer->diags, &PROSE_UNIT_TWICE, r->span, said->text,
                unit);
}

/* Whether the row's figures are changes, which have a direction. */
static bool
is_change(size_t row)
{
    static render_fn *const changes[] = {
        render_growth, render_sequential, render_average,
        render_since,  render_yearly,     render_part_growth};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        if (RENDERERS[row] == changes[i])
            return true;
    return false;
}

/* An arrow shows which way the figure went, so its sign is not shown again. */
static void
add_arrow(const reading *r, const phrase_options *options, prose_text *said)
{
    if (said->n == 0 || said->at[0].fact == NULL)
        return;
    prose_run arrow = {.fact = said->at[0].fact, .span = said->at[0].span};
    prose_text whole = {NULL, 0, 0};
    arrow.direction = phrase_direction(arrow.fact);
    if (arrow.direction == 0)
        return;
    arrow.text = arrow.direction > 0 ? SLICE_OF("▲") : SLICE_OF("▼");
    slice *words = &said->at[0].text;
    if (options->form == PHRASE_NUMBER && slice_starts_with(*words, MINUS))
        *words = slice_cut(*words, MINUS.len, words->len);
    ARRAY_PUSH(r->writer->arena, &whole, arrow);
    prose_append(r->writer, &whole, said);
    *said = whole;
}

static void
fill_one(const reading *r, slice inside, prose_text *out)
{
    size_t bar = slice_find(inside, SLICE_OF("|"));
    render_call call = {.writer = r->writer, .span = r->span,
                        .before = out};
    slice id, name;
    split_path(slice_cut(inside, 0, bar), &id, &name, &call.argument);
    if (!read_options(r, slice_cut(inside, bar + 1, inside.len),
                      &call.options) ||
        !read_metric(r, id, &call.metric))
        return;
    size_t row = name.len == 0 ? 0 : row_named(name, ROWS, N_ROWS);
    if (row == N_ROWS) {
        diag_report(r->writer->diags, &PROSE_PLACEHOLDER_UNKNOWN, r->span,
                    name, suggestion(r->writer->arena, name, ROWS, N_ROWS));
        return;
    }
    if (call.options.has_arrow && call.options.form == PHRASE_PLAIN &&
        is_change(row))
        call.options.form = PHRASE_NUMBER;
    prose_text said = {NULL, 0, 0};
    if (!RENDERERS[row](&call, &said)) {
        report_absent(r, call.metric, row);
        return;
    }
    if (call.options.has_arrow)
        add_arrow(r, &call.options, &said);
    bool is_good = said.n == 0 || suits_verb(r, &said.at[0]);
    if (is_good && said.n > 0)
        check_unit(r, ARRAY_LAST(&said));
    prose_append(r->writer, out, &said);
}

/* Reads the placeholder that starts at `at`; returns the byte behind it. */
static size_t
read_placeholder(const prose_writer *w, const metrics_text *text, size_t at,
                 prose_text *out)
{
    slice rest = slice_cut(text->text, at, text->text.len);
    size_t end = markup_end(rest);
    size_t line = slice_find(rest, SLICE_OF("\n"));
    reading r = {w, text, at, at + end + 1, SPAN_NONE};
    if (end == rest.len || (line < end && !markup_is_note(rest))) {
        size_t stop = end < line ? end : line;
        r.span = metrics_text_within(text, at, at + stop);
        diag_report(w->diags, &PROSE_UNCLOSED, r.span,
                    slice_cut(rest, 0, stop));
        return at + stop;
    }
    r.span = metrics_text_within(text, r.first, r.last);
    slice inside = slice_trim(slice_cut(rest, 1, end));
    markup_call call = {w, text, inside, r.span};
    if (inside.len == 0)
        diag_report(w->diags, &PROSE_EMPTY, r.span);
    else if (!markup_read(&call, out))
        fill_one(&r, inside, out);
    return r.last;
}

/* Typed text between two marks: **stressed** and __underlined__. */
static const slice STRESS = SLICE("**"), UNDERLINE = SLICE("__");

typedef struct filling {
    const prose_writer *writer;
    const metrics_text *text;
    size_t typed; /* start of the typed run under way */
    bool is_strong, is_underlined;
    prose_text out;
} filling;

static void
end_typed(filling *f, size_t last)
{
    if (f->typed < last) {
        prose_run run = {.text = slice_cut(f->text->text, f->typed, last),
                         .span = metrics_text_within(f->text, f->typed, last)};
        ARRAY_PUSH(f->writer->arena, &f->out, run);
    }
}

/* The runs from `first` on look as is asked for where they stand. */
static void
mark_runs(filling *f, size_t first)
{
    for (size_t i = first; i < f->out.n; i++) {
        f->out.at[i].is_strong = f->is_strong;
        f->out.at[i].is_underlined = f->is_underlined;
    }
}

/* A mark opens when words follow it at once and it is closed in the same
 * line; elsewhere it is what it is: ** before a note, 2**3. */
static bool
is_opening(slice rest, slice mark)
{
    slice inside = slice_cut(rest, mark.len, rest.len);
    size_t close = slice_find(inside, mark);
    bool is_closed = close > 0 && close < inside.len &&
                     close < slice_find(inside, SLICE_OF("\n"));
    return is_closed && inside.at[0] != ' ' && inside.at[close - 1] != ' ' &&
           inside.at[0] != mark.at[0];
}

/* Whether a mark stands at `i` and was taken. */
static bool
take_mark(filling *f, size_t i, slice rest)
{
    bool is_stress = slice_starts_with(rest, STRESS);
    slice mark = is_stress ? STRESS : UNDERLINE;
    bool *is_on = is_stress ? &f->is_strong : &f->is_underlined;
    if (!slice_starts_with(rest, mark) || (!*is_on && !is_opening(rest, mark)))
        return false;
    size_t first = f->out.n;
    end_typed(f, i);
    mark_runs(f, first);
    f->typed = i + mark.len;
    *is_on = !*is_on;
    return true;
}

/* Takes what starts at `i`; returns the byte behind it. */
static size_t
fill_at(filling *f, size_t i)
{
    slice rest = slice_cut(f->text->text, i, f->text->text.len);
    size_t first = f->out.n;
    if (slice_starts_with(rest, SLICE_OF("{{")) ||
        slice_starts_with(rest, SLICE_OF("}}"))) {
        end_typed(f, i + 1);
        f->typed = i + 2;
    } else if (rest.at[0] == '{') {
        end_typed(f, i);
        f->typed = read_placeholder(f->writer, f->text, i, &f->out);
    } else if (markup_url_length(f->text->text, i) > 0) {
        end_typed(f, i);
        f->typed = i + markup_url_length(f->text->text, i);
        slice url = slice_cut(f->text->text, i, f->typed);
        prose_run run = {.text = url, .link = url,
                         .span = metrics_text_within(f->text, i, f->typed)};
        ARRAY_PUSH(f->writer->arena, &f->out, run);
    } else {
        return take_mark(f, i, rest) ? f->typed : i + 1;
    }
    mark_runs(f, first);
    return f->typed;
}

/* Of ten thousand bytes a few begin a placeholder, a mark or an address. */
static bool
may_begin(char c)
{
    return c == '{' || c == '}' || c == STRESS.at[0] ||
           c == UNDERLINE.at[0] || c == 'h' || c == 'm';
}

prose_text
placeholder_fill(const prose_writer *w, const metrics_text *text)
{
    filling f = {.writer = w, .text = text};
    for (size_t i = 0; i < text->text.len;)
        i = may_begin(text->text.at[i]) ? fill_at(&f, i) : i + 1;
    size_t first = f.out.n;
    end_typed(&f, text->text.len);
    mark_runs(&f, first);
    return f.out;
}
