#include "proof/gathered.h"

#include <math.h>

#include "base/code.h"
#include "proof/begun.h"
#include "proof/columned.h"
#include "text/character.h"

/* Points. */
#define SAME_PLACE 1.0 /* running heads of two pages */
#define SAME_SIZE SEEN_SAME_SIZE
#define BESIDE 0.8 /* em from baseline to baseline: they overlap */
/* Lines that end at one place make a measure. */
#define LINES_LEAST 3
/* Em. First lines are indented by two; in lists by four. */
#define INDENT_LEAST 0.9
#define INDENT_MOST 4.5
/* … and those of notes hang out by their number. */
#define HANG_LEAST 0.4
#define HANG_MOST 2.6

/* … and from one to the next, which headings have more. */
#define PITCH_MOST 2.5
/* What is smaller than the text and not set to a measure is prose when its
 * lines are at least so wide: labels are shorter, or alone. */
#define PASSAGE_LEAST 12

/* The prose of a document. */
typedef struct sorting {
    arena *arena;
    seen_document *d;
    const uint8_t *columns; /* of each line; 0: of none */
    uint8_t column;         /* whose lines are looked at */
    double size;  /* em of the prose */
    double left, right, pitch; /* of its lines; right: where most end */
} sorting;

/* ── running heads ── */

/* The same but for digits: page numbers count on. */
static bool
reads_alike(const seen_line *a, const seen_line *b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a->glyphs.n && code_is_digit(a->glyphs.at[i].code))
            i++;
        while (k < b->glyphs.n && code_is_digit(b->glyphs.at[k].code))
            k++;
        if (i == a->glyphs.n || k == b->glyphs.n)
            return i == a->glyphs.n && k == b->glyphs.n;
        if (a->glyphs.at[i++].code != b->glyphs.at[k++].code)
            return false;
    }
}

/* Numbers alone may stand anywhere, in charts and tables. */
static bool
has_words(const seen_line *l)
{
    for (size_t i = 0; i < l->glyphs.n; i++)
        if (character_kind_of(l->glyphs.at[i].code) == CHARACTER_HAN)
            return true;
    return false;
}

/* On one of the two pages before or after. */
#define PAGES_NEAR 2

static bool
is_repetition(const seen_line *l, const seen_line *other)
{
    return other->page != l->page &&
           fabs(other->baseline - l->baseline) < SAME_PLACE &&
           reads_alike(l, other);
}

/* Heads and feet are among so many first or last lines of a page. */
#define LINES_OUTER 3

static bool
is_outer(const seen_document *d, size_t i)
{
    size_t page = d->lines.at[i].page;
    return i < LINES_OUTER || i + LINES_OUTER >= d->lines.n ||
           d->lines.at[i - LINES_OUTER].page != page ||
           d->lines.at[i + LINES_OUTER].page != page;
}

static bool
is_repeated(const seen_document *d, size_t i)
{
    const seen_line *l = &d->lines.at[i];
    if (!has_words(l) || !is_outer(d, i))
        return false;
    for (size_t k = i + 1; k < d->lines.n &&
                           d->lines.at[k].page <= l->page + PAGES_NEAR; k++)
        if (is_repetition(l, &d->lines.at[k]))
            return true;
    for (size_t k = i; k > 0 &&
                       d->lines.at[k - 1].page + PAGES_NEAR >= l->page; k--)
        if (is_repetition(l, &d->lines.at[k - 1]))
            return true;
    return false;
}

/* Whether other lines, right below each other, lead from an outer line to the
 * text: two pages may repeat some of that. */
static bool
hangs_on_text(const seen_document *d, size_t i)
{
    bool is_head = d->lines.at[i].baseline < d->height / 2;
    size_t step = is_head ? 1 : (size_t)-1; /* wraps round below 0, past n */
    for (; i + step < d->lines.n &&
           seen_are_adjacent(&d->lines.at[i], &d->lines.at[i + step]);
         i += step)
        if (!is_repeated(d, i + step))
            return true;
    return false;
}

/* Digits between dashes, with nothing below it on the page. */
static bool
is_folio(const seen_document *d, size_t at)
{
    const seen_line *l = &d->lines.at[at];
    bool has_digit = false;
    for (size_t i = 0; i < l->glyphs.n; i++) {
        uint32_t code = l->glyphs.at[i].code;
        bool is_dash = code == '-' || code == 0x2014 || code == 0x2013;
        has_digit |= code_is_digit(code);
        if (!code_is_digit(code) && !is_dash &&
            character_kind_of(code) != CHARACTER_SPACE)
            return false;
    }
    for (size_t i = at; i < d->lines.n && d->lines.at[i].page == l->page; i++)
        if (d->lines.at[i].baseline > l->baseline + SAME_PLACE)
            return false;
    return has_digit;
}

