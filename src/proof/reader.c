#include "proof/reader.h"

#include <cairo-svg.h>
#include <cairo.h>
#include <dlfcn.h>
#include <string.h>

#include "base/utf8.h"
#include "proof/finished.h"
#include "proof/library.h"

#define PAGES_MOST 2000
#define DRAWING_MOST (64u << 20) /* bytes of a page's SVG */
#define ERROR_LOCKED 1           /* POPPLER_ERROR_ENCRYPTED */

/* The least of Poppler's and GLib's interfaces; names, fields and their order
 * are fixed by the sonames. */
typedef struct glib_error {
    uint32_t domain;
    int code;
    char *message;
} glib_error;

typedef struct glib_list {
    void *data;
    struct glib_list *next, *before;
} glib_list;

typedef struct text_attributes {
    char *face;
    double size;
    int is_underlined;
    uint16_t red, green, blue;
    int first, last;
} text_attributes;

typedef struct poppler {
    void *(*bytes_new)(const void *, size_t);
    void (*bytes_unref)(void *);
    void (*free)(void *);
    void (*error_free)(glib_error *);
    void (*unref)(void *);
    void *(*open)(void *, const char *, glib_error **);
    int (*n_pages)(void *);
    void *(*page)(void *, int);
    void (*size)(void *, double *, double *);
    char *(*text)(void *);
    int (*layout)(void *, reader_box **, unsigned *);
    glib_list *(*attributes)(void *);
    void (*free_attributes)(glib_list *);
    void (*render)(void *, cairo_t *);
    void *(*fonts)(void *);
    int (*scan)(void *, int, void **);
    void (*fonts_free)(void *);
    const char *(*font_name)(void *);
    const char *(*font_substitute)(void *);
    int (*font_is_embedded)(void *);
    int (*font_next)(void *);
    void (*font_free)(void *);
} poppler;

/* False when the library lacks something. */
static bool
bind(void *handle, poppler *p)
{
    const struct {
        void *to;
        const char *name;
    } symbols[] = {
        {&p->bytes_new, "g_bytes_new_static"},
        {&p->bytes_unref, "g_bytes_unref"},
        {&p->free, "g_free"},
        {&p->error_free, "g_error_free"},
        {&p->unref, "g_object_unref"},
        {&p->open, "poppler_document_new_from_bytes"},
        {&p->n_pages, "poppler_document_get_n_pages"},
        {&p->page, "poppler_document_get_page"},
        {&p->size, "poppler_page_get_size"},
        {&p->text, "poppler_page_get_text"},
        {&p->layout, "poppler_page_get_text_layout"},
        {&p->attributes, "poppler_page_get_text_attributes"},
        {&p->free_attributes, "poppler_page_free_text_attributes"},
        {&p->render, "poppler_page_render"},
        {&p->fonts, "poppler_font_info_new"},
        {&p->scan, "poppler_font_info_scan"},
        {&p->fonts_free, "poppler_font_info_free"},
        {&p->font_name, "poppler_fonts_iter_get_name"},
        {&p->font_substitute, "poppler_fonts_iter_get_substitute_name"},
        {&p->font_is_embedded, "poppler_fonts_iter_is_embedded"},
        {&p->font_next, "poppler_fonts_iter_next"},
        {&p->font_free, "poppler_fonts_iter_free"},
    };
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        void *found = dlsym(handle, symbols[i].name);
        if (found == NULL)
            return false;
        memcpy(symbols[i].to, &found, sizeof found);
    }
    return true;
}

/* ── a page ── */

static slice
owned(arena *a, const char *text)
{
    return text == NULL ? SLICE_OF("") : slice_copy(a, slice_from(text));
}

/* "ABCDEF+Name" → "Name". */
static slice
without_tag(slice name)
{
    return name.len > 7 && name.at[6] == '+' ? slice_cut(name, 7, name.len)
                                             : name;
}

static void
read_attributes(arena *a, const poppler *p, void *from, reader_page *page)
{
    glib_list *list = p->attributes(from);
    for (const glib_list *l = list; l != NULL; l = l->next) {
        const text_attributes *t = l->data;
        slice face = without_tag(owned(a, t->face));
        for (int i = t->first; i >= 0 && i <= t->last; i++) {
            if ((size_t)i >= page->characters.n)
                break;
            reader_character *c = &page->characters.at[i];
            c->face = face;
            c->size = t->size;
            c->colour = (jb_colour){(uint8_t)(t->red >> 8),
                                    (uint8_t)(t->green >> 8),
                                    (uint8_t)(t->blue >> 8), 255};
        }
    }
    p->free_attributes(list);
}

