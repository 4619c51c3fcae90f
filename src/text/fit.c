#include "text/fit.h"

#include <assert.h>

#include "text/penalty.h"

/* Badness in 64ths: a line of badness 100 is as tight or as loose as it may be
 * without looking wrong. Costs are (1 + badness)², as in Knuth & Plass,
 * "Breaking Paragraphs into Lines" (1981), in 4096ths; whole numbers, so that
 * every machine breaks alike. */
#define BADNESS_ONE 64
#define COST_ONE FIT_COST_ONE
static_assert(COST_ONE == BADNESS_ONE * BADNESS_ONE, "badness, squared");
#define COST_REBASED (INT64_MAX / 4)
#define COST_OVERFULL 100000000000
/* More of an em over the measure is worse, to this much. */
#define OVERFULL_PER_EM 100000000
#define OVERFULL_EMS 5000
/* Han last line of one character (孤字, CLREQ #widow_orphan_adjustment). */
#define COST_LONE_CHARACTER 6000000
/* A last line shorter than the indent of what follows looks like a hole. */
#define COST_SHORT_ENDING 15000
#define SHORT_ENDING_EMS 3
/* Room put evenly between characters that counts as badness 100: 0.025 em. */
#define LOOSE_EM 25 / 1000
/* Looser than this (badness 500), all look wrong. Costs still grow faster than
 * the room, so that two loose lines share what one would have, but none is
 * worth a parted figure. */
#define RATIO_LOOSEST 1742
#define LOOSER_PER_EM 6000000
#define LOOSER_PER_SQUARE_EM 1500000
/* Above an em a place, each em more costs as much again, lest one line be given
 * all the room of three; up to a bound, for figures stay whole. */
#define LOOSER_FAR_PER_EM 2000000
#define LOOSER_FAR_EMS 8
/* A line too short with no place for room stays short: a single character,
 * a piece of an address. */
#define COST_SHORT 20000000
/* Gaps and word spaces stretch less visibly than the places between Han: all
 * that they can give costs this badness. */
#define BADNESS_GAPS 15 / 2
/* Of any squeeze, in proportion to it: CLREQ shrinks before it stretches, but a
 * line that gaps alone fill, or that need not be filled, needs no squeeze. */
#define SQUEEZED 60
#define SQUEEZED_RAGGED 50

/* Ratios are in 1024ths. */
#define RATIO_ONE 1024

typedef struct candidate {
    int64_t cost;    /* of the best way to end a line here */
    measure_edge start; /* of lines from here */
    uint32_t atom;
    uint32_t before; /* index of the candidate it comes from */
    int32_t penalty;
    bool is_forced;
} candidate;

/* Candidates behind which a line that ends here may start: from `first` on.
 * `rising` lists those that cost less than all later ones, for the bound that
 * ends the search. */
typedef struct fitter {
    const measure_sums *m;
    const text_options *options;
    fit_widths widths;
    bool is_justified; /* else ragged */
    jb_len em;
    int64_t loose;   /* LOOSE_EM */
    uint64_t *parts; /* see part_of_each; as they are asked for */
    candidate *at;
    size_t n;
    size_t first;
    uint32_t *rising;
    size_t head, tail;
} fitter;

static int64_t
ratio(int64_t part, int64_t whole)
{
    return part * RATIO_ONE / whole;
}

/* Rooms are divided by few numbers of places, very often: by multiplying with
 * reciprocals, that are kept up to this many places. */
#define PARTS_MOST 255
#define PARTS_SHIFT 24

/* The ratio to LOOSE_EM of each of `n` equal parts of `room`. */
static int64_t
part_of_each(const fitter *f, int64_t room, int64_t n)
{
    if (n > PARTS_MOST)
        return ratio(room, n * f->loose);
    if (f->parts[n] == 0)
        f->parts[n] = ((uint64_t)RATIO_ONE << PARTS_SHIFT) /
                      (uint64_t)(n * f->loose);
    return (int64_t)(((uint64_t)room * f->parts[n]) >> PARTS_SHIFT);
}

/* 100 · ratio³; ratios are below 2. */
static int64_t
badness_of(int64_t r)
{
    uint64_t cube = (uint64_t)(r * r * r);
    return (int64_t)(100 * BADNESS_ONE * cube / RATIO_ONE / RATIO_ONE /
                     RATIO_ONE);
}

