/* liang: where an English word may be parted, by the patterns of plain TeX
 * (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983). It knows letters,
 * no lines. */
#ifndef TEXT_LIANG_H
#define TEXT_LIANG_H

#include <stdbool.h>
#include <stddef.h>

#define LIANG_LONGEST 60

/* may_part[i]: a line may end before letter i of `word`, n lower-case letters
 * from a to z, at most LIANG_LONGEST. At least three stay on either side. */
void liang_places(const char *word, size_t n, bool *may_part);

#endif
