/* heading: what a column of a table file holds, by what stands over it. It
 * knows the names of columns, not what is below them. */
#ifndef METRICS_HEADING_H
#define METRICS_HEADING_H

#include "metrics/keys.h"
#include "quantity/quantity.h"

typedef enum heading_role {
    HEADING_UNKNOWN,
    HEADING_SERIAL, /* 序号: of no use to us */
    HEADING_ID,
    HEADING_KEY,    /* one of a metric's */
    HEADING_DELTA,  /* 增减额: 本期 less 上年同期 */
    HEADING_COMPLETION, /* 完成任务（%）: 本期 of 目标 */
    HEADING_TIME,   /* the period of each row */
    HEADING_PERIOD, /* values of the period that it names */
    HEADING_IDLE    /* known, but of another period than the table's */
} heading_role;

typedef struct sheet_heading {
    const tree_node *cell;
    heading_role role;
    enum metrics_key key; /* HEADING_KEY */
    jb_period period; /* HEADING_PERIOD; else of 本期（2025年上半年） */
    bool is_again;    /* tells more of the metric of the column before */
    bool is_borrowed; /* the period is that of the heading above */
    slice unit;       /* in brackets behind the name, or empty */
    slice scope;      /* 全省, of 全省位次; or empty */
} sheet_heading;

/* Spaces and line ends inside the heading do not count. `base`, the period
 * of the table or nothing, tells what 本月 and 1—6月 are. */
sheet_heading heading_read(arena *a, const tree_node *cell, jb_period base);

/* `cell` under `above`: 同比 under 1—6月累计, 上半年 under 2024年, % under 增速. */
sheet_heading heading_under(arena *a, const sheet_heading *above,
                            const tree_node *cell, jb_period base);

/* 2025年1—6月, or with `base` 1—6月, 本月, 累计, 上年同月. */
bool heading_period(arena *a, slice name, jb_period base, jb_period *out);

/* The first period within a text: 2025年上半年, of 云溪市2025年上半年主要指标. */
slice heading_told_period(slice text);

/* `text` without a last （亿元） or (亿元), and that; false when it has none.
 */
bool heading_split_unit(slice text, slice *before, slice *unit);

/* The unit that “单位：亿元” tells, somewhere in `text`; or empty. */
slice heading_told_unit(slice text);

/* Whether `name` is one of the units that rows of units tell: 亿元, （%）. */
bool heading_is_unit(slice name, slice *unit);

/* Without the spaces and line ends that narrow cells are spread by: 单  位. */
slice heading_bare(arena *a, slice text);

/* All of them: 亿元、%. */
slice heading_told_units(slice text);

/* `text` without ASCII and ideographic spaces at either side. */
slice heading_trim(slice text);

/* The names that columns may have, for a message. */
slice heading_names(arena *a);

#endif
