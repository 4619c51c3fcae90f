#include "metrics/manuscript_line.h"
#include "metrics/basis.h"
#include "metrics/sheet.h"

#include "base/utf8.h"

#define ID_LONGEST 32

bool
yaml_read_keys(yaml_reading *r, const tree_node *map, keys_table table,
               const tree_node *values[static YAML_VALUES])
{
    keys_range range = keys_of(table);
    return tree_read_map(map, range.keys, range.n, values + range.first,
                         r->diags);
}

metrics_text
yaml_text(const tree_node *node)
{
    if (node == NULL || node->kind != TREE_TEXT)
        return (metrics_text){0};
    return (metrics_text){slice_trim(node->text), node->span, node};
}

void
yaml_period(yaml_reading *r, const tree_node *node, jb_period *out)
{
    if (node == NULL || period_parse(node->text, out))
        return;
    diag_report(r->diags, &METRICS_BAD_PERIOD, node->span, node->text);
}

int
yaml_whole(yaml_reading *r, const tree_node *node, int otherwise)
{
    jb_decimal d;
    if (node == NULL)
        return otherwise;
    if (decimal_parse(slice_trim(node->text), &d) && d.scale == 0 &&
        d.coefficient >= 0 && d.coefficient < 1000000)
        return (int)d.coefficient;
    diag_report(r->diags, &METRICS_NOT_WHOLE, node->span, node->text);
    return otherwise;
}

bool
yaml_flag(const tree_node *node, bool otherwise)
{
    bool is_set = otherwise;
    if (node != NULL)
        tree_bool(node, &is_set);
    return is_set;
}

bool
yaml_check_id(yaml_reading *r, const tree_node *key)
{
    const char *why = NULL;
    if (key->text.len == 0)
        why = "它是空的";
    else if (utf8_count(key->text) > ID_LONGEST)
        why = "太长了";
    else
        for (size_t i = 0; i < key->text.len && why == NULL; i++)
            if (strchr(".|{} \t\n", key->text.at[i]) != NULL)
                why = "其中有空格、点、竖线或花括号";
    if (why == NULL)
        return true;
    diag_report(r->diags, &METRICS_BAD_ID, key->span, key->text,
                slice_from(why));
    return false;
}

size_t
yaml_items_count(const tree_node *list)
{
    if (list == NULL)
        return 0;
    return list->kind == TREE_LIST ? list->n : 1;
}

const tree_node *
yaml_item_at(const tree_node *list, size_t i)
{
    return list->kind == TREE_LIST ? list->items[i] : list;
}

bool
yaml_is_text(yaml_reading *r, const tree_node *item)
{
    if (item->kind == TREE_TEXT)
        return true;
    diag_report(r->diags, &METRICS_LIST_OF_TEXT, item->span);
    return false;
}

/* A line without text between two paragraphs. */
static size_t
paragraph_break(slice text, size_t from, size_t *after)
{
    for (size_t i = from; i < text.len; i++) {
        if (text.at[i] != '\n')
            continue;
        size_t j = i + 1;
        while (j < text.len && (text.at[j] == ' ' || text.at[j] == '\t' ||
                                text.at[j] == '\r'))
            j++;
        if (j < text.len && text.at[j] == '\n') {
            *after = j + 1;
            return i;
        }
    }
    *after = text.len;
    return text.len;
}

/* 。 at its end, or before what closes a quotation. */
static bool
ends_sentence(slice line)
{
    static const slice ends[] = {
        SLICE("。"),   SLICE("！"),   SLICE("？"),   SLICE("；"),
        SLICE("。”"), SLICE("！”"), SLICE("？”"), SLICE("。）")};
    return slice_ends_with_any(line, ends, sizeof ends / sizeof *ends) ||
           manuscript_heading_level(line) > 0;
}

/* Where the line at byte `from` ends. */
static size_t
line_end(slice text, size_t from)
{
    return from + slice_find(slice_cut(text, from, text.len),
                             SLICE_OF("\n"));
}

