#include "chart/pitch.h"

static jb_len
between(jb_len from, jb_len to, int share)
{
    return from + len_scale(to - from, share, 1000);
}

/* A slot holds a line of Han characters and a pixel more. */
static row_pitch
least(size_t slots, jb_len em)
{
    jb_len slot = em + LEN_OF_PT(1);
    if (slots == 1)
        return (row_pitch){slot, len_scale(em, 600, 1000), em / 6};
    return (row_pitch){slot, len_scale(slot, 920, 1000), em / 2};
}

static row_pitch
natural(const style_chart *style, size_t slots, jb_len em)
{
    jb_len slot = len_scale(em, slots == 1 ? 1250 : 1200, 1000);
    row_pitch p = {slot, slot, 0};
    p.gap = len_scale(p.bar, style->bar_gap, 1000);
    if (slots > 1)
        p.gap += em / 3;
    return p;
}

/* Room is given to the bars first, up to the style's width, then to the gaps,
 * which stay narrower than a bar where one bar makes the row. */
static row_pitch
most(const style_chart *style, row_pitch usual)
{
    row_pitch p = usual;
    p.bar = len_max(usual.bar, style->bar_width_max);
    p.slot = p.bar;
    p.gap = len_max(p.bar, usual.gap);
    return p;
}

row_pitch
pitch_at(const style_chart *style, size_t slots, jb_len em, int ease)
{
    row_pitch usual = natural(style, slots, em);
    row_pitch a = ease < PITCH_NATURAL ? least(slots, em) : usual;
    row_pitch b = ease < PITCH_NATURAL ? usual : most(style, usual);
    int share = ease < PITCH_NATURAL ? ease : ease - PITCH_NATURAL;
    return (row_pitch){between(a.slot, b.slot, share),
                       between(a.bar, b.bar, share),
                       between(a.gap, b.gap, share)};
}
