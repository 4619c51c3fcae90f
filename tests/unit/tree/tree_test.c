#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "tree/tree.h"

typedef struct fixture {
    arena *arena;
    jb_diags *diags;
    jb_source *source;
    const tree_node *root;
} fixture;

static fixture
read_text(slice text)
{
    fixture f = {arena_new(), diags_new(), NULL, NULL};
    f.source = source_from_bytes(SLICE_OF("test.yaml"), text);
    f.root = tree_from_source(f.arena, f.source, TREE_LIMITS, f.diags);
    return f;
}

static void
drop(fixture f)
{
    source_drop(f.source);
    diags_drop(f.diags);
    arena_drop(f.arena);
}

static bool
has_kind(const fixture *f, const diag_kind *kind, size_t line)
{
    for (size_t i = 0; i < diags_count(f->diags); i++) {
        const jb_diag *d = diags_at(f->diags, i);
        if (d->kind == kind &&
            source_place_of(f->source, d->span.first).line == line)
            return true;
    }
    return false;
}

static void
spans_are_bytes_of_the_source(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF("标题: 简报\n单位: [家, \"亿元\"]\n"));
    const tree_node *title = tree_lookup(f.root, "标题");
    assert_true(slice_is(span_text(title->span), "简报"));
    const tree_node *units = tree_lookup(f.root, "单位");
    assert_int_equal(units->n, 2);
    assert_true(slice_is(span_text(units->items[1]->span), "\"亿元\""));
    assert_true(units->items[1]->is_quoted);
    assert_int_equal(diags_count(f.diags), 0);
    drop(f);
}

typedef struct slip {
    const char *text;
    const diag_kind *kind;
    size_t line;
} slip;

static void
slips_of_typists_are_named_at_their_line(void **state)
{
    (void)state;
    static const slip rows[] = {
        {"a: 1\n名称：甲\nb: 2\n", &TREE_FULL_WIDTH_COLON, 2},
        {"a: 1\n名称:甲\nb: 2\n", &TREE_COLON_WITHOUT_SPACE, 2},
        {"a:\n\tb: 1\nc: 2\n", &TREE_TAB_INDENT, 2},
        {"增长: %5\nb: 1\n", &TREE_BAD_START, 1},
        {"增长: @5\nb: 1\n", &TREE_BAD_START, 1},
        {"说明: 甲 #乙\n", &TREE_COMMENT_CUT, 1},
        {"a: &x 1\nb: *x\n", &TREE_FORBIDDEN, 1},
        {"a: !!str 1\n", &TREE_FORBIDDEN, 1},
        {"a: 1\n---\nb: 2\n", &TREE_SECOND_DOCUMENT, 2},
        {"a: 1\na: 2\n", &TREE_DUPLICATE_KEY, 2},
        {"标题: “十四五”: 规划\n", &TREE_SYNTAX, 1},
        {"a: [1, 2\nb: 3\n", &TREE_SYNTAX, 2},
        {"a: \"未完\n", &TREE_SYNTAX, 2},
        {"? [x]\n: 1\n", &TREE_KEY_NOT_TEXT, 1},
        {"", &TREE_EMPTY, 1},
        {"# 只有注释\n\n", &TREE_EMPTY, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture f = read_text(slice_from(rows[i].text));
        if (!has_kind(&f, rows[i].kind, rows[i].line))
            fail_msg("row %zu: %s not reported at line %zu", i,
                     rows[i].kind->code, rows[i].line);
        drop(f);
    }
}

static void
a_repaired_slip_hides_no_later_one(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF("甲：1\n乙:2\n\n丙: %3\n丙: 4\n"));
    assert_true(has_kind(&f, &TREE_FULL_WIDTH_COLON, 1));
    assert_true(has_kind(&f, &TREE_COLON_WITHOUT_SPACE, 2));
    assert_true(has_kind(&f, &TREE_BAD_START, 4));
    assert_true(has_kind(&f, &TREE_DUPLICATE_KEY, 5));
    assert_int_equal(diags_count(f.diags), 4);
    assert_true(slice_is(tree_lookup(f.root, "乙")->text, "2"));
    drop(f);
}

