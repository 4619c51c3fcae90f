#include "output/sink.h"

#include <stdio.h>

#include "output/file.h"
#include "output/output.h"

struct jb_sink {
    arena *arena;
    slice_builder bytes; /* kept until commit; unused with `write` */
    const char *path;    /* NULL: none */
    bool (*write)(void *user, slice bytes);
    void *user;
    size_t offset;
    bool has_failed; /* only `write` fails before commit */
};

static jb_sink *
sink_new(void)
{
    arena *a = arena_new();
    jb_sink *s = ARENA_NEW(a, jb_sink);
    s->arena = a;
    s->bytes.arena = a;
    return s;
}

jb_sink *
sink_to_file(const char *path, jb_diags *diags)
{
    if (!file_check(path, diags))
        return NULL;
    jb_sink *s = sink_new();
    s->path = slice_copy(s->arena, slice_from(path)).at;
    return s;
}

jb_sink *
sink_to_memory(void)
{
    return sink_new();
}

jb_sink *
sink_to_function(bool (*write)(void *user, slice bytes), void *user)
{
    jb_sink *s = sink_new();
    s->write = write;
    s->user = user;
    return s;
}

void
sink_write(jb_sink *s, slice bytes)
{
    s->offset += bytes.len;
    if (s->write == NULL)
        builder_add(&s->bytes, bytes);
    else if (!s->has_failed && bytes.len > 0)
        s->has_failed = !s->write(s->user, bytes);
}

void
sink_printf(jb_sink *s, const char *format, ...)
{
    char line[256];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(line, sizeof line, format, args);
    if (n >= 0 && (size_t)n < sizeof line)
        sink_write(s, (slice){line, (size_t)n});
    else
        sink_write(s, slice_from(arena_vprintf(s->arena, format, again)));
    va_end(again);
    va_end(args);
}

size_t
sink_offset(const jb_sink *s)
{
    return s->offset;
}

bool
sink_commit(jb_sink *s, jb_diags *diags)
{
    bool is_done = !s->has_failed;
    if (!is_done)
        diag_report(diags, &OUTPUT_REFUSED, SPAN_NONE);
    else if (s->path != NULL)
        is_done = file_write(s->path, sink_bytes(s), diags);
    sink_discard(s);
    return is_done;
}

void
sink_discard(jb_sink *s)
{
    if (s != NULL)
        arena_drop(s->arena);
}

slice
sink_bytes(const jb_sink *s)
{
    return (slice){s->bytes.at, s->bytes.len};
}
