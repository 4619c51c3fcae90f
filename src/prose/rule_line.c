/* The line of fifty percent that parts growth from decline in indices of
 * purchasing managers: 51.8%，高于临界点. */
#include "prose/rule.h"

static bool
is_index(const claim *c)
{
    return claim_is_exact(c) && c->figure->sort == FIGURE_PERCENT &&
           (slice_has(c->subject, "指数") || slice_has(c->subject, "PMI"));
}

typedef struct line_word {
    slice text;
    int side; /* 1 above the line, -1 below */
} line_word;

static const line_word WORDS[] = {
    {SLICE("高于临界点"), 1},  {SLICE("临界点以上"), 1},
    {SLICE("临界点之上"), 1},  {SLICE("临界点上方"), 1},
    {SLICE("扩张区间"), 1},    {SLICE("荣枯线以上"), 1},
    {SLICE("荣枯线之上"), 1},  {SLICE("高于荣枯线"), 1},
    {SLICE("低于临界点"), -1}, {SLICE("临界点以下"), -1},
    {SLICE("临界点之下"), -1}, {SLICE("临界点下方"), -1},
    {SLICE("收缩区间"), -1},   {SLICE("荣枯线以下"), -1},
    {SLICE("荣枯线之下"), -1}, {SLICE("低于荣枯线"), -1},
};

/* 由上月的扩张区间落入…, 均高于, 虽 and 不: of more than this figure. */
static bool
is_of_others(slice words)
{
    return slice_has(words, "均") || slice_has(words, "由") ||
           slice_has(words, "从") || slice_has(words, "不") ||
           slice_has(words, "未") || slice_has(words, "接近");
}

/* The words in the clauses behind the index up to the next level of the
 * sentence. */
static void
check_index(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    size_t end = in->clauses.at[c->clause].sentence_last;
    for (size_t k = i + 1; k < in->claims.n; k++) {
        const claim *next = &in->claims.at[k];
        if (next->figure->first >= end)
            break;
        if (next->kind == CLAIM_LEVEL)
            return;
    }
    jb_decimal line = {50, 0};
    int side = decimal_compare(c->figure->quantity.value, line);
    for (size_t k = c->clause; k < in->clauses.n; k++) {
        const clause *own = &in->clauses.at[k];
        if (own->first >= end)
            return;
        slice text = rule_text(in, own->first, own->last);
        for (size_t w = 0; w < sizeof WORDS / sizeof *WORDS; w++) {
            size_t at = slice_find(text, WORDS[w].text);
            if (at == text.len || is_of_others(text))
                continue;
            size_t first = own->first + at;
            size_t last = first + WORDS[w].text.len;
            if (side * WORDS[w].side < 0 && rule_is_typed(in, first, last))
                diag_report(in->diags, &PROSE_LINE_CONTRADICTS,
                            rule_span(in, first, last), WORDS[w].text,
                            rule_figure_text(in, c->figure));
            return;
        }
    }
}

void
rule_lines(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        if (is_index(&in->claims.at[i]))
            check_index(in, i);
}
