#include "text/sense.h"

#include "text/penalty.h"

static const slice WORDS[] = {
#define WORD(text) SLICE(text),
#include "text/words.def"
#undef WORD
};
#define N_WORDS (sizeof WORDS / sizeof *WORDS)

static const slice LEANING[] = {
#define TURN_LEANS(text) SLICE(text),
#define TURN_OPENS(text)
#include "text/turns.def"
#undef TURN_LEANS
#undef TURN_OPENS
};

static const slice OPENING[] = {
#define TURN_LEANS(text)
#define TURN_OPENS(text) SLICE(text),
#include "text/turns.def"
#undef TURN_LEANS
#undef TURN_OPENS
};

/* What a break between the words of a compound costs, of one inside them. */
#define JOINT_SHARE 2 / 3

/* The first word that is not below `text`: words are in ascending order. */
static size_t
first_word(slice text)
{
    size_t low = 0, high = N_WORDS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(WORDS[middle], text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#define HAN_BYTES 3

/* Bytes of the longest word that `text` starts with and that is shorter than
 * `below`, or 0. */
static size_t
word_at(slice text, size_t below)
{
    size_t longest = 0;
    if (text.len < HAN_BYTES)
        return 0;
    slice han = slice_cut(text, 0, HAN_BYTES);
    for (size_t i = first_word(han);
         i < N_WORDS && slice_starts_with(WORDS[i], han); i++)
        if (WORDS[i].len > longest && WORDS[i].len < below &&
            slice_starts_with(text, WORDS[i]))
            longest = WORDS[i].len;
    return longest;
}

/* Whether `word` is made of shorter ones, taken from the left: 地区|生产总值. */
static bool
is_compound(slice word)
{
    size_t at = 0;
    while (at < word.len) {
        size_t n = word_at(slice_cut(word, at, word.len),
                           at == 0 ? word.len : SIZE_MAX);
        if (n == 0)
            return false;
        at += n;
    }
    return word.len > 0;
}

/* Bytes of the turn that `text` starts with, or 0. */
static size_t
turn_at(const slice *turns, size_t n, slice text)
{
    for (size_t i = 0; i < n; i++)
        if (slice_starts_with(text, turns[i]))
            return turns[i].len;
    return 0;
}

static bool
is_one_of(const uint32_t *codes, size_t n, uint32_t code)
{
    for (size_t i = 0; i < n; i++)
        if (codes[i] == code)
            return true;
    return false;
}

/* 和 与 及 lead what follows, 的 closes what stands before it. */
static bool
leads(uint32_t code)
{
    return code == 0x548C || code == 0x4E0E || code == 0x53CA;
}

/* 拟|认定, 更|好, 稳|经济: words of one character that lean on the next. */
static bool
leans_on_next(uint32_t code)
{
    /* 拟 更 稳 再 不 未 促 */
    static const uint32_t codes[] = {0x62DF, 0x66F4, 0x7A33, 0x518D,
                                     0x4E0D, 0x672A, 0x4FC3};
    return is_one_of(codes, sizeof codes / sizeof *codes, code);
}

/* 科技|型, 数字|化, 年|前: endings that lean on what stands before. */
static bool
leans_on_last(uint32_t code)
{
    /* 型 化 性 率 者 前 后 上 */
    static const uint32_t codes[] = {0x578B, 0x5316, 0x6027, 0x7387,
                                     0x8005, 0x524D, 0x540E, 0x4E0A};
    return is_one_of(codes, sizeof codes / sizeof *codes, code);
}

/* 第一|产业, 市|发改委: an ending of a place stays with its name, which no list
 * has; two Han are taken for it. */
static bool
ends_place(uint32_t code)
{
    return code == 0x7701 || code == 0x5E02 || code == 0x53BF ||
           code == 0x533A || code == 0x5C40; /* 省 市 县 区 局 */
}

/* 河南|省 is a name of two Han; 全|省 is not. */
static bool
is_of_name(uint32_t code)
{
    /* 全 我 各 本 该 每 两 跨 个 */
    static const uint32_t codes[] = {0x5168, 0x6211, 0x5404, 0x672C, 0x8BE5,
                                     0x6BCF, 0x4E24, 0x8DE8, 0x4E2A};
    return !is_one_of(codes, sizeof codes / sizeof *codes, code);
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
    bool is_province = code == 0x7701 && i > 1; /* 省 */
    if (is_province && is_of_name(t->at[i - 1].code))
        atom_discourage(&t->at[i - 1], PENALTY_STYLE);
    if (code == 0x7684 || ends_place(code) || leans_on_last(code)) /* 的 */
        atom_discourage(&t->at[i], PENALTY_STYLE);
    if ((leads(code) || leans_on_next(code)) && i + 1 < t->n)
        atom_discourage(&t->at[i + 1], PENALTY_STYLE);
    bool is_about = i > 0 && code == 0x4E8E && t->at[i - 1].code == 0x5173;
    if (is_about && i + 1 < t->n) /* 关于 */
        atom_discourage(&t->at[i + 1], PENALTY_STYLE);
}

/* A name in “” is read as one word. */
#define QUOTED_SHORT 8

static void
keep_quoted(text_atoms *t, size_t open, int32_t penalty)
{
    size_t end = open + 1;
    while (end < t->n && end - open <= QUOTED_SHORT &&
           t->at[end].code != 0x201D)
        end++;
    if (end == t->n || t->at[end].code != 0x201D)
        return;
    for (size_t i = open + 1; i < end; i++)
        atom_discourage(&t->at[i], penalty);
}

/* 2025年|上半年: the part of a year stays with the year. */
static bool
is_part_of_year(const text_atoms *t, size_t i)
{
    uint32_t code = t->at[i].code;
    return i > 1 && t->at[i - 1].code == 0x5E74 &&
           t->at[i - 2].kind == CHARACTER_DIGIT &&
           (code == 0x4E0A || code == 0x4E0B || code == 0x5EA6); /* 上下度 */
}

/* Breaks inside the word at atom `i` cost `penalty`; between those it is made
 * of, a little less. The atom behind it. */
static size_t
keep_word(text_atoms *t, size_t i, size_t length, int32_t penalty)
{
    size_t first = t->at[i].byte, last = first + length;
    slice word = slice_cut(t->text, first, last);
    bool has_joints = is_compound(word);
    size_t joint = first + (has_joints ? word_at(word, word.len) : 0);
    for (i++; i < t->n && t->at[i].byte < last; i++) {
        bool is_joint = has_joints && t->at[i].byte == joint;
        if (is_joint)
            joint += word_at(slice_cut(t->text, joint, last), SIZE_MAX);
        atom_discourage(&t->at[i],
                        is_joint ? penalty * JOINT_SHARE : penalty);
    }
    return i;
}

static slice
text_from(const text_atoms *t, size_t i)
{
    return slice_cut(t->text, t->at[i].byte, t->text.len);
}

/* A line of a title starts best with what opens a clause, and well with what
 * a conjunction leads or behind a mark. */
static void
prefer_clauses(text_atoms *t)
{
    for (size_t i = 1; i < t->n; i++) {
        slice text = text_from(t, i);
        bool is_opened =
            turn_at(OPENING, sizeof OPENING / sizeof *OPENING, text) > 0;
        if (!is_opened && !leads(t->at[i].code) &&
            t->at[i - 1].mark == MARK_NONE)
            atom_discourage(&t->at[i], PENALTY_STYLE * 2 / 3);
    }
}

/* What leans stays on the line of what it leans on. `i` begins a word of
 * `length` bytes, or none. */
static void
keep_leaning(text_atoms *t, size_t i, size_t length)
{
    size_t lean = turn_at(LEANING, sizeof LEANING / sizeof *LEANING,
                          text_from(t, i));
    size_t end = t->at[i].byte + lean;
    if (lean == 0 || lean < length)
        return;
    while (i < t->n && t->at[i].byte < end)
        i++;
    if (i < t->n)
        atom_discourage(&t->at[i], PENALTY_WORD_OF_TITLE * 4 / 5);
}

/* Words are taken from the left, the longest first. */
void
sense_keep(text_atoms *t, bool is_title)
{
    int32_t word = is_title ? PENALTY_WORD_OF_TITLE : PENALTY_STYLE;
    if (is_title)
        prefer_clauses(t);
    for (size_t i = 1; i < t->n; i++)
        if (is_han(&t->at[i]) && is_han(&t->at[i - 1]))
            keep_small_words(t, i);
    for (size_t i = 0; i < t->n; i++) {
        if (t->at[i].code == 0x201C)
            keep_quoted(t, i, word);
        if (is_part_of_year(t, i))
            atom_discourage(&t->at[i], PENALTY_STYLE);
    }
    for (size_t i = 0; i < t->n;) {
        size_t length = is_han(&t->at[i])
                            ? word_at(text_from(t, i), SIZE_MAX)
                            : 0;
        if (is_title)
            keep_leaning(t, i, length);
        i = length == 0 ? i + 1 : keep_word(t, i, length, word);
    }
}
