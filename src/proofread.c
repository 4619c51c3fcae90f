/* proofread: the check of prose on its own, without a metrics file. */
#include "jianbao.h"

#include "prose/inspect.h"

bool
jb_proofread(const jb_source *source, jb_diags *diags)
{
    size_t errors_before = diags_count_of(diags, DIAG_ERROR);
    if (!source_check_encoding(source, diags))
        return false;
    arena *a = arena_new();
    inspect_passage(a, passage_from_source(a, source), NULL, diags);
    arena_drop(a);
    return diags_count_of(diags, DIAG_ERROR) == errors_before;
}
