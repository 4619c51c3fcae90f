#include "chart/multiples.h"

#include <math.h>

#define KEPT_MOST 12
#define NOTED_MOST 6 /* labels, before those with notes get no more places */
#define LIFT_SHARE 8 /* of the scale: how far the first label may stand above
                        its column */

static jb_len
column_left(const multiples_plan *plan, size_t row)
{
    return plan->pitch * (jb_len)row + (plan->pitch - plan->bar) / 2;
}

static jb_len
label_width(const small_panel *s, size_t row)
{
    return s->panel.rows[row].bars[0].label.width;
}

/* Over the middle of its column, but within the panel. */
static jb_len
centred(const multiples_plan *plan, const small_panel *s, size_t row)
{
    jb_len width = label_width(s, row);
    jb_len left = column_left(plan, row) + plan->bar / 2 - width / 2;
    return len_max(len_min(left, plan->panel_width - width), 0);
}

/* From the edge of its column, off the column before it. */
static jb_len
beside_former(const multiples_plan *plan, size_t row)
{
    jb_len left = column_left(plan, row);
    return len_max(left, left - plan->pitch + plan->bar + plan->em / 8);
}

/* The greatest value, away from zero, of the columns below a label at `x`. */
static double
base_at(const multiples_plan *plan, const bar_panel *p, size_t row, jb_len x)
{
    const bar *own = &p->rows[row].bars[0];
    jb_len right = x + own->label.width;
    double base = own->has_value ? own->value : 0;
    for (size_t i = 0; i < p->n_rows; i++) {
        const bar *b = &p->rows[i].bars[0];
        jb_len left = column_left(plan, i);
        bool is_below = left < right + plan->em / 8 &&
                        left + plan->bar > x - plan->em / 8;
        if (is_below && b->has_value &&
            bar_is_low(p, b) == bar_is_low(p, own) &&
            fabs(b->value) > fabs(base))
            base = b->value;
    }
    return base;
}

double
multiples_label_base(const multiples_plan *plan, const small_panel *s,
                     size_t row)
{
    return base_at(plan, &s->panel, row, s->labels_x[row]);
}

static double
lift_at(const multiples_plan *plan, const small_panel *s, size_t row,
        jb_len x)
{
    const bar *own = &s->panel.rows[row].bars[0];
    return fabs(base_at(plan, &s->panel, row, x)) -
           (own->has_value ? fabs(own->value) : 0);
}

static size_t
last_labelled(const bar_panel *p)
{
    size_t last = 0;
    for (size_t i = 0; i < p->n_rows; i++)
        if (p->rows[i].bars[0].label.paragraph != NULL)
            last = i;
    return last;
}

static size_t
first_labelled(const bar_panel *p)
{
    size_t first = 0;
    while (first + 1 < p->n_rows &&
           p->rows[first].bars[0].label.paragraph == NULL)
        first++;
    return first;
}

/* The column furthest from zero. */
static size_t
extreme(const bar_panel *p)
{
    size_t best = 0;
    for (size_t i = 1; i < p->n_rows; i++)
        if (fabs(p->rows[i].bars[0].value) >
            fabs(p->rows[best].bars[0].value))
            best = i;
    return best;
}

jb_len
multiples_overhang(const multiples_plan *plan, const small_panel *s)
{
    size_t last = last_labelled(&s->panel);
    if (lift_at(plan, s, last, centred(plan, s, last)) <= 0)
        return 0;
    jb_len end = beside_former(plan, last) + label_width(s, last);
    return len_max(end - plan->panel_width, 0);
}

/* Labels that have their places. */
typedef struct kept_labels {
    const multiples_plan *plan;
    const small_panel *small;
    size_t at[KEPT_MOST];
    size_t n;
} kept_labels;

static bool
is_low(const kept_labels *k, size_t row)
{
    return bar_is_low(&k->small->panel, &k->small->panel.rows[row].bars[0]);
}

static bool
is_free(const kept_labels *k, size_t row, jb_len x)
{
    jb_len apart = k->plan->em / 3;
    jb_len end = x + label_width(k->small, row) + apart;
    for (size_t i = 0; i < k->n; i++) {
        size_t other = k->at[i];
        jb_len from = k->small->labels_x[other];
        if (is_low(k, other) == is_low(k, row) && from < end &&
            x < from + label_width(k->small, other) + apart)
            return false;
    }
    return true;
}

