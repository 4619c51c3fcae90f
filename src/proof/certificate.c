#include "proof/certificate.h"

#include <math.h>
#include <stdlib.h>

#include "chart/tone.h"
#include "proof/focused.h"
#include "proof/inked.h"
#include "proof/placed.h"
#include "proof/remarked.h"
#include "proof/repainted.h"
#include "proof/ruler.h"
#include "proof/worded.h"

#define LENGTH_MOST 0.5    /* pixels off: rule G2 */
#define MEASURE_ERROR 0.05 /* of the ruler itself */
#define ZERO_MOST 0.75     /* pixels from the middle of a line as drawn on
                              whole pixels to where the bars begin */
#define SEARCH_STEPS 100
#define AGREEMENT_LEAST 0.8
#define BRIEF 12.0             /* pixels of a bar whose end may not be found */
#define LINE_HALF 1.0          /* pixels: half of a line at a foot */
#define ROOT 8.0               /* points of a bar where it begins, and what a
                                  text on it covers around itself */
#define GAP_LEAST 1.0          /* pixels: rule T1 */
#define CONTRAST_TEXT 4.5      /* WCAG 2.2, 1.4.3 */
#define CONTRAST_LARGE 3.0
#define CONTRAST_BAR 3.0       /* 1.4.11 */
#define FOCUS_LEAST 1.4        /* of the contrast of what recedes */
#define FILLED 1.1             /* less is ground */
#define STRANGE_MOST 3         /* of the 25 pixels of a square */
#define LEADER_SEEN 0.95       /* of a remark's line */
#define LEADER_REACH 6.0       /* points from its end to its mark */

/* A bar on the axis of its scale: pixels to the right, or up. */
typedef struct bar_place {
    size_t mark; /* in certificate.marks */
    double near, far, zero_claimed;
    double value;
    size_t foot;
} bar_place;

/* Where bars begin: what was claimed, between what it lies, where it is. */
typedef struct bar_foot {
    double claimed, low, high, at;
} bar_foot;

typedef struct scale_trial {
    bar_place *bars;
    bar_foot *feet;
    size_t n, n_feet;
} scale_trial;

typedef struct examination {
    arena *arena;
    const jb_page *page;
    const proof_pixels *pixels;
    inked_texts texts;
    certificate c;
} examination;

static void
fault(examination *e, slice words)
{
    ARRAY_PUSH(e->arena, &e->c.faults, words);
}

static const display_figure *
figure_of(const certified_mark *m)
{
    return m->mark->figure;
}

static bool
is_scale_known(const certificate *c, size_t number)
{
    for (size_t i = 0; i < c->scales.n; i++)
        if (c->scales.at[i].number == number)
            return true;
    return false;
}

static void
marks_gather(examination *e)
{
    const jb_display *d = &e->page->display;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_group *g = &d->items.at[i].group;
        if (d->items.at[i].kind != DISPLAY_GROUP_BEGIN || g->figure == NULL)
            continue;
        certified_mark m = {.mark = g,
                            .has_bar = !rect_is_empty(g->figure->bar)};
        ARRAY_PUSH(e->arena, &e->c.marks, m);
        if (m.has_bar && !is_scale_known(&e->c, g->figure->scale))
            ARRAY_PUSH(e->arena, &e->c.scales,
                       ((certified_scale){.number = g->figure->scale}));
    }
}

/* +1 where the ruler of the bar's side runs to the right or up. */
static int
way_of(display_side side)
{
    return side == SIDE_RIGHT || side == SIDE_UP ? 1 : -1;
}

static void
mark_unseen(examination *e, const certified_mark *m)
{
    fault(e, slice_printf(e->arena, "图上找不到“%.*s”的柱端",
                          SLICE_ARGS(m->mark->title)));
}

/* Whether a text, with the ground it may bring along, lies on the bar near
 * where it begins: combo writes growth there. */
static bool
is_root_lettered(const examination *e, const display_figure *f)
{
    double unit = e->pixels->scale / LEN_PER_PT, reach = ROOT * LEN_PER_PT;
    bool is_level = f->side == SIDE_LEFT || f->side == SIDE_RIGHT;
    double left = f->bar.x, top = f->bar.y;
    double right = left + f->bar.w, bottom = top + f->bar.h;
    if (is_level && f->side == SIDE_RIGHT)
        right = fmin(right, left + reach);
    else if (is_level)
        left = fmax(left, right - reach);
    else if (f->side == SIDE_DOWN)
        bottom = fmin(bottom, top + reach);
    else
        top = fmax(top, bottom - reach);
    for (size_t i = 0; i < e->texts.of.n; i++) {
        const inked_text *t = &e->texts.of.at[i];
        if (t->left < right * unit && t->right > left * unit &&
            t->top < bottom * unit && t->bottom > top * unit)
            return true;
    }
    return false;
}