/* ── the prose ── */

typedef struct tally {
    double value;
    size_t n;
} tally;

typedef struct tallies {
    ARRAY(tally) of;
} tallies;

/* `n` more for the value nearest to `value`, or for a new one. */
static void
tally_add(arena *a, tallies *t, double value, double slack, size_t n)
{
    for (size_t i = 0; i < t->of.n; i++)
        if (fabs(t->of.at[i].value - value) <= slack) {
            t->of.at[i].n += n;
            return;
        }
    ARRAY_PUSH(a, &t->of, ((tally){value, n}));
}

/* What most are; of 0 when there is nothing. */
static tally
tally_most(const tallies *t)
{
    tally best = {0, 0};
    for (size_t i = 0; i < t->of.n; i++)
        if (t->of.at[i].n > best.n)
            best = t->of.at[i];
    return best;
}

/* Of what most are, the greatest: nothing is set beyond the edge. */
static double
tally_rightmost(const tallies *t)
{
    size_t most = tally_most(t).n;
    double right = 0;
    for (size_t i = 0; i < t->of.n; i++)
        if (t->of.at[i].n == most)
            right = fmax(right, t->of.at[i].value);
    return right;
}

/* The least of what more than one and a fair share are; 0 when there is
 * nothing. */
static double
tally_least(const tallies *t)
{
    size_t fair = tally_most(t).n / 5;
    double least = 0;
    for (size_t i = 0; i < t->of.n; i++)
        if (t->of.at[i].n > 1 && t->of.at[i].n >= fair &&
            (least == 0 || t->of.at[i].value < least))
            least = t->of.at[i].value;
    return least;
}

/* The sizes of lines that stand alone, by their characters. */
static tallies
prose_sizes(arena *a, const seen_document *d)
{
    tallies sizes = {.of = {0}};
    for (size_t i = 0; i < d->lines.n; i++)
        if (d->lines.at[i].part == SEEN_PROSE)
            tally_add(a, &sizes, d->lines.at[i].size, SAME_SIZE,
                      d->lines.at[i].glyphs.n);
    return sizes;
}

typedef double measured(const sorting *s, size_t i);

/* What the lines of prose measure, within a hundredth of an em. */
static tallies
tallied(const sorting *s, measured *value)
{
    tallies values = {.of = {0}};
    for (size_t i = 0; i < s->d->lines.n; i++)
        if (value(s, i) > 0)
            tally_add(s->arena, &values, value(s, i), s->size / 100, 1);
    return values;
}

static seen_line *
prose_at(const sorting *s, size_t i)
{
    seen_line *l = &s->d->lines.at[i];
    bool is_alike = fabs(l->size - s->size) <= SAME_SIZE &&
                    s->columns[i] == s->column;
    return l->part == SEEN_PROSE && is_alike ? l : NULL;
}

static double
left_of(const sorting *s, size_t i)
{
    const seen_line *l = prose_at(s, i);
    bool is_han = l != NULL && character_kind_of(l->glyphs.at[0].code) !=
                                   CHARACTER_MARK;
    return is_han ? l->left : 0;
}

/* Of lines that end with no mark: their ends are sure. */
static double
right_of(const sorting *s, size_t i)
{
    const seen_line *l = prose_at(s, i);
    bool is_han = l != NULL && l->glyphs.n > 6 &&
                  character_kind_of(ARRAY_LAST(&l->glyphs)->code) !=
                      CHARACTER_MARK;
    return is_han ? l->right : 0;
}

/* The next line of the column; others may stand beside them. */
static const seen_line *
next_prose(const sorting *s, size_t i)
{
    for (size_t k = i + 1; k < s->d->lines.n && k <= i + COLUMNED_MOST; k++)
        if (prose_at(s, k) != NULL)
            return prose_at(s, k);
    return NULL;
}

static double
pitch_of(const sorting *s, size_t i)
{
    const seen_line *l = prose_at(s, i), *next = next_prose(s, i);
    return l != NULL && next != NULL && l->page == next->page
               ? next->baseline - l->baseline
               : 0;
}

/* ── ends of lines ── */

/* Whether a line ends in a mark with white in the last half of its square. */
static bool
ends_in_white(const seen_line *l)
{
    const seen_glyph *last = ARRAY_LAST(&l->glyphs);
    mark_kind mark = character_mark_of(last->code);
    bool has_white = mark == MARK_CLOSING || mark == MARK_PAUSE ||
                     mark == MARK_STOP || mark == MARK_EXCLAIM;
    return has_white && last->advance >= 0.9 * last->size;
}

