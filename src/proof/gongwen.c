#include "proof/gongwen.h"

#include <math.h>

#include "text/character.h"

#define MM_PER_PT (25.4 / 72)
#define AREA_TOP 37.0     /* mm, 5.2.1 */
#define AREA_HEIGHT 225.0
#define LETTER_WIDTH_LEAST 165.0 /* mm: a rule so long is a letter's */

enum {
#define DIMENSION(id, clause, name, unit, wanted, tolerance) id,
#include "proof/gongwen.def"
#undef DIMENSION
    DIMENSION_COUNT
};

static const proof_dimension WANTED[] = {
#define DIMENSION(id, clause, name, unit, wanted, tolerance)                 \
    {clause, name, unit, wanted, tolerance, 0, false},
#include "proof/gongwen.def"
#undef DIMENSION
};

bool
dimension_is_kept(const proof_dimension *d)
{
    return !d->is_found || fabs(dimension_deviation(d)) <= d->tolerance;
}

static void
set(proof_dimension *d, double measured)
{
    d->measured = measured;
    d->is_found = true;
}

/* Of many, what is farthest from what is wanted. */
static void
set_worst(proof_dimension *d, double measured)
{
    if (!d->is_found ||
        fabs(measured - d->wanted) > fabs(d->measured - d->wanted))
        set(d, measured);
}

static bool
is_red(jb_colour c)
{
    return c.r > 150 && c.g < 90 && c.b < 90;
}

/* ── the body ── */

/* The size that most characters of the prose have. */
static double
body_size(const seen_document *d)
{
    double best = 0;
    size_t most = 0;
    for (size_t i = 0; i < d->lines.n; i++) {
        size_t n = 0;
        const seen_line *l = &d->lines.at[i];
        if (l->part != SEEN_PROSE || l->is_heading || l->size == best)
            continue;
        for (size_t k = 0; k < d->lines.n; k++)
            if (d->lines.at[k].part == SEEN_PROSE &&
                d->lines.at[k].size == l->size)
                n += d->lines.at[k].glyphs.n;
        if (n > most) {
            most = n;
            best = l->size;
        }
    }
    return best;
}

static bool
is_body(const seen_line *l, double size)
{
    return l->part == SEEN_PROSE && fabs(l->size - size) < 0.05 &&
           l->glyphs.n > 0;
}

typedef struct body {
    double size, left, right, pitch; /* pitch 0: no paragraph has two lines */
    bool is_turned; /* paragraphs turn at either edge, which shows them */
} body;

/* Whether line i goes on with the paragraph of the one before it. */
static bool
goes_on(const seen_document *d, size_t i, double size)
{
    const seen_line *l = &d->lines.at[i];
    return i > 0 && is_body(l, size) && is_body(l - 1, size) &&
           l->paragraph == l[-1].paragraph;
}

/* The most frequent distance between baselines of a paragraph. */
static double
pitch_of(const seen_document *d, double size)
{
    double best = 0;
    size_t most = 0;
    for (size_t i = 1; i < d->lines.n; i++) {
        const seen_line *a = &d->lines.at[i - 1], *b = a + 1;
        double pitch = b->baseline - a->baseline;
        size_t n = 0;
        if (!goes_on(d, i, size) || a->page != b->page || pitch <= size ||
            pitch == best)
            continue;
        for (size_t k = 1; k < d->lines.n; k++) {
            const seen_line *c = &d->lines.at[k - 1];
            n += c->page == c[1].page &&
                 fabs(c[1].baseline - c->baseline - pitch) < 0.05;
        }
        if (n > most) {
            most = n;
            best = pitch;
        }
    }
    return best;
}

/* A line as a measure of height (3): as found, or a character and 7/8. */
static double
line_of(const seen_document *d)
{
    double size = body_size(d), pitch = pitch_of(d, size);
    return pitch > 0 ? pitch : size * 1.875;
}

