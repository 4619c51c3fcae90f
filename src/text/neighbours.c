/* neighbours: signs that are Chinese or Western by what stands around them. */
#include "text/atom.h"

static bool
is_pair(const text_atom *a, const text_atom *b)
{
    return a->code == b->code && (a->code == 0x2014 || a->code == 0x2015 ||
                                  a->code == 0x2026 || a->code == 0x22EF);
}

static void
make_western(text_atom *atom)
{
    atom->kind = CHARACTER_LETTER;
    atom->mark = MARK_NONE;
}

static void
make_mark(text_atom *atom, mark_kind mark)
{
    atom->kind = CHARACTER_MARK;
    atom->mark = mark;
}

static bool
is_chinese(const text_atom *atom)
{
    return atom != NULL &&
           (atom->kind == CHARACTER_HAN || atom->kind == CHARACTER_MARK);
}

/* 甲/乙, 《甲》/《乙》 and 甲-乙 are joined by Chinese marks, half an em wide
 * (GB/T 15834-2011 5.1.8, 5.1.9), km/h and R-1 by Western ones. */
static void
classify_between(text_atoms *t, size_t i)
{
    const text_atom *a = &t->at[i - 1], *b = &t->at[i + 1];
    text_atom *atom = &t->at[i];
    bool is_narrowable = atom->code == 0x2019 || atom->code == 0xB7 ||
                         atom->code == 0x2013;
    if (is_narrowable && a->kind == CHARACTER_LETTER &&
        b->kind == CHARACTER_LETTER)
        make_western(atom);
    if (atom->code == 0x2236 && a->kind == CHARACTER_DIGIT &&
        b->kind == CHARACTER_DIGIT)
        atom->kind = CHARACTER_SIGN; /* 1∶2 */
    if (!is_chinese(a) || !is_chinese(b))
        return;
    if (atom->code == '/')
        make_mark(atom, MARK_SOLIDUS);
    else if (atom->code == '-')
        make_mark(atom, MARK_CONNECTOR);
}

/* The first atom at or beyond `i` that is no space, going by `step`. */
static const text_atom *
neighbour(const text_atoms *t, size_t i, int step)
{
    while (i < t->n && t->at[i].kind == CHARACTER_SPACE)
        i += (size_t)step; /* wraps round below 0, past n */
    return i < t->n ? &t->at[i] : NULL;
}

static bool
is_western_at(const text_atoms *t, size_t i)
{
    return i < t->n && character_is_western(t->at[i].kind) &&
           t->at[i].kind != CHARACTER_SIGN;
}

/* ’22, 1990’s, rock ’n’ roll: a ’ that closes nothing and leans on a Western
 * character is an apostrophe. */
static void
classify_apostrophes(text_atoms *t)
{
    size_t open = 0;
    for (size_t i = 0; i < t->n; i++) {
        text_atom *atom = &t->at[i];
        if (atom->code == 0x2018)
            open++;
        if (atom->code != 0x2019 || atom->mark != MARK_CLOSING)
            continue;
        bool leans = is_western_at(t, i + 1) ||
                     (i > 0 && t->at[i - 1].kind == CHARACTER_LETTER);
        if (open > 0)
            open--;
        else if (leans)
            make_western(atom);
    }
}

/* The ” that closes the “ at `open` with nothing Chinese between, or n. Other
 * marks of quotation say nothing of the phrase. */
static size_t
western_closing(const text_atoms *t, size_t open)
{
    uint32_t closing = t->at[open].code + 1;
    for (size_t i = open + 1; i < t->n; i++) {
        uint32_t code = t->at[i].code;
        if (code == closing)
            return i;
        bool is_quote = code == 0x2018 || code == 0x2019;
        if (!is_quote && is_chinese(&t->at[i]))
            return t->n;
    }
    return t->n;
}

/* He said “hello” to us: marks of quotation in a Western phrase are set in
 * its face and width. In Chinese they are Chinese, whatever they enclose. */
static void
classify_western_quotes(text_atoms *t)
{
    for (size_t i = 0; i < t->n; i++) {
        if (t->at[i].code != 0x201C && t->at[i].code != 0x2018)
            continue;
        size_t close = western_closing(t, i);
        const text_atom *before = neighbour(t, i - 1, -1);
        const text_atom *after = neighbour(t, close + 1, 1);
        if (close == t->n || is_chinese(before) || is_chinese(after) ||
            (before == NULL && after == NULL))
            continue;
        make_western(&t->at[i]);
        make_western(&t->at[close]);
    }
}

void
atoms_classify_by_neighbours(text_atoms *t)
{
    for (size_t i = 0; i + 1 < t->n; i++) {
        if (!is_pair(&t->at[i], &t->at[i + 1]))
            continue;
        bool is_dash = t->at[i].code < 0x2026;
        mark_kind mark = is_dash ? MARK_DASH : MARK_ELLIPSIS;
        t->at[i].mark = t->at[i + 1].mark = mark;
    }
    for (size_t i = 1; i + 1 < t->n; i++)
        classify_between(t, i);
    classify_apostrophes(t);
    classify_western_quotes(t);
}
