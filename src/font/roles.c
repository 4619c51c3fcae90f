#include "font/roles.h"

#include "tree/tree.h"

typedef struct reading {
    arena *arena;
    font_roles *roles;
    jb_diags *diags;
    bool is_good;
} reading;

enum { FILE_DIRECTORIES, FILE_FACES, FILE_ROLES, FILE_FALLBACK, N_FILE_KEYS };
static const tree_key file_keys[N_FILE_KEYS] = {
    {"directories", "目录", TREE_WANT_LIST, true, "依次查找字体文件的目录"},
    {"faces", "字体", TREE_WANT_MAP, true, "各款字体"},
    {"roles", "角色", TREE_WANT_MAP, true, "各个角色"},
    {"fallback", "后备", TREE_WANT_LIST, false, "缺字时依次查找的字体"},
};

enum { FACE_TITLE, FACE_NAME, FACE_FILES, FACE_INSTALL, FACE_OPTIONAL,
       N_FACE_KEYS };
static const tree_key face_keys[N_FACE_KEYS] = {
    {"title", "名称", TREE_WANT_TEXT, true, "字体的中文名"},
    {"name", "内部名称", TREE_WANT_TEXT, false, "PostScript名，用来核对"},
    {"files", "文件", TREE_WANT_LIST, true, "文件名，依次查找"},
    {"install", "安装", TREE_WANT_TEXT, true, "没有时该怎么办"},
    {"optional", "可选", TREE_WANT_BOOL, false, "没有时不报告"},
};

enum { ROLE_DOC, ROLE_FACES, ROLE_LATIN, ROLE_EMPHASIS, N_ROLE_KEYS };
static const tree_key role_keys[N_ROLE_KEYS] = {
    {"doc", "说明", TREE_WANT_TEXT, true, "角色的用途"},
    {"faces", "字体", TREE_WANT_LIST, true, "字体，依次选用"},
    {"latin", "西文", TREE_WANT_TEXT, false, "西文和数字的角色"},
    {"emphasis", "着重", TREE_WANT_TEXT, false, "着重时的角色"},
};

static slice
text_of(const tree_node *node)
{
    return node == NULL ? (slice){NULL, 0} : node->text;
}

/* A list as its items; a scalar is a list of itself. */
static size_t
items_of(const tree_node *list, const tree_node *const **items,
         const tree_node *const *self)
{
    bool is_list = list->kind == TREE_LIST;
    *items = is_list ? list->items : self;
    return is_list ? list->n : 1;
}

static slice *
texts_of(reading *r, const tree_node *list, size_t *n)
{
    *n = 0;
    if (list == NULL)
        return NULL;
    const tree_node *const *items;
    size_t n_items = items_of(list, &items, &list);
    slice *texts = ARENA_ARRAY(r->arena, n_items, slice);
    for (size_t i = 0; i < n_items; i++)
        if (items[i]->kind == TREE_TEXT && items[i]->text.len > 0)
            texts[(*n)++] = items[i]->text;
    if (*n < n_items || n_items == 0) {
        diag_report(r->diags, &FONT_LIST_EMPTY, list->span,
                    span_text(list->span));
        r->is_good = false;
    }
    return texts;
}

static void
report_unknown(reading *r, const tree_node *name, const char *what,
               const char *const *known, size_t n)
{
    const char *nearest = tree_nearest(name->text, known, n);
    slice hint = SLICE_OF("请检查名称，或先把它写进文件。");
    if (nearest != NULL)
        hint = slice_printf(r->arena, "是不是“%s”？", nearest);
    diag_report(r->diags, &FONT_NAME_UNKNOWN, name->span, name->text,
                slice_from(what), hint);
    r->is_good = false;
}

/* Index of the key called `name` in `map`, or -1 after a report. */
static int
index_of_key(reading *r, const tree_node *map, const tree_node *name,
             const char *what)
{
    const char **known = ARENA_ARRAY(r->arena, map->n, const char *);
    for (size_t i = 0; i < map->n; i++) {
        slice key = map->pairs[i].key->text;
        if (slice_equal(key, name->text))
            return (int)i;
        known[i] = slice_copy(r->arena, key).at;
    }
    report_unknown(r, name, what, known, map->n);
    return -1;
}

