#include "text/fit.h"

#include "text/penalty.h"

/* Cost scale. A line of badness 100 is as tight or as loose as it may be
 * without looking wrong; costs are (1 + badness)², as in Knuth & Plass,
 * "Breaking Paragraphs into Lines" (1981). */
#define COST_OVERFULL 1e12
/* Han last line of one character (孤字, CLREQ #widow_orphan_adjustment). */
#define COST_LONE_CHARACTER 3e6
/* Room put evenly between characters that counts as badness 100. */
#define LOOSE_EM 0.036
/* Looser than this, lines grow worse slowly: all look wrong, and none is worth
 * a parted figure. */
#define BADNESS_LOOSEST 500
/* Gaps and word spaces stretch less visibly than the places between Han. */
#define STRETCH_WEIGHT 0.3

typedef struct candidate {
    size_t atom;
    int32_t penalty;
    bool is_forced;
    double cost;  /* of the best way to end a line here */
    size_t before; /* index of the candidate it comes from */
} candidate;

typedef struct fitter {
    const measure_sums *m;
    const text_options *options;
    fit_widths widths;
    jb_len em;
    candidate *at;
    size_t n;
} fitter;

static double
cube(double x)
{
    return x * x * x;
}

static double
shrink_badness(double need, const measured_line *l)
{
    return 100 * cube(need / (double)l->shrink);
}

static double
stretch_badness(double slack, const measured_line *l, jb_len em)
{
    double easy = (double)l->stretch;
    if (slack <= 0)
        return 0;
    if (slack <= easy)
        return 100 * STRETCH_WEIGHT * cube(slack / easy) / 4;
    double places = l->opens > 0 ? (double)l->opens : 0.5;
    double each = (slack - easy) / places / em;
    double badness = 100 * cube(each / LOOSE_EM) + 100 * STRETCH_WEIGHT / 4;
    if (badness <= BADNESS_LOOSEST)
        return badness;
    double more = each * 700;
    return BADNESS_LOOSEST + (more < 2000 ? more : 2000);
}

static double
squared(double badness)
{
    return (1 + badness) * (1 + badness);
}

static bool
is_justified(const fitter *f)
{
    return f->options->align == TEXT_JUSTIFY &&
           f->options->shape == TEXT_PLAIN;
}

/* Ragged lines: the square of the empty part, which evens the lines out. */
static double
ragged_cost(double slack, jb_len em, bool is_last, text_shape shape)
{
    if (is_last && shape == TEXT_PLAIN)
        return 1;
    double ems = slack / em;
    return 1 + 100 * ems * ems;
}

/* Fewer than two Han on the last line of several. */
static bool
is_lone_ending(const fitter *f, const measured_line *l, size_t from)
{
    if (from == 0)
        return false;
    size_t n = 0;
    for (size_t i = l->first; i < l->last && n < 2; i++)
        n += f->m->atoms->at[i].kind != CHARACTER_MARK;
    return n < 2;
}

static double
line_cost(const fitter *f, const measured_line *l, jb_len width, bool is_last)
{
    double need = (double)(l->width - width);
    if (width == 0)
        return 1;
    if (need > (double)l->shrink)
        return COST_OVERFULL + (need - (double)l->shrink) * 1e3;
    if (need > 0)
        return squared(shrink_badness(need, l));
    if (!is_justified(f))
        return ragged_cost(-need, f->em, is_last, f->options->shape);
    return is_last ? 1 : squared(stretch_badness(-need, l, f->em));
}

static jb_len
width_from(const fitter *f, size_t start)
{
    return start == 0 ? f->widths.first : f->widths.rest;
}

static double
cost_between(const fitter *f, size_t from, size_t to, measured_line *line)
{
    const candidate *a = &f->at[from], *b = &f->at[to];
    *line = measure_line(f->m, a->atom, b->atom);
    bool is_last = to + 1 == f->n || b->is_forced;
    double cost = line_cost(f, line, width_from(f, a->atom), is_last);
    if (to + 1 == f->n && is_lone_ending(f, line, a->atom))
        cost += COST_LONE_CHARACTER;
    return cost + b->penalty;
}

