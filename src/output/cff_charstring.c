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

/* A glyph being unfolded: operands are copied as they come, and the number
 * that a call takes is cut off again. */
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

/* What to do after an operator. */
typedef enum step { STEP_ON, STEP_RETURN, STEP_FAIL } step;

static bool unfold(unfolding *u, slice charstring, int depth);

static bool
push_operand(unfolding *u, slice s, size_t *at)
{
    const unsigned char *b = (const unsigned char *)s.at + *at;
    size_t bytes = b[0] == 255 ? 5 : b[0] == 28 ? 3 : b[0] >= 247 ? 2 : 1;
    if (s.len - *at < bytes || u->n_operands == OPERANDS_MAX)
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
    builder_add(&u->out, slice_cut(s, *at, *at + bytes));
    *at += bytes;
    return true;
}

static void
copy_operator(unfolding *u, slice s, size_t *at, size_t bytes)
{
    builder_add(&u->out, slice_cut(s, *at, *at + bytes));
    *at += bytes;
    u->n_operands = 0;
}

/* TN 5177 section 4.7: subroutines are numbered from a bias. */
static int32_t
bias_of(const cff_index *subrs)
{
    return subrs->n < 1240 ? 107 : subrs->n < 33900 ? 1131 : 32768;
}

static step
call(unfolding *u, const cff_index *subrs, int depth)
{
    if (u->n_operands == 0 || depth == DEPTH_MAX)
        return STEP_FAIL;
    operand number = u->operands[--u->n_operands];
    u->out.len -= number.bytes;
    int64_t i = (int64_t)number.value + bias_of(subrs);
    if (i < 0 || i >= (int64_t)subrs->n)
        return STEP_FAIL;
    if (!unfold(u, cff_index_at(subrs, (size_t)i), depth + 1))
        return STEP_FAIL;
    return u->is_ended ? STEP_RETURN : STEP_ON;
}

/* A mask has a bit for each stem; operands before it are vertical stems. */
static step
copy_mask(unfolding *u, slice s, size_t *at)
{
    u->n_stems += u->n_operands / 2;
    size_t bytes = 1 + (u->n_stems + 7) / 8;
    if (s.len - *at < bytes)
        return STEP_FAIL;
    copy_operator(u, s, at, bytes);
    return STEP_ON;
}

/* Four operands of endchar (or five, with a width) are an accented letter
 * of two others, seac. */
static step
end_glyph(unfolding *u, slice s, size_t *at)
{
    if (u->n_operands >= 4)
        return STEP_FAIL;
    copy_operator(u, s, at, 1);
    u->is_ended = true;
    return STEP_RETURN;
}

/* 12 34 to 12 37 are the flexes; the others compute. */
static step
copy_escape(unfolding *u, slice s, size_t *at)
{
    unsigned second = s.len - *at > 1 ? (unsigned char)s.at[*at + 1] : 0;
    if (second < 34 || second > 37)
        return STEP_FAIL;
    copy_operator(u, s, at, 2);
    return STEP_ON;
}

static step
take_operator(unfolding *u, slice s, size_t *at, int depth)
{
    switch ((unsigned char)s.at[*at]) {
    case 1: case 3: case 18: case 23: /* hstem vstem hstemhm vstemhm */
        u->n_stems += u->n_operands / 2;
        copy_operator(u, s, at, 1);
        return STEP_ON;
    case 4: case 5: case 6: case 7: case 8: case 21: case 22: /* paths */
    case 24: case 25: case 26: case 27: case 30: case 31:
        copy_operator(u, s, at, 1);
        return STEP_ON;
    case 10:
        ++*at;
        return call(u, &u->dict->subrs, depth);
    case 29:
        ++*at;
        return call(u, &u->font->subrs, depth);
    case 11:
        return STEP_RETURN;
    case 12:
        return copy_escape(u, s, at);
    case 14:
        return end_glyph(u, s, at);
    case 19: case 20: /* hintmask cntrmask */
        return copy_mask(u, s, at);
    default:
        return STEP_FAIL;
    }
}

static bool
unfold(unfolding *u, slice s, int depth)
{
    for (size_t at = 0; at < s.len;) {
        unsigned char b = (unsigned char)s.at[at];
        if (++u->steps > STEPS_MAX)
            return false;
        if (b >= 32 || b == 28) {
            if (!push_operand(u, s, &at))
                return false;
            continue;
        }
        step next = take_operator(u, s, &at, depth);
        if (next != STEP_ON)
            return next == STEP_RETURN;
    }
    return true;
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
