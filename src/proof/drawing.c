#include "proof/drawing.h"

#include <math.h>

#define DEPTH 32

typedef struct ink_boxes {
    ARRAY(reader_box) of; /* by the glyph's number in its font */
} ink_boxes;

/* The place of a scan through the tags of the file. */
typedef struct scan {
    arena *arena;
    slice svg;
    size_t at;
    slice name, attributes; /* of the tag last found */
    bool is_end, is_empty;  /* </name>, <name/> */
    ARRAY(ink_boxes) fonts;
    long font, glyph; /* whose outline is being read; −1: none */
    jb_colour fills[DEPTH];
    size_t depth;
    page_drawing *out;
} scan;

/* ── numbers ── */

/* A decimal number as Cairo writes it; no locale has a say. */
static bool
number_next(slice s, size_t *at, double *out)
{
    size_t i = *at;
    while (i < s.len && (s.at[i] == ' ' || s.at[i] == ','))
        i++;
    bool is_negative = i < s.len && s.at[i] == '-';
    i += is_negative;
    size_t start = i;
    double value = 0, unit = 1;
    for (; i < s.len && s.at[i] >= '0' && s.at[i] <= '9'; i++)
        value = value * 10 + (s.at[i] - '0');
    if (i < s.len && s.at[i] == '.')
        for (i++; i < s.len && s.at[i] >= '0' && s.at[i] <= '9'; i++)
            value += (s.at[i] - '0') * (unit /= 10);
    if (i == start)
        return false;
    *out = is_negative ? -value : value;
    *at = i;
    return true;
}

static double
number_of(slice s)
{
    size_t at = 0;
    double value = 0;
    number_next(s, &at, &value);
    return value;
}

/* ── tags ── */

static bool
is_name_end(char c)
{
    return c == ' ' || c == '>' || c == '/' || c == '\n';
}

static bool
tag_next(scan *s)
{
    slice rest = slice_cut(s->svg, s->at, s->svg.len);
    size_t open = slice_find(rest, SLICE_OF("<"));
    size_t close = slice_find(rest, SLICE_OF(">"));
    if (open >= rest.len || close >= rest.len || close < open)
        return false;
    s->at += close + 1;
    slice tag = slice_cut(rest, open + 1, close);
    s->is_end = slice_starts_with(tag, SLICE_OF("/"));
    s->is_empty = tag.len > 0 && tag.at[tag.len - 1] == '/';
    tag = slice_cut(tag, s->is_end, tag.len - s->is_empty);
    size_t n = 0;
    while (n < tag.len && !is_name_end(tag.at[n]))
        n++;
    s->name = slice_cut(tag, 0, n);
    s->attributes = slice_cut(tag, n, tag.len);
    return true;
}

/* The value between the quotes behind ` name="`; empty when there is none. */
static slice
attribute(const scan *s, slice start)
{
    size_t at = slice_find(s->attributes, start);
    if (at >= s->attributes.len)
        return SLICE_OF("");
    slice value = slice_cut(s->attributes, at + start.len,
                            s->attributes.len);
    return slice_cut(value, 0, slice_find(value, SLICE_OF("\"")));
}

/* ── colours: fill="rgb(0%, 0%, 0%)", or in a style="fill:rgb(…)" ── */

static bool
colour_behind(slice text, slice name, jb_colour *out)
{
    size_t at = slice_find(text, name);
    if (at >= text.len)
        return false;
    slice rest = slice_cut(text, at + name.len, text.len);
    if (!slice_starts_with(rest, SLICE_OF("rgb(")))
        return false;
    size_t from = 4;
    double parts[3] = {0, 0, 0};
    for (int i = 0; i < 3; i++) {
        if (!number_next(rest, &from, &parts[i]))
            return false;
        from++; /* % */
    }
    *out = (jb_colour){(uint8_t)lround(parts[0] * 2.55),
                       (uint8_t)lround(parts[1] * 2.55),
                       (uint8_t)lround(parts[2] * 2.55), 255};
    return true;
}

static bool
fill_of(const scan *s, jb_colour *out)
{
    return colour_behind(s->attributes, SLICE_OF(" fill=\""), out) ||
           colour_behind(s->attributes, SLICE_OF("\"fill:"), out) ||
           colour_behind(s->attributes, SLICE_OF(";fill:"), out);
}

static bool
stroke_of(const scan *s, jb_colour *out)
{
    return colour_behind(s->attributes, SLICE_OF(" stroke=\""), out) ||
           colour_behind(s->attributes, SLICE_OF("stroke:"), out);
}

static double
stroke_width(const scan *s)
{
    slice own = attribute(s, SLICE_OF(" stroke-width=\""));
    if (own.len > 0)
        return number_of(own);
    slice name = SLICE_OF("stroke-width:");
    size_t at = slice_find(s->attributes, name);
    if (at >= s->attributes.len)
        return 0;
    return number_of(
        slice_cut(s->attributes, at + name.len, s->attributes.len));
}

/* ── paths ── */

static void
box_reach(reader_box *b, double x, double y)
{
    b->x1 = fmin(b->x1, x);
    b->x2 = fmax(b->x2, x);
    b->y1 = fmin(b->y1, y);
    b->y2 = fmax(b->y2, y);
}

#define NOTHING ((reader_box){HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL})

/* The box of a path's points: M x y L x y C … Z, absolute all. Cairo ends
 * glyphs with a lone move, which draws nothing. */
