/* turn: a display list laid on its side. It knows no pages. */
#ifndef DISPLAY_TURN_H
#define DISPLAY_TURN_H

#include "display/display.h"

/* Append a copy of all items of `from`, turned 90° anticlockwise: what was
 * its top left comes to stand at `at`, its x goes up, its y to the right.
 * Images are left out: their pixels cannot be turned by their rectangle. */
void display_append_turned(jb_display *d, const jb_display *from,
                           jb_point at);

#endif
