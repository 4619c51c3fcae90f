#include "text/segment.h"

static const slice TERMS[] = {
#define TERM(text) SLICE(text),
#include "text/terms.def"
#undef TERM
};
#define N_TERMS (sizeof TERMS / sizeof *TERMS)

/* On the dictionary's scale: a term is as likely as a word that is one of
 * 60 000, so it goes before any two words; a Han that no word has is as rare
 * as any. */
#define COST_TERM 44
#define COST_UNKNOWN 64

/* The best way to read on from an atom. */
typedef struct reading {
    int64_t cost;
    size_t n; /* atoms of the word there */
    word_class class;
} reading;

/* The first term that is not below `text`: terms are in ascending order. */
static size_t
first_term(slice text)
{
    size_t low = 0, high = N_TERMS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(TERMS[middle], text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
try_word(reading *at, size_t n, int64_t cost, word_class class)
{
    if (at[n].cost + cost < at->cost)
        *at = (reading){at[n].cost + cost, n, class};
}

/* `text` is what is left of the run, `at` its readings. */
static void
try_terms(reading *at, slice text, size_t most)
{
    slice han = slice_cut(text, 0, DICTIONARY_HAN_BYTES);
    for (size_t i = first_term(han);
         i < N_TERMS && slice_starts_with(TERMS[i], han); i++) {
        size_t n = TERMS[i].len / DICTIONARY_HAN_BYTES;
        if (n <= most && slice_starts_with(text, TERMS[i]))
            try_word(at, n, COST_TERM, dictionary_find(TERMS[i]).class);
    }
}

static void
try_dictionary(reading *at, slice text, size_t most)
{
    size_t left = text.len / DICTIONARY_HAN_BYTES;
    if (most > left)
        most = left;
    for (size_t n = 1; n <= most && n <= DICTIONARY_HAN_MOST; n++) {
        dictionary_word word =
            dictionary_find(slice_cut(text, 0, n * DICTIONARY_HAN_BYTES));
        if (word.is_found)
            try_word(at, n, word.cost, word.class);
    }
}

text_words
segment_words(arena *a, const text_atoms *t, size_t first, size_t end,
              size_t most)
{
    size_t n = end - first;
    reading *readings = ARENA_ARRAY(a, n + 1, reading);
    slice run = slice_cut(t->text, t->at[first].byte,
                          t->at[end - 1].byte + t->at[end - 1].bytes);
    for (size_t i = n; i-- > 0;) {
        slice text = slice_cut(run, i * DICTIONARY_HAN_BYTES, run.len);
        readings[i] = (reading){readings[i + 1].cost + COST_UNKNOWN, 1,
                                WORD_NOUN};
        try_dictionary(&readings[i], text, most);
        try_terms(&readings[i], text, most);
    }
    text_words words = {ARENA_ARRAY(a, n, text_word), 0};
    for (size_t i = 0; i < n; i += readings[i].n)
        words.at[words.n++] =
            (text_word){first + i, readings[i].n, readings[i].class};
    return words;
}
