#include "prose/prose.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "prose/diag.def"
#undef DIAG

void
prose_say(const prose_writer *w, prose_text *t, slice words,
          const jb_fact *fact)
{
    if (words.len == 0)
        return;
    jb_span span = fact != NULL ? fact->span : SPAN_NONE;
    prose_run run = {.text = words, .fact = fact, .span = span};
    ARRAY_PUSH(w->arena, t, run);
}

void
prose_add(const prose_writer *w, prose_text *t, slice words)
{
    prose_run *last = t->n > 0 ? ARRAY_LAST(t) : NULL;
    if (last != NULL && last->fact == NULL && last->span.source == NULL)
        last->text = slice_join(w->arena, last->text, words);
    else
        prose_say(w, t, words, NULL);
}

void
prose_add_text(const prose_writer *w, prose_text *t, const char *words)
{
    prose_add(w, t, slice_from(words));
}

void
prose_append(const prose_writer *w, prose_text *t, const prose_text *more)
{
    for (size_t i = 0; i < more->n; i++)
        ARRAY_PUSH(w->arena, t, more->at[i]);
}

slice
prose_plain(arena *a, const prose_text *t)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < t->n; i++)
        builder_add(&b, t->at[i].text);
    return builder_slice(&b);
}
