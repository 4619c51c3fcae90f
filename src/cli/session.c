#include "cli/session.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/place.h"
#include "cli/show.h"
#include "cli/timing.h"

struct cli_session {
    arena *arena;
    const cli_request *request;
    jb_engine *engine;
    jb_diags *diags;
    timing timing;
};

static void
drop_engine(void *engine)
{
    jb_engine_drop(engine);
}

static void
drop_diags(void *diags)
{
    jb_diags_drop(diags);
}

static void
drop_source(void *source)
{
    jb_source_drop(source);
}

static void
drop_briefing(void *briefing)
{
    jb_briefing_drop(briefing);
}

cli_session *
session_new(const cli_request *request)
{
    arena *a = arena_new();
    cli_session *s = ARENA_NEW(a, cli_session);
    s->arena = a;
    s->request = request;
    s->diags = jb_diags_new();
    arena_defer(a, drop_diags, s->diags);
    const char *directory = request->values[OPTION_RESOURCES];
    if (directory == NULL)
        directory = place_of_data(a);
    s->engine = jb_engine_new(directory);
    arena_defer(a, drop_engine, s->engine);
    if (request_has(request, OPTION_TIMING)) {
        timing_begin(&s->timing);
        jb_engine_watch(s->engine, timing_end_stage, &s->timing);
    }
    return s;
}

jb_engine *
session_engine(cli_session *s)
{
    return s->engine;
}

jb_diags *
session_diags(cli_session *s)
{
    return s->diags;
}

void
session_keep(cli_session *s, void (*drop)(void *), void *object)
{
    arena_defer(s->arena, drop, object);
}

jb_source *
session_source(cli_session *s)
{
    jb_source *source = jb_source_from_file(s->request->operands[0], s->diags);
    if (source != NULL)
        session_keep(s, drop_source, source);
    return source;
}

jb_briefing *
session_briefing(cli_session *s)
{
    jb_source *source = session_source(s);
    if (source == NULL)
        return NULL;
    jb_briefing *b = jb_briefing_from_source(s->engine, source, s->diags);
    if (b != NULL)
        session_keep(s, drop_briefing, b);
    return b;
}

static void
drop_pages(void *pages)
{
    jb_pages_drop(pages);
}

void
session_keep_pages(cli_session *s, jb_pages *pages)
{
    arena_defer(s->arena, drop_pages, pages);
}

jb_pages *
session_pages(cli_session *s)
{
    jb_source *source = session_source(s);
    if (source == NULL)
        return NULL;
    jb_pages *pages = jb_pages_from_source(
        s->engine, source, s->request->values[OPTION_LAYOUT],
        s->request->values[OPTION_THEME], s->diags);
    session_keep_pages(s, pages);
    return pages;
}

static bool
has_colour(const cli_request *request, FILE *to)
{
    const char *when = request->values[OPTION_COLOUR];
    if (when != NULL && strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    const char *no_colour = getenv("NO_COLOR");
    return isatty(fileno(to)) && (no_colour == NULL || no_colour[0] == '\0');
}

int
session_end(cli_session *s, bool is_result)
{
    const char *form = s->request->values[OPTION_DIAGNOSTICS];
    FILE *to = is_result ? stdout : stderr;
    show_options options = {
        .to = to,
        .is_json = form != NULL && strcmp(form, "json") == 0,
        .has_colour = has_colour(s->request, to),
        .is_quiet = request_has(s->request, OPTION_QUIET),
    };
    show_findings(s->diags, &options);
    if (request_has(s->request, OPTION_TIMING))
        timing_show(&s->timing, stderr);
    int status = (int)jb_diags_result(s->diags);
    arena_drop(s->arena);
    return status;
}