/* The last of the bar, within its outline across. */
static jb_rect
far_end(const display_figure *f)
{
    jb_rect end = rect_inset(f->bar, f->outline / 2);
    bool is_level = f->side == SIDE_LEFT || f->side == SIDE_RIGHT;
    jb_len w = is_level ? len_min(end.w, LEN_PER_PT) : end.w;
    jb_len h = is_level ? end.h : len_min(end.h, LEN_PER_PT);
    if (f->side == SIDE_RIGHT)
        end.x += end.w - w;
    if (f->side == SIDE_DOWN)
        end.y += end.h - h;
    return (jb_rect){end.x, end.y, w, h};
}

/* Whether a bar drawn later than mark `i` lies over part of it. */
static bool
is_covered_at(const examination *e, size_t i, jb_rect part)
{
    for (size_t j = i + 1; j < e->c.marks.n; j++)
        if (e->c.marks.at[j].has_bar &&
            rect_overlaps(part, figure_of(&e->c.marks.at[j])->bar))
            return true;
    return false;
}

static bool
is_end_covered(const examination *e, size_t i)
{
    return is_covered_at(e, i, far_end(figure_of(&e->c.marks.at[i])));
}

/* Whether the bar, without an outline itself, ends where the outline of one
 * that it lies in does: 1.8 of a target of 2, in pixels that both share. */
static bool
is_end_outlined(const examination *e, size_t i)
{
    const display_figure *f = figure_of(&e->c.marks.at[i]);
    double end = ruler_claimed_far(e->pixels, f);
    for (size_t j = 0; f->outline == 0 && j < i; j++) {
        const display_figure *g = figure_of(&e->c.marks.at[j]);
        double reach = g->outline * e->pixels->scale / LEN_PER_PT;
        if (e->c.marks.at[j].has_bar && g->outline > 0 &&
            g->side == f->side && rect_overlaps(g->bar, f->bar) &&
            fabs(ruler_claimed_far(e->pixels, g) - end) < reach / 2 + 1)
            return true;
    }
    return false;
}

/* Of the shortest bars, outlines, hatching and ticks leave no end to find:
 * they are held against the page painted anew alone. */
static bool
is_brief(const examination *e, const display_figure *f)
{
    return fabs(ruler_claimed_far(e->pixels, f) -
                ruler_claimed_near(e->pixels, f)) < BRIEF;
}

/* Adds nothing for a bar that is cut, or has no end that is seen. */
static void
bar_measure(examination *e, size_t i, certified_scale *s, scale_trial *t)
{
    certified_mark *m = &e->c.marks.at[i];
    const display_figure *f = figure_of(m);
    if (!is_root_lettered(e, f) &&
        !ruler_is_rooted(e->pixels, f, is_covered_at(e, i, f->bar)))
        fault(e, slice_printf(e->arena, "“%.*s”的柱不从零线画起",
                              SLICE_ARGS(m->mark->title)));
    if (f->is_cut) {
        s->n_cut++;
        m->is_seen = true;
        return;
    }
    if (ruler_is_short(e->pixels, f) || is_end_outlined(e, i)) {
        s->n_short++;
        return;
    }
    bool is_covered = is_end_covered(e, i);
    arena *scratch = arena_new();
    bar_ends ends = ruler_bar(scratch, e->pixels, f, is_covered);
    arena_drop(scratch);
    m->is_seen = ends.has_far;
    if (!m->is_seen && (is_covered || is_brief(e, f))) {
        s->n_short++;
        return;
    }
    if (!m->is_seen) {
        mark_unseen(e, m);
        return;
    }
    int way = way_of(f->side);
    t->bars[t->n++] = (bar_place){
        .mark = i,
        .near = way * (ends.has_near ? ends.near
                                     : ruler_claimed_near(e->pixels, f)),
        .far = way * ends.far,
        .zero_claimed = way * ruler_claimed_near(e->pixels, f),
        .value = display_figure_size(f)};
}

