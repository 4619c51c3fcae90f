/* segment: the dictionary is in order, a run of Han is read as an editor would
 * read it, and no title is broken inside a word. */
#include "fixture.h"
#include "text/segment.h"

/* Words parted by |. */
static const char *const READINGS[] = {
    "推动|成品油|流通|高质量发展",
    "全面|推进|江河|保护|治理",
    "实际使用外资|同比|下降",
    "社会消费品零售总额|增速|由|负|转正",
    "粮食|单产|创|历史|新高",
    "关于|农民工|欠薪|问题|的|通报",
};

static text_atoms
atoms_of(arena *a, slice text)
{
    text_atoms t = {.text = text, .n = text.len / DICTIONARY_HAN_BYTES};
    t.at = ARENA_ARRAY(a, t.n, text_atom);
    for (size_t i = 0; i < t.n; i++) {
        t.at[i].byte = (uint32_t)(i * DICTIONARY_HAN_BYTES);
        t.at[i].bytes = DICTIONARY_HAN_BYTES;
        t.at[i].kind = CHARACTER_HAN;
    }
    return t;
}

static void
han_are_read_as_words(void **state)
{
    (void)state;
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof READINGS / sizeof *READINGS; i++) {
        text_atoms t = atoms_of(a, row_text(a, slice_from(READINGS[i])));
        text_words words = segment_words(a, &t, 0, t.n, SIZE_MAX);
        slice_builder read = {.arena = a};
        for (size_t k = 0; k < words.n; k++) {
            const text_word *word = &words.at[k];
            size_t from = t.at[word->first].byte;
            builder_add_text(&read, k > 0 ? "|" : "");
            builder_add(&read,
                        slice_cut(t.text, from,
                                  from + word->n * DICTIONARY_HAN_BYTES));
        }
        assert_string_equal(builder_slice(&read).at, READINGS[i]);
    }
    arena_drop(a);
}

static void
words_are_no_longer_than_asked(void **state)
{
    (void)state;
    arena *a = arena_new();
    text_atoms t = atoms_of(a, SLICE_OF("地区生产总值"));
    assert_int_equal(segment_words(a, &t, 0, t.n, SIZE_MAX).n, 1);
    text_words parts = segment_words(a, &t, 0, t.n, t.n - 1);
    assert_int_equal(parts.n, 2);
    assert_int_equal(parts.at[0].n, 2);
    arena_drop(a);
}

static void
words_tell_how_they_lean(void **state)
{
    (void)state;
    assert_int_equal(dictionary_find(SLICE_OF("关于")).class, WORD_LEADING);
    assert_int_equal(dictionary_find(SLICE_OF("的")).class, WORD_TRAILING);
    assert_int_equal(dictionary_find(SLICE_OF("印发")).class, WORD_VERB);
    assert_int_equal(dictionary_find(SLICE_OF("经济")).class, WORD_NOUN);
    assert_false(dictionary_find(SLICE_OF("济经")).is_found);
    assert_false(dictionary_find(SLICE_OF("")).is_found);
    assert_false(dictionary_find(SLICE_OF("国民经济计划")).is_found);
}

/* They are looked up by halves. */
static void
terms_are_in_order_and_new(void **state)
{
    (void)state;
    static const slice terms[] = {
#define TERM(text) SLICE(text),
#include "text/terms.def"
#undef TERM
    };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        if (i > 0 && slice_compare(terms[i - 1], terms[i]) >= 0)
            fail_msg("%.*s is out of order", SLICE_ARGS(terms[i]));
        if (dictionary_find(terms[i]).is_found)
            fail_msg("%.*s is in the dictionary", SLICE_ARGS(terms[i]));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(han_are_read_as_words),
        cmocka_unit_test(words_are_no_longer_than_asked),
        cmocka_unit_test(words_tell_how_they_lean),
        cmocka_unit_test(terms_are_in_order_and_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
