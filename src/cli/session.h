/* session: what every command needs around its work: the engine, the place of
 * its data, findings and how they are shown, and the clock. The only place
 * where the environment and the clock are read. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/command.h"

typedef struct cli_session cli_session;

/* Never NULL. The request must outlive it. */
cli_session *session_new(const cli_request *request);

jb_engine *session_engine(cli_session *s);
jb_diags *session_diags(cli_session *s);

/* Keep until the findings have been shown; drops run in reverse order. */
void session_keep(cli_session *s, void (*drop)(void *), void *object);

/* The first operand as a source; it belongs to the session. NULL after
 * errors. */
jb_source *session_source(cli_session *s);

/* The first operand read and understood; it belongs to the session. NULL
 * after errors. */
jb_briefing *session_briefing(cli_session *s);

/* Its pages in the layout and theme that are asked for; they belong to the
 * session. NULL after errors. */
jb_pages *session_pages(cli_session *s);

/* Pages that were made otherwise, or NULL, belong to the session from now. */
void session_keep_pages(cli_session *s, jb_pages *pages);

/* Show findings (to standard output when they are the command's result) and
 * the times, drop everything, and give the exit status. */
int session_end(cli_session *s, bool is_result);

#endif
