/* jianbao: from a metrics file to a finished Chinese briefing. This is the
 * whole public interface: what it needs of the rooms below it is hidden
 * behind opaque types, and no other header has to be installed.
 *
 *     jb_diags *diags = jb_diags_new();
 *     jb_engine *engine = jb_engine_new("/usr/share/jianbao");
 *     jb_source *source = jb_source_from_file("metrics.yaml", diags);
 *     if (source != NULL)
 *         jb_render(engine, source, "briefing.pdf", &JB_OPTIONS, diags);
 *     for (size_t i = 0; i < jb_diags_count(diags); i++)
 *         puts(jb_diags_at(diags, i).message);
 *     jb_source_drop(source);
 *     jb_engine_drop(engine);
 *     jb_diags_drop(diags);
 *
 * Ownership. `new` and `from` give something that the caller drops; every
 * `drop` takes NULL. All else is borrowed until its owner is dropped. A later
 * stage borrows from the earlier ones it was made of, so drop in the opposite
 * order of making; findings point into sources, so look at them before the
 * source is dropped.
 *
 * Errors. A call that can fail because of the input or the machine takes
 * `diags` last, returns NULL or false, and has then added at least one error.
 * Nothing is printed, no process is ended, and no state is kept between
 * calls. When memory is exhausted the process aborts.
 *
 * Text is UTF-8 ending in NUL. Lengths are points (1/72 inch) unless said
 * otherwise. One engine serves one thread at a time; engines are independent.
 * The same input gives the same bytes on every machine that has the same
 * fonts. */
#ifndef JIANBAO_H
#define JIANBAO_H

#include <stdbool.h>
#include <stddef.h>

#define JB_API __attribute__((visibility("default")))

typedef struct jb_engine jb_engine;     /* layouts, fonts, caches */
typedef struct jb_source jb_source;     /* the bytes of one input */
typedef struct jb_briefing jb_briefing; /* what the input says, in words */
typedef struct jb_pages jb_pages;       /* finished pages */
typedef struct jb_diags jb_diags;       /* what was found on the way */

/* "1.2.3", the version of the library. */
JB_API const char *jb_version(void);

/* ---- findings ---------------------------------------------------------- */

typedef enum jb_severity {
    JB_NOTE,    /* worth knowing: what was substituted or normalised */
    JB_WARNING, /* probably a mistake; output is made */
    JB_ERROR,   /* no output is made */
} jb_severity;

/* Whose turn it is: the exit status of the program. */
typedef enum jb_result {
    JB_DONE = 0,          /* no errors */
    JB_INPUT_WRONG = 1,   /* the metrics file or the layout has errors */
    JB_REQUEST_WRONG = 2, /* what was asked for does not exist */
    JB_SYSTEM_FAILED = 3, /* reading, writing, or a missing font */
} jb_result;

/* Where in a source; lines and characters count from 1, `end_column` is the
 * column behind the last character. `file` NULL: no place. */
typedef struct jb_place {
    const char *file;
    size_t line, column, end_line, end_column;
    const char *text; /* the line at `line`: `n_text` bytes, without its end */
    size_t n_text;
    size_t first, last; /* bytes of `text` that are meant */
    char cell[16]; /* of a workbook: E5; else empty */
} jb_place;

typedef struct jb_finding {
    jb_severity severity;
    const char *code;    /* stable name, e.g. "METRICS_UNIT_UNKNOWN" */
    const char *message; /* what is wrong and what was done, in Chinese */
    const char *hint;    /* what to do; may be empty */
    jb_place place;
    jb_place related;    /* the other side of a contradiction */
    const char *related_note;
} jb_finding;

JB_API jb_diags *jb_diags_new(void);
JB_API void jb_diags_drop(jb_diags *d);
/* Put findings in the order of their places, and drop exact repeats. */
JB_API void jb_diags_sort(jb_diags *d);
JB_API size_t jb_diags_count(const jb_diags *d);
JB_API size_t jb_diags_count_of(const jb_diags *d, jb_severity severity);
/* Finding `i`. Its texts live as long as `d` and the sources. */
JB_API jb_finding jb_diags_at(const jb_diags *d, size_t i);
/* JB_DONE without errors, else the greatest of their kinds. */
JB_API jb_result jb_diags_result(const jb_diags *d);

/* ---- engine and sources ------------------------------------------------ */

/* `directory` holds `layouts/` and `fonts/`; nothing is read until it is
 * needed. */
JB_API jb_engine *jb_engine_new(const char *directory);
JB_API void jb_engine_drop(jb_engine *e);

/* Call `watch` whenever a stage has ended, with its name ("metrics",
 * "facts", … "write"). For measuring; it must not call back. */
JB_API void jb_engine_watch(jb_engine *e,
                            void (*watch)(void *user, const char *stage),
                            void *user);

