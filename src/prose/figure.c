#include "prose/figure.h"

#include "base/array.h"
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/numeral.h"

/* One figure being read. */
typedef struct scan {
    arena *arena;
    slice text;
    figure f;
} scan;

static slice
rest_at(const scan *s, size_t at)
{
    return slice_cut(s->text, at, s->text.len);
}

static slice
before(const scan *s, size_t at)
{
    return slice_cut(s->text, 0, at);
}

static void
note_bound(scan *s, const lexicon_word *word)
{
    s->f.quantity.bound = (quantity_bound)word->value;
    s->f.quantity.is_near = slice_is(word->text, "近") ||
                            slice_is(word->text, "接近");
    s->f.n_bounds++;
}

/* 胜负, 减负12亿元, 税负5.2%: the end of a word, and no sign. */
static bool
ends_burden(slice lead)
{
    static const slice words[] = {SLICE("胜负"), SLICE("减负"), SLICE("税负"),
                                  SLICE("降负"), SLICE("增负"), SLICE("担负"),
                                  SLICE("背负"), SLICE("欠负"), SLICE("自负"),
                                  SLICE("抱负"), SLICE("承负"), SLICE("正负")};
    return slice_ends_with_any(lead, words, sizeof words / sizeof *words);
}

/* A minus is a sign only behind what is no number: in 1-10月 it is a dash.
 * 负2.2℃ says it in a word. */
static void
take_sign(scan *s)
{
    static const slice signs[] = {SLICE("负"), SLICE("-"), SLICE("−"),
                                  SLICE("－")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!slice_ends_with(before(s, s->f.first), signs[i]))
            continue;
        size_t at = s->f.first - signs[i].len, left = at;
        while (left > 0 && s->text.at[left - 1] == ' ')
            left--; /* 增长 -1.7% */
        uint32_t code = left > 0 ? utf8_before(s->text, &left) : 0;
        bool is_dash = i == 0 ? ends_burden(before(s, s->f.first))
                              : code < 0x80 || code == 0x6708 ||
                                    code == 0x5E74;
        if (code != 0 && is_dash)
            return;
        s->f.first = at;
        s->f.quantity.value = decimal_neg(s->f.quantity.value);
        return;
    }
}

/* 同比+7.9%: a plus that signs growth. */
static void
take_plus(scan *s)
{
    static const slice words[] = {SLICE("同比+"), SLICE("环比+")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_with(before(s, s->f.first), words[i]))
            s->f.first--;
}

static void
take_bound_before(scan *s)
{
    slice lead = before(s, s->f.first);
    const lexicon_word *word = lexicon_end(lead, LEXICON_BOUND_BEFORE);
    if (word == NULL || lexicon_end(lead, LEXICON_NO_BOUND) != NULL)
        return;
    s->f.first -= word->text.len;
    note_bound(s, word);
}

static void
take_bound_within(scan *s)
{
    const lexicon_word *word =
            lexicon_start(rest_at(s, s->f.last), LEXICON_BOUND_WITHIN);
    if (word == NULL)
        return;
    s->f.last += word->text.len;
    note_bound(s, word);
}

static void
take_bound_after(scan *s)
{
    const lexicon_word *word =
            lexicon_start(rest_at(s, s->f.last), LEXICON_BOUND_AFTER);
    if (word == NULL)
        return;
    s->f.last += word->text.len;
    note_bound(s, word);
}

static void
skip_space(scan *s)
{
    while (s->f.last < s->text.len && s->text.at[s->f.last] == ' ')
        s->f.last++;
}

static slice
multiple_text(const lexicon_word *multiple)
{
    return multiple == NULL ? (slice){NULL, 0} : multiple->text;
}

/* 1亿2000万元: a second number in a smaller multiple joins the first. */
static const lexicon_word *
take_compound(scan *s, const lexicon_word *larger)
{
    numeral more;
    jb_decimal rest;
    if (larger == NULL || larger->value < 4 ||
        !numeral_read(s->text, s->f.last, &more) || more.is_chinese)
        return larger;
    const lexicon_word *smaller =
            lexicon_start(rest_at(s, more.last), LEXICON_MULTIPLE);
    if (smaller == NULL || smaller->value >= larger->value ||
        !decimal_shift(more.value, smaller->value - larger->value, &rest) ||
        !decimal_add(s->f.quantity.value, rest, &s->f.quantity.value))
        return larger;
    s->f.last = more.last + smaller->text.len;
    return larger;
}

/* 42项目 lacks its measure word: 项 there belongs to the noun. */
static const lexicon_word *
unit_at(slice rest)
{
    const lexicon_word *unit = lexicon_start(rest, LEXICON_UNIT);
    const lexicon_word *noun = lexicon_start(rest, LEXICON_COUNTED);
    bool is_noun = unit != NULL && noun != NULL &&
                   lexicon_start(rest, LEXICON_NO_COUNTED) == NULL;
    return is_noun ? NULL : unit;
}

