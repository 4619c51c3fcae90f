/* figure: a number in prose with its unit and what qualifies it: 约2671家,
 * 50余项, 4500万元以上, 251%, 第3位, 翻一番. It knows what is written, not what
 * is meant by it: see claim. */
#ifndef PROSE_FIGURE_H
#define PROSE_FIGURE_H

#include "quantity/quantity.h"

typedef enum figure_sort {
    FIGURE_QUANTITY, /* with a unit of things or measure */
    FIGURE_PERCENT,  /* 251%, 百分之五 */
    FIGURE_POINTS,   /* 1.2个百分点 */
    FIGURE_TIMES,    /* 2.5倍 */
    FIGURE_DOUBLING, /* 翻一番: value is how often */
    FIGURE_ORDINAL,  /* 第3 */
    FIGURE_DATE,     /* 2022年, 10月: a name, not a quantity */
    FIGURE_BARE,     /* a number and nothing */
    FIGURE_SORT_COUNT
} figure_sort;

typedef struct figure {
    figure_sort sort;
    size_t first, last;   /* bytes, with sign and all qualifiers */
    size_t digits, after; /* where the digits start, and what follows them */
    jb_quantity quantity; /* value, unit and bound; no span */
    int n_bounds;         /* words that qualify: 约…左右 is two */
    bool is_chinese;      /* Chinese digits */
} figure;

typedef struct figure_list {
    figure *at;
    size_t n, cap;
} figure_list;

/* All figures of a text, in order. Chinese numerals count only with a unit
 * and from two on, for 一家 and 一批 are seldom meant as numbers. */
figure_list figures_from_text(arena *a, slice text);

/* 2022获批, 2022，: a year without its 年, or a number in a name. */
bool figures_may_be_year(const figure *f);

#endif
