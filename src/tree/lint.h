/* lint: what Chinese typists do to YAML, recognised line by line before
 * libyaml is asked, so that the complaint names the right line in plain words.
 * Each slip is repaired in a copy of the text, so that reading can go on and
 * find the next mistake in the same run. */
#ifndef TREE_LINT_H
#define TREE_LINT_H

#include "tree/tree.h"

/* Text for libyaml, with the way back to the source's offsets. */
typedef struct lint_text {
    slice text;
    /* Offsets in `text` of bytes that the source does not have, ascending. */
    const size_t *inserted;
    size_t n_inserted;
    bool has_errors;
} lint_text;

lint_text lint_repaired(arena *a, const jb_source *source, jb_diags *diags);

/* The source's offset of a byte of the repaired text. */
size_t lint_source_offset(const lint_text *l, size_t offset);

#endif
