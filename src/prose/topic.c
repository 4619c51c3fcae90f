#include "prose/topic.h"

#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/naming.h"

/* Characters of a topic, at most. */
#define TOPIC_MOST 14

/* 一, 二 … 十 at the start; its length or 0. */
static size_t
numeral_len(slice s)
{
    static const slice digits[] = {SLICE("一"), SLICE("二"), SLICE("三"),
                                   SLICE("四"), SLICE("五"), SLICE("六"),
                                   SLICE("七"), SLICE("八"), SLICE("九"),
                                   SLICE("十")};
    return s.len -
           slice_without_starts(s, digits, sizeof digits / sizeof *digits).len;
}

static size_t
mark_len(slice s, const slice *marks, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_starts_with(s, marks[i]))
            return marks[i].len;
    return 0;
}

/* 1 of 1、收案情况; not of 1.2亿元. */
static size_t
digits_len(slice s)
{
    size_t n = 0;
    while (n < s.len && n < 2 && s.at[n] >= '0' && s.at[n] <= '9')
        n++;
    slice rest = slice_cut(s, n, s.len);
    bool is_dotted = rest.len > 1 && rest.at[0] == '.' &&
                     (unsigned char)rest.at[1] >= 0xE4; /* a Han character */
    return is_dotted || slice_starts_with(rest, SLICE_OF("、")) ? n : 0;
}

/* 一、, 1、, (四), （四）, or what is left of one: ) */
static slice
without_number(slice line, bool *is_numbered)
{
    static const slice opening[] = {SLICE("（"), SLICE("(")};
    static const slice closing[] = {SLICE("）"), SLICE(")"), SLICE("、"),
                                    SLICE(".")};
    size_t n = mark_len(line, opening, 2);
    n += numeral_len(slice_cut(line, n, line.len));
    n += digits_len(slice_cut(line, n, line.len));
    size_t close = mark_len(slice_cut(line, n, line.len), closing, 4);
    *is_numbered = close > 0;
    return close > 0 ? slice_cut(line, n + close, line.len) : line;
}

slice
topic_unnumbered(slice name)
{
    bool is_numbered;
    return slice_trim(without_number(name, &is_numbered));
}

/* Up to the first mark; *is_whole when it ends the sentence. */
static slice
first_clause(slice s, bool *is_whole)
{
    static const slice marks[] = {SLICE("，"), SLICE("。"), SLICE(","),
                                  SLICE("；"), SLICE("："), SLICE(":")};
    size_t last = s.len;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = slice_find(s, marks[i]);
        last = at < last ? at : last;
    }
    slice rest = slice_cut(s, last, s.len);
    *is_whole = rest.len == 0 || slice_starts_with(rest, SLICE_OF("。"));
    return slice_cut(s, 0, last);
}

/* Where the subject of a heading ends; s.len when nothing says so. 边际增长
 * is a subject when 得到 follows it, 县区工业 none before 拉动作用. */
static size_t
subject_end(slice s)
{
    for (size_t at = 0; at < s.len && at <= (TOPIC_MOST + 4) * UTF8_HAN;) {
        const lexicon_word *word =
                lexicon_start(slice_cut(s, at, s.len), LEXICON_HEADLINE);
        if (at >= 2 * UTF8_HAN && word != NULL) {
            size_t next = at + word->text.len;
            slice rest = slice_cut(s, next, s.len);
            bool is_noun = slice_is(word->text, "增长") &&
                           lexicon_start(rest, LEXICON_HEADLINE) != NULL;
            return is_noun ? next : at;
        }
        utf8_next(s, &at);
    }
    return s.len;
}

/* 综 合 is set wide. */
static slice
closed_up(arena *a, slice s)
{
    static const slice spaces[] = {SLICE(" "), SLICE("\t"), SLICE("　"),
                                   SLICE("\xC2\xA0")};
    for (size_t i = 0; i < s.len; i++)
        if ((s.at[i] >= 'a' && s.at[i] <= 'z') ||
            (s.at[i] >= 'A' && s.at[i] <= 'Z'))
            return s;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        for (size_t at; (at = slice_find(s, spaces[i])) < s.len;)
            s = slice_join(a, slice_cut(s, 0, at),
                           slice_cut(s, at + spaces[i].len, s.len));
    return s;
}

bool
topic_is_caption(slice line)
{
    static const slice words[] = {SLICE("图"), SLICE("表"), SLICE("附图"),
                                  SLICE("附表"), SLICE("续表")};
    line = slice_trim(line);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        slice rest = slice_trim(slice_cut(line, words[i].len, line.len));
        bool is_number = rest.len > 0 && rest.at[0] >= '0' &&
                         rest.at[0] <= '9';
        if (slice_starts_with(line, words[i]) &&
            (is_number || numeral_len(rest) > 0) &&
            slice_find(line, SLICE_OF("。")) == line.len)
            return true;
    }
    return false;
}

