#include "text/normal.h"

#include "base/code.h"
#include "text/character.h"
#include "text/transliteration.h"

/* A reading of the text that skips dropped characters and spaces. */
typedef struct view {
    normal_character *at;
    size_t n;
    bool has_chinese;
} view;

#define NOTHING 0u

static uint32_t
before(const view *v, size_t i)
{
    while (i-- > 0)
        if (v->at[i].code != 0 &&
            character_kind_of(v->at[i].code) != CHARACTER_SPACE)
            return v->at[i].code;
    return NOTHING;
}

static uint32_t
after(const view *v, size_t i)
{
    for (i++; i < v->n; i++)
        if (v->at[i].code != 0 &&
            character_kind_of(v->at[i].code) != CHARACTER_SPACE)
            return v->at[i].code;
    return NOTHING;
}

static bool
is_chinese(uint32_t code)
{
    if (code == NOTHING)
        return false;
    /* ÷ and ≈ are set like Han but make a formula, not a sentence. */
    character_kind kind = character_kind_of(code);
    return (kind == CHARACTER_HAN && code >= 0x2E80) ||
           kind == CHARACTER_MARK;
}

static bool
is_letter(uint32_t code)
{
    return code != NOTHING && character_kind_of(code) == CHARACTER_LETTER &&
           ((code | 32) >= 'a' && (code | 32) <= 'z');
}

/* What stands for the character in this text. */
static uint32_t
narrow_of(uint32_t code)
{
    bool is_alphanumeric = (code >= 0xFF10 && code <= 0xFF19) ||
                           (code >= 0xFF21 && code <= 0xFF3A) ||
                           (code >= 0xFF41 && code <= 0xFF5A);
    if (is_alphanumeric || code == 0xFF05 || code == 0xFF0B)
        return code - 0xFEE0;
    return code == 0x2015 ? 0x2014 : code; /* ― of old code pages: — */
}

static uint32_t
wide_of(uint32_t code)
{
    switch (code) {
    case ',': return 0xFF0C;
    case ':': return 0xFF1A;
    case ';': return 0xFF1B;
    case '!': return 0xFF01;
    case '?': return 0xFF1F;
    case '.': return 0x3002;
    default: return code;
    }
}

/* Said of a phrase in either script: “Hello,” he said. */
static bool
is_quotation(uint32_t code)
{
    return code >= 0x2018 && code <= 0x201D;
}

/* A mark belongs to the Chinese text when what it ends is Chinese, or a
 * figure that Chinese follows. 1,234 and 12:30 and http:// stay. */
static bool
is_chinese_mark(const view *v, size_t i)
{
    uint32_t code = v->at[i].code;
    uint32_t a = before(v, i), b = after(v, i);
    if (wide_of(code) == code)
        return false;
    if (code_is_digit(a) && code_is_digit(b) && v->at[i + 1].code == b)
        return false;
    bool is_rate = (a == '%' || a == 0x2030) && v->has_chinese;
    if (code == '.') /* 增长5.6%. */
        return (is_chinese(a) || is_rate) && (b == NOTHING || is_chinese(b));
    if (is_letter(a) && (!is_chinese(b) || is_quotation(b)))
        return false;
    return is_chinese(a) || is_chinese(b) || is_rate; /* 3.5%,5.2%,位列 */
}

static void
drop_spaces_after(view *v, size_t i)
{
    for (i++; i < v->n && v->at[i].code == ' '; i++)
        v->at[i].code = 0;
}

static bool
holds_chinese(const view *v, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        if (is_chinese(v->at[i].code))
            return true;
    return false;
}

/* A bracketed remark longer than this is taken for an unpaired bracket. */
#define BRACKET_LONGEST 400

static bool
is_opening(uint32_t code)
{
    return code == '(' || code == 0xFF08;
}

static bool
is_closing(uint32_t code)
{
    return code == ')' || code == 0xFF09;
}

/* The bracket that closes the one at `open`, or n. */
static size_t
closing_of(const view *v, size_t open)
{
    int depth = 0;
    for (size_t i = open; i < v->n && i < open + BRACKET_LONGEST; i++) {
        if (is_opening(v->at[i].code))
            depth++;
        else if (is_closing(v->at[i].code) && --depth == 0)
            return i;
    }
    return v->n;
}

static uint32_t
straight_of(uint32_t code)
{
    return code == 0xFF02 ? '"' : code == 0xFF07 ? '\'' : code;
}

/* The straight quotation mark that pairs with the one at `open`, or n. */
static size_t
quote_closing(const view *v, size_t open)
{
    for (size_t i = open + 1; i < v->n && i < open + BRACKET_LONGEST; i++)
        if (straight_of(v->at[i].code) == straight_of(v->at[open].code))
            return v->at[i].is_literal ? v->n : i;
    return v->n;
}

