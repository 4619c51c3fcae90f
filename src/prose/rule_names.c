/* A person's name, known by the title behind it, that is spelled another way
 * elsewhere: 许为刚院士 and 许为钢. */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/rule.h"

static bool
is_han_at(slice text, size_t at)
{
    if (at + UTF8_HAN > text.len)
        return false;
    uint32_t code = utf8_next(text, &at);
    return code >= 0x4E00 && code <= 0x9FFF;
}

/* Whether a name may start at `at`: behind a mark, a list's 、 or a verb that
 * brings people in. */
static bool
may_start(slice text, size_t at)
{
    static const slice before[] = {
        SLICE("、"),   SLICE("，"),   SLICE(","),    SLICE("。"),
        SLICE("；"),   SLICE("和"),   SLICE("了"),   SLICE("与"),
        SLICE("引进"), SLICE("聘请"), SLICE("邀请"), SLICE("\n"),
        SLICE("："),   SLICE("由")};
    slice lead = slice_cut(text, 0, at);
    if (at == 0)
        return true;
    return slice_ends_with_any(lead, before, sizeof before / sizeof *before);
}

/* Three Han characters right before the title at `at`. */
static bool
name_before(slice text, size_t at, size_t *first)
{
    if (at < 3 * UTF8_HAN)
        return false;
    *first = at - 3 * UTF8_HAN;
    return is_han_at(text, *first) && is_han_at(text, *first + UTF8_HAN) &&
           is_han_at(text, *first + 2 * UTF8_HAN) && may_start(text, *first);
}

/* The same but for one character that is not the first. */
static bool
is_variant(slice a, slice b)
{
    bool is_second = slice_equal(slice_cut(a, UTF8_HAN, 2 * UTF8_HAN),
                                 slice_cut(b, UTF8_HAN, 2 * UTF8_HAN));
    bool is_third = slice_equal(slice_cut(a, 2 * UTF8_HAN, 3 * UTF8_HAN),
                                slice_cut(b, 2 * UTF8_HAN, 3 * UTF8_HAN));
    return slice_equal(slice_cut(a, 0, UTF8_HAN), slice_cut(b, 0, UTF8_HAN)) &&
           is_second != is_third;
}

/* 许为刚 and 许为钢: wherever the other stands, it is meant. */
static bool
is_homophone(slice a, slice b)
{
    return lexicon_sounds_alike(slice_cut(a, UTF8_HAN, 2 * UTF8_HAN),
                                slice_cut(b, UTF8_HAN, 2 * UTF8_HAN)) ||
           lexicon_sounds_alike(slice_cut(a, 2 * UTF8_HAN, 3 * UTF8_HAN),
                                slice_cut(b, 2 * UTF8_HAN, 3 * UTF8_HAN));
}

/* A variant ends where a name does: at a mark, 、, 等, 和 or a title. */
static bool
may_end(slice text, size_t at)
{
    slice rest = slice_cut(text, at, text.len);
    static const slice behind[] = {SLICE("、"), SLICE("，"), SLICE(","),
                                   SLICE("。"), SLICE("；"), SLICE("等"),
                                   SLICE("和"), SLICE("与"), SLICE("）"),
                                   SLICE("在会上"), SLICE("介绍"),
                                   SLICE("表示"), SLICE("说")};
    if (rest.len == 0 || lexicon_start(rest, LEXICON_TITLE) != NULL)
        return true;
    return slice_starts_with_any(rest, behind, sizeof behind / sizeof *behind);
}

static void
look_for_variants(const inspection *in, size_t name)
{
    slice text = in->passage.text;
    slice known = slice_cut(text, name, name + 3 * UTF8_HAN);
    slice surname = slice_cut(known, 0, UTF8_HAN);
    for (size_t at = 0; at + 3 * UTF8_HAN <= text.len;) {
        slice rest = slice_cut(text, at, text.len);
        at += slice_find(rest, surname);
        slice other = slice_cut(text, at, at + 3 * UTF8_HAN);
        bool is_other = other.len == 3 * UTF8_HAN && is_variant(known, other) &&
                        (is_homophone(known, other) ||
                         (may_start(text, at) &&
                          may_end(text, at + other.len)));
        if (is_other) {
            diag_report(in->diags, &PROSE_NAME_VARIES,
                        rule_span(in, name, name + known.len), known, other);
            diags_relate(in->diags, rule_span(in, at, at + other.len),
                         SLICE_OF("另一种写法在这里"));
            return;
        }
        at += UTF8_HAN;
    }
}

/* 副署长王令浚介绍: three characters between a title and a verb of speaking. */
static bool
name_behind(slice text, size_t at, const lexicon_word *title, size_t *first)
{
    static const slice verbs[] = {SLICE("介绍"), SLICE("表示"), SLICE("指出"),
                                  SLICE("强调"), SLICE("说"), SLICE("透露"),
                                  SLICE("出席"), SLICE("主持"), SLICE("解读")};
    *first = at + title->text.len;
    slice rest = slice_cut(text, *first + 3 * UTF8_HAN, text.len);
    for (int i = 0; i < 3; i++)
        if (!is_han_at(text, *first + (size_t)i * UTF8_HAN))
            return false;
    return slice_starts_with_any(rest, verbs, sizeof verbs / sizeof *verbs);
}

/* Names looked at; a text that lists more people is a roll. */
#define NAMES_MOST 200

void
rule_names(const inspection *in)
{
    slice text = in->passage.text;
    size_t n = 0, first;
    for (size_t at = 0; at < text.len && n < NAMES_MOST;
         utf8_next(text, &at)) {
        slice rest = slice_cut(text, at, text.len);
        const lexicon_word *title = lexicon_start(rest, LEXICON_TITLE);
        if (title == NULL || (!name_behind(text, at, title, &first) &&
                              !name_before(text, at, &first)))
            continue;
        look_for_variants(in, first);
        n++;
    }
}
