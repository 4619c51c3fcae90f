/* The figure of a title or a heading against the prose below it: a line that
 * ends in no stop says in short, and under shorter names, what the sentences
 * then tell: 前三季度全市GDP增长6.2%. */
#include "base/utf8.h"
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* How far below its line the figure is looked for, and how long a line may
 * be, in characters. */
#define HEADS_REACH 400
#define HEAD_MOST 50
/* Bytes from the start of the text within which a place is named in full. */
#define PLACE_WITHIN 4000

static slice
line_of(const inspection *in, const claim *c)
{
    slice text = in->passage.text;
    size_t first = c->figure->first, last = c->figure->last;
    while (first > 0 && text.at[first - 1] != '\n' &&
           last - first < HEAD_MOST * 4)
        first--;
    while (last < text.len && text.at[last] != '\n' &&
           last - first < HEAD_MOST * 4)
        last++;
    return slice_trim(slice_cut(text, first, last));
}

/* A row of a table is no heading. */
bool
rule_is_in_head(const inspection *in, const claim *c)
{
    slice line = line_of(in, c);
    return utf8_count(line) <= HEAD_MOST && !slice_has(line, "。") &&
           !slice_has(line, "；") && !slice_has(line, "|") &&
           !slice_has(line, "\t");
}

/* The kind of place that `s` starts with, its length; 0 when with none. */
static size_t
kind_len(slice s)
{
    static const slice kinds[] = {SLICE("省"), SLICE("市"), SLICE("县"),
                                  SLICE("区"), SLICE("州"), SLICE("海关")};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_starts_with(s, kinds[i]))
            return kinds[i].len;
    return 0;
}

/* Whether the text knows `name` as a place: 福建省, 台州海关. */
static bool
is_place(const inspection *in, slice name)
{
    const size_t han = strlen("一");
    slice text = in->passage.text;
    if (name.len > han &&
        kind_len(slice_cut(name, name.len - han, name.len)) > 0)
        return true;
    for (size_t at = 0; name.len > 0; at += name.len) {
        slice rest = slice_cut(text, at, text.len);
        at += slice_find(rest, name);
        if (at >= text.len || at > PLACE_WITHIN)
            return false;
        if (kind_len(slice_cut(text, at + name.len, text.len)) > 0)
            return true;
    }
    return false;
}

/* 雅安|前三季度GDP: what stands there is a place. */
static bool
is_before_season(const inspection *in, slice name)
{
    season time;
    slice text = in->passage.text;
    size_t end = (size_t)(name.at - text.at) + name.len;
    return season_read(slice_cut(text, end, text.len), &time);
}

/* 福建 and 福建省; a title may name the place that the text leaves out. */
static bool
may_be_one_place(const inspection *in, slice head, slice own)
{
    if (head.len == 0 || own.len == 0)
        return own.len == 0 &&
               (head.len == 0 || is_before_season(in, head) ||
                is_place(in, head));
    slice brief = head.len < own.len ? head : own;
    slice full = head.len < own.len ? own : head;
    slice rest = slice_cut(full, brief.len, full.len);
    return slice_starts_with(full, brief) && kind_len(rest) == rest.len;
}

static bool
is_of_head(const inspection *in, const claim *head, const claim *c)
{
    slice a, b;
    if (claim_is_namesake(head, c))
        return true;
    indicator known = indicator_at_end(head->subject, &a);
    return known != INDICATOR_NONE &&
           known == indicator_at_end(c->subject, &b) &&
           may_be_one_place(in, a, b);
}

/* What a heading can say again: a level or a growth of an indicator. */
static bool
is_tellable(const claim *c)
{
    bool is_growth = c->kind == CLAIM_RATE && c->direction != 0 &&
                     c->figure->sort == FIGURE_PERCENT;
    bool is_level = c->kind == CLAIM_LEVEL &&
                    c->figure->sort == FIGURE_QUANTITY;
    bool is_change = c->kind == CLAIM_CHANGE && c->direction != 0 &&
                     c->level == CLAIM_OF_NOTHING;
    slice place;
    return (is_growth || is_level || is_change) && !c->is_aside &&
           !c->is_base &&
           (indicator_at_end(c->subject, &place) != INDICATOR_NONE ||
            (c->bare.len >= 4 * strlen("一") &&
             lexicon_end(c->subject, LEXICON_INDICATOR) != NULL));
}

