#include "tree/tree.h"

#include "base/array.h"
#include "base/utf8.h"

static bool
is_named(const tree_key *key, slice name)
{
    return slice_is(name, key->name) || slice_is_among(name, key->chinese);
}

size_t
tree_key_index(const tree_key *keys, size_t n, slice name)
{
    for (size_t i = 0; i < n; i++)
        if (is_named(&keys[i], name))
            return i;
    return n;
}

#define NEAREST_LONGEST 32

static size_t
code_points(slice s, uint32_t out[static NEAREST_LONGEST])
{
    size_t n = 0;
    for (size_t at = 0; at < s.len && n < NEAREST_LONGEST;)
        out[n++] = utf8_next(s, &at);
    return n;
}

static size_t
least(size_t a, size_t b, size_t c)
{
    size_t m = a < b ? a : b;
    return m < c ? m : c;
}

/* Levenshtein distance over code points. */
static size_t
distance(slice x, slice y)
{
    uint32_t a[NEAREST_LONGEST], b[NEAREST_LONGEST];
    size_t n = code_points(x, a), m = code_points(y, b);
    size_t row[NEAREST_LONGEST + 1];
    for (size_t j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t above = row[j];
            row[j] = least(above + 1, row[j - 1] + 1,
                           diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[m];
}

/* One slip in a short name, a third of a long one; never the whole name. */
static bool
is_near(slice typed, slice name, size_t d)
{
    size_t longest = utf8_count(typed) > utf8_count(name) ? utf8_count(typed)
                                                          : utf8_count(name);
    size_t allowed = longest < 6 ? 1 : longest / 3;
    return d <= allowed && d < longest;
}

const char *
tree_nearest(slice typed, const char *const *names, size_t n)
{
    const char *best = NULL;
    size_t best_distance = SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        slice name = slice_from(names[i]);
        size_t d = distance(typed, name);
        if (d < best_distance && is_near(typed, name, d)) {
            best = names[i];
            best_distance = d;
        }
    }
    return best;
}

/* All names of all keys, for suggestions and for listing. */
static const char *
suggestion(arena *a, const tree_key *keys, size_t n, slice typed)
{
    ARRAY(const char *) names = {0};
    for (size_t i = 0; i < n; i++) {
        ARRAY_PUSH(a, &names, keys[i].name);
        slice rest = slice_from(keys[i].chinese);
        while (rest.len > 0) {
            size_t bar = slice_find(rest, SLICE_OF("|"));
            ARRAY_PUSH(a, &names,
                       slice_copy(a, slice_cut(rest, 0, bar)).at);
            rest = slice_cut(rest, bar + 1, rest.len);
        }
    }
    return tree_nearest(typed, names.at, names.n);
}

slice
tree_key_name(const tree_key *key)
{
    slice names = slice_from(key->chinese);
    return slice_cut(names, 0, slice_find(names, SLICE_OF("|")));
}

static slice
listed(arena *a, const tree_key *keys, size_t n)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < n; i++)
        builder_printf(&b, "%s%.*s", i == 0 ? "" : "、",
                       SLICE_ARGS(tree_key_name(&keys[i])));
    return builder_slice(&b);
}

static void
report_unknown(const tree_node *key, const tree_key *keys, size_t n,
               jb_diags *diags)
{
    arena *scratch = arena_new();
    const char *near = suggestion(scratch, keys, n, key->text);
    slice hint =
        near != NULL
            ? slice_printf(scratch, "是不是“%s”？", near)
            : slice_printf(scratch, "这里可以用的键有：%.*s。",
                           SLICE_ARGS(listed(scratch, keys, n)));
    diag_report(diags, &TREE_UNKNOWN_KEY, key->span, key->text, hint);
    arena_drop(scratch);
}

static const char *const want_names[] = {
    [TREE_WANT_ANY] = "任意内容", [TREE_WANT_TEXT] = "一段文字",
    [TREE_WANT_LIST] = "列表",    [TREE_WANT_MAP] = "一组“键: 值”",
    [TREE_WANT_NUMBER] = "数值",  [TREE_WANT_BOOL] = "“是”或“否”",
};
_Static_assert(sizeof want_names / sizeof *want_names == TREE_WANT_COUNT,
               "one name for each want");

