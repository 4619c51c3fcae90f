#include "metrics/places_table.h"

/* ── what a column tells ── */

typedef struct told_column {
    size_t at;
    sheet_heading heading; /* its key or period, its unit */
    slice measure;
} told_column;

typedef ARRAY(told_column) told_columns;

/* Names over a column, each once, the outermost first. */
typedef struct name_path {
    const tree_node *cells[4];
    size_t n;
    slice unit; /* told in a row of units below them */
} name_path;

static name_path
path_over(const places_table *p, size_t i)
{
    name_path path = {.n = 0};
    for (size_t k = 0; k < p->head.n; k++) {
        const tree_node *cell = sheet_head_cell(&p->head, k, i);
        bool is_again = path.n > 0 && path.cells[path.n - 1] == cell;
        if (cell == NULL || is_again || path.n == 4)
            continue;
        slice bare = heading_bare(p->t->r->arena, cell->text), unit;
        if (path.n > 0 && heading_is_unit(bare, &unit))
            path.unit = unit;
        else
            path.cells[path.n++] = cell;
    }
    return path;
}

/* 固定资产投资增速: what only growth is told of; the name before these words. */
static bool
split_rate(slice *name)
{
    static const slice ends[] = {
        SLICE("同比增速"), SLICE("同比增长"), SLICE("同比增幅"), SLICE("增速"),
        SLICE("增长率"),   SLICE("增幅"),     SLICE("增长"),     SLICE("同比")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(*name, ends[i]) && name->len > ends[i].len) {
            name->len -= ends[i].len;
            return true;
        }
    return false;
}

/* What stands over the lowest name: a measure, a period, or both. */
static slice
read_above(const places_table *p, const name_path *path, sheet_heading *h)
{
    arena *a = p->t->r->arena;
    slice all = {NULL, 0};
    for (size_t k = 0; k + 1 < path->n; k++) {
        sheet_heading own = heading_read(a, path->cells[k], p->t->base);
        slice name = heading_bare(a, path->cells[k]->text), unit;
        if (own.role == HEADING_PERIOD && !period_is_set(h->period)) {
            h->period = own.period;
            continue;
        }
        if (heading_split_unit(name, &name, &unit) && h->unit.len == 0)
            h->unit = unit;
        all = slice_join(a, all, name);
    }
    return all;
}

static bool
is_told_of_level(const sheet_heading *h)
{
    return h->role == HEADING_UNKNOWN || h->role == HEADING_PERIOD ||
           (h->role == HEADING_KEY &&
            (h->key == KEY_METRIC_VALUE || h->key == KEY_METRIC_PREVIOUS));
}

/* A column that names its measure itself. */
static void
name_measure(const places_table *p, const name_path *path, told_column *c,
             const told_columns *before)
{
    arena *a = p->t->r->arena;
    slice name = heading_bare(a, path->cells[path->n - 1]->text), unit;
    heading_split_unit(name, &name, &unit);
    slice whole = slice_join(a, c->measure, name), stem = whole;
    const told_column *last = before->n > 0 ? ARRAY_LAST(before) : NULL;
    bool is_rate = split_rate(&stem);
    c->measure = whole;
    c->heading.role = HEADING_KEY;
    c->heading.key = KEY_METRIC_VALUE;
    if (is_rate && last != NULL && slice_equal(last->measure, stem)) {
        c->heading.key = KEY_METRIC_GROWTH;
        c->measure = stem;
    }
    if (is_rate && c->heading.unit.len == 0)
        c->heading.unit = SLICE_OF("%");
}

static void
take_column(const places_table *p, size_t i, told_columns *out)
{
    name_path path = path_over(p, i);
    told_column c = {.at = i};
    if (path.n == 0)
        return;
    c.heading = heading_read(p->t->r->arena, path.cells[path.n - 1],
                             p->t->base);
    if (path.unit.len > 0)
        c.heading.unit = path.unit;
    bool is_growth = c.heading.role == HEADING_KEY &&
                     c.heading.key == KEY_METRIC_GROWTH;
    if (!is_growth && !is_told_of_level(&c.heading))
        return;
    c.measure = read_above(p, &path, &c.heading);
    if (c.heading.role == HEADING_UNKNOWN)
        name_measure(p, &path, &c, out);
    else if (path.n == 1 && is_growth && out->n > 0)
        c.measure = ARRAY_LAST(out)->measure; /* 增速 behind its level */
    ARRAY_PUSH(p->t->r->arena, out, c);
}

/* ── measures ── */

