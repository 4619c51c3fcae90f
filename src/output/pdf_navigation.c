#include "output/pdf_navigation.h"

#include <stdlib.h>

#include "output/output.h"

void
pdf_navigation_place(pdf_navigation *n, slice id, size_t page, jb_len y)
{
    ARRAY_PUSH(n->arena, &n->places, ((pdf_place){id, page, y}));
}

void
pdf_navigation_link(pdf_navigation *n, pdf_link link)
{
    ARRAY_PUSH(n->arena, &n->links, link);
}

/* By name, and among equal names by place, so that the first one leads. */
static int
compare_places(const void *a, const void *b)
{
    const pdf_place *p = a, *q = b;
    int order = slice_compare(p->id, q->id);
    if (order != 0)
        return order;
    if (p->page != q->page)
        return p->page < q->page ? -1 : 1;
    return (p->y < q->y) - (p->y > q->y);
}

void
pdf_navigation_sort(pdf_navigation *n)
{
    if (n->places.n == 0)
        return;
    qsort(n->places.at, n->places.n, sizeof *n->places.at, compare_places);
    size_t kept = 1;
    for (size_t i = 1; i < n->places.n; i++)
        if (!slice_equal(n->places.at[i].id, n->places.at[kept - 1].id))
            n->places.at[kept++] = n->places.at[i];
    n->places.n = kept;
}

static bool
has_place(const pdf_navigation *n, slice id)
{
    size_t low = 0, high = n->places.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = slice_compare(n->places.at[middle].id, id);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static void
add_box(slice_builder *b, jb_rect box)
{
    pdf_milli x = pdf_milli_of(box.x), y = pdf_milli_of(box.y);
    builder_add_text(b, "[");
    pdf_add_point(b, x, y);
    pdf_add_point(b, x + pdf_milli_of(box.w), y + pdf_milli_of(box.h));
    builder_add_text(b, "]");
}

/* What the link says, or else where it goes (ISO 14289-1 7.18.5). */
static slice
contents_of(const pdf_link *link)
{
    slice text = pdf_element_text(link->owner);
    if (text.len > 0)
        return text;
    return link->uri.len > 0 ? link->uri : link->place;
}

/* URIs are ASCII (12.6.4.7); other bytes, UTF-8 as typed, are escaped as RFC
 * 3987 3.1 has it. */
static void
add_uri(slice_builder *b, slice uri)
{
    slice_builder ascii = {.arena = b->arena};
    for (size_t i = 0; i < uri.len; i++) {
        unsigned char c = (unsigned char)uri.at[i];
        if (c > ' ' && c < 127)
            builder_add(&ascii, slice_cut(uri, i, i + 1));
        else
            builder_printf(&ascii, "%%%02X", c);
    }
    builder_add_text(b, "/A<</S/URI/URI");
    pdf_add_bytes(b, builder_slice(&ascii));
    builder_add_text(b, ">>>>");
}

static void
write_link(pdf_navigation *n, pdf_file *file, pdf_link *link, size_t parent)
{
    slice_builder b = {.arena = n->arena};
    link->ref = pdf_file_reserve(file);
    builder_add_text(&b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
    add_box(&b, link->box);
    builder_printf(&b, "/StructParent %zu/Contents", parent);
    pdf_add_text(&b, contents_of(link));
    if (link->uri.len > 0) {
        add_uri(&b, link->uri);
    } else {
        builder_add_text(&b, "/Dest");
        pdf_add_bytes(&b, link->place);
        builder_add_text(&b, ">>");
    }
    pdf_file_object(file, link->ref, builder_slice(&b));
}

void
pdf_navigation_write_links(pdf_navigation *n, pdf_file *file,
                           pdf_structure *structure, size_t n_pages,
                           jb_diags *diags)
{
    for (size_t i = 0; i < n->links.n; i++) {
        pdf_link *link = &n->links.at[i];
        if (link->uri.len == 0 && !has_place(n, link->place)) {
            diag_report(diags, &OUTPUT_LINK_NOWHERE, (jb_span){0},
                        link->place);
            continue;
        }
        write_link(n, file, link, n_pages + link->key);
        pdf_structure_annotate(structure, link->key, link->ref);
    }
}

static void
add_destination(slice_builder *b, pdf_ref page, jb_len y)
{
    builder_printf(b, "[%u 0 R/XYZ null ", page);
    pdf_add_milli(b, pdf_milli_of(y));
    builder_add_text(b, " null]");
}

slice
pdf_navigation_names(const pdf_navigation *n, const pdf_ref *pages)
{
    slice_builder b = {.arena = n->arena};
    if (n->places.n == 0)
        return (slice){NULL, 0};
    builder_add_text(&b, "/Dests<</Names[");
    for (size_t i = 0; i < n->places.n; i++) {
        const pdf_place *p = &n->places.at[i];
        pdf_add_bytes(&b, p->id);
        add_destination(&b, pages[p->page], p->y);
    }
    builder_add_text(&b, "]>>");
    return builder_slice(&b);
}

/* A label as PDF counts them: a prefix and a decimal number. */
typedef struct label {
    slice prefix;
    uint32_t number; /* 0: none */
} label;

/* Digits without leading zero at the end of the printed label; a page with
 * no label bears its place in the file. */
static label
label_from(slice printed, size_t page)
{
    if (printed.len == 0)
        return (label){{NULL, 0}, (uint32_t)page + 1};
    size_t start = printed.len;
    while (start > 0 && printed.len - start < 9 &&
           printed.at[start - 1] >= '0' && printed.at[start - 1] <= '9')
        start--;
    while (start < printed.len && printed.at[start] == '0')
        start++;
    uint32_t number = 0;
    for (size_t i = start; i < printed.len; i++)
        number = number * 10 + (uint32_t)(printed.at[i] - '0');
    return (label){slice_cut(printed, 0, start), number};
}

static bool
has_labels(const jb_page *pages, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (pages[i].label.len > 0)
            return true;
    return false;
}

slice
pdf_navigation_labels(arena *a, const jb_page *pages, size_t n)
{
    slice_builder b = {.arena = a};
    if (!has_labels(pages, n))
        return (slice){NULL, 0};
    label last = {{NULL, 0}, 0};
    builder_add_text(&b, "/PageLabels<</Nums[");
    for (size_t i = 0; i < n; i++) {
        label next = label_from(pages[i].label, i);
        bool goes_on = i > 0 && last.number > 0 &&
                       next.number == last.number + 1 &&
                       slice_equal(last.prefix, next.prefix);
        last = next;
        if (goes_on)
            continue;
        builder_printf(&b, "%zu<<", i);
        if (next.prefix.len > 0) {
            builder_add_text(&b, "/P");
            pdf_add_text(&b, next.prefix);
        }
        if (next.number > 0)
            builder_printf(&b, "/S/D/St %u", next.number);
        builder_add_text(&b, ">>");
    }
    builder_add_text(&b, "]>>");
    return builder_slice(&b);
}
