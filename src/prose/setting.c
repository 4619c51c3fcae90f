#include "prose/setting.h"

#include "metrics/heading.h"
#include "prose/lexicon.h"
#include "prose/range.h"
#include "prose/rule.h"

#define BASIS_IN_DOLLARS 6

/* What the change is measured against, as its clause says; 0: nothing. */
int
setting_basis(const inspection *in, const claim *c)
{
    size_t at;
    const lexicon_word *word =
        lexicon_find(rule_lead(in, c), LEXICON_BASIS, &at);
    return word == NULL ? 0 : word->value;
}

/* 1—8月份 and 2022年1月至10月 are one period: figures joined by nothing else
 * than the words of a date. */
static bool
is_date_joint(slice between)
{
    static const slice joints[] = {
        SLICE("年"), SLICE("月"), SLICE("日"), SLICE("—"), SLICE("–"),
        SLICE("-"), SLICE("～"), SLICE("~"), SLICE("至"), SLICE("到"),
        SLICE("月至"), SLICE("月—"), SLICE("月-"), SLICE("年至"),
    };
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (slice_equal(slice_trim(between), joints[i]))
            return true;
    return false;
}

/* The figure with which the date starts that ends with figure k. */
static size_t
run_first(const inspection *in, size_t k)
{
    while (k > 0 &&
           is_date_joint(rule_text(in, in->figures.at[k - 1].last,
                                   in->figures.at[k].first)))
        k--;
    return k;
}

/* 高于上年水平, 比去年同期, 比一季度加快: the time is one that is compared with. */
static bool
is_compared(slice lead)
{
    return lexicon_end(lead, LEXICON_AGAINST) != NULL ||
           slice_ends_with(lead, SLICE_OF("高于")) ||
           slice_ends_with(lead, SLICE_OF("低于")) ||
           slice_ends_with(lead, SLICE_OF("快于")) ||
           slice_ends_with(lead, SLICE_OF("慢于"));
}

/* The last date in `lead`, whose figures are those before `end`. */
static slice
last_date(const inspection *in, slice lead, size_t end, bool is_against)
{
    const char *start = in->passage.text.at;
    for (size_t k = end; k-- > 0 && end - k < CLAIM_REACH;) {
        const figure *f = &in->figures.at[k];
        if (start + f->first < lead.at)
            break;
        if (f->sort != FIGURE_DATE)
            continue;
        k = run_first(in, k);
        slice run = rule_text(in, in->figures.at[k].first, f->last);
        slice before = rule_text(in, 0, in->figures.at[k].first);
        if (is_compared(before) == is_against)
            return run;
    }
    return (slice){NULL, 0};
}

/* The last period named in `lead`: of those that are compared with, or of the
 * others. 当月 says nothing beside 12月份. */
static slice
last_period(const inspection *in, slice lead, size_t end, bool is_against)
{
    slice found = {NULL, 0};
    for (size_t from = 0, at; from < lead.len;) {
        const lexicon_word *word = lexicon_find(
            slice_cut(lead, from, lead.len), LEXICON_PERIOD, &at);
        if (word == NULL)
            break;
        size_t first = from + at;
        from = first + word->text.len;
        if (is_compared(slice_cut(lead, 0, first)) == is_against)
            found = slice_cut(lead, first, from);
    }
    slice date = last_date(in, lead, end, is_against);
    bool is_later = found.len == 0 || date.at > found.at ||
                    slice_starts_with(found, SLICE_OF("当"));
    if (date.len > 0 && !is_later && slice_is(found, "平均"))
        return (slice){date.at, /* 3月全市平均降水量 */
                       (size_t)(found.at - date.at) + found.len};
    return date.len > 0 && is_later ? date : found;
}

/* Sentences whose first words may tell the period of a later one. */
#define PERIOD_BACK 12

/* Lines of a list that a line ending in ： leads, at most. */
#define LED_LINES 12

