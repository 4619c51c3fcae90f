#include "text/text.h"

#include "base/utf8.h"

/* Controls, and the ends of line that readers of lines know (U+2028 …). */
static bool
is_escaped(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x2028 ||
           code == 0x2029;
}

/* A string of JSON (RFC 8259 section 7). */
static void
add_string(slice_builder *out, slice text)
{
    builder_add_text(out, "\"");
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t code = utf8_next(text, &at);
        if (code == '"' || code == '\\')
            builder_printf(out, "\\%c", (char)code);
        else if (is_escaped(code))
            builder_printf(out, "\\u%04x", code);
        else
            builder_add(out, slice_cut(text, from, at));
    }
    builder_add_text(out, "\"");
}

/* Points to four decimals, from the integer, so that no locale and no
 * floating point has a say. */
static void
add_points(slice_builder *out, jb_len length)
{
    int64_t parts = ((int64_t)length * 10000 * 2 + (length < 0 ? -1 : 1) *
                     LEN_PER_PT) / (2 * LEN_PER_PT);
    const char *sign = parts < 0 ? "-" : "";
    parts = parts < 0 ? -parts : parts;
    builder_printf(out, "%s%lld.%04lld", sign, (long long)(parts / 10000),
                   (long long)(parts % 10000));
}

/* One cluster: its text, where its box stands and how wide that is. */
static size_t
add_cluster(slice_builder *out, const jb_glyph_run *run, size_t g, slice text,
            bool is_first)
{
    const jb_glyph *glyph = &run->glyphs[g];
    jb_len width = glyph->width;
    size_t next = g + 1;
    for (; next < run->n_glyphs && run->glyphs[next].text_bytes == 0; next++)
        width += run->glyphs[next].width;
    builder_add_text(out, is_first ? "{\"text\":" : ",{\"text\":");
    add_string(out, text);
    builder_add_text(out, ",\"x\":");
    add_points(out, run->origin.x + glyph->left);
    builder_add_text(out, ",\"advance\":");
    add_points(out, width);
    builder_add_text(out, "}");
    return next;
}

static void
add_line(slice_builder *out, const jb_paragraph *p, const text_line *line)
{
    builder_add_text(out, "{\"text\":");
    add_string(out, slice_cut(p->text, line->first, line->last));
    builder_add_text(out, ",\"width\":");
    add_points(out, line->width);
    builder_add_text(out, ",\"glyphs\":[");
    bool is_first = true;
    for (size_t r = 0; r < line->n_runs; r++) {
        const jb_glyph_run *run = &line->runs[r];
        size_t at = 0;
        for (size_t g = 0; g < run->n_glyphs; is_first = false) {
            size_t bytes = run->glyphs[g].text_bytes;
            g = add_cluster(out, run, g, slice_cut(run->text, at, at + bytes),
                            is_first);
            at += bytes;
        }
    }
    builder_add_text(out, "]}");
}

slice
text_json(arena *a, const jb_paragraph *p)
{
    slice_builder out = {.arena = a};
    builder_add_text(&out, "{\"lines\":[");
    for (size_t i = 0; i < p->n_lines; i++) {
        if (i > 0)
            builder_add_text(&out, ",");
        add_line(&out, p, &p->lines[i]);
    }
    builder_add_text(&out, "]}");
    return builder_slice(&out);
}
