/* Text layout apart from reading, charts and writing, beside PangoLayout on
 * the same text: time, and the evenness of the lines; each stage by itself;
 * how time and memory grow with the text. The text is the prose of the file
 * named first, one paragraph a line; without an argument, the names and
 * sentences of the Nanyang sample. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include <pango/pangocairo.h>

#include "base/utf8.h"
#include "text/fit.h"
#include "text/text.h"

#define SIZE 15.75
#define CHARACTERS 28
#define ROUNDS 20

typedef struct evenness {
    int lines;         /* that must fill the measure */
    double stretched;  /* em, sum over lines of the room between two Han */
    double worst;      /* em per place */
    double shrunk;     /* em, sum over lines */
    int loose;         /* lines with over 0.02 em a place */
    int lone;          /* last lines of one character */
} evenness;

static double
now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool
is_ideograph(slice text, size_t at)
{
    uint32_t code = at < text.len ? utf8_next(text, &at) : 0;
    return code >= 0x4E00 && code <= 0x9FFF;
}

/* Room between two Han of a line, in em: all such places take the same. */
static double
room_between_han(const text_line *l)
{
    for (size_t r = 0; r < l->n_runs; r++) {
        const jb_glyph_run *run = &l->runs[r];
        size_t at = 0;
        for (size_t g = 0; g + 1 < run->n_glyphs; g++) {
            size_t next = at + run->glyphs[g].text_bytes;
            if (is_ideograph(run->text, at) && is_ideograph(run->text, next))
                return (double)(run->glyphs[g].advance - run->size) /
                       run->size;
            at = next;
        }
    }
    return 0;
}

static void
add_line(evenness *e, const text_line *l, double em)
{
    double each = room_between_han(l);
    e->lines++;
    e->stretched += each;
    e->shrunk += l->shrunk / em;
    e->worst = each > e->worst ? each : e->worst;
    e->loose += each > 0.02;
}

/* Lines of so many characters; whether numbers stay with their units. */
typedef struct setting {
    int characters;
    bool keeps_units;
} setting;

static size_t
set_all_at(jb_typesetter *t, setting how, slice text, jb_diags *diags,
           evenness *e)
{
    jb_len em = LEN_OF_PT(SIZE);
    text_options options = TEXT_OPTIONS;
    font_role role =
        fonts_role_lookup(typesetter_fonts(t), SLICE_OF("song"));
    options.measure = how.characters * em;
    options.keeps_units = how.keeps_units;
    options.first_indent = 2000;
    size_t lines = 0;
    while (text.len > 0) {
        size_t end = slice_find(text, SLICE_OF("\n"));
        text_span span = {.text = slice_trim(slice_cut(text, 0, end)),
                          .role = role, .size = em};
        text = slice_cut(text, end + 1, text.len);
        arena *a = arena_new();
        jb_paragraph *p = text_set(a, t, &span, 1, &options, diags);
        for (size_t i = 0; e != NULL && i < p->n_lines; i++) {
            if (!p->lines[i].is_last)
                add_line(e, &p->lines[i], em);
            else
                e->lone += i > 0 && p->lines[i].width < em * 3 / 2;
        }
        lines += p->n_lines;
        arena_drop(a);
    }
    return lines;
}

static size_t
set_all(jb_typesetter *t, slice text, jb_diags *diags, evenness *e)
{
    return set_all_at(t, (setting){CHARACTERS, true}, text, diags, e);
}

/* At the measures of columns and pages, so that no weight is chosen for one;
 * then what it costs that figures are not parted from their units. */
static void
print_measures(jb_typesetter *t, bool keeps_units, slice text,
               jb_diags *diags)
{
    printf("  figures %s\n", keeps_units ? "stay with their units"
                                         : "may be parted from their units");
    for (int n = 16; n <= 40; n += 4) {
        evenness e = {0};
        set_all_at(t, (setting){n, keeps_units}, text, diags, &e);
        printf("  %2d em: %4d full lines, shrink %.3f em, room %.4f em, "
               "widest %.3f em, %d over 0.02, %d one-character endings\n",
               n, e.lines, e.shrunk / e.lines, e.stretched / e.lines, e.worst,
               e.loose, e.lone);
    }
}

