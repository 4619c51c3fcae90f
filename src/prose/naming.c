#include "prose/naming.h"

#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/naming_parts.h"
#include "prose/range.h"
#include "prose/season.h"

/* Characters of a name, at most. */
#define NAME_MOST 28

/* ── from what stands before the figure ── */

static bool
is_list(slice s)
{
    return slice_has(s, "、") || slice_ends_with(s, SLICE_OF("等"));
}

bool
naming_is_generic(slice name)
{
    for (size_t i = 0; i < lexicon_count(LEXICON_GENERIC); i++)
        if (slice_equal(name, lexicon_at(LEXICON_GENERIC, i)->text))
            return true;
    return false;
}

static bool
is_counted(slice s)
{
    const lexicon_word *noun = lexicon_start(s, LEXICON_COUNTED);
    return noun != NULL && noun->text.len == s.len;
}

/* 5月2日, 5月2日达到 */
static bool
is_day(slice s)
{
    return s.len > 0 && s.at[0] >= '0' && s.at[0] <= '9' && slice_has(s, "月") &&
           slice_has(s, "日");
}

/* ）和全国（ and 为22.5%和 are pieces of what stands between figures. */
bool
naming_is_broken(slice s)
{
    bool is_open = slice_has(s, "（") && !slice_has(s, "）");
    bool is_closed = slice_has(s, "）") && !slice_has(s, "（");
    return is_open || is_closed || slice_starts_with(s, SLICE_OF("）")) ||
           slice_has(s, "%") || slice_starts_with(s, SLICE_OF("为")) ||
           is_day(s) ||
           slice_ends_with(s, SLICE_OF(".")); /* of a row: 收益率 1.41 减少 */
}

bool
naming_is_initials(slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < 'A' || s.at[i] > 'Z')
            return false;
    return s.len >= 3;
}

static bool
is_name(slice s)
{
    season time;
    if (season_read(s, &time) && time.len == s.len)
        return false;
    bool is_long = s.len >= 2 * UTF8_HAN || naming_is_initials(s);
    return is_long && s.len <= NAME_MOST * UTF8_HAN && !is_counted(s) &&
           !naming_is_broken(s);
}

/* 33家|企业争取省“科技贷”项目41项: who did it goes before what was done. */
static slice
without_doer(slice s)
{
    const lexicon_word *noun = lexicon_start(s, LEXICON_COUNTED);
    if (noun != NULL && naming_deed_len(slice_skip(s, noun->text.len)) > 0)
        return slice_skip(s, noun->text.len);
    return s;
}

/* 每百元营业收入中的成本 has a figure in its name. */
static slice
rate_base(const naming *n, const claim *c)
{
    const claim *before = c - 1;
    slice each = SLICE_OF("每");
    if (c == n->claims->at || before->clause != c->clause ||
        before->figure->first < each.len ||
        !slice_ends_with(slice_cut(n->text, 0, before->figure->first), each))
        return (slice){NULL, 0};
    return slice_cut(n->text, before->figure->first - each.len,
                     c->figure->first);
}

/* 热线中心|共受理诉求: who did it is said once. */
static slice
without_agent(slice s)
{
    slice all = SLICE_OF("共");
    for (size_t at = 2 * UTF8_HAN; at < s.len; at++) {
        slice rest = slice_skip(s, at);
        if (slice_starts_with(rest, all) &&
            naming_deed_len(slice_skip(rest, all.len)) > 0)
            return slice_skip(rest, all.len);
    }
    return s;
}

/* 705座大型水库|和|3729座中型水库: what joins two figures is no name. */
static bool
is_joint_end(slice s)
{
    static const slice joints[] = {SLICE("和"), SLICE("及"), SLICE("与"),
                                   SLICE("、")};
    if (slice_ends_with(s, SLICE_OF("总和")) ||
        slice_ends_with(s, SLICE_OF("之和")))
        return false;
    return slice_ends_with_any(s, joints, sizeof joints / sizeof *joints);
}