/* An opening mark at a line's start lies half outside. */
static bool
starts_with_han(const seen_line *l)
{
    return character_kind_of(l->glyphs.at[0].code) == CHARACTER_HAN;
}

/* The edges are where paragraphs turn. Where none does, or only lists that
 * are set in, they are not to be seen. */
static body
body_of(const seen_document *d)
{
    body b = {.size = body_size(d), .left = d->width};
    double leftmost = d->width;
    b.pitch = pitch_of(d, b.size);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!is_body(l, b.size))
            continue;
        if (starts_with_han(l))
            leftmost = fmin(leftmost, l->left);
        if (!goes_on(d, i, b.size))
            continue;
        if (starts_with_han(l))
            b.left = fmin(b.left, l->left);
        b.right = fmax(b.right, l[-1].right);
    }
    b.is_turned = b.left < leftmost + b.size / 2 && b.right > b.left;
    return b;
}

static bool
starts_page(const seen_document *d, size_t at)
{
    const seen_line *l = &d->lines.at[at];
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *o = &d->lines.at[i];
        if (o->page == l->page && o->part != SEEN_RUNNING &&
            o->top < l->top - 1)
            return false;
    }
    return true;
}

/* The top of the pages that start with a line of Han in the text's size:
 * what others start with has its own distance. */
static void
measure_top(const seen_document *d, double size, proof_dimension *out)
{
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page > 0 && is_body(l, size) && starts_with_han(l) &&
            starts_page(d, i))
            set_worst(&out[HEAD], l->top * MM_PER_PT);
    }
}

static void
measure_body(const seen_document *d, proof_dimension *out)
{
    body b = body_of(d);
    if (b.size == 0)
        return;
    set(&out[BODY_SIZE], b.size);
    if (b.is_turned) {
        double width = b.right - b.left;
        set(&out[LEFT], b.left * MM_PER_PT);
        set(&out[MEASURE], width * MM_PER_PT);
        set(&out[CHARACTERS], floor(width / b.size + 0.02));
    }
    measure_top(d, b.size, out);
    if (b.pitch > 0)
        set(&out[LINES],
            (AREA_HEIGHT / MM_PER_PT - b.size) / b.pitch + 1);
}

/* Left and right of the type area, points: as found, else where the standard
 * wants them. */
typedef struct area_edges {
    double left, right;
} area_edges;

static area_edges
edges_of(const proof_dimension *out)
{
    bool is_found = out[LEFT].is_found;
    double left = is_found ? out[LEFT].measured : out[LEFT].wanted;
    double width = is_found ? out[MEASURE].measured : out[MEASURE].wanted;
    return (area_edges){left / MM_PER_PT, (left + width) / MM_PER_PT};
}

/* ── the head ── */

static const seen_rule *
red_rule(const seen_document *d)
{
    for (size_t i = 0; i < d->rules.n; i++)
        if (is_red(d->rules.at[i].colour) && d->rules.at[i].h < 6)
            return &d->rules.at[i];
    return NULL;
}

/* The agency mark: the first red line that is larger than the text. */
static const seen_line *
mark_of(const seen_document *d)
{
    double large = 1.3 * body_size(d);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page == 0 && l->size > large && is_red(l->colour))
            return l;
    }
    return NULL;
}

/* Which form the head is of: 7, 10.1, 10.2. */
typedef enum gongwen_form { FORM_FILE, FORM_LETTER, FORM_ORDER } gongwen_form;

static gongwen_form
form_of(const seen_document *d)
{
    const seen_rule *rule = red_rule(d);
    const seen_line *mark = mark_of(d);
    if (rule != NULL && rule->w * MM_PER_PT > LETTER_WIDTH_LEAST)
        return FORM_LETTER;
    bool is_order = mark != NULL && mark->glyphs.n > 0 && rule == NULL &&
                    ARRAY_LAST(&mark->glyphs)->code == 0x4EE4; /* 令 */
    return is_order ? FORM_ORDER : FORM_FILE;
}