/* "- ", "1. ": items of a list stay together. */
static bool
starts_item(slice line)
{
    size_t i = 0;
    while (i < line.len && line.at[i] >= '0' && line.at[i] <= '9')
        i++;
    slice rest = slice_cut(line, i, line.len);
    return i > 0 ? slice_starts_with(rest, SLICE_OF(". "))
                 : slice_starts_with(line, SLICE_OF("- ")) ||
                       slice_starts_with(line, SLICE_OF("* ")) ||
                       slice_starts_with(line, SLICE_OF("• ")) ||
                       slice_starts_with(line, SLICE_OF("· "));
}

/* Whether each line is a paragraph: all are sentences or headings to their
 * ends, as no text is that was wrapped by hand. */
static bool
has_paragraph_lines(slice text)
{
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        end = line_end(text, at);
        slice line = slice_trim(slice_cut(text, at, end));
        bool is_last = end >= text.len;
        if (starts_item(line) || (!is_last && !ends_sentence(line)))
            return false;
    }
    return true;
}

/* A paragraph's offsets count from the scalar's start: `text` points into
 * node->text, so a place inside it is found by the difference. */
static void
split_paragraphs(yaml_reading *r, const tree_node *node, yaml_texts *out)
{
    size_t from = 0;
    while (from < node->text.len) {
        size_t after;
        size_t end = paragraph_break(node->text, from, &after);
        size_t line = line_end(node->text, from);
        slice block = slice_trim(slice_cut(node->text, from, end));
        if (line < end && has_paragraph_lines(block)) {
            end = line;
            after = line + 1;
        }
        slice piece = slice_trim(slice_cut(node->text, from, end));
        from = after;
        if (piece.len == 0)
            continue;
        size_t start = (size_t)(piece.at - node->text.at);
        metrics_text t = {
            piece, tree_span_within(node, start, start + piece.len), node};
        ARRAY_PUSH(r->arena, out, t);
    }
}

void
yaml_read_texts(yaml_reading *r, const tree_node *list, yaml_texts *out)
{
    for (size_t i = 0; i < yaml_items_count(list); i++)
        if (yaml_is_text(r, yaml_item_at(list, i)))
            split_paragraphs(r, yaml_item_at(list, i), out);
}

typedef ARRAY(size_t) indices;

static slice
suggestion(yaml_reading *r, const char *near)
{
    if (near == NULL)
        return SLICE_OF("检查编号是否写错。");
    return slice_printf(r->arena, "是不是“%s”？", near);
}

static const char *
nearest_chart(const jb_metrics *m, slice id)
{
    arena *scratch = arena_new();
    const char **ids = ARENA_ARRAY(scratch, m->charts.n, const char *);
    for (size_t i = 0; i < m->charts.n; i++)
        ids[i] = m->charts.at[i].id.at;
    const char *near = tree_nearest(id, ids, m->charts.n);
    arena_drop(scratch);
    return near;
}

static const char *
nearest_table(const jb_metrics *m, slice id)
{
    arena *scratch = arena_new();
    const char **ids = ARENA_ARRAY(scratch, m->tables.n, const char *);
    for (size_t i = 0; i < m->tables.n; i++)
        ids[i] = m->tables.at[i].id.at;
    const char *near = tree_nearest(id, ids, m->tables.n);
    arena_drop(scratch);
    return near;
}

/* What lists of ids may name. */
typedef struct named_kind {
    size_t (*lookup)(const jb_metrics *m, slice id);
    const char *(*nearest)(const jb_metrics *m, slice id);
    const diag_kind *unknown;
} named_kind;

static const named_kind named_metric = {
    metrics_lookup, metrics_nearest, &METRICS_UNKNOWN_METRIC};
static const named_kind named_chart = {
    metrics_chart_lookup, nearest_chart, &METRICS_UNKNOWN_CHART};
static const named_kind named_table = {
    metrics_table_lookup, nearest_table, &METRICS_UNKNOWN_TABLE};

