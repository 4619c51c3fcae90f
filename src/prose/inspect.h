/* inspect: looks at prose as a careful editor of a statistics office does,
 * and reports what cannot be right: figures against each other, against the
 * facts, and against the language. On clean text it is silent. */
#ifndef PROSE_INSPECT_H
#define PROSE_INSPECT_H

#include "prose/claim.h"
#include "prose/passage.h"

/* What the rules look at. */
typedef struct inspection {
    arena *arena;
    passage passage;
    clause_list clauses;
    figure_list figures;
    claim_list claims; /* one per figure */
    const jb_facts *facts; /* or NULL: bare text */
    jb_diags *diags;
    size_t n_before; /* findings before this passage */
    int year;              /* the text's own; 0 when it names none */
    struct setting_memo *settings; /* of the claims asked for so far */
} inspection;

/* Findings of one passage, at most: so many, and one more for each so many
 * bytes. */
#define INSPECT_MOST 1000
#define INSPECT_BYTES 256

/* What the passage says, before any rule looks at it. `facts` may be NULL. */
inspection inspection_from_passage(arena *a, passage p, const jb_facts *facts,
                                   jb_diags *diags);

/* Report what is wrong in what it says. */
void inspect_rules(const inspection *in);

/* Both in one. */
void inspect_passage(arena *a, passage p, const jb_facts *facts,
                     jb_diags *diags);

/* All that a person wrote into a metrics file, with its
 * placeholders filled. */
void inspect_document(arena *a, const jb_facts *facts, jb_diags *diags);

/* A text that stands alone, the tables between its paragraphs with it. */
void inspect_bulletin(arena *a, const jb_source *text, jb_diags *diags);

#endif
