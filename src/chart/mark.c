#include "chart/mark.h"

#include "chart/hatch.h"
#include "chart/tone.h"

/* In thousandths of the label size. */
#define STUB 1500       /* behind the break */
#define STUB_CUT 550    /* from the break to the middle of the cut */
#define CUT_GAP 320     /* between the two slanted edges */
#define CUT_LEAN 350    /* of the cut's ends off its middle, at most: neither
                           reaches the value, nor the stub's end */
#define OPEN_GAP 160    /* between an open end and its chevron */
#define OPEN_LEN 450    /* of the chevron, at most */
#define OPEN_STROKE 110
#define OUTLINE_STROKE 80
#define RING 225        /* radius of a ring … */
#define RING_STROKE 143
#define RING_HALO 80    /* … and ground about it */
#define LEAST_DRAWN 50  /* of a point: no outline has two sides that near */
#define SLIT_MOST 4     /* of a point: within an outline nobody sees less, and
                           a reader that rounds strokes closes it */

static jb_len
share_of_em(const style_chart *style, int thousandths)
{
    return len_scale(style->label.size, thousandths, 1000);
}

/* From the bar's own frame (u away from zero, v across) to the canvas. */
static jb_point
placed(const bar_mark *m, jb_len u, jb_len v)
{
    switch (m->side) {
    case SIDE_RIGHT:
        return (jb_point){m->zero.x + u, m->zero.y + v};
    case SIDE_LEFT:
        return (jb_point){m->zero.x - u, m->zero.y + v};
    case SIDE_UP:
        return (jb_point){m->zero.x + v, m->zero.y - u};
    default:
        return (jb_point){m->zero.x + v, m->zero.y + u};
    }
}

static jb_rect
spanned(const bar_mark *m, jb_len u0, jb_len u1)
{
    jb_point a = placed(m, u0, 0), b = placed(m, u1, m->thickness);
    return (jb_rect){len_min(a.x, b.x), len_min(a.y, b.y),
                     len_max(a.x, b.x) - len_min(a.x, b.x),
                     len_max(a.y, b.y) - len_min(a.y, b.y)};
}

static bool
is_open(const bar_mark *m)
{
    return m->bound == BOUND_AT_LEAST || m->bound == BOUND_ABOVE ||
           m->bound == BOUND_AT_MOST;
}

static jb_len
chevron_len(const style_chart *style, const bar_mark *m)
{
    return len_min(m->thickness / 3, share_of_em(style, OPEN_LEN));
}

jb_len
mark_tail(const style_chart *style, const bar_mark *m)
{
    jb_len tail = m->is_broken ? share_of_em(style, STUB) : 0;
    if (is_open(m))
        tail += share_of_em(style, OPEN_GAP + OPEN_STROKE) +
                share_of_em(style, OPEN_LEN);
    return tail;
}

jb_rect
mark_rect(const bar_mark *m)
{
    return spanned(m, 0, m->length);
}

/* A fill too pale to be seen is outlined (WCAG 1.4.11). */
static jb_colour
outline_for(const style_chart *style, const bar_mark *m)
{
    jb_colour seen = tone_readable(m->colour, style->ink, style->ground,
                                   TONE_CONTRAST_MARK);
    bool is_pale = tone_contrast(m->colour, style->ground) <
                   TONE_CONTRAST_MARK;
    return m->fill != MARK_SOLID || is_pale ? seen : COLOUR_NONE;
}

jb_len
mark_outline(const style_chart *style, jb_colour colour, mark_fill fill)
{
    bar_mark m = {.colour = colour, .fill = fill};
    return outline_for(style, &m).a != 0 ? share_of_em(style, OUTLINE_STROKE)
                                         : 0;
}

static display_figure *
figure_of(jb_display *d, mark_name name)
{
    display_figure *f = ARENA_NEW(d->arena, display_figure);
    *f = (display_figure){.has_value = name.datum->has_value,
                          .value = name.datum->value,
                          .power = name.power,
                          .label = name.is_unlabelled ? (slice){0}
                                                      : name.datum->label,
                          .places = name.places,
                          .is_focus = name.is_focus,
                          .is_receded = name.is_receded};
    return f;
}

static void
group_begin(jb_display *d, mark_name name, const display_figure *f)
{
    display_group_begin(d, (display_group){.role = ROLE_MARK, .id = name.id,
                                           .title = name.title,
                                           .figure = f});
}