static slice
subject_of(const naming *n, const claim *c)
{
    slice base = rate_base(n, c);
    if (base.len > 0)
        return naming_without_tails(base);
    if (is_joint_end(c->subject) && c > n->claims->at &&
        (c - 1)->clause == c->clause)
        return (slice){NULL, 0};
    if (slice_is(c->subject, "每年") || slice_is(c->subject, "每月"))
        return (slice){NULL, 0}; /* 每年约5万名毕业生 */
    return naming_of_words(n, without_agent(c->subject));
}

/* 进出口连续三年 without its years. */
static slice
without_run(slice s)
{
    slice run = SLICE_OF("连续");
    size_t at = slice_find(s, run);
    bool is_run = at < s.len && season_years_len(slice_skip(s, at)) > 0;
    return is_run ? slice_cut(s, 0, at) : s;
}

/* 粮食播种面积较2016年, 预期指数比上月 without what is compared with. */
static slice
without_base(slice s)
{
    static const slice times[] = {SLICE("上"), SLICE("去年"), SLICE("年初"),
                                  SLICE("一季度"), SLICE("同期"),
                                  SLICE("1"), SLICE("2")};
    for (size_t at = 2 * UTF8_HAN; at + UTF8_HAN < s.len; at++) {
        slice here = slice_skip(s, at), rest = slice_skip(here, UTF8_HAN);
        slice until = slice_cut(s, 0, at);
        bool is_mark = (slice_starts_with(here, SLICE_OF("较")) ||
                        slice_starts_with(here, SLICE_OF("比"))) &&
                       !slice_ends_with(until, SLICE_OF("同")) &&
                       !slice_ends_with(until, SLICE_OF("占"));
        for (size_t i = 0; is_mark && i < sizeof times / sizeof *times; i++)
            if (slice_starts_with(rest, times[i]))
                return slice_cut(s, 0, at);
    }
    return s;
}

slice
naming_of_words(const naming *n, slice words)
{
    slice s = naming_without_tails(naming_without_heads(slice_trim(words)));
    s = without_base(without_run(naming_bare(without_doer(s))));
    return naming_closed_up(n->arena, naming_without_tails(s));
}

/* ── from what follows the figure ── */

static size_t
clause_end(const naming *n, const claim *c)
{
    return n->clauses->at[c->clause].last;
}

static const claim *
next_in_clause(const naming *n, const claim *c)
{
    const claim *next = c + 1;
    bool is_near = next < n->claims->at + n->claims->n &&
                   next->clause == c->clause;
    return is_near ? next : NULL;
}

/* Up to the next figure, or over it when nothing but a verb stands before:
 * 33家|企业获得41笔“科技贷”融资支持. */
static slice
object_words(const naming *n, const claim *c)
{
    const claim *next = next_in_clause(n, c);
    size_t last = clause_end(n, c);
    if (next == NULL)
        return slice_trim(clause_near_start(
                slice_cut(n->text, c->figure->last, last)));
    slice near = slice_trim(
            slice_cut(n->text, c->figure->last, next->figure->first));
    const lexicon_word *noun = lexicon_start(near, LEXICON_COUNTED);
    const lexicon_word *deed = lexicon_end(near, LEXICON_DEED);
    bool is_open = noun != NULL && deed != NULL &&
                   noun->text.len + deed->text.len == near.len;
    if (!is_open)
        return near;
    slice rest = clause_near_start(
            slice_cut(n->text, next->figure->last, last));
    return slice_join(n->arena, near, rest);
}

/* 行业生产|实现增长: what became of the noun is of its name. */
static bool
is_outcome(slice s)
{
    slice done = SLICE_OF("实现");
    return slice_starts_with(s, done) &&
           lexicon_start(slice_skip(s, done.len), LEXICON_CHANGE) != NULL;
}

