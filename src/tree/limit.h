/* limit: what every reader of the room holds a file to before it looks in. */
#ifndef TREE_LIMIT_H
#define TREE_LIMIT_H

#include "tree/tree.h"

/* False, and TREE_TOO_LARGE, for a source of more bytes than the limit. */
bool tree_is_within_size(const jb_source *source, tree_limits limits,
                         jb_diags *diags);

#endif
