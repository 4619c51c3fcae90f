/* typeset: the text room on its own, one paragraph a line, for people who
 * compare engines and for tests that we did not write. */
#include "engine.h"
#include "text/text.h"

typedef struct named_value {
    const char *name;
    int value;
} named_value;

static const named_value levels[] = {
    {"none", PROHIBIT_NONE},
    {"basic", PROHIBIT_BASIC},
    {"gb", PROHIBIT_GB},
    {"strict", PROHIBIT_STRICT},
};

static const named_value styles[] = {
    {"quanjiao", MARKS_QUANJIAO},
    {"kaiming", MARKS_KAIMING},
    {"banjiao", MARKS_BANJIAO},
};

static const named_value names[] = {
    {"free", NAMES_FREE},
    {"avoid", NAMES_AVOID},
    {"keep", NAMES_KEEP},
};

static const named_value titles[] = {
    {"free", TITLES_FREE},
    {"words", TITLES_WORDS},
    {"keep", TITLES_KEEP},
};

static int
value_of(const named_value *values, size_t n, const char *name)
{
    for (size_t i = 0; name != NULL && i < n; i++)
        if (slice_is(slice_from(name), values[i].name))
            return values[i].value;
    return -1;
}

#define N_OF(array) (sizeof(array) / sizeof *(array))

static text_options
options_from(const jb_typeset_options *o)
{
    text_options t = TEXT_OPTIONS;
    int level = value_of(levels, N_OF(levels), o->prohibitions);
    int marks = value_of(styles, N_OF(styles), o->marks);
    int persons = value_of(names, N_OF(names), o->names);
    int books = value_of(titles, N_OF(titles), o->titles);
    t.measure = len_from(o->measure * LEN_PER_PT);
    t.first_indent = (int)(o->indent * 1000 + 0.5);
    t.gap = (int)(o->gap * 1000 + 0.5);
    t.gap_min = t.gap < t.gap_min ? t.gap : t.gap_min;
    t.gap_max = t.gap > t.gap_max ? t.gap : t.gap_max;
    t.hangs_marks = o->hangs_marks;
    t.normalises = o->normalises;
    t.prohibitions = level < 0 ? PROHIBIT_BASIC : (text_prohibition)level;
    t.marks = marks < 0 ? MARKS_QUANJIAO : (text_marks)marks;
    t.names = persons < 0 ? NAMES_AVOID : (text_names)persons;
    t.titles = books < 0 ? TITLES_WORDS : (text_titles)books;
    return t;
}

const char *
jb_typeset(jb_engine *e, const jb_source *source,
           const jb_typeset_options *options, jb_diags *diags)
{
    jb_typesetter *t = engine_typesetter(e, diags);
    if (t == NULL || !source_check_encoding(source, diags))
        return NULL;
    const char *role = options->role == NULL ? "song" : options->role;
    text_span span = {.role = fonts_role_lookup(typesetter_fonts(t),
                                                slice_from(role)),
                      .size = len_from(options->size * LEN_PER_PT)};
    if (span.role == FONT_ROLE_NONE) {
        diag_report(diags, &ASKED_ROLE_UNKNOWN, SPAN_NONE,
                    slice_from(role));
        return NULL;
    }
    text_options how = options_from(options);
    slice_builder out = {.arena = engine_arena(e)};
    slice text = source_text(source);
    for (size_t at = 0; at < text.len;) {
        size_t end = at + slice_find(slice_cut(text, at, text.len),
                                     SLICE_OF("\n"));
        arena *a = arena_new();
        span.text = slice_trim(slice_cut(text, at, end));
        size_t first = (size_t)(span.text.at - text.at);
        span.span = span_of(source, first, first + span.text.len);
        jb_paragraph *p = text_set(a, t, &span, 1, &how, diags);
        builder_add(&out, text_json(a, p));
        builder_add_text(&out, "\n");
        arena_drop(a);
        at = end + 1;
    }
    return builder_slice(&out).at;
}
