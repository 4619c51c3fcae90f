/* output: pages and reports to bytes, one file per format, one row per format
 * in formats.def. It replays display lists and knows nothing of how anything
 * was computed. */
#ifndef OUTPUT_OUTPUT_H
#define OUTPUT_OUTPUT_H

#include "display/pages.h"
#include "output/sink.h"

typedef enum format_consumes { FORMAT_PAGES, FORMAT_REPORT } format_consumes;

typedef struct output_options {
    double dpi;            /* pixels per inch of raster formats; default 144 */
    bool is_transparent;   /* no page ground */
    bool has_text;         /* SVG: real <text> instead of outlines */
    bool is_compressed;    /* PDF streams; default true */
} output_options;
#define OUTPUT_OPTIONS ((output_options){.dpi = 144, .is_compressed = true})

/* What one file shows: `count` pages from page `first` on. */
typedef struct output_pages {
    const jb_pages *all;
    size_t first, count;
} output_pages;

typedef struct jb_format {
    const char *name;       /* "pdf" */
    const char *suffixes;   /* "pdf", several with '|' */
    const char *media_type;
    const char *doc;        /* one Chinese sentence */
    format_consumes consumes;
    bool is_one_page_per_file; /* then out-1.png, out-2.png … */
    /* Write them (the first alone when it is one per file). False after an
     * error; failures of the sink are the sink's. */
    bool (*write)(output_pages what, const output_options *options,
                  jb_sink *sink, jb_diags *diags);
} jb_format;

/* The first of them; NULL after an error when there is none. */
const jb_page *output_first_page(output_pages what, jb_diags *diags);

size_t formats_count(void);
const jb_format *format_at(size_t i);
const jb_format *format_lookup(slice name);
/* By the path's suffix; NULL when none fits. */
const jb_format *format_for_path(slice path);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "output/diag.def"
#undef DIAG

#endif
