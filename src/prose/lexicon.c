#include "prose/lexicon.h"

static const lexicon_word WORDS[] = {
#define WORD(class, text, value) {LEXICON_##class, SLICE(text), value},
#include "prose/lexicon.def"
#undef WORD
};
#define N_WORDS (sizeof WORDS / sizeof *WORDS)

static const lexicon_word *
longer(const lexicon_word *a, const lexicon_word *b)
{
    return a == NULL || b->text.len > a->text.len ? b : a;
}

const lexicon_word *
lexicon_start(slice s, lexicon_class class)
{
    const lexicon_word *best = NULL;
    for (size_t i = 0; i < N_WORDS; i++)
        if (WORDS[i].class == class && slice_starts_with(s, WORDS[i].text))
            best = longer(best, &WORDS[i]);
    return best;
}

const lexicon_word *
lexicon_end(slice s, lexicon_class class)
{
    const lexicon_word *best = NULL;
    for (size_t i = 0; i < N_WORDS; i++)
        if (WORDS[i].class == class && slice_ends_with(s, WORDS[i].text))
            best = longer(best, &WORDS[i]);
    return best;
}

const lexicon_word *
lexicon_find(slice s, lexicon_class class, size_t *at)
{
    const lexicon_word *best = NULL;
    size_t first = s.len;
    for (size_t i = 0; i < N_WORDS; i++) {
        if (WORDS[i].class != class)
            continue;
        size_t found = slice_find(s, WORDS[i].text);
        if (found == s.len || found > first)
            continue;
        best = found < first ? &WORDS[i] : longer(best, &WORDS[i]);
        first = found;
    }
    if (best != NULL)
        *at = first;
    return best;
}
