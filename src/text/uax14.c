#include "text/uax14.h"

line_class
uax14_resolved(line_class c)
{
    switch (c) {
    case LINE_AI:
    case LINE_SG:
    case LINE_XX:
    case LINE_SA:
        return LINE_AL;
    case LINE_CJ:
        return LINE_NS;
    default:
        return c;
    }
}

/* The text after LB9: each base with its combining marks is one place. */
typedef struct bases {
    uax14_character *at;
    size_t *start;      /* index of the base in the text */
    bool *ends_in_zwj;  /* LB8a */
    bool *is_in_number; /* LB25: no break before it */
    size_t n;
} bases;

static bool
is_in(line_class c, const line_class *set, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (set[i] == c)
            return true;
    return false;
}

#define IS(c, ...)                                                           \
    is_in((c), (const line_class[]){__VA_ARGS__},                            \
          sizeof((const line_class[]){__VA_ARGS__}) / sizeof(line_class))

/* LB9, LB10. */
static bases
bases_of(arena *scratch, const uax14_character *text, size_t n)
{
    bases b = {ARENA_ARRAY(scratch, n + 1, uax14_character),
               ARENA_ARRAY(scratch, n + 1, size_t),
               ARENA_ARRAY(scratch, n + 1, bool),
               ARENA_ARRAY(scratch, n + 1, bool), 0};
    for (size_t i = 0; i < n; i++) {
        bool is_mark = IS(text[i].line, LINE_CM, LINE_ZWJ);
        bool can_attach =
            b.n > 0 && !IS(b.at[b.n - 1].line, LINE_BK, LINE_CR, LINE_LF,
                           LINE_NL, LINE_SP, LINE_ZW);
        if (!is_mark || !can_attach) {
            b.at[b.n] = text[i];
            if (is_mark)
                b.at[b.n].line = LINE_AL;
            b.start[b.n++] = i;
        }
        b.ends_in_zwj[b.n - 1] = text[i].line == LINE_ZWJ;
    }
    return b;
}

static line_class
class_at(const bases *b, size_t i)
{
    return i < b->n ? b->at[i].line : LINE_XX;
}

/* LB25: (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)? */
static void
mark_numbers(bases *b)
{
    for (size_t i = 0; i < b->n; i++) {
        if (b->at[i].line != LINE_NU || b->is_in_number[i])
            continue;
        size_t first = i;
        if (first > 0 && IS(class_at(b, first - 1), LINE_OP, LINE_HY))
            first--;
        if (first > 0 && IS(class_at(b, first - 1), LINE_PR, LINE_PO))
            first--;
        size_t last = i;
        while (IS(class_at(b, last + 1), LINE_NU, LINE_SY, LINE_IS))
            last++;
        if (IS(class_at(b, last + 1), LINE_CL, LINE_CP))
            last++;
        if (IS(class_at(b, last + 1), LINE_PR, LINE_PO))
            last++;
        for (size_t j = first + 1; j <= last; j++)
            b->is_in_number[j] = true;
    }
}

/* The class before place i over spaces: LB8, LB14–LB17. */
static line_class
before_spaces(const bases *b, size_t i)
{
    while (i > 0 && b->at[i - 1].line == LINE_SP)
        i--;
    return i > 0 ? b->at[i - 1].line : LINE_XX;
}

static bool
is_hangul(line_class c)
{
    return IS(c, LINE_JL, LINE_JV, LINE_JT, LINE_H2, LINE_H3);
}

static bool
is_letter(line_class c)
{
    return c == LINE_AL || c == LINE_HL;
}

static bool
is_ideograph(line_class c)
{
    return IS(c, LINE_ID, LINE_EB, LINE_EM, LINE_EP);
}

/* LB4–LB7: line ends; *decided tells whether they apply. */
static line_break
at_line_ends(line_class a, line_class b, bool *decided)
{
    *decided = true;
    if (a == LINE_CR && b == LINE_LF)
        return LINE_BREAK_NO;
    if (IS(a, LINE_BK, LINE_CR, LINE_LF, LINE_NL))
        return LINE_BREAK_MUST;
    if (IS(b, LINE_BK, LINE_CR, LINE_LF, LINE_NL, LINE_SP, LINE_ZW))
        return LINE_BREAK_NO;
    *decided = false;
    return LINE_BREAK_NO;
}

/* LB11–LB17: no break whatever stands around. */
static bool
is_forbidden_by_marks(line_class a, line_class b, line_class over)
{
    if (a == LINE_WJ || b == LINE_WJ || a == LINE_GL) /* LB11, LB12 */
        return true;
    if (b == LINE_GL && !IS(a, LINE_SP, LINE_BA, LINE_HY)) /* LB12a */
        return true;
    if (IS(b, LINE_CL, LINE_CP, LINE_EX, LINE_IS, LINE_SY)) /* LB13 */
        return true;
    if (over == LINE_OP) /* LB14 */
        return true;
    if (over == LINE_QU && b == LINE_OP) /* LB15 */
        return true;
    if (IS(over, LINE_CL, LINE_CP) && b == LINE_NS) /* LB16 */
        return true;
    return over == LINE_B2 && b == LINE_B2; /* LB17 */
}

