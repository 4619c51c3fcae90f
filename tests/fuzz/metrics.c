/* Bytes as a metrics file, up to its words: fast enough for depth. */
#include "fuzz/fuzz.h"
#include "jianbao.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    jb_diags *diags = jb_diags_new();
    jb_engine *engine = jb_engine_new(".");
    jb_source *source = jb_source_from_bytes("fuzz", bytes, n);
    jb_briefing *b = jb_briefing_from_source(engine, source, diags);
    if (b == NULL && jb_diags_count_of(diags, JB_ERROR) == 0)
        abort(); /* refused without saying why */
    jb_diags_sort(diags);
    for (size_t i = 0; i < jb_diags_count(diags); i++) {
        jb_finding f = jb_diags_at(diags, i);
        if (f.place.file != NULL && f.place.last > f.place.n_text)
            abort(); /* a place outside its line */
    }
    jb_briefing_drop(b);
    jb_source_drop(source);
    jb_engine_drop(engine);
    jb_diags_drop(diags);
    return 0;
}
