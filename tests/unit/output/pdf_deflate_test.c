#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <libdeflate.h>

#include "output/pdf_deflate.h"

#define N_STREAMS 700

/* Lengths from nothing to 90 kB, in all a multiple of what may wait. */
static slice
bytes_of(arena *a, uint32_t i)
{
    size_t n = (size_t)(i * 7919u % 90000u);
    char *at = arena_alloc(a, n + 1);
    for (size_t k = 0; k < n; k++)
        at[k] = (char)(i % 3 == 0 ? (k * k + i) >> 3 : k % 7 + i);
    return (slice){at, n};
}

static void
put(pdf_deflate *d, arena *a, uint32_t i)
{
    arena_mark mark = arena_mark_now(a);
    pdf_stream s = {.ref = i, .entries = slice_printf(a, "/N %u", i),
                    .bytes = bytes_of(a, i), .form = i % 3};
    pdf_deflate_put(d, &s);
    arena_release(a, mark);
}

static void
inflates_to(arena *a, slice packed, slice bytes)
{
    struct libdeflate_decompressor *c = libdeflate_alloc_decompressor();
    char *out = arena_alloc(a, bytes.len + 1);
    size_t n = 0;
    assert_int_equal(libdeflate_zlib_decompress(c, packed.at, packed.len, out,
                                                bytes.len, &n),
                     LIBDEFLATE_SUCCESS);
    assert_int_equal(n, bytes.len);
    assert_memory_equal(out, bytes.at, n);
    libdeflate_free_decompressor(c);
}

static void
is_stream(arena *a, const pdf_stream *s, uint32_t i)
{
    arena_mark mark = arena_mark_now(a);
    slice bytes = bytes_of(a, i);
    assert_int_equal(s->ref, i);
    assert_true(slice_equal(s->entries, slice_printf(a, "/N %u", i)));
    assert_true(slice_equal(s->bytes, bytes));
    if (i % 3 == PDF_STREAM_OPEN)
        assert_null(s->deflated.at);
    if (i % 3 == PDF_STREAM_DEFLATED)
        assert_non_null(s->deflated.at);
    if (s->deflated.at != NULL)
        inflates_to(a, s->deflated, bytes);
    if (i % 3 == PDF_STREAM_SHORTER && s->deflated.at != NULL)
        assert_true(s->deflated.len < bytes.len);
    arena_release(a, mark);
}

static void
streams_come_out_in_the_order_they_came_in(void **state)
{
    (void)state;
    arena *a = arena_new(), *scratch = arena_new();
    pdf_deflate *d = pdf_deflate_new(a);
    uint32_t n_taken = 0;
    const pdf_stream *s;
    for (uint32_t i = 0; i < N_STREAMS; i++) {
        put(d, scratch, i);
        while ((s = pdf_deflate_take(d, false)) != NULL)
            is_stream(scratch, s, n_taken++);
    }
    while ((s = pdf_deflate_take(d, true)) != NULL)
        is_stream(scratch, s, n_taken++);
    assert_int_equal(n_taken, N_STREAMS);
    arena_drop(a);
    arena_drop(scratch);
}

/* Whoever fails half-way leaves the queue to its arena. */
static void
streams_that_nobody_takes_are_dropped(void **state)
{
    (void)state;
    arena *a = arena_new(), *scratch = arena_new();
    pdf_deflate *d = pdf_deflate_new(a);
    for (uint32_t i = 0; i < 50; i++)
        put(d, scratch, i);
    arena_drop(a);
    arena_drop(scratch);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(streams_come_out_in_the_order_they_came_in),
        cmocka_unit_test(streams_that_nobody_takes_are_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