/* Where the noun ends: at a mark, at 的 or at a verb behind a noun that is
 * long enough to say something. */
static slice
noun_of(slice s)
{
    size_t at = 0;
    while (at < s.len && at < NAME_MOST * UTF8_HAN) {
        slice here = slice_skip(s, at);
        const lexicon_word *stands = lexicon_start(here, LEXICON_STANDS);
        bool is_mark = slice_starts_with(here, SLICE_OF("、")) ||
                       slice_starts_with(here, SLICE_OF("和")) ||
                       here.at[0] == '(' ||
                       slice_starts_with(here, SLICE_OF("（"));
        bool is_stop = stands != NULL && stands->text.len > UTF8_HAN;
        bool is_long = utf8_count(slice_cut(s, 0, at)) >= 4;
        bool is_verb = is_long && !is_outcome(here) &&
                       lexicon_start(here, LEXICON_DEED) != NULL;
        bool is_than = at >= 2 * UTF8_HAN &&
                       (slice_starts_with(here, SLICE_OF("年末")) ||
                        slice_starts_with(here, SLICE_OF("比年初")));
        if (is_mark || is_stop || is_verb || is_than)
            break;
        utf8_next(s, &at);
    }
    return slice_trim(slice_cut(s, 0, at));
}

/* 企业|获得|X is 获得X企业. */
static slice
turned(const naming *n, slice noun, slice rest)
{
    slice deed = slice_cut(rest, 0, naming_deed_len(rest));
    slice thing = slice_skip(rest, deed.len);
    if (slice_starts_with(thing, SLICE_OF("了")))
        thing = slice_skip(thing, UTF8_HAN);
    slice front = slice_join(n->arena, deed, noun_of(thing));
    return slice_join(n->arena, front, noun);
}

/* Who was counted last before `c` in its sentence: 企业, 公司. */
static slice
doer_before(const naming *n, const claim *c)
{
    for (const claim *k = c; k-- > n->claims->at;) {
        if (k->sentence != c->sentence)
            break;
        slice rest = slice_skip(n->text, k->figure->last);
        const lexicon_word *noun =
                lexicon_start(slice_trim(slice_cut(rest, 0, 24)),
                              LEXICON_COUNTED);
        if (noun != NULL)
            return noun->text;
    }
    return (slice){NULL, 0};
}

/* 37个大类行业中|21个实现增长; 普通高中 is a name. */
static slice
without_among(slice noun)
{
    static const slice names[] = {SLICE("高中"), SLICE("初中"), SLICE("集中")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_ends_with(noun, names[i]))
            return noun;
    if (slice_ends_with(noun, SLICE_OF("中有")))
        noun = slice_cut(noun, 0, noun.len - UTF8_HAN);
    bool is_among = slice_ends_with(noun, SLICE_OF("中"));
    return is_among ? slice_cut(noun, 0, noun.len - UTF8_HAN) : noun;
}

/* 企业订单增加 of 40%的企业订单增加 is 订单增加的企业占比, 行业增加值增长 of 29个行业
 * 增加值实现增长 is 增加值增长的行业: who they are, not how much it was. */
static slice
of_those_changed(const naming *n, slice name, bool is_share)
{
    static const slice more[] = {SLICE("行业"), SLICE("产品"), SLICE("城市"),
                                 SLICE("地区"), SLICE("区县"), SLICE("县区")};
    const lexicon_word *word = lexicon_start(name, LEXICON_COUNTED);
    const lexicon_word *change = lexicon_end(name, LEXICON_CHANGE);
    slice noun = word == NULL ? (slice){NULL, 0} : word->text;
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (slice_starts_with(name, more[i]))
            noun = more[i];
    if (noun.len == 0 || change == NULL ||
        noun.len + change->text.len >= name.len)
        return name;
    return slice_printf(n->arena, "%.*s的%.*s%s",
                        SLICE_ARGS(slice_skip(name, noun.len)),
                        SLICE_ARGS(noun), is_share ? "占比" : "");
}

