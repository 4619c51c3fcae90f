#include "chart/spark.h"

/* Of the greatest amount: what the height shows at least. */
#define RANGE_LEAST 0.1
/* Radius of the last dot in widths of the line. */
#define DOT_RADIUS 2

typedef struct spark_range {
    double low, high;
} spark_range;

static double
larger(double a, double b)
{
    return a > b ? a : b;
}

static spark_range
range_of(const jb_decimal *values, size_t n)
{
    double first = decimal_to_double(values[0]);
    spark_range r = {first, first};
    for (size_t i = 1; i < n; i++) {
        double v = decimal_to_double(values[i]);
        r.low = v < r.low ? v : r.low;
        r.high = v > r.high ? v : r.high;
    }
    double least = RANGE_LEAST * larger(r.high, -r.low);
    double lacking = least - (r.high - r.low);
    if (lacking > 0) {
        r.low -= lacking / 2;
        r.high += lacking / 2;
    }
    return r;
}

static size_t
step_of(spark_course c, size_t i)
{
    return c.at == NULL ? i : c.at[i] - c.at[0];
}

static jb_point
point_at(spark_course c, size_t i, spark_range range, jb_rect room)
{
    double span = range.high - range.low;
    double up = span == 0
                    ? 0.5
                    : (decimal_to_double(c.values[i]) - range.low) / span;
    return (jb_point){room.x + (jb_len)((int64_t)room.w *
                                        (int64_t)step_of(c, i) /
                                        (int64_t)step_of(c, c.n - 1)),
                      room.y + room.h - len_from(up * room.h)};
}

/* Whether the step before value `i` is left out. */
static bool
is_gap(spark_course c, size_t i)
{
    return i == 0 || step_of(c, i) - step_of(c, i - 1) > 1;
}

/* One between gaps is a dot: a line to itself. */
static void
line_add(arena *a, jb_path *line, spark_course c, size_t i, jb_point at)
{
    bool is_alone = is_gap(c, i) && (i + 1 == c.n || is_gap(c, i + 1));
    if (is_gap(c, i))
        path_move(a, line, at);
    if (!is_gap(c, i) || is_alone)
        path_line(a, line, at);
}

void
spark_draw(jb_display *d, spark_course course, jb_rect room, spark_look look)
{
    if (course.n < SPARK_LEAST)
        return;
    jb_len dot = DOT_RADIUS * look.width;
    jb_rect inner = {room.x + dot, room.y + dot, room.w - 2 * dot,
                     room.h - 2 * dot};
    spark_range range = range_of(course.values, course.n);
    jb_path line = {0};
    for (size_t i = 0; i < course.n; i++)
        line_add(d->arena, &line, course, i,
                 point_at(course, i, range, inner));
    display_path(d, line, (jb_paint){.stroke = look.line,
                                     .width = look.width,
                                     .cap = CAP_ROUND,
                                     .join = JOIN_ROUND});
    jb_point end = point_at(course, course.n - 1, range, inner);
    jb_path mark = {0};
    path_round_rect(d->arena, &mark,
                    (jb_rect){end.x - dot, end.y - dot, 2 * dot, 2 * dot},
                    dot);
    display_path(d, mark, (jb_paint){.fill = look.last});
}
