/* A share held against the part and the whole that it names: 占生产总值的比重,
 * 完成年度计划120亿元的85%, 城镇化率. */
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Figures that are looked through. */
#define SHARE_NEAR 24

/* ── 占生产总值的比重为16.4% ── */

/* 同期我省外贸总值 without the words of time and place. */
static slice
without_places(slice s)
{
    static const slice words[] = {SLICE("同期"), SLICE("我省"), SLICE("我市"),
                                  SLICE("我国"), SLICE("我县"), SLICE("我区"),
                                  SLICE("我")};
    const lexicon_word *head;
    for (bool is_cut = true; is_cut;) {
        is_cut = false;
        if ((head = lexicon_start(s, LEXICON_HEAD)) != NULL) {
            s = slice_cut(s, head->text.len, s.len);
            is_cut = true;
        }
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (slice_starts_with(s, words[i])) {
                s = slice_cut(s, words[i].len, s.len);
                is_cut = true;
            }
    }
    return s;
}

/* The name of the whole between 占 and 的, or empty. */
static slice
whole_named(slice lead)
{
    static const slice tails[] = {SLICE("为"), SLICE("是"), SLICE("达到"),
                                  SLICE("达"), SLICE("比重"), SLICE("的"),
                                  SLICE("比例")};
    slice s = slice_trim(lead);
    if (!slice_starts_with(s, SLICE_OF("占")))
        return (slice){NULL, 0};
    s = slice_cut(s, strlen("占"), s.len);
    size_t note = slice_find(s, SLICE_OF("（"));
    if (note == s.len)
        note = slice_find(s, SLICE_OF("("));
    s = slice_cut(s, 0, note); /* 占总人口比重（城镇化率） */
    s = slice_without_ends(s, tails, sizeof tails / sizeof *tails);
    return without_places(s);
}

/* The last amount before it in its sentence: what the share is of. */
static const claim *
part_before(const inspection *in, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k < SHARE_NEAR;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != in->claims.at[i].sentence)
            break;
        if (c->kind == CLAIM_LEVEL && !c->is_aside && !c->is_base &&
            c->figure->sort == FIGURE_QUANTITY && !rule_is_excess(in, c)) {
            bool is_list = slice_has(rule_lead(in, c), "分别");
            return claim_is_exact(c) && !is_list ? c : NULL;
        }
    }
    return NULL;
}

/* The place that the first scope of the text before byte `end` names. */
static slice
first_scope(const inspection *in, size_t end)
{
    size_t at;
    slice start = clause_near_start(rule_text(in, 0, end));
    const lexicon_word *word = lexicon_find(start, LEXICON_SCOPE, &at);
    return word == NULL ? (slice){NULL, 0} : word->text;
}

/* 占全省出口的: that of the province, which is the text's own only where it
 * began with it. */
static bool
is_in_scope(const inspection *in, const claim *share, size_t whole)
{
    const slice wide[] = {SLICE_OF("全国"), SLICE_OF("全省"),
                          SLICE_OF("我国"), SLICE_OF("全球")};
    slice lead = rule_lead(in, share), named = {NULL, 0};
    slice name = slice_cut(lead, slice_find(lead, SLICE_OF("占")), lead.len);
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (slice_has(slice_cut(name, 0, 4 * strlen("一")), wide[i].at))
            named = wide[i];
    slice own = setting_from_claim(in, whole).scope;
    if (named.len == 0)
        return true;
    if (own.len == 0)
        own = first_scope(in, in->claims.at[whole].figure->first);
    return slice_equal(own, named) ||
           (slice_is(named, "我国") && slice_is(own, "全国"));
}

/* How far back the whole is looked for. */
#define SHARE_REACH 120

/* In one paragraph, or not told for two times. */
static bool
is_of_one_time(const inspection *in, size_t a, size_t b)
{
    return rule_in_paragraph(in, &in->claims.at[a], &in->claims.at[b]) ||
           setting_may_be_one_time(in, setting_from_claim(in, a),
                                   setting_from_claim(in, b));
}

/* 对共建国家进出口总值 of 对共建国家进出口: a long name may lack 总值. */
static bool
is_named_short(slice subject, slice name)
{
    static const slice tails[] = {SLICE("总值"), SLICE("总额")};
    for (size_t i = 0; i < 2; i++) {
        slice bare = slice_cut(name, 0, name.len - tails[i].len);
        if (slice_ends_with(name, tails[i]) &&
            bare.len >= 6 * strlen("一") && slice_ends_with(subject, bare))
            return true;
    }
    return false;
}

