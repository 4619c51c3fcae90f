/* style: roles → typographic properties, and the flow of blocks, read from a
 * layout file in layouts/. Everything a designer may change is data there; it
 * knows nothing of the content that will be set. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "base/diag.h"
#include "base/source.h"
#include "display/geometry.h"
#include "style/template.h"

typedef struct jb_style jb_style;
typedef struct jb_theme jb_theme;

typedef enum style_align {
    STYLE_START, STYLE_CENTRE, STYLE_END, STYLE_JUSTIFY, STYLE_DISTRIBUTE
} style_align;

typedef enum style_shape { STYLE_PLAIN, STYLE_BALANCED, STYLE_TITLE }
    style_shape;

/* How stressed words differ: another face, or dots below (着重号). */
typedef enum style_emphasis { EMPHASIS_FACE, EMPHASIS_DOTS } style_emphasis;

/* How a paragraph of one role looks. Em are thousandths of `size`. Options
 * and their presets: the TEXT rows of options.def. */
typedef struct style_text {
    slice role;        /* of the font: song, hei … */
    jb_len size;
    jb_len leading;    /* baseline to baseline */
    jb_colour colour;
    style_align align;
    style_shape shape;
    style_emphasis emphasis;
    int indent;        /* first line, em/1000 */
    int rest_indent;
    jb_len space_before, space_after;
    int keep_lines;    /* of what follows that must stay on the page */
    int widows, orphans;
    int prohibitions;  /* 0 none 1 basic 2 GB 3 strict */
    int marks;         /* 0 quanjiao 1 kaiming 2 banjiao */
    int names;         /* 0 free 1 avoid 2 keep */
    int titles;        /* 0 free 1 words 2 keep */
    int gap, gap_min, gap_max; /* Han–Latin, em/1000 */
    bool hangs_marks;
    bool is_tabular;   /* digits of one width */
    jb_len tracking;   /* added to every advance: 疏排 */
} style_text;

/* Colours and measures of charts. Options and their presets: the CHART rows
 * of options.def. */
typedef struct style_chart {
    jb_colour ink, muted, grid, zero, ground;
    jb_colour rise, fall;          /* text and bars: 红涨绿跌 by default */
    jb_colour current, previous, accent, target;
    jb_colour palette[8];
    int n_palette;
    jb_len bar_width_max;
    int bar_gap;                   /* of the bar's width, /1000 */
    jb_len grid_width, zero_width, hatch_pitch, hatch_width;
    jb_len min_text;               /* T5: 9 pt print, 12 pt slide */
    jb_len advised_text;           /* of a picture as wide as a slide; or 0 */
    style_text title, subtitle, label, category, axis, note;
} style_chart;

typedef enum style_footnotes { NOTES_AT_FOOT, NOTES_AT_END } style_footnotes;
typedef enum style_note_numbers { NOTES_BY_PAGE, NOTES_BY_DOCUMENT }
    style_note_numbers;
typedef enum style_numbering {
    NUMBERING_CHINESE, NUMBERING_DECIMAL, NUMBERING_NONE
} style_numbering;
/* By itself: when the text refers to some. */
typedef enum style_captions { CAPTIONS_AUTO, CAPTIONS_YES, CAPTIONS_NO }
    style_captions;

/* The paper and its type area, and what holds for the whole document. */
typedef struct style_page {
    jb_size size;
    jb_len top, bottom, left, right; /* margins */
    jb_len first_more; /* how far text may reach below the first page's foot */
    jb_len grid;                     /* pitch of the baseline grid */
    /* Those of style_closer, and of its own; or 0. */
    jb_len close_grid, closest_grid;
    jb_colour ground;
    int least_fill; /* of the last page, /1000 of the type area */
    bool is_even; /* tables part into pages of like length */
    bool is_two_sided; /* what sinks to the foot stands on an even page */
    style_footnotes footnotes;
    style_note_numbers note_numbers;
    jb_len note_gap, note_rule; /* over the first note; the rule's length */
    style_numbering numbering;
    style_captions captions;
} style_page;

typedef enum style_pages {
    PAGES_ALL, PAGES_FIRST, PAGES_REST, PAGES_ODD, PAGES_EVEN,
    PAGES_REST_ODD
} style_pages;

typedef enum style_edge { EDGE_HEAD, EDGE_FOOT } style_edge;

/* A running head or foot: up to three texts on one line, with a rule. */
typedef struct style_running {
    style_template left, centre, right;
    slice style;
    const style_text *look;
    style_edge at;
    jb_len distance; /* from the type area to the text's near edge */
    jb_len inset;
    style_pages pages;
    jb_len rule_width, rule_gap;
    jb_colour rule_colour;
} style_running;

/* An ornament: a coloured rectangle in page coordinates, or the place of the
 * office's emblem. */
typedef struct style_band {
    jb_len x, y, w, h; /* w, h 0: to the edge of the paper */
    bool is_logo;
    style_align align; /* of the emblem in its place */
    jb_colour colour;
    style_pages pages;
} style_band;

typedef enum style_block_kind {
#define BLOCK_KIND(name, spelling, chinese, role, doc) BLOCK_##name,
#include "style/blocks.def"
#undef BLOCK_KIND
    BLOCK_KIND_COUNT
} style_block_kind;

