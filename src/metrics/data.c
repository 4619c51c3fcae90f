/* Table files beside a metrics file, and table files that are one. */
#include "metrics/sheet.h"
#include "metrics/sheet_grid.h"
#include "metrics/sheet_places.h"
#include "metrics/workbook.h"

/* The names of a metrics file's keys that are made here. */
#define GROWTH_CHART "主要指标增速"
#define COURSE_CHART "主要指标走势"

static void
drop_source(void *source)
{
    source_drop(source);
}

/* Figures and findings both point into it. */
static void
keep(yaml_reading *r, jb_source *file)
{
    arena_defer(r->arena, drop_source, file);
    diags_hold(r->diags, file);
}

/* A sheet of a workbook is named behind its file: 指标.xlsx!上半年. */
static slice
split_sheet(slice *file)
{
    size_t at = slice_find(*file, SLICE_OF("!"));
    slice named = slice_cut(*file, at + 1, file->len);
    *file = slice_cut(*file, 0, at);
    return named;
}

const jb_source *
sheet_open(yaml_reading *r, const tree_node *item)
{
    slice name = heading_trim(item->text);
    slice named = split_sheet(&name);
    slice path = slice_copy(r->arena,
                            source_beside(r->arena, item->span, name));
    jb_diags *quiet = diags_new(); /* it would tell no place */
    slice bytes = source_bytes_of_file(r->arena, path.at, TREE_LIMITS.bytes,
                                       quiet);
    diags_drop(quiet);
    jb_source *file = NULL;
    if (bytes.at == NULL)
        diag_report(r->diags, &SHEET_UNREADABLE, item->span, path);
    else if (workbook_is(bytes))
        file = workbook_sheet(&(workbook_file){path, bytes, item->span},
                              named, r->diags);
    else
        file = source_from_bytes(path, bytes);
    if (file != NULL)
        keep(r, file);
    return file;
}

static slice
key_name(enum metrics_key key, keys_table table)
{
    keys_range range = keys_of(table);
    return tree_key_name(&range.keys[key - range.first]);
}

/* ── metrics of both ── */

/* What a table and the file may not tell differently. */
static bool
is_figure(size_t key)
{
    return key == KEY_METRIC_UNIT || key == KEY_METRIC_VALUE ||
           key == KEY_METRIC_PREVIOUS || key == KEY_METRIC_GROWTH ||
           key == KEY_METRIC_SEQUENTIAL || key == KEY_METRIC_TARGET;
}

static const tree_pair *
pair_under(const tree_node *map, size_t key)
{
    keys_range range = keys_of(KEYS_METRIC);
    for (size_t i = 0; i < map->n; i++)
        if (range.first +
                tree_key_index(range.keys, range.n, map->pairs[i].key->text) ==
            key)
            return &map->pairs[i];
    return NULL;
}

/* The digits and the point that a figure begins with. */
static slice
digits_of(slice text)
{
    size_t n = 0;
    while (n < text.len && strchr("+-.0123456789", text.at[n]) != NULL)
        n++;
    return slice_cut(text, 0, n);
}

/* 5.1% and 5.10% are the same figure. */
static bool
is_same(slice a, slice b)
{
    jb_decimal x, y;
    slice one = digits_of(a), two = digits_of(b);
    if (slice_equal(a, b))
        return true;
    return decimal_parse(one, &x) && decimal_parse(two, &y) &&
           decimal_compare(x, y) == 0 &&
           slice_equal(slice_cut(a, one.len, a.len),
                       slice_cut(b, two.len, b.len));
}

static slice
place_name(arena *a, jb_span at)
{
    if (source_is_table(at.source))
        return slice_join(a, source_cell(a, at.source, at.first),
                          SLICE_OF("格"));
    return slice_printf(a, "第%zu行",
                        source_place_of(at.source, at.first).line);
}

static void
compare(yaml_reading *r, const tree_pair *own, const tree_pair *other)
{
    slice mine = slice_trim(own->value->text);
    slice theirs = slice_trim(other->value->text);
    if (own->value->kind != TREE_TEXT || is_same(mine, theirs))
        return;
    jb_span at = other->value->span;
    diag_report(r->diags, &SHEET_DIFFERS, own->value->span, own->key->text,
                mine, theirs, source_name(at.source),
                place_name(r->arena, at));
}

