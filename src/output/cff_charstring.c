#include "output/cff_font.h"

/* Adobe TN 5177, appendix B: nesting of calls and operands at once; and what
 * one glyph may cost, so that calls calling calls end. */
#define DEPTH_MAX 10
#define OPERANDS_MAX 48
#define STEPS_MAX 500000

typedef struct operand {
    int32_t value;
    size_t bytes;
} operand;

/* A glyph being unfolded: bytes are copied as they are, and the number that a
 * call takes is cut off again. */
typedef struct unfolding {
    const cff_font *font;
    const cff_dict *dict;
    slice_builder out;
    operand operands[OPERANDS_MAX];
    size_t n_operands;
    size_t n_stems;
    size_t steps;
    bool is_ended; /* endchar was met */
} unfolding;

/* A charstring or subroutine being read; bytes from `copied` on are still to
 * be copied. */
typedef struct frame {
    slice s;
    size_t at, copied;
    int depth;
} frame;

/* What to do after an operator. */
typedef enum step { STEP_ON, STEP_RETURN, STEP_FAIL } step;

static bool unfold(unfolding *u, slice charstring, int depth);

static void
copy_pending(unfolding *u, frame *f)
{
    builder_add(&u->out, slice_cut(f->s, f->copied, f->at));
    f->copied = f->at;
}

static bool
push_operand(unfolding *u, frame *f)
{
    const unsigned char *b = (const unsigned char *)f->s.at + f->at;
    size_t bytes = b[0] == 255 ? 5 : b[0] == 28 ? 3 : b[0] >= 247 ? 2 : 1;
    if (f->s.len - f->at < bytes || u->n_operands == OPERANDS_MAX)
        return false;
    int32_t value = b[0] - 139;
    if (b[0] == 255) /* 16.16: never a subroutine's number */
        value = INT32_MAX;
    else if (b[0] == 28)
        value = (int16_t)(uint16_t)(b[1] << 8 | b[2]);
    else if (b[0] >= 251)
        value = -(b[0] - 251) * 256 - b[1] - 108;
    else if (b[0] >= 247)
        value = (b[0] - 247) * 256 + b[1] + 108;
    u->operands[u->n_operands++] = (operand){value, bytes};
    f->at += bytes;
    return true;
}

/* Go past an operator of `bytes` that takes all operands. */
static step
pass_operator(unfolding *u, frame *f, size_t bytes)
{
    if (f->s.len - f->at < bytes)
        return STEP_FAIL;
    f->at += bytes;
    u->n_operands = 0;
    return STEP_ON;
}

/* TN 5177 section 4.7: subroutines are numbered from a bias. */
static int32_t
bias_of(const cff_index *subrs)
{
    return subrs->n < 1240 ? 107 : subrs->n < 33900 ? 1131 : 32768;
}

static step
call(unfolding *u, frame *f, const cff_index *subrs)
{
    if (u->n_operands == 0 || f->depth == DEPTH_MAX)
        return STEP_FAIL;
    operand number = u->operands[--u->n_operands];
    copy_pending(u, f);
    u->out.len -= number.bytes;
    f->copied = ++f->at;
    int64_t i = (int64_t)number.value + bias_of(subrs);
    if (i < 0 || i >= (int64_t)subrs->n)
        return STEP_FAIL;
    if (!unfold(u, cff_index_at(subrs, (size_t)i), f->depth + 1))
        return STEP_FAIL;
    return u->is_ended ? STEP_RETURN : STEP_ON;
}

/* A mask has a bit for each stem; operands before it are vertical stems. */
static step
pass_mask(unfolding *u, frame *f)
{
    u->n_stems += u->n_operands / 2;
    return pass_operator(u, f, 1 + (u->n_stems + 7) / 8);
}

/* Four operands of endchar (or five, with a width) are an accented letter
 * of two others, seac. */
static step
end_glyph(unfolding *u, frame *f)
{
    if (u->n_operands >= 4)
        return STEP_FAIL;
    pass_operator(u, f, 1);
    u->is_ended = true;
    return STEP_RETURN;
}

