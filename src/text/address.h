/* address: where web and mail addresses in running text may be parted. They
 * know nothing of words, so that UAX #14 would let some fill half a line. */
#ifndef TEXT_ADDRESS_H
#define TEXT_ADDRESS_H

#include "text/atom.h"

/* Open the places where an address is best parted: behind its double
 * solidus, and before a solidus, full stop, hyphen and their like, so that
 * nobody takes the mark for the end of the sentence (Chicago Manual of Style,
 * 17th edition, 7.46). The other places in it are closed. */
void address_open(text_atoms *t);

#endif
