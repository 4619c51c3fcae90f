#include "text/sense.h"

#include "text/han_set.h"
#include "text/office.h"
#include "text/penalty.h"
#include "text/segment.h"

static const slice LEANING[] = {
#define TURN_LEANS(text) SLICE(text),
#define TURN_ADVERB(text) SLICE(text),
#define TURN_OPENS(text)
#include "text/turns.def"
#undef TURN_LEANS
#undef TURN_ADVERB
#undef TURN_OPENS
};

static const slice ADVERBS[] = {
#define TURN_LEANS(text)
#define TURN_ADVERB(text) SLICE(text),
#define TURN_OPENS(text)
#include "text/turns.def"
#undef TURN_LEANS
#undef TURN_ADVERB
#undef TURN_OPENS
};

static const slice OPENING[] = {
#define TURN_LEANS(text)
#define TURN_ADVERB(text)
#define TURN_OPENS(text) SLICE(text),
#include "text/turns.def"
#undef TURN_LEANS
#undef TURN_ADVERB
#undef TURN_OPENS
};

#define N_OF(array) (sizeof(array) / sizeof *(array))

/* What a line costs that starts between what belongs together: in a title,
 * rather one line more, and an uneven one; labels are parted with less ado. */
typedef struct sense_costs {
    int32_t inside;  /* of a word, or of a name in “” */
    int32_t joint;   /* between the words of a compound */
    int32_t leaning; /* behind a word that leads the next: 关于 */
    int32_t single;  /* beside a word of one Han */
    int32_t phrase;  /* where no clause starts */
} sense_costs;

static const sense_costs TITLE = {PENALTY_WORD_OF_TITLE, 19200, 18000, 12000,
                                  3000};
static const sense_costs LABEL = {PENALTY_STYLE, 2000, 2400, 2000, 0};

/* Han that are few for a part of a group of nouns. */
#define NOUNS_FEW 2
/* Han that are enough for a line to end before 和. */
#define PART_LEAST 4

/* Bytes of the turn that `text` starts with, or 0. */
static size_t
turn_at(const slice *turns, size_t n, slice text)
{
    for (size_t i = 0; i < n; i++)
        if (slice_starts_with(text, turns[i]))
            return turns[i].len;
    return 0;
}

/* 和 与 及 暨 lead what follows. */
static bool
leads(uint32_t code)
{
    return code == 0x548C || code == 0x4E0E || code == 0x53CA ||
           code == 0x66A8;
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
    /* 两 个 全 各 我 本 每 该 跨 */
    static const uint16_t codes[] = {
        0x4E24, 0x4E2A, 0x5168, 0x5404, 0x6211, 0x672C, 0x6BCF, 0x8BE5,
        0x8DE8};
    return !han_set_has(codes, sizeof codes / sizeof *codes, code);
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
    if (ends_place(code))
        atom_discourage(&t->at[i], PENALTY_STYLE);
}

/* A name in “” or 《》 is read as one word, and so is what stands in short
 * brackets: 各县（市、区）. */
#define QUOTED_SHORT 8
#define TITLED_SHORT 10

static void
keep_quoted(text_atoms *t, size_t open, int32_t penalty)
{
    uint32_t closing = t->at[open].code + 1; /* “” 《》 （） */
    size_t most = closing == 0x300B ? TITLED_SHORT : QUOTED_SHORT;
    size_t end = open + 1;
    while (end < t->n && end - open <= most && t->at[end].code != closing)
        end++;
    if (end == t->n || t->at[end].code != closing)
        return;
    for (size_t i = open + 1; i < end; i++)
        atom_discourage(&t->at[i], penalty);
}

/* “ 《 （ */
static bool
opens_name(uint32_t code)
{
    return code == 0x201C || code == 0x300A || code == 0xFF08;
}

/* 2025年|上半年, 2022年|版: the part of a year stays with the year. */
static bool
is_part_of_year(const text_atoms *t, size_t i)
{
    /* 上 下 初 底 度 末 版 */
    static const uint16_t codes[] = {
        0x4E0A, 0x4E0B, 0x521D, 0x5E95, 0x5EA6, 0x672B, 0x7248};
    return i > 1 && t->at[i - 1].code == 0x5E74 &&
           t->at[i - 2].kind == CHARACTER_DIGIT &&
           han_set_has(codes, sizeof codes / sizeof *codes, t->at[i].code);
}

typedef struct sense {
    arena *scratch;
    text_atoms *t;
    bool is_title;
    sense_costs cost;
} sense;

/* Whether it is made of words of its own: 地区|生产总值, not 农民|工. */
static bool
is_compound(text_words parts)
{
    for (size_t i = 0; i < parts.n; i++)
        if (parts.at[i].n < 2)
            return false;
    return parts.n > 1;
}