/* Where the line before the one at `line` starts. */
static size_t
line_before(slice text, size_t line)
{
    size_t at = line - 1;
    while (at > 0 && text.at[at - 1] != '\n')
        at--;
    return at;
}

/* 其中： above a list: the period of the last level before it, which the lines
 * of the list go on with. `first` is a byte of one of them. */
static slice
period_led(const inspection *in, size_t i, size_t first)
{
    slice text = in->passage.text;
    size_t line = first;
    while (line > 0 && text.at[line - 1] != '\n')
        line--;
    for (int back = 0; back < LED_LINES && line > 0; back++) {
        size_t end = line - 1;
        line = line_before(text, line);
        slice s = slice_trim(slice_cut(text, line, end));
        if (s.len == 0)
            break;
        if (!slice_ends_with(s, SLICE_OF("：")) &&
            !slice_ends_with(s, SLICE_OF(":")))
            continue;
        for (size_t k = i; k-- > 0 && in->figures.at[k].first >= line;) {
            const claim *c = &in->claims.at[k];
            if (c->figure->last <= end && c->kind == CLAIM_LEVEL &&
                !c->is_aside && !c->is_base)
                return last_period(in, rule_sentence_lead(in, c), k, false);
        }
        break;
    }
    return (slice){NULL, 0};
}

/* 上年同期 is of its sentence only. */
static bool
is_same_time_then(const inspection *in, slice period)
{
    slice text = in->passage.text;
    size_t end = period.len == 0
                     ? text.len
                     : (size_t)(period.at - text.at) + period.len;
    return slice_starts_with(slice_cut(text, end, text.len),
                             SLICE_OF("同期"));
}

/* The period named in front of the first figure of the sentence that is made
 * of clauses `first` to `last`: 经核算，前三季度，全市生产总值…. *figure_end is moved
 * before it. */
static slice
period_opening(const inspection *in, size_t first, size_t last,
               size_t *figure_end)
{
    const clause *at = in->clauses.at;
    slice sentence = rule_text(in, at[first].first, at[last].last);
    size_t end = at[last].last, k = *figure_end;
    while (k > 0 && in->figures.at[k - 1].first >= at[last].last)
        k--;
    for (; k > 0 && in->figures.at[k - 1].first >= at[first].first; k--)
        if (in->claims.at[k - 1].kind != CLAIM_NONE)
            end = in->figures.at[k - 1].first;
    for (*figure_end = k; *figure_end < in->figures.n &&
                          in->figures.at[*figure_end].first < end;)
        ++*figure_end;
    slice found = last_period(in, rule_text(in, at[first].first, end),
                              *figure_end, false);
    return season_is_listed(sentence) || is_same_time_then(in, found)
               ? (slice){NULL, 0}
               : found;
}

/* The period with which an earlier sentence of the paragraph starts. */
static slice
period_before(const inspection *in, size_t i)
{
    const clause *at = in->clauses.at;
    size_t c = in->claims.at[i].clause, figure_end = i;
    for (int back = 0; back < PERIOD_BACK; back++) {
        size_t sentence = at[c].sentence;
        while (c > 0 && at[c - 1].sentence == sentence)
            c--;
        slice between = c == 0 ? SLICE_OF("\n")
                               : rule_text(in, at[c - 1].last, at[c].first);
        if (slice_find(between, SLICE_OF("\n")) < between.len)
            return period_led(in, i, at[c].first);
        size_t first = c - 1;
        while (first > 0 && at[first - 1].sentence == at[c - 1].sentence)
            first--;
        slice found = period_opening(in, first, c - 1, &figure_end);
        if (found.len > 0)
            return found;
        c = first;
    }
    return (slice){NULL, 0};
}

static slice
period_of(const inspection *in, size_t i)
{
    slice own =
        last_period(in, rule_sentence_lead(in, &in->claims.at[i]), i, false);
    return own.len > 0 ? own : period_before(in, i);
}