/* What the file says of a metric, with what only the table tells. */
static const tree_node *
joined(yaml_reading *r, const tree_node *own, const tree_node *table)
{
    keys_range range = keys_of(KEYS_METRIC);
    if (own->kind != TREE_MAP)
        return own;
    tree_node *map = ARENA_NEW(r->arena, tree_node);
    tree_pair *pairs = ARENA_ARRAY(r->arena, own->n + table->n, tree_pair);
    *map = *own;
    map->pairs = pairs;
    map->n = 0;
    for (size_t i = 0; i < own->n; i++)
        pairs[map->n++] = own->pairs[i];
    for (size_t i = 0; i < table->n; i++) {
        const tree_pair *told = &table->pairs[i];
        size_t key =
            range.first + tree_key_index(range.keys, range.n, told->key->text);
        const tree_pair *mine = pair_under(own, key);
        if (mine == NULL)
            pairs[map->n++] = *told;
        else if (is_figure(key))
            compare(r, mine, told);
    }
    return map;
}

typedef ARRAY(tree_pair) pair_list;

static tree_pair *
pair_named(const pair_list *pairs, slice_index *ids, slice id)
{
    size_t at = slice_index_lookup(ids, id);
    return at == SLICE_INDEX_NONE ? NULL : &pairs->at[at];
}

static void
put(yaml_reading *r, pair_list *all, slice_index *ids, tree_pair pair)
{
    tree_pair *before = pair_named(all, ids, pair.key->text);
    if (before != NULL) {
        before->value = joined(r, pair.value, before->value);
        return;
    }
    slice_index_add(ids, pair.key->text, all->n);
    ARRAY_PUSH(r->arena, all, pair);
}

static void
take_remarks(yaml_reading *r, const sheet *s)
{
    metrics_document *d = &r->m->document;
    if (!period_is_set(d->period))
        d->period = s->period;
    if (d->source.text.at == NULL)
        d->source = yaml_text(s->source);
    for (size_t i = 0; i < s->notes.n; i++) {
        metrics_text note = yaml_text(s->notes.at[i]);
        ARRAY_PUSH(r->arena, &r->notes, note);
    }
}

const tree_node *
sheet_joined(yaml_reading *r, const tree_node *list, const tree_node *own)
{
    tree_node *map = ARENA_NEW(r->arena, tree_node);
    pair_list all = {0};
    slice_index ids = {.arena = r->arena};
    map->kind = TREE_MAP;
    map->span = own != NULL ? own->span : list->span;
    for (size_t i = 0; i < yaml_items_count(list); i++) {
        const tree_node *item = yaml_item_at(list, i);
        sheet s;
        const jb_source *file =
            yaml_is_text(r, item) ? sheet_open(r, item) : NULL;
        if (file == NULL || !sheet_read(r, file, r->m->document.period, &s))
            continue;
        take_remarks(r, &s);
        for (size_t j = 0; j < s.metrics->n; j++)
            put(r, &all, &ids, s.metrics->pairs[j]);
    }
    for (size_t i = 0; own != NULL && i < own->n; i++)
        put(r, &all, &ids, own->pairs[i]);
    map->pairs = all.at;
    map->n = all.n;
    return map;
}

/* ── a table file on its own ── */

typedef struct document {
    yaml_reading *r;
    const tree_node *at; /* where made nodes say they are */
    pair_list pairs;
} document;

static tree_node *
made(document *d, tree_kind kind, slice text)
{
    tree_node *node = ARENA_NEW(d->r->arena, tree_node);
    node->kind = kind;
    node->span = d->at->span;
    node->text = text;
    return node;
}

static void
add(document *d, enum metrics_key key, const tree_node *value)
{
    tree_pair pair = {made(d, TREE_TEXT, key_name(key, KEYS_DOCUMENT)), value};
    if (value != NULL)
        ARRAY_PUSH(d->r->arena, &d->pairs, pair);
}

