/* Paragraphs of random Chinese, Latin, digits and marks at all measures from
 * 8 to 60 em, in every style and level, set, drawn, and measured as drawn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "proof/typography.h"
#include "text/text.h"

#define EM LEN_OF_PT(12)
#define ROUNDS 3000

static const char *const PIECES[] = {
    "全市", "高新技术企业", "经济运行", "达到", "同比增长", "的", "，",
    "。", "、", "；", "“", "”", "（", "）", "《", "》", "——", "……",
    "2671家", "251%", "62.3亿元", "5%～8%", "2020—2021年", "C919",
    "GDP", "online", "10 000元", "±3%", "第3位", "·", "！", "：",
    "〔2022〕15号", "0.2个百分点", "A",
};

static uint32_t
next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static slice
generated(arena *a, uint32_t *seed)
{
    slice_builder b = {.arena = a};
    size_t n = 10 + next(seed) % 70;
    for (size_t i = 0; i < n; i++)
        builder_add(&b, slice_from(PIECES[next(seed) % (sizeof PIECES /
                                                        sizeof *PIECES)]));
    return builder_slice(&b);
}

typedef struct studio {
    jb_diags *diags;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
} studio;

static int
open_studio(void **state)
{
    studio *s = calloc(1, sizeof *s);
    s->diags = diags_new();
    s->fonts = fonts_from_directory("fonts", s->diags);
    s->typesetter = typesetter_new(s->fonts);
    *state = s;
    return s->fonts == NULL;
}

static int
close_studio(void **state)
{
    studio *s = *state;
    typesetter_drop(s->typesetter);
    fonts_drop(s->fonts);
    diags_drop(s->diags);
    free(s);
    return 0;
}

/* The paragraph alone on a page. */
static jb_pages *
drawn(arena *a, const jb_paragraph *p)
{
    jb_pages *pages = ARENA_NEW(a, jb_pages);
    jb_page page = {.size = {100 * EM, 1000 * EM}};
    page.display.arena = a;
    display_group_begin(&page.display,
                        (display_group){.role = ROLE_P, .element = 1});
    for (size_t i = 0; i < p->n_lines; i++)
        text_line_draw(&page.display, &p->lines[i],
                       (jb_point){0, (jb_len)(i + 1) * 2 * EM});
    display_group_end(&page.display);
    ARRAY_PUSH(a, &pages->pages, page);
    return pages;
}

/* Marks that may neither start a line with what is before them nor end it
 * with what follows leave no legal place in a short line. */
static bool
is_forced(const jb_paragraph *p)
{
    for (size_t i = 0; i < p->n_lines; i++)
        if (p->lines[i].is_forced_overfull)
            return true;
    return false;
}

static double
edge_of(const seen_line *l)
{
    size_t n = l->glyphs.n;
    while (n > 1 && l->glyphs.at[n - 1].code == ' ')
        n--;
    return l->glyphs.at[n - 1].x + l->glyphs.at[n - 1].advance;
}

/* All styles of marks, levels that forbid, hanging or not, indent or not. */
static void
vary(text_options *options, uint32_t *seed)
{
    options->first_indent = next(seed) % 2 == 0 ? 2000 : 0;
    options->hangs_marks = next(seed) % 4 == 0;
    options->marks = (text_marks)(next(seed) % 3);
    options->prohibitions =
        (text_prohibition)(PROHIBIT_BASIC + next(seed) % 3);
}

/* Columns so narrow may have no place before a range or the number of a
 * document: then they are parted behind the mark in them, not elsewhere. */
#define NARROW (16 * EM)

static bool
is_excused(const line_measure *m, jb_len measure)
{
    uint32_t last = m->line->glyphs.at[seen_last_ink(m->line)].code;
    mark_kind mark = character_mark_of(last);
    return measure < NARROW &&
           (mark == MARK_CONNECTOR || mark == MARK_CLOSING ||
            mark == MARK_PAUSE);
}

static void
check_one(const studio *s, uint32_t *seed, size_t *n_lines, size_t *n_short)
{
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    options.measure = (jb_len)(8 + next(seed) % 53) * EM;
    vary(&options, seed);
    text_span span = {.text = generated(a, seed), .size = EM,
                      .role = fonts_role_lookup(s->fonts, SLICE_OF("song"))};
    jb_paragraph *p =
        text_set(a, s->typesetter, &span, 1, &options, s->diags);
    seen_document seen = seen_from_pages(a, drawn(a, p));
    typography t = typography_of(a, &seen);
    assert_int_equal(t.n, p->n_lines);
    double measure = len_to_pt(options.measure), em = len_to_pt(EM);
    for (size_t i = 0; i < t.n && !is_forced(p); i++) {
        const line_measure *m = &t.lines[i];
        slice text = seen_text(a, m->line);
        static const proof_fault never[] = {FAULT_END, FAULT_FIGURE};
        for (size_t f = 0; f < sizeof never / sizeof *never; f++)
            if (m->faults[never[f]] && !is_excused(m, options.measure))
                fail_msg("%s: %.*s", fault_name(never[f]), SLICE_ARGS(text));
        if (i > 0 && m->faults[FAULT_START])
            fail_msg("行首，%d字：%.*s|%.*s", options.measure / EM,
                     SLICE_ARGS(seen_text(a, m[-1].line)), SLICE_ARGS(text));
        double over = edge_of(m->line) - measure;
        if (over > (options.hangs_marks ? 1.01 : 0.01) * em)
            fail_msg("出格：%.*s", SLICE_ARGS(text));
        *n_short += !m->is_last && over < -0.01 * em;
    }
    *n_lines += t.n;
    arena_drop(a);
}

static void
generated_paragraphs_are_sound_as_drawn(void **state)
{
    uint32_t seed = 9704;
    size_t n_lines = 0, n_short = 0;
    for (int i = 0; i < ROUNDS; i++)
        check_one(*state, &seed, &n_lines, &n_short);
    print_message("%zu lines of %d paragraphs, %zu of one word, which "
                  "cannot be spread\n",
                  n_lines, ROUNDS, n_short);
    assert_true(n_lines > ROUNDS * 3);
    assert_true(n_short * 100 < n_lines);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            generated_paragraphs_are_sound_as_drawn, open_studio,
            close_studio),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
