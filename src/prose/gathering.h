/* gathering: what the steps share that gather a report's figures into
 * entries: levels and parts in entry.c and entry_level.c, where they stand in
 * entry_place.c, what is said of them in entry_change.c and entry_rank.c, of
 * the time before in entry_former.c.
 * Nothing outside these includes it. */
#ifndef PROSE_GATHERING_H
#define PROSE_GATHERING_H

#include "prose/entry.h"
#include "prose/naming.h"

typedef struct gathering {
    naming naming;
    size_t *entry_of; /* one per claim; SIZE_MAX: none */
    slice topic;      /* under which the figures stand at present */
    size_t topic_at;  /* bytes read for topics */
    bool is_numbered; /* the topic is that of a numbered heading */
    bool is_caption;  /* the last line read is of a figure or a table */
    size_t title_first, title_last; /* bytes of the title */
    int year; /* the report's own; 0: not told */
    entry_list list;
} gathering;

/* What a change is told against. */
typedef enum against {
    AGAINST_YEAR,    /* 同比, 比上年, or nothing said */
    AGAINST_PERIOD,  /* 环比, 比上月 */
    AGAINST_OTHER    /* 年均, 比年初, 比全省平均 */
} against;

/* By the words before the figure alone; by those of its sentence too. */
against gathering_against(slice lead);
against gathering_base(const gathering *g, size_t i);

const claim *gathering_claim(const gathering *g, size_t i);
/* Whether the figure is an age that names a group. */
bool gathering_is_age(const claim *c);
/* The clause up to the figure. */
slice gathering_lead(const gathering *g, const claim *c);
/* Whether the clause of a level names nothing: 达到6505项. */
bool gathering_is_bare(const gathering *g, const claim *c);
/* Whether `s` is long enough to be a name: 产量, GDP. */
bool gathering_is_name(slice s);
void gathering_place(gathering *g, size_t i, size_t at);
/* Reads the lines, and the sentences in them, up to the figure for headings. */
void gathering_follow(gathering *g, size_t until);
/* A new entry with name, topic and time; its index. */
size_t gathering_add(gathering *g, size_t i, slice name, slice unit);
/* The entry of the figure nearest before claim `i` in its sentence. */
size_t gathering_before(const gathering *g, size_t i);
/* 158件196人: two counts of one thing. */
bool gathering_is_pair(const claim *first, const claim *second);
/* Its name, or nothing; of a pair the first one's. */
slice gathering_owner(const gathering *g, size_t i);

/* 5亿元以上 of 5亿元以上项目86个: which of them are counted. */
bool gathering_is_size(const gathering *g, size_t i);

/* What a level is called, with what its sentence or the run of sentences
 * told before it. */
slice gathering_level_name(gathering *g, size_t i);
/* A level that is no figure of its own: （含旧存343件）, 由上年的22%、28%和50%. */
bool gathering_is_beside(const gathering *g, size_t i);
/* 由412家 of 由412家增加到490家. */
bool gathering_is_origin(const gathering *g, const claim *c);

/* An earlier entry of the same figure and thing as the newest; or SIZE_MAX. */
size_t gathering_known(const gathering *g);
/* Takes the newest back: claim `i` is of the one known before. */
void gathering_drop_newest(gathering *g, size_t i, size_t known);

/* 由412家增加到490家, 上年同期亏损2.4亿元: true when the level was such. */
bool gathering_from_to(gathering *g, size_t i);
bool gathering_former(gathering *g, size_t i);
/* The words of such a change whose base is no field of a metric; or nothing. */
slice gathering_origin_words(const gathering *g, size_t i);
/* 比上年同期收窄17.2亿元: true when the level was such an amount. */
bool gathering_moved(gathering *g, size_t i);
/* 纺织行业扭亏为盈，实现利润0.2亿元: whose profit it is, and how it turned. */
void gathering_turned(const gathering *g, entry *e);
/* “十四五”以来 of a level that years piled up; or nothing. */
slice gathering_since(const gathering *g, const claim *c);
/* 上年同期为零. */
bool gathering_is_nothing_before(slice words);
/* Without 亏损 and 盈利 at the end. */
slice gathering_without_result(slice lead);
/* 2022年、2023年、2024年…分别为320家、412家和490家: true when claim `i` opened such
 * a list. */
bool gathering_years(gathering *g, size_t i);
/* 亏损 right before the figure. */
bool gathering_is_loss(const gathering *g, const claim *c);

/* An amount of change, up or down: the base, where both are exact. */
void gathering_amount(gathering *g, size_t i, int direction);
/* Growth, points, amounts of change and multiples. */
void gathering_change(gathering *g, size_t i);
/* 减亏3.1亿元: true when the level was such an amount. */
bool gathering_loss(gathering *g, size_t i);
/* 持平, 扭亏为盈 and what else is said of entries without a figure. */
void gathering_outcomes(gathering *g);
/* 三次产业结构为6.0:46.9:47.1: true when claim `i` was the first of such. */
bool gathering_proportions(gathering *g, size_t i);
/* 完成年度目标80亿元, …的98.7%: true when the level was one of these. */
bool gathering_target(gathering *g, size_t i);
/* 前移6位, 实际增长5.1%, 折合…: said of the figure before. */
bool gathering_is_remark(const gathering *g, size_t i);
/* 这两项 points back; 受进口增长（15.9%）带动 tells a growth in passing. */
bool gathering_is_reference(const gathering *g, const claim *c);
bool gathering_is_told_growth(const gathering *g, const claim *c);
/* The words of the clause become a note of the entry before. */
void gathering_note(gathering *g, size_t i);
void gathering_rank(gathering *g, size_t i);
/* Ranks that stand apart from their figures go to those they name. */
void gathering_late_ranks(gathering *g);
/* 18个 of 居全省18个省辖市第4位: how many are ranked, no figure of its own. */
bool gathering_is_field(const gathering *g, size_t i);
/* Where the level is what its sentence aims at, 力争…突破600家，…超过100亿元, or
 * plans for the next year, the entry says so. */
void gathering_set_aim(const gathering *g, entry *e, const claim *c);
/* 52.6亿元（预计） is expected. */
void gathering_set_expected(const gathering *g, entry *e);
/* 超过省定目标85%: what is aimed at by another, said of the figure before. */
bool gathering_is_past_aim(const gathering *g, size_t i);
/* The rank that claim `i` says goes to entry `at`. */
void gathering_set_rank(gathering *g, size_t i, size_t at);

#endif