/* The file's name without its folder and ending. */
static slice
stem(slice name)
{
    size_t first = name.len, dot = name.len;
    while (first > 0 && name.at[first - 1] != '/')
        first--;
    for (size_t i = first; i < name.len; i++)
        dot = name.at[i] == '.' ? i : dot;
    return slice_cut(name, first, dot);
}

static bool
tells_growth(const tree_node *metric)
{
    return pair_under(metric, KEY_METRIC_GROWTH) != NULL ||
           (pair_under(metric, KEY_METRIC_VALUE) != NULL &&
            pair_under(metric, KEY_METRIC_PREVIOUS) != NULL);
}

static tree_node *
map_of(document *d, const tree_pair *pairs, size_t n)
{
    tree_node *map = made(d, TREE_MAP, (slice){NULL, 0});
    map->pairs = pairs;
    map->n = n;
    return map;
}

static tree_node *
list_of(document *d, const tree_node *const *items, size_t n)
{
    tree_node *list = made(d, TREE_LIST, (slice){NULL, 0});
    list->items = items;
    list->n = n;
    return list;
}

/* At least so many stretches as long as 本期, besides it, make a course. */
#define COURSE_LEAST 3
#define COURSES_MOST 9
#define LINES_MOST 6 /* of them in one picture */

/* Whether the past of a metric shows a course to `now`. */
static bool
tells_course(const tree_node *metric, jb_period now)
{
    const tree_pair *past = pair_under(metric, KEY_METRIC_HISTORY);
    size_t n = pair_under(metric, KEY_METRIC_PREVIOUS) != NULL;
    jb_period p;
    if (past == NULL || !period_is_set(now))
        return false;
    for (size_t i = 0; i < past->value->n; i++)
        n += period_parse(past->value->pairs[i].key->text, &p) &&
             period_months(p) == period_months(now);
    return n >= COURSE_LEAST;
}

static bool
is_rate(const tree_node *metric)
{
    const tree_pair *unit = pair_under(metric, KEY_METRIC_UNIT);
    return unit != NULL && slice_is(unit->value->text, "%");
}

/* Rates over time are one picture of lines; levels one of columns each. */
static const char *
course_kind(size_t n, size_t n_rates)
{
    if (n_rates == n && n <= LINES_MOST)
        return "trend";
    return n > 1 ? "multiples" : "series";
}

/* Charts that the table makes by itself, in one section without a heading. */
typedef struct own_charts {
    pair_list charts;
    ARRAY(const tree_node *) ids;
} own_charts;

static void
add_chart(document *d, own_charts *own, slice id, const char *kind,
          const tree_node *metrics)
{
    arena *a = d->r->arena;
    tree_pair *pairs = ARENA_ARRAY(a, 2, tree_pair);
    const tree_node *name = made(d, TREE_TEXT, id);
    pairs[0].key = made(d, TREE_TEXT, key_name(KEY_CHART_KIND, KEYS_CHART));
    pairs[0].value = made(d, TREE_TEXT, slice_from(kind));
    pairs[1].key = made(d, TREE_TEXT, key_name(KEY_CHART_METRICS, KEYS_CHART));
    pairs[1].value = metrics;
    tree_pair chart = {name, map_of(d, pairs, 2)};
    ARRAY_PUSH(a, &own->charts, chart);
    ARRAY_PUSH(a, &own->ids, name);
}

/* A section without a heading: the table, or NULL, and the charts. */
static void
add_section(document *d, const own_charts *own, const tree_node *table)
{
    arena *a = d->r->arena;
    tree_pair *pairs = ARENA_ARRAY(a, 2, tree_pair);
    const tree_node **section = ARENA_ARRAY(a, 1, const tree_node *);
    size_t n = 0;
    if (table != NULL)
        pairs[n++] = (tree_pair){
            made(d, TREE_TEXT, key_name(KEY_SECTION_TABLES, KEYS_SECTION)),
            table};
    if (own->ids.n > 0)
        pairs[n++] = (tree_pair){
            made(d, TREE_TEXT, key_name(KEY_SECTION_CHARTS, KEYS_SECTION)),
            list_of(d, own->ids.at, own->ids.n)};
    if (n == 0)
        return;
    section[0] = map_of(d, pairs, n);
    if (own->ids.n > 0)
        add(d, KEY_DOCUMENT_CHARTS, map_of(d, own->charts.at, own->charts.n));
    add(d, KEY_DOCUMENT_SECTIONS, list_of(d, section, 1));
}

