/* rule: what the rules of rules.def share. Each looks for one kind of mistake
 * and reports it at its place. */
#ifndef PROSE_RULE_H
#define PROSE_RULE_H

#include "prose/inspect.h"

#define RULE(name, doc) void rule_##name(const inspection *in);
#include "prose/rules.def"
#undef RULE

/* False when so much was found that the text is not prose at all. */
bool rule_has_room(const inspection *in);

/* Text and place of bytes [first, last). */
slice rule_text(const inspection *in, size_t first, size_t last);
/* Whether no line ends between the two, the first before the second. */
bool rule_in_paragraph(const inspection *in, const claim *a, const claim *b);
jb_span rule_span(const inspection *in, size_t first, size_t last);
slice rule_figure_text(const inspection *in, const figure *f);
/* The same of a change, with the verb right before it: 下降0.6%. */
slice rule_change_text(const inspection *in, const claim *c);
jb_span rule_figure_span(const inspection *in, const figure *f);

/* The arithmetic of a message: 60.1 − 58.2 = 1.9. */
slice rule_difference_text(const inspection *in, jb_decimal now,
                           jb_decimal then, jb_decimal by);

/* Whether two rounded numbers that differ by `by` may be said to differ by
 * `points`, whatever the signs. */
bool rule_may_differ(jb_decimal by, jb_decimal points);

/* Whether they differ by more than the roundings of the whole and of the `n`
 * parts that were summed, all of them as fine as the sum. */
bool rule_is_off(jb_quantity sum, jb_quantity whole, int n);

/* A sum of written amounts, with what their roundings leave open: 1.09万亿元 less
 * 3352.7亿元 is no finer than the first. */
typedef struct rule_sum {
    jb_quantity total, slack;
} rule_sum;

rule_sum rule_sum_of(jb_quantity first);
/* `sign` 1 adds, -1 takes away; false when the two measure different things. */
bool rule_sum_add(rule_sum *sum, jb_quantity part, int sign);
bool rule_sum_is_off(const rule_sum *sum, jb_quantity whole);
/* Of `n` claims, one at least; false when they measure different things. */
bool rule_sum_of_all(const claim *const *at, size_t n, rule_sum *out);
/* 14.2 + 3.1 = 17.3, or with their units where these are not all the same:
 * 39029元 + 49406万元 = …. */
slice rule_sum_text(const inspection *in, const claim *const *at, size_t n,
                    jb_quantity sum);

/* Whether the two, of one thing in one unit, leave room for one true figure;
 * so too where nothing can be said of it. */
bool rule_may_be_one(const claim *a, const claim *b);

/* Whether it stands in a title or a heading, which rule_heads holds against
 * what follows. */
bool rule_is_in_head(const inspection *in, const claim *c);

/* What was told in the clause before that of claim `i`, of which that goes on
 * to speak: 增长5.6%，比一季度加快…. Brackets and dates do not count. */
const claim *rule_spoken_of(const inspection *in, size_t i);

/* Whether part ÷ whole can be the share, by the digits of all three; and the
 * finding that it cannot. */
bool rule_can_be_share(const claim *part, const claim *whole,
                       const claim *share);
void rule_report_share(const inspection *in, const claim *part,
                       const claim *whole, const claim *share);

/* What stands before the figure in its clause and in its sentence, and what
 * follows in the sentence; near the figure only. */
slice rule_lead(const inspection *in, const claim *c);
slice rule_sentence_lead(const inspection *in, const claim *c);
slice rule_sentence_rest(const inspection *in, const claim *c);

/* What stands between the figure before it in its clause and the figure; dates
 * and the 第一 of 第一产业 are no figures here. */
slice rule_own_lead(const inspection *in, const claim *c);

/* The claims of a sentence, in order. */
typedef struct rule_stretch {
    const claim *at;
    size_t n;
} rule_stretch;

rule_stretch rule_sentence_claims(const inspection *in, size_t sentence);

/* 超收2亿元, 增收2546万元: by how much more or less there is than was planned or
 * the year before, no amount of its own. */
bool rule_is_excess(const inspection *in, const claim *c);

/* Whether the figure is left for another in its clause: 由65000万元调整为. */
bool rule_is_origin(const inspection *in, const claim *c);
/* 完成全年目标18.5万人的81%: what was aimed at, beside what was done. */
bool rule_is_aim_of_share(const inspection *in, const claim *c);

/* Whether a mark or the end follows byte `at`, so a word ends there. */
bool rule_ends_word(const inspection *in, size_t at);

/* Whether a finding of that kind was made at the figure: one fault is told
 * once, by the rule that knows most of it. */
bool rule_has_found(const inspection *in, const diag_kind *kind,
                    const figure *f);

/* Whether a person typed any of the bytes: what placeholders wrote was
 * checked with the facts. */
bool rule_is_typed(const inspection *in, size_t first, size_t last);

#endif
