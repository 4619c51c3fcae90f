/* The document outline (ISO 32000-1 12.3.3), from a flat list of levels. */
#include "output/pdf_navigation.h"

#define NONE SIZE_MAX

typedef struct entry {
    const display_outline *line;
    pdf_ref ref;
    size_t parent, first, last, before, after; /* entries, or NONE */
    size_t n_below; /* all descendants: the outline opens unfolded */
} entry;

typedef struct outline {
    ARRAY(entry) entries;
    size_t first, last;
} outline;

/* The entry under which a line of `level` comes, looking up from `from`. A
 * level that skips one hangs under the nearest above. */
static size_t
parent_of(const outline *o, size_t from, int level)
{
    while (from != NONE && o->entries.at[from].line->level >= level)
        from = o->entries.at[from].parent;
    return from;
}

static void
attach(outline *o, size_t i, size_t parent)
{
    entry *e = o->entries.at;
    size_t *first = parent == NONE ? &o->first : &e[parent].first;
    size_t *last = parent == NONE ? &o->last : &e[parent].last;
    e[i].parent = parent;
    e[i].before = *last;
    if (*last != NONE)
        e[*last].after = i;
    else
        *first = i;
    *last = i;
    for (size_t up = parent; up != NONE; up = e[up].parent)
        e[up].n_below++;
}

static void
add_relation(slice_builder *b, const char *key, const outline *o, size_t to)
{
    if (to == NONE)
        return;
    builder_add_text(b, key);
    pdf_add_ref(b, o->entries.at[to].ref);
}

static void
write_entry(slice_builder *b, const outline *o, const entry *e, pdf_ref root)
{
    builder_add_text(b, "<</Title");
    pdf_add_text(b, e->line->title);
    builder_add_text(b, "/Parent ");
    pdf_add_ref(b, e->parent == NONE ? root : o->entries.at[e->parent].ref);
    add_relation(b, "/Prev ", o, e->before);
    add_relation(b, "/Next ", o, e->after);
    add_relation(b, "/First ", o, e->first);
    add_relation(b, "/Last ", o, e->last);
    if (e->n_below > 0)
        builder_printf(b, "/Count %zu", e->n_below);
}

static void
write_entries(arena *a, pdf_file *file, const outline *o, pdf_ref root,
              const pdf_page_range *pages)
{
    for (size_t i = 0; i < o->entries.n; i++) {
        const entry *e = &o->entries.at[i];
        const jb_page *page = &pages->doc->pages.at[e->line->page];
        slice_builder b = {.arena = a};
        write_entry(&b, o, e, root);
        builder_printf(&b, "/Dest[%u 0 R/XYZ null ",
                       pages->refs[e->line->page - pages->first]);
        pdf_add_milli(&b, pdf_milli_of(page->size.h - e->line->y));
        builder_add_text(&b, " null]>>");
        pdf_file_object(file, e->ref, builder_slice(&b));
    }
}

static outline
outline_from(arena *a, pdf_file *file, const pdf_page_range *pages)
{
    outline o = {.first = NONE, .last = NONE};
    for (size_t i = 0; i < pages->doc->outline.n; i++) {
        const display_outline *line = &pages->doc->outline.at[i];
        if (line->page < pages->first ||
            line->page - pages->first >= pages->n)
            continue;
        size_t above = o.entries.n == 0 ? NONE : o.entries.n - 1;
        entry e = {line, pdf_file_reserve(file), NONE, NONE, NONE, NONE,
                   NONE, 0};
        ARRAY_PUSH(a, &o.entries, e);
        attach(&o, o.entries.n - 1, parent_of(&o, above, line->level));
    }
    return o;
}

slice
pdf_navigation_outline(arena *a, pdf_file *file, const pdf_page_range *pages)
{
    outline o = outline_from(a, file, pages);
    if (o.entries.n == 0)
        return (slice){NULL, 0};
    pdf_ref root = pdf_file_reserve(file);
    write_entries(a, file, &o, root, pages);
    slice_builder b = {.arena = a};
    builder_add_text(&b, "<</Type/Outlines");
    add_relation(&b, "/First ", &o, o.first);
    add_relation(&b, "/Last ", &o, o.last);
    builder_printf(&b, "/Count %zu>>", o.entries.n);
    pdf_file_object(file, root, builder_slice(&b));
    return slice_printf(a, "/PageMode/UseOutlines/Outlines %u 0 R", root);
}
