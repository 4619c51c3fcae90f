/* goal: how a metric stands to its target, in words: 完成全年目标的98.7%,
 * 预计完成全年目标的102%左右; of a share, 比全年目标高1.2个百分点; of a ceiling, 控制在
 * 全年目标5.5%以内. It says whose it is nowhere. */
#ifndef PROSE_GOAL_H
#define PROSE_GOAL_H

#include "facts/facts.h"

/* Of metric `metric`; empty when it has no target, or nothing to hold against
 * it. */
slice goal_words(arena *a, const jb_facts *facts, size_t metric);

/* Whether figure and target are such that none is so many percent of the other:
 * a target of nothing or below, or a loss. */
bool goal_is_no_ratio(const jb_facts *facts, size_t metric);

/* The fact that the words are of: the completion, else the target. */
const jb_fact *goal_fact(const jb_facts *facts, size_t metric);

#endif