/* The line on the first page that is nearest above y, or below it. */
static const seen_line *
line_beside(const seen_document *d, double y, bool is_below)
{
    const seen_line *best = NULL;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page != 0 || (l->top >= y) != is_below)
            continue;
        if (best == NULL || fabs(l->top - y) < fabs(best->top - y))
            best = l;
    }
    return best;
}

/* 7.2.7, 7.3.1: the number 4 mm above the rule, the title two lines below. */
static void
measure_around_rule(const seen_document *d, const seen_rule *rule,
                    proof_dimension *out)
{
    const seen_line *above = line_beside(d, rule->y, false);
    const seen_line *below = line_beside(d, rule->y, true);
    double pitch = line_of(d);
    bool has_number = above != NULL && !is_red(above->colour);
    if (has_number)
        set(&out[RULE_GAP],
            (rule->y - above->top - above->size) * MM_PER_PT);
    if (below == NULL || below->size < 20 || pitch <= 0)
        return;
    set(&out[TITLE_SIZE], below->size);
    set(&out[TITLE_SPACE], (below->top - rule->y - rule->h) / pitch);
}

/* 10.1: double rules, 4 mm below the mark and 20 mm above the paper's foot. */
static void
measure_letter(const seen_document *d, const seen_line *mark,
               const seen_rule *rule, proof_dimension *out)
{
    double foot = 0;
    for (size_t i = 0; i < d->rules.n; i++)
        if (d->rules.at[i].page == 0 && is_red(d->rules.at[i].colour))
            foot = fmax(foot, d->rules.at[i].y + d->rules.at[i].h);
    double head = d->height;
    for (size_t i = 0; i < d->rules.n; i++)
        if (d->rules.at[i].page == 0 && is_red(d->rules.at[i].colour))
            head = fmin(head, d->rules.at[i].y);
    set(&out[LETTER_RULE], rule->w * MM_PER_PT);
    set(&out[LETTER_FOOT], (d->height - foot) * MM_PER_PT);
    if (mark == NULL)
        return;
    set(&out[LETTER_MARK], mark->top * MM_PER_PT);
    set(&out[LETTER_GAP], (head - mark->top - mark->size) * MM_PER_PT);
}

/* 10.2: the number two lines below the mark; a line for itself, and two blank
 * ones between it and the text. */
static void
measure_order(const seen_document *d, const seen_line *mark,
              proof_dimension *out)
{
    double pitch = line_of(d);
    const seen_line *number = line_beside(d, mark->top + mark->size, true);
    set(&out[ORDER_MARK], mark->top * MM_PER_PT - AREA_TOP);
    if (number == NULL || pitch <= 0)
        return;
    set(&out[ORDER_NUMBER], (number->top - mark->top - mark->size) / pitch);
    const seen_line *text = line_beside(d, number->top + 1, true);
    if (text != NULL)
        set(&out[ORDER_TEXT], (text->top - number->top) / pitch - 1);
}

static void
measure_head(const seen_document *d, proof_dimension *out)
{
    const seen_rule *rule = red_rule(d);
    const seen_line *mark = mark_of(d);
    gongwen_form form = form_of(d);
    if (form == FORM_LETTER) {
        measure_letter(d, mark, rule, out);
        return;
    }
    if (rule != NULL) {
        set(&out[RED_RULE], rule->w * MM_PER_PT);
        measure_around_rule(d, rule, out);
    }
    if (mark != NULL && form == FORM_ORDER)
        measure_order(d, mark, out);
    else if (mark != NULL)
        set(&out[MARK_TOP], mark->top * MM_PER_PT - AREA_TOP);
}

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
        if (code >= '0' && code <= '9') {
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
           up < 2.5 * date->size && name->right > date->left &&
           fabs(name->size - date->size) < 0.1;
}