/* Han from which on a word is the name of an office or of a measure, and read
 * in parts whatever they are. */
#define NAME_LEAST 5

/* 工业|和信息化局: a line starts rather before 和 than behind it, and not with
 * 局. */
static int32_t
joint_penalty(const sense *s, const text_words *parts, size_t k,
              int32_t joint)
{
    const text_word *a = &parts->at[k - 1], *b = &parts->at[k];
    if (leads(s->t->at[a->first].code) && a->n == 1)
        return s->cost.leaning;
    bool is_joint = a->n > 1 &&
                    (b->n > 1 || leads(s->t->at[b->first].code));
    return is_joint ? joint : s->cost.inside;
}

/* No line starts inside the word, but rather between the words it is made of,
 * for the cost of a joint, than inside those. */
static void
keep_word(const sense *s, const text_word *word, int32_t joint)
{
    size_t end = word->first + word->n;
    text_words parts = {.n = 0};
    if (word->n > 3)
        parts = segment_words(s->scratch, s->t, word->first, end,
                              word->n - 1);
    bool is_whole = !is_compound(parts) && word->n < NAME_LEAST;
    for (size_t i = word->first + 1; i < end && is_whole; i++)
        atom_discourage(&s->t->at[i], s->cost.inside);
    for (size_t k = 0; k < parts.n && !is_whole; k++) {
        if (k > 0)
            atom_discourage(&s->t->at[parts.at[k].first],
                            joint_penalty(s, &parts, k, joint));
        keep_word(s, &parts.at[k], (joint + s->cost.inside) / 2);
    }
}

static slice
text_from(const text_atoms *t, size_t i)
{
    return slice_cut(t->text, t->at[i].byte, t->text.len);
}

static bool
is_opening(const text_atoms *t, size_t i)
{
    return turn_at(OPENING, N_OF(OPENING),
                   text_from(t, i)) > 0;
}

/* A line of a title starts best with what opens a clause, and well with what
 * a conjunction leads or behind a mark or white. */
static void
prefer_clauses(text_atoms *t)
{
    for (size_t i = 1; i < t->n; i++) {
        if (!is_opening(t, i) && !leads(t->at[i].code) &&
            t->at[i - 1].mark == MARK_NONE &&
            t->at[i - 1].kind != CHARACTER_SPACE)
            atom_discourage(&t->at[i], TITLE.phrase * 2 / 3);
    }
}

/* What leans stays on the line of what it leans on. `i` begins a word of
 * `length` bytes, or none. */
static void
keep_leaning(const sense *s, size_t i, size_t length)
{
    text_atoms *t = s->t;
    size_t lean = turn_at(LEANING, N_OF(LEANING),
                          text_from(t, i));
    size_t end = t->at[i].byte + lean;
    if (lean == 0 || lean < length)
        return;
    while (i < t->n && t->at[i].byte < end)
        i++;
    if (i < t->n)
        atom_discourage(&t->at[i], s->cost.leaning);
}

static bool
is_nominal(const text_word *word)
{
    return word->class == WORD_NOUN || word->class == WORD_MODIFIER;
}

/* The Han of a group of nouns that lie before word `i`, or from it on. */
static size_t
nouns_before(const text_words *words, size_t i)
{
    size_t n = 0;
    while (i > 0 && is_nominal(&words->at[i - 1]))
        n += words->at[--i].n;
    return n;
}

static size_t
nouns_from(const text_words *words, size_t i)
{
    size_t n = 0;
    for (; i < words->n && is_nominal(&words->at[i]); i++)
        n += words->at[i].n;
    return n;
}

static bool
is_turn(const sense *s, const slice *turns, size_t n, const text_word *word)
{
    return turn_at(turns, n, text_from(s->t, word->first)) ==
           word->n * DICTIONARY_HAN_BYTES;
}

static bool
is_leaning(const sense *s, const text_word *word)
{
    return is_turn(s, LEANING, N_OF(LEANING), word);
}

/* 建设 and 发展, which most often are nouns, are verbs before their object. */
static bool
is_verbal_noun(const sense *s, const text_words *words, size_t i)
{
    slice text = text_from(s->t, words->at[i].first);
    return words->at[i].n == 2 && i + 1 < words->n &&
           is_nominal(&words->at[i + 1]) &&
           (slice_starts_with(text, SLICE_OF("建设")) ||
            slice_starts_with(text, SLICE_OF("发展")));
}

static bool
is_verbal(const sense *s, const text_words *words, size_t i)
{
    return words->at[i].class == WORD_VERB ||
           is_leaning(s, &words->at[i]) || is_verbal_noun(s, words, i);
}

/* 全面|加强, 培育|发展未来产业, but 关于加快|城镇化建设: whether it leans on
 * a verb. */
