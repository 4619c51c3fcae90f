/* Two statements without a mark between them: 增长67.1%上级补助收入405490万元. */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/rule.h"

/* 增长67.1%的…, 增长5%快于…: the sentence goes on with these. */
static bool
goes_on(slice rest)
{
    static const slice words[] = {
        SLICE("的"),   SLICE("以"),   SLICE("左右"), SLICE("快于"),
        SLICE("高于"), SLICE("低于"), SLICE("慢于"), SLICE("居"),
        SLICE("位居"), SLICE("列"),   SLICE("排"),   SLICE("转"),
        SLICE("提高"), SLICE("调整"), SLICE("和"),   SLICE("及"),
        SLICE("与"),   SLICE("至"),   SLICE("到"),   SLICE("用于"),
        SLICE("给予"), SLICE("后"),   SLICE("时"),   SLICE("之"),
        SLICE("等"),   SLICE("比"),   SLICE("较"),   SLICE("超"),
        SLICE("达"),   SLICE("为"),   SLICE("是"),   SLICE("拉动"),
        SLICE("带动"), SLICE("推动"), SLICE("使"),   SLICE("目标"),
        SLICE("水平"), SLICE("并"),   SLICE("而"),   SLICE("其中"),
        SLICE("或"),   SLICE("增至"), SLICE("降至"), SLICE("对"),
        SLICE("计算"), SLICE("安排"), SLICE("测算"), SLICE("影响"),
    };
    return slice_starts_with_any(rest, words, sizeof words / sizeof *words);
}

static bool
is_indicator(slice subject)
{
    return lexicon_end(subject, LEXICON_INDICATOR) != NULL ||
           lexicon_end(subject, LEXICON_MEASURE) != NULL ||
           lexicon_end(subject, LEXICON_RATE_NAME) != NULL;
}

static void
check_run_on(const inspection *in, size_t i)
{
    const claim *rate = &in->claims.at[i], *next = rate + 1;
    slice rest = rule_text(in, rate->figure->last, next->figure->first);
    bool is_level = next->kind == CLAIM_LEVEL && !next->is_base &&
                    next->clause == rate->clause &&
                    next->figure->sort != FIGURE_DATE;
    bool is_rate = rate->kind == CLAIM_RATE && rate->direction != 0 &&
                   rate->figure->sort == FIGURE_PERCENT && !rate->is_aside;
    if (!is_level || !is_rate || goes_on(rest) ||
        !is_indicator(next->subject) ||
        !slice_starts_with(rest, next->subject))
        return;
    size_t last = rate->figure->last;
    for (int k = 0; k < 2; k++)
        utf8_next(in->passage.text, &last);
    if (rule_is_typed(in, rate->figure->first, last))
        diag_report(in->diags, &PROSE_STOP_MISSING,
                    rule_span(in, rate->figure->first, last),
                    rule_text(in, rate->figure->first, last));
}

void
rule_run_on(const inspection *in)
{
    for (size_t i = 0; i + 1 < in->claims.n && rule_has_room(in); i++)
        check_run_on(in, i);
}
