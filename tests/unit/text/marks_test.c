/* Every mark at every level at a line's start and end, and what marks beside
 * each other are wide. */
#include "unit/text/fixture.h"

/* The lowest level at which the mark may not stand there; FREE: at none. */
enum { FREE = PROHIBIT_STRICT + 1 };

static const struct {
    const char *marks; /* apart by spaces */
    int start, end;
} rules[] = {
    {"‘ “ （ 《 〈 【 〖 〔 ［ ｛ 「 『", FREE, PROHIBIT_BASIC},
    {"’ ” ） 》 〉 】 〗 〕 ］ ｝ 」 』", PROHIBIT_BASIC, FREE},
    {"、 ， ： ； 。 ． ！ ？ ‼ ⁇ ⁈ ⁉", PROHIBIT_BASIC, FREE},
    {"· – — ～", PROHIBIT_BASIC, FREE},
    {"/ ／", PROHIBIT_BASIC, PROHIBIT_GB},
    {"—— ⸺ …… ⋯⋯", PROHIBIT_STRICT, FREE},
};

typedef struct ends {
    bool starts, ends, is_parted;
} ends;

static void
look_at_ends(const jb_paragraph *p, slice mark, ends *e)
{
    slice half = slice_cut(mark, 0, mark.len / 2);
    bool is_pair = mark.len == 6;
    for (size_t i = 0; i < p->n_lines; i++) {
        slice line = line_text(p, i);
        bool is_last = i + 1 == p->n_lines;
        e->starts |= i > 0 && slice_starts_with(line, mark);
        e->ends |= !is_last && slice_ends_with(line, mark);
        e->is_parted |= is_pair && !is_last && slice_ends_with(line, half) &&
                        !slice_ends_with(line, mark);
    }
}

/* The mark is moved past the end of a line of eight. */
static ends
ends_of(const fixture *f, slice mark, text_prohibition level)
{
    ends e = {false, false, false};
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    options.measure = 8 * EM;
    options.prohibitions = level;
    options.normalises = false;
    for (int before = 5; before < 10; before++) {
        slice_builder text = {.arena = a};
        for (int i = 0; i < before; i++)
            builder_add_text(&text, "国");
        builder_add(&text, mark);
        for (int i = 0; i < 12; i++)
            builder_add_text(&text, "国");
        look_at_ends(set_text(f, a, builder_slice(&text), &options), mark,
                     &e);
    }
    arena_drop(a);
    return e;
}

static void
check_mark(const fixture *f, slice mark, int start, int end)
{
    for (int level = PROHIBIT_NONE; level <= PROHIBIT_STRICT; level++) {
        ends e = ends_of(f, mark, (text_prohibition)level);
        if (e.starts && level >= start)
            fail_msg("%.*s starts a line at level %d", SLICE_ARGS(mark),
                     level);
        if (e.ends && level >= end)
            fail_msg("%.*s ends a line at level %d", SLICE_ARGS(mark), level);
        if (level == PROHIBIT_NONE && !e.starts && mark.at[0] != '/')
            fail_msg("%.*s is held back at no level", SLICE_ARGS(mark));
        if (e.is_parted)
            fail_msg("%.*s is parted at level %d", SLICE_ARGS(mark), level);
    }
}

static void
marks_keep_their_side_at_each_level(void **state)
{
    const fixture *f = *state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        slice marks = slice_from(rules[i].marks);
        while (marks.len > 0) {
            size_t end = slice_find(marks, SLICE_OF(" "));
            check_mark(f, slice_cut(marks, 0, end), rules[i].start,
                       rules[i].end);
            marks = slice_cut(marks, end + 1, marks.len);
        }
    }
}

static jb_len
width_in(const fixture *f, const char *role, const char *text,
         const text_options *options)
{
    arena *a = arena_new();
    text_span span = {.text = slice_from(text), .size = EM,
                      .role = fonts_role_lookup(f->fonts, slice_from(role))};
    jb_paragraph *p =
        text_set(a, f->typesetter, &span, 1, options, f->diags);
    jb_len width = p->lines[0].width;
    arena_drop(a);
    return width;
}

static void
check_ems(const char *what, jb_len width, double ems)
{
    if (abs(width - (jb_len)(ems * EM)) > HUNDREDTH)
        fail_msg("%s is %.3f em wide, not %.2f", what, (double)width / EM,
                 ems);
}

static void
marks_at_a_line_end_are_half_in_every_face(void **state)
{
    const fixture *f = *state;
    static const char *const roles[] = {"song", "hei", "kai", "fang"};
    static const char *const texts[] = {"国，", "国、", "国：", "国；",
                                        "国。", "国！", "国？", "国）",
                                        "国》", "国”", "国〕", "“国"};
    text_options options = TEXT_OPTIONS;
    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            check_ems(texts[i], width_in(f, roles[r], texts[i], &options),
                      1.5);
}

