#include "text/atom.h"

#include "base/utf8.h"
#include "text/typesetter.h"

/* Atoms [first, last) that HarfBuzz sees together. */
typedef struct shape_run {
    size_t first, last;
    const jb_face *face;
    jb_len size;
} shape_run;

typedef ARRAY(jb_glyph) glyph_array;

/* A span's roles, with emphasis already applied. */
typedef struct span_roles {
    font_role han, latin;
} span_roles;

static span_roles
roles_of(jb_fonts *fonts, const text_span *span)
{
    font_role han = span->role;
    if (span->is_emphasis)
        han = fonts_role_emphasis(fonts, han);
    return (span_roles){han, fonts_role_latin(fonts, han)};
}

static bool
is_set_in_latin(const text_atom *atom)
{
    return character_is_western(atom->kind) || atom->kind == CHARACTER_SPACE;
}

/* Characters of a paragraph that were reported: each once, and no more than a
 * reader would want to see. */
#define TOLD_MOST 100

typedef struct told {
    uint32_t codes[TOLD_MOST];
    size_t n;
} told;

/* Whether it is to be told of; then it has been. */
static bool
is_news(told *of, uint32_t code)
{
    for (size_t i = 0; i < of->n; i++)
        if (of->codes[i] == code)
            return false;
    if (of->n == TOLD_MOST)
        return false;
    of->codes[of->n++] = code;
    return true;
}

static void
report_missing(const text_context *c, const text_atoms *t, size_t i)
{
    diag_report(c->diags, &TEXT_NO_GLYPH, atom_span(t, i),
                slice_cut(t->text, t->at[i].byte,
                          t->at[i].byte + t->at[i].bytes),
                slice_printf(c->scratch, "U+%04X", t->at[i].code));
}

static void
report_fallback(const text_context *c, const text_atoms *t, size_t i,
                const jb_face *wanted)
{
    diag_report(c->diags, &TEXT_FALLBACK, atom_span(t, i),
                slice_cut(t->text, t->at[i].byte,
                          t->at[i].byte + t->at[i].bytes),
                face_name(wanted), face_name(t->at[i].face));
}

/* Spaces of stated width (U+2004 …) are few faces' own; HarfBuzz makes them of
 * the plain space, so no face is sought for the sake of one. */
static bool
can_set(const jb_face *latin, const text_atom *atom)
{
    return face_glyph(latin, atom->code) != 0 ||
           (atom->kind == CHARACTER_SPACE && face_glyph(latin, ' ') != 0);
}

/* Latin role first for Western characters; a sign that the Latin face lacks
 * is taken from the Han face, then from the fallback chain. */
static const jb_face *
face_for(const text_context *c, span_roles roles, const text_atom *atom)
{
    jb_fonts *fonts = typesetter_fonts(c->typesetter);
    if (is_set_in_latin(atom)) {
        const jb_face *latin = fonts_face(fonts, roles.latin, c->diags);
        if (latin != NULL && can_set(latin, atom))
            return latin;
    }
    return fonts_face_for(fonts, roles.han, atom->code, c->diags);
}

