#include "layout/compose.h"
#include "layout/runin.h"

text_options
set_options(const style_text *look, jb_len measure)
{
    static const text_align aligns[] = {[STYLE_START] = TEXT_START,
                                        [STYLE_CENTRE] = TEXT_CENTRE,
                                        [STYLE_END] = TEXT_END,
                                        [STYLE_JUSTIFY] = TEXT_JUSTIFY,
                                        [STYLE_DISTRIBUTE] =
                                            TEXT_DISTRIBUTE};
    static const text_shape shapes[] = {[STYLE_PLAIN] = TEXT_PLAIN,
                                        [STYLE_BALANCED] = TEXT_BALANCED,
                                        [STYLE_TITLE] = TEXT_TITLE};
    text_options o = TEXT_OPTIONS;
    o.measure = measure;
    o.first_indent = look->indent;
    o.rest_indent = look->rest_indent;
    o.align = aligns[look->align];
    o.shape = shapes[look->shape];
    o.prohibitions = (text_prohibition)look->prohibitions;
    o.marks = (text_marks)look->marks;
    o.names = (text_names)look->names;
    o.titles = (text_titles)look->titles;
    o.gap = look->gap;
    o.gap_min = look->gap_min;
    o.gap_max = look->gap_max;
    o.hangs_marks = look->hangs_marks;
    o.tracking = look->tracking;
    return o;
}

text_span
set_span(const composer *c, slice text, const style_text *look)
{
    jb_fonts *fonts = typesetter_fonts(c->typesetter);
    return (text_span){.text = text,
                       .role = fonts_role_lookup(fonts, look->role),
                       .size = look->size,
                       .colour = look->colour,
                       .is_tabular = look->is_tabular,
                       .is_literal = true};
}

/* Superscripts and subscripts, of the size and from the baseline. */
#define SCRIPT_SIZE 65
#define SCRIPT_RISE 34
#define SCRIPT_FALL 14

static void
lean_script(text_span *span, int script)
{
    jb_len size = span->size;
    if (script == 0)
        return;
    span->size = len_scale(size, SCRIPT_SIZE, 100);
    span->rise = script > 0 ? len_scale(size, SCRIPT_RISE, 100)
                            : -len_scale(size, SCRIPT_FALL, 100);
    span->is_kept = true;
    span->is_literal = true;
}

/* A note mark stands small and high behind its word, and leads to its note;
 * the tag tells which it is to whoever gets the lines. */
static text_span
mark_span(const composer *c, const report_inline *run, const style_text *look)
{
    text_span span = set_span(c, footnote_mark(c, run), look);
    lean_script(&span, 1);
    if (run->mention == 0)
        return span;
    span.tag = run->mention;
    span.anchor = footnote_mark_id(c, run->mention);
    c->mentions[run->mention].is_set = true;
    if (footnote_is_at_foot(c) || c->has_end_notes)
        span.link = slice_join(c->arena, SLICE_OF("#"),
                               footnote_note_id(c, run));
    return span;
}

typedef struct span_list {
    ARRAY(text_span) spans;
} span_list;

/* Addresses are underlined; references inside the document are not. */
static void
lead_somewhere(const composer *c, text_span *span, const report_inline *run)
{
    span->link = run->link;
    if (run->link.len > 0 && run->link.at[0] != '#')
        span->underneath = TEXT_LINE;
    if (run->to == NULL)
        return;
    span->text = reference_words(c, run);
    span->is_literal = true;
    span->link =
        slice_join(c->arena, SLICE_OF("#"), reference_id(c, run->to));
}

/* In the colours of charts, in the face that has both arrows of one size. */
static void
colour_arrow(const composer *c, text_span *span, const report_inline *run)
{
    const style_chart *chart = style_chart_of(c->style);
    if (run->direction == 0)
        return;
    span->colour = run->direction > 0 ? chart->rise : chart->fall;
    span->role =
        fonts_role_lookup(typesetter_fonts(c->typesetter), SLICE_OF("hei"));
    span->is_literal = true;
}

/* Bytes of one of ₀ … ₉ at the start of `s` (U+2080 to U+2089); 0 for none. */
static size_t
lowered_digit(slice s)
{
    bool is_one = s.len >= 3 && (unsigned char)s.at[0] == 0xE2 &&
                  (unsigned char)s.at[1] == 0x82 &&
                  (unsigned char)s.at[2] >= 0x80 &&
                  (unsigned char)s.at[2] <= 0x89;
    return is_one ? 3 : 0;
}

/* Faces of Chinese have ² and ⁸ but no ₂, which is set as a small 2 then: the
 * same face throughout. */
static void
push_lowered(const composer *c, span_list *list, const text_span *span,
             slice digits)
{
    text_span low = *span;
    slice_builder b = {.arena = c->arena};
    for (size_t i = 0; i + 2 < digits.len; i += 3) {
        char digit = (char)('0' + ((unsigned char)digits.at[i + 2] & 0x0F));
        builder_add(&b, (slice){&digit, 1});
    }
    low.text = builder_slice(&b);
    low.anchor = SLICE_OF("");
    low.span = SPAN_NONE;
    lean_script(&low, -1);
    ARRAY_PUSH(c->arena, &list->spans, low);
}

