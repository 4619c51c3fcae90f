#include "prose/division.h"

#include "prose/lexicon.h"

static const lexicon_word *
division_of(slice subject)
{
    const lexicon_word *word = lexicon_start(subject, LEXICON_APART);
    return word == NULL ? lexicon_end(subject, LEXICON_APART) : word;
}

bool
division_is_one(const claim *const *parts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const lexicon_word *word = division_of(parts[i]->subject);
        if (word == NULL)
            return false;
        for (size_t k = 0; k < i; k++) {
            const lexicon_word *other = division_of(parts[k]->subject);
            if (other->value != word->value || other == word)
                return false;
        }
    }
    return n > 1;
}
