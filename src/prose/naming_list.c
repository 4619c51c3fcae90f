/* Names from lists: 甲、乙产量分别增长5%、6%; 甲、乙达12家、9家. */
#include "base/utf8.h"
#include "prose/lexicon.h"
#include "prose/naming_parts.h"
#include "prose/season.h"

/* ── 分别 ── */

/* Where 和 cuts a list: nowhere (批发和零售业、金融业), or everywhere. */
typedef enum list_cut { CUT_COMMA, CUT_AND, CUT_COUNT } list_cut;

/* The item number `wanted` of a list, from 0; returns the number of items. */
static size_t
split_list(slice s, list_cut cut, size_t wanted, slice *item)
{
    size_t start = 0, n = 0;
    bool is_quoted = false;
    for (size_t at = 0; at < s.len;) {
        slice here = slice_skip(s, at);
        is_quoted = (is_quoted || slice_starts_with(here, SLICE_OF("“"))) &&
                    !slice_starts_with(here, SLICE_OF("”"));
        bool is_and = cut == CUT_AND &&
                      (slice_starts_with(here, SLICE_OF("和")) ||
                       slice_starts_with(here, SLICE_OF("及")));
        bool is_cut = !is_quoted &&
                      (is_and || slice_starts_with(here, SLICE_OF("、")));
        if (is_cut && n++ == wanted)
            *item = slice_cut(s, start, at);
        utf8_next(s, &at);
        if (is_cut)
            start = at;
    }
    if (n == wanted)
        *item = slice_skip(s, start);
    return n + 1;
}

/* The item of a list of exactly `length`; false when it has another. */
static bool
list_item(slice list, size_t length, size_t wanted, slice *item)
{
    for (int cut = 0; cut < CUT_COUNT; cut++)
        if (list.len > 0 &&
            split_list(list, (list_cut)cut, wanted, item) == length)
            return true;
    return false;
}

static bool
is_count(const claim *c)
{
    return c->kind == CLAIM_LEVEL &&
           c->figure->quantity.unit.kind == UNIT_COUNT;
}

/* 、, 和 and 、下降 join figures of one list. */
static bool
is_joint(slice between)
{
    const lexicon_word *change = lexicon_end(between, LEXICON_CHANGE);
    if (change != NULL)
        between = slice_cut(between, 0, between.len - change->text.len);
    return slice_is(between, "、") || slice_is(between, "和") ||
           slice_is(between, "及");
}

/* The first figure that is of the same list as `i`, its kind and unit; with
 * `beside` counts of one thing are a list too: 403件579人. */
static size_t
list_start(const naming *n, size_t i, bool beside)
{
    size_t first = i;
    while (first > 0 && i - first < CLAIM_REACH) {
        const claim *k = &n->claims->at[first - 1];
        bool is_on = claim_joins_list(n->text, n->clauses, n->claims, first);
        if ((k->clause != n->claims->at[first].clause && !is_on) ||
            k->figure->sort != n->claims->at[i].figure->sort)
            break;
        slice between = slice_trim(
                slice_cut(n->text, k->figure->last,
                          n->claims->at[first].figure->first));
        bool is_beside = beside && between.len == 0 && is_count(k) &&
                         is_count(&n->claims->at[first]);
        if (!is_on && !is_joint(between) && !is_beside)
            break;
        first--;
    }
    return first;
}

static size_t
list_length(const naming *n, size_t first, bool beside)
{
    size_t last = first;
    while (last + 1 < n->claims->n &&
           list_start(n, last + 1, beside) == first)
        last++;
    return last - first + 1;
}

/* 2个项目 in the clause before: its list names those of 分别. */
static slice
list_before(const naming *n, size_t first, size_t length)
{
    for (size_t k = first; k-- > 0 && first - k < CLAIM_REACH;) {
        const claim *c = &n->claims->at[k];
        if (c->sentence != n->claims->at[first].sentence)
            break;
        if (c->figure->quantity.value.scale == 0 &&
            c->figure->quantity.value.coefficient == (int64_t)length)
            return slice_trim(clause_near_end(slice_cut(
                    n->text, n->clauses->at[c->clause].first,
                    c->figure->first)));
    }
    return (slice){NULL, 0};
}

