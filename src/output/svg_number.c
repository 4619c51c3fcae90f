#include "output/svg_number.h"

#define PARTS 100 /* of a pt: two decimals */

void
svg_attribute_len(xml_writer *x, const char *name, jb_len l)
{
    char text[LEN_TEXT];
    int n = len_print(text, l, SVG_DECIMALS);
    xml_attribute(x, name, (slice){text, (size_t)n});
}

static int64_t
rounded_division(int64_t a, int64_t b)
{
    return a < 0 ? -((-a + b / 2) / b) : (a + b / 2) / b;
}

typedef struct spot {
    int64_t x, y;
} spot;

/* In hundredths of a pt, rounded once from the outline's own units. */
static spot
placed(const svg_placing *w, jb_point p)
{
    int64_t unit = (int64_t)LEN_PER_PT * w->em;
    int64_t x = (int64_t)p.x * w->size, y = (int64_t)p.y * w->size;
    int64_t right = w->is_turned ? y : x, down = w->is_turned ? -x : y;
    return (spot){
        rounded_division((right + (int64_t)w->at.x * w->em) * PARTS, unit),
        rounded_division((down + (int64_t)w->at.y * w->em) * PARTS, unit)};
}

/* 250 → 2.5; a minus sign parts it from the number before. */
static void
add_number(svg_data *d, int64_t parts, bool is_first)
{
    char text[32];
    char *at = text + sizeof text;
    uint64_t size = (uint64_t)(parts < 0 ? -parts : parts);
    uint64_t fraction = size % PARTS;
    if (fraction % 10 != 0)
        *--at = (char)('0' + fraction % 10);
    if (fraction != 0) {
        *--at = (char)('0' + fraction / 10);
        *--at = '.';
    }
    size /= PARTS;
    do
        *--at = (char)('0' + size % 10);
    while ((size /= 10) > 0);
    if (parts < 0)
        *--at = '-';
    else if (!is_first)
        *--at = ' ';
    builder_add(&d->text, (slice){at, (size_t)(text + sizeof text - at)});
}

static void
add_letter(svg_data *d, char letter)
{
    builder_add(&d->text, (slice){&letter, 1});
}

static void
step_to(svg_data *d, spot to)
{
    d->x = to.x;
    d->y = to.y;
}

static void
add_move(svg_data *d, spot to)
{
    add_letter(d, 'M');
    add_number(d, to.x, true);
    add_number(d, to.y, false);
    step_to(d, to);
    d->start_x = to.x;
    d->start_y = to.y;
}

static void
add_line(svg_data *d, spot to)
{
    int64_t dx = to.x - d->x, dy = to.y - d->y;
    add_letter(d, dy == 0 ? 'h' : dx == 0 ? 'v' : 'l');
    if (dx != 0 || dy == 0)
        add_number(d, dx, true);
    if (dy != 0)
        add_number(d, dy, dx == 0);
    step_to(d, to);
}

static void
add_curve(svg_data *d, spot a, spot b, spot to)
{
    add_letter(d, 'c');
    add_number(d, a.x - d->x, true);
    add_number(d, a.y - d->y, false);
    add_number(d, b.x - d->x, false);
    add_number(d, b.y - d->y, false);
    add_number(d, to.x - d->x, false);
    add_number(d, to.y - d->y, false);
    step_to(d, to);
}

void
svg_data_add(svg_data *d, const jb_path *path, svg_placing where)
{
    const jb_point *at = path->points.at;
    for (size_t i = 0; i < path->ops.n; i++) {
        path_op op = path->ops.at[i];
        if (op == PATH_MOVE)
            add_move(d, placed(&where, at[0]));
        else if (op == PATH_LINE)
            add_line(d, placed(&where, at[0]));
        else if (op == PATH_CURVE)
            add_curve(d, placed(&where, at[0]), placed(&where, at[1]),
                      placed(&where, at[2]));
        else {
            add_letter(d, 'z');
            step_to(d, (spot){d->start_x, d->start_y});
        }
        at += path_op_points(op);
    }
}