static bool
is_adverb(const sense *s, const text_words *words, size_t i)
{
    if (i + 1 == words->n)
        return false;
    if (is_turn(s, ADVERBS, N_OF(ADVERBS), &words->at[i]))
        return is_verbal(s, words, i + 1);
    return is_verbal(s, words, i) && !is_verbal_noun(s, words, i) &&
           is_verbal_noun(s, words, i + 1);
}

/* Whether word `i` is the verb that rules the title, behind 关于 and what
 * leans on the verb: 关于进一步优化, 关于加快推进. */
static bool
is_ruling(const sense *s, const text_words *words, size_t i)
{
    const text_word *word = &words->at[i];
    if (word->class == WORD_LEADING || !is_verbal(s, words, i) ||
        is_adverb(s, words, i))
        return false;
    while (i > 0) {
        const text_word *before = &words->at[--i];
        if (slice_starts_with(text_from(s->t, before->first),
                              SLICE_OF("关于")))
            return true;
        if (before->class != WORD_LEADING && !is_adverb(s, words, i))
            return false;
    }
    return false;
}

/* Han of what stands before 和 at word `i`, back to the verb or particle that
 * it depends on. */
static size_t
han_of_part(const sense *s, const text_words *words, size_t i)
{
    size_t n = 0;
    while (i > 0 && words->at[i - 1].class != WORD_LEADING &&
           words->at[i - 1].class != WORD_TRAILING &&
           !is_ruling(s, words, i - 1))
        n += words->at[--i].n;
    return n;
}

/* 全市, 全国: what follows goes on by itself. */
static bool
is_whole(const sense *s, const text_word *word)
{
    return s->t->at[word->first].code == 0x5168 && /* 全 */
           is_leaning(s, word);
}

/* 的|通知: a last line of one short word. */
static bool
is_short_ending(const sense *s, const text_word *word)
{
    return word->n <= 2 && word->first + word->n == s->t->n;
}

/* 资金|使用情况的: a verb before a short noun that ends its group is part of
 * a name rather than the head of a clause. */
static bool
is_naming(const sense *s, const text_words *words, size_t i)
{
    size_t object = nouns_from(words, i + 1), end = i + 1;
    while (end < words->n && is_nominal(&words->at[end]))
        end++;
    bool is_closed =
        end == words->n || words->at[end].class == WORD_TRAILING;
    return object > 0 && object <= NOUNS_FEW && is_closed &&
           !is_opening(s->t, words->at[i].first);
}

/* What it costs a title to be broken before word `i`, by what the words are:
 * a group of nouns is not parted near its ends, a verb keeps its object, but
 * for one that rules all that follows: 关于加强|……. */
static int32_t
phrase_penalty(const sense *s, const text_words *words, size_t i)
{
    const text_word *a = &words->at[i - 1], *b = &words->at[i];
    if (a->class == WORD_LEADING || b->class == WORD_TRAILING ||
        is_adverb(s, words, i - 1))
        return s->cost.leaning;
    if (leads(s->t->at[b->first].code) && b->n == 1 &&
        han_of_part(s, words, i) < PART_LEAST)
        return s->cost.single; /* 取消|和下放 */
    if (a->class == WORD_TRAILING) {
        if (i > 1 && words->at[i - 2].n == 1) /* 党的|二十届 */
            return s->cost.leaning;
        return is_short_ending(s, b) ? s->cost.single : s->cost.phrase;
    }
    if ((a->n == 1 && a->class != WORD_TRAILING) ||
        (b->n == 1 && is_nominal(b)))
        return s->cost.single;
    if (a->class == WORD_VERB && b->class == WORD_VERB)
        return s->cost.phrase * 2; /* 组织|申报 */
    if (is_nominal(a) && is_whole(s, b))
        return PENALTY_NONE; /* 一季度|全市工业 */
    bool tears = i > 1 && a->n <= NOUNS_FEW && is_nominal(a) &&
                 is_ruling(s, words, i - 2) && !is_opening(s->t, b->first);
    if (tears) /* 加强电力|安全治理体系 */
        return s->cost.phrase * 3;
    if (b->class == WORD_VERB && is_nominal(a) &&
        !is_opening(s->t, b->first) && !is_adverb(s, words, i))
        return a->class == WORD_NOUN && !is_naming(s, words, i)
                   ? s->cost.phrase * 4 / 3
                   : s->cost.phrase * 2;
    if (!is_nominal(b))
        return PENALTY_NONE;
    if (is_ruling(s, words, i - 1))
        return s->cost.phrase; /* 关于加强|草原保护修复的意见 */
    if (a->class == WORD_VERB) /* 拟认定|高新技术企业 */
        return i > 1 && is_adverb(s, words, i - 2) ? s->cost.single
                                                   : s->cost.phrase * 2;
    if (b->class == WORD_MODIFIER && a->class == WORD_NOUN)
        return s->cost.phrase;
    bool is_near_end = a->class == WORD_MODIFIER ||
                       nouns_before(words, i) <= NOUNS_FEW ||
                       nouns_from(words, i) <= NOUNS_FEW;
    return is_near_end ? s->cost.phrase * 3 : s->cost.phrase * 3 / 2;
}

