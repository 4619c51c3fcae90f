/* note: the notes of a table or a chart, each said once and marked ①, ② … in
 * the order of first mention. It knows nothing of what is noted. */
#ifndef REPORT_NOTE_H
#define REPORT_NOTE_H

#include "base/array.h"
#include "base/slice.h"

typedef struct note_list {
    slice *at; /* the texts, without marks */
    size_t n, cap;
} note_list;

/* The mark of `text`, which is added when it is new. */
slice note_mark(arena *a, note_list *notes, slice text);

/* Which note `text` is, from 0; its count when it is none. */
size_t note_index(const note_list *notes, slice text);

/* "① text", for note `i` (from 0). */
slice note_line(arena *a, const note_list *notes, size_t i);

#endif