/* A little squeeze is hard to see, but an unsqueezed line is better yet. */
static int64_t
shrink_badness(int64_t r, bool is_justified)
{
    int64_t any = is_justified ? SQUEEZED : SQUEEZED_RAGGED;
    return badness_of(r) + any * BADNESS_ONE * r / RATIO_ONE;
}

static int64_t
squared(int64_t badness)
{
    return (BADNESS_ONE + badness) * (BADNESS_ONE + badness);
}

/* Of a line whose every place is `each` 1024ths of LOOSE_EM wide. */
static int64_t
open_cost(int64_t each)
{
    int64_t tolerable = each < RATIO_LOOSEST ? each : RATIO_LOOSEST;
    int64_t cost = squared(badness_of(tolerable) + BADNESS_ONE * BADNESS_GAPS);
    if (each == tolerable)
        return cost;
    int64_t more = (each - tolerable) * LOOSE_EM;
    int64_t near = more < RATIO_ONE ? more : RATIO_ONE;
    int64_t far = more - near, most = LOOSER_FAR_EMS * RATIO_ONE;
    far = far < most ? far : most;
    int64_t added = (LOOSER_PER_EM +
                     LOOSER_PER_SQUARE_EM * near / RATIO_ONE) *
                            near / RATIO_ONE +
                    LOOSER_FAR_PER_EM * far / RATIO_ONE;
    return cost + added * COST_ONE;
}

/* Gaps wider than three times what comes between Han show less than that would
 * there: by this part of it. */
#define WIDER_GAPS 8

/* What comes into each place between Han, or into gaps and is as visible there:
 * see measure_into_gaps. */
static int64_t
open_ratio(const fitter *f, int64_t room, const measured_line *l)
{
    int64_t others = l->opens - l->gaps;
    int64_t parts = l->gaps * MEASURE_GAP_SHARE;
    if (others == 0) {
        int64_t each = part_of_each(f, room, parts);
        return each * f->loose * parts <= l->reach * RATIO_ONE
                   ? each
                   : part_of_each(f, l->reach, parts) +
                         part_of_each(f, room - l->reach, l->gaps);
    }
    int64_t into = measure_into_gaps(l, room, f->em);
    int64_t each = part_of_each(f, room - into, others);
    int64_t wide = parts > 0 ? part_of_each(f, into, parts) : 0;
    return wide > each ? each + (wide - each) / WIDER_GAPS : each;
}

static int64_t
stretch_cost(const fitter *f, int64_t slack, const measured_line *l)
{
    if (slack <= 0)
        return COST_ONE;
    if (slack <= l->stretch)
        return squared(badness_of(ratio(slack, l->stretch)) * BADNESS_GAPS /
                       100);
    int64_t room = slack - l->stretch;
    if (l->opens == 0)
        return open_cost(ratio(room, f->loose)) +
               COST_ONE * ratio(room < f->em ? room : f->em, f->em) *
                   COST_SHORT / RATIO_ONE;
    return open_cost(open_ratio(f, room, l));
}

/* Ragged lines: the square of the empty part, which evens the lines out. */
static int64_t
ragged_cost(int64_t slack, jb_len em, bool is_last, text_shape shape)
{
    if ((is_last && shape == TEXT_PLAIN) || slack <= 0)
        return COST_ONE;
    int64_t ems = slack * BADNESS_ONE / em;
    return COST_ONE + 100 * ems * ems;
}

static int64_t
overfull_cost(int64_t excess, jb_len em)
{
    int64_t most = (int64_t)OVERFULL_EMS * em;
    int64_t more = (excess < most ? excess : most) * OVERFULL_PER_EM / em;
    return (COST_OVERFULL + more) * COST_ONE;
}

/* A cost that no line with this much left over, or more, goes below. */
static int64_t
empty_cost(const fitter *f, const measured_line *l, int64_t slack)
{
    if (f->is_justified)
        return stretch_cost(f, slack, l);
    return ragged_cost(slack, f->em, false, f->options->shape);
}

/* Fewer than two Han on the last line of several; but 增速|（%） of a head. */
static bool
is_lone_ending(const fitter *f, const measured_line *l)
{
    bool is_bracket = f->options->shape != TEXT_PLAIN &&
                      l->first < l->last &&
                      f->m->atoms->at[l->first].mark == MARK_OPENING;
    if (is_bracket)
        return false;
    size_t n = 0;
    for (size_t i = l->first; i < l->last && n < 2; i++)
        n += f->m->atoms->at[i].kind != CHARACTER_MARK;
    return n < 2;
}

