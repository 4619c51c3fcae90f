/* lexicon: the words by which figures in Chinese prose are recognised, in
 * classes. All word lists of the check are here, none in code. */
#ifndef PROSE_LEXICON_H
#define PROSE_LEXICON_H

#include "quantity/quantity.h"

typedef enum lexicon_class {
    LEXICON_BOUND_BEFORE,
    LEXICON_NO_BOUND,
    LEXICON_BOUND_WITHIN,
    LEXICON_BOUND_AFTER,
    LEXICON_MULTIPLE,
    LEXICON_UNIT,
    LEXICON_NO_QUANTITY,
    LEXICON_CHANGE,
    LEXICON_WIDER,
    LEXICON_FILLER,
    LEXICON_VERSUS,
    LEXICON_EXPECTED,
    LEXICON_DONE,
    LEXICON_FUTURE,
    LEXICON_DONE_DEED,
    LEXICON_PASSED,
    LEXICON_AIM,
    LEXICON_TOTAL,
    LEXICON_COUNTED,
    LEXICON_NO_COUNTED,
    LEXICON_NO_DOUBLE,
    LEXICON_RATE_NAME,
    LEXICON_NO_RATE_NAME,
    LEXICON_TITLE,
    LEXICON_TAIL,
    LEXICON_HEAD,
    LEXICON_STANDS,
    LEXICON_TO_DATE,
    LEXICON_WHOLE_YEAR,
    LEXICON_AGAINST,
    LEXICON_PERIOD,
    LEXICON_BASIS,
    LEXICON_GOAL,
    LEXICON_SCOPE,
    LEXICON_PARTITION,
    LEXICON_WHOLE,
    LEXICON_EXCLUSIVE,
    LEXICON_APART,
    LEXICON_MEAN,
    LEXICON_DEED,
    LEXICON_FORMER,
    LEXICON_INDICATOR,
    LEXICON_NOT_NOMINAL,
    LEXICON_TURN,
    LEXICON_PACE,
    LEXICON_BALANCE,
    LEXICON_BODY,
    LEXICON_SERIAL,
    LEXICON_SOUND,
    LEXICON_FASTER,
    LEXICON_SHARE,
    LEXICON_SEPARATE,
    LEXICON_MIXED_BASIS,
    LEXICON_BECOMES,
    LEXICON_GENERIC,
    LEXICON_MEASURE,
    LEXICON_HEADLINE,
    LEXICON_COLUMN_NO_LEVEL,
    LEXICON_COLUMN_GROWTH,
    LEXICON_COLUMN_PREVIOUS,
    LEXICON_COLUMN_SHARE,
    LEXICON_COLUMN_VALUE,
    LEXICON_ROW_TOTAL,
    LEXICON_ROW_SUBTOTAL,
    LEXICON_ROW_AMONG,
    LEXICON_CLASS_COUNT
} lexicon_class;

typedef struct lexicon_word {
    lexicon_class class;
    slice text;
    int value;
} lexicon_word;

/* The longest word of the class that `s` starts or ends with, or NULL. */
const lexicon_word *lexicon_start(slice s, lexicon_class class);
const lexicon_word *lexicon_end(slice s, lexicon_class class);

/* Whether two characters are told apart by sight only: 峰 and 锋. */
bool lexicon_sounds_alike(slice a, slice b);

/* The first word of the class anywhere in `s`, and where; NULL when none. */
const lexicon_word *lexicon_find(slice s, lexicon_class class, size_t *at);

/* The words of a class one by one. */
size_t lexicon_count(lexicon_class class);
const lexicon_word *lexicon_at(lexicon_class class, size_t i);

#endif
