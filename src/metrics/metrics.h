/* metrics: the model of a metrics file: what a person stated, with its place,
 * and nothing computed. Readers of input formats fill it (readers.def). It
 * knows nothing of growth arithmetic, wording or paper. */
#ifndef METRICS_METRICS_H
#define METRICS_METRICS_H

#include "quantity/quantity.h"
#include "tree/tree.h"

typedef struct jb_metrics jb_metrics;

/* A piece of text with its place; text.at == NULL means absent. `node` maps
 * offsets of the text to the source (tree_span_within); NULL if not a tree. */
typedef struct metrics_text {
    slice text;
    jb_span span;
    const tree_node *node;
} metrics_text;

/* A stated change: 251%, -3.2%, +1.5个百分点, or one of the words. */
typedef enum metrics_change_kind {
    CHANGE_ABSENT,
    CHANGE_RATE,        /* percent in `rate` */
    CHANGE_POINTS,      /* percentage points in `rate` */
    CHANGE_TURNED_PROFIT,  /* 扭亏为盈 */
    CHANGE_TURNED_LOSS,    /* 由盈转亏 */
    CHANGE_LOSS_NARROWED,  /* 减亏 */
    CHANGE_LOSS_WIDENED,   /* 增亏 */
    CHANGE_NET_NEW,        /* 净增 */
    CHANGE_INCOMPARABLE,   /* 不可比 */
    CHANGE_FLAT,           /* 持平, 基本持平 */
    CHANGE_KIND_COUNT
} metrics_change_kind;

/* Its name in dumps: rate, points, turned-profit …. */
const char *metrics_change_name(metrics_change_kind kind);

typedef struct metrics_change {
    metrics_change_kind kind;
    jb_decimal rate;
    quantity_bound bound;
    bool is_nearly; /* of FLAT: 基本持平 */
    jb_decimal slack; /* what the words leave open to either side, if any */
    slice words;      /* 增长2.5倍, 翻一番: how it is said; else empty */
    bool has_amount;  /* 减亏2.1亿元, 净增12家 */
    jb_quantity amount;
    jb_span span;
} metrics_change;

typedef struct metrics_part {
    metrics_text name;
    bool has_previous;
    jb_quantity value, previous;
    metrics_change growth; /* CHANGE_ABSENT when not stated */
} metrics_part;

typedef struct metrics_rank {
    bool is_set;
    metrics_text scope; /* 全省 */
    int place;          /* from 1; 0 with tier set */
    int peers;          /* of how many; 0 when not stated */
    metrics_text tier;  /* 第一方阵, when no place is stated */
    bool is_of_growth;  /* the rank is of the growth, not of the value */
    jb_span span;
} metrics_rank;

/* A value of another period: 2019: 35.2, for series. */
typedef struct metrics_past {
    jb_period period;
    jb_quantity value;
} metrics_past;

typedef struct metrics_metric {
    slice id;
    jb_span span;        /* the id in the file */
    metrics_text name;   /* 科技型中小企业 */
    metrics_text short_name; /* for charts; may be absent */
    jb_unit unit;
    jb_period period;    /* the metric's own, else the file's */
    bool has_value, has_previous, has_target, has_to_date;
    jb_quantity value, previous, target, to_date;
    jb_period to_date_until; /* 2022-01..2022-10 */
    metrics_change growth;   /* as stated; CHANGE_ABSENT when not */
    metrics_change sequential; /* 环比, as stated */
    metrics_change former;     /* the growth that this one is held against … */
    metrics_text former_name;  /* … and whose it was: 一季度 */
    bool has_mean, mean_is_of_growth;
    metrics_text mean_scope; /* 全省 */
    jb_quantity mean;        /* of that scope: a rate, or a level */
    metrics_part *parts;
    size_t n_parts;
    bool is_parts_complete;  /* parts sum to the value (default true) */
    metrics_rank rank;
    metrics_part *peers; /* the same metric elsewhere, without the own place */
    size_t n_peers;
    metrics_past *history;
    size_t n_history;
    metrics_text source, note, group, basis; /* basis: 可比口径, 可比价 */
    bool is_basis_noted;     /* by the file's own words */
    bool is_fall_good;       /* lower is better: 能耗, 事故 */
} metrics_metric;

/* What a person writes about one thing in a chart: an option, which the chart's
 * own kind reads; words bound to a bar, of a category or metric.period; an
 * arrow from one figure to another, 2019..2024, and what it tells. */
typedef struct metrics_pair {
    metrics_text key, value;
} metrics_pair;

/* A line, or a band, that the figures of a chart are held against: by a word
 * that says which figure it is, or as written. */
typedef struct metrics_guide {
    metrics_text words;
    bool has_value, is_band;
    jb_quantity low, high; /* a unit only where one was written */
} metrics_guide;

typedef struct metrics_chart {
    slice id;
    jb_span span;
    metrics_text kind, title, subtitle, note;
    metrics_text scale; /* a name that charts on one scale share */
    size_t *metrics; /* indices into metrics */
    size_t n_metrics;
    metrics_text *focus; /* what is set off: ids or names of its categories */
    size_t n_focus;
    metrics_guide *guides;
    size_t n_guides;
    metrics_pair *remarks;
    size_t n_remarks;
    metrics_pair *arrows;
    size_t n_arrows;
    metrics_pair *options;
    size_t n_options;
} metrics_chart;

/* How the numbers of a column stand; by default as its cells suggest. */
typedef enum metrics_align {
    METRICS_ALIGN_AUTO, METRICS_ALIGN_START, METRICS_ALIGN_CENTRE,
    METRICS_ALIGN_DECIMAL
} metrics_align;

