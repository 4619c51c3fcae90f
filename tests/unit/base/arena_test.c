#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/slice.h"

static void
append_letter(void *user)
{
    slice_builder *log = user;
    builder_add_text(log, log->len == 0 ? "second" : " first");
}

static void
deferred_calls_run_last_first(void **state)
{
    (void)state;
    arena *keep = arena_new();
    slice_builder log = {.arena = keep};
    arena *a = arena_new();
    arena_defer(a, append_letter, &log);
    arena_defer(a, append_letter, &log);
    arena_drop(a);
    assert_string_equal(builder_slice(&log).at, "second first");
    arena_drop(keep);
}

static void
release_goes_back_to_the_mark(void **state)
{
    (void)state;
    arena *a = arena_new();
    size_t before = arena_bytes(a);
    arena_mark mark = arena_mark_now(a);
    arena_alloc(a, 1 << 20);
    arena_alloc(a, 3);
    assert_true(arena_bytes(a) > before);
    arena_release(a, mark);
    assert_int_equal(arena_bytes(a), before);
    arena_drop(a);
}

static void
allocations_are_zeroed_and_aligned(void **state)
{
    (void)state;
    arena *a = arena_new();
    for (size_t n = 0; n < 200; n += 7) {
        unsigned char *p = arena_alloc(a, n);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < n; i++) {
            assert_int_equal(p[i], 0);
            p[i] = 0xAA;
        }
    }
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deferred_calls_run_last_first),
        cmocka_unit_test(release_goes_back_to_the_mark),
        cmocka_unit_test(allocations_are_zeroed_and_aligned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
