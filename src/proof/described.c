#include "proof/described.h"

#include <dlfcn.h>
#include <string.h>

#include "proof/library.h"

#define DEPTH_MOST 64 /* of nested elements: no chart has ten */

/* The least of the libraries' interfaces; the names are fixed by their
 * sonames. */
typedef void *hold_bytes(const void *bytes, size_t n);
typedef void drop_fn(void *object);
typedef void *read_pdf(void *bytes, const char *password, void **error);
typedef char *text_of(void *object);
typedef void *step_into(void *object);
typedef int step_on(void *iterator);

typedef struct described_reader {
    hold_bytes *hold;
    drop_fn *release, *drop, *free, *leave;
    read_pdf *read;
    text_of *title, *subject, *alt;
    step_into *enter, *child, *element;
    step_on *next;
} described_reader;

typedef struct described_words {
    arena *arena;
    const described_reader *reader;
    ARRAY(slice) at;
} described_words;

/* False when the library lacks one of them. */
static bool
reader_open(void *handle, described_reader *r)
{
    const struct { const char *name; void *to; } rows[] = {
        {"g_bytes_new_static", &r->hold},
        {"g_bytes_unref", &r->release},
        {"g_object_unref", &r->drop},
        {"g_free", &r->free},
        {"poppler_document_new_from_bytes", &r->read},
        {"poppler_document_get_title", &r->title},
        {"poppler_document_get_subject", &r->subject},
        {"poppler_structure_element_iter_new", &r->enter},
        {"poppler_structure_element_iter_get_child", &r->child},
        {"poppler_structure_element_iter_get_element", &r->element},
        {"poppler_structure_element_iter_next", &r->next},
        {"poppler_structure_element_iter_free", &r->leave},
        {"poppler_structure_element_get_alt_text", &r->alt}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        void *found = dlsym(handle, rows[i].name);
        if (found == NULL)
            return false;
        memcpy(rows[i].to, &found, sizeof found);
    }
    return true;
}

/* What poppler gives is the caller's; no text is nothing to say. */
static void
take(described_words *w, char *text)
{
    if (text == NULL)
        return;
    slice copy = slice_printf(w->arena, "%s", text);
    w->reader->free(text);
    if (copy.len > 0)
        ARRAY_PUSH(w->arena, &w->at, copy);
}

/* The elements from `iterator` on, each before those in it. */
static void
elements_take(described_words *w, void *iterator, int depth)
{
    const described_reader *r = w->reader;
    if (iterator == NULL)
        return;
    do {
        void *element = r->element(iterator);
        if (element != NULL) {
            take(w, r->alt(element));
            r->drop(element);
        }
        if (depth < DEPTH_MOST)
            elements_take(w, r->child(iterator), depth + 1);
    } while (r->next(iterator));
    r->leave(iterator);
}

static void
file_take(described_words *w, slice pdf)
{
    const described_reader *r = w->reader;
    void *bytes = r->hold(pdf.at, pdf.len);
    void *document = r->read(bytes, NULL, NULL);
    r->release(bytes);
    if (document == NULL)
        return;
    take(w, r->title(document));
    take(w, r->subject(document));
    elements_take(w, r->enter(document), 0);
    r->drop(document);
}

static void
want(described_words *w, slice text)
{
    if (text.len > 0)
        ARRAY_PUSH(w->arena, &w->at, text);
}

/* A figure is told by its alternative text, or else by its title. */
static void
page_want(described_words *w, const jb_page *page)
{
    for (size_t i = 0; i < page->display.items.n; i++) {
        const display_item *item = &page->display.items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN &&
            item->group.role == ROLE_FIGURE)
            want(w, item->group.alt.len > 0 ? item->group.alt
                                            : item->group.title);
        else if (item->kind == DISPLAY_IMAGE)
            want(w, item->image.alt);
    }
}

static void
fault(arena *a, told_faults *faults, const char *what, slice text)
{
    slice words = slice_printf(a, "%s“%.*s”", what, SLICE_ARGS(text));
    ARRAY_PUSH(a, faults, words);
}

static told_faults
compare(const described_words *found, const described_words *wanted)
{
    told_faults faults = {0};
    arena *a = found->arena;
    for (size_t i = 0; i < found->at.n || i < wanted->at.n; i++) {
        if (i >= found->at.n)
            fault(a, &faults, "缺说明文字", wanted->at.at[i]);
        else if (i >= wanted->at.n)
            fault(a, &faults, "多出一处说明文字", found->at.at[i]);
        else if (!slice_equal(found->at.at[i], wanted->at.at[i]))
            fault(a, &faults, "说明文字与图不符：", found->at.at[i]);
    }
    return faults;
}

told_faults
described_examine(arena *a, slice pdf, const jb_pages *pages,
                  const char *library, jb_diags *diags)
{
    described_reader reader;
    described_words found = {.arena = a, .reader = &reader};
    described_words wanted = {.arena = a};
    void *handle = library_open(&library_pdf, library, diags);
    if (handle == NULL)
        return (told_faults){0};
    if (reader_open(handle, &reader))
        file_take(&found, pdf);
    dlclose(handle);
    want(&wanted, pages->title);
    want(&wanted, pages->subject);
    for (size_t i = 0; i < pages->pages.n; i++)
        page_want(&wanted, &pages->pages.at[i]);
    return compare(&found, &wanted);
}
