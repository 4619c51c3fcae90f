/* Words that cannot stand as they are written: two verbs run into one, a verb
 * left out, a character left out of a fixed term, a word for another. */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/rule.h"

static slice
rest_at(const inspection *in, size_t at)
{
    return rule_text(in, at, in->passage.text.len);
}

static bool
is_han_at(slice s, size_t at)
{
    unsigned char first = at < s.len ? (unsigned char)s.at[at] : 0;
    return first >= 0xE4 && first <= 0xE9;
}

/* ── a word for another ── */

static const struct mistaken {
    slice wrong, right;
} MISTAKEN[] = {
    {SLICE("渡假"), SLICE("度假")},
    {SLICE("座落"), SLICE("坐落")},
    {SLICE("既使"), SLICE("即使")},
    {SLICE("松驰"), SLICE("松弛")},
    {SLICE("再接再励"), SLICE("再接再厉")},
    {SLICE("按步就班"), SLICE("按部就班")},
    {SLICE("一愁莫展"), SLICE("一筹莫展")},
    {SLICE("迫不急待"), SLICE("迫不及待")},
};

static void
report_mistaken(const inspection *in, size_t first, size_t last, slice right)
{
    if (rule_is_typed(in, first, last))
        diag_report(in->diags, &PROSE_WORD_MISTAKEN,
                    rule_span(in, first, last), rule_text(in, first, last),
                    right);
}

/* 截止 ends something; a day is reached by 截至. */
static bool
is_time(slice s)
{
    static const slice words[] = {SLICE("目前"), SLICE("今年"), SLICE("去年"),
                                  SLICE("上年"), SLICE("本月"), SLICE("年底"),
                                  SLICE("上月"), SLICE("现在")};
    if (slice_starts_with(s, SLICE_OF("到")) ||
        slice_starts_with(s, SLICE_OF("至")))
        s = slice_cut(s, UTF8_HAN, s.len);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_with(s, words[i]))
            return true;
    return s.len > 0 && s.at[0] >= '0' && s.at[0] <= '9';
}

static void
check_until(const inspection *in, size_t at)
{
    slice word = SLICE_OF("截止"), rest = rest_at(in, at);
    slice behind = slice_cut(rest, word.len, rest.len);
    size_t left = at;
    bool is_within = at > 0 && is_han_at(in->passage.text,
                                         (utf8_before(in->passage.text,
                                                      &left),
                                          left));
    if (slice_starts_with(rest, word) && !is_within && is_time(behind))
        report_mistaken(in, at, at + word.len, SLICE_OF("截至"));
}

void
rule_mistaken(const inspection *in)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in);
         utf8_next(text, &at)) {
        slice rest = rest_at(in, at);
        check_until(in, at);
        for (size_t i = 0; i < sizeof MISTAKEN / sizeof *MISTAKEN; i++)
            if (slice_starts_with(rest, MISTAKEN[i].wrong))
                report_mistaken(in, at, at + MISTAKEN[i].wrong.len,
                                MISTAKEN[i].right);
    }
}

/* ── two verbs run into one ── */

/* 召开 and 开展 as 召开展; before the characters of `but` it is 召开 with a
 * noun: 召开展会. */
static const struct blend {
    slice text, but;
} BLENDS[] = {
    {SLICE("召开展"), SLICE("会览示销演馆品厅位区")},
    {SLICE("举办理"), SLICE("事论财工科疗")},
    {SLICE("推动员"), SLICE("工额")},
    {SLICE("落实现"), SLICE("场有行代货金")},
    {SLICE("取得到"), SLICE("位手账期场")},
    {SLICE("确保障"), SLICE("")},
    {SLICE("建立设"), SLICE("")},
    {SLICE("组织施"), SLICE("工肥救")},
};

static bool
holds_character(slice set, slice s)
{
    slice first = slice_cut(s, 0, UTF8_HAN);
    return first.len == UTF8_HAN && slice_find(set, first) < set.len;
}

