#include "metrics/yaml.h"

typedef struct word {
    const char *text;
    int value;
} word;

static const word statuses[] = {
    {"actual", STATUS_ACTUAL},           {"实际", STATUS_ACTUAL},
    {"expected", STATUS_EXPECTED},       {"预计", STATUS_EXPECTED},
    {"预测", STATUS_EXPECTED},           {"preliminary", STATUS_PRELIMINARY},
    {"快报", STATUS_PRELIMINARY},        {"初步", STATUS_PRELIMINARY},
    {"初步核算", STATUS_PRELIMINARY},    {"target", STATUS_TARGET},
    {"目标", STATUS_TARGET},             {"to-date", STATUS_TO_DATE},
    {"累计", STATUS_TO_DATE},
};

static const word bounds[] = {
    {"exact", BOUND_EXACT},       {"准确", BOUND_EXACT},
    {"at-least", BOUND_AT_LEAST}, {"以上", BOUND_AT_LEAST},
    {"不少于", BOUND_AT_LEAST},   {"不低于", BOUND_AT_LEAST},
    {"above", BOUND_ABOVE},       {"突破", BOUND_ABOVE},
    {"超过", BOUND_ABOVE},        {"at-most", BOUND_AT_MOST},
    {"以下", BOUND_AT_MOST},      {"不超过", BOUND_AT_MOST},
    {"approximate", BOUND_APPROXIMATE}, {"左右", BOUND_APPROXIMATE},
    {"约", BOUND_APPROXIMATE},
};

#define N_OF(array) (sizeof(array) / sizeof *(array))

static bool
word_value(const word *words, size_t n, slice text, int *out)
{
    for (size_t i = 0; i < n; i++) {
        if (!slice_is(text, words[i].text))
            continue;
        *out = words[i].value;
        return true;
    }
    return false;
}

static int
read_word(yaml_reading *r, const tree_node *node, const word *words, size_t n,
          const diag_kind *kind)
{
    int value = 0;
    if (node != NULL && !word_value(words, n, slice_trim(node->text), &value))
        diag_report(r->diags, kind, node->span, node->text);
    return value;
}

static bool
read_quantity(yaml_reading *r, const tree_node *node,
              const metrics_metric *m, jb_quantity *out)
{
    return node != NULL &&
           quantity_parse(r->arena, node->text, node->span, m->unit, out,
                          r->diags);
}

/* What piles up does so from January, or from where a period of the same
 * year begins that goes on longer. */
static int
to_date_start(jb_period period, jb_period until)
{
    bool is_longer = period_is_set(period) &&
                     period.first_year == until.last_year &&
                     (period.last_year > until.last_year ||
                      period.last_month > until.last_month);
    return is_longer ? period.first_month : 1;
}

static void
read_to_date(yaml_reading *r, const tree_node *node, metrics_metric *m)
{
    const tree_node *v[YAML_VALUES];
    if (node == NULL || !yaml_read_keys(r, node, KEYS_TO_DATE, v))
        return;
    jb_period until = {0};
    yaml_period(r, v[KEY_TO_DATE_UNTIL], &until);
    m->has_to_date = period_is_set(until) &&
                     read_quantity(r, v[KEY_TO_DATE_VALUE], m, &m->to_date);
    if (!m->has_to_date)
        return;
    m->to_date.status = STATUS_TO_DATE;
    until.first_year = until.last_year;
    until.first_month = to_date_start(m->period, until);
    m->to_date_until = until;
    if (period_is_set(m->period) && until.last_year > m->period.last_year)
        diag_report(r->diags, &METRICS_TO_DATE_LATE,
                    v[KEY_TO_DATE_UNTIL]->span, period_name(r->arena, until),
                    period_name(r->arena, m->period));
}

