/* quoted: words as a metrics file may hold them, whatever they are. It
 * knows no keys. */
#ifndef PROSE_QUOTED_H
#define PROSE_QUOTED_H

#include "base/slice.h"

/* "…" with what YAML would read otherwise escaped; line ends become spaces. */
void quoted_add(slice_builder *b, slice s);

#endif
