/* sheet: metrics kept in a table file, a row each, as the tree that a metrics
 * file would hold for them; so one reader takes both. It knows how offices
 * lay out such tables — a title, a unit told once, names over names, columns of
 * years and months, rows of groups, 其中, notes below — and nothing of what
 * figures mean. */
#ifndef METRICS_SHEET_H
#define METRICS_SHEET_H

#include "metrics/heading.h"
#include "metrics/yaml.h"

typedef struct sheet {
    const tree_node *title;   /* over the table; or NULL */
    const tree_node *issuer;  /* 填报单位 over it, without these words */
    const tree_node *unit;    /* 单位 over it, all of it: 亿元、% */
    const tree_node *source;  /* 资料来源 below it, without these words */
    const tree_node *metrics; /* a map by id, in the order of the rows */
    ARRAY(const tree_node *) notes; /* 注 below it, without that word */
    jb_period period; /* of the 本期 column, when a heading tells */
} sheet;

/* Read the table in `file`; `period` is that of the document, if it has one:
 * a column of that period is 本期, one of a year before 上年同期, others are
 * 历年. False after errors that leave nothing. */
bool sheet_read(yaml_reading *r, const jb_source *file, jb_period period,
                sheet *out);

/* The same of rows in a text, cells parted by tabs, without telling what was
 * wrong: a text need hold no table of metrics. */
bool sheet_from_rows(arena *a, slice rows, jb_period period, sheet *out);

/* Whether a head of metrics could be found, though something be amiss in it:
 * what has none is a table of something else. Nothing is reported. */
bool sheet_has_head(yaml_reading *r, const jb_source *file);

/* `own`, the metrics of the file itself (a map, or NULL), with what the
 * tables of `list` hold. Notes and sources of theirs go to the document. */
const tree_node *sheet_joined(yaml_reading *r, const tree_node *list,
                              const tree_node *own);

#endif
