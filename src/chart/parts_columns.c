/* Several totals as columns side by side, the first part at the foot. A figure
 * stands in its piece where that is high enough, else at the column's right,
 * as near to its piece as the others there let it. */
#include "chart/parts.h"
#include "chart/spread.h"

#define COLUMN_PAD 2 / 3  /* em of a column besides its widest figure */
#define BESIDE 1 / 2      /* em from a column to the figures at its right */
#define BETWEEN 2 / 3     /* em from these to the next column */
#define PITCH_MOST 3      /* columns, from one to the next */
#define FIELD_SHARE 400   /* height of the columns over the width, /1000 … */
#define FIELD_EMS_LEAST 14
#define FIELD_EMS_MOST 24
#define HEAD_LINES 3

static jb_len
figures_widest(const parts_plan *plan)
{
    jb_len widest = 0;
    for (size_t i = 0; i < plan->n; i++)
        for (size_t j = 0; j < plan->bars[i].n; j++)
            widest = len_max(widest, plan->bars[i].pieces[j].figure.width);
    return widest;
}

/* Names below the columns and totals over them. False when a name is too
 * long. */
static bool
heads_set(const chart_context *c, parts_plan *plan)
{
    jb_len measure = plan->pitch - plan->em;
    for (size_t i = 0; i < plan->n; i++) {
        part_bar *b = &plan->bars[i];
        b->head = label_set(c, &(label_wish){.look = &c->style->category,
                                             .text = b->series->name,
                                             .measure = measure,
                                             .align = TEXT_CENTRE});
        if (b->head.width > measure || b->total.width > measure ||
            label_lines_count(&b->head) > HEAD_LINES)
            return false;
        plan->heads_height = len_max(plan->heads_height, b->head.height);
        plan->totals_height = len_max(plan->totals_height, b->total.height);
    }
    return true;
}

/* Height of all that is not columns. */
static jb_len
around_of(const parts_plan *plan)
{
    return plan->heads_height + plan->totals_height + plan->em;
}

/* Figures of one column, one over another. */
static jb_len
figures_height(const parts_plan *plan)
{
    jb_len most = 0;
    for (size_t i = 0; i < plan->n; i++) {
        jb_len height = 0;
        for (size_t j = 0; j < plan->bars[i].n; j++)
            height += plan->bars[i].pieces[j].figure.height;
        most = len_max(most, height);
    }
    return most;
}

bool
parts_columns_plan(const chart_context *c, parts_plan *plan)
{
    jb_len widest = figures_widest(plan), em = plan->em;
    plan->is_upright = true;
    plan->column = widest + em * COLUMN_PAD;
    plan->pitch = len_min(plan->width / (jb_len)plan->n,
                          plan->column * PITCH_MOST);
    jb_len beside = em * BESIDE + widest + em * BETWEEN;
    if (plan->pitch < plan->column + beside || !heads_set(c, plan))
        return false;
    jb_len natural = len_scale(plan->width, FIELD_SHARE, 1000);
    natural = len_max(len_min(natural, em * FIELD_EMS_MOST),
                      em * FIELD_EMS_LEAST);
    jb_len around = around_of(plan), figures = figures_height(plan);
    plan->base.natural = around + len_max(natural, figures);
    plan->base.least = around + len_max(em * FIELD_EMS_LEAST / 2, figures);
    return true;
}

typedef struct column_canvas {
    const chart_context *c;
    const parts_plan *plan;
    jb_display *d;
    jb_len field, bottom; /* height of the longest column; its foot */
} column_canvas;

/* A column with all its places for a height. */
typedef struct placed_column {
    part_bar bar;
    spread_item *beside; /* of the figures at its right, from the top down */
    jb_len x;
} placed_column;

static part_bar
bar_at_height(const column_canvas *s, size_t i)
{
    const parts_plan *plan = s->plan;
    part_bar b = plan->bars[i];
    b.pieces = arena_copy(s->c->arena, b.pieces, b.n * sizeof *b.pieces);
    jb_len gaps = plan->gap * (jb_len)plan->n_most;
    b.length = len_from(len_max(0, s->field - gaps) * b.share);
    parts_pieces_place(&b);
    for (size_t j = 0; j < b.n; j++) {
        part_piece *p = &b.pieces[j];
        p->is_inside = p->inside.paragraph != NULL &&
                       p->width >= p->inside.height;
    }
    return b;
}

static jb_len
column_x(const parts_plan *plan, size_t i)
{
    return plan->pitch * (jb_len)i + (plan->pitch - plan->column) / 2 -
           (plan->pitch - plan->column) / 4;
}

static jb_len
piece_middle(const column_canvas *s, const part_piece *p)
{
    return s->bottom - p->x - p->width / 2;
}

