/* What titles and headings say in words, against the figures below: the time
 * of a title (上半年 above the figures of 前三季度, as left from the report
 * before), and the direction of a heading (投资呈增长态势 above 投资下降5.6%). */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"
#include "prose/topic.h"

/* Figures below that are looked at. */
#define BELOW 200

static bool
has_any(slice s, const char *const *words)
{
    for (; *words != NULL; words++)
        if (slice_has(s, *words))
            return true;
    return false;
}

/* ── the time of the title ── */

/* 政府工作报告, 工作要点, 发布会: named for when they are held, or for what is
 * to come. */
static bool
is_named_for_other(slice title)
{
    static const char *const words[] = {"报告", "计划", "要点", "预算",
                                        "安排", "会",   "规划", "方案",
                                        "目标", "预期", NULL};
    return has_any(title, words);
}

/* 全年|目标任务过半: what is wanted, no time of the figures. */
static bool
is_of_aim(slice title, size_t end)
{
    size_t at;
    slice rest = slice_cut(title, end, end + 10 * strlen("一"));
    return lexicon_start(rest, LEXICON_AIM) != NULL ||
           (slice_starts_with(rest, SLICE_OF("的")) &&
            lexicon_find(rest, LEXICON_AIM, &at) != NULL);
}

static bool
is_month(season s)
{
    return s.first == s.last;
}

/* The stretch from January, or the month, that the title names, and where. */
static bool
season_in(slice title, season *out, size_t *at)
{
    for (*at = 0; *at < title.len; utf8_next(title, at))
        if (season_read(slice_cut(title, *at, title.len), out) &&
            !is_of_aim(title, *at + out->len))
            return out->first == 1 || is_month(*out);
    return false;
}

/* How many figures are told of the title's time, and of the stretch that is
 * told of most; of these the first. */
typedef struct tally {
    size_t own, other;
    const claim *first;
} tally;

static bool
is_one(season a, season b)
{
    return a.first == b.first && a.last == b.last &&
           (a.year == b.year || a.year == 0 || b.year == 0);
}

/* Told of the title's time, or of the stretch up to its month. */
static bool
is_of_title(season told, season title)
{
    season up_to = title;
    up_to.first = 1;
    return is_one(told, title) || (is_month(title) && is_one(told, up_to));
}

/* What can be the time of a whole text that is titled so. */
static bool
may_be_main(season told, season title)
{
    return (told.first == 1 && told.last > 1) ||
           (is_month(title) && is_month(told));
}

/* 完成全年目标的52.1%: the year is that of what was wanted. */
static bool
is_told_of_aim(const inspection *in, setting own)
{
    slice text = in->passage.text;
    return own.period.len > 0 &&
           is_of_aim(text, (size_t)(own.period.at - text.at) +
                               own.period.len);
}

static tally
count_below(const inspection *in, season title, size_t title_end)
{
    tally t = {0};
    season main = {0}, told;
    for (size_t i = 0; i < in->claims.n && i < BELOW; i++) {
        const claim *c = &in->claims.at[i];
        setting own = setting_from_claim(in, i);
        bool is_told = c->kind != CLAIM_NONE && !c->is_base &&
                       c->figure->first >= title_end && !own.is_goal &&
                       !is_told_of_aim(in, own) &&
                       setting_season(in, own, &told);
        if (!is_told)
            continue;
        if (told.year == 0)
            told.year = title.year;
        if (is_of_title(told, title))
            t.own++;
        else if (t.first == NULL && may_be_main(told, title)) {
            main = told;
            t.first = c;
        }
        t.other += t.first != NULL && is_one(told, main);
    }
    return t;
}

/* Figures of another time that are enough: of a short text two. */
#define OTHER_LEAST 3
#define SHORT_TEXT 12

/* Whether the text has the figures of another time only. */
static void
check_time(const inspection *in)
{
    slice text = in->passage.text, title = topic_title(text);
    season named;
    size_t at;
    if (title.len == 0 || is_named_for_other(title) ||
        !season_in(title, &named, &at))
        return;
    if (named.year == 0)
        named.year = in->year;
    size_t first = (size_t)(title.at - text.at) + at;
    size_t last = first + named.len;
    tally t = count_below(in, named, first + title.len - at);
    size_t least = in->claims.n < SHORT_TEXT ? OTHER_LEAST - 1 : OTHER_LEAST;
    if (t.own > 0 || t.other < least ||
        !rule_is_typed(in, first, last))
        return;
    size_t k = (size_t)(t.first - in->claims.at);
    slice told = setting_whole_period(in, setting_from_claim(in, k));
    slice rest = rule_text(in, (size_t)(told.at - text.at), text.len);
    if (season_read(rest, &named)) /* 1—10|月份 */
        told = slice_cut(rest, 0, named.len);
    diag_report(in->diags, &PROSE_TITLE_TIME,
                rule_span(in, first, last), rule_text(in, first, last),
                told);
    diags_relate(in->diags, rule_figure_span(in, t.first->figure),
                 SLICE_OF("正文的数在这里"));
}