typedef enum style_break { BREAK_NONE, BREAK_PAGE } style_break;
typedef enum style_fit { FIT_TOP, FIT_CENTRE } style_fit;
typedef enum style_place { PLACE_FLOW, PLACE_FOOT } style_place;
typedef enum style_frame { FRAME_NONE, FRAME_BOX, FRAME_BAR, FRAME_RULES }
    style_frame;
typedef enum style_stack { STACK_STEP, STACK_CENTRE, STACK_STAMP }
    style_stack;
typedef enum style_grid { GRID_KEEP, GRID_START, GRID_OFF } style_grid;
typedef enum style_arrangement { ARRANGE_RUN, ARRANGE_PANELS }
    style_arrangement;
typedef enum style_spans {
    SPANS_NONE, SPANS_FIGURES, SPANS_HEADINGS, SPANS_ALL
} style_spans;
typedef enum style_figures {
    FIGURES_FLOAT, FIGURES_HERE, FIGURES_SECTION
} style_figures;

typedef enum style_sharing {
    SHARES_NOTHING, SHARES_PAGE, SHARES_TO_SAVE
} style_sharing;

/* One block of the flow: what stands there and how. Options and their
 * presets: the BLOCK rows of options.def. */
typedef enum style_lists {
    LISTS_SECTIONS, LISTS_FIGURES, LISTS_TABLES
} style_lists;

typedef struct style_block {
    style_block_kind kind;
    style_template text, when, with, left, centre, right, heading, continued;
    bool is_one_line; /* TEXT: smaller rather than broken */
    jb_len inset_left, inset_right;
    style_stack stack;
    jb_len step;
    jb_len seal; /* diameter */
    bool has_seal_place;
    int keep_before; /* lines of what stands before that stay with it */
    slice label_role; /* LABELLED: face of the label, or empty */
    slice style;
    const style_text *look; /* of `style`, or of the kind's own role */
    style_break break_before;
    style_fit fit;
    jb_len at;
    style_place place;
    style_grid grid;
    jb_len space_before, space_after;
    jb_len width;
    style_align align;
    int columns;
    style_spans spans; /* what stands across all columns */
    jb_len gutter;
    style_lists lists; /* of the contents */
    int least_entries;
    int per_row, least_rows;
    int grow; /* of a table's text that leaves room, /1000 */
    int shrink; /* of one with too many columns, /1000 */
    bool folds; /* one that is narrow and long, into two columns */
    int depth; /* of the headings that contents list */
    style_frame frame;
    jb_colour fill, rule_colour;
    jb_len rule_width, rule_second, rule_gap, padding;
    jb_len row_rule; /* between the rows of a table */
    jb_len growth_bars; /* width of the bars beside a table's growth */
    jb_colour row_colour, band_fill;
    bool keeps_whole, keeps_next;
    style_sharing sharing; /* with the next block, though that starts a page */
    style_arrangement arrangement;
    style_figures figures;
    jb_len figure_width, figure_space;
    int figure_least; /* /1000 of the height the chart wants */
    jb_span span;
} style_block;

/* Colours for any layout, from layouts/themes/: what a theme says holds
 * before what the layout says. NULL after errors. Borrows `source`. */
jb_theme *theme_from_source(const jb_source *source, jb_diags *diags);
void theme_drop(jb_theme *t);
slice theme_name(const jb_theme *t);
slice theme_doc(const jb_theme *t);

/* The layout file `source` in the colours of `theme`, or in its own when that
 * is NULL. NULL after errors. Unknown keys get a suggestion. Borrows both. */
jb_style *style_from_source(const jb_source *source, const jb_theme *theme,
                            jb_diags *diags);

/* The layout that this one is based on (`from`), in `a`, and where it says
 * so; empty when it stands alone. */
slice style_base(arena *a, const jb_source *source, jb_span *span);

/* The same with what `source` does not say taken from `base`, which may be
 * NULL: maps are merged, lists and texts replaced. */
jb_style *style_from_layers(const jb_source *source, const jb_source *base,
                            const jb_theme *theme, jb_diags *diags);
void style_drop(jb_style *s);

/* The same layout on its next closer grid; NULL when it has none. */
const jb_style *style_closer(const jb_style *s);

/* The theme that the layout asks for; at NULL when it asks for none. */
slice style_theme(const jb_style *s, jb_span *span);

/* The emblem's file as the theme names it; at NULL when it names none. */
slice style_logo(const jb_style *s, jb_span *span);
/* Whether the layout has a place for one. */
bool style_has_logo_place(const jb_style *s);

slice style_name(const jb_style *s);
slice style_doc(const jb_style *s);

/* The look of a text role ("body", "heading1", "table-cell" …); NULL when it
 * is neither in roles.def nor in the layout file. */
const style_text *style_text_lookup(const jb_style *s, const char *role);
const style_chart *style_chart_of(const jb_style *s);
const style_page *style_page_of(const jb_style *s);
/* Width of the type area. */
jb_len style_measure(const jb_style *s);

size_t style_blocks_count(const jb_style *s);
const style_block *style_block_at(const jb_style *s, size_t i);
size_t style_runnings_count(const jb_style *s);
const style_running *style_running_at(const jb_style *s, size_t i);
size_t style_bands_count(const jb_style *s);
const style_band *style_band_at(const jb_style *s, size_t i);
/* Whether something meant for `pages` stands on page `number` (from 1). */
bool style_pages_include(style_pages pages, size_t number);

/* Stable text of everything resolved, for tests and --dump=style. */
slice style_dump(arena *a, const jb_style *s);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "style/diag.def"
#undef DIAG

#endif