static slice
object_of(const naming *n, const claim *c)
{
    size_t at;
    slice s = object_words(n, c);
    bool is_share = c->figure->sort == FIGURE_PERCENT;
    if (is_share && slice_starts_with(s, SLICE_OF("的")))
        s = slice_skip(s, UTF8_HAN);
    const lexicon_word *becomes = lexicon_find(s, LEXICON_BECOMES, &at);
    if (becomes != NULL && at <= 12 * UTF8_HAN) {
        slice what = noun_of(slice_skip(s, at + becomes->text.len));
        return what.len > 0 ? what : slice_cut(s, 0, at);
    }
    const lexicon_word *noun = lexicon_start(s, LEXICON_COUNTED);
    if (noun != NULL && naming_deed_len(slice_skip(s, noun->text.len)) > 0)
        return turned(n, noun->text, slice_skip(s, noun->text.len));
    if (naming_deed_len(s) > 0)
        return turned(n, doer_before(n, c), s);
    slice name = naming_closed_up(n->arena, without_among(noun_of(s)));
    return of_those_changed(n, name, is_share);
}

/* ── both together ── */

/* What was done, without of what: 第一批申报181家 after 开展…高企申报工作. */
static slice
noun_before(const naming *n, const claim *c)
{
    if (c->clause == 0 || n->clauses->at[c->clause - 1].sentence != c->sentence)
        return (slice){NULL, 0};
    const clause *own = &n->clauses->at[c->clause - 1];
    slice s = naming_bare(clause_near_start(
            slice_cut(n->text, own->first, own->last)));
    if (slice_ends_with(s, SLICE_OF("工作")))
        s = slice_cut(s, 0, s.len - strlen("工作"));
    const lexicon_word *deed = lexicon_end(s, LEXICON_DEED);
    if (deed == NULL)
        return (slice){NULL, 0};
    s = slice_cut(s, 0, s.len - deed->text.len);
    return is_name(s) ? s : (slice){NULL, 0};
}

/* 产量 of 蔬菜播种面积 is 蔬菜产量. */
static slice
without_measure(slice owner)
{
    const lexicon_word *measure = naming_measure(owner);
    bool is_whole = measure == NULL || measure->text.len == owner.len;
    return is_whole ? owner
                    : slice_cut(owner, 0, owner.len - measure->text.len);
}

static slice
with_owner(const naming *n, slice name, slice owner)
{
    if (owner.len == 0 || slice_ends_with(owner, name))
        return name;
    if (slice_is(name, "总数") || slice_is(name, "总量"))
        owner = naming_bare(owner); /* of all, not of 新认定…企业 */
    if (naming_measure(name) != NULL)
        owner = without_measure(owner);
    return slice_join(n->arena, owner, name);
}

/* The words right before the figure leave its name to what follows. */
static bool
leads_on(const naming *n, const claim *c)
{
    slice lead = slice_trim(clause_near_end(slice_cut(
            n->text, n->clauses->at[c->clause].first, c->figure->first)));
    return slice_ends_with(lead, SLICE_OF("的")) ||
           slice_ends_with(lead, SLICE_OF("等")) ||
           without_among(lead).len < lead.len ||
           lexicon_end(lead, LEXICON_DEED) != NULL;
}

/* 12个县|45个乡镇: the words between two counts are of the first. */
static bool
is_of_count_before(const naming *n, const claim *c)
{
    const claim *before = c - 1;
    if (c == n->claims->at || before->clause != c->clause ||
        before->kind != CLAIM_LEVEL ||
        before->figure->quantity.unit.kind != UNIT_COUNT ||
        c->figure->quantity.unit.kind != UNIT_COUNT)
        return false;
    slice between = slice_trim(slice_cut(n->text, before->figure->last,
                                         c->figure->first));
    bool is_short = between.len >= 2 * UTF8_HAN && between.len <= 4 * UTF8_HAN;
    for (size_t at = 0; is_short && at < between.len; utf8_next(between, &at))
        is_short = naming_deed_len(slice_skip(between, at)) <= UTF8_HAN;
    return is_short && slice_equal(between, c->subject);
}

