/* Bytes as a text: proofread, turned into a draft, and the draft read. What
 * begins with a NUL is spelled in words. */
#include "fuzz/fuzz.h"
#include "fuzz/spelled.h"
#include "jianbao.h"
#include "prose/extract.h"

static void
list(jb_diags *diags)
{
    jb_diags_sort(diags);
    for (size_t i = 0; i < jb_diags_count(diags); i++) {
        jb_finding f = jb_diags_at(diags, i);
        if (f.place.file != NULL && f.place.last > f.place.n_text)
            abort(); /* a place outside its line */
    }
}

static void
read_draft(arena *a, slice text)
{
    jb_diags *diags = jb_diags_new();
    slice draft = extract_from_text(a, text);
    jb_source *source =
        jb_source_from_bytes("draft", draft.at, draft.len);
    jb_engine *engine = jb_engine_new(".");
    jb_briefing_drop(jb_briefing_from_source(engine, source, diags));
    list(diags);
    jb_engine_drop(engine);
    jb_source_drop(source);
    jb_diags_drop(diags);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    arena *a = arena_new();
    slice text = {(const char *)bytes, n};
    if (n > 0 && bytes[0] == 0)
        text = spelled_from_bytes(a, bytes + 1, n - 1);
    jb_diags *diags = jb_diags_new();
    jb_source *source = jb_source_from_bytes("fuzz", text.at, text.len);
    if (jb_proofread(source, diags))
        read_draft(a, text);
    list(diags);
    jb_source_drop(source);
    jb_diags_drop(diags);
    arena_drop(a);
    return 0;
}
