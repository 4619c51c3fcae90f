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
/* A title has size 2 (22 pt); size 3 of the text (16 pt) is no title. */
#define TITLE_SIZE_LEAST 20.0

static const seen_rule *
red_rule(const seen_document *d)
{
    for (size_t i = 0; i < d->rules.n; i++)
        if (gongwen_is_red(d->rules.at[i].colour) &&
            d->rules.at[i].h < RULE_HEIGHT_MOST)
            return &d->rules.at[i];
    return NULL;
}

static bool
ends_in(const seen_line *l, uint32_t code)
{
    return l->glyphs.n > 0 && ARRAY_LAST(&l->glyphs)->code == code;
}

/* The first red line that is larger than the text, with those that stand
 * below it or beside it: several agencies have a line each, and what they have
 * in common is beside them all. */
agency_mark
gongwen_mark(const seen_document *d)
{
    double large = MARK_LARGER * gongwen_body_size(d);
    agency_mark mark = {.first = NULL};
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        bool is_red_line = l->page == 0 && l->size > large &&
                           gongwen_is_red(l->colour);
        if (!is_red_line ||
            (mark.first != NULL && l->top > mark.bottom + l->size))
            continue;
        bool is_first = mark.first == NULL;
        mark.top = is_first ? l->top : fmin(mark.top, l->top);
        mark.bottom = fmax(mark.bottom, l->top + l->size);
        mark.is_order |= ends_in(l, 0x4EE4); /* 令 */
        mark.first = is_first ? l : mark.first;
    }
    return mark;
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

/* 7.2.7, 7.3.1: the number 4 mm above the rule, the title two lines below. */
static void
measure_around_rule(const seen_document *d, const seen_rule *rule,
                    proof_dimension *out)
{
    const seen_line *above = line_beside(d, rule->y, false);
    const seen_line *below = line_beside(d, rule->y, true);
    double pitch = gongwen_line(d);
    bool has_number = above != NULL && !gongwen_is_red(above->colour);
    if (has_number)
        dimension_set(&out[RULE_GAP],
            (rule->y - above->top - above->size) * MM_PER_PT);
    if (below == NULL || below->size < TITLE_SIZE_LEAST || pitch <= 0)
        return;
    dimension_set(&out[TITLE_SIZE], below->size);
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

void
gongwen_measure_head(const seen_document *d, proof_dimension *out)
{
    const seen_rule *rule = red_rule(d);
    agency_mark mark = gongwen_mark(d);
    gongwen_form form = form_of(&mark, rule);
    if (form == FORM_LETTER) {
        measure_letter(d, &mark, rule, out);
        return;
    }
    if (rule != NULL) {
        dimension_set(&out[RED_RULE], rule->w * MM_PER_PT);
        measure_around_rule(d, rule, out);
    }
    if (mark.first != NULL && form == FORM_ORDER)
        measure_order(d, &mark, out);
    else if (mark.first != NULL)
        dimension_set(&out[MARK_TOP], mark.top * MM_PER_PT - AREA_TOP);
}
