#include "metrics/manuscript_line.h"

#include "base/utf8.h"
#include "metrics/heading.h"

#define HEADING_MOST 40 /* characters */
#define ITEM_MOST 25    /* of headings 1. and （1） */

/* ── lines ── */

/* Bytes of the tabs and spaces that it begins with. */
static size_t
lead_of(slice line)
{
    size_t n = 0;
    while (n < line.len && (line.at[n] == '\t' || line.at[n] == ' '))
        n++;
    return n;
}

static size_t
tabs_of(slice line)
{
    size_t n = 0;
    for (size_t i = 0; i < line.len; i++)
        n += line.at[i] == '\t';
    return n;
}

/* Tabs between words part cells. Those before or behind all words are cells
 * that are empty, where the row above has as many; else they indent. */
static bool
is_row(slice line, slice text, const manuscript_line *last)
{
    size_t lead = lead_of(line);
    slice rest = slice_skip(line, lead);
    if (text.len == 0)
        return false;
    if (slice_find(text, SLICE_OF("\t")) < text.len)
        return tabs_of(slice_cut(line, 0, lead)) == 0 ||
               !slice_ends_with(text, SLICE_OF("。"));
    return tabs_of(line) > 0 && rest.len > 0 && last != NULL &&
           last->is_row && tabs_of(last->text) == tabs_of(line) &&
           !slice_ends_with(text, SLICE_OF("。"));
}

static slice
without_tabs(arena *a, slice text)
{
    slice_builder out = {.arena = a};
    if (tabs_of(text) == 0)
        return text;
    for (size_t i = 0; i < text.len; i++)
        builder_add(&out, text.at[i] == '\t' ? SLICE_OF("  ")
                                             : slice_cut(text, i, i + 1));
    return builder_slice(&out);
}

/* A row with no other beside it is a line set out with tabs. */
static void
settle_rows(manuscript_lines *all)
{
    for (size_t i = 0; i < all->n; i++) {
        manuscript_line *l = &all->at[i];
        bool is_beside = (i > 0 && all->at[i - 1].is_row) ||
                         (i + 1 < all->n && all->at[i + 1].is_row);
        l->is_row = l->is_row && is_beside;
        if (!l->is_row)
            l->text = l->words;
    }
}

static manuscript_line
line_from(arena *a, slice line, const manuscript_line *last)
{
    slice text = heading_trim(line);
    if (slice_ends_with(line, SLICE_OF("\r")))
        line.len--;
    manuscript_line found = {.is_row = is_row(line, text, last)};
    found.text = found.is_row ? line : text;
    found.words = without_tabs(a, text);
    return found;
}

void
manuscript_read_lines(arena *a, const jb_source *source, manuscript_lines *out)
{
    slice text = source_text(source);
    bool is_apart = true;
    for (size_t at = 0; at < text.len;) {
        slice rest = slice_skip(text, at);
        size_t n = slice_find(rest, SLICE_OF("\n"));
        manuscript_line found =
            line_from(a, slice_cut(rest, 0, n),
                      out->n > 0 ? ARRAY_LAST(out) : NULL);
        at += n + 1;
        found.is_apart = is_apart;
        is_apart = found.text.len == 0;
        if (is_apart)
            continue;
        size_t first = (size_t)(found.text.at - text.at);
        found.span = span_of(source, first, first + found.text.len);
        ARRAY_PUSH(a, out, found);
    }
    settle_rows(out);
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
        SLICE("说明"), SLICE("讲话"), SLICE("制度"), SLICE("复函"),
        SLICE("条例"), SLICE("汇报"), SLICE("命令"), SLICE("清单"),
        SLICE("标准"), SLICE("措施"), SLICE("预案"), SLICE("答复"),
        SLICE("倡议书"), SLICE("章程"), SLICE("规则"), SLICE("规程")};
    return slice_ends_with_any(text, ends, sizeof ends / sizeof *ends);
}

bool
manuscript_is_ordinal(slice text)
{
    slice rest;
    if (!manuscript_begins(text, "第|总第", &rest))
        return false;
    rest = heading_trim(rest);
    size_t n = digits(rest, false), c = digits(rest, true);
    slice unit = heading_trim(slice_skip(rest, n + c));
    return n + c > 0 && slice_is_among(unit, "号|期");
}

bool
manuscript_is_number(slice text)
{
    static const char *const years[] = {"〔20", "[20",  "（20", "(20",
                                        "［20", "【20", "﹝20", "〔19"};
    bool has_unit = slice_ends_with(text, SLICE_OF("号")) ||
                    slice_ends_with(text, SLICE_OF("期"));
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        if (slice_has(text, years[i]))
            return has_unit && manuscript_is_phrase(text, 30) &&
                   !slice_has(text, "《");
    return manuscript_is_ordinal(text);
}

bool
manuscript_is_folio(slice text)
{
    static const slice dashes[] = {SLICE("—"), SLICE("-"), SLICE("－"),
                                   SLICE("–"), SLICE("─"), SLICE(" "),
                                   SLICE("　")};
    size_t n_digits = 0, n_dashes = 0;
    for (size_t at = 0; at < text.len;) {
        size_t n = digits(slice_skip(text, at), false);
        n_digits += n;
        for (size_t i = 0; n == 0 && i < sizeof dashes / sizeof *dashes; i++)
            if (slice_starts_with(slice_skip(text, at), dashes[i]))
                n_dashes += (n = dashes[i].len) > 0;
        if (n == 0)
            return false;
        at += n;
    }
    return n_digits > 0 && n_digits < 4 && n_dashes > 1;
}

/* Bytes of `word` at the start of `text`, white between its characters not
 * counted; 0 when it does not begin so. */
static size_t
begun_with(slice text, slice word)
{
    size_t at = 0, i = 0;
    while (i < word.len && at < text.len) {
        size_t next = at, wanted = i;
        uint32_t code = utf8_next(text, &next);
        bool is_white = code == ' ' || code == 0x3000 || code == 0xA0;
        bool is_same = code == utf8_next(word, &wanted);
        if (!is_same && !(i > 0 && is_white))
            return 0;
        at = next;
        i = is_same ? wanted : i;
    }
    return i == word.len ? at : 0;
}

bool
manuscript_begins(slice text, const char *words, slice *rest)
{
    for (slice all = slice_from(words); all.len > 0;) {
        size_t end = slice_find(all, SLICE_OF("|"));
        size_t n = begun_with(text, slice_cut(all, 0, end));
        if (n > 0) {
            *rest = slice_skip(text, n);
            return true;
        }
        all = slice_skip(all, end + 1);
    }
    return false;
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

slice
manuscript_attached_name(slice text)
{
    static const slice behind[] = {SLICE("："), SLICE(":"), SLICE("　"),
                                   SLICE(" "), SLICE("."), SLICE("．")};
    slice rest;
    if (!manuscript_begins(text, "附件", &rest))
        return (slice){NULL, 0};
    size_t n = digits(heading_trim(rest), false);
    rest = slice_skip(heading_trim(rest), n);
    for (size_t i = 0; i < (n > 0 ? 6u : 2u); i++)
        if (slice_starts_with(rest, behind[i]))
            return heading_trim(slice_skip(rest, behind[i].len));
    return (slice){NULL, 0};
}
