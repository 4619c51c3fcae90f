#include "text/address.h"

#include "text/penalty.h"

static bool
is_address_character(const text_atom *a)
{
    return a->code > ' ' && a->code < 0x7F && a->code != '"' &&
           a->code != '<' && a->code != '>';
}

static bool
starts_with(const text_atoms *t, size_t from, size_t end, const char *word)
{
    slice rest = {t->text.at + t->at[from].byte,
                  t->at[end - 1].byte + 1 - t->at[from].byte};
    return slice_starts_with(rest, slice_from(word));
}

/* A run of ASCII that names a place in the web or a mailbox. */
static bool
is_address(const text_atoms *t, size_t first, size_t end)
{
    if (starts_with(t, first, end, "www."))
        return true;
    for (size_t i = first + 1; i + 1 < end; i++)
        if (starts_with(t, i, end, "://") || t->at[i].code == '@')
            return true;
    return false;
}

static bool
parts_before(uint32_t code)
{
    return code < 0x7F && code > 0 && strchr("/.-_~?#%&=@,", (int)code) != NULL;
}

static bool
may_part(const text_atoms *t, size_t first, size_t i, size_t end)
{
    uint32_t before = t->at[i - 1].code, after = t->at[i].code;
    if (i - first < 2 || end - i < 2)
        return false;
    if (before == '/')
        return i - first > 2 && t->at[i - 2].code == '/';
    return parts_before(after) && !parts_before(before) && before != ':' &&
           !(after == '/' && t->at[i + 1].code == '/');
}

static bool
is_plain(const text_atoms *t, size_t i)
{
    return !parts_before(t->at[i].code) && t->at[i].code != ':';
}

/* Well inside a long word of it: three characters stay on either side. */
static bool
may_part_word(const text_atoms *t, size_t first, size_t i, size_t end)
{
    if (i - first < 3 || end - i < 3)
        return false;
    for (size_t k = i - 3; k < i + 3; k++)
        if (!is_plain(t, k))
            return false;
    return true;
}

static int32_t
penalty_at(const text_atoms *t, size_t first, size_t i, size_t end)
{
    if (may_part(t, first, i, end))
        return PENALTY_STYLE;
    return may_part_word(t, first, i, end) ? PENALTY_ADDRESS
                                           : PENALTY_FORBIDDEN;
}

void
address_open(text_atoms *t)
{
    for (size_t first = 0, end; first < t->n; first = end + 1) {
        end = first;
        while (end < t->n && is_address_character(&t->at[end]))
            end++;
        if (end - first < 4 || !is_address(t, first, end))
            continue;
        for (size_t i = first + 1; i < end; i++) {
            t->at[i].penalty = penalty_at(t, first, i, end);
            t->at[i].is_in_address = true;
        }
    }
}
