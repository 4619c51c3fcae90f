#include "tree/tree.h"

#include <yaml.h>

#include "base/array.h"
#include "base/slice_index.h"
#include "base/utf8.h"
#include "tree/limit.h"
#include "tree/lint.h"
#include "tree/span.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "tree/diag.def"
#undef DIAG

typedef struct builder {
    arena *arena;
    const jb_source *source;
    lint_text lint;
    tree_limits limits;
    jb_diags *diags;
    yaml_parser_t parser;
    yaml_event_t event;
    bool has_event;
    bool is_stopped; /* nothing more can be read */
    size_t n_nodes;
    /* libyaml counts characters; the cursor turns that into bytes. */
    size_t cursor_character, cursor_byte;
} builder;

static bool
is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Events come nearly in order, so walking from the last mark is cheap. */
static size_t
byte_of_character(builder *b, size_t character)
{
    slice text = b->lint.text;
    while (b->cursor_character < character && b->cursor_byte < text.len) {
        b->cursor_byte++;
        while (b->cursor_byte < text.len &&
               is_continuation(text.at[b->cursor_byte]))
            b->cursor_byte++;
        b->cursor_character++;
    }
    while (b->cursor_character > character && b->cursor_byte > 0) {
        b->cursor_byte--;
        while (b->cursor_byte > 0 &&
               is_continuation(text.at[b->cursor_byte]))
            b->cursor_byte--;
        b->cursor_character--;
    }
    return lint_source_offset(&b->lint, b->cursor_byte);
}

static jb_span
span_of_marks(builder *b, yaml_mark_t start, yaml_mark_t end)
{
    size_t first = byte_of_character(b, start.index);
    size_t last = byte_of_character(b, end.index);
    return span_of(b->source, first, last < first ? first : last);
}

static void
drop_parser(void *ptr)
{
    builder *b = ptr;
    if (b->has_event)
        yaml_event_delete(&b->event);
    yaml_parser_delete(&b->parser);
}

/* libyaml's problems in the words of someone who fills in a form. */
typedef struct problem {
    const char *part, *chinese, *hint;
} problem;

static const problem problems[] = {
    {"mapping values are not allowed", "这一行里多了一个冒号",
     "一行只能有一个“键: 值”；如果冒号是值的一部分，请给整个值加上半角引号。"},
    {"could not find expected ':'", "这一行不是“键: 值”的形式",
     "检查是否漏写半角冒号，或引号没有配对。"},
    {"did not find expected key", "缩进或引号不对，读不出下一个键",
     "同一层的键要左对齐；检查上一行的引号和括号是否配对。"},
    {"did not find expected '-' indicator", "列表项没有对齐",
     "同一个列表的“- ”要左对齐。"},
    {"did not find expected ',' or ']'", "方括号里少了逗号或右括号",
     "列表写成 [甲, 乙]，用半角逗号。"},
    {"did not find expected ',' or '}'", "花括号里少了逗号或右括号",
     "写成 {甲: 1, 乙: 2}，用半角逗号，冒号后有空格。"},
    {"unexpected end of stream", "文件在引号里就结束了", "补上缺少的引号。"},
    {"unexpected document indicator", "引号没有配对", "补上缺少的引号。"},
    {"found character that cannot start any token", "值不能以这个字符开头",
     "给整个值加上半角引号。"},
    {"found unknown escape character", "双引号里有无法识别的反斜杠",
     "把反斜杠写成两个，或改用单引号。"},
    {"block sequence entries are not allowed", "列表不能写在这里",
     "把“- ”换到下一行，并比键多缩进两格。"},
    {"did not find expected comment or line break",
     "“>”或“|”后面只能换行", "如果“>”是值的一部分，请加半角引号。"},
    {"control characters are not allowed", "有不可见的控制字符",
     "删去这个字符重新输入。"},
};

static const problem *
problem_of(const char *text)
{
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        if (strstr(text, problems[i].part) != NULL)
            return &problems[i];
    return NULL;
}