/* A file, a sheet of a workbook ("FILE.xlsx!SHEET"), or standard input for
 * "-". At most 16 MiB. */
JB_API jb_source *jb_source_from_file(const char *path, jb_diags *diags);
/* A copy of `n` bytes; `name` is shown with findings. */
JB_API jb_source *jb_source_from_bytes(const char *name, const void *bytes,
                                       size_t n);
JB_API void jb_source_drop(jb_source *s);

/* ---- bare text --------------------------------------------------------- */

/* Hold the figures and the wording of a Chinese text against each other:
 * sums, growth, doubling, forecasts, units, dates, names. False after
 * errors; on clean text it reports nothing. */
JB_API bool jb_proofread(const jb_source *s, jb_diags *diags);

/* A draft metrics file from a Chinese report, for a person to correct: each
 * figure with its name, unit, qualifiers, growth, rank and sentence, and a
 * list of what could not be placed. Written to `path`, "-" for standard
 * output. False after errors. */
JB_API bool jb_extract(const jb_source *s, const char *path,
                       jb_diags *diags);

/* ---- the stages -------------------------------------------------------- */

/* Read, derive and word. NULL when the metrics could not be read; when only
 * a later step failed the briefing can still be dumped, and pages cannot be
 * made of it. Borrows `s`. */
JB_API jb_briefing *jb_briefing_from_source(jb_engine *e, const jb_source *s,
                                            jb_diags *diags);
JB_API void jb_briefing_drop(jb_briefing *b);

/* The names of the file's charts in their order; NULL behind the last. */
JB_API const char *jb_briefing_chart_at(const jb_briefing *b, size_t i);

/* Every page in a layout: a name in `layouts/`, a path to a file, or NULL for
 * what the briefing itself asks for, else "briefing". In the colours of a
 * theme: a name in `layouts/themes/`, a path, or NULL for what the briefing
 * asks for, else the layout. Borrows from `e` and `b`. */
JB_API jb_pages *jb_pages_from_briefing(jb_engine *e, const jb_briefing *b,
                                        const char *layout,
                                        const char *theme, jb_diags *diags);

/* Both steps at once, sooner: the prose is checked while the pages are set.
 * NULL after errors. Borrows from `e`. */
JB_API jb_pages *jb_pages_from_source(jb_engine *e, const jb_source *s,
                                      const char *layout, const char *theme,
                                      jb_diags *diags);

/* One page that is one chart, or several of a chart too long for one. */
typedef struct jb_chart_options {
    const char *layout; /* whose colours and type sizes; as above */
    const char *theme;  /* as above */
    double width, height;
    bool is_transparent; /* no ground */
    double dpi; /* that pixels are counted by; 0: advice counts millimetres */
    double dpi_usual; /* more than dpi: it was lowered, which is told; or 0 */
} jb_chart_options;
#define JB_CHART_OPTIONS                                                     \
    ((jb_chart_options){.width = 800, .height = 450})

/* `id` is the chart's name in the file; NULL where it has only one. Errors in
 * its other charts, which `diags` got when the briefing was made, become
 * warnings: they do not hold up this one. */
JB_API jb_pages *jb_pages_from_chart(jb_engine *e, const jb_briefing *b,
                                     const char *id,
                                     const jb_chart_options *options,
                                     jb_diags *diags);

/* From options->dpi down to `least`, the most dots an inch at which the chart
 * stands whole in as many dots as options->width and height are at
 * options->dpi. When there is none, small pictures take `least`, others, and
 * charts with errors, options->dpi. */
JB_API double jb_chart_dpi(jb_engine *e, const jb_briefing *b, const char *id,
                           const jb_chart_options *options, double least);

/* The figures that chart draws, one mark a row, as CSV for a spreadsheet.
 * False after errors. */
JB_API bool jb_chart_write_sheet(const jb_briefing *b, const char *id,
                                 const char *path, jb_diags *diags);

JB_API size_t jb_pages_count(const jb_pages *p);
JB_API void jb_pages_extent(const jb_pages *p, size_t page, double *width,
                            double *height);
JB_API void jb_pages_drop(jb_pages *p);

/* What a typographer would measure on the pages, from what was drawn: room
 * and squeeze of each line, prohibited starts and ends, parted figures, lone
 * characters, and with `has_gongwen` the dimensions of GB/T 9704-2012.
 * Belongs to `p`. */
typedef struct jb_proof {
    const char *text;
    bool is_sound; /* no hard rule is broken */
} jb_proof;
JB_API jb_proof jb_pages_inspect(jb_pages *p, bool has_gongwen,
                                 bool is_json);

/* The same of a finished PDF file, ours or anybody's, read back by Poppler;
 * official documents are known by their looks. Text NULL after errors;
 * belongs to `e`. */
JB_API jb_proof jb_file_inspect(jb_engine *e, const char *path,
                                bool has_gongwen, bool is_json,
                                jb_diags *diags);

