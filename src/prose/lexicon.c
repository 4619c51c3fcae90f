#include "prose/lexicon.h"

#include <stdint.h>

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

/* Whether a byte may be the one that tells words of a class apart. */
typedef struct byte_filter {
    uint64_t of_short; /* the first byte of words below three bytes */
    uint64_t of_han;   /* the third of all others */
} byte_filter;

static uint64_t
bit_of(char byte)
{
    return (uint64_t)1 << ((uint8_t)byte & 63);
}

static byte_filter
filter_of(lexicon_class class)
{
    byte_filter f = {0, 0};
    for (size_t i = first_of(class); is_word_of(i, class); i++)
        if (WORDS[i].text.len < 3)
            f.of_short |= bit_of(WORDS[i].text.at[0]);
        else
            f.of_han |= bit_of(WORDS[i].text.at[2]);
    return f;
}

static bool
may_start(const byte_filter *f, slice s)
{
    return (f->of_short & bit_of(s.at[0])) != 0 ||
           (s.len >= 3 && (f->of_han & bit_of(s.at[2])) != 0);
}

/* One pass for all words of the class; most places are passed by a byte. */
const lexicon_word *
lexicon_find(slice s, lexicon_class class, size_t *at)
{
    byte_filter filter = filter_of(class);
    for (size_t i = 0; i < s.len; i++) {
        slice rest = slice_cut(s, i, s.len);
        if (!may_start(&filter, rest))
            continue;
        const lexicon_word *word = lexicon_start(rest, class);
        if (word != NULL) {
            *at = i;
            return word;
        }
    }
    return NULL;
}

bool
lexicon_sounds_alike(slice a, slice b)
{
    const lexicon_word *x = lexicon_start(a, LEXICON_SOUND);
    const lexicon_word *y = lexicon_start(b, LEXICON_SOUND);
    return x != NULL && y != NULL && x->value == y->value;
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
