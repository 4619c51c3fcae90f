/* Findings as the caller sees them: places in lines and characters, and
 * whose turn it is. */
#include <assert.h>

#include "engine.h"
#include "font/font.h"
#include "output/output.h"
#include "proof/finished.h"

static_assert((int)JB_NOTE == (int)DIAG_NOTE &&
                  (int)JB_WARNING == (int)DIAG_WARNING &&
                  (int)JB_ERROR == (int)DIAG_ERROR,
              "the public severities are the internal ones");

/* The machine's: what cannot be read or written, and the installation. A row
 * that is also the caller's counts as the caller's. */
static const diag_kind *const of_system[] = {
    &SOURCE_UNREADABLE,
    &DIRECTORY_WITHOUT_LAYOUTS,
#define DIAG(name, severity, message, hint) &name,
#include "font/diag.def"
#include "output/diag.def"
#include "proof/diag.def"
#undef DIAG
};

/* The caller's: names that do not exist. */
static const diag_kind *const of_request[] = {
    &ASKED_LAYOUT_UNKNOWN,  &ASKED_CHART_UNKNOWN,   &ASKED_CHART_NONE,
    &ASKED_FORMAT_UNKNOWN, &ASKED_PAGES_TO_STDOUT, &OUTPUT_TOO_MANY_PIXELS,
    &OUTPUT_RESOLUTION_BAD, &ASKED_ROLE_UNKNOWN,    &ASKED_THEME_UNKNOWN,
    &ASKED_CHART_WHICH,
};

/* Of what the system reads, what is wrong with the file itself. */
static const diag_kind *const of_input[] = {
    &PROOF_PDF_DAMAGED, &PROOF_PDF_LOCKED, &PROOF_PDF_WORDLESS,
    &PROOF_PDF_LONG,
};

static bool
is_among(const diag_kind *kind, const diag_kind *const *kinds, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (kinds[i] == kind)
            return true;
    return false;
}

#define IS_AMONG(kind, kinds)                                                \
    is_among((kind), (kinds), sizeof(kinds) / sizeof *(kinds))

static jb_result
result_of(const diag_kind *kind)
{
    if (IS_AMONG(kind, of_request))
        return JB_REQUEST_WRONG;
    if (IS_AMONG(kind, of_input))
        return JB_INPUT_WRONG;
    return IS_AMONG(kind, of_system) ? JB_SYSTEM_FAILED : JB_INPUT_WRONG;
}

jb_result
jb_diags_result(const jb_diags *d)
{
    jb_result worst = JB_DONE;
    for (size_t i = 0; i < diags_count(d); i++) {
        const jb_diag *found = diags_at(d, i);
        if (found->severity != DIAG_ERROR)
            continue;
        jb_result result = result_of(found->kind);
        if (result > worst)
            worst = result;
    }
    return worst;
}

jb_diags *
jb_diags_new(void)
{
    return diags_new();
}

void
jb_diags_drop(jb_diags *d)
{
    diags_drop(d);
}

void
jb_diags_sort(jb_diags *d)
{
    diags_sort(d);
}

size_t
jb_diags_count(const jb_diags *d)
{
    return diags_count(d);
}

size_t
jb_diags_count_of(const jb_diags *d, jb_severity severity)
{
    return diags_count_of(d, (diag_severity)severity);
}

static size_t
at_most(size_t a, size_t most)
{
    return a < most ? a : most;
}

static void
name_cell(jb_place *place, jb_span span)
{
    arena *scratch = arena_new();
    slice cell = source_cell(scratch, span.source, span.first);
    memcpy(place->cell, cell.at, at_most(cell.len, sizeof place->cell - 1));
    arena_drop(scratch);
}

static jb_place
place_of(jb_span span)
{
    if (span.source == NULL)
        return (jb_place){0};
    source_place from = source_place_of(span.source, span.first);
    source_place to = source_place_of(span.source, span.last);
    slice line = source_line(span.source, from.line);
    size_t start = source_line_start(span.source, from.line);
    jb_place place = {
        .file = source_name(span.source).at,
        .line = from.line,
        .column = from.column,
        .end_line = to.line,
        .end_column = to.column,
        .text = line.at,
        .n_text = line.len,
        .first = at_most(span.first - start, line.len),
        .last = at_most(span.last - start, line.len),
    };
    if (source_is_table(span.source))
        name_cell(&place, span);
    return place;
}

jb_finding
jb_diags_at(const jb_diags *d, size_t i)
{
    const jb_diag *found = diags_at(d, i);
    return (jb_finding){
        .severity = (jb_severity)found->severity,
        .code = found->kind->code,
        .message = found->message.at,
        .hint = found->hint.at == NULL ? "" : found->hint.at,
        .place = place_of(found->span),
        .related = place_of(found->related),
        .related_note =
            found->related_note.at == NULL ? "" : found->related_note.at,
    };
}