/* 7.3.5.1: a name that is centred over the date belongs to a seal, and the
 * date stands four characters from the right. 7.3.5.2: else the date stands
 * two characters further right than the name, and whichever reaches farther
 * is two characters from the right. Where both may be, the nearer is. */
static void
measure_name(dated_name n, proof_dimension *out)
{
    bool is_stepped = fabs(n.step - 2) <= 0.1;
    bool is_nearer = fabs(n.date_inset - 4) < fabs(n.inset - 2);
    if (fabs(n.aside) < 0.3 && (!is_stepped || is_nearer)) {
        set(&out[DATE_INSET], n.date_inset);
        return;
    }
    set(&out[NAME_INSET], n.inset);
    set(&out[DATE_STEP], n.step);
}

static dated_name
dated_name_of(const seen_line *name, const seen_line *date, double area_right)
{
    double em = date->size;
    double middles = name->left + name->right - date->left - date->right;
    double right = fmax(name->right, date->right);
    return (dated_name){middles / 2 / em, (date->left - name->left) / em,
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
                    dated_name_of(&d->lines.at[k], date, area_right), out);
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
        for (size_t k = 0; k < l->glyphs.n; k++)
            if (l->glyphs.at[k].x > x &&
                (best < 0 || l->glyphs.at[k].x < best))
                best = l->glyphs.at[k].x;
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
    double pitch = line_of(d);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!starts_with(l, present, 3) || pitch <= 0)
            continue;
        set(&out[PEOPLE_INSET], (l->left - area_left) / l->size);
        const seen_line *above = line_above(d, l);
        if (above != NULL && fabs(above->size - l->size) < 0.1)
            set(&out[PEOPLE_SPACE],
                (l->top - above->top) / pitch - 1);
        double first = start_behind(d, l->page, l->top,
                                    l->glyphs.at[2].x + 1);
        double next = start_behind(d, l->page, l->top + pitch, 0);
        if (next > l->left + l->size)
            set(&out[PEOPLE_TURN], (next - first) / l->size);
    }
}

/* ── folio, imprint ── */

static bool
is_folio(const seen_line *l)
{
    bool has_digit = false;
    for (size_t i = 0; i < l->glyphs.n; i++) {
        uint32_t code = l->glyphs.at[i].code;
        bool is_digit = code >= '0' && code <= '9';
        has_digit |= is_digit;
        if (!is_digit && code != 0x2014 &&
            character_kind_of(code) != CHARACTER_SPACE)
            return false;
    }
    return has_digit && l->part == SEEN_RUNNING;
}

/* Odd pages at the right, even at the left, one character in. */
static void
measure_folio(const seen_document *d, area_edges edges, proof_dimension *out)
{
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!is_folio(l))
            continue;
        double inset = l->page % 2 == 0 ? edges.right - l->right
                                        : l->left - edges.left;
        double below = (l->top + l->size / 2) * MM_PER_PT;
        set_worst(&out[FOLIO_SIZE], l->size);
        set_worst(&out[FOLIO_INSET], inset / l->size);
        set_worst(&out[FOLIO_DROP], below - AREA_TOP - AREA_HEIGHT);
    }
}

/* The line that says who printed it and when: …印发. */
static const seen_line *
printer_of(const seen_document *d)
{
    for (size_t i = d->lines.n; i > 0; i--) {
        const seen_line *l = &d->lines.at[i - 1];
        size_t n = l->glyphs.n;
        if (n > 1 && l->page + 1 == d->n_pages &&
            l->glyphs.at[n - 2].code == 0x5370 &&
            l->glyphs.at[n - 1].code == 0x53D1)
            return l;
    }
    return NULL;
}

static bool
is_imprint_rule(const seen_document *d, const seen_rule *r)
{
    bool is_black = r->colour.r < 80 && r->colour.g < 80;
    return is_black && r->page + 1 == d->n_pages && r->y > d->height / 2;
}