/* 8420万美元 only has it for its unit. */
static bool
is_priced_in_dollars(slice s)
{
    static const slice units[] = {SLICE("万"), SLICE("亿"), SLICE("千")};
    const slice word = SLICE_OF("美元");
    for (size_t at; (at = slice_find(s, word)) < s.len;
         s = slice_skip(s, at + word.len)) {
        bool is_digit = at > 0 && s.at[at - 1] >= '0' && s.at[at - 1] <= '9';
        if (!is_digit && !slice_ends_with_any(slice_cut(s, 0, at), units,
                                              sizeof units / sizeof *units))
            return true;
    }
    return false;
}

/* 按美元计价，…: the clauses behind it are in that money; else the change is
 * against the year before. */
static int
currency_basis(const inspection *in, const claim *c)
{
    return is_priced_in_dollars(rule_sentence_lead(in, c))
                   ? BASIS_IN_DOLLARS
                   : SETTING_YEAR_BEFORE;
}

/* Where the run of sentences joined by ； starts that holds the claim. */
static size_t
run_start(const inspection *in, const claim *c)
{
    const clause *at = in->clauses.at;
    size_t own = c->clause;
    for (int back = 0; own > 0 && back < 8 * PERIOD_BACK; back++, own--) {
        slice mark = rule_text(in, at[own - 1].last, at[own].first);
        bool is_new = at[own - 1].sentence != at[own].sentence;
        if (is_new && !slice_is(mark, "；") && !slice_is(mark, ";"))
            break;
    }
    return at[own].first;
}

static int
last_basis(slice s)
{
    int basis = 0;
    const lexicon_word *word;
    for (size_t at; (word = lexicon_find(s, LEXICON_BASIS, &at)) != NULL;
         s = slice_cut(s, at + word->text.len, s.len))
        basis = word->value;
    return basis;
}

/* 环比上涨0.6%。其中，城市上涨0.6%；食品价格上涨1.6%: what its clause does not say
 * is said before in the run, or in the sentence that 其中 goes on from. */
static int
basis_before(const inspection *in, const claim *c)
{
    size_t first = run_start(in, c);
    slice run = rule_text(in, first, c->figure->first);
    int basis = last_basis(clause_near_end(run));
    size_t k = clause_at(&in->clauses, first);
    if (basis > 0 || k == 0 || k == in->clauses.n ||
        !slice_starts_with(slice_trim(run), SLICE_OF("其中")))
        return basis;
    const clause *before = &in->clauses.at[k - 1];
    return last_basis(clause_near_end(rule_text(
            in, before->sentence_first, before->sentence_last)));
}

/* 今年的主要预期目标是：…；…: all of the run is wanted. */
static bool
is_goal(const inspection *in, const claim *c)
{
    size_t at;
    slice start = clause_near_start(
        rule_text(in, run_start(in, c), c->figure->first));
    return lexicon_find(start, LEXICON_GOAL, &at) != NULL ||
           lexicon_find(rule_sentence_lead(in, c), LEXICON_GOAL, &at) != NULL;
}

/* ── by what way it is reckoned ── */

/* 若剔除…, 如按…: what is only supposed. */
static slice
without_supposing(slice s)
{
    static const slice words[] = {SLICE("如果"), SLICE("如"), SLICE("若")};
    return slice_without_start(s, words, sizeof words / sizeof *words);
}

/* What is left out of what is told: 扣除房地产开发投资. */
static bool
is_without(slice s)
{
    static const slice starts[] = {SLICE("扣除"), SLICE("剔除"),
                                   SLICE("不含"), SLICE("不包括"),
                                   SLICE("不考虑")};
    s = without_supposing(s);
    return slice_starts_with_any(s, starts, sizeof starts / sizeof *starts);
}

