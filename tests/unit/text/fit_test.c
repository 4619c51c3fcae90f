/* fit: of all ways to break a paragraph at legal places, the one found costs
 * least: held against trying them all. */
#include "fixture.h"

#include "text/fit.h"

#define BREAKS_MOST 15

static const char *const pieces[] = {
    "全市", "高新技术企业", "达到", "2671家", "，", "增长", "251%", "。",
    "（", "）", "“", "”", "、", "C919", "10 000", "其中：", "的", "万人次",
};

/* A small generator of our own, so that every machine tests the same. */
static uint32_t
next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static slice
generated(arena *a, uint32_t *seed)
{
    slice_builder out = {.arena = a};
    size_t n = 4 + next(seed) % 9;
    for (size_t i = 0; i < n; i++)
        builder_add(&out, slice_from(pieces[next(seed) %
                                            (sizeof pieces / sizeof *pieces)]));
    return builder_slice(&out);
}

typedef struct trial {
    text_context context;
    text_atoms atoms;
    measure_sums sums;
    fit_widths widths;
    size_t breaks[BREAKS_MOST];
    size_t n;
} trial;

static bool
prepare(trial *t, const text_span *span)
{
    atoms_from_spans(&t->context, span, 1, &t->atoms);
    shape_atoms(&t->context, &t->atoms);
    breaks_of_atoms(&t->context, &t->atoms);
    space_atoms(&t->context, &t->atoms);
    measure_prepare(t->context.scratch, &t->atoms, t->context.options,
                    &t->sums);
    for (size_t i = 1; i < t->atoms.n; i++)
        if (t->atoms.at[i].penalty >= 0) {
            if (t->n == BREAKS_MOST)
                return false;
            t->breaks[t->n++] = i;
        }
    return true;
}

/* The least cost of all 2ⁿ sets of breaks. */
static int64_t
least_cost(const trial *t)
{
    int64_t least = INT64_MAX;
    for (uint32_t set = 0; set < 1u << t->n; set++) {
        size_t starts[BREAKS_MOST + 2] = {0}, n = 1;
        for (size_t i = 0; i < t->n; i++)
            if (set >> i & 1)
                starts[n++] = t->breaks[i];
        starts[n] = t->atoms.n;
        fit_lines lines = {starts, n};
        int64_t cost = fit_cost(&t->sums, t->widths, &lines);
        least = cost < least ? cost : least;
    }
    return least;
}

static bool
check_one(const fixture *f, uint32_t *seed)
{
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    options.shape = next(seed) % 4 == 0 ? TEXT_BALANCED : TEXT_PLAIN;
    options.hangs_marks = next(seed) % 4 == 0;
    text_span span = {.text = generated(a, seed), .role = f->song,
                      .size = EM};
    trial t = {.context = {a, a, f->typesetter, &options, f->diags}};
    jb_len measure = (jb_len)(7 + next(seed) % 12) * EM +
                     (jb_len)(next(seed) % 1000) * EM / 1000;
    t.widths = (fit_widths){measure - 2 * EM, measure};
    bool is_small = prepare(&t, &span);
    if (is_small) {
        fit_lines found =
            fit_paragraph(&t.context, &t.sums, t.widths);
        int64_t cost = fit_cost(&t.sums, t.widths, &found);
        int64_t least = least_cost(&t);
        if (cost > least)
            fail_msg("%lld, not %lld: %d em |%.*s|", (long long)cost,
                     (long long)least, measure / EM, SLICE_ARGS(span.text));
    }
    arena_drop(a);
    return is_small;
}

static void
no_other_breaks_cost_less(void **state)
{
    uint32_t seed = 20221118;
    int tried = 0;
    for (int i = 0; i < 400; i++)
        tried += check_one(*state, &seed);
    assert_true(tried > 150);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_other_breaks_cost_less),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
