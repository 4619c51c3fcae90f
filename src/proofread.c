/* proofread: prose on its own, without a metrics file, as text or as a Word
 * document: checked, or turned into the draft of one. */
#include "jianbao.h"

#include "metrics/docx.h"
#include "output/sink.h"
#include "prose/extract.h"
#include "prose/inspect.h"

/* What is to be read of `source`, or NULL after an error. Findings keep the
 * text of a document, which no caller has. */
static const jb_source *
readable(const jb_source *source, jb_diags *diags)
{
    if (!docx_is(source_text(source)))
        return source_check_encoding(source, diags) ? source : NULL;
    jb_source *text = docx_text(source, diags);
    if (text != NULL) {
        diags_hold(diags, text);
        source_drop(text);
    }
    return text;
}

bool
jb_proofread(const jb_source *source, jb_diags *diags)
{
    size_t errors_before = diags_count_of(diags, DIAG_ERROR);
    source = readable(source, diags);
    if (source == NULL)
        return false;
    arena *a = arena_new();
    inspect_bulletin(a, source, diags);
    arena_drop(a);
    return diags_count_of(diags, DIAG_ERROR) == errors_before;
}

bool
jb_extract(const jb_source *source, const char *path, jb_diags *diags)
{
    source = readable(source, diags);
    if (source == NULL)
        return false;
    jb_sink *sink = sink_to_file(path, diags);
    if (sink == NULL)
        return false;
    arena *a = arena_new();
    sink_write(sink, extract_from_text(a, source_text(source)));
    arena_drop(a);
    return sink_commit(sink, diags);
}
