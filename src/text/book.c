#include "text/book.h"

#include "text/penalty.h"
#include "text/segment.h"

/* Characters of a title that is kept together, and of one that is looked at:
 * longer than that, 》 is missing. */
#define TITLE_SHORT 10
#define TITLE_LONGEST 120

/* The longest word that is read; longer terms are parted between theirs. */
#define WORD_LONGEST 4

/* What a line costs that starts inside a title. */
typedef struct title_costs {
    int32_t joint;   /* between two words */
    int32_t leaning; /* beside a particle, inside a name that no list has */
    int32_t inside;  /* a word */
} title_costs;

static title_costs
costs_of(text_titles how, bool is_short)
{
    if (how == TITLES_KEEP)
        return (title_costs){is_short ? PENALTY_FIGURE : PENALTY_STYLE,
                             PENALTY_NAME, PENALTY_FIGURE};
    if (is_short)
        return (title_costs){PENALTY_WORD, PENALTY_PERSON, PENALTY_PERSON};
    return (title_costs){PENALTY_NONE, PENALTY_WORD / 2, PENALTY_WORD};
}

static bool
is_name(const text_word *word)
{
    return word->n == 1 && word->class == WORD_NOUN;
}

/* Before word `i`: 的 leans on what is before it, a preposition on what is
 * behind, and nouns of one Han are of one name. */
static int32_t
cost_before(const text_words *words, size_t i, const title_costs *cost)
{
    const text_word *a = &words->at[i - 1], *b = &words->at[i];
    bool is_leaning = b->class == WORD_TRAILING ||
                      (a->class == WORD_LEADING && a->n == 1) ||
                      (is_name(a) && is_name(b));
    return is_leaning ? cost->leaning : cost->joint;
}

static void
keep_words(arena *scratch, text_atoms *t, size_t first, size_t end,
           const title_costs *cost)
{
    text_words words = segment_words(scratch, t, first, end, WORD_LONGEST);
    for (size_t i = 0; i < words.n; i++) {
        const text_word *word = &words.at[i];
        for (size_t k = 1; k < word->n; k++)
            atom_discourage(&t->at[word->first + k], cost->inside);
        if (i > 0)
            atom_discourage(&t->at[word->first],
                            cost_before(&words, i, cost));
    }
}

static bool
is_of_words(const text_atom *atom)
{
    return atom->kind == CHARACTER_HAN && atom->bytes == DICTIONARY_HAN_BYTES;
}

/* The 》 of the 《 at `open`, or t->n. */
static size_t
closing_of(const text_atoms *t, size_t open)
{
    size_t depth = 1;
    for (size_t i = open + 1; i < t->n && i - open <= TITLE_LONGEST; i++) {
        depth += t->at[i].code == 0x300A;
        depth -= t->at[i].code == 0x300B;
        if (depth == 0)
            return i;
    }
    return t->n;
}

static void
keep_title(arena *scratch, text_atoms *t, size_t open, size_t close,
           text_titles how)
{
    title_costs cost = costs_of(how, close - open <= TITLE_SHORT);
    for (size_t i = open + 1; i < close; i++)
        atom_discourage(&t->at[i], cost.joint);
    for (size_t i = open + 1; i < close; i++) {
        size_t first = i;
        while (i < close && is_of_words(&t->at[i]))
            i++;
        if (i > first)
            keep_words(scratch, t, first, i, &cost);
    }
}

void
book_keep(arena *scratch, text_atoms *t, text_titles how)
{
    for (size_t i = 0; i < t->n && how != TITLES_FREE; i++) {
        size_t close = t->at[i].code == 0x300A ? closing_of(t, i) : t->n;
        if (close == t->n)
            continue;
        keep_title(scratch, t, i, close, how);
        i = close;
    }
}
