/* phrase: the words for one fact as a release of the National Bureau of
 * Statistics has them: 增长251%, 下降0.2个百分点, 减亏3.1亿元, 490家左右,
 * 居全省第1位. It joins no sentences. */
#ifndef PROSE_PHRASE_H
#define PROSE_PHRASE_H

#include "facts/facts.h"

typedef enum phrase_form {
    PHRASE_PLAIN,
    PHRASE_SHORT,  /* 约490家, 全省第1 */
    PHRASE_LONG,   /* with verb and tense: 预计将达到490家左右 */
    PHRASE_NUMBER, /* digits alone, with a sign where it matters */
    PHRASE_FORM_COUNT
} phrase_form;

/* Options of a placeholder after '|'. */
typedef struct phrase_options {
    phrase_form form;
    bool in_times;   /* 增长2.51倍 where the growth is 100% or more */
    bool is_scaled;  /* 38200家 as 3.82万家 */
    bool has_arrow;  /* ▲5.6%, ▼0.2个百分点: the arrow is the caller's */
    bool is_fall;    /* the long form says 为, not 达到 */
    bool is_price;   /* rises are 上涨 */
    bool is_duration; /* 缩短, 延长 */
    bool is_balance;  /* below nothing it is no loss: 由负转正 */
} phrase_options;

/* The options by which the growth of what has this name and unit is said. */
phrase_options phrase_manner(slice name, jb_unit unit);

/* Prices rise by 上涨, by what they are called; index numbers (上年同月=100) are
 * said without their unit. */
bool phrase_is_price(slice name);
bool phrase_is_index(jb_unit unit);

/* 规模以上工业增加值 in %: the level is a growth. */
bool phrase_is_rate_of_amount(slice name, jb_unit unit);

/* Whether it is money that below nothing is a loss: 扭亏为盈, not 由负转正. */
bool phrase_is_profit(slice name, jb_unit unit);

/* Whether it adds up, so that its size is a 总量: no share, price, average or
 * intensity. */
bool phrase_is_total(slice name, jb_unit unit);

/* What is said of 1234567890元: 12.35亿元. Smaller amounts and those in a
 * multiple stay as they are. */
jb_quantity phrase_spoken(arena *a, jb_quantity q);

/* A level with its unit and qualifier: 200家以上, 50余项, 超过75亿元. */
slice phrase_level(arena *a, jb_quantity q, phrase_options o);

/* The verb and tense that introduce a level that rose, fell or neither
 * (`direction` 1, -1, 0): 达到, 为, 预计将达到, 预计将突破. */
slice phrase_verb(arena *a, jb_quantity q, int direction);

/* Growth: 增长251%, 下降6.5%, 提高1.2个百分点, 持平, 扭亏为盈. `unit` is that of
 * the levels; for money a negative level is a loss. */
slice phrase_growth(arena *a, const jb_fact *growth, jb_unit unit,
                    phrase_options o);

/* How a growth differs from the former one, that of `than`: 增速比一季度加快0.6
 * 个百分点, 降幅比一季度收窄1.2个百分点, 由一季度下降2.1%转为增长. Empty when one of them
 * is no number. */
slice phrase_turn(arena *a, const jb_fact *growth, const jb_fact *former,
                  slice than);

/* 高于全省平均水平1.2个百分点, 与全省平均水平持平; `mean` is FACT_MEAN. */
slice phrase_mean(arena *a, const jb_fact *mean, slice scope,
                  phrase_options o);

/* 1 for a rise, -1 for a fall, 0 for neither or unknown. */
int phrase_direction(const jb_fact *growth);

/* The words before a growth: 同比, 比上年同期, 与上年同期; for a whole year 比上年,
 * 与上年, and none before 由盈转亏. */
slice phrase_versus(const jb_fact *growth, jb_period period);

/* 拉动2.1个百分点, 下拉0.3个百分点; a pull that rounds to nothing is 影响不大. */
slice phrase_pull(arena *a, const jb_fact *pull, phrase_options o);

/* 增加1910家, 减少12.2亿元. */
slice phrase_delta(arena *a, const jb_fact *delta, phrase_options o);

/* 增幅居全省第1位, 居全省第一方阵; short: 全省第1. */
slice phrase_rank(arena *a, const metrics_rank *rank, const jb_fact *growth,
                  phrase_options o);

/* 截至10月底; with the year when it is not `year`. */
slice phrase_until(arena *a, jb_period until, int year);

#endif
