/* person: persons' names in prose, told without knowing anybody: by surnames,
 * by the posts, verbs and marks beside them, by the · of foreign ones. What is
 * found may be no name; a line is then only a little less free. */
#ifndef TEXT_PERSON_H
#define TEXT_PERSON_H

#include "text/atom.h"

/* Lines had better not start inside names, as `how` says; of headings and
 * labels, whose words sense knows, only inside those that are sure. */
void person_keep(text_atoms *t, text_names how, bool is_prose);

#endif