/* LB21–LB24. */
static bool
is_forbidden_by_letters(line_class before, line_class a, line_class b)
{
    if (IS(b, LINE_BA, LINE_HY, LINE_NS) || a == LINE_BB) /* LB21 */
        return true;
    if (before == LINE_HL && IS(a, LINE_HY, LINE_BA)) /* LB21a */
        return true;
    if (a == LINE_SY && b == LINE_HL) /* LB21b */
        return true;
    if (b == LINE_IN) /* LB22 */
        return true;
    if ((is_letter(a) && b == LINE_NU) ||
        (a == LINE_NU && is_letter(b))) /* LB23 */
        return true;
    if ((a == LINE_PR && is_ideograph(b)) ||
        (is_ideograph(a) && b == LINE_PO)) /* LB23a */
        return true;
    return (IS(a, LINE_PR, LINE_PO) && is_letter(b)) ||
           (is_letter(a) && IS(b, LINE_PR, LINE_PO)); /* LB24 */
}

/* LB26–LB30. */
static bool
is_forbidden_by_scripts(const bases *t, size_t i)
{
    line_class a = t->at[i - 1].line, b = t->at[i].line;
    if (a == LINE_JL && IS(b, LINE_JL, LINE_JV, LINE_H2, LINE_H3)) /* LB26 */
        return true;
    if (IS(a, LINE_JV, LINE_H2) && IS(b, LINE_JV, LINE_JT))
        return true;
    if (IS(a, LINE_JT, LINE_H3) && b == LINE_JT)
        return true;
    if ((is_hangul(a) && b == LINE_PO) ||
        (a == LINE_PR && is_hangul(b))) /* LB27 */
        return true;
    if (is_letter(a) && is_letter(b)) /* LB28 */
        return true;
    if (a == LINE_IS && is_letter(b)) /* LB29 */
        return true;
    bool is_word_before = is_letter(a) || a == LINE_NU;
    bool is_word_after = is_letter(b) || b == LINE_NU;
    return (is_word_before && b == LINE_OP && !t->at[i].is_wide) ||
           (a == LINE_CP && !t->at[i - 1].is_wide && is_word_after); /* LB30 */
}

/* LB30a: regional indicators pair up from the start of their run. */
static bool
is_inside_flag(const bases *t, size_t i)
{
    size_t n = 0;
    while (n < i && t->at[i - 1 - n].line == LINE_RI)
        n++;
    return t->at[i].line == LINE_RI && n % 2 == 1;
}

static line_break
break_before(const bases *t, size_t i)
{
    line_class a = t->at[i - 1].line, b = t->at[i].line;
    if (a == LINE_ID && b == LINE_ID && !t->ends_in_zwj[i - 1])
        return LINE_BREAK_ALLOWED; /* no rule below applies */
    bool decided;
    line_break ends = at_line_ends(a, b, &decided);
    if (decided)
        return ends;
    line_class over = before_spaces(t, i);
    if (over == LINE_ZW) /* LB8 */
        return LINE_BREAK_ALLOWED;
    if (t->ends_in_zwj[i - 1] && a != LINE_SP) /* LB8a */
        return LINE_BREAK_NO;
    if (is_forbidden_by_marks(a, b, over))
        return LINE_BREAK_NO;
    if (a == LINE_SP) /* LB18 */
        return LINE_BREAK_ALLOWED;
    if (a == LINE_QU || b == LINE_QU) /* LB19 */
        return LINE_BREAK_NO;
    if (a == LINE_CB || b == LINE_CB) /* LB20 */
        return LINE_BREAK_ALLOWED;
    bool is_forbidden =
        is_forbidden_by_letters(i > 1 ? t->at[i - 2].line : LINE_XX, a, b) ||
        t->is_in_number[i] || is_forbidden_by_scripts(t, i) ||
        is_inside_flag(t, i) ||
        (IS(a, LINE_EB, LINE_EP) && b == LINE_EM); /* LB30b */
    return is_forbidden ? LINE_BREAK_NO : LINE_BREAK_ALLOWED; /* LB31 */
}

void
uax14_breaks(arena *scratch, const uax14_character *text, size_t n,
             line_break *breaks)
{
    arena_mark mark = arena_mark_now(scratch);
    bases b = bases_of(scratch, text, n);
    mark_numbers(&b);
    for (size_t i = 0; i < n; i++)
        breaks[i] = LINE_BREAK_NO;
    for (size_t i = 1; i < b.n; i++)
        breaks[b.start[i]] = break_before(&b, i);
    breaks[n] = LINE_BREAK_MUST;
    arena_release(scratch, mark);
}
