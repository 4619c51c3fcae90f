/* justified: which lines are full, since their paragraphs are justified, and
 * how much white is behind those that are not. */
#ifndef PROOF_JUSTIFIED_H
#define PROOF_JUSTIFIED_H

#include "proof/typography.h"

/* What a line lacks of an end that no two lines of its paragraph have. */
#define LACKING_UNKNOWN (-1e6)

/* Room between Han that no rounding makes, em: half of COLUMN_SLIGHT, since it
 * is the distance of two places. */
#define JUSTIFIED_ROOM 0.005

/* Fill is_justified, is_full and lacking, which comes in as what each line
 * lacks of its paragraph's end. */
void justified_judge(arena *a, const seen_document *d, typography *t);

#endif
