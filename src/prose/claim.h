/* claim: what a figure in prose is said to be: a level, a change, a rate, a
 * rank; of what, when, and how sure. It judges nothing: see inspect. */
#ifndef PROSE_CLAIM_H
#define PROSE_CLAIM_H

#include "prose/clause.h"
#include "prose/figure.h"
#include "prose/indicator.h"

typedef enum claim_kind {
    CLAIM_NONE,     /* a date, a bare number */
    CLAIM_LEVEL,    /* 达到2671家; a percentage that is no change */
    CLAIM_CHANGE,   /* 增加12家 */
    CLAIM_RATE,     /* 增长251%, 增长2.5倍 */
    CLAIM_POINTS,   /* 提高1.2个百分点 */
    CLAIM_RANK,     /* 居全省第3位 */
    CLAIM_DOUBLING, /* 翻一番 */
    CLAIM_KIND_COUNT
} claim_kind;

#define CLAIM_OF_NOTHING SIZE_MAX
/* Figures of one sentence that are looked at together, at most. */
#define CLAIM_REACH 60

typedef struct claim {
    claim_kind kind;
    const figure *figure;
    size_t clause, sentence;
    int direction;    /* of a change, by its verb: 1, -1; 0 unknown */
    jb_decimal rate;  /* RATE, in percent with its sign; DOUBLING too */
    size_t level;     /* of a change or rate: the level it speaks of */
    bool is_expected; /* 预计, 有望 */
    bool is_to_date;  /* 截至10月底 */
    bool is_total;    /* 共计 right before it */
    bool is_aside;    /* in brackets */
    bool is_base;     /* what is compared with: 比上年的412家增加 */
    slice subject;    /* what is spoken of; may be empty */
    slice bare;       /* the subject without places, times and verbs before */
    indicator indicator; /* that it names, if it is a known one */
} claim;

typedef struct claim_list {
    claim *at; /* one per figure */
    size_t n;
} claim_list;

/* A level that is known and stated as it is: none expected, aside, a base or
 * a bound. */
bool claim_is_exact(const claim *c);
/* Half a unit of the last digit of its figure: what rounding leaves open. */
double claim_half_digit(const claim *c);
/* A level counted or measured, not one in percent; and such a one exact. */
bool claim_is_amount(const claim *c);
bool claim_is_exact_amount(const claim *c);
/* A rise or fall in percent, not aside; and a known one without a bound. */
bool claim_is_growth(const claim *c);
bool claim_is_exact_growth(const claim *c);

/* Whether both speak of one thing, whatever its name and whosever it is. */
bool claim_is_namesake(const claim *a, const claim *b);

/* Whether a comma joins claim `i` to the figure before in a list that 分别
 * opened: 13% of 甲、乙分别增长12%，13%. */
bool claim_joins_list(slice text, const clause_list *clauses,
                      const claim_list *list, size_t i);

claim_list claims_from_text(arena *a, slice text, const clause_list *clauses,
                            const figure_list *figures);

#endif
