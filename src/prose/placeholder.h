/* placeholder: {metric.what|option} in a person's text, replaced by the words
 * of the fact it names. Every mistake is reported at its own place with the
 * nearest name. It knows no paragraphs' looks. */
#ifndef PROSE_PLACEHOLDER_H
#define PROSE_PLACEHOLDER_H

#include "prose/phrase.h"
#include "prose/prose.h"

/* The runs of `text` with all placeholders replaced. Wrong ones are reported
 * and left out. `{{` and `}}` stand for the braces themselves,
 * **…** stresses and __…__ underlines what is between. */
prose_text placeholder_fill(const prose_writer *w, const metrics_text *text);

/* One row of the table, for the manual and for tests. */
typedef struct placeholder_row {
    const char *name, *chinese, *what, *doc;
} placeholder_row;
size_t placeholder_rows(const placeholder_row **rows);
size_t placeholder_option_rows(const placeholder_row **rows);

#endif
