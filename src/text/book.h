/* book: titles in 《》: short ones are read as one word, long ones as words,
 * and a line may start with any of those. */
#ifndef TEXT_BOOK_H
#define TEXT_BOOK_H

#include "text/atom.h"

/* Lines had better not start inside titles, as `how` says. */
void book_keep(arena *scratch, text_atoms *t, text_titles how);

#endif
