/* The words around a name: times, places and verbs before it, what only leads
 * to its figure behind it. */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/naming_parts.h"
#include "prose/season.h"

/* ── the head ── */

static slice
without_mark(slice s)
{
    static const slice marks[] = {SLICE("、"), SLICE("，"), SLICE(","),
                                  SLICE("和"), SLICE("及")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts_with(s, marks[i]))
            return slice_skip(s, marks[i].len);
    return s;
}

/* 2025年4月1日至4月30日|昌吉州: bytes of days and what joins them. */
static size_t
days_len(slice s)
{
    static const slice marks[] = {SLICE("年"), SLICE("月"), SLICE("日"),
                                  SLICE("至"), SLICE("—"), SLICE("-")};
    slice day = SLICE_OF("日");
    size_t at = 0, last = 0;
    while (at < s.len) {
        size_t n = s.at[at] >= '0' && s.at[at] <= '9';
        slice rest = slice_skip(s, at);
        for (size_t i = 0; n == 0 && i < sizeof marks / sizeof *marks; i++)
            n = slice_starts_with(rest, marks[i]) ? marks[i].len : 0;
        if (n == 0)
            break;
        bool is_day = slice_starts_with(rest, day) && at > 0 &&
                      s.at[at - 1] >= '0' && s.at[at - 1] <= '9';
        at += n;
        last = is_day ? at : last;
    }
    return last; /* 月日照时数 has none */
}

/* One thing less in front of the name: a time, a place, a filler. */
static slice
without_head(slice s)
{
    season time;
    const lexicon_word *word;
    size_t days = days_len(s);
    if (days > 0 && days < s.len)
        return slice_skip(s, days);
    if (season_read(s, &time) && time.len < s.len)
        return slice_skip(s, time.len);
    if ((word = lexicon_start(s, LEXICON_HEAD)) != NULL ||
        (word = lexicon_start(s, LEXICON_SCOPE)) != NULL ||
        (word = lexicon_start(s, LEXICON_EXPECTED)) != NULL)
        return slice_skip(s, word->text.len);
    return without_mark(s);
}

slice
naming_without_heads(slice s)
{
    for (slice next = without_head(s = slice_trim(s)); next.len < s.len;
         next = without_head(s))
        s = slice_trim(next);
    if (slice_starts_with(s, SLICE_OF("的")))
        s = slice_skip(s, UTF8_HAN);
    return s;
}

/* 召开|开展 written 召开展: the next verb may share a character. */
size_t
naming_deed_len(slice s)
{
    const lexicon_word *word = lexicon_start(s, LEXICON_DEED);
    if (word == NULL)
        return 0;
    size_t n = word->text.len;
    if (n > UTF8_HAN) {
        const lexicon_word *next =
                lexicon_start(slice_skip(s, n - UTF8_HAN), LEXICON_DEED);
        if (next != NULL && next->text.len > UTF8_HAN)
            n += next->text.len - UTF8_HAN;
    }
    return n;
}

/* 处理完毕: what only ends a deed is no name without it. */
static bool
is_end_of_deed(slice s)
{
    static const slice words[] = {SLICE("完毕"), SLICE("完成"), SLICE("结束"),
                                  SLICE("到位"), SLICE("成功")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal(s, words[i]))
            return true;
    return false;
}

/* 参加培训的企业 is a name with its verb; 争取经费 is not. */
slice
naming_bare(slice s)
{
    s = naming_without_heads(s);
    while (!slice_has(s, "的")) {
        size_t n = naming_deed_len(s);
        if (n == 0 || slice_starts_with(slice_skip(s, n), SLICE_OF("各类")) ||
            is_end_of_deed(slice_skip(s, n)))
            break; /* 受理各类案件 and 审结各类案件 are two */
        s = naming_without_heads(slice_skip(s, n));
    }
    return s;
}

slice
naming_deeds(slice s)
{
    s = naming_without_heads(s);
    slice bare = naming_bare(s);
    return slice_trim(slice_cut(s, 0, s.len - bare.len));
}

/* ── the tail ── */

/* 拨备覆盖率从2022年, 企业数由2019年底: what a figure came from is no name. */
static slice
without_origin(slice s)
{
    static const slice words[] = {SLICE("年"), SLICE("月"), SLICE("末"),
                                  SLICE("底"), SLICE("份"), SLICE("同期"),
                                  SLICE("上"), SLICE("去"), SLICE("初")};
    static const slice opening[] = {SLICE("由"), SLICE("从")};
    size_t len = s.len;
    for (bool is_time = true; is_time;) {
        is_time = len > 0 && s.at[len - 1] >= '0' && s.at[len - 1] <= '9';
        len -= is_time;
        for (size_t i = 0; !is_time && i < sizeof words / sizeof *words; i++)
            if (slice_ends_with(slice_cut(s, 0, len), words[i])) {
                is_time = true;
                len -= words[i].len;
            }
    }
    slice head = slice_cut(s, 0, len);
    for (size_t i = 0; len < s.len && i < 2; i++)
        if (slice_ends_with(head, opening[i]))
            return slice_trim(slice_cut(head, 0, len - opening[i].len));
    return s;
}