static bool
is_ignorable(uint32_t code)
{
    return code == 0xFEFF || code == 0x34F || code == 0x61C ||
           (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || /* directions */
           (code >= 0x2060 && code <= 0x206F) ||
           (code >= 0xFE00 && code <= 0xFE0F) || /* variants */
           (code >= 0xE0100 && code <= 0xE01EF);
}

static void
choose_faces(const text_context *c, text_atoms *t)
{
    jb_fonts *fonts = typesetter_fonts(c->typesetter);
    span_roles roles = {0};
    const jb_face *main_face = NULL;
    told known = {.n = 0};
    for (size_t i = 0; i < t->n; i++) {
        text_atom *atom = &t->at[i];
        if (i == 0 || atom->span != t->at[i - 1].span) {
            roles = roles_of(fonts, &t->spans[atom->span]);
            main_face = fonts_face(fonts, roles.han, c->diags);
        }
        if (main_face != NULL && !is_set_in_latin(atom) &&
            face_glyph(main_face, atom->code) != 0)
            atom->face = main_face;
        else
            atom->face = face_for(c, roles, atom);
        if (atom->face == NULL && i > 0 && is_ignorable(atom->code))
            atom->face = t->at[i - 1].face;
        if (atom->face == NULL) {
            atom->face = main_face;
            atom->is_missing = true;
            if (is_news(&known, atom->code))
                report_missing(c, t, i);
            continue;
        }
        bool is_fallback = !is_set_in_latin(atom) && main_face != NULL &&
                           atom->face != main_face;
        if (is_fallback) {
            if (is_news(&known, atom->code))
                report_fallback(c, t, i, main_face);
            atom->rise += len_scale(
                atom->size, face_box_shift(atom->face, main_face),
                face_units_per_em(atom->face));
        }
    }
}

static void
push_glyph(const text_context *c, glyph_array *out, text_atom *atom,
           jb_glyph glyph)
{
    if (atom->n_glyphs++ == 0)
        atom->first_glyph = (uint32_t)out->n;
    atom->advance += glyph.advance;
    ARRAY_PUSH(c->scratch, out, glyph);
}

/* Most Han are one glyph: looked up, not shaped. So is what no face has: the
 * glyph that stands for it. */
static void
shape_alone(const text_context *c, text_atom *atom, glyph_array *out)
{
    uint32_t id = face_glyph(atom->face, atom->code);
    jb_len advance = len_scale(atom->size, face_advance(atom->face, id),
                               face_units_per_em(atom->face));
    if (atom->is_missing)
        advance = atom->size;
    push_glyph(c, out, atom, (jb_glyph){.id = id, .advance = advance});
}

static void
add_to_buffer(hb_buffer_t *buffer, const text_atoms *t, shape_run run)
{
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    for (size_t i = run.first; i < run.last; i++)
        hb_buffer_add(buffer, t->at[i].code, (unsigned)i);
}

/* Glyphs of one cluster belong to its first atom; the others are joined. */
static void
take_glyphs(const text_context *c, text_atoms *t, shape_run run,
            glyph_array *out, shaped_word word)
{
    for (size_t i = 0; i < word.n; i++)
        push_glyph(c, out, &t->at[run.first + word.glyphs[i].character],
                   word.glyphs[i].glyph);
    for (size_t i = run.first; i < run.last; i++)
        t->at[i].is_joined = t->at[i].n_glyphs == 0 && i > run.first;
}

static shaped_word
word_from_buffer(const text_context *c, size_t first)
{
    hb_buffer_t *buffer = c->typesetter->buffer;
    unsigned n;
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
    hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, NULL);
    word_glyph *glyphs = ARENA_ARRAY(c->scratch, n, word_glyph);
    for (unsigned i = 0; i < n; i++)
        glyphs[i] = (word_glyph){
            {.id = info[i].codepoint, .x = at[i].x_offset,
             .y = -at[i].y_offset, .advance = at[i].x_advance},
            info[i].cluster - (uint32_t)first};
    return (shaped_word){glyphs, n};
}

static shaped_word
shape_anew(const text_context *c, const text_atoms *t, shape_run run)
{
    hb_buffer_t *buffer = c->typesetter->buffer;
    hb_buffer_clear_contents(buffer);
    add_to_buffer(buffer, t, run);
    hb_buffer_set_cluster_level(buffer,
                                HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    if (!is_set_in_latin(&t->at[run.first]))
        hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer, c->typesetter->chinese);
    hb_font_t *font = typesetter_scaled(c->typesetter, run.face, run.size);
    hb_shape(font, buffer, NULL, 0);
    return word_from_buffer(c, run.first);
}

static void
shape_run_with(const text_context *c, text_atoms *t, shape_run run,
               glyph_array *out)
{
    word_cache *words = c->typesetter->words;
    word_key key = {.face = run.face, .size = run.size,
                    .is_latin = is_set_in_latin(&t->at[run.first]),
                    .n = (uint32_t)(run.last - run.first)};
    bool is_word = run.last - run.first <= WORD_LONGEST;
    for (size_t i = 0; is_word && i < key.n; i++)
        key.codes[i] = t->at[run.first + i].code;
    const shaped_word *known = is_word ? word_cache_find(words, &key) : NULL;
    shaped_word word = known != NULL ? *known : shape_anew(c, t, run);
    take_glyphs(c, t, run, out, word);
    if (is_word && known == NULL)
        word_cache_add(words, &key, word);
}