/* Colons in prose are prose; so are URLs and times. */
static void
clean_text_is_not_complained_of(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF(
        "text: |\n  说明：全角冒号\n  key:value\n  \ttab\n"
        "url: http://example.cn/a:b\n时间: 12:30\n"
        "notes:\n  - 注：本表\n  - 又注\n值: >75\n表: {a: >75, b: 1}\n"
        "长: 第一行\n  第二行：续\n单位: 家 # 注释\n"));
    for (size_t i = 0; i < diags_count(f.diags); i++)
        fail_msg("%s", diags_at(f.diags, i)->kind->code);
    assert_true(slice_is(tree_lookup(f.root, "值")->text, ">75"));
    assert_true(slice_is(
        tree_lookup(tree_lookup(f.root, "表"), "a")->text, ">75"));
    drop(f);
}

static void
places_inside_scalars_are_exact(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF(
        "a: |\n    甲乙\n\n      丙{x}\nb: \"一\\u4e8c{y}\"\n"
        "c: '它''s {z}'\nd: 折行\n  之后{w}\n"));
    static const struct {
        const char *key, *part;
    } rows[] = {{"a", "{x}"}, {"b", "{y}"}, {"c", "{z}"}, {"d", "{w}"}};
    for (size_t i = 0; i < 4; i++) {
        const tree_node *node = tree_lookup(f.root, rows[i].key);
        slice part = slice_from(rows[i].part);
        size_t first = slice_find(node->text, part);
        jb_span span = tree_span_within(node, first, first + part.len);
        assert_true(slice_equal(span_text(span), part));
    }
    drop(f);
}

/* However long a scalar is and however it is written, each of its pieces has
 * its own place. */
static void
places_inside_long_scalars_are_exact(void **state)
{
    (void)state;
    static const char *const starts[] = {"a: |\n", "a: >\n", "a: \"", "a: '",
                                         "a: "};
    static const char *const ends[] = {"\n", "\n", "\"\n", "'\n", "\n"};
    for (int style = 0; style < 5; style++) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, starts[style]);
        for (int i = 0; i < 2000; i++)
            builder_printf(&b, "%s第{%d}段%s%s", style < 2 ? "    " : "", i,
                           style == 2 && i % 3 == 0 ? "\\u4e8c" : "",
                           style < 2 || i % 50 == 49 ? "\n  " : "，");
        builder_add_text(&b, ends[style]);
        fixture f = read_text(builder_slice(&b));
        const tree_node *node = tree_lookup(f.root, "a");
        for (int i = 0; i < 2000; i++) {
            slice part = slice_printf(a, "{%d}", i);
            size_t first = slice_find(node->text, part);
            assert_true(first < node->text.len);
            jb_span span = tree_span_within(node, first, first + part.len);
            assert_true(slice_equal(span_text(span), part));
        }
        drop(f);
        arena_drop(a);
    }
}

static void
byte_order_marks_and_crlf_shift_nothing(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF("\xEF\xBB\xBF标题: 甲\r\n单位: 乙\r\n"));
    assert_int_equal(diags_count(f.diags), 0);
    assert_true(
        slice_is(span_text(tree_lookup(f.root, "单位")->span), "乙"));
    drop(f);
}

static void
gb18030_is_read_and_said(void **state)
{
    (void)state;
    fixture f = read_text(
        SLICE_OF("\xB1\xEA\xCC\xE2: \xBC\xF2\xB1\xA8\xC4\xDA\xC8\xDD\n"));
    assert_int_equal(diags_count(f.diags), 1);
    assert_ptr_equal(diags_at(f.diags, 0)->kind, &SOURCE_WAS_GB18030);
    assert_true(slice_is(tree_lookup(f.root, "标题")->text, "简报内容"));
    drop(f);
}

static void
hostile_size_is_refused_quickly(void **state)
{
    (void)state;
    slice_builder deep = {.arena = arena_new()};
    builder_add_text(&deep, "a: ");
    for (int i = 0; i < 200000; i++)
        builder_add_text(&deep, "[");
    fixture f = read_text(builder_slice(&deep));
    assert_true(has_kind(&f, &TREE_TOO_DEEP, 1));
    drop(f);
    arena_drop(deep.arena);
}

