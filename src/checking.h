/* checking: the check of what a person typed against the figures, on a thread
 * beside the caller's: it and the setting of the pages read the same facts and
 * need nothing of each other. */
#ifndef CHECKING_H
#define CHECKING_H

#include "facts/facts.h"

typedef struct checking checking;

/* Begin. `f` is read until checking_end. */
checking *checking_start(const jb_facts *f);

/* Wait until all is checked, add the findings to `diags`, and drop `c`. */
void checking_end(checking *c, jb_diags *diags);

#endif
