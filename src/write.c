/* Pages to files: which format, how many files, under which names. */
#include "engine.h"
#include "output/output.h"

size_t
jb_pages_count(const jb_pages *p)
{
    return p->pages.n;
}

void
jb_pages_extent(const jb_pages *p, size_t page, double *width, double *height)
{
    jb_size size = p->pages.at[page].size;
    *width = len_to_pt(size.w);
    *height = len_to_pt(size.h);
}

void
jb_pages_drop(jb_pages *p)
{
    if (p != NULL)
        pages_drop(p);
}

const char *
jb_pages_dump(jb_pages *p)
{
    slice_builder text = {.arena = p->arena};
    for (size_t i = 0; i < p->pages.n; i++) {
        const jb_page *page = &p->pages.at[i];
        builder_printf(&text, "page %zu %d %d\n", i + 1, page->size.w,
                       page->size.h);
        builder_add(&text, display_dump(p->arena, &page->display, face_name));
    }
    return builder_slice(&text).at;
}

static void
report_format(slice typed, jb_diags *diags)
{
    arena *scratch = arena_new();
    slice_builder list = {.arena = scratch};
    for (size_t i = 0; i < formats_count(); i++)
        builder_printf(&list, "%s.%s", i == 0 ? "" : "、",
                       format_at(i)->suffixes);
    diag_report(diags, &ASKED_FORMAT_UNKNOWN, SPAN_NONE, typed,
                builder_slice(&list));
    arena_drop(scratch);
}

static const jb_format *
format_for(const char *path, const jb_options *options, jb_diags *diags)
{
    bool is_named = options->format != NULL;
    slice typed = slice_from(is_named ? options->format : path);
    const jb_format *format = is_named ? format_lookup(typed)
                              : slice_is(typed, "-")
                                  ? format_lookup(SLICE_OF("pdf"))
                                  : format_for_path(typed);
    if (format == NULL)
        report_format(typed, diags);
    return format;
}

static output_options
options_for(const jb_options *options)
{
    output_options out = OUTPUT_OPTIONS;
    out.dpi = options->dpi;
    out.is_transparent = options->is_transparent;
    out.has_text = options->has_text;
    return out;
}

/* OUT.png → OUT-3.png */
static slice
numbered(arena *a, slice path, size_t number)
{
    size_t dot = path.len;
    while (dot > 0 && path.at[dot - 1] != '.' && path.at[dot - 1] != '/')
        dot--;
    bool has_suffix = dot > 1 && path.at[dot - 1] == '.' &&
                      path.at[dot - 2] != '/';
    size_t cut = has_suffix ? dot - 1 : path.len;
    return slice_printf(a, "%.*s-%zu%.*s", SLICE_ARGS(slice_cut(path, 0, cut)),
                        number, SLICE_ARGS(slice_cut(path, cut, path.len)));
}

static bool
write_file(const jb_pages *p, size_t first, size_t count,
           const jb_format *format, const char *path,
           const jb_options *options, jb_diags *diags)
{
    jb_sink *sink = sink_to_file(path, diags);
    if (sink == NULL)
        return false;
    output_options out = options_for(options);
    if (!format->write(p, first, count, &out, sink, diags)) {
        sink_discard(sink);
        return false;
    }
    return sink_commit(sink, diags);
}

static bool
write_each(const jb_pages *p, const jb_format *format, const char *path,
           const jb_options *options, jb_diags *diags)
{
    arena *scratch = arena_new();
    bool is_done = true;
    for (size_t i = 0; is_done && i < p->pages.n; i++) {
        slice name = numbered(scratch, slice_from(path), i + 1);
        is_done = write_file(p, i, 1, format, name.at, options, diags);
    }
    arena_drop(scratch);
    return is_done;
}

bool
jb_pages_write(jb_engine *e, const jb_pages *p, const char *path,
               const jb_options *options, jb_diags *diags)
{
    const jb_format *format = format_for(path, options, diags);
    if (format == NULL)
        return false;
    bool has_many = format->is_one_page_per_file && p->pages.n > 1;
    if (has_many && slice_is(slice_from(path), "-")) {
        arena *scratch = arena_new();
        diag_report(diags, &ASKED_PAGES_TO_STDOUT, SPAN_NONE,
                    slice_from(format->name),
                    slice_printf(scratch, "%zu", p->pages.n));
        arena_drop(scratch);
        return false;
    }
    bool is_done = has_many
                       ? write_each(p, format, path, options, diags)
                       : write_file(p, 0, p->pages.n, format, path, options,
                                    diags);
    engine_end_stage(e, "write");
    return is_done;
}

typedef struct byte_writer {
    bool (*write)(void *user, const void *bytes, size_t n);
    void *user;
} byte_writer;

static bool
write_slice(void *user, slice bytes)
{
    const byte_writer *to = user;
    return to->write(to->user, bytes.at, bytes.len);
}

bool
jb_pages_write_to(const jb_pages *p, size_t page,
                  bool (*write)(void *user, const void *bytes, size_t n),
                  void *user, const jb_options *options, jb_diags *diags)
{
    const jb_format *format = format_for("-", options, diags);
    if (format == NULL)
        return false;
    byte_writer to = {write, user};
    jb_sink *sink = sink_to_function(write_slice, &to);
    output_options out = options_for(options);
    size_t first = format->is_one_page_per_file ? page : 0;
    size_t count = format->is_one_page_per_file ? 1 : p->pages.n;
    if (!format->write(p, first, count, &out, sink, diags)) {
        sink_discard(sink);
        return false;
    }
    return sink_commit(sink, diags);
}
