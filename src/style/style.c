#include "style/style.h"

#include "style/reader.h"

/* ── shared by the parts ── */

bool
reader_expect_map(style_reader *r, const tree_node *node)
{
    if (node->kind == TREE_MAP)
        return true;
    diag_report(r->diags, &STYLE_VALUE_BAD, node->span, span_text(node->span),
                SLICE_OF("一组选项"), SLICE_OF("写作“选项: 值”，每行一个。"));
    return false;
}

void
reader_override(style_reader *r, option_group group, const tree_node *node,
                const reader_extra *extra, void *object)
{
    static const reader_extra none = {NULL, 0, NULL};
    const option_table *table = &option_tables[group];
    const reader_extra *own = extra == NULL ? &none : extra;
    arena *a = r->style->arena;
    size_t n = own->n + table->n;
    const tree_node **values = ARENA_ARRAY(a, n, const tree_node *);
    if (node == NULL || !reader_expect_map(r, node))
        return;
    tree_read_map(node, option_keys(a, table, own->keys, own->n), n, values,
                  r->diags);
    for (size_t i = 0; i < table->n; i++)
        if (values[own->n + i] != NULL)
            option_read(&r->context, &table->rows[i], values[own->n + i],
                        object);
    for (size_t i = 0; i < own->n; i++)
        if (values[i] != NULL)
            own->values[i] = values[i];
}

void
reader_fill(style_reader *r, option_group group, const tree_node *node,
            const reader_extra *extra, void *object)
{
    const option_table *table = &option_tables[group];
    for (size_t i = 0; i < table->n; i++)
        option_preset(&r->context, &table->rows[i], object);
    reader_override(r, group, node, extra, object);
}

/* ── the file's parts, in the order in which they rest on each other ── */

/* A theme's colours come first, and the first of a name is the one found. */
static void
read_colours(style_reader *r, const tree_node *node)
{
    jb_style *s = r->style;
    for (size_t i = 0; node != NULL && i < node->n; i++) {
        const tree_node *value = node->pairs[i].value;
        named_colour named = {.name = node->pairs[i].key->text};
        if (value->kind != TREE_TEXT ||
            !style_colour_parse(&r->context, slice_trim(value->text),
                          &named.colour)) {
            diag_report(r->diags, &STYLE_VALUE_BAD, value->span, value->text,
                        SLICE_OF("颜色"), SLICE_OF("写作\"#RRGGBB\"。"));
            named.colour = COLOUR_NONE;
        }
        ARRAY_PUSH(s->arena, &s->colours, named);
        r->context.colours = s->colours.at;
        r->context.n_colours = s->colours.n;
    }
}

static void
read_page(style_reader *r, const tree_node *node, jb_span root)
{
    style_page *page = &r->style->page;
    reader_fill(r, OPTIONS_PAGE, node, NULL, page);
    if (r->theme != NULL)
        theme_ground(r, &page->ground);
    const jb_len grids[] = {page->grid, page->close_grid,
                            page->closest_grid};
    page->grid = grids[r->closer];
    jb_len width = page->size.w - page->left - page->right;
    jb_len height = page->size.h - page->top - page->bottom;
    r->context.base.line = page->grid;
    r->context.base.whole = len_max(width, page->grid);
    if (width >= page->grid && height >= page->grid)
        return;
    jb_len least = len_min(width, height);
    diag_report(r->diags, &STYLE_NO_ROOM, node == NULL ? root : node->span,
                slice_printf(r->style->arena, "%dpt", least / LEN_PER_PT));
}

/* Each pair differs by 15 of CIEDE2000 or more for normal and for colour-blind
 * eyes, neighbours by 20 of L*. */
static const uint32_t palette_preset[] = {
    0x12436D, 0x28A197, 0x833D49, 0xE16B19,
    0x181710, 0xA95FD0, 0x453400, 0x867E62,
};
#define PALETTE_MAX (sizeof palette_preset / sizeof palette_preset[0])

static void
read_palette(style_reader *r, const tree_node *node)
{
    style_chart *chart = &r->style->chart;
    size_t n = node == NULL ? PALETTE_MAX : node->n;
    if (n > PALETTE_MAX) {
        diag_report(r->diags, &STYLE_PALETTE_LONG, node->span,
                    slice_printf(r->style->arena, "%zu", PALETTE_MAX));
        n = PALETTE_MAX;
    }
    chart->n_palette = (int)n;
    for (size_t i = 0; i < n; i++) {
        chart->palette[i] = COLOUR_RGB(palette_preset[i]);
        if (node == NULL)
            continue;
        const tree_node *item = node->items[i];
        if (item->kind != TREE_TEXT ||
            !style_colour_parse(&r->context, slice_trim(item->text),
                          &chart->palette[i]))
            diag_report(r->diags, &STYLE_VALUE_BAD, item->span, item->text,
                        SLICE_OF("颜色"),
                        SLICE_OF("写作\"#RRGGBB\"，或colours中的名称。"));
    }
}

