#include "text/text.h"

#include "text/fit.h"
#include "text/line.h"
#include "text/penalty.h"
#include "text/title.h"

/* A paragraph between its stages. */
typedef struct setting {
    text_context context;
    text_atoms atoms;
    measure_sums sums;
    fit_widths widths;
    fit_lines lines;
} setting;

static fit_widths
widths_of(const text_options *o, jb_len em)
{
    if (o->measure <= 0)
        return (fit_widths){0, 0};
    jb_len first = o->measure - len_scale(em, o->first_indent, 1000);
    jb_len rest = o->measure - len_scale(em, o->rest_indent, 1000);
    return (fit_widths){len_max(first, 1), len_max(rest, 1)};
}

static void
prepare(setting *s, const text_span *spans, size_t n_spans)
{
    atoms_from_spans(&s->context, spans, n_spans, &s->atoms);
    shape_atoms(&s->context, &s->atoms);
    breaks_of_atoms(&s->context, &s->atoms);
    space_atoms(&s->context, &s->atoms);
    measure_prepare(s->context.scratch, &s->atoms, s->context.options,
                    &s->sums);
    s->widths = widths_of(s->context.options, s->atoms.em);
}

/* Texts of more lines than this are read as prose when they have clauses or are
 * longer than a name: they are not evened out and broken by sense at the price
 * of a line. */
#define BALANCED_LINES 3
#define NAME_LONGEST_EM 24

static bool
is_prose(const setting *s)
{
    for (size_t i = 0; i < s->atoms.n; i++) {
        uint32_t code = s->atoms.at[i].code;
        if (code == 0xFF0C || code == 0xFF1B || code == 0x3002) /* ，；。 */
            return true;
    }
    return measure_line(&s->sums, 0, s->atoms.n).width >
           (int64_t)NAME_LONGEST_EM * s->atoms.em;
}

/* As `plain` says, which is the paragraph's own but for the shape. */
static void
set_plain(setting *s, text_options *plain)
{
    *plain = *s->context.options;
    plain->shape = TEXT_PLAIN;
    s->context.options = s->sums.options = plain;
    breaks_of_atoms(&s->context, &s->atoms);
    s->lines = fit_paragraph(&s->context, &s->sums, s->widths);
}

static void
fit(setting *s, text_options *plain)
{
    s->lines = fit_paragraph(&s->context, &s->sums, s->widths);
    if (s->context.options->shape == TEXT_TITLE)
        s->lines = title_shaped(&s->context, &s->sums, s->widths, s->lines);
    if (s->context.options->shape != TEXT_BALANCED ||
        s->lines.n <= BALANCED_LINES || !is_prose(s))
        return;
    const text_options *own = s->context.options;
    fit_lines balanced = s->lines;
    set_plain(s, plain);
    if (s->lines.n < balanced.n)
        return;
    s->context.options = s->sums.options = own;
    s->lines = balanced;
}

static bool
is_last_line(const setting *s, size_t line)
{
    size_t end = s->lines.starts[line + 1];
    return line + 1 == s->lines.n ||
           (end < s->atoms.n && s->atoms.at[end].is_forced);
}

/* Where the line's box starts, by indent and alignment. */
static jb_len
start_of(const setting *s, size_t line, jb_len width, jb_len content)
{
    const text_options *o = s->context.options;
    int indent = s->lines.starts[line] == 0 ? o->first_indent
                                            : o->rest_indent;
    jb_len x = len_scale(s->atoms.em, indent, 1000);
    if (width == 0 || content >= width)
        return x;
    if (o->align == TEXT_CENTRE)
        return x + (width - content) / 2;
    return o->align == TEXT_END ? x + width - content : x;
}

static void
draw_line(setting *s, size_t line, text_line *out)
{
    const text_options *o = s->context.options;
    arena_mark mark = arena_mark_now(s->context.scratch);
    measured_line m = measure_line(&s->sums, s->lines.starts[line],
                                   s->lines.starts[line + 1]);
    jb_len width = s->lines.starts[line] == 0 ? s->widths.first
                                              : s->widths.rest;
    out->is_last = is_last_line(s, line);
    bool is_justified = o->align == TEXT_DISTRIBUTE ||
                        (o->align == TEXT_JUSTIFY && !out->is_last);
    spent_line spent =
        spend_line(&s->context, &s->sums, m, width, is_justified);
    out->is_forced_overfull = width > 0 && spent.width > width;
    line_from_spent(&s->context, &s->atoms, &spent,
                    start_of(s, line, width, spent.width), out);
    arena_release(s->context.scratch, mark);
}

static slice
in_points(arena *a, jb_len length)
{
    int64_t tenths = ((int64_t)length * 10 + LEN_PER_PT / 2) / LEN_PER_PT;
    return slice_printf(a, "%lld.%lld磅", (long long)(tenths / 10),
                        (long long)(tenths % 10));
}

/* Once a paragraph of prose: cells and labels are tried at many widths. */
static void
report_overfull(const setting *s, const jb_paragraph *p)
{
    if (s->context.options->align != TEXT_JUSTIFY)
        return;
    for (size_t i = 0; i < p->n_lines; i++) {
        size_t start = s->lines.starts[i];
        if (!p->lines[i].is_forced_overfull || start >= s->atoms.n)
            continue;
        arena *a = s->context.scratch;
        diag_report(s->context.diags, &TEXT_OVERFULL,
                    atom_span(&s->atoms, start),
                    in_points(a, p->lines[i].width),
                    in_points(a, start == 0 ? s->widths.first
                                            : s->widths.rest));
        return;
    }
}

