#include "base/utf8.h"
#include "prose/gathering.h"
#include "prose/lexicon.h"
#include "prose/topic.h"

/* Characters of a name before a bracket, at most. */
#define NAME_MOST 20

/* 由, 从2013年的 and 由上年同期的 right before the figure: nothing but a time
 * behind the word. */
bool
gathering_is_origin(const gathering *g, const claim *c)
{
    static const slice times[] = {SLICE("同期"), SLICE("上年"),
                                  SLICE("年初"),
                                  SLICE("去年"), SLICE("年"),
                                  SLICE("月"),   SLICE("末"),
                                  SLICE("底"),   SLICE("的"),
                                  SLICE("上月"), SLICE("份")};
    slice s = gathering_without_result(gathering_lead(g, c));
    while (s.len > 0 && s.at[s.len - 1] >= '0' && s.at[s.len - 1] <= '9')
        s.len--;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (slice_ends_with(s, times[i])) {
            s = slice_cut(s, 0, s.len - times[i].len);
            while (s.len > 0 && s.at[s.len - 1] >= '0' &&
                   s.at[s.len - 1] <= '9')
                s.len--;
            i = SIZE_MAX;
        }
    return slice_ends_with(s, SLICE_OF("由")) ||
           slice_ends_with(s, SLICE_OF("从"));
}

/* 22.26%、28.63%和49.11% */
static bool
is_joined(const gathering *g, const claim *a, const claim *b)
{
    slice between = slice_trim(slice_cut(g->naming.text, a->figure->last,
                                         b->figure->first));
    return slice_is(between, "、") || slice_is(between, "和");
}

/* 由上年的22.26%、28.63%和49.11%: of a list that was left for another. */
static bool
is_of_former(const gathering *g, size_t i)
{
    size_t first = i;
    while (first > 0 && is_joined(g, gathering_claim(g, first - 1),
                                  gathering_claim(g, first)))
        first--;
    bool is_list = first < i ||
                   (i + 1 < g->naming.claims->n &&
                    is_joined(g, gathering_claim(g, i),
                              gathering_claim(g, i + 1)));
    return is_list && gathering_is_origin(g, gathering_claim(g, first));
}

/* （含旧存343件）, （不含农户）: a part of the figure before, told beside it. */
static bool
is_included(const gathering *g, const claim *c)
{
    static const slice words[] = {SLICE("（含"), SLICE("(含"),
                                  SLICE("（不含"), SLICE("(不含"),
                                  SLICE("（包括"), SLICE("(包括"),
                                  SLICE("（其中含"), SLICE("(其中含")};
    slice lead = gathering_lead(g, c);
    for (size_t i = 0; c->is_aside && i < sizeof words / sizeof *words; i++)
        if (slice_find(lead, words[i]) < lead.len)
            return true;
    return false;
}

/* ；销售额84622亿元: what says nothing alone is of the entry that the run of
 * sentences joined by ； told last. */
static slice
owner_over(const gathering *g, size_t i)
{
    slice owner = gathering_owner(g, i);
    const claim *c = gathering_claim(g, i);
    if (owner.len > 0 || !naming_is_generic(c->subject))
        return owner;
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = gathering_claim(g, k);
        slice said = slice_cut(g->naming.text, before->figure->last,
                               c->figure->first);
        if (slice_find(said, SLICE_OF("。")) < said.len ||
            slice_find(said, SLICE_OF("\n")) < said.len)
            break;
        if (g->entry_of[k] != SIZE_MAX)
            return g->list.at[g->entry_of[k]].name;
    }
    return owner;
}

/* 占45.8% with nothing in front: the share of the entry before. */
static slice
share_alone(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c)), part = SLICE_OF("占");
    slice owner = gathering_owner(g, i);
    slice none = {NULL, 0};
    if (c->figure->sort != FIGURE_PERCENT || owner.len == 0 ||
        !slice_ends_with(lead, part))
        return none;
    slice head = slice_cut(lead, 0, lead.len - part.len);
    bool is_alone = head.len == 0 || slice_ends_with(head, SLICE_OF("（")) ||
                    slice_ends_with(head, SLICE_OF("(")) ||
                    slice_ends_with(head, SLICE_OF("、"));
    return is_alone && lexicon_end(owner, LEXICON_MEASURE) == NULL
               ? slice_join(g->naming.arena, owner, SLICE_OF("占比"))
           : is_alone ? slice_join(g->naming.arena, owner, SLICE_OF("比重"))
                      : none;
}

