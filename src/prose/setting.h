/* setting: when, whose and against what a figure in prose is told; two figures
 * of one indicator are the same figure only in the same setting. It does not
 * know what is wrong with them. */
#ifndef PROSE_SETTING_H
#define PROSE_SETTING_H

#include "prose/inspect.h"

/* The value of a LEXICON_BASIS word that compares with the year before. */
#define SETTING_YEAR_BEFORE 1

/* The last date or word of time before the figure, else that with which its
 * paragraph began to speak; 全国, 全省, 全市 in its clause; and the base of a
 * change. What is empty was not said. */
typedef struct setting {
    slice period, scope;
    slice way;   /* 按户籍人口计算, 从总量看 */
    slice label; /* 江北区 of 江北区：…, with which the paragraph starts */
    int basis;
    bool is_goal;
} setting;

setting setting_from_claim(const inspection *in, size_t i);

/* Whether its sentence speaks of several years: 五年来, 2021—2025年. */
bool setting_spans_years(const inspection *in, const claim *c);

/* Whether part of its subject is left out: 扣除房地产开发投资，… */
bool setting_leaves_out(setting own);

/* Many rules ask for the same claim's: each is found once. */
struct setting_memo *setting_memo_new(arena *a, size_t n_claims);

/* Its period with the year that stands right before it: 2024年上半年, of which
 * `period` is 上半年. */
slice setting_whole_period(const inspection *in, setting own);

/* A scope that is not named is the text's own; a label is for its paragraph
 * only. */
bool setting_is_same(setting a, setting b);

/* How many months from the start of a year its period reaches: of 1—10月 ten;
 * 0 when it is no such stretch. The year is 0 when it is not told. */
typedef struct setting_stretch {
    int64_t year, months;
} setting_stretch;

setting_stretch setting_stretch_of(setting own);

/* The one month that its period is, and its year: of 8月份 eight. */
setting_stretch setting_month_of(setting own);

/* What the change is measured against, as its clause says; 0: nothing. */
int setting_basis(const inspection *in, const claim *c);

#endif
