/* Bytes as a table of metrics, up to its words. */
#include "fuzz/briefing.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    hold_briefing("fuzz.csv", bytes, n);
    return 0;
}
