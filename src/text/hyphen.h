/* hyphen: long Western words may be parted, with a hyphen at the line's end,
 * where a line would otherwise be opened; and where the author put a soft
 * hyphen. */
#ifndef TEXT_HYPHEN_H
#define TEXT_HYPHEN_H

#include "text/atom.h"

/* `finds_places`: by the patterns of English too, not only soft hyphens. */
void hyphens_open(text_atoms *t, bool finds_places);

#endif
