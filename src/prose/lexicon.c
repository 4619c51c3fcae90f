#include "prose/lexicon.h"

#include <stdint.h>

static const lexicon_word WORDS[] = {
#define WORD(class, text, value) {LEXICON_##class, SLICE(text), value},
#include "prose/lexicon.def"
#undef WORD
};
#define N_WORDS (sizeof WORDS / sizeof *WORDS)

/* The same words' classes, and the byte that tells most words of a class
 * apart: of their first character the last. Close together, for they are gone
 * through at each character of a text. */
static const uint8_t CLASSES[] = {
#define WORD(class, text, value) LEXICON_##class,
#include "prose/lexicon.def"
#undef WORD
};
#define TELLING(len) ((len) < 3 ? 0 : 2)
static const char TELLING_BYTES[] = {
#define WORD(class, text, value) (text)[TELLING(sizeof(text) - 1)],
#include "prose/lexicon.def"
#undef WORD
};

/* Words of one class stand together, in the order of the classes. */
static size_t
first_of(lexicon_class class)
{
    size_t low = 0, high = N_WORDS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (CLASSES[middle] < class)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
is_word_of(size_t i, lexicon_class class)
{
    return i < N_WORDS && CLASSES[i] == class;
}

static const lexicon_word *
longer(const lexicon_word *a, const lexicon_word *b)
{
    return a == NULL || b->text.len > a->text.len ? b : a;
}

static bool
ends_with(slice s, slice word)
{
    return s.len >= word.len &&
           s.at[s.len - 1] == word.at[word.len - 1] &&
           slice_ends_with(s, word);
}

/* Words first … end-1 of the table. */
typedef struct word_range {
    size_t first, end;
} word_range;

static word_range
range_of(lexicon_class class)
{
    return (word_range){first_of(class), first_of(class + 1)};
}

/* The longest word of the range that `s` starts with and that is told by this
 * byte, or `best`. */
static const lexicon_word *
start_told_by(slice s, char byte, word_range range, const lexicon_word *best)
{
    const char *end = TELLING_BYTES + range.end;
    const char *at = TELLING_BYTES + range.first;
    for (; (at = memchr(at, byte, (size_t)(end - at))) != NULL; at++) {
        const lexicon_word *word = &WORDS[at - TELLING_BYTES];
        if (slice_starts_with(s, word->text))
            best = longer(best, word);
    }
    return best;
}

static const lexicon_word *
start_in(slice s, word_range range)
{
    const lexicon_word *best = NULL;
    if (s.len >= 3)
        best = start_told_by(s, s.at[2], range, best);
    /* Words below three bytes do not begin with a character of three. */
    if (s.len > 0 && (unsigned char)s.at[0] < 0xE0)
        best = start_told_by(s, s.at[0], range, best);
    return best;
}

const lexicon_word *
lexicon_start(slice s, lexicon_class class)
{
    return start_in(s, range_of(class));
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
    word_range range = range_of(class);
    for (size_t i = 0; i < s.len; i++) {
        if (((unsigned char)s.at[i] & 0xC0) == 0x80)
            continue; /* within a character */
        const lexicon_word *word = start_in(slice_cut(s, i, s.len), range);
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
