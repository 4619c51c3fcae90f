/* Bytes as the sheet of a workbook: what stands around it is sound, since an
 * archive whose sums must agree is never mutated into another. */
#include "archive.h"
#include "fuzz/briefing.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    const archive_part parts[] = {
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
    archive_bytes out = {0};
    archive_from(a, parts, sizeof parts / sizeof *parts, &out);
    hold_briefing("fuzz.xlsx", out.at, out.n);
    arena_drop(a);
    return 0;
}
