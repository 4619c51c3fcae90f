#include "font/font.h"

#include <unistd.h>

#include "base/utf8.h"
#include "font/private_set.h"
#include "font/roles.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "font/diag.def"
#undef DIAG

#define ROLES_BYTES_MAX ((size_t)1 << 20)

/* A face's state: looked for once, opened once. */
typedef struct slot {
    bool is_sought;
    const jb_face *face;
} slot;

#define CODES 0x110000u
#define BLOCK 256u

/* Who draws the characters of one block that no listed face has. */
typedef struct stray_block {
    slot of[BLOCK];
} stray_block;

struct jb_fonts {
    arena *arena;
    const char *directory;
    const font_roles *roles;
    slot *by_file;     /* one per face row */
    slot *by_name;     /* the same, looked for in the private set */
    bool *is_reported; /* one per role */
    const private_set *set; /* NULL: not opened yet */
    slot *set_faces;        /* one per font of the set */
    stray_block *strays[CODES / BLOCK];
};

static void
drop_source(void *source)
{
    source_drop(source);
}

static jb_fonts *
fonts_new(arena *a, const char *directory, const font_roles *roles)
{
    jb_fonts *f = ARENA_NEW(a, jb_fonts);
    f->arena = a;
    f->directory = slice_copy(a, slice_from(directory)).at;
    f->roles = roles;
    f->by_file = ARENA_ARRAY(a, roles->n_faces, slot);
    f->by_name = ARENA_ARRAY(a, roles->n_faces, slot);
    f->is_reported = ARENA_ARRAY(a, roles->n_roles, bool);
    return f;
}

jb_fonts *
fonts_from_directory(const char *directory, jb_diags *diags)
{
    arena *a = arena_new();
    jb_source *source =
        source_from_file(arena_printf(a, "%s/roles.yaml", directory),
                         ROLES_BYTES_MAX, diags);
    const font_roles *roles = NULL;
    if (source != NULL) {
        arena_defer(a, drop_source, source);
        roles = roles_from_source(a, source, directory, diags);
    }
    if (roles == NULL) {
        arena_drop(a);
        return NULL;
    }
    return fonts_new(a, directory, roles);
}

void
fonts_drop(jb_fonts *f)
{
    if (f != NULL)
        arena_drop(f->arena);
}

size_t
fonts_roles_count(const jb_fonts *f)
{
    return f->roles->n_roles;
}

font_role
fonts_role_lookup(const jb_fonts *f, slice name)
{
    for (size_t i = 0; i < f->roles->n_roles; i++)
        if (slice_equal(f->roles->roles[i].name, name))
            return (font_role)i;
    return FONT_ROLE_NONE;
}

static const role_row *
row_of(const jb_fonts *f, font_role role)
{
    return &f->roles->roles[role];
}

slice
fonts_role_name(const jb_fonts *f, font_role role)
{
    return row_of(f, role)->name;
}

slice
fonts_role_doc(const jb_fonts *f, font_role role)
{
    return row_of(f, role)->doc;
}

font_role
fonts_role_latin(const jb_fonts *f, font_role role)
{
    return row_of(f, role)->latin;
}

font_role
fonts_role_emphasis(const jb_fonts *f, font_role role)
{
    return row_of(f, role)->emphasis;
}

/* The face in the first file of the row that exists, or NULL. */
static const jb_face *
face_by_file(jb_fonts *f, const face_row *row, jb_diags *diags)
{
    for (size_t d = 0; d < f->roles->n_directories; d++) {
        for (size_t i = 0; i < row->n_files; i++) {
            const char *path = arena_printf(
                f->arena, "%s/%.*s", f->roles->directories[d].at,
                SLICE_ARGS(row->files[i]));
            if (access(path, R_OK) != 0)
                continue;
            const jb_face *face = face_from_file(f->arena, path, row->name);
            if (face != NULL)
                return face;
            diag_report(diags, &FONT_FILE_MISMATCH, SPAN_NONE,
                        slice_from(path), row->name);
        }
    }
    return NULL;
}

static const jb_face *
face_listed(jb_fonts *f, size_t row, jb_diags *diags)
{
    slot *s = &f->by_file[row];
    if (!s->is_sought) {
        s->is_sought = true;
        s->face = face_by_file(f, &f->roles->faces[row], diags);
    }
    return s->face;
}

static const private_set *
private_set_of(jb_fonts *f)
{
    if (f->set == NULL) {
        f->set = private_set_open(
            f->arena, arena_printf(f->arena, "%s/fonts.conf", f->directory));
        f->set_faces =
            ARENA_ARRAY(f->arena, private_set_count(f->set), slot);
    }
    return f->set;
}

static const jb_face *
face_of_set(jb_fonts *f, size_t i)
{
    slot *s = &f->set_faces[i];
    if (!s->is_sought) {
        s->is_sought = true;
        private_font font = private_set_font(f->set, i);
        s->face = face_from_file(f->arena, font.file, font.name);
    }
    return s->face;
}

