#include "proof/ruler.h"

#include <math.h>
#include <stdlib.h>

#define REACH 3       /* pixels looked at on each side of an end */
#define SAMPLES 15    /* lines across a bar, at most */
#define PALEST 0.1    /* of an outline's colour: less is no fill */
#define SAME 10       /* colours nearer than this are one */
#define OUTLINE_SEEN 0.45 /* of the ink, in the pixel that has the most */
#define PAINTED_OVER INFINITY /* no outline, where the fill goes on */
#define INKED 0.9     /* of the ink: a line of the hatch, not a fill */
#define WHOLE 0.95    /* of the ink: nothing else is in the pixel */
#define STRANGE 60    /* … and this far off a tint of the ink is none */
#define INNER 0.2     /* of the thickness is left out at either side */
#define BESIDE_LEAST 3 /* lines that tell where an end is */
#define SIDE 0.22     /* of the thickness on which no narrower bar lies */
#define ASTRAY 0.6    /* pixels that the end of an outline may be off, and be
                         found there; further off, as far at least */
#define ROUNDED 1     /* pixels that a narrower bar may be painted wider */
#define FOOT_MOST 2   /* pixels of the line at a bar's foot */
#define FOOT_HALF 0.4 /* points of that line that lie on the bar, at most */
#define ASIDE 3       /* pixels from a bar to what lies by its side */
#define RISEN 0.05    /* of the ink: another mark begins */
#define INK_LEAST 0.5 /* of an outline's colour: another bar */
#define WEIGHED 12    /* pixels of a line that tell its weight */
#define FILLED_FROM 3  /* pixels from a bar's ends that its colour is sought */
#define FILLED_STEP 2  /* points, wider than lines that cross a bar */
#define FILLED_SHARE 3 /* one of so many pixels: labels, lines and narrower
                          bars may lie on it */
#define STRAIGHT 0.5  /* pixels that a straight line's middle may vary */
#define LEAD_MOST 3   /* pixels of a bar's outline before that line is seen */
#define BESIDE 24     /* pixels beside a bar in which its foot is looked for */

/* A way across the picture: `u` grows the way the bar does, `v` across. */
typedef struct ruler {
    const proof_pixels *pixels;
    display_side side;
    double near, far; /* claimed, on u */
    double from, to;  /* on v */
    double foot;      /* pixels that the line at the foot may hide */
    double outline;   /* its width in pixels; 0: none */
    jb_colour ink;    /* of the outline */
    bool is_open;     /* it does not close the far end */
    bool is_covered;  /* a narrower bar lies over the far end */
} ruler;

typedef struct edge_wish {
    double claimed;
    int step; /* 1: the far end, -1: the near one */
} edge_wish;

static bool
is_across(display_side side)
{
    return side == SIDE_LEFT || side == SIDE_RIGHT;
}

static bool
is_backwards(display_side side)
{
    return side == SIDE_LEFT || side == SIDE_UP;
}

static ruler
ruler_for(const proof_pixels *p, const display_figure *f)
{
    double unit = p->scale / LEN_PER_PT;
    double x = f->bar.x * unit, y = f->bar.y * unit;
    double right = x + f->bar.w * unit, bottom = y + f->bar.h * unit;
    ruler r = {.pixels = p, .side = f->side, .ink = f->colour,
               .foot = ceil(FOOT_HALF * p->scale),
               .outline = f->outline * unit, .is_open = f->is_open};
    double low = is_across(f->side) ? x : y;
    double high = is_across(f->side) ? right : bottom;
    r.near = is_backwards(f->side) ? -high : low;
    r.far = is_backwards(f->side) ? -low : high;
    r.from = is_across(f->side) ? y : x;
    r.to = is_across(f->side) ? bottom : right;
    return r;
}

/* The pixel between u and u + 1, in line v. */
static jb_colour
at(const ruler *r, long u, long v)
{
    long along = is_backwards(r->side) ? -u - 1 : u;
    return is_across(r->side) ? pixels_at(r->pixels, along, v)
                              : pixels_at(r->pixels, v, along);
}

/* Where the bar's colour ends, going outwards; NAN when it does not within
 * reach of where it should. The pixel that the edge cuts is shared
 * between the bar and what is seen behind it. */
