#include "checking.h"

#include <pthread.h>

#include "prose/inspect.h"

struct checking {
    arena *arena;
    const jb_facts *facts;
    jb_diags *found; /* the thread's alone while it runs */
    pthread_t thread;
    bool has_thread;
};

static void *
check(void *checking_run)
{
    checking *c = checking_run;
    inspect_document(c->arena, c->facts, c->found);
    return NULL;
}

/* Where no thread is to be had, the check is made at once. */
checking *
checking_start(const jb_facts *f)
{
    arena *a = arena_new();
    checking *c = ARENA_NEW(a, checking);
    c->arena = a;
    c->facts = f;
    c->found = diags_new();
    c->has_thread = pthread_create(&c->thread, NULL, check, c) == 0;
    if (!c->has_thread)
        check(c);
    return c;
}

void
checking_end(checking *c, jb_diags *diags)
{
    if (c->has_thread)
        pthread_join(c->thread, NULL);
    diags_take(diags, c->found);
    arena_drop(c->arena);
}