static void
read_chart(style_reader *r, const tree_node *node)
{
    static const tree_key palette_key = {.name = "palette",
                                         .chinese = "色板",
                                         .want = TREE_WANT_LIST,
                                         .doc = "区分各系列的颜色，至多八种。"};
    style_chart *chart = &r->style->chart;
    const tree_node *palette = NULL;
    reader_extra extra = {&palette_key, 1, &palette};
    reader_fill(r, OPTIONS_CHART, node, &extra, chart);
    if (r->theme != NULL) {
        theme_ground(r, &chart->ground);
        reader_override(r, OPTIONS_CHART, r->theme->chart, &extra, chart);
    }
    read_palette(r, palette);
    const struct {
        const char *role;
        style_text *look;
    } texts[] = {
        {"chart-title", &chart->title},
        {"chart-subtitle", &chart->subtitle},
        {"chart-label", &chart->label},
        {"chart-category", &chart->category},
        {"chart-axis", &chart->axis},
        {"chart-note", &chart->note},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        *texts[i].look =
            *style_role_use(r, slice_from(texts[i].role), SPAN_NONE);
}

static void
read_runnings(style_reader *r, const tree_node *node)
{
    jb_style *s = r->style;
    for (size_t i = 0; node != NULL && i < node->n; i++) {
        style_running running = {.look = NULL};
        reader_fill(r, OPTIONS_RUNNING, node->items[i], NULL, &running);
        running.look = style_role_use(r, running.style, node->items[i]->span);
        ARRAY_PUSH(s->arena, &s->runnings, running);
    }
}

static void
read_bands(style_reader *r, const tree_node *node)
{
    jb_style *s = r->style;
    for (size_t i = 0; node != NULL && i < node->n; i++) {
        style_band band = {.x = 0};
        reader_fill(r, OPTIONS_BAND, node->items[i], NULL, &band);
        jb_size paper = s->page.size;
        band.w = band.w > 0 ? band.w : paper.w - band.x;
        band.h = band.h > 0 ? band.h : paper.h - band.y;
        ARRAY_PUSH(s->arena, &s->bands, band);
    }
}

enum root_key {
    KEY_FROM, KEY_NAME, KEY_DOC, KEY_THEME, KEY_PAGE, KEY_COLOURS, KEY_TEXT,
    KEY_CHART, KEY_RUNNING, KEY_BANDS, KEY_FLOW, KEY_COUNT
};

static const tree_key root_keys[KEY_COUNT] = {
    {"from", "基于", TREE_WANT_TEXT, false,
     "另一个版式的名字：这里没有写的都照它。"},
    {"name", "名称", TREE_WANT_TEXT, true, "版式的名称。"},
    {"doc", "说明", TREE_WANT_TEXT, false, "版式的一句说明。"},
    {"theme", "主题", TREE_WANT_TEXT, false, "默认的主题。"},
    {"page", "页面", TREE_WANT_MAP, false, "纸张与版心。"},
    {"colours", "颜色", TREE_WANT_MAP, false, "颜色的名称。"},
    {"text", "文字样式", TREE_WANT_MAP, false, "各种文字的样式。"},
    {"chart", "图表", TREE_WANT_MAP, false, "图表的颜色与尺寸。"},
    {"running", "页眉页脚", TREE_WANT_LIST, false, "页眉、页脚与页码。"},
    {"bands", "色带", TREE_WANT_LIST, false, "页面上的色块。"},
    {"flow", "版面", TREE_WANT_LIST, true, "依次排哪些版块。"},
};

static void
read_logo(style_reader *r, const tree_node *node)
{
    if (node == NULL)
        return;
    r->style->logo = slice_copy(r->style->arena, slice_trim(node->text));
    r->style->logo_span = node->span;
}

static void
read_root(style_reader *r, const tree_node *root)
{
    const tree_node *v[KEY_COUNT] = {NULL};
    tree_read_map(root, root_keys, KEY_COUNT, v, r->diags);
    if (v[KEY_NAME] != NULL)
        r->style->name = v[KEY_NAME]->text;
    if (v[KEY_DOC] != NULL)
        r->style->doc = v[KEY_DOC]->text;
    if (v[KEY_THEME] != NULL) {
        r->style->theme = slice_trim(v[KEY_THEME]->text);
        r->style->theme_span = v[KEY_THEME]->span;
    }
    if (r->theme != NULL) {
        read_colours(r, r->theme->colours);
        read_logo(r, r->theme->logo);
    }
    read_colours(r, v[KEY_COLOURS]);
    read_page(r, v[KEY_PAGE], root->span);
    style_roles_read(r, v[KEY_TEXT]);
    read_chart(r, v[KEY_CHART]);
    read_runnings(r, v[KEY_RUNNING]);
    read_bands(r, v[KEY_BANDS]);
    flow_read(r, v[KEY_FLOW], root->span);
    style_roles_warn_unused(r);
}

static bool
is_key(slice typed, const tree_key *key)
{
    return slice_is(typed, key->name) || slice_is(typed, key->chinese);
}

slice
style_base(arena *a, const jb_source *source, jb_span *span)
{
    jb_diags *unheard = diags_new(); /* reported when it is read in earnest */
    const tree_node *root = tree_from_source(a, source, TREE_LIMITS, unheard);
    const tree_node *from = NULL;
    if (root != NULL && root->kind == TREE_MAP)
        for (size_t i = 0; i < root->n; i++)
            if (is_key(root->pairs[i].key->text, &root_keys[KEY_FROM]))
                from = root->pairs[i].value;
    diags_drop(unheard);
    *span = from == NULL ? SPAN_NONE : from->span;
    return from == NULL || from->kind != TREE_TEXT
               ? (slice){NULL, 0}
               : slice_copy(a, slice_trim(from->text));
}

jb_style *
style_from_source(const jb_source *source, const jb_theme *theme,
                  jb_diags *diags)
{
    return style_from_layers(source, NULL, theme, diags);
}

static jb_style *
read_layers(const jb_source *source, const jb_source *base,
            const jb_theme *theme, int closer, jb_diags *diags)
{
    arena *a = arena_new();
    jb_style *s = ARENA_NEW(a, jb_style);
    s->arena = a;
    size_t errors = diags_count_of(diags, DIAG_ERROR);
    style_reader r = {.style = s,
                      .theme = theme,
                      .diags = diags,
                      .source = source,
                      .closer = closer,
                      .context = {.arena = a,
                                  .base = {.em = LEN_OF_PT(10.5)},
                                  .diags = diags}};
    const tree_node *root = tree_from_source(a, source, TREE_LIMITS, diags);
    const tree_node *under =
        base == NULL ? NULL : tree_from_source(a, base, TREE_LIMITS, diags);
    if (root != NULL && under != NULL)
        root = tree_overlaid(a, under, root);
    if (root != NULL && root->kind == TREE_MAP)
        read_root(&r, root);
    else if (root != NULL)
        diag_report(diags, &STYLE_FLOW_EMPTY, root->span);
    if (root != NULL && diags_count_of(diags, DIAG_ERROR) == errors)
        return s;
    style_drop(s);
    return NULL;
}

/* Lengths in lines depend on the grid: the file is read once for each. */
jb_style *
style_from_layers(const jb_source *source, const jb_source *base,
                  const jb_theme *theme, jb_diags *diags)
{
    jb_style *s = read_layers(source, base, theme, 0, diags);
    if (s == NULL || s->page.close_grid == 0)
        return s;
    jb_diags *told = diags_new(); /* the same as before */
    s->closer = read_layers(source, base, theme, 1, told);
    if (s->closer != NULL && s->page.closest_grid > 0)
        s->closer->closer = read_layers(source, base, theme, 2, told);
    diags_drop(told);
    return s;
}

void
style_drop(jb_style *s)
{
    if (s == NULL)
        return;
    style_drop(s->closer);
    arena_drop(s->arena);
}

const jb_style *
style_closer(const jb_style *s)
{
    return s->closer;
}

/* ── what a style says ── */

slice
style_name(const jb_style *s)
{
    return s->name;
}

slice
style_doc(const jb_style *s)
{
    return s->doc;
}

slice
style_theme(const jb_style *s, jb_span *span)
{
    *span = s->theme_span;
    return s->theme;
}

slice
style_logo(const jb_style *s, jb_span *span)
{
    *span = s->logo_span;
    return s->logo;
}

bool
style_has_logo_place(const jb_style *s)
{
    for (size_t i = 0; i < s->bands.n; i++)
        if (s->bands.at[i].is_logo)
            return true;
    return false;
}

const style_text *
style_text_lookup(const jb_style *s, const char *role)
{
    for (size_t i = 0; i < s->roles.n; i++)
        if (slice_is(s->roles.at[i].name, role))
            return &s->roles.at[i].look;
    return NULL;
}

const style_chart *
style_chart_of(const jb_style *s)
{
    return &s->chart;
}

const style_page *
style_page_of(const jb_style *s)
{
    return &s->page;
}

jb_len
style_measure(const jb_style *s)
{
    return s->page.size.w - s->page.left - s->page.right;
}

size_t
style_blocks_count(const jb_style *s)
{
    return s->blocks.n;
}

const style_block *
style_block_at(const jb_style *s, size_t i)
{
    return &s->blocks.at[i];
}

size_t
style_runnings_count(const jb_style *s)
{
    return s->runnings.n;
}

const style_running *
style_running_at(const jb_style *s, size_t i)
{
    return &s->runnings.at[i];
}

size_t
style_bands_count(const jb_style *s)
{
    return s->bands.n;
}

const style_band *
style_band_at(const jb_style *s, size_t i)
{
    return &s->bands.at[i];
}

bool
style_pages_include(style_pages pages, size_t number)
{
    switch (pages) {
    case PAGES_ALL:
        return true;
    case PAGES_FIRST:
        return number == 1;
    case PAGES_REST:
        return number > 1;
    case PAGES_REST_ODD:
        return number > 1 && number % 2 == 1;
    case PAGES_ODD:
        return number % 2 == 1;
    case PAGES_EVEN:
        return number % 2 == 0;
    }
    return false;
}
