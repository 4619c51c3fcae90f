/* Who issues, when, and where the seals go (GB/T 9704-2012 7.3.5). All of a
 * signature is one box: it is never parted. */
#include "layout/compose.h"

/* Between seals, so that none touches another. */
#define SEAL_GAP LEN_OF_MM(3)
/* A seal's centre stands this far above the middle of name and date: they
 * are a little below its centre. */
#define SEAL_RISE LEN_OF_MM(2.5)
#define SEAL_DASHES 36

typedef struct signature {
    composer *c;
    style_text look;
    const slice *names;
    size_t n;
    slice date;
    jb_len widest, date_width; /* of the names, of the date */
    jb_len most;               /* a sealed name that is wider is folded */
    jb_len name_lines;         /* so many for each sealed name */
    jb_len line;               /* from one line to the next */
    layout_box *box;
} signature;

static void
put(signature *s, slice words, jb_rect at)
{
    if (words.len == 0)
        return;
    jb_paragraph *p = set_slice(s->c, words, &s->look, at.w);
    jb_display *d = &s->box->content;
    display_group_begin(d, (display_group){.role = ROLE_P});
    set_draw(d, p, &s->look, (jb_point){s->c->x + at.x, at.y});
    display_group_end(d);
    jb_len foot = at.y + (jb_len)p->n_lines * s->look.leading;
    s->box->height = len_max(s->box->height, foot);
}

/* Lines that a name takes where none may be wider than `most`. */
static jb_len
folds_of(const signature *s, jb_len width)
{
    return (width + s->most - 1) / s->most;
}

/* Of the i-th name, folded where it is too wide. */
static jb_len
name_width(const signature *s, size_t i)
{
    jb_len width = set_width(s->c, s->names[i], &s->look);
    jb_len lines = folds_of(s, width);
    return lines < 2 ? width : width / lines + 2 * s->look.size;
}

static signature
signature_new(composer *c)
{
    signature s = {.c = c, .look = *c->block->look};
    s.look.align = STYLE_START;
    s.look.indent = 0;
    s.line = s.look.leading;
    s.names = compose_signed_by(c, &s.n);
    s.date = template_fill(c->arena, &c->block->right, c->fields);
    s.most = s.widest = c->measure;
    s.name_lines = 1;
    jb_len widest = 0;
    for (size_t i = 0; i < s.n; i++)
        widest = len_max(widest, name_width(&s, i));
    s.widest = len_min(widest, c->measure);
    s.date_width = set_width(c, s.date, &s.look);
    s.box = compose_box(c, 0);
    s.box->tail = s.line - s.look.size;
    s.box->is_line = s.box->is_signature = true;
    s.box->is_on_grid = s.line == c->page->grid;
    return s;
}

/* ── without a seal ── */

/* 7.3.5.2: names under each other, all of one width; the date below them a
 * step to the right, and the longer of the two against the inset. */
static void
put_stepped(signature *s)
{
    composer *c = s->c;
    jb_len step = c->block->step, y = 0;
    jb_len name_x = c->measure - s->widest;
    jb_len date_x = c->measure - s->date_width;
    if (name_x + step <= date_x)
        date_x = name_x + step;
    else
        name_x = date_x - step;
    name_x = len_max(name_x, 0);
    date_x = len_max(len_min(date_x, c->measure - s->date_width), 0);
    s->look.align = s->n > 1 ? STYLE_DISTRIBUTE : STYLE_START;
    for (size_t i = 0; i < s->n; i++) {
        jb_len room = s->n > 1 ? s->widest : c->measure - name_x;
        put(s, s->names[i], (jb_rect){name_x, y, room, 0});
        y = s->box->height;
    }
    s->look.align = STYLE_START;
    put(s, s->date, (jb_rect){date_x, y, c->measure - date_x, 0});
}

/* ── with seals ── */

static jb_point
on_circle(jb_point centre, jb_len radius, int turn)
{
    /* 1000 × the sine of 0 … 90° in steps of 5°. */
    static const int sines[] = {0,   87,  174, 259, 342, 423, 500,
                                574, 643, 707, 766, 819, 866, 906,
                                940, 966, 985, 996, 1000};
    int quarter = turn % 72 / 18, rest = turn % 18;
    int sine = sines[rest], cosine = sines[18 - rest];
    int x[] = {cosine, -sine, -cosine, sine};
    int y[] = {sine, cosine, -sine, -cosine};
    return (jb_point){centre.x + len_scale(radius, x[quarter], 1000),
                      centre.y + len_scale(radius, y[quarter], 1000)};
}

