#include "output/base64.h"

#include <stdint.h>

static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void
base64_add(slice_builder *b, slice bytes)
{
    for (size_t i = 0; i < bytes.len; i += 3) {
        uint32_t group = 0;
        size_t n = bytes.len - i < 3 ? bytes.len - i : 3;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (k < n ? (uint8_t)bytes.at[i + k] : 0);
        char out[4];
        for (size_t k = 0; k < 4; k++)
            out[k] = k <= n ? digits[group >> (18 - 6 * k) & 63] : '=';
        builder_add(b, (slice){out, 4});
    }
}