/* 吨标准煤/万元: a unit over another. */
static slice
with_divisor(slice rest, const lexicon_word *unit)
{
    if (unit == NULL)
        return (slice){NULL, 0};
    size_t n = unit->text.len;
    slice below = slice_cut(rest, n + 1, rest.len);
    if (n >= rest.len || rest.at[n] != '/')
        return unit->text;
    slice multiple = multiple_text(lexicon_start(below, LEXICON_MULTIPLE));
    const lexicon_word *under = lexicon_start(
            slice_cut(below, multiple.len, below.len), LEXICON_UNIT);
    if (under == NULL)
        return unit->text;
    return slice_cut(rest, 0, n + 1 + multiple.len + under->text.len);
}

/* Units of measure as others write them. */
static slice
spelled(slice base)
{
    static const struct { slice sign, word; } rows[] = {
        {SLICE("mm"), SLICE("毫米")},   {SLICE("km"), SLICE("公里")},
        {SLICE("m2"), SLICE("平方米")}, {SLICE("m²"), SLICE("平方米")},
        {SLICE("㎡"), SLICE("平方米")}, {SLICE("m3"), SLICE("立方米")},
        {SLICE("m³"), SLICE("立方米")}, {SLICE("㎥"), SLICE("立方米")},
        {SLICE("摄氏度"), SLICE("℃")},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_equal(base, rows[i].sign))
            return rows[i].word;
    return base;
}

/* 0.1个和0.5个百分点: the first is of points too. */
static bool
is_points_in_list(slice rest)
{
    static const slice joints[] = {SLICE("和"), SLICE("、"), SLICE("及")};
    slice each = SLICE_OF("个"), points = SLICE_OF("百分点");
    numeral n;
    if (!slice_starts_with(rest, each))
        return false;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = each.len + joints[i].len;
        slice next = slice_cut(rest, each.len, rest.len);
        if (!slice_starts_with(next, joints[i]) ||
            !numeral_read(rest, at, &n) || n.first != at)
            continue;
        next = slice_cut(rest, n.last, rest.len);
        return slice_starts_with(next, points) ||
               (slice_starts_with(next, each) &&
                slice_starts_with(slice_cut(next, each.len, next.len),
                                  points)) ||
               is_points_in_list(next);
    }
    return false;
}

/* Multiple and unit behind the digits, 余 or 多 between them or not. */
static bool
take_unit(scan *s)
{
    size_t start = s->f.last;
    take_bound_within(s);
    skip_space(s);
    const lexicon_word *multiple =
            lexicon_start(rest_at(s, s->f.last), LEXICON_MULTIPLE);
    s->f.last += multiple_text(multiple).len;
    multiple = take_compound(s, multiple);
    if (multiple != NULL)
        take_bound_within(s);
    const lexicon_word *unit = unit_at(rest_at(s, s->f.last));
    if (unit == NULL && multiple == NULL) {
        s->f.last = start;
        return false;
    }
    slice base = with_divisor(rest_at(s, s->f.last), unit);
    if (multiple == NULL && is_points_in_list(rest_at(s, s->f.last))) {
        s->f.quantity.unit = unit_from(SLICE_OF("个百分点"));
        s->f.last += strlen("个");
        return true;
    }
    s->f.quantity.unit =
            unit_from(slice_join(s->arena, multiple_text(multiple),
                                 spelled(base)));
    s->f.last += base.len;
    return true;
}

static figure_sort
sort_of_unit(slice base)
{
    static const struct { slice base; figure_sort sort; } rows[] = {
        {SLICE("%"), FIGURE_PERCENT},       {SLICE("‰"), FIGURE_PERCENT},
        {SLICE("个百分点"), FIGURE_POINTS}, {SLICE("百分点"), FIGURE_POINTS},
        {SLICE("个千分点"), FIGURE_POINTS}, {SLICE("千分点"), FIGURE_POINTS},
        {SLICE("倍"), FIGURE_TIMES},        {SLICE("番"), FIGURE_DOUBLING},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_equal(base, rows[i].base))
            return rows[i].sort;
    return FIGURE_QUANTITY;
}

/* 二成 is 20%. */
static void
convert_tenths(scan *s)
{
    jb_decimal percent;
    if (!slice_is(s->f.quantity.unit.base, "成") ||
        !decimal_shift(s->f.quantity.value, 1, &percent))
        return;
    s->f.quantity.value = percent;
    s->f.quantity.unit = unit_from(SLICE_OF("%"));
}

static bool
is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* 706.5mm: a unit in letters, and no more of them. */
static bool
has_letter_unit(slice rest)
{
    const lexicon_word *unit = lexicon_start(rest, LEXICON_UNIT);
    if (unit == NULL)
        return false;
    char next = unit->text.len < rest.len ? rest.at[unit->text.len] : ' ';
    return !is_letter(next) && !(next >= '0' && next <= '9');
}

