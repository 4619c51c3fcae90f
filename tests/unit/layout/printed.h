/* printed: a metrics file set in a layout for a test, and what a reader with
 * a ruler finds on its pages: every line of glyphs with the elements it
 * belongs to. It trusts no plan of the layout, only the display lists. */
#ifndef TESTS_LAYOUT_PRINTED_H
#define TESTS_LAYOUT_PRINTED_H

#include <assert.h>

#include "base/utf8.h"
#include "layout/layout.h"

#define PRINTED_DEPTH 16

/* A run of glyphs as printed. */
typedef struct printed_run {
    const jb_glyph_run *run;
    size_t page;
    jb_len left, right;
    display_role role;   /* of the innermost group */
    uint32_t element;    /* of the innermost numbered group */
    bool is_artifact;
    bool is_in_table, is_in_figure, is_in_section, is_in_note;
} printed_run;

typedef struct printed {
    jb_diags *diags;
    jb_source *metrics_source, *style_source;
    jb_source *base_source; /* of the layout that it is based on, or NULL */
    jb_metrics *metrics;
    jb_facts *facts;
    jb_report *report;
    jb_style *style;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
    jb_pages *pages; /* NULL: refused */
    arena *arena;
    ARRAY(printed_run) runs;
} printed;

static inline void
printed_read_page(printed *p, size_t page)
{
    const jb_display *d = &p->pages->pages.at[page].display;
    display_group open[PRINTED_DEPTH];
    size_t depth = 0;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN) {
            assert(depth < PRINTED_DEPTH);
            open[depth++] = item->group;
        } else if (item->kind == DISPLAY_GROUP_END) {
            depth--;
        } else if (item->kind == DISPLAY_GLYPHS) {
            const jb_glyph_run *run = &item->run;
            const jb_glyph *last = &run->glyphs[run->n_glyphs - 1];
            printed_run r = {.run = run, .page = page};
            r.left = run->origin.x;
            r.right = run->origin.x + last->x + last->advance;
            for (size_t k = 0; k < depth; k++) {
                r.role = open[k].role;
                if (open[k].element != 0)
                    r.element = open[k].element;
                r.is_artifact |= open[k].role == ROLE_ARTIFACT;
                r.is_in_table |= open[k].role == ROLE_TABLE;
                r.is_in_section |= open[k].role == ROLE_SECTION;
                r.is_in_note |= open[k].role == ROLE_NOTE;
                r.is_in_figure |= open[k].role == ROLE_FIGURE;
            }
            ARRAY_PUSH(p->arena, &p->runs, r);
        }
    }
    assert(depth == 0);
}

/* Set `metrics` (YAML text) in layouts/NAME.yaml. */
static inline printed
printed_from(const char *metrics, const char *layout)
{
    printed p = {.diags = diags_new(), .arena = arena_new()};
    const char *path =
        arena_printf(p.arena, "layouts/%s.yaml", layout);
    p.metrics_source =
        source_from_bytes(SLICE_OF("试.yaml"), slice_from(metrics));
    p.style_source = source_from_file(path, 1 << 20, p.diags);
    assert(p.style_source != NULL);
    jb_span from;
    slice base = style_base(p.arena, p.style_source, &from);
    if (base.len > 0)
        p.base_source = source_from_file(
            arena_printf(p.arena, "layouts/%.*s.yaml", SLICE_ARGS(base)),
            1 << 20, p.diags);
    p.style = style_from_layers(p.style_source, p.base_source, NULL, p.diags);
    p.fonts = fonts_from_directory("fonts", p.diags);
    assert(p.style != NULL && p.fonts != NULL);
    p.typesetter = typesetter_new(p.fonts);
    p.metrics = metrics_from_source(p.metrics_source, p.diags);
    if (p.metrics == NULL)
        return p;
    p.facts = facts_from_metrics(p.metrics, p.diags);
    p.report = report_from_facts(p.facts, p.diags);
    if (p.report == NULL)
        return p;
    size_t n_signatories = metrics_document_of(p.metrics)->n_signatories;
    layout_pictures none = {
        .stamps = ARENA_ARRAY(p.arena, n_signatories, const jb_picture *)};
    p.pages =
        pages_from_report(p.report, p.style, p.typesetter, &none, p.diags);
    for (size_t i = 0; p.pages != NULL && i < p.pages->pages.n; i++)
        printed_read_page(&p, i);
    return p;
}

static inline void
printed_drop(printed *p)
{
    pages_drop(p->pages);
    typesetter_drop(p->typesetter);
    fonts_drop(p->fonts);
    style_drop(p->style);
    if (p->report != NULL)
        report_drop(p->report);
    if (p->facts != NULL)
        facts_drop(p->facts);
    if (p->metrics != NULL)
        metrics_drop(p->metrics);
    source_drop(p->metrics_source);
    source_drop(p->style_source);
    source_drop(p->base_source);
    diags_drop(p->diags);
    arena_drop(p->arena);
}

/* Everything printed on a page, runs joined as they come. */
static inline slice
printed_text(const printed *p, size_t page)
{
    slice_builder b = {.arena = p->arena};
    for (size_t i = 0; i < p->runs.n; i++)
        if (p->runs.at[i].page == page)
            builder_add(&b, p->runs.at[i].run->text);
    return builder_slice(&b);
}

static inline bool
printed_has(const printed *p, size_t page, const char *text)
{
    slice all = printed_text(p, page);
    return slice_find(all, slice_from(text)) < all.len;
}

#endif
