/* A year's task that is said to be done before the year is over, by the date
 * that the text bears. */
#include "prose/lexicon.h"
#include "prose/rule.h"

/* The date that a text bears: in the first lines or the last, as a line of its
 * own or behind 时间： and 日期：. */
typedef struct issue {
    int64_t year, month;
} issue;

static int64_t
whole(const figure *f)
{
    return f->quantity.value.scale == 0 ? f->quantity.value.coefficient : 0;
}

static bool
joins(const inspection *in, size_t i, const char *by)
{
    return slice_is(rule_text(in, in->figures.at[i].last,
                              in->figures.at[i + 1].first),
                    by);
}

/* Whether the date stands for itself: what is before it in its line is
 * nothing, or ends in 时间 or 日期 and a colon. */
static bool
is_own_line(const inspection *in, const figure *f)
{
    slice lead =
        clause_near_end(rule_text(in, 0, f->first)), line = lead;
    for (size_t at = 0; at < lead.len;) {
        at += slice_find(slice_cut(lead, at, lead.len), SLICE_OF("\n"));
        if (at < lead.len)
            line = slice_cut(lead, at + 1, lead.len);
        at++;
    }
    line = slice_trim(line);
    size_t end = line.len;
    if (slice_ends_with(line, SLICE_OF("：")))
        end -= strlen("：");
    else if (slice_ends_with(line, SLICE_OF(":")))
        end -= 1;
    slice label = slice_cut(line, 0, end);
    return line.len == 0 || (end < line.len &&
                             (slice_ends_with(label, SLICE_OF("时间")) ||
                              slice_ends_with(label, SLICE_OF("日期"))));
}

/* Year and month side by side: 2022年11月14日 or 2022-11-18. */
static issue
issue_of(const inspection *in)
{
    for (size_t i = 0; i + 2 < in->figures.n; i++) {
        int64_t year = whole(&in->figures.at[i]);
        int64_t month = whole(&in->figures.at[i + 1]);
        bool is_date = (joins(in, i, "年") && joins(in, i + 1, "月")) ||
                       (joins(in, i, "-") && joins(in, i + 1, "-"));
        if (is_date && year >= 1990 && year <= 2100 && month >= 1 &&
            month <= 12 && is_own_line(in, &in->figures.at[i]))
            return (issue){year, month};
    }
    return (issue){0, 0};
}

/* Whether the text is of the year of its date: the last year told before it
 * is that one, and no 上年 or 去年 stands in the sentence. */
static bool
is_of_year(const inspection *in, size_t at, int64_t year)
{
    const clause *own = &in->clauses.at[clause_at(&in->clauses, at)];
    slice lead = rule_text(in, own->sentence_first, at);
    if (slice_find(lead, SLICE_OF("上年")) < lead.len ||
        slice_find(lead, SLICE_OF("去年")) < lead.len)
        return false;
    for (size_t i = in->figures.n; i-- > 0;) {
        const figure *f = &in->figures.at[i];
        slice rest = rule_text(in, f->last, in->passage.text.len);
        bool is_year = f->last <= at && whole(f) >= 1990 &&
                       whole(f) <= 2100 &&
                       slice_starts_with(rest, SLICE_OF("年"));
        if (is_year)
            return whole(f) == year;
    }
    return false;
}

static void
check_done(const inspection *in, size_t at, size_t len, issue date)
{
    slice rest = rule_text(in, at + len, in->passage.text.len);
    slice near = slice_cut(clause_near_start(rest), 0, strlen("了年度目标"));
    bool is_year = slice_find(near, SLICE_OF("年度")) < near.len ||
                   slice_find(near, SLICE_OF("全年")) < near.len;
    if (!is_year || !is_of_year(in, at, date.year) ||
        !rule_is_typed(in, at, at + len))
        return;
    diag_report(in->diags, &PROSE_DONE_EARLY, rule_span(in, at, at + len),
                rule_text(in, at, at + len),
                slice_printf(in->arena, "%d年%d月", (int)date.year,
                             (int)date.month));
}

void
rule_early(const inspection *in)
{
    static const slice words[] = {SLICE("圆满完成"), SLICE("全面完成")};
    issue date = issue_of(in);
    slice text = in->passage.text;
    if (date.year == 0 || date.month == 12)
        return;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t at = 0; at < text.len && rule_has_room(in);
             at += words[i].len) {
            at += slice_find(slice_cut(text, at, text.len), words[i]);
            if (at < text.len)
                check_done(in, at, words[i].len, date);
        }
}
