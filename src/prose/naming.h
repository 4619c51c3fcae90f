/* naming: what a figure of a report is called once it stands in a table: the
 * noun it counts or measures, without the verbs, the times and the places
 * around it, and told apart from its neighbours. It judges no figures. */
#ifndef PROSE_NAMING_H
#define PROSE_NAMING_H

#include "prose/claim.h"

typedef struct naming {
    arena *arena;
    slice text;
    const clause_list *clauses;
    const claim_list *claims;
} naming;

/* The name of the figure of `c`. `owner` is the name given last in its
 * sentence, for names that say nothing alone: 经费, 签约; may be empty. */
slice naming_of(const naming *n, const claim *c, slice owner);

/* The same of a change without a level of its own: 采矿业增加值同比增长7.9%;
 * empty when its clause has no subject. */
slice naming_of_change(const naming *n, const claim *c, slice owner);

/* `name` with what its sibling is measured by: 制造业 as 制造业增加值. */
slice naming_like(arena *a, slice name, slice sibling);

/* The item of a list that claim `i` is the figure of: 甲、乙产量分别增长5%、
 * 6%. Empty when there is no list of as many items as figures. */
slice naming_item(const naming *n, size_t i);

/* Whether 分别 gives claim `i` to one of several that are not named. */
bool naming_is_unlisted(const naming *n, size_t i);

/* How many figures the list has that claim `i` opens; 0 when it is a later
 * one of its list. */
size_t naming_list_length(const naming *n, size_t i);

/* In 甲、乙分别为1亿元、2亿元，分别增长5%、6% the level that the growth `i` is
 * of; SIZE_MAX when no list of levels of the same length stands before. */
size_t naming_partner(const naming *n, size_t i);

/* The deeds in front of a name: 评价入库|科技型中小企业; the name without. */
slice naming_deeds(slice subject);
slice naming_bare(slice subject);

/* What `words` that stand before a figure name, without times, places and
 * verbs around it. */
slice naming_of_words(const naming *n, slice words);

/* Whether the figure counts nothing that can be named: 首批5个试点市之一, 以下4
 * 个方面, 两条底线. */
bool naming_is_none(const naming *n, const claim *c);

/* Whether `name` is a piece of what stands between figures: ）和全国（. */
bool naming_is_broken(slice name);

/* GDP, PMI: a name for all that it is short. */
bool naming_is_initials(slice s);

/* Whether `name` says nothing without its owner. */
bool naming_is_generic(slice name);

/* The longest run of characters that two names share, in characters. */
size_t naming_shared(slice a, slice b);

#endif