static void
read_ids(yaml_reading *r, const tree_node *list, const named_kind *kind,
         indices *out)
{
    for (size_t i = 0; i < yaml_items_count(list); i++) {
        const tree_node *item = yaml_item_at(list, i);
        if (!yaml_is_text(r, item))
            continue;
        size_t at = kind->lookup(r->m, slice_trim(item->text));
        if (at != SLICE_INDEX_NONE)
            ARRAY_PUSH(r->arena, out, at);
        else
            diag_report(r->diags, kind->unknown, item->span, item->text,
                        suggestion(r, kind->nearest(r->m, item->text)));
    }
}

bool
yaml_table_named(yaml_reading *r, const tree_node *item, size_t *index)
{
    indices found = {0};
    read_ids(r, item, &named_table, &found);
    if (found.n > 0)
        *index = found.at[0];
    return found.n > 0;
}

/* Text under text; an empty map is the same as none. */
static metrics_pair *
read_pairs(yaml_reading *r, const tree_node *map, size_t *n)
{
    size_t most = map == NULL ? 0 : map->n;
    metrics_pair *pairs = ARENA_ARRAY(r->arena, most, metrics_pair);
    *n = 0;
    for (size_t i = 0; i < most; i++)
        if (yaml_is_text(r, map->pairs[i].value))
            pairs[(*n)++] = (metrics_pair){yaml_text(map->pairs[i].key),
                                           yaml_text(map->pairs[i].value)};
    return pairs;
}

static void
read_focus(yaml_reading *r, const tree_node *list, metrics_chart *chart)
{
    size_t n = yaml_items_count(list);
    chart->focus = ARENA_ARRAY(r->arena, n, metrics_text);
    for (size_t i = 0; i < n; i++)
        if (yaml_is_text(r, yaml_item_at(list, i)))
            chart->focus[chart->n_focus++] =
                yaml_text(yaml_item_at(list, i));
}

/* What stands before and after the sign of 5..6%; false when there is none. */
static bool
band_cut(slice text, slice *low, slice *high)
{
    static const slice signs[] = {SLICE(".."), SLICE("～"), SLICE("~"),
                                  SLICE("—"), SLICE("至")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t at = slice_find(text, signs[i]);
        if (at == 0 || at == text.len)
            continue;
        *low = slice_trim(slice_cut(text, 0, at));
        *high = slice_trim(slice_cut(text, at + signs[i].len, text.len));
        return true;
    }
    return false;
}

/* {合理区间: 5..6%}; the unit may stand at the end alone. */
static bool
read_guide_value(yaml_reading *r, const tree_node *node, metrics_guide *g)
{
    slice text = slice_trim(node->text), low, high;
    jb_unit none = {0};
    g->has_value = true;
    g->is_band = band_cut(text, &low, &high);
    if (!g->is_band)
        return quantity_parse(r->arena, text, node->span, none, &g->low,
                              r->diags);
    return quantity_parse(r->arena, high, node->span, none, &g->high,
                          r->diags) &&
           quantity_parse(r->arena, low, node->span, g->high.unit, &g->low,
                          r->diags);
}

static void
read_guide(yaml_reading *r, const tree_node *item, metrics_chart *chart)
{
    metrics_guide g = {.words = yaml_text(item)};
    if (item->kind == TREE_MAP && item->n == 1) {
        const tree_pair *pair = &item->pairs[0];
        g.words = yaml_text(pair->key);
        if (!yaml_is_text(r, pair->value) ||
            !read_guide_value(r, pair->value, &g))
            return;
    } else if (item->kind != TREE_TEXT) {
        diag_report(r->diags, &METRICS_GUIDE_MALFORMED, item->span);
        return;
    }
    chart->guides[chart->n_guides++] = g;
}

static void
read_guides(yaml_reading *r, const tree_node *list, metrics_chart *chart)
{
    size_t n = yaml_items_count(list);
    chart->guides = ARENA_ARRAY(r->arena, n, metrics_guide);
    for (size_t i = 0; i < n; i++)
        read_guide(r, yaml_item_at(list, i), chart);
}

