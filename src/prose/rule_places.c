/* Places gained or lost against the two places: 由第8位上升到第5位，前移3位. */
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"

typedef struct place_move {
    int64_t then, now;
} place_move;

static bool
is_place(const inspection *in, const claim *c)
{
    slice rest = rule_text(in, c->figure->last, c->figure->last + 6);
    return c->figure->sort == FIGURE_ORDINAL &&
           (slice_starts_with(rest, SLICE_OF("位")) ||
            slice_starts_with(rest, SLICE_OF("名")));
}

/* 前移 and its like right before the figure: 1 gained, -1 lost. */
static int
side_of(slice lead)
{
    static const slice gained[] = {SLICE("前移"), SLICE("前进"),
                                   SLICE("提升"), SLICE("上升"),
                                   SLICE("跃升"), SLICE("进")};
    static const slice lost[] = {SLICE("后移"), SLICE("后退"),
                                 SLICE("下降"), SLICE("下滑"),
                                 SLICE("退")};
    lead = slice_ends_with(lead, SLICE_OF("了"))
               ? slice_cut(lead, 0, lead.len - strlen("了"))
               : lead;
    for (size_t i = 0; i < sizeof lost / sizeof *lost; i++)
        if (slice_ends_with(lead, lost[i]))
            return -1;
    for (size_t i = 0; i < sizeof gained / sizeof *gained; i++)
        if (slice_ends_with(lead, gained[i]))
            return 1;
    return 0;
}

static bool
is_from(slice lead)
{
    return slice_has(lead, "由") || slice_has(lead, "从");
}

/* 由第8位…到第5位: the second is now; 居第5位，比上年第8位: the first. */
static bool
move_of(const inspection *in, const claim *a, const claim *b,
        place_move *out)
{
    slice first = rule_lead(in, a), second = slice_trim(rule_lead(in, b));
    int64_t x = a->figure->quantity.value.coefficient;
    int64_t y = b->figure->quantity.value.coefficient;
    *out = (place_move){x, y};
    if (a->clause == b->clause)
        return is_from(first);
    *out = (place_move){y, x};
    return b->clause == a->clause + 1 &&
           lexicon_start(second, LEXICON_AGAINST) != NULL;
}

static void
report(const inspection *in, size_t first, size_t last, place_move m)
{
    int64_t by = m.then > m.now ? m.then - m.now : m.now - m.then;
    if (!rule_is_typed(in, first, last))
        return;
    diag_report(in->diags, &PROSE_RANK_MOVED, rule_span(in, first, last),
                rule_text(in, first, last),
                slice_printf(in->arena, "第%lld位到第%lld位是%s%lld位",
                             (long long)m.then, (long long)m.now,
                             m.then > m.now ? "前移" : "后移",
                             (long long)by));
}

/* 由第8位后移到第5位 */
static void
check_verb(const inspection *in, const claim *a, const claim *b)
{
    slice between = rule_text(in, a->figure->last, b->figure->first);
    static const slice ends[] = {SLICE("到"), SLICE("至")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = slice_find(between, ends[i]);
        place_move m;
        int side = side_of(slice_cut(between, 0, at));
        if (at < between.len && side != 0 && move_of(in, a, b, &m) &&
            a->clause == b->clause && (m.then - m.now) * side < 0)
            report(in, a->figure->first, b->figure->last, m);
    }
}

/* 前移2位 behind the two places. */
static void
check_distance(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *b = c - 1, *a = c - 2;
    int side = side_of(rule_lead(in, c));
    place_move m;
    if (side == 0 || !slice_is(c->figure->quantity.unit.base, "位") ||
        c->figure->quantity.value.scale > 0 ||
        a->sentence != c->sentence || !is_place(in, a) || !is_place(in, b) ||
        b->clause + 1 < c->clause || !move_of(in, a, b, &m))
        return;
    int64_t by = side * c->figure->quantity.value.coefficient;
    if (m.then - m.now != by)
        report(in, c->figure->first - strlen("前移"), c->figure->last, m);
}

/* 居第5位，比上年前移2位，上年居第6位: the place of then behind the distance. */
static void
check_distance_behind(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *now = c - 1, *then = c + 1;
    slice lead = rule_own_lead(in, then);
    int side = side_of(rule_lead(in, c));
    if (side == 0 || !slice_is(c->figure->quantity.unit.base, "位") ||
        now->sentence != c->sentence || then->sentence != c->sentence ||
        !is_place(in, now) || !is_place(in, then) ||
        now->clause + 1 != c->clause || then->clause > c->clause + 1 ||
        !(slice_has(lead, "上年") || slice_has(lead, "去年")))
        return;
    place_move m = {then->figure->quantity.value.coefficient,
                    now->figure->quantity.value.coefficient};
    if (m.then - m.now != side * c->figure->quantity.value.coefficient)
        report(in, c->figure->first - strlen("前移"), c->figure->last, m);
}

void
rule_places(const inspection *in)
{
    for (size_t i = 1; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (is_place(in, c) && is_place(in, c - 1) &&
            c->sentence == (c - 1)->sentence)
            check_verb(in, c - 1, c);
        if (i > 1 && c->figure->sort == FIGURE_QUANTITY)
            check_distance(in, i);
        if (i + 1 < in->claims.n && c->figure->sort == FIGURE_QUANTITY)
            check_distance_behind(in, i);
    }
}