static double
solid_edge(const ruler *r, const edge_wish *wish, long v)
{
    double claimed = wish->claimed;
    int step = wish->step;
    double middle = (r->near + r->far + (step > 0 ? r->foot : 0)) / 2;
    double inner = claimed - step * (REACH - 0.5);
    if ((inner - middle) * step < 0)
        inner = middle;
    long u = (long)floor(inner);
    jb_colour bar = at(r, u, v);
    for (; fabs((double)u + 0.5 - claimed) <= REACH + 1; u += step)
        if (pixel_distance(at(r, u, v), bar) >= SAME)
            break;
    if (fabs((double)u + 0.5 - claimed) > REACH + 1)
        return NAN;
    jb_colour cut = at(r, u, v), next = at(r, u + step, v);
    double share = pixel_share(cut, next, bar);
    if (pixel_distance(cut, pixel_mixed(next, bar, share)) >= SAME)
        share = 0; /* something one pixel wide lies behind it */
    double edge = (double)u;
    return step > 0 ? edge + share : edge + 1 - share;
}

/* Towards `ink`, which may be passed: a mixture is as linear as the paint. */
static double
ink_share(jb_colour c, jb_colour ground, jb_colour ink)
{
    double way[] = {ink.r - ground.r, ink.g - ground.g, ink.b - ground.b};
    double gone[] = {c.r - ground.r, c.g - ground.g, c.b - ground.b};
    double length = 0, along = 0;
    for (int i = 0; i < 3; i++) {
        length += way[i] * way[i];
        along += way[i] * gone[i];
    }
    return length == 0 ? 0 : along / length;
}

/* The page's own colour, as in its corner, where no chart draws. */
static jb_colour
page_ground(const ruler *r)
{
    return pixels_at(r->pixels, 0, 0);
}

/* Whether a line across runs there, with the page before and behind it. */
static bool
is_on_line(const ruler *r, long u, long v)
{
    jb_colour ground = page_ground(r);
    return pixel_distance(at(r, u, v), ground) >= SAME &&
           pixel_distance(at(r, u - REACH, v), ground) < SAME &&
           pixel_distance(at(r, u + REACH, v), ground) < SAME;
}

/* A pixel by the side of the bar at u: on a grid line, which a text on the
 * other side may cut; else the one more like the page, for another bar may be
 * in the way. */
static jb_colour
aside(const ruler *r, long u)
{
    long before = (long)floor(r->from) - ASIDE;
    long after = (long)ceil(r->to) - 1 + ASIDE;
    jb_colour low = at(r, u, before), high = at(r, u, after);
    jb_colour ground = page_ground(r);
    if (is_on_line(r, u, before))
        return low;
    if (is_on_line(r, u, after))
        return high;
    return pixel_distance(low, ground) < pixel_distance(high, ground) ? low
                                                                      : high;
}

/* The share of ink at u over what it lies on: beyond the bar's end, whatever is
 * seen there by its side; within, its own fill hides that. */
static double
share_at(const ruler *r, const edge_wish *wish, long u, long v)
{
    double beyond = ((double)u + 0.5 - wish->claimed) * wish->step;
    jb_colour found = at(r, u, v), back = aside(r, u);
    jb_colour ground = page_ground(r);
    double share = ink_share(found, ground, r->ink);
    if (beyond <= r->outline / 2 ||
        ink_share(back, ground, r->ink) > INK_LEAST)
        return share;
    double lesser = ink_share(found, back, r->ink);
    return lesser < 0 ? share : lesser; /* a name beside, no grid line */
}

/* Where the fill, whose share of ink is `inside`, ends at an outline wide
 * enough to have a pixel of nothing else; NAN where there is none. Nothing
 * that lies behind the bar is seen up to there. */
static double
fill_end(const ruler *r, const edge_wish *wish, long v, double inside)
{
    jb_colour ground = page_ground(r);
    long half = (long)ceil(r->outline / 2);
    long u = (long)floor(wish->claimed) - wish->step * (half + REACH);
    double end = (double)u + (wish->step > 0 ? 0 : 1);
    for (long i = 0; i < 2 * (half + REACH); i++, u += wish->step) {
        double share = ink_share(at(r, u, v), ground, r->ink);
        double part = (share - inside) / (1 - inside);
        if (share < inside / 8)
            break; /* past the bar: the next is not its outline */
        if (part > WHOLE)
            return end;
        end += wish->step * (1 - fmax(0, part));
    }
    return NAN;
}

/* Whether a line of the hatch crosses the fill, whose share of ink is
 * `inside`, before its outline begins. */
static bool
is_hatched(const ruler *r, const edge_wish *wish, long v, double inside)
{
    jb_colour ground = page_ground(r);
    long half = (long)ceil(r->outline / 2);
    long u = (long)floor(wish->claimed) - wish->step * (half + REACH);
    for (;; u += wish->step) {
        double left = (wish->claimed - (double)u - 0.5) * wish->step;
        if (left <= r->outline / 2 + 1)
            return false;
        if (fabs(ink_share(at(r, u, v), ground, r->ink) - inside) > RISEN)
            return true;
    }
}

