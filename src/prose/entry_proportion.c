/* 三次产业结构为6.0:46.9:47.1: three numbers that make up a hundred. */
#include "prose/gathering.h"

#define PROPORTIONS 3

static bool
is_colon(slice s)
{
    return slice_is(s, "∶") || slice_is(s, "︰") || slice_is(s, ":") ||
           slice_is(s, "：");
}

/* Whether claim `i` is the first of three numbers joined by colons. */
static bool
starts_proportions(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    for (size_t k = 1; k < PROPORTIONS; k++) {
        if (i + k >= g->naming.claims->n ||
            c[k].figure->sort != FIGURE_BARE ||
            !is_colon(slice_cut(g->naming.text, c[k - 1].figure->last,
                                c[k].figure->first)))
            return false;
    }
    const clause *own = &g->naming.clauses->at[c->clause];
    slice lead = clause_near_end(slice_cut(
            g->naming.text, own->sentence_first, c->figure->first));
    return slice_find(lead, SLICE_OF("产业")) < lead.len;
}

/* 由15:61.9:23.1调整为14:57.5:28.5: the first three are of a former time. */
static bool
are_former(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (i + PROPORTIONS >= g->naming.claims->n)
        return false;
    slice rest = slice_cut(g->naming.text,
                           c[PROPORTIONS - 1].figure->last,
                           c[PROPORTIONS].figure->first);
    static const slice words[] = {SLICE("调整"), SLICE("优化"),
                                  SLICE("变化"), SLICE("变为"),
                                  SLICE("演变")};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (slice_find(rest, words[k]) < rest.len && rest.len < 60)
            return true;
    return false;
}

static void
add_proportions(gathering *g, size_t i)
{
    static const slice names[PROPORTIONS] = {
        SLICE("第一产业"), SLICE("第二产业"), SLICE("第三产业")};
    size_t at = gathering_add(g, i, SLICE_OF("三次产业结构"), SLICE_OF("%"));
    entry *e = &g->list.at[at];
    e->is_proportion = true;
    e->n_parts = PROPORTIONS;
    e->parts = ARENA_ARRAY(g->naming.arena, PROPORTIONS, entry_part);
    for (size_t k = 0; k < PROPORTIONS; k++) {
        e->parts[k] = (entry_part){names[k], gathering_claim(g, i + k)};
        gathering_place(g, i + k, at);
    }
}

bool
gathering_proportions(gathering *g, size_t i)
{
    if (gathering_claim(g, i)->figure->sort != FIGURE_BARE ||
        !starts_proportions(g, i))
        return false;
    if (!are_former(g, i)) {
        add_proportions(g, i);
        return true;
    }
    /* The figures of the former time stand in the source's words. */
    for (size_t k = 0; k < PROPORTIONS; k++)
        g->list.is_placed[i + k] = true;
    return true;
}