/* What the table tells of growth, and of the course of levels and rates, whose
 * growth is in it. */
static void
add_charts(document *d, const sheet *s)
{
    arena *a = d->r->arena;
    const tree_node *metrics = s->metrics;
    const tree_node **grown = ARENA_ARRAY(a, metrics->n, const tree_node *);
    const tree_node **courses = ARENA_ARRAY(a, metrics->n, const tree_node *);
    size_t n_grown = 0, n_courses = 0, n_rates = 0;
    own_charts own = {.charts = {0}};
    for (size_t i = 0; i < metrics->n; i++) {
        const tree_pair *m = &metrics->pairs[i];
        bool is_course = n_courses < COURSES_MOST &&
                         tells_course(m->value, s->period);
        bool is_line = is_course && is_rate(m->value);
        if (tells_growth(m->value) && !is_line)
            grown[n_grown++] = m->key;
        if (is_course)
            courses[n_courses++] = m->key;
        n_rates += is_line;
    }
    if (n_grown > 1)
        add_chart(d, &own, SLICE_OF(GROWTH_CHART), "growth",
                  list_of(d, grown, n_grown));
    if (n_courses > 0)
        add_chart(d, &own, SLICE_OF(COURSE_CHART),
                  course_kind(n_courses, n_rates),
                  list_of(d, courses, n_courses));
    add_section(d, &own, NULL);
}

static const tree_node *
document_of(yaml_reading *r, const jb_source *source, const sheet *s)
{
    document d = {.r = r, .at = s->metrics};
    slice period = s->period.text;
    if (s->title != NULL && !period_is_set(s->period))
        period = heading_told_period(s->title->text);
    add(&d, KEY_DOCUMENT_TITLE,
        s->title != NULL ? s->title
                         : made(&d, TREE_TEXT, stem(source_name(source))));
    add(&d, KEY_DOCUMENT_PERIOD,
        period.len > 0 ? made(&d, TREE_TEXT, period) : NULL);
    add(&d, KEY_DOCUMENT_ISSUER, s->issuer);
    add(&d, KEY_DOCUMENT_SOURCE, s->source);
    add(&d, KEY_DOCUMENT_SUMMARY, made(&d, TREE_TEXT, SLICE_OF("自动")));
    add(&d, KEY_DOCUMENT_METRICS, s->metrics);
    add_charts(&d, s);
    return map_of(&d, d.pairs.at, d.pairs.n);
}

/* ── a table of something else ── */

static bool
has_figures(const tree_node *rows)
{
    jb_decimal d;
    for (size_t r = 0; r < rows->n; r++)
        for (size_t i = 0; i < rows->items[r]->n; i++)
            if (decimal_parse(heading_trim(rows->items[r]->items[i]->text),
                              &d))
                return true;
    return false;
}

static const tree_node *
table_of(document *d, const sheet_grid *grid)
{
    static const enum metrics_key keys[] = {
        KEY_TABLE_UNIT, KEY_TABLE_COLUMNS, KEY_TABLE_ROWS, KEY_TABLE_NOTE,
        KEY_TABLE_SOURCE};
    const tree_node *values[] = {grid->unit, grid->columns, grid->rows,
                                 grid->note, grid->source};
    tree_pair *pairs = ARENA_ARRAY(d->r->arena, 5, tree_pair);
    size_t n = 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (values[i] != NULL)
            pairs[n++] = (tree_pair){
                made(d, TREE_TEXT, key_name(keys[i], KEYS_TABLE)), values[i]};
    return map_of(d, pairs, n);
}

