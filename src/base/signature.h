/* signature: files that people choose by mistake, told by their bytes: what
 * they are, and what to do with them. It knows no format beyond that. */
#ifndef BASE_SIGNATURE_H
#define BASE_SIGNATURE_H

#include "base/slice.h"

typedef struct file_signature {
    slice start, inside; /* `inside` somewhere behind it, or empty */
    const char *name;    /* in Chinese */
    const char *advice;  /* a sentence */
} file_signature;

/* NULL for text, and for what nobody knows. */
const file_signature *signature_of(slice bytes);

#endif
