/* arena: memory by lifetime. One arena holds everything of one stage and is
 * dropped in one call; it knows sizes and nothing of what is stored. Foreign
 * objects are tied to an arena with arena_defer, so early returns leak
 * nothing. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct arena arena;

/* A point in an arena's history; see arena_mark. */
typedef struct arena_mark {
    void *chunk;
    size_t used;
    void *deferred;
} arena_mark;

/* A new, empty arena. Never returns NULL: when memory is exhausted the
 * process aborts, as GLib and HarfBuzz under us would. */
arena *arena_new(void);

/* Run the deferred calls, last first, and free all. NULL is allowed. */
void arena_drop(arena *a);

/* `bytes` zeroed bytes aligned for any object; valid until the arena is
 * dropped or released to an earlier mark. Zero bytes give a unique pointer. */
void *arena_alloc(arena *a, size_t bytes);

/* The same, not zeroed: for large buffers that are written as a whole. */
void *arena_alloc_unset(arena *a, size_t bytes);

/* `n` zeroed objects of `size` bytes; aborts if the product overflows. */
void *arena_array(arena *a, size_t n, size_t size);

/* A copy of `bytes` bytes followed by one NUL that is not counted. */
void *arena_copy(arena *a, const void *from, size_t bytes);

/* printf into the arena, in the C locale's rules for what we use (no
 * floating point conversions: numbers have their own formatters). */
char *arena_printf(arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(arena *a, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Call `fn(ptr)` when the arena is dropped or released past this point. */
void arena_defer(arena *a, void (*fn)(void *), void *ptr);

/* Remember the present state; arena_release frees what came after it and
 * runs the calls deferred since, last first. */
arena_mark arena_mark_now(const arena *a);
void arena_release(arena *a, arena_mark mark);

/* Bytes the arena has taken from the system, for --timing and tests. */
size_t arena_bytes(const arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

#endif
