/* partition: what is known to make up a whole, by the first word of its name:
 * 出口 and 进口, the three industries, town and country. It knows no figures. */
#ifndef PROSE_PARTITION_H
#define PROSE_PARTITION_H

#include "prose/lexicon.h"

/* Members of a set, at most. */
#define PARTITION_MOST 6

/* The word of a member that the name starts with, behind 实现; NULL for none and
 * for several, 铁路、公路、水路和民航. */
const lexicon_word *partition_word(slice name);

/* The set of a member, its number in that from 1, and how many the set has. */
int partition_set(const lexicon_word *word);
int partition_member(const lexicon_word *word);
int partition_size(int set);

/* What is left of a member's name behind its word: of 东部地区房地产开发投资 the last
 * six characters. */
slice partition_tail(slice name);

/* Whether what is said of the member is of the whole's kind: 城镇居民人均可支配收入 is
 * no part of retail sales. */
bool partition_is_kind(slice member, slice whole);

#endif