static bool
line_at_foot(const examination *e, const bar_place *at, ruler_line *out)
{
    const display_figure *f = figure_of(&e->c.marks.at[at->mark]);
    arena *scratch = arena_new();
    bool is_found = ruler_zero(scratch, e->pixels, f, out);
    arena_drop(scratch);
    out->middle *= way_of(f->side);
    return is_found;
}

/* A bar that stands alone shows its own near end, but for what a line there
 * hides of it. */
static bar_foot
foot_alone(const examination *e, const bar_place *b)
{
    bar_foot foot = {.claimed = b->zero_claimed, .low = b->near,
                     .high = b->near, .at = b->near};
    ruler_line line;
    if (!line_at_foot(e, b, &line))
        return foot;
    double half = fmax(LINE_HALF, line.extent / 2 - LINE_HALF);
    foot.low = line.middle - half;
    foot.high = line.middle + half;
    /* What that line adds to an outline would be taken for fill. */
    if (figure_of(&e->c.marks.at[b->mark])->outline > 0)
        return foot;
    foot.low = fmin(b->near, foot.low);
    foot.high = fmax(b->near, foot.high);
    return foot;
}

static bool
is_one_zero(const bar_place *a, const bar_place *b)
{
    return fabs(a->zero_claimed - b->zero_claimed) <= 0.01;
}

/* Outlines are painted where they are meant, fills on edges of pixels. */
static bool
is_one_foot(const examination *e, const bar_place *a, const bar_place *b)
{
    const display_figure *f = figure_of(&e->c.marks.at[a->mark]);
    const display_figure *g = figure_of(&e->c.marks.at[b->mark]);
    return is_one_zero(a, b) && (f->outline > 0) == (g->outline > 0);
}

static bool
is_zero_shared(const scale_trial *t, size_t i)
{
    for (size_t j = 0; j < t->n; j++)
        if (j != i && is_one_zero(&t->bars[i], &t->bars[j]))
            return true;
    return false;
}

static int
compare_lines(const void *a, const void *b)
{
    const ruler_line *x = a, *y = b;
    return (x->middle > y->middle) - (x->middle < y->middle);
}

/* Where the line runs, in the eyes of most bars that stand on it: beside one
 * or another, a text may look like it. */
static bool
line_at_feet(const examination *e, const scale_trial *t, size_t i,
             ruler_line *out)
{
    arena *scratch = arena_new();
    ruler_line *found = ARENA_ARRAY(scratch, t->n, ruler_line);
    size_t n = 0;
    for (size_t j = 0; j < t->n; j++)
        if (is_one_zero(&t->bars[i], &t->bars[j]) &&
            line_at_foot(e, &t->bars[j], &found[n]))
            n++;
    qsort(found, n, sizeof *found, compare_lines);
    *out = n > 0 ? found[n / 2] : (ruler_line){0, 0};
    arena_drop(scratch);
    return n > 0;
}

/* Of several bars that stand on one line, it hides the near ends: their foot
 * is somewhere about the line. */
static bar_foot
foot_shared(const examination *e, const scale_trial *t, size_t i)
{
    ruler_line line;
    bool has_line = line_at_feet(e, t, i, &line);
    /* A line of reference may run so near that the two are seen as one. */
    double most = fmax(ZERO_MOST, line.extent / 2 - LINE_HALF);
    return (bar_foot){.claimed = t->bars[i].zero_claimed,
                      .low = has_line ? line.middle - most : -INFINITY,
                      .high = has_line ? line.middle + most : INFINITY};
}

/* Which foot each bar stands on. */
static void
feet_find(const examination *e, scale_trial *t)
{
    for (size_t i = 0; i < t->n; i++) {
        bar_place *b = &t->bars[i];
        size_t same = 0;
        while (!is_one_foot(e, b, &t->bars[same]))
            same++;
        if (same < i) {
            b->foot = t->bars[same].foot;
            continue;
        }
        b->foot = t->n_feet++;
        t->feet[b->foot] = is_zero_shared(t, i) ? foot_shared(e, t, i)
                                                : foot_alone(e, b);
    }
}

/* The most that any bar is off on a scale of `per_unit`, each foot being
 * where it makes the best of its bars. */
