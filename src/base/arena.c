#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALIGNMENT 16u
#define FIRST_CHUNK ((size_t)16 * 1024)
#define LARGEST_STEP ((size_t)1024 * 1024)

typedef struct chunk {
    struct chunk *before;
    size_t size;
    size_t used;
    _Alignas(16) unsigned char bytes[];
} chunk;

typedef struct deferred {
    struct deferred *before;
    void (*fn)(void *);
    void *ptr;
} deferred;

struct arena {
    chunk *top;
    deferred *calls;
    size_t total;
};

static void *
allocate_or_abort(size_t bytes)
{
    void *p = malloc(bytes);
    if (p == NULL)
        abort();
    return p;
}

static chunk *
chunk_new(chunk *before, size_t at_least)
{
    size_t size = before == NULL ? FIRST_CHUNK : before->size * 2;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (size < at_least)
        size = at_least;
    if (size > SIZE_MAX - sizeof(chunk))
        abort();
    chunk *c = allocate_or_abort(sizeof(chunk) + size);
    c->before = before;
    c->size = size;
    c->used = 0;
    return c;
}

arena *
arena_new(void)
{
    arena *a = allocate_or_abort(sizeof *a);
    a->top = chunk_new(NULL, 0);
    a->calls = NULL;
    a->total = a->top->size;
    return a;
}

static void
run_deferred_until(arena *a, const deferred *stop)
{
    while (a->calls != stop) {
        deferred *d = a->calls;
        a->calls = d->before;
        d->fn(d->ptr);
    }
}

void
arena_drop(arena *a)
{
    if (a == NULL)
        return;
    run_deferred_until(a, NULL);
    while (a->top != NULL) {
        chunk *c = a->top;
        a->top = c->before;
        free(c);
    }
    free(a);
}

void *
arena_alloc_unset(arena *a, size_t bytes)
{
    if (bytes > SIZE_MAX - ALIGNMENT)
        abort();
    size_t rounded = (bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (rounded == 0)
        rounded = ALIGNMENT;
    if (a->top->size - a->top->used < rounded) {
        a->top = chunk_new(a->top, rounded);
        a->total += a->top->size;
    }
    void *p = a->top->bytes + a->top->used;
    a->top->used += rounded;
    return p;
}

void *
arena_alloc(arena *a, size_t bytes)
{
    return memset(arena_alloc_unset(a, bytes), 0, bytes);
}

void *
arena_array(arena *a, size_t n, size_t size)
{
    if (size != 0 && n > SIZE_MAX / size)
        abort();
    return arena_alloc(a, n * size);
}

void *
arena_copy(arena *a, const void *from, size_t bytes)
{
    if (bytes == SIZE_MAX)
        abort();
    char *to = arena_alloc(a, bytes + 1);
    if (bytes > 0)
        memcpy(to, from, bytes);
    return to;
}

char *
arena_vprintf(arena *a, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n < 0)
        abort();
    char *text = arena_alloc(a, (size_t)n + 1);
    vsnprintf(text, (size_t)n + 1, format, args);
    return text;
}

char *
arena_printf(arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(a, format, args);
    va_end(args);
    return text;
}

void
arena_defer(arena *a, void (*fn)(void *), void *ptr)
{
    deferred *d = arena_alloc(a, sizeof *d);
    d->before = a->calls;
    d->fn = fn;
    d->ptr = ptr;
    a->calls = d;
}

arena_mark
arena_mark_now(const arena *a)
{
    return (arena_mark){a->top, a->top->used, a->calls};
}

void
arena_release(arena *a, arena_mark mark)
{
    run_deferred_until(a, mark.deferred);
    while (a->top != mark.chunk) {
        chunk *c = a->top;
        a->top = c->before;
        a->total -= c->size;
        free(c);
    }
    a->top->used = mark.used;
}

size_t
arena_bytes(const arena *a)
{
    return a->total;
}
