#include "text/atom.h"

/* Blanks are believed up to half the em, and only where there is no ink. */
static void
measure_blanks(text_atom *atom)
{
    int left, bottom, right, top;
    const jb_face *face = atom->face;
    uint32_t id = face_glyph(face, atom->code);
    if (!face_ink(face, id, &left, &bottom, &right, &top))
        return;
    int upem = face_units_per_em(face);
    jb_len ink_left = len_scale(atom->size, left, upem);
    jb_len ink_right = len_scale(atom->size, right, upem);
    jb_len surplus = len_max(0, atom->advance - atom->size / 2);
    jb_len half = len_min(atom->size / 2, surplus);
    atom->blank_left = len_max(0, len_min(half, ink_left));
    atom->blank_right = len_max(0, len_min(half, atom->advance - ink_right));
}

/* GB/T 15834-2011 5.1: these stand in the left half of their square. Some
 * faces centre ？ or 。; moved, they can lose their right half like the rest. */
static void
set_left(text_atoms *t, text_atom *atom)
{
    jb_len lacking = len_min(atom->size / 2, atom->advance) -
                     atom->blank_right;
    if (atom->n_glyphs != 1 || lacking <= 0 || lacking > atom->blank_left)
        return;
    t->glyphs[atom->first_glyph].x -= lacking;
    atom->blank_right += lacking;
}

static bool
is_full_stop(mark_kind mark)
{
    return mark == MARK_STOP || mark == MARK_EXCLAIM;
}

static bool
has_blank_right(mark_kind mark)
{
    return mark == MARK_CLOSING || mark == MARK_PAUSE || is_full_stop(mark);
}

/* CLREQ #compression_of_punctuation_marks: 开明 halves all but full stops,
 * 半角 all. 全角 keeps them whole. */
static bool
is_half_by_style(text_marks style, mark_kind mark)
{
    if (style == MARKS_QUANJIAO)
        return false;
    return style == MARKS_BANJIAO || !is_full_stop(mark);
}

static atom_step
step_of(mark_kind mark)
{
    switch (mark) {
    case MARK_OPENING:
    case MARK_CLOSING:
        return STEP_BRACKET;
    case MARK_PAUSE:
        return STEP_PAUSE;
    case MARK_STOP:
    case MARK_EXCLAIM:
        return STEP_STOP;
    default:
        return STEP_NONE;
    }
}

static void
space_mark(const text_context *c, text_atoms *t, text_atom *atom)
{
    if (atom->face == NULL || atom->mark == MARK_NONE)
        return;
    measure_blanks(atom);
    if (atom->mark == MARK_OPENING)
        atom->blank_right = 0;
    else if (!has_blank_right(atom->mark))
        atom->blank_left = atom->blank_right = 0;
    else
        set_left(t, atom);
    if (atom->mark != MARK_OPENING)
        atom->blank_left = 0;
    atom->step = step_of(atom->mark);
    if (is_half_by_style(c->options->marks, atom->mark)) {
        atom->trim_left = atom->blank_left;
        atom->trim_right = atom->blank_right;
    }
}

static bool
is_doubled(uint32_t code)
{
    return code == 0x203C || (code >= 0x2047 && code <= 0x2049);
}

/* GB/T 15834-2011 4.13, 5.1.2, 5.1.8 and 5.1.9: these have a width of their
 * own, whatever the face has: half an em for the interpunct, the short
 * connector and the solidus, one for !! ?? ?! !? in one. 0: none. */
static jb_len
fixed_width(const text_atom *atom)
{
    if (is_doubled(atom->code))
        return atom->size;
    bool is_short = atom->mark == MARK_CONNECTOR &&
                    (atom->code == 0x2013 || atom->code == '-');
    return is_short || atom->mark == MARK_INTERPUNCT ||
                   atom->mark == MARK_SOLIDUS
               ? atom->size / 2
               : 0;
}

/* In the middle of the width that is its own. */
static void
space_fixed(text_atoms *t, text_atom *atom)
{
    jb_len width = fixed_width(atom);
    if (atom->n_glyphs != 1)
        return;
    jb_glyph *glyph = &t->glyphs[atom->first_glyph];
    glyph->x += (width - atom->advance) / 2;
    glyph->advance = atom->advance = width;
    atom->step = step_of(atom->mark);
}

