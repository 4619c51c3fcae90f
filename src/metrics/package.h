/* package: the parts of Office documents (ECMA-376 part 2) as XML events. It
 * knows neither sheets nor paragraphs. */
#ifndef METRICS_PACKAGE_H
#define METRICS_PACKAGE_H

#include "base/slice.h"

/* No part of an honest document is larger, inflated. */
#define PACKAGE_PART_MOST ((size_t)64 << 20)

/* Told in the order of the text; names come without their prefix. */
typedef struct package_reader {
    void *user;
    void (*start)(void *user, slice name, const char **attributes);
    void (*end)(void *user, slice name);
    void (*text)(void *user, slice text);
} package_reader;

/* Whether the bytes are an archive that holds files under `folder`. */
bool package_is(slice bytes, slice folder);

/* False when the part is no well-formed XML or declares a document type:
 * entities are how small files grow. */
bool package_read(slice part, const package_reader *reader);

/* A copy of the attribute's value; empty when there is none. */
slice package_attribute(arena *a, const char **attributes, const char *name);

/* `name` without its prefix. */
slice package_local(const char *name);

#endif
