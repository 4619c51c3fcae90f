/* reader: what the parts of a layout file's reader share while one file is
 * read. Internal to the room. */
#ifndef STYLE_READER_H
#define STYLE_READER_H

#include "base/array.h"
#include "style/option.h"

/* A role of text: as named in roles.def or by the file. */
typedef struct style_role {
    slice name;
    slice parent;           /* empty: the presets */
    const tree_node *node;  /* its map in the file, or NULL */
    jb_span span;           /* its name there */
    const tree_node **own;  /* values by option; NULL when node is */
    const tree_node **effective; /* own or inherited; NULL: the preset */
    style_text look;
    enum { ROLE_UNREAD, ROLE_READING, ROLE_READ } state;
    bool is_known, is_used;
} style_role;

struct jb_style {
    arena *arena;
    struct jb_style *closer; /* on the next closer grid; or NULL */
    slice name, doc;
    slice theme; /* asked for by the layout; at NULL: none */
    jb_span theme_span;
    slice logo; /* of the theme */
    jb_span logo_span;
    style_page page;
    ARRAY(named_colour) colours;
    ARRAY(style_role) roles;
    style_chart chart;
    ARRAY(style_block) blocks;
    ARRAY(style_running) runnings;
    ARRAY(style_band) bands;
};

struct jb_theme {
    arena *arena;
    slice name, doc;
    const tree_node *colours, *chart, *ground, *logo; /* NULL: not said */
};

typedef struct style_reader {
    jb_style *style;
    const jb_theme *theme; /* may be NULL */
    jb_diags *diags;
    const jb_source *source; /* of the layout itself, not of its base */
    option_context context;
    int closer; /* how many grids closer than its own the page has */
} style_reader;

/* Keys that a map has beside those of its option table. */
typedef struct reader_extra {
    const tree_key *keys;
    size_t n;
    const tree_node **values; /* found, by key */
} reader_extra;

/* Read the map `node` (or nothing, when NULL) into `object`: the presets of
 * the table first, then what the file says. `extra` may be NULL. */
void reader_fill(style_reader *r, option_group group, const tree_node *node,
                 const reader_extra *extra, void *object);

/* Read over it what a theme's map says; `node` may be NULL. */
void reader_override(style_reader *r, option_group group,
                     const tree_node *node, const reader_extra *extra,
                     void *object);

/* Whether `node` is a map of options; reported when not. */
bool reader_expect_map(style_reader *r, const tree_node *node);

/* Role names in one spelling: 正文 becomes body. */
slice style_role_canonical(slice name);
style_role *style_role_lookup(jb_style *s, slice name);
/* All roles: those of roles.def and those of `node`, resolved. */
void style_roles_read(style_reader *r, const tree_node *node);
/* The look of a role that a block or running head names at `span`; reports
 * an unknown one and gives "base" in its place. */
const style_text *style_role_use(style_reader *r, slice name, jb_span span);
/* Warn of roles that the file defines and nothing uses. */
void style_roles_warn_unused(style_reader *r);

/* The ground of the theme, if it says one. */
void theme_ground(style_reader *r, jb_colour *ground);

void flow_read(style_reader *r, const tree_node *node, jb_span root);

#endif