bool
gathering_is_pair(const claim *first, const claim *second)
{
    return first->figure->last == second->figure->first &&
           first->kind == CLAIM_LEVEL && second->kind == CLAIM_LEVEL &&
           second->figure->quantity.unit.kind == UNIT_COUNT &&
           !unit_is_same_base(first->figure->quantity.unit,
                              second->figure->quantity.unit);
}

/* 抢险队伍38支、2140人 */
static bool
is_people_of(const gathering *g, const claim *first, const claim *c)
{
    return is_joined(g, first, c) && first->kind == CLAIM_LEVEL &&
           first->figure->quantity.unit.kind == UNIT_COUNT &&
           slice_is(c->figure->quantity.unit.base, "人") &&
           !slice_is(first->figure->quantity.unit.base, "人");
}

/* 批准逮捕158件196人: the persons of the cases, and the cases of a name. */
static slice
name_beside(gathering *g, size_t i)
{
    slice none = {NULL, 0}, cases = SLICE_OF("案件");
    const claim *c = gathering_claim(g, i);
    bool is_beside = i > 0 && (gathering_is_pair(c - 1, c) ||
                               is_people_of(g, c - 1, c));
    if (!is_beside || g->entry_of[i - 1] == SIZE_MAX)
        return none;
    const entry *e = &g->list.at[g->entry_of[i - 1]];
    slice name = slice_join(g->naming.arena, e->deeds, e->name);
    slice unit = c->figure->quantity.unit.base;
    bool is_people = slice_is(unit, "人") || slice_is(unit, "名");
    if (is_people && slice_ends_with(name, cases))
        name = slice_cut(name, 0, name.len - cases.len);
    return is_people ? slice_join(g->naming.arena, name, SLICE_OF("人数"))
                     : slice_printf(g->naming.arena, "%.*s（%.*s）",
                                    SLICE_ARGS(name), SLICE_ARGS(unit));
}

/* 住房保障类（793件，占17%）: what stands right before the bracket. */
static slice
name_of_bracket(gathering *g, size_t i)
{
    static const slice open[] = {SLICE("（"), SLICE("(")};
    slice none = {NULL, 0};
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    for (size_t k = 0; c->is_aside && k < 2; k++) {
        if (!slice_ends_with(lead, open[k]))
            continue;
        slice name = topic_unnumbered(
                slice_cut(lead, 0, lead.len - open[k].len));
        bool is_base = lexicon_start(name, LEXICON_AGAINST) != NULL ||
                       lexicon_end(name, LEXICON_FORMER) != NULL ||
                       slice_ends_with(name, SLICE_OF("同期")) ||
                       slice_ends_with(name, SLICE_OF("水平")) ||
                       slice_has(name, "比全") || slice_has(name, "和全");
        name = naming_bare(name);
        return is_base || slice_has_digit(name) || name.len < 2 * UTF8_HAN ||
                               name.len > NAME_MOST * UTF8_HAN
                       ? none
                       : name;
    }
    return none;
}

/* 甲类783件、乙类579件，占总量的77%: the share of them all. */
static bool
is_joint_share(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    return i > 1 && c->figure->sort == FIGURE_PERCENT &&
           slice_starts_with(lead, SLICE_OF("占")) && !(c - 1)->is_aside &&
           (c - 1)->clause + 1 == c->clause &&
           (c - 2)->clause == (c - 1)->clause &&
           (c - 1)->kind == CLAIM_LEVEL && (c - 2)->kind == CLAIM_LEVEL &&
           slice_equal((c - 1)->figure->quantity.unit.name,
                       (c - 2)->figure->quantity.unit.name) &&
           !slice_equal((c - 1)->subject, (c - 2)->subject);
}