/* Whether the label at `x` belongs to its column: over it, and over none that
 * is longer by more than `lift`. */
static bool
is_own(const kept_labels *k, size_t row, jb_len x, double lift)
{
    jb_len middle = column_left(k->plan, row) + k->plan->bar / 2;
    jb_len end = x + label_width(k->small, row);
    bool is_last = row + 1 == k->small->panel.n_rows;
    return x >= 0 && x <= middle && end >= middle &&
           end <= k->plan->panel_width + (is_last ? k->plan->overhang : 0) &&
           lift_at(k->plan, k->small, row, x) <= lift;
}

/* Over its column; else shifted to either side of it, or of a label that has
 * its place. */
static bool
place_find(const kept_labels *k, size_t row, double lift, jb_len *x)
{
    jb_len width = label_width(k->small, row), apart = k->plan->em / 3;
    jb_len tried[3 + KEPT_MOST] = {centred(k->plan, k->small, row),
                                   beside_former(k->plan, row)};
    size_t n = 2;
    tried[n++] = column_left(k->plan, row) + k->plan->bar - width;
    for (size_t i = 0; i < k->n; i++)
        tried[n++] = k->small->labels_x[k->at[i]] - apart - width;
    for (size_t i = 0; i < n; i++)
        if (is_own(k, row, tried[i], lift) && is_free(k, row, tried[i])) {
            *x = tried[i];
            return true;
        }
    return false;
}

static bool
is_kept(const kept_labels *k, size_t row)
{
    for (size_t i = 0; i < k->n; i++)
        if (k->at[i] == row)
            return true;
    return false;
}

static bool
place_choose(kept_labels *k, size_t row, double lift)
{
    if (is_kept(k, row))
        return true;
    jb_len x;
    if (!place_find(k, row, lift, &x))
        return false;
    k->small->labels_x[row] = x;
    k->at[k->n++] = row;
    return true;
}

void
multiples_labels_centre(const multiples_plan *plan, small_panel *s)
{
    for (size_t i = 0; i < s->panel.n_rows; i++)
        s->labels_x[i] = centred(plan, s, i);
}

/* Without their words these look alike: a year without a figure, and one whose
 * figure is nought. */
bool
multiples_is_bare(const bar *b)
{
    const chart_datum *datum = b->name.datum;
    bool is_missing = datum != NULL && datum->is_missing;
    return is_missing || (b->has_value && b->value == 0);
}

/* The lowest column below zero: nothing but its label tells where it ends. */
static size_t
lowest(const bar_panel *p)
{
    size_t best = extreme(p);
    for (size_t i = 0; i < p->n_rows; i++)
        if (p->rows[i].bars[0].has_value &&
            p->rows[i].bars[0].value < fmin(p->rows[best].bars[0].value, 0))
            best = i;
    return best;
}

static void
places_keep_bare(kept_labels *k, bool missing)
{
    const bar_panel *p = &k->small->panel;
    for (size_t i = 0; i < p->n_rows && k->n < KEPT_MOST; i++) {
        const bar *b = &p->rows[i].bars[0];
        if (multiples_is_bare(b) && b->has_value != missing &&
            b->label.paragraph != NULL)
            place_choose(k, i, (p->high - p->low) / LIFT_SHARE);
    }
}

bool
multiples_labels_thin(const multiples_plan *plan, small_panel *s)
{
    kept_labels k = {.plan = plan, .small = s};
    double lift = (s->panel.high - s->panel.low) / LIFT_SHARE;
    bool all = place_choose(&k, last_labelled(&s->panel), 0);
    all &= place_choose(&k, extreme(&s->panel), 0);
    places_keep_bare(&k, true);
    all &= place_choose(&k, first_labelled(&s->panel), lift);
    places_keep_bare(&k, false);
    place_choose(&k, lowest(&s->panel), lift);
    for (size_t i = 0; i < s->panel.n_rows && k.n < NOTED_MOST; i++)
        if (s->panel.rows[i].bars[0].note_mark.len > 0)
            place_choose(&k, i, lift);
    for (size_t i = 0; i < s->panel.n_rows; i++)
        if (!is_kept(&k, i))
            bar_unlabel(&s->panel.rows[i].bars[0]);
    return all;
}
