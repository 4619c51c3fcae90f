/* basis: the basis on which growth is computed (可比价, 可比口径), where a file
 * tells it in words: in a metric's name, in what is said of it, or in a note
 * below a table. It knows nothing of what a basis does to growth. */
#ifndef METRICS_BASIS_H
#define METRICS_BASIS_H

#include "metrics/model.h"

/* Give each metric without 口径 the one that words tell of its growth. The
 * metrics and the notes must have been read. */
void basis_read(jb_metrics *m);

#endif
