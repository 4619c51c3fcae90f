#include "chart/parts.h"

#define TIERS_MOST 4

/* Whether the label of piece `i` may stand in `tier`, those to its right
 * being placed: apart from its neighbours there, its line clear of the labels
 * above, and itself clear of the lines that go deeper. */
static bool
tier_is_free(const part_bar *b, size_t i, int tier, jb_len gap)
{
    const part_piece *p = &b->pieces[i];
    for (size_t j = i + 1; j < b->n; j++) {
        const part_piece *q = &b->pieces[j];
        if (q->is_inside)
            continue;
        if (q->tier == tier && p->label_x + p->label_width + gap > q->label_x)
            return false;
        if (q->tier < tier && q->label_x < p->x + gap / 2)
            return false;
        if (q->tier > tier && p->label_x + p->label_width + gap / 3 > q->x)
            return false;
    }
    return true;
}

/* All in one tier, each line as far along its piece as the label before it
 * wants, but not near its end. */
static bool
one_tier_set(part_bar *b, jb_len em, jb_len width)
{
    jb_len free = 0;
    for (size_t i = 0; i < b->n; i++) {
        part_piece *p = &b->pieces[i];
        if (p->is_inside)
            continue;
        p->tier = 0;
        p->line_x = len_max(p->x, free);
        p->label_x = p->line_x + em * 3 / 10;
        free = p->label_x + p->label_width + em;
        if (p->line_x > p->x + p->width / 2 || free - em > width)
            return false;
    }
    b->tiers = 1;
    return true;
}

static bool
tiers_set(part_bar *b, jb_len em, jb_len width)
{
    if (one_tier_set(b, em, width))
        return true;
    b->tiers = 1;
    for (size_t i = b->n; i-- > 0;) {
        part_piece *p = &b->pieces[i];
        if (p->is_inside)
            continue;
        p->line_x = p->x;
        p->label_x = len_min(p->x + em * 3 / 10, width - p->label_width);
        for (p->tier = 0; p->tier < TIERS_MOST; p->tier++)
            if (tier_is_free(b, i, p->tier, em))
                break;
        if (p->tier == TIERS_MOST || p->label_x < 0)
            return false;
        if (p->tier >= b->tiers)
            b->tiers = p->tier + 1;
    }
    return true;
}

bool
parts_labels_place(const parts_plan *plan, part_bar *b)
{
    size_t n_inside = 0;
    for (size_t i = 0; i < b->n; i++) {
        part_piece *p = &b->pieces[i];
        p->is_inside = p->inside.paragraph != NULL &&
                       p->inside.width + plan->em * 2 / 3 <= p->width;
        n_inside += p->is_inside;
    }
    b->tiers = 0;
    return n_inside == b->n || tiers_set(b, plan->em, plan->field_width);
}

jb_len
parts_tier_height(const parts_plan *plan, const part_bar *b)
{
    jb_len height = 0;
    for (size_t i = 0; i < b->n; i++)
        height = len_max(height, b->pieces[i].name.height +
                                     b->pieces[i].figure.height);
    return height + (plan->is_keyed ? plan->em / 4 : plan->em * 3 / 4);
}

/* Of one metric, with a field of height `field`. */
jb_len
parts_bar_height(const parts_plan *plan, const part_bar *b, jb_len field)
{
    jb_len em = plan->em, tiers = b->tiers * parts_tier_height(plan, b);
    if (plan->is_keyed)
        return len_max(b->head.height,
                       field + (b->tiers > 0 ? em / 4 + tiers : 0));
    return b->head.height + em / 3 + field + em / 3 + tiers;
}

jb_len
parts_bars_gap(const parts_plan *plan)
{
    bool is_close = plan->is_keyed && !plan->is_linked;
    for (size_t i = 0; i < plan->n && is_close; i++)
        is_close = label_lines_count(&plan->bars[i].head) < 2;
    return is_close ? plan->em / 2 : plan->em;
}

jb_len
parts_height(const parts_plan *plan, jb_len field)
{
    jb_len height = (jb_len)(plan->n - 1) * parts_bars_gap(plan);
    for (size_t i = 0; i < plan->n; i++)
        height += parts_bar_height(plan, &plan->bars[i], field);
    return height;
}