static void
read_chart(yaml_reading *r, const tree_pair *pair)
{
    const tree_node *v[YAML_VALUES];
    bool is_named = yaml_check_id(r, pair->key);
    if (!yaml_read_keys(r, pair->value, KEYS_CHART, v) || !is_named)
        return;
    indices metrics = {0};
    read_ids(r, v[KEY_CHART_METRICS], &named_metric, &metrics);
    metrics_chart c = {
        .id = pair->key->text,
        .span = pair->key->span,
        .kind = yaml_text(v[KEY_CHART_KIND]),
        .title = yaml_text(v[KEY_CHART_TITLE]),
        .subtitle = yaml_text(v[KEY_CHART_SUBTITLE]),
        .note = yaml_text(v[KEY_CHART_NOTE]),
        .scale = yaml_text(v[KEY_CHART_SCALE]),
        .metrics = metrics.at,
        .n_metrics = metrics.n,
    };
    read_focus(r, v[KEY_CHART_FOCUS], &c);
    read_guides(r, v[KEY_CHART_GUIDES], &c);
    c.remarks = read_pairs(r, v[KEY_CHART_REMARKS], &c.n_remarks);
    c.arrows = read_pairs(r, v[KEY_CHART_ARROWS], &c.n_arrows);
    c.options = read_pairs(r, v[KEY_CHART_OPTIONS], &c.n_options);
    slice_index_add(&r->m->chart_ids, c.id, r->m->charts.n);
    ARRAY_PUSH(r->arena, &r->m->charts, c);
}

/* Its level, as written or by how deep it stands in others. */
static int
section_level(yaml_reading *r, const tree_node *written, int outer)
{
    int level = yaml_whole(r, written, outer + 1);
    if (level < 1 || level > METRICS_LEVELS)
        diag_report(r->diags, &METRICS_BAD_LEVEL, written->span,
                    written->text);
    else if (outer > 0 && level != outer + 1)
        diag_report(r->diags, &METRICS_LEVEL_OF_NESTED, written->span,
                    written->text);
    return level;
}

static void
read_section_id(yaml_reading *r, const tree_node *node, metrics_section *s)
{
    if (node == NULL || !yaml_check_id(r, node))
        return;
    s->id = slice_trim(node->text);
    for (size_t i = 0; i < r->m->sections.n; i++)
        if (slice_equal(r->m->sections.at[i].id, s->id))
            diag_report(r->diags, &METRICS_SECTION_TWICE, node->span, s->id);
}

static void read_sections(yaml_reading *r, const tree_node *list, int outer);

/* The sections inside it follow it. */
static void
read_section(yaml_reading *r, const tree_node *node, int outer)
{
    const tree_node *v[YAML_VALUES];
    yaml_read_keys(r, node, KEYS_SECTION, v);
    metrics_section s = {.span = node->span};
    if (node->kind != TREE_MAP)
        return;
    read_section_id(r, v[KEY_SECTION_ID], &s);
    s.heading = yaml_text(v[KEY_SECTION_HEADING]);
    s.level = section_level(r, v[KEY_SECTION_LEVEL], outer);
    yaml_texts paragraphs = {0};
    yaml_read_texts(r, v[KEY_SECTION_TEXT], &paragraphs);
    s.paragraphs = paragraphs.at;
    s.n_paragraphs = paragraphs.n;
    indices charts = {0}, tables = {0};
    read_ids(r, v[KEY_SECTION_CHARTS], &named_chart, &charts);
    s.charts = charts.at;
    s.n_charts = charts.n;
    read_ids(r, v[KEY_SECTION_TABLES], &named_table, &tables);
    s.tables = tables.at;
    s.n_tables = tables.n;
    ARRAY_PUSH(r->arena, &r->m->sections, s);
    const tree_node *inner = v[KEY_SECTION_SECTIONS];
    if (inner != NULL && s.level >= METRICS_LEVELS)
        diag_report(r->diags, &METRICS_NESTED_TOO_DEEP, inner->span);
    else
        read_sections(r, inner, s.level);
}

static void
read_sections(yaml_reading *r, const tree_node *list, int outer)
{
    for (size_t i = 0; i < yaml_items_count(list); i++)
        read_section(r, yaml_item_at(list, i), outer);
}