/* Whether the first pixel that lies wholly beyond the outline is the fill's. */
static bool
goes_on(const ruler *r, const edge_wish *wish, long v, jb_colour fill)
{
    double side = wish->claimed + wish->step * r->outline / 2;
    long u = wish->step > 0 ? (long)ceil(side) : (long)floor(side) - 1;
    return pixel_distance(at(r, u, v), fill) < SAME;
}

/* The middle of an outline about `claimed`. Against a filled inside, what the
 * fill and the outline add up to tells how far the fill goes; against the
 * ground, the outline's own weight does. NAN where a hatch line meets it, or
 * what lies on the bar hides its fill; PAINTED_OVER where there is none. */
static double
outline_middle(const ruler *r, const edge_wish *wish, long v)
{
    long half = (long)ceil(r->outline / 2);
    long inner = (long)floor(wish->claimed) - wish->step * (half + REACH);
    /* A grid line may lie just beyond. */
    double reach = r->outline / 2 + ASTRAY;
    long outer = (long)floor(wish->claimed + wish->step * reach);
    jb_colour ground = page_ground(r);
    jb_colour fill = at(r, inner, v);
    double inside = ink_share(fill, ground, r->ink), sum = 0, moment = 0;
    if (inside > INKED ||
        pixel_distance(fill, pixel_mixed(ground, r->ink, inside)) >=
            STRANGE ||
        is_hatched(r, wish, v, inside))
        return NAN;
    double end = fill_end(r, wish, v, inside);
    if (!isnan(end))
        return end + wish->step * r->outline / 2;
    double last = INFINITY, peak = 0;
    for (long u = inner; u != outer + wish->step; u += wish->step) {
        double share = share_at(r, wish, u, v);
        peak = fmax(peak, share);
        bool is_beyond = ((double)u + 0.5 - wish->claimed) * wish->step > 0;
        if (is_beyond && share > last + RISEN)
            break; /* what lies past a gap */
        last = is_beyond ? share : INFINITY;
        sum += share;
        moment += share * ((double)u + 0.5);
    }
    if (inside < PALEST)
        return sum < PALEST ? NAN : moment / sum;
    if (peak - inside < (1 - inside) * OUTLINE_SEEN &&
        goes_on(r, wish, v, fill))
        return PAINTED_OVER;
    double start = (double)inner + (wish->step > 0 ? 0 : 1);
    double filled = (sum - r->outline) / inside;
    return start + wish->step * (filled + r->outline / 2);
}

static int
compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static bool
median_of(double *values, size_t n, double *out)
{
    if (n == 0)
        return false;
    qsort(values, n, sizeof *values, compare_doubles);
    *out = values[n / 2];
    return true;
}

/* Where the ink of a line along the bar ends, followed from within it: beyond
 * stands the arrow of an open end. `full` is its share of ink, for it may run
 * between two pixels. */
static double
line_end(const ruler *r, const edge_wish *wish, long v, double full)
{
    jb_colour ground = page_ground(r);
    long u = (long)floor(wish->claimed) - wish->step * REACH;
    double share = 0, beyond = 0;
    for (int i = 0; i <= 2 * REACH; i++, u += wish->step) {
        beyond = fmin(1, ink_share(at(r, u, v), ground, r->ink) / full);
        if (beyond < 0.5)
            break;
        share = beyond;
    }
    if (share < 0.5 || beyond >= 0.5)
        return NAN;
    double past = share + beyond - 1; /* of the pixel at u - step */
    return wish->step > 0 ? (double)u + past : (double)u + 1 - past;
}

/* The share of ink of a line along the bar, near its end; where hatching meets
 * it there is more. */
static double
line_weight(const ruler *r, const edge_wish *wish, long v)
{
    jb_colour ground = page_ground(r);
    double least = INFINITY;
    for (int i = 0; i < WEIGHED; i++) {
        long u = (long)floor(wish->claimed) - wish->step * (REACH + i);
        if (i > 0 && (double)u < r->near + FOOT_MOST)
            break;
        least = fmin(least, ink_share(at(r, u, v), ground, r->ink));
    }
    return least;
}

