/* Lines, trims and gaps see through the bounds of spans: a link, a note, an
 * underline or a colour moves no character (typesetting pitfall: compression
 * that stops where a style does). */
#include <stdio.h>

#include "unit/text/fixture.h"

static const char *const texts[] = {
    "他说：“增长（见表）。”《公报》、《年鉴》都这样写，对吗？！（是的。）",
    "全市GDP达到1286.4亿元，比2024年增长5.6%；其中“A类”企业3家、C919项目（一期）。",
    "“十四五”规划——“新”发展……“好”。【注】〔2022〕15号，5%～8%，甲/乙·丙。",
};

static bool
starts_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* Every box: its line, where it begins and how wide it is. */
static slice
geometry(arena *a, const jb_paragraph *p)
{
    slice_builder out = {.arena = a};
    for (size_t i = 0; i < p->n_lines; i++)
        for (size_t r = 0; r < p->lines[i].n_runs; r++) {
            const jb_glyph_run *run = &p->lines[i].runs[r];
            for (size_t g = 0; g < run->n_glyphs; g++)
                builder_printf(&out, "%zu %d %d\n", i,
                               run->origin.x + run->glyphs[g].left,
                               run->glyphs[g].width);
        }
    return builder_slice(&out);
}

static text_span
plain(const fixture *f, slice text)
{
    return (text_span){.text = text, .role = f->song, .size = EM};
}

static text_span
linked(text_span s)
{
    s.link = SLICE_OF("#note");
    return s;
}

static text_span
underlined(text_span s)
{
    s.underneath = TEXT_LINE;
    return s;
}

static text_span
coloured(text_span s)
{
    s.colour = (jb_colour){200, 0, 0, 255};
    return s;
}

static text_span
dotted(text_span s)
{
    s.underneath = TEXT_DOTS;
    return s;
}

typedef text_span (*look)(text_span);

/* The text with the character at `cut` in a look of its own. */
static slice
set_cut(const fixture *f, arena *a, slice text, size_t cut,
        const text_options *options, look dress)
{
    size_t next = cut + 1;
    while (next < text.len && !starts_character(text.at[next]))
        next++;
    text_span spans[] = {
        plain(f, slice_cut(text, 0, cut)),
        dress(plain(f, slice_cut(text, cut, next))),
        plain(f, slice_cut(text, next, text.len)),
    };
    return geometry(a, text_set(a, f->typesetter, spans, 3, options,
                                f->diags));
}

static void
hold_looks(const fixture *f, slice text, const text_options *options)
{
    static const look looks[] = {linked, underlined, coloured, dotted};
    arena *a = arena_new();
    slice whole = geometry(a, set_text(f, a, text, options));
    for (size_t cut = 0; cut < text.len; cut++) {
        for (size_t l = 0; l < sizeof looks / sizeof *looks; l++) {
            if (!starts_character(text.at[cut]))
                continue;
            slice parted = set_cut(f, a, text, cut, options, looks[l]);
            if (!slice_equal(whole, parted))
                print_message("look %zu at byte %zu of %.*s\n", l, cut,
                              SLICE_ARGS(text));
            assert_true(slice_equal(whole, parted));
        }
    }
    arena_drop(a);
}

static void
looks_move_no_character(void **state)
{
    const fixture *f = *state;
    for (int style = MARKS_QUANJIAO; style <= MARKS_BANJIAO; style++)
        for (int measure = 11; measure <= 23; measure += 6)
            for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
                text_options options = TEXT_OPTIONS;
                options.measure = measure * EM;
                options.marks = (text_marks)style;
                hold_looks(f, slice_from(texts[i]), &options);
            }
}

/* Width between the Han around `a` and `b`, `b` in another role. */
static jb_len
between(const fixture *f, slice a, slice b, const char *role)
{
    arena *scratch = arena_new();
    text_options options = TEXT_OPTIONS;
    text_span spans[] = {plain(f, slice_join(scratch, SLICE_OF("国"), a)),
                         plain(f, slice_join(scratch, b, SLICE_OF("国")))};
    spans[1].role = fonts_role_lookup(f->fonts, slice_from(role));
    jb_paragraph *p =
        text_set(scratch, f->typesetter, spans, 2, &options, f->diags);
    jb_len width = p->lines[0].width - 2 * EM;
    arena_drop(scratch);
    return width;
}

/* Across faces as well: a bold 《 behind 、 is trimmed like any. */
static void
marks_of_two_faces_are_compressed(void **state)
{
    const fixture *f = *state;
    static const struct {
        const char *a, *b;
        int tenths;
    } pairs[] = {{"、", "《", 15}, {"，", "（", 15}, {"》", "。", 15},
                 {"）", "，", 15}, {"（", "《", 15}, {"》", "）", 15},
                 {"！", "？", 10}, {"，", "国", 20}};
    static const char *const roles[] = {"hei", "kai", "fang"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (size_t r = 0; r < sizeof roles / sizeof *roles; r++)
            assert_in_range(between(f, slice_from(pairs[i].a),
                                    slice_from(pairs[i].b), roles[r]) +
                                HUNDREDTH,
                            pairs[i].tenths * EM / 10,
                            pairs[i].tenths * EM / 10 + 2 * HUNDREDTH);
}

/* Set in one line: the text with a note mark between `before` and `after`. */
static jb_len
noted_width(const fixture *f, const char *before, const char *after)
{
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    text_span spans[] = {plain(f, slice_from(before)),
                         plain(f, SLICE_OF("①")),
                         plain(f, slice_from(after))};
    spans[1].size = EM * 6 / 10;
    spans[1].rise = EM * 35 / 100;
    spans[1].link = SLICE_OF("#n1");
    jb_paragraph *p =
        text_set(a, f->typesetter, spans, 3, &options, f->diags);
    jb_len width = p->lines[0].width;
    arena_drop(a);
    return width;
}

static void
note_marks_take_no_gap(void **state)
{
    assert_in_range(noted_width(*state, "增长国", "国内"),
                    5 * EM + EM * 59 / 100, 5 * EM + EM * 61 / 100);
}

/* Marks are compressed as if no note mark stood between them (CLREQ
 * #consecutive_punctuation_marks): half an em goes, and only where it would. */
static void
marks_are_compressed_across_note_marks(void **state)
{
    static const struct {
        const char *before, *after;
        int tenths;
    } pairs[] = {{"国”", "，国", 35}, {"国）", "（国", 35}, {"国》", "。国", 35},
                 {"国。", "“国", 35}, {"国，", "》国", 35}, {"国。", "国国", 40},
                 {"国国", "，国", 40}, {"国国", "“国", 40}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        jb_len wanted = pairs[i].tenths * EM / 10 + EM * 6 / 10;
        assert_in_range(noted_width(*state, pairs[i].before, pairs[i].after),
                        wanted - EM / 100, wanted + EM / 100);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_move_no_character),
        cmocka_unit_test(marks_of_two_faces_are_compressed),
        cmocka_unit_test(note_marks_take_no_gap),
        cmocka_unit_test(marks_are_compressed_across_note_marks),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
