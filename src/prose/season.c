#include "prose/season.h"

#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/range.h"

/* Clauses that are looked back through, at most. */
#define SEASON_REACH 40

static size_t
read_number(slice s, int *out)
{
    size_t n = 0;
    *out = 0;
    while (n < s.len && n < 4 && s.at[n] >= '0' && s.at[n] <= '9')
        *out = *out * 10 + (s.at[n++] - '0');
    return n;
}

static const struct named_season {
    slice word;
    int first, last;
} NAMED[] = {
    {SLICE("前三季度"), 1, 9},   {SLICE("前3季度"), 1, 9},
    {SLICE("一季度"), 1, 3},
    {SLICE("第一季度"), 1, 3},   {SLICE("二季度"), 4, 6},
    {SLICE("三季度"), 7, 9},     {SLICE("四季度"), 10, 12},
    {SLICE("上半年"), 1, 6},     {SLICE("下半年"), 7, 12},
    {SLICE("全年"), 1, 12},      {SLICE("前两个月"), 1, 2},
};

static bool
read_named(slice s, season *out)
{
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++) {
        if (!slice_starts_with(s, NAMED[i].word))
            continue;
        out->first = NAMED[i].first;
        out->last = NAMED[i].last;
        out->len += NAMED[i].word.len;
        return true;
    }
    return false;
}

/* 月 or 月份 that no day or end follows; its length, or 0. */
static size_t
month_len(slice s)
{
    if (!slice_starts_with(s, SLICE_OF("月")))
        return 0;
    slice rest = slice_skip(s, strlen("月"));
    if (slice_starts_with(rest, SLICE_OF("份")))
        return strlen("月份");
    if (slice_starts_with(rest, SLICE_OF("当月")))
        return strlen("月当月");
    bool is_day = rest.len > 0 && rest.at[0] >= '0' && rest.at[0] <= '9';
    bool is_end = slice_starts_with(rest, SLICE_OF("底")) ||
                  slice_starts_with(rest, SLICE_OF("末"));
    return is_day || is_end ? 0 : strlen("月");
}

/* 10月份, 1—10月份, 元至10月份 */
static bool
read_months(slice s, season *out)
{
    int first, last;
    slice january = SLICE_OF("元");
    size_t n = read_number(s, &first);
    if (slice_starts_with(s, january) &&
        range_sign_start(slice_skip(s, january.len)) > 0) {
        n = january.len;
        first = 1;
    }
    if (n == 0)
        return false;
    last = first;
    slice month_mark = SLICE_OF("月"); /* 1月至9月 */
    if (slice_starts_with(slice_skip(s, n), month_mark) &&
        range_sign_start(slice_skip(s, n + month_mark.len)) > 0)
        n += month_mark.len;
    size_t dash = range_sign_start(slice_skip(s, n));
    if (dash > 0)
        n += dash + read_number(slice_skip(s, n + dash), &last);
    size_t month = month_len(slice_skip(s, n));
    if (month == 0 || first < 1 || last > 12 || first > last)
        return false;
    out->first = first;
    out->last = last;
    out->len += n + month;
    return true;
}

static size_t
year_len(slice s, int *year)
{
    size_t n = read_number(s, year);
    bool is_year = n == 4 && *year >= 1900 && *year < 2200 &&
                   slice_starts_with(slice_skip(s, n), SLICE_OF("年"));
    return is_year ? n + strlen("年") : 0;
}

/* 4月1日 at the start; its length, or 0. */
static size_t
day_len(slice s, int *month, int *day)
{
    slice month_mark = SLICE_OF("月"), day_mark = SLICE_OF("日");
    size_t n = read_number(s, month), more;
    if (n == 0 || !slice_starts_with(slice_skip(s, n), month_mark))
        return 0;
    n += month_mark.len;
    more = read_number(slice_skip(s, n), day);
    return more > 0 && slice_starts_with(slice_skip(s, n + more), day_mark)
                   ? n + more + day_mark.len
                   : 0;
}