/* Words set apart by tabs are a row. */
static bool
is_row(slice line)
{
    return slice_find(line, SLICE_OF("\t")) < line.len ||
           slice_find(line, SLICE_OF("|")) < line.len;
}

bool
topic_is_numbered(slice line)
{
    bool is_numbered;
    without_number(slice_trim(line), &is_numbered);
    return is_numbered;
}

/* 持续|增长的个体户, 这是…“负|增长”: no subject stands before the word. */
static bool
is_cut_off(slice topic)
{
    static const slice words[] = {SLICE("持续"), SLICE("继续"),
                                  SLICE("进一步"), SLICE("不断"),
                                  SLICE("稳步"), SLICE("着力"), SLICE("全面")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal(topic, words[i]))
            return true;
    return slice_has(topic, "“") != slice_has(topic, "”");
}

/* `is_start`: of a paragraph, where a heading may lack its stop and run on. */
static slice
topic_of(arena *a, slice line, bool is_start)
{
    static const slice dash = SLICE("—");
    bool is_numbered, is_whole;
    slice none = {NULL, 0};
    line = slice_trim(line);
    while (slice_starts_with(line, dash)) /* ——财政运行总体平稳 */
        line = slice_trim(slice_cut(line, dash.len, line.len));
    slice s = slice_trim(first_clause(
            slice_trim(without_number(line, &is_numbered)), &is_whole));
    size_t end = subject_end(s);
    bool is_run_in = end < s.len && (is_whole || is_start) &&
                     !slice_has_digit(s);
    size_t first = numeral_len(line);
    slice behind = slice_cut(line, first, line.len);
    bool is_point = first > 0 && slice_starts_with(behind, SLICE_OF("是"));
    if (topic_is_caption(line) || is_row(line) || is_point ||
        (!is_numbered && !is_run_in))
        return none;
    slice topic = naming_bare(closed_up(a, slice_trim(slice_cut(s, 0, end))));
    slice pace = SLICE_OF("增速");
    if (slice_ends_with(topic, pace)) /* 工业增速|逐步回升 */
        topic = slice_cut(topic, 0, topic.len - pace.len);
    size_t n = utf8_count(topic);
    bool is_topic = n >= 2 && n <= TOPIC_MOST && !slice_has_digit(topic) &&
                    !is_cut_off(topic);
    return is_topic ? topic : none;
}

slice
topic_of_line(arena *a, slice line)
{
    return topic_of(a, line, true);
}

slice
topic_of_sentence(arena *a, slice sentence)
{
    return topic_of(a, sentence, false);
}

/* 统计公报[1] without the mark of its note. */
static slice
without_note(slice line)
{
    size_t at = slice_find(line, SLICE_OF("["));
    bool is_mark = at > 0 && at < line.len &&
                   slice_ends_with(line, SLICE_OF("]")) && line.len - at <= 4;
    return is_mark ? slice_cut(line, 0, at) : line;
}

/* 各位代表： opens a speech; other lines may end so. */
static bool
is_salutation(slice line)
{
    bool is_open = slice_ends_with(line, SLICE_OF("：")) ||
                   slice_ends_with(line, SLICE_OF(":"));
    return is_open && (slice_has(line, "各位") || slice_has(line, "同志"));
}

static slice
without_colon(slice line)
{
    static const slice colons[] = {SLICE("："), SLICE(":")};
    for (size_t i = 0; i < 2; i++)
        if (slice_ends_with(line, colons[i]))
            return slice_cut(line, 0, line.len - colons[i].len);
    return line;
}

/* Before the first line of prose. */
slice
topic_title(slice text)
{
    for (size_t at = 0; at < text.len;) {
        slice rest = slice_cut(text, at, text.len);
        size_t end = slice_find(rest, SLICE_OF("\n"));
        slice line = slice_trim(slice_cut(rest, 0, end));
        size_t n = utf8_count(line);
        bool is_numbered;
        without_number(line, &is_numbered);
        bool is_title = n >= 6 && n <= 40 && !is_numbered &&
                        slice_find(line, SLICE_OF("。")) == line.len &&
                        slice_find(line, SLICE_OF(">")) == line.len &&
                        !is_salutation(line) &&
                        !slice_starts_with(line, SLICE_OF("单位")) &&
                        !is_row(line) &&
                        slice_find(line, SLICE_OF("来源")) == line.len;
        if (topic_is_caption(line) || slice_ends_with(line, SLICE_OF("。")))
            break;
        if (is_title)
            return without_note(without_colon(line));
        at += end + 1;
    }
    return (slice){NULL, 0};
}
