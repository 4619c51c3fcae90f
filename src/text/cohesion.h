/* cohesion: a number is read as one with its sign, its unit, its range and
 * its date, so lines should not start inside. It knows words and marks, no
 * widths. */
#ifndef TEXT_COHESION_H
#define TEXT_COHESION_H

#include "text/atom.h"

void cohesion_keep(text_atoms *t);

#endif
