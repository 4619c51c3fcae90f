#include "style/option.h"

#include <assert.h>
#include <stdint.h>

#include "quantity/decimal.h"

/* ── the tables ── */

#define ROW(type, field, name, chinese, kind, least, most, preset, words,    \
            doc)                                                             \
    {name, chinese, OPTION_##kind, least, most, preset, words, doc,          \
     offsetof(type, field)},

static const style_option page_options[] = {
#define PAGE(...) ROW(style_page, __VA_ARGS__)
#include "style/options.def"
};

static const style_option text_options_table[] = {
#define TEXT(...) ROW(style_text, __VA_ARGS__)
#include "style/options.def"
};

static const style_option chart_options[] = {
#define CHART(...) ROW(style_chart, __VA_ARGS__)
#include "style/options.def"
};

static const style_option block_options[] = {
#define BLOCK(...) ROW(style_block, __VA_ARGS__)
#include "style/options.def"
};

static const style_option running_options[] = {
#define RUNNING(...) ROW(style_running, __VA_ARGS__)
#include "style/options.def"
};

static const style_option band_options[] = {
#define BAND(...) ROW(style_band, __VA_ARGS__)
#include "style/options.def"
};

#define TABLE(name, chinese, rows, type)                                     \
    {name, chinese, rows, sizeof rows / sizeof rows[0], sizeof(type)}

const option_table option_tables[OPTION_GROUP_COUNT] = {
    [OPTIONS_PAGE] = TABLE("page", "页面", page_options, style_page),
    [OPTIONS_TEXT] = TABLE("text", "文字样式", text_options_table, style_text),
    [OPTIONS_CHART] = TABLE("chart", "图表", chart_options, style_chart),
    [OPTIONS_BLOCK] = TABLE("flow", "版面", block_options, style_block),
    [OPTIONS_RUNNING] =
        TABLE("running", "页眉页脚", running_options, style_running),
    [OPTIONS_BAND] = TABLE("bands", "色带", band_options, style_band),
};

const tree_key *
option_keys(arena *a, const option_table *table, const tree_key *own,
            size_t n_own)
{
    tree_key *keys = ARENA_ARRAY(a, n_own + table->n, tree_key);
    for (size_t i = 0; i < n_own; i++)
        keys[i] = own[i];
    for (size_t i = 0; i < table->n; i++) {
        const style_option *row = &table->rows[i];
        keys[n_own + i] = (tree_key){.name = row->name,
                                     .chinese = row->chinese,
                                     .want = TREE_WANT_TEXT,
                                     .doc = row->doc};
    }
    return keys;
}

/* ── values ── */

/* A value being read: where it was written, or the preset without a place. */
typedef struct option_value {
    const option_context *c;
    const style_option *row;
    slice text;
    jb_span span;
} option_value;

static bool
report_bad(const option_value *v, const char *wanted, slice hint)
{
    if (v->c->diags != NULL)
        diag_report(v->c->diags, &STYLE_VALUE_BAD, v->span, v->text,
                    slice_from(wanted), hint);
    return false;
}

/* Bounds are shown as the value is written: thousandths of an em (scale 3)
 * or of a percent (1) become decimals. */
static slice
bound_text(const option_value *v, int bound, int scale, const char *suffix)
{
    jb_decimal d = decimal_trimmed((jb_decimal){bound, scale});
    slice digits = decimal_text(v->c->arena, d);
    return slice_join(v->c->arena, digits, slice_from(suffix));
}

static bool
is_within(const option_value *v, int value, int scale, const char *suffix)
{
    if (value >= v->row->least && value <= v->row->most)
        return true;
    if (v->c->diags != NULL)
        diag_report(v->c->diags, &STYLE_VALUE_RANGE, v->span, v->text,
                    bound_text(v, v->row->least, scale, suffix),
                    bound_text(v, v->row->most, scale, suffix));
    return false;
}

static bool
read_length(const option_value *v, void *field)
{
    jb_len len;
    if (!length_parse(v->text, &v->c->base, &len))
        return report_bad(v, "长度", SLICE_OF("长度写作12pt、4mm、1.5cm、2em、"
                                              "1行、60%或号数，如小四。"));
    jb_len least = v->row->least * LEN_PER_PT;
    jb_len most = v->row->most * LEN_PER_PT;
    int points = len < least || len > most ? v->row->most + 1 : v->row->most;
    if (!is_within(v, points, 0, "pt"))
        return false;
    *(jb_len *)field = len;
    return true;
}

/* "2.5em" with power 3 and the unit em: 2500. */
static bool
parse_scaled(slice text, const char *unit, int power, int *out)
{
    jb_decimal number;
    if (!slice_ends_with(text, slice_from(unit)))
        return false;
    slice digits = slice_trim(slice_cut(text, 0, text.len - strlen(unit)));
    if (!decimal_parse(digits, &number) ||
        !decimal_shift(number, power, &number))
        return false;
    number = decimal_round(number, 0, DECIMAL_HALF_UP);
    if (number.coefficient > INT32_MAX || number.coefficient < INT32_MIN)
        return false;
    *out = (int)number.coefficient;
    return true;
}

static bool
read_em(const option_value *v, void *field)
{
    int value;
    if (!parse_scaled(v->text, "em", 3, &value) &&
        !parse_scaled(v->text, "字", 3, &value))
        return report_bad(v, "字数", SLICE_OF("写作2em或2字。"));
    if (!is_within(v, value, 3, "字"))
        return false;
    *(int *)field = value;
    return true;
}