/* 12 34 to 12 37 are the flexes; the others compute. */
static step
pass_escape(unfolding *u, frame *f)
{
    unsigned second =
        f->s.len - f->at > 1 ? (unsigned char)f->s.at[f->at + 1] : 0;
    if (second < 34 || second > 37)
        return STEP_FAIL;
    return pass_operator(u, f, 2);
}

static step
take_operator(unfolding *u, frame *f)
{
    switch ((unsigned char)f->s.at[f->at]) {
    case 1: case 3: case 18: case 23: /* hstem vstem hstemhm vstemhm */
        u->n_stems += u->n_operands / 2;
        return pass_operator(u, f, 1);
    case 4: case 5: case 6: case 7: case 8: case 21: case 22: /* paths */
    case 24: case 25: case 26: case 27: case 30: case 31:
        return pass_operator(u, f, 1);
    case 10:
        return call(u, f, &u->dict->subrs);
    case 29:
        return call(u, f, &u->font->subrs);
    case 11:
        return STEP_RETURN;
    case 12:
        return pass_escape(u, f);
    case 14:
        return end_glyph(u, f);
    case 19: case 20: /* hintmask cntrmask */
        return pass_mask(u, f);
    default:
        return STEP_FAIL;
    }
}

static bool
unfold(unfolding *u, slice charstring, int depth)
{
    frame f = {.s = charstring, .depth = depth};
    step next = STEP_ON;
    while (f.at < f.s.len && next == STEP_ON) {
        unsigned char b = (unsigned char)f.s.at[f.at];
        if (++u->steps > STEPS_MAX)
            return false;
        if (b < 32 && b != 28)
            next = take_operator(u, &f);
        else if (!push_operand(u, &f))
            return false;
    }
    copy_pending(u, &f);
    return next != STEP_FAIL;
}

bool
cff_glyph_from_font(arena *a, const cff_font *font, uint32_t glyph,
                    cff_glyph *out)
{
    size_t dict = cff_font_dict(font, glyph);
    if (glyph >= font->charstrings.n || dict >= font->n_dicts)
        return false;
    unfolding u = {.font = font, .dict = &font->dicts[dict]};
    u.out.arena = a;
    if (!unfold(&u, cff_index_at(&font->charstrings, glyph), 0))
        return false;
    if (!u.is_ended)
        builder_add(&u.out, SLICE_OF("\x0E"));
    *out = (cff_glyph){builder_slice(&u.out), (uint32_t)dict};
    return true;
}

static void
add_number(slice_builder *b, int64_t n)
{
    if (n > INT16_MAX)
        n = INT16_MAX;
    if (n < INT16_MIN)
        n = INT16_MIN;
    char bytes[3] = {28, (char)((uint64_t)n >> 8), (char)n};
    char one = (char)(n + 139);
    if (n >= -107 && n <= 107)
        builder_add(b, (slice){&one, 1});
    else
        builder_add(b, (slice){bytes, 3});
}

/* The point as a step from `*pen`, y up. */
static void
add_step(slice_builder *b, jb_point *pen, jb_point to)
{
    add_number(b, (int64_t)to.x - pen->x);
    add_number(b, (int64_t)pen->y - to.y);
    *pen = to;
}

cff_glyph
cff_glyph_from_path(arena *a, const jb_path *outline, int advance)
{
    static const char operators[] = {
        [PATH_MOVE] = 21, [PATH_LINE] = 5, [PATH_CURVE] = 8};
    static const size_t steps[PATH_OP_COUNT] = {
        [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3};
    slice_builder b = {.arena = a};
    jb_point pen = {0, 0};
    const jb_point *to = outline->points.at;
    add_number(&b, advance); /* over a nominal width of 0 */
    for (size_t i = 0; i < outline->ops.n; i++) {
        path_op op = (path_op)outline->ops.at[i];
        if (op == PATH_CLOSE) /* Type 2 closes by itself */
            continue;
        for (size_t k = 0; k < steps[op]; k++)
            add_step(&b, &pen, *to++);
        builder_add(&b, (slice){&operators[op], 1});
    }
    builder_add(&b, SLICE_OF("\x0E"));
    return (cff_glyph){builder_slice(&b), CFF_DICT_PLAIN};
}
