#include <math.h>

#include "proof/gongwen_part.h"

/* A rule so long is a letter's: 10.1 wants 170 mm, 7.2.7 156 mm; halfway, and
 * a little nearer to the letter's, since others are as wide as their text. */
#define LETTER_WIDTH_LEAST 165.0
/* Points: what is thicker is a bar. 10.1's double rules are thought to be
 * thickest, of 1.2 mm. */
#define RULE_HEIGHT_MOST 6.0
/* The mark is larger than the text by so much: seen marks are twice as large
 * and more, and red headings of size 2 over size 3 (22 over 16) are none. */
#define MARK_LARGER 1.3
/* Points: titles have size 2 (22 pt); what is larger and not red should have
 * been the mark, in the upper third of its page. */
#define MARK_LEAST 25.0
/* What is larger than the text by this is a title, of whatever size. */
#define TITLE_LARGER 1.1
/* mm: a rule that should have been red is so long, and stands so many lines
 * below the mark at most. */
#define RULE_LEAST 100.0
#define RULE_LINES 8

static const seen_rule *
red_rule(const seen_document *d)
{
    for (size_t i = 0; i < d->rules.n; i++)
        if (gongwen_is_red(d->rules.at[i].colour) &&
            d->rules.at[i].h < RULE_HEIGHT_MOST)
            return &d->rules.at[i];
    return NULL;
}

/* The long rule that comes first below the mark. */
static const seen_rule *
pale_rule(const seen_document *d, const agency_mark *mark)
{
    const seen_rule *best = NULL;
    for (size_t i = 0; i < d->rules.n; i++) {
        const seen_rule *r = &d->rules.at[i];
        if (r->page == 0 && r->h < RULE_HEIGHT_MOST &&
            r->w * MM_PER_PT > RULE_LEAST && r->y > mark->bottom &&
            r->y < mark->bottom + RULE_LINES * gongwen_line(d) &&
            (best == NULL || r->y < best->y))
            best = r;
    }
    return best;
}

const seen_rule *
gongwen_head_rule(const seen_document *d)
{
    const seen_rule *rule = red_rule(d);
    agency_mark mark = gongwen_mark(d);
    bool may_be_pale = mark.first != NULL && !mark.is_order;
    return rule == NULL && may_be_pale ? pale_rule(d, &mark) : rule;
}

static bool
ends_in(const seen_line *l, uint32_t code)
{
    return l->glyphs.n > 0 && ARRAY_LAST(&l->glyphs)->code == code;
}

/* The first red line that is larger than the text, with those that stand
 * below it or beside it: several agencies have a line each, and what they have
 * in common is beside them all. */
static agency_mark
mark_of(const seen_document *d, bool is_red)
{
    double large = MARK_LARGER * gongwen_body_size(d);
    agency_mark mark = {.first = NULL};
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        bool may_be = is_red ? gongwen_is_red(l->colour)
                             : l->size > MARK_LEAST && l->top < d->height / 3;
        if (l->page > 0 || l->size <= large || !may_be ||
            (mark.first != NULL && l->top > mark.bottom + l->size))
            continue;
        bool is_first = mark.first == NULL;
        mark.top = is_first ? l->top : fmin(mark.top, l->top);
        mark.bottom = fmax(mark.bottom, l->top + l->size);
        mark.is_order |= ends_in(l, 0x4EE4); /* 令 */
        mark.is_file |= ends_in(l, 0x4EF6);  /* 文件 */
        mark.first = is_first ? l : mark.first;
    }
    return mark;
}

agency_mark
gongwen_mark(const seen_document *d)
{
    agency_mark red = mark_of(d, true);
    return red.first != NULL ? red : mark_of(d, false);
}

/* Which form the head is of: 7, 10.1, 10.2. */
typedef enum gongwen_form { FORM_FILE, FORM_LETTER, FORM_ORDER } gongwen_form;

static gongwen_form
form_of(const agency_mark *mark, const seen_rule *rule)
{
    if (rule != NULL && rule->w * MM_PER_PT > LETTER_WIDTH_LEAST)
        return FORM_LETTER;
    return rule == NULL && mark->is_order ? FORM_ORDER : FORM_FILE;
}

/* The line on the first page that is nearest above y, or below it. */
static const seen_line *
line_beside(const seen_document *d, double y, bool is_below)
{
    const seen_line *best = NULL;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page != 0 || (l->top >= y) != is_below)
            continue;
        if (best == NULL || fabs(l->top - y) < fabs(best->top - y))
            best = l;
    }
    return best;
}

/* Larger than the text, or in the middle with white at either side. */
static bool
is_title(const seen_document *d, const seen_line *l, area_edges edges)
{
    double aside = l->left + l->right - edges.left - edges.right;
    bool is_centred = fabs(aside) < l->size &&
                      l->left - edges.left > 2.5 * l->size;
    return l->size > TITLE_LARGER * gongwen_body_size(d) || is_centred;
}

/* The first line of the title below the rule; below a letter's, the number and
 * the grades come first. */
static const seen_line *
title_of(const seen_document *d, area_edges edges)
{
    const seen_rule *rule = gongwen_head_rule(d);
    const seen_line *best = NULL;
    for (size_t i = 0; rule != NULL && i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page == 0 && l->top > rule->y && l->part != SEEN_RUNNING &&
            l->top < rule->y + RULE_LINES * gongwen_line(d) &&
            l->glyphs.n > 0 && is_title(d, l, edges) &&
            (best == NULL || l->top < best->top))
            best = l;
    }
    return best;
}

/* The lines of a title stand below each other: no farther than this, of their
 * size. */
#define TITLE_PITCH_MOST 2.0

