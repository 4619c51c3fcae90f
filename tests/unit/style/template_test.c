#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "style/style.h"

static slice
filled(arena *a, const char *text, const slice values[FIELD_COUNT])
{
    jb_diags *diags = diags_new();
    style_template t;
    assert_true(
        template_parse(a, slice_from(text), SPAN_NONE, &t, diags));
    assert_int_equal(diags_count(diags), 0);
    diags_drop(diags);
    return template_fill(a, &t, values);
}

static void
fields_are_filled(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice values[FIELD_COUNT] = {0};
    values[FIELD_PAGE] = SLICE_OF("3");
    values[FIELD_ISSUER] = SLICE_OF("市局");
    assert_string_equal(filled(a, "— {page} —", values).at, "— 3 —");
    assert_string_equal(filled(a, "{发布单位}{{{页码}}}", values).at,
                        "市局{3}");
    assert_string_equal(filled(a, "简报", values).at, "简报");
    arena_drop(a);
}

static void
a_template_of_empty_fields_is_empty(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice values[FIELD_COUNT] = {0};
    assert_int_equal(filled(a, "第{number}期", values).len, 0);
    values[FIELD_DATE] = SLICE_OF("2022年");
    assert_string_equal(filled(a, "{number} {date}", values).at, " 2022年");
    arena_drop(a);
}

static void
assert_finding(const char *text, const diag_kind *kind)
{
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    style_template t;
    assert_false(
        template_parse(a, slice_from(text), SPAN_NONE, &t, diags));
    assert_int_equal(diags_count(diags), 1);
    assert_ptr_equal(diags_at(diags, 0)->kind, kind);
    diags_drop(diags);
    arena_drop(a);
}

static void
wrong_templates_are_reported(void **state)
{
    (void)state;
    assert_finding("{pgae}", &STYLE_FIELD_UNKNOWN);
    assert_finding("{page", &STYLE_FIELD_OPEN);
    assert_finding("page}", &STYLE_FIELD_OPEN);
    assert_finding("{}", &STYLE_FIELD_UNKNOWN);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_filled),
        cmocka_unit_test(a_template_of_empty_fields_is_empty),
        cmocka_unit_test(wrong_templates_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