static double
worst_at(scale_trial *t, double per_unit)
{
    double worst = 0;
    for (size_t f = 0; f < t->n_feet; f++) {
        double low = INFINITY, high = -INFINITY;
        for (size_t i = 0; i < t->n; i++) {
            double start = t->bars[i].far - per_unit * t->bars[i].value;
            if (t->bars[i].foot != f)
                continue;
            low = fmin(low, start);
            high = fmax(high, start);
        }
        bar_foot *foot = &t->feet[f];
        foot->at = fmin(foot->high, fmax(foot->low, (low + high) / 2));
        worst = fmax(worst, fmax(high - foot->at, foot->at - low));
    }
    return worst;
}

/* Rule G2 asks whether there is one scale on which no bar is off by more than
 * half a pixel: the scale that is best in this sense. The most any bar is off
 * is a convex function of it. */
static double
best_scale(scale_trial *t)
{
    double svv = 0, svl = 0;
    for (size_t i = 0; i < t->n; i++) {
        const bar_place *b = &t->bars[i];
        svv += b->value * b->value;
        svl += b->value * (b->far - b->near);
    }
    if (svv <= 0)
        return 0;
    double low = svl / svv / 2, high = svl / svv * 2;
    for (int i = 0; i < SEARCH_STEPS; i++) {
        double a = low + (high - low) / 3, b = high - (high - low) / 3;
        if (worst_at(t, a) <= worst_at(t, b))
            high = b;
        else
            low = a;
    }
    return (low + high) / 2;
}

static void
scale_fit(examination *e, certified_scale *s, scale_trial *t)
{
    feet_find(e, t);
    s->n = t->n;
    s->per_unit = best_scale(t);
    worst_at(t, s->per_unit);
    for (size_t i = 0; i < t->n; i++) {
        const bar_place *b = &t->bars[i];
        certified_mark *m = &e->c.marks.at[b->mark];
        m->length = b->far - t->feet[b->foot].at;
        m->wanted = s->per_unit * b->value;
        double off = fabs(m->length - m->wanted);
        if (off >= s->worst) {
            s->worst = off;
            s->worst_mark = m->mark;
        }
        if (off > LENGTH_MOST + MEASURE_ERROR)
            fault(e, slice_printf(e->arena, "“%.*s”的柱长与数值不成比例",
                                  SLICE_ARGS(m->mark->title)));
    }
}

static void
scale_examine(examination *e, certified_scale *s)
{
    arena *scratch = arena_new();
    scale_trial t = {
        .bars = ARENA_ARRAY(scratch, e->c.marks.n, bar_place),
        .feet = ARENA_ARRAY(scratch, e->c.marks.n + 1, bar_foot)};
    for (size_t i = 0; i < e->c.marks.n; i++) {
        const certified_mark *m = &e->c.marks.at[i];
        if (m->has_bar && figure_of(m)->scale == s->number)
            bar_measure(e, i, s, &t);
    }
    scale_fit(e, s, &t);
    arena_drop(scratch);
}

static slice
drawn_words(const examination *e, const display_group *mark)
{
    slice_builder b = {.arena = e->arena};
    for (size_t i = 0; i < e->texts.of.n; i++)
        if (e->texts.of.at[i].mark == mark)
            builder_add(&b, e->texts.of.at[i].text);
    return builder_slice(&b);
}

static void
label_examine(examination *e, certified_mark *m)
{
    const display_figure *f = figure_of(m);
    slice drawn = drawn_words(e, m->mark);
    m->is_worded = worded_label(f->label, f) != WORDED_WRONG;
    m->is_drawn = f->label.len == 0 ||
                  worded_is_in(e->arena, drawn, f->label);
    if (!m->is_worded)
        fault(e, slice_printf(e->arena, "“%.*s”的标注不是它的数值",
                              SLICE_ARGS(m->mark->title)));
    if (!m->is_drawn)
        fault(e, slice_printf(e->arena, "“%.*s”旁边没有它的标注",
                              SLICE_ARGS(m->mark->title)));
}

static void
text_examine(examination *e, const inked_text *t)
{
    certificate *c = &e->c;
    if (t->agreement < c->least_agreement) {
        c->least_agreement = t->agreement;
        c->strangest = t->text;
    }
    if (t->contrast < c->least_contrast) {
        c->least_contrast = t->contrast;
        c->palest = t->text;
    }
    if (t->agreement < AGREEMENT_LEAST)
        fault(e, slice_printf(e->arena, "“%.*s”的墨迹不完整，或与别的图形相叠",
                              SLICE_ARGS(t->text)));
    if (t->contrast < (t->is_large ? CONTRAST_LARGE : CONTRAST_TEXT))
        fault(e, slice_printf(e->arena, "“%.*s”与底色的对比不足",
                              SLICE_ARGS(t->text)));
}