/* Names with a quantity each: parts, or peers. */
static metrics_part *
read_named(yaml_reading *r, const tree_node *map, const metrics_metric *m,
           size_t *n)
{
    if (map == NULL)
        return NULL;
    metrics_part *named = ARENA_ARRAY(r->arena, map->n, metrics_part);
    for (size_t i = 0; i < map->n; i++) {
        metrics_part part = {.name = yaml_text(map->pairs[i].key)};
        const tree_node *value = map->pairs[i].value;
        if (value->kind != TREE_TEXT)
            diag_report(r->diags, &METRICS_LIST_OF_TEXT, value->span);
        else if (read_quantity(r, value, m, &part.value))
            named[(*n)++] = part;
    }
    return named;
}

static metrics_part *
part_named(metrics_metric *m, slice name)
{
    for (size_t i = 0; i < m->n_parts; i++)
        if (slice_equal(m->parts[i].name.text, slice_trim(name)))
            return &m->parts[i];
    return NULL;
}

static void
read_parts_previous(yaml_reading *r, const tree_node *map, metrics_metric *m)
{
    for (size_t i = 0; map != NULL && i < map->n; i++) {
        const tree_node *key = map->pairs[i].key;
        const tree_node *value = map->pairs[i].value;
        metrics_part *part = part_named(m, key->text);
        if (part == NULL)
            diag_report(r->diags, &METRICS_PART_UNKNOWN, key->span,
                        key->text, SLICE_OF("上年其中"));
        else if (value->kind != TREE_TEXT)
            diag_report(r->diags, &METRICS_LIST_OF_TEXT, value->span);
        else
            part->has_previous = read_quantity(r, value, m, &part->previous);
    }
}

static void
read_parts_growth(yaml_reading *r, const tree_node *map, metrics_metric *m)
{
    for (size_t i = 0; map != NULL && i < map->n; i++) {
        const tree_node *key = map->pairs[i].key;
        metrics_part *part = part_named(m, key->text);
        if (part == NULL)
            diag_report(r->diags, &METRICS_PART_UNKNOWN, key->span,
                        key->text, SLICE_OF("其中同比"));
        else
            yaml_read_change(r, map->pairs[i].value, m->unit, &part->growth);
    }
}

/* Oldest first, whatever the order in the file. */
static void
insert_past(metrics_metric *m, metrics_past past)
{
    size_t at = m->n_history++;
    while (at > 0 &&
           period_compare(m->history[at - 1].period, past.period) > 0) {
        m->history[at] = m->history[at - 1];
        at--;
    }
    m->history[at] = past;
}

static void
read_history(yaml_reading *r, const tree_node *map, metrics_metric *m)
{
    if (map == NULL)
        return;
    m->history = ARENA_ARRAY(r->arena, map->n, metrics_past);
    for (size_t i = 0; i < map->n; i++) {
        metrics_past past = {0};
        const tree_node *value = map->pairs[i].value;
        yaml_period(r, map->pairs[i].key, &past.period);
        if (value->kind != TREE_TEXT)
            diag_report(r->diags, &METRICS_LIST_OF_TEXT, value->span);
        else if (period_is_set(past.period) &&
                 read_quantity(r, value, m, &past.value))
            insert_past(m, past);
    }
}

static void
read_levels(yaml_reading *r, const tree_node *const v[static YAML_VALUES],
            metrics_metric *m)
{
    int status = read_word(r, v[KEY_METRIC_STATUS], statuses, N_OF(statuses),
                           &METRICS_BAD_STATUS);
    int bound = read_word(r, v[KEY_METRIC_BOUND], bounds, N_OF(bounds),
                          &METRICS_BAD_BOUND);
    m->has_value = read_quantity(r, v[KEY_METRIC_VALUE], m, &m->value);
    m->value.status = (quantity_status)status;
    if (bound != BOUND_EXACT)
        m->value.bound = (quantity_bound)bound;
    m->has_previous =
        read_quantity(r, v[KEY_METRIC_PREVIOUS], m, &m->previous);
    m->has_target =
        read_quantity(r, v[KEY_METRIC_TARGET], m, &m->target);
    m->target.status = STATUS_TARGET;
}

