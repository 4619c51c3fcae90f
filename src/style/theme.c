/* theme: the colours of a family of layouts, kept as the nodes of its file
 * until a layout is read in it: names of colours mean the layout's too. */
#include "style/reader.h"

enum theme_key {
    THEME_NAME, THEME_DOC, THEME_LOGO, THEME_GROUND, THEME_COLOURS,
    THEME_CHART, THEME_KEY_COUNT
};

static const tree_key theme_keys[THEME_KEY_COUNT] = {
    {"name", "名称", TREE_WANT_TEXT, true, "主题的名称。"},
    {"doc", "说明", TREE_WANT_TEXT, false, "主题的一句说明。"},
    {"logo", "标志", TREE_WANT_TEXT, false,
     "单位标志的PNG文件，相对于本文件。"},
    {"ground", "底色", TREE_WANT_TEXT, false, "纸面和图面的底色。"},
    {"colours", "颜色", TREE_WANT_MAP, false, "颜色的名称，先于版式的。"},
    {"chart", "图表", TREE_WANT_MAP, false, "图表的颜色与尺寸。"},
};

static void
theme_read(jb_theme *t, const tree_node *root, jb_diags *diags)
{
    const tree_node *v[THEME_KEY_COUNT] = {NULL};
    tree_read_map(root, theme_keys, THEME_KEY_COUNT, v, diags);
    if (v[THEME_NAME] != NULL)
        t->name = v[THEME_NAME]->text;
    if (v[THEME_DOC] != NULL)
        t->doc = v[THEME_DOC]->text;
    t->logo = v[THEME_LOGO];
    t->ground = v[THEME_GROUND];
    t->colours = v[THEME_COLOURS];
    t->chart = v[THEME_CHART];
}

jb_theme *
theme_from_source(const jb_source *source, jb_diags *diags)
{
    arena *a = arena_new();
    jb_theme *t = ARENA_NEW(a, jb_theme);
    t->arena = a;
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    const tree_node *root = tree_from_source(a, source, TREE_LIMITS, diags);
    if (root != NULL && root->kind == TREE_MAP)
        theme_read(t, root, diags);
    else if (root != NULL)
        diag_report(diags, &STYLE_THEME_EMPTY, root->span);
    if (root != NULL && diags_count_of(diags, DIAG_ERROR) == errors)
        return t;
    theme_drop(t);
    return NULL;
}

void
theme_drop(jb_theme *t)
{
    if (t != NULL)
        arena_drop(t->arena);
}

slice
theme_name(const jb_theme *t)
{
    return t->name;
}

slice
theme_doc(const jb_theme *t)
{
    return t->doc;
}

void
theme_ground(style_reader *r, jb_colour *ground)
{
    const tree_node *said = r->theme->ground;
    if (said == NULL ||
        style_colour_parse(&r->context, slice_trim(said->text), ground))
        return;
    diag_report(r->diags, &STYLE_VALUE_BAD, said->span, said->text,
                SLICE_OF("颜色"),
                SLICE_OF("写作\"#RRGGBB\"，或colours中的名称。"));
}
