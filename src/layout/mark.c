/* The head of an official document: the agency mark, which several agencies
 * may share, and the line of the number, which upward documents share with
 * their signers (GB/T 9704-2012 7.2.4–7.2.6). */
#include "layout/compose.h"

/* Lines of a shared mark stand this far apart, of their size … */
#define MARK_LEADING 1250
/* … and all of them take no more than so many lines of a single mark's. */
#define MARK_LINES_MOST 3

/* ── the mark ── */

typedef struct shared_mark {
    composer *c;
    style_text look;
    const slice *names;
    size_t n;
    slice suffix;            /* 文件, or empty */
    jb_len names_width, suffix_width, gap;
} shared_mark;

/* Measure everything at the look's size. */
static void
measure_mark(shared_mark *m)
{
    m->names_width = 0;
    for (size_t i = 0; i < m->n; i++)
        m->names_width =
            len_max(m->names_width, set_width(m->c, m->names[i], &m->look));
    m->suffix_width = set_width(m->c, m->suffix, &m->look);
    m->gap = m->suffix.len > 0 ? m->look.size / 2 : 0;
}

/* The size is the agencies' choice; so that text still fits on the first
 * page, and every name on its line. */
static void
fit_mark(shared_mark *m)
{
    jb_len most = len_scale(m->look.leading * MARK_LINES_MOST, 1000,
                            (int64_t)m->n * MARK_LEADING);
    m->look.size = len_min(m->look.size, most);
    measure_mark(m);
    jb_len width = m->names_width + m->gap + m->suffix_width;
    if (width > m->c->measure) {
        m->look.size = len_scale(m->look.size, m->c->measure, width);
        m->look.size -= m->look.size / 200; /* each advance is rounded */
        measure_mark(m);
    }
    m->look.leading = len_scale(m->look.size, MARK_LEADING, 1000);
}

static void
draw_words(const composer *c, layout_box *box, slice words,
           const style_text *look, jb_rect at)
{
    jb_paragraph *p = set_slice(c, words, look, at.w);
    display_group_begin(&box->content, (display_group){.role = ROLE_SPAN});
    set_draw(&box->content, p, look, (jb_point){c->x + at.x, at.y});
    display_group_end(&box->content);
}

static slice
without_white(slice s)
{
    static const slice whites[] = {SLICE(" "), SLICE("　")};
    for (size_t i = 0; i < sizeof whites / sizeof *whites; i++)
        if (slice_starts_with(s, whites[i]))
            return without_white(slice_skip(s, whites[i].len));
    return s;
}

/* Whether `title` is the names, with or without white between, and the
 * suffix. */
static bool
says_alike(slice title, const slice *names, size_t n, slice suffix)
{
    for (size_t i = 0; i < n; i++) {
        title = without_white(title);
        if (!slice_starts_with(title, names[i]))
            return false;
        title = slice_skip(title, names[i].len);
    }
    return slice_equal(without_white(title), suffix);
}

bool
compose_is_marked(const composer *c)
{
    size_t n;
    const slice *names = compose_agencies(c, &n);
    for (size_t i = 0; n > 0 && i < style_blocks_count(c->style); i++) {
        const style_block *b = style_block_at(c->style, i);
        if (b->kind != BLOCK_MARK)
            continue;
        slice suffix = template_fill(c->arena, &b->text, c->fields);
        return says_alike(c->fields[FIELD_TITLE], names, n, suffix);
    }
    return false;
}

/* Without a title the mark is what the document is called by. */
static display_role
mark_role(const composer *c)
{
    if (compose_is_marked(c))
        return ROLE_H1;
    for (size_t i = 0; i < style_blocks_count(c->style); i++)
        if (style_block_at(c->style, i)->kind == BLOCK_TITLE)
            return ROLE_P;
    return ROLE_H1;
}

/* Names under each other, the lead agency first, all of one width; 文件 at
 * their right, in the middle of their height. */
static void
compose_shared_mark(composer *c, const slice *names, size_t n, slice suffix)
{
    shared_mark m = {.c = c, .look = *c->block->look, .names = names, .n = n,
                     .suffix = suffix};
    fit_mark(&m);
    jb_len height = (jb_len)(n - 1) * m.look.leading + m.look.size;
    jb_len width = m.names_width + m.gap + m.suffix_width;
    jb_len x = (c->measure - width) / 2;
    const layout_element *parent = c->element;
    c->element = compose_element(c, mark_role(c), SLICE_OF(""));
    layout_box *box = compose_box(c, height);
    c->element = parent;
    m.look.align = STYLE_DISTRIBUTE;
    for (size_t i = 0; i < n; i++)
        draw_words(c, box, names[i], &m.look,
                   (jb_rect){x, (jb_len)i * m.look.leading, m.names_width,
                             0});
    m.look.align = STYLE_START;
    if (suffix.len > 0)
        draw_words(c, box, suffix, &m.look,
                   (jb_rect){x + m.names_width + m.gap,
                             (height - m.look.size) / 2,
                             m.suffix_width + m.look.size, 0});
}

