/* briefing: what the targets that read figures share: whatever the bytes,
 * nothing is refused without a reason and each reason has its place. */
#ifndef TESTS_FUZZ_BRIEFING_H
#define TESTS_FUZZ_BRIEFING_H

#include "fuzz/fuzz.h"
#include "jianbao.h"

static void
hold_findings(jb_diags *diags)
{
    jb_diags_sort(diags);
    for (size_t i = 0; i < jb_diags_count(diags); i++) {
        jb_finding f = jb_diags_at(diags, i);
        if (f.place.file != NULL && f.place.last > f.place.n_text)
            abort(); /* a place outside its line */
    }
}

/* Up to the words; the reader is chosen by the ending of `name`. */
static void
hold_briefing(const char *name, const void *bytes, size_t n)
{
    jb_diags *diags = jb_diags_new();
    jb_engine *engine = jb_engine_new(".");
    jb_source *source = jb_source_from_bytes(name, bytes, n);
    jb_briefing *b = jb_briefing_from_source(engine, source, diags);
    if (b == NULL && jb_diags_count_of(diags, JB_ERROR) == 0)
        abort(); /* refused without saying why */
    hold_findings(diags);
    jb_briefing_drop(b);
    jb_source_drop(source);
    jb_engine_drop(engine);
    jb_diags_drop(diags);
}

#endif