/* Whether the subject ends in the name as a word: 进出口总值 is no 出口总值. */
static bool
is_named(const claim *whole, slice name)
{
    slice subject = whole->subject;
    indicator known = indicator_of_place(name);
    if (known != INDICATOR_NONE && (whole->indicator == known ||
                                    indicator_ends(subject, known)))
        return true;
    if (is_named_short(subject, name))
        return true;
    slice head = slice_cut(subject, 0, subject.len - name.len);
    size_t at;
    if (name.len >= strlen("年度计划") && slice_starts_with(subject, name) &&
        lexicon_find(name, LEXICON_AIM, &at) != NULL)
        return true; /* 年度计划 of 年度计划投资 */
    return slice_ends_with(subject, name) &&
           !(slice_ends_with(head, SLICE_OF("进")) &&
             slice_starts_with(name, SLICE_OF("出口")));
}

/* 占财政总收入的62.8%；财政总收入96.8亿元: the whole told in one of the next
 * two clauses, where the share does not fit it. */
static const claim *
whole_behind(const inspection *in, size_t i, const claim *part, slice name)
{
    const claim *share = &in->claims.at[i], *whole = share + 1;
    bool is_near = i + 1 < in->claims.n &&
                   rule_in_paragraph(in, share, whole) &&
                   whole->clause <= share->clause + 2;
    if (part == NULL || !is_near || !claim_is_exact(whole) ||
        !is_named(whole, name) ||
        !unit_is_same_base(whole->figure->quantity.unit,
                           part->figure->quantity.unit) ||
        rule_can_be_share(part, whole, share))
        return NULL;
    return whole;
}

/* 出口3.57万亿元，增长7.6%，占出口总值的47.5%: of some, told as their share. */
static bool
is_itself_a_share(const inspection *in, size_t k, slice name)
{
    const claim *c = &in->claims.at[k];
    for (size_t j = k + 1; j < in->claims.n && j - k < SHARE_NEAR &&
                           in->claims.at[j].sentence == c->sentence;
         j++)
        if (slice_equal(whole_named(rule_lead(in, &in->claims.at[j])), name) &&
            part_before(in, j) == c)
            return true;
    return false;
}

/* 收案 of 全省法院收案总数, 财政收入 of 财政总收入, 贷款 of 全部贷款: what of a whole's
 * name says what it is. */
static slice
core_of(const inspection *in, slice name)
{
    static const slice starts[] = {SLICE("全部"), SLICE("全体"), SLICE("有"),
                                   SLICE("总"),   SLICE("所有"), SLICE("同期"),
                                   SLICE("全社会"), SLICE("金融机构"),
                                   SLICE("本外币"), SLICE("人民币"),
                                   SLICE("各项")};
    static const slice ends[] = {SLICE("总数"), SLICE("总量"), SLICE("总值"),
                                 SLICE("总额"), SLICE("余额"), SLICE("数"),
                                 SLICE("总")};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts_with(name, starts[i]))
            name = slice_cut(name, starts[i].len, name.len);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(name, ends[i]))
            name = slice_cut(name, 0, name.len - ends[i].len);
    size_t at = slice_find(name, SLICE_OF("总"));
    slice rest = slice_cut(name, at + strlen("总"), name.len);
    return at == name.len || rest.len == 0
               ? name
               : slice_join(in->arena, slice_cut(name, 0, at), rest);
}

/* Whether the amount is what the name is of, in other words: 法院收案 of 全省
 * 法院|共收案. Not of some of it: 新登记企业 is not 企业. */
static bool
is_alike(const inspection *in, const claim *whole, slice name)
{
    static const slice counts[] = {SLICE("共有"), SLICE("现有"), SLICE("拥有"),
                                   SLICE("共"),   SLICE("有"),   SLICE("累计")};
    slice own = core_of(in, whole->bare), core = core_of(in, name);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        size_t at = slice_find(own, counts[i]);
        if (at < own.len)
            own = slice_cut(own, at + counts[i].len, own.len);
    }
    if (own.len < 2 * strlen("一") || !slice_ends_with(core, own))
        return false;
    slice head = slice_cut(core, 0, core.len - own.len);
    slice lead = rule_lead(in, whole);
    bool is_new = slice_has(lead, "新增") || slice_has(lead, "净增");
    return !is_new && (slice_find(lead, head) < lead.len || head.len == 0);
}

