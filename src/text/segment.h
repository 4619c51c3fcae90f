/* segment: a run of Han parted into words, the likeliest way by the costs of
 * the dictionary; terms of official prose (terms.def) go before its words. It
 * knows words and nothing of lines. */
#ifndef TEXT_SEGMENT_H
#define TEXT_SEGMENT_H

#include "text/atom.h"
#include "text/dictionary.h"

typedef struct text_word {
    size_t first, n; /* atoms */
    word_class class;
} text_word;

typedef struct text_words {
    text_word *at;
    size_t n;
} text_words;

/* The words of the Han from atom `first` to before `end`, none longer than
 * `most` atoms; in the arena. */
text_words segment_words(arena *a, const text_atoms *t, size_t first,
                         size_t end, size_t most);

#endif