/* Metrics and charts of a table with a place a row; the table shows them. */
static void
add_places(document *d, const sheet_places *places, own_charts *own)
{
    for (size_t i = 0; i < places->charts.n; i++) {
        const places_chart *c = &places->charts.at[i];
        add_chart(d, own, c->id, c->kind,
                  list_of(d, c->metrics.at, c->metrics.n));
    }
    add(d, KEY_DOCUMENT_METRICS, places->metrics);
    add(d, KEY_DOCUMENT_METRICS_TABLE, made(d, TREE_TEXT, SLICE_OF("否")));
}

/* A document of the table as it is; `places`: NULL, or what it tells. */
static const tree_node *
document_of_grid(yaml_reading *r, const jb_source *source,
                 const sheet_grid *grid, const sheet_places *places)
{
    document d = {.r = r, .at = grid->rows};
    tree_pair *table = ARENA_ARRAY(r->arena, 1, tree_pair);
    own_charts own = {.charts = {0}};
    slice title = grid->title != NULL ? grid->title->text
                                      : stem(source_name(source));
    slice period = heading_told_period(title);
    if (period.len == 0 && places != NULL)
        period = places->period.text;
    *table = (tree_pair){made(&d, TREE_TEXT, SLICE_OF("表")),
                         table_of(&d, grid)};
    add(&d, KEY_DOCUMENT_TITLE, made(&d, TREE_TEXT, title));
    add(&d, KEY_DOCUMENT_ISSUER, grid->issuer);
    add(&d, KEY_DOCUMENT_PERIOD,
        period.len > 0 ? made(&d, TREE_TEXT, period) : NULL);
    if (places != NULL)
        add_places(&d, places, &own);
    add(&d, KEY_DOCUMENT_TABLES, map_of(&d, table, 1));
    add_section(&d, &own, table->key);
    return map_of(&d, d.pairs.at, d.pairs.n);
}

static bool
read_as_table(yaml_reading *r, const jb_source *source, bool *is_read)
{
    sheet_grid grid;
    sheet_places places;
    if (sheet_has_head(r, source) || !sheet_read_grid(r, source, &grid) ||
        grid.columns->n < 2 || !has_figures(grid.rows))
        return false;
    bool has_places = sheet_read_places(r, source, &places);
    if (has_places)
        diag_report(r->diags, &SHEET_AS_PLACES, grid.columns->span,
                    places.rows,
                    slice_printf(r->arena, "%zu", places.charts.n));
    else
        diag_report(r->diags, &SHEET_AS_TABLE, grid.columns->span,
                    heading_names(r->arena));
    if (places.unitless.len > 0)
        diag_report(r->diags, &SHEET_PLACES_UNITLESS, grid.columns->span,
                    places.unitless);
    *is_read = yaml_read_document(
        r, document_of_grid(r, source, &grid, has_places ? &places : NULL));
    return true;
}

static bool
read_alone(yaml_reading *r, const jb_source *source)
{
    sheet s;
    bool is_read = false;
    if (read_as_table(r, source, &is_read))
        return is_read;
    if (!sheet_read(r, source, (jb_period){0}, &s))
        return false;
    take_remarks(r, &s);
    return yaml_read_document(r, document_of(r, source, &s));
}

bool
metrics_read_csv(jb_metrics *m, const jb_source *source, jb_diags *diags)
{
    yaml_reading r = {.m = m, .arena = m->arena, .diags = diags};
    return read_alone(&r, source);
}

bool
metrics_read_xlsx(jb_metrics *m, const jb_source *source, jb_diags *diags)
{
    yaml_reading r = {.m = m, .arena = m->arena, .diags = diags};
    slice bytes = source_text(source);
    if (!workbook_is(bytes))
        return read_alone(&r, source); /* a text with a wrong ending */
    slice path = source_name(source), name = metrics_file_of(path);
    workbook_file file = {name, bytes, SPAN_NONE};
    slice named = slice_cut(path, name.len + 1, path.len);
    jb_source *first = workbook_sheet(&file, named, diags);
    if (first == NULL)
        return false;
    keep(&r, first);
    return read_alone(&r, first);
}
