/* Vertical measures, all from ink. Tables are not to be believed: Fandol's
 * BASE copies Noto's -0.12 while its glyphs stand in -0.20…+0.80, and its
 * hhea descender is positive. The mean centre of the characters below lies
 * within 0.006 em of the em box's centre in every face we measured (Noto
 * Serif and Sans, Fandol's six), so it is rounded to 0.02 em. */
#include "font/face.h"
#include "font/face_parts.h"

#define ROUNDED_TO 50 /* parts of an em */

/* Symmetrical, full or framed, and in every Chinese font. */
static const uint32_t samples[] = {
    0x56FD, 0x56DE, 0x56FE, 0x6C38, 0x66F2, 0x516B, 0x4E2D, 0x6728,
    0x4E1C, 0x5357, 0x5E02, 0x79D1, 0x5E74, 0x957F, 0x7387, 0x589E,
};
#define N_SAMPLES ((int)(sizeof samples / sizeof *samples))

static bool
vertical_ink(const jb_face *face, uint32_t code, int *bottom, int *top)
{
    int left, right;
    uint32_t glyph = face_glyph(face, code);
    return glyph != 0 && face_ink(face, glyph, &left, bottom, &right, top);
}

static int
ink_top(const jb_face *face, uint32_t code)
{
    int bottom, top;
    return vertical_ink(face, code, &bottom, &top) ? top : 0;
}

static int
rounded_division(int64_t a, int64_t b)
{
    return (int)(a < 0 ? -((-a + b / 2) / b) : (a + b / 2) / b);
}

/* Twice the sum of the centres of the samples' ink; false when one lacks. */
static bool
sum_of_centres(const jb_face *face, int64_t *doubled)
{
    *doubled = 0;
    for (int i = 0; i < N_SAMPLES; i++) {
        int bottom, top;
        if (!vertical_ink(face, samples[i], &bottom, &top))
            return false;
        *doubled += bottom + top;
    }
    return true;
}

void
face_measure(jb_face *face)
{
    int64_t doubled;
    int em = face->units_per_em;
    face->has_han = sum_of_centres(face, &doubled);
    face->box_bottom = rounded_division(-12 * (int64_t)em, 100);
    if (face->has_han) {
        int64_t below = doubled - (int64_t)N_SAMPLES * em;
        int steps =
            rounded_division(below * ROUNDED_TO, 2 * N_SAMPLES * (int64_t)em);
        face->box_bottom = rounded_division((int64_t)steps * em, ROUNDED_TO);
    }
    face->cap_height = ink_top(face, 'H');
    face->x_height = ink_top(face, 'x');
}

int
face_box_bottom(const jb_face *face)
{
    return face->box_bottom;
}

int
face_box_top(const jb_face *face)
{
    return face->box_bottom + face->units_per_em;
}

int
face_box_shift(const jb_face *face, const jb_face *main_face)
{
    if (!face->has_han || !main_face->has_han)
        return 0;
    int wanted = rounded_division(
        (int64_t)main_face->box_bottom * face->units_per_em,
        main_face->units_per_em);
    return wanted - face->box_bottom;
}

int
face_cap_height(const jb_face *face)
{
    return face->cap_height;
}

int
face_x_height(const jb_face *face)
{
    return face->x_height;
}
