#include "engine.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "diag.def"
#undef DIAG

#define LAYOUT_BYTES_MAX (1u << 20)
#define LAYOUT_SUFFIX ".yaml"

/* A layout file that was read without errors. */
typedef struct layout_file {
    slice path;
    jb_style *style;
} layout_file;

struct jb_engine {
    arena *arena;
    const char *directory;
    void (*watch)(void *user, const char *stage);
    void *watch_user;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
    ARRAY(layout_file) layouts;
};

jb_engine *
jb_engine_new(const char *directory)
{
    arena *a = arena_new();
    jb_engine *e = ARENA_NEW(a, jb_engine);
    e->arena = a;
    e->directory = slice_copy(a, slice_from(directory)).at;
    return e;
}

void
jb_engine_drop(jb_engine *e)
{
    if (e != NULL)
        arena_drop(e->arena);
}

void
jb_engine_watch(jb_engine *e, void (*watch)(void *user, const char *stage),
                void *user)
{
    e->watch = watch;
    e->watch_user = user;
}

arena *
engine_arena(jb_engine *e)
{
    return e->arena;
}

const char *
engine_directory(const jb_engine *e)
{
    return e->directory;
}

void
engine_end_stage(const jb_engine *e, const char *stage)
{
    if (e->watch != NULL)
        e->watch(e->watch_user, stage);
}

static void
drop_fonts(void *fonts)
{
    fonts_drop(fonts);
}

static void
drop_typesetter(void *typesetter)
{
    typesetter_drop(typesetter);
}

static void
drop_style(void *style)
{
    style_drop(style);
}

static void
drop_source(void *source)
{
    source_drop(source);
}

jb_fonts *
engine_fonts(jb_engine *e, jb_diags *diags)
{
    if (e->fonts != NULL)
        return e->fonts;
    e->fonts = fonts_from_directory(
        arena_printf(e->arena, "%s/fonts", e->directory), diags);
    if (e->fonts != NULL)
        arena_defer(e->arena, drop_fonts, e->fonts);
    engine_end_stage(e, "fonts");
    return e->fonts;
}

jb_typesetter *
engine_typesetter(jb_engine *e, jb_diags *diags)
{
    jb_fonts *fonts = engine_fonts(e, diags);
    if (e->typesetter == NULL && fonts != NULL) {
        e->typesetter = typesetter_new(fonts);
        arena_defer(e->arena, drop_typesetter, e->typesetter);
    }
    return e->typesetter;
}

static int
compare_names(const void *a, const void *b)
{
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

size_t
engine_layouts(const jb_engine *e, arena *a, slice **names)
{
    ARRAY(slice) found = {0};
    DIR *folder = opendir(arena_printf(a, "%s/layouts", e->directory));
    const struct dirent *entry;
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        slice file = slice_from(entry->d_name);
        slice suffix = SLICE(LAYOUT_SUFFIX);
        if (file.at[0] != '.' && slice_ends_with(file, suffix)) {
            slice name = slice_cut(file, 0, file.len - suffix.len);
            ARRAY_PUSH(a, &found, slice_copy(a, name));
        }
    }
    if (folder != NULL)
        closedir(folder);
    if (found.n > 0)
        qsort(found.at, found.n, sizeof *found.at, compare_names);
    *names = found.at;
    return found.n;
}

static void
report_unknown(const jb_engine *e, slice name, jb_span span, jb_diags *diags)
{
    arena *scratch = arena_new();
    slice *names;
    size_t n = engine_layouts(e, scratch, &names);
    slice_builder list = {.arena = scratch};
    for (size_t i = 0; i < n; i++) {
        builder_add_text(&list, i == 0 ? "" : "、");
        builder_add(&list, names[i]);
    }
    if (n == 0)
        diag_report(diags, &DIRECTORY_WITHOUT_LAYOUTS, SPAN_NONE,
                    slice_from(e->directory));
    else
        diag_report(diags,
                    span.source == NULL ? &ASKED_LAYOUT_UNKNOWN
                                        : &LAYOUT_UNKNOWN,
                    span, name, builder_slice(&list));
    arena_drop(scratch);
}

/* The file of a layout, or an empty slice when a name has none. A path is
 * taken as it is, so that its reader says why it cannot be read. */
static slice
layout_path(jb_engine *e, slice name)
{
    slice slash = SLICE("/"), suffix = SLICE(LAYOUT_SUFFIX);
    if (slice_find(name, slash) < name.len || slice_ends_with(name, suffix))
        return slice_copy(e->arena, name);
    slice path = slice_printf(e->arena, "%s/layouts/%.*s" LAYOUT_SUFFIX,
                              e->directory, SLICE_ARGS(name));
    return access(path.at, F_OK) == 0 ? path : (slice){NULL, 0};
}

const jb_style *
engine_style(jb_engine *e, slice name, jb_span span, jb_diags *diags)
{
    slice path = layout_path(e, name);
    if (path.at == NULL) {
        report_unknown(e, name, span, diags);
        return NULL;
    }
    for (size_t i = 0; i < e->layouts.n; i++)
        if (slice_equal(e->layouts.at[i].path, path))
            return e->layouts.at[i].style;
    jb_source *source = source_from_file(path.at, LAYOUT_BYTES_MAX, diags);
    if (source == NULL)
        return NULL;
    arena_defer(e->arena, drop_source, source);
    jb_style *style = style_from_source(source, diags);
    if (style == NULL)
        return NULL;
    arena_defer(e->arena, drop_style, style);
    layout_file file = {path, style};
    ARRAY_PUSH(e->arena, &e->layouts, file);
    engine_end_stage(e, "style");
    return style;
}
