#include "metrics/heading.h"

#include "base/array.h"
#include "base/utf8.h"

typedef struct heading_words {
    enum metrics_key key;
    const char *names;
} heading_words;

#define HEADING(field, names) {KEY_METRIC_##field, names},
static const heading_words words[] = {
#include "metrics/headings.def"
};
#undef HEADING

/* Keys that take more than a cell can hold. */
static const enum metrics_key uncelled[] = {
    KEY_METRIC_TO_DATE, KEY_METRIC_PARTS,   KEY_METRIC_PARTS_PREVIOUS,
    KEY_METRIC_PEERS,   KEY_METRIC_HISTORY, KEY_METRIC_FORMER,
    KEY_METRIC_MEAN,    KEY_METRIC_PARTS_GROWTH,
};

static const slice IDEOGRAPHIC_SPACE = SLICE("\xE3\x80\x80");

static bool
is_celled(enum metrics_key key)
{
    for (size_t i = 0; i < sizeof uncelled / sizeof *uncelled; i++)
        if (uncelled[i] == key)
            return false;
    return true;
}

slice
heading_trim(slice text)
{
    size_t before;
    do {
        before = text.len;
        text = slice_trim(text);
        if (slice_starts_with(text, IDEOGRAPHIC_SPACE))
            text = slice_cut(text, IDEOGRAPHIC_SPACE.len, text.len);
        if (slice_ends_with(text, IDEOGRAPHIC_SPACE))
            text.len -= IDEOGRAPHIC_SPACE.len;
    } while (text.len != before);
    return text;
}

slice
heading_bare(arena *a, slice text)
{
    slice_builder out = {.arena = a};
    for (size_t at = 0; at < text.len;) {
        size_t first = at;
        uint32_t code = utf8_next(text, &at);
        if (code > ' ' && code != 0x3000 && code != 0xA0)
            builder_add(&out, slice_cut(text, first, at));
    }
    return builder_slice(&out);
}

/* Behind the last bracket that is opened; text.len when there is none. */
static size_t
last_opening(slice text, size_t *bracket)
{
    for (size_t i = text.len; i > 0; i--) {
        slice rest = slice_cut(text, i - 1, text.len);
        *bracket = i - 1;
        if (text.at[i - 1] == '(')
            return i;
        if (slice_starts_with(rest, SLICE_OF("（")))
            return i - 1 + SLICE_OF("（").len;
    }
    return text.len;
}

/* （累计）, （现价）, （不含农户）: brackets that say more of the name. */
static bool
is_remark(slice inside)
{
    static const slice remarks[] = {
        SLICE("累计"), SLICE("当月"), SLICE("本月"), SLICE("全年"),
        SLICE("价"),   SLICE("口径"), SLICE("含"),   SLICE("限额"),
        SLICE("规模"), SLICE("其中"), SLICE("预计"), SLICE("快报"),
        SLICE("初步"), SLICE("虚构"), SLICE("以上"), SLICE("县"),
        SLICE("市"),   SLICE("区"),   SLICE("镇")};
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++)
        if (slice_find(inside, remarks[i]) < inside.len)
            return true;
    return false;
}

static bool
split_bracket(slice text, slice *before, slice *in)
{
    slice closing =
        slice_ends_with(text, SLICE_OF("）")) ? SLICE_OF("）") : SLICE_OF(")");
    size_t bracket = 0;
    size_t inside = last_opening(text, &bracket);
    if (!slice_ends_with(text, closing) || inside >= text.len || bracket == 0)
        return false;
    *before = slice_cut(text, 0, bracket);
    *in = slice_cut(text, inside, text.len - closing.len);
    return in->len > 0;
}

bool
heading_split_unit(slice text, slice *before, slice *unit)
{
    slice name, inside;
    if (!split_bracket(text, &name, &inside) || is_remark(inside))
        return false;
    *before = name;
    *unit = inside;
    return true;
}

