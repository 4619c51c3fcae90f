#include "prose/indicator.h"

#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/season.h"

/* Characters of the name of a place, at most. */
#define PLACE_MOST 6

typedef enum indicator_sort {
    SORT_NONE,
    SORT_ALONE,
    SORT_WITHIN,
} indicator_sort;

typedef struct indicator_row {
    indicator_sort sort;
    slice names;
} indicator_row;

static const indicator_row ROWS[] = {
    {SORT_NONE, SLICE("")},
#define INDICATOR(id, sort, names) {SORT_##sort, SLICE(names)},
#include "prose/indicator.def"
#undef INDICATOR
};

_Static_assert(sizeof ROWS / sizeof *ROWS == INDICATOR_COUNT,
              "a row for each indicator");

static slice
behind(slice s, size_t n)
{
    return slice_trim(slice_cut(s, n, s.len));
}

/* Says only that it was reckoned or done. */
static size_t
deed_len(slice s)
{
    static const slice deeds[] = {
        SLICE("累计实现"), SLICE("累计完成"), SLICE("预计实现"),
        SLICE("实现"), SLICE("完成"), SLICE("累计"), SLICE("预计"),
        SLICE("共"), SLICE("的"), SLICE("上年同期"), SLICE("去年同期"),
        SLICE("拥有"), SLICE("达到"),
    };
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
        if (slice_starts_with(s, deeds[i]))
            return deeds[i].len;
    return 0;
}

/* 2022年末, 年底, 9月末: when a stock is told. */
static size_t
end_len(slice s)
{
    static const slice ends[] = {SLICE("年末"), SLICE("年底"), SLICE("月末"),
                                 SLICE("月底")};
    size_t n = 0;
    while (n < s.len && n < 4 && s.at[n] >= '0' && s.at[n] <= '9')
        n++;
    slice rest = slice_skip(s, n);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_starts_with(rest, ends[i]))
            return n + ends[i].len;
    return 0;
}

static size_t
head_len(slice s)
{
    static const lexicon_class classes[] = {LEXICON_HEAD, LEXICON_SCOPE};
    season time;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const lexicon_word *word = lexicon_start(s, classes[i]);
        if (word != NULL)
            return word->text.len;
    }
    size_t deed = deed_len(s), end = end_len(s);
    if (end > 0)
        return end;
    return deed == 0 && season_read(s, &time) ? time.len : deed;
}

slice
indicator_bare(slice s)
{
    for (size_t n; (n = head_len(s)) > 0 && n < s.len;)
        s = behind(s, n);
    return s;
}

/* How it is reckoned, behind the name. */
static size_t
way_len(slice s)
{
    static const slice ways[] = {
        SLICE("按可比价格计算"), SLICE("按不变价格计算"),
        SLICE("按可比价计算"), SLICE("按不变价计算"),
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (slice_starts_with(s, ways[i]))
            return ways[i].len;
    return 0;
}

/* A bracket, or a word of doing within the name: 第一产业|实现|增加值. */
static size_t
filler_len(slice s)
{
    static const slice closes[] = {SLICE("）"), SLICE(")")};
    static const slice opens[] = {SLICE("（"), SLICE("(")};
    for (size_t i = 0; i < 2; i++)
        if (slice_starts_with(s, opens[i])) {
            size_t end = slice_find(s, closes[i]);
            return end < s.len ? end + closes[i].len : 0;
        }
    return deed_len(s) > 0 ? deed_len(s) : way_len(s);
}

bool
indicator_spells(slice s, slice name)
{
    while (s.len > 0) {
        size_t end = 0, n;
        utf8_next(s, &end);
        slice first = slice_cut(s, 0, end);
        if (slice_starts_with(name, first)) {
            name = slice_cut(name, end, name.len);
            n = end;
        } else if ((n = filler_len(s)) == 0) {
            return false;
        }
        s = slice_cut(s, n, s.len);
    }
    return name.len == 0;
}

/* `s` has no fillers in front, so that names begin as it does. */
static bool
is_among(slice s, slice names)
{
    while (names.len > 0) {
        size_t end = slice_find(names, SLICE_OF(" "));
        slice first = slice_cut(names, 0, strlen("一"));
        if (slice_starts_with(s, first) &&
            indicator_spells(s, slice_cut(names, 0, end)))
            return true;
        names = slice_cut(names, end + 1, names.len);
    }
    return false;
}

indicator
indicator_of(slice subject)
{
    slice s = indicator_bare(subject);
    for (size_t i = 1; s.len > 0 && i < INDICATOR_COUNT; i++)
        if (is_among(s, ROWS[i].names))
            return (indicator)i;
    return INDICATOR_NONE;
}

/* What stands behind 福建省 or a season in it; all of it without either. */
static slice
behind_place(slice s)
{
    static const slice kinds[] = {SLICE("省"), SLICE("市"), SLICE("县"),
                                  SLICE("区"), SLICE("州"), SLICE("旗")};
    season time;
    size_t at = 0;
    for (int n = 0; n < PLACE_MOST && at < s.len; n++) {
        slice rest = slice_cut(s, at, s.len);
        if (season_read(rest, &time) && time.len < rest.len)
            return behind(rest, time.len);
        utf8_next(s, &at);
        for (size_t i = 0; n > 0 && i < sizeof kinds / sizeof *kinds; i++)
            if (slice_ends_with(slice_cut(s, 0, at), kinds[i]) &&
                !slice_starts_with(s, SLICE_OF("地区")))
                return behind(s, at);
    }
    return s;
}

indicator
indicator_of_place(slice subject)
{
    indicator i = indicator_of(subject);
    return i != INDICATOR_NONE ? i : indicator_of(behind_place(subject));
}

/* The length of the longest name of `i` that `s` ends in; 进出口 is no 出口. */
static size_t
name_at_end(slice s, indicator i)
{
    size_t longest = 0;
    for (slice names = ROWS[i].names; names.len > 0;) {
        size_t end = slice_find(names, SLICE_OF(" "));
        slice name = slice_cut(names, 0, end);
        slice head = slice_cut(s, 0, s.len - name.len);
        bool is_cut = slice_starts_with(name, SLICE_OF("出口")) &&
                      slice_ends_with(head, SLICE_OF("进"));
        if (name.len > longest && slice_ends_with(s, name) && !is_cut)
            longest = name.len;
        names = slice_cut(names, end + 1, names.len);
    }
    return longest;
}

/* 江城市|前三季度 */
static slice
before_season(slice s)
{
    season time;
    for (size_t at = 0; at < s.len; utf8_next(s, &at)) {
        slice rest = slice_cut(s, at, s.len);
        if (season_read(rest, &time) && time.len == rest.len)
            return slice_cut(s, 0, at);
    }
    return s;
}

indicator
indicator_at_end(slice subject, slice *prefix)
{
    size_t longest = 0;
    indicator found = INDICATOR_NONE;
    slice s = indicator_bare(subject);
    for (size_t i = 1; i < INDICATOR_COUNT; i++) {
        size_t len = name_at_end(s, (indicator)i);
        if (len <= longest)
            continue;
        longest = len;
        found = (indicator)i;
    }
    *prefix = before_season(slice_cut(s, 0, s.len - longest));
    return found;
}

bool
indicator_ends(slice subject, indicator i)
{
    return i == INDICATOR_GDP
                   ? name_at_end(subject, i) > 0
                   : name_at_end(subject, i) >= 4 * strlen("一");
}

bool
indicator_stands_alone(indicator i)
{
    return ROWS[i].sort == SORT_ALONE;
}