/* What the last verb in a name has behind it: 第一批申报|高新技术企业. */
static slice
behind_deeds(slice name)
{
    slice noun = name;
    for (size_t at = 0; at < name.len;) {
        size_t n = naming_deed_len(slice_skip(name, at));
        if (n > UTF8_HAN && at + n < name.len)
            noun = slice_skip(name, at + n);
        utf8_next(name, &at);
    }
    return noun;
}

/* 东盟为我国第一大贸易伙伴，占…: a clause without figures names the owner. */
static slice
owner_between(const naming *n, const claim *c, slice owner)
{
    const claim *before = c;
    while (before > n->claims->at && ((before - 1)->kind == CLAIM_NONE ||
                                      (before - 1)->kind == CLAIM_RANK))
        before--;
    bool is_between = before > n->claims->at && c->clause > 0 &&
                      (before - 1)->clause + 1 < c->clause;
    if (!is_between)
        return owner;
    const clause *own = &n->clauses->at[c->clause - 1];
    if (own->sentence != c->sentence)
        return owner;
    slice s = naming_bare(clause_near_start(
            slice_cut(n->text, own->first, own->last)));
    size_t at = slice_find(s, SLICE_OF("为"));
    return at < s.len && at >= 2 * UTF8_HAN ? slice_cut(s, 0, at) : owner;
}

/* Of a share itself, what it is a share of: 甲占乙比重, 甲对乙贡献率. */
static slice
without_share(slice owner)
{
    static const slice ends[] = {SLICE("比重"), SLICE("比例"), SLICE("占比"),
                                 SLICE("贡献率")};
    static const slice starts[] = {SLICE("占"), SLICE("对")};
    bool is_share = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        is_share = is_share || slice_ends_with(owner, ends[i]);
    for (size_t i = 0; is_share && i < 2; i++) {
        size_t at = slice_find(owner, starts[i]);
        if (at >= 2 * UTF8_HAN && at < owner.len)
            return slice_cut(owner, 0, at);
    }
    return owner;
}

/* 三国进出口占对外贸易总值: what is taken of it stands in the middle. */
static slice
told_share(const naming *n, slice subject)
{
    static const slice ends[] = {SLICE("比重"), SLICE("比例"), SLICE("率"),
                                 SLICE("占比")};
    size_t at = slice_find(subject, SLICE_OF("占"));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(subject, ends[i]))
            return (slice){NULL, 0};
    if (at < 2 * UTF8_HAN || at + UTF8_HAN >= subject.len)
        return (slice){NULL, 0};
    return slice_join(n->arena, subject, SLICE_OF("比重"));
}

/* 占全市经济总量的59.7% is a share of its owner, 对增长的贡献率 its owner's. */
static slice
share_name(const naming *n, slice subject, slice owner)
{
    slice part = SLICE_OF("占"), total = SLICE_OF("总量占");
    bool is_share = slice_starts_with(subject, part) ||
                    slice_starts_with(subject, total);
    bool is_effect = slice_starts_with(subject, SLICE_OF("对")) &&
                     slice_ends_with(subject, SLICE_OF("率"));
    if (!is_share && !is_effect)
        return told_share(n, subject);
    owner = without_share(owner);
    if (owner.len == 0 || slice_is(subject, "占比"))
        return (slice){NULL, 0};
    if (slice_starts_with(subject, total))
        subject = slice_skip(subject, total.len - part.len);
    bool is_said = is_effect || slice_ends_with(subject, SLICE_OF("比重")) ||
                   slice_ends_with(subject, SLICE_OF("比例"));
    return slice_printf(n->arena, "%.*s%.*s%s", SLICE_ARGS(owner),
                        SLICE_ARGS(subject), is_said ? "" : "比重");
}