double
gongwen_title_foot(const seen_document *d, area_edges edges)
{
    const seen_line *title = title_of(d, edges);
    if (title == NULL)
        return 0;
    double foot = title->top + title->size;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page == 0 && fabs(l->size - title->size) < SAME_SIZE &&
            l->top > foot && is_title(d, l, edges) &&
            l->top - foot < (TITLE_PITCH_MOST - 1) * l->size)
            foot = l->top + l->size;
    }
    return foot;
}

/* 7.2.7, 7.3.1: the number 4 mm above the rule, the title two lines below. */
static void
measure_around_rule(const seen_document *d, const seen_rule *rule,
                    area_edges edges, proof_dimension *out)
{
    const seen_line *above = line_beside(d, rule->y, false);
    const seen_line *below = line_beside(d, rule->y, true);
    double pitch = gongwen_line(d);
    bool has_number = above != NULL && !gongwen_is_red(above->colour);
    if (has_number)
        dimension_set(&out[RULE_GAP],
            (rule->y - above->top - above->size) * MM_PER_PT);
    if (below == NULL || !is_title(d, below, edges) || pitch <= 0)
        return;
    dimension_set(&out[TITLE_SPACE], (below->top - rule->y - rule->h) / pitch);
}

/* 10.1: double rules, 4 mm below the mark and 20 mm above the paper's foot. */
static void
measure_letter(const seen_document *d, const agency_mark *mark,
               const seen_rule *rule, proof_dimension *out)
{
    double foot = 0;
    for (size_t i = 0; i < d->rules.n; i++)
        if (d->rules.at[i].page == 0 && gongwen_is_red(d->rules.at[i].colour))
            foot = fmax(foot, d->rules.at[i].y + d->rules.at[i].h);
    double head = d->height;
    for (size_t i = 0; i < d->rules.n; i++)
        if (d->rules.at[i].page == 0 && gongwen_is_red(d->rules.at[i].colour))
            head = fmin(head, d->rules.at[i].y);
    for (size_t i = 0; i < d->rules.n; i++) {
        const seen_rule *r = &d->rules.at[i];
        if (r->page == 0 && gongwen_is_red(r->colour))
            dimension_set_worst(&out[LETTER_CENTRE],
                                (r->x + r->w / 2 - d->width / 2) * MM_PER_PT);
    }
    dimension_set(&out[LETTER_RULE], rule->w * MM_PER_PT);
    dimension_set(&out[LETTER_FOOT], (d->height - foot) * MM_PER_PT);
    if (mark->first == NULL)
        return;
    dimension_set(&out[LETTER_MARK], mark->top * MM_PER_PT);
    dimension_set(&out[LETTER_GAP], (head - mark->bottom) * MM_PER_PT);
}

/* Rows of signers that may stand above the number of an order, and its own. */
#define NUMBER_ROWS 3

/* The row of the number, 第1号 or 〔2025〕1号: among the first below the mark,
 * and shorter than text is; NULL: the order has none. */
static const seen_line *
order_number(const seen_document *d, const seen_line *first, double pitch)
{
    const seen_line *best = NULL;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        bool is_near = l->page == 0 && l->top >= first->top &&
                       l->top < first->top + NUMBER_ROWS * pitch;
        if (is_near && l->right - l->left < d->width / 2 &&
            ends_in(l, 0x53F7) && /* 号 */
            (best == NULL || l->top < best->top))
            best = l;
    }
    return best;
}

/* 10.2: the number two lines below the mark; a line for itself, and two blank
 * ones between it and the text. */
static void
measure_order(const seen_document *d, const agency_mark *mark,
              proof_dimension *out)
{
    double pitch = gongwen_line(d);
    const seen_line *first = line_beside(d, mark->bottom, true);
    dimension_set(&out[ORDER_MARK], mark->top * MM_PER_PT - AREA_TOP);
    if (first == NULL || pitch <= 0)
        return;
    const seen_line *number = order_number(d, first, pitch);
    if (number == NULL)
        return;
    dimension_set(&out[ORDER_NUMBER], (first->top - mark->bottom) / pitch);
    const seen_line *text = line_beside(d, number->top + 1, true);
    if (text != NULL)
        dimension_set(&out[ORDER_TEXT],
                      (text->top - number->top) / pitch - 1);
}

/* 7.2.5: two blank lines from the mark to the first line of the number and
 * the signers. */
static void
measure_number(const seen_document *d, const agency_mark *mark,
               const seen_rule *rule, proof_dimension *out)
{
    double pitch = gongwen_line(d);
    const seen_line *first = line_beside(d, mark->bottom - pitch / 8, true);
    if (first != NULL && rule != NULL && first->top < rule->y && pitch > 0)
        dimension_set(&out[NUMBER_SPACE],
                      (first->top - mark->bottom) / pitch);
}

void
gongwen_measure_head(const seen_document *d, area_edges edges,
                     proof_dimension *out)
{
    const seen_rule *rule = gongwen_head_rule(d);
    agency_mark mark = gongwen_mark(d);
    gongwen_form form = form_of(&mark, rule);
    const seen_line *title = title_of(d, edges);
    if (title != NULL)
        dimension_set(&out[TITLE_SIZE], title->size);
    if (form == FORM_LETTER) {
        measure_letter(d, &mark, rule, out);
        return;
    }
    if (rule != NULL)
        measure_around_rule(d, rule, edges, out);
    if (rule != NULL || (mark.is_file && gongwen_is_red(mark.first->colour)))
        dimension_set(&out[RED_RULE],
                      rule != NULL ? rule->w * MM_PER_PT : 0);
    if (mark.first != NULL && form == FORM_ORDER)
        measure_order(d, &mark, out);
    else if (mark.first != NULL) {
        measure_number(d, &mark, rule, out);
        dimension_set(&out[MARK_TOP], mark.top * MM_PER_PT - AREA_TOP);
    }
}