static void
read_characters(arena *a, const poppler *p, void *from, reader_page *page)
{
    reader_box *boxes = NULL;
    unsigned n = 0;
    char *text = p->text(from);
    if (text == NULL)
        return;
    slice words = slice_from(text);
    if (p->layout(from, &boxes, &n)) {
        size_t at = 0;
        for (unsigned i = 0; i < n && at < words.len; i++) {
            reader_character c = {.box = boxes[i]};
            c.code = utf8_next(words, &at);
            ARRAY_PUSH(a, &page->characters, c);
        }
        p->free(boxes);
    }
    p->free(text);
    read_attributes(a, p, from, page);
}

typedef struct collector {
    slice_builder out;
    bool is_full;
} collector;

static cairo_status_t
collect(void *to, const unsigned char *bytes, unsigned n)
{
    collector *c = to;
    c->is_full |= c->out.len + n > DRAWING_MOST;
    if (!c->is_full)
        builder_add(&c->out, (slice){(const char *)bytes, n});
    return CAIRO_STATUS_SUCCESS;
}

/* Cairo's SVG has every origin and path exactly, in a form to be scanned. */
static void
read_drawing(arena *a, const poppler *p, void *from, reader_page *page)
{
    collector c = {.out = {.arena = a}};
    cairo_surface_t *svg = cairo_svg_surface_create_for_stream(
        collect, &c, page->width, page->height);
    cairo_t *cr = cairo_create(svg);
    p->render(from, cr);
    bool is_drawn = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    cairo_surface_finish(svg);
    is_drawn &= cairo_surface_status(svg) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(svg);
    if (is_drawn && !c.is_full)
        page->drawing = builder_slice(&c.out);
}

static bool
read_page(arena *a, const poppler *p, void *pdf, int number,
          reader_document *out)
{
    reader_page page = {.width = 0};
    void *from = p->page(pdf, number);
    if (from == NULL)
        return false;
    p->size(from, &page.width, &page.height);
    read_characters(a, p, from, &page);
    read_drawing(a, p, from, &page);
    p->unref(from);
    out->n_characters += page.characters.n;
    ARRAY_PUSH(a, &out->pages, page);
    return true;
}

static void
read_fonts(arena *a, const poppler *p, void *pdf, reader_document *out)
{
    void *info = p->fonts(pdf), *at = NULL;
    if (p->scan(info, p->n_pages(pdf), &at) && at != NULL) {
        do {
            reader_font font = {
                .name = without_tag(owned(a, p->font_name(at))),
                .substitute = owned(a, p->font_substitute(at)),
                .is_embedded = p->font_is_embedded(at) != 0};
            ARRAY_PUSH(a, &out->fonts, font);
        } while (p->font_next(at));
    }
    if (at != NULL)
        p->font_free(at);
    p->fonts_free(info);
}

/* ── the document ── */

/* What hinders the reading of its pages, or NULL. */
static const diag_kind *
read_pages(arena *a, const poppler *p, void *pdf, reader_document *out)
{
    int n = p->n_pages(pdf);
    if (n > PAGES_MOST)
        return &PROOF_PDF_LONG;
    for (int i = 0; i < n; i++)
        if (!read_page(a, p, pdf, i, out))
            return &PROOF_PDF_DAMAGED;
    read_fonts(a, p, pdf, out);
    return out->n_characters == 0 ? &PROOF_PDF_WORDLESS : NULL;
}

static const diag_kind *
read_document(arena *a, const poppler *p, slice bytes, reader_document *out)
{
    glib_error *error = NULL;
    void *held = p->bytes_new(bytes.at, bytes.len);
    void *pdf = p->open(held, NULL, &error);
    const diag_kind *hindrance =
        error != NULL && error->code == ERROR_LOCKED ? &PROOF_PDF_LOCKED
                                                     : &PROOF_PDF_DAMAGED;
    if (pdf != NULL) {
        hindrance = read_pages(a, p, pdf, out);
        p->unref(pdf);
    }
    if (error != NULL)
        p->error_free(error);
    p->bytes_unref(held);
    return hindrance;
}

bool
foreign_read(arena *a, slice name, slice bytes, reader_document *out,
            jb_diags *diags)
{
    poppler p;
    void *handle = library_open(&library_pdf, NULL, diags);
    if (handle == NULL)
        return false;
    if (!bind(handle, &p)) {
        diag_report(diags, &PROOF_READER_MISSING, SPAN_NONE,
                    slice_from(library_pdf.format),
                    slice_from(library_pdf.name),
                    slice_from(library_pdf.package));
        return false;
    }
    const diag_kind *hindrance = read_document(a, &p, bytes, out);
    if (hindrance != NULL)
        diag_report(diags, hindrance, SPAN_NONE, name,
                    slice_printf(a, "%d", PAGES_MOST));
    return hindrance == NULL;
}
