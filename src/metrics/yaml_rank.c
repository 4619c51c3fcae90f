#include "metrics/yaml.h"

#include "base/utf8.h"

static int
han_digit(uint32_t code)
{
    static const char digits[] = "零一二三四五六七八九";
    slice s = slice_from(digits);
    size_t at = 0;
    for (int value = 0; at < s.len; value++)
        if (utf8_next(s, &at) == code)
            return value;
    return -1;
}

/* 一 … 九十九, or ASCII digits; 0 when it is no ordinal. */
static int
ordinal(slice text)
{
    jb_decimal d;
    if (decimal_parse(text, &d))
        return d.scale == 0 && d.coefficient > 0 && d.coefficient < 100000
                   ? (int)d.coefficient
                   : 0;
    int value = 0, digit = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t code = utf8_next(text, &at);
        if (code == 0x5341) { /* 十 */
            value += (digit == 0 ? 1 : digit) * 10;
            digit = 0;
        } else if ((digit = han_digit(code)) < 0) {
            return 0;
        }
    }
    return value + digit;
}

static slice
without_ends(slice text)
{
    static const slice ends[] = {SLICE("位"), SLICE("名")};
    for (size_t i = 0; i < 2; i++)
        if (slice_ends_with(text, ends[i]))
            text = slice_cut(text, 0, text.len - ends[i].len);
    return slice_trim(text);
}

/* 全省第1, 全省第4/13, 全省第三位, 全省第一方阵. */
static bool
rank_from_text(const tree_node *node, metrics_rank *out)
{
    slice text = slice_trim(node->text);
    size_t at = slice_find(text, SLICE_OF("第"));
    if (at == text.len || at == 0)
        return false;
    out->scope = (metrics_text){slice_cut(text, 0, at), node->span, node};
    slice rest = slice_cut(text, at + SLICE_OF("第").len, text.len);
    size_t slash = slice_find(rest, SLICE_OF("/"));
    if (slash < rest.len)
        out->peers = ordinal(slice_cut(rest, slash + 1, rest.len));
    out->place = ordinal(without_ends(slice_cut(rest, 0, slash)));
    if (out->place == 0 && slash < rest.len)
        return false;
    if (out->place == 0)
        out->tier =
            (metrics_text){slice_cut(text, at, text.len), node->span, node};
    return true;
}

static void
rank_from_map(yaml_reading *r, const tree_node *map, metrics_rank *out)
{
    const tree_node *v[YAML_VALUES];
    out->is_set = yaml_read_keys(r, map, KEYS_RANK, v);
    if (!out->is_set)
        return;
    out->scope = yaml_text(v[KEY_RANK_SCOPE]);
    const tree_node *place = v[KEY_RANK_PLACE];
    out->place = yaml_whole(r, place, 0);
    out->peers = yaml_whole(r, v[KEY_RANK_PEERS], 0);
    out->tier = yaml_text(v[KEY_RANK_TIER]);
    metrics_text of = yaml_text(v[KEY_RANK_OF]);
    out->is_of_growth = slice_is(of.text, "growth") ||
                        slice_is(of.text, "增幅") ||
                        slice_is(of.text, "增速");
    bool is_of_value = of.text.at == NULL || slice_is(of.text, "value") ||
                       slice_is(of.text, "数值") || slice_is(of.text, "总量");
    if (!out->is_of_growth && !is_of_value)
        diag_report(r->diags, &METRICS_BAD_RANK, of.span, of.text);
    bool is_zero = place != NULL && slice_is(slice_trim(place->text), "0");
    if (is_zero)
        diag_report(r->diags, &METRICS_RANK_ZERO, place->span);
    if (place == NULL && out->tier.text.at == NULL)
        diag_report(r->diags, &METRICS_RANK_EMPTY, map->span);
}

void
yaml_read_rank(yaml_reading *r, const tree_node *node, metrics_rank *out)
{
    if (node == NULL)
        return;
    out->span = node->span;
    if (node->kind == TREE_MAP)
        rank_from_map(r, node, out);
    else if (node->kind == TREE_TEXT && rank_from_text(node, out))
        out->is_set = true;
    else
        diag_report(r->diags, &METRICS_BAD_RANK, node->span, node->text);
}
