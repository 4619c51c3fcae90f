#include "text/han_set.h"

bool
han_set_has(const uint16_t *set, size_t n, uint32_t code)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (set[middle] == code)
            return true;
        if (set[middle] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}
