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

static jb_point
point_at(const jb_decimal *values, size_t i, size_t n, spark_range range,
         jb_rect room)
{
    double span = range.high - range.low;
    double up = span == 0
                    ? 0.5
                    : (decimal_to_double(values[i]) - range.low) / span;
    return (jb_point){room.x + (jb_len)((int64_t)room.w * (int64_t)i /
                                        (int64_t)(n - 1)),
                      room.y + room.h - len_from(up * room.h)};
}

void
spark_draw(jb_display *d, const jb_decimal *values, size_t n, jb_rect room,
           spark_look look)
{
    if (n < SPARK_LEAST)
        return;
    jb_len dot = DOT_RADIUS * look.width;
    jb_rect inner = {room.x + dot, room.y + dot, room.w - 2 * dot,
                     room.h - 2 * dot};
    spark_range range = range_of(values, n);
    jb_path line = {0};
    for (size_t i = 0; i < n; i++) {
        jb_point at = point_at(values, i, n, range, inner);
        if (i == 0)
            path_move(d->arena, &line, at);
        else
            path_line(d->arena, &line, at);
    }
    display_path(d, line, (jb_paint){.stroke = look.line,
                                     .width = look.width,
                                     .cap = CAP_ROUND,
                                     .join = JOIN_ROUND});
    jb_point end = point_at(values, n - 1, n, range, inner);
    jb_path mark = {0};
    path_round_rect(d->arena, &mark,
                    (jb_rect){end.x - dot, end.y - dot, 2 * dot, 2 * dot},
                    dot);
    display_path(d, mark, (jb_paint){.fill = look.last});
}