/* How far the ideographic box stands above the baseline: 0.88 em in Noto,
 * 0.80 in Fandol. */
static jb_len
box_ascent(const text_context *c, const text_span *span)
{
    const jb_face *face =
        fonts_face(typesetter_fonts(c->typesetter), span->role, c->diags);
    if (face == NULL)
        return len_scale(span->size, 880, 1000);
    return len_scale(span->size, face_box_top(face),
                     face_units_per_em(face));
}

static jb_paragraph *
draw(setting *s, size_t n_lines)
{
    arena *a = s->context.arena;
    jb_paragraph *p = ARENA_NEW(a, jb_paragraph);
    p->text = s->atoms.text;
    p->lines = ARENA_ARRAY(a, n_lines, text_line);
    p->n_lines = n_lines;
    for (size_t i = 0; i < n_lines; i++)
        draw_line(s, i, &p->lines[i]);
    const text_span *largest = NULL;
    for (size_t i = 0; i < s->atoms.n_spans; i++)
        if (largest == NULL || s->atoms.spans[i].size > largest->size)
            largest = &s->atoms.spans[i];
    if (largest != NULL) {
        p->size = largest->size;
        p->ascent = box_ascent(&s->context, largest);
    }
    p->descent = p->size - p->ascent;
    return p;
}

static setting
setting_new(arena *a, jb_typesetter *t, const text_options *options,
            jb_diags *diags)
{
    arena *scratch = arena_new();
    return (setting){.context = {a, scratch, t, options, diags}};
}

/* The spans cut at byte `end` of the set text's atoms, with … behind. */
static text_span *
cut_spans(arena *a, const setting *s, size_t end, size_t *n)
{
    const text_atom *last = &s->atoms.at[end];
    text_span *cut = ARENA_ARRAY(a, last->span + 1, text_span);
    *n = last->span + 1;
    for (size_t i = 0; i < *n; i++)
        cut[i] = s->atoms.spans[i];
    slice kept = slice_cut(cut[*n - 1].text, 0, last->from);
    cut[*n - 1].text = slice_join(a, kept, SLICE_OF("…"));
    cut[*n - 1].span = SPAN_NONE;
    return cut;
}

/* Shorten the text until it fits in max_lines with an ellipsis. The findings
 * of the whole paragraph have been reported once. */
static jb_paragraph *
set_truncated(arena *a, jb_typesetter *t, const setting *whole)
{
    text_options options = *whole->context.options;
    size_t max = (size_t)options.max_lines;
    options.max_lines = 0;
    size_t end = whole->lines.starts[max];
    jb_diags *quiet = diags_new();
    jb_paragraph *p = NULL;
    for (size_t cut = end; cut > 0 && (p == NULL || p->n_lines > max);
         cut--) {
        size_t n;
        text_span *spans = cut_spans(a, whole, cut, &n);
        p = text_set(a, t, spans, n, &options, quiet);
    }
    diags_drop(quiet);
    if (p != NULL)
        p->is_truncated = true;
    return p;
}

jb_paragraph *
text_set(arena *a, jb_typesetter *t, const text_span *spans, size_t n_spans,
         const text_options *options, jb_diags *diags)
{
    setting s = setting_new(a, t, options, diags);
    text_options plain;
    prepare(&s, spans, n_spans);
    jb_paragraph *p = NULL;
    if (s.atoms.n > 0)
        fit(&s, &plain);
    bool is_long = options->max_lines > 0 &&
                   s.lines.n > (size_t)options->max_lines;
    if (is_long)
        p = set_truncated(a, t, &s);
    if (p == NULL) {
        p = draw(&s, s.lines.n);
        report_overfull(&s, p);
    }
    arena_drop(s.context.scratch);
    return p;
}

void
text_widths(arena *scratch, jb_typesetter *t, const text_span *spans,
            size_t n_spans, const text_options *options, jb_len *narrowest,
            jb_len *widest, jb_diags *diags)
{
    setting s = setting_new(scratch, t, options, diags);
    prepare(&s, spans, n_spans);
    *widest = (jb_len)measure_line(&s.sums, 0, s.atoms.n).width;
    *narrowest = 0;
    size_t first = 0;
    for (size_t i = 1; i <= s.atoms.n; i++) {
        bool can_break = i == s.atoms.n ||
                         (s.atoms.at[i].penalty >= 0 &&
                          s.atoms.at[i].penalty < PENALTY_HYPHEN);
        if (!can_break)
            continue;
        jb_len width = (jb_len)measure_line(&s.sums, first, i).width;
        *narrowest = len_max(*narrowest, width);
        first = i;
    }
    arena_drop(s.context.scratch);
}

slice
text_dump(arena *a, const jb_paragraph *p)
{
    slice_builder out = {.arena = a};
    for (size_t i = 0; i < p->n_lines; i++) {
        const text_line *l = &p->lines[i];
        builder_printf(&out, "%6d %6d %5d %5d |%.*s|\n", l->x, l->width,
                       l->stretched, l->shrunk,
                       SLICE_ARGS(slice_cut(p->text, l->first, l->last)));
    }
    return builder_slice(&out);
}
