#include "tree/lint.h"

#include "base/array.h"
#include "base/utf8.h"

static const slice FULL_COMMA = SLICE("，"), FULL_COLON = SLICE("：");

/* Longest key that is believed to be one, in code points. */
#define KEY_LONGEST 24

typedef struct linter {
    arena *arena;
    const jb_source *source;
    jb_diags *diags;
    slice_builder out;
    ARRAY(size_t) inserted;
    bool has_errors;
    size_t copied;       /* source offset up to which `out` is filled */
    long block_indent;   /* inside a block scalar of a key at this indent */
    int flow_depth;      /* unclosed [ and { */
    uint64_t flow_maps;  /* bit d: the one at depth d is a { */
    char open_quote;     /* of a quoted scalar that runs on */
    long value_indent;   /* of the last key with a plain value, or -1 */
    long last_indent;    /* of the last entry, and … */
    bool last_opens;     /* … whether it has no value on its own line */
} linter;

/* The parts of one line, as offsets in the source. */
typedef struct line_parts {
    size_t start, end;  /* without the line end */
    size_t content;     /* after the indentation and "- " */
    bool is_item;       /* starts with "- " */
    long indent;        /* columns before the content */
} line_parts;

static void
copy_until(linter *l, size_t offset)
{
    slice text = source_text(l->source);
    if (offset <= l->copied)
        return;
    builder_add(&l->out, slice_cut(text, l->copied, offset));
    l->copied = offset;
}

static void
insert(linter *l, size_t at, const char *bytes)
{
    copy_until(l, at);
    for (; *bytes != '\0'; bytes++) {
        ARRAY_PUSH(l->arena, &l->inserted, l->out.len);
        builder_add(&l->out, (slice){bytes, 1});
    }
}

/* Put as many bytes in place of [first, last) as there are. */
static void
overwrite(linter *l, size_t first, size_t last, const char *bytes)
{
    copy_until(l, first);
    builder_add(&l->out, (slice){bytes, last - first});
    l->copied = last;
}

static char
at(const linter *l, size_t offset)
{
    slice text = source_text(l->source);
    return offset < text.len ? text.at[offset] : '\n';
}

static bool
is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static slice
piece(const linter *l, size_t first, size_t last)
{
    return slice_cut(source_text(l->source), first, last);
}

static line_parts
split(const linter *l, size_t start, size_t end)
{
    line_parts p = {start, end, start, false, 0};
    while (p.content < end &&
           (at(l, p.content) == ' ' || at(l, p.content) == '\t'))
        p.content++;
    while (p.content + 1 < end && at(l, p.content) == '-' &&
           at(l, p.content + 1) == ' ') {
        p.is_item = true;
        p.content += 2;
        while (p.content < end && at(l, p.content) == ' ')
            p.content++;
    }
    p.indent = (long)(p.content - start);
    return p;
}

/* What the writer meant is the indentation of the entry before, or one step
 * more below an entry that opens a level. */
static line_parts
lint_tabs(linter *l, line_parts p)
{
    size_t tabs = 0;
    for (size_t i = p.start; i < p.content; i++) {
        if (at(l, i) != '\t')
            continue;
        if (tabs++ == 0)
            diag_report(l->diags, &TREE_TAB_INDENT,
                        span_of(l->source, i, i + 1));
        overwrite(l, i, i + 1, " ");
    }
    if (tabs == 0)
        return p;
    l->has_errors = true;
    long meant = l->last_indent + (l->last_opens ? 2 : 0);
    for (; p.indent < meant; p.indent++)
        insert(l, p.start, " ");
    return p;
}

static bool
is_key_character(uint32_t code)
{
    static const char ends[] = " \t\"'#[]{},|>&*!%@`“”‘’，。；、！？（）";
    slice s = slice_from(ends);
    for (size_t i = 0; i < s.len;)
        if (utf8_next(s, &i) == code)
            return false;
    return true;
}

