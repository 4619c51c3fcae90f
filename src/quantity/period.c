#include "quantity/quantity.h"

#include "base/utf8.h"

typedef struct cursor {
    slice text;
    size_t at;
} cursor;

static bool
take(cursor *c, const char *word)
{
    slice w = slice_from(word);
    slice rest = slice_cut(c->text, c->at, c->text.len);
    if (!slice_starts_with(rest, w))
        return false;
    c->at += w.len;
    return true;
}

static bool
take_any(cursor *c, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (take(c, words[i]))
            return true;
    return false;
}

/* Between `least` and `most` ASCII digits. */
static bool
take_number(cursor *c, int least, int most, int *out)
{
    int value = 0, n = 0;
    while (n < most && c->at < c->text.len && c->text.at[c->at] >= '0' &&
           c->text.at[c->at] <= '9') {
        value = value * 10 + (c->text.at[c->at++] - '0');
        n++;
    }
    if (n < least)
        return false;
    *out = value;
    return true;
}

static bool
is_at_end(const cursor *c)
{
    return c->at == c->text.len;
}

static void
set_months(jb_period *p, int first, int last)
{
    p->first_month = first;
    p->last_month = last;
}

/* 1–4, or 一–四. */
static bool
take_ordinal(cursor *c, int *out)
{
    static const char *const han[] = {"一", "二", "三", "四"};
    for (int i = 0; i < 4; i++) {
        if (take(c, han[i])) {
            *out = i + 1;
            return true;
        }
    }
    return take_number(c, 1, 1, out);
}

static bool
take_range_mark(cursor *c)
{
    static const char *const marks[] = {"..", "—", "–", "－", "-",
                                        "～", "~", "至", "到"};
    return take_any(c, marks, sizeof marks / sizeof *marks);
}

/* 三季度, 第3季度, 前三季度. */
static bool
take_quarter(cursor *c, jb_period *p)
{
    cursor try = *c;
    int quarter;
    bool is_from_start = take(&try, "前");
    take(&try, "第");
    if (!take_ordinal(&try, &quarter) || quarter < 1 || quarter > 4 ||
        !take(&try, "季度"))
        return false;
    set_months(p, is_from_start ? 1 : quarter * 3 - 2, quarter * 3);
    *c = try;
    return true;
}

/* 10月, 10月份, 1—10月, 1月—10月, 前10个月. */
static bool
take_months(cursor *c, jb_period *p)
{
    static const char *const ends[] = {"个月", "月份", "月"};
    bool is_from_start = take(c, "前");
    int first, last;
    if (!take_number(c, 1, 2, &first))
        return false;
    last = first;
    cursor before_month = *c;
    bool has_month = take_any(c, ends, 3);
    if (take_range_mark(c)) {
        if (!take_number(c, 1, 2, &last) || !take_any(c, ends, 3))
            return false;
    } else if (!has_month) {
        *c = before_month;
        return false;
    }
    set_months(p, is_from_start ? 1 : first, last);
    return true;
}

/* What follows 2022年: nothing, 上半年, a quarter, months. */
static bool
chinese_part(cursor *c, jb_period *p)
{
    if (is_at_end(c) || take(c, "全年"))
        return true;
    if (take(c, "上半年"))
        return set_months(p, 1, 6), true;
    if (take(c, "下半年"))
        return set_months(p, 7, 12), true;
    return take_quarter(c, p) || take_months(c, p);
}

/* What follows 2022: Q3, H1, -10. */
static bool
ascii_part(cursor *c, jb_period *p)
{
    int n;
    if (take(c, "Q") || take(c, "q"))
        return take_number(c, 1, 1, &n) && n >= 1 && n <= 4 &&
               (set_months(p, n * 3 - 2, n * 3), true);
    if (take(c, "H") || take(c, "h"))
        return take_number(c, 1, 1, &n) && n >= 1 && n <= 2 &&
               (set_months(p, n * 6 - 5, n * 6), true);
    if (take(c, "-") || take(c, "/"))
        return take_number(c, 1, 2, &n) && (set_months(p, n, n), true);
    return true;
}

static bool
is_month(int m)
{
    return m >= 1 && m <= 12;
}

static bool
take_point(cursor *c, jb_period *p)
{
    int year;
    if (!take_number(c, 4, 4, &year) || year < 1900)
        return false;
    *p = (jb_period){year, 1, year, 12, {NULL, 0}};
    return take(c, "年") ? chinese_part(c, p) : ascii_part(c, p);
}