/* An open end is where the outlines of the two long sides end. */
static bool
open_end(const ruler *r, const edge_wish *wish, double *out)
{
    const double sides[] = {r->from, r->to};
    double found[2];
    size_t n = 0;
    for (int i = 0; i < 2; i++) {
        long v = (long)floor(sides[i] - 0.5);
        double first = line_weight(r, wish, v);
        double second = line_weight(r, wish, v + 1);
        double full = fmax(first, second);
        double end = full < PALEST
                         ? NAN
                         : line_end(r, wish, first > second ? v : v + 1,
                                    full);
        if (!isnan(end))
            found[n++] = end;
    }
    if (n > 0)
        *out = n == 2 ? (found[0] + found[1]) / 2 : found[0];
    return n > 0;
}

/* The same by the outer side of the outline alone, where hatching leaves no
 * inside that is one colour. */
static double
outline_outer(const ruler *r, const edge_wish *wish, long v)
{
    long half = (long)ceil(r->outline / 2);
    long u = (long)floor(wish->claimed) + wish->step * (half + 1);
    for (long i = 0; i <= 2 * (half + 1); i++, u -= wish->step) {
        double share = fmin(1, share_at(r, wish, u, v));
        double side = (double)u + (wish->step > 0 ? share : 1 - share);
        if (share >= PALEST)
            return side - wish->step * r->outline / 2;
    }
    return NAN;
}

/* Lines of pixels, from and to on v. */
typedef struct ruler_lines {
    long first, last;
} ruler_lines;

/* Edges as found, line by line. */
typedef struct edges {
    arena *scratch;
    ARRAY(double) of;
    size_t n_lines;   /* looked at */
    size_t n_painted; /* of them, whose outline is painted over */
} edges;

static void
edges_add(edges *e, const ruler *r, edge_wish wish, ruler_lines lines)
{
    long pitch =
        r->outline > 0 ? 1 : 1 + (lines.last - lines.first) / SAMPLES;
    for (long v = lines.first; v <= lines.last; v += pitch) {
        double edge = r->outline > 0
                          ? outline_middle(r, &wish, v)
                          : solid_edge(r, &wish, v);
        e->n_lines++;
        e->n_painted += isinf(edge) != 0;
        if (isfinite(edge))
            ARRAY_PUSH(e->scratch, &e->of, edge);
    }
}

/* In an outlined bar, the whole lines inside its outline that no narrower bar
 * before it covers. False when they are too few to go by, as where hatching
 * meets many of them. */
static bool
edge_beside(arena *scratch, const ruler *r, edge_wish wish, double *out)
{
    double side = SIDE * (r->to - r->from), half = r->outline / 2;
    edges found = {.scratch = scratch};
    edges_add(&found, r, wish,
              (ruler_lines){(long)ceil(r->from + half),
                            (long)floor(r->from + side) - 1 - ROUNDED});
    edges_add(&found, r, wish,
              (ruler_lines){(long)ceil(r->to - side) + ROUNDED,
                            (long)floor(r->to - half) - 1});
    return found.of.n >= BESIDE_LEAST && found.of.n * 3 > found.n_lines * 2 &&
           median_of(found.of.at, found.of.n, out);
}

static bool
edge_measure(arena *scratch, const ruler *r, edge_wish wish, double *out)
{
    if (r->is_open && r->outline > 0 && wish.step > 0)
        return open_end(r, &wish, out);
    if (r->outline > 0 && edge_beside(scratch, r, wish, out))
        return true;
    if (r->is_covered && wish.step > 0)
        return false;
    double inner = INNER * (r->to - r->from);
    ruler_lines lines = {(long)floor(r->from + inner + 0.5),
                         (long)floor(r->to - inner + 0.5) - 1};
    if (lines.last < lines.first)
        lines.first = lines.last = (long)floor((r->from + r->to) / 2);
    edges found = {.scratch = scratch};
    edges_add(&found, r, wish, lines);
    if (found.n_painted * 2 > found.n_lines)
        return false;
    bool is_hatched = r->outline > 0 && (found.of.n < BESIDE_LEAST ||
                                         found.of.n * 2 < found.n_lines);
    found.of.n = is_hatched ? 0 : found.of.n;
    for (long v = lines.first; v <= lines.last && is_hatched; v++) {
        double edge = outline_outer(r, &wish, v);
        if (!isnan(edge))
            ARRAY_PUSH(scratch, &found.of, edge);
    }
    return median_of(found.of.at, found.of.n, out);
}

bar_ends
ruler_bar(arena *scratch, const proof_pixels *p,
          const display_figure *figure, bool is_covered)
{
    ruler r = ruler_for(p, figure);
    r.is_covered = is_covered;
    bar_ends ends = {0};
    edge_wish near = {r.near, -1}, far = {r.far, 1};
    ends.has_near = edge_measure(scratch, &r, near, &ends.near);
    ends.has_far = edge_measure(scratch, &r, far, &ends.far);
    return ends;
}

