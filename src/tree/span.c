#include "tree/span.h"

#include "base/array.h"
#include "base/utf8.h"

/* A place in the middle of a long scalar is walked to from the nearest anchor
 * before it; they stand this many bytes apart. */
#define ANCHOR_BYTES 1024

/* How far a walk had come. */
struct tree_anchor {
    size_t at, from;
};

/* Walks a scalar's decoded text and its source side by side. The two differ
 * where YAML drops indentation, folds lines and decodes escapes. */
typedef struct walk {
    slice text, source;
    size_t at, from;  /* offsets in text and source */
    size_t indent;    /* of a block scalar's content */
    char quote;       /* '"', '\'' or 0 */
    bool is_block;
} walk;

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t
line_after(slice s, size_t from)
{
    while (from < s.len && s.at[from] != '\n' && s.at[from] != '\r')
        from++;
    if (from + 1 < s.len && s.at[from] == '\r' && s.at[from + 1] == '\n')
        from++;
    return from < s.len ? from + 1 : from;
}

static size_t
spaces_at(slice s, size_t from)
{
    size_t n = 0;
    while (from + n < s.len && s.at[from + n] == ' ')
        n++;
    return n;
}

/* The indentation of a block scalar is that of its first line with text. */
static size_t
block_indent(slice source, size_t from)
{
    while (from < source.len) {
        size_t n = spaces_at(source, from);
        if (from + n < source.len && !is_space(source.at[from + n]))
            return n;
        from = line_after(source, from);
    }
    return 0;
}

static void
skip_indent(walk *w)
{
    size_t n = spaces_at(w->source, w->from);
    w->from += n < w->indent ? n : w->indent;
}

static walk
walk_of(const tree_node *node)
{
    walk w = {.text = node->text, .source = span_text(node->span)};
    w.is_block = node->is_block;
    if (node->is_block) {
        w.from = line_after(w.source, 0);
        w.indent = block_indent(w.source, w.from);
        skip_indent(&w);
    } else if (node->is_quoted && w.source.len > 0) {
        w.quote = w.source.at[0];
        w.from = 1;
    }
    return w;
}

static size_t
escape_length(slice s, size_t from)
{
    char kind = from + 1 < s.len ? s.at[from + 1] : '\0';
    if (kind == 'x')
        return 4;
    if (kind == 'u')
        return 6;
    return kind == 'U' ? 10 : 2;
}

static void
step_space(walk *w)
{
    while (w->at < w->text.len && is_space(w->text.at[w->at]))
        w->at++;
    while (w->from < w->source.len && is_space(w->source.at[w->from]))
        w->from++;
}

static void
step_block_line(walk *w)
{
    w->at++;
    w->from = line_after(w->source, w->from);
    skip_indent(w);
}

static void
step(walk *w)
{
    char c = w->text.at[w->at];
    char d = w->from < w->source.len ? w->source.at[w->from] : '\0';
    if (w->quote == '"' && d == '\\') {
        w->from += escape_length(w->source, w->from);
        utf8_next(w->text, &w->at);
    } else if (w->quote == '\'' && d == '\'') {
        w->from += 2;
        w->at++;
    } else if (w->is_block && (d == '\n' || d == '\r')) {
        step_block_line(w);
    } else if (is_space(d) && (is_space(c) && c != d)) {
        step_space(w);
    } else if (is_space(d) && c != d) {
        w->from++;
    } else {
        w->at++;
        w->from++;
    }
}

void
tree_span_anchor(arena *a, tree_node *node)
{
    ARRAY(tree_anchor) anchors = {0};
    walk w = walk_of(node);
    tree_anchor last = {w.at, w.from};
    while (w.at < w.text.len && node->text.len > ANCHOR_BYTES) {
        step(&w);
        while (w.at >= (anchors.n + 1) * ANCHOR_BYTES)
            ARRAY_PUSH(a, &anchors, last);
        last = (tree_anchor){w.at, w.from};
    }
    node->anchors = anchors.at;
    node->n_anchors = anchors.n;
}

/* The walk at the last anchor before `target`. */
static walk
walk_near(const tree_node *node, size_t target)
{
    walk w = walk_of(node);
    size_t i = target / ANCHOR_BYTES;
    if (i > node->n_anchors)
        i = node->n_anchors;
    if (i > 0) {
        w.at = node->anchors[i - 1].at;
        w.from = node->anchors[i - 1].from;
    }
    return w;
}

static size_t
source_offset(const tree_node *node, size_t target)
{
    walk w = walk_near(node, target);
    while (w.at < target && w.at < w.text.len)
        step(&w);
    return w.from < w.source.len ? w.from : w.source.len;
}

jb_span
tree_span_within(const tree_node *text, size_t first, size_t last)
{
    if (text == NULL || text->kind != TREE_TEXT)
        return text == NULL ? SPAN_NONE : text->span;
    size_t from = source_offset(text, first);
    size_t to = last > first ? source_offset(text, last) : from;
    return span_of(text->span.source, text->span.first + from,
                   text->span.first + (to < from ? from : to));
}