/* ---- writing ----------------------------------------------------------- */

typedef struct jb_options {
    const char *layout;  /* for jb_render; as above */
    const char *theme;   /* for jb_render; as above */
    const char *format;  /* a name of JB_LIST_FORMATS; NULL: by the suffix */
    double dpi;          /* pixels per inch of pictures */
    bool is_transparent; /* pictures without ground */
    bool has_text;       /* SVG: characters instead of outlines */
} jb_options;
#define JB_OPTIONS ((jb_options){.dpi = 144})

/* Write to a file, or to standard output for "-". Formats of one page a file
 * name several pages OUT-1.png, OUT-2.png …. Each file appears under its name
 * only when it is complete. */
JB_API bool jb_pages_write(jb_engine *e, const jb_pages *p, const char *path,
                           const jb_options *options, jb_diags *diags);

/* Read a chart back that jb_pages_write has written as PNG, SVG or PDF with
 * these options, and measure it: each bar against its figure, each label
 * against the figure rounded and against the ink that is there, overlaps,
 * white between texts, contrast; of SVG also what it says to those who cannot
 * see it. Text NULL after errors; belongs to `p`. */
JB_API jb_proof jb_pages_verify(jb_pages *p, const char *path,
                                const jb_options *options, bool is_json,
                                jb_diags *diags);

/* Takes bytes; `write` returns false on failure. */
typedef struct jb_writer {
    bool (*write)(void *user, const void *bytes, size_t n);
    void *user;
} jb_writer;

/* Give the bytes of one file to `to`. `page` counts from 0 and matters for
 * formats of one page a file only. The format must be named. */
JB_API bool jb_pages_write_to(const jb_pages *p, size_t page,
                              const jb_writer *to, const jb_options *options,
                              jb_diags *diags);

/* All stages in one call: a metrics file to a finished briefing. */
JB_API bool jb_render(jb_engine *e, const jb_source *s, const char *path,
                      const jb_options *options, jb_diags *diags);

/* ---- looking inside ---------------------------------------------------- */

/* The JSON Schema of metrics files, from the reader's own table. Belongs to
 * `e`. */
JB_API const char *jb_schema(jb_engine *e);

/* Stable text of a stage: "metrics", "facts", "report"; NULL when the
 * briefing did not get that far. Belongs to `b`. */
JB_API const char *jb_briefing_dump(jb_briefing *b, const char *stage);
/* What is drawn on the pages, in drawing order. Belongs to `p`. */
JB_API const char *jb_pages_dump(jb_pages *p);

/* Setting plain text on its own, to compare with other engines. Lengths in
 * points, `indent` and `gap` in em. Names may be NULL for the default. */
typedef struct jb_typeset_options {
    const char *role;         /* a font role: song */
    double size, measure;
    const char *prohibitions; /* none, basic, gb, strict */
    const char *marks;        /* quanjiao, kaiming, banjiao */
    const char *names;        /* of persons: free, avoid, keep */
    const char *titles;       /* in 《》: free, words, keep */
    double gap, indent;
    bool hangs_marks;
    bool normalises; /* half-width marks between Han become full width */
} jb_typeset_options;
#define JB_TYPESET_OPTIONS                                                   \
    ((jb_typeset_options){.size = 16, .measure = 448, .gap = 0.25,           \
                          .indent = 2, .normalises = true})

/* One line of JSON for each line of the source, which is one paragraph:
 * {"lines":[{"text":…,"width":…,"glyphs":[{"text":…,"x":…,"advance":…}]}]}.
 * Belongs to `e`; NULL after errors. */
JB_API const char *jb_typeset(jb_engine *e, const jb_source *source,
                              const jb_typeset_options *options,
                              jb_diags *diags);

typedef enum jb_list {
    JB_LIST_LAYOUTS,
    JB_LIST_THEMES,
    JB_LIST_CHARTS,
    JB_LIST_FONTS,
    JB_LIST_FORMATS,
    JB_LIST_PLACEHOLDERS,
    JB_LIST_OPTIONS,
    JB_LIST_FINDINGS,
    JB_LIST_COUNT
} jb_list;

/* One thing that can be named: a chart kind, a format, …. Members but the
 * first may be empty. */
typedef struct jb_entry {
    const char *name;
    const char *also;  /* its Chinese name, its suffixes, its face */
    const char *doc;   /* one Chinese sentence */
    const char *where; /* the file it is in */
} jb_entry;

/* What the list is of, e.g. {"charts", "图表", "…"}. */
JB_API jb_entry jb_list_about(jb_list list);
/* The entries, `*n` of them, in a stable order; NULL after an error. They
 * belong to `e`. */
JB_API const jb_entry *jb_list_entries(jb_engine *e, jb_list list, size_t *n,
                                       jb_diags *diags);

#endif
