#include "metrics/yaml.h"

typedef struct change_word {
    const char *text;
    metrics_change_kind kind;
} change_word;

static const change_word words[] = {
    {"扭亏为盈", CHANGE_TURNED_PROFIT},  {"由亏转盈", CHANGE_TURNED_PROFIT},
    {"由盈转亏", CHANGE_TURNED_LOSS},    {"减亏", CHANGE_LOSS_NARROWED},
    {"增亏", CHANGE_LOSS_WIDENED},       {"净增", CHANGE_NET_NEW},
    {"不可比", CHANGE_INCOMPARABLE},     {"持平", CHANGE_FLAT},
};

/* 减亏2.1亿元, 净增12家: how much is told with the word. */
static bool
read_amount(yaml_reading *r, const tree_node *node, jb_unit unit,
            metrics_change *out)
{
    slice text = slice_trim(node->text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        slice word = slice_from(words[i].text);
        bool is_sized = words[i].kind == CHANGE_LOSS_NARROWED ||
                        words[i].kind == CHANGE_LOSS_WIDENED ||
                        words[i].kind == CHANGE_NET_NEW;
        if (!is_sized || !slice_starts_with(text, word))
            continue;
        out->has_amount =
            quantity_parse(r->arena, slice_cut(text, word.len, text.len),
                           node->span, unit, &out->amount, r->diags);
        out->kind = words[i].kind;
        return true;
    }
    return false;
}

static const slice NEARLY = SLICE("基本");

static bool
change_from_word(slice text, metrics_change *out)
{
    bool is_nearly = slice_starts_with(text, NEARLY);
    if (is_nearly)
        text = slice_cut(text, NEARLY.len, text.len);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!slice_is(text, words[i].text))
            continue;
        if (is_nearly && words[i].kind != CHANGE_FLAT)
            return false;
        out->kind = words[i].kind;
        out->is_nearly = is_nearly;
        return true;
    }
    return false;
}

/* 增长12% and 下降3% say their sign in a word. */
static slice
without_direction(slice text, bool *is_fall)
{
    static const slice up[] = {SLICE("同比增长"), SLICE("增长"),
                               SLICE("上升"), SLICE("提高")};
    static const slice down[] = {SLICE("同比下降"), SLICE("下降"),
                                 SLICE("减少"), SLICE("降低")};
    for (size_t i = 0; i < 4; i++) {
        *is_fall = slice_starts_with(text, down[i]);
        if (*is_fall)
            return slice_cut(text, down[i].len, text.len);
        if (slice_starts_with(text, up[i]))
            return slice_cut(text, up[i].len, text.len);
    }
    return text;
}

/* Points at the end of a change: the power of ten that they are hundredths
 * times; percentage points may be written pp. */
typedef struct points_read {
    slice rest;
    bool is_there;
    int power;
} points_read;

static points_read
without_points(slice text)
{
    static const struct { slice word; int power; } ends[] = {
        {SLICE("个百分点"), 0}, {SLICE("百分点"), 0},
        {SLICE("个千分点"), -1}, {SLICE("千分点"), -1},
        {SLICE("pp"), 0}, {SLICE("PP"), 0}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(text, ends[i].word))
            return (points_read){
                slice_trim(slice_cut(text, 0,
                                     text.len - ends[i].word.len)),
                true, ends[i].power};
    return (points_read){text, false, 0};
}

/* Points of the metric's own kind: a hundredth is ten thousandths. */
static bool
take_points(jb_unit unit, points_read points, metrics_change *out)
{
    int own = slice_is(unit.base, "‰") ? -1 : 0;
    return decimal_shift(out->rate, points.power - own, &out->rate);
}

static void
check_kind(yaml_reading *r, const tree_node *node, jb_unit unit,
           const metrics_change *change, jb_unit written)
{
    slice text = slice_trim(node->text);
    bool is_share = unit.kind == UNIT_PERCENT;
    if (is_share && change->kind == CHANGE_RATE)
        diag_report(r->diags, &METRICS_CHANGE_IN_PERCENT, node->span, text,
                    slice_join(r->arena, decimal_text(r->arena, change->rate),
                               unit_points_of(unit).name));
    else if (!is_share && written.name.len == 0)
        diag_report(r->diags, &METRICS_CHANGE_NO_PERCENT, node->span, text);
}

