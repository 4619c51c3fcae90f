#include "prose/quoted.h"

void
quoted_add(slice_builder *b, slice s)
{
    builder_add_text(b, "\"");
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c == '"' || c == '\\')
            builder_printf(b, "\\%c", c);
        else if (c < 0x20 || c == 0x7F)
            builder_add_text(b, " ");
        else
            builder_add(b, slice_cut(s, i, i + 1));
    }
    builder_add_text(b, "\"");
}
