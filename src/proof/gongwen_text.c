/* What GB/T 9704-2012 says of the text: whom it is for, how its paragraphs
 * begin, its faces, the note of attachments and their own heads (7.3). */
#include <math.h>

#include "base/code.h"
#include "proof/gongwen_part.h"
#include "text/character.h"

/* ── faces ── */

typedef enum face_kind {
    FACE_OTHER,
    FACE_FANG,
    FACE_KAI,
    FACE_HEI,
    FACE_SONG,
    FACE_KIND_COUNT
} face_kind;

/* Parts of the names that Chinese faces go by, the telling ones first: 仿宋 is
 * no 宋, and 小标宋 is none that text is set in. */
static face_kind
face_kind_of(slice name)
{
    static const struct {
        slice part;
        face_kind kind;
    } parts[] = {
        {SLICE("Fang"), FACE_FANG},  {SLICE("仿宋"), FACE_FANG},
        {SLICE("FZFS"), FACE_FANG},  {SLICE("Kai"), FACE_KAI},
        {SLICE("楷"), FACE_KAI},     {SLICE("FZKT"), FACE_KAI},
        {SLICE("Sans"), FACE_HEI},   {SLICE("Hei"), FACE_HEI},
        {SLICE("黑"), FACE_HEI},     {SLICE("FZHT"), FACE_HEI},
        {SLICE("Serif"), FACE_SONG}, {SLICE("Song"), FACE_SONG},
        {SLICE("SimSun"), FACE_SONG}, {SLICE("宋"), FACE_SONG}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (slice_find(name, parts[i].part) < name.len)
            return parts[i].kind;
    return FACE_OTHER;
}

static void
count_faces(const seen_line *l, size_t n[static FACE_KIND_COUNT])
{
    for (size_t i = 0; i < l->glyphs.n; i++)
        if (character_kind_of(l->glyphs.at[i].code) == CHARACTER_HAN)
            n[face_kind_of(l->glyphs.at[i].face)]++;
}

static size_t
known(const size_t n[static FACE_KIND_COUNT])
{
    return n[FACE_FANG] + n[FACE_KAI] + n[FACE_HEI] + n[FACE_SONG];
}

/* ── paragraphs ── */

typedef struct gongwen_text {
    const seen_document *d;
    area_edges edges;
    double size, pitch;
} gongwen_text;

static bool
is_body(const gongwen_text *t, const seen_line *l)
{
    return l->part == SEEN_PROSE && l->glyphs.n > 0 &&
           fabs(l->size - t->size) < SAME_SIZE;
}

static const seen_line *
line_at(const gongwen_text *t, size_t i)
{
    return &t->d->lines.at[i];
}

static bool
goes_on(const gongwen_text *t, size_t i)
{
    return i > 0 && i < t->d->lines.n && is_body(t, line_at(t, i)) &&
           is_body(t, line_at(t, i - 1)) &&
           line_at(t, i)->paragraph == line_at(t, i - 1)->paragraph;
}

/* Em from the left edge. */
static double
inset_of(const gongwen_text *t, const seen_line *l)
{
    return (l->left - t->edges.left) / t->size;
}

static uint32_t
last_code(const seen_line *l)
{
    return l->glyphs.n > 0 ? ARRAY_LAST(&l->glyphs)->code : 0;
}

/* Of the paragraph of line i. */
static uint32_t
paragraph_end(const gongwen_text *t, size_t i)
{
    while (goes_on(t, i + 1))
        i++;
    return last_code(line_at(t, i));
}

/* Whether the paragraph of line i is a sentence: it has a stop, or ends in
 * 如下：. */
static bool
is_sentence(const gongwen_text *t, size_t i)
{
    uint32_t before = 0; /* what is before the last */
    for (;; i++) {
        const seen_line *l = line_at(t, i);
        for (size_t k = 0; k < l->glyphs.n; k++) {
            if (l->glyphs.at[k].code == 0x3002) /* 。 */
                return true;
            before = k + 1 < l->glyphs.n ? l->glyphs.at[k].code : before;
        }
        if (!goes_on(t, i + 1))
            return before == 0x4E0B;
    }
}

#define COLON 0xFF1A
/* Em that a ruler does not tell. */
#define INSET_SLACK 0.1

/* 7.3.3: how paragraphs of two lines and more begin: as most of them do. An
 * addressee, or text that introduces a list, may be flush. */
static void
measure_indent(const gongwen_text *t, proof_dimension *out)
{
    size_t n_right = 0, n_wrong = 0;
    double wrong = 0;
    for (size_t i = 0; i < t->d->lines.n; i++) {
        const seen_line *l = line_at(t, i);
        if (goes_on(t, i) || !goes_on(t, i + 1) ||
            fabs(inset_of(t, l + 1)) > INSET_SLACK ||
            character_kind_of(l->glyphs.at[0].code) == CHARACTER_MARK ||
            paragraph_end(t, i) == COLON)
            continue;
        bool is_right = fabs(inset_of(t, l) - 2) <= INSET_SLACK;
        n_right += is_right;
        n_wrong += !is_right;
        wrong = is_right ? wrong : inset_of(t, l);
    }
    if (n_right + n_wrong > 0)
        dimension_set(&out[INDENT], n_wrong > n_right ? wrong : 2);
}

/* Percent. Names and lists may be in other faces. */
#define MOST 50

/* 5.2.2: lines that go on with a paragraph are the text's own. */
static void
measure_body_face(const gongwen_text *t, proof_dimension *out)
{
    size_t n[FACE_KIND_COUNT] = {0};
    for (size_t i = 0; i < t->d->lines.n; i++)
        if (goes_on(t, i))
            count_faces(line_at(t, i), n);
    if (known(n) == 0)
        return;
    double share = 100.0 * (double)n[FACE_FANG] / (double)known(n);
    dimension_set(&out[BODY_FACE], share > MOST ? 100 : share);
}

/* 一 … 十, then 、 */
static bool
starts_section(const seen_line *l)
{
    static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                      0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
    size_t n = 0;
    for (bool goes_on = true; goes_on && n < l->glyphs.n; n += goes_on) {
        goes_on = false;
        for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
            goes_on |= l->glyphs.at[n].code == digits[i];
    }
    return n > 0 && n < l->glyphs.n && l->glyphs.at[n].code == 0x3001;
}

/* 7.3.3: a heading for itself, without a mark behind it, is in 黑体; one that
 * is in 仿宋 may be an item of a list. */
static void
measure_heads(const gongwen_text *t, proof_dimension *out)
{
    size_t n[FACE_KIND_COUNT] = {0};
    for (size_t i = 0; i < t->d->lines.n; i++) {
        const seen_line *l = line_at(t, i);
        if (is_body(t, l) && !goes_on(t, i) && !goes_on(t, i + 1) &&
            starts_section(l) &&
            character_kind_of(last_code(l)) == CHARACTER_HAN)
            count_faces(l, n);
    }
    if (known(n) > 0)
        dimension_set(&out[HEAD_FACE],
                      100.0 * (double)(n[FACE_HEI] + n[FACE_FANG]) /
                          (double)known(n));
}

/* ── whom it is for ── */

/* 7.3.2: the first line under the title, when it ends in a colon. */
static void
measure_addressee(const gongwen_text *t, proof_dimension *out)
{
    const seen_document *d = t->d;
    double foot = gongwen_title_foot(d, t->edges);
    size_t best = d->lines.n;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = line_at(t, i);
        if (foot > 0 && l->page == 0 && l->top > foot - 1 &&
            l->part != SEEN_RUNNING &&
            (best == d->lines.n || l->top < line_at(t, best)->top))
            best = i;
    }
    if (best == d->lines.n || !is_body(t, line_at(t, best)) ||
        paragraph_end(t, best) != COLON || is_sentence(t, best))
        return;
    const seen_line *l = line_at(t, best);
    dimension_set(&out[ADDRESSEE_INSET], inset_of(t, l));
    dimension_set(&out[ADDRESSEE_SPACE], (l->top - foot) / t->pitch);
}

