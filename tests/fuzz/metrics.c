/* Bytes as a metrics file, up to its words: fast enough for depth. */
#include "fuzz/briefing.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    hold_briefing("fuzz", bytes, n);
    return 0;
}