/* A circle of fine dashes: somebody still has to press a seal here. */
static void
draw_seal_place(const signature *s, jb_point centre)
{
    jb_display *d = &s->box->content;
    jb_len radius = s->c->block->seal / 2;
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    for (int i = 0; i < SEAL_DASHES; i++)
        display_line(d, on_circle(centre, radius, 2 * i),
                     on_circle(centre, radius, 2 * i + 1), LEN_OF_PT(0.5),
                     COLOUR_RGB(0x999999));
    display_group_end(d);
}

/* The i-th agency's seal, its centre there. The picture lies below the words
 * it presses on, so that they can be read. */
static void
draw_seal(const signature *s, size_t i, jb_point centre)
{
    const composer *c = s->c;
    jb_len d = c->block->seal;
    if (i >= c->pictures->n_seals) {
        if (c->block->has_seal_place)
            draw_seal_place(s, centre);
        return;
    }
    const jb_picture *seal = c->pictures->seals[i];
    jb_rect place = {centre.x - d / 2, centre.y - d / 2, d, d};
    display_draw_image(
        &s->box->content,
        (display_image){.rect = picture_in_box(seal, place, 1),
                        .width = seal->width,
                        .height = seal->height,
                        .pixels = seal->pixels,
                        .alt = slice_join(c->arena, s->names[i],
                                          SLICE_OF("印章"))});
}

/* Where names and seals stand: columns a pitch apart, the last centred over
 * the date, as many as the type area holds; rows likewise. */
typedef struct seal_grid {
    jb_len last, pitch, drop; /* centre of the last column; steps */
    size_t columns, rows;
} seal_grid;

static seal_grid
grid_of(const signature *s)
{
    const composer *c = s->c;
    seal_grid g = {.columns = 1};
    jb_len seal = c->block->seal, half = len_max(seal, s->widest) / 2;
    g.pitch = len_max(seal + SEAL_GAP, s->widest + s->look.size);
    g.last = c->measure - s->date_width / 2;
    jb_len right = c->measure + c->block->inset_right;
    while (g.columns < s->n &&
           g.last - (jb_len)g.columns * g.pitch - half >= 0)
        g.columns++;
    g.rows = (s->n + g.columns - 1) / g.columns;
    g.last = len_min(g.last, right - half);
    g.drop = s->line * (s->name_lines + 1);
    while (g.drop < seal + SEAL_GAP)
        g.drop += s->line;
    return g;
}

/* From the top of a row's names to the centre of its seals: names, in the
 * last row with the date, are a little below it. */
static jb_len
seal_centre(const signature *s, bool is_last_row)
{
    jb_len under = s->line * (s->name_lines - (is_last_row ? 0 : 1));
    return (under + s->look.size) / 2 - SEAL_RISE;
}

/* The i-th name around `middle`. */
static void
put_name(signature *s, size_t i, jb_len middle, jb_len y)
{
    jb_len width = name_width(s, i), em = s->look.size;
    bool is_folded = set_width(s->c, s->names[i], &s->look) > s->most;
    jb_len left = len_max(middle - width / 2, 0);
    if (is_folded) {
        s->look.align = STYLE_CENTRE;
        s->look.shape = STYLE_TITLE;
    }
    put(s, s->names[i],
        (jb_rect){left, y, is_folded ? width : width + em, 0});
    s->look.align = STYLE_START;
    s->look.shape = STYLE_PLAIN;
}

/* How many lines the longest name takes. */
static void
count_name_lines(signature *s)
{
    for (size_t i = 0; i < s->n; i++) {
        jb_len width = set_width(s->c, s->names[i], &s->look);
        s->name_lines = len_max(s->name_lines, folds_of(s, width));
    }
}

/* 7.3.5.1: the date against the inset, or under a name that reaches as far as
 * it can; each name in its place, the last
 * centred over the date; a seal on each, the last on name and date, its top
 * within a line of the text above. Rows fill from the first; the last row
 * ends in the date's column. */