/* What PangoLayout leaves over on its full lines before it justifies, em. */
typedef struct slack {
    int lines;
    double sum, worst;
} slack;

static void
add_slack(slack *s, PangoLayout *layout)
{
    pango_layout_set_justify(layout, FALSE);
    int n = pango_layout_get_line_count(layout);
    for (int i = 0; i + 1 < n; i++) {
        PangoRectangle box;
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout, i);
        pango_layout_line_get_extents(line, NULL, &box);
        double measure = CHARACTERS - (i == 0 ? 2 : 0);
        double left = measure - box.width / (SIZE * PANGO_SCALE);
        s->lines++;
        s->sum += left;
        s->worst = left > s->worst ? left : s->worst;
    }
}

static int
pango_set_all(PangoContext *context, PangoFontDescription *font, slice text,
              slack *s)
{
    int lines = 0;
    while (text.len > 0) {
        size_t end = slice_find(text, SLICE_OF("\n"));
        slice line = slice_trim(slice_cut(text, 0, end));
        text = slice_cut(text, end + 1, text.len);
        PangoLayout *layout = pango_layout_new(context);
        pango_layout_set_font_description(layout, font);
        pango_layout_set_width(layout, (int)(CHARACTERS * SIZE * PANGO_SCALE));
        pango_layout_set_justify(layout, TRUE);
        pango_layout_set_indent(layout, (int)(2 * SIZE * PANGO_SCALE));
        pango_layout_set_text(layout, line.at, (int)line.len);
        lines += pango_layout_get_line_count(layout);
        if (s != NULL)
            add_slack(s, layout);
        g_object_unref(layout);
    }
    return lines;
}

/* Milliseconds spent in each stage of setting. */
typedef struct stages {
    double atoms, shape, breaks, space, fit;
} stages;

static double
since(double *start)
{
    double end = now(), spent = end - *start;
    *start = end;
    return spent;
}

static size_t
set_in_stages(jb_typesetter *t, text_span span, jb_diags *diags, stages *s)
{
    text_options options = TEXT_OPTIONS;
    arena *scratch = arena_new();
    text_context c = {scratch, scratch, t, &options, diags};
    text_atoms atoms;
    measure_sums sums;
    double start = now();
    atoms_from_spans(&c, &span, 1, &atoms);
    s->atoms += since(&start);
    shape_atoms(&c, &atoms);
    s->shape += since(&start);
    breaks_of_atoms(&c, &atoms);
    s->breaks += since(&start);
    space_atoms(&c, &atoms);
    s->space += since(&start);
    measure_prepare(scratch, &atoms, &options, &sums);
    jb_len measure = CHARACTERS * span.size;
    fit_paragraph(&c, &sums, (fit_widths){measure - 2 * span.size, measure});
    s->fit += since(&start);
    arena_drop(scratch);
    return atoms.n;
}

static void
print_stages(jb_typesetter *t, font_role role, slice text, jb_diags *diags)
{
    stages s = {0};
    size_t characters = 0;
    for (int i = 0; i < ROUNDS; i++)
        for (slice rest = text; rest.len > 0;) {
            size_t end = slice_find(rest, SLICE_OF("\n"));
            text_span span = {.text = slice_trim(slice_cut(rest, 0, end)),
                              .role = role, .size = LEN_OF_PT(SIZE)};
            rest = slice_cut(rest, end + 1, rest.len);
            characters += set_in_stages(t, span, diags, &s);
        }
    double per = 200 * 1e3 / (double)characters;
    printf("  200 characters, µs: classes %.1f, shaping %.1f, breaks %.1f, "
           "widths %.1f, total fit %.1f\n",
           s.atoms * per, s.shape * per, s.breaks * per, s.space * per,
           s.fit * per);
}

