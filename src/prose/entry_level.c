#include "prose/gathering.h"
#include "prose/lexicon.h"

/* 由, 从2013年的 and 由上年同期的 right before the figure: nothing but a time
 * behind the word. */
bool
gathering_is_origin(const gathering *g, const claim *c)
{
    static const slice times[] = {SLICE("同期"), SLICE("上年"),
                                  SLICE("去年"), SLICE("年"),
                                  SLICE("月"),   SLICE("末"),
                                  SLICE("底"),   SLICE("的"),
                                  SLICE("上月"), SLICE("份")};
    slice s = gathering_lead(g, c);
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

slice
gathering_level_name(gathering *g, size_t i)
{
    slice name = share_alone(g, i);
    if (name.len == 0)
        name = naming_item(&g->naming, i);
    return name.len > 0 ? name
                        : naming_of(&g->naming, gathering_claim(g, i),
                                    owner_over(g, i));
}

bool
gathering_is_beside(const gathering *g, size_t i)
{
    return is_included(g, gathering_claim(g, i)) || is_of_former(g, i);
}
