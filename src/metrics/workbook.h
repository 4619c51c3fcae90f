/* workbook: a sheet of an Excel workbook (.xlsx, ECMA-376) as the text of a
 * table, a line a row and tabs between cells, so that whatever reads tables
 * reads it and places in it are lines. It knows no figures. */
#ifndef METRICS_WORKBOOK_H
#define METRICS_WORKBOOK_H

#include "base/diag.h"
#include "base/source.h"

/* Whether the bytes are a workbook, whatever the file is called. */
bool workbook_is(slice bytes);

typedef struct workbook_file {
    slice name, bytes;
    jb_span span; /* where it is named, for what is wrong with it */
} workbook_file;

/* The sheet called `sheet`, or the first that is not hidden when it is empty.
 * The source is called "file!sheet". NULL after an error. */
jb_source *workbook_sheet(const workbook_file *file, slice sheet,
                          jb_diags *diags);

#endif