/* "十四五" → “十四五”: both marks change, or neither; 5" are inches, and ' in
 * a word is an apostrophe. */
static size_t
curl_quotes(view *v, size_t open)
{
    size_t close = quote_closing(v, open);
    bool is_single = straight_of(v->at[open].code) == '\'';
    bool is_other = open > 0 && (code_is_digit(v->at[open - 1].code) ||
                                 (is_single &&
                                  is_letter(v->at[open - 1].code)));
    bool is_in_chinese = is_chinese(before(v, open)) ||
                         is_chinese(after(v, close));
    if (is_other || close == v->n ||
        (!is_in_chinese && !holds_chinese(v, open + 1, close)))
        return 0;
    v->at[open].code = is_single ? 0x2018 : 0x201C;
    v->at[close].code = is_single ? 0x2019 : 0x201D;
    return 2;
}

/* 创新--发展 → 创新——发展; three hyphens are something else. */
static size_t
join_hyphens(view *v, size_t i)
{
    bool is_pair = i + 1 < v->n && v->at[i + 1].code == '-' &&
                   !v->at[i + 1].is_literal;
    if (!is_pair || !is_chinese(before(v, i)) ||
        !is_chinese(after(v, i + 1)))
        return 0;
    v->at[i].code = v->at[i + 1].code = 0x2014;
    return 2;
}

static bool
has_code(const view *v, size_t i, uint32_t code)
{
    return i < v->n && v->at[i].code == code && !v->at[i].is_literal;
}

/* 等... and 等。。。 → 等……: as many dots as were typed, from three on. */
static size_t
join_dots(view *v, size_t i)
{
    uint32_t dot = v->at[i].code;
    size_t n = 1;
    while (has_code(v, i + n, dot))
        n++;
    if (n < 3 || !is_chinese(before(v, i)) || is_letter(after(v, i + n - 1)))
        return 0;
    for (size_t j = 0; j < n; j++)
        v->at[i + j].code = j < 2 ? 0x2026 : 0;
    return n;
}

/* 5%~8%, 3~5年 → ～ (GB/T 15834-2011 4.13.3.3). */
static size_t
widen_tilde(view *v, size_t i)
{
    uint32_t a = before(v, i), b = after(v, i);
    bool is_sign = v->at[i].code == 0x223C; /* ∼ of formulas */
    bool is_left = code_is_digit(a) || a == '%' || (!is_sign && is_chinese(a));
    bool is_range =
        is_left && (code_is_digit(b) || (!is_sign && is_chinese(b)));
    if (!is_range || has_code(v, i + 1, '~'))
        return 0;
    v->at[i].code = 0xFF5E;
    return 1;
}

static size_t
digits_before(const view *v, size_t i)
{
    size_t n = 0;
    while (n < i && code_is_digit(v->at[i - n - 1].code))
        n++;
    return n;
}

static size_t
digits_from(const view *v, size_t i)
{
    size_t n = 0;
    while (i + n < v->n && code_is_digit(narrow_of(v->at[i + n].code)))
        n++;
    return n;
}

/* 2020-2022年 → 2020—2022年 (4.13.3.2); other hyphens between digits are
 * numbers of telephones, of parts, of dates. */
static size_t
widen_years(view *v, size_t i)
{
    size_t end = i + 1 + digits_from(v, i + 1);
    if (digits_before(v, i) != 4 || end != i + 5 || !has_code(v, end, 0x5E74))
        return 0;
    v->at[i].code = 0x2014;
    return 1;
}

/* 约翰•史密斯, 约翰・史密斯 → 约翰·史密斯 (4.14). */
static size_t
raise_dot(view *v, size_t i)
{
    bool is_between = i > 0 && i + 1 < v->n &&
                      v->at[i - 1].code >= 0x2E80 &&
                      is_chinese(v->at[i - 1].code) &&
                      v->at[i + 1].code >= 0x2E80 &&
                      is_chinese(v->at[i + 1].code);
    if (!is_between)
        return 0;
    v->at[i].code = 0x00B7;
    return 1;
}

/* 约翰.史密斯 → 约翰·史密斯: a full stop between Han that names are spelt with,
 * two on either side. */
static size_t
raise_stop(view *v, size_t i)
{
    if (i < 2 || i + 2 >= v->n)
        return 0;
    for (size_t k = i - 2; k <= i + 2; k++)
        if (k != i && !transliteration_has(v->at[k].code))
            return 0;
    v->at[i].code = 0x00B7;
    return 1;
}

