/* prose: Chinese wording of numbers, growth and facts, and the placeholders
 * by which a person's sentences name facts. It knows what is said, and
 * nothing of how paragraphs look. */
#ifndef PROSE_PROSE_H
#define PROSE_PROSE_H

#include "base/array.h"
#include "facts/facts.h"

/* What a reference in prose names; its words depend on numbers that are not
 * known yet, so whoever numbers the document gives them. */
typedef enum prose_target {
    PROSE_TO_NOTHING,
    PROSE_TO_ANY, /* {见.id}: see what it names */
    PROSE_TO_FIGURE,
    PROSE_TO_TABLE,
    PROSE_TO_SECTION
} prose_target;

typedef struct prose_text prose_text;

/* A run of final wording: typed by a person, or said of a fact. */
typedef struct prose_run {
    slice text;
    const jb_fact *fact; /* NULL for typed text and joining words */
    jb_span span;
    bool is_strong, is_underlined; /* as the person who typed it asked */
    int direction;          /* of an arrow that stands for it: its sign */
    int script;             /* 1 raised, -1 lowered, where `text` has no
                               characters of that kind */
    slice link;             /* URI that the words lead to, or empty */
    const prose_text *note; /* a note on what stands before, or NULL */
    prose_target target;    /* of a reference, in provisional words … */
    slice id;               /* … and the id that it names */
} prose_run;

/* Runs in reading order; build with prose_add and prose_say. */
struct prose_text {
    prose_run *at;
    size_t n, cap;
};

/* What every wording needs. */
typedef struct prose_writer {
    arena *arena; /* of the result */
    const jb_facts *facts;
    jb_diags *diags;
} prose_writer;

/* Append words that are of no fact. Joins runs where it can. */
void prose_add(const prose_writer *w, prose_text *t, slice words);
void prose_add_text(const prose_writer *w, prose_text *t, const char *words);
/* Append words said of `fact`. */
void prose_say(const prose_writer *w, prose_text *t, slice words,
               const jb_fact *fact);
void prose_append(const prose_writer *w, prose_text *t,
                  const prose_text *more);

/* The reading text. */
slice prose_plain(arena *a, const prose_text *t);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "prose/diag.def"
#undef DIAG

#endif