/* From the top of the plot downwards, so that none covers another. */
static spread_item *
beside_places(const column_canvas *s, const part_bar *b)
{
    spread_item *items = ARENA_ARRAY(s->c->arena, b->n, spread_item);
    size_t n = 0;
    for (size_t j = b->n; j-- > 0;) {
        const part_piece *p = &b->pieces[j];
        jb_len height = p->figure.height;
        if (!p->is_inside)
            items[n++] = (spread_item){piece_middle(s, p), height / 2,
                                       height - height / 2};
    }
    spread_apart(items, n, s->bottom - s->field, s->bottom, 0);
    return items;
}

static void
inside_draw(const column_canvas *s, const part_piece *p, jb_len x)
{
    const chart_label *l = &p->inside;
    label_draw(s->d, l,
               (jb_point){x + (s->plan->column - l->width) / 2,
                          piece_middle(s, p) - l->height / 2});
}

static void
beside_draw(const column_canvas *s, const part_piece *p, jb_len x, jb_len at)
{
    jb_len end = x + s->plan->column, beside = s->plan->em * BESIDE;
    display_line(s->d, (jb_point){end, piece_middle(s, p)},
                 (jb_point){end + beside * 3 / 4, at},
                 s->c->style->grid_width, s->c->style->muted);
    label_draw(s->d, &p->figure,
               (jb_point){end + beside, at - p->figure.height / 2});
}

static placed_column
column_place(const column_canvas *s, size_t i)
{
    placed_column p = {.bar = bar_at_height(s, i), .x = column_x(s->plan, i)};
    p.beside = beside_places(s, &p.bar);
    return p;
}

static void
column_draw(const column_canvas *s, const placed_column *column)
{
    const part_bar *b = &column->bar;
    size_t n_beside = 0;
    for (size_t j = b->n; j-- > 0;) {
        const part_piece *p = &b->pieces[j];
        bar named = datum_bar(s->c, p->place, p->colour);
        bar_mark m = {.zero = {column->x, s->bottom - p->x},
                      .length = p->width, .thickness = s->plan->column,
                      .colour = p->colour, .fill = named.fill,
                      .side = SIDE_UP};
        mark_begin(s->c->style, s->d, named.name, &m, b->scale);
        mark_draw(s->c->style, &m, s->d);
        if (p->is_inside)
            inside_draw(s, p, column->x);
        else
            beside_draw(s, p, column->x, column->beside[n_beside++].at);
        display_group_end(s->d);
    }
}

/* Whether no figure at the column's right stands between these heights. */
static bool
way_is_free(const column_canvas *s, const placed_column *column, jb_len from,
            jb_len to)
{
    jb_len gap = s->plan->em / 4;
    jb_len top = len_min(from, to) - gap, foot = len_max(from, to) + gap;
    size_t n = 0;
    for (size_t j = column->bar.n; j-- > 0;) {
        if (column->bar.pieces[j].is_inside)
            continue;
        const spread_item *i = &column->beside[n++];
        if (i->at - i->before < foot && i->at + i->after > top)
            return false;
    }
    return true;
}

/* From where each part ends to where it ends in the column at the right. */
static void
links_draw(const column_canvas *s, const placed_column *own,
           const placed_column *next)
{
    const part_bar *b = &next->bar;
    jb_len half = s->plan->gap / 2;
    for (size_t j = 0; j + 1 < own->bar.n; j++) {
        const part_piece *p = &own->bar.pieces[j];
        const part_piece *q = parts_same_piece(b, p);
        if (q == NULL || q == &b->pieces[b->n - 1])
            continue;
        jb_len from = s->bottom - p->x - p->width - half;
        jb_len to = s->bottom - q->x - q->width - half;
        if (way_is_free(s, own, from, to))
            display_line(s->d,
                         (jb_point){own->x + s->plan->column, from},
                         (jb_point){next->x, to},
                         s->c->style->grid_width, s->c->style->muted);
    }
}

static void
heads_draw(const column_canvas *s, const placed_column *column)
{
    const part_bar *b = &column->bar;
    jb_len middle = column->x + s->plan->column / 2, em = s->plan->em;
    const part_piece *top = &b->pieces[b->n - 1];
    label_draw(s->d, &b->total,
               (jb_point){middle - b->total.width / 2,
                          s->bottom - top->x - top->width - em / 2 -
                              b->total.height});
    label_draw(s->d, &b->head,
               (jb_point){middle - (s->plan->pitch - em) / 2,
                          s->bottom + em / 2});
}

void
parts_columns_draw(const chart_context *c, const parts_plan *plan,
                   jb_size size, jb_display *d)
{
    column_canvas s = {.c = c, .plan = plan, .d = d,
                       .field = size.h - around_of(plan)};
    s.bottom = size.h - plan->heads_height - plan->em / 2;
    placed_column *all = ARENA_ARRAY(c->arena, plan->n, placed_column);
    for (size_t i = 0; i < plan->n; i++) {
        all[i] = column_place(&s, i);
        column_draw(&s, &all[i]);
        heads_draw(&s, &all[i]);
    }
    for (size_t i = 0; i + 1 < plan->n && plan->is_linked; i++)
        links_draw(&s, &all[i], &all[i + 1]);
}
