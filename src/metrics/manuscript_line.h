/* manuscript_line: the lines of a document as typed, and what each may be by
 * its own words: a heading, a number of a document, a date. It knows nothing
 * of the lines around it, but whether a blank one stands before it. */
#ifndef METRICS_MANUSCRIPT_LINE_H
#define METRICS_MANUSCRIPT_LINE_H

#include "base/array.h"
#include "base/source.h"

typedef struct manuscript_line {
    slice text;    /* without white at either end, but in rows */
    slice words;   /* the same without white, spaces for tabs */
    jb_span span;
    bool is_row;   /* of a table: cells parted by tabs */
    bool is_apart; /* a blank line stands before it */
} manuscript_line;

typedef ARRAY(manuscript_line) manuscript_lines;

/* Those of the text that hold anything. */
void manuscript_read_lines(arena *a, const jb_source *source,
                           manuscript_lines *out);

/* 一、 1; （一） 2; 1. 3; （1） 4, before words that are short and no sentence;
 * else 0. */
int manuscript_heading_level(slice text);
/* Whether it ends in a kind of document: …的通知. */
bool manuscript_is_titled(slice text);
/* Short, and without the marks of a sentence. */
bool manuscript_is_phrase(slice text, size_t most);
/* 云政办〔2025〕15号, 第15号, 〔2025〕第3期. */
bool manuscript_is_number(slice text);
/* 第1期, 第15号 alone: of a series that counts by itself. */
bool manuscript_is_ordinal(slice text);
/* — 1 —: the number of a page, come along with the text. */
bool manuscript_is_folio(slice text);
/* （此件公开发布）, whole. */
bool manuscript_is_bracketed(slice text);
/* 附件, 附件2, alone; its number, 1 when it has none, else 0. */
int manuscript_attachment(slice text);
/* What stands behind 附件1：, 附件2　 or 附件：; empty when the line does not begin
 * so or nothing does. */
slice manuscript_attached_name(slice text);
/* Whether `text` begins with one of `words`, which '|' parts; the white that
 * spreads a word, 抄　送, does not count. */
bool manuscript_begins(slice text, const char *words, slice *rest);

#endif