/* １／２ and １．５ → 1/2 and 1.5, as their digits do; １．创新 → 1.创新. */
static size_t
narrow_between(view *v, size_t i)
{
    uint32_t a = before(v, i), b = narrow_of(after(v, i));
    bool is_stop = v->at[i].code == 0xFF0E;
    bool is_between = (code_is_digit(a) || is_letter(a)) &&
                      (code_is_digit(b) || is_letter(b));
    if (!is_between && !(is_stop && code_is_digit(a)))
        return 0;
    v->at[i].code -= 0xFEE0;
    return 1;
}

/* ＜３％, ＞５, ＃５ → <3%, >5, #5: signs of the digit behind them. */
static size_t
narrow_sign(view *v, size_t i)
{
    if (i + 1 == v->n || !code_is_digit(narrow_of(v->at[i + 1].code)))
        return 0;
    v->at[i].code -= 0xFEE0;
    return 1;
}

/* Ａ－１ and １－９月 → A-1 and 1-9月; －３.５％ → −3.5%. */
static size_t
narrow_hyphen(view *v, size_t i)
{
    if (narrow_between(v, i) > 0)
        return 1;
    if (i + 1 == v->n || !code_is_digit(narrow_of(v->at[i + 1].code)))
        return 0;
    v->at[i].code = 0x2212;
    return 1;
}

/* f(x), sin(x), P(A): a letter, or a word of small letters, right before. What
 * is capital is a name: WTO（2001）. */
static bool
is_function(const view *v, size_t open)
{
    size_t n = 0;
    bool is_small = true;
    while (n < open && is_letter(v->at[open - n - 1].code)) {
        is_small &= v->at[open - n - 1].code >= 'a';
        n++;
    }
    return n == 1 || (n > 0 && is_small);
}

/* Both brackets of a pair are full, or neither. */
static size_t
widen_brackets(view *v, size_t open)
{
    size_t close = closing_of(v, open);
    if (close == v->n || v->at[open].is_literal || v->at[close].is_literal)
        return 0;
    size_t n = (v->at[open].code == '(') + (size_t)(v->at[close].code == ')');
    bool is_outside = is_chinese(before(v, open)) ||
                      is_chinese(after(v, close));
    bool is_chinese_pair = n == 1 || holds_chinese(v, open + 1, close) ||
                           (is_outside && !is_function(v, open));
    if (!is_chinese_pair)
        return 0;
    v->at[open].code = 0xFF08;
    v->at[close].code = 0xFF09;
    return n;
}

/* Marks that are read with their neighbours; how many were changed. */
static size_t
joined_at(view *v, size_t i)
{
    size_t n;
    switch (v->at[i].code) {
    case '"':
    case '\'':
    case 0xFF02:
    case 0xFF07:
        return curl_quotes(v, i);
    case '-':
        n = join_hyphens(v, i);
        return n > 0 ? n : widen_years(v, i);
    case '.':
        n = raise_stop(v, i);
        return n > 0 ? n : join_dots(v, i);
    case 0x3002:
        return join_dots(v, i);
    case 0xFF0D:
        n = narrow_hyphen(v, i);
        return n > 0 && v->at[i].code == '-' ? n + widen_years(v, i) : n;
    case 0xFF0E:
    case 0xFF0F:
        return narrow_between(v, i);
    case 0xFF03:
    case 0xFF1C:
    case 0xFF1D:
    case 0xFF1E:
        return narrow_sign(v, i);
    case '~':
    case 0x223C:
    case 0x301C:
        return widen_tilde(v, i);
    case 0x2022:
    case 0x2027:
    case 0x30FB:
    case 0xFF65:
        return raise_dot(v, i);
    default:
        return 0;
    }
}

static size_t
normalise_at(view *v, size_t i)
{
    normal_character *c = &v->at[i];
    if (c->code == 0 || c->is_literal || code_is_ideograph(c->code))
        return 0;
    if (narrow_of(c->code) != c->code) {
        c->code = narrow_of(c->code);
        return 1;
    }
    if (is_opening(c->code))
        return widen_brackets(v, i);
    size_t n = joined_at(v, i);
    if (n > 0 || !is_chinese_mark(v, i))
        return n;
    c->code = wide_of(c->code);
    drop_spaces_after(v, i);
    return 1;
}

/* Ends of line and paragraph that a program put inside a text. */
static bool
is_separator(uint32_t code)
{
    return code == 0x0B || code == 0x0C || code == 0x85 || code == 0x2028 ||
           code == 0x2029;
}