/* CLREQ #consecutive_punctuation_marks: of two full-width marks together, one
 * of them a bracket, half an em goes; brackets hug what they enclose. */
static void
compress_pair(text_atom *a, text_atom *b)
{
    if (b->mark == MARK_OPENING &&
        (a->mark == MARK_OPENING || has_blank_right(a->mark)))
        b->trim_left = b->blank_left;
    else if (b->mark == MARK_CLOSING && has_blank_right(a->mark))
        a->trim_right = a->blank_right;
    else if (a->mark == MARK_CLOSING && has_blank_right(b->mark))
        a->trim_right = a->blank_right;
}

/* ”①，: a note mark between the two leans on the first, whose blank goes; so
 * half an em goes as without it. */
static void
compress_before_notes(text_atom *a, const text_atom *b)
{
    bool is_pair = b->mark == MARK_OPENING || b->mark == MARK_CLOSING ||
                   (a->mark == MARK_CLOSING && has_blank_right(b->mark));
    if (is_pair && has_blank_right(a->mark))
        a->trim_right = a->blank_right;
}

/* GB/T 15834-2011 5.1.2: ！？ together are one em wide, three of them two. */
static void
compress_exclamations(text_atoms *t)
{
    for (size_t i = 0; i < t->n;) {
        size_t end = i;
        while (end < t->n && t->at[end].mark == MARK_EXCLAIM)
            end++;
        size_t n = end - i;
        for (size_t j = i; n > 1 && j < end && j < i + 2; j++)
            t->at[j].trim_right = t->at[j].blank_right;
        i = end + 1;
    }
}

/* CLREQ #ellipsis: six dots, evenly apart. Faces that leave more room between
 * two … than between the dots of one have the two moved together. */
static void
even_ellipsis(text_atoms *t, size_t i)
{
    text_atom *a = &t->at[i - 1], *b = &t->at[i];
    int left, bottom, right, top;
    if (a->n_glyphs != 1 || b->n_glyphs != 1 || a->face != b->face ||
        !face_ink(a->face, face_glyph(a->face, a->code), &left, &bottom,
                  &right, &top))
        return;
    int upem = face_units_per_em(a->face);
    int within = (right - left - 3 * (top - bottom)) / 2;
    jb_len between = a->advance - len_scale(a->size, right - left, upem);
    jb_len move = (between - len_scale(a->size, within, upem)) / 2;
    if (within <= 0)
        return;
    t->glyphs[a->first_glyph].x += move;
    t->glyphs[b->first_glyph].x -= move;
}

static void
even_ellipses(text_atoms *t)
{
    for (size_t i = 1; i < t->n; i++) {
        if (t->at[i].mark != MARK_ELLIPSIS ||
            t->at[i - 1].mark != MARK_ELLIPSIS)
            continue;
        even_ellipsis(t, i);
        i++;
    }
}

static bool
is_drawn_mark(const text_atom *atom)
{
    return atom->kind == CHARACTER_MARK && atom->mark != MARK_NONE;
}

static jb_len
of_em(jb_len size, int thousandths)
{
    return len_scale(size, thousandths, 1000);
}

/* In loose lines gaps get wider than is wanted by so much, and no wider than
 * half an em (CLREQ #line_adjustment). em/1000 */
#define GAP_REACH 167
#define GAP_WIDEST 500

static void
set_gap(const text_options *o, text_atom *at, jb_len size)
{
    at->gap = of_em(size, o->gap);
    at->gap_shrink = len_max(0, at->gap - of_em(size, o->gap_min));
    at->gap_stretch = len_max(0, of_em(size, o->gap_max) - at->gap);
    int wide = o->gap > o->gap_max ? o->gap : o->gap_max;
    int more = GAP_WIDEST - wide < GAP_REACH ? GAP_WIDEST - wide : GAP_REACH;
    at->gap_reach = len_max(0, of_em(size, more));
    if (o->gap == 0)
        at->gap_stretch = at->gap_reach = 0;
}

