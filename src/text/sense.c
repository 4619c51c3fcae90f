#include "text/sense.h"

#include "text/penalty.h"

static const slice WORDS[] = {
#define WORD(text) SLICE(text),
#include "text/words.def"
#undef WORD
};
#define N_WORDS (sizeof WORDS / sizeof *WORDS)

/* Bytes of the longest word that `text` starts with, or 0. */
static size_t
word_at(slice text)
{
    size_t longest = 0;
    for (size_t i = 0; i < N_WORDS; i++)
        if (WORDS[i].len > longest && slice_starts_with(text, WORDS[i]))
            longest = WORDS[i].len;
    return longest;
}

/* 和 与 及 lead what follows, 的 closes what stands before it. */
static bool
leads(uint32_t code)
{
    return code == 0x548C || code == 0x4E0E || code == 0x53CA;
}

/* 第一|产业, 市|发改委: an ending of a place stays with its name, which no list
 * has; two Han are taken for it. */
static bool
ends_place(uint32_t code)
{
    return code == 0x7701 || code == 0x5E02 || code == 0x53BF ||
           code == 0x533A || code == 0x5C40; /* 省 市 县 区 局 */
}

static bool
is_han(const text_atom *atom)
{
    return atom->kind == CHARACTER_HAN;
}

static void
keep_small_words(text_atoms *t, size_t i)
{
    uint32_t code = t->at[i].code;
    if (code == 0x7684 || ends_place(code)) /* 的 */
        atom_discourage(&t->at[i], PENALTY_STYLE);
    if (leads(code) && i + 1 < t->n)
        atom_discourage(&t->at[i + 1], PENALTY_STYLE);
    bool is_about = i > 0 && code == 0x4E8E && t->at[i - 1].code == 0x5173;
    if (is_about && i + 1 < t->n) /* 关于 */
        atom_discourage(&t->at[i + 1], PENALTY_STYLE);
}

/* Words are taken from the left, the longest first. */
void
sense_keep(text_atoms *t, bool is_title)
{
    for (size_t i = 1; is_title && i < t->n; i++)
        if (!leads(t->at[i].code) && t->at[i - 1].mark == MARK_NONE)
            atom_discourage(&t->at[i], PENALTY_STYLE / 2);
    for (size_t i = 1; i < t->n; i++)
        if (is_han(&t->at[i]) && is_han(&t->at[i - 1]))
            keep_small_words(t, i);
    for (size_t i = 0; i < t->n;) {
        size_t length = is_han(&t->at[i])
                            ? word_at(slice_cut(t->text, t->at[i].byte,
                                                t->text.len))
                            : 0;
        size_t end = t->at[i].byte + length;
        for (i++; i < t->n && t->at[i].byte < end; i++)
            atom_discourage(&t->at[i], PENALTY_STYLE);
    }
}