/* 2021年达到5.8万亿元, 连续十年保持在4%: a clause that tells only when. */
static bool
is_only_time(slice s)
{
    season time;
    bool is_season = season_read(s, &time) && time.len == s.len;
    bool is_run = slice_ends_with(s, SLICE_OF("年")) &&
                  (s.len <= 2 * UTF8_HAN ||
                   slice_starts_with(s, SLICE_OF("连续")));
    return is_season || is_run; /* 两年, 连续十年 */
}

/* Whether its last word measures something. */
static bool
is_measured(slice s)
{
    static const slice words[] = {SLICE("投入"), SLICE("经费"), SLICE("资金"),
                                  SLICE("规模"), SLICE("总数"), SLICE("人数"),
                                  SLICE("比例"), SLICE("比重")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_with(s, words[i]))
            return true;
    return naming_measure(s) != NULL ||
           lexicon_end(s, LEXICON_INDICATOR) != NULL ||
           lexicon_end(s, LEXICON_RATE_NAME) != NULL;
}

/* … is of what the clause before it names, or of the figure before. */
static slice
named_before(const naming *n, const claim *c, slice owner)
{
    if (c->clause == 0 || n->clauses->at[c->clause - 1].sentence != c->sentence)
        return owner;
    const clause *own = &n->clauses->at[c->clause - 1];
    slice words = slice_cut(n->text, own->first, own->last);
    if (slice_has_digit(words))
        return owner;
    slice s = naming_closed_up(n->arena, naming_bare(clause_near_start(words)));
    return is_name(s) && is_measured(s) ? s : owner;
}

/* 不起诉 is a name where 起诉 is a verb. */
static bool
ends_in_deed(slice s)
{
    const lexicon_word *deed = lexicon_end(s, LEXICON_DEED);
    return deed != NULL && s.len <= 8 * UTF8_HAN &&
           !slice_ends_with(slice_cut(s, 0, s.len - deed->text.len),
                            SLICE_OF("不"));
}

/* Verbs with nothing behind them but the figure. */
static slice
name_of_deed(const naming *n, const claim *c, slice owner)
{
    slice deeds = naming_without_tails(naming_without_heads(c->subject));
    slice noun = noun_before(n, c);
    if (noun.len == 0)
        noun = behind_deeds(owner);
    if (deeds.len == 0)
        return noun;
    return noun.len == 0 ? deeds : slice_join(n->arena, deeds, noun);
}

/* 首批5个试点市之一 counts what others have, 4个方面 nothing, 5‰人口抽样 names
 * the sample. */
static bool
is_one_of(const naming *n, const claim *c)
{
    slice words = slice_cut(object_words(n, c), 0, 10 * UTF8_HAN);
    return slice_has(words, "之一") || slice_starts_with(words, SLICE_OF("方面")) ||
           (c->figure->sort == FIGURE_PERCENT && slice_has(words, "抽样"));
}

/* 守住两条底线, 具体有以下4个: words lead on to them, no name. */
static bool
is_figurative(const naming *n, const claim *c)
{
    slice words = slice_cut(object_words(n, c), 0, 4 * UTF8_HAN);
    slice until = slice_cut(n->text, 0, c->figure->first);
    bool is_quoted = slice_ends_with(until, SLICE_OF("“")); /* “三条线” */
    return (c->figure->is_chinese && (is_quoted || slice_has(words, "底线"))) ||
           slice_ends_with(until, SLICE_OF("以下")) ||
           slice_ends_with(until, SLICE_OF("除"));
}

