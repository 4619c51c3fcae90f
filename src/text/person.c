#include "text/person.h"

#include "text/dictionary.h"
#include "text/penalty.h"
#include "text/surname.h"
#include "text/transliteration.h"

#define PERSON_POST(text)
#define PERSON_TITLE(text)
#define PERSON_DOES(text)
#define PERSON_GOES_ON(text)

static const slice POSTS[] = {
#undef PERSON_POST
#define PERSON_POST(text) SLICE(text),
#include "text/person.def"
#undef PERSON_POST
#define PERSON_POST(text)
};

static const slice TITLES[] = {
#undef PERSON_TITLE
#define PERSON_TITLE(text) SLICE(text),
#include "text/person.def"
#undef PERSON_TITLE
#define PERSON_TITLE(text)
};

static const slice DOES[] = {
#undef PERSON_DOES
#define PERSON_DOES(text) SLICE(text),
#include "text/person.def"
#undef PERSON_DOES
#define PERSON_DOES(text)
};

static const slice GOES_ON[] = {
#undef PERSON_GOES_ON
#define PERSON_GOES_ON(text) SLICE(text),
#include "text/person.def"
#undef PERSON_GOES_ON
};

#undef PERSON_POST
#undef PERSON_TITLE
#undef PERSON_DOES

#define N_OF(array) (sizeof(array) / sizeof *(array))

/* What is known of where a name begins or ends. */
typedef enum bound {
    BOUND_NONE,
    BOUND_LOOSE, /* a word that may follow a name */
    BOUND_DOES,  /* what persons do */
    BOUND_MARK,  /* a mark, a space, an end of the text */
    BOUND_POST
} bound;

/* How sure it is that atoms are a name. */
typedef enum surety { NO_NAME, PROBABLE, CERTAIN } surety;

static bool
is_han(const text_atoms *t, size_t i)
{
    return i < t->n && t->at[i].kind == CHARACTER_HAN &&
           t->at[i].bytes == DICTIONARY_HAN_BYTES;
}

static slice
text_between(const text_atoms *t, size_t first, size_t end)
{
    return slice_cut(t->text, t->at[first].byte,
                     end < t->n ? t->at[end].byte : t->text.len);
}

static bool
ends_with_post(slice text)
{
    return slice_ends_with_any(text, POSTS, N_OF(POSTS));
}

/* Of two Han from atom `i` on: a word of prose, not a rare one, which may well
 * be a name. */
#define COST_RARE 46
static bool
is_word(const text_atoms *t, size_t i)
{
    if (!is_han(t, i) || !is_han(t, i + 1))
        return false;
    dictionary_word word = dictionary_find(text_between(t, i, i + 2));
    return word.is_found && word.cost < COST_RARE;
}

static bool
is_edge(const text_atom *atom)
{
    return atom->kind == CHARACTER_SPACE ||
           (atom->kind == CHARACTER_MARK && atom->mark != MARK_INTERPUNCT &&
            atom->mark != MARK_CONNECTOR);
}

static bound
bound_before(const text_atoms *t, size_t i)
{
    if (i == 0 || is_edge(&t->at[i - 1]))
        return BOUND_MARK;
    return is_han(t, i - 1) && ends_with_post(text_between(t, 0, i))
               ? BOUND_POST
               : BOUND_NONE;
}

static bound
bound_behind(const text_atoms *t, size_t end)
{
    if (end == t->n || is_edge(&t->at[end]))
        return BOUND_MARK;
    if (!is_han(t, end))
        return BOUND_NONE;
    slice text = text_between(t, end, t->n);
    if (slice_starts_with_any(text, TITLES, N_OF(TITLES)))
        return BOUND_POST;
    if (slice_starts_with_any(text, DOES, N_OF(DOES)))
        return BOUND_DOES;
    bool goes_on = slice_starts_with_any(text, GOES_ON, N_OF(GOES_ON));
    return goes_on ? BOUND_LOOSE : BOUND_NONE;
}

/* Of these atoms, those that given names are made of. */
static size_t
given_in(const text_atoms *t, size_t first, size_t end)
{
    size_t n = 0;
    for (size_t i = first; i < end; i++)
        n += surname_gives(t->at[i].code);
    return n;
}

static bool
is_given(const text_atoms *t, size_t first, size_t end)
{
    return given_in(t, first, end) == end - first;
}

/* Nothing says where it begins: its Han must make no words with each other or
 * with what is around them. */
static bool
is_apart(const text_atoms *t, size_t first, size_t end)
{
    for (size_t i = first; i + 1 < end; i++)
        if (is_word(t, i))
            return false;
    return (first == 0 || !is_word(t, first - 1)) && !is_word(t, end - 1);
}

static surety
surety_in_text(const text_atoms *t, size_t first, size_t given, size_t end)
{
    bool is_of_names = is_given(t, given, end) && is_apart(t, first, end);
    bound behind = bound_behind(t, end);
    if (behind == BOUND_POST)
        return is_of_names ? CERTAIN : PROBABLE;
    bool is_short = end - given < 2;
    bool goes_on = behind == BOUND_LOOSE || behind == BOUND_DOES;
    return is_of_names && (goes_on || !is_short) ? PROBABLE : NO_NAME;
}

