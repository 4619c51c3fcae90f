#include "text/line.h"

#include "base/array.h"

typedef ARRAY(jb_glyph_run) runs;

typedef struct drawing {
    const text_context *context;
    const text_atoms *atoms;
    runs *runs;
    jb_glyph *glyphs; /* of all runs of the line, filled in order */
    size_t n_glyphs;
    jb_len x;         /* pen */
    ARRAY(text_ornament) ornaments;
    uint32_t lined;   /* the span whose line was drawn last */
    ARRAY(text_linked) linked;
    uint32_t linked_span; /* whose runs the last of them has */
} drawing;

/* In thousandths of the em: below the baseline, clear of the descenders of
 * Han, and small enough to be no full stop. */
#define DOT_BELOW 285
#define DOT_RADIUS 75
#define LINE_BELOW 200
#define LINE_WIDTH 50
#define LINE_INSET 60 /* at both ends, so that neighbours stay apart */
#define NO_SPAN UINT32_MAX


static jb_colour
colour_of(const text_atoms *t, const text_atom *a)
{
    return t->spans[a->span].colour;
}

static bool
is_same_colour(jb_colour a, jb_colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

/* The span of `a` if its runs must be told from others; else NO_SPAN. */
static uint32_t
linked_span(const drawing *d, const text_atom *a)
{
    const text_span *span = &d->atoms->spans[a->span];
    bool is_linked =
        span->link.len > 0 || span->anchor.len > 0 || span->tag > 0;
    return is_linked ? a->span : NO_SPAN;
}

static bool
continues(const drawing *d, const text_atom *a)
{
    if (d->runs->n == 0)
        return false;
    const jb_glyph_run *run = ARRAY_LAST(d->runs);
    return run->face == a->face && run->size == a->size &&
           run->origin.y == -a->rise &&
           d->linked_span == linked_span(d, a) &&
           is_same_colour(run->colour, colour_of(d->atoms, a));
}

/* The last run belongs to the linked span `at`, or to none. */
static void
add_linked(drawing *d, uint32_t at)
{
    bool goes_on = at == d->linked_span;
    d->linked_span = at;
    if (at == NO_SPAN)
        return;
    if (goes_on) {
        ARRAY_LAST(&d->linked)->n++;
        return;
    }
    const text_span *span = &d->atoms->spans[at];
    text_linked linked = {d->runs->n - 1, 1, span->link, span->anchor,
                          span->tag};
    ARRAY_PUSH(d->context->arena, &d->linked, linked);
}

static void
start_run(drawing *d, const text_atom *a)
{
    jb_glyph_run run = {
        .face = a->face,
        .size = a->size,
        .colour = colour_of(d->atoms, a),
        .origin = {d->x, -a->rise},
        .text = {d->atoms->text.at + a->byte, 0},
        .glyphs = d->glyphs + d->n_glyphs,
    };
    ARRAY_PUSH(d->context->arena, d->runs, run);
    add_linked(d, linked_span(d, a));
}

/* The glyph before stretches to where this one stands. */
static void
close_advance(jb_glyph_run *run, jb_len pen)
{
    if (run->n_glyphs == 0)
        return;
    jb_glyph *last = &run->glyphs[run->n_glyphs - 1];
    jb_len start = last->advance; /* pen at which it stood, see below */
    last->advance = pen - start;
}

/* What is off a box at its right: of a mark that hangs only its blank, since
 * the rest of it is drawn beyond the measure. */
static jb_len
lost_right(const text_atom *a, const spent_atom *s)
{
    return len_min(s->trim_right, a->blank_right);
}

/* Until the next pen is known, `advance` holds the glyph's own pen. */
static void
put_glyphs(drawing *d, const text_atom *a, const spent_atom *s)
{
    jb_glyph_run *run = ARRAY_LAST(d->runs);
    for (uint32_t i = 0; i < a->n_glyphs; i++) {
        jb_glyph glyph = d->atoms->glyphs[a->first_glyph + i];
        bool is_last = i + 1 == a->n_glyphs;
        jb_len advance = glyph.advance + (is_last ? s->own : 0);
        jb_len pen = d->x - run->origin.x;
        glyph.left = pen + (i == 0 ? s->trim_left : 0);
        glyph.width = pen + advance - (is_last ? lost_right(a, s) : 0) -
                      glyph.left;
        close_advance(run, pen);
        glyph.x += pen;
        glyph.advance = pen;
        glyph.text_bytes = i == 0 ? a->bytes : 0;
        run->glyphs[run->n_glyphs++] = glyph;
        d->n_glyphs++;
        d->x += advance;
    }
    run->text.len += a->bytes;
}

/* An atom with no glyph of its own (the rest of a ligature, a joiner) leaves
 * its text with the cluster before it. */
static void
leave_text(drawing *d, const text_atom *a)
{
    if (d->runs->n == 0)
        return;
    jb_glyph_run *run = ARRAY_LAST(d->runs);
    slice text = run->text;
    if (text.at + text.len != d->atoms->text.at + a->byte)
        return;
    size_t i = run->n_glyphs;
    while (i > 0 && run->glyphs[i - 1].text_bytes == 0)
        i--;
    if (i == 0)
        return;
    run->glyphs[i - 1].text_bytes += a->bytes;
    run->text.len += a->bytes;
}

static void
end_run(drawing *d)
{
    if (d->runs->n > 0) {
        jb_glyph_run *run = ARRAY_LAST(d->runs);
        close_advance(run, d->x - run->origin.x);
    }
}

static void
add_dot(drawing *d, const text_atom *a, jb_len from, jb_len to)
{
    jb_len radius = len_scale(a->size, DOT_RADIUS, 1000);
    jb_len below = len_scale(a->size, DOT_BELOW, 1000);
    text_ornament dot = {.box = {(from + to) / 2 - radius, below - radius,
                                 2 * radius, 2 * radius},
                         .is_dot = true,
                         .colour = colour_of(d->atoms, a)};
    ARRAY_PUSH(d->context->arena, &d->ornaments, dot);
}

/* One line for all that stands together of a span. */
static void
add_line(drawing *d, const text_atom *a, jb_len from, jb_len to)
{
    jb_len inset = len_scale(a->size, LINE_INSET, 1000);
    if (d->lined == a->span) {
        text_ornament *last = ARRAY_LAST(&d->ornaments);
        last->box.w = to - inset - last->box.x;
        return;
    }
    text_ornament line = {
        .box = {from + inset, len_scale(a->size, LINE_BELOW, 1000),
                len_max(to - from - 2 * inset, 0),
                len_scale(a->size, LINE_WIDTH, 1000)},
        .colour = colour_of(d->atoms, a)};
    ARRAY_PUSH(d->context->arena, &d->ornaments, line);
    d->lined = a->span;
}

/* What stands below an atom that was drawn from `from` to the pen. */
static void
draw_underneath(drawing *d, const text_atom *a, jb_len from)
{
    text_underneath wanted = d->atoms->spans[a->span].underneath;
    if (wanted == TEXT_DOTS && a->kind == CHARACTER_HAN)
        add_dot(d, a, from, d->x);
    if (wanted == TEXT_LINE)
        add_line(d, a, from, d->x);
    else
        d->lined = NO_SPAN;
}

static void
draw_atom(drawing *d, const text_atom *a, const spent_atom *s)
{
    jb_len x = d->x + s->before - s->trim_left;
    if (a->n_glyphs == 0) {
        d->x = x + a->advance + s->own - s->trim_right;
        leave_text(d, a);
        return;
    }
    if (!continues(d, a)) {
        end_run(d);
        d->x = x;
        start_run(d, a);
    }
    d->x = x;
    put_glyphs(d, a, s);
    d->x -= s->trim_right;
    draw_underneath(d, a, x + s->trim_left);
}

/* The space at which the line was broken hangs at its end and takes no room:
 * without it, what is copied or read aloud would run two words into one. NULL
 * when the line ends otherwise. */
static const text_atom *
hanging_space(const text_atoms *t, measured_line l)
{
    if (l.last >= t->n || t->at[l.last].kind != CHARACTER_SPACE)
        return NULL;
    return &t->at[l.last];
}

/* Of the cluster that ends the line, so that the word is copied whole. */
static void
draw_hyphen(drawing *d, const text_atom *last, jb_len width)
{
    jb_glyph_run *run = ARRAY_LAST(d->runs);
    jb_len pen = d->x - run->origin.x;
    close_advance(run, pen);
    run->glyphs[run->n_glyphs++] =
        (jb_glyph){.id = face_glyph(last->face, '-'), .x = pen,
                   .advance = pen, .left = pen, .width = width};
    d->n_glyphs++;
    d->x += width;
}

static size_t
count_glyphs(const text_atoms *t, measured_line l)
{
    const text_atom *space = hanging_space(t, l);
    size_t n = 1 + (space == NULL ? 0 : space->n_glyphs); /* a hyphen */
    for (size_t i = l.first; i < l.last; i++)
        n += t->at[i].n_glyphs;
    return n;
}

void
line_from_spent(const text_context *c, const text_atoms *t,
                const spent_line *spent, jb_len x, text_line *out)
{
    measured_line l = spent->measured;
    runs list = {0};
    drawing d = {c, t, &list,
                 ARENA_ARRAY(c->arena, count_glyphs(t, l), jb_glyph), 0, x,
                 .lined = NO_SPAN,
                 .linked_span = NO_SPAN};
    for (size_t i = l.first; i < l.last; i++)
        draw_atom(&d, &t->at[i], &spent->atoms[i - l.first]);
    if (l.last < t->n && t->at[l.last].hyphen > 0)
        draw_hyphen(&d, &t->at[l.last - 1], t->at[l.last].hyphen);
    const text_atom *space = hanging_space(t, l);
    if (space != NULL)
        draw_atom(&d, space, &(spent_atom){.own = -space->advance});
    end_run(&d);
    out->runs = list.at;
    out->n_runs = list.n;
    out->linked = d.linked.at;
    out->n_linked = d.linked.n;
    out->ornaments = d.ornaments.at;
    out->n_ornaments = d.ornaments.n;
    out->x = x;
    out->width = spent->width;
    out->natural = (jb_len)l.width;
    out->stretched = spent->stretched;
    out->shrunk = spent->shrunk;
    out->first = l.first < t->n ? t->at[l.first].byte : t->text.len;
    out->last = l.last < t->n ? t->at[l.last].byte : t->text.len;
}

static jb_rect
glyph_ink(const jb_glyph_run *run, const jb_glyph *glyph)
{
    int left, bottom, right, top;
    if (!face_ink(run->face, glyph->id, &left, &bottom, &right, &top))
        return (jb_rect){0, 0, 0, 0};
    int upem = face_units_per_em(run->face);
    jb_len x = run->origin.x + glyph->x, y = run->origin.y + glyph->y;
    return (jb_rect){x + len_scale(run->size, left, upem),
                     y - len_scale(run->size, top, upem),
                     len_scale(run->size, right - left, upem),
                     len_scale(run->size, top - bottom, upem)};
}

jb_rect
text_line_ink(const text_line *line)
{
    jb_rect ink = {0, 0, 0, 0};
    for (size_t i = 0; i < line->n_runs; i++)
        for (size_t j = 0; j < line->runs[i].n_glyphs; j++) {
            jb_rect r = glyph_ink(&line->runs[i], &line->runs[i].glyphs[j]);
            if (!rect_is_empty(r))
                ink = rect_is_empty(ink) ? r : rect_union(ink, r);
        }
    return ink;
}

static void
draw_runs(jb_display *d, const text_line *line, size_t first, size_t end,
          jb_point at)
{
    for (size_t i = first; i < end; i++) {
        jb_glyph_run run = line->runs[i];
        run.origin.x += at.x;
        run.origin.y += at.y;
        display_run(d, run);
    }
}

/* The em boxes of runs, at 0.88 em above the baseline as Han have them. */
static jb_rect
runs_box(const jb_glyph_run *at, size_t n)
{
    jb_rect box = {0, 0, 0, 0};
    for (size_t i = 0; i < n; i++) {
        const jb_glyph_run *run = &at[i];
        jb_rect r = {run->origin.x,
                     run->origin.y - len_scale(run->size, 88, 100),
                     run_end(run).x - run->origin.x, run->size};
        box = i == 0 ? r : rect_union(box, r);
    }
    return box;
}

static void
draw_linked(jb_display *d, const text_line *line, const text_linked *linked,
            jb_point at)
{
    bool is_mark = linked->tag > 0;
    bool leads_inside = slice_starts_with(linked->link, SLICE_OF("#"));
    jb_rect box = runs_box(line->runs + linked->first, linked->n);
    display_link link = {.rect = rect_moved(box, at)};
    if (leads_inside)
        link.destination = slice_cut(linked->link, 1, linked->link.len);
    else
        link.uri = linked->link;
    if (is_mark)
        display_group_begin(d, (display_group){.role = ROLE_REFERENCE});
    display_group_begin(d, (display_group){.role = ROLE_LINK,
                                           .id = linked->anchor});
    draw_runs(d, line, linked->first, linked->first + linked->n, at);
    if (linked->link.len > 0)
        display_link_to(d, link);
    display_group_end(d);
    if (is_mark)
        display_group_end(d);
}

void
text_line_draw(jb_display *d, const text_line *line, jb_point at)
{
    size_t next = 0;
    for (size_t i = 0; i < line->n_linked; i++) {
        const text_linked *linked = &line->linked[i];
        draw_runs(d, line, next, linked->first, at);
        draw_linked(d, line, linked, at);
        next = linked->first + linked->n;
    }
    draw_runs(d, line, next, line->n_runs, at);
    for (size_t i = 0; i < line->n_ornaments; i++) {
        const text_ornament *o = &line->ornaments[i];
        jb_rect box = rect_moved(o->box, at);
        jb_path path = {0};
        if (o->is_dot)
            path_round_rect(d->arena, &path, box, box.w / 2);
        else
            path_rect(d->arena, &path, box);
        display_path(d, path, (jb_paint){.fill = o->colour});
    }
}
