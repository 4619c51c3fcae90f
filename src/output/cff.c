#include "output/cff_font.h"

#define DICTS_MAX 256 /* FDSelect counts in bytes */

static uint32_t
big_endian(slice s, size_t at, size_t bytes)
{
    uint32_t value = 0;
    for (size_t i = 0; i < bytes; i++) {
        unsigned char b = at + i < s.len ? (unsigned char)s.at[at + i] : 0;
        value = value << 8 | b;
    }
    return value;
}

/* Offset of object `i`, counted from the table's start; offsets in the
 * array count from the byte before the objects. */
static size_t
object_start(const cff_index *x, size_t i)
{
    size_t objects = x->offsets + (x->n + 1) * x->offset_bytes - 1;
    return objects + big_endian(x->table, x->offsets + i * x->offset_bytes,
                                x->offset_bytes);
}

static bool
index_at(slice table, size_t at, cff_index *out)
{
    if (at > table.len || table.len - at < 2)
        return false;
    *out = (cff_index){.table = table, .n = big_endian(table, at, 2)};
    out->end = at + 2;
    if (out->n == 0)
        return true;
    out->offset_bytes = big_endian(table, at + 2, 1);
    out->offsets = at + 3;
    if (out->offset_bytes < 1 || out->offset_bytes > 4 ||
        out->offsets + (out->n + 1) * out->offset_bytes > table.len)
        return false;
    out->end = object_start(out, out->n);
    return out->end <= table.len;
}

slice
cff_index_at(const cff_index *x, size_t i)
{
    if (i >= x->n)
        return (slice){NULL, 0};
    size_t from = object_start(x, i);
    size_t to = object_start(x, i + 1);
    if (from < x->offsets || from > to || to > x->table.len)
        return (slice){NULL, 0};
    return slice_cut(x->table, from, to);
}

/* Bytes of the operand at `at`; 0 when it is an operator (TN 5176 table 3
 * and section 4). */
static size_t
operand_bytes(slice s, size_t at)
{
    unsigned char b = (unsigned char)s.at[at];
    if (b == 28)
        return 3;
    if (b == 29)
        return 5;
    if (b == 30) { /* a real: nibbles until one is 15 */
        size_t n = 1;
        while (at + n < s.len && (s.at[at + n] & 15) != 15 &&
               ((unsigned char)s.at[at + n] >> 4) != 15)
            n++;
        return n + 1;
    }
    if (b >= 32 && b <= 246)
        return 1;
    return b >= 247 && b <= 254 ? 2 : 0;
}

bool
cff_dict_next(slice dict, size_t *at, cff_entry *out)
{
    size_t from = *at;
    while (*at < dict.len) {
        size_t n = operand_bytes(dict, *at);
        if (n > 0) {
            *at += n;
            continue;
        }
        out->operands = slice_cut(dict, from, *at);
        out->op = (unsigned char)dict.at[(*at)++];
        if (out->op == 12 && *at < dict.len)
            out->op = 0x0C00 + (unsigned char)dict.at[(*at)++];
        out->bytes = slice_cut(dict, from, *at);
        return true;
    }
    return false;
}

/* The integer at `at`; reals, which no offset may be, give -1. */
static int64_t
operand_at(slice s, size_t at)
{
    unsigned char b = (unsigned char)s.at[at];
    if (b == 28)
        return (int16_t)big_endian(s, at + 1, 2);
    if (b == 29)
        return (int32_t)big_endian(s, at + 1, 4);
    if (b >= 32 && b <= 246)
        return b - 139;
    int next = (int)big_endian(s, at + 1, 1);
    if (b >= 247 && b <= 250)
        return (b - 247) * 256 + next + 108;
    if (b >= 251 && b <= 254)
        return -(b - 251) * 256 - next - 108;
    return -1;
}

/* The first `n` operands of `op` in `dict`; false when it is not there. */
static bool
dict_integers(slice dict, int op, int64_t *out, size_t n)
{
    cff_entry e;
    for (size_t at = 0; cff_dict_next(dict, &at, &e);) {
        if (e.op != op)
            continue;
        size_t from = 0;
        for (size_t i = 0; i < n; i++) {
            if (from >= e.operands.len)
                return false;
            out[i] = operand_at(e.operands, from);
            from += operand_bytes(e.operands, from);
        }
        return true;
    }
    return false;
}

