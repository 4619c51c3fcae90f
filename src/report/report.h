/* report: the briefing as a tree of meaning: sections, paragraphs, figures,
 * tables, key figures, with every number tied to its fact. It knows no fonts
 * and no millimetres; both kinds of output walk it. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "facts/facts.h"

typedef struct jb_report jb_report;

/* How headings are numbered, which references to them must follow. */
typedef enum report_numbering {
    REPORT_NUMBER_CHINESE, /* 一、 （一） 1. （1）: GB/T 9704-2012 7.3.3 */
    REPORT_NUMBER_DECIMAL, /* 1 1.1 1.1.1 */
    REPORT_NUMBER_NONE
} report_numbering;

#define REPORT_LEVELS METRICS_LEVELS

typedef enum report_target_kind {
    REPORT_TO_SECTION,
    REPORT_TO_FIGURE,
    REPORT_TO_TABLE
} report_target_kind;

/* What a reference can name, with its number. */
typedef struct report_target {
    report_target_kind kind;
    slice id;      /* empty: nothing can name it */
    slice title;   /* as typed */
    int numbers[REPORT_LEVELS]; /* of a section: those of all its levels */
    int level;
    size_t heading; /* of a section: the document's n-th, from 1 */
    int number;     /* of a figure or table, from 1 */
} report_target;

/* Where a run of text came from: typed by a person, or said of a fact. */
typedef struct report_inline {
    slice text;          /* UTF-8, final wording */
    const jb_fact *fact; /* NULL for typed text */
    bool is_strong;
    bool is_underlined;  /* a proper name, or what must not be missed */
    slice note_mark;     /* "①" behind it, or empty */
    size_t note;         /* the note that the mark calls, from 1; else 0 */
    size_t mention;      /* which mark of the document it is, from 1 */
    int script;          /* 1 raised, -1 lowered */
    int direction;       /* of an arrow: 1 up, -1 down, 0 for words */
    slice link;          /* URI, or empty */
    const report_target *to; /* `text` is a reference to it, … */
    bool says_see;           /* … led in by 见 */
    jb_span span;
} report_inline;

typedef struct report_text {
    report_inline *runs;
    size_t n;
} report_text;

typedef enum report_kind {
    REPORT_DOCUMENT, /* children: the blocks, in reading order */
    REPORT_MASTHEAD, /* rows: label/value pairs of issuer, number, date */
    REPORT_TITLE,
    REPORT_SUBTITLE,
    REPORT_SUMMARY,  /* children: paragraphs */
    REPORT_CARDS,    /* cards */
    REPORT_SECTION,  /* children: heading, paragraphs, figures */
    REPORT_HEADING,  /* level, text with its number: 一、 */
    REPORT_PARAGRAPH,
    REPORT_LIST,     /* children: items */
    REPORT_ITEM,     /* marker, text */
    REPORT_FIGURE,   /* chart, caption */
    REPORT_TABLE,
    REPORT_NOTES,    /* children: paragraphs, each with its mark */
    REPORT_SOURCES,
    REPORT_ATTACHMENT, /* level: its number, 0 when it is the only one, or
                          REPORT_ISSUED; text: its name; table; children:
                          paragraphs, whose level is that of a heading or 0 */
    REPORT_KIND_COUNT
} report_kind;

#define REPORT_ISSUED (-1) /* what the document issues: no attachment of it */

/* One key figure. */
typedef struct report_card {
    report_text name;
    slice number; /* 2671 */
    slice unit;   /* 家; with qualifier before: 预计 */
    slice prefix; /* 超, 约, ≥ ; may be empty */
    slice growth; /* 同比增长251% ; may be empty */
    slice remark; /* 增幅居全省第1位 ; may be empty */
    int direction; /* sign of the growth, 0 when none */
    bool is_expected;
    const jb_fact *fact;
    /* Levels of earlier periods and the present one, in one unit; none when
     * there are too few to show a course. */
    jb_decimal *trend;
    size_t *trend_at; /* when each was, in steps from the first */
    size_t n_trend;
    slice trend_since; /* 2021年以来 */
    slice trend_words; /* 2021年上半年986.2亿元、…: for those who cannot see */
} report_card;