/* 7.4.1: the first and the last rule 0.35 mm, the one over who printed it,
 * when copies stand above, 0.25 mm. */
static void
measure_imprint(const seen_document *d, proof_dimension *out)
{
    const seen_line *printer = printer_of(d);
    const seen_rule *last = NULL, *over = NULL;
    size_t n = 0;
    for (size_t i = 0; printer != NULL && i < d->rules.n; i++) {
        const seen_rule *r = &d->rules.at[i];
        if (!is_imprint_rule(d, r))
            continue;
        n += r->y > printer->baseline - 6 * printer->size;
        if (r->y > printer->baseline)
            last = last == NULL || r->y > last->y ? r : last;
        else if (over == NULL || r->y > over->y)
            over = r;
    }
    if (last == NULL)
        return;
    set(&out[IMPRINT_HEAVY], last->h * MM_PER_PT);
    if (over != NULL && n > 2)
        set(&out[IMPRINT_LIGHT], over->h * MM_PER_PT);
    set(&out[IMPRINT_RULE], last->w * MM_PER_PT);
    set(&out[IMPRINT_FOOT], (last->y + last->h) * MM_PER_PT -
                                (AREA_TOP + AREA_HEIGHT));
}

/* ── ink ── */

/* What of a process ink a channel of light leaves, percent: 5.2.4 and 6.2 ask
 * for solid black, and for a red that reaches M 80 % and Y 80 %. */
static double
ink_of(uint8_t channel)
{
    return (255 - channel) / 2.55;
}

static uint8_t
lightest(jb_colour c)
{
    uint8_t most = c.r > c.g ? c.r : c.g;
    return most > c.b ? most : c.b;
}

static void
measure_ink(const seen_document *d, proof_dimension *out)
{
    double size = body_size(d);
    const seen_line *mark = mark_of(d);
    for (size_t i = 0; i < d->lines.n; i++)
        if (is_body(&d->lines.at[i], size) &&
            starts_with_han(&d->lines.at[i])) /* arrows have colours */
            set_worst(&out[BLACK], ink_of(lightest(d->lines.at[i].colour)));
    for (size_t i = 0; mark != NULL && i < d->rules.n; i++)
        if (is_red(d->rules.at[i].colour)) {
            set_worst(&out[RED_MAGENTA], ink_of(d->rules.at[i].colour.g));
            set_worst(&out[RED_YELLOW], ink_of(d->rules.at[i].colour.b));
        }
    if (mark != NULL) {
        set_worst(&out[RED_MAGENTA], ink_of(mark->colour.g));
        set_worst(&out[RED_YELLOW], ink_of(mark->colour.b));
    }
}

proof_dimension *
gongwen_dimensions(arena *a, const seen_document *d, size_t *n)
{
    proof_dimension *out =
        ARENA_ARRAY(a, DIMENSION_COUNT, proof_dimension);
    for (size_t i = 0; i < DIMENSION_COUNT; i++)
        out[i] = WANTED[i];
    set(&out[PAGE_WIDTH], d->width * MM_PER_PT);
    set(&out[PAGE_HEIGHT], d->height * MM_PER_PT);
    measure_body(d, out);
    measure_ink(d, out);
    measure_head(d, out);
    area_edges edges = edges_of(out);
    measure_date(d, edges.right, out);
    measure_people(d, edges.left, out);
    measure_folio(d, edges, out);
    measure_imprint(d, out);
    *n = DIMENSION_COUNT;
    return out;
}

bool
gongwen_is_likely(const seen_document *d)
{
    double size = body_size(d);
    bool is_a4 = fabs(d->width * MM_PER_PT - 210) < 3 &&
                 fabs(d->height * MM_PER_PT - 297) < 3;
    return is_a4 && size > 15.4 && size < 16.3 && mark_of(d) != NULL;
}