void
compose_mark(composer *c)
{
    size_t n;
    const slice *names = compose_agencies(c, &n);
    slice suffix = template_fill(c->arena, &c->block->text, c->fields);
    if (n > 1)
        compose_shared_mark(c, names, n, suffix);
    else if (n == 1)
        compose_fitted(c, slice_join(c->arena, names[0], suffix),
                       mark_role(c));
}

const slice *
compose_agencies(const composer *c, size_t *n)
{
    const metrics_document *doc =
        metrics_document_of(facts_metrics(report_facts(c->report)));
    slice *names = ARENA_ARRAY(c->arena, doc->n_joint + 1, slice);
    *n = 0;
    if (doc->issuer.text.len > 0)
        names[(*n)++] = doc->issuer.text;
    for (size_t i = 0; i < doc->n_joint; i++)
        names[(*n)++] = doc->joint[i].text;
    return names;
}

const slice *
compose_signed_by(const composer *c, size_t *n)
{
    const metrics_document *doc =
        metrics_document_of(facts_metrics(report_facts(c->report)));
    slice *names = ARENA_ARRAY(c->arena, doc->n_signed, slice);
    if (doc->n_signed == 0)
        return compose_agencies(c, n);
    *n = doc->n_signed;
    for (size_t i = 0; i < doc->n_signed; i++)
        names[i] = doc->signed_by[i].text;
    return names;
}

/* ── the number and the signers ── */

#define SIGNERS_IN_ROW 2 /* 7.2.6 */

typedef struct signer_list {
    ARRAY(slice) names;
} signer_list;

static bool
is_between_names(slice s, size_t i, size_t *width)
{
    static const slice marks[] = {SLICE(" "), SLICE("、"), SLICE("，"),
                                  SLICE("　")};
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (slice_starts_with(slice_cut(s, i, s.len), marks[k])) {
            *width = marks[k].len;
            return true;
        }
    return false;
}

static signer_list
signers_of(const composer *c)
{
    signer_list list = {0};
    slice s = c->fields[FIELD_SIGNER];
    size_t from = 0, width = 1;
    for (size_t i = 0; i <= s.len; i += width) {
        bool ends = i == s.len || is_between_names(s, i, &width);
        if (ends && i > from)
            ARRAY_PUSH(c->arena, &list.names, slice_cut(s, from, i));
        if (ends)
            from = i + width;
        else
            width = 1;
    }
    return list;
}

/* Names in columns of one width, two in a row, one character from the right;
 * the number one character from the left, in the last row. */
static void
compose_signers(composer *c, const signer_list *signers, slice number)
{
    style_text look = *c->block->look, name_look;
    look.align = STYLE_START;
    name_look = look;
    name_look.role = SLICE_OF("kai");
    name_look.align = STYLE_DISTRIBUTE;
    jb_len em = look.size, widest = 0, line = c->page->grid;
    size_t n = signers->names.n, rows = (n + 1) / SIGNERS_IN_ROW;
    for (size_t i = 0; i < n; i++)
        widest = len_max(widest,
                         set_width(c, signers->names.at[i], &name_look));
    jb_len columns = n > 1 ? SIGNERS_IN_ROW : 1;
    slice label = SLICE_OF("签发人：");
    jb_len label_width = 4 * em;
    jb_len x = c->measure - em - columns * widest - (columns - 1) * em;
    const layout_element *parent = c->element;
    c->element = compose_element(c, ROLE_P, SLICE_OF(""));
    layout_box *box =
        compose_box(c, (jb_len)(rows - 1) * line + look.leading);
    c->element = parent;
    draw_words(c, box, label, &look,
               (jb_rect){x - label_width, 0, label_width + em, 0});
    for (size_t i = 0; i < n; i++) {
        jb_len column = (jb_len)(i % SIGNERS_IN_ROW) * (widest + em);
        jb_len y = (jb_len)(i / SIGNERS_IN_ROW) * line;
        draw_words(c, box, signers->names.at[i], &name_look,
                   (jb_rect){x + column, y, widest, 0});
    }
    draw_words(c, box, number, &look,
               (jb_rect){em, (jb_len)(rows - 1) * line,
                         x - label_width - 2 * em, 0});
}

void
compose_number(composer *c)
{
    signer_list signers = signers_of(c);
    slice number = c->fields[FIELD_NUMBER];
    if (signers.names.n > 0)
        compose_signers(c, &signers, number);
    else
        compose_fitted(c, number, ROLE_P);
}