/* 三次产业, 四次会议 and 三大门类 are words. */
static bool
is_kind(const naming *n, const claim *c)
{
    slice rest = slice_skip(n->text, c->figure->last);
    return c->figure->is_chinese &&
           (slice_starts_with(rest, SLICE_OF("产业")) ||
            slice_starts_with(rest, SLICE_OF("会议")) ||
            slice_starts_with(rest, SLICE_OF("全会")) ||
            slice_starts_with(rest, SLICE_OF("数字")) ||
            slice_starts_with(rest, SLICE_OF("指标")) ||
            slice_starts_with(rest, SLICE_OF("门类")));
}

/* 十件民生实事资金520.6亿元, 位居前三位的工单: numbers in names. */
static bool
is_within_name(const naming *n, const claim *c)
{
    const claim *next = next_in_clause(n, c);
    slice until = slice_cut(n->text, 0, c->figure->first);
    slice rest = slice_skip(n->text, c->figure->last);
    bool is_first = slice_ends_with(until, SLICE_OF("前")) &&
                    slice_starts_with(rest, SLICE_OF("的"));
    if (!c->figure->is_chinese || is_first || next == NULL)
        return is_first;
    slice between = slice_trim(
            slice_cut(n->text, c->figure->last, next->figure->first));
    bool is_said = is_list(between) || is_joint_end(between) ||
                   between.len < 4 * UTF8_HAN;
    for (size_t at = 0; at < between.len && !is_said; utf8_next(between, &at))
        is_said = naming_deed_len(slice_skip(between, at)) > UTF8_HAN;
    return !is_said && next->kind == CLAIM_LEVEL &&
           next->figure->quantity.unit.kind == UNIT_AMOUNT;
}

static bool
is_range_joint(slice between)
{
    return between.len > 0 && range_sign_start(between) == between.len;
}

/* 1至4℃, 2成至5成: a range is no figure that a metric could have. */
static bool
is_of_range(const naming *n, const claim *c)
{
    const claim *first = c > n->claims->at ? c - 1 : c;
    for (; first <= c && first + 1 < n->claims->at + n->claims->n; first++) {
        const figure *low = first->figure, *high = (first + 1)->figure;
        if (low->sort != FIGURE_DATE && high->sort != FIGURE_DATE &&
            low->sort != FIGURE_ORDINAL && first->clause == c->clause &&
            (first + 1)->clause == c->clause &&
            is_range_joint(slice_cut(n->text, low->last, high->first)))
            return true;
    }
    return false;
}

bool
naming_is_none(const naming *n, const claim *c)
{
    return is_of_range(n, c) || is_one_of(n, c) || is_kind(n, c) ||
           is_figurative(n, c) || is_within_name(n, c);
}

/* The object with the verb that it needs. */
static slice
with_deed(const naming *n, const claim *c, slice object)
{
    slice lead = slice_cut(n->text, n->clauses->at[c->clause].first,
                           c->figure->first);
    const lexicon_word *deed = lexicon_end(lead, LEXICON_DEED);
    return deed != NULL && deed->value == 1
                   ? slice_join(n->arena, deed->text, object)
                   : object;
}

/* 按2018年平均汇率计算 is another way to count the figure before. */
static slice
recounted(const naming *n, slice subject, slice owner)
{
    bool is_way = slice_starts_with(subject, SLICE_OF("按")) &&
                  (slice_ends_with(subject, SLICE_OF("计算")) ||
                   slice_ends_with(subject, SLICE_OF("折算")));
    return is_way && owner.len > 0
                   ? slice_printf(n->arena, "%.*s（%.*s）", SLICE_ARGS(owner),
                                  SLICE_ARGS(subject))
                   : (slice){NULL, 0};
}