static bool
is_control(uint32_t code)
{
    bool is_blank = code == '\t' || code == '\n' || code == '\r';
    return (code < ' ' && !is_blank) || (code >= 0x7F && code <= 0x9F);
}

/* A mark of byte order inside a text; and a place to break at, beside what a
 * line may break at anyhow: pages of the web are full of both. */
static bool
is_idle(const view *v, size_t i)
{
    uint32_t code = v->at[i].code;
    return code == 0xFEFF || (code == 0x200B && (is_chinese(before(v, i)) ||
                                                 is_chinese(after(v, i))));
}

/* Controls say nothing to a reader; one sign ends a line for all. */
static void
drop_controls(view *v)
{
    for (size_t i = 0; i < v->n; i++) {
        normal_character *c = &v->at[i];
        if (code_is_ideograph(c->code))
            continue;
        if (is_separator(c->code))
            c->code = 0x2028;
        else if (is_control(c->code) || is_idle(v, i))
            c->code = 0;
    }
}

static bool
is_full_stop(uint32_t code)
{
    mark_kind mark = character_mark_of(code);
    return mark == MARK_STOP || mark == MARK_EXCLAIM;
}

/* 图 表 附件 附录 式 例 注: what a number is the name of. */
static bool
is_numbered(uint32_t code)
{
    return code == 0x56FE || code == 0x8868 || code == 0x4EF6 ||
           code == 0x5F55 || code == 0x5F0F || code == 0x4F8B ||
           code == 0x6CE8;
}

#define LABEL_LONGEST 8 /* 10.12.10 */
#define LABEL_DIGITS 2  /* of one part at the start: not a year */

/* 图1　产值, 附录A　名单, 1.2　范围: a label ends before `end`, of a figure or
 * the paragraph itself (GB/T 1.1: an em behind it). */
static bool
is_label_before(const view *v, size_t end)
{
    size_t i = end, digits = 0, most = 0;
    while (i > 0 && end - i < LABEL_LONGEST) {
        uint32_t code = narrow_of(v->at[i - 1].code);
        if (!code_is_digit(code) && code != '.' && code != '-' &&
            !is_letter(code))
            break;
        digits = code_is_digit(code) ? digits + 1 : 0;
        most = digits > most ? digits : most;
        i--;
    }
    if (i == end)
        return false;
    return i > 0 ? is_numbered(v->at[i - 1].code)
                 : most > 0 && most <= LABEL_DIGITS;
}

/* 第一章　总则, 关于　　的通知: between Han wide spaces are meant to be wide, one
 * or a blank of many; behind a sentence many are the indent of the next. */
static bool
is_wide_space(const view *v, size_t i, uint32_t last)
{
    size_t from = i, end = i;
    while (from > 0 && v->at[from - 1].code == 0x3000)
        from--;
    while (end < v->n && v->at[end].code == 0x3000)
        end++;
    uint32_t left = from < i ? v->at[from - 1].code : last;
    bool is_held = (left >= 0x2E80 && is_chinese(left)) ||
                   (end - from == 1 && is_label_before(v, from));
    return end > i && from > 0 && is_held && end < v->n &&
           v->at[end].code >= 0x2E80 && is_chinese(v->at[end].code) &&
           (end - from == 1 || !is_full_stop(left));
}

/* A line end in the source is no space between Han; runs of spaces are one;
 * none stands at either end. */
static void
tidy_spaces(view *v)
{
    uint32_t last = NOTHING;
    for (size_t i = 0; i < v->n; i++) {
        normal_character *c = &v->at[i];
        if (c->code == 0)
            continue;
        bool is_line_end = c->code == '\n' || c->code == '\r';
        bool is_plain = is_line_end || c->code == ' ' || c->code == '\t' ||
                        c->code == 0x3000;
        if (!is_plain || is_wide_space(v, i, last)) {
            last = c->code;
            continue;
        }
        bool is_useless = last == NOTHING || last == ' ';
        if (!is_useless) {
            uint32_t b = after(v, i);
            is_useless = b == NOTHING || (is_line_end && is_chinese(last) &&
                                          is_chinese(b));
        }
        c->code = is_useless ? 0 : ' ';
        if (!is_useless)
            last = ' ';
    }
}

size_t
normal_apply(normal_character *text, size_t n, bool changes_marks,
             size_t *first)
{
    view v = {text, n, false};
    size_t changed = 0;
    v.has_chinese = holds_chinese(&v, 0, n);
    for (size_t i = 0; changes_marks && i < n; i++) {
        size_t here = normalise_at(&v, i);
        if (changed == 0 && here > 0)
            *first = i;
        changed += here;
    }
    drop_controls(&v);
    tidy_spaces(&v);
    return changed;
}