/* Nothing but spaces, wide ones too. */
static bool
is_blank(slice s)
{
    slice wide = SLICE_OF("　");
    while (slice_starts_with(s, wide))
        s = slice_trim(slice_cut(s, wide.len, s.len));
    return s.len == 0;
}

static void
read_words(yaml_reading *r, const tree_node *const v[static YAML_VALUES],
           metrics_metric *m)
{
    m->name = yaml_text(v[KEY_METRIC_NAME]);
    if (v[KEY_METRIC_NAME] != NULL && is_blank(m->name.text))
        diag_report(r->diags, &METRICS_NAME_BLANK, m->name.span);
    m->short_name = yaml_text(v[KEY_METRIC_SHORT]);
    m->source = yaml_text(v[KEY_METRIC_SOURCE]);
    m->note = yaml_text(v[KEY_METRIC_NOTE]);
    m->group = yaml_text(v[KEY_METRIC_GROUP]);
    m->basis = yaml_text(v[KEY_METRIC_BASIS]);
    m->is_parts_complete = yaml_flag(v[KEY_METRIC_PARTS_COMPLETE], true);
    m->is_fall_good = yaml_flag(v[KEY_METRIC_FALL_IS_GOOD], false);
    m->period = r->m->document.period;
    yaml_period(r, v[KEY_METRIC_PERIOD], &m->period);
    if (v[KEY_METRIC_UNIT] != NULL)
        m->unit = unit_from(v[KEY_METRIC_UNIT]->text);
}

/* A figure has a unit; of what has none, growth alone can be told. */
static void
check_unit(yaml_reading *r, const tree_node *map,
           const tree_node *const v[static YAML_VALUES])
{
    static const enum metrics_key levels[] = {
        KEY_METRIC_VALUE,   KEY_METRIC_PREVIOUS,
        KEY_METRIC_TO_DATE, KEY_METRIC_TARGET,
        KEY_METRIC_PARTS,   KEY_METRIC_PARTS_PREVIOUS,
        KEY_METRIC_PEERS,   KEY_METRIC_HISTORY};
    keys_range range = keys_of(KEYS_METRIC);
    const tree_key *unit = &range.keys[KEY_METRIC_UNIT - range.first];
    bool has_level = v[KEY_METRIC_GROWTH] == NULL;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        has_level = has_level || v[levels[i]] != NULL;
    if (v[KEY_METRIC_UNIT] == NULL && has_level)
        diag_report(r->diags, &TREE_MISSING_KEY,
                    span_of(map->span.source, map->span.first,
                            map->span.first),
                    tree_key_name(unit), slice_from(unit->name),
                    slice_from(unit->doc));
}

/* One growth, under the name of what it was the growth of. */
static void
read_former(yaml_reading *r, const tree_node *map, metrics_metric *m)
{
    if (map == NULL || map->n == 0)
        return;
    if (map->n > 1)
        diag_report(r->diags, &METRICS_FORMER_MANY, map->pairs[1].key->span);
    const tree_node *value = map->pairs[0].value;
    m->former_name = yaml_text(map->pairs[0].key);
    if (value->kind != TREE_TEXT)
        diag_report(r->diags, &METRICS_LIST_OF_TEXT, value->span);
    else
        yaml_read_change(r, value, m->unit, &m->former);
}

/* Of amounts a mean in percent is one of growth. */
static void
read_mean(yaml_reading *r, const tree_node *map, metrics_metric *m)
{
    if (map == NULL || map->n == 0)
        return;
    if (map->n > 1)
        diag_report(r->diags, &METRICS_MEAN_MANY, map->pairs[1].key->span);
    const tree_node *value = map->pairs[0].value;
    bool is_share = m->unit.kind == UNIT_PERCENT;
    slice text = slice_trim(value->text);
    m->mean_scope = yaml_text(map->pairs[0].key);
    m->mean_is_of_growth = !is_share && slice_ends_with(text, SLICE_OF("%"));
    if (value->kind != TREE_TEXT) {
        diag_report(r->diags, &METRICS_LIST_OF_TEXT, value->span);
        return;
    }
    jb_unit unit = m->mean_is_of_growth ? unit_from(SLICE_OF("%")) : m->unit;
    m->has_mean = quantity_parse(r->arena, value->text, value->span, unit,
                                 &m->mean, r->diags);
}

