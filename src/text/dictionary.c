#include "text/dictionary.h"

#include "text/dictionary.inc"

/* Records of one length: the word, a letter of its class, a digit of its
 * cost. */
typedef struct word_table {
    const char *at;
    size_t n;
} word_table;

#define MARKS 2
#define RECORD(n) ((n) * DICTIONARY_HAN_BYTES + MARKS)
#define TABLE(n) {WORDS_##n, (sizeof WORDS_##n - 1) / RECORD(n)}

static const word_table TABLES[] = {TABLE(1), TABLE(2), TABLE(3), TABLE(4)};

static word_class
class_of_letter(char letter)
{
    switch (letter) {
    case 'M':
        return WORD_MODIFIER;
    case 'V':
        return WORD_VERB;
    case 'L':
        return WORD_LEADING;
    case 'B':
        return WORD_TRAILING;
    default:
        return WORD_NOUN;
    }
}

static int32_t
cost_of_digit(char digit)
{
    static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "abcdefghijklmnopqrstuvwxyz+-";
    return (int32_t)slice_find(SLICE_OF(digits), (slice){&digit, 1});
}

dictionary_word
dictionary_find(slice word)
{
    size_t han = word.len / DICTIONARY_HAN_BYTES;
    if (han == 0 || han > DICTIONARY_HAN_MOST ||
        word.len % DICTIONARY_HAN_BYTES != 0)
        return (dictionary_word){.is_found = false};
    const word_table *t = &TABLES[han - 1];
    size_t low = 0, high = t->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *record = t->at + middle * RECORD(han);
        int order = memcmp(record, word.at, word.len);
        if (order == 0)
            return (dictionary_word){true, class_of_letter(record[word.len]),
                                     cost_of_digit(record[word.len + 1])};
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return (dictionary_word){.is_found = false};
}
