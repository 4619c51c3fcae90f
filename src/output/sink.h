/* sink: where bytes go. It remembers the first failure, so writers write
 * without checking; commit reports once and renames, or leaves nothing. */
#ifndef OUTPUT_SINK_H
#define OUTPUT_SINK_H

#include "base/diag.h"
#include "base/slice.h"

typedef struct jb_sink jb_sink;

/* To `path`, or standard output for "-". Bytes are kept in memory until
 * commit puts them into a temporary file beside `path` and renames it, so a
 * run that is broken off leaves nothing. A symbolic link is followed; what is
 * no regular file (/dev/stdout, a pipe) is written in place. NULL after an
 * error. */
jb_sink *sink_to_file(const char *path, jb_diags *diags);
jb_sink *sink_to_memory(void);
/* Each piece goes to `write` at once, which returns false on failure and is
 * not called again then. */
jb_sink *sink_to_function(bool (*write)(void *user, slice bytes), void *user);

void sink_write(jb_sink *s, slice bytes);
void sink_printf(jb_sink *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Bytes written so far: offsets for xref tables. */
size_t sink_offset(const jb_sink *s);

/* Finish. False after the first failure, which is reported; then nothing is
 * left behind. The sink is dropped either way. */
bool sink_commit(jb_sink *s, jb_diags *diags);
/* Leave nothing behind. NULL is allowed. */
void sink_discard(jb_sink *s);
/* Bytes of a memory sink, valid until it is dropped. */
slice sink_bytes(const jb_sink *s);

#endif
