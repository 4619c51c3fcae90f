#include "chart/options.h"

#include <assert.h>


static const chart_option_row rows[] = {
#define OPTION(id, key, chinese, words, doc)                                 \
    [OPTION_##id] = {key, chinese, words, doc},
#include "chart/options.def"
#undef OPTION
};

static_assert(sizeof rows / sizeof *rows == OPTION_COUNT, "a row each");

const chart_option_row *
chart_option_row_of(chart_option_id id)
{
    return &rows[id];
}

/* The part of `*rest` before the next `separator`; `*rest` moves past it. */
static slice
next_part(slice *rest, char separator)
{
    size_t end = slice_find(*rest, (slice){&separator, 1});
    slice part = slice_cut(*rest, 0, end);
    *rest = slice_cut(*rest, end + 1, rest->len);
    return part;
}

static bool
choice_has(slice choice, slice word)
{
    while (choice.len > 0)
        if (slice_equal(next_part(&choice, ' '), word))
            return true;
    return false;
}

/* Index of the choice that has this name, or -1. */
static int
choice_lookup(const char *words, slice word)
{
    slice rest = slice_from(words);
    for (int i = 0; rest.len > 0; i++)
        if (choice_has(next_part(&rest, '|'), word))
            return i;
    return -1;
}

static const chart_option_row *
taken_lookup(const int *taken, size_t n, slice key,
             int *id)
{
    for (size_t i = 0; i < n; i++) {
        const chart_option_row *row = &rows[taken[i]];
        if (slice_is(key, row->key) || slice_is(key, row->chinese)) {
            *id = taken[i];
            return row;
        }
    }
    return NULL;
}

static slice
keys_text(arena *a, const int *taken, size_t n)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < n; i++)
        builder_printf(&b, "%s%s", i == 0 ? "" : "、",
                       rows[taken[i]].chinese);
    return builder_slice(&b);
}

/* The Chinese name of each choice. */
static slice
words_text(arena *a, const char *words)
{
    slice_builder b = {.arena = a};
    slice rest = slice_from(words);
    while (rest.len > 0) {
        slice choice = next_part(&rest, '|');
        next_part(&choice, ' ');
        builder_add_text(&b, b.len == 0 ? "" : "、");
        builder_add(&b, next_part(&choice, ' '));
    }
    return builder_slice(&b);
}

static void
report_unknown(const chart_spec *spec, const chart_option *option,
               const int *taken, size_t n, jb_diags *diags)
{
    arena *scratch = arena_new();
    if (n == 0)
        diag_report(diags, &CHART_OPTION_NONE, option->span, spec->kind,
                    option->key);
    else
        diag_report(diags, &CHART_OPTION_UNKNOWN, option->span, spec->kind,
                    option->key, keys_text(scratch, taken, n));
    arena_drop(scratch);
}

static bool
option_read(const chart_option *option, const chart_option_row *row,
            int *chosen, jb_diags *diags)
{
    *chosen = choice_lookup(row->words, option->value);
    if (*chosen >= 0)
        return true;
    *chosen = 0;
    arena *scratch = arena_new();
    diag_report(diags, &CHART_OPTION_BAD, option->span,
                slice_from(row->chinese), option->value,
                words_text(scratch, row->words));
    arena_drop(scratch);
    return false;
}

bool
chart_options_from(const chart_spec *spec, const int *taken,
                   size_t n_taken, chart_options *out, jb_diags *diags)
{
    bool is_good = true;
    *out = (chart_options){{0}};
    for (size_t i = 0; i < spec->n_options; i++) {
        const chart_option *option = &spec->options[i];
        int id = 0;
        const chart_option_row *row =
            taken_lookup(taken, n_taken, option->key, &id);
        if (row == NULL) {
            report_unknown(spec, option, taken, n_taken, diags);
            is_good = false;
        } else if (!option_read(option, row, &out->chosen[id], diags)) {
            is_good = false;
        }
    }
    return is_good;
}