/* 4月1日至4月30日, 2025年4月1日至2025年4月30日: whole months told by days. */
static bool
read_days(slice s, season *out)
{
    static const int lengths[] = {0,  31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    int first, last, from, to, year;
    size_t n = day_len(s, &first, &from);
    size_t dash = n > 0 ? range_sign_start(slice_skip(s, n)) : 0;
    if (dash == 0)
        return false;
    n += dash;
    n += year_len(slice_skip(s, n), &year);
    size_t end = day_len(slice_skip(s, n), &last, &to);
    bool is_whole = end > 0 && from == 1 && first >= 1 && last <= 12 &&
                    first <= last && to >= lengths[last] && to <= 31;
    if (!is_whole)
        return false;
    out->first = first;
    out->last = last;
    out->len += n + end;
    return true;
}

/* 前10个月 */
static bool
read_first_months(slice s, season *out)
{
    slice first = SLICE_OF("前"), months = SLICE_OF("个月");
    slice rest = slice_skip(s, first.len);
    size_t n = read_number(rest, &out->last);
    bool is_read = slice_starts_with(s, first) && n > 0 && out->last <= 12 &&
                   out->last > 1 &&
                   slice_starts_with(slice_skip(rest, n), months);
    if (is_read)
        out->len += first.len + n + months.len;
    else
        out->last = 12;
    return is_read;
}

bool
season_read(slice s, season *out)
{
    *out = (season){0, 1, 12, 0};
    out->len = year_len(s, &out->year);
    if (out->len == 0)
        out->year = 0;
    slice rest = slice_skip(s, out->len);
    if (read_named(rest, out) || read_days(rest, out) ||
        read_months(rest, out) || read_first_months(rest, out))
        return true;
    bool is_day = rest.len > 0 && rest.at[0] >= '0' && rest.at[0] <= '9';
    if (out->len == 0 || is_day ||
        slice_starts_with(rest, SLICE_OF("底")) ||
        slice_starts_with(rest, SLICE_OF("末")))
        return false;
    if (slice_starts_with(rest, SLICE_OF("度")))
        out->len += strlen("度");
    return true;
}

/* ── runs of years ── */

/* 十, 二十, 3: a numeral of two characters at most; its length, or 0. */
static size_t
short_numeral_len(slice s)
{
    static const slice digits[] = {
        SLICE("一"), SLICE("二"), SLICE("两"), SLICE("三"), SLICE("四"),
        SLICE("五"), SLICE("六"), SLICE("七"), SLICE("八"), SLICE("九"),
        SLICE("十")};
    int number;
    size_t n = read_number(s, &number);
    for (size_t i = 0; n == 0 && i < sizeof digits / sizeof *digits; i++)
        if (slice_starts_with(s, digits[i])) {
            n = digits[i].len;
            return n + short_numeral_len(slice_skip(s, n));
        }
    return n > 2 ? 0 : n;
}

size_t
season_years_len(slice s)
{
    static const slice heads[] = {SLICE("近"), SLICE("过去"), SLICE("这"),
                                  SLICE("连续"), SLICE("最近")};
    static const slice ends[] = {
        SLICE("来"), SLICE("间"), SLICE("内"), SLICE("平均"), SLICE("累计"),
        SLICE("年均"), SLICE("翻"), SLICE("增"), SLICE("下降"),
        SLICE("减"), SLICE("提高"), SLICE("合计"), SLICE("共")};
    size_t head = 0;
    for (size_t i = 0; head == 0 && i < sizeof heads / sizeof *heads; i++)
        if (slice_starts_with(s, heads[i]))
            head = heads[i].len;
    size_t n = short_numeral_len(slice_skip(s, head));
    slice number = slice_cut(s, head, head + n);
    slice rest = slice_skip(s, head + n), year = SLICE_OF("年");
    if (n == 0 || slice_is(number, "一") || slice_is(number, "1") ||
        !slice_starts_with(rest, year))
        return 0;
    n += head + year.len;
    rest = slice_skip(s, n);
    if (slice_starts_with(rest, SLICE_OF("来")))
        return n + strlen("来");
    bool is_run = head > 0 || slice_trim(rest).len == 0;
    for (size_t i = 0; !is_run && i < sizeof ends / sizeof *ends; i++)
        is_run = slice_starts_with(rest, ends[i]);
    return is_run ? n : 0;
}

bool
season_has_years(slice s)
{
    slice ordinal = SLICE_OF("第");
    for (size_t at = 0; at < s.len; utf8_next(s, &at)) {
        slice until = slice_cut(s, 0, at);
        bool is_within = at > 0 && s.at[at - 1] >= '0' &&
                         s.at[at - 1] <= '9';
        if (!is_within && !slice_ends_with(until, ordinal) &&
            season_years_len(slice_skip(s, at)) > 0)
            return true;
    }
    return false;
}

/* Words that may stand in front of it: 初步核算，今年上半年. */
static slice
without_opening(slice s)
{
    static const slice words[] = {SLICE("今年"), SLICE("其中"),
                                  SLICE("从全年看"), SLICE("预计")};
    s = slice_trim(s);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_with(s, words[i]))
            s = slice_trim(slice_skip(s, words[i].len));
    return s;
}