/* The amount of the paragraph that the name is of in other words, where the
 * share fits none of all its amounts that it may be of. */
static const claim *
whole_alike(const inspection *in, size_t i, const claim *part, slice name)
{
    const claim *share = &in->claims.at[i], *found = NULL;
    setting own = setting_from_claim(in, (size_t)(part - in->claims.at));
    for (size_t k = i; k-- > 0 && i - k < SHARE_REACH;) {
        const claim *whole = &in->claims.at[k];
        if (!rule_in_paragraph(in, whole, share))
            break;
        if (whole == part || whole->kind != CLAIM_LEVEL ||
            !unit_is_same_base(whole->figure->quantity.unit,
                               part->figure->quantity.unit))
            continue;
        if (rule_can_be_share(part, whole, share))
            return NULL;
        setting then = setting_from_claim(in, k);
        if (claim_is_exact_amount(whole) && found == NULL &&
            is_in_scope(in, share, k) &&
            setting_may_be_one_time(in, own, then) &&
            is_alike(in, whole, name) && !is_itself_a_share(in, k, name))
            found = whole;
    }
    return found;
}

static void
check_named_share(const inspection *in, size_t i, slice name)
{
    const claim *share = &in->claims.at[i], *part = part_before(in, i);
    const claim *nearest = NULL;
    for (size_t k = i; part != NULL && k-- > 0 && i - k < SHARE_REACH;) {
        const claim *whole = &in->claims.at[k];
        if (!claim_is_exact(whole) || whole == part ||
            !is_named(whole, name) || is_itself_a_share(in, k, name) ||
            !is_of_one_time(in, k, i) || !is_in_scope(in, share, k) ||
            !unit_is_same_base(whole->figure->quantity.unit,
                               part->figure->quantity.unit))
            continue;
        if (rule_can_be_share(part, whole, share))
            return;
        if (nearest == NULL ||
            whole->subject.len < nearest->subject.len)
            nearest = whole; /* not 农村居民人均可支配收入 */
    }
    if (nearest == NULL)
        nearest = whole_behind(in, i, part, name);
    if (nearest == NULL && part != NULL)
        nearest = whole_alike(in, i, part, name);
    if (nearest != NULL)
        rule_report_share(in, part, nearest, share);
}

/* 的, 的比重为, 的比例达到: nothing else stands between a whole and the share. */
static bool
is_of(slice between)
{
    static const slice nouns[] = {SLICE("比重"), SLICE("比例"), SLICE("份额")};
    static const slice verbs[] = {SLICE("为"), SLICE("是"), SLICE("达到"),
                                  SLICE("达")};
    slice s = slice_trim(between);
    if (!slice_starts_with(s, SLICE_OF("的")))
        return false;
    s = slice_cut(s, strlen("的"), s.len);
    s = slice_without_start(s, nouns, sizeof nouns / sizeof *nouns);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (slice_equal(s, verbs[i]))
            return true;
    return s.len == 0;
}

/* 5.86万人，完成目标任务5.5万人的106.5%: the whole stands right before. */
static const claim *
whole_right_before(const inspection *in, size_t i)
{
    if (i == 0)
        return NULL;
    const claim *whole = &in->claims.at[i - 1];
    slice between =
        rule_text(in, whole->figure->last, in->claims.at[i].figure->first);
    const lexicon_word *aim = lexicon_start(between, LEXICON_AIM);
    if (aim != NULL) /* 全年900万人目标的73% */
        between = slice_cut(between, aim->text.len, between.len);
    bool is_whole = claim_is_exact(whole) && is_of(between) &&
                    whole->figure->sort == FIGURE_QUANTITY;
    return is_whole ? whole : NULL;
}

/* 占…的, 恢复至…的, 相当于…的 */
static bool
tells_proportion(slice lead)
{
    static const slice starts[] = {SLICE("占"), SLICE("恢复至"),
                                   SLICE("恢复到"), SLICE("相当于"),
                                   SLICE("为"), SLICE("达到"), SLICE("是")};
    return slice_starts_with_any(lead, starts, sizeof starts / sizeof *starts);
}