/* GDP1286.4亿元: an indicator with Latin letters right before its figure. */
static bool
is_behind_indicator(const scan *s, const numeral *n)
{
    slice lead = slice_cut(s->text, 0, n->first);
    return slice_ends_with(lead, SLICE_OF("GDP")) ||
           slice_ends_with(lead, SLICE_OF("CPI")) ||
           slice_ends_with(lead, SLICE_OF("PPI")) ||
           slice_ends_with(lead, SLICE_OF("R&D"));
}

/* Whether the digits belong to a code such as C919, 5G or a version. */
static bool
is_code(const scan *s, const numeral *n)
{
    char left = n->first > 0 ? s->text.at[n->first - 1] : ' ';
    char right = n->last < s->text.len ? s->text.at[n->last] : ' ';
    bool is_letter_left = is_letter(left) || left == '.' || left == '_' ||
                          left == '/';
    bool is_letter_right = is_letter(right) &&
                           !has_letter_unit(rest_at(s, n->last));
    is_letter_left = is_letter_left && !is_behind_indicator(s, n);
    return !n->is_chinese && (is_letter_left || is_letter_right);
}

/* 第 before: an ordinal; 翻…番; 百分之 before: a percentage. */
static bool
take_marked(scan *s)
{
    if (slice_ends_with(before(s, s->f.first), SLICE_OF("第"))) {
        s->f.first -= strlen("第");
        s->f.sort = FIGURE_ORDINAL;
        return true;
    }
    if (slice_ends_with(before(s, s->f.first), SLICE_OF("百分之"))) {
        s->f.first -= strlen("百分之");
        s->f.sort = FIGURE_PERCENT;
        s->f.quantity.unit = unit_from(SLICE_OF("%"));
        take_bound_before(s);
        take_bound_after(s);
        return true;
    }
    return false;
}

static bool
take_doubling(scan *s)
{
    bool is_doubled = slice_ends_with(before(s, s->f.first),
                                      SLICE_OF("翻")) ||
                      slice_ends_with(before(s, s->f.first),
                                      SLICE_OF("翻了"));
    if (!is_doubled ||
        !slice_starts_with(rest_at(s, s->f.last), SLICE_OF("番")))
        return false;
    s->f.first -= slice_ends_with(before(s, s->f.first), SLICE_OF("了"))
                          ? strlen("翻了")
                          : strlen("翻");
    s->f.last += strlen("番");
    s->f.sort = FIGURE_DOUBLING;
    take_bound_after(s);
    return true;
}

/* Chinese digits without a unit are words: 一是, 三大, 十分. 二次 is the
 * second time, for two of them are 两次. */
static bool
is_word(const scan *s)
{
    jb_decimal two = {2, 0};
    slice all = slice_cut(s->text, s->f.digits, s->f.last);
    if (slice_is(all, "二次"))
        return true;
    return s->f.is_chinese &&
           (s->f.sort == FIGURE_BARE || s->f.sort == FIGURE_DATE ||
            decimal_compare(s->f.quantity.value, two) < 0);
}

/* 2022年, 前7个月: what follows is longer than a unit. */
static bool
is_name(const scan *s)
{
    slice rest = rest_at(s, s->f.last);
    const lexicon_word *name = lexicon_start(rest, LEXICON_NO_QUANTITY);
    const lexicon_word *unit = lexicon_start(rest, LEXICON_UNIT);
    return name != NULL && (unit == NULL || name->text.len > unit->text.len);
}

static bool
read_figure(scan *s, const numeral *n)
{
    s->f = (figure){.sort = FIGURE_BARE, .first = n->first, .last = n->last,
                    .digits = n->first, .after = n->last,
                    .is_chinese = n->is_chinese};
    s->f.quantity.value = n->value;
    if (is_code(s, n))
        return false;
    if (take_marked(s) || take_doubling(s))
        return true;
    if (is_name(s)) {
        s->f.sort = FIGURE_DATE;
        return !is_word(s);
    }
    take_sign(s);
    take_plus(s);
    take_bound_before(s);
    if (take_unit(s)) {
        convert_tenths(s);
        s->f.sort = sort_of_unit(s->f.quantity.unit.base);
        take_bound_after(s);
    }
    return !is_word(s);
}

figure_list
figures_from_text(arena *a, slice text)
{
    figure_list list = {NULL, 0, 0};
    for (size_t at = 0; at < text.len;) {
        numeral n;
        scan s = {.arena = a, .text = text};
        if (!numeral_read(text, at, &n)) {
            utf8_next(text, &at);
            continue;
        }
        bool is_figure = read_figure(&s, &n);
        if (is_figure)
            ARRAY_PUSH(a, &list, s.f);
        at = is_figure && s.f.last > n.last ? s.f.last : n.last;
    }
    return list;
}

bool
figures_may_be_year(const figure *f)
{
    jb_decimal first = {1900, 0}, last = {2100, 0};
    return f->quantity.value.scale == 0 &&
           decimal_compare(f->quantity.value, first) >= 0 &&
           decimal_compare(f->quantity.value, last) < 0;
}