static bool
is_single_noun(const sense *s, const text_word *word)
{
    return word->n == 1 && word->class == WORD_NOUN &&
           !leads(s->t->at[word->first].code);
}

/* Han of one word are of a name that no list has when others stand beside
 * them, 宏|泰, and close the name of a place behind it: 云溪|市. */
static bool
is_of_word_before(const sense *s, const text_word *before,
                  const text_word *word)
{
    if (!is_single_noun(s, word) || before->class != WORD_NOUN)
        return false;
    uint32_t code = s->t->at[word->first].code;
    bool closes = ends_place(code) && code != 0x5C40 && before->n == 2;
    return closes ||
           (is_single_noun(s, before) &&
            !ends_place(s->t->at[before->first].code));
}

static void
join_names(const sense *s, text_words *words)
{
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++) {
        if (n > 0 && is_of_word_before(s, &words->at[n - 1], &words->at[i]))
            words->at[n - 1].n++;
        else
            words->at[n++] = words->at[i];
    }
    words->n = n;
}

static void
keep_neighbours(const sense *s, const text_words *words, size_t i)
{
    atom_discourage(&s->t->at[words->at[i].first],
                    phrase_penalty(s, words, i));
}

/* 草案和|2025年: what leads a figure or a name in quotation marks. */
static void
keep_lead(const sense *s, const text_words *words, size_t end)
{
    const text_word *last = &words->at[words->n - 1];
    bool leads_on = last->class == WORD_LEADING ||
                    (last->n == 1 && leads(s->t->at[last->first].code));
    if (leads_on && end < s->t->n)
        atom_discourage(&s->t->at[end], s->cost.leaning);
}

/* “放管服”|改革, but “十四五”|现代物流发展规划: what stands in quotation marks
 * and one word that it names. */
static bool
is_quoted_head(const sense *s, const text_words *words)
{
    size_t first = words->at[0].first, nouns = nouns_from(words, 0);
    return first > 0 && s->t->at[first - 1].code == 0x201D && nouns > 0 &&
           nouns <= NOUNS_FEW;
}

static void
keep_words(const sense *s, size_t first, size_t end)
{
    text_words words =
        segment_words(s->scratch, s->t, first, end, SIZE_MAX);
    join_names(s, &words);
    bool is_measured = first > 0 &&
                       s->t->at[first - 1].kind == CHARACTER_DIGIT;
    if (is_measured)
        words.at[0].class = WORD_TRAILING; /* 2026年|重点项目 */
    if (is_quoted_head(s, &words))
        atom_discourage(&s->t->at[first], s->cost.single);
    if (words.n > 0)
        keep_lead(s, &words, end);
    for (size_t i = 0; i < words.n; i++) {
        const text_word *word = &words.at[i];
        keep_word(s, word, s->cost.joint);
        if (i > 0)
            keep_neighbours(s, &words, i);
        else if (word->class == WORD_TRAILING)
            atom_discourage(&s->t->at[first], s->cost.leaning);
        if (s->is_title && !is_ruling(s, &words, i))
            keep_leaning(s, word->first, word->n * DICTIONARY_HAN_BYTES);
    }
}

/* Han that the dictionary can have: those beyond the basic plane are of
 * names. */
static bool
is_of_words(const text_atom *atom)
{
    return is_han(atom) && atom->bytes == DICTIONARY_HAN_BYTES;
}

void
sense_keep(arena *scratch, text_atoms *t, bool is_title)
{
    sense s = {scratch, t, is_title, is_title ? TITLE : LABEL};
    if (is_title) {
        prefer_clauses(t);
        office_keep(t, s.cost.inside);
    }
    for (size_t i = 1; i < t->n; i++)
        if (is_han(&t->at[i]) && is_han(&t->at[i - 1]))
            keep_small_words(t, i);
    for (size_t i = 0; i < t->n; i++) {
        if (opens_name(t->at[i].code))
            keep_quoted(t, i, s.cost.inside);
        if (is_part_of_year(t, i))
            atom_discourage(&t->at[i], s.cost.leaning);
    }
    for (size_t i = 0; i < t->n; i++) {
        size_t first = i;
        while (i < t->n && is_of_words(&t->at[i]))
            i++;
        if (i > first)
            keep_words(&s, first, i);
    }
}
