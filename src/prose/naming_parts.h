/* naming_parts: what naming one figure and naming the items of a list share:
 * the words around a name. Nothing outside naming*.c includes it. */
#ifndef PROSE_NAMING_PARTS_H
#define PROSE_NAMING_PARTS_H

#include "prose/lexicon.h"
#include "prose/naming.h"

/* Without times, places and fillers in front, without verbs behind. */
slice naming_without_heads(slice s);
slice naming_without_tails(slice s);

/* Bytes of the verb that `s` starts with; 0 when it starts with none. */
size_t naming_deed_len(slice s);

/* Without the verbs and places in the middle: 企业实现利润总额. */
slice naming_closed_up(arena *a, slice s);

/* What the name is measured by, its last characters: 增加值; or NULL. */
const lexicon_word *naming_measure(slice name);

#endif
