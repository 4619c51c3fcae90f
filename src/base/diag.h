/* diag: the mechanism of diagnostics: rows that rooms own, and a list of
 * what was found, each with place, message and what to do. It knows no
 * particular message beyond those of reading a source, and prints nothing. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/source.h"

typedef enum diag_severity {
    DIAG_NOTE,    /* worth knowing: what was substituted or normalised */
    DIAG_WARNING, /* probably a mistake; output is made */
    DIAG_ERROR,   /* the input is wrong; no output is made */
    DIAG_SEVERITY_COUNT
} diag_severity;

/* One row of a room's diag.def. In `message` and `hint`, {0} … {7} stand for
 * the arguments of the call that reports it. Both are Chinese sentences: the
 * message says what is wrong and what was done, the hint what to do. */
typedef struct diag_kind {
    const char *code; /* e.g. "METRICS_UNIT_UNKNOWN" */
    diag_severity severity;
    const char *message;
    const char *hint; /* may be empty, never NULL */
} diag_kind;

typedef struct jb_diag {
    const diag_kind *kind;
    diag_severity severity;
    jb_span span; /* source NULL: no place */
    slice message, hint;
    jb_span related;    /* the other side of a contradiction, or none */
    slice related_note; /* e.g. 合计在这里 */
} jb_diag;

jb_diags *diags_new(void);
void diags_drop(jb_diags *d);

/* Keep a source that no caller knows of as long as findings may point into
 * it. */
void diags_hold(jb_diags *d, jb_source *s);

/* Add all findings of `from`, which then belongs to `d`. */
void diags_take(jb_diags *d, jb_diags *from);

/* Report one finding; `n` arguments fill {0}…. Text is copied. */
void diags_add(jb_diags *d, const diag_kind *kind, jb_span span,
               const slice *args, size_t n);

/* Attach the other side to the finding added last. */
void diags_relate(jb_diags *d, jb_span related, slice note);

/* diag_report(d, &KIND, span, slice, slice…): 0 to 8 slices. */
#define diag_report(d, kind, span, ...)                                      \
    diags_add((d), (kind), (span),                                           \
              &((const slice[]){{NULL, 0}, ##__VA_ARGS__})[1],               \
              sizeof((const slice[]){{NULL, 0}, ##__VA_ARGS__}) /            \
                      sizeof(slice) - 1)

/* Someone has seen finding `i` and answers for it: it is a note from now on,
 * and the hint says so. */
void diags_settle(jb_diags *d, size_t i, slice hint);
/* Finding `i` does not hold up the work: a warning rather than an error. */
void diags_soften(jb_diags *d, size_t i);

size_t diags_count(const jb_diags *d);
const jb_diag *diags_at(const jb_diags *d, size_t i);
/* Number of findings of exactly this severity. */
size_t diags_count_of(const jb_diags *d, diag_severity severity);
bool diags_has_errors(const jb_diags *d);

/* Order by source, place and severity, stably, and remove exact repeats:
 * what the CLI shows. Relations stay with their findings. */
void diags_sort(jb_diags *d);

/* A room declares its rows in its header and defines them in one source file:
 *   #define DIAG(name, severity, message, hint) extern const diag_kind name;
 *   #include "metrics/diag.def"
 * with DIAG_DECLARE / DIAG_DEFINE below. */
#define DIAG_DECLARE(name) extern const diag_kind name;
#define DIAG_DEFINE(name, severity, message, hint)                           \
    const diag_kind name = {#name, severity, message, hint};

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "base/diag.def"
#undef DIAG

#endif