static const char *const kind_names[] = {
    [TREE_TEXT] = "一段文字", [TREE_LIST] = "列表", [TREE_MAP] = "一组“键: 值”",
};

static const char *
type_hint(const tree_node *value, tree_want want)
{
    bool has_colon = value->kind == TREE_TEXT &&
                     (slice_find(value->text, SLICE_OF(":")) <
                          value->text.len ||
                      slice_find(value->text, SLICE_OF("：")) <
                          value->text.len);
    if (want == TREE_WANT_MAP && has_colon)
        return "半角冒号后面要有一个空格；全角冒号要改成半角冒号加空格。";
    if (want == TREE_WANT_MAP)
        return "在下一行缩进两格，逐行写“键: 值”。";
    if (want == TREE_WANT_LIST)
        return "写成 [甲, 乙]，或每行一个“- ”。";
    if (want == TREE_WANT_BOOL)
        return "写“是”或“否”。";
    return "请写在同一行，不要换行缩进。";
}

bool
tree_bool(const tree_node *node, bool *out)
{
    static const char *const yes[] = {"是", "true", "yes", "True", "TRUE"};
    static const char *const no[] = {"否", "false", "no", "False", "FALSE"};
    if (node->kind != TREE_TEXT)
        return false;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (slice_is(node->text, yes[i]))
            return *out = true, true;
        if (slice_is(node->text, no[i]))
            return *out = false, true;
    }
    return false;
}

static bool
is_wanted(const tree_node *value, tree_want want)
{
    bool ignored;
    switch (want) {
    case TREE_WANT_TEXT:
    case TREE_WANT_NUMBER:
        return value->kind == TREE_TEXT;
    case TREE_WANT_LIST:
        return value->kind == TREE_LIST || value->kind == TREE_TEXT;
    case TREE_WANT_MAP:
        return value->kind == TREE_MAP;
    case TREE_WANT_BOOL:
        return tree_bool(value, &ignored);
    default:
        return true;
    }
}

static bool
check_type(slice name, const tree_node *value, tree_want want,
           jb_diags *diags)
{
    if (is_wanted(value, want))
        return true;
    diag_report(diags, &TREE_WRONG_TYPE, value->span, name,
                slice_from(want_names[want]),
                slice_from(kind_names[value->kind]),
                slice_from(type_hint(value, want)));
    return false;
}

/* Put one pair where it belongs; false when something was reported. */
static bool
take_pair(const tree_pair *pair, const tree_key *keys, size_t n,
          const tree_node **seen, jb_diags *diags)
{
    size_t i = tree_key_index(keys, n, pair->key->text);
    if (i == n) {
        report_unknown(pair->key, keys, n, diags);
        return false;
    }
    if (seen[i] != NULL) {
        diag_report(diags, &TREE_SAME_KEY_TWICE, pair->key->span,
                    pair->key->text, tree_key_name(&keys[i]));
        return false;
    }
    seen[i] = pair->value;
    return true;
}

static bool
check_values(const tree_node *map, const tree_key *keys, size_t n,
             const tree_node **values, jb_diags *diags)
{
    bool is_clean = true;
    for (size_t i = 0; i < n; i++) {
        const tree_node *value = values[i];
        if (value != NULL && tree_is_null(value))
            values[i] = value = NULL;
        if (value == NULL && keys[i].is_required) {
            jb_span at = span_of(map->span.source, map->span.first,
                                 map->span.first);
            diag_report(diags, &TREE_MISSING_KEY, at, tree_key_name(&keys[i]),
                        slice_from(keys[i].name), slice_from(keys[i].doc));
            is_clean = false;
        }
        if (value != NULL &&
            !check_type(tree_key_name(&keys[i]), value, keys[i].want, diags)) {
            values[i] = NULL;
            is_clean = false;
        }
    }
    return is_clean;
}

bool
tree_read_map(const tree_node *map, const tree_key *keys, size_t n,
              const tree_node **values, jb_diags *diags)
{
    for (size_t i = 0; i < n; i++)
        values[i] = NULL;
    if (map->kind != TREE_MAP)
        return check_type(SLICE_OF("这一项"), map, TREE_WANT_MAP, diags);
    bool is_clean = true;
    for (size_t i = 0; i < map->n; i++)
        is_clean &= take_pair(&map->pairs[i], keys, n, values, diags);
    return check_values(map, keys, n, values, diags) && is_clean;
}
