/* Rows of fields as spreadsheets save them: RFC 4180, with the delimiters
 * that Excel and WPS write besides the comma. */
#include "tree/limit.h"

#include "base/array.h"

/* How far the choice of a delimiter looks. */
#define LINES_LOOKED_AT 20

typedef struct csv {
    arena *arena;
    const jb_source *source;
    slice text;
    size_t at;
    char delimiter;
    size_t n_nodes;
    jb_diags *diags;
} csv;

typedef ARRAY(const tree_node *) nodes;

static bool
is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Tabs are Excel's “Unicode text”, semicolons what it writes where the comma
 * is the decimal point. What most of the first lines hold, outside quotes. */
static char
delimiter_of(slice text)
{
    static const char candidates[] = {',', '\t', ';'};
    size_t counts[sizeof candidates] = {0}, lines = 0;
    bool is_quoted = false;
    for (size_t i = 0; i < text.len && lines < LINES_LOOKED_AT; i++) {
        is_quoted ^= text.at[i] == '"';
        lines += text.at[i] == '\n';
        for (size_t j = 0; !is_quoted && j < sizeof candidates; j++)
            counts[j] += text.at[i] == candidates[j];
    }
    size_t best = 0;
    for (size_t j = 1; j < sizeof candidates; j++)
        best = counts[j] > counts[best] ? j : best;
    return candidates[best];
}

static tree_node *
node_new(csv *c, tree_kind kind, size_t first, size_t last)
{
    tree_node *node = ARENA_NEW(c->arena, tree_node);
    node->kind = kind;
    node->span = span_of(c->source, first, last);
    c->n_nodes++;
    return node;
}

/* ="00123": what programs write so that Excel keeps it as text. */
static bool
starts_formula(slice text)
{
    return slice_starts_with(text, SLICE_OF("=\""));
}

static slice
without_formula(slice text)
{
    bool is_one = starts_formula(text) && text.len > 3 &&
                  slice_ends_with(text, SLICE_OF("\""));
    return is_one ? slice_cut(text, 2, text.len - 1) : text;
}

/* Behind the opening quote: up to the one that is not doubled. */
static tree_node *
quoted_field(csv *c)
{
    size_t first = c->at;
    bool is_closed = false;
    slice_builder out = {.arena = c->arena};
    while (c->at < c->text.len && !is_closed) {
        slice rest = slice_cut(c->text, c->at, c->text.len);
        size_t n = slice_find(rest, SLICE_OF("\""));
        builder_add(&out, slice_cut(rest, 0, n));
        is_closed = n < rest.len &&
                    !slice_starts_with(slice_cut(rest, n + 1, rest.len),
                                       SLICE_OF("\""));
        if (n < rest.len && !is_closed)
            builder_add_text(&out, "\"");
        c->at += n + (n == rest.len ? 0 : is_closed ? 1 : 2);
    }
    if (!is_closed)
        diag_report(c->diags, &TREE_CSV_OPEN_QUOTE,
                    span_of(c->source, first - 1, first));
    tree_node *node =
        node_new(c, TREE_TEXT, first, is_closed ? c->at - 1 : c->at);
    node->text = without_formula(builder_slice(&out));
    return node;
}

static bool
ends_field(const csv *c)
{
    return c->at >= c->text.len || c->text.at[c->at] == c->delimiter ||
           is_line_end(c->text.at[c->at]);
}

static void
skip_to_delimiter(csv *c)
{
    while (!ends_field(c))
        c->at++;
}

static tree_node *
field(csv *c)
{
    size_t first = c->at;
    slice rest = slice_cut(c->text, first, c->text.len);
    bool is_formula = starts_formula(rest);
    if (is_formula || slice_starts_with(rest, SLICE_OF("\""))) {
        c->at += is_formula ? 2 : 1;
        tree_node *node = quoted_field(c);
        if (!ends_field(c))
            diag_report(c->diags, &TREE_CSV_BEHIND_QUOTE,
                        span_of(c->source, c->at, c->at + 1));
        skip_to_delimiter(c);
        return node;
    }
    skip_to_delimiter(c);
    tree_node *node = node_new(c, TREE_TEXT, first, c->at);
    node->text = span_text(node->span);
    return node;
}

static void
skip_line_end(csv *c)
{
    bool is_crlf = c->at + 1 < c->text.len && c->text.at[c->at] == '\r' &&
                   c->text.at[c->at + 1] == '\n';
    c->at += is_crlf ? 2 : 1;
}

static const tree_node *
row(csv *c)
{
    nodes fields = {0};
    size_t first = c->at;
    for (;;) {
        tree_node *node = field(c);
        ARRAY_PUSH(c->arena, &fields, node);
        if (c->at >= c->text.len || c->text.at[c->at] != c->delimiter)
            break;
        c->at++;
    }
    tree_node *list = node_new(c, TREE_LIST, first, c->at);
    list->items = fields.at;
    list->n = fields.n;
    if (c->at < c->text.len)
        skip_line_end(c);
    return list;
}

const tree_node *
tree_from_csv(arena *a, const jb_source *source, tree_limits limits,
              jb_diags *diags)
{
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    if (!source_check_encoding(source, diags) ||
        !tree_is_within_size(source, limits, diags))
        return NULL;
    slice text = source_text(source);
    csv c = {.arena = a,
             .source = source,
             .text = text,
             .diags = diags,
             .delimiter = source_is_table(source) ? '\t'
                                                  : delimiter_of(text)};
    nodes rows = {0};
    while (c.at < text.len && c.n_nodes <= limits.nodes) {
        const tree_node *list = row(&c);
        ARRAY_PUSH(a, &rows, list);
    }
    if (c.n_nodes > limits.nodes)
        diag_report(diags, &TREE_TOO_LARGE, span_of(source, 0, 0),
                    SLICE_OF("格数"), slice_printf(a, "%zu", limits.nodes));
    if (diags_count_of(diags, DIAG_ERROR) != errors)
        return NULL;
    tree_node *all = node_new(&c, TREE_LIST, 0, text.len);
    all->items = rows.at;
    all->n = rows.n;
    return all;
}
