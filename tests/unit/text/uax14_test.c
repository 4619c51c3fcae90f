#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "text/atom.h"
#include "text/uax14.h"

#define LONGEST 64

/* One line of the conformance file: characters, and whether a line may start
 * at each place. */
typedef struct sample {
    uint32_t codes[LONGEST];
    bool may_break[LONGEST + 1];
    size_t n;
} sample;

static bool
read_sample(slice line, sample *out)
{
    *out = (sample){.n = 0};
    if (line.len == 0 || line.at[0] == '#')
        return false;
    for (size_t at = 0; at < line.len; at++) {
        if (line.at[at] == '/')
            out->may_break[out->n] = true;
        else if (line.at[at] != 'x' && line.at[at] != ' ') {
            char *end;
            out->codes[out->n++] =
                (uint32_t)strtoul(line.at + at, &end, 16);
            at = (size_t)(end - line.at) - 1;
        }
    }
    return out->n > 0;
}

typedef struct file {
    jb_diags *diags;
    jb_source *source;
    size_t line;
} file;

static file
open_file(const char *path)
{
    file f = {diags_new(), NULL, 0};
    f.source = source_from_file(path, 4u << 20, f.diags);
    assert_non_null(f.source);
    return f;
}

static void
close_file(file *f)
{
    source_drop(f->source);
    diags_drop(f->diags);
}

static bool
next_line(file *f, slice *line)
{
    f->line++;
    *line = source_line(f->source, f->line);
    return source_line_start(f->source, f->line) <
           source_text(f->source).len;
}

static void
conformance_file_passes_whole(void **state)
{
    (void)state;
    file f = open_file("tests/text/LineBreakTest.txt");
    arena *a = arena_new();
    size_t n = 0;
    slice line;
    sample s;
    while (next_line(&f, &line)) {
        if (!read_sample(line, &s))
            continue;
        uax14_character text[LONGEST];
        line_break breaks[LONGEST + 1];
        for (size_t i = 0; i < s.n; i++) {
            property p = property_of(s.codes[i]);
            text[i] = (uax14_character){uax14_resolved(p.line), p.is_wide};
        }
        uax14_breaks(a, text, s.n, breaks);
        for (size_t i = 0; i <= s.n; i++)
            if ((breaks[i] != LINE_BREAK_NO) != s.may_break[i])
                fail_msg("line %zu, place %zu", f.line, i);
        n++;
    }
    assert_int_equal(n, 7654);
    arena_drop(a);
    close_file(&f);
}

static const char *const class_names[] = {
    "XX", "AI", "AL", "B2", "BA", "BB", "BK", "CB", "CJ", "CL", "CM",
    "CP", "CR", "EB", "EM", "EP", "EX", "GL", "H2", "H3", "HL", "HY",
    "ID", "IN", "IS", "JL", "JT", "JV", "LF", "NL", "NS", "NU", "OP",
    "PO", "PR", "QU", "RI", "SA", "SG", "SP", "SY", "WJ", "ZW", "ZWJ",
};
_Static_assert(sizeof class_names / sizeof *class_names == LINE_CLASS_COUNT,
               "one name for each class");

static bool
is_class(const char *name, uint32_t code)
{
    return strcmp(name, "*") == 0 ||
           strcmp(name, class_names[property_line_class(code)]) == 0;
}

/* Whether a row of tests/text/tailoring.txt explains the difference. */
static bool
is_explained(bool we_allow, uint32_t left, uint32_t right)
{
    file f = open_file("tests/text/tailoring.txt");
    bool is_found = false;
    slice line;
    while (!is_found && next_line(&f, &line)) {
        char how[2], a[4], b[4];
        arena *scratch = arena_new();
        const char *text = slice_copy(scratch, line).at;
        if (sscanf(text, "%1s %3s %3s", how, a, b) == 3 && how[0] != '#')
            is_found = (how[0] == '/') == we_allow && is_class(a, left) &&
                       is_class(b, right);
        arena_drop(scratch);
    }
    close_file(&f);
    return is_found;
}

/* Spaces and line ends are tidied before breaking, so samples with them say
 * nothing here; combining marks and joiners are checked in the plain run. */
static bool
is_comparable(const sample *s)
{
    for (size_t i = 0; i < s->n; i++) {
        line_class c = property_line_class(s->codes[i]);
        if (c == LINE_SP || c == LINE_BK || c == LINE_CR || c == LINE_LF ||
            c == LINE_NL || c == LINE_ZW || c == LINE_BA || c == LINE_CM ||
            c == LINE_ZWJ || c == LINE_GL || s->codes[i] == 0x3000)
            return false;
    }
    return true;
}

static void
compare_tailored(const sample *s, size_t line)
{
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    slice_builder text = {.arena = a};
    for (size_t i = 0; i < s->n; i++)
        builder_add_code(&text, s->codes[i]);
    text_span span = {.text = builder_slice(&text), .size = 10240};
    text_options options = TEXT_OPTIONS;
    options.normalises = false;
    options.keeps_units = false;
    text_context c = {a, a, NULL, &options, diags};
    text_atoms atoms;
    atoms_from_spans(&c, &span, 1, &atoms);
    assert_int_equal(atoms.n, s->n);
    breaks_of_atoms(&c, &atoms);
    for (size_t i = 1; i < s->n; i++) {
        bool we_allow = atoms.at[i].penalty >= 0;
        if (we_allow != s->may_break[i] &&
            !is_explained(we_allow, s->codes[i - 1], s->codes[i]))
            fail_msg("line %zu: U+%04X %s U+%04X is not explained", line,
                     s->codes[i - 1], we_allow ? "/" : "x", s->codes[i]);
    }
    diags_drop(diags);
    arena_drop(a);
}

static void
every_tailoring_is_explained(void **state)
{
    (void)state;
    file f = open_file("tests/text/LineBreakTest.txt");
    size_t n = 0;
    slice line;
    sample s;
    while (next_line(&f, &line)) {
        if (!read_sample(line, &s) || !is_comparable(&s))
            continue;
        compare_tailored(&s, f.line);
        n++;
    }
    assert_true(n > 500);
    close_file(&f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conformance_file_passes_whole),
        cmocka_unit_test(every_tailoring_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