/* After a repaired slip libyaml's complaint may only echo it: keep silent. */
static void
report_syntax(builder *b)
{
    b->is_stopped = true;
    if (b->lint.has_errors)
        return;
    const char *text = b->parser.problem == NULL ? "" : b->parser.problem;
    const problem *known = problem_of(text);
    yaml_mark_t mark = b->parser.problem_mark;
    if (b->parser.error == YAML_READER_ERROR)
        mark = b->parser.mark;
    jb_span at = span_of_marks(b, mark, mark);
    diag_report(b->diags, &TREE_SYNTAX, at,
                slice_from(known != NULL ? known->chinese : text),
                slice_from(known != NULL ? known->hint
                                         : "请对照上下行检查缩进、冒号和引号。"));
}

/* Read the next event into b->event; false when reading has stopped. */
static bool
next(builder *b)
{
    if (b->has_event)
        yaml_event_delete(&b->event);
    b->has_event = false;
    if (b->is_stopped)
        return false;
    if (!yaml_parser_parse(&b->parser, &b->event)) {
        report_syntax(b);
        return false;
    }
    b->has_event = true;
    return true;
}

static void
stop(builder *b, const diag_kind *kind, slice first, slice second)
{
    jb_span at = span_of_marks(b, b->event.start_mark, b->event.end_mark);
    diag_report(b->diags, kind, at, first, second);
    b->is_stopped = true;
}

static bool
is_forbidden(builder *b, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    const char *found = (const char *)(anchor != NULL ? anchor : tag);
    if (found == NULL)
        return false;
    stop(b, &TREE_FORBIDDEN,
         slice_from(anchor != NULL ? "锚点" : "标签"), slice_from(found));
    return true;
}

static tree_node *
node_new(builder *b, tree_kind kind)
{
    tree_node *node = ARENA_NEW(b->arena, tree_node);
    node->kind = kind;
    node->span = span_of_marks(b, b->event.start_mark, b->event.end_mark);
    if (++b->n_nodes > b->limits.nodes) {
        stop(b, &TREE_TOO_LARGE, SLICE_OF("条目数"),
             slice_printf(b->arena, "%zu", b->limits.nodes));
        return NULL;
    }
    return node;
}

static const tree_node *read_node(builder *b, size_t depth);

static const tree_node *
read_scalar(builder *b)
{
    if (is_forbidden(b, b->event.data.scalar.anchor,
                     b->event.data.scalar.tag))
        return NULL;
    tree_node *node = node_new(b, TREE_TEXT);
    if (node == NULL)
        return NULL;
    yaml_scalar_style_t style = b->event.data.scalar.style;
    slice value = {(const char *)b->event.data.scalar.value,
                   b->event.data.scalar.length};
    node->text = slice_copy(b->arena, value);
    node->is_block = style == YAML_LITERAL_SCALAR_STYLE ||
                     style == YAML_FOLDED_SCALAR_STYLE;
    char start = span_text(node->span).len == 0 ? '\0'
                                                : span_text(node->span).at[0];
    node->is_quoted = start == '"' || start == '\'';
    tree_span_anchor(b->arena, node);
    return node;
}

static const tree_node *
read_list(builder *b, size_t depth)
{
    if (is_forbidden(b, b->event.data.sequence_start.anchor,
                     b->event.data.sequence_start.tag))
        return NULL;
    tree_node *node = node_new(b, TREE_LIST);
    ARRAY(const tree_node *) items = {0};
    while (node != NULL && next(b)) {
        if (b->event.type == YAML_SEQUENCE_END_EVENT)
            break;
        const tree_node *item = read_node(b, depth + 1);
        if (item != NULL)
            ARRAY_PUSH(b->arena, &items, item);
    }
    if (node == NULL)
        return NULL;
    node->items = items.at;
    node->n = items.n;
    for (size_t i = 0; i < items.n; i++)
        node->span = span_cover(node->span, items.at[i]->span);
    return node;
}

