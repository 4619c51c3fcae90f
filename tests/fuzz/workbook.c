/* Bytes as the sheet of a workbook: what stands around it is sound, since an
 * archive whose sums must agree is never mutated into another. */
#include <libdeflate.h>

#include "base/array.h"
#include "base/slice.h"
#include "fuzz/briefing.h"

typedef ARRAY(unsigned char) bytes_out;

typedef struct part {
    const char *name;
    slice content;
} part;

static void
put(arena *a, bytes_out *out, uint32_t value, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ARRAY_PUSH(a, out, (unsigned char)(value >> (8 * i)));
}

static void
put_text(arena *a, bytes_out *out, slice text)
{
    for (size_t i = 0; i < text.len; i++)
        ARRAY_PUSH(a, out, (unsigned char)text.at[i]);
}

/* The fields that a local header and an entry of the directory share. */
static void
put_fields(arena *a, bytes_out *out, const part *p)
{
    put(a, out, 0, 4); /* flags, method: stored */
    put(a, out, 0, 4); /* time */
    put(a, out, libdeflate_crc32(0, p->content.at, p->content.len), 4);
    put(a, out, (uint32_t)p->content.len, 4);
    put(a, out, (uint32_t)p->content.len, 4);
    put(a, out, (uint32_t)strlen(p->name), 2);
    put(a, out, 0, 2);
}

static void
archive(arena *a, const part *parts, uint32_t n, bytes_out *out)
{
    bytes_out directory = {0};
    for (uint32_t i = 0; i < n; i++) {
        uint32_t local = (uint32_t)out->n;
        put_text(a, out, SLICE_OF("PK\3\4\24\0"));
        put_fields(a, out, &parts[i]);
        put_text(a, out, slice_from(parts[i].name));
        put_text(a, out, parts[i].content);
        put_text(a, &directory, SLICE_OF("PK\1\2\24\0\24\0"));
        put_fields(a, &directory, &parts[i]);
        put(a, &directory, 0, 4);
        put(a, &directory, 0, 4);
        put(a, &directory, 0, 2);
        put(a, &directory, local, 4);
        put_text(a, &directory, slice_from(parts[i].name));
    }
    uint32_t at = (uint32_t)out->n;
    put_text(a, out, (slice){(char *)directory.at, directory.n});
    put_text(a, out, SLICE_OF("PK\5\6\0\0\0\0"));
    put(a, out, n, 2);
    put(a, out, n, 2);
    put(a, out, (uint32_t)directory.n, 4);
    put(a, out, at, 4);
    put(a, out, 0, 2);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    const part parts[] = {
        {"xl/workbook.xml",
         SLICE_OF("<w xmlns:r='r'><sheet name='表' r:id='1'/></w>")},
        {"xl/_rels/workbook.xml.rels",
         SLICE_OF("<r><Relationship Id='1' Target='s.xml'/></r>")},
        {"xl/styles.xml",
         SLICE_OF("<s><cellXfs><xf numFmtId='0'/><xf numFmtId='10'/>"
                  "<xf numFmtId='14'/></cellXfs></s>")},
        {"xl/sharedStrings.xml",
         SLICE_OF("<s><si><t>指标</t></si><si><t>单位</t></si>"
                  "<si><t>2025年</t></si><si><t>亿元</t></si></s>")},
        {"xl/s.xml", {(const char *)bytes, n}},
    };
    arena *a = arena_new();
    bytes_out out = {0};
    archive(a, parts, sizeof parts / sizeof *parts, &out);
    hold_briefing("fuzz.xlsx", out.at, out.n);
    arena_drop(a);
    return 0;
}
