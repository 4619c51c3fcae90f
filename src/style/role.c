#include "style/reader.h"

typedef struct role_row {
    const char *name, *chinese, *parent;
} role_row;

static const role_row role_rows[] = {
#define ROLE(name, chinese, parent, doc) {name, chinese, parent},
#include "style/roles.def"
#undef ROLE
};
#define N_ROLE_ROWS (sizeof role_rows / sizeof role_rows[0])

slice
style_role_canonical(slice name)
{
    for (size_t i = 0; i < N_ROLE_ROWS; i++)
        if (slice_is(name, role_rows[i].chinese))
            return slice_from(role_rows[i].name);
    return name;
}

style_role *
style_role_lookup(jb_style *s, slice name)
{
    for (size_t i = 0; i < s->roles.n; i++)
        if (slice_equal(s->roles.at[i].name, name))
            return &s->roles.at[i];
    return NULL;
}

static slice
suggestion(style_reader *r, slice name)
{
    jb_style *s = r->style;
    const char **names = ARENA_ARRAY(s->arena, s->roles.n, const char *);
    size_t n = 0;
    for (size_t i = 0; i < s->roles.n; i++)
        if (!slice_equal(s->roles.at[i].name, name))
            names[n++] = slice_copy(s->arena, s->roles.at[i].name).at;
    const char *near = tree_nearest(name, names, n);
    return near == NULL ? SLICE_OF("")
                        : slice_printf(s->arena, "是否要写“%s”？", near);
}

static void
add_known(jb_style *s)
{
    for (size_t i = 0; i < N_ROLE_ROWS; i++) {
        style_role role = {.name = slice_from(role_rows[i].name),
                           .parent = slice_from(role_rows[i].parent),
                           .is_known = true};
        ARRAY_PUSH(s->arena, &s->roles, role);
    }
}

/* The file's maps join the known roles or become roles of their own. */
static void
add_written(style_reader *r, const tree_node *node)
{
    jb_style *s = r->style;
    for (size_t i = 0; i < node->n; i++) {
        slice name = style_role_canonical(node->pairs[i].key->text);
        style_role *role = style_role_lookup(s, name);
        if (role == NULL) {
            style_role fresh = {.name = name, .parent = SLICE_OF("base")};
            ARRAY_PUSH(s->arena, &s->roles, fresh);
            role = ARRAY_LAST(&s->roles);
        }
        role->node = node->pairs[i].value;
        role->span = node->pairs[i].key->span;
    }
}

static const tree_key from_key = {.name = "from",
                                  .chinese = "继承",
                                  .want = TREE_WANT_TEXT,
                                  .doc = "没有写的选项取自哪个文字样式。"};

static void
read_own(style_reader *r, style_role *role)
{
    const option_table *table = &option_tables[OPTIONS_TEXT];
    arena *a = r->style->arena;
    const tree_key *keys = option_keys(a, table, &from_key, 1);
    const tree_node **values =
        ARENA_ARRAY(a, table->n + 1, const tree_node *);
    if (role->node != NULL && reader_expect_map(r, role->node))
        tree_read_map(role->node, keys, table->n + 1, values, r->diags);
    role->own = values + 1;
    if (values[0] == NULL)
        return;
    slice parent = style_role_canonical(values[0]->text);
    if (style_role_lookup(r->style, parent) == NULL)
        diag_report(r->diags, &STYLE_ROLE_UNKNOWN, values[0]->span,
                    values[0]->text, suggestion(r, parent));
    else
        role->parent = parent;
}

/* The size comes first: em in the other options, inherited ones as well, are
 * of the role's own size; em in the size itself are of the parent's. */
static void
read_look(style_reader *r, style_role *role, const style_role *parent)
{
    const option_table *table = &option_tables[OPTIONS_TEXT];
    option_context c = r->context;
    c.base.em = parent == NULL ? LEN_OF_PT(10.5) : parent->look.size;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < table->n; i++) {
            const style_option *row = &table->rows[i];
            bool is_size = row->offset == offsetof(style_text, size);
            if (is_size != (pass == 0))
                continue;
            const tree_node *node = role->effective[i];
            bool is_own = node != NULL && node == role->own[i];
            c.diags = is_own ? r->diags : NULL;
            if (is_size && !is_own && parent != NULL)
                role->look.size = parent->look.size;
            else if (node == NULL || !option_read(&c, row, node, &role->look))
                option_preset(&c, row, &role->look);
        }
        c.base.em = role->look.size;
    }
}

static void
resolve(style_reader *r, style_role *role)
{
    if (role->state == ROLE_READ)
        return;
    role->state = ROLE_READING;
    style_role *parent = style_role_lookup(r->style, role->parent);
    if (parent != NULL && parent->state == ROLE_READING) {
        diag_report(r->diags, &STYLE_ROLE_CYCLE,
                    span_cover(role->span, parent->span), role->name);
        parent = NULL;
    }
    if (parent != NULL)
        resolve(r, parent);
    size_t n = option_tables[OPTIONS_TEXT].n;
    role->effective =
        ARENA_ARRAY(r->style->arena, n, const tree_node *);
    for (size_t i = 0; i < n; i++) {
        role->effective[i] = role->own[i];
        if (role->effective[i] == NULL && parent != NULL)
            role->effective[i] = parent->effective[i];
    }
    read_look(r, role, parent);
    role->state = ROLE_READ;
}

void
style_roles_read(style_reader *r, const tree_node *node)
{
    jb_style *s = r->style;
    add_known(s);
    if (node != NULL)
        add_written(r, node);
    for (size_t i = 0; i < s->roles.n; i++)
        read_own(r, &s->roles.at[i]);
    for (size_t i = 0; i < s->roles.n; i++)
        resolve(r, &s->roles.at[i]);
    for (size_t i = 0; i < s->roles.n; i++) {
        style_role *parent = style_role_lookup(s, s->roles.at[i].parent);
        if (parent != NULL)
            parent->is_used = true;
    }
}

const style_text *
style_role_use(style_reader *r, slice name, jb_span span)
{
    style_role *role = style_role_lookup(r->style, style_role_canonical(name));
    if (role == NULL) {
        diag_report(r->diags, &STYLE_ROLE_UNKNOWN, span, name,
                    suggestion(r, name));
        role = &r->style->roles.at[0];
    }
    role->is_used = true;
    return &role->look;
}

void
style_roles_warn_unused(style_reader *r)
{
    for (size_t i = 0; i < r->style->roles.n; i++) {
        const style_role *role = &r->style->roles.at[i];
        bool is_own = role->span.source == r->source;
        if (is_own && !role->is_known && !role->is_used)
            diag_report(r->diags, &STYLE_ROLE_UNUSED, role->span, role->name,
                        suggestion(r, role->name));
    }
}