slice
heading_told_units(slice text)
{
    static const slice tells[] = {SLICE("单位："), SLICE("单位:")};
    for (size_t i = 0; i < sizeof tells / sizeof *tells; i++) {
        size_t at = slice_find(text, tells[i]);
        bool is_other = at >= SLICE_OF("填报").len && at < text.len &&
                        at >= SLICE_OF("填报").len &&
                        (slice_ends_with(slice_cut(text, 0, at),
                                         SLICE_OF("填报")) ||
                         slice_ends_with(slice_cut(text, 0, at),
                                         SLICE_OF("编制")));
        if (at == text.len || is_other)
            continue;
        slice rest = heading_trim(
            slice_cut(text, at + tells[i].len, text.len));
        if (slice_starts_with(rest, SLICE_OF("人民币")))
            rest = slice_cut(rest, strlen("人民币"), rest.len);
        rest = slice_cut(rest, 0, slice_find(rest, SLICE_OF("）")));
        if (slice_ends_with(rest, SLICE_OF("元人民币")))
            rest = slice_cut(rest, 0, rest.len - strlen("人民币"));
        return heading_trim(
            slice_cut(rest, 0, slice_find(rest, SLICE_OF(")"))));
    }
    return (slice){NULL, 0};
}

slice
heading_told_unit(slice text)
{
    slice all = heading_told_units(text);
    return heading_trim(slice_cut(all, 0, slice_find(all, SLICE_OF("、"))));
}

static bool
key_of(slice name, enum metrics_key *key)
{
    keys_range range = keys_of(KEYS_METRIC);
    size_t i = tree_key_index(range.keys, range.n, name);
    *key = (enum metrics_key)(range.first + i);
    if (i < range.n && is_celled(*key))
        return true;
    for (i = 0; i < sizeof words / sizeof *words; i++) {
        *key = words[i].key;
        if (slice_is_among(name, words[i].names))
            return true;
    }
    return false;
}

/* 全省位次, 全市排名: the scope of the ranks below. */
static bool
rank_scope(slice name, slice *scope)
{
    static const slice ends[] = {SLICE("位次"), SLICE("排名"), SLICE("排位"),
                                 SLICE("名次")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!slice_ends_with(name, ends[i]) || name.len == ends[i].len)
            continue;
        *scope = slice_cut(name, 0, name.len - ends[i].len);
        return true;
    }
    return false;
}

/* 2025年上半年同比: a period before one of a metric's keys. */
static bool
key_behind_period(arena *a, slice name, jb_period base, sheet_heading *out)
{
    for (size_t cut = name.len; cut > 0; cut--) {
        enum metrics_key key;
        if (!heading_period(a, slice_cut(name, 0, cut), base, &out->period))
            continue;
        if (!key_of(slice_cut(name, cut, name.len), &key))
            continue;
        out->role = HEADING_KEY;
        out->key = key;
        return true;
    }
    out->period = (jb_period){0};
    return false;
}

/* 同比±%, 增速%: the unit without brackets, and what only says that there
 * are signs. */
static slice
without_sign(slice name, slice *unit)
{
    static const slice ends[] = {SLICE("%"), SLICE("％"), SLICE("‰")};
    static const slice signs[] = {SLICE("±"), SLICE("+-"), SLICE("+/-"),
                                  SLICE("＋－")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!slice_ends_with(name, ends[i]) || name.len == ends[i].len)
            continue;
        name.len -= ends[i].len;
        *unit = i == 2 ? SLICE_OF("‰") : SLICE_OF("%");
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (slice_ends_with(name, signs[i]))
            name.len -= signs[i].len;
    return name;
}

/* （±%）, （+-%）. */
static void
trim_unit(slice *unit)
{
    slice sign = {NULL, 0};
    without_sign(*unit, &sign);
    if (sign.len > 0)
        *unit = sign;
}