typedef enum report_align {
    REPORT_ALIGN_START,
    REPORT_ALIGN_CENTRE,
    REPORT_ALIGN_DECIMAL /* numbers: by the point, tabular digits */
} report_align;

typedef struct report_cell {
    report_text text;
    int columns; /* spanned, from 1 */
    int rows;    /* of the head spanned; 0 means 1 */
    bool is_covered; /* by the cell above it, which spans it */
    int indent;  /* levels, for parts (其中：) */
    bool is_header;
} report_cell;

typedef struct report_row {
    report_cell *cells;
    size_t n;
    bool is_group; /* a band that names the rows below it */
} report_row;

typedef struct report_table {
    report_text caption;
    report_align *columns;
    size_t n_columns;
    report_row *rows;
    size_t n_rows, n_head_rows; /* the first are repeated over pages */
    bool is_sideways; /* set along the paper's height */
    slice unit;     /* 单位：亿元, over the table; or empty */
    report_text *notes; /* under it */
    size_t n_notes;
} report_table;

/* One mark of a chart: a value, or a word in its place. */
typedef struct chart_datum {
    const jb_fact *fact;  /* NULL when missing altogether */
    bool has_value;       /* false: draw `label` as a word where it stands */
    bool is_missing;      /* wanted here, and neither value nor word is known */
    jb_decimal value;     /* in the series' unit */
    slice label;          /* "+251%", "62.3", "扭亏为盈" */
    quantity_status status;
    quantity_bound bound;
    bool is_derived;
    slice note_mark;      /* "①" or empty */
} chart_datum;

typedef enum chart_series_role {
    SERIES_CURRENT,
    SERIES_PREVIOUS,
    SERIES_GROWTH, /* percent */
    SERIES_POINTS, /* percentage points: never on an axis with percent */
    SERIES_TARGET,
    SERIES_PACE,   /* what of the target the time gone by would make */
    SERIES_PART,
    SERIES_COMPLETION, /* of the target, percent */
    SERIES_SHARE,      /* of each part of the series before, percent */
    SERIES_RANK,       /* place, from 1 */
    SERIES_PEERS,      /* among how many */
    SERIES_CONTRIBUTION, /* points of the growth of the total */
    SERIES_ROLE_COUNT
} chart_series_role;

/* A line that the series' figures are held against, or a band, in words that
 * name it: 全年预期目标5.5%. */
typedef struct chart_guide {
    slice label;
    bool is_band;
    jb_decimal low, high; /* the line: low */
    jb_unit unit;         /* of levels */
} chart_guide;

typedef struct chart_series {
    slice name; /* 2022年 */
    chart_series_role role;
    chart_datum *data; /* one per category */
    bool is_focus; /* a line to be set off from the others */
    jb_unit unit; /* of its levels, where categories are no metrics; else no
                     name: each category has its own */
    chart_datum total; /* what parts are parts of */
    chart_guide *guides;
    size_t n_guides;
} chart_series;

/* A metric; in a chart of several years a period, of parts a part. */
typedef struct chart_category {
    slice name;
    jb_period period; /* that it is, if it is one */
    jb_unit unit; /* of the category's levels */
    size_t metric;
    size_t hue; /* of a part: the same number for its name in every chart */
    bool is_fall_good;
    bool is_total; /* of the categories before it */
    bool is_focus; /* to be set off from the others */
} chart_category;

/* From one figure to another: how far it is, or how fast it went. */
typedef struct chart_arrow {
    slice name;   /* 2019年至2024年 */
    slice label;  /* +417.9亿元, 年均+6.6% */
    size_t from, to; /* categories; the same: from a series to another's */
    size_t from_series, to_series;
    bool is_amount; /* how far, in `unit`; else how fast, or in words */
    jb_decimal value;
    jb_unit unit;
    int direction;  /* its sign; 0 also of what is no change in time */
    bool is_expected;
    slice note_mark; /* of a figure that it rests on; or empty */
} chart_arrow;

/* What the charts that share a scale span together, in ones of `unit`. */
typedef struct chart_scale {
    size_t n_charts; /* 0: the chart has a scale of its own */
    jb_decimal low, high;
    jb_unit unit;
    const slice *names; /* of the categories of all of them */
    size_t n_names;
} chart_scale;

typedef struct chart_option {
    slice key, value;
    jb_span span;
} chart_option;