static void
check_blend(const inspection *in, size_t at)
{
    slice rest = rest_at(in, at);
    for (size_t i = 0; i < sizeof BLENDS / sizeof *BLENDS; i++) {
        const struct blend *b = &BLENDS[i];
        slice behind = slice_cut(rest, b->text.len, rest.len);
        if (!slice_starts_with(rest, b->text) || !is_han_at(behind, 0) ||
            holds_character(b->but, behind) ||
            !rule_is_typed(in, at, at + b->text.len))
            continue;
        diag_report(in->diags, &PROSE_WORD_GARBLED,
                    rule_span(in, at, at + b->text.len), b->text);
    }
}

/* 师院学院: a body is named 师院 or 师范学院. */
static void
check_body(const inspection *in, size_t at)
{
    static const slice doubled[] = {
        SLICE("师院学院"), SLICE("医院学院"), SLICE("工院学院"),
        SLICE("职院学院"), SLICE("理工大学学院"), SLICE("有限公司公司"),
        SLICE("大大学"),   SLICE("委员会委会"),
    };
    slice rest = rest_at(in, at);
    for (size_t i = 0; i < sizeof doubled / sizeof *doubled; i++)
        if (slice_starts_with(rest, doubled[i]) &&
            rule_is_typed(in, at, at + doubled[i].len))
            diag_report(in->diags, &PROSE_WORD_GARBLED,
                        rule_span(in, at, at + doubled[i].len), doubled[i]);
}

/* 下降提高1.2个百分点: two verbs that go against each other before a figure;
 * 增长 and 增加 may be what the second is of. */
static void
check_verbs(const inspection *in, const claim *c)
{
    static const slice ups[] = {SLICE("提高"), SLICE("提升"),
                                SLICE("上升")};
    static const slice downs[] = {SLICE("下降"), SLICE("回落"),
                                  SLICE("降低")};
    slice lead = rule_lead(in, c);
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 3; k++) {
            slice a = slice_join(in->arena, ups[i], downs[k]);
            slice b = slice_join(in->arena, downs[k], ups[i]);
            if (!slice_ends_with(lead, a) && !slice_ends_with(lead, b))
                continue;
            size_t first = c->figure->first - a.len;
            if (rule_is_typed(in, first, c->figure->first))
                diag_report(in->diags, &PROSE_WORD_GARBLED,
                            rule_span(in, first, c->figure->first),
                            rule_text(in, first, c->figure->first));
            return;
        }
}

void
rule_garbled(const inspection *in)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in);
         utf8_next(text, &at)) {
        check_blend(in, at);
        check_body(in, at);
    }
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        if (in->claims.at[i].direction != 0 ||
            in->claims.at[i].figure->sort == FIGURE_POINTS)
            check_verbs(in, &in->claims.at[i]);
}

/* ── 成功创新创业大赛 ── */

static bool
ends_in_event(slice s)
{
    static const slice events[] = {
        SLICE("大赛"), SLICE("比赛"), SLICE("会议"), SLICE("论坛"),
        SLICE("峰会"), SLICE("活动"), SLICE("培训班"), SLICE("推介会"),
        SLICE("博览会"), SLICE("座谈会"),
    };
    return slice_ends_with_any(s, events, sizeof events / sizeof *events);
}

static bool
has_verb(slice s)
{
    static const slice verbs[] = {
        SLICE("举"), SLICE("办"), SLICE("开"), SLICE("参"), SLICE("组织"),
        SLICE("入选"), SLICE("申"), SLICE("获"), SLICE("完成"),
        SLICE("引"), SLICE("承"), SLICE("策划"), SLICE("落"), SLICE("促"),
        SLICE("主持"), SLICE("亮相"), SLICE("的"), SLICE("地"), SLICE("筹"),
        SLICE("启动"), SLICE("协"), SLICE("保障"), SLICE("推"),
        SLICE("服务"), SLICE("晋级"), SLICE("进入"), SLICE("接"),
    };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (slice_find(s, verbs[i]) < s.len)
            return true;
    return false;
}