static bool
is_way(slice s)
{
    static const slice starts[] = {SLICE("按"), SLICE("从"), SLICE("现价"),
                                   SLICE("可比"), SLICE("不变价"),
                                   SLICE("同口径")};
    static const slice ends[] = {SLICE("计算"), SLICE("看"), SLICE("分"),
                                 SLICE("口径"), SLICE("计"),
                                 SLICE("口径下")};
    bool is_begun = false;
    s = without_supposing(s);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        is_begun = is_begun || slice_starts_with(s, starts[i]);
    for (size_t i = 0; is_begun && i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(s, ends[i]))
            return true;
    return false;
}

/* The last clause of the sentence before the figure's that starts with 按 or
 * 从 and ends in 计算, 看, 分 or 口径; or the one right before it, or its own,
 * that leaves something out. */
static slice
way_of(const inspection *in, const claim *c)
{
    const clause *at = in->clauses.at;
    slice own = slice_trim(rule_lead(in, c));
    if (is_without(own))
        return own;
    for (size_t k = c->clause; k > 0 && c->clause - k < PERIOD_BACK; k--) {
        if (at[k - 1].sentence != at[c->clause].sentence)
            break;
        slice s = slice_trim(rule_text(in, at[k - 1].first, at[k - 1].last));
        if (is_way(s) || (k == c->clause && is_without(s)))
            return s;
    }
    return (slice){NULL, 0};
}

bool
setting_is_recounted(setting own)
{
    return slice_has(own.way, "口径");
}

bool
setting_leaves_out(setting own)
{
    return is_without(own.way);
}

/* ── what a paragraph is labelled with ── */

/* A paragraph that goes on longer before the figure has no label. */
#define LABEL_BACK 3000
#define LABEL_MOST 12 /* characters */

static slice
paragraph_lead(const inspection *in, const claim *c)
{
    slice text = in->passage.text;
    size_t end = c->figure->first, at = end;
    while (at > 0 && end - at < LABEL_BACK && text.at[at - 1] != '\n')
        at--;
    bool is_whole = at == 0 || text.at[at - 1] == '\n';
    return is_whole ? slice_cut(text, at, end) : (slice){NULL, 0};
}

/* 1. and （一） and · in front of an item. */
static slice
without_number(slice s)
{
    static const slice ends[] = {SLICE("）"), SLICE(")"), SLICE("、"),
                                 SLICE("．"), SLICE(".")};
    slice start = slice_cut(s, 0, strlen("（十二）"));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = slice_find(start, ends[i]);
        if (at < start.len)
            return slice_trim(slice_cut(s, at + ends[i].len, s.len));
    }
    return slice_trim(s);
}

/* 消费市|场, 开发区|域: the kind of district begins another word. */
static bool
goes_on(slice rest)
{
    static const slice next[] = {
        SLICE("场"), SLICE("政"), SLICE("民"), SLICE("级"), SLICE("域"),
        SLICE("间"), SLICE("委"), SLICE("直"), SLICE("容"), SLICE("值"),
        SLICE("居"), SLICE("村"),
    };
    return slice_starts_with_any(rest, next, sizeof next / sizeof *next);
}

static bool
may_be_district(slice s)
{
    static const slice not_first[] = {
        SLICE("全"), SLICE("我"), SLICE("本"), SLICE("各"), SLICE("地"),
        SLICE("从"), SLICE("在"), SLICE("据"), SLICE("由"), SLICE("对"),
        SLICE("向"), SLICE("城"), SLICE("乡"),
    };
    for (size_t i = 0; i < sizeof not_first / sizeof *not_first; i++)
        if (slice_starts_with(s, not_first[i]))
            return false;
    return true;
}

/* 江北区 at the start: three or four characters that end in a kind of
 * district; 全市, 我县 and 地区 are none. */