/* The end of what may be a key at `first`: the offset of its colon, of either
 * width; 0 when there is none. */
static size_t
key_end(const linter *l, size_t first, size_t end)
{
    slice line = piece(l, first, end);
    size_t i = 0;
    for (int n = 0; i < line.len && n <= KEY_LONGEST; n++) {
        size_t before = i;
        uint32_t code = utf8_next(line, &i);
        if (code == ':' || code == 0xFF1A)
            return before == 0 ? 0 : first + before;
        if (!is_key_character(code))
            return 0;
    }
    return 0;
}

/* `key:value` as typed without the space; not a URL, not a time. */
static bool
lacks_space(const linter *l, size_t first, size_t colon, size_t end)
{
    if (colon + 1 >= end || at(l, colon + 1) == ' ' ||
        at(l, colon + 1) == '\t')
        return false;
    bool is_url = at(l, colon + 1) == '/' && at(l, colon + 2) == '/';
    bool is_time = at(l, first) >= '0' && at(l, first) <= '9';
    return !is_url && !is_time;
}

/* Returns the offset at which the value starts. */
static size_t
lint_key(linter *l, line_parts p, size_t colon)
{
    slice key = piece(l, p.content, colon);
    if (at(l, colon) != ':') {
        size_t after = colon + 3;
        diag_report(l->diags, &TREE_FULL_WIDTH_COLON,
                    span_of(l->source, colon, after), key);
        overwrite(l, colon, after, ":  ");
        l->has_errors = true;
        return after;
    }
    if (lacks_space(l, p.content, colon, p.end)) {
        diag_report(l->diags, &TREE_COLON_WITHOUT_SPACE,
                    span_of(l->source, p.content, colon + 1), key);
        insert(l, colon + 1, " ");
        l->has_errors = true;
    }
    return colon + 1;
}

/* Offset of a '#' that starts a comment in [first, end), or end. */
static size_t
comment_start(const linter *l, size_t first, size_t end)
{
    char quote = 0;
    for (size_t i = first; i < end; i++) {
        char c = at(l, i);
        bool is_at_start = i == first || at(l, i - 1) == ' ';
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if ((c == '"' || c == '\'') && is_at_start)
            quote = c;
        else if (c == '#' && is_at_start)
            return i;
    }
    return end;
}

static void
quote_value(linter *l, size_t first, size_t end)
{
    while (end > first && at(l, end - 1) == ' ')
        end--;
    insert(l, first, "'");
    for (size_t i = first; i < end; i++)
        if (at(l, i) == '\'')
            insert(l, i, "'");
    insert(l, end, "'");
}

/* A value such as >75 is meant as text and has no other reading here. */
static bool
is_bound(const linter *l, size_t first, size_t end)
{
    char next = first + 1 < end ? at(l, first + 1) : '\n';
    return at(l, first) == '>' &&
           ((next >= '0' && next <= '9') || next == '=' || next == ' ');
}

/* One that starts with % @ ` is a mistake YAML cannot explain. */
static void
lint_value_start(linter *l, size_t first, size_t end)
{
    char c = at(l, first);
    if (is_bound(l, first, end))
        quote_value(l, first, end);
    if (c != '%' && c != '@' && c != '`')
        return;
    diag_report(l->diags, &TREE_BAD_START,
                span_of(l->source, first, first + 1),
                piece(l, first, first + 1), slice_trim(piece(l, first, end)));
    quote_value(l, first, end);
    l->has_errors = true;
}

static void
warn_of_comment(linter *l, size_t hash, size_t end)
{
    if (hash + 1 >= end || at(l, hash + 1) == ' ' || at(l, hash + 1) == '#' ||
        at(l, hash + 1) == '!')
        return;
    diag_report(l->diags, &TREE_COMMENT_CUT, span_of(l->source, hash, end),
                piece(l, hash, end));
}

static size_t
flow_item_end(const linter *l, size_t first, size_t end)
{
    while (first < end && strchr(",]}", at(l, first)) == NULL)
        first++;
    return first;
}