/* The row's face by its PostScript name, wherever it is installed. */
static const jb_face *
face_named(jb_fonts *f, size_t row)
{
    slot *s = &f->by_name[row];
    if (s->is_sought)
        return s->face;
    s->is_sought = true;
    slice name = f->roles->faces[row].name;
    size_t n = private_set_count(private_set_of(f));
    for (size_t i = 0; name.len > 0 && s->face == NULL && i < n; i++)
        if (slice_equal(private_set_font(f->set, i).name, name))
            s->face = face_of_set(f, i);
    return s->face;
}

/* The chain's first face that is there, and its position (n: none). */
static const jb_face *
first_present(jb_fonts *f, const face_chain *chain, size_t *at,
              jb_diags *diags)
{
    const jb_face *face = NULL;
    for (*at = 0; *at < chain->n; ++*at)
        if ((face = face_listed(f, chain->rows[*at], diags)) != NULL)
            return face;
    for (*at = 0; *at < chain->n; ++*at)
        if ((face = face_named(f, chain->rows[*at])) != NULL)
            return face;
    return NULL;
}

/* The chain's first face that people are expected to have. */
static size_t
first_expected(const jb_fonts *f, const face_chain *chain)
{
    size_t i = 0;
    while (i + 1 < chain->n && f->roles->faces[chain->rows[i]].is_optional)
        i++;
    return i;
}

static void
report_choice(jb_fonts *f, font_role role, size_t taken, jb_diags *diags)
{
    const role_row *row = row_of(f, role);
    size_t wanted = first_expected(f, &row->chain);
    const face_row *best = &f->roles->faces[row->chain.rows[wanted]];
    if (taken <= wanted || f->is_reported[role])
        return;
    f->is_reported[role] = true;
    if (taken == row->chain.n) {
        diag_report(diags, &FONT_ROLE_ABSENT, SPAN_NONE, row->name,
                    best->install);
        return;
    }
    diag_report(diags, &FONT_ROLE_SUBSTITUTED, SPAN_NONE, best->title,
                row->name, f->roles->faces[row->chain.rows[taken]].title,
                best->install);
}

const jb_face *
fonts_face(jb_fonts *f, font_role role, jb_diags *diags)
{
    const face_chain *chain = &row_of(f, role)->chain;
    size_t at;
    const jb_face *face = first_present(f, chain, &at, diags);
    report_choice(f, role, at, diags);
    return face;
}

static const jb_face *
face_in_chain(jb_fonts *f, const face_chain *chain, uint32_t code,
              jb_diags *diags)
{
    for (size_t i = 0; i < chain->n; i++) {
        const jb_face *face = face_listed(f, chain->rows[i], diags);
        if (face != NULL && face_glyph(face, code) != 0)
            return face;
    }
    return NULL;
}

/* The first font of the private set that really draws `code`. */
static const jb_face *
face_in_set(jb_fonts *f, uint32_t code)
{
    size_t n = private_set_count(private_set_of(f));
    for (size_t i = 0; i < n; i++) {
        if (!private_set_has(f->set, i, code))
            continue;
        const jb_face *face = face_of_set(f, i);
        if (face != NULL && face_glyph(face, code) != 0)
            return face;
    }
    return NULL;
}

static void
report_last_resort(jb_fonts *f, uint32_t code, const jb_face *face,
                   jb_diags *diags)
{
    slice_builder character = {.arena = f->arena};
    builder_add_code(&character, code);
    diag_report(diags, &FONT_LAST_RESORT, SPAN_NONE,
                builder_slice(&character),
                slice_printf(f->arena, "U+%04X", (unsigned)code),
                face_name(face));
}

static const jb_face *
last_resort(jb_fonts *f, uint32_t code, jb_diags *diags)
{
    if (code >= CODES)
        return NULL;
    stray_block **block = &f->strays[code / BLOCK];
    if (*block == NULL)
        *block = ARENA_NEW(f->arena, stray_block);
    slot *s = &(*block)->of[code % BLOCK];
    if (!s->is_sought) {
        s->is_sought = true;
        s->face = face_in_set(f, code);
        if (s->face != NULL)
            report_last_resort(f, code, s->face, diags);
    }
    return s->face;
}

const jb_face *
fonts_face_for(jb_fonts *f, font_role role, uint32_t code, jb_diags *diags)
{
    const jb_face *face =
        face_in_chain(f, &row_of(f, role)->chain, code, diags);
    if (face == NULL)
        face = face_in_chain(f, &f->roles->fallback, code, diags);
    return face != NULL ? face : last_resort(f, code, diags);
}

size_t
fonts_choices_count(const jb_fonts *f, font_role role)
{
    return row_of(f, role)->chain.n;
}

font_choice
fonts_choice(jb_fonts *f, font_role role, size_t i)
{
    size_t at = row_of(f, role)->chain.rows[i];
    const face_row *row = &f->roles->faces[at];
    jb_diags *unheard = diags_new();
    const jb_face *face = face_listed(f, at, unheard);
    diags_drop(unheard);
    return (font_choice){row->title, row->install,
                         face == NULL ? (slice){NULL, 0} : face_file(face)};
}