static void
gap_examine(examination *e, const inked_text *t, const inked_text *u)
{
    certificate *c = &e->c;
    double gap = inked_gap(t, u);
    if (gap < c->least_gap) {
        c->least_gap = gap;
        c->nearest = slice_printf(e->arena, "%.*s”和“%.*s",
                                  SLICE_ARGS(t->text), SLICE_ARGS(u->text));
    }
    if (gap < GAP_LEAST)
        fault(e, slice_printf(e->arena, "“%.*s”和“%.*s”%s",
                              SLICE_ARGS(t->text), SLICE_ARGS(u->text),
                              gap < 0 ? "相叠" : "挨得太近"));
}

static void
texts_examine(examination *e)
{
    const inked_texts *all = &e->texts;
    e->c.n_texts = all->of.n;
    for (size_t i = 0; i < all->of.n; i++) {
        const inked_text *t = &all->of.at[i];
        text_examine(e, t);
        if (t->left < 0 || t->top < 0 ||
            t->right > e->pixels->picture.width ||
            t->bottom > e->pixels->picture.height)
            fault(e, slice_printf(e->arena, "“%.*s”伸出了图外",
                                  SLICE_ARGS(t->text)));
        for (size_t j = 0; j < i; j++)
            gap_examine(e, t, &all->of.at[j]);
    }
}

/* The ground is what the picture's corner shows. */
static void
bars_contrast(examination *e)
{
    jb_colour ground = pixels_at(e->pixels, 0, 0);
    for (size_t i = 0; i < e->c.marks.n; i++) {
        const certified_mark *m = &e->c.marks.at[i];
        if (!m->has_bar)
            continue;
        double contrast = tone_contrast(figure_of(m)->colour, ground);
        if (contrast < CONTRAST_BAR)
            fault(e, slice_printf(e->arena, "“%.*s”的柱与底色的对比不足",
                                  SLICE_ARGS(m->mark->title)));
        e->c.least_bar_contrast = fmin(e->c.least_bar_contrast, contrast);
    }
}

/* Marks of one series have ids that differ in their last part only. */
static bool
is_one_series(const display_group *a, const display_group *b)
{
    slice x = a->id, y = b->id;
    while (x.len > 0 && x.at[x.len - 1] != '-')
        x.len--;
    while (y.len > 0 && y.at[y.len - 1] != '-')
        y.len--;
    return slice_equal(x, y);
}

static double
fill_contrast(examination *e, const certified_mark *m)
{
    arena *scratch = arena_new();
    double contrast =
        m->has_bar && !figure_of(m)->is_textured &&
                (figure_of(m)->is_focus || figure_of(m)->is_receded)
            ? focused_contrast(scratch, e->pixels, figure_of(m),
                               pixels_at(e->pixels, 0, 0))
            : 1;
    arena_drop(scratch);
    return contrast;
}

/* Where bars are set off, each stands clearer off the ground than any of its
 * series that recedes. */
static void
focus_examine(examination *e)
{
    certificate *c = &e->c;
    double *fill = ARENA_ARRAY(e->arena, c->marks.n, double);
    for (size_t i = 0; i < c->marks.n; i++)
        fill[i] = fill_contrast(e, &c->marks.at[i]);
    for (size_t i = 0; i < c->marks.n; i++) {
        const certified_mark *m = &c->marks.at[i];
        double least = INFINITY;
        if (!figure_of(m)->is_focus || fill[i] < FILLED)
            continue;
        for (size_t j = 0; j < c->marks.n; j++) {
            const certified_mark *other = &c->marks.at[j];
            if (figure_of(other)->is_receded && fill[j] >= FILLED &&
                is_one_series(m->mark, other->mark))
                least = fmin(least, fill[i] / fill[j]);
        }
        if (isinf(least))
            continue;
        c->n_focus++;
        c->least_focus = fmin(c->least_focus, least);
        if (least < FOCUS_LEAST)
            fault(e, slice_printf(e->arena, "“%.*s”要突出，但不比其余的醒目",
                                  SLICE_ARGS(m->mark->title)));
    }
}

