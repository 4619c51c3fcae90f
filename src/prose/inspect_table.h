/* inspect_table: looks at the numbers of a person's table as inspect looks at
 * prose: totals, growth, and what the metrics say of the same. It reads no
 * sentences: see inspect_document.c. */
#ifndef PROSE_INSPECT_TABLE_H
#define PROSE_INSPECT_TABLE_H

#include "prose/inspect.h"
#include "prose/tabular.h"

/* Report what is wrong in the table's numbers, each at its cell. `facts` may
 * be NULL. */
void inspect_table(arena *a, const tabular *table, const jb_facts *facts,
                   jb_diags *diags);

/* Report what `prose` says otherwise than the table: the same indicator at
 * the same time, by the name of its row, of its column, or of both. `base` is
 * when the table is of if its heads do not say; it need not be set. */
void inspect_table_told(const tabular *table, jb_period base,
                        const inspection *prose);

#endif