/* 同城、异地业务量分别占…，业务收入分别占…: the list that stood before the last
 * 分别 of the sentences joined by ； and ，. */
static slice
list_over(const naming *n, size_t first, size_t length)
{
    slice item, none = {NULL, 0}, apart = SLICE_OF("分别");
    for (size_t k = n->claims->at[first].clause; k-- > 0;) {
        const clause *own = &n->clauses->at[k];
        slice between = slice_cut(n->text, own->first,
                                  n->claims->at[first].figure->first);
        if (slice_find(between, SLICE_OF("\n")) < between.len ||
            slice_find(between, SLICE_OF("。")) < between.len)
            break;
        slice words = slice_cut(n->text, own->first, own->last);
        size_t at = slice_find(words, apart);
        slice list = clause_near_end(slice_cut(words, 0, at));
        if (at < words.len && !slice_has_digit(list) &&
            list_item(list, length, 0, &item))
            return list;
    }
    return none;
}

/* 对东盟、欧盟进出口: what the first item opens with is said once. */
static slice
with_preposition(const naming *n, slice list, slice item)
{
    slice to = SLICE_OF("对");
    if (slice_starts_with(item, to) ||
        !slice_starts_with(naming_without_heads(list), to))
        return item;
    return slice_join(n->arena, to, item);
}

/* 一 or 第一 of 第一、二、三产业: its numeral, or nothing. */
static slice
numeral_of(slice item)
{
    static const slice digits[] = {SLICE("一"), SLICE("二"), SLICE("三"),
                                   SLICE("四"), SLICE("五")};
    slice ordinal = SLICE_OF("第");
    if (slice_starts_with(item, ordinal))
        item = slice_skip(item, ordinal.len);
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (slice_starts_with(item, digits[i]))
            return digits[i];
    return (slice){NULL, 0};
}

/* 第二产业 of 二 in 第一、二、三产业; nothing for other lists. */
static slice
ordinal_name(const naming *n, slice list, slice item)
{
    slice own = numeral_of(item), none = {NULL, 0};
    bool is_bare = own.len > 0 && slice_ends_with(item, own);
    bool is_numbered = slice_starts_with(naming_without_heads(list),
                                         SLICE_OF("第"));
    size_t at = slice_find(list, SLICE_OF("产业"));
    if (own.len == 0 || !is_numbered || at == list.len ||
        (!is_bare && slice_starts_with(item, SLICE_OF("第"))))
        return none;
    return slice_printf(n->arena, "第%.*s%.*s", SLICE_ARGS(own),
                        SLICE_ARGS(slice_skip(list, at)));
}

/* 东 of 东、中、西部地区比重 is 东部地区比重: all but the last of the list are
 * one character, and have the end of the last. */
static slice
short_name(const naming *n, slice list, slice item)
{
    static const slice joint = SLICE("、");
    slice last = naming_without_heads(list), none = {NULL, 0};
    size_t end;
    if (item.len != UTF8_HAN)
        return none;
    for (; (end = slice_find(last, joint)) < last.len;
         last = slice_skip(last, end + joint.len))
        if (end != UTF8_HAN)
            return none;
    size_t at = 0;
    if (slice_starts_with(last, SLICE_OF("家禽")))
        return none; /* 猪、牛、家禽出栏 */
    if (last.len > UTF8_HAN)
        utf8_next(last, &at);
    return last.len < 3 * UTF8_HAN ? none : slice_join(n->arena, item,
                                                  slice_skip(last, at));
}

/* Whether two items are whole by themselves: 工业应税销售、工业用电量. */
static bool
open_alike(slice a, slice b)
{
    return a.len > 2 * UTF8_HAN && b.len > 2 * UTF8_HAN &&
           slice_starts_with(b, slice_cut(a, 0, 2 * UTF8_HAN));
}

/* 产值 of 规模工业增加值、产值 is 规模工业产值. */
static slice
with_head(const naming *n, slice list, slice name)
{
    const lexicon_word *own = naming_measure(name);
    size_t comma = slice_find(list, SLICE_OF("、"));
    size_t and = slice_find(list, SLICE_OF("和"));
    slice first = naming_bare(slice_cut(list, 0, comma < list.len ? comma
                                                                  : and));
    const lexicon_word *measure = naming_measure(first);
    bool is_part = own != NULL && own->text.len == name.len &&
                   measure != NULL && measure->text.len < first.len;
    return is_part ? slice_join(n->arena,
                                slice_cut(first, 0,
                                          first.len - measure->text.len),
                                name)
                   : name;
}