static bool
read_share(const option_value *v, void *field)
{
    int value;
    if (!parse_scaled(v->text, "%", 1, &value))
        return report_bad(v, "比例", SLICE_OF("写作百分数，如60%。"));
    if (!is_within(v, value, 1, "%"))
        return false;
    *(int *)field = value;
    return true;
}

static bool
read_count(const option_value *v, void *field)
{
    int value = 0;
    bool is_number = v->text.len > 0 && v->text.len <= 6;
    for (size_t i = 0; i < v->text.len && is_number; i++) {
        is_number = v->text.at[i] >= '0' && v->text.at[i] <= '9';
        value = value * 10 + (v->text.at[i] - '0');
    }
    if (!is_number)
        return report_bad(v, "整数", SLICE_OF("请写0、1、2这样的数。"));
    if (!is_within(v, value, 0, ""))
        return false;
    *(int *)field = value;
    return true;
}

/* The place in `words` ("a b|c|d e": a and b are 0, c is 1) or -1. */
static int
word_index(const char *words, slice text)
{
    int index = 0;
    for (const char *p = words; *p != '\0';) {
        size_t len = strcspn(p, " |");
        if (slice_equal(text, (slice){p, len}))
            return index;
        p += len;
        index += *p == '|';
        p += *p != '\0';
    }
    return -1;
}

static bool
read_word(const option_value *v, void *field)
{
    int index = word_index(v->row->words, v->text);
    if (index < 0) {
        slice hint = slice_printf(v->c->arena, "可以写：%s。", v->row->words);
        return report_bad(v, "可选的值", hint);
    }
    *(int *)field = index;
    return true;
}

static bool
read_bool(const option_value *v, void *field)
{
    int index = word_index("no 否 false|yes 是 true", v->text);
    if (index < 0)
        return report_bad(v, "是或否", SLICE_OF("请写是或否。"));
    *(bool *)field = index == 1;
    return true;
}

static int
hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The digits behind '#': three (each doubled), six, or eight with alpha. */
static bool
hex_parse(slice digits, jb_colour *out)
{
    uint8_t channels[4] = {0, 0, 0, 255};
    if (digits.len != 3 && digits.len != 6 && digits.len != 8)
        return false;
    size_t each = digits.len == 3 ? 1 : 2;
    for (size_t i = 0; i < digits.len / each; i++) {
        int high = hex_digit(digits.at[i * each]);
        int low = hex_digit(digits.at[i * each + each - 1]);
        if (high < 0 || low < 0)
            return false;
        channels[i] = (uint8_t)(high * 16 + low);
    }
    *out = (jb_colour){channels[0], channels[1], channels[2], channels[3]};
    return true;
}

bool
style_colour_parse(const option_context *c, slice text, jb_colour *out)
{
    if (text.len > 0 && text.at[0] == '#')
        return hex_parse(slice_cut(text, 1, text.len), out);
    if (slice_is(text, "none") || slice_is(text, "无")) {
        *out = COLOUR_NONE;
        return true;
    }
    for (size_t i = 0; i < c->n_colours; i++) {
        if (!slice_equal(c->colours[i].name, text))
            continue;
        *out = c->colours[i].colour;
        return true;
    }
    return false;
}

static slice
colour_suggestion(const option_context *c, slice text)
{
    const char **names = ARENA_ARRAY(c->arena, c->n_colours, const char *);
    for (size_t i = 0; i < c->n_colours; i++)
        names[i] = slice_copy(c->arena, c->colours[i].name).at;
    const char *near = tree_nearest(text, names, c->n_colours);
    return near == NULL ? SLICE_OF("")
                        : slice_printf(c->arena, "是否要写“%s”？", near);
}

static bool
read_colour(const option_value *v, void *field)
{
    if (style_colour_parse(v->c, v->text, field))
        return true;
    if (v->text.len > 0 && v->text.at[0] == '#')
        return report_bad(v, "颜色", SLICE_OF("写作#RRGGBB，如#8B0000。"));
    if (v->c->diags != NULL)
        diag_report(v->c->diags, &STYLE_COLOUR_UNKNOWN, v->span, v->text,
                    colour_suggestion(v->c, v->text));
    return false;
}

static bool
read_name(const option_value *v, void *field)
{
    *(slice *)field = v->text;
    return true;
}

static bool
read_template(const option_value *v, void *field)
{
    return template_parse(v->c->arena, v->text, v->span, field, v->c->diags);
}

typedef bool value_reader(const option_value *v, void *field);

static value_reader *const value_readers[] = {
    [OPTION_LENGTH] = read_length,     [OPTION_EM] = read_em,
    [OPTION_SHARE] = read_share,       [OPTION_COUNT] = read_count,
    [OPTION_BOOL] = read_bool,         [OPTION_WORD] = read_word,
    [OPTION_COLOUR] = read_colour,     [OPTION_NAME] = read_name,
    [OPTION_TEMPLATE] = read_template,
};
static_assert(sizeof value_readers / sizeof value_readers[0] ==
                  OPTION_KIND_COUNT,
              "one reader for each kind of value");
static_assert(sizeof(style_align) == sizeof(int),
              "a WORD is stored through an int");

bool
option_read(const option_context *c, const style_option *row,
            const tree_node *node, void *object)
{
    option_value v = {c, row, node->text, node->span};
    if (row->kind != OPTION_TEMPLATE)
        v.text = slice_trim(v.text);
    return value_readers[row->kind](&v, (char *)object + row->offset);
}

void
option_preset(const option_context *c, const style_option *row, void *object)
{
    option_value v = {c, row, slice_from(row->preset), SPAN_NONE};
    bool is_read =
        value_readers[row->kind](&v, (char *)object + row->offset);
    assert(is_read);
    (void)is_read;
}
