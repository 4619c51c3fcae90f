/* word_cache: what was put in comes out, for its own key only, also after the
 * cache has been emptied many times. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/word_cache.h"

static word_key
key_of(uint32_t code, jb_len size)
{
    return (word_key){.size = size, .n = 2, .codes = {code, 'x'}};
}

static void
add(word_cache *cache, uint32_t code)
{
    word_glyph glyphs[] = {{{.id = code, .advance = 7}, 0},
                           {{.id = code + 1, .advance = 9}, 1}};
    word_key key = key_of(code, 16);
    word_cache_add(cache, &key, (shaped_word){glyphs, 2});
}

static void
a_word_is_found_by_its_whole_key(void **state)
{
    (void)state;
    arena *a = arena_new();
    word_cache *cache = word_cache_new(a);
    add(cache, 'a');
    word_key key = key_of('a', 16);
    const shaped_word *found = word_cache_find(cache, &key);
    assert_non_null(found);
    assert_int_equal(found->n, 2);
    assert_int_equal(found->glyphs[1].glyph.id, 'b');
    assert_int_equal(found->glyphs[1].character, 1);
    word_key others[] = {key_of('b', 16), key_of('a', 17), key, key};
    others[2].is_latin = true;
    others[3].n = 1;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(word_cache_find(cache, &others[i]));
    arena_drop(a);
}

static void
memory_is_bounded(void **state)
{
    (void)state;
    arena *a = arena_new();
    word_cache *cache = word_cache_new(a);
    for (uint32_t code = 1; code < 50000; code++) {
        add(cache, code);
        word_key key = key_of(code, 16);
        assert_int_equal(word_cache_find(cache, &key)->glyphs[0].glyph.id,
                         code);
    }
    word_key first = key_of(1, 16);
    assert_null(word_cache_find(cache, &first));
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_found_by_its_whole_key),
        cmocka_unit_test(memory_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
