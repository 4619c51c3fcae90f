/* entry: one figure of a report as it will stand in a draft metrics file,
 * its fields in the file's own words. It writes no file: see extract. */
#ifndef PROSE_ENTRY_H
#define PROSE_ENTRY_H

#include "prose/season.h"

/* The unit of what only its growth is known of. */
#define ENTRY_NO_UNIT "待补"

typedef struct entry_part {
    slice name;
    const claim *claim;
} entry_part;

typedef struct entry {
    const claim *anchor; /* the figure by which it was found */
    const claim *level;  /* NULL when only its growth is said */
    const claim *whole;  /* 全年预计突破…, when `level` is to date; or NULL */
    const claim *target; /* 完成年度目标80亿元的…; or NULL */
    slice name, unit, topic;
    slice deeds; /* in front of the name: 审结|行政案件; may be empty */
    slice context; /* what its sentence is of: 高中阶段学校; may be empty */
    season time;         /* when has_time; else the report's own */
    bool has_time, is_negative;
    bool is_other_time;  /* than the report's */
    bool is_aim;         /* 力争…达到600家: its level is what it shall reach */
    bool is_expected;    /* （预计） behind its level */
    bool is_nothing;     /* 降为零: its level, which is no figure */
    bool is_part;        /* only said as a part of another entry */
    bool is_proportion;  /* its parts are percentages of a hundred */
    slice growth, sequential, former, former_name; /* may be empty */
    slice previous, basis, note;                   /* may be empty */
    slice years;       /* "2022": "320", "2023": "412"; may be empty */
    int previous_year; /* of `previous`, when told; 0: the year before */
    slice mean, mean_scope;                        /* may be empty */
    slice goal, completion; /* target that a completion tells; or empty */
    slice rank;          /* 全省第1; may be empty */
    bool is_rank_of_growth;
    entry_part *parts;
    size_t n_parts;
} entry;

typedef struct entry_list {
    entry *at;
    size_t n, cap;
    bool *is_placed; /* one per claim: it is in some entry */
} entry_list;

/* The figures of a text, each once; what is said of one again is added. */
entry_list entries_from_claims(arena *a, slice text,
                               const clause_list *clauses,
                               const claim_list *claims);

#endif
