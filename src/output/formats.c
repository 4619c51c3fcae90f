#include "output/output.h"

#include <string.h>

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "output/diag.def"
#undef DIAG

#define FORMAT(name) extern const jb_format format_##name;
#include "output/formats.def"
#undef FORMAT

static const jb_format *const formats[] = {
#define FORMAT(name) &format_##name,
#include "output/formats.def"
#undef FORMAT
};
#define N_FORMATS (sizeof formats / sizeof *formats)

const jb_page *
output_first_page(output_pages what, jb_diags *diags)
{
    if (what.first < what.all->pages.n && what.count > 0)
        return &what.all->pages.at[what.first];
    diag_report(diags, &OUTPUT_NO_PAGES, SPAN_NONE);
    return NULL;
}

size_t
formats_count(void)
{
    return N_FORMATS;
}

const jb_format *
format_at(size_t i)
{
    return formats[i];
}

const jb_format *
format_lookup(slice name)
{
    for (size_t i = 0; i < N_FORMATS; i++)
        if (slice_is(name, formats[i]->name))
            return formats[i];
    return NULL;
}

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Without regard to case: scanners and old systems write .PDF. */
static bool
is_suffix(slice typed, const char *suffix, size_t len)
{
    if (typed.len != len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (lower(typed.at[i]) != suffix[i])
            return false;
    return true;
}

static bool
has_suffix(const jb_format *format, slice typed)
{
    const char *at = format->suffixes;
    while (*at != '\0') {
        size_t len = strcspn(at, "|");
        if (is_suffix(typed, at, len))
            return true;
        at += len + (at[len] == '|');
    }
    return false;
}

const jb_format *
format_for_path(slice path)
{
    size_t dot = path.len;
    while (dot > 0 && path.at[dot - 1] != '.' && path.at[dot - 1] != '/')
        dot--;
    if (dot == 0 || path.at[dot - 1] != '.')
        return NULL;
    slice typed = slice_cut(path, dot, path.len);
    for (size_t i = 0; i < N_FORMATS; i++)
        if (has_suffix(formats[i], typed))
            return formats[i];
    return NULL;
}