/* 营业总收入…。其中中央企业…: those who have it are measured as the whole. */
static slice
measured_alike(gathering *g, size_t i, slice name)
{
    static const slice who[] = {SLICE("企业"), SLICE("公司"), SLICE("行业"),
                                SLICE("地区"), SLICE("产业"), SLICE("部门")};
    const claim *c = gathering_claim(g, i);
    bool is_who = false;
    for (size_t k = 0; k < sizeof who / sizeof *who; k++)
        is_who = is_who || slice_ends_with(name, who[k]);
    bool is_count = c->figure->quantity.unit.kind == UNIT_COUNT;
    for (size_t k = i; is_who && !is_count && k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = gathering_claim(g, k);
        slice between = slice_cut(g->naming.text, before->figure->last,
                                  c->figure->first);
        if (slice_find(between, SLICE_OF("\n")) < between.len)
            break;
        if (g->entry_of[k] == SIZE_MAX || before->kind != CLAIM_LEVEL)
            continue;
        const entry *e = &g->list.at[g->entry_of[k]];
        if (slice_equal(e->unit, c->figure->quantity.unit.name))
            return naming_like(g->naming.arena, name, e->name);
    }
    return name;
}

/* 辖区企业新增21家 are 新增辖区企业, 新增学位8600个 are not all there are. */
static slice
newly(const gathering *g, size_t i, slice name)
{
    slice new = SLICE_OF("新增");
    const claim *c = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, c));
    bool is_behind = slice_ends_with(lead, new) && lead.len > new.len;
    bool is_before = slice_starts_with(c->subject, new) &&
                     slice_ends_with(c->subject, name) &&
                     c->subject.len == new.len + name.len;
    return (is_behind || is_before) && name.len >= 2 * UTF8_HAN &&
                           slice_find(name, new) == name.len
                   ? slice_join(g->naming.arena, new, name)
                   : name;
}

bool
gathering_is_size(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i), *next = c + 1;
    if (i + 1 == g->naming.claims->n || next->clause != c->clause ||
        c->figure->quantity.unit.kind != UNIT_AMOUNT ||
        c->figure->quantity.bound != BOUND_AT_LEAST ||
        next->figure->quantity.unit.kind != UNIT_COUNT)
        return false;
    slice noun = slice_cut(g->naming.text, c->figure->last,
                           next->figure->first);
    slice lead = slice_trim(gathering_lead(g, c));
    return (lead.len == 0 || slice_is(lead, "其中")) &&
           noun.len >= 2 * UTF8_HAN && noun.len <= NAME_MOST * UTF8_HAN &&
           !slice_has(noun, "、") &&
           !slice_has(noun, "和");
}

/* 5亿元以上项目 of 5亿元以上项目86个. */
static slice
name_of_size(gathering *g, size_t i)
{
    if (i == 0 || !gathering_is_size(g, i - 1))
        return (slice){NULL, 0};
    g->list.is_placed[i - 1] = true; /* in the name */
    slice s = slice_cut(g->naming.text,
                        gathering_claim(g, i - 1)->figure->first,
                        gathering_claim(g, i)->figure->first);
    const lexicon_word *tail;
    while ((tail = lexicon_end(s, LEXICON_TAIL)) != NULL)
        s = slice_cut(s, 0, s.len - tail->text.len);
    return slice_trim(s);
}

slice
gathering_level_name(gathering *g, size_t i)
{
    slice name = name_of_size(g, i);
    if (name.len == 0)
        name = share_alone(g, i);
    if (name.len == 0)
        name = name_beside(g, i);
    if (name.len == 0)
        name = name_of_bracket(g, i);
    if (name.len == 0)
        name = naming_item(&g->naming, i);
    if (name.len > 0)
        return name;
    name = naming_of(&g->naming, gathering_claim(g, i), owner_over(g, i));
    return newly(g, i, measured_alike(g, i, name));
}

bool
gathering_is_beside(const gathering *g, size_t i)
{
    return is_included(g, gathering_claim(g, i)) || is_of_former(g, i) ||
           is_joint_share(g, i);
}