slice
mark_id(arena *a, const chart_spec *spec, size_t series, size_t category)
{
    return slice_printf(a, "%.*s-%zu-%zu", SLICE_ARGS(spec->id), series + 1,
                        category + 1);
}

void
mark_begin(const style_chart *style, jb_display *d, mark_name name,
           const bar_mark *m, size_t scale)
{
    display_figure *f = figure_of(d, name);
    f->scale = scale;
    f->is_textured = m != NULL && m->fill != MARK_SOLID;
    if (m != NULL && m->length > 0) {
        f->bar = mark_rect(m);
        f->side = m->side;
        f->is_cut = m->is_broken;
        f->is_open = is_open(m);
        jb_colour outline = outline_for(style, m);
        f->colour = outline.a != 0 ? outline : m->colour;
        f->outline = mark_outline(style, m->colour, m->fill);
    }
    group_begin(d, name, f);
}

void
mark_begin_point(jb_display *d, mark_name name, jb_point at, size_t scale)
{
    display_figure *f = figure_of(d, name);
    f->has_point = true;
    f->point = at;
    f->scale = scale;
    group_begin(d, name, f);
}

/* Part of a bar between two ends, each of which may lean by `lean`. */
typedef struct bar_piece {
    jb_len near, far, near_lean, far_lean;
    bool is_open; /* no closing edge at the far end */
} bar_piece;

static jb_path
piece_path(arena *a, const bar_mark *m, const bar_piece *piece)
{
    jb_path p = {0};
    path_move(a, &p, placed(m, piece->far + piece->far_lean, 0));
    path_line(a, &p, placed(m, piece->near + piece->near_lean, 0));
    path_line(a, &p, placed(m, piece->near - piece->near_lean,
                            m->thickness));
    path_line(a, &p, placed(m, piece->far - piece->far_lean, m->thickness));
    if (!piece->is_open)
        path_close(a, &p);
    return p;
}

static void
piece_hatch(const style_chart *style, const bar_mark *m,
            const bar_piece *piece, jb_display *d)
{
    jb_path lines = {0};
    hatch_lines(d->arena, &lines,
                spanned(m, piece->near + piece->near_lean,
                        piece->far - piece->far_lean),
                style->hatch_pitch);
    if (lines.ops.n > 0)
        display_path(d, lines, (jb_paint){.stroke = m->colour,
                                          .width = style->hatch_width});
}

/* A whole bar with a closed end is a rectangle, and drawn as one. Hatches and
 * outlines hide what lies behind them, grid lines and overlapped bars. */
static void
piece_draw(const style_chart *style, const bar_mark *m,
           const bar_piece *piece, jb_display *d)
{
    jb_colour outline = outline_for(style, m);
    jb_len stroke = share_of_em(style, OUTLINE_STROKE);
    bool is_rect = piece->near_lean == 0 && piece->far_lean == 0;
    if (m->fill == MARK_SOLID && is_rect)
        display_rect(d, spanned(m, piece->near, piece->far), m->colour);
    else if (m->fill == MARK_SOLID)
        display_path(d, piece_path(d->arena, m, piece),
                     (jb_paint){.fill = m->colour});
    jb_colour inside = COLOUR_NONE;
    if (m->fill == MARK_HATCHED || m->fill == MARK_TINTED) {
        jb_colour under = m->fill == MARK_TINTED
                              ? tone_mix(m->colour, style->ground,
                                         MARK_TINT)
                              : style->ground;
        display_path(d, piece_path(d->arena, m, piece),
                     (jb_paint){.fill = under});
        piece_hatch(style, m, piece, d);
    } else if (m->fill == MARK_OUTLINED) {
        jb_len slit = piece->far - piece->near - stroke;
        inside = slit < LEN_PER_PT / SLIT_MOST ? outline : style->ground;
    }
    if (outline.a != 0)
        display_path(d, piece_path(d->arena, m, piece),
                     (jb_paint){.fill = inside, .stroke = outline,
                                .width = stroke});
}

