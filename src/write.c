/* Pages to files: which format, how many files, under which names. */
#include "engine.h"
#include "output/output.h"
#include "proof/certificate.h"
#include "proof/described.h"
#include "proof/finished.h"
#include "proof/proof.h"
#include "proof/told.h"

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

jb_proof
jb_pages_inspect(jb_pages *p, bool has_gongwen, bool is_json)
{
    proof_report report = proof_of_pages(
        p->arena, p,
        (proof_wishes){.has_gongwen = has_gongwen, .is_json = is_json});
    return (jb_proof){report.text.at, report.is_sound};
}

#define INSPECTED_BYTES_MAX (256u << 20)

jb_proof
jb_file_inspect(jb_engine *e, const char *path, bool has_gongwen,
                bool is_json, jb_diags *diags)
{
    arena *a = engine_arena(e);
    slice bytes = source_bytes_of_file(a, path, INSPECTED_BYTES_MAX, diags);
    if (bytes.at == NULL)
        return (jb_proof){NULL, false};
    proof_report report = proof_of_pdf(
        a, slice_from(path), bytes,
        (proof_wishes){.has_gongwen = has_gongwen, .is_json = is_json},
        diags);
    return (jb_proof){report.text.len > 0 ? report.text.at : NULL,
                      report.is_sound};
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

#define VERIFIED_BYTES_MAX (256u << 20)

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

/* What is written, and how. */
typedef struct writing {
    const jb_pages *pages;
    const jb_format *format;
    output_options options;
} writing;

static writing
writing_of(const jb_pages *p, const jb_format *format,
           const jb_options *options)
{
    writing w = {p, format, OUTPUT_OPTIONS};
    w.options.dpi = options->dpi;
    w.options.is_transparent = options->is_transparent;
    w.options.has_text = options->has_text;
    return w;
}

/* The sink is gone afterwards, one way or the other. */
static bool
write_sink(const writing *w, size_t first, jb_sink *sink, jb_diags *diags)
{
    size_t count = w->format->is_one_page_per_file ? 1 : w->pages->pages.n;
    if (sink == NULL)
        return false;
    output_pages what = {w->pages, first, count};
    if (!w->format->write(what, &w->options, sink, diags)) {
        sink_discard(sink);
        return false;
    }
    return sink_commit(sink, diags);
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
write_each(const writing *w, const char *path, jb_diags *diags)
{
    arena *scratch = arena_new();
    bool is_done = true;
    for (size_t i = 0; is_done && i < w->pages->pages.n; i++) {
        slice name = numbered(scratch, slice_from(path), i + 1);
        is_done = write_sink(w, i, sink_to_file(name.at, diags), diags);
    }
    arena_drop(scratch);
    return is_done;
}

static void
report_pages_to_stdout(const writing *w, jb_diags *diags)
{
    arena *scratch = arena_new();
    diag_report(diags, &ASKED_PAGES_TO_STDOUT, SPAN_NONE,
                slice_from(w->format->name),
                slice_printf(scratch, "%zu", w->pages->pages.n));
    arena_drop(scratch);
}

bool
jb_pages_write(jb_engine *e, const jb_pages *p, const char *path,
               const jb_options *options, jb_diags *diags)
{
    const jb_format *format = format_for(path, options, diags);
    if (format == NULL)
        return false;
    writing w = writing_of(p, format, options);
    bool has_many = format->is_one_page_per_file && p->pages.n > 1;
    bool is_done = false;
    if (!has_many)
        is_done = write_sink(&w, 0, sink_to_file(path, diags), diags);
    else if (strcmp(path, "-") == 0)
        report_pages_to_stdout(&w, diags);
    else
        is_done = write_each(&w, path, diags);
    engine_end_stage(e, "write");
    return is_done;
}

static bool
write_slice(void *user, slice bytes)
{
    const jb_writer *to = user;
    return to->write(to->user, bytes.at, bytes.len);
}

bool
jb_pages_write_to(const jb_pages *p, size_t page, const jb_writer *to,
                  const jb_options *options, jb_diags *diags)
{
    const jb_format *format = format_for("-", options, diags);
    if (format == NULL)
        return false;
    writing w = writing_of(p, format, options);
    jb_writer copy = *to;
    jb_sink *sink = sink_to_function(write_slice, &copy);
    return write_sink(&w, format->is_one_page_per_file ? page : 0, sink,
                      diags);
}

/* The file that shows page `i` of `p`. */
static slice
file_of_page(arena *a, const jb_pages *p, const jb_format *format,
             const char *path, size_t i)
{
    bool has_many = format->is_one_page_per_file && p->pages.n > 1;
    return has_many ? numbered(a, slice_from(path), i + 1)
                    : slice_from(path);
}

/* What a page's file shows, read back. */
typedef struct page_proof {
    proof_pixels pixels;
    certificate certificate;
} page_proof;

static bool
page_verify(arena *scratch, const jb_page *page, finished_file *file,
            page_proof *out, jb_diags *diags)
{
    file->bytes = source_bytes_of_file(scratch, file->name.at,
                                       VERIFIED_BYTES_MAX, diags);
    file->size = page->size;
    if (file->bytes.at == NULL ||
        !finished_read(scratch, file, &out->pixels, diags))
        return false;
    out->certificate = certificate_of(scratch, page, &out->pixels);
    return true;
}

/* What the file says besides what it shows: an SVG of its page, a PDF of all
 * its pages at once. */
static void
words_verify(const jb_pages *p, const finished_file *file, certificate *c,
             arena *scratch, jb_diags *diags)
{
    told_faults told = {0};
    if (slice_is(file->format, "svg"))
        told = told_examine(scratch, file->bytes, p,
                            &p->pages.at[file->page]);
    else if (slice_is(file->format, "pdf") && file->page == 0)
        told = described_examine(scratch, file->bytes, p, file->library,
                                 diags);
    for (size_t i = 0; i < told.n; i++)
        ARRAY_PUSH(scratch, &c->faults, told.at[i]);
}

jb_proof
jb_pages_verify(jb_pages *p, const char *path, const jb_options *options,
                bool is_json, jb_diags *diags)
{
    const jb_format *format = format_for(path, options, diags);
    jb_proof none = {NULL, false}, proof = {NULL, true};
    slice_builder text = {.arena = p->arena};
    for (size_t i = 0; format != NULL && i < p->pages.n; i++) {
        arena *scratch = arena_new();
        page_proof found;
        finished_file file = {
            .name = file_of_page(scratch, p, format, path, i),
            .format = slice_from(format->name), .page = i,
            .dpi = options->dpi};
        bool is_read =
            page_verify(scratch, &p->pages.at[i], &file, &found, diags);
        if (is_read) {
            const certificate *c = &found.certificate;
            words_verify(p, &file, &found.certificate, scratch, diags);
            builder_add(&text, is_json ? certificate_json(scratch, c,
                                                          &found.pixels)
                                       : certificate_text(scratch, c,
                                                          &found.pixels));
            proof.is_sound &= c->faults.n == 0;
        }
        arena_drop(scratch);
        if (!is_read)
            return none;
    }
    proof.text = format == NULL ? NULL : builder_slice(&text).at;
    return proof;
}