static int64_t
line_cost(const fitter *f, const measured_line *l, jb_len width, bool is_last)
{
    int64_t need = l->width - width;
    if (width == 0)
        return COST_ONE;
    if (need > l->shrink)
        return overfull_cost(need - l->shrink, f->em);
    if (need > 0)
        return squared(
            shrink_badness(ratio(need, l->shrink), f->is_justified));
    if (!is_last)
        return empty_cost(f, l, -need);
    return f->is_justified
               ? COST_ONE
               : ragged_cost(-need, f->em, true, f->options->shape);
}

/* Of the last of several lines. */
static int64_t
ending_cost(const fitter *f, const measured_line *l)
{
    if (is_lone_ending(f, l))
        return (int64_t)COST_LONE_CHARACTER * COST_ONE;
    bool is_short = f->is_justified &&
                    l->width < (int64_t)SHORT_ENDING_EMS * f->em;
    return is_short ? (int64_t)COST_SHORT_ENDING * COST_ONE : 0;
}

static jb_len
width_from(const fitter *f, size_t start)
{
    return start == 0 ? f->widths.first : f->widths.rest;
}

static bool
ends_paragraph(const fitter *f, size_t to)
{
    return to + 1 == f->n;
}

/* What is the same for all lines that end at one place. */
typedef struct ending {
    bool is_last;           /* of what is set solid: the rest is left empty */
    bool ends_paragraph;
    int64_t penalty;
} ending;

static ending
ending_at(const fitter *f, size_t to)
{
    bool ends = ends_paragraph(f, to);
    return (ending){ends || f->at[to].is_forced, ends,
                    (int64_t)f->at[to].penalty * COST_ONE};
}

static inline int64_t
cost_of(const fitter *f, const measured_line *l, size_t start,
        const ending *end)
{
    int64_t cost = line_cost(f, l, width_from(f, start), end->is_last);
    if (end->ends_paragraph && start > 0)
        cost += ending_cost(f, l);
    return cost + end->penalty;
}

/* Past this a line starting earlier is overfull too: widths differ from a
 * straight sum by at most an em at each end. */
static bool
is_beyond(const fitter *f, size_t from, size_t to)
{
    jb_len width = width_from(f, f->at[from].atom);
    if (width == 0)
        return false;
    const measure_sum *a = &f->m->before[f->at[from].atom];
    const measure_sum *b = &f->m->before[f->at[to].atom];
    return b->width - a->width - (b->shrink - a->shrink) >
           (int64_t)width + 2 * f->em;
}

/* All lines that start later than this one are emptier yet, give less and cost
 * more: no edge takes more off a line than the atom at it is wide. */
static bool
is_unfilled(const fitter *f, size_t start, const measured_line *line)
{
    return line->width <= width_from(f, start) &&
           (start > 0 || f->widths.first <= f->widths.rest);
}

/* The best line that ends at `to`. Starts are tried from the fullest line to
 * the emptiest, until none that is left can win; those of lines that are too
 * long however they are squeezed, only if they `may_overrun`. */
static void
try_starts(fitter *f, size_t to, bool may_overrun)
{
    candidate *c = &f->at[to];
    ending place = ending_at(f, to);
    measure_edge edge = measure_end(f->m, c->atom);
    const uint32_t *lowest = f->rising + f->head;
    const uint32_t *last = f->rising + f->tail - 1;
    int64_t best = c->cost;
    int64_t least = 0; /* that a line costs from here on */
    for (size_t from = f->first; from < to; from++) {
        const candidate *a = &f->at[from];
        if (a->cost + least >= best)
            continue;
        measured_line line = measure_between(f->m, &a->start, &edge);
        jb_len width = width_from(f, a->atom);
        if (!may_overrun && width > 0 && line.width - line.shrink > width)
            continue;
        int64_t own = cost_of(f, &line, a->atom, &place);
        if (a->cost + own < best) {
            best = a->cost + own;
            c->before = (uint32_t)from;
        }
        if (place.is_last || !is_unfilled(f, a->atom, &line))
            continue;
        least = own;
        while (lowest < last && *lowest < from)
            lowest++;
        if (f->at[*lowest].cost + least > best)
            break;
    }
    c->cost = best;
}

/* Most places have a start of a line that is not too long, and none that is
 * costs less then. */
static void
solve(fitter *f, size_t to)
{
    candidate *c = &f->at[to];
    while (f->first + 1 < to && is_beyond(f, f->first, to))
        f->first++;
    while (f->head < f->tail && f->rising[f->head] < f->first)
        f->head++;
    c->cost = INT64_MAX;
    try_starts(f, to, false);
    int64_t least = f->at[f->rising[f->head]].cost;
    if (c->cost - least >= COST_OVERFULL * COST_ONE)
        try_starts(f, to, true);
}

