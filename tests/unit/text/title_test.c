/* title: lines of titles end where their meaning lets them, by a table that
 * an editor wrote: tests/text/titles.txt. */
#include "fixture.h"

static const int MEASURES[] = {12, 16, 20}; /* in em */

/* Whether `row` has a bar before byte `at` of its text. */
static bool
allows(slice row, size_t at)
{
    size_t text = 0;
    for (size_t i = 0; i < row.len; i++) {
        if (row.at[i] == '|' && text == at)
            return true;
        text += row.at[i] != '|';
    }
    return false;
}

/* Titles of three lines and more, and those of them with a line that is half
 * an em narrower than one above and one below it. */
typedef struct outlines {
    int n, waisted;
} outlines;

static void
count_outline(const jb_paragraph *p, outlines *of)
{
    bool is_waisted = false;
    for (size_t i = 1; i + 1 < p->n_lines; i++)
        for (size_t j = i + 1; j < p->n_lines; j++)
            is_waisted |= p->lines[i - 1].width > p->lines[i].width + EM / 2 &&
                          p->lines[j].width > p->lines[i].width + EM / 2;
    of->n += p->n_lines > 2;
    of->waisted += is_waisted;
}

/* Whether the title keeps to the row at this measure; says how it is set
 * when not. */
static bool
keeps_to(const fixture *f, slice row, int ems, outlines *of)
{
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    options.measure = ems * EM;
    options.align = TEXT_CENTRE;
    options.shape = TEXT_TITLE;
    jb_paragraph *p = set_text(f, a, row_text(a, row), &options);
    bool is_kept = true;
    count_outline(p, of);
    for (size_t i = 1; i < p->n_lines; i++)
        is_kept = is_kept && allows(row, p->lines[i].first);
    for (size_t i = 0; i < p->n_lines && !is_kept; i++)
        print_message("%s%.*s%s", i > 0 ? "|" : "# ",
                      SLICE_ARGS(line_text(p, i)),
                      i + 1 == p->n_lines ? "\n" : "");
    arena_drop(a);
    return is_kept;
}

static void
titles_end_lines_by_sense(void **state)
{
    const fixture *f = *state;
    jb_source *source =
        source_from_file("tests/text/titles.txt", 1 << 20, f->diags);
    assert_non_null(source);
    slice rest = source_text(source);
    int n = 0, kept = 0;
    outlines of = {0, 0};
    while (rest.len > 0) {
        size_t end = slice_find(rest, SLICE_OF("\n"));
        slice row = slice_cut(rest, 0, end);
        rest = slice_cut(rest, end + 1, rest.len);
        if (row.len == 0 || row.at[0] == '#')
            continue;
        for (size_t i = 0; i < sizeof MEASURES / sizeof *MEASURES; i++, n++)
            kept += keeps_to(f, row, MEASURES[i], &of);
    }
    source_drop(source);
    print_message("# %d of %d titles keep to the table\n", kept, n);
    print_message("# %d of %d of three lines and more have a waist\n",
                  of.waisted, of.n);
    assert_true(n >= 660);
    assert_true(kept * 100 >= n * 84);
    assert_true(of.n >= 120);
    assert_true(of.waisted * 6 <= of.n);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_end_lines_by_sense),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
