/* trend: each metric over the periods that it has, as series does, to be drawn
 * as lines; its title tells where they have come to. */
#include "base/utf8.h"
#include "facts/level.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "report/history.h"
#include "report/resolve.h"

#define RECORD_LEAST 6 /* figures among which the last can be a record */
#define NAMED_MOST 2   /* lines that a title names one by one */

/* Where a line has come to. */
typedef struct course {
    size_t n;                /* figures that are exact */
    const chart_datum *last; /* NULL: none of the last period */
    const chart_datum *before;
    int turn;                /* of the last against the one before */
    bool is_highest, is_lowest;
} course;

static bool
is_exact(const chart_datum *d)
{
    return d->has_value && d->bound == BOUND_EXACT;
}

static course
course_of(const resolving *r, size_t series)
{
    size_t n = r->spec->n_categories;
    const chart_datum *data = r->series.at[series].data;
    course c = {.is_highest = true, .is_lowest = true};
    if (!is_exact(&data[n - 1]))
        return c;
    c.last = &data[n - 1];
    for (size_t i = 0; i + 1 < n; i++) {
        if (data[i].has_value && !is_exact(&data[i])) {
            jb_quantity last = {.value = c.last->value};
            jb_quantity its = {.value = data[i].value, .bound = data[i].bound};
            c.is_highest = c.is_highest && level_leads(last, its);
            c.is_lowest = c.is_lowest && level_leads(its, last);
        }
        if (!is_exact(&data[i]))
            continue;
        int order = decimal_compare(c.last->value, data[i].value);
        c.is_highest = c.is_highest && order > 0;
        c.is_lowest = c.is_lowest && order < 0;
        c.before = &data[i];
        c.turn = order;
        c.n++;
    }
    return c;
}

/* What grows, of the name of a growth: 固定资产投资, of 固定资产投资增速. */
static slice
grower_name(slice name)
{
    static const slice growths[] = {SLICE("增速"), SLICE("增幅"),
                                    SLICE("涨幅"), SLICE("增长率")};
    for (size_t i = 0; i < sizeof growths / sizeof *growths; i++)
        if (name.len > growths[i].len && slice_ends_with(name, growths[i]))
            return slice_cut(name, 0, name.len - growths[i].len);
    return name;
}

/* PPI −3.3 → −3.6: the fall widened to 3.6%; NULL for what is no growth, or no
 * fall in both. */
static const char *
fall_words(const course *c, slice name, jb_unit unit)
{
    bool is_growth = phrase_is_rate_of_amount(name, unit) ||
                     (unit.kind == UNIT_PERCENT &&
                      (phrase_is_price(name) ||
                       grower_name(name).len < name.len));
    if (!is_growth || c->turn == 0 || decimal_sign(c->last->value) >= 0 ||
        decimal_sign(c->before->value) >= 0)
        return NULL;
    return c->turn < 0 ? "降幅扩大至" : "降幅收窄至";
}

static const char *
turn_words(const course *c, jb_unit unit)
{
    bool is_rate = unit.kind == UNIT_PERCENT;
    if (c->turn > 0)
        return is_rate ? "回升至" : "升至";
    if (c->turn < 0)
        return is_rate ? "回落至" : "降至";
    return "与上期持平，为";
}

/* 规模以上工业增加值增速回落至4.9% */
static void
add_course(const resolving *r, size_t series, slice_builder *b)
{
    const chart_series *s = &r->series.at[series];
    course c = course_of(r, series);
    const char *fall = fall_words(&c, s->name, s->unit);
    slice level = c.last->label;
    slice name = fall != NULL ? grower_name(s->name) : s->name;
    if (fall != NULL)
        level = number_text(b->arena, decimal_abs(c.last->value));
    builder_printf(b, "%s%.*s%s%s%.*s%.*s", b->len > 0 ? "，" : "",
                   SLICE_ARGS(name),
                   c.last->status == STATUS_EXPECTED ? "预计" : "",
                   fall != NULL ? fall : turn_words(&c, s->unit),
                   SLICE_ARGS(level), SLICE_ARGS(s->unit.name));
}

/* ，为2024年10月以来最低 */
static void
add_record(const resolving *r, size_t series, slice_builder *b)
{
    course c = course_of(r, series);
    if (c.n + 1 < RECORD_LEAST || (!c.is_highest && !c.is_lowest))
        return;
    size_t first = 0;
    while (!is_exact(&r->series.at[series].data[first]))
        first++;
    slice since = r->spec->categories[first].name;
    const chart_series *s = &r->series.at[series];
    bool is_fall = fall_words(&c, s->name, s->unit) != NULL;
    builder_printf(b, "，为%.*s以来最%s", SLICE_ARGS(since),
                   is_fall        ? c.is_highest ? "小" : "大"
                   : c.is_highest ? "高"
                                  : "低");
}

