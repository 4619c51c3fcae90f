/* text: from strings to positioned lines: itemise → shape → break (UAX #14
 * and the prohibition rules of Chinese) → compress and space marks → total
 * fit → spend the slack → lines. One engine serves prose, headings, table
 * cells and chart labels. It knows no pages and no charts. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/diag.h"
#include "display/display.h"
#include "font/font.h"

typedef enum text_prohibition { /* CLREQ #prohibition_rules… */
    PROHIBIT_NONE,
    PROHIBIT_BASIC,
    PROHIBIT_GB,
    PROHIBIT_STRICT
} text_prohibition;

typedef enum text_marks { /* widths of marks */
    MARKS_QUANJIAO, /* full width, adjacent ones compressed: GB */
    MARKS_KAIMING,  /* stops full, others half */
    MARKS_BANJIAO   /* all half */
} text_marks;

typedef enum text_names { /* of persons */
    NAMES_FREE,
    NAMES_AVOID, /* parted rather than a line opened to where it shows */
    NAMES_KEEP
} text_names;

typedef enum text_titles { /* in 《》 */
    TITLES_FREE,
    TITLES_WORDS, /* short ones kept, long ones parted between words, if that
                     makes no line loose */
    TITLES_KEEP   /* … whatever it makes */
} text_titles;

typedef enum text_align {
    TEXT_START,
    TEXT_CENTRE,
    TEXT_END,
    TEXT_JUSTIFY,   /* all lines but the last */
    TEXT_DISTRIBUTE /* 均排: the last as well, evenly between characters */
} text_align;

typedef enum text_shape {
    TEXT_PLAIN,
    TEXT_BALANCED, /* lines of even length: headings, cells, labels */
    TEXT_TITLE     /* balanced, broken by sense, trapezium or lozenge */
} text_shape;

/* What is drawn below the characters (CLREQ #emphasis_and_proper_noun_marks).
 */
typedef enum text_underneath {
    TEXT_NOTHING,
    TEXT_DOTS, /* 着重号: one below each Han character, none below marks */
    TEXT_LINE  /* as long as the text; those of neighbours stay apart */
} text_underneath;

/* A run of text in one look. */
typedef struct text_span {
    slice text;
    font_role role;
    jb_len size;
    jb_colour colour;
    jb_len rise;       /* baseline shift, up positive: superscripts */
    bool is_emphasis;  /* the role's emphasis face */
    text_underneath underneath;
    bool is_tabular;   /* digits of one width, for columns */
    bool is_kept;      /* never broken inside */
    bool is_literal;   /* marks and digits are not normalised */
    slice link;        /* URI or "#destination"; may be empty */
    slice anchor;      /* what links to this text name; may be empty */
    size_t tag;        /* the caller's own, found again in the lines; or 0 */
    jb_span span;      /* of `text` in the source, when it is verbatim */
} text_span;

/* Lengths in em are thousandths of the size of the paragraph's first span. */
typedef struct text_options {
    jb_len measure;       /* width of the lines; 0: one endless line */
    int first_indent;     /* em/1000, of the first line */
    int rest_indent;      /* em/1000, of the others (hanging when greater) */
    text_align align;
    text_shape shape;
    text_prohibition prohibitions;
    text_marks marks;
    int gap;              /* em/1000 between Han and Latin; 0: none */
    int gap_min, gap_max; /* limits when lines shrink and stretch */
    bool hangs_marks;
    bool normalises;      /* half-width marks between Han → full width */
    bool keeps_units;     /* number + unit by high penalty */
    text_names names;
    text_titles titles;
    int max_lines;        /* 0: any; more is cut and ends with … */
    jb_len tracking;      /* added to every advance, may be negative */
} text_options;

#define TEXT_OPTIONS                                                         \
    ((text_options){.align = TEXT_JUSTIFY, .prohibitions = PROHIBIT_BASIC,   \
                    .marks = MARKS_QUANJIAO, .gap = 250, .gap_min = 125,     \
                    .gap_max = 333, .normalises = true, .keeps_units = true, \
                    .names = NAMES_AVOID, .titles = TITLES_WORDS})

/* A dot or a line below characters; y from the baseline. */
typedef struct text_ornament {
    jb_rect box;
    bool is_dot;
    jb_colour colour;
} text_ornament;

/* Runs of a line that come from one span with a link, anchor or tag. */
typedef struct text_linked {
    size_t first, n; /* runs */
    slice link, anchor;
    size_t tag;
} text_linked;

typedef struct text_line {
    jb_glyph_run *runs; /* origins relative to the line's start, y 0 at the
                           baseline, alignment included */
    size_t n_runs;
    text_ornament *ornaments;
    size_t n_ornaments;
    text_linked *linked;
    size_t n_linked;
    jb_len x;           /* start of the ink of the content: the indent or
                           the shift of centring, already in `runs` */
    jb_len width;       /* of the content as drawn */
    jb_len natural;     /* before justification, after standing trims */
    jb_len stretched, shrunk; /* total spent */
    size_t first, last; /* bytes of the paragraph's text (normalised) */
    bool is_last;
    bool is_forced_overfull; /* nothing legal fitted */
} text_line;

typedef struct jb_paragraph {
    slice text;         /* after normalisation, all spans joined */
    text_line *lines;
    size_t n_lines;
    jb_len size;        /* largest em of the spans */
    jb_len ascent;      /* ideographic box of that em above the baseline */
    jb_len descent;     /* … and below, positive */
    bool is_truncated;
} jb_paragraph;

/* Caches (shaped words, glyph widths) shared by many paragraphs. One per
 * engine; borrows `fonts`. */
typedef struct jb_typesetter jb_typesetter;
jb_typesetter *typesetter_new(jb_fonts *fonts);
void typesetter_drop(jb_typesetter *t);
jb_fonts *typesetter_fonts(jb_typesetter *t);

/* Set one paragraph. Everything in the result lives in `a`. A character that
 * no face has is an error with its place (TEXT_NO_GLYPH); the paragraph is
 * still made, with nothing drawn for it. Never NULL. */
jb_paragraph *text_set(arena *a, jb_typesetter *t, const text_span *spans,
                       size_t n_spans, const text_options *options,
                       jb_diags *diags);

/* The widest unbreakable piece and the width on one line: for columns. */
void text_widths(arena *scratch, jb_typesetter *t, const text_span *spans,
                 size_t n_spans, const text_options *options,
                 jb_len *narrowest, jb_len *widest, jb_diags *diags);

/* Ink box of a line relative to its origin (measured glyph by glyph). */
jb_rect text_line_ink(const text_line *line);

/* Draw a line with its origin (line start, baseline) at `at`. */
void text_line_draw(jb_display *d, const text_line *line, jb_point at);

slice text_dump(arena *a, const jb_paragraph *p);

/* One line of JSON: {"lines":[{"text":…,"width":…,"glyphs":[{"text":…,"x":…,
 * "advance":…}]}]}, in points, as drawn, from the paragraph's left edge; one
 * entry a cluster: where its box begins and how wide it is after trimming.
 * Gaps and what justification adds lie between boxes. */
slice text_json(arena *a, const jb_paragraph *p);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "text/diag.def"
#undef DIAG

#endif
