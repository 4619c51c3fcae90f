#include "prose/lexicon.h"

static const lexicon_word WORDS[] = {
#define WORD(class, text, value) {LEXICON_##class, SLICE(text), value},
#include "prose/lexicon.def"
#undef WORD
};
#define N_WORDS (sizeof WORDS / sizeof *WORDS)

/* Words of one class stand together, in the order of the classes. */
static size_t
first_of(lexicon_class class)
{
    size_t low = 0, high = N_WORDS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (WORDS[middle].class < class)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
is_word_of(size_t i, lexicon_class class)
{
    return i < N_WORDS && WORDS[i].class == class;
}

static const lexicon_word *
longer(const lexicon_word *a, const lexicon_word *b)
{
    return a == NULL || b->text.len > a->text.len ? b : a;
}

/* Most words are told apart by one byte of their first or last character,
 * which saves a call for each of them. */
static bool
starts_with(slice s, slice word)
{
    size_t at = word.len < 3 ? 0 : 2;
    return s.len >= word.len && s.at[at] == word.at[at] &&
           slice_starts_with(s, word);
}

static bool
ends_with(slice s, slice word)
{
    return s.len >= word.len &&
           s.at[s.len - 1] == word.at[word.len - 1] &&
           slice_ends_with(s, word);
}

const lexicon_word *
lexicon_start(slice s, lexicon_class class)
{
    const lexicon_word *best = NULL;
    for (size_t i = first_of(class); is_word_of(i, class); i++)
        if (starts_with(s, WORDS[i].text))
            best = longer(best, &WORDS[i]);
    return best;
}

const lexicon_word *
lexicon_end(slice s, lexicon_class class)
{
    const lexicon_word *best = NULL;
    for (size_t i = first_of(class); is_word_of(i, class); i++)
        if (ends_with(s, WORDS[i].text))
            best = longer(best, &WORDS[i]);
    return best;
}

const lexicon_word *
lexicon_find(slice s, lexicon_class class, size_t *at)
{
    const lexicon_word *best = NULL;
    size_t first = s.len;
    for (size_t i = first_of(class); is_word_of(i, class); i++) {
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

size_t
lexicon_count(lexicon_class class)
{
    return first_of(class + 1) - first_of(class);
}

const lexicon_word *
lexicon_at(lexicon_class class, size_t i)
{
    return &WORDS[first_of(class) + i];
}
