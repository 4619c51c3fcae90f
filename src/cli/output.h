/* output: what render and chart share: from finished pages to a file or a
 * dump. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/session.h"

/* Where to write and how, as asked for. */
typedef struct cli_output {
    const char *path; /* NULL with a dump */
    const char *dump; /* the stage; NULL: none */
    jb_options options;
} cli_output;

/* False after a usage message. `fallback` is the format of standard output
 * when none is named. */
bool output_from_request(const cli_request *request, const char *fallback,
                         cli_output *out);

/* `dump` is a stage of the briefing, so that no pages are wanted. */
bool output_wants_briefing(const cli_output *out);

/* Print that stage of `b`, which may be NULL after errors. */
void output_dump_briefing(const cli_output *out, jb_briefing *b);

/* Write the pages, or print them. False unless they are now in files. */
bool output_pages(const cli_output *out, cli_session *s, jb_pages *pages);

#endif
