#include "metrics/sheet_places.h"

#include "metrics/places_table.h"

/* Rows that a picture of them can hold and be read. */
#define ROWS_LEAST 2
#define ROWS_MOST 60
#define CHARTS_MOST 6
/* Levels are shown beside their growth where few measures are told. */
#define LEVELS_MOST 2

typedef struct places_reading {
    places_table table;
    sheet_places *out;
    slice subject; /* of the title: 一般公共预算收入 */
    bool is_of_places;
} places_reading;

/* ── what the title tells ── */

/* 云溪市各县区一般公共预算收入完成情况 is of 一般公共预算收入. */
static slice
subject_of(arena *a, const tree_node *title)
{
    static const slice leads[] = {
        SLICE("各县（市、区）"), SLICE("各县(市、区)"), SLICE("各县（市）区"),
        SLICE("各县（市）"),     SLICE("各县市区"),     SLICE("各县区"),
        SLICE("各区县"),         SLICE("各县市"),       SLICE("各乡镇"),
        SLICE("各镇（街道）"),   SLICE("各街道"),       SLICE("各园区"),
        SLICE("各地市"),         SLICE("各市州"),       SLICE("各地区"),
        SLICE("分县区"),         SLICE("分县市"),       SLICE("分地区"),
        SLICE("各地"),           SLICE("各县"),         SLICE("各镇"),
        SLICE("各市"),           SLICE("各单位"),       SLICE("各企业")};
    static const slice ends[] = {
        SLICE("情况统计表"), SLICE("完成情况表"), SLICE("完成情况"),
        SLICE("情况表"),     SLICE("统计表"),     SLICE("一览表"),
        SLICE("情况"),       SLICE("表")};
    slice text = title == NULL ? SLICE_OF("") : heading_bare(a, title->text);
    size_t at = text.len;
    for (size_t i = 0; i < sizeof leads / sizeof *leads && at == text.len; i++)
        if ((at = slice_find(text, leads[i])) < text.len)
            text = slice_cut(text, at + leads[i].len, text.len), at = 0;
    if (at == text.len)
        return (slice){NULL, 0};
    slice period = heading_told_period(text);
    if (period.len > 0 && slice_starts_with(text, period))
        text = slice_cut(text, period.len, text.len);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(text, ends[i])) {
            text.len -= ends[i].len;
            break;
        }
    bool is_vague = slice_find(text, SLICE_OF("指标")) < text.len ||
                    slice_find(text, SLICE_OF("情况")) < text.len;
    return is_vague ? (slice){NULL, 0} : text;
}

/* ── metrics ── */

static const tree_node *
add_metric(places_reading *p, const tree_node *at, slice id,
           const sheet_pairs *pairs)
{
    sheet_table *t = p->table.t;
    const tree_node *key = sheet_id(t, sheet_node(t->r->arena, at, id));
    sheet_add_metric(t, key, sheet_map(t->r->arena, at->span, pairs));
    return key;
}

static void
add_text(places_reading *p, sheet_pairs *pairs, enum metrics_key key,
         const tree_node *at, slice text)
{
    sheet_add(p->table.t, pairs, key,
              sheet_node(p->table.t->r->arena, at, text));
}

/* 甲县地区生产总值 of 亿元, with what the row tells of it; NULL without a
 * level. */
static const tree_node *
row_metric(places_reading *p, const places_measure *m, slice name,
           const places_row *row)
{
    const places_table *table = &p->table;
    const tree_node *level =
        places_figure(table, row, m->level, m->unit);
    sheet_pairs pairs = {0};
    if (level == NULL)
        return NULL;
    slice whole = slice_join(table->t->r->arena, row->name, name);
    add_text(p, &pairs, KEY_METRIC_NAME, row->cell, whole);
    add_text(p, &pairs, KEY_METRIC_SHORT, row->cell, row->name);
    add_text(p, &pairs, KEY_METRIC_UNIT, row->cell, m->unit);
    sheet_add(table->t, &pairs, KEY_METRIC_VALUE, level);
    sheet_add(table->t, &pairs, KEY_METRIC_PREVIOUS,
              places_figure(table, row, m->previous, m->unit));
    sheet_add(table->t, &pairs, KEY_METRIC_GROWTH,
              places_figure(table, row, m->growth, m->unit));
    return add_metric(p, row->cell, whole, &pairs);
}

