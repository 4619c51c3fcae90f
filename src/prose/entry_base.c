/* What changes are told against: 同比, 环比, 比年初, 比2019年, 十年来. */
#include "base/utf8.h"
#include "prose/gathering.h"
#include "prose/lexicon.h"

/* 较全省增速高1.9个百分点, 比全省和全国分别高: from another's figure. */
static bool
is_distance(slice lead)
{
    static const slice ends[] = {SLICE("高"), SLICE("低"), SLICE("快"),
                                 SLICE("慢"), SLICE("多"), SLICE("少")};
    lead = slice_trim(lead);
    bool is_of_place = slice_has(lead, "全国") || slice_has(lead, "全省") ||
                       slice_has(lead, "全市") || slice_has(lead, "全区") ||
                       slice_has(lead, "总体") || slice_has(lead, "整体");
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(lead, ends[i]))
            return is_of_place;
    return is_of_place && slice_has(lead, "分别高");
}

/* 较一季度, 比上半年: against another stretch of the year. */
static bool
is_of_stretch(slice words)
{
    static const slice marks[] = {SLICE("比"), SLICE("较")};
    season base;
    for (size_t at = 0; at + 4 < words.len; at++)
        for (size_t k = 0; k < 2; k++) {
            slice rest = slice_cut(words, at, words.len);
            if (slice_starts_with(rest, marks[k]) &&
                season_read(slice_cut(rest, UTF8_HAN, rest.len), &base) &&
                base.year == 0)
                return true;
        }
    return false;
}

/* 比上年末 is not 比上年. */
against
gathering_against(slice lead)
{
    static const char *const others[] = {
        "常年", "历年", "多年平均", "年初", "上年末", "去年末", "上年底", "去年底", "年均", "两年平均",
        "平均水平", "全省平均", "全国平均", "临界点",
        "目标", "预期", "月末"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_has(lead, others[i]))
            return AGAINST_OTHER;
    if (is_distance(lead) || season_has_years(lead) || is_of_stretch(lead))
        return AGAINST_OTHER;
    bool is_period = slice_has(lead, "环比") || slice_has(lead, "上月") ||
                     slice_has(lead, "上季") || slice_has(lead, "上周");
    return is_period ? AGAINST_PERIOD : AGAINST_YEAR;
}

static bool
says_base(slice lead)
{
    size_t at;
    return lexicon_find(lead, LEXICON_BASIS, &at) != NULL ||
           lexicon_find(lead, LEXICON_VERSUS, &at) != NULL ||
           season_has_years(lead) || is_of_stretch(lead);
}

/* 2019年, and that of 2020年底, which is no season. */
static bool
read_year(slice s, season *base)
{
    if (season_read(s, base))
        return base->year > 0;
    int year = 0;
    size_t n = 0;
    for (; n < s.len && n < 4 && s.at[n] >= '0' && s.at[n] <= '9'; n++)
        year = 10 * year + (s.at[n] - '0');
    base->year = year;
    return n == 4 && year >= 1900 && year < 2200 &&
           slice_starts_with(slice_cut(s, n, s.len), SLICE_OF("年"));
}

/* 2019年 of 比2019年同期增长, 与2019年相比; whether one is told in `words`. */
static bool
base_year(slice words, season *base)
{
    static const slice marks[] = {SLICE("比"), SLICE("较"), SLICE("与")};
    for (size_t at = 0; at + 4 < words.len; at++)
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
            slice rest = slice_cut(words, at, words.len);
            if (slice_starts_with(rest, marks[k]) &&
                read_year(slice_cut(rest, UTF8_HAN, rest.len), base))
                return true;
        }
    return false;
}

/* 与2019年同期相比， in front of the clause of `c`, or nothing. */
static slice
compared_before(const gathering *g, const claim *c)
{
    slice none = {NULL, 0};
    for (size_t k = c->clause; k-- > 0 && c->clause - k < CLAIM_REACH;) {
        const clause *own = &g->naming.clauses->at[k];
        slice words = slice_trim(
                slice_cut(g->naming.text, own->first, own->last));
        if (own->sentence != c->sentence)
            break;
        if (slice_ends_with(words, SLICE_OF("相比")))
            return words;
    }
    return none;
}

/* 比2012年增长26.2%: of the year before only where that is the year. */
static bool
is_of_other_year(const gathering *g, const claim *c)
{
    slice lead = gathering_lead(g, c);
    season base = {0}, own;
    bool is_told = base_year(lead, &base) ||
                   (!says_base(lead) &&
                    base_year(compared_before(g, c), &base));
    bool has_time = season_of_claim(g->naming.text, g->naming.clauses, c,
                                    &own);
    int year = has_time && own.year > 0 ? own.year : g->year;
    return is_told && year > 0 && base.year != year - 1;
}

/* 十年来，…，翻了一番: a clause of the sentence opens with its years, and that of
 * the change says no other base. */
static bool
is_of_years(const gathering *g, const claim *c)
{
    slice since = SLICE_OF("来");
    for (size_t k = c->clause + 1;
         k-- > 0 && c->clause - k < CLAIM_REACH;) {
        const clause *own = &g->naming.clauses->at[k];
        slice words = slice_trim(
                slice_cut(g->naming.text, own->first, own->last));
        if (own->sentence != c->sentence)
            break;
        size_t n = season_years_len(words);
        if (n > 0 && slice_ends_with(slice_cut(words, 0, n), since))
            return !says_base(gathering_lead(g, c));
    }
    return false;
}

/* 比年初增加312.6亿元，增长8.0%: what says no base has that of the change
 * before it. */
against
gathering_base(const gathering *g, size_t i)
{
    size_t k = i;
    bool is_said = says_base(gathering_lead(g, gathering_claim(g, i)));
    while (!is_said && k > 0 && i - k < CLAIM_REACH) {
        const claim *before = gathering_claim(g, k - 1);
        bool is_change = before->kind == CLAIM_RATE ||
                         before->kind == CLAIM_POINTS ||
                         before->kind == CLAIM_CHANGE;
        if (!is_change ||
            before->sentence != gathering_claim(g, i)->sentence)
            break;
        k--;
        /* What a clause says early its later figures have seen. */
        if (before->clause != gathering_claim(g, k + 1)->clause)
            is_said = says_base(gathering_lead(g, before));
    }
    const claim *c = gathering_claim(g, k);
    const clause *own = &g->naming.clauses->at[c->clause];
    slice sentence = slice_cut(g->naming.text, own->sentence_first,
                               c->figure->first);
    if (slice_starts_with(slice_trim(sentence), SLICE_OF("从环比看")))
        return AGAINST_PERIOD;
    return is_of_other_year(g, c) || is_of_years(g, c)
                   ? AGAINST_OTHER
                   : gathering_against(gathering_lead(g, c));
}
