/* setting: when, whose and against what a figure in prose is told; two figures
 * of one indicator are the same figure only in the same setting. It does not
 * know what is wrong with them. */
#ifndef PROSE_SETTING_H
#define PROSE_SETTING_H

#include "prose/inspect.h"
#include "prose/season.h"

/* The value of a LEXICON_BASIS word that compares with the year before. */
#define SETTING_YEAR_BEFORE 1
#define SETTING_SEQUENTIAL 2
#define SETTING_YEAR_END 3 /* 比上年末, 比年初 */
#define SETTING_AVERAGE 4

/* The last date or word of time before the figure, else that with which its
 * paragraph began to speak; 全国, 全省, 全市 in its clause; and the base of a
 * change. What is empty was not said. */
typedef struct setting {
    slice period, scope;
    slice against; /* 上半年 of 比上半年加快, 2019年 of 比2019年增长 */
    slice way;   /* 按户籍人口计算, 从总量看 */
    slice label; /* 江北区 of 江北区：…, with which the paragraph starts */
    int basis;
    bool is_goal;
} setting;

setting setting_from_claim(const inspection *in, size_t i);

/* Whether its sentence speaks of several years: 五年来, 2021—2025年. */
bool setting_spans_years(const inspection *in, const claim *c);

/* Whether it is told for things counted alike: 按同口径计算. */
bool setting_is_recounted(setting own);

/* Whether part of its subject is left out: 扣除房地产开发投资，… */
bool setting_leaves_out(setting own);

/* Many rules ask for the same claim's: each is found once. */
struct setting_memo *setting_memo_new(arena *a, size_t n_claims);

/* Its period with the year that stands right before it: 2024年上半年, of which
 * `period` is 上半年. */
slice setting_whole_period(const inspection *in, setting own);

/* Whether the two are told of one time, in whatever words: 1—6月 and 上半年. */
bool setting_is_one_time(const inspection *in, setting a, setting b);

/* The same, or one of them tells no time. */
bool setting_may_be_one_time(const inspection *in, setting a, setting b);

/* A scope that is not named is the text's own; a label is for its paragraph
 * only. */
bool setting_is_same(const inspection *in, setting a, setting b);

/* The stretch of months that its period is, in the text's own year where it
 * names none; false when it is none. */
bool setting_season(const inspection *in, setting own, season *out);

/* The year at whose end it is told, 2022年末; 0 when its period says none. */
int64_t setting_year_end(const inspection *in, setting own);

/* Its period as a metrics file has it, in the year of `base` where it names
 * none; false when it is none. */
bool setting_period(const inspection *in, setting own, jb_period base,
                    jb_period *out);

/* How many months from the start of a year its period reaches: of 1—10月 ten;
 * 0 when it is no such stretch. */
int setting_months(const inspection *in, setting own);

/* What the change is measured against, as its clause says; 0: nothing. */
int setting_basis(const inspection *in, const claim *c);

#endif