static places_chart *
add_chart(places_reading *p, slice name, const char *word, const char *kind)
{
    arena *a = p->table.t->r->arena;
    places_chart chart = {.id = slice_printf(a, "%.*s%s", SLICE_ARGS(name),
                                             word),
                          .kind = kind};
    ARRAY_PUSH(a, &p->out->charts, chart);
    return ARRAY_LAST(&p->out->charts);
}

/* Places whose growth is told or follows: growth of all rows; levels beside
 * those of a year before without the totals, which would dwarf them. The
 * latter tell growth, too, and of many measures are enough. */
static void
show_growth(places_reading *p, const places_measure *m, slice name)
{
    arena *a = p->table.t->r->arena;
    places_chart growth = {.id = slice_join(a, name, SLICE_OF("增速")),
                           .kind = "growth"};
    places_chart levels = {.id = slice_join(a, name, SLICE_OF("对比")),
                           .kind = "compare"};
    for (size_t i = 0; i < p->table.rows.n; i++) {
        const places_row *row = &p->table.rows.at[i];
        const tree_node *id = row_metric(p, m, name, row);
        if (id == NULL)
            continue;
        ARRAY_PUSH(a, &growth.metrics, id);
        if (!row->is_total)
            ARRAY_PUSH(a, &levels.metrics, id);
    }
    bool has_levels = m->previous != PLACES_NO_COLUMN &&
                      levels.metrics.n >= ROWS_LEAST;
    if (!has_levels || p->table.measures.n == 1)
        ARRAY_PUSH(a, &p->out->charts, growth);
    if (has_levels)
        ARRAY_PUSH(a, &p->out->charts, levels);
}

/* What all of it is told of: the mean of rates. */
static void
add_mean(places_reading *p, const places_measure *m, size_t column,
         sheet_pairs *to)
{
    sheet_table *t = p->table.t;
    for (size_t i = 0; i < p->table.rows.n; i++) {
        const places_row *row = &p->table.rows.at[i];
        const tree_node *value = places_figure(&p->table, row, column, m->unit);
        bool is_all = slice_starts_with(row->name, SLICE_OF("全"));
        sheet_pairs mean = {0};
        if (!row->is_total || !is_all || value == NULL)
            continue;
        tree_pair pair = {sheet_node(t->r->arena, row->cell, row->name), value};
        ARRAY_PUSH(t->r->arena, &mean, pair);
        sheet_add(t, to, KEY_METRIC_MEAN,
                  sheet_map(t->r->arena, value->span, &mean));
        return;
    }
}

/* Places in order of what one column tells of them. */
static void
show_order(places_reading *p, const places_measure *m, slice name,
           size_t column)
{
    arena *a = p->table.t->r->arena;
    bool is_rate = column == m->growth || slice_is(m->unit, "%");
    sheet_pairs places = {0}, pairs = {0};
    for (size_t i = 0; i < p->table.rows.n; i++) {
        const places_row *row = &p->table.rows.at[i];
        const tree_node *value = places_figure(&p->table, row, column, m->unit);
        tree_pair pair = {sheet_node(a, row->cell, row->name), value};
        if (!row->is_total && value != NULL)
            ARRAY_PUSH(a, &places, pair);
    }
    if (places.n < ROWS_LEAST)
        return;
    const tree_node *at = p->table.head.at[0]->items[p->table.name_at];
    slice unit = is_rate ? SLICE_OF("%") : m->unit;
    add_text(p, &pairs, KEY_METRIC_NAME, at, name);
    add_text(p, &pairs, KEY_METRIC_UNIT, at, unit);
    sheet_add(p->table.t, &pairs, KEY_METRIC_PEERS,
              sheet_map(a, at->span, &places));
    if (is_rate)
        add_mean(p, m, column, &pairs);
    const tree_node *id = add_metric(p, at, name, &pairs);
    places_chart *chart = add_chart(p, name, "", "peers");
    ARRAY_PUSH(a, &chart->metrics, id);
}