typedef struct metrics_column {
    metrics_text heading;
    metrics_text group; /* over this column and its neighbours; or absent */
    metrics_text outer; /* over that group and its neighbours; or absent */
    metrics_align align;
} metrics_column;

typedef struct metrics_row {
    metrics_text *cells; /* one per column, the last ones may be missing */
    size_t n;
    bool is_band; /* one cell that names the rows below it */
} metrics_row;

/* A table that a person wrote. */
typedef struct metrics_table {
    bool is_sideways; /* set along the paper's height */
    slice id;
    jb_span span;
    metrics_text title, unit, note, source;
    metrics_column *columns;
    size_t n_columns;
    metrics_row *rows;
    size_t n_rows;
} metrics_table;

#define METRICS_LEVELS 4 /* 一、 （一） 1. （1） */

typedef struct metrics_section {
    slice id; /* empty when nothing refers to it */
    metrics_text heading;
    int level; /* from 1 to METRICS_LEVELS */
    metrics_text *paragraphs; /* blank lines separate them */
    size_t n_paragraphs;
    size_t *charts; /* indices into charts */
    size_t n_charts;
    size_t *tables; /* indices into tables */
    size_t n_tables;
    jb_span span;
} metrics_section;

/* Who signs an order. */
typedef struct metrics_signatory {
    metrics_text post, name, stamp; /* stamp: a file; either may be absent */
} metrics_signatory;

/* An attachment of an official document; only its name is sure to be there. */
typedef struct metrics_attachment {
    metrics_text name;
    metrics_text *paragraphs;
    size_t n_paragraphs;
    metrics_text *cells; /* n_rows × n_columns; the first row is the head */
    size_t n_rows, n_columns;
    bool is_sideways;    /* the table is set along the paper's height */
    bool is_issued;      /* by the document: no 附件, not listed as one */
    bool has_table;      /* one of the document's tables, … */
    size_t table;        /* … that with this index */
} metrics_attachment;

typedef struct metrics_document {
    metrics_text title, subtitle, issuer, number, source, note, addressee;
    metrics_text place; /* what the own place is called beside its peers */
    metrics_text serial, secrecy, urgency, signer, remark, copies, printer;
    metrics_text mark;   /* what follows the agency in the red head */
    metrics_text present, absent, observers; /* of minutes */
    metrics_text *joint; /* agencies behind the issuer, in order */
    size_t n_joint;
    metrics_text *signed_by; /* who signs, where others stand in the head */
    size_t n_signed;
    metrics_text *seals; /* files, one for each agency */
    size_t n_seals;
    metrics_signatory *signatories;
    size_t n_signatories;
    metrics_attachment *attachments;
    size_t n_attachments;
    metrics_text *notes;
    size_t n_notes;
    metrics_text *sic; /* words that stay as they are, whatever is found */
    size_t n_sic;
    bool is_manuscript; /* set as it is, whatever is found in its words */
    jb_date printed; /* zero year: not said */
    jb_span printed_span;
    jb_date date;
    jb_span date_span;
    jb_period period;
    bool has_auto_summary;
    bool is_summary_list; /* of the automatic one: in points */
    metrics_text *summary; /* hand-written paragraphs */
    size_t n_summary;
    size_t *cards; /* metrics shown as key figures, in order */
    size_t n_cards;
    bool is_fictional; /* every page says so */
    bool has_metrics_table; /* of all of them; default on */
    bool normalises_marks; /* half-width marks in Chinese prose; default on */
    metrics_text layout;   /* default layout's name; may be absent */
    metrics_text theme;    /* the same */
    metrics_text logo;     /* file of the emblem; may be absent */
    decimal_rounding rounding; /* of what is computed */
    jb_decimal nearly_flat; /* 基本持平: rates up to this, percent; or zero */
} metrics_document;

/* The file of a path that may name a sheet behind it: 指标.xlsx!上半年. */
slice metrics_file_of(slice path);

/* The whole file, or NULL after errors. Figures that could not be read are
 * absent and reported; all mistakes in one run. Borrows `source`. */
jb_metrics *metrics_from_source(const jb_source *source, jb_diags *diags);
void metrics_drop(jb_metrics *m);

const metrics_document *metrics_document_of(const jb_metrics *m);
size_t metrics_count(const jb_metrics *m);
const metrics_metric *metrics_at(const jb_metrics *m, size_t i);
/* Index of the metric with this id, or SIZE_MAX. */
size_t metrics_lookup(const jb_metrics *m, slice id);
/* Nearest id for a suggestion, or NULL. */
const char *metrics_nearest(const jb_metrics *m, slice id);
size_t metrics_charts_count(const jb_metrics *m);
const metrics_chart *metrics_chart_at(const jb_metrics *m, size_t i);
size_t metrics_chart_lookup(const jb_metrics *m, slice id);
size_t metrics_tables_count(const jb_metrics *m);
const metrics_table *metrics_table_at(const jb_metrics *m, size_t i);
size_t metrics_table_lookup(const jb_metrics *m, slice id);
/* Sections in reading order: each before those inside it, which are a level
 * deeper. */
size_t metrics_sections_count(const jb_metrics *m);
const metrics_section *metrics_section_at(const jb_metrics *m, size_t i);

/* The place in the source of bytes [first, last) of `text`. */
jb_span metrics_text_within(const metrics_text *text, size_t first,
                            size_t last);

/* Stable text, for tests and --dump=metrics. */
slice metrics_dump(arena *a, const jb_metrics *m);
/* The JSON Schema generated from the reader's own tables. */
slice metrics_schema(arena *a);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "metrics/diag.def"
#undef DIAG

#endif