/* Of atoms [first, end), whose given name begins at `given`. */
static surety
surety_of(const text_atoms *t, size_t first, size_t given, size_t end,
          bound before)
{
    if (before == BOUND_NONE)
        return surety_in_text(t, first, given, end);
    bound behind = bound_behind(t, end);
    bool is_double = given - first > 1;
    bool is_of_names = is_given(t, given, end) ||
                       (is_double && end - given == 1);
    if (behind >= BOUND_DOES && (is_of_names || before == BOUND_POST))
        return CERTAIN;
    if (behind >= BOUND_DOES)
        return given_in(t, given, end) > 0 ? PROBABLE : NO_NAME;
    if (before == BOUND_POST && behind == BOUND_LOOSE)
        return CERTAIN;
    if (!is_of_names || is_word(t, end - 1))
        return NO_NAME;
    bool is_alone = is_apart(t, first, end) && end - given > 1;
    return is_double || before == BOUND_POST || behind == BOUND_LOOSE ||
                   is_alone
               ? PROBABLE
               : NO_NAME;
}

/* What a line costs that starts inside a name. */
static int32_t
penalty_of(text_names how, surety sure)
{
    if (how == NAMES_KEEP)
        return sure == CERTAIN ? PENALTY_FIGURE : PENALTY_UNIT;
    return sure == CERTAIN ? PENALTY_PERSON : PENALTY_STYLE;
}

static void
keep_together(text_atoms *t, size_t first, size_t end, int32_t penalty)
{
    for (size_t i = first + 1; i < end; i++)
        atom_discourage(&t->at[i], penalty);
}

/* 17 |万亿元 */
static bool
is_measured(const text_atoms *t, size_t i)
{
    while (i > 0 && t->at[i - 1].kind == CHARACTER_SPACE)
        i--;
    return i > 0 && t->at[i - 1].kind == CHARACTER_DIGIT;
}

/* Of two readings the surer one, then the one that prose goes on behind. */
static int
rank_of(const text_atoms *t, surety sure, size_t end)
{
    return sure == NO_NAME
               ? 0
               : 2 * (int)sure + (bound_behind(t, end) > BOUND_NONE);
}

/* The end of the name that begins at atom `i`, or `i`: of one Han behind the
 * surname or of two. */
static size_t
keep_chinese(text_atoms *t, size_t i, text_names how, bool is_prose)
{
    size_t given = i + surname_length(text_between(t, i, t->n));
    if (given == i || !is_han(t, given) || is_measured(t, i) ||
        (given == i + 1 && is_word(t, i))) /* 高度, 金融 */
        return i;
    bound before = bound_before(t, i);
    if (before == BOUND_NONE && is_word(t, i - 1))
        return i;
    surety one = surety_of(t, i, given, given + 1, before);
    surety two = is_han(t, given + 1)
                     ? surety_of(t, i, given, given + 2, before)
                     : NO_NAME;
    if (one == NO_NAME && two == NO_NAME)
        return i;
    bool is_short = rank_of(t, one, given + 1) > rank_of(t, two, given + 2);
    surety sure = is_short ? one : two;
    size_t end = given + (is_short ? 1 : 2);
    if (sure == PROBABLE && !is_prose)
        return i;
    keep_together(t, i, end, penalty_of(how, sure));
    return end;
}

#define PART_LONGEST 8 /* Han of a part of a foreign name */
#define PART_SURE 2    /* spelt with what names are spelt with */
#define PART_GUESSED 2

static bool
is_spelt(const text_atoms *t, size_t i)
{
    return is_han(t, i) && transliteration_has(t->at[i].code);
}

/* Han before the · at `dot` that are of its name. */
static size_t
spelt_before(const text_atoms *t, size_t dot)
{
    size_t n = 0;
    while (n < dot && n < PART_LONGEST && is_spelt(t, dot - n - 1) &&
           !(n > 0 && ends_with_post(text_between(t, 0, dot - n))))
        n++;
    return n;
}

static size_t
spelt_behind(const text_atoms *t, size_t dot)
{
    size_t n = 0;
    while (n < PART_LONGEST && is_spelt(t, dot + 1 + n))
        n++;
    return n;
}

/* 玛丽·居里, 艾力更·依明: where one side is spelt as names are, so much of the
 * other is one too. */
static size_t
guess_before(const text_atoms *t, size_t dot)
{
    size_t n = 0;
    while (n < PART_GUESSED && n < dot && is_han(t, dot - n - 1))
        n++;
    return n;
}

static size_t
guess_behind(const text_atoms *t, size_t dot)
{
    size_t n = 0;
    while (n < PART_GUESSED && is_han(t, dot + 1 + n))
        n++;
    return n;
}

/* 约翰·史密斯: parted behind the · if anywhere. */
static void
keep_foreign(text_atoms *t, size_t dot, text_names how)
{
    size_t before = spelt_before(t, dot), behind = spelt_behind(t, dot);
    if (before == 0 && behind >= PART_SURE)
        before = guess_before(t, dot);
    if (behind == 0 && before >= PART_SURE)
        behind = guess_behind(t, dot);
    if (before == 0 || behind == 0)
        return;
    int32_t inside = penalty_of(how, CERTAIN);
    keep_together(t, dot - before, dot, inside);
    keep_together(t, dot + 1, dot + 1 + behind, inside);
    atom_discourage(&t->at[dot + 1],
                    how == NAMES_KEEP ? PENALTY_NAME : PENALTY_STYLE);
}

void
person_keep(text_atoms *t, text_names how, bool is_prose)
{
    if (how == NAMES_FREE)
        return;
    for (size_t i = 0; i < t->n;) {
        if (t->at[i].mark == MARK_INTERPUNCT)
            keep_foreign(t, i, how);
        size_t end = is_han(t, i) ? keep_chinese(t, i, how, is_prose) : i;
        i = end > i ? end : i + 1;
    }
}
