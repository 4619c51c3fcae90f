/* render: the words of one placeholder, once its metric, name and options
 * are known. It reads no text. */
#ifndef PROSE_RENDER_H
#define PROSE_RENDER_H

#include "prose/phrase.h"
#include "prose/prose.h"

/* What {metric.name.argument|options} asks for. */
typedef struct render_call {
    const prose_writer *writer;
    size_t metric;
    slice argument;        /* the part's name; empty otherwise */
    phrase_options options;
    jb_span span;          /* of the placeholder */
    const prose_text *before; /* what the text says before it; or NULL */
} render_call;

/* Append the words; false when the metric has no such figure. A wrong
 * argument is reported by the renderer itself, which then returns true. */
typedef bool render_fn(const render_call *c, prose_text *out);

#define PLACEHOLDER(renderer, name, chinese, what, doc)                      \
    render_fn render_##renderer;
#include "prose/placeholders.def"
#undef PLACEHOLDER

#endif