/* What stands in `last` behind the end of `item`, of `n` characters; empty when
 * that is not in it, or a list goes on there. */
static slice
behind_end(slice last, slice item, size_t n)
{
    static const slice joints[] = {SLICE("和"), SLICE("及"), SLICE("与")};
    slice found = {NULL, 0}, none = {NULL, 0};
    if (item.len < (n == 1 ? 2 : n) * UTF8_HAN)
        return none;
    slice end = slice_cut(item, item.len - n * UTF8_HAN, item.len);
    for (size_t at = 0; at + end.len < last.len; at++)
        if (slice_starts_with(slice_skip(last, at), end))
            found = slice_skip(last, at + end.len);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (slice_starts_with(found, joints[i]))
            return none;
    return found.len >= 2 * UTF8_HAN ? found : none;
}

/* 实际使用外资 of 医药制造业、通信设备制造业实际使用外资: what stands behind the end
 * of an item in the last of the list; empty when no item tells. */
static slice
said_of_all(slice whole)
{
    slice last = whole, none = {NULL, 0}, joint = SLICE_OF("、");
    for (size_t at; (at = slice_find(last, joint)) < last.len;)
        last = slice_skip(last, at + joint.len);
    slice list = slice_cut(whole, 0, whole.len - last.len);
    for (size_t at; (at = slice_find(list, joint)) < list.len;
         list = slice_skip(list, at + joint.len))
        for (size_t n = 3; n > 0; n--) {
            slice found = behind_end(last, slice_cut(list, 0, at), n);
            if (found.len > 0)
                return found;
        }
    return none;
}

/* 居民人均可支配收入 of 城镇、农村居民人均可支配收入: the last item opens as long as
 * `item` is, and what it is of comes next; empty without. */
static slice
behind_kind(slice last, slice item)
{
    static const slice kinds[] = {SLICE("居民"), SLICE("人口"), SLICE("企业"),
                                  SLICE("家庭"), SLICE("住户"), SLICE("职工"),
                                  SLICE("学生"), SLICE("户籍")};
    slice rest = slice_skip(last, item.len), none = {NULL, 0};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (item.len == 2 * UTF8_HAN && slice_starts_with(rest, kinds[i]) &&
            !slice_starts_with(item, kinds[i]))
            return rest;
    return none;
}

/* The item's name, measured as the end of `whole` says. */
static slice
item_name(const naming *n, slice list, slice item, slice whole)
{
    slice name = naming_closed_up(n->arena, naming_bare(slice_trim(item)));
    slice ordinal = ordinal_name(n, whole, name);
    if (ordinal.len == 0)
        ordinal = short_name(n, list, name);
    if (ordinal.len > 0)
        return ordinal;
    slice last = whole, said = said_of_all(whole);
    for (size_t at; (at = slice_find(last, SLICE_OF("、"))) < last.len;)
        last = slice_skip(last, at + UTF8_HAN);
    if (said.len == 0)
        said = behind_kind(last, name);
    if (said.len > 0 && !slice_ends_with(name, said) &&
        naming_measure(name) == NULL)
        return with_preposition(n, list,
                                slice_join(n->arena, name, said));
    if (naming_measure(whole) != NULL && !open_alike(name, last))
        name = naming_like(n->arena, name, whole);
    return with_preposition(n, list, with_head(n, list, name));
}

/* 三次产业…分别为5.3%、37.2%和57.5% names its three. */
static slice
item_of_three(const naming *n, slice own, size_t length, size_t wanted)
{
    static const slice digits[] = {SLICE("第一"), SLICE("第二"), SLICE("第三")};
    slice three = SLICE_OF("三次产业"), none = {NULL, 0};
    size_t at = slice_find(own, three);
    if (at == own.len || length != sizeof digits / sizeof *digits)
        return none;
    return slice_printf(n->arena, "%.*s产业%.*s", SLICE_ARGS(digits[wanted]),
                        SLICE_ARGS(slice_skip(own, at + three.len)));
}

