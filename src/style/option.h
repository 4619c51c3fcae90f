/* option: the rows of options.def as tables, and the reading of a map of
 * options into a struct. It knows kinds of values, not what they are for. */
#ifndef STYLE_OPTION_H
#define STYLE_OPTION_H

#include <stddef.h>

#include "base/arena.h"
#include "style/length.h"
#include "style/style.h"
#include "tree/tree.h"

typedef enum option_kind {
    OPTION_LENGTH,   /* jb_len */
    OPTION_EM,       /* int, em/1000 */
    OPTION_SHARE,    /* int, /1000, written in % */
    OPTION_COUNT,    /* int */
    OPTION_BOOL,     /* bool */
    OPTION_WORD,     /* an enumeration, by its place in `words` */
    OPTION_COLOUR,   /* jb_colour */
    OPTION_NAME,     /* slice */
    OPTION_TEMPLATE, /* style_template */
    OPTION_KIND_COUNT
} option_kind;

typedef struct style_option {
    const char *name, *chinese;
    option_kind kind;
    int least, most; /* points for lengths, else as stored */
    const char *preset, *words, *doc;
    size_t offset;
} style_option;

typedef enum option_group {
    OPTIONS_PAGE,
    OPTIONS_TEXT,
    OPTIONS_CHART,
    OPTIONS_BLOCK,
    OPTIONS_RUNNING,
    OPTIONS_BAND,
    OPTION_GROUP_COUNT
} option_group;

typedef struct option_table {
    const char *name, *chinese;
    const style_option *rows;
    size_t n;
    size_t size; /* of the struct they fill */
} option_table;

extern const option_table option_tables[OPTION_GROUP_COUNT];

typedef struct named_colour {
    slice name;
    jb_colour colour;
} named_colour;

/* What reading a value needs besides its text. */
typedef struct option_context {
    arena *arena;
    const named_colour *colours;
    size_t n_colours;
    length_base base;
    jb_diags *diags; /* NULL: silent */
} option_context;

/* Read `node` as the row's kind into `object` (the struct it belongs to).
 * False after a report. */
bool option_read(const option_context *c, const style_option *row,
                 const tree_node *node, void *object);
/* The preset of a row; it always reads. */
void option_preset(const option_context *c, const style_option *row,
                   void *object);

/* #RGB, #RRGGBB, #RRGGBBAA, none, or a name of the context. */
bool style_colour_parse(const option_context *c, slice text, jb_colour *out);

/* The rows of a table as keys for tree_read_map, behind `n_own` keys of the
 * caller; the result has n_own + table->n keys. */
const tree_key *option_keys(arena *a, const option_table *table,
                            const tree_key *own, size_t n_own);

#endif