/* The key that the present event starts, or NULL after an error. */
static const tree_node *
read_key(builder *b, size_t depth)
{
    const tree_node *key = read_node(b, depth + 1);
    if (key != NULL && key->kind != TREE_TEXT) {
        diag_report(b->diags, &TREE_KEY_NOT_TEXT, key->span);
        return NULL;
    }
    return key;
}

typedef struct pairs {
    ARRAY(tree_pair) list;
    slice_index index;
} pairs;

static void
add_pair(builder *b, pairs *p, tree_pair pair)
{
    if (pair.key == NULL || pair.value == NULL)
        return;
    size_t before = slice_index_add(&p->index, pair.key->text, p->list.n);
    if (before == SLICE_INDEX_NONE) {
        ARRAY_PUSH(b->arena, &p->list, pair);
        return;
    }
    diag_report(b->diags, &TREE_DUPLICATE_KEY, pair.key->span,
                pair.key->text);
    diags_relate(b->diags, p->list.at[before].key->span,
                 SLICE_OF("前一个在这里"));
}

static const tree_node *
read_map(builder *b, size_t depth)
{
    if (is_forbidden(b, b->event.data.mapping_start.anchor,
                     b->event.data.mapping_start.tag))
        return NULL;
    tree_node *node = node_new(b, TREE_MAP);
    pairs p = {.index = {.arena = b->arena}};
    while (node != NULL && next(b)) {
        if (b->event.type == YAML_MAPPING_END_EVENT)
            break;
        tree_pair pair = {.key = read_key(b, depth)};
        if (!next(b))
            break;
        pair.value = read_node(b, depth + 1);
        add_pair(b, &p, pair);
    }
    if (node == NULL)
        return NULL;
    node->pairs = p.list.at;
    node->n = p.list.n;
    for (size_t i = 0; i < node->n; i++)
        node->span = span_cover(node->span,
                                span_cover(node->pairs[i].key->span,
                                           node->pairs[i].value->span));
    return node;
}

/* The node that the present event starts; NULL after an error. */
static const tree_node *
read_node(builder *b, size_t depth)
{
    if (depth > b->limits.depth) {
        stop(b, &TREE_TOO_DEEP,
             slice_printf(b->arena, "%zu", b->limits.depth), SLICE_OF(""));
        return NULL;
    }
    switch (b->event.type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(b);
    case YAML_SEQUENCE_START_EVENT:
        return read_list(b, depth);
    case YAML_MAPPING_START_EVENT:
        return read_map(b, depth);
    case YAML_ALIAS_EVENT:
        stop(b, &TREE_FORBIDDEN, SLICE_OF("引用"),
             slice_from((const char *)b->event.data.alias.anchor));
        return NULL;
    default:
        return NULL;
    }
}

static const tree_node *
read_stream(builder *b)
{
    const tree_node *root = NULL;
    bool is_second = false;
    while (next(b) && b->event.type != YAML_STREAM_END_EVENT) {
        if (b->event.type != YAML_DOCUMENT_START_EVENT)
            continue;
        if (is_second) {
            stop(b, &TREE_SECOND_DOCUMENT, SLICE_OF(""), SLICE_OF(""));
            break;
        }
        is_second = true;
        if (next(b))
            root = read_node(b, 1);
    }
    return root;
}

bool
tree_is_within_size(const jb_source *source, tree_limits limits,
                    jb_diags *diags)
{
    if (source_text(source).len <= limits.bytes)
        return true;
    arena *scratch = arena_new();
    diag_report(diags, &TREE_TOO_LARGE, span_of(source, 0, 0),
                SLICE_OF("字节数"),
                slice_printf(scratch, "%zu", limits.bytes));
    arena_drop(scratch);
    return false;
}

