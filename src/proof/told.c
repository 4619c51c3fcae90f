#include "proof/told.h"

#include <string.h>

/* Elements that SVG files of ours are made of; others can run, move or fetch
 * something. */
static const char *const ELEMENTS[] = {
    "a",    "clipPath", "defs", "desc", "g",     "image", "line",
    "path", "rect",     "svg",  "text", "title", "tspan"};
#define N_ELEMENTS (sizeof ELEMENTS / sizeof *ELEMENTS)

typedef struct wording {
    arena *arena;
    ARRAY(slice) wanted; /* titles and descriptions, in order */
    size_t at;           /* the next of them */
    told_faults faults;
} wording;

static void
fault(wording *w, const char *what, slice text)
{
    slice words = slice_printf(w->arena, "%s“%.*s”", what, SLICE_ARGS(text));
    ARRAY_PUSH(w->arena, &w->faults, words);
}

static void
want(wording *w, slice text)
{
    if (text.len > 0)
        ARRAY_PUSH(w->arena, &w->wanted, text);
}

static void
wanted_gather(wording *w, const jb_pages *pages, const jb_page *page)
{
    const display_group *whole = display_lone_figure(&page->display);
    want(w, pages->title);
    want(w, whole != NULL ? whole->alt : pages->subject);
    for (size_t i = 0; i < page->display.items.n; i++) {
        const display_item *item = &page->display.items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN) {
            want(w, item->group.title);
            want(w, &item->group == whole ? (slice){NULL, 0}
                                          : item->group.alt);
        } else if (item->kind == DISPLAY_IMAGE) {
            want(w, item->image.alt);
        }
    }
}

/* The characters of text in which these entities stand for some. */
static slice
plain_text(arena *a, slice text)
{
    static const struct { const char *entity, *text; } rows[] = {
        {"&amp;", "&"}, {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""},
        {"&#9;", "\t"}, {"&#10;", "\n"}, {"&#13;", "\r"}};
    slice_builder b = {.arena = a};
    for (size_t at = 0, next; at < text.len; at = next) {
        slice rest = slice_cut(text, at, text.len);
        size_t row = 0, n = sizeof rows / sizeof *rows;
        while (row < n &&
               !slice_starts_with(rest, slice_from(rows[row].entity)))
            row++;
        next = at + (row < n ? strlen(rows[row].entity) : 1);
        builder_add(&b, row < n ? slice_from(rows[row].text)
                                : slice_cut(text, at, next));
    }
    return builder_slice(&b);
}

/* A tag's name, without its attributes. */
static slice
tag_name(slice tag)
{
    size_t end = 0;
    while (end < tag.len && strchr(" \t\r\n/", tag.at[end]) == NULL)
        end++;
    return slice_cut(tag, 0, end);
}

static bool
is_told_element(slice name)
{
    return slice_is(name, "title") || slice_is(name, "desc");
}

static bool
is_known_element(slice name)
{
    for (size_t i = 0; i < N_ELEMENTS; i++)
        if (slice_is(name, ELEMENTS[i]))
            return true;
    return false;
}

static bool
has_attribute(slice tag, const char *start)
{
    return slice_find(tag, slice_from(start)) < tag.len;
}

/* A tag's name and attributes, without its brackets. */
static void
tag_examine(wording *w, slice tag)
{
    slice name = tag_name(tag);
    if (slice_starts_with(tag, SLICE_OF("?xml ")))
        return;
    if (!is_known_element(name))
        fault(w, "SVG 里有不该有的元素", name);
    bool fetches = has_attribute(tag, "href=") && !slice_is(name, "a") &&
                   !has_attribute(tag, "href=\"data:image/png;base64,");
    bool runs = has_attribute(tag, " on") ||
                has_attribute(tag, "javascript:");
    if (fetches || runs)
        fault(w, "SVG 里有会运行或从别处取来的东西，在元素", name);
}

/* The text of a title or description against the next that is wanted. */
static void
text_examine(wording *w, slice raw)
{
    slice text = plain_text(w->arena, raw);
    if (w->at == w->wanted.n) {
        fault(w, "多出一处说明文字", text);
        return;
    }
    slice wanted = w->wanted.at[w->at++];
    if (!slice_equal(text, wanted))
        fault(w, "说明文字与图不符：", text);
}

told_faults
told_examine(arena *a, slice svg, const jb_pages *pages, const jb_page *page)
{
    wording w = {.arena = a};
    wanted_gather(&w, pages, page);
    for (size_t at = 0; at < svg.len;) {
        size_t open = at + slice_find(slice_cut(svg, at, svg.len),
                                      SLICE_OF("<"));
        if (open >= svg.len)
            break;
        size_t close = open + slice_find(slice_cut(svg, open, svg.len),
                                         SLICE_OF(">"));
        slice tag = slice_cut(svg, open + 1, close);
        at = close + 1;
        if (slice_starts_with(tag, SLICE_OF("/")))
            continue;
        tag_examine(&w, tag);
        if (!is_told_element(tag_name(tag)))
            continue;
        size_t end = at + slice_find(slice_cut(svg, at, svg.len),
                                     SLICE_OF("<"));
        text_examine(&w, slice_cut(svg, at, end));
        at = end;
    }
    for (; w.at < w.wanted.n; w.at++)
        fault(&w, "缺说明文字", w.wanted.at[w.at]);
    return w.faults;
}
