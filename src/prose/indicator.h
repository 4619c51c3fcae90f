/* indicator: the indicators of official statistics under all the names that
 * releases give them: GDP is 地区生产总值, 社零 is 社会消费品零售总额. It knows
 * names, no figures. */
#ifndef PROSE_INDICATOR_H
#define PROSE_INDICATOR_H

#include "base/slice.h"

typedef enum indicator {
    INDICATOR_NONE,
#define INDICATOR(id, sort, names) INDICATOR_##id,
#include "prose/indicator.def"
#undef INDICATOR
    INDICATOR_COUNT
} indicator;

/* The indicator that the subject names and nothing else, but for whose it is
 * and that it was done: 全市实现|地区生产总值(GDP). */
indicator indicator_of(slice subject);

/* The same behind the name of a place: 福建省|外贸进出口, 雅安前三季度|GDP. */
indicator indicator_of_place(slice subject);

/* The indicator whose name the subject ends in, the longest; *prefix is what
 * stands before it: 四川|外贸进出口总值, 民营企业|进出口. */
indicator indicator_at_end(slice subject, slice *prefix);

/* Whether the subject ends in a name of `i` that is long enough to tell. */
bool indicator_ends(slice subject, indicator i);

/* Whether its name alone says of what it is: 社会消费品零售总额, but not 出口,
 * which may be that of 民营企业. */
bool indicator_stands_alone(indicator i);

/* Whether `s` is the name, words of doing and brackets left out: 煤炭行业|实现
 * |利润总额. */
bool indicator_spells(slice s, slice name);

/* `subject` without places, times and verbs in front. */
slice indicator_bare(slice subject);

#endif