/* A few words bound to one mark: of a category, and of a series where several
 * have a mark of it; else SIZE_MAX. */
typedef struct chart_remark {
    slice name; /* of what it is bound to: 2020年 */
    slice text;
    size_t category, series;
} chart_remark;

/* All a chart shows, in final words; the chart room only draws it. */
typedef struct chart_spec {
    slice id, kind; /* kind: a name in chart/types.def */
    slice title, subtitle;
    slice *notes; /* below the plot, in order */
    size_t n_notes;
    slice source; /* the line below them, as printed */
    chart_category *categories;
    size_t n_categories;
    size_t n_focus; /* categories set off; none: all alike … */
    size_t n_focus_lines; /* … and series, of lines */
    chart_series *series;
    size_t n_series;
    chart_remark *remarks;
    size_t n_remarks;
    chart_arrow *arrows;
    size_t n_arrows;
    chart_scale scale;
    chart_option *options;
    size_t n_options;
    bool is_empty; /* no figure is known: — stands for each */
    bool is_page; /* one of several that a long list was cut into … */
    bool is_tight; /* … which are all set close, as some of them must be */
    size_t part, n_parts; /* which of how many pages of rows; 0 of 0: all */
    int32_t foot_least;   /* height of notes on each of them, as the chart room
                             counts; 0: as they come */
    const struct chart_spec *whole; /* of which this is a page of series, … */
    size_t first_series;            /* … from this one on; or NULL */
    jb_span span;
} chart_spec;

typedef struct jb_node jb_node;
struct jb_node {
    report_kind kind;
    int level;
    report_text text;
    slice marker;   /* of an item: • or 1. */
    size_t note;    /* of a line in the notes: which, from 1; else 0 */
    const report_target *target; /* of a heading, figure or table */
    bool has_own_number; /* a heading that a person numbered */
    const jb_node **children;
    size_t n_children;
    const report_card *cards;
    size_t n_cards;
    const report_table *table;
    const chart_spec *chart;
    jb_span span;
};

/* Build the report; wording errors (unknown placeholders…) go to `diags`,
 * then NULL. Errors in a chart spoil that chart alone. Borrows `f`. */
jb_report *report_from_facts(const jb_facts *f, jb_diags *diags);
void report_drop(jb_report *r);

const jb_node *report_root(const jb_report *r);
const jb_facts *report_facts(const jb_report *r);
/* The chart with this id, or NULL; every chart of the file is here, whether
 * a section shows it or not. */
const chart_spec *report_chart(const jb_report *r, slice id);
size_t report_charts_count(const jb_report *r);
const chart_spec *report_chart_at(const jb_report *r, size_t i);

/* What was found when chart `i` was resolved: which of the findings that
 * report_from_facts was given to add to, and how many are errors. */
typedef struct report_stretch {
    size_t first, end, n_errors;
} report_stretch;
report_stretch report_chart_findings(const jb_report *r, size_t i);

/* The notes that marks call, and how many marks there are. */
size_t report_notes_count(const jb_report *r);
const report_text *report_note_at(const jb_report *r, size_t i);
size_t report_mentions_count(const jb_report *r);
/* The note, from 1, that the mark `mention`, from 1, calls. */
size_t report_noted(const jb_report *r, size_t mention);
/* Whether the text refers to some target of this kind. */
bool report_refers_to(const jb_report *r, report_target_kind kind);

/* The number before a section's heading: 一、, （二）, 1.2; or empty. */
slice report_heading_number(arena *a, const report_target *section,
                            report_numbering numbering);
/* The words of a reference: 第三部分（二）, 图2, 表1. */
slice report_reference_words(arena *a, const report_target *to,
                             report_numbering numbering);

/* Reading text of a node, for outlines and tests. */
slice report_plain_text(arena *a, const report_text *text);
/* Alternative text of a chart, from the facts. */
slice report_chart_alt(arena *a, const chart_spec *chart);
/* What a chart draws as comma-separated values (RFC 4180), a row for each mark:
 * UTF-8 with a byte order mark, since Excel needs one. */
slice report_chart_sheet(arena *a, const chart_spec *chart);

slice report_dump(arena *a, const jb_report *r);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "report/diag.def"
#undef DIAG

#endif