const tree_node *
tree_from_source(arena *a, const jb_source *source, tree_limits limits,
                 jb_diags *diags)
{
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    if (!source_check_encoding(source, diags) ||
        !tree_is_within_size(source, limits, diags))
        return NULL;
    builder *b = ARENA_NEW(a, builder);
    b->arena = a;
    b->source = source;
    b->limits = limits;
    b->diags = diags;
    b->lint = lint_repaired(a, source, diags);
    if (!yaml_parser_initialize(&b->parser))
        abort();
    yaml_parser_set_input_string(
        &b->parser, (const unsigned char *)b->lint.text.at, b->lint.text.len);
    yaml_parser_set_encoding(&b->parser, YAML_UTF8_ENCODING);
    const tree_node *root = read_stream(b);
    drop_parser(b);
    bool is_clean = diags_count_of(diags, DIAG_ERROR) == errors;
    if (is_clean && (root == NULL || tree_is_null(root)))
        diag_report(diags, &TREE_EMPTY, span_of(source, 0, 0));
    return root == NULL || tree_is_null(root) ? NULL : root;
}

const tree_node *
tree_lookup(const tree_node *map, const char *key)
{
    if (map == NULL || map->kind != TREE_MAP)
        return NULL;
    for (size_t i = 0; i < map->n; i++)
        if (slice_is(map->pairs[i].key->text, key))
            return map->pairs[i].value;
    return NULL;
}

bool
tree_is_null(const tree_node *node)
{
    if (node->kind != TREE_TEXT || node->is_quoted || node->is_block)
        return false;
    return node->text.len == 0 || slice_is(node->text, "~") ||
           slice_is(node->text, "null");
}

static void
dump(slice_builder *out, const tree_node *node, int depth)
{
    if (node->kind == TREE_TEXT) {
        builder_add_text(out, "\"");
        for (size_t i = 0; i < node->text.len; i++) {
            char c = node->text.at[i];
            if (c == '\n')
                builder_add_text(out, "\\n");
            else
                builder_add(out, (slice){&c, 1});
        }
        builder_printf(out, "\" %zu-%zu\n", node->span.first,
                       node->span.last);
        return;
    }
    builder_add_text(out, node->kind == TREE_LIST ? "list\n" : "map\n");
    for (size_t i = 0; i < node->n; i++) {
        bool is_map = node->kind == TREE_MAP;
        slice key = is_map ? node->pairs[i].key->text : SLICE_OF("-");
        builder_printf(out, "%*s%.*s ", depth * 2 + 2, "", SLICE_ARGS(key));
        dump(out, is_map ? node->pairs[i].value : node->items[i], depth + 1);
    }
}

slice
tree_dump(arena *a, const tree_node *root)
{
    slice_builder out = {.arena = a};
    if (root != NULL)
        dump(&out, root, 0);
    return builder_slice(&out);
}

static const tree_pair *
pair_of(const tree_node *map, slice key)
{
    for (size_t i = 0; i < map->n; i++)
        if (slice_equal(map->pairs[i].key->text, key))
            return &map->pairs[i];
    return NULL;
}

const tree_node *
tree_overlaid(arena *a, const tree_node *under, const tree_node *over)
{
    if (under->kind != TREE_MAP || over->kind != TREE_MAP)
        return over;
    tree_node *merged = ARENA_NEW(a, tree_node);
    tree_pair *joined = ARENA_ARRAY(a, under->n + over->n, tree_pair);
    *merged = *over;
    merged->pairs = joined;
    merged->n = 0;
    for (size_t i = 0; i < over->n; i++) {
        const tree_pair *own = &over->pairs[i];
        const tree_pair *lower = pair_of(under, own->key->text);
        tree_pair pair = *own;
        if (lower != NULL)
            pair.value = tree_overlaid(a, lower->value, own->value);
        joined[merged->n++] = pair;
    }
    for (size_t i = 0; i < under->n; i++)
        if (pair_of(over, under->pairs[i].key->text) == NULL)
            joined[merged->n++] = under->pairs[i];
    return merged;
}
