/* Bytes as paragraphs to be set: the first chooses how, the second how wide,
 * the third whether the rest is spelled in words. */
#include "fuzz/fuzz.h"
#include "fuzz/spelled.h"
#include "jianbao.h"

static const char *const levels[] = {"none", "basic", "gb", "strict"};
static const char *const styles[] = {"quanjiao", "kaiming", "banjiao"};
static const double gaps[] = {0, 0.125, 0.25, 1};

static jb_typeset_options
options_of(const uint8_t *bytes)
{
    jb_typeset_options o = JB_TYPESET_OPTIONS;
    o.prohibitions = levels[bytes[0] & 3];
    o.marks = styles[(bytes[0] >> 2 & 3) % 3];
    o.gap = gaps[bytes[0] >> 4 & 3];
    o.hangs_marks = bytes[0] >> 6 & 1;
    o.normalises = bytes[0] >> 7 & 1;
    o.measure = 1 + bytes[1] * 3;
    o.indent = bytes[1] & 1 ? 2 : 0;
    return o;
}

static size_t
count(const char *text, char wanted)
{
    size_t n = 0;
    for (; *text != '\0'; text++)
        n += *text == wanted;
    return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (n < 3)
        return 0;
    arena *a = arena_new();
    jb_typeset_options options = options_of(bytes);
    slice text = {(const char *)bytes + 3, n - 3};
    if (bytes[2] % 2 == 0)
        text = spelled_from_bytes(a, bytes + 3, n - 3);
    jb_diags *diags = jb_diags_new();
    jb_engine *engine = jb_engine_new(".");
    jb_source *source = jb_source_from_bytes("fuzz", text.at, text.len);
    const char *json = jb_typeset(engine, source, &options, diags);
    if (json != NULL && count(json, '\n') < 1 && text.len > 0)
        abort(); /* a paragraph is lost */
    jb_source_drop(source);
    jb_engine_drop(engine);
    jb_diags_drop(diags);
    arena_drop(a);
    return 0;
}