static size_t
count_figures(const places_reading *p, size_t column, slice unit)
{
    size_t n = 0;
    for (size_t i = 0; i < p->table.rows.n; i++)
        n += !p->table.rows.at[i].is_total &&
             places_figure(&p->table, &p->table.rows.at[i], column, unit) !=
                 NULL;
    return n;
}

static slice
name_of(const places_reading *p, const places_measure *m)
{
    return m->name.len > 0 ? m->name : p->subject;
}

static void
show_measure(places_reading *p, const places_measure *m)
{
    arena *a = p->table.t->r->arena;
    slice name = name_of(p, m);
    bool has_levels = m->unit.len > 0 &&
                      count_figures(p, m->level, m->unit) >= ROWS_LEAST;
    bool has_growth = count_figures(p, m->growth, m->unit) >= ROWS_LEAST;
    bool has_previous =
        count_figures(p, m->previous, m->unit) >= ROWS_LEAST;
    if (m->unit.len == 0 && p->is_of_places && p->out->unitless.len == 0 &&
        count_figures(p, m->level, m->unit) >= ROWS_LEAST)
        p->out->unitless = name.len > 0 ? name : SLICE_OF("本期");
    if (p->out->charts.n >= CHARTS_MOST)
        return;
    if (has_levels && (has_growth || has_previous))
        show_growth(p, m, name);
    else if (has_growth)
        show_order(p, m, slice_join(a, name, SLICE_OF("增速")), m->growth);
    bool shows_levels =
        !has_previous && p->table.measures.n <= LEVELS_MOST;
    shows_levels |= !has_growth && !has_previous;
    if (has_levels && shows_levels && p->is_of_places)
        show_order(p, m, name.len > 0 ? name : SLICE_OF("数额"), m->level);
}

/* Whether the rows are places, firms or products, by the last character of
 * what heads them; anything else is shown only where it is told to grow. */
static bool
heads_places(arena *a, slice head)
{
    static const char ends[] =
        "县|区|市|州|省|国|镇|乡|村|道|地|园|域|位|业|司|门|校|行|构|品|种|类|家|"
        "院|站|所|局|盟|旗|厂|店|港|线";
    slice name = heading_bare(a, head), before, unit;
    heading_split_unit(name, &name, &unit);
    size_t bracket = slice_find(name, SLICE_OF("（"));
    name = slice_cut(name, 0, bracket);
    for (size_t i = 0; i < 2; i++) {
        static const slice tails[] = {SLICE("名称"), SLICE("名")};
        if (slice_ends_with(name, tails[i]) && name.len > tails[i].len)
            name.len -= tails[i].len;
    }
    before = slice_cut(name, 0, name.len - name.len % 3);
    return before.len >= 3 &&
           slice_is_among(slice_cut(before, before.len - 3, before.len), ends);
}

static bool
read_places(places_reading *p)
{
    places_table *table = &p->table;
    sheet_table *t = table->t;
    if (!sheet_find_head(t, &table->head, &table->end))
        return false;
    places_read_columns(table);
    places_read_rows(table);
    if (table->rows.n < ROWS_LEAST || table->rows.n > ROWS_MOST)
        return false;
    p->subject = subject_of(t->r->arena, t->out->title);
    p->out->rows = sheet_cell_text(table->head.at[0], table->name_at);
    p->is_of_places = heads_places(t->r->arena, p->out->rows);
    for (size_t i = 0; i < table->measures.n; i++)
        show_measure(p, &table->measures.at[i]);
    p->out->period = t->period;
    p->out->metrics = sheet_map(t->r->arena, t->rows->span, &t->metrics);
    return p->out->charts.n > 0;
}

bool
sheet_read_places(yaml_reading *r, const jb_source *file, sheet_places *out)
{
    yaml_reading quiet = *r;
    sheet about = {0};
    quiet.diags = diags_new();
    sheet_table t = {.r = &quiet, .out = &about, .ids = {.arena = r->arena}};
    places_reading p = {.table = {.t = &t}, .out = out};
    *out = (sheet_places){.metrics = NULL};
    t.rows = tree_from_csv(r->arena, file, TREE_LIMITS, quiet.diags);
    bool is_read = t.rows != NULL && read_places(&p) &&
                   !diags_has_errors(quiet.diags);
    diags_drop(quiet.diags);
    return is_read;
}
