#include "proof/pointed.h"

#include <math.h>

static const display_group *
point_at(const jb_display *d, size_t i)
{
    const display_item *item = &d->items.at[i];
    bool is_point = item->kind == DISPLAY_GROUP_BEGIN &&
                    item->group.figure != NULL &&
                    item->group.figure->has_point;
    return is_point ? &item->group : NULL;
}

static double
value_of(const display_group *mark)
{
    return display_figure_size(mark->figure);
}

/* The points of one scale whose figures are farthest apart. */
typedef struct scale_ends {
    const display_group *low, *high;
} scale_ends;

static scale_ends
ends_of(const jb_display *d, size_t scale)
{
    scale_ends ends = {NULL, NULL};
    for (size_t i = 0; i < d->items.n; i++) {
        const display_group *mark = point_at(d, i);
        if (mark == NULL || mark->figure->scale != scale)
            continue;
        if (ends.low == NULL || value_of(mark) < value_of(ends.low))
            ends.low = mark;
        if (ends.high == NULL || value_of(mark) > value_of(ends.high))
            ends.high = mark;
    }
    return ends;
}

static double
height_of(const display_group *mark)
{
    return -(double)mark->figure->point.y;
}

/* What the scale asks of a point's height. */
static double
height_wanted(const scale_ends *ends, const display_group *mark)
{
    double span = value_of(ends->high) - value_of(ends->low);
    double low = height_of(ends->low), high = height_of(ends->high);
    if (span == 0)
        return low;
    return low + (high - low) * (value_of(mark) - value_of(ends->low)) / span;
}

pointed
pointed_from(const jb_page *page)
{
    const jb_display *d = &page->display;
    pointed p = {.is_upward = true};
    for (size_t i = 0; i < d->items.n; i++) {
        const display_group *mark = point_at(d, i);
        if (mark == NULL)
            continue;
        scale_ends ends = ends_of(d, mark->figure->scale);
        double off = fabs(height_of(mark) - height_wanted(&ends, mark));
        p.n++;
        p.is_upward = p.is_upward &&
                      (value_of(ends.low) == value_of(ends.high) ||
                       height_of(ends.high) >= height_of(ends.low));
        if (p.worst_mark == NULL || off > p.worst) {
            p.worst = off;
            p.worst_mark = mark;
        }
    }
    return p;
}