bool
period_parse(slice text, jb_period *out)
{
    cursor c = {slice_trim(text), 0};
    jb_period first, last;
    if (!take_point(&c, &first))
        return false;
    if (!is_at_end(&c)) {
        take(&c, " ");
        if (!take_range_mark(&c))
            return false;
        take(&c, " ");
        if (!take_point(&c, &last))
            return false;
        first.last_year = last.last_year;
        first.last_month = last.last_month;
    }
    if (!is_at_end(&c) || !is_month(first.first_month) ||
        !is_month(first.last_month) || period_months(first) < 1)
        return false;
    first.text = c.text;
    *out = first;
    return true;
}

bool
period_is_set(jb_period p)
{
    return p.first_year != 0;
}

int
period_months(jb_period p)
{
    return (p.last_year - p.first_year) * 12 + p.last_month - p.first_month +
           1;
}

static slice
quarter_name(arena *a, jb_period p)
{
    static const char *const names[] = {"一", "二", "三", "四"};
    return slice_printf(a, "%d年%s季度", p.first_year,
                        names[p.last_month / 3 - 1]);
}

slice
period_name(arena *a, jb_period p)
{
    if (!period_is_set(p))
        return (slice){"", 0};
    if (p.first_year != p.last_year) {
        if (p.first_month == 1 && p.last_month == 12)
            return slice_printf(a, "%d—%d年", p.first_year, p.last_year);
        return slice_printf(a, "%d年%d月—%d年%d月", p.first_year,
                            p.first_month, p.last_year, p.last_month);
    }
    int months = period_months(p);
    if (months == 12)
        return slice_printf(a, "%d年", p.first_year);
    if (months == 1)
        return slice_printf(a, "%d年%d月", p.first_year, p.first_month);
    if (months == 6 && p.first_month % 6 == 1)
        return slice_printf(a, "%d年%s半年", p.first_year,
                            p.first_month == 1 ? "上" : "下");
    if (months == 3 && p.first_month % 3 == 1)
        return quarter_name(a, p);
    return slice_printf(a, "%d年%d—%d月", p.first_year, p.first_month,
                        p.last_month);
}

slice
period_spoken(arena *a, jb_period p)
{
    bool is_three_quarters = period_is_set(p) &&
                             p.first_year == p.last_year &&
                             p.first_month == 1 && p.last_month == 9;
    return is_three_quarters
                   ? slice_printf(a, "%d年前三季度", p.first_year)
                   : period_name(a, p);
}

slice
period_beside(arena *a, jb_period p, jb_period other)
{
    slice whole = period_spoken(a, p);
    bool is_same_year = period_is_set(other) &&
                        p.first_year == p.last_year &&
                        other.first_year == p.first_year &&
                        other.last_year == p.last_year;
    size_t year = slice_find(whole, SLICE_OF("年"));
    if (!is_same_year || year == whole.len)
        return whole;
    slice rest = slice_cut(whole, year + SLICE_OF("年").len, whole.len);
    return rest.len > 0 ? rest : SLICE_OF("全年");
}

jb_period
period_year_before(jb_period p)
{
    if (period_is_set(p)) {
        p.first_year--;
        p.last_year--;
    }
    p.text = (slice){NULL, 0};
    return p;
}

static int
sign_of(int difference)
{
    return (difference > 0) - (difference < 0);
}

/* By end, then by length: 1—9月 stands before 1—10月. */
int
period_years_between(jb_period past, jb_period now)
{
    bool is_same = past.first_month == now.first_month &&
                   past.last_month == now.last_month &&
                   period_months(past) == period_months(now);
    return is_same ? now.last_year - past.last_year : 0;
}

int
period_compare(jb_period a, jb_period b)
{
    int by_end = sign_of((a.last_year - b.last_year) * 12 + a.last_month -
                         b.last_month);
    return by_end != 0 ? by_end
                       : sign_of(period_months(a) - period_months(b));
}

static int
days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30,
                               31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

bool
date_parse(slice text, jb_date *out)
{
    cursor c = {slice_trim(text), 0};
    jb_date d = {0};
    if (!take_number(&c, 4, 4, &d.year) || d.year < 1900)
        return false;
    bool is_chinese = take(&c, "年");
    if (!is_chinese && !take(&c, "-") && !take(&c, "/") && !take(&c, "."))
        return false;
    if (!take_number(&c, 1, 2, &d.month) || !is_month(d.month))
        return false;
    if (is_chinese ? !take(&c, "月")
                   : !take(&c, "-") && !take(&c, "/") && !take(&c, "."))
        return false;
    if (!take_number(&c, 1, 2, &d.day) || d.day < 1 ||
        d.day > days_in(d.year, d.month))
        return false;
    if (is_chinese && !take(&c, "日"))
        return false;
    if (!is_at_end(&c))
        return false;
    *out = d;
    return true;
}

slice
date_name(arena *a, jb_date d)
{
    if (d.year == 0)
        return (slice){"", 0};
    return slice_printf(a, "%d年%d月%d日", d.year, d.month, d.day);
}