/* The white half of a mark at a line's end is no part of the line; a reader
 * of PDF gives the width that the font gives. Of the other half some programs
 * let so much of an em hang out. */
#define HANGS_MOST 0.3

static void
trim_end(const sorting *s, seen_line *l)
{
    seen_glyph *last = ARRAY_LAST(&l->glyphs);
    double slight = 0.01 * last->size;
    if (!ends_in_white(l) ||
        last->x + last->advance <= s->right + slight)
        return;
    last->advance /= 2;
    double beyond = last->x + last->advance - s->right;
    if (beyond > slight && beyond < HANGS_MOST * last->size)
        last->advance -= beyond;
    l->right = last->x + last->advance;
}

/* ── paragraphs ── */

/* What a line starts with that is not parted: a Han, or a word of letters and
 * digits. */
static double
first_word_width(const seen_line *l)
{
    size_t i = 0;
    while (i < l->glyphs.n &&
           character_is_western(character_kind_of(l->glyphs.at[i].code)))
        i++;
    const seen_glyph *end = &l->glyphs.at[i > 0 ? i - 1 : 0];
    return end->x + end->advance - l->glyphs.at[0].x;
}

/* Whether line `l` ends before the edge although what the next starts with
 * had room on it. */
static bool
falls_short(const sorting *s, const seen_line *l, const seen_line *next)
{
    double room = s->right - l->right;
    return room > fmax(s->size, first_word_width(next)) + 0.1 * s->size;
}

/* Whether line `b` goes on with the paragraph that `a` stands in, and that
 * `first` opened. */
static bool
goes_on(const sorting *s, const seen_line *first, const seen_line *a,
        const seen_line *b)
{
    double em = s->size;
    bool is_next = b->page == a->page
                       ? b->baseline > a->baseline &&
                             b->baseline - a->baseline < 1.2 * s->pitch
                       : b->page == a->page + 1 && !a->is_heading &&
                             s->column == 0; /* else in the next column */
    double step = (b->left - a->left) / em;
    bool is_level = fabs(step) < INDENT_LEAST;
    /* The first line stands further right than the others, or like them; two
     * paragraphs of one line each look so too, where lines start further
     * left elsewhere. */
    bool is_flush = is_level && a->left < s->left + INDENT_LEAST * em;
    bool is_indented = step <= -INDENT_LEAST && step > -INDENT_MOST;
    bool is_hung = begun_as_item(a) && step > HANG_LEAST && step < HANG_MOST;
    bool is_aligned =
        a == first ? is_indented || is_flush || is_hung : is_level;
    return is_next && !falls_short(s, a, b) && is_aligned &&
           !begun_anew(a, b);
}

/* Paragraphs of one size; the number of the last one so far comes in and
 * goes out. */
static uint32_t
number_paragraphs(const sorting *s, uint32_t number)
{
    const seen_line *first = NULL, *last = NULL;
    for (size_t i = 0; i < s->d->lines.n; i++) {
        seen_line *l = prose_at(s, i);
        if (l == NULL)
            continue;
        bool is_more = last != NULL && goes_on(s, first, last, l);
        if (!is_more && !has_words(l)) {
            l->part = SEEN_TABLE; /* a tick, a number of a table */
            continue;
        }
        if (!is_more) {
            number++;
            first = l;
        }
        l->paragraph = number;
        last = l;
    }
    return number;
}

/* ── parts ── */

/* On one baseline, or between the lines of another column. */
static bool
stand_beside(const seen_line *a, const seen_line *b)
{
    double step = fabs(a->baseline - b->baseline);
    bool are_apart = (a->right < b->left || b->right < a->left) &&
                     fabs(a->size - b->size) <= SAME_SIZE;
    return a->page == b->page &&
           (step < SAME_PLACE || (are_apart && step < BESIDE * a->size));
}

/* A cell stands beside others. */
static bool
has_neighbour(const seen_document *d, size_t i)
{
    for (size_t k = i > 8 ? i - 8 : 0; k < d->lines.n && k < i + 8; k++)
        if (k != i && stand_beside(&d->lines.at[i], &d->lines.at[k]))
            return true;
    return false;
}

static void
part_lines(seen_document *d)
{
    for (size_t i = 0; i < d->lines.n; i++) {
        seen_line *l = &d->lines.at[i];
        if (is_folio(d, i) || (is_repeated(d, i) && !hangs_on_text(d, i)))
            l->part = SEEN_RUNNING;
        else if (has_neighbour(d, i))
            l->part = SEEN_TABLE;
    }
}