/* Han, kana and symbols on their square; ￥ and ￡ belong to the figure. */
static bool
is_han_side(const text_atom *a)
{
    line_class c = a->property.line;
    return a->kind == CHARACTER_HAN && c != LINE_PR && c != LINE_PO;
}

/* ℃, № …: Western signs that are drawn on the square. */
static bool
is_letterlike(uint32_t code)
{
    return code >= 0x2100 && code <= 0x214F;
}

/* Letters, digits and the signs of figures; not / ( ) , and their kin. */
static bool
is_gap_side(const text_atom *a)
{
    line_class c = a->property.line;
    if (character_is_script(a->code) ||
        (is_letterlike(a->code) && a->advance >= a->size))
        return false;
    return a->kind == CHARACTER_DIGIT || a->kind == CHARACTER_SIGN ||
           (a->kind == CHARACTER_LETTER && (c == LINE_AL || c == LINE_HL));
}

/* Superscripts and note marks lean on their base without a gap; arrows are
 * signs of the number behind them. */
static bool
wants_gap_between(const text_atom *a, const text_atom *b)
{
    bool is_mixed = (is_han_side(a) && is_gap_side(b)) ||
                    (is_gap_side(a) && is_han_side(b));
    bool is_united = a->kind == CHARACTER_DIGIT &&
                     character_is_square_unit(b->code); /* 5㎡, like 5℃ */
    return is_mixed && !is_united && !character_is_arrow(a->code) &&
           a->rise <= 0 &&
           b->rise == 0 && a->n_glyphs > 0;
}

/* Joiners, soft hyphens, places to break at: nothing is seen of them. */
static bool
is_unseen(const text_atom *a)
{
    line_class c = a->property.line;
    return c == LINE_ZW || c == LINE_WJ || c == LINE_ZWJ ||
           a->code == 0xAD || a->code == 0x200C;
}

/* An accent and a script speak for what they stand on: é国, km²国. */
static bool
is_borne(const text_atom *a)
{
    return a->property.line == LINE_CM || character_is_script(a->code) ||
           is_unseen(a);
}

/* What each atom stands on: itself, but for those that are borne. */
static const uint32_t *
bases_of(arena *scratch, const text_atoms *t)
{
    uint32_t *bases = ARENA_ARRAY(scratch, t->n, uint32_t);
    for (uint32_t i = 0; i < t->n; i++)
        bases[i] = i > 0 && is_borne(&t->at[i]) ? bases[i - 1] : i;
    return bases;
}

static bool
is_opening_bracket(uint32_t code)
{
    return code == '(' || code == '[' || code == '{';
}

static bool
is_closing_bracket(uint32_t code)
{
    return code == ')' || code == ']' || code == '}';
}

/* Spaces of half an em and more are meant as they are. */
static bool
is_wide_space(uint32_t code)
{
    return code == 0x2002 || code == 0x2003 || code == 0x3000;
}

/* Narrower ones of a stated width too, but where the gap is. */
static bool
is_narrow_space(uint32_t code)
{
    return code >= 0x2004 && code <= 0x200A;
}

/* Nothing is opened inside a Western word, between one and its brackets,
 * beside a connector or a solidus, or inside a dash (CLREQ #line_adjustment).
 */
static bool
can_open_between(const text_atom *a, const text_atom *b)
{
    if (b->is_joined || a->kind == CHARACTER_SPACE ||
        b->kind == CHARACTER_SPACE)
        return false;
    if (b->is_in_address) /* long, and often all there is on a line */
        return true;
    if (character_is_western(a->kind) && character_is_western(b->kind))
        return false;
    if (is_closing_bracket(b->code) || is_opening_bracket(a->code) ||
        (a->mark == MARK_OPENING && character_is_western(b->kind)) ||
        (b->mark == MARK_CLOSING && character_is_western(a->kind)))
        return false;
    bool is_tied = a->mark == MARK_CONNECTOR || b->mark == MARK_CONNECTOR ||
                   a->mark == MARK_SOLIDUS || b->mark == MARK_SOLIDUS ||
                   a->code == '/' || b->code == '/';
    bool is_in_dash = a->mark == b->mark && (a->mark == MARK_DASH ||
                                             a->mark == MARK_ELLIPSIS);
    bool is_note_mark = a->rise != b->rise;
    return !is_tied && !is_in_dash && !is_note_mark;
}