/* ── attachments ── */

/* 附件, and where its word ends: the next character. */
static bool
starts_attached(const seen_line *l)
{
    return l->glyphs.n > 1 && l->glyphs.at[0].code == 0x9644 &&
           l->glyphs.at[1].code == 0x4EF6;
}

/* The line of text nearest above on its page. */
static const seen_line *
text_above(const gongwen_text *t, const seen_line *l)
{
    const seen_line *best = NULL;
    for (size_t i = 0; i < t->d->lines.n; i++) {
        const seen_line *o = line_at(t, i);
        if (o->page == l->page && o->part != SEEN_RUNNING &&
            o->baseline < l->baseline - l->size / 2 &&
            (best == NULL || o->top > best->top))
            best = o;
    }
    return best;
}

/* 附件 or 附件1 and nothing else. */
static bool
is_enclosed_head(const seen_line *l)
{
    for (size_t i = 2; i < l->glyphs.n; i++)
        if (!code_is_digit(l->glyphs.at[i].code))
            return false;
    return true;
}

/* 7.3.4: 附件： a line below the text; 7.3.7: 附件 on the first line of a page,
 * flush. */
static void
measure_attached(const gongwen_text *t, proof_dimension *out)
{
    for (size_t i = 0; i < t->d->lines.n; i++) {
        const seen_line *l = line_at(t, i);
        if (!starts_attached(l) || fabs(l->size - t->size) >= SAME_SIZE)
            continue;
        const seen_line *above = text_above(t, l);
        if (is_enclosed_head(l) && above == NULL)
            dimension_set_worst(&out[ENCLOSED_INSET], inset_of(t, l));
        bool is_inside = above != NULL && is_body(t, above) &&
                         above->paragraph == l->paragraph;
        if (l->glyphs.n < 3 || l->glyphs.at[2].code != COLON || is_inside)
            continue;
        dimension_set_worst(&out[ATTACHED_INSET], inset_of(t, l));
        if (above != NULL && is_body(t, above))
            dimension_set_worst(&out[ATTACHED_SPACE],
                                (l->top - above->top) / t->pitch - 1);
    }
}

void
gongwen_measure_text(const seen_document *d, area_edges edges,
                     proof_dimension *out)
{
    gongwen_text t = {d, edges, gongwen_body_size(d), gongwen_line(d)};
    if (t.size == 0)
        return;
    measure_indent(&t, out);
    measure_body_face(&t, out);
    measure_heads(&t, out);
    measure_addressee(&t, out);
    measure_attached(&t, out);
}