static bool
ends_at_right(const sorting *s, size_t i)
{
    return right_of(s, i) > 0 &&
           fabs(right_of(s, i) - s->right) <= s->size / 100;
}

/* Lines that end at the measure, with others right below: headings may be as
 * long as each other. */
static size_t
lines_to_right(const sorting *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->d->lines.n; i++) {
        const seen_line *next = next_prose(s, i);
        n += next != NULL && ends_at_right(s, i) &&
             seen_are_adjacent(&s->d->lines.at[i], next);
    }
    return n;
}

/* Characters of one size in lines that are set to a measure. */
static size_t
measured_characters(sorting *s)
{
    size_t n = 0;
    for (s->column = 0; s->column <= COLUMNED_MOST; s->column++) {
        tallies rights = tallied(s, right_of);
        s->right = tally_most(&rights).value;
        bool is_set = lines_to_right(s) >= LINES_LEAST;
        for (size_t i = 0; is_set && i < s->d->lines.n; i++)
            n += ends_at_right(s, i) ? s->d->lines.at[i].glyphs.n : 0;
    }
    return n;
}

/* The size of the text: that of most characters in lines set to a measure, or
 * where none is, of most at all. Labels and notes may be more than the text,
 * but are shorter than lines. */
static double
body_size(sorting *s, const tallies *sizes)
{
    tally best = {0, 0};
    for (size_t i = 0; i < sizes->of.n; i++) {
        s->size = sizes->of.at[i].value;
        size_t n = measured_characters(s);
        if (n > best.n)
            best = (tally){s->size, n};
    }
    return best.n > 0 ? best.value : tally_most(sizes).value;
}

static bool
is_long(const sorting *s, const seen_line *l)
{
    return l->right - l->left > PASSAGE_LEAST * s->size && seen_has_han(l);
}

/* Whether the line is long, with another right below, or right below one that
 * is. */
static bool
is_of_passage(const sorting *s, size_t i, const seen_line *above)
{
    const seen_line *l = prose_at(s, i), *next = next_prose(s, i);
    bool has_next = next != NULL && seen_are_adjacent(l, next);
    return (is_long(s, l) && has_next) ||
           (above != NULL && is_long(s, above) &&
            seen_are_adjacent(above, l));
}

/* How far the longest line reaches: what ends before it ends a paragraph. */
static double
farthest(const sorting *s)
{
    double right = 0;
    for (size_t i = 0; i < s->d->lines.n; i++) {
        const seen_line *l = prose_at(s, i);
        if (l != NULL)
            right = fmax(right,
                         l->right - (ends_in_white(l) ? l->size / 2 : 0));
    }
    return right;
}

/* Lines of one size and column: set to a measure, a heading, or labels; the
 * number of the last paragraph so far comes in and goes out. */
static uint32_t
sort_lines(sorting *s, double body, uint32_t number)
{
    tallies lefts = tallied(s, left_of), rights = tallied(s, right_of);
    tallies pitches = tallied(s, pitch_of);
    /* First lines may be more than others, but others stand out. */
    s->left = tally_least(&lefts);
    s->right = tally_rightmost(&rights);
    s->pitch = fmin(tally_most(&pitches).value, PITCH_MOST * s->size);
    bool is_set = lines_to_right(s) >= LINES_LEAST;
    bool is_prose = is_set || s->size >= body;
    const seen_line *above = NULL; /* of a passage */
    if (!is_prose)
        s->right = farthest(s);
    for (size_t i = 0; i < s->d->lines.n; i++) {
        seen_line *l = prose_at(s, i);
        if (l == NULL)
            continue;
        l->is_heading = s->size > body + SAME_SIZE && !is_set;
        if (is_prose || is_of_passage(s, i, above)) {
            trim_end(s, l);
            above = l;
        } else {
            l->part = SEEN_TABLE;
            above = NULL;
        }
    }
    return number_paragraphs(s, number);
}

void
gathered_sort(arena *a, seen_document *d)
{
    part_lines(d);
    columned_lines columned = columned_from(a, d);
    sorting s = {.arena = a, .d = d, .columns = columned.of};
    tallies sizes = prose_sizes(a, d);
    double body = body_size(&s, &sizes);
    uint32_t number = 0;
    for (size_t i = 0; i < sizes.of.n; i++) {
        s.size = sizes.of.at[i].value;
        for (s.column = 0; s.column <= COLUMNED_MOST; s.column++)
            number = sort_lines(&s, body, number);
    }
    columned_join(a, d, &columned);
}