bool
season_is_listed(slice sentence)
{
    slice s = slice_cut(slice_trim(sentence), 0, 24);
    return slice_find(s, SLICE_OF("分季度看")) < s.len ||
           slice_find(s, SLICE_OF("从环比看")) < s.len ||
           slice_find(s, SLICE_OF("分月看")) < s.len;
}

/* 2022年、2023年, 2022年至2024年: no one time. */
static bool
is_of_several(slice rest)
{
    static const slice joints[] = {SLICE("、"), SLICE("至"), SLICE("—"),
                                   SLICE("-"), SLICE("和")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        slice next = slice_skip(rest, joints[i].len);
        season other;
        if (slice_starts_with(rest, joints[i]) && season_read(next, &other))
            return true;
    }
    return false;
}

bool
season_of_claim(slice text, const clause_list *clauses, const claim *c,
                season *out)
{
    size_t sentence = c->sentence;
    for (size_t k = c->clause + 1; k-- > 0 && c->clause - k < SEASON_REACH;) {
        const clause *own = &clauses->at[k];
        slice words = slice_cut(text, own->first, own->last);
        bool is_listed = own->sentence != sentence &&
                         season_is_listed(slice_cut(text, own->sentence_first,
                                                own->sentence_last));
        words = without_opening(words);
        bool is_month_alone = own->sentence != sentence &&
                              season_read(words, out) &&
                              slice_ends_with(slice_cut(words, 0, out->len),
                                              SLICE_OF("当月"));
        if (!is_listed && !is_month_alone && season_read(words, out))
            return !is_of_several(slice_skip(words, out->len));
        slice line = slice_cut(text, own->first, c->figure->first);
        bool starts_line = own->first == 0 ||
                           text.at[own->first - 1] == '\n' ||
                           slice_find(line, SLICE_OF("\n")) < line.len;
        if (starts_line)
            return false;
    }
    return false;
}

slice
season_text(arena *a, season s, int year)
{
    int y = s.year > 0 ? s.year : year;
    if (s.first == 1 && s.last == 12)
        return slice_printf(a, "%d", y);
    if (s.first == s.last)
        return slice_printf(a, "%d-%02d", y, s.first);
    return slice_printf(a, "%d-%02d..%d-%02d", y, s.first, y, s.last);
}

bool
season_is_own_year(slice text, const figure *f)
{
    static const slice before[] = {
        SLICE("比"), SLICE("较"), SLICE("与"), SLICE("从"), SLICE("由"),
        SLICE("自"), SLICE("至"), SLICE("到"), SLICE("—"),  SLICE("-"),
        SLICE("到了"),
    };
    static const slice behind[] = {SLICE("年至"), SLICE("年到"),
                                   SLICE("年—"), SLICE("—"),
                                   SLICE("-"), SLICE("年开始"),
                                   SLICE("年起")};
    slice lead = slice_trim(slice_cut(text, 0, f->first));
    slice rest = slice_cut(text, f->last, text.len);
    bool is_until = slice_ends_with(lead, SLICE_OF("截至"));
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (slice_ends_with(lead, before[i]) && !is_until)
            return false;
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (slice_starts_with(rest, behind[i]))
            return false;
    return true;
}

int
season_report_year(slice text, const claim_list *claims)
{
    for (size_t i = 0; i < claims->n; i++) {
        const figure *f = claims->at[i].figure;
        int64_t n = f->quantity.value.coefficient;
        if (f->sort == FIGURE_DATE && n >= 1900 && n < 2200 &&
            season_is_own_year(text, f))
            return (int)n;
    }
    return 0;
}

int
season_month_ended(slice text, const figure_list *figures,
                   const clause_list *clauses, const claim *c)
{
    for (const figure *f = c->figure; f-- > figures->at;) {
        if (clause_at(clauses, f->digits) + 1 < c->clause)
            break;
        slice rest = slice_cut(text, f->last, text.len);
        bool is_month = f->sort == FIGURE_DATE &&
                        (slice_starts_with(rest, SLICE_OF("月底")) ||
                         slice_starts_with(rest, SLICE_OF("月末"))) &&
                        f->quantity.value.coefficient <= 12;
        if (is_month)
            return (int)f->quantity.value.coefficient;
    }
    return 0;
}
