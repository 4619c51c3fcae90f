/* The body of each sample, written out and read again by extract: the draft
 * has every figure that the body says, with its unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "prose/extract.h"
#include "prose/placeholder.h"
#include "sample.h"

static const char *
file_text(arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    char *text = arena_array(a, 1 << 20, 1);
    assert_non_null(f);
    text[fread(text, 1, (1 << 20) - 1, f)] = '\0';
    fclose(f);
    return text;
}

/* The sections' headings and paragraphs, placeholders filled. */
static slice
body_of(const sample *s)
{
    slice_builder b = {.arena = s->arena};
    prose_writer w = sample_writer(s);
    for (size_t i = 0; i < metrics_sections_count(s->metrics); i++) {
        const metrics_section *section = metrics_section_at(s->metrics, i);
        builder_add(&b, section->heading.text);
        builder_add_text(&b, "\n");
        for (size_t k = 0; k < section->n_paragraphs; k++) {
            prose_text t = placeholder_fill(&w, &section->paragraphs[k]);
            builder_add(&b, prose_plain(s->arena, &t));
            builder_add_text(&b, "\n");
        }
    }
    return builder_slice(&b);
}

static bool
is_same(const jb_quantity *a, const jb_quantity *b)
{
    return decimal_compare(decimal_abs(a->value), decimal_abs(b->value)) == 0 &&
           a->bound == b->bound;
}

static bool
draft_has(const sample *draft, const jb_quantity *q)
{
    static const fact_kind kinds[] = {FACT_VALUE, FACT_TO_DATE, FACT_PREVIOUS,
                                      FACT_PART};
    for (size_t i = 0; i < metrics_count(draft->metrics); i++) {
        const metrics_metric *m = metrics_at(draft->metrics, i);
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            for (size_t part = 0; part <= m->n_parts; part++) {
                const jb_fact *f =
                        facts_lookup(draft->facts, i, kinds[k], part);
                if (f->is_known && is_same(&f->quantity, q) &&
                    slice_equal(m->unit.name, q->unit.name))
                    return true;
            }
    }
    return false;
}

static void
check(const char *path)
{
    arena *a = arena_new();
    sample s = sample_from(file_text(a, path));
    assert_non_null(s.facts);
    slice body = body_of(&s);
    slice text = extract_from_text(a, body);
    sample draft = sample_from(text.at);
    assert_non_null(draft.facts);
    size_t n = 0, missing = 0;
    for (size_t i = 0; i < metrics_count(s.metrics); i++) {
        const jb_fact *f = facts_lookup(s.facts, i, FACT_VALUE, 0);
        const metrics_metric *m = metrics_at(s.metrics, i);
        slice said = decimal_text(a, decimal_abs(f->quantity.value));
        said = slice_join(a, said, m->unit.name);
        if (slice_find(body, said) == body.len)
            continue;
        n++;
        if (draft_has(&draft, &f->quantity))
            continue;
        missing++;
        print_message("# %s: no %.*s\n", path, SLICE_ARGS(said));
    }
    print_message("# %s: %zu of %zu figures\n", path, n - missing, n);
    assert_true(n > 10);
    assert_int_equal(missing, 0);
    sample_drop(&draft);
    sample_drop(&s);
    arena_drop(a);
}

static void
the_science_report_is_drafted_whole(void **state)
{
    (void)state;
    check("samples/nanyang-2022/metrics.yaml");
}

static void
the_half_year_report_is_drafted_whole(void **state)
{
    (void)state;
    check("samples/yunxi-2025h1/metrics.yaml");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_science_report_is_drafted_whole),
        cmocka_unit_test(the_half_year_report_is_drafted_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
