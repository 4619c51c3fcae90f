/* Words for how something went, with no figure of their own, against the
 * figures that stand by them: 下降5.1%，实现较快增长; 连续三个月下降，7月、8月、9月分别增长…. */
#include "prose/lexicon.h"
#include "prose/rule.h"

static bool
is_direct(const claim *c)
{
    return c->kind == CLAIM_RATE && c->direction != 0 && !c->is_aside;
}

static void
report(const inspection *in, slice words, const claim *rate)
{
    size_t first = (size_t)(words.at - in->passage.text.at);
    if (!rule_is_typed(in, first, first + words.len))
        return;
    diag_report(in->diags, &PROSE_TURN_CONTRADICTS,
                rule_span(in, first, first + words.len), words,
                rule_change_text(in, rate));
    diags_relate(in->diags, rule_figure_span(in, rate->figure),
                 SLICE_OF("增速在这里"));
}

/* ── 实现较快增长 ── */

/* The sign of the growth that the clause speaks of, with nothing else in it;
 * 0 when it speaks of something else. */
static int
manner_of(slice s)
{
    static const slice deeds[] = {SLICE("实现"), SLICE("保持"), SLICE("呈现"),
                                  SLICE("呈"),   SLICE("继续"), SLICE("仍"),
                                  SLICE("了"),   SLICE("持续")};
    static const slice kinds[] = {SLICE("较快"), SLICE("快速"), SLICE("平稳"),
                                  SLICE("稳步"), SLICE("稳定"), SLICE("大幅"),
                                  SLICE("小幅"), SLICE("明显"), SLICE("高速"),
                                  SLICE("持续"), SLICE("连续")};
    static const slice tails[] = {SLICE("的态势"), SLICE("态势"),
                                  SLICE("的势头"), SLICE("势头"),
                                  SLICE("的走势")};
    s = slice_without_end(s, tails, sizeof tails / sizeof *tails);
    s = slice_without_starts(s, deeds, sizeof deeds / sizeof *deeds);
    if (slice_is(s, "正增长"))
        return 1;
    if (slice_is(s, "负增长"))
        return -1;
    slice rest = s;
    rest = slice_without_starts(rest, kinds, sizeof kinds / sizeof *kinds);
    if (rest.len == s.len)
        return 0;
    return slice_is(rest, "增长")   ? 1
           : slice_is(rest, "下降") ? -1
                                    : 0;
}

static void
check_manner(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    size_t next = c->clause + 1;
    bool is_last = i + 1 == in->claims.n || c[1].clause != c->clause;
    if (!is_direct(c) || !is_last || next >= in->clauses.n ||
        in->clauses.at[next].sentence != c->sentence)
        return;
    const clause *own = &in->clauses.at[next];
    slice words = slice_trim(clause_near_start(
        rule_text(in, own->first, own->last)));
    if (manner_of(words) * decimal_sign(c->rate) < 0)
        report(in, words, c);
}

/* ── 连续三个月下降，7月、8月、9月分别… ── */

/* The way that everything went, by the verb at the end of the clause. */
static int
run_of(slice s)
{
    const lexicon_word *verb = lexicon_end(s, LEXICON_CHANGE);
    return slice_has(s, "连续") && verb != NULL ? verb->value : 0;
}

static bool
starts_with_digit(slice s)
{
    return s.len > 0 && s.at[0] >= '0' && s.at[0] <= '9';
}

/* The growths of the clause behind it, month by month. */
static void
check_run(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    if (!is_direct(c) || c->clause == 0 || !slice_has(lead, "分别") ||
        !starts_with_digit(lead))
        return;
    const clause *before = &in->clauses.at[c->clause - 1];
    slice words = slice_trim(clause_near_end(
        rule_text(in, before->first, before->last)));
    if (before->sentence == c->sentence &&
        run_of(words) * decimal_sign(c->rate) < 0)
        report(in, words, c);
}

void
rule_manners(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_manner(in, i);
        check_run(in, i);
    }
}