/* Only differences matter among the starts that are left, so that the costs
 * of a long paragraph without a good line need not grow without end. */
static void
rebase(fitter *f, size_t to)
{
    int64_t least = f->at[f->rising[f->head]].cost;
    for (size_t i = f->first; i <= to; i++)
        f->at[i].cost -= least;
}

/* Lines may now start at `to`; only there when its break is forced. */
static void
open_start(fitter *f, size_t to)
{
    if (f->at[to].is_forced) {
        f->first = to;
        f->head = f->tail = 0;
    }
    while (f->tail > f->head &&
           f->at[f->rising[f->tail - 1]].cost >= f->at[to].cost)
        f->tail--;
    f->rising[f->tail++] = (uint32_t)to;
    f->at[to].start = measure_start(f->m, f->at[to].atom);
    if (f->at[to].cost > COST_REBASED)
        rebase(f, to);
}

static void
push(fitter *f, size_t atom, int32_t penalty, bool is_forced)
{
    candidate *c = &f->at[f->n++]; /* zero until now */
    c->atom = (uint32_t)atom;
    c->penalty = penalty;
    c->is_forced = is_forced;
}

/* A dash is one stroke, an ellipsis six dots, whatever the need. Rows of
 * several are broken between them, or between the strokes of three that some
 * faces draw: `row` counts the marks of one before `i`, as it goes on. */
static bool
is_inside_pair(const text_atom *at, size_t i, size_t last, size_t *row)
{
    mark_kind mark = at[i].mark;
    bool goes_on = (mark == MARK_DASH || mark == MARK_ELLIPSIS) &&
                   at[i - 1].mark == mark;
    *row = goes_on ? *row + 1 : 0;
    bool is_stroke = at[i - 1].is_joined && i + 1 < last &&
                     at[i + 1].mark == mark;
    return *row % 2 == 1 && !is_stroke;
}

/* 1|2, 1|.2, 1.|2, 10 |000, 5|%, +|3. */
static bool
is_inside_figure(const text_atom *at, size_t i, size_t n)
{
    bool left = at[i - 1].kind == CHARACTER_DIGIT;
    bool right = at[i].kind == CHARACTER_DIGIT;
    bool is_sign = (left && at[i].kind == CHARACTER_SIGN) ||
                   (right && at[i - 1].kind == CHARACTER_SIGN &&
                    at[i - 1].code != '%');
    bool is_before_point = left && i + 1 < n &&
                           (at[i].code == '.' || at[i].code == ',') &&
                           at[i + 1].kind == CHARACTER_DIGIT;
    bool is_behind_point = right && (at[i - 1].code == '.' ||
                                     at[i - 1].code == ',' ||
                                     at[i - 1].kind == CHARACTER_SPACE);
    return (left && right) || is_sign || is_before_point || is_behind_point;
}

/* Marks that hold each other together are more than a line takes, however
 * they are squeezed: only then is a prohibition given up. */
static bool
is_inside_long_row(const fitter *f, size_t i, size_t last)
{
    const text_atom *at = f->m->atoms->at;
    size_t enough = (size_t)(2 * f->widths.rest / f->em) + 4;
    size_t from = i, to = i;
    while (from > 0 && i - from < enough && at[from - 1].mark != MARK_NONE)
        from--;
    while (to < last && to - i < enough && at[to].mark != MARK_NONE)
        to++;
    if (from == i || to == i)
        return false;
    measured_line row = measure_line(f->m, from, to);
    return row.width - row.shrink > f->widths.rest - f->em;
}

/* What a line costs that starts at `i` though nothing allows it, inside a piece
 * that takes most of a line or not. */
static int32_t
emergency_at(const text_atom *at, size_t i, size_t last, bool is_long)
{
    if (is_inside_figure(at, i, last))
        return PENALTY_EMERGENCY_FIGURE;
    bool is_in_word = at[i - 1].kind == CHARACTER_LETTER &&
                      at[i].kind == CHARACTER_LETTER;
    return is_long && is_in_word ? PENALTY_LONG : PENALTY_EMERGENCY;
}

/* 👨‍👩‍👧 is one character to its reader, whether a face has it or not: UAX #14
 * LB8a, LB9. */