/* A broken bar is two pieces with a slanted cut between them. */
static void
broken_draw(const style_chart *style, const bar_mark *m, jb_display *d)
{
    jb_len lean = len_min(m->thickness / 4, share_of_em(style, CUT_LEAN));
    jb_len gap = share_of_em(style, CUT_GAP);
    jb_len cut = m->length + share_of_em(style, STUB_CUT);
    bar_piece body = {.far = cut - gap / 2, .far_lean = lean};
    bar_piece stub = {.near = cut + gap / 2, .near_lean = lean,
                      .far = m->length + share_of_em(style, STUB),
                      .is_open = is_open(m)};
    piece_draw(style, m, &body, d);
    piece_draw(style, m, &stub, d);
}

/* It points where the value may lie: up the axis for a lower bound, which is
 * towards zero for a negative one. */
static void
chevron_draw(const style_chart *style, const bar_mark *m, jb_display *d)
{
    jb_len near = m->length + share_of_em(style, OPEN_GAP) +
                  (m->is_broken ? share_of_em(style, STUB) : 0);
    jb_len reach = chevron_len(style, m), far = near + reach;
    bool is_low = m->side == SIDE_LEFT || m->side == SIDE_DOWN;
    bool is_inwards = (m->bound == BOUND_AT_MOST) != is_low;
    jb_len tip = is_inwards ? near : far, ends = is_inwards ? far : near;
    jb_len middle = m->thickness / 2;
    jb_path p = {0};
    path_move(d->arena, &p, placed(m, ends, middle - reach));
    path_line(d->arena, &p, placed(m, tip, middle));
    path_line(d->arena, &p, placed(m, ends, middle + reach));
    display_path(d, p, (jb_paint){.stroke = m->colour,
                                  .width = share_of_em(style, OPEN_STROKE),
                                  .cap = CAP_ROUND, .join = JOIN_ROUND});
}

void
mark_draw(const style_chart *style, const bar_mark *m, jb_display *d)
{
    bar_piece whole = {.far = m->length, .is_open = is_open(m)};
    if (m->is_broken)
        broken_draw(style, m, d);
    else if (m->length >= LEN_PER_PT / LEAST_DRAWN)
        piece_draw(style, m, &whole, d);
    if (is_open(m))
        chevron_draw(style, m, d);
}

void
mark_triangle(jb_display *d, jb_point left_bottom, jb_len width, bool is_up,
              jb_colour colour)
{
    jb_len height = len_scale(width, 87, 100);
    jb_len x = left_bottom.x, y = left_bottom.y;
    jb_len base = is_up ? y : y - height, tip = is_up ? y - height : y;
    jb_path p = {0};
    path_move(d->arena, &p, (jb_point){x, base});
    path_line(d->arena, &p, (jb_point){x + width, base});
    path_line(d->arena, &p, (jb_point){x + width / 2, tip});
    path_close(d->arena, &p);
    display_path(d, p, (jb_paint){.fill = colour});
}

static jb_path
circle(arena *a, jb_point centre, jb_len radius)
{
    jb_path p = {0};
    path_round_rect(a, &p,
                    (jb_rect){centre.x - radius, centre.y - radius,
                              2 * radius, 2 * radius},
                    radius);
    return p;
}

void
mark_ring(const style_chart *style, jb_display *d, jb_point centre,
          jb_colour colour)
{
    jb_len radius = share_of_em(style, RING);
    jb_len stroke = len_max(share_of_em(style, RING_STROKE), LEN_OF_PT(1));
    jb_len halo = radius + stroke / 2 + share_of_em(style, RING_HALO);
    display_path(d, circle(d->arena, centre, halo),
                 (jb_paint){.fill = style->ground});
    display_path(d, circle(d->arena, centre, radius),
                 (jb_paint){.stroke = colour, .width = stroke});
}

void
mark_axis_break(const style_chart *style, jb_display *d, jb_point at,
                bool is_across)
{
    jb_len reach = share_of_em(style, 320), lean = share_of_em(style, 130);
    jb_len apart = share_of_em(style, CUT_GAP) / 2;
    for (int i = -1; i <= 1; i += 2) {
        jb_len shift = i * apart;
        jb_point from = {at.x + shift - lean, at.y + reach};
        jb_point to = {at.x + shift + lean, at.y - reach};
        if (!is_across) {
            from = (jb_point){at.x - reach, at.y + shift + lean};
            to = (jb_point){at.x + reach, at.y + shift - lean};
        }
        display_line(d, from, to, style->zero_width, style->muted);
    }
}

jb_len
mark_cut_at(const style_chart *style)
{
    return share_of_em(style, STUB_CUT);
}
