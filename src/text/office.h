/* office: the agencies that a title of an official document begins with. No
 * line ends inside a name of theirs (GB/T 9704-2012 7.3.1: 词意完整); one may
 * well end between two. It knows no words. */
#ifndef TEXT_OFFICE_H
#define TEXT_OFFICE_H

#include "text/atom.h"

/* Discourage breaks inside each name, at `cost`, and in 等部门. */
void office_keep(text_atoms *t, int32_t cost);

#endif
