/* span: from a scalar's decoded text back to its place in the source. */
#ifndef TREE_SPAN_H
#define TREE_SPAN_H

#include "tree/tree.h"

/* Give a long scalar its anchors, so that many places in it cost no more than
 * one walk over it. Its text and span must be set. */
void tree_span_anchor(arena *a, tree_node *text);

#endif
