/* The whole pipeline: bytes as a metrics file, and what comes of them in
 * every format and every chart. */
#include "fuzz/fuzz.h"
#include "jianbao.h"

static bool
swallow(void *user, const void *bytes, size_t n)
{
    size_t *sum = user;
    for (size_t i = 0; i < n; i++)
        *sum += ((const unsigned char *)bytes)[i];
    return true;
}

static void
write_all(jb_engine *e, const jb_pages *pages, jb_diags *diags)
{
    size_t n, sum = 0;
    const jb_entry *formats = jb_list_entries(e, JB_LIST_FORMATS, &n, diags);
    for (size_t i = 0; i < n; i++) {
        jb_writer to = {swallow, &sum};
        jb_options options = JB_OPTIONS;
        options.format = formats[i].name;
        options.dpi = 36;
        jb_pages_write_to(pages, 0, &to, &options, diags);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    jb_diags *diags = jb_diags_new();
    jb_engine *engine = jb_engine_new(".");
    jb_source *source = jb_source_from_bytes("fuzz", bytes, n);
    jb_briefing *b = jb_briefing_from_source(engine, source, diags);
    jb_pages *pages = NULL;
    if (b != NULL) {
        jb_briefing_dump(b, "metrics");
        jb_briefing_dump(b, "facts");
        jb_briefing_dump(b, "report");
        pages = jb_pages_from_briefing(engine, b, NULL, NULL, diags);
    }
    if (pages != NULL)
        write_all(engine, pages, diags);
    jb_diags_sort(diags);
    for (size_t i = 0; i < jb_diags_count(diags); i++)
        jb_diags_at(diags, i);
    jb_pages_drop(pages);
    jb_briefing_drop(b);
    jb_source_drop(source);
    jb_engine_drop(engine);
    jb_diags_drop(diags);
    return 0;
}
