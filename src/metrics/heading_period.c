/* Periods that headings tell by the table's own: 本月, 累计, 1—6月, 上年同月. */
#include "metrics/heading.h"

#define MONTHS_A_YEAR 12
#define MONTHS_A_QUARTER 3

static jb_period
month_of(int year, int month)
{
    return (jb_period){year, month, year, month, {NULL, 0}};
}

static jb_period
year_to_date(int year, int month)
{
    return (jb_period){year, 1, year, month, {NULL, 0}};
}

static jb_period
month_before(jb_period base)
{
    return base.last_month > 1
               ? month_of(base.last_year, base.last_month - 1)
               : month_of(base.last_year - 1, MONTHS_A_YEAR);
}

static jb_period
quarter_of(jb_period base)
{
    int last = (base.last_month + MONTHS_A_QUARTER - 1) / MONTHS_A_QUARTER *
               MONTHS_A_QUARTER;
    return (jb_period){base.last_year, last - MONTHS_A_QUARTER + 1,
                       base.last_year, last, {NULL, 0}};
}

/* Behind 上年 or 去年, which say a year less. */
static slice
without_year(slice name, int *year)
{
    static const slice words[] = {SLICE("上年"), SLICE("去年"),
                                  SLICE("本年"), SLICE("今年")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!slice_starts_with(name, words[i]))
            continue;
        *year -= i < 2;
        return slice_cut(name, words[i].len, name.len);
    }
    return name;
}

/* Before 累计, 累计数, 累计完成. */
static bool
strip_to_date(slice *name)
{
    static const slice words[] = {SLICE("累计完成"), SLICE("累计数"),
                                  SLICE("累计")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!slice_ends_with(*name, words[i]))
            continue;
        name->len -= words[i].len;
        return true;
    }
    return false;
}

static bool
period_in_year(arena *a, slice name, int year, jb_period *out)
{
    slice whole = slice_printf(a, "%d年%.*s", year, SLICE_ARGS(name));
    return name.len > 0 && period_parse(whole, out);
}

static bool
told_by_base(arena *a, slice name, jb_period base, jb_period *out)
{
    static const char months[] = "本月|当月|本月数|当月数|本月完成|同月|当月值";
    static const char starts[] =
        "自年初|年初|年初至今|本月止|至本月|本月|1—本月|1-本月|今年以来|同期";
    int year = base.last_year;
    slice rest = without_year(name, &year);
    if (slice_is_among(rest, months)) {
        *out = month_of(year, base.last_month);
        return true;
    }
    if (slice_is(name, "上月") || slice_is(name, "上月数")) {
        *out = month_before(base);
        return true;
    }
    if (slice_is_among(rest, "本季|本季度|当季")) {
        *out = quarter_of(base);
        return true;
    }
    bool is_to_date = strip_to_date(&rest);
    if (is_to_date && (rest.len == 0 || slice_is_among(rest, starts))) {
        *out = year_to_date(year, base.last_month);
        return true;
    }
    if (!period_in_year(a, rest, year, out))
        return false;
    if (is_to_date)
        out->first_month = 1;
    return true;
}

/* 6月末, 2024年底: what stood at the end, which is that of its last month. */
static bool
period_at_end(arena *a, slice name, jb_period base, jb_period *out)
{
    static const slice ends[] = {SLICE("末"), SLICE("底")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!slice_ends_with(name, ends[i]))
            continue;
        slice rest = slice_cut(name, 0, name.len - ends[i].len);
        bool is_told = heading_period(a, rest, base, out) ||
                       heading_period(a, slice_join(a, rest, SLICE_OF("年")),
                                      base, out);
        *out = month_of(out->last_year, out->last_month);
        out->text = period_name(a, *out);
        return is_told;
    }
    return false;
}

bool
heading_period(arena *a, slice name, jb_period base, jb_period *out)
{
    slice whole = name;
    if (period_parse(name, out) || period_at_end(a, name, base, out))
        return true;
    if (strip_to_date(&name) && period_parse(name, out)) {
        out->first_month = 1;
        out->text = period_name(a, *out);
        return true;
    }
    if (!period_is_set(base) || !told_by_base(a, whole, base, out))
        return false;
    out->text = period_name(a, *out);
    return true;
}

slice
heading_told_period(slice text)
{
    jb_period p;
    for (size_t first = 0; first < text.len; first++) {
        if (text.at[first] < '0' || text.at[first] > '9')
            continue;
        for (size_t last = text.len; last > first; last--)
            if (period_parse(slice_cut(text, first, last), &p))
                return slice_cut(text, first, last);
    }
    return (slice){NULL, 0};
}
