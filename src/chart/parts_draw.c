#include "chart/parts.h"

typedef struct parts_canvas {
    const chart_context *c;
    const parts_plan *plan;
    jb_display *d;
    jb_len y, field; /* of the bar's fields: top and height */
    jb_len x;        /* of their left */
} parts_canvas;

static void
piece_label_draw(const parts_canvas *s, const part_bar *b,
                 const part_piece *p)
{
    jb_len em = s->plan->em, bottom = s->y + s->field;
    if (p->is_inside) {
        const chart_label *l = &p->inside;
        label_draw(s->d, l,
                   (jb_point){s->x + p->x + (p->width - l->width) / 2,
                              s->y + (s->field - l->height) / 2});
        return;
    }
    jb_len top = bottom + (s->plan->is_keyed ? em / 4 : em / 3) +
                 p->tier * parts_tier_height(s->plan, b);
    jb_len end = top + (s->plan->is_keyed ? p->figure : p->name).height;
    jb_len x = s->x + p->line_x + s->c->style->grid_width / 2;
    if (p->label_x < p->x)
        end = top - em / 8; /* the label reaches under its line */
    display_line(s->d, (jb_point){x, bottom}, (jb_point){x, end},
                 s->c->style->grid_width, s->c->style->muted);
    jb_len under = s->plan->is_keyed ? 0 : p->name.height + em / 8;
    label_draw(s->d, &p->name, (jb_point){s->x + p->label_x, top});
    label_draw(s->d, &p->figure,
               (jb_point){s->x + p->label_x, top + under});
}

static void
piece_draw(const parts_canvas *s, const part_bar *b, size_t i)
{
    const part_piece *p = &b->pieces[i];
    bar named = datum_bar(s->c, p->place, p->colour);
    bar_mark m = {.zero = {s->x + p->x, s->y}, .length = p->width,
                  .thickness = s->field, .colour = p->colour,
                  .fill = named.fill};
    mark_begin(s->c->style, s->d, named.name, &m, b->scale);
    mark_draw(s->c->style, &m, s->d);
    piece_label_draw(s, b, p);
    display_group_end(s->d);
}

static jb_len
piece_end(const part_piece *p)
{
    return p->x + p->width;
}

static jb_len
parts_end(const part_bar *b)
{
    return piece_end(&b->pieces[b->n - 1]);
}

const part_piece *
parts_same_piece(const part_bar *b, const part_piece *p)
{
    for (size_t i = 0; i < b->n; i++)
        if (b->pieces[i].place.category == p->place.category)
            return &b->pieces[i];
    return NULL;
}

/* Whether figures below the bar leave the way free between these places. */
static bool
way_is_free(const part_bar *b, jb_len from, jb_len to, jb_len gap)
{
    jb_len left = len_min(from, to) - gap, right = len_max(from, to) + gap;
    for (size_t i = 0; i < b->n; i++) {
        const part_piece *p = &b->pieces[i];
        jb_len first = len_min(p->line_x, p->label_x);
        if (!p->is_inside && first < right &&
            p->label_x + p->label_width > left)
            return false;
    }
    return true;
}

/* From where each part ends to where it ends in the bar below, unless figures
 * stand between them. The last ends where its bar does. */
static void
links_draw(const parts_canvas *s, const part_bar *b, jb_len bottom)
{
    const part_bar *below = b + 1;
    for (size_t i = 0; i + 1 < b->n; i++) {
        const part_piece *p = &b->pieces[i], *q = parts_same_piece(below, p);
        if (q == NULL || q == &below->pieces[below->n - 1])
            continue;
        jb_len half = s->plan->gap / 2, from = piece_end(p) + half;
        jb_len to = piece_end(q) + half;
        if (way_is_free(b, from, to, s->plan->em / 4))
            display_line(s->d, (jb_point){s->x + from, bottom},
                         (jb_point){s->x + to, s->y},
                         s->c->style->grid_width, s->c->style->muted);
    }
}

/* Name and total above the bar, or before and behind it. */
static void
part_bar_draw(parts_canvas *s, const part_bar *b)
{
    const parts_plan *plan = s->plan;
    jb_len em = plan->em, top = s->y, end = plan->width - b->total.width;
    if (plan->is_keyed) {
        if (plan->is_amount)
            end = s->x + parts_end(b) + em / 2;
        jb_len room = len_scale(plan->width, PARTS_HEADS_SHARE, 1000);
        jb_len head = b->head.height < s->field ? s->field - b->head.height
                                                : 0;
        label_draw(s->d, &b->head,
                   (jb_point){s->x - em - room, top + head / 2});
        label_draw(s->d, &b->total,
                   (jb_point){end, top + (s->field - b->total.height) / 2});
    } else {
        label_draw(s->d, &b->head, (jb_point){0, top});
        label_draw(s->d, &b->total, (jb_point){end, top});
        s->y += b->head.height + em / 3;
    }
    for (size_t i = 0; i < b->n; i++)
        piece_draw(s, b, i);
    s->y = top + parts_bar_height(plan, b, s->field) + parts_bars_gap(plan);
}

/* The height of a bar in so much room: a long name may stand beside a higher
 * bar without needing more. */
static jb_len
field_in(const parts_plan *plan, jb_len height)
{
    jb_len step = plan->em / 16;
    jb_len field = plan->is_keyed ? plan->em * PARTS_FIELD_NATURAL
                                  : plan->em * PARTS_FIELD_MOST;
    while (field > step && parts_height(plan, field) > height)
        field -= step;
    return field;
}

void
parts_draw(const chart_context *c, const chart_plan *base, jb_size size,
           jb_display *d)
{
    const parts_plan *plan = (const parts_plan *)base;
    if (plan->across != NULL) {
        across_draw(c, plan->across, size, d);
        return;
    }
    if (plan->is_upright) {
        parts_columns_draw(c, plan, size, d);
        return;
    }
    parts_canvas s = {.c = c, .plan = plan, .d = d, .x = plan->left};
    s.field = field_in(plan, size.h);
    for (size_t i = 0; i < plan->n; i++) {
        jb_len bottom = s.y + s.field;
        part_bar_draw(&s, &plan->bars[i]);
        if (plan->is_linked && i + 1 < plan->n)
            links_draw(&s, &plan->bars[i], bottom);
    }
}
