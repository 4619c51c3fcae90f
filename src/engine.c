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
#define PICTURE_BYTES_MAX (8u << 20)
#define LAYOUT_SUFFIX ".yaml"

/* A layout file that was read without errors, in a theme or its own. */
typedef struct layout_file {
    slice path;
    const jb_theme *theme;
    jb_style *style;
} layout_file;

typedef struct theme_file {
    slice path;
    jb_theme *theme;
} theme_file;

typedef struct picture_file {
    slice path;
    jb_picture picture;
} picture_file;

struct jb_engine {
    arena *arena;
    const char *directory;
    void (*watch)(void *user, const char *stage);
    void *watch_user;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
    ARRAY(layout_file) layouts;
    ARRAY(theme_file) themes;
    ARRAY(const picture_file *) pictures;
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
drop_theme(void *theme)
{
    theme_drop(theme);
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
engine_names(const jb_engine *e, const char *folder, arena *a, slice **names)
{
    ARRAY(slice) found = {0};
    DIR *open = opendir(arena_printf(a, "%s/%s", e->directory, folder));
    const struct dirent *entry;
    while (open != NULL && (entry = readdir(open)) != NULL) {
        slice file = slice_from(entry->d_name);
        slice suffix = SLICE(LAYOUT_SUFFIX);
        if (file.at[0] != '.' && slice_ends_with(file, suffix)) {
            slice name = slice_cut(file, 0, file.len - suffix.len);
            ARRAY_PUSH(a, &found, slice_copy(a, name));
        }
    }
    if (open != NULL)
        closedir(open);
    if (found.n > 0)
        qsort(found.at, found.n, sizeof *found.at, compare_names);
    *names = found.at;
    return found.n;
}

/* What is looked for in one folder, and what is said when it is not there:
 * asked for by the caller, or by a file. */
typedef struct file_kind {
    const char *folder;
    const diag_kind *asked, *written;
} file_kind;

static const file_kind layout_kind = {ENGINE_LAYOUTS, &ASKED_LAYOUT_UNKNOWN,
                                      &LAYOUT_UNKNOWN};
static const file_kind theme_kind = {ENGINE_THEMES, &ASKED_THEME_UNKNOWN,
                                     &THEME_UNKNOWN};

static void
report_unknown(const jb_engine *e, const file_kind *kind, engine_wish wish,
               jb_diags *diags)
{
    arena *scratch = arena_new();
    slice *names;
    size_t n = engine_names(e, kind->folder, scratch, &names);
    slice_builder list = {.arena = scratch};
    for (size_t i = 0; i < n; i++) {
        builder_add_text(&list, i == 0 ? "" : "、");
        builder_add(&list, names[i]);
    }
    if (n == 0)
        diag_report(diags, &DIRECTORY_WITHOUT_LAYOUTS, SPAN_NONE,
                    slice_from(e->directory), slice_from(kind->folder));
    else
        diag_report(diags,
                    wish.span.source == NULL ? kind->asked : kind->written,
                    wish.span, wish.name, builder_slice(&list));
    arena_drop(scratch);
}

/* The file of a wish; at NULL after a report when a name has none. A path is
 * taken as it is, so that its reader says why it cannot be read. */
static slice
wish_path(jb_engine *e, const file_kind *kind, engine_wish wish,
          jb_diags *diags)
{
    slice slash = SLICE("/"), suffix = SLICE(LAYOUT_SUFFIX), name = wish.name;
    if (slice_find(name, slash) < name.len || slice_ends_with(name, suffix))
        return slice_copy(e->arena, name);
    slice path = slice_printf(e->arena, "%s/%s/%.*s" LAYOUT_SUFFIX,
                              e->directory, kind->folder, SLICE_ARGS(name));
    if (access(path.at, F_OK) == 0)
        return path;
    report_unknown(e, kind, wish, diags);
    return (slice){NULL, 0};
}

static const jb_source *
source_at(jb_engine *e, slice path, jb_diags *diags)
{
    jb_source *source = source_from_file(path.at, LAYOUT_BYTES_MAX, diags);
    if (source != NULL)
        arena_defer(e->arena, drop_source, source);
    return source;
}

const jb_theme *
engine_theme(jb_engine *e, engine_wish wish, jb_diags *diags)
{
    slice path = wish_path(e, &theme_kind, wish, diags);
    if (path.at == NULL)
        return NULL;
    for (size_t i = 0; i < e->themes.n; i++)
        if (slice_equal(e->themes.at[i].path, path))
            return e->themes.at[i].theme;
    const jb_source *source = source_at(e, path, diags);
    theme_file file = {path, NULL};
    if (source != NULL)
        file.theme = theme_from_source(source, diags);
    if (file.theme == NULL)
        return NULL;
    arena_defer(e->arena, drop_theme, file.theme);
    ARRAY_PUSH(e->arena, &e->themes, file);
    return file.theme;
}

/* A layout and the one it is based on; bases of bases are not followed. */
static jb_style *
style_on_base(jb_engine *e, const jb_source *source, const jb_theme *theme,
              jb_diags *diags)
{
    engine_wish wish;
    const jb_source *base = NULL;
    wish.name = style_base(e->arena, source, &wish.span);
    if (wish.name.len > 0) {
        slice path = wish_path(e, &layout_kind, wish, diags);
        base = path.at == NULL ? NULL : source_at(e, path, diags);
        if (base == NULL)
            return NULL;
    }
    return style_from_layers(source, base, theme, diags);
}

static const jb_style *
style_in_theme(jb_engine *e, slice path, const jb_theme *theme,
               jb_diags *diags)
{
    for (size_t i = 0; i < e->layouts.n; i++)
        if (e->layouts.at[i].theme == theme &&
            slice_equal(e->layouts.at[i].path, path))
            return e->layouts.at[i].style;
    const jb_source *source = source_at(e, path, diags);
    layout_file file = {path, theme, NULL};
    if (source != NULL)
        file.style = style_on_base(e, source, theme, diags);
    if (file.style == NULL)
        return NULL;
    arena_defer(e->arena, drop_style, file.style);
    ARRAY_PUSH(e->arena, &e->layouts, file);
    engine_end_stage(e, "style");
    return file.style;
}

const jb_style *
engine_style(jb_engine *e, engine_wish layout, engine_wish theme,
             jb_diags *diags)
{
    const jb_theme *dress = NULL;
    if (theme.name.at != NULL &&
        (dress = engine_theme(e, theme, diags)) == NULL)
        return NULL;
    slice path = wish_path(e, &layout_kind, layout, diags);
    if (path.at == NULL)
        return NULL;
    const jb_style *style = style_in_theme(e, path, dress, diags);
    if (style == NULL || dress != NULL)
        return style;
    engine_wish own;
    own.name = style_theme(style, &own.span);
    if (own.name.len == 0)
        return style;
    dress = engine_theme(e, own, diags);
    return dress == NULL ? NULL : style_in_theme(e, path, dress, diags);
}

const jb_picture *
engine_picture(jb_engine *e, engine_wish wish, jb_diags *diags)
{
    slice path = source_beside(e->arena, wish.span, wish.name);
    for (size_t i = 0; i < e->pictures.n; i++)
        if (slice_equal(e->pictures.at[i]->path, path))
            return &e->pictures.at[i]->picture;
    arena *scratch = arena_new();
    picture_file *file = ARENA_NEW(e->arena, picture_file);
    file->path = path;
    slice bytes = source_bytes_of_file(
        scratch, slice_copy(scratch, path).at, PICTURE_BYTES_MAX, diags);
    bool is_read = bytes.at != NULL &&
                   picture_from_png(e->arena, bytes, PICTURE_PIXELS_MAX,
                                    &file->picture);
    arena_drop(scratch);
    if (is_read)
        ARRAY_PUSH(e->arena, &e->pictures, file);
    else if (bytes.at != NULL)
        diag_report(diags, &LOGO_UNREADABLE, wish.span, path);
    return is_read ? &file->picture : NULL;
}
