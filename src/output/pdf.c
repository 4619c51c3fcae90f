#include "output/pdf.h"

#include "output/pdf_content.h"
#include "output/pdf_metadata.h"

/* Page sides that readers take (ISO 32000-1 annex C), in points. */
#define SIDE_MIN LEN_OF_PT(3)
#define SIDE_MAX LEN_OF_PT(14400)

/* A file being written: pages [first, first + n) of the document. */
typedef struct writing {
    arena *arena;
    const jb_pages *doc;
    const jb_page *pages;
    size_t first, n;
    pdf_file *file;
    pdf_resources resources;
    pdf_structure *structure;
    pdf_navigation navigation;
    pdf_ref root;      /* of the page tree */
    pdf_ref *page_refs, *content_refs;
} writing;

static void
begin(writing *w)
{
    arena *a = w->arena;
    w->resources.arena = a;
    w->resources.fonts.arena = w->resources.images.arena = a;
    w->navigation.arena = a;
    w->structure = pdf_structure_new(a);
    w->root = pdf_file_reserve(w->file);
    w->page_refs = ARENA_ARRAY(a, w->n, pdf_ref);
    w->content_refs = ARENA_ARRAY(a, w->n, pdf_ref);
    for (size_t i = 0; i < w->n; i++)
        w->page_refs[i] = pdf_file_reserve(w->file);
}

/* One stream after the other, so that memory holds one at a time. */
static void
write_contents(writing *w)
{
    pdf_content to = {&w->resources, w->structure, &w->navigation};
    for (size_t i = 0; i < w->n; i++) {
        arena *scratch = arena_new();
        w->content_refs[i] = pdf_file_reserve(w->file);
        pdf_file_stream(w->file, w->content_refs[i], SLICE_OF(""),
                        pdf_content_from_page(scratch, &to, &w->pages[i], i));
        arena_drop(scratch);
    }
}

static pdf_milli
side(jb_len l)
{
    return pdf_milli_of(len_min(len_max(l, SIDE_MIN), SIDE_MAX));
}

/* Links are in page order; `*next` is the first of those still to come. */
static void
add_annotations(slice_builder *b, const writing *w, size_t page,
                size_t *next)
{
    bool is_open = false;
    for (; *next < w->navigation.links.n; ++*next) {
        const pdf_link *link = &w->navigation.links.at[*next];
        if (link->page != page)
            break;
        if (link->ref == 0)
            continue;
        builder_add_text(b, is_open ? " " : "/Annots[");
        is_open = true;
        pdf_add_ref(b, link->ref);
    }
    builder_add_text(b, is_open ? "]" : "");
}

static void
write_pages(writing *w, pdf_ref resources)
{
    slice_builder b = {.arena = w->arena};
    size_t next_link = 0;
    for (size_t i = 0; i < w->n; i++) {
        b.len = 0;
        builder_printf(&b, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ",
                       w->root);
        pdf_add_point(&b, side(w->pages[i].size.w), side(w->pages[i].size.h));
        builder_printf(&b, "]/Resources %u 0 R/Contents %u 0 R", resources,
                       w->content_refs[i]);
        builder_printf(&b, "/StructParents %zu/Tabs/S", i);
        add_annotations(&b, w, i, &next_link);
        builder_add_text(&b, ">>");
        pdf_file_object(w->file, w->page_refs[i], builder_slice(&b));
    }
    b.len = 0;
    builder_printf(&b, "<</Type/Pages/Count %zu/Kids[", w->n);
    for (size_t i = 0; i < w->n; i++)
        builder_printf(&b, "%u 0 R ", w->page_refs[i]);
    builder_add_text(&b, "]>>");
    pdf_file_object(w->file, w->root, builder_slice(&b));
}

static void
add_names(slice_builder *b, const writing *w, slice files)
{
    slice places = pdf_navigation_names(&w->navigation, w->page_refs);
    if (places.len + files.len == 0)
        return;
    builder_add_text(b, "/Names<<");
    builder_add(b, places);
    builder_add(b, files);
    builder_add_text(b, ">>");
}

static pdf_ref
write_catalog(writing *w, pdf_ref tree)
{
    pdf_attachments files =
        pdf_attachments_write(w->arena, w->file, w->doc);
    slice_builder b = {.arena = w->arena};
    builder_printf(&b, "<</Type/Catalog/Version/1.7/Pages %u 0 R", w->root);
    builder_printf(&b, "/MarkInfo<</Marked true>>/StructTreeRoot %u 0 R",
                   tree);
    builder_add(&b, pdf_metadata_entries(w->arena, w->file, w->doc));
    pdf_page_range range = {w->doc, w->first, w->n, w->page_refs};
    builder_add(&b, pdf_navigation_outline(w->arena, w->file, &range));
    builder_add(&b, pdf_navigation_labels(w->arena, w->pages, w->n));
    add_names(&b, w, files.names);
    builder_add(&b, files.associated);
    builder_add_text(&b, ">>");
    pdf_ref ref = pdf_file_reserve(w->file);
    pdf_file_object(w->file, ref, builder_slice(&b));
    return ref;
}

static void
report_unnamed(const writing *w, jb_diags *diags)
{
    size_t n = pdf_structure_unnamed(w->structure);
    if (n > 0)
        diag_report(diags, &OUTPUT_FIGURE_UNNAMED, (jb_span){0},
                    slice_printf(w->arena, "%zu", n));
}

static void
write_document(writing *w, jb_diags *diags)
{
    begin(w);
    write_contents(w);
    pdf_navigation_sort(&w->navigation);
    pdf_navigation_write_links(&w->navigation, w->file, w->structure, w->n,
                               diags);
    write_pages(w, pdf_resources_write(&w->resources, w->file));
    report_unnamed(w, diags);
    pdf_ref tree = pdf_structure_write(w->structure, w->file, w->page_refs);
    pdf_ref catalog = write_catalog(w, tree);
    pdf_file_close(w->file, catalog,
                   pdf_metadata_information(w->arena, w->file, w->doc));
}

bool
pdf_write(output_pages what, const output_options *options, jb_sink *sink,
          jb_diags *diags)
{
    const jb_pages *doc = what.all;
    if (what.first >= doc->pages.n || what.count == 0) {
        diag_report(diags, &OUTPUT_NO_PAGES, (jb_span){0});
        return false;
    }
    arena *a = arena_new();
    size_t left = doc->pages.n - what.first;
    writing w = {.arena = a,
                 .doc = doc,
                 .pages = doc->pages.at + what.first,
                 .first = what.first,
                 .n = what.count < left ? what.count : left,
                 .file = pdf_file_new(a, sink, options->is_compressed)};
    write_document(&w, diags);
    arena_drop(a);
    return true;
}

const jb_format format_pdf = {
    .name = "pdf",
    .suffixes = "pdf",
    .media_type = "application/pdf",
    .doc = "文档，可检索、复制和朗读（PDF/A-3a、PDF/UA-1）",
    .consumes = FORMAT_PAGES,
    .write = pdf_write,
};
