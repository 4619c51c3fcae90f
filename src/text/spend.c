#include "text/spend.h"

/* What one atom can give in a step: asked twice, once for the sum. */
typedef jb_len (*capacity)(const spent_line *l, const text_atoms *t, size_t i,
                           atom_step step);
/* Take or give `share`. */
typedef void (*settle)(const text_atom *atom, spent_atom *s, jb_len share);

static size_t
count(const spent_line *l)
{
    return l->measured.last - l->measured.first;
}

static const text_atom *
atom_of(const spent_line *l, const text_atoms *t, size_t i)
{
    return &t->at[l->measured.first + i];
}

static jb_len
mark_capacity(const spent_line *l, const text_atoms *t, size_t i)
{
    const text_atom *a = atom_of(l, t, i);
    const spent_atom *s = &l->atoms[i];
    jb_len left = a->blank_left - s->trim_left;
    jb_len right = a->blank_right - s->trim_right;
    return len_max(0, left) + len_max(0, right);
}

static jb_len
shrink_of_step(const spent_line *l, const text_atoms *t, size_t i,
               atom_step step)
{
    const text_atom *a = atom_of(l, t, i);
    jb_len own = 0;
    if (a->step == step)
        own = a->kind == CHARACTER_SPACE ? a->shrink
                                         : mark_capacity(l, t, i);
    if (step == STEP_GAP && i > 0)
        own += a->gap_shrink;
    return own;
}

static jb_len
stretch_of_step(const spent_line *l, const text_atoms *t, size_t i,
                atom_step step)
{
    const text_atom *a = atom_of(l, t, i);
    bool is_own = a->kind == CHARACTER_SPACE && a->step == step;
    jb_len own = is_own ? a->stretch : 0;
    return own + (step == STEP_GAP && i > 0 ? a->gap_stretch : 0);
}

static jb_len
open_gap(const spent_line *l, const text_atoms *t, size_t i, atom_step step)
{
    (void)step;
    return i > 0 && atom_of(l, t, i)->can_open ? atom_of(l, t, i)->gap_reach
                                               : 0;
}

static jb_len
open_place(const spent_line *l, const text_atoms *t, size_t i, atom_step step)
{
    (void)step;
    return i > 0 && atom_of(l, t, i)->can_open &&
           atom_of(l, t, i)->gap_reach == 0;
}

static jb_len
any_space(const spent_line *l, const text_atoms *t, size_t i, atom_step step)
{
    (void)step;
    return atom_of(l, t, i)->kind == CHARACTER_SPACE;
}

static void
take(const text_atom *a, spent_atom *s, jb_len share)
{
    if (a->kind == CHARACTER_SPACE) {
        s->own -= share;
        return;
    }
    if (a->step == STEP_NONE)
        s->before -= share;
    else if (a->mark == MARK_OPENING)
        s->trim_left += share;
    else
        s->trim_right += share;
}

static void
give(const text_atom *a, spent_atom *s, jb_len share)
{
    if (a->kind == CHARACTER_SPACE)
        s->own += share;
    else
        s->before += share;
}

/* What an atom can take, how it takes it, and whether that is a limit or
 * only a proportion. */
typedef struct share_rule {
    capacity of;
    settle with;
    bool is_limited;
    atom_step step; /* that `of` is asked about */
} share_rule;

/* Share `amount` out by capacity; exact to the unit, since each share is a
 * difference of rounded running totals. Returns what was spent. */
static int64_t
share_out(spent_line *l, const text_atoms *t, int64_t amount, share_rule rule)
{
    int64_t total = 0;
    for (size_t i = 0; i < count(l); i++)
        total += rule.of(l, t, i, rule.step);
    if (total == 0 || amount <= 0)
        return 0;
    int64_t spent = rule.is_limited && amount > total ? total : amount;
    int64_t sum = 0, done = 0;
    for (size_t i = 0; i < count(l); i++) {
        sum += rule.of(l, t, i, rule.step);
        int64_t until = spent * sum / total;
        rule.with(atom_of(l, t, i), &l->atoms[i], (jb_len)(until - done));
        done = until;
    }
    return spent;
}

static void
shrink(spent_line *l, const text_atoms *t, int64_t need)
{
    static const atom_step steps[] = {STEP_SPACE,   STEP_INTERPUNCT,
                                      STEP_BRACKET, STEP_PAUSE,
                                      STEP_GAP,     STEP_STOP};
    for (size_t i = 0; i < sizeof steps / sizeof *steps && need > 0; i++) {
        share_rule rule = {shrink_of_step, take, true, steps[i]};
        int64_t done = share_out(l, t, need, rule);
        l->shrunk += (jb_len)done;
        need -= done;
    }
}

static void
stretch(spent_line *l, const text_atoms *t, int64_t slack)
{
    int64_t before = slack;
    share_rule spaces = {stretch_of_step, give, true, STEP_SPACE};
    share_rule gaps = {stretch_of_step, give, true, STEP_GAP};
    share_rule wider_gaps = {.of = open_gap, .with = give};
    share_rule places = {.of = open_place, .with = give};
    share_rule all_spaces = {.of = any_space, .with = give};
    slack -= share_out(l, t, slack, spaces);
    slack -= share_out(l, t, slack, gaps);
    int64_t wider = measure_into_gaps(&l->measured, slack, t->em);
    slack -= share_out(l, t, wider, wider_gaps);
    slack -= share_out(l, t, slack, places);
    slack -= share_out(l, t, slack, all_spaces);
    l->stretched = (jb_len)(before - slack);
}

static void
set_standing(spent_line *l, const text_atoms *t, jb_len tracking)
{
    for (size_t i = 0; i < count(l); i++) {
        const text_atom *a = atom_of(l, t, i);
        spent_atom *s = &l->atoms[i];
        s->trim_left = a->trim_left;
        s->trim_right = a->trim_right;
        s->before = i == 0 ? 0 : a->gap + (a->can_open ? tracking : 0);
    }
    l->atoms[0].trim_left = l->measured.trim_start;
    l->atoms[count(l) - 1].trim_right = l->measured.trim_end;
}

/* On a line that has room for it a mark need not hang. */
static void
take_in(measured_line *l, const text_atoms *t, jb_len width)
{
    const text_atom *mark = &t->at[l->last - 1];
    jb_len outside = l->trim_end - mark->blank_right;
    if (outside <= 0 || l->width + outside > width)
        return;
    l->width += outside;
    l->trim_end = mark->blank_right;
}

spent_line
spend_line(const text_context *c, const measure_sums *m, measured_line line,
           jb_len width, bool is_justified)
{
    spent_line l = {.measured = line};
    if (line.first == line.last)
        return l;
    if (!is_justified)
        take_in(&l.measured, m->atoms, width);
    line = l.measured;
    l.atoms = ARENA_ARRAY(c->scratch, count(&l), spent_atom);
    set_standing(&l, m->atoms, c->options->tracking);
    int64_t need = width > 0 ? line.width - width : 0;
    if (need > 0)
        shrink(&l, m->atoms, need);
    else if (need < 0 && is_justified)
        stretch(&l, m->atoms, -need);
    l.width = (jb_len)line.width + l.stretched - l.shrunk;
    return l;
}