static places_measure *
measure_named(places_table *p, slice name)
{
    for (size_t i = 0; i < p->measures.n; i++)
        if (slice_equal(p->measures.at[i].name, name))
            return &p->measures.at[i];
    places_measure fresh = {name, {NULL, 0}, PLACES_NO_COLUMN,
                            PLACES_NO_COLUMN, PLACES_NO_COLUMN};
    ARRAY_PUSH(p->t->r->arena, &p->measures, fresh);
    return ARRAY_LAST(&p->measures);
}

/* That of the title where a column has it; else the latest over levels. */
static jb_period
current_period(const places_table *p, const told_columns *columns)
{
    jb_period latest = {0};
    for (size_t i = 0; i < columns->n; i++) {
        const sheet_heading *h = &columns->at[i].heading;
        if (!period_is_set(h->period))
            continue;
        if (period_is_set(p->t->base) &&
            period_compare(h->period, p->t->base) == 0)
            return h->period;
        if (!period_is_set(latest) || period_compare(h->period, latest) > 0)
            latest = h->period;
    }
    return latest;
}

/* The key of a column whose heading tells a period; false for other ones. */
static bool
place_period(const places_table *p, sheet_heading *h)
{
    if (!period_is_set(h->period))
        return true;
    bool is_now = period_compare(h->period, p->t->period) == 0;
    jb_period before = period_year_before(p->t->period);
    bool is_before = period_compare(h->period, before) == 0;
    if (h->role == HEADING_KEY && h->key != KEY_METRIC_VALUE)
        return is_now;
    h->role = HEADING_KEY;
    h->key = is_now ? KEY_METRIC_VALUE : KEY_METRIC_PREVIOUS;
    return is_now || is_before;
}

static void
place_column(places_table *p, told_column *c)
{
    sheet_heading *h = &c->heading;
    if (!place_period(p, h))
        return;
    places_measure *m = measure_named(p, c->measure);
    bool is_growth = h->key == KEY_METRIC_GROWTH;
    size_t *to = &m->previous;
    if (h->key != KEY_METRIC_PREVIOUS)
        to = is_growth ? &m->growth : &m->level;
    if (*to != PLACES_NO_COLUMN)
        return;
    *to = c->at;
    if (is_growth && h->unit.len == 0)
        h->unit = SLICE_OF("%");
    if (!is_growth && m->unit.len == 0)
        m->unit = h->unit;
    p->t->columns[c->at] = *h;
}

void
places_read_columns(places_table *p)
{
    sheet_table *t = p->t;
    told_columns columns = {0};
    t->columns = ARENA_ARRAY(t->r->arena, p->head.width, sheet_heading);
    t->n_columns = p->head.width;
    sheet_heading first = heading_read(
        t->r->arena, p->head.at[0]->items[0], (jb_period){0});
    p->name_at = first.role == HEADING_SERIAL || first.role == HEADING_ID;
    for (size_t i = p->name_at + 1; i < p->head.width; i++)
        take_column(p, i, &columns);
    t->period = current_period(p, &columns);
    for (size_t i = 0; i < columns.n; i++)
        place_column(p, &columns.at[i]);
    for (size_t i = 0; i < p->measures.n; i++)
        if (p->measures.at[i].unit.len == 0)
            p->measures.at[i].unit = t->unit;
}

/* ── rows ── */

static bool
is_total(arena *a, slice name)
{
    slice bare = heading_bare(a, name);
    return slice_is_among(bare, "合计|总计|小计|总数|总和|平均|全市|全县|全省|"
                                "全区|全国|全州|全镇|全乡|全旗|全盟|全院|全校");
}

void
places_read_rows(places_table *p)
{
    arena *a = p->t->r->arena;
    for (size_t i = p->end; i < p->t->rows->n; i++) {
        const tree_node *row = p->t->rows->items[i];
        size_t first = 0;
        slice name = sheet_cell_text(row, p->name_at), bare = name;
        bool is_told = sheet_cells_filled(row, &first) > 1 && name.len > 0;
        jb_decimal d;
        if (!is_told || decimal_parse(name, &d) || sheet_strip_among(&bare) ||
            slice_find(name, SLICE_OF("：")) < name.len)
            continue;
        places_row found = {row, row->items[p->name_at], heading_bare(a, name),
                            is_total(a, name)};
        ARRAY_PUSH(a, &p->rows, found);
    }
}

const tree_node *
places_figure(const places_table *p, const places_row *row, size_t column,
              slice unit)
{
    jb_decimal d;
    if (column == PLACES_NO_COLUMN)
        return NULL;
    const tree_node *cell = sheet_cell(p->t, row->row, column, unit);
    if (cell == NULL)
        return NULL;
    slice digits = cell->text;
    static const slice ends[] = {SLICE("%"), SLICE("个百分点")};
    for (size_t i = 0; i < 2; i++)
        if (slice_ends_with(digits, ends[i]))
            digits.len -= ends[i].len;
    return decimal_parse(digits, &d) ? cell : NULL;
}
