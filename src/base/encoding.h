/* encoding: which encoding the bytes of a text file are in, and the text in
 * UTF-8. Decided once, on the whole file: a run of one or two Han in GBK is
 * valid UTF-8 often enough to mislead a choice by line or by field. */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"

typedef enum encoding_verdict {
    ENCODING_READ,    /* every byte is text in `name` */
    ENCODING_BROKEN,  /* nearly all is text in `name`; U+FFFD for the rest */
    ENCODING_UNKNOWN, /* in no encoding that we know */
    ENCODING_FOREIGN  /* a file of another kind, `name` in Chinese */
} encoding_verdict;

typedef struct encoded_text {
    encoding_verdict verdict;
    const char *name; /* "UTF-8", "UTF-16", "GB18030", or a kind of file … */
    const char *advice; /* … and what to do with it */
    slice text;       /* UTF-8 without a mark; as it was if FOREIGN */
    size_t first_bad; /* offset in `text` of what could not be read */
    size_t n_bad;     /* how many places could not be read */
    unsigned char bad_byte; /* the first of them */
} encoded_text;

/* Never fails: the verdict says what to make of the text. */
encoded_text encoding_read(arena *a, slice bytes);

#endif