bool
ruler_is_short(const proof_pixels *p, const display_figure *figure)
{
    ruler r = ruler_for(p, figure);
    double least = r.foot + (r.outline > 0 ? ceil(r.outline / 2) + REACH
                                           : FOOT_MOST);
    return r.far - r.near < least;
}

/* Between two places along the bar, across it all. */
static bool
is_filled_between(const ruler *r, long first, long end)
{
    size_t n = 0, n_filled = 0;
    for (long v = (long)ceil(r->from); v < (long)floor(r->to); v++)
        for (long u = first; u < end; u++, n++)
            n_filled += pixel_distance(at(r, u, v), r->ink) < SAME;
    return n_filled * FILLED_SHARE >= n;
}

/* The same of a single line of pixels along the bar, whichever: beside a
 * narrower bar and its outline no more may be seen. */
static bool
is_line_filled(const ruler *r, long first, long end)
{
    for (long v = (long)ceil(r->from); v < (long)floor(r->to); v++) {
        long u = first;
        while (u < end && pixel_distance(at(r, u, v), r->ink) < SAME)
            u++;
        if (u == end)
            return true;
    }
    return false;
}

bool
ruler_is_rooted(const proof_pixels *p, const display_figure *figure,
                bool is_covered)
{
    ruler r = ruler_for(p, figure);
    if (r.outline > 0)
        return true;
    long first = (long)floor(r.near) + FILLED_FROM;
    long end = first + (long)ceil(FILLED_STEP * p->scale);
    return end + FILLED_FROM > r.far || is_filled_between(&r, first, end) ||
           (is_covered && is_line_filled(&r, first, end));
}

double
ruler_claimed_near(const proof_pixels *p, const display_figure *figure)
{
    return ruler_for(p, figure).near;
}

double
ruler_claimed_far(const proof_pixels *p, const display_figure *figure)
{
    return ruler_for(p, figure).far;
}

/* The inked pixels from `first` on that touch each other; moves it past
 * them. Its middle is NAN when there are none before `end`. */
static ruler_line
line_next(const ruler *r, long v, long *first, long end)
{
    jb_colour ground = at(r, *first, v);
    double sum = 0, moment = 0;
    long n = 0;
    for (long u = *first; u < end && (n == 0 || u == *first); u++) {
        double ink = pixel_distance(at(r, u, v), ground);
        *first = u + 1;
        if (ink < SAME) {
            if (n > 0)
                break;
            continue;
        }
        n++;
        sum += ink;
        moment += ink * ((double)u + 0.5);
    }
    return (ruler_line){n > 0 ? moment / sum : NAN, (double)n};
}

/* Between two stretches of one ground, of several the one that is nearest to
 * where it should be; its middle is NAN when there is none. */
static ruler_line
line_find(const ruler *r, long v)
{
    long reach = REACH + (long)r->foot - 1;
    long first = (long)floor(r->near) - reach;
    long last = (long)floor(r->near) + reach;
    ruler_line best = {NAN, 0};
    if (pixel_distance(at(r, last, v), at(r, first, v)) >= SAME)
        return best;
    while (first <= last) {
        ruler_line line = line_next(r, v, &first, last + 1);
        if (!isnan(line.middle) &&
            !(fabs(line.middle - r->near) >= fabs(best.middle - r->near)))
            best = line;
    }
    return best;
}

/* Middles of the line at the foot, away from the bar until it ends: what
 * stands beyond, such as a name, is not of it. */
static size_t
line_walk(const ruler *r, long v, int step, double *found, double *extents)
{
    size_t n = 0;
    for (long i = 0; i < BESIDE; i++, v += step) {
        ruler_line line = line_find(r, v);
        bool is_on = !isnan(line.middle) &&
                     (n == 0 || fabs(line.middle - found[0]) <= STRAIGHT);
        extents[n] = line.extent;
        if (is_on)
            found[n++] = line.middle;
        else if (n > 0 || i >= LEAD_MOST)
            break;
    }
    return n;
}

bool
ruler_zero(arena *scratch, const proof_pixels *p,
           const display_figure *figure, ruler_line *out)
{
    ruler r = ruler_for(p, figure);
    double *found = ARENA_ARRAY(scratch, 4 * BESIDE + 2, double);
    double *extents = found + 2 * BESIDE + 1;
    size_t n = line_walk(&r, (long)floor(r.from) - 1, -1, found, extents);
    n += line_walk(&r, (long)ceil(r.to), 1, found + n, extents + n);
    return median_of(found, n, &out->middle) &&
           median_of(extents, n, &out->extent);
}