static face_chain
chain_from(reading *r, const tree_node *list, const tree_node *faces)
{
    face_chain chain = {NULL, 0};
    if (list == NULL)
        return chain;
    const tree_node *const *items;
    size_t n = items_of(list, &items, &list);
    chain.rows = ARENA_ARRAY(r->arena, n, size_t);
    for (size_t i = 0; i < n; i++) {
        int row = index_of_key(r, faces, items[i], "字体");
        if (row >= 0)
            chain.rows[chain.n++] = (size_t)row;
    }
    if (n == 0) {
        diag_report(r->diags, &FONT_LIST_EMPTY, list->span,
                    SLICE_OF("faces"));
        r->is_good = false;
    }
    return chain;
}

static void
read_directories(reading *r, const tree_node *list, const char *directory)
{
    font_roles *roles = r->roles;
    roles->directories = texts_of(r, list, &roles->n_directories);
    for (size_t i = 0; i < roles->n_directories; i++) {
        slice *d = &roles->directories[i];
        *d = d->at[0] == '/' ? slice_copy(r->arena, *d)
                             : slice_printf(r->arena, "%s/%.*s", directory,
                                            SLICE_ARGS(*d));
    }
}

static bool
is_true(const tree_node *node)
{
    slice text = text_of(node);
    return slice_is(text, "是") || slice_is(text, "true") ||
           slice_is(text, "yes");
}

static void
read_faces(reading *r, const tree_node *map)
{
    r->roles->n_faces = map->n;
    r->roles->faces = ARENA_ARRAY(r->arena, map->n, face_row);
    for (size_t i = 0; i < map->n; i++) {
        const tree_node *values[N_FACE_KEYS];
        face_row *face = &r->roles->faces[i];
        r->is_good &= tree_read_map(map->pairs[i].value, face_keys,
                                    N_FACE_KEYS, values, r->diags);
        *face = (face_row){.id = map->pairs[i].key->text,
                           .title = text_of(values[FACE_TITLE]),
                           .name = text_of(values[FACE_NAME]),
                           .install = text_of(values[FACE_INSTALL]),
                           .is_optional = is_true(values[FACE_OPTIONAL])};
        face->files = texts_of(r, values[FACE_FILES], &face->n_files);
    }
}

/* The role that `name` names, or `self` when nothing is written. */
static font_role
role_named(reading *r, const tree_node *roles, const tree_node *name,
           font_role self)
{
    return name == NULL ? self : index_of_key(r, roles, name, "角色");
}

static void
read_roles(reading *r, const tree_node *map, const tree_node *faces)
{
    r->roles->n_roles = map->n;
    r->roles->roles = ARENA_ARRAY(r->arena, map->n, role_row);
    for (size_t i = 0; i < map->n; i++) {
        const tree_node *values[N_ROLE_KEYS];
        r->is_good &= tree_read_map(map->pairs[i].value, role_keys,
                                    N_ROLE_KEYS, values, r->diags);
        r->roles->roles[i] = (role_row){
            .name = map->pairs[i].key->text,
            .doc = text_of(values[ROLE_DOC]),
            .chain = chain_from(r, values[ROLE_FACES], faces),
            .latin = role_named(r, map, values[ROLE_LATIN], (int)i),
            .emphasis = role_named(r, map, values[ROLE_EMPHASIS], (int)i),
        };
    }
}

const font_roles *
roles_from_source(arena *a, const jb_source *source, const char *directory,
                  jb_diags *diags)
{
    const tree_node *root = tree_from_source(a, source, TREE_LIMITS, diags);
    const tree_node *values[N_FILE_KEYS];
    if (root == NULL ||
        !tree_read_map(root, file_keys, N_FILE_KEYS, values, diags))
        return NULL;
    reading r = {a, ARENA_NEW(a, font_roles), diags, true};
    read_directories(&r, values[FILE_DIRECTORIES], directory);
    read_faces(&r, values[FILE_FACES]);
    read_roles(&r, values[FILE_ROLES], values[FILE_FACES]);
    r.roles->fallback =
        chain_from(&r, values[FILE_FALLBACK], values[FILE_FACES]);
    return r.is_good ? r.roles : NULL;
}