/* 甲、乙达12家、9家 needs no 分别. */
static slice
item_of_lead(const naming *n, slice lead, size_t length, size_t wanted)
{
    slice list = naming_without_tails(lead), item, none = {NULL, 0};
    if (slice_find(list, SLICE_OF("等")) < list.len)
        return none;
    for (size_t i = 0; i < length; i++)
        if (!list_item(list, length, i, &item) || item.len < 2 * UTF8_HAN)
            return none;
    list_item(list, length, wanted, &item);
    return item_name(n, list, item, list);
}

/* 2022年、2023年末, 一季度: no names. */
static bool
is_period(slice item)
{
    season time;
    item = slice_trim(item);
    bool is_year = item.len > 4 && item.at[0] >= '1' && item.at[0] <= '2' &&
                   slice_starts_with(slice_skip(item, 4), SLICE_OF("年"));
    return is_year || season_read(item, &time);
}

/* 分别占全部业务量的16.1%: what the items have is a share. */
static slice
with_share(const naming *n, slice name, slice behind_it)
{
    static const slice ends[] = {SLICE("比重"), SLICE("占比"), SLICE("比例")};
    if (!slice_starts_with(slice_trim(behind_it), SLICE_OF("占")) ||
        name.len == 0)
        return name;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(name, ends[i]))
            return name;
    return slice_join(n->arena, name, SLICE_OF("占比"));
}

/* 对欧盟进出口 of 对东盟、欧盟分别进出口286亿元和201亿元. */
static slice
with_measure(const naming *n, slice name, slice behind_it)
{
    slice said = naming_bare(naming_without_tails(slice_trim(behind_it)));
    const lexicon_word *measure = lexicon_end(said, LEXICON_INDICATOR);
    bool is_measure = measure != NULL && measure->text.len == said.len;
    return name.len > 0 && is_measure && !slice_ends_with(name, said)
                   ? slice_join(n->arena, name, said)
                   : name;
}

/* 东部地区业务收入比重 of 东、中、西部地区业务量比重…，业务收入比重: the item
 * alone, and what is told of it now. */
static slice
of_other_measure(const naming *n, slice list, slice item, slice own)
{
    static const slice kinds[] = {SLICE("地区"), SLICE("企业"), SLICE("行业"),
                                  SLICE("产业"), SLICE("城市")};
    slice name = naming_bare(slice_trim(item));
    slice whole = item_name(n, list, item, list);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t at = slice_find(whole, kinds[i]);
        if (at < whole.len)
            name = slice_cut(whole, 0, at + kinds[i].len);
    }
    const lexicon_word *measure = naming_measure(name);
    if (measure != NULL && measure->text.len < name.len)
        name = slice_cut(name, 0, name.len - measure->text.len);
    return slice_join(n->arena, name, naming_bare(own));
}

slice
naming_item(const naming *n, size_t i)
{
    size_t first = list_start(n, i, false);
    size_t length = list_length(n, first, false);
    const claim *c = &n->claims->at[first];
    slice lead = slice_trim(clause_near_end(slice_cut(
            n->text, n->clauses->at[c->clause].first, c->figure->first)));
    size_t at = slice_find(lead, SLICE_OF("分别"));
    slice none = {NULL, 0}, item = none;
    if (length < 2)
        return none;
    if (at == lead.len)
        return item_of_lead(n, lead, length, i - first);
    slice own = naming_without_tails(slice_cut(lead, 0, at));
    item = item_of_three(n, own, length, i - first);
    if (item.len > 0)
        return item;
    slice list = slice_cut(own, 0, slice_find(own, SLICE_OF("等")));
    slice behind_it = slice_skip(lead, at + 2 * UTF8_HAN);
    if (list_item(list, length, i - first, &item))
        return is_period(item)
                       ? none
                       : with_measure(n,
                                      with_share(n,
                                                 item_name(n, list, item, own),
                                                 behind_it),
                                      behind_it);
    list = list_before(n, first, length);
    if (list_item(list, length, i - first, &item))
        return slice_join(n->arena, item_name(n, list, item, list),
                          naming_bare(naming_without_tails(behind_it)));
    list = list_over(n, first, length);
    if (!list_item(list, length, i - first, &item))
        return none;
    return with_share(n, of_other_measure(n, list, item, own), behind_it);
}