/* 10 000: between the groups of one number, which is not parted there; as wide
 * in every line. */
static bool
is_inside_number(const text_atoms *t, size_t i)
{
    return t->at[i - 1].kind == CHARACTER_DIGIT &&
           t->at[i + 1].kind == CHARACTER_DIGIT && t->at[i + 1].penalty < 0;
}

/* A typed space between Han and Western is the gap, not added to it; one
 * beside a Chinese mark is nothing. */
static void
space_space(const text_context *c, text_atoms *t, size_t i,
            const uint32_t *bases)
{
    text_atom *atom = &t->at[i];
    const text_atom *a = i > 0 ? &t->at[i - 1] : NULL;
    const text_atom *b = i + 1 < t->n ? &t->at[i + 1] : NULL;
    if (a == NULL || b == NULL || atom->n_glyphs != 1)
        return;
    bool is_gap = wants_gap_between(&t->at[bases[i - 1]], &t->at[i + 1]);
    if (is_wide_space(atom->code) || is_inside_number(t, i) ||
        (is_narrow_space(atom->code) && !is_gap))
        return;
    jb_len width = atom->advance;
    bool is_beside_mark = is_drawn_mark(a) || is_drawn_mark(b);
    if (is_beside_mark || is_gap) /* lines spread as if it were not there */
        t->at[i + 1].can_open = can_open_between(a, b);
    if (is_beside_mark) {
        width = 0;
    } else if (is_gap) {
        text_atom like_gap = {0};
        set_gap(c->options, &like_gap, atom->size);
        width = like_gap.gap;
        atom->shrink = like_gap.gap_shrink;
        atom->stretch = like_gap.gap_stretch;
        t->at[i + 1].gap_reach = like_gap.gap_reach;
        atom->step = STEP_GAP;
    } else {
        atom->shrink = len_max(0, width - atom->size / 4);
        atom->stretch = len_max(0, atom->size / 2 - width);
        atom->step = STEP_SPACE;
        atom->can_open = true; /* as wide as places between Han */
    }
    atom->advance = width;
    t->glyphs[atom->first_glyph].advance = width;
}

/* The last atom before atom `i` that is no note mark. */
static text_atom *
noted_before(const text_atoms *t, size_t i)
{
    while (i > 1 && t->at[i - 1].rise > 0)
        i--;
    return &t->at[i - 1];
}

static void
compress_boundary(const text_context *c, text_atoms *t, size_t i)
{
    text_atom *a = noted_before(t, i), *b = &t->at[i];
    if (!is_drawn_mark(a) || !is_drawn_mark(b) ||
        c->options->marks == MARKS_BANJIAO)
        return;
    if (a + 1 == b)
        compress_pair(a, b);
    else
        compress_before_notes(a, b);
}

static void
space_boundary(const text_context *c, text_atoms *t, size_t i,
               const text_atom *base)
{
    text_atom *a = &t->at[i - 1], *b = &t->at[i];
    compress_boundary(c, t, i);
    if (wants_gap_between(base, b))
        set_gap(c->options, b, len_min(a->size, b->size));
    b->can_open = !is_unseen(b) && can_open_between(base, b);
}

void
space_atoms(const text_context *c, text_atoms *t)
{
    for (size_t i = 0; i < t->n; i++) {
        if (fixed_width(&t->at[i]) > 0)
            space_fixed(t, &t->at[i]);
        else
            space_mark(c, t, &t->at[i]);
    }
    compress_exclamations(t);
    even_ellipses(t);
    const uint32_t *bases = bases_of(c->scratch, t);
    for (size_t i = 1; i < t->n; i++)
        space_boundary(c, t, i, &t->at[bases[i - 1]]);
    for (size_t i = 0; i < t->n; i++) {
        text_atom *atom = &t->at[i];
        if (atom->kind == CHARACTER_SPACE)
            space_space(c, t, i, bases);
        else if (atom->step != STEP_NONE)
            atom->shrink = atom->blank_left - atom->trim_left +
                           atom->blank_right - atom->trim_right;
    }
}