static bool
is_plain_ideograph(const text_atom *atom)
{
    return atom->code >= 0x4E00 && atom->code <= 0x9FFF;
}

static bool
is_alone(const text_atom *atom)
{
    return is_plain_ideograph(atom) || atom->is_missing;
}

/* A typed space beside Han becomes the gap: letters do not kern with it. */
static bool
is_gap_space(const text_atoms *t, size_t i)
{
    bool has_west_before = i > 0 && is_set_in_latin(&t->at[i - 1]);
    bool has_west_after = i + 1 < t->n && is_set_in_latin(&t->at[i + 1]);
    return t->at[i].kind == CHARACTER_SPACE &&
           !(has_west_before && has_west_after);
}

/* Faces join three strokes into one, where two are a dash. */
static bool
is_third_stroke(const text_atoms *t, size_t i, shape_run run)
{
    return i >= run.first + 2 && t->at[i].mark == MARK_DASH &&
           t->at[i - 1].mark == MARK_DASH && t->at[i - 2].mark == MARK_DASH;
}

/* More accents on one letter than any script has are no letter (UAX #15,
 * stream-safe text); HarfBuzz takes the square of their number. */
#define ACCENTS_MOST 30

static bool
has_too_many_accents(const text_atoms *t, size_t i)
{
    size_t n = 0;
    while (n < ACCENTS_MOST && n <= i && t->at[i - n].property.line == LINE_CM)
        n++;
    return n == ACCENTS_MOST;
}

static bool
is_same_run(const text_atoms *t, size_t i, shape_run run)
{
    const text_atom *atom = &t->at[i], *first = &t->at[run.first];
    if (is_third_stroke(t, i, run) || has_too_many_accents(t, i))
        return false;
    if (is_gap_space(t, i) || is_gap_space(t, i - 1))
        return false;
    return atom->face == run.face && atom->size == run.size &&
           atom->rise == first->rise && !is_alone(atom) &&
           is_set_in_latin(atom) == is_set_in_latin(first) &&
           t->spans[atom->span].is_tabular ==
               t->spans[first->span].is_tabular;
}

/* Figures in a column are as wide as the widest of the face. */
static jb_len
widest_digit(const text_atom *atom)
{
    int widest = 0;
    for (uint32_t d = '0'; d <= '9'; d++) {
        int advance = face_advance(atom->face, face_glyph(atom->face, d));
        widest = advance > widest ? advance : widest;
    }
    return len_scale(atom->size, widest, face_units_per_em(atom->face));
}

static void
make_tabular(text_atoms *t, glyph_array *out)
{
    for (size_t i = 0; i < t->n; i++) {
        text_atom *atom = &t->at[i];
        if (!t->spans[atom->span].is_tabular || atom->n_glyphs != 1 ||
            atom->kind != CHARACTER_DIGIT)
            continue;
        jb_glyph *glyph = &out->at[atom->first_glyph];
        jb_len widest = widest_digit(atom);
        glyph->x += (widest - glyph->advance) / 2;
        glyph->advance = widest;
        atom->advance = widest;
    }
}

void
shape_atoms(const text_context *c, text_atoms *t)
{
    glyph_array out = {ARENA_ARRAY(c->scratch, t->n, jb_glyph), 0, t->n};
    choose_faces(c, t);
    for (size_t i = 0; i < t->n;) {
        text_atom *atom = &t->at[i];
        shape_run run = {i, i + 1, atom->face, atom->size};
        if (atom->face == NULL) {
            atom->advance = atom->size;
        } else if (is_alone(atom)) {
            shape_alone(c, atom, &out);
        } else {
            while (run.last < t->n && is_same_run(t, run.last, run))
                run.last++;
            shape_run_with(c, t, run, &out);
        }
        i = run.last;
    }
    make_tabular(t, &out);
    t->glyphs = out.at;
    t->n_glyphs = out.n;
}
