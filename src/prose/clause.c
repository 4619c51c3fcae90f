#include "prose/clause.h"

#include "base/array.h"
#include "base/utf8.h"

typedef enum clause_end { END_NONE, END_CLAUSE, END_SENTENCE } clause_end;

static bool
is_digit(slice s, size_t at)
{
    return at < s.len && s.at[at] >= '0' && s.at[at] <= '9';
}

/* 甲 - 乙: a dash between spaces opens an item, but for 2 - 3. */
static bool
is_item_dash(slice text, size_t at)
{
    bool is_spaced = at > 1 && at + 2 < text.len &&
                     text.at[at - 1] == ' ' && text.at[at + 1] == ' ';
    return is_spaced &&
           !(is_digit(text, at - 2) && is_digit(text, at + 2));
}

static clause_end
end_of(slice text, size_t at, uint32_t code)
{
    switch (code) {
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0xFF1B: /* ； */
    case ';':
    case '!':
    case '?':
    case '\n':
    case '\r':
        return END_SENTENCE;
    case '-':
        return is_item_dash(text, at) ? END_SENTENCE : END_NONE;
    case ',':
        return at > 0 && is_digit(text, at - 1) && is_digit(text, at + 1)
                       ? END_NONE
                       : END_CLAUSE;
    case 0xFF0C: /* ， */
    case 0xFF1A: /* ： */
    case ':':
        return END_CLAUSE;
    default:
        return END_NONE;
    }
}

static void
push(arena *a, clause_list *list, size_t first, size_t last,
     size_t sentence)
{
    clause c = {.first = first, .last = last, .sentence = sentence,
                .sentence_first = first};
    if (list->n > 0 && ARRAY_LAST(list)->sentence == sentence)
        c.sentence_first = ARRAY_LAST(list)->sentence_first;
    ARRAY_PUSH(a, list, c);
}

static void
set_sentence_ends(clause_list *list)
{
    for (size_t i = list->n; i-- > 0;) {
        clause *c = &list->at[i];
        bool is_last = i + 1 == list->n ||
                       list->at[i + 1].sentence != c->sentence;
        c->sentence_last = is_last ? c->last
                                   : list->at[i + 1].sentence_last;
    }
}

clause_list
clauses_from_text(arena *a, slice text)
{
    clause_list list = {NULL, 0, 0};
    size_t first = 0, sentence = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        clause_end end = end_of(text, start, utf8_next(text, &at));
        if (end == END_NONE)
            continue;
        push(a, &list, first, start, sentence);
        sentence += end == END_SENTENCE;
        first = at;
    }
    if (first < text.len)
        push(a, &list, first, text.len, sentence);
    set_sentence_ends(&list);
    return list;
}

size_t
clause_at(const clause_list *list, size_t at)
{
    size_t low = 0, high = list->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->at[middle].last <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Two hundred Han characters: longer than any clause that a person reads. */
#define NEAR_BYTES 600

static bool
is_inside_character(slice s, size_t at)
{
    return at < s.len && ((unsigned char)s.at[at] & 0xC0) == 0x80;
}

slice
clause_near_end(slice s)
{
    size_t from = s.len > NEAR_BYTES ? s.len - NEAR_BYTES : 0;
    while (is_inside_character(s, from))
        from++;
    return slice_cut(s, from, s.len);
}

slice
clause_near_start(slice s)
{
    size_t to = s.len > NEAR_BYTES ? NEAR_BYTES : s.len;
    while (is_inside_character(s, to))
        to--;
    return slice_cut(s, 0, to);
}
