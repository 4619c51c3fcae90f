/* What there was, what came, what went, and what there is: 年初126家，新增18家、注销4家，
 * 年末达到140家. */
#include "facts/level.h"
#include "prose/number.h"
#include "prose/rule.h"

/* The four of one sentence. */
typedef struct flow {
    const claim *before, *come, *gone, *now;
} flow;

/* What comes or goes may be named behind the word: 新增了, 新增企业. */
static bool
ends_with_deed(slice s, const slice *words, size_t n)
{
    static const slice tails[] = {SLICE("了"), SLICE("企业"), SLICE("人口"),
                                  SLICE("案件")};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (slice_ends_with(s, tails[i]))
            s = slice_cut(s, 0, s.len - tails[i].len);
    return slice_ends_with_any(s, words, n);
}

static bool
has_come(slice lead)
{
    static const slice words[] = {SLICE("新增"), SLICE("新设"),
                                  SLICE("新建"), SLICE("新办"),
                                  SLICE("迁入"), SLICE("新收"),
                                  SLICE("收养"), SLICE("新登记")};
    return ends_with_deed(lead, words, sizeof words / sizeof *words);
}

static bool
has_gone(slice lead)
{
    static const slice words[] = {
        SLICE("注销"), SLICE("撤销"), SLICE("退出"), SLICE("关闭"),
        SLICE("迁出"), SLICE("淘汰"), SLICE("取消"), SLICE("退库"),
        SLICE("审结"), SLICE("结案"), SLICE("办结"), SLICE("销号"),
    };
    return ends_with_deed(lead, words, sizeof words / sizeof *words);
}

static bool
is_first_stock(slice lead)
{
    return slice_has(lead, "原有") || slice_has(lead, "年初") ||
           slice_has(lead, "期初") || slice_has(lead, "旧存") ||
           slice_has(lead, "上年末") || slice_has(lead, "年末") ||
           slice_has(lead, "年底");
}

static bool
is_last_stock(slice lead)
{
    return slice_ends_with(lead, SLICE_OF("达到")) ||
           slice_ends_with(lead, SLICE_OF("达")) ||
           slice_has(lead, "现有") || slice_has(lead, "期末") ||
           slice_has(lead, "年末") || slice_has(lead, "未结") ||
           slice_has(lead, "总数") || slice_has(lead, "实有");
}

static bool
is_stock(const claim *c)
{
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.bound == BOUND_EXACT && !c->is_aside &&
           !c->is_expected;
}

/* The stock first and last, one amount come and one gone between, and nothing
 * else of that unit in the sentence. */
static bool
read_flow(const inspection *in, rule_stretch s, flow *out)
{
    *out = (flow){NULL, NULL, NULL, NULL};
    for (size_t i = 0; i < s.n; i++) {
        const claim *c = &s.at[i];
        slice lead = slice_trim(rule_own_lead(in, c));
        if (c->figure->sort == FIGURE_DATE)
            continue;
        if (!is_stock(c) || out->now != NULL ||
            (out->before != NULL &&
             !unit_is_same_base(c->figure->quantity.unit,
                                out->before->figure->quantity.unit)))
            return false;
        if (out->before == NULL && is_first_stock(rule_lead(in, c)) &&
            !has_come(lead))
            out->before = c;
        else if (out->before == NULL)
            return false;
        else if (out->come == NULL && has_come(lead))
            out->come = c;
        else if (out->gone == NULL && has_gone(lead))
            out->gone = c;
        else if (is_last_stock(lead))
            out->now = c;
        else
            return false;
    }
    return out->come != NULL && out->gone != NULL && out->now != NULL;
}

static void
check_flow(const inspection *in, const flow *f)
{
    rule_sum sum = rule_sum_of(f->before->figure->quantity);
    if (!rule_sum_add(&sum, f->come->figure->quantity, 1) ||
        !rule_sum_add(&sum, f->gone->figure->quantity, -1) ||
        !rule_sum_is_off(&sum, f->now->figure->quantity) ||
        !rule_is_typed(in, f->before->figure->first, f->now->figure->last))
        return;
    slice a = rule_figure_text(in, f->before->figure);
    slice b = rule_figure_text(in, f->come->figure);
    slice c = rule_figure_text(in, f->gone->figure);
    slice r = number_text(in->arena, sum.total.value);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, f->now->figure),
                rule_figure_text(in, f->now->figure),
                slice_printf(in->arena, "%.*s + %.*s − %.*s = %.*s%.*s",
                             SLICE_ARGS(a), SLICE_ARGS(b), SLICE_ARGS(c),
                             SLICE_ARGS(r), SLICE_ARGS(sum.total.unit.name)));
    diags_relate(in->diags, rule_figure_span(in, f->before->figure),
                 SLICE_OF("原来的数在这里"));
}

void
rule_flows(const inspection *in)
{
    flow f;
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        size_t sentence = in->claims.at[i].sentence;
        if (i > 0 && in->claims.at[i - 1].sentence == sentence)
            continue;
        if (read_flow(in, rule_sentence_claims(in, sentence), &f))
            check_flow(in, &f);
    }
}
