/* yaml_text: words as a metrics file may hold them, whatever they are. It
 * knows no keys. */
#ifndef PROSE_YAML_TEXT_H
#define PROSE_YAML_TEXT_H

#include "base/slice.h"

/* "…" with what YAML would read otherwise escaped; line ends become spaces. */
void yaml_text_add_quoted(slice_builder *b, slice s);

#endif