/* 供水总量和用水总量均|为; 人均 and 日均 are words. */
static slice
without_each(slice s)
{
    static const slice words[] = {SLICE("人均"), SLICE("日均"), SLICE("户均"),
                                  SLICE("年均"), SLICE("月均"), SLICE("亩均"),
                                  SLICE("平均"), SLICE("篇均"), SLICE("件均"),
                                  SLICE("单均"), SLICE("周均"), SLICE("场均"),
                                  SLICE("次均"), SLICE("地均"), SLICE("例均")};
    slice each = SLICE_OF("均");
    bool is_each = slice_ends_with(s, each) && s.len > 2 * UTF8_HAN;
    for (size_t i = 0; is_each && i < sizeof words / sizeof *words; i++)
        is_each = !slice_ends_with(s, words[i]);
    return is_each ? slice_cut(s, 0, s.len - each.len) : s;
}

static slice
without_tail(slice s)
{
    static const lexicon_class classes[] = {
        LEXICON_TAIL, LEXICON_CHANGE, LEXICON_FILLER, LEXICON_VERSUS,
        LEXICON_EXPECTED};
    static const slice bases[] = {SLICE("按可比价格计算"),
                                  SLICE("按不变价格计算"),
                                  SLICE("按可比价计算"), SLICE("由"),
                                  SLICE("占"), SLICE("较"),
                                  SLICE("平均")};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const lexicon_word *word = lexicon_end(s, classes[i]);
        if (word != NULL && lexicon_end(s, LEXICON_NO_BOUND) == NULL)
            return slice_trim(slice_cut(s, 0, s.len - word->text.len));
    }
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
        if (slice_ends_with(s, bases[i]))
            return slice_trim(slice_cut(s, 0, s.len - bases[i].len));
    slice next = without_origin(s);
    return next.len < s.len ? next : without_each(s);
}

slice
naming_without_tails(slice s)
{
    for (slice next = without_tail(s); next.len < s.len;
         next = without_tail(s))
        s = next;
    while (s.len > 0 && s.at[s.len - 1] >= '0' && s.at[s.len - 1] <= '9')
        s.len--;
    return s;
}

/* The name without one word in its middle. */
static slice
without_part(arena *a, slice s, const char *part)
{
    slice word = slice_from(part);
    size_t at = slice_find(s, word);
    if (at == s.len || at == 0)
        return s;
    return slice_join(a, slice_cut(s, 0, at), slice_skip(s, at + word.len));
}

/* 港口完成货物吞吐量; 完成率 and 完成额 are of its name, and so is what was
 * done in full. */
static slice
without_done(arena *a, slice s)
{
    slice done = SLICE_OF("完成");
    size_t at = slice_find(s, done);
    slice rest = slice_skip(s, at + done.len);
    bool is_verb = at >= 2 * UTF8_HAN && rest.len >= 2 * UTF8_HAN &&
                   naming_measure(rest) != NULL;
    return is_verb ? without_part(a, s, "完成") : s;
}

/* 企业实现利润总额 is 企业利润总额, 企业的覆盖率 is 企业覆盖率. */
slice
naming_closed_up(arena *a, slice s)
{
    s = without_part(a, s, "累计实现");
    bool is_share = slice_starts_with(s, SLICE_OF("占"));
    if (is_share) /* 占全省游客数 is not 占游客数 */
        return without_part(a, s, "的");
    s = without_part(a, s, "预计实现");
    s = without_part(a, s, "实现");
    s = without_part(a, s, "将完成");
    s = without_done(a, s);
    if (slice_starts_with(s, SLICE_OF("实现")) && s.len > 4 * UTF8_HAN)
        s = slice_skip(s, strlen("实现"));
    s = without_part(a, s, "全市");
    s = without_part(a, s, "全省");
    s = without_part(a, s, "全县");
    s = without_part(a, s, "全区");
    bool is_relative = lexicon_start(s, LEXICON_DEED) != NULL;
    return is_relative ? s : without_part(a, s, "的");
}

/* ── likeness ── */

size_t
naming_shared(slice a, slice b)
{
    size_t best = 0;
    for (size_t i = 0; i < a.len; utf8_next(a, &i))
        for (size_t k = 0; k < b.len; utf8_next(b, &k)) {
            size_t x = i, y = k, n = 0;
            while (x < a.len && y < b.len &&
                   utf8_next(a, &x) == utf8_next(b, &y))
                n++;
            best = n > best ? n : best;
        }
    return best;
}
