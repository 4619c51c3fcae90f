/* keys: the tables of what a metrics file may hold, as the tree room's schema
 * rows. It knows names and kinds, not how a value is read. */
#ifndef METRICS_KEYS_H
#define METRICS_KEYS_H

#include "tree/tree.h"

#define KEY(table, field, name, chinese, want, required, doc)                \
    KEY_##table##_##field,
/* One enumeration for all tables; keys_of tells where each starts. */
enum metrics_key {
#include "metrics/keys.def"
    KEY_ALL_COUNT
};
#undef KEY

typedef enum keys_table {
    KEYS_DOCUMENT, KEYS_METRIC, KEYS_TO_DATE, KEYS_RANK, KEYS_CHART,
    KEYS_TABLE, KEYS_COLUMN, KEYS_SECTION, KEYS_SIGNATORY, KEYS_ATTACHMENT,
    KEYS_COUNT
} keys_table;

typedef struct keys_range {
    const tree_key *keys;
    size_t first, n; /* first: the enumeration value of keys[0] */
} keys_range;

keys_range keys_of(keys_table table);

#endif
