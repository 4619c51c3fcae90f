/* file: a name on disk that gets new content all at once or keeps its old
 * one. It knows no format. */
#ifndef OUTPUT_FILE_H
#define OUTPUT_FILE_H

#include "base/diag.h"
#include "base/slice.h"

/* Whether `path` ("-": standard output) could be written, before any work is
 * done for it. False after an error. */
bool file_check(const char *path, jb_diags *diags);

/* Put `bytes` there: written to a temporary file beside it, which then takes
 * the name and the old file's permissions. False after an error, with the old
 * file untouched. There is no fsync: after a power cut the bytes can be made
 * again. */
bool file_write(const char *path, slice bytes, jb_diags *diags);

#endif