/* Past this a line starting earlier is overfull too: widths differ from a
 * straight sum by at most an em at each end. */
static bool
is_beyond(const fitter *f, const measured_line *l, jb_len width)
{
    return width > 0 && l->width - l->shrink > (int64_t)width + 3 * f->em;
}

/* Below this measure every line is looked at: there are few, and a short one
 * may be what keeps a figure whole. */
#define STUB_MEASURE 24

/* A line this short is only worth a look when nothing longer will do. */
static bool
is_stub(const fitter *f, size_t from, size_t to)
{
    if (f->widths.rest < STUB_MEASURE * f->em)
        return false;
    int64_t width = f->m->width[f->at[to].atom] -
                    f->m->width[f->at[from].atom];
    return width * 2 < (int64_t)width_from(f, f->at[from].atom);
}

/* Try all lines that end at `to` and are stubs, or are not; true when the
 * best of them is a line one can set. */
static bool
try_lines(fitter *f, size_t to, bool are_stubs)
{
    candidate *c = &f->at[to];
    bool is_found = false;
    for (size_t from = to; from-- > 0;) {
        bool is_start = f->at[from].is_forced;
        if (is_stub(f, from, to) != are_stubs) {
            if (is_start || are_stubs)
                break;
            continue;
        }
        measured_line line;
        double of_line = cost_between(f, from, to, &line);
        double cost = of_line + f->at[from].cost;
        is_found |= of_line < PENALTY_FIGURE;
        if (c->cost < 0 || cost < c->cost) {
            c->cost = cost;
            c->before = from;
        }
        if (is_start ||
            is_beyond(f, &line, width_from(f, f->at[from].atom)))
            break;
    }
    return is_found;
}

/* Short lines are tried last: they are most of the pairs and none of the
 * answers, but for a paragraph's last line and around unbreakable words. */
static void
solve(fitter *f, size_t to)
{
    f->at[to].cost = -1;
    bool is_end = to + 1 == f->n || f->at[to].is_forced;
    if (!try_lines(f, to, false) || is_end)
        try_lines(f, to, true);
}

static void
push(fitter *f, size_t atom, int32_t penalty, bool is_forced)
{
    f->at[f->n++] = (candidate){atom, penalty, is_forced, 0, 0};
}

/* Inside what is wider than most of a line, any place between clusters may
 * break if nothing else helps. */
static void
push_emergencies(fitter *f, size_t first, size_t last)
{
    const text_atom *at = f->m->atoms->at;
    measured_line whole = measure_line(f->m, first, last);
    if (f->widths.rest == 0 || whole.width * 2 < f->widths.rest)
        return;
    for (size_t i = first + 1; i < last; i++) {
        bool is_closing = at[i].mark != MARK_NONE &&
                          at[i].mark != MARK_OPENING;
        bool is_opening = at[i - 1].mark == MARK_OPENING;
        if (!at[i].is_joined && !is_closing && !is_opening &&
            at[i].kind != CHARACTER_SPACE)
            push(f, i, PENALTY_EMERGENCY, false);
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
trace(const text_context *c, const fitter *f)
{
    fit_lines out = {NULL, 0};
    for (size_t i = f->n - 1; i > 0; i = f->at[i].before)
        out.n++;
    out.starts = ARENA_ARRAY(c->scratch, out.n + 1, size_t);
    size_t line = out.n;
    for (size_t i = f->n - 1;; i = f->at[i].before) {
        out.starts[line] = f->at[i].atom;
        if (line-- == 0)
            break;
    }
    return out;
}

fit_lines
fit_paragraph(const text_context *c, const measure_sums *m, fit_widths widths)
{
    fitter f = {m, c->options, widths, m->atoms->em, NULL, 0};
    if (f.em <= 0)
        f.em = 1;
    f.at = ARENA_ARRAY(c->scratch, m->atoms->n + 2, candidate);
    collect(&f);
    for (size_t to = 1; to < f.n; to++)
        solve(&f, to);
    return trace(c, &f);
}