static slice
district_at(slice s)
{
    static const slice kinds[] = {SLICE("县"), SLICE("区"), SLICE("市"),
                                  SLICE("镇"), SLICE("乡"), SLICE("州")};
    const size_t han = strlen("一");
    for (size_t n = 2; n <= 4 && may_be_district(s); n++) {
        slice name = slice_cut(s, 0, n * han);
        slice rest = slice_cut(s, n * han, s.len);
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if (slice_ends_with(name, kinds[i]) && !goes_on(rest) &&
                !slice_ends_with(name, SLICE_OF("地区")))
                return name;
    }
    return (slice){NULL, 0};
}

/* - 甲公司2025年上半年…: an item that opens with whose figures they are. */
static slice
body_at(slice s)
{
    size_t first, at;
    slice none = {NULL, 0};
    if (!slice_starts_with(s, SLICE_OF("- ")))
        return none;
    s = slice_trim(slice_cut(s, 1, s.len));
    for (first = 0; first < s.len; first++)
        if (s.at[first] >= '0' && s.at[first] <= '9')
            break;
    slice name = slice_cut(s, 0, first);
    bool is_whose = name.len >= 2 * strlen("一") && first < s.len &&
                    lexicon_find(name, LEXICON_SCOPE, &at) == NULL &&
                    lexicon_find(name, LEXICON_PERIOD, &at) == NULL &&
                    lexicon_end(name, LEXICON_INDICATOR) == NULL;
    return is_whose ? name : none;
}

/* 国新办7月13日消息：… names nobody whose figures they are. */
static bool
is_dispatch(slice s)
{
    static const slice ends[] = {SLICE("消息"), SLICE("讯"),   SLICE("电"),
                                 SLICE("报道"), SLICE("获悉"), SLICE("显示")};
    return slice_ends_with_any(s, ends, sizeof ends / sizeof *ends);
}

static slice
label_of(const inspection *in, const claim *c)
{
    slice s = without_number(slice_trim(paragraph_lead(in, c)));
    slice start = slice_cut(s, 0, LABEL_MOST * strlen("一"));
    size_t wide = slice_find(start, SLICE_OF("："));
    size_t narrow = slice_find(start, SLICE_OF(":"));
    size_t at = wide < narrow ? wide : narrow;
    if (at < start.len && !is_dispatch(slice_cut(s, 0, at)))
        return slice_cut(s, 0, at);
    slice body = body_at(start);
    return body.len > 0 ? body : district_at(s);
}

/* In its clause, else in that of the level whose growth it is; 国内生产总值 is
 * the country's. */
static slice
scope_of(const inspection *in, const claim *c)
{
    size_t at;
    const lexicon_word *word = lexicon_find(rule_lead(in, c), LEXICON_SCOPE,
                                            &at);
    if (word == NULL && c->level != CLAIM_OF_NOTHING)
        word = lexicon_find(rule_lead(in, &in->claims.at[c->level]),
                            LEXICON_SCOPE, &at);
    slice scope = word == NULL ? (slice){NULL, 0} : word->text;
    bool is_national = slice_is(scope, "我国") ||
                       (scope.len == 0 && slice_has(c->subject, "国内"));
    return is_national ? SLICE_OF("全国") : scope;
}

/* 比2019年增长 of a figure of 2023: a base of its own, as is an earlier stretch
 * of one year. 0: the year before, or none that is named. */
static int
far_basis(const inspection *in, setting own)
{
    season base, time;
    setting then = own;
    then.period = own.against;
    if (!setting_season(in, then, &base))
        return 0;
    bool is_season = setting_season(in, own, &time);
    int year = is_season ? time.year : in->year;
    bool is_other = is_season &&
                    (time.first != base.first || time.last != base.last);
    if (base.year == year && is_other)
        return SETTING_SEQUENTIAL;
    return base.year == year || base.year + 1 == year ? 0 : base.year;
}

/* What its clause compares with, or 与一季度相比， before it in the sentence. */
static slice
against_of(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice own = last_period(in, rule_lead(in, c), i, true);
    slice lead = rule_sentence_lead(in, c);
    size_t end = slice_find(lead, SLICE_OF("相比"));
    return own.len > 0 || end == lead.len ? own
                                          : last_period(in, lead, i, true);
}