static void
read_summary(yaml_reading *r, const tree_node *node)
{
    metrics_document *d = &r->m->document;
    if (node == NULL)
        return;
    bool is_text = node->kind == TREE_TEXT;
    d->is_summary_list = is_text && (slice_is(node->text, "list") ||
                                     slice_is(node->text, "列表"));
    d->has_auto_summary = d->is_summary_list ||
                          (is_text && (slice_is(node->text, "auto") ||
                                       slice_is(node->text, "自动")));
    if (d->has_auto_summary)
        return;
    yaml_texts paragraphs = {0};
    yaml_read_texts(r, node, &paragraphs);
    d->summary = paragraphs.at;
    d->n_summary = paragraphs.n;
}

static void
read_date(yaml_reading *r, const tree_node *node)
{
    metrics_document *d = &r->m->document;
    if (node == NULL)
        return;
    d->date_span = node->span;
    if (!date_parse(node->text, &d->date)) {
        diag_report(r->diags, &METRICS_BAD_DATE, node->span, node->text);
        return;
    }
    jb_period p = d->period;
    bool is_early = period_is_set(p) &&
                    (d->date.year < p.first_year ||
                     (d->date.year == p.first_year &&
                      d->date.month < p.first_month));
    if (is_early)
        diag_report(r->diags, &METRICS_DATE_BEFORE_PERIOD, node->span,
                    date_name(r->arena, d->date), period_name(r->arena, p));
}

static decimal_rounding
read_rounding(yaml_reading *r, const tree_node *node)
{
    static const struct {
        const char *name;
        decimal_rounding rounding;
    } names[] = {
        {"四舍五入", DECIMAL_HALF_UP}, {"half-up", DECIMAL_HALF_UP},
        {"国标", DECIMAL_HALF_EVEN},   {"half-even", DECIMAL_HALF_EVEN},
        {"五成双", DECIMAL_HALF_EVEN}, {"GB/T 8170", DECIMAL_HALF_EVEN},
    };
    if (node == NULL)
        return DECIMAL_HALF_UP;
    slice word = slice_trim(node->text);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(word, names[i].name))
            return names[i].rounding;
    diag_report(r->diags, &METRICS_ROUNDING_UNKNOWN, node->span, word);
    return DECIMAL_HALF_UP;
}

/* 0.5%; what moved by more than a tenth is not flat in any sense. */
static void
read_nearly_flat(yaml_reading *r, const tree_node *node)
{
    jb_decimal most = {10, 0};
    metrics_change change = {0};
    if (node == NULL)
        return;
    yaml_read_change(r, node, (jb_unit){0}, &change);
    if (change.kind == CHANGE_RATE && decimal_sign(change.rate) > 0 &&
        decimal_compare(change.rate, most) <= 0)
        r->m->document.nearly_flat = change.rate;
    else
        diag_report(r->diags, &METRICS_BAD_NEARLY_FLAT, node->span,
                    node->text);
}

static void
read_head(yaml_reading *r, const tree_node *const v[static YAML_VALUES])
{
    metrics_document *d = &r->m->document;
    d->title = yaml_text(v[KEY_DOCUMENT_TITLE]);
    d->subtitle = yaml_text(v[KEY_DOCUMENT_SUBTITLE]);
    d->issuer = yaml_text(v[KEY_DOCUMENT_ISSUER]);
    d->number = yaml_text(v[KEY_DOCUMENT_NUMBER]);
    d->source = yaml_text(v[KEY_DOCUMENT_SOURCE]);
    d->addressee = yaml_text(v[KEY_DOCUMENT_ADDRESSEE]);
    d->place = yaml_text(v[KEY_DOCUMENT_PLACE]);
    d->layout = yaml_text(v[KEY_DOCUMENT_LAYOUT]);
    d->theme = yaml_text(v[KEY_DOCUMENT_THEME]);
    d->logo = yaml_text(v[KEY_DOCUMENT_LOGO]);
    d->rounding = read_rounding(r, v[KEY_DOCUMENT_ROUNDING]);
    read_nearly_flat(r, v[KEY_DOCUMENT_NEARLY_FLAT]);
    d->is_fictional = yaml_flag(v[KEY_DOCUMENT_FICTIONAL], false);
    d->normalises_marks = yaml_flag(v[KEY_DOCUMENT_NORMALISE], true);
    d->has_metrics_table = yaml_flag(v[KEY_DOCUMENT_METRICS_TABLE], true);
    yaml_period(r, v[KEY_DOCUMENT_PERIOD], &d->period);
    read_date(r, v[KEY_DOCUMENT_DATE]);
    yaml_read_official(r, v);
}