/* ── the direction of a heading ── */

/* 1: says that it grows, -1: that it falls; 0: neither, or how fast only. */
static int
direction_of(slice words)
{
    static const char *const falls[] = {"下降", "下滑", "负增长", "减少",
                                        NULL};
    static const char *const others[] = {
        "放缓", "回落", "收窄", "趋缓", "动力", "结构", "由",
        "转",   "增速", "降幅", "乏力", "压力", NULL,
    };
    if (has_any(words, others))
        return 0;
    return has_any(words, falls)
               ? -1
               : slice_has(words, "增长") || slice_has(words, "上升");
}

/* The first growth against the year before that is told of it below. */
static const claim *
growth_below(const inspection *in, size_t next, indicator of)
{
    for (size_t k = next; k < in->claims.n && k < next + BELOW / 10; k++) {
        const claim *c = &in->claims.at[k];
        if (c->indicator == of && claim_is_growth(c) &&
            setting_from_claim(in, k).basis == SETTING_YEAR_BEFORE)
            return c;
    }
    return NULL;
}

static void
check_heading(const inspection *in, const clause *own, size_t next)
{
    slice words = rule_text(in, own->first, own->last);
    slice topic = topic_of_line(in->arena, words);
    indicator of = indicator_of(topic);
    int side = direction_of(words);
    if (!indicator_stands_alone(of) || side == 0)
        return;
    const claim *rate = growth_below(in, next, of);
    if (rate == NULL || decimal_sign(rate->rate) * side >= 0 ||
        !rule_is_typed(in, own->first, own->last))
        return;
    diag_report(in->diags, &PROSE_TURN_CONTRADICTS,
                rule_span(in, own->first, own->last), words,
                rule_change_text(in, rate));
    diags_relate(in->diags, rule_figure_span(in, rate->figure),
                 SLICE_OF("增速在这里"));
}

/* A clause without a figure that is all of its sentence. */
static bool
is_alone(const inspection *in, size_t i)
{
    const clause *at = in->clauses.at;
    return (i == 0 || at[i - 1].sentence != at[i].sentence) &&
           (i + 1 == in->clauses.n || at[i + 1].sentence != at[i].sentence);
}

static void
check_headings(const inspection *in)
{
    size_t next = 0; /* the first figure not before the clause */
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++) {
        const clause *own = &in->clauses.at[i];
        while (next < in->figures.n &&
               in->figures.at[next].first < own->first)
            next++;
        bool is_bare = next == in->figures.n ||
                       in->figures.at[next].first >= own->last;
        if (is_bare && is_alone(in, i))
            check_heading(in, own, next);
    }
}

void
rule_titles(const inspection *in)
{
    check_time(in);
    check_headings(in);
}

/* ── 保持两位数增长，达…，同比增长7.1% ── */

/* The growth that the words are of: the first behind them in their sentence,
 * without a subject of its own. */
static void
check_digits(const inspection *in, size_t at, size_t next, slice words)
{
    size_t own = clause_at(&in->clauses, at);
    for (size_t k = next; k < in->claims.n && k < next + 4; k++) {
        const claim *c = &in->claims.at[k];
        if (own == in->clauses.n ||
            c->sentence != in->clauses.at[own].sentence)
            return;
        if (!claim_is_growth(c))
            continue;
        slice lead = rule_lead(in, c);
        bool is_own = c->subject.len == 0 || slice_has(lead, "同比");
        double size = decimal_to_double(decimal_abs(c->rate));
        if (is_own && (size < 9.95 || size >= 100) && c->clause > own &&
            rule_is_typed(in, c->figure->first, c->figure->last)) {
            diag_report(in->diags, &PROSE_DIGITS_CONTRADICT,
                        rule_span(in, at, at + words.len), words,
                        rule_change_text(in, c));
            diags_relate(in->diags, rule_figure_span(in, c->figure),
                         SLICE_OF("增速在这里"));
        }
        return;
    }
}

void
rule_digits(const inspection *in)
{
    slice text = in->passage.text, words = SLICE_OF("两位数增长");
    size_t next = 0;
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        at += slice_find(slice_cut(text, at, text.len), words);
        while (next < in->claims.n && in->claims.at[next].figure->first < at)
            next++;
        if (at < text.len)
            check_digits(in, at, next, words);
        at += words.len;
    }
}