static setting
read_setting(const inspection *in, size_t i)
{
    setting s = {.period = period_of(in, i),
                 .basis = setting_basis(in, &in->claims.at[i])};
    if (s.basis == 0 && basis_before(in, &in->claims.at[i]) ==
                                SETTING_SEQUENTIAL)
        s.basis = SETTING_SEQUENTIAL;
    if (s.basis <= SETTING_YEAR_BEFORE)
        s.basis = currency_basis(in, &in->claims.at[i]);
    s.against = against_of(in, i);
    int far = far_basis(in, s);
    if (s.basis == SETTING_YEAR_BEFORE && far > 0)
        s.basis = far;
    s.scope = scope_of(in, &in->claims.at[i]);
    s.way = way_of(in, &in->claims.at[i]);
    s.label = label_of(in, &in->claims.at[i]);
    s.is_goal = is_goal(in, &in->claims.at[i]);
    return s;
}

typedef struct setting_memo {
    bool is_known;
    setting own;
} setting_memo;

struct setting_memo *
setting_memo_new(arena *a, size_t n_claims)
{
    return ARENA_ARRAY(a, n_claims, setting_memo);
}

setting
setting_from_claim(const inspection *in, size_t i)
{
    setting_memo *memo = &in->settings[i];
    if (!memo->is_known)
        *memo = (setting_memo){true, read_setting(in, i)};
    return memo->own;
}

/* 2021—2025年: a year joined to another. */
static bool
has_joined_years(slice s)
{
    const size_t digits = strlen("2021"), year = strlen("2025年");
    for (size_t at = 0, sign; at < s.len; at += sign > 0 ? sign : 1) {
        sign = range_sign_start(slice_cut(s, at, s.len));
        slice before = slice_cut(s, 0, at);
        slice behind = slice_cut(s, at + sign, s.len);
        if (slice_ends_with(before, SLICE_OF("年")))
            before = slice_cut(before, 0, at - strlen("年"));
        jb_period first, last;
        if (sign > 0 && before.len >= digits && behind.len >= year &&
            period_parse(slice_cut(before, before.len - digits, before.len),
                         &first) &&
            period_parse(slice_cut(behind, 0, year), &last))
            return true;
    }
    return false;
}

bool
setting_spans_years(const inspection *in, const claim *c)
{
    static const slice spans[] = {
        SLICE("年来"), SLICE("两年"), SLICE("三年"), SLICE("四年"),
        SLICE("五年"), SLICE("十年"), SLICE("年间"), SLICE("规划"),
        SLICE("五”期间"), SLICE("五”时期"), SLICE("五”以来"),
        SLICE("五”前")};
    slice lead = rule_sentence_lead(in, c);
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
        if (slice_find(lead, spans[i]) < lead.len)
            return true;
    return has_joined_years(lead);
}

slice
setting_whole_period(const inspection *in, setting own)
{
    const size_t year = strlen("2024年");
    if (own.period.len == 0)
        return own.period;
    size_t at = (size_t)(own.period.at - in->passage.text.at);
    slice before = rule_text(in, at < year ? 0 : at - year, at);
    bool has_year = before.len == year &&
                    slice_ends_with(before, SLICE_OF("年")) &&
                    before.at[0] >= '1' && before.at[0] <= '9';
    return has_year ? (slice){before.at, year + own.period.len} : own.period;
}

/* What is told of the country or the province stands beside the text's own. */
static bool
is_wide(slice scope)
{
    return slice_is(scope, "全国") || slice_is(scope, "全省");
}

/* Figures before it among which the year of its paragraph is looked for. */
#define YEAR_BACK 24

/* 2025年共办理346.7万件；全年批准逮捕66.4万人: the year told last before byte `at`
 * in the paragraph as the text's own; else that of the text. */