sheet_heading
heading_read(arena *a, const tree_node *cell, jb_period base)
{
    static const char serials[] = "序号|次序|No.|NO.|行次",
                      ids[] = "编号|代码|id|指标代码";
    static const char deltas[] =
        "增减额|增减量|增减数|同比增减额|同比增减量|增加额|增量|"
        "比上年同期增减额|比上年增减额|净增额";
    static const char completions[] =
        "完成率|完成任务|完成计划|完成预算|完成目标|完成年度任务|"
        "完成全年任务|完成年度目标|为全年目标|占全年任务|占年度任务|"
        "为年计划|占预算|占年初预算|完成年初预算|完成进度";
    sheet_heading h = {.cell = cell};
    slice name = heading_bare(a, cell->text);
    slice inside = {NULL, 0};
    bool has_bracket = split_bracket(name, &name, &inside);
    if (has_bracket && !is_remark(inside))
        h.unit = inside;
    else if (!has_bracket)
        name = without_sign(name, &h.unit);
    trim_unit(&h.unit);
    if (slice_is_among(name, deltas)) {
        h.role = HEADING_DELTA;
    } else if (slice_is_among(name, completions)) {
        h.role = HEADING_COMPLETION;
    } else if (slice_is_among(name, serials)) {
        h.role = HEADING_SERIAL;
    } else if (slice_is_among(name, ids)) {
        h.role = HEADING_ID;
    } else if (key_of(name, &h.key)) {
        h.role = HEADING_KEY;
    } else if (rank_scope(name, &h.scope)) {
        h.role = HEADING_KEY;
        h.key = KEY_METRIC_RANK;
    } else if (heading_period(a, name, base, &h.period)) {
        h.role = HEADING_PERIOD;
    } else {
        key_behind_period(a, name, base, &h);
    }
    if (inside.len > 0 && heading_period(a, inside, base, &h.period))
        h.unit.len = 0;
    return h;
}

/* ── names under names ── */

static slice
without_brackets(slice text)
{
    static const slice pairs[][2] = {{SLICE("（"), SLICE("）")},
                                     {SLICE("("), SLICE(")")}};
    for (size_t i = 0; i < 2; i++)
        if (slice_starts_with(text, pairs[i][0]) &&
            slice_ends_with(text, pairs[i][1]))
            return slice_cut(text, pairs[i][0].len,
                             text.len - pairs[i][1].len);
    return text;
}

bool
heading_is_unit(slice name, slice *unit)
{
    static const char known[] =
        "%|％|‰|个百分点|百分点|个千分点|千分点|±%|+-%|±|元|千元|万元|亿元|万美元|亿美元|"
        "美元|人|万人|户|万户|家|个|项|件|吨|万吨|公斤|千克|公顷|亩|万亩|"
        "平方米|万平方米|平方公里|公里|千瓦时|万千瓦时|亿千瓦时|辆|万辆|位";
    *unit = slice_is(name, "±") ? SLICE_OF("%") : without_brackets(name);
    trim_unit(unit);
    return slice_is_among(*unit, known);
}

static bool
is_level(enum metrics_key key)
{
    return key == KEY_METRIC_VALUE || key == KEY_METRIC_PREVIOUS ||
           key == KEY_METRIC_TARGET;
}

/* What is told of a period and is its value goes by the period alone. */
static sheet_heading
of_period(sheet_heading h, jb_period period)
{
    h.is_borrowed = !period_is_set(h.period);
    h.period = h.is_borrowed ? period : h.period;
    if (period_is_set(h.period) && h.role == HEADING_KEY &&
        h.key == KEY_METRIC_VALUE)
        h.role = HEADING_PERIOD;
    return h;
}

sheet_heading
heading_under(arena *a, const sheet_heading *above, const tree_node *cell,
              jb_period base)
{
    bool has_period = above->role == HEADING_PERIOD;
    sheet_heading own =
        heading_read(a, cell, has_period ? above->period : base);
    sheet_heading h = own;
    if (own.role == HEADING_UNKNOWN) {
        h = *above;
        if (above->role == HEADING_UNKNOWN ||
            !heading_is_unit(heading_bare(a, cell->text), &h.unit))
            return own;
        own.cell = above->cell;
    } else if (own.role == HEADING_PERIOD && above->role == HEADING_KEY) {
        h = *above;
        h.period = own.period;
        h.unit = own.unit.len > 0 ? own.unit : above->unit;
    } else if (own.unit.len == 0 && own.role == HEADING_KEY &&
               (is_level(own.key) == (has_period || is_level(above->key)))) {
        h.unit = above->unit;
    }
    h.cell = own.cell;
    return of_period(h, above->period);
}

slice
heading_names(arena *a)
{
    keys_range range = keys_of(KEYS_METRIC);
    slice_builder out = {.arena = a};
    builder_add_text(&out, "编号");
    for (size_t i = 0; i < range.n; i++)
        if (is_celled((enum metrics_key)(range.first + i)))
            builder_printf(&out, "、%.*s",
                           SLICE_ARGS(tree_key_name(&range.keys[i])));
    return builder_slice(&out);
}