/* What a heading leaves out goes without saying. */
static bool
is_own_setting(const inspection *in, setting head, setting own)
{
    return setting_may_be_one_time(in, head, own) &&
           head.basis == own.basis && head.is_goal == own.is_goal &&
           (head.scope.len == 0 || own.scope.len == 0 ||
            slice_equal(head.scope, own.scope));
}

static void
report(const inspection *in, const claim *head, const claim *c)
{
    diag_report(in->diags, &PROSE_FIGURE_VARIES,
                rule_figure_span(in, c->figure), c->subject,
                rule_figure_text(in, c->figure),
                rule_figure_text(in, head->figure));
    diags_relate(in->diags, rule_figure_span(in, head->figure),
                 SLICE_OF("标题里的数在这里"));
}

/* Right if the text says it anywhere below; else held against the first that
 * is told of the same. */
static void
check_head(const inspection *in, size_t i)
{
    const claim *head = &in->claims.at[i], *other = NULL;
    setting of_head = setting_from_claim(in, i);
    bool is_passed = false; /* another time was told of first */
    for (size_t k = i + 1; k < in->claims.n && k - i < HEADS_REACH; k++) {
        const claim *c = &in->claims.at[k];
        if (c->kind != head->kind || !is_of_head(in, head, c) ||
            !is_tellable(c) || rule_in_paragraph(in, head, c) ||
            c->is_expected != head->is_expected)
            continue;
        setting own = setting_from_claim(in, k);
        if (!unit_is_same_base(head->figure->quantity.unit,
                               c->figure->quantity.unit))
            continue;
        if (rule_may_be_one(head, c) &&
            setting_may_be_one_time(in, of_head, own))
            return;
        if (is_own_setting(in, of_head, own) && other == NULL && !is_passed)
            other = c;
        is_passed = is_passed || of_head.period.len == 0;
    }
    if (other != NULL &&
        (rule_is_typed(in, other->figure->first, other->figure->last) ||
         rule_is_typed(in, head->figure->first, head->figure->last)))
        report(in, head, other);
}

/* Characters by which a mark in a heading and an amount below are one. */
#define MARK_NAME 4

/* 存款余额首破5万亿元 above 各项存款余额40883.3亿元: right if any amount below that
 * is called so has passed the mark; else held against the first. True when it
 * has not. */
static bool
check_mark(const inspection *in, size_t i)
{
    const size_t len = MARK_NAME * strlen("一");
    const claim *mark = &in->claims.at[i], *first = NULL;
    slice name = mark->subject;
    if (name.len < len || mark->is_expected)
        return false;
    name = slice_cut(name, name.len - len, name.len);
    for (size_t k = i + 1; k < in->claims.n && k - i < HEADS_REACH; k++) {
        const claim *c = &in->claims.at[k];
        if (!claim_is_amount(c) || c->is_base ||
            !slice_ends_with(c->subject, name) ||
            rule_in_paragraph(in, mark, c) ||
            !unit_is_same_base(mark->figure->quantity.unit,
                               c->figure->quantity.unit))
            continue;
        jb_quantity told = c->figure->quantity, past = mark->figure->quantity;
        if (!level_align(&told, &past) ||
            decimal_compare(told.value, past.value) >= 0)
            return false;
        if (first == NULL && claim_is_exact(c))
            first = c;
    }
    if (first == NULL || !rule_is_typed(in, mark->figure->first,
                                        mark->figure->last))
        return false;
    diag_report(in->diags, &PROSE_MARK_NOT_PASSED,
                rule_figure_span(in, mark->figure),
                rule_figure_text(in, mark->figure),
                rule_figure_text(in, first->figure));
    diags_relate(in->diags, rule_figure_span(in, first->figure),
                 SLICE_OF("实际的数在这里"));
    return true;
}

static bool
is_mark(const claim *c)
{
    return claim_is_amount(c) && !c->is_base &&
           c->figure->quantity.bound == BOUND_ABOVE;
}

void
rule_heads(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (!(is_mark(c) || is_tellable(c)) || !rule_is_in_head(in, c))
            continue;
        bool is_found = is_mark(c) && check_mark(in, i);
        if (!is_found && is_tellable(c))
            check_head(in, i);
    }
}
