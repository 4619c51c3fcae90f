/* sink: where bytes go. It remembers the first failure, so writers write
 * without checking; commit reports once and renames, or leaves nothing. */
#ifndef OUTPUT_SINK_H
#define OUTPUT_SINK_H

#include "base/diag.h"
#include "base/slice.h"

typedef struct jb_sink jb_sink;

/* To a temporary file beside `path`, renamed at commit; "-" is standard
 * output, written at commit. NULL after an error. */
jb_sink *sink_to_file(const char *path, jb_diags *diags);
jb_sink *sink_to_memory(void);
/* Each piece goes to `write`, which returns false on failure. */
jb_sink *sink_to_function(bool (*write)(void *user, slice bytes), void *user);

void sink_write(jb_sink *s, slice bytes);
void sink_printf(jb_sink *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Bytes written so far: offsets for xref tables. */
size_t sink_offset(const jb_sink *s);

/* Finish: flush, sync to the name. False (and nothing left behind) after the
 * first failure, which is reported. The sink is dropped either way. */
bool sink_commit(jb_sink *s, jb_diags *diags);
/* Leave nothing behind. NULL is allowed. */
void sink_discard(jb_sink *s);
/* Bytes of a memory sink, valid until it is dropped. */
slice sink_bytes(const jb_sink *s);

#endif