/* ── slips inside { } ── */

static bool
is_in_map(const linter *l)
{
    return l->flow_depth > 0 && l->flow_depth < 64 &&
           (l->flow_maps >> l->flow_depth & 1) != 0;
}

static void
open_flow(linter *l, bool is_map)
{
    l->flow_depth++;
    if (l->flow_depth >= 64)
        return;
    l->flow_maps &= ~((uint64_t)1 << l->flow_depth);
    l->flow_maps |= (uint64_t)is_map << l->flow_depth;
}

static bool
is_at(const linter *l, size_t i, size_t end, slice mark)
{
    return slice_starts_with(piece(l, i, end), mark);
}

/* Where the entry of the map that begins at `first` has its first colon, a
 * full-width one or one before a space; `end` when it has none. */
static size_t
flow_colon(const linter *l, size_t first, size_t end, bool is_full)
{
    size_t i = first;
    while (i < end && strchr(",{}[]\"'", at(l, i)) == NULL) {
        bool is_plain = at(l, i) == ':' && i + 1 < end && at(l, i + 1) == ' ';
        if (is_full ? is_at(l, i, end, FULL_COLON) : is_plain)
            break;
        i++;
    }
    bool is_key = i > first && i < end &&
                  strchr(",{}[]\"'", at(l, i)) == NULL &&
                  utf8_count(piece(l, first, i)) <= KEY_LONGEST;
    return is_key ? i : end;
}

/* {单位：亿元, 本期: 3}: a key's colon. */
static void
lint_full_colon(linter *l, size_t first, size_t end)
{
    size_t i = flow_colon(l, first, end, true);
    if (i == end || flow_colon(l, first, end, false) != end)
        return;
    diag_report(l->diags, &TREE_FULL_WIDTH_COLON,
                span_of(l->source, i, i + FULL_COLON.len),
                slice_trim(piece(l, first, i)));
    overwrite(l, i, i + FULL_COLON.len, ":  ");
    l->has_errors = true;
}

/* {单位: 亿元，本期: 3}: the comma must part two entries. */
static void
lint_full_comma(linter *l, size_t i, size_t end)
{
    size_t behind = i + FULL_COMMA.len;
    if (flow_colon(l, behind, end, false) == end)
        return;
    diag_report(l->diags, &TREE_FULL_WIDTH_COMMA,
                span_of(l->source, i, behind));
    overwrite(l, i, behind, ",  ");
    l->has_errors = true;
}

static bool
is_digit_at(const linter *l, size_t i, size_t end)
{
    return i < end && at(l, i) >= '0' && at(l, i) <= '9';
}

/* {本期: 5,382}: what stands behind the comma would have to be a key. */
static void
lint_grouping(linter *l, size_t comma, size_t end)
{
    size_t first = comma, last = comma + 1;
    while (is_digit_at(l, last, end))
        last++;
    while (first > 0 && is_digit_at(l, first - 1, end))
        first--;
    bool is_grouped = first < comma && last == comma + 4 &&
                      (last == end || strchr(",.} ", at(l, last)) != NULL);
    if (!is_grouped)
        return;
    diag_report(l->diags, &TREE_GROUPED_NUMBER,
                span_of(l->source, first, last), piece(l, first, last));
    overwrite(l, comma, comma + 1, "0");
    l->has_errors = true;
}

static void
lint_flow_map(linter *l, size_t i, size_t end)
{
    if (!is_in_map(l))
        return;
    if (is_at(l, i, end, FULL_COMMA))
        lint_full_comma(l, i, end);
    if (at(l, i) == ',')
        lint_grouping(l, i, end);
    if (at(l, i) == ',' || at(l, i) == '{')
        lint_full_colon(l, i + 1, end);
}

