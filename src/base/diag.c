#include "base/diag.h"

#include <stdlib.h>

#include "base/array.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "base/diag.def"
#undef DIAG

struct jb_diags {
    arena *arena;
    ARRAY(jb_diag) found;
};

jb_diags *
diags_new(void)
{
    arena *a = arena_new();
    jb_diags *d = ARENA_NEW(a, jb_diags);
    d->arena = a;
    return d;
}

void
diags_drop(jb_diags *d)
{
    if (d != NULL)
        arena_drop(d->arena);
}

static void
drop_source(void *source)
{
    source_drop(source);
}

void
diags_hold(jb_diags *d, jb_source *s)
{
    arena_defer(d->arena, drop_source, source_share(s));
}

static void
drop_taken(void *diags)
{
    diags_drop(diags);
}

void
diags_take(jb_diags *d, jb_diags *from)
{
    for (size_t i = 0; i < from->found.n; i++)
        ARRAY_PUSH(d->arena, &d->found, from->found.at[i]);
    arena_defer(d->arena, drop_taken, from);
}

/* `pattern` with {0}…{7} replaced; other braces stand for themselves. */
static slice
filled(arena *a, const char *pattern, const slice *args, size_t n)
{
    slice_builder b = {.arena = a};
    for (const char *p = pattern; *p != '\0'; p++) {
        size_t which = (size_t)(p[0] == '{' ? p[1] - '0' : 8);
        if (which < 8 && p[2] == '}') {
            if (which < n)
                builder_add(&b, args[which]);
            p += 2;
        } else {
            builder_add(&b, (slice){p, 1});
        }
    }
    return builder_slice(&b);
}

void
diags_add(jb_diags *d, const diag_kind *kind, jb_span span,
          const slice *args, size_t n)
{
    jb_diag found = {.kind = kind, .severity = kind->severity, .span = span};
    found.message = filled(d->arena, kind->message, args, n);
    found.hint = filled(d->arena, kind->hint, args, n);
    ARRAY_PUSH(d->arena, &d->found, found);
}

void
diags_relate(jb_diags *d, jb_span related, slice note)
{
    jb_diag *last = ARRAY_LAST(&d->found);
    last->related = related;
    last->related_note = slice_copy(d->arena, note);
}

void
diags_settle(jb_diags *d, size_t i, slice hint)
{
    d->found.at[i].severity = DIAG_NOTE;
    d->found.at[i].hint = slice_copy(d->arena, hint);
}

void
diags_soften(jb_diags *d, size_t i)
{
    if (d->found.at[i].severity == DIAG_ERROR)
        d->found.at[i].severity = DIAG_WARNING;
}

size_t
diags_count(const jb_diags *d)
{
    return d->found.n;
}

const jb_diag *
diags_at(const jb_diags *d, size_t i)
{
    return &d->found.at[i];
}

size_t
diags_count_of(const jb_diags *d, diag_severity severity)
{
    size_t n = 0;
    for (size_t i = 0; i < d->found.n; i++)
        n += d->found.at[i].severity == severity;
    return n;
}

bool
diags_has_errors(const jb_diags *d)
{
    return diags_count_of(d, DIAG_ERROR) > 0;
}

/* Findings without a place come last; among equals the worse comes first. */
static int
compare(const jb_diag *a, const jb_diag *b)
{
    if ((a->span.source == NULL) != (b->span.source == NULL))
        return a->span.source == NULL ? 1 : -1;
    if (a->span.source != b->span.source) {
        int order = slice_compare(source_name(a->span.source),
                                  source_name(b->span.source));
        if (order != 0)
            return order;
    }
    if (a->span.first != b->span.first)
        return a->span.first < b->span.first ? -1 : 1;
    return (int)b->severity - (int)a->severity;
}

static void
merge(jb_diag *out, const jb_diag *a, size_t n_a, const jb_diag *b,
      size_t n_b)
{
    while (n_a > 0 || n_b > 0) {
        bool is_from_a = n_b == 0 || (n_a > 0 && compare(a, b) <= 0);
        if (is_from_a) {
            *out++ = *a++;
            n_a--;
        } else {
            *out++ = *b++;
            n_b--;
        }
    }
}

static void
merge_sort(jb_diag *at, size_t n, jb_diag *scratch)
{
    if (n < 2)
        return;
    size_t half = n / 2;
    merge_sort(at, half, scratch);
    merge_sort(at + half, n - half, scratch);
    merge(scratch, at, half, at + half, n - half);
    memcpy(at, scratch, n * sizeof *at);
}

static bool
is_repeat(const jb_diag *a, const jb_diag *b)
{
    return a->kind == b->kind && a->span.source == b->span.source &&
           a->span.first == b->span.first && a->span.last == b->span.last &&
           slice_equal(a->message, b->message);
}

void
diags_sort(jb_diags *d)
{
    jb_diag *scratch = ARENA_ARRAY(d->arena, d->found.n, jb_diag);
    merge_sort(d->found.at, d->found.n, scratch);
    size_t kept = 0;
    for (size_t i = 0; i < d->found.n; i++)
        if (kept == 0 || !is_repeat(&d->found.at[kept - 1], &d->found.at[i]))
            d->found.at[kept++] = d->found.at[i];
    d->found.n = kept;
}