/* 成功 and an event with no verb between them. */
void
rule_verbs(const inspection *in)
{
    static const slice adverbs[] = {SLICE("成功"), SLICE("圆满"),
                                    SLICE("顺利"), SLICE("隆重")};
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++) {
        const clause *c = &in->clauses.at[i];
        slice words = rule_text(in, c->first, c->last);
        for (size_t k = 0; k < sizeof adverbs / sizeof *adverbs; k++) {
            slice rest = slice_cut(words, adverbs[k].len, words.len);
            if (!slice_starts_with(words, adverbs[k]) ||
                words.len > 20 * UTF8_HAN || !ends_in_event(rest) ||
                has_verb(rest) || !rule_is_typed(in, c->first, c->last))
                continue;
            diag_report(in->diags, &PROSE_VERB_LACKING,
                        rule_span(in, c->first, c->last), words);
        }
    }
}

/* ── fixed terms ── */

static const slice TERMS[] = {
    SLICE("国内生产总值"),       SLICE("地区生产总值"),
    SLICE("固定资产投资"),       SLICE("社会消费品零售总额"),
    SLICE("一般公共预算收入"),   SLICE("一般公共预算支出"),
    SLICE("规模以上工业增加值"), SLICE("规模以上工业企业"),
    SLICE("居民消费价格"),       SLICE("工业生产者出厂价格"),
    SLICE("常住人口城镇化率"),   SLICE("城镇调查失业率"),
    SLICE("高新技术企业"),       SLICE("科技型中小企业"),
    SLICE("基本养老保险"),       SLICE("基本医疗保险"),
    SLICE("房地产开发投资"),     SLICE("战略性新兴产业"),
    SLICE("居民人均可支配收入"), SLICE("货物进出口总额"),
    SLICE("技术合同成交额"),     SLICE("普通高等学校"),
    SLICE("政府性基金预算"),     SLICE("农林牧渔业总产值"),
};

/* What lacks a character of a term and is right. */
static const slice NO_TERMS[] = {
    SLICE("社会消费品零售额"), SLICE("农林牧渔总产值"),
    SLICE("农牧渔业总产值"),   SLICE("农林渔业总产值"),
    SLICE("农林牧业总产值"),   SLICE("农林牧渔业产值"),
    SLICE("政府基金预算"),
};

static bool
is_right(slice rest)
{
    return slice_starts_with_any(rest, NO_TERMS,
                                 sizeof NO_TERMS / sizeof *NO_TERMS);
}

/* Bytes of `rest` that are the term without one of its inner characters, or
 * with one of them twice; 0 when it is neither. */
static size_t
misspelt_length(slice rest, slice term)
{
    size_t same = 2 * UTF8_HAN;
    if (!slice_starts_with(rest, slice_cut(term, 0, same)))
        return 0;
    while (same < term.len && same < rest.len &&
           slice_equal(slice_cut(rest, same, same + UTF8_HAN),
                       slice_cut(term, same, same + UTF8_HAN)))
        same += UTF8_HAN;
    if (same + UTF8_HAN >= term.len)
        return 0;
    slice left = slice_cut(term, same + UTF8_HAN, term.len);
    if (slice_starts_with(slice_cut(rest, same, rest.len), left))
        return term.len - UTF8_HAN;
    slice again = slice_cut(term, same - UTF8_HAN, same);
    slice behind = slice_cut(rest, same, rest.len);
    left = slice_cut(term, same, term.len);
    bool is_again = slice_starts_with(behind, again) &&
                    slice_starts_with(slice_cut(behind, UTF8_HAN, behind.len),
                                      left);
    return is_again ? term.len + UTF8_HAN : 0;
}

void
rule_fixed_terms(const inspection *in)
{
    slice text = in->passage.text;
    for (size_t at = 0; at < text.len && rule_has_room(in);
         utf8_next(text, &at)) {
        slice rest = rest_at(in, at);
        for (size_t i = 0; i < sizeof TERMS / sizeof *TERMS; i++) {
            size_t len = misspelt_length(rest, TERMS[i]);
            if (len == 0 || is_right(rest) ||
                !rule_is_typed(in, at, at + len))
                continue;
            diag_report(in->diags, &PROSE_TERM_MISSPELT,
                        rule_span(in, at, at + len),
                        rule_text(in, at, at + len), TERMS[i]);
            break;
        }
    }
}