static void
limits_are_reported(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_diags *d = diags_new();
    jb_source *s = source_from_bytes(SLICE_OF("x"), SLICE_OF("[1, 2, 3, 4]"));
    tree_from_source(a, s, (tree_limits){100, 64, 3}, d);
    assert_ptr_equal(diags_at(d, 0)->kind, &TREE_TOO_LARGE);
    assert_null(tree_from_source(a, s, (tree_limits){5, 64, 30}, d));
    source_drop(s);
    diags_drop(d);
    arena_drop(a);
}

static const tree_key keys[] = {
    {"name", "名称", TREE_WANT_TEXT, true, "名字。"},
    {"unit", "单位|计量单位", TREE_WANT_TEXT, false, "单位。"},
    {"parts", "其中", TREE_WANT_MAP, false, "部分。"},
    {"good", "好", TREE_WANT_BOOL, false, "好坏。"},
    {"ids", "编号", TREE_WANT_LIST, false, "编号。"},
};

static void
schema_accepts_either_name(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF("名称: 甲\n计量单位: 家\ngood: 是\nids: x\n"));
    const tree_node *v[5];
    assert_true(tree_read_map(f.root, keys, 5, v, f.diags));
    assert_true(slice_is(v[0]->text, "甲"));
    assert_true(slice_is(v[1]->text, "家"));
    assert_null(v[2]);
    bool good = false;
    assert_true(tree_bool(v[3], &good) && good);
    drop(f);
}

static void
schema_names_every_mistake(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF("单元: 家\n其中: 甲:1\nunit: 家\n单位: 个\n"
                                   "good: 也许\nids: {a: 1}\n"));
    const tree_node *v[5];
    assert_false(tree_read_map(f.root, keys, 5, v, f.diags));
    assert_true(has_kind(&f, &TREE_UNKNOWN_KEY, 1));
    assert_true(has_kind(&f, &TREE_MISSING_KEY, 1));
    assert_true(has_kind(&f, &TREE_WRONG_TYPE, 2));
    assert_true(has_kind(&f, &TREE_SAME_KEY_TWICE, 4));
    assert_true(has_kind(&f, &TREE_WRONG_TYPE, 5));
    assert_true(has_kind(&f, &TREE_WRONG_TYPE, 6));
    assert_true(
        slice_is(diags_at(f.diags, 0)->hint, "是不是“单位”？"));
    drop(f);
}

/* Cut and altered copies of a good file must neither crash nor hang. */
static void
damaged_files_are_survived(void **state)
{
    (void)state;
    slice good = SLICE_OF("标题: 甲\n指标:\n  a: {名称: \"乙\", 单位: 家, "
                          "本期: >75}\n  b:\n    说明: |\n      一\n\n      二\n"
                          "列: [1, '2', >3]\n");
    uint32_t seed = 7;
    for (int i = 0; i < 4000; i++) {
        arena *a = arena_new();
        char *bytes = arena_copy(a, good.at, good.len);
        for (int j = 0; j < 3; j++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[(seed >> 8) % good.len] = (char)(seed >> 3);
        }
        fixture f = read_text(
            (slice){bytes, good.len - (seed >> 20) % good.len});
        if (f.root != NULL)
            tree_dump(f.arena, f.root);
        drop(f);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_are_bytes_of_the_source),
        cmocka_unit_test(slips_of_typists_are_named_at_their_line),
        cmocka_unit_test(a_repaired_slip_hides_no_later_one),
        cmocka_unit_test(clean_text_is_not_complained_of),
        cmocka_unit_test(places_inside_scalars_are_exact),
        cmocka_unit_test(places_inside_long_scalars_are_exact),
        cmocka_unit_test(byte_order_marks_and_crlf_shift_nothing),
        cmocka_unit_test(gb18030_is_read_and_said),
        cmocka_unit_test(hostile_size_is_refused_quickly),
        cmocka_unit_test(limits_are_reported),
        cmocka_unit_test(schema_accepts_either_name),
        cmocka_unit_test(schema_names_every_mistake),
        cmocka_unit_test(damaged_files_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