/* 占规模以上工业增加值（512.0亿元）的比重为24.7%: the whole beside its name. */
static const claim *
whole_in_bracket(const inspection *in, size_t i)
{
    const claim *share = &in->claims.at[i], *whole = share - 1;
    if (i == 0 || !whole->is_aside || whole->clause != share->clause ||
        whole->kind != CLAIM_LEVEL ||
        whole->figure->sort != FIGURE_QUANTITY ||
        whole->figure->quantity.bound != BOUND_EXACT ||
        !tells_proportion(slice_trim(rule_lead(in, share))))
        return NULL;
    slice before = rule_text(in, 0, whole->figure->first);
    slice behind = rule_text(in, whole->figure->last, share->figure->first);
    bool is_alone = slice_ends_with(before, SLICE_OF("（")) ||
                    slice_ends_with(before, SLICE_OF("("));
    bool is_closed = slice_starts_with(behind, SLICE_OF("）的")) ||
                     slice_starts_with(behind, SLICE_OF(")的"));
    return is_alone && is_closed ? whole : NULL;
}

/* 年度计划120亿元的85%，即112亿元: the part stands right behind. */
static const claim *
part_behind(const inspection *in, size_t i)
{
    const claim *share = &in->claims.at[i], *part = share + 1;
    if (i + 1 == in->claims.n || part->sentence != share->sentence)
        return NULL;
    slice lead = slice_trim(rule_lead(in, part));
    return claim_is_exact(part) && slice_is(lead, "即") ? part : NULL;
}

static void
check_share_of(const inspection *in, size_t i, const claim *whole)
{
    const claim *share = &in->claims.at[i];
    const claim *part = part_behind(in, i);
    if (part == NULL)
        part = part_before(in, i - 1);
    if (part == NULL ||
        !unit_is_same_base(part->figure->quantity.unit,
                           whole->figure->quantity.unit) ||
        rule_can_be_share(part, whole, share))
        return;
    rule_report_share(in, part, whole, share);
}

/* ── 税收收入占一般公共预算收入的比重为72.3% ── */

/* The part and the whole that the clause of the share names. */
typedef struct named_share {
    slice part, whole;
} named_share;

static named_share
share_named(slice lead)
{
    named_share names = {{NULL, 0}, {NULL, 0}};
    size_t at = slice_find(lead, SLICE_OF("占"));
    if (at == 0 || at == lead.len)
        return names;
    names.part = slice_trim(slice_cut(lead, 0, at));
    names.whole = whole_named(slice_cut(lead, at, lead.len));
    const lexicon_word *head;
    while ((head = lexicon_start(names.part, LEXICON_HEAD)) != NULL)
        names.part = slice_cut(names.part, head->text.len, names.part.len);
    return names;
}

/* 民营经济占GDP的比重: by its 增加值. */
static bool
is_added_value(const claim *c, slice name)
{
    slice added = SLICE_OF("增加值");
    return slice_ends_with(c->subject, added) &&
           slice_ends_with(slice_cut(c->subject, 0,
                                     c->subject.len - added.len), name);
}

/* An amount of the paragraph that bears the name; a whole that needs no
 * paragraph may stand in another. */
static bool
bears_name(const inspection *in, size_t k, size_t i, slice name,
           bool is_whole)
{
    const claim *c = &in->claims.at[k];
    const claim *share = &in->claims.at[i];
    bool is_inside = k < i ? rule_in_paragraph(in, c, share)
                           : rule_in_paragraph(in, share, c);
    bool is_whole_text = is_whole && indicator_stands_alone(c->indicator) &&
                         is_of_one_time(in, k, i);
    return k != i && (is_inside || is_whole_text) && claim_is_exact(c) &&
           c->figure->sort == FIGURE_QUANTITY &&
           (is_named(c, name) || is_added_value(c, name));
}

/* Right if any two amounts with these names are; there may be several, of
 * several times. */