/* 亡13人, 989人受伤: people to whom something happened. */
static slice
casualties(const naming *n, const claim *c)
{
    static const struct { slice word, name; } rows[] = {
        {SLICE("死亡"), SLICE("死亡人数")}, {SLICE("亡"), SLICE("死亡人数")},
        {SLICE("受伤"), SLICE("受伤人数")}, {SLICE("伤"), SLICE("受伤人数")},
        {SLICE("失踪"), SLICE("失踪人数")},
    };
    slice unit = c->figure->quantity.unit.base, none = {NULL, 0};
    if (!slice_is(unit, "人") && !slice_is(unit, "名"))
        return none;
    slice rest = slice_skip(n->text, c->figure->last);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_equal(c->subject, rows[i].word) ||
            (rows[i].word.len > UTF8_HAN &&
             slice_starts_with(rest, rows[i].word)))
            return rows[i].name;
    return none;
}

/* 新增城镇就业 and 开工率 are words, though they open with a verb. */
static bool
is_whole_word(slice s)
{
    bool is_new = slice_starts_with(s, SLICE_OF("新增")) &&
                  slice_ends_with(s, SLICE_OF("就业"));
    bool is_rate = s.len == 3 * UTF8_HAN && slice_ends_with(s, SLICE_OF("率")) &&
                   naming_deed_len(s) == 2 * UTF8_HAN;
    return is_new || is_rate;
}

slice
naming_of(const naming *n, const claim *c, slice owner)
{
    slice subject = subject_of(n, c), people = casualties(n, c);
    if (people.len > 0)
        return people;
    slice again = recounted(n, subject, owner);
    if (again.len > 0)
        return again;
    if (naming_is_none(n, c) || naming_is_broken(subject))
        return (slice){NULL, 0};
    if (is_only_time(subject))
        return named_before(n, c, owner);
    bool is_share = c->figure->sort == FIGURE_PERCENT; /* not 占用…4800起 */
    slice share = is_share ? share_name(n, subject,
                                        owner_between(n, c, owner))
                           : (slice){NULL, 0};
    if (share.len > 0)
        return share;
    bool is_behind = leads_on(n, c) || !is_name(subject) ||
                     is_list(subject) || is_of_count_before(n, c);
    slice object = is_behind ? object_of(n, c) : (slice){NULL, 0};
    if (object.len >= 2 * UTF8_HAN && !is_counted(object))
        return naming_is_generic(object) ? with_owner(n, object, owner)
                                         : with_deed(n, c, object);
    if (is_whole_word(c->subject))
        return c->subject;
    if (subject.len < 2 * UTF8_HAN || ends_in_deed(subject))
        return name_of_deed(n, c, owner);
    return naming_is_generic(subject) ? with_owner(n, subject, owner)
                                      : subject;
}

/* 增速, 降幅 and periods are no subject of a growth. */
slice
naming_of_change(const naming *n, const claim *c, slice owner)
{
    slice s = subject_of(n, c);
    season time;
    const lexicon_word *basis = lexicon_start(s, LEXICON_BASIS);
    if ((season_read(s, &time) && time.len == s.len) ||
        (basis != NULL && basis->text.len == s.len))
        return owner;
    bool is_own = is_name(s) && !slice_has(s, "平均水平") &&
                  !slice_starts_with(s, SLICE_OF("按")) &&
                  lexicon_start(s, LEXICON_AGAINST) == NULL;
    if (!is_own)
        return (slice){NULL, 0};
    return naming_is_generic(s) ? with_owner(n, s, owner) : s;
}

const lexicon_word *
naming_measure(slice name)
{
    return lexicon_end(name, LEXICON_MEASURE);
}

slice
naming_like(arena *a, slice name, slice sibling)
{
    static const slice whole[] = {SLICE("率"),   SLICE("额"),   SLICE("指数"),
                                  SLICE("当月"), SLICE("当季"), SLICE("支付"),
                                  SLICE("贷款"), SLICE("存款")};
    const lexicon_word *measure = naming_measure(sibling);
    if (measure == NULL || naming_measure(name) != NULL)
        return name;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (slice_ends_with(name, whole[i]))
            return name;
    return slice_join(a, name, measure->text);
}
