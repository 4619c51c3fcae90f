/* yaml: reading the entries of a metrics file from a tree. Each function
 * reports what it cannot read and leaves it absent. */
#ifndef METRICS_YAML_H
#define METRICS_YAML_H

#include "metrics/keys.h"
#include "metrics/model.h"

typedef ARRAY(metrics_text) yaml_texts;

typedef struct yaml_reading {
    jb_metrics *m;
    arena *arena; /* of the model */
    jb_diags *diags;
    yaml_texts notes; /* that table files brought */
    int n_alone;      /* metrics of which only the growth is stated */
    slice alone;      /* the names of the first of them */
    jb_span alone_span;
} yaml_reading;

/* All of a metrics file; false after an error that leaves nothing to show. */
bool yaml_read_document(yaml_reading *r, const tree_node *root);

/* values[] for one table, filled by tree_read_map. */
#define YAML_VALUES KEY_ALL_COUNT

/* Read `map` by `table`; values are indexed by enum metrics_key. */
bool yaml_read_keys(yaml_reading *r, const tree_node *map, keys_table table,
                    const tree_node *values[static YAML_VALUES]);

metrics_text yaml_text(const tree_node *node);
void yaml_period(yaml_reading *r, const tree_node *node, jb_period *out);
/* A whole number, or `otherwise` after an error. */
int yaml_whole(yaml_reading *r, const tree_node *node, int otherwise);
bool yaml_flag(const tree_node *node, bool otherwise);
/* An id may stand in prose between braces: no dots, bars or spaces. */
bool yaml_check_id(yaml_reading *r, const tree_node *key);

/* Items of a list; a single scalar counts as one. */
size_t yaml_items_count(const tree_node *list);
const tree_node *yaml_item_at(const tree_node *list, size_t i);
/* The items of a list, each split where a line is blank. */
void yaml_read_texts(yaml_reading *r, const tree_node *list, yaml_texts *out);

/* The attachments, once the tables are read. */
void yaml_read_attachments(yaml_reading *r, const tree_node *list);
/* The index of the table that `item` names; false after an error. */
bool yaml_table_named(yaml_reading *r, const tree_node *item, size_t *index);
/* Hold what the text says of attachments against those that there are. */
void yaml_check_attached(yaml_reading *r);
/* What only official documents have. */
void yaml_read_official(yaml_reading *r,
                        const tree_node *const v[static YAML_VALUES]);
/* Reports what is none. */
bool yaml_is_text(yaml_reading *r, const tree_node *item);

void yaml_read_table(yaml_reading *r, const tree_pair *pair);
void yaml_read_metric(yaml_reading *r, const tree_pair *pair);
void yaml_read_rank(yaml_reading *r, const tree_node *node,
                    metrics_rank *out);
void yaml_read_change(yaml_reading *r, const tree_node *node, jb_unit unit,
                      metrics_change *out);

#endif