static int
year_before(const inspection *in, size_t at)
{
    size_t low = 0, high = in->figures.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (in->figures.at[middle].first < at)
            low = middle + 1;
        else
            high = middle;
    }
    slice text = in->passage.text;
    for (size_t k = low; k-- > 0 && low - k < YEAR_BACK;) {
        const figure *f = &in->figures.at[k];
        int64_t year = f->quantity.value.coefficient;
        if (slice_has(slice_cut(text, f->last, at), "\n"))
            break;
        if (f->sort == FIGURE_DATE && year >= 1900 && year < 2200 &&
            slice_has(slice_cut(text, f->digits, f->last + strlen("年")),
                      "年") &&
            season_is_own_year(text, f))
            return (int)year;
    }
    return in->year;
}

bool
setting_season(const inspection *in, setting own, season *out)
{
    slice text = in->passage.text, first = SLICE_OF("前");
    slice whole = setting_whole_period(in, own);
    if (whole.len == 0)
        return false;
    size_t at = (size_t)(whole.at - text.at);
    if (slice_ends_with(slice_cut(text, 0, at), first))
        at -= first.len; /* 前|7个月 */
    if (!season_read(slice_cut(text, at, text.len), out))
        return false;
    if (out->year == 0)
        out->year = year_before(in, at);
    return true;
}

bool
setting_period(const inspection *in, setting own, jb_period base,
               jb_period *out)
{
    season told;
    if (setting_season(in, own, &told))
        return period_parse(season_text(in->arena, told, base.last_year),
                            out);
    return heading_period(in->arena, setting_whole_period(in, own), base,
                          out);
}

int
setting_months(const inspection *in, setting own)
{
    season time;
    return setting_season(in, own, &time) && time.first == 1 ? time.last : 0;
}

int64_t
setting_year_end(const inspection *in, setting own)
{
    const size_t digits = strlen("2022");
    size_t at = (size_t)(own.period.at - in->passage.text.at);
    slice before = rule_text(in, at < digits ? 0 : at - digits, at);
    jb_decimal year;
    bool is_end = slice_starts_with(own.period, SLICE_OF("年"));
    return is_end && before.len == digits && decimal_parse(before, &year) &&
                   year.scale == 0
               ? year.coefficient
               : 0;
}

/* 2022年末 and 2023年末 are two times, by one word. */
static bool
is_one_year_end(const inspection *in, setting a, setting b)
{
    int64_t x = setting_year_end(in, a), y = setting_year_end(in, b);
    return x == y || x == 0 || y == 0;
}

bool
setting_is_one_time(const inspection *in, setting a, setting b)
{
    season x, y;
    if (!setting_season(in, a, &x) || !setting_season(in, b, &y))
        return slice_equal(a.period, b.period) && is_one_year_end(in, a, b);
    bool is_one_year = x.year == y.year || x.year == 0 || y.year == 0;
    return is_one_year && x.first == y.first && x.last == y.last;
}

bool
setting_may_be_one_time(const inspection *in, setting a, setting b)
{
    return a.period.len == 0 || b.period.len == 0 ||
           setting_is_one_time(in, a, b);
}

bool
setting_is_same(const inspection *in, setting a, setting b)
{
    bool is_scope_known = (a.scope.len > 0 && b.scope.len > 0) ||
                          is_wide(a.scope) || is_wide(b.scope);
    bool is_way_known = (a.way.len > 0 && b.way.len > 0) ||
                        is_without(a.way) || is_without(b.way) ||
                        setting_is_recounted(a) || setting_is_recounted(b);
    if (is_way_known && !slice_equal(a.way, b.way))
        return false;
    return setting_is_one_time(in, a, b) && a.basis == b.basis &&
           a.is_goal == b.is_goal && slice_equal(a.label, b.label) &&
           (!is_scope_known || slice_equal(a.scope, b.scope));
}