static void
push_span(const composer *c, span_list *list, text_span span)
{
    slice text = span.text;
    size_t start = 0;
    for (size_t i = 0; i < text.len;) {
        size_t end = i;
        while (lowered_digit(slice_cut(text, end, text.len)) > 0)
            end += 3;
        if (end == i) {
            i++;
            continue;
        }
        span.text = slice_cut(text, start, i);
        if (span.text.len > 0)
            ARRAY_PUSH(c->arena, &list->spans, span);
        push_lowered(c, list, &span, slice_cut(text, i, end));
        if (start == 0)
            span.span = SPAN_NONE; /* no longer verbatim from its start */
        i = start = end;
    }
    span.text = slice_cut(text, start, text.len);
    if (span.text.len > 0)
        ARRAY_PUSH(c->arena, &list->spans, span);
}

/* Of a run-in heading in a paragraph of the text that looks unlike it. */
static size_t
runin_bytes(const composer *c, const report_text *text,
            const style_text *look)
{
    const style_text *head = compose_look(c, "run-in");
    if (look != compose_look(c, "body") || slice_equal(look->role, head->role))
        return 0;
    return runin_length(text);
}

/* The first `n` bytes of the paragraph, its run-in heading, are in the face of
 * those; how many are still to come. What is strong stays so. */
static size_t
push_runin(const composer *c, span_list *list, text_span *span, size_t n)
{
    size_t here = n < span->text.len ? n : span->text.len;
    text_span head = *span;
    if (here == 0)
        return n;
    const style_text *look = compose_look(c, "run-in");
    head.text = slice_cut(span->text, 0, here);
    head.role = fonts_role_lookup(typesetter_fonts(c->typesetter), look->role);
    push_span(c, list, head);
    if (here < span->text.len)
        span->span = SPAN_NONE; /* no longer verbatim from its start */
    span->text = slice_cut(span->text, here, span->text.len);
    return n - here;
}

static span_list
text_spans(const composer *c, const report_text *text, const style_text *look)
{
    span_list list = {0};
    size_t head = runin_bytes(c, text, look);
    for (size_t i = 0; i < text->n; i++) {
        const report_inline *run = &text->runs[i];
        text_span span = set_span(c, run->text, look);
        bool has_dots = run->is_strong && look->emphasis == EMPHASIS_DOTS;
        span.is_emphasis = run->is_strong && !has_dots;
        span.underneath = has_dots             ? TEXT_DOTS
                          : run->is_underlined ? TEXT_LINE
                                               : TEXT_NOTHING;
        span.is_literal = run->fact != NULL || !c->normalises;
        span.span = run->span;
        lead_somewhere(c, &span, run);
        colour_arrow(c, &span, run);
        lean_script(&span, run->script);
        head = push_runin(c, &list, &span, head);
        push_span(c, &list, span);
        if (run->note_mark.len > 0)
            ARRAY_PUSH(c->arena, &list.spans,
                       mark_span(c, run, look));
    }
    return list;
}

jb_paragraph *
set_spans(const composer *c, const text_span *spans, size_t n,
          const style_text *look, jb_len measure)
{
    text_options options = set_options(look, measure);
    return text_set(c->arena, c->typesetter, spans, n, &options, c->diags);
}

jb_paragraph *
set_text(const composer *c, const report_text *text, const style_text *look,
         jb_len measure)
{
    span_list list = text_spans(c, text, look);
    return set_spans(c, list.spans.at, list.spans.n, look, measure);
}

jb_paragraph *
set_slice(const composer *c, slice text, const style_text *look,
          jb_len measure)
{
    span_list list = {0};
    push_span(c, &list, set_span(c, text, look));
    return set_spans(c, list.spans.at, list.spans.n, look, measure);
}

jb_paragraph *
set_line(const composer *c, slice text, const style_text *look,
         jb_len measure)
{
    span_list list = {0};
    push_span(c, &list, set_span(c, text, look));
    text_options options = set_options(look, measure);
    options.max_lines = 1;
    return text_set(c->arena, c->typesetter, list.spans.at, list.spans.n,
                    &options, c->diags);
}

set_range
set_widths(const composer *c, const report_text *text, const style_text *look)
{
    span_list list = text_spans(c, text, look);
    text_options options = set_options(look, 0);
    set_range range = {0, 0};
    if (list.spans.n > 0)
        text_widths(c->arena, c->typesetter, list.spans.at, list.spans.n,
                    &options, &range.narrowest, &range.widest, c->diags);
    return range;
}

jb_len
set_width(const composer *c, slice text, const style_text *look)
{
    report_inline run = {.text = text};
    report_text one = {&run, 1};
    return text.len == 0 ? 0 : set_widths(c, &one, look).widest;
}

jb_len
set_left_share(jb_len left, jb_len right, jb_len room)
{
    if (left + right <= room)
        return left;
    return left <= room / 2 ? left : len_max(room / 2, room - right);
}

jb_len
set_height(const jb_paragraph *p, const style_text *look)
{
    if (p->n_lines == 0)
        return 0;
    return (jb_len)(p->n_lines - 1) * look->leading + look->size;
}

void
set_draw(jb_display *d, const jb_paragraph *p, const style_text *look,
         jb_point at)
{
    for (size_t i = 0; i < p->n_lines; i++) {
        jb_len baseline = at.y + (jb_len)i * look->leading + p->ascent;
        text_line_draw(d, &p->lines[i], (jb_point){at.x, baseline});
    }
}
