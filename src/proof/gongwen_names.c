#include <math.h>

#include "base/code.h"
#include "proof/gongwen_part.h"
#include "text/character.h"

/* ── the date ── */

/* 2025年7月18日 and nothing else. */
static bool
is_date(const seen_line *l)
{
    static const uint32_t units[] = {0x5E74, 0x6708, 0x65E5}; /* 年月日 */
    size_t unit = 0, digits = 0;
    for (size_t i = 0; i < l->glyphs.n; i++) {
        uint32_t code = l->glyphs.at[i].code;
        if (character_kind_of(code) == CHARACTER_SPACE)
            continue;
        if (code_is_digit(code)) {
            digits++;
            continue;
        }
        if (unit == 3 || code != units[unit] || digits == 0)
            return false;
        unit++;
        digits = 0;
    }
    return unit == 3 && digits == 0;
}

/* Em. A name and its date are on lines next to each other, which are 1.875 em
 * apart (3), and not on the next but one. */
#define NEXT_LINE_MOST 2.5
/* Two characters further right, as a ruler tells. */
#define STEP_SLACK 0.1
/* A name is centred by eye: spaces of half a character move it by half that. */
#define CENTRED 0.3

/* How a name over a date stands, on the line right above it; all in em. */
typedef struct dated_name {
    double aside; /* of the middle of the name from that of the date */
    double step;  /* of the date's start behind the name's */
    double date_inset, inset; /* of the date, of whichever reaches farther */
} dated_name;

/* A name that ends in a mark is not told from: the mark may have lost half of
 * its width. */
static bool
is_over(const seen_line *name, const seen_line *date)
{
    if (name->glyphs.n == 0 ||
        character_kind_of(ARRAY_LAST(&name->glyphs)->code) != CHARACTER_HAN)
        return false;
    double up = date->baseline - name->baseline;
    return name->page == date->page && up > date->size &&
           up < NEXT_LINE_MOST * date->size && name->right > date->left &&
           fabs(name->size - date->size) < SAME_SIZE;
}

/* 7.3.5.1: a name that is centred over the date belongs to a seal, and the
 * date stands four characters from the right. 7.3.5.2: else the date stands
 * two characters further right than the name, and whichever reaches farther
 * is two characters from the right. Where both may be, the nearer is. */
static void
measure_name(dated_name n, proof_dimension *out)
{
    bool is_stepped = fabs(n.step - 2) <= STEP_SLACK;
    bool is_nearer = fabs(n.date_inset - 4) < fabs(n.inset - 2);
    if (fabs(n.aside) < CENTRED && (!is_stepped || is_nearer)) {
        dimension_set(&out[DATE_INSET], n.date_inset);
        return;
    }
    dimension_set(&out[NAME_INSET], n.inset);
    dimension_set(&out[DATE_STEP], n.step);
}

/* From where to where the name goes: one that is spread over the width of a
 * longer one is, for a reader, a row of lines of one character each. */
static area_edges
name_extent(const seen_document *d, const seen_line *name)
{
    area_edges e = {name->left, name->right};
    for (size_t i = 0; i < d->lines.n && name->glyphs.n == 1; i++) {
        const seen_line *o = &d->lines.at[i];
        if (o->page != name->page || o->glyphs.n != 1 ||
            fabs(o->baseline - name->baseline) >= 1)
            continue;
        e.left = fmin(e.left, o->left);
        e.right = fmax(e.right, o->right);
    }
    return e;
}

static dated_name
dated_name_of(area_edges name, const seen_line *date, double area_right)
{
    double em = date->size;
    double middles = name.left + name.right - date->left - date->right;
    double right = fmax(name.right, date->right);
    return (dated_name){middles / 2 / em, (date->left - name.left) / em,
                        (area_right - date->right) / em,
                        (area_right - right) / em};
}

static void
measure_date(const seen_document *d, double area_right, proof_dimension *out)
{
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *date = &d->lines.at[i];
        if (!is_date(date))
            continue;
        for (size_t k = 0; k < d->lines.n; k++)
            if (is_over(&d->lines.at[k], date))
                measure_name(
                    dated_name_of(name_extent(d, &d->lines.at[k]), date,
                                  area_right),
                    out);
    }
}

/* ── who was present ── */

static bool
starts_with(const seen_line *l, const uint32_t *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (i >= l->glyphs.n || l->glyphs.at[i].code != words[i])
            return false;
    return true;
}

/* What stands nearest above a line on its page. */
static const seen_line *
line_above(const seen_document *d, const seen_line *l)
{
    const seen_line *best = NULL;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *o = &d->lines.at[i];
        if (o->page == l->page && o->top < l->top - 1 &&
            o->part != SEEN_RUNNING && (best == NULL || o->top > best->top))
            best = o;
    }
    return best;
}

/* An opening mark at a line's start has lost its blank half, which its glyph
 * still has. */
static double
box_start(const seen_glyph *g)
{
    bool is_halved = character_mark_of(g->code) == MARK_OPENING;
    return is_halved ? g->x + g->size / 2 : g->x;
}

/* Where the first character stands that is on the page at this height and
 * right of x; or negative. Faces on one line differ in their baselines, not in
 * the tops of their characters. */
static double
start_behind(const seen_document *d, size_t page, double top, double x)
{
    double best = -1;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page != page || fabs(l->top - top) > 1)
            continue;
        for (size_t k = 0; k < l->glyphs.n; k++) {
            const seen_glyph *g = &l->glyphs.at[k];
            if (g->x > x && (best < 0 || box_start(g) < best))
                best = box_start(g);
        }
    }
    return best;
}

/* 10.3: 出席： two characters in, a blank line above, further lines of the
 * list under its first character. */
static void
measure_people(const seen_document *d, double area_left,
               proof_dimension *out)
{
    static const uint32_t present[] = {0x51FA, 0x5E2D, 0xFF1A}; /* 出席： */
    double pitch = gongwen_line(d);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!starts_with(l, present, 3) || pitch <= 0)
            continue;
        dimension_set(&out[PEOPLE_INSET], (l->left - area_left) / l->size);
        const seen_line *above = line_above(d, l);
        if (above != NULL && fabs(above->size - l->size) < SAME_SIZE)
            dimension_set(&out[PEOPLE_SPACE],
                (l->top - above->top) / pitch - 1);
        double first = start_behind(d, l->page, l->top,
                                    l->glyphs.at[2].x + 1);
        double next = start_behind(d, l->page, l->top + pitch, 0);
        if (next > l->left + l->size)
            dimension_set(&out[PEOPLE_TURN], (next - first) / l->size);
    }
}

void
gongwen_measure_names(const seen_document *d, area_edges edges,
                      proof_dimension *out)
{
    measure_date(d, edges.right, out);
    measure_people(d, edges.left, out);
}