/* 居民消费价格涨幅 is a rate, and its 环比 another of the same thing: 0.1%. */
static void
read_sequential(yaml_reading *r, const tree_node *node, metrics_metric *m)
{
    static const slice ends[] = {SLICE("涨幅"), SLICE("涨跌幅")};
    bool is_price = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        is_price = is_price || slice_ends_with(m->name.text, ends[i]);
    bool is_rate = is_price && node != NULL &&
                   slice_ends_with(slice_trim(node->text), SLICE_OF("%"));
    yaml_read_change(r, node, is_rate ? (jb_unit){0} : m->unit,
                     &m->sequential);
}

/* Names of metrics without a level that are told, at most. */
#define ALONE_NAMED 3

/* Of much that releases tell only the growth is published: that is told once
 * for all of them, when the file is read. */
static void
note_alone(yaml_reading *r, const metrics_metric *m, slice name)
{
    if (r->n_alone == 0)
        r->alone_span = m->span;
    if (r->n_alone < ALONE_NAMED)
        r->alone = slice_printf(r->arena, "%.*s%s“%.*s”",
                                SLICE_ARGS(r->alone),
                                r->n_alone > 0 ? "、" : "",
                                SLICE_ARGS(name));
    r->n_alone++;
}

/* Without any level there is nothing to say; a value that was written but
 * could not be read has been reported already. */
static void
check_levels(yaml_reading *r, const tree_node *const v[static YAML_VALUES],
             const metrics_metric *m)
{
    bool is_written = v[KEY_METRIC_VALUE] != NULL ||
                      v[KEY_METRIC_TO_DATE] != NULL ||
                      v[KEY_METRIC_PARTS] != NULL ||
                      v[KEY_METRIC_PEERS] != NULL;
    if (is_written)
        return;
    slice name = m->name.text.at != NULL ? m->name.text : m->id;
    if (v[KEY_METRIC_GROWTH] != NULL)
        note_alone(r, m, name);
    else
        diag_report(r->diags, &METRICS_NO_VALUE, m->span, name);
}

void
yaml_read_metric(yaml_reading *r, const tree_pair *pair)
{
    const tree_node *v[YAML_VALUES];
    metrics_metric m = {.id = pair->key->text, .span = pair->key->span};
    yaml_check_id(r, pair->key);
    yaml_read_keys(r, pair->value, KEYS_METRIC, v);
    if (pair->value->kind == TREE_MAP) {
        read_words(r, v, &m);
        check_unit(r, pair->value, v);
        read_levels(r, v, &m);
        read_to_date(r, v[KEY_METRIC_TO_DATE], &m);
        m.parts = read_named(r, v[KEY_METRIC_PARTS], &m, &m.n_parts);
        m.peers = read_named(r, v[KEY_METRIC_PEERS], &m, &m.n_peers);
        read_parts_previous(r, v[KEY_METRIC_PARTS_PREVIOUS], &m);
        read_parts_growth(r, v[KEY_METRIC_PARTS_GROWTH], &m);
        read_history(r, v[KEY_METRIC_HISTORY], &m);
        yaml_read_rank(r, v[KEY_METRIC_RANK], &m.rank);
        yaml_read_change(r, v[KEY_METRIC_GROWTH], m.unit, &m.growth);
        read_sequential(r, v[KEY_METRIC_SEQUENTIAL], &m);
        read_former(r, v[KEY_METRIC_FORMER], &m);
        read_mean(r, v[KEY_METRIC_MEAN], &m);
        check_levels(r, v, &m);
    }
    slice_index_add(&r->m->metric_ids, m.id, r->m->metrics.n);
    ARRAY_PUSH(r->arena, &r->m->metrics, m);
}