bool
naming_is_unlisted(const naming *n, size_t i)
{
    size_t first = list_start(n, i, false);
    const claim *c = &n->claims->at[first];
    slice lead = slice_cut(n->text, n->clauses->at[c->clause].first,
                           c->figure->first);
    size_t length = list_length(n, first, false);
    bool is_apart = slice_find(lead, SLICE_OF("分别")) < lead.len;
    return length > 1 && (is_apart || length > 2) &&
           naming_item(n, i).len == 0;
}

size_t
naming_list_length(const naming *n, size_t i)
{
    return list_start(n, i, false) == i ? list_length(n, i, false) : 0;
}

/* 总收入达12亿元，纯收入达3325元，分别增长15%和35%: as many levels before, all
 * that the sentence has, each in a clause of its own. */
static size_t
level_of_each(const naming *n, size_t i, size_t first, size_t length)
{
    const claim *c = &n->claims->at[first];
    slice lead = slice_cut(n->text, n->clauses->at[c->clause].first,
                           c->figure->first);
    size_t levels = 0, k = first;
    if (length < 2 || c->kind == CLAIM_LEVEL ||
        slice_find(lead, SLICE_OF("分别")) == lead.len)
        return SIZE_MAX;
    for (; k > 0 && n->claims->at[k - 1].sentence == c->sentence; k--) {
        const claim *before = &n->claims->at[k - 1];
        bool is_next = before->clause + 1 == n->claims->at[k].clause;
        if (before->kind == CLAIM_NONE)
            continue; /* a date */
        if (before->kind != CLAIM_LEVEL || !is_next)
            return SIZE_MAX;
        levels++;
    }
    return levels == length ? first - length + (i - first) : SIZE_MAX;
}

/* 公路投资完成12亿元，港口和航道分别完成3亿元和1亿元，分别增长5%、6%和7%: as many
 * levels of one unit, or of one clause, in a run before, however listed. */
static size_t
level_of_run(const naming *n, size_t i, size_t first, size_t length)
{
    const claim *c = &n->claims->at[first];
    slice lead = slice_cut(n->text, n->clauses->at[c->clause].first,
                           c->figure->first);
    if (length < 2 || first < length || c->kind == CLAIM_LEVEL ||
        slice_find(lead, SLICE_OF("分别")) == lead.len)
        return SIZE_MAX;
    const claim *start = &n->claims->at[first - length];
    for (size_t k = first - length; k < first; k++) {
        const claim *level = &n->claims->at[k];
        bool is_alike = level->clause == (c - 1)->clause ||
                        unit_is_same_base(level->figure->quantity.unit,
                                          start->figure->quantity.unit);
        if (level->kind != CLAIM_LEVEL || level->sentence != c->sentence ||
            !is_alike)
            return SIZE_MAX;
    }
    slice before = clause_near_end(slice_cut(
            n->text, n->clauses->at[start->clause].first,
            start->figure->first));
    const claim *above = first > length ? start - 1 : start;
    while (above > n->claims->at && above->kind == CLAIM_NONE)
        above--; /* a date */
    bool is_first = slice_find(before, SLICE_OF("其中")) < before.len ||
                    first == length || above->kind == CLAIM_NONE ||
                    above->sentence != c->sentence ||
                    n->claims->at[first - length - 1].sentence !=
                            c->sentence;
    return is_first ? first - length + (i - first) : SIZE_MAX;
}

size_t
naming_partner(const naming *n, size_t i)
{
    size_t first = list_start(n, i, true), length = list_length(n, first, true);
    for (size_t k = first;
         length > 1 && k-- > 0 && first - k < CLAIM_REACH;) {
        if (n->claims->at[k].sentence != n->claims->at[i].sentence)
            break;
        size_t start = list_start(n, k, true);
        if (n->claims->at[k].kind == CLAIM_LEVEL && start + length == k + 1)
            return start + (i - first);
    }
    size_t each = level_of_each(n, i, first, length);
    return each != SIZE_MAX ? each : level_of_run(n, i, first, length);
}
