/* base64: bytes as text (RFC 4648, section 4). */
#ifndef OUTPUT_BASE64_H
#define OUTPUT_BASE64_H

#include "base/slice.h"

void base64_add(slice_builder *b, slice bytes);

#endif