/* The Private dictionary that `owner` (a font's or the top one) names, with
 * its local subroutines. */
static bool
dict_from(slice table, slice owner, cff_dict *out)
{
    int64_t place[2], subrs;
    *out = (cff_dict){0};
    if (!dict_integers(owner, CFF_OP_PRIVATE, place, 2))
        return true;
    if (place[0] < 0 || place[1] < 0 ||
        (uint64_t)place[1] + (uint64_t)place[0] > table.len)
        return false;
    size_t from = (size_t)place[1];
    out->private = slice_cut(table, from, from + (size_t)place[0]);
    if (!dict_integers(out->private, CFF_OP_SUBRS, &subrs, 1))
        return true;
    return subrs >= 0 && index_at(table, from + (size_t)subrs, &out->subrs);
}

static bool
read_font_dicts(arena *a, cff_font *f, size_t offset)
{
    cff_index index;
    int64_t select;
    if (!index_at(f->table, offset, &index) || index.n == 0 ||
        index.n > DICTS_MAX ||
        !dict_integers(f->top, CFF_OP_FONT_DICT_SELECT, &select, 1) ||
        select <= 0 || (uint64_t)select >= f->table.len)
        return false;
    f->select = (size_t)select;
    f->n_dicts = index.n;
    f->dicts = ARENA_ARRAY(a, index.n, cff_dict);
    for (size_t i = 0; i < index.n; i++)
        if (!dict_from(f->table, cff_index_at(&index, i), &f->dicts[i]))
            return false;
    return true;
}

static bool
read_dicts(arena *a, cff_font *f)
{
    int64_t offset;
    if (dict_integers(f->top, CFF_OP_FONT_DICTS, &offset, 1))
        return offset > 0 && read_font_dicts(a, f, (size_t)offset);
    f->n_dicts = 1;
    f->dicts = ARENA_NEW(a, cff_dict);
    return dict_from(f->table, f->top, f->dicts);
}

const cff_font *
cff_font_from_table(arena *a, slice table)
{
    cff_index names, tops, strings;
    int64_t charstrings;
    if (table.len < 4 || table.at[0] != 1)
        return NULL;
    cff_font *f = ARENA_NEW(a, cff_font);
    f->table = table;
    if (!index_at(table, big_endian(table, 2, 1), &names) ||
        !index_at(table, names.end, &tops) ||
        !index_at(table, tops.end, &strings) ||
        !index_at(table, strings.end, &f->subrs))
        return NULL;
    f->top = cff_index_at(&tops, 0);
    if (!dict_integers(f->top, CFF_OP_CHARSTRINGS, &charstrings, 1) ||
        charstrings <= 0 ||
        !index_at(table, (size_t)charstrings, &f->charstrings) ||
        !read_dicts(a, f))
        return NULL;
    return f;
}

size_t
cff_font_glyphs(const cff_font *font)
{
    return font->charstrings.n;
}

/* FDSelect format 3: ranges of glyphs in rising order (TN 5176 table 28). */
static size_t
dict_in_ranges(const cff_font *f, uint32_t glyph)
{
    size_t low = 0, high = big_endian(f->table, f->select + 1, 2);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (big_endian(f->table, f->select + 3 + 3 * middle, 2) <= glyph)
            low = middle;
        else
            high = middle;
    }
    return big_endian(f->table, f->select + 5 + 3 * low, 1);
}

size_t
cff_font_dict(const cff_font *f, uint32_t glyph)
{
    if (f->select == 0)
        return 0;
    size_t dict = f->n_dicts;
    uint32_t format = big_endian(f->table, f->select, 1);
    if (format == 0)
        dict = big_endian(f->table, f->select + 1 + glyph, 1);
    else if (format == 3)
        dict = dict_in_ranges(f, glyph);
    return dict < f->n_dicts ? dict : f->n_dicts;
}
