/* place: where layouts and fonts are. */
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

#include "base/arena.h"

/* JIANBAO_DATA, else the first directory beside the program that holds
 * layouts/: its parent's (a build tree) or ../share/jianbao (installed). */
const char *place_of_data(arena *a);

#endif
