/* clause: sentences and the clauses they are made of, by their marks. */
#ifndef PROSE_CLAUSE_H
#define PROSE_CLAUSE_H

#include "base/slice.h"

typedef struct clause {
    size_t first, last; /* bytes, without the mark at the end */
    size_t sentence;    /* number of its sentence */
    size_t sentence_first, sentence_last; /* bytes of that */
} clause;

typedef struct clause_list {
    clause *at;
    size_t n, cap;
} clause_list;

/* Sentences end at 。！？；, line ends and a dash between spaces, clauses also
 * at ，and ：, in full or half width; a comma within a number ends nothing. */
clause_list clauses_from_text(arena *a, slice text);

/* The clause that holds byte `at`; the list's n when none does. */
size_t clause_at(const clause_list *list, size_t at);

/* The end and the start of a long stretch of text, whole characters of it:
 * what decides the meaning of a figure stands near, and looking no further
 * keeps the work linear in the length of the text. */
slice clause_near_end(slice s);
slice clause_near_start(slice s);

#endif
