/* Bytes as a text: proofread, turned into a draft, and the draft read. What
 * begins with a NUL is spelled in words. */
#include "fuzz/briefing.h"
#include "fuzz/spelled.h"
#include "prose/extract.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    arena *a = arena_new();
    slice text = {(const char *)bytes, n};
    if (n > 0 && bytes[0] == 0)
        text = spelled_from_bytes(a, bytes + 1, n - 1);
    jb_diags *diags = jb_diags_new();
    jb_source *source = jb_source_from_bytes("fuzz", text.at, text.len);
    if (jb_proofread(source, diags)) {
        slice draft = extract_from_text(a, text);
        hold_briefing("draft", draft.at, draft.len);
    }
    hold_findings(diags);
    jb_source_drop(source);
    jb_diags_drop(diags);
    arena_drop(a);
    return 0;
}
