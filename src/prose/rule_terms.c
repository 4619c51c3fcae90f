/* Names of bodies, documents and projects that differ from another mention in
 * one character: 卧龙电气南阳防爆集团 and 卧龙电器南阳防爆集团. Short names may
 * well belong to two, and are compared only for characters that sound alike. */
#include "base/array.h"
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/rule.h"

#define TERM_LEAST 7         /* characters */
#define BODY_LEAST 5         /* of a body that differs by sight only */
#define TERM_MOST 40
/* Terms of a text that are looked at. */
#define TERMS_MOST 400

typedef struct term {
    size_t first, last;
} term;

typedef struct term_list {
    term *at;
    size_t n, cap;
} term_list;

/* Whether all characters have the three bytes of Han: 2021年度 and 2022年度
 * are two on purpose. */
static bool
is_wide(slice s)
{
    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        utf8_next(s, &at);
        if (at - start != UTF8_HAN)
            return false;
    }
    return true;
}

static void
add_term(const inspection *in, term_list *list, term t, size_t least)
{
    size_t first = t.first, last = t.last, n = (last - first) / UTF8_HAN;
    if (n >= least && n <= TERM_MOST && list->n < TERMS_MOST &&
        is_wide(rule_text(in, first, last)))
        ARRAY_PUSH(in->arena, list, t);
}

/* What stands between the marks. */
static void
add_quoted(const inspection *in, term_list *list, slice open, slice close)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len;) {
        at += slice_find(slice_cut(text, at, text.len), open);
        if (at >= text.len)
            break;
        at += open.len;
        slice rest = clause_near_start(slice_cut(text, at, text.len));
        size_t end = slice_find(rest, close);
        if (end < rest.len)
            add_term(in, list, (term){at, at + end}, TERM_LEAST);
    }
}

static bool
is_han_before(slice text, size_t at)
{
    size_t left = at;
    uint32_t code = at > 0 ? utf8_before(text, &left) : 0;
    return code >= 0x4E00 && code <= 0x9FFF && at - left == UTF8_HAN;
}

/* The run of Han characters that ends in 集团, 大学 …, from a mark on. */
static void
add_bodies(const inspection *in, term_list *list)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len; utf8_next(text, &at)) {
        const lexicon_word *word =
            (unsigned char)text.at[at] < 0xE4
                ? NULL
                : lexicon_start(slice_cut(text, at, text.len),
                                LEXICON_BODY);
        size_t first = at;
        if (word == NULL)
            continue;
        while (at - first < TERM_MOST * UTF8_HAN && is_han_before(text, first))
            first -= UTF8_HAN;
        add_term(in, list, (term){first, at + word->text.len}, BODY_LEAST);
    }
}

/* Where the only difference of two terms of one length is, or the length. */
static size_t
only_difference(slice a, slice b)
{
    size_t found = a.len;
    for (size_t at = 0; at + UTF8_HAN <= a.len; at += UTF8_HAN) {
        if (slice_equal(slice_cut(a, at, at + UTF8_HAN),
                        slice_cut(b, at, at + UTF8_HAN)))
            continue;
        if (found < a.len)
            return a.len;
        found = at;
    }
    return found;
}

/* 南阳市 and 洛阳市: a district's name ends right behind the difference. */
static bool
is_in_place(slice name, size_t at)
{
    static const slice kinds[] = {SLICE("省"), SLICE("市"), SLICE("县"),
                                  SLICE("区"), SLICE("州"), SLICE("镇"),
                                  SLICE("乡"), SLICE("村")};
    slice near = slice_cut(name, at + UTF8_HAN, at + 3 * UTF8_HAN);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_find(near, kinds[i]) < near.len)
            return true;
    return at < 2 * UTF8_HAN;
}

static bool
is_variant(slice a, slice b)
{
    if (a.len != b.len || a.len % UTF8_HAN != 0)
        return false;
    size_t at = only_difference(a, b);
    slice x = slice_cut(a, at, at + UTF8_HAN);
    slice y = slice_cut(b, at, at + UTF8_HAN);
    bool is_serial = lexicon_start(x, LEXICON_SERIAL) != NULL &&
                     lexicon_start(y, LEXICON_SERIAL) != NULL;
    return at < a.len && a.len >= TERM_LEAST * UTF8_HAN &&
           (unsigned char)x.at[0] >= 0xE4 &&
           (unsigned char)y.at[0] >= 0xE4 && !is_serial &&
           !is_in_place(a, at);
}

/* 由卧龙电气集团 and 卧龙电器集团: the ends of both, one character that sounds
 * alike apart. */
static bool
is_homophone(slice a, slice b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    a = slice_cut(a, a.len - len, a.len);
    b = slice_cut(b, b.len - len, b.len);
    size_t at = only_difference(a, b);
    return len >= BODY_LEAST * UTF8_HAN && at < len &&
           lexicon_sounds_alike(slice_cut(a, at, at + UTF8_HAN),
                                slice_cut(b, at, at + UTF8_HAN));
}

/* Against the nearest mention before that is a variant. */
static void
check_term(const inspection *in, const term_list *list, size_t i)
{
    const term *t = &list->at[i];
    slice name = rule_text(in, t->first, t->last);
    for (size_t k = 0; k < i; k++) {
        const term *other = &list->at[k];
        slice known = rule_text(in, other->first, other->last);
        if ((!is_variant(name, known) && !is_homophone(name, known)) ||
            !rule_is_typed(in, t->first, t->last))
            continue;
        size_t len = name.len < known.len ? name.len : known.len;
        name = slice_cut(name, name.len - len, name.len);
        known = slice_cut(known, known.len - len, known.len);
        diag_report(in->diags, &PROSE_TERM_VARIES,
                    rule_span(in, t->first, t->last), name, known);
        diags_relate(in->diags, rule_span(in, other->first, other->last),
                     SLICE_OF("另一种写法在这里"));
        return;
    }
}

void
rule_terms(const inspection *in)
{
    term_list list = {NULL, 0, 0};
    add_quoted(in, &list, SLICE_OF("《"), SLICE_OF("》"));
    add_quoted(in, &list, SLICE_OF("“"), SLICE_OF("”"));
    add_bodies(in, &list);
    for (size_t i = 1; i < list.n && rule_has_room(in); i++)
        check_term(in, &list, i);
}