static double
peak_mb(void)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)used.ru_maxrss / 1024;
}

/* `characters` of the text as one paragraph, or as those it has. */
static void
print_growth(jb_typesetter *t, slice text, jb_diags *diags)
{
    for (size_t bytes = 30000; bytes <= 3000000; bytes *= 10) {
        arena *a = arena_new();
        slice_builder many = {.arena = a}, one = {.arena = a};
        while (many.len < bytes) {
            builder_add(&many, text);
            for (size_t i = 0; i < text.len; i++)
                if (text.at[i] != '\n')
                    builder_add(&one, slice_cut(text, i, i + 1));
        }
        double start = now();
        set_all(t, builder_slice(&many), diags, NULL);
        double apart = since(&start);
        double mb = peak_mb();
        set_all(t, builder_slice(&one), diags, NULL);
        printf("  %7.0f characters: paragraphs %7.1f ms (peak %.0f MB), "
               "one paragraph %7.1f ms (%.0f MB)\n",
               (double)many.len / 3, apart, mb, since(&start), peak_mb());
        arena_drop(a);
    }
}

static slice
text_of(arena *a, const char *path, jb_diags *diags)
{
    jb_source *s = source_from_file(path, 16u << 20, diags);
    if (s == NULL)
        exit(2);
    slice text = slice_copy(a, source_text(s));
    source_drop(s);
    return text;
}

int
main(int argc, char **argv)
{
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    slice text = text_of(
        a, argc > 1 ? argv[1] : "samples/nanyang-2022/metrics.yaml", diags);
    jb_fonts *fonts = fonts_from_directory("fonts", diags);
    if (fonts == NULL)
        return 2;
    jb_typesetter *t = typesetter_new(fonts);
    font_role song = fonts_role_lookup(fonts, SLICE_OF("song"));

    double start = now();
    evenness e = {0};
    size_t lines = set_all(t, text, diags, &e);
    double first = now() - start;
    start = now();
    for (int i = 0; i < ROUNDS; i++)
        set_all(t, text, diags, NULL);
    double ours = (now() - start) / ROUNDS;

    PangoFontMap *map = pango_cairo_font_map_get_default();
    pango_cairo_font_map_set_resolution((PangoCairoFontMap *)map, 72);
    PangoContext *context = pango_font_map_create_context(map);
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    PangoFontDescription *font =
        pango_font_description_from_string("Noto Serif CJK SC");
    pango_font_description_set_absolute_size(font, SIZE * PANGO_SCALE);
    slack left = {0};
    int theirs = pango_set_all(context, font, text, &left);
    start = now();
    for (int i = 0; i < ROUNDS; i++)
        pango_set_all(context, font, text, NULL);
    double pango = (now() - start) / ROUNDS;

    printf("text layout, %zu bytes at %d characters of %.2f pt\n", text.len,
           CHARACTERS, SIZE);
    printf("  ours   first %.2f ms, warm %.2f ms, %zu lines\n", first, ours,
           lines);
    printf("  pango  warm %.2f ms, %d lines   ratio %.2f\n", pango, theirs,
           ours / pango);
    printf("  %d full lines: mean shrink %.2f em, mean room %.4f em, "
           "widest place %.3f em, %d lines over 0.02 em a place, "
           "%d one-character endings\n",
           e.lines, e.shrunk / e.lines, e.stretched / e.lines, e.worst,
           e.loose, e.lone);
    printf("  pango: %d full lines: mean slack %.2f em, worst %.2f em\n",
           left.lines, left.sum / left.lines, left.worst);
    print_stages(t, song, text, diags);
    print_measures(t, true, text, diags);
    print_measures(t, false, text, diags);
    print_growth(t, text, diags);
    pango_font_description_free(font);
    g_object_unref(context);
    typesetter_drop(t);
    fonts_drop(fonts);
    diags_drop(diags);
    arena_drop(a);
    return 0;
}