static void
read_body(yaml_reading *r, const tree_node *const v[static YAML_VALUES])
{
    metrics_document *d = &r->m->document;
    const tree_node *charts = v[KEY_DOCUMENT_CHARTS];
    for (size_t i = 0; charts != NULL && i < charts->n; i++)
        read_chart(r, &charts->pairs[i]);
    const tree_node *tables = v[KEY_DOCUMENT_TABLES];
    for (size_t i = 0; tables != NULL && i < tables->n; i++)
        yaml_read_table(r, &tables->pairs[i]);
    yaml_read_attachments(r, v[KEY_DOCUMENT_ATTACHMENTS]);
    read_sections(r, v[KEY_DOCUMENT_SECTIONS], 0);
    indices cards = {0};
    read_ids(r, v[KEY_DOCUMENT_CARDS], &named_metric, &cards);
    d->cards = cards.at;
    d->n_cards = cards.n;
    yaml_read_texts(r, v[KEY_DOCUMENT_NOTES], &r->notes);
    d->notes = r->notes.at;
    d->n_notes = r->notes.n;
    yaml_texts sic = {0};
    yaml_read_texts(r, v[KEY_DOCUMENT_SIC], &sic);
    yaml_check_attached(r);
    d->sic = sic.at;
    d->n_sic = sic.n;
    read_summary(r, v[KEY_DOCUMENT_SUMMARY]);
}

/* Words of a person's own make a document without metrics. */
static bool
has_own_words(const jb_metrics *m)
{
    const metrics_document *d = &m->document;
    for (size_t i = 0; i < m->sections.n; i++)
        if (m->sections.at[i].n_paragraphs + m->sections.at[i].n_tables > 0)
            return true;
    return d->n_summary > 0;
}

/* No metrics, though something must be made of them; what could not be read
 * may have held them. */
static void
report_none(yaml_reading *r, const tree_node *at)
{
    bool is_wanting =
        r->m->document.has_auto_summary || !has_own_words(r->m);
    if (is_wanting && diags_count_of(r->diags, DIAG_ERROR) == 0)
        diag_report(r->diags, &METRICS_NONE, at->span);
}

static void
report_alone(const yaml_reading *r)
{
    if (r->n_alone > 0)
        diag_report(r->diags, &METRICS_GROWTH_ALONE, r->alone_span,
                    slice_printf(r->arena, "%d", r->n_alone), r->alone,
                    slice_from(r->n_alone > 3 ? "等" : ""));
}

bool
yaml_read_document(yaml_reading *r, const tree_node *root)
{
    const tree_node *v[YAML_VALUES];
    yaml_read_keys(r, root, KEYS_DOCUMENT, v);
    if (root->kind != TREE_MAP)
        return false;
    read_head(r, v);
    const tree_node *metrics = v[KEY_DOCUMENT_METRICS];
    if (v[KEY_DOCUMENT_DATA] != NULL)
        metrics = sheet_joined(r, v[KEY_DOCUMENT_DATA], metrics);
    for (size_t i = 0; metrics != NULL && i < metrics->n; i++)
        yaml_read_metric(r, &metrics->pairs[i]);
    report_alone(r);
    read_body(r, v);
    basis_read(r->m);
    if (metrics == NULL || metrics->n == 0)
        report_none(r, metrics == NULL ? root : metrics);
    return true;
}

bool
metrics_read_yaml(jb_metrics *m, const jb_source *source, jb_diags *diags)
{
    yaml_reading r = {.m = m, .arena = m->arena, .diags = diags};
    const tree_node *root =
        tree_from_source(m->arena, source, TREE_LIMITS, diags);
    return root != NULL && yaml_read_document(&r, root);
}
