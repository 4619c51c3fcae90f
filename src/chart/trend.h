/* trend: lines over time, as planned: where each point stands in time and in
 * value, what is said beside it, what stands in the margin. trend.c plans,
 * trend_time.c names the periods, trend_draw.c draws. */
#ifndef CHART_TREND_H
#define CHART_TREND_H

#include "chart/datum.h"
#include "chart/grid.h"
#include "chart/guide.h"
#include "chart/plan.h"

#define TREND_LINES_MOST 6

typedef struct trend_point {
    size_t slot;          /* of the time axis */
    const chart_datum *datum;
    double value;         /* in the axis' unit */
    mark_name name;
    chart_label label;    /* beside the point; no paragraph: none */
    bool is_expected;
} trend_point;

/* The points that have a value, in the order of time. */
typedef struct trend_line {
    trend_point *at;
    size_t n;
    jb_colour colour;
    jb_colour text;       /* of its figures and name */
    bool is_receded;      /* others are set off: it is grey, and behind them */
    int shape;            /* of its dots: as many as there are lines */
    chart_label name;     /* in the margin, behind the last figure; or none */
} trend_line;

/* A word in the place of a figure: 不可比. */
typedef struct trend_word {
    size_t slot;
    mark_name name;
    chart_label label;
} trend_word;

/* Time runs evenly: a slot for each month, or whatever lies between two
 * periods at least, from the first to the last. */
typedef struct trend_time {
    size_t n;            /* slots */
    size_t n_names;      /* categories */
    size_t *slots;       /* of each category */
    chart_label *names;  /* of each category; no paragraph: left out */
    chart_label *years;  /* under the first name of each year */
    jb_len names_height; /* of both rows */
    jb_len years_y;      /* of the second under the first */
} trend_time;

typedef struct trend_plan {
    chart_plan base;
    trend_line *lines;
    size_t n_lines;
    trend_word *words;
    size_t n_words;
    trend_time time;
    grid_ticks ticks;
    chart_label *guide_words;
    bar_guides guides;
    chart_label head;    /* what is counted, and in what unit */
    jb_len em, width, head_height;
    jb_len foot;         /* between the plot and the names of periods */
    jb_len plot_x, plot_width; /* between the first and the last slot */
    jb_len margin;       /* right of it, for words */
    bool has_dots;
    bool is_held; /* to a scale that other charts share, which spans: */
    double held_low, held_high;
} trend_plan;

/* The slots; names are set when it is known how wide the plot is. */
trend_time trend_time_from(const chart_context *c, const chart_spec *spec);
void trend_time_name(const chart_context *c, const chart_spec *spec,
                     jb_len width, trend_time *t);

jb_len trend_x(const trend_plan *p, size_t slot);

void trend_draw(const chart_context *c, const chart_plan *plan, jb_size size,
                jb_display *d);

#endif
