/* Every write of every format fails once: the call says so with one error,
 * nothing crashes, and the next attempt writes the same bytes as ever. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "jianbao.h"

#define SAMPLE "samples/nanyang-2022/metrics.yaml"

/* Counts writes and bytes; the write number `failing` fails. */
typedef struct fault {
    size_t n_writes, failing;
    uint64_t hash; /* FNV-1a of the bytes */
    size_t n_after_failure;
} fault;

static bool
write_or_fail(void *user, const void *bytes, size_t n)
{
    fault *f = user;
    if (f->n_writes >= f->failing)
        f->n_after_failure++;
    if (f->n_writes++ == f->failing)
        return false;
    for (size_t i = 0; i < n; i++)
        f->hash = (f->hash ^ ((const unsigned char *)bytes)[i]) *
                  1099511628211u;
    return true;
}

static bool
write_failing_at(const jb_pages *pages, const char *format, size_t failing,
                 fault *f, jb_diags *diags)
{
    *f = (fault){.failing = failing, .hash = 14695981039346656037u};
    jb_writer to = {write_or_fail, f};
    jb_options options = JB_OPTIONS;
    options.format = format;
    options.dpi = 36;
    return jb_pages_write_to(pages, 0, &to, &options, diags);
}

static void
assert_fails_at(const jb_pages *pages, const char *format, size_t failing)
{
    jb_diags *diags = jb_diags_new();
    fault f;
    assert_false(write_failing_at(pages, format, failing, &f, diags));
    assert_int_equal(jb_diags_count_of(diags, JB_ERROR), 1);
    assert_int_equal(jb_diags_result(diags), JB_SYSTEM_FAILED);
    assert_string_equal(jb_diags_at(diags, 0).code, "OUTPUT_REFUSED");
    assert_int_equal(f.n_after_failure, 1);
    jb_diags_drop(diags);
}

static void
assert_every_write_may_fail(const jb_pages *pages, const char *format)
{
    jb_diags *diags = jb_diags_new();
    fault first, last;
    assert_true(write_failing_at(pages, format, SIZE_MAX, &first, diags));
    assert_true(first.n_writes > 0);
    /* All of a format with few writes; of one with many the first and last
     * hundred and a spread between. */
    size_t step = first.n_writes / 200 + 1;
    for (size_t i = 0; i < first.n_writes; i++)
        if (i < 100 || i + 100 >= first.n_writes || i % step == 0)
            assert_fails_at(pages, format, i);
    assert_true(write_failing_at(pages, format, SIZE_MAX, &last, diags));
    assert_true(first.hash == last.hash);
    assert_int_equal(jb_diags_count(diags), 0);
    jb_diags_drop(diags);
}

static void
every_write_of_every_format_may_fail(void **state)
{
    (void)state;
    jb_diags *diags = jb_diags_new();
    jb_engine *engine = jb_engine_new(".");
    jb_source *source = jb_source_from_file(SAMPLE, diags);
    jb_briefing *briefing = jb_briefing_from_source(engine, source, diags);
    assert_non_null(briefing);
    jb_pages *pages = jb_pages_from_briefing(engine, briefing, "slide", NULL, diags);
    assert_non_null(pages);
    size_t n;
    const jb_entry *formats =
        jb_list_entries(engine, JB_LIST_FORMATS, &n, diags);
    assert_true(n >= 3);
    for (size_t i = 0; i < n; i++)
        assert_every_write_may_fail(pages, formats[i].name);
    jb_pages_drop(pages);
    jb_briefing_drop(briefing);
    jb_source_drop(source);
    jb_engine_drop(engine);
    jb_diags_drop(diags);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_write_of_every_format_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
