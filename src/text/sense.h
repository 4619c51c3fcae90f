/* sense: where a heading may be broken without parting what belongs together
 * in meaning: words, and the small words that lead or follow them (GB/T
 * 9704-2012 7.3.1: 回行时做到词意完整). */
#ifndef TEXT_SENSE_H
#define TEXT_SENSE_H

#include "text/atom.h"

/* Discourage breaks inside words, before 的 and behind 和 or 关于; in a title
 * also, by half, all that do not stand before 和 or behind a mark. */
void sense_keep(arena *scratch, text_atoms *t, bool is_title);

#endif
