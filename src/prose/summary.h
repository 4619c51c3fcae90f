/* summary: the paragraphs that open a briefing, written from the facts: the
 * headline figures, then what stands out in each field, then what is expected
 * and how far targets are met. It says nothing that no fact says. */
#ifndef PROSE_SUMMARY_H
#define PROSE_SUMMARY_H

#include "prose/prose.h"

typedef struct summary_text {
    prose_text *at; /* paragraphs */
    size_t n, cap;
} summary_text;

typedef enum summary_form {
    SUMMARY_PROSE, /* paragraphs */
    SUMMARY_LIST,  /* points that open with ——, one a paragraph */
    SUMMARY_FORM_COUNT
} summary_form;

summary_text summary_from_facts(const prose_writer *w, summary_form form);

#endif
