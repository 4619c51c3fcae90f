/* proofread: prose on its own, without a metrics file: checked, or turned
 * into the draft of one. */
#include "jianbao.h"

#include "output/sink.h"
#include "prose/extract.h"
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

bool
jb_extract(const jb_source *source, const char *path, jb_diags *diags)
{
    if (!source_check_encoding(source, diags))
        return false;
    jb_sink *sink = sink_to_file(path, diags);
    if (sink == NULL)
        return false;
    arena *a = arena_new();
    sink_write(sink, extract_from_text(a, source_text(source)));
    arena_drop(a);
    return sink_commit(sink, diags);
}