static bool
is_inside_cluster(const text_atom *a, const text_atom *b)
{
    line_class line = b->property.line;
    return b->is_joined || line == LINE_CM || line == LINE_ZWJ ||
           line == LINE_EM || a->property.line == LINE_ZWJ;
}

/* Inside what is wider than most of a line, any place between clusters may
 * break if nothing else helps. */
static void
push_emergencies(fitter *f, size_t first, size_t last)
{
    const text_atom *at = f->m->atoms->at;
    if (last - first < 2 || f->widths.rest == 0)
        return;
    measured_line whole = measure_line(f->m, first, last);
    if (whole.width * 2 < f->widths.rest)
        return;
    bool is_long = whole.width * 4 > f->widths.rest * 3;
    size_t row = 0; /* none of a row is before `first`: see keep_pairs */
    for (size_t i = first + 1; i < last; i++) {
        bool is_inside = is_inside_pair(at, i, last, &row);
        bool is_closing = at[i].mark != MARK_NONE &&
                          at[i].mark != MARK_OPENING;
        bool is_held = is_closing || at[i - 1].mark == MARK_OPENING;
        if (is_inside_cluster(&at[i - 1], &at[i]) || is_inside ||
            at[i].kind == CHARACTER_SPACE)
            continue;
        if (!is_held)
            push(f, i, emergency_at(at, i, last, is_long), false);
        else if (is_inside_long_row(f, i, last))
            push(f, i, PENALTY_EMERGENCY_FIGURE, false);
    }
}

static void
collect(fitter *f)
{
    const text_atoms *t = f->m->atoms;
    push(f, 0, 0, true);
    size_t last = 0;
    for (size_t i = 1; i < t->n; i++) {
        if (t->at[i].penalty < 0)
            continue;
        push_emergencies(f, last, i);
        push(f, i, t->at[i].penalty, t->at[i].is_forced);
        last = i;
    }
    push_emergencies(f, last, t->n);
    push(f, t->n, 0, true);
}

static fit_lines
trace(arena *a, const fitter *f)
{
    fit_lines out = {NULL, 0};
    for (size_t i = f->n - 1; i > 0; i = f->at[i].before)
        out.n++;
    out.starts = ARENA_ARRAY(a, out.n + 1, size_t);
    size_t line = out.n;
    for (size_t i = f->n - 1;; i = f->at[i].before) {
        out.starts[line] = f->at[i].atom;
        if (line-- == 0)
            break;
    }
    return out;
}

static fitter
fitter_for(const measure_sums *m, fit_widths widths, uint64_t *parts)
{
    jb_len em = len_max(m->atoms->em, 1);
    return (fitter){.m = m, .options = m->options, .widths = widths,
                    .is_justified = m->options->align == TEXT_JUSTIFY &&
                                    m->options->shape == TEXT_PLAIN,
                    .em = em,
                    .loose = len_max(em * LOOSE_EM, 1),
                    .parts = parts};
}

fit_lines
fit_paragraph(const text_context *c, const measure_sums *m, fit_widths widths)
{
    size_t most = m->atoms->n + 2;
    arena *own = arena_new(); /* gone before the lines are drawn */
    uint64_t parts[PARTS_MOST + 1] = {0};
    fitter f = fitter_for(m, widths, parts);
    f.at = ARENA_ARRAY(own, most, candidate);
    f.rising = ARENA_ARRAY(own, most, uint32_t);
    collect(&f);
    open_start(&f, 0);
    for (size_t to = 1; to < f.n; to++) {
        solve(&f, to);
        open_start(&f, to);
    }
    fit_lines lines = trace(c->scratch, &f);
    arena_drop(own);
    return lines;
}

int64_t
fit_cost(const measure_sums *m, fit_widths widths, const fit_lines *lines)
{
    const text_atoms *t = m->atoms;
    uint64_t parts[PARTS_MOST + 1] = {0};
    fitter f = fitter_for(m, widths, parts);
    int64_t cost = 0;
    for (size_t i = 0; i < lines->n; i++) {
        size_t end = lines->starts[i + 1];
        candidate ends[] = {{.atom = (uint32_t)lines->starts[i]},
                            {.atom = (uint32_t)end}, {0}};
        if (end < t->n) {
            ends[1].penalty = t->at[end].penalty;
            ends[1].is_forced = t->at[end].is_forced;
        }
        f.at = ends;
        f.n = end < t->n ? 3 : 2;
        ending place = ending_at(&f, 1);
        measured_line line = measure_line(m, lines->starts[i], end);
        cost += cost_of(&f, &line, lines->starts[i], &place);
    }
    return cost;
}
