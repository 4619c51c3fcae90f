/* contradiction: holds what was stated of one metric against itself and
 * reports what cannot all be true, with the arithmetic. It changes no fact. */
#ifndef FACTS_CONTRADICTION_H
#define FACTS_CONTRADICTION_H

#include "facts/derive.h"

/* What a check looks at. */
typedef struct contradiction_case {
    arena *arena; /* for the texts of messages */
    const metrics_metric *metric;
    const metrics_document *document;
    const derive_result *facts;
    jb_diags *diags;
} contradiction_case;

void contradiction_check(const contradiction_case *c);

/* Shares of it, in files of their own. */
void contradiction_check_growth(const contradiction_case *c);
void contradiction_check_parts(const contradiction_case *c);
void contradiction_check_levels(const contradiction_case *c);

/* The stated growth as the file has it: 5.6%, 扭亏为盈. */
slice contradiction_stated(const contradiction_case *c);

#endif
