/* inspect_table: looks at the numbers of a person's table as inspect looks at
 * prose: totals, growth, and what the metrics say of the same. It reads no
 * sentences: see inspect_document.c. */
#ifndef PROSE_INSPECT_TABLE_H
#define PROSE_INSPECT_TABLE_H

#include "prose/prose.h"

/* Report what is wrong in the table's numbers, each at its cell. */
void inspect_table(arena *a, const metrics_table *table,
                   const jb_facts *facts, jb_diags *diags);

#endif
