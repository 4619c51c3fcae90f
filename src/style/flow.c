#include "style/reader.h"

typedef struct block_row {
    const char *name, *chinese, *role;
} block_row;

static const block_row block_rows[BLOCK_KIND_COUNT] = {
#define BLOCK_KIND(name, spelling, chinese, role, doc)                       \
    [BLOCK_##name] = {spelling, chinese, role},
#include "style/blocks.def"
#undef BLOCK_KIND
};

static const char *const block_spellings[] = {
#define BLOCK_KIND(name, spelling, chinese, role, doc) spelling, chinese,
#include "style/blocks.def"
#undef BLOCK_KIND
};

static style_block_kind
kind_lookup(slice name)
{
    int kind = 0;
    while (kind < BLOCK_KIND_COUNT &&
           !slice_is(name, block_rows[kind].name) &&
           !slice_is(name, block_rows[kind].chinese))
        kind++;
    return (style_block_kind)kind;
}

static void
report_unknown(style_reader *r, const tree_node *name)
{
    const char *near = tree_nearest(
        name->text, block_spellings,
        sizeof block_spellings / sizeof block_spellings[0]);
    slice hint = near == NULL
                     ? SLICE_OF("")
                     : slice_printf(r->style->arena, "是否要写“%s”？", near);
    diag_report(r->diags, &STYLE_BLOCK_UNKNOWN, name->span, name->text, hint);
}

/* Which role a block is set in decides what its em are, so `style` is read
 * ahead of the other options. */
static const style_text *
block_look(style_reader *r, style_block_kind kind, const tree_node *options)
{
    const tree_node *name = NULL;
    if (options != NULL)
        name = tree_lookup(options, "style");
    if (options != NULL && name == NULL)
        name = tree_lookup(options, "样式");
    if (name != NULL && name->kind == TREE_TEXT)
        return style_role_use(r, slice_trim(name->text), name->span);
    return style_role_use(r, slice_from(block_rows[kind].role), SPAN_NONE);
}

static void
read_block(style_reader *r, const tree_node *name, const tree_node *options)
{
    style_block block = {.kind = kind_lookup(name->text), .span = name->span};
    if (block.kind == BLOCK_KIND_COUNT) {
        report_unknown(r, name);
        return;
    }
    if (options != NULL && options->kind != TREE_MAP) {
        if (!tree_is_null(options))
            diag_report(r->diags, &STYLE_BLOCK_SHAPE, options->span);
        options = NULL;
    }
    block.look = block_look(r, block.kind, options);
    r->context.base.em = block.look->size;
    reader_fill(r, OPTIONS_BLOCK, options, NULL, &block);
    ARRAY_PUSH(r->style->arena, &r->style->blocks, block);
}

void
flow_read(style_reader *r, const tree_node *node, jb_span root)
{
    size_t n = node == NULL ? 0 : node->n;
    for (size_t i = 0; i < n; i++) {
        const tree_node *item =
            node->kind == TREE_LIST ? node->items[i] : node;
        if (item->kind == TREE_TEXT)
            read_block(r, item, NULL);
        else if (item->kind == TREE_MAP && item->n == 1)
            read_block(r, item->pairs[0].key, item->pairs[0].value);
        else
            diag_report(r->diags, &STYLE_BLOCK_SHAPE, item->span);
    }
    if (n == 0)
        diag_report(r->diags, &STYLE_FLOW_EMPTY, root);
}