/* Names joined in a title, and their characters, at most. */
#define JOINED_MOST 4
#define JOINED_CHARS 22

/* The names of the lines whose turn is `sign`, joined; their number. */
static size_t
add_names(const resolving *r, int sign, slice_builder *b)
{
    size_t n = 0;
    for (size_t i = 0; i < r->series.n; i++) {
        if (course_of(r, i).turn != sign)
            continue;
        builder_printf(b, "%s%.*s", n++ > 0 ? "、" : "",
                       SLICE_ARGS(r->series.at[i].name));
    }
    return n;
}

/* 甲、乙比上期上升，丙回落 */
static slice
named_turns(const resolving *r)
{
    static const struct { int sign; const char *word; } rows[] = {
        {1, "上升"}, {-1, "回落"}, {0, "持平"}};
    slice_builder b = {.arena = r->draft->arena};
    size_t n_parts = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t before = b.len;
        if (before > 0)
            builder_add_text(&b, "，");
        size_t n = add_names(r, rows[i].sign, &b);
        if (n == 0)
            b.len = before;
        else
            builder_printf(&b, "%s%s%s", n > 1 ? "均" : "",
                           n_parts++ > 0            ? ""
                           : rows[i].sign == 0 ? "与上期"
                                               : "比上期",
                           rows[i].word);
    }
    return builder_slice(&b);
}

/* 甲等5项指标均比上期回落, 甲等5项指标比上期3升2降 */
static slice
counted_turns(const resolving *r)
{
    size_t rises = 0, falls = 0, n = r->series.n;
    slice first = r->series.at[0].name;
    slice_builder b = {.arena = r->draft->arena};
    for (size_t i = 0; i < n; i++) {
        course c = course_of(r, i);
        rises += c.turn > 0;
        falls += c.turn < 0;
    }
    builder_printf(&b, "%.*s等%zu项指标", SLICE_ARGS(first), n);
    if (rises == n || falls == n) {
        builder_printf(&b, "均比上期%s", rises == n ? "上升" : "回落");
        return builder_slice(&b);
    }
    if (rises + falls == 0) {
        builder_add_text(&b, "均与上期持平");
        return builder_slice(&b);
    }
    builder_add_text(&b, "比上期");
    if (rises > 0)
        builder_printf(&b, "%zu升", rises);
    if (falls > 0)
        builder_printf(&b, "%zu降", falls);
    if (rises + falls < n)
        builder_printf(&b, "%zu平", n - rises - falls);
    return builder_slice(&b);
}

/* Each by its name where the names are few and short. */
static slice
turns(const resolving *r)
{
    slice named = named_turns(r);
    bool is_short = r->series.n <= JOINED_MOST &&
                    utf8_count(named) <= JOINED_CHARS;
    return is_short ? named : counted_turns(r);
}

/* Nothing where some line has no figure of the last period, or none before. */
static slice
finding_of_course(const resolving *r)
{
    slice_builder b = {.arena = r->draft->arena};
    for (size_t i = 0; i < r->series.n; i++)
        if (course_of(r, i).before == NULL)
            return SLICE_OF("");
    if (r->series.n > NAMED_MOST)
        return turns(r);
    for (size_t i = 0; i < r->series.n; i++)
        add_course(r, i, &b);
    if (r->series.n == 1)
        add_record(r, 0, &b);
    return builder_slice(&b);
}

slice
finding_of_focus_lines(const resolving *r)
{
    slice_builder b = {.arena = r->draft->arena};
    size_t only = 0;
    if (r->spec->n_focus_lines > NAMED_MOST)
        return SLICE_OF("");
    for (size_t i = 0; i < r->series.n; i++) {
        if (!r->series.at[i].is_focus)
            continue;
        if (course_of(r, i).before == NULL)
            return SLICE_OF("");
        add_course(r, i, &b);
        only = i;
    }
    if (r->spec->n_focus_lines == 1)
        add_record(r, only, &b);
    return builder_slice(&b);
}

bool
resolve_trend(resolving *r)
{
    if (!resolve_periods(r, history_course, false))
        return false;
    r->spec->title = finding_of_course(r);
    return true;
}