static void
styles_set_marks_full_or_half(void **state)
{
    const fixture *f = *state;
    static const struct {
        const char *text;
        double quanjiao, kaiming, banjiao;
    } rows[] = {
        {"国，国", 3, 2.5, 2.5},   {"国。国", 3, 3, 2.5},
        {"国？国", 3, 3, 2.5},     {"国（国", 3, 2.5, 2.5},
        {"国！？国", 3, 3, 3},     {"国？！？国", 4, 4, 3.5},
        {"国）（国", 3.5, 3, 3},   {"国——国", 4, 4, 4},
        {"国·国", 2.5, 2.5, 2.5},  {"国～国", 3, 3, 3},
        {"国／国", 2.5, 2.5, 2.5}, {"国–国", 2.5, 2.5, 2.5},
        {"国‼国", 3, 3, 3},        {"国⁉国", 3, 3, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double ems[] = {rows[i].quanjiao, rows[i].kaiming, rows[i].banjiao};
        for (int style = MARKS_QUANJIAO; style <= MARKS_BANJIAO; style++) {
            text_options options = TEXT_OPTIONS;
            options.marks = (text_marks)style;
            check_ems(rows[i].text,
                      width_in(f, "song", rows[i].text, &options),
                      ems[style]);
        }
    }
}

static void
currency_stands_against_its_figure(void **state)
{
    const fixture *f = *state;
    text_options options = TEXT_OPTIONS;
    jb_len figure = width_in(f, "song", "100", &options);
    assert_int_equal(width_in(f, "song", "￥100", &options), EM + figure);
}

/* Every two kinds of mark side by side, between 甲 and 乙, in halves of an em
 * (CLREQ #consecutive_punctuation_marks; GB/T 15834-2011 5.1.2 for ！！). */
static void
pairs_have_their_widths(void **state)
{
    static const char *const kinds[] = {"（“《‘【〔", "）”》’】〕", "、，；：",
                                        "。", "！？"};
    static const int halves[][5] = {
        {3, 4, 4, 4, 4}, /* opening, before each kind */
        {3, 3, 3, 3, 3}, /* closing */
        {3, 3, 4, 4, 4}, /* pause */
        {3, 3, 4, 4, 4}, /* stop */
        {3, 3, 4, 4, 2}, /* exclamation */
    };
    const size_t han = 3; /* bytes */
    for (size_t k = 0; k < 25; k++) {
        slice first = slice_from(kinds[k / 5]), next = slice_from(kinds[k % 5]);
        for (size_t i = 0; i < first.len; i += han)
            for (size_t j = 0; j < next.len; j += han) {
                arena *a = arena_new();
                text_options options = TEXT_OPTIONS;
                slice text = slice_printf(
                    a, "甲%.*s%.*s乙", 3, first.at + i, 3, next.at + j);
                jb_paragraph *p = set_text(*state, a, text, &options);
                jb_len width = p->lines[0].width - 2 * EM;
                if (abs(width - halves[k / 5][k % 5] * EM / 2) > HUNDREDTH)
                    fail_msg("%.*s: %d hundredths", SLICE_ARGS(text),
                             width / HUNDREDTH);
                arena_drop(a);
            }
    }
}

/* Only a lone 、，。 hangs. */
static void
one_light_mark_hangs(void **state)
{
    const fixture *f = *state;
    text_options options = TEXT_OPTIONS;
    options.hangs_marks = true;
    check_ems("国，", width_in(f, "song", "国，", &options), 1);
    check_ems("国。", width_in(f, "song", "国。", &options), 1);
    check_ems("国；", width_in(f, "song", "国；", &options), 1.5);
    check_ems("国”。", width_in(f, "song", "国”。", &options), 2);
}

/* Quotation marks are as wide as the phrase they stand in asks. */
static void
quotes_follow_their_phrase(void **state)
{
    const fixture *f = *state;
    text_options options = TEXT_OPTIONS;
    jb_len western = width_in(f, "song", "the “C” here", &options);
    jb_len bare = width_in(f, "song", "the C here", &options);
    assert_true(western - bare < EM);
    jb_len chinese = width_in(f, "song", "国“C”国", &options);
    assert_int_equal(chinese - 4 * EM,
                     width_in(f, "song", "C", &options));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_keep_their_side_at_each_level),
        cmocka_unit_test(marks_at_a_line_end_are_half_in_every_face),
        cmocka_unit_test(styles_set_marks_full_or_half),
        cmocka_unit_test(currency_stands_against_its_figure),
        cmocka_unit_test(pairs_have_their_widths),
        cmocka_unit_test(one_light_mark_hangs),
        cmocka_unit_test(quotes_follow_their_phrase),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