static void
track_flow(linter *l, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        char c = at(l, i);
        if (l->open_quote != 0)
            l->open_quote = c == l->open_quote ? 0 : l->open_quote;
        else if (is_bound(l, i, end) && at(l, i - 1) == ' ')
            quote_value(l, i, flow_item_end(l, i, end));
        else if ((c == '"' || c == '\'') &&
                 (i == first || strchr(" [{,:", at(l, i - 1)) != NULL))
            l->open_quote = c;
        else if (c == '[' || c == '{')
            open_flow(l, c == '{');
        else if ((c == ']' || c == '}') && l->flow_depth > 0)
            l->flow_depth--;
        if (l->open_quote == 0)
            lint_flow_map(l, i, end);
    }
}

/* >75 could be a folded scalar with an indentation indicator; in these files
 * it never is. */
static bool
is_block_header(const linter *l, size_t first, size_t end)
{
    if (first >= end || (at(l, first) != '|' && at(l, first) != '>') ||
        is_bound(l, first, end))
        return false;
    for (size_t i = first + 1; i < end && at(l, i) != ' '; i++)
        if (strchr("+-123456789", at(l, i)) == NULL)
            return false;
    return true;
}

static void
lint_value(linter *l, line_parts p, size_t first)
{
    while (first < p.end && at(l, first) == ' ')
        first++;
    size_t end = comment_start(l, first, p.end);
    if (end < p.end && end > first)
        warn_of_comment(l, end, p.end);
    l->value_indent = end > first ? p.indent : -1;
    l->last_indent = p.indent;
    l->last_opens = end == first;
    if (end == first)
        return;
    if (is_block_header(l, first, end)) {
        l->block_indent = p.is_item ? p.indent - 1 : p.indent;
        return;
    }
    lint_value_start(l, first, end);
    char c = at(l, first);
    if (c == '[' || c == '{' || c == '"' || c == '\'')
        track_flow(l, first, end);
}

/* A line that may start an entry. A full-width colon after "- " is prose more
 * often than a key, so list items are left to the schema's check. */
static void
lint_entry(linter *l, line_parts p)
{
    bool is_running_on = l->value_indent >= 0 && p.indent > l->value_indent;
    size_t colon = key_end(l, p.content, p.end);
    bool is_prose = colon != 0 && p.is_item && at(l, colon) != ':';
    if (colon != 0 && !is_prose && !is_running_on)
        lint_value(l, p, lint_key(l, p, colon));
    else if (colon == 0 && p.is_item)
        lint_value(l, p, p.content);
}

static void
lint_line(linter *l, size_t start, size_t end)
{
    line_parts p = split(l, start, end);
    bool is_blank = p.content >= end;
    if (l->block_indent >= 0) {
        long indent = p.is_item ? 0 : p.indent;
        for (size_t i = start; p.is_item && at(l, i) == ' '; i++)
            indent++;
        if (is_blank || indent > l->block_indent)
            return;
        l->block_indent = -1;
    }
    if (is_blank || at(l, p.content) == '#')
        return;
    if (l->flow_depth > 0 || l->open_quote != 0) {
        track_flow(l, start, comment_start(l, start, end));
        return;
    }
    lint_entry(l, lint_tabs(l, p));
}

lint_text
lint_repaired(arena *a, const jb_source *source, jb_diags *diags)
{
    linter l = {.arena = a, .source = source, .diags = diags,
                .out = {.arena = a}, .block_indent = -1, .value_indent = -1};
    slice text = source_text(source);
    size_t start = 0;
    while (start < text.len) {
        size_t end = start;
        while (end < text.len && !is_line_end(text.at[end]))
            end++;
        lint_line(&l, start, end);
        start = end + 1;
    }
    copy_until(&l, text.len);
    return (lint_text){builder_slice(&l.out), l.inserted.at, l.inserted.n,
                       l.has_errors};
}

size_t
lint_source_offset(const lint_text *l, size_t offset)
{
    size_t low = 0, high = l->n_inserted;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (l->inserted[middle] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return offset - low;
}
