/* tree: restricted YAML text as a tree of mappings, sequences and scalars,
 * each with its place, and the checking of keys against a schema table. It
 * knows syntax only: no metrics, no fonts, no styles. */
#ifndef TREE_TREE_H
#define TREE_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/slice.h"
#include "base/source.h"

typedef enum tree_kind {
    TREE_TEXT, /* a scalar; typing it is the reader's business */
    TREE_LIST,
    TREE_MAP,
    TREE_KIND_COUNT
} tree_kind;

typedef struct tree_node tree_node;
typedef struct tree_anchor tree_anchor; /* of span.c */

typedef struct tree_pair {
    const tree_node *key; /* always TREE_TEXT */
    const tree_node *value;
} tree_pair;

struct tree_node {
    tree_kind kind;
    jb_span span;
    slice text;     /* TREE_TEXT: the decoded scalar */
    bool is_quoted; /* TREE_TEXT: 'x' or "x", so never null or a number */
    bool is_block;  /* TREE_TEXT: | or > */
    const tree_node *const *items; /* TREE_LIST */
    const tree_pair *pairs;        /* TREE_MAP, in the file's order */
    size_t n;                      /* items or pairs */
    const tree_anchor *anchors;    /* TREE_TEXT: for tree_span_within */
    size_t n_anchors;
};

/* Limits that keep hostile size out; see TREE_LIMITS. */
typedef struct tree_limits {
    size_t bytes, depth, nodes;
} tree_limits;
#define TREE_LIMITS ((tree_limits){16u << 20, 64, 1000000})

/* The root of the one document in `source`, or NULL after errors: bad
 * encoding, syntax, anchors, aliases, tags, merge and complex keys, duplicate
 * keys, more than one document, limits. What Chinese typists do (a full-width
 * colon or a missing space in key position, a tab as indentation, a leading
 * % or @) is recognised line by line before libyaml is asked, and reported at
 * its own line. All findings in one run. An empty file is an error. */
const tree_node *tree_from_source(arena *a, const jb_source *source,
                                  tree_limits limits, jb_diags *diags);

/* The rows of a table as spreadsheets save it (CSV): a list of lists of
 * scalars, as wide as each row is written. Fields are parted by the comma, the
 * tab or the semicolon, whichever the first lines hold most of; quoted ones
 * may hold line ends (RFC 4180). NULL after errors: bad encoding, a quotation
 * that does not end, limits. No rows is no error. */
const tree_node *tree_from_csv(arena *a, const jb_source *source,
                               tree_limits limits, jb_diags *diags);

/* `over` with what it lacks taken from `under`: maps are merged key by key,
 * anything else of `over` stands. Nodes are shared with both. */
const tree_node *tree_overlaid(arena *a, const tree_node *under,
                               const tree_node *over);

/* The value under `key`, or NULL. */
const tree_node *tree_lookup(const tree_node *map, const char *key);

/* An empty plain scalar, ~ or null: written but holding nothing. */
bool tree_is_null(const tree_node *node);

/* The place in the source of bytes [first, last) of a scalar's decoded text,
 * right for plain, quoted and block scalars (whose indentation the decoded
 * text lacks). */
jb_span tree_span_within(const tree_node *text, size_t first, size_t last);

/* What a value must be; TREE_WANT_ANY leaves it to the caller. */
typedef enum tree_want {
    TREE_WANT_ANY,
    TREE_WANT_TEXT,
    TREE_WANT_LIST,         /* a list; a single scalar counts as one item */
    TREE_WANT_MAP,
    TREE_WANT_NUMBER,       /* text, further read by quantity */
    TREE_WANT_BOOL,         /* 是/否, true/false, yes/no */
    TREE_WANT_COUNT
} tree_want;

/* A row of a schema: the one table that drives reading, suggestions, the
 * reference page and the JSON Schema for editors. */
typedef struct tree_key {
    const char *name;    /* e.g. "unit" */
    const char *chinese; /* e.g. "单位"; further names after '|' */
    tree_want want;
    bool is_required;
    const char *doc;     /* one Chinese sentence */
} tree_key;

/* The row of `keys` that has `name` among its names; n when none has. */
size_t tree_key_index(const tree_key *keys, size_t n, slice name);
/* The first of its Chinese names. */
slice tree_key_name(const tree_key *key);

/* Check `map` against `keys` and put the value of keys[i], or NULL, into
 * values[i]. Unknown keys (with the nearest name), wrong types, missing
 * required keys and the same key under two names are reported; values of a
 * wrong type are left NULL. True when nothing was reported. */
bool tree_read_map(const tree_node *map, const tree_key *keys, size_t n,
                   const tree_node **values, jb_diags *diags);

/* 是/否, true/false, yes/no; false when it is none of them. */
bool tree_bool(const tree_node *node, bool *out);

/* The nearest of `names` to `typed` by edit distance over code points, or
 * NULL when none is near enough to be worth suggesting. */
const char *tree_nearest(slice typed, const char *const *names, size_t n);

/* Stable text of a tree, for tests and --dump=tree. */
slice tree_dump(arena *a, const tree_node *root);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "tree/diag.def"
#undef DIAG

#endif