static void
check_stated_share(const inspection *in, size_t i, named_share names)
{
    const claim *a = NULL, *b = NULL;
    size_t first = i > SHARE_NEAR ? i - SHARE_NEAR : 0;
    size_t end = i + SHARE_NEAR < in->claims.n ? i + SHARE_NEAR
                                               : in->claims.n;
    for (size_t k = first; k < end; k++) {
        if (!bears_name(in, k, i, names.part, false))
            continue;
        for (size_t j = first; j < end; j++) {
            if (j == k || !bears_name(in, j, i, names.whole, true) ||
                !unit_is_same_base(in->claims.at[k].figure->quantity.unit,
                                   in->claims.at[j].figure->quantity.unit))
                continue;
            a = &in->claims.at[k];
            b = &in->claims.at[j];
            if (rule_can_be_share(a, b, &in->claims.at[i]))
                return;
        }
    }
    if (a != NULL)
        rule_report_share(in, a, b, &in->claims.at[i]);
}

void
rule_shares(const inspection *in)
{
    const size_t han = strlen("一");
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (!claim_is_exact(c) || c->figure->sort != FIGURE_PERCENT ||
            !rule_is_typed(in, c->figure->first, c->figure->last))
            continue;
        slice name = whole_named(rule_lead(in, c));
        named_share names = share_named(rule_lead(in, c));
        const claim *whole = whole_right_before(in, i);
        if (whole == NULL)
            whole = whole_in_bracket(in, i);
        if (whole != NULL)
            check_share_of(in, i, whole);
        else if (name.len >= 2 * han)
            check_named_share(in, i, name);
        else if (names.part.len >= 2 * han && names.whole.len >= 2 * han)
            check_stated_share(in, i, names);
    }
}

/* ── 城镇化率 ── */

/* The nearest number of people before it whose name starts so, or ends so and
 * does not start with a part of the people. */
static const claim *
people_before(const inspection *in, size_t i, slice start, slice end)
{
    for (size_t k = i; k-- > 0 && i - k < SHARE_NEAR;) {
        const claim *c = &in->claims.at[k];
        if (!rule_in_paragraph(in, c, &in->claims.at[i]))
            break;
        bool is_part =
            lexicon_start(c->subject, LEXICON_PARTITION) != NULL;
        if (claim_is_exact(c) && slice_is(c->figure->quantity.unit.base, "人") &&
            slice_starts_with(c->subject, start) &&
            slice_ends_with(c->subject, end) && is_part == (start.len > 0))
            return c;
    }
    return NULL;
}

/* 城镇化率为65.0%, 占总人口比重（常住人口城镇化率）为65.0%. */
static bool
tells_urban_share(const inspection *in, const claim *c)
{
    slice lead = rule_lead(in, c);
    return slice_ends_with(c->subject, SLICE_OF("城镇化率")) ||
           slice_has(lead, "城镇化率）") || slice_has(lead, "城镇化率)");
}

/* 总人口性别比为104.69（以女性为100）: men to a hundred women, told before. */
static void
check_sexes(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *men = NULL, *women = NULL;
    slice lead = rule_lead(in, c);
    if (!slice_has(lead, "性别比") || slice_has(lead, "出生") ||
        c->figure->quantity.bound != BOUND_EXACT ||
        c->figure->quantity.value.scale == 0)
        return;
    for (size_t k = i; k-- > 0 && i - k < SHARE_NEAR;) {
        const claim *p = &in->claims.at[k];
        if (!rule_in_paragraph(in, p, c) || (men != NULL && women != NULL))
            break;
        if (!claim_is_exact_amount(p))
            continue;
        if (slice_starts_with(p->subject, SLICE_OF("男")) && men == NULL)
            men = p;
        if (slice_starts_with(p->subject, SLICE_OF("女")) && women == NULL)
            women = p;
    }
    if (men != NULL && women != NULL && !rule_can_be_share(men, women, c))
        rule_report_share(in, men, women, c);
}

void
rule_urban(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (c->figure->sort == FIGURE_BARE)
            check_sexes(in, i);
        if (!claim_is_exact(c) || c->figure->sort != FIGURE_PERCENT ||
            !tells_urban_share(in, c) ||
            !rule_is_typed(in, c->figure->first, c->figure->last))
            continue;
        const claim *part = people_before(in, i, SLICE_OF("城镇"),
                                          SLICE_OF("人口"));
        const claim *whole = people_before(in, i, SLICE_OF(""),
                                           SLICE_OF("常住人口"));
        if (part != NULL && whole != NULL && !rule_can_be_share(part, whole, c))
            rule_report_share(in, part, whole, c);
    }
}