/* A rank is where its dot stands. */
static void
places_examine(examination *e)
{
    jb_colour ground = pixels_at(e->pixels, 0, 0);
    for (size_t i = 0; i < e->c.marks.n; i++) {
        const certified_mark *m = &e->c.marks.at[i];
        const display_figure *f = figure_of(m);
        if (f->places == NULL)
            continue;
        e->c.n_places++;
        int place = (int)lround(decimal_to_double(f->value));
        if (!placed_is_at(e->pixels, f->places, place, ground))
            fault(e, slice_printf(e->arena, "“%.*s”的点不在它的位次上",
                                  SLICE_ARGS(m->mark->title)));
    }
}

/* To the mark's bar, or the nearest of its texts. */
static double
leader_reach(const examination *e, const display_leader *leader)
{
    double unit = LEN_PER_PT / e->pixels->scale, least = INFINITY;
    for (size_t i = 0; i < e->c.marks.n; i++) {
        const certified_mark *m = &e->c.marks.at[i];
        if (!slice_equal(m->mark->id, leader->mark))
            continue;
        if (m->has_bar)
            least = remarked_distance(leader, figure_of(m)->bar);
        if (figure_of(m)->has_point)
            least = remarked_distance(
                leader, (jb_rect){figure_of(m)->point.x,
                                  figure_of(m)->point.y, 1, 1});
    }
    for (size_t i = 0; i < e->texts.of.n; i++) {
        const inked_text *t = &e->texts.of.at[i];
        jb_rect ink = {len_from(t->left * unit), len_from(t->top * unit),
                       len_from((t->right - t->left) * unit),
                       len_from((t->bottom - t->top) * unit)};
        if (t->mark != NULL && slice_equal(t->mark->id, leader->mark))
            least = fmin(least, remarked_distance(leader, ink));
    }
    return least;
}

static void
remarks_examine(examination *e)
{
    const jb_display *d = &e->page->display;
    jb_colour ground = pixels_at(e->pixels, 0, 0);
    for (size_t i = 0; i < d->items.n; i++) {
        const display_group *g = &d->items.at[i].group;
        if (d->items.at[i].kind != DISPLAY_GROUP_BEGIN || g->leader == NULL)
            continue;
        double seen = remarked_line(e->pixels, g->leader, ground);
        e->c.n_remarks++;
        if (seen < LEADER_SEEN)
            fault(e, slice_printf(e->arena, "“%.*s”的引线不完整",
                                  SLICE_ARGS(g->title)));
        if (leader_reach(e, g->leader) > LEADER_REACH)
            fault(e, slice_printf(e->arena, "“%.*s”的引线没有指到所注的一项",
                                  SLICE_ARGS(g->title)));
    }
}

static void
points_examine(examination *e)
{
    pointed *p = &e->c.points;
    *p = pointed_from(e->page);
    p->worst *= e->pixels->scale / LEN_PER_PT;
    if (p->worst > LENGTH_MOST || !p->is_upward)
        fault(e, slice_printf(e->arena, "“%.*s”的点的高低与数值不成比例",
                              SLICE_ARGS(p->worst_mark->title)));
}

/* Whatever has no check of its own: dots, breaks, ticks, lines, the
 * thickness of bars. */
static void
paint_examine(examination *e)
{
    e->c.paint = repainted_from(e->page, e->pixels);
    if (e->c.paint.n >= STRANGE_MOST)
        fault(e, slice_printf(e->arena, "（%ld，%ld）像素处与应画的不同",
                              e->c.paint.x, e->c.paint.y));
}

certificate
certificate_of(arena *a, const jb_page *page, const proof_pixels *picture)
{
    examination e = {.arena = a, .page = page, .pixels = picture,
                     .c = {.least_agreement = 1, .least_contrast = 21,
                           .least_gap = INFINITY,
                           .least_bar_contrast = 21,
                           .least_focus = INFINITY}};
    e.texts = inked_from_page(a, &page->display, picture);
    marks_gather(&e);
    for (size_t i = 0; i < e.c.scales.n; i++)
        scale_examine(&e, &e.c.scales.at[i]);
    for (size_t i = 0; i < e.c.marks.n; i++)
        label_examine(&e, &e.c.marks.at[i]);
    texts_examine(&e);
    bars_contrast(&e);
    focus_examine(&e);
    places_examine(&e);
    remarks_examine(&e);
    points_examine(&e);
    paint_examine(&e);
    return e.c;
}
