#include "base/utf8.h"
#include "output/svg_canvas.h"

#define FIRST_CAPACITY 64 /* a power of two */

struct svg_names {
    arena *arena;
    slice *slots; /* at == NULL: free; at most half full */
    size_t capacity, n;
    size_t n_repeats;
};

svg_names *
svg_names_new(arena *a)
{
    svg_names *n = ARENA_NEW(a, svg_names);
    n->arena = a;
    n->capacity = FIRST_CAPACITY;
    n->slots = ARENA_ARRAY(a, n->capacity, slice);
    return n;
}

/* XML 1.0, production 4, without the colon; beyond ASCII all letters of the
 * ranges that Chinese uses. */
static bool
is_name_char(uint32_t code, bool is_first)
{
    bool is_letter = (code >= 'a' && code <= 'z') ||
                     (code >= 'A' && code <= 'Z') || code == '_' ||
                     (code >= 0x3001 && code <= 0xD7FF) ||
                     (code >= 0xF900 && code <= 0xFDCF) ||
                     (code >= 0x10000 && code <= 0xEFFFF);
    bool is_later = (code >= '0' && code <= '9') || code == '-' || code == '.';
    return is_letter || (is_later && !is_first);
}

slice
svg_name_of(arena *a, slice wanted)
{
    slice_builder b = {.arena = a};
    for (size_t at = 0; at < wanted.len;) {
        uint32_t code = utf8_next(wanted, &at);
        if (is_name_char(code, b.len == 0))
            builder_add_code(&b, code);
        else
            builder_add_text(&b, b.len == 0 ? "_" : "-");
    }
    if (b.len == 0)
        builder_add_text(&b, "_");
    return builder_slice(&b);
}

static uint64_t
hash_of(slice s)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.at[i]) * 1099511628211u;
    return h;
}

static slice *
slot_of(const svg_names *n, slice name)
{
    for (uint64_t at = hash_of(name);; at++) {
        slice *slot = &n->slots[at & (n->capacity - 1)];
        if (slot->at == NULL || slice_equal(*slot, name))
            return slot;
    }
}

static void
remember(svg_names *n, slice name)
{
    *slot_of(n, name) = name;
    if (++n->n * 2 < n->capacity)
        return;
    slice *old = n->slots;
    size_t n_old = n->capacity;
    n->capacity *= 2;
    n->slots = ARENA_ARRAY(n->arena, n->capacity, slice);
    for (size_t i = 0; i < n_old; i++)
        if (old[i].at != NULL)
            *slot_of(n, old[i]) = old[i];
}

slice
svg_name_for(svg_names *n, slice wanted)
{
    slice name = svg_name_of(n->arena, wanted), base = name;
    while (slot_of(n, name)->at != NULL)
        name = slice_printf(n->arena, "%.*s-%zu", SLICE_ARGS(base),
                            ++n->n_repeats + 1);
    remember(n, name);
    return name;
}
