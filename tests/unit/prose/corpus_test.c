/* The corpus of seeded slips: every class must be found, and clean sentences
 * must stay silent. Prints recall and precision of each class. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/array.h"
#include "prose/inspect.h"

#define CORPUS "tests/unit/prose/corpus.txt"

/* How often a code was wanted, found where wanted, and found at all. */
typedef struct class_score {
    slice code;
    size_t wanted, hits, found;
} class_score;

typedef struct score_list {
    class_score *at;
    size_t n, cap;
} score_list;

static class_score *
score_of(arena *a, score_list *scores, slice code)
{
    for (size_t i = 0; i < scores->n; i++)
        if (slice_equal(scores->at[i].code, code))
            return &scores->at[i];
    class_score fresh = {.code = slice_copy(a, code)};
    ARRAY_PUSH(a, scores, fresh);
    return ARRAY_LAST(scores);
}

static bool
is_among(const jb_diags *diags, slice code, size_t before)
{
    for (size_t i = 0; i < before; i++)
        if (slice_is(code, diags_at(diags, i)->kind->code))
            return true;
    return false;
}

/* ¶ breaks the line. */
static slice
with_lines(arena *a, slice text)
{
    slice_builder b = {.arena = a};
    for (;;) {
        size_t at = slice_find(text, SLICE_OF("¶"));
        builder_add(&b, slice_cut(text, 0, at));
        if (at == text.len)
            return builder_slice(&b);
        builder_add(&b, SLICE_OF("\n"));
        text = slice_cut(text, at + strlen("¶"), text.len);
    }
}

/* Inspects one sentence or paragraph; each code counts once. */
static void
score_line(arena *a, score_list *scores, slice wanted, slice sentence)
{
    jb_diags *diags = diags_new();
    jb_source *source = source_from_bytes(SLICE_OF("corpus"), with_lines(a, sentence));
    inspect_passage(a, passage_from_source(a, source), NULL, diags);
    bool is_hit = false;
    for (size_t i = 0; i < diags_count(diags); i++) {
        slice code = slice_from(diags_at(diags, i)->kind->code);
        if (is_among(diags, code, i))
            continue;
        score_of(a, scores, code)->found++;
        is_hit = is_hit || slice_equal(code, wanted);
        if (!slice_equal(code, wanted))
            print_message("false alarm %.*s: %.*s\n", SLICE_ARGS(code),
                          SLICE_ARGS(sentence));
    }
    class_score *own = score_of(a, scores, wanted);
    own->wanted++;
    own->hits += is_hit;
    if (!is_hit && !slice_is(wanted, "-"))
        print_message("missed %.*s: %.*s\n", SLICE_ARGS(wanted),
                      SLICE_ARGS(sentence));
    source_drop(source);
    diags_drop(diags);
}

/* What the documentation says of the class must be what was measured. */
static bool
is_documented(slice page, const class_score *s)
{
    arena *a = arena_new();
    slice row = slice_printf(a, "| %zu/%zu | %zu/%zu |", s->hits, s->wanted,
                             s->hits, s->found);
    slice code = slice_printf(a, "| %.*s |", SLICE_ARGS(s->code));
    size_t at = slice_find(page, code);
    slice rest = slice_cut(page, at, page.len);
    rest = slice_cut(rest, 0, slice_find(rest, SLICE_OF("\n")));
    bool is_found = slice_ends_with(rest, row);
    arena_drop(a);
    return is_found;
}

static void
check_documents(const score_list *scores)
{
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    slice page = source_bytes_of_file(a, "docs/checks.md", 1 << 20, diags);
    assert_non_null(page.at);
    for (size_t i = 0; i < scores->n; i++)
        if (!slice_is(scores->at[i].code, "-") &&
            !is_documented(page, &scores->at[i]))
            fail_msg("docs/checks.md says something else of %.*s",
                     SLICE_ARGS(scores->at[i].code));
    diags_drop(diags);
    arena_drop(a);
}

static void
check_scores(const score_list *scores)
{
    size_t wanted = 0, hits = 0, found = 0;
    for (size_t i = 0; i < scores->n; i++) {
        const class_score *s = &scores->at[i];
        if (slice_is(s->code, "-")) {
            print_message("%zu clean sentences\n", s->wanted);
            continue;
        }
        print_message("%-28.*s recall %zu/%zu precision %zu/%zu\n",
                      SLICE_ARGS(s->code), s->hits, s->wanted, s->hits,
                      s->found);
        wanted += s->wanted;
        hits += s->hits;
        found += s->found;
    }
    print_message("all: recall %zu/%zu precision %zu/%zu\n", hits, wanted,
                  hits, found);
    assert_true(wanted >= 200);
    assert_true(hits * 100 >= wanted * 98);
    assert_true(hits * 100 >= found * 98);
}

static void
seeded_slips_are_found_and_clean_text_is_silent(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    jb_source *corpus = source_from_file(CORPUS, 1u << 20, diags);
    assert_non_null(corpus);
    score_list scores = {NULL, 0, 0};
    for (size_t line = 1;; line++) {
        slice text = source_line(corpus, line);
        if (source_line_start(corpus, line) >= source_text(corpus).len)
            break;
        size_t bar = slice_find(text, SLICE_OF("|"));
        if (bar == text.len || slice_starts_with(text, SLICE_OF("#")))
            continue;
        score_line(a, &scores, slice_cut(text, 0, bar),
                   slice_cut(text, bar + 1, text.len));
    }
    check_scores(&scores);
    check_documents(&scores);
    source_drop(corpus);
    diags_drop(diags);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seeded_slips_are_found_and_clean_text_is_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