/* 翻n番 is growth by 2^n − 1; said of what is near it. */
static bool
read_doubling(slice text, metrics_change *out)
{
    static const struct { slice said, name; int n; } names[] = {
        {SLICE("翻番"), SLICE("翻一番"), 0},
        {SLICE("翻了番"), SLICE("翻一番"), 0},
        {SLICE("翻一番"), SLICE("翻一番"), 0},
        {SLICE("翻了一番"), SLICE("翻一番"), 0},
        {SLICE("翻两番"), SLICE("翻两番"), 1},
        {SLICE("翻了两番"), SLICE("翻两番"), 1},
        {SLICE("翻三番"), SLICE("翻三番"), 2},
        {SLICE("翻了三番"), SLICE("翻三番"), 2},
        {SLICE("翻四番"), SLICE("翻四番"), 3}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!slice_equal(text, names[i].said))
            continue;
        int64_t hundredfold = ((INT64_C(2) << names[i].n) - 1) * 100;
        out->kind = CHANGE_RATE;
        out->rate = (jb_decimal){hundredfold, 0};
        out->slack = (jb_decimal){hundredfold / 20, 0};
        out->words = names[i].name;
        return true;
    }
    return false;
}

/* 增长两成 is 20%, give or take half of a tenth; 三成半 is 35%. */
static bool
read_tenths(yaml_reading *r, const tree_node *node, metrics_change *out)
{
    static const slice digits[] = {
        SLICE("一成"), SLICE("二成"), SLICE("三成"), SLICE("四成"),
        SLICE("五成"), SLICE("六成"), SLICE("七成"), SLICE("八成"),
        SLICE("九成")};
    bool is_fall;
    slice text = slice_trim(node->text);
    slice size = without_direction(text, &is_fall), rest = size;
    int64_t tenths = slice_starts_with(size, SLICE_OF("两成")) ? 2 : 0;
    for (int i = 0; i < 9 && tenths == 0; i++)
        tenths = slice_starts_with(size, digits[i]) ? i + 1 : 0;
    if (tenths == 0)
        return false;
    rest = slice_cut(size, SLICE_OF("两成").len, size.len);
    bool has_half = slice_is(rest, "半");
    if (rest.len > 0 && !has_half)
        return false;
    out->kind = CHANGE_RATE;
    out->rate = (jb_decimal){tenths * 10 + (has_half ? 5 : 0), 0};
    out->slack = (jb_decimal){has_half ? 3 : 5, 0};
    if (is_fall)
        out->rate = decimal_neg(out->rate);
    out->words = slice_join(r->arena, is_fall ? SLICE_OF("下降")
                                              : SLICE_OF("增长"), size);
    return true;
}

/* 增长2.5倍 is 250%, give or take half of its last digit. */
static bool
read_times(yaml_reading *r, const tree_node *node, metrics_change *out)
{
    bool is_fall;
    slice unit = SLICE_OF("倍"), text = slice_trim(node->text);
    slice size = without_direction(text, &is_fall);
    jb_decimal times;
    if (!slice_ends_with(size, unit) ||
        !decimal_parse(slice_cut(size, 0, size.len - unit.len), &times))
        return false;
    if (is_fall || decimal_sign(times) <= 0) {
        diag_report(r->diags, &METRICS_FALL_IN_TIMES, node->span, text);
        return true;
    }
    jb_decimal half = {5, times.scale + 1};
    if (times.scale >= DECIMAL_SCALE_MAX ||
        !decimal_shift(times, 2, &out->rate) ||
        !decimal_shift(half, 2, &out->slack))
        return false;
    out->kind = CHANGE_RATE;
    out->words = slice_join(r->arena, SLICE_OF("增长"), size);
    return true;
}

static bool
read_rate(yaml_reading *r, const tree_node *node, jb_unit unit,
          metrics_change *out)
{
    bool is_fall;
    slice text = without_direction(slice_trim(node->text), &is_fall);
    points_read points = without_points(text);
    bool has_points = points.is_there;
    jb_quantity q;
    if (!quantity_parse(r->arena, points.rest, node->span, (jb_unit){0}, &q,
                        r->diags))
        return false;
    bool is_known = q.unit.name.len == 0 || slice_is(q.unit.name, "%");
    if (!is_known || (has_points && q.unit.name.len > 0)) {
        diag_report(r->diags, &METRICS_BAD_CHANGE, node->span, node->text);
        return false;
    }
    out->kind = has_points ? CHANGE_POINTS : CHANGE_RATE;
    out->rate = is_fall ? decimal_neg(q.value) : q.value;
    out->bound = q.bound;
    if (has_points)
        return take_points(unit, points, out);
    check_kind(r, node, unit, out, q.unit);
    return true;
}

void
yaml_read_change(yaml_reading *r, const tree_node *node, jb_unit unit,
                 metrics_change *out)
{
    if (node == NULL)
        return;
    out->span = node->span;
    if (change_from_word(slice_trim(node->text), out) ||
        read_doubling(slice_trim(node->text), out) ||
        read_tenths(r, node, out) || read_amount(r, node, unit, out) ||
        read_times(r, node, out))
        return;
    read_rate(r, node, unit, out);
}