static reader_box
path_box(slice d)
{
    reader_box b = NOTHING;
    double x, y, pending[2] = {0, 0};
    bool is_pending = false;
    for (size_t i = 0; i < d.len;) {
        char c = d.at[i];
        if (c >= 'A') {
            is_pending = c == 'M';
            i++;
            continue;
        }
        if (!number_next(d, &i, &x)) {
            i++;
            continue;
        }
        if (!number_next(d, &i, &y))
            break;
        if (is_pending) {
            pending[0] = x;
            pending[1] = y;
            is_pending = false;
            continue;
        }
        box_reach(&b, pending[0], pending[1]);
        box_reach(&b, x, y);
        pending[0] = x;
        pending[1] = y;
    }
    return b;
}

static reader_box
box_through(reader_box b, const double m[6])
{
    reader_box out = NOTHING;
    const double xs[] = {b.x1, b.x2}, ys[] = {b.y1, b.y2};
    for (int i = 0; i < 4; i++) {
        double x = xs[i % 2], y = ys[i / 2];
        box_reach(&out, m[0] * x + m[2] * y + m[4],
                  m[1] * x + m[3] * y + m[5]);
    }
    return out;
}

/* transform="matrix(a,b,c,d,e,f)"; none: as it is. */
static void
matrix_of(const scan *s, double m[static 6])
{
    static const double same[6] = {1, 0, 0, 1, 0, 0};
    slice text = attribute(s, SLICE_OF(" transform=\"matrix("));
    size_t at = 0;
    for (int i = 0; i < 6; i++)
        if (text.len == 0 || !number_next(text, &at, &m[i]))
            m[i] = same[i];
}

static void
add_shape(scan *s)
{
    drawn_shape shape = {.colour = s->fills[s->depth]};
    jb_colour stroke;
    double m[6], half = 0;
    bool is_stroked = stroke_of(s, &stroke);
    bool is_filled = fill_of(s, &shape.colour);
    if (is_stroked && !is_filled) {
        shape.colour = stroke;
        half = stroke_width(s) / 2;
    }
    reader_box b = path_box(attribute(s, SLICE_OF(" d=\"")));
    if (!(b.x1 <= b.x2) || (!is_stroked && !is_filled))
        return;
    b = (reader_box){b.x1 - half, b.y1 - half, b.x2 + half, b.y2 + half};
    matrix_of(s, m);
    shape.box = box_through(b, m);
    ARRAY_PUSH(s->arena, &s->out->shapes, shape);
}

/* ── glyphs: defined as glyph0-1 (Cairo 1.16) or glyph-0-1 (1.18) ── */

#define FONTS_MOST 4096
#define GLYPHS_MOST 70000

static bool
glyph_number(slice id, long *font, long *glyph)
{
    static const slice start = SLICE("glyph");
    double f, g;
    size_t at = start.len;
    if (!slice_starts_with(id, start) || at >= id.len)
        return false;
    at += id.at[at] == '-';
    if (!number_next(id, &at, &f) || at >= id.len || id.at[at] != '-')
        return false;
    at++;
    if (!number_next(id, &at, &g) || f < 0 || g < 0 || f >= FONTS_MOST ||
        g >= GLYPHS_MOST)
        return false;
    *font = (long)f;
    *glyph = (long)g;
    return true;
}

static void
define_glyph(scan *s)
{
    reader_box ink = path_box(attribute(s, SLICE_OF(" d=\"")));
    reader_box none = {0, 0, 0, 0};
    while ((long)s->fonts.n <= s->font)
        ARRAY_PUSH(s->arena, &s->fonts, ((ink_boxes){.of = {0}}));
    ink_boxes *boxes = &s->fonts.at[s->font];
    while ((long)boxes->of.n <= s->glyph)
        ARRAY_PUSH(s->arena, &boxes->of, none);
    if (ink.x1 <= ink.x2)
        boxes->of.at[s->glyph] = ink;
}

static void
use_glyph(scan *s)
{
    long font, glyph;
    slice id = attribute(s, SLICE_OF("href=\"#"));
    if (!glyph_number(id, &font, &glyph))
        return;
    drawn_glyph g = {number_of(attribute(s, SLICE_OF(" x=\""))),
                     number_of(attribute(s, SLICE_OF(" y=\""))),
                     {0, 0, 0, 0}};
    if (font < (long)s->fonts.n && glyph < (long)s->fonts.at[font].of.n)
        g.ink = s->fonts.at[font].of.at[glyph];
    ARRAY_PUSH(s->arena, &s->out->glyphs, g);
}

/* ── all of it ── */

static void
enter(scan *s)
{
    jb_colour inherited = s->fills[s->depth];
    fill_of(s, &inherited);
    if (s->is_empty)
        return;
    s->depth += s->depth + 1 < DEPTH;
    s->fills[s->depth] = inherited;
}

static void
read_tag(scan *s)
{
    bool is_group =
        slice_is(s->name, "g") || slice_is(s->name, "symbol");
    if (is_group && s->is_end) {
        s->depth -= s->depth > 0;
        s->font = -1;
    } else if (is_group) {
        enter(s);
        glyph_number(attribute(s, SLICE_OF(" id=\"")), &s->font, &s->glyph);
    } else if (slice_is(s->name, "use")) {
        use_glyph(s);
    } else if (slice_is(s->name, "path") && s->font >= 0) {
        define_glyph(s);
    } else if (slice_is(s->name, "path")) {
        add_shape(s);
    }
}

page_drawing
drawing_from_svg(arena *a, slice svg)
{
    page_drawing out = {.glyphs = {0}};
    scan s = {.arena = a, .svg = svg, .font = -1, .out = &out};
    s.fills[0] = COLOUR_RGB(0);
    while (tag_next(&s))
        read_tag(&s);
    return out;
}
