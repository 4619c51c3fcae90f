/* dictionary: the common words of Chinese, each with what it is to the lines
 * of a title and what it costs to read it in a text (−ln of its share of all
 * words, in quarters). It knows single words; how a text parts into them is
 * segment's. */
#ifndef TEXT_DICTIONARY_H
#define TEXT_DICTIONARY_H

#include <stdint.h>

#include "base/slice.h"

#define DICTIONARY_HAN_BYTES 3
#define DICTIONARY_HAN_MOST 4

typedef enum word_class {
    WORD_NOUN,    /* and all that is nothing of the rest */
    WORD_MODIFIER, /* adjective, numeral, pronoun: opens a group of nouns */
    WORD_VERB,
    WORD_LEADING, /* preposition, conjunction, adverb: leans on the next */
    WORD_TRAILING /* particle, localizer: leans on what stands before */
} word_class;

typedef struct dictionary_word {
    bool is_found;
    word_class class;
    int32_t cost;
} dictionary_word;

/* `word` is one to four Han. */
dictionary_word dictionary_find(slice word);

#endif
