#include "metrics/manuscript_line.h"

#include "base/utf8.h"
#include "metrics/heading.h"

#define HEADING_MOST 40 /* characters */
#define ITEM_MOST 25    /* of headings 1. and （1） */

/* A row of a table keeps its empty cells at either end. */
static slice
trim_line(slice line, bool *is_row)
{
    slice text = heading_trim(line);
    if (slice_ends_with(line, SLICE_OF("\r")))
        line.len--;
    *is_row = text.len > 0 && slice_find(line, SLICE_OF("\t")) < line.len;
    return *is_row ? line : text;
}

void
manuscript_read_lines(arena *a, const jb_source *source, manuscript_lines *out)
{
    slice text = source_text(source);
    bool is_apart = true;
    for (size_t at = 0; at < text.len;) {
        slice rest = slice_cut(text, at, text.len);
        size_t n = slice_find(rest, SLICE_OF("\n"));
        manuscript_line found = {.is_apart = is_apart};
        slice line = trim_line(slice_cut(rest, 0, n), &found.is_row);
        at += n + 1;
        is_apart = line.len == 0;
        if (line.len == 0)
            continue;
        size_t first = (size_t)(line.at - text.at);
        found.span = span_of(source, first, first + line.len);
        found.text = line;
        ARRAY_PUSH(a, out, found);
    }
}

/* ── numbers before words ── */

/* Bytes of the digits that `s` begins with. */
static size_t
digits(slice s, bool is_chinese)
{
    static const slice all = SLICE("一二三四五六七八九十");
    size_t n = 0;
    for (;;) {
        slice rest = slice_cut(s, n, s.len);
        size_t width = is_chinese ? 3 : 1;
        if (rest.len < width)
            return n;
        slice one = slice_cut(rest, 0, width);
        bool is_digit = is_chinese ? slice_find(all, one) % 3 == 0 &&
                                         slice_find(all, one) < all.len
                                   : one.at[0] >= '0' && one.at[0] <= '9';
        if (!is_digit)
            return n;
        n += width;
    }
}

/* Bytes of the number and of its mark; 0 when there is none. */
static size_t
numbered(slice s, int *level)
{
    static const slice open[] = {SLICE("（"), SLICE("(")};
    static const slice close[] = {SLICE("）"), SLICE(")")};
    static const slice dots[] = {SLICE("."), SLICE("．"), SLICE("、")};
    for (size_t i = 0; i < 2; i++) {
        if (!slice_starts_with(s, open[i]))
            continue;
        slice rest = slice_cut(s, open[i].len, s.len);
        size_t chinese = digits(rest, true), arabic = digits(rest, false);
        rest = slice_cut(rest, chinese + arabic, rest.len);
        *level = chinese > 0 ? 2 : 4;
        for (size_t k = 0; k < 2 && chinese + arabic > 0; k++)
            if (slice_starts_with(rest, close[k]))
                return open[i].len + chinese + arabic + close[k].len;
        return 0;
    }
    size_t chinese = digits(s, true), arabic = digits(s, false);
    slice rest = slice_cut(s, chinese + arabic, s.len);
    *level = chinese > 0 ? 1 : 3;
    for (size_t i = chinese > 0 ? 2 : 0; i < 3 && chinese + arabic > 0; i++)
        if (slice_starts_with(rest, dots[i]) &&
            digits(slice_cut(rest, dots[i].len, rest.len), false) == 0)
            return chinese + arabic + dots[i].len;
    return 0;
}

bool
manuscript_is_phrase(slice text, size_t most)
{
    static const slice marks[] = {SLICE("。"), SLICE("；"), SLICE("："),
                                  SLICE("，"), SLICE("？"), SLICE(":")};
    if (utf8_count(text) > most)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_find(text, marks[i]) < text.len)
            return false;
    return text.len > 0;
}

int
manuscript_heading_level(slice text)
{
    int level;
    size_t n = numbered(text, &level);
    slice words = slice_cut(text, n, text.len), comma = SLICE_OF("，");
    if (n == 0 || words.len == 0)
        return 0;
    /* Headings may have a comma, but no other mark of a sentence. */
    for (size_t at; (at = slice_find(words, comma)) < words.len;)
        words = slice_cut(words, at + comma.len, words.len);
    bool is_short = utf8_count(text) <= (level < 3 ? HEADING_MOST : ITEM_MOST);
    return is_short && manuscript_is_phrase(words, HEADING_MOST) ? level : 0;
}

/* ── other lines ── */

bool
manuscript_is_titled(slice text)
{
    static const slice ends[] = {
        SLICE("通知"), SLICE("函"),   SLICE("报告"), SLICE("请示"),
        SLICE("批复"), SLICE("意见"), SLICE("决定"), SLICE("决议"),
        SLICE("公告"), SLICE("通告"), SLICE("公报"), SLICE("通报"),
        SLICE("纪要"), SLICE("议案"), SLICE("办法"), SLICE("方案"),
        SLICE("规定"), SLICE("细则"), SLICE("总结"), SLICE("要点"),
        SLICE("计划"), SLICE("规划"), SLICE("简报"), SLICE("情况"),
        SLICE("说明"), SLICE("讲话"), SLICE("制度"), SLICE("复函")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(text, ends[i]))
            return true;
    return false;
}

bool
manuscript_is_number(slice text)
{
    return slice_ends_with(text, SLICE_OF("号")) && utf8_count(text) <= 30 &&
           (slice_find(text, SLICE_OF("〔20")) < text.len ||
            slice_find(text, SLICE_OF("[20")) < text.len ||
            slice_find(text, SLICE_OF("（20")) < text.len);
}

bool
manuscript_is_bracketed(slice text)
{
    static const slice pairs[][2] = {{SLICE("（"), SLICE("）")},
                                     {SLICE("("), SLICE(")")}};
    for (size_t i = 0; i < 2; i++) {
        slice close = pairs[i][1];
        if (slice_starts_with(text, pairs[i][0]) &&
            slice_find(text, close) + close.len == text.len)
            return true;
    }
    return false;
}

int
manuscript_attachment(slice text)
{
    slice word = SLICE_OF("附件");
    if (!slice_starts_with(text, word))
        return 0;
    slice rest = heading_trim(slice_cut(text, word.len, text.len));
    size_t n = digits(rest, false);
    bool is_alone = rest.len == n || slice_is(slice_cut(rest, n, rest.len),
                                              "：") ||
                    slice_is(slice_cut(rest, n, rest.len), ":");
    if (!is_alone || n > 2 || (n == 0 && rest.len > 0))
        return 0;
    int number = 0;
    for (size_t i = 0; i < n; i++)
        number = number * 10 + (rest.at[i] - '0');
    return n == 0 ? 1 : number;
}