static void
put_sealed(signature *s)
{
    composer *c = s->c;
    count_name_lines(s);
    seal_grid g = grid_of(s);
    size_t spare = g.rows * g.columns - s->n; /* of the last row */
    jb_len last_y = s->n > 0 ? (jb_len)(g.rows - 1) * g.drop : 0;
    for (size_t i = 0; i < s->n; i++) {
        size_t row = i / g.columns;
        size_t column = i % g.columns + (row + 1 == g.rows ? spare : 0);
        jb_len x = g.last - (jb_len)(g.columns - 1 - column) * g.pitch;
        jb_len y = (jb_len)row * g.drop;
        jb_len centre = y + seal_centre(s, row + 1 == g.rows);
        draw_seal(s, i, (jb_point){c->x + x, centre});
        put_name(s, i, x, y);
    }
    jb_len y = s->n > 0 ? last_y + s->name_lines * s->line : 0;
    put(s, s->date,
        (jb_rect){g.last - s->date_width / 2, y, s->date_width + s->line, 0});
    s->box->before = c->block->seal / 2 - seal_centre(s, g.rows < 2) -
                     (s->line - s->look.size);
}

/* ── with the stamp of a signature ── */

static void
draw_stamp(signature *s, size_t i, const metrics_signatory *who, jb_rect at)
{
    const jb_picture *stamp = s->c->pictures->stamps[i];
    jb_rect place = {s->c->x + at.x, at.y, at.w, at.h};
    display_draw_image(
        &s->box->content,
        (display_image){.rect = picture_in_box(stamp, place, 2),
                        .width = stamp->width,
                        .height = stamp->height,
                        .pixels = stamp->pixels,
                        .alt = slice_join(s->c->arena, who->name.text,
                                          SLICE_OF("签名章"))});
}

/* A post that is too long for one line beside the name takes more, all ending
 * before it. */
static void
put_post(signature *s, slice post, jb_rect at)
{
    jb_len width = set_width(s->c, post, &s->look);
    if (width > at.w) {
        s->look.align = STYLE_END;
        s->look.shape = STYLE_BALANCED;
        put(s, post, (jb_rect){at.x, at.y, at.w, 0});
    } else {
        jb_len x = at.x + at.w - width;
        put(s, post, (jb_rect){x, at.y, width + s->look.size, 0});
    }
    s->look.align = STYLE_START;
    s->look.shape = STYLE_PLAIN;
}

/* One who signs, in `at`; where the next stands. */
static jb_len
put_signatory(signature *s, size_t i, const metrics_signatory *who,
              jb_rect at)
{
    composer *c = s->c;
    const jb_picture *stamp = c->pictures->stamps[i];
    jb_len em = s->look.size, x = at.x;
    jb_len height = stamp != NULL ? c->block->seal : em;
    at.h = height;
    if (stamp != NULL) {
        x = picture_in_box(stamp, at, 2).x;
        draw_stamp(s, i, who, at);
    } else {
        put(s, who->name.text, (jb_rect){x, at.y, at.w + em, 0});
    }
    put_post(s, who->post.text,
             (jb_rect){0, at.y + (height - em) / 2, x - 2 * em, 0});
    jb_len next = at.y + len_max(height + s->line - em, s->line);
    return len_max(next, s->box->height);
}

/* 7.3.5.3: the stamp (or the name, where it will be put) against the inset,
 * the post two characters left of it and in the middle of its height; each
 * signatory in a row of his own; the date below, a blank line between. */
static void
put_stamped(signature *s)
{
    composer *c = s->c;
    const metrics_document *doc =
        metrics_document_of(facts_metrics(report_facts(c->report)));
    jb_len em = s->look.size, y = 0, room = 0;
    for (size_t i = 0; i < doc->n_signatories; i++) {
        const metrics_signatory *who = &doc->signatories[i];
        jb_len name = set_width(c, who->name.text, &s->look);
        room = len_max(room, c->pictures->stamps[i] != NULL
                                 ? len_max(3 * c->block->seal, name)
                                 : len_max(name, 3 * em));
    }
    for (size_t i = 0; i < doc->n_signatories; i++)
        y = put_signatory(s, i, &doc->signatories[i],
                          (jb_rect){c->measure - room, y, room, 0});
    put(s, s->date,
        (jb_rect){c->measure - s->date_width, y + s->line,
                  s->date_width + em, 0});
}

void
compose_signature(composer *c)
{
    static void (*const puts[])(signature *) = {[STACK_STEP] = put_stepped,
                                                [STACK_CENTRE] = put_sealed,
                                                [STACK_STAMP] = put_stamped};
    signature s = signature_new(c);
    puts[c->block->stack](&s);
    if (s.box->height == 0)
        c->galley->boxes.n--;
}
