#include "cli/show.h"

#include "cli/excerpt.h"

/* What a severity is called and looks like. */
typedef struct severity_look {
    const char *word, *json, *counted, *colour;
} severity_look;

static const severity_look looks[] = {
    [JB_NOTE] = {"提示", "note", "%zu条提示", "\033[1;36m"},
    [JB_WARNING] = {"警告", "warning", "%zu个警告", "\033[1;33m"},
    [JB_ERROR] = {"错误", "error", "%zu个错误", "\033[1;31m"},
};

#define BOLD "\033[1m"
#define GREEN "\033[1;32m"
#define PLAIN "\033[0m"

/* `sequence` where colour is wanted. */
static const char *
tint(const show_options *o, const char *sequence)
{
    return o->has_colour ? sequence : "";
}

static void
repeat(FILE *to, char c, size_t n)
{
    for (size_t i = 0; i < n; i++)
        fputc(c, to);
}

/* "   12 |     单位: 亿元元" and the carets below it. An empty line shows
 * nothing. */
static void
show_line(const jb_place *place, const char *colour, const show_options *o)
{
    if (place->n_text == 0)
        return;
    arena *scratch = arena_new();
    slice line = {place->text, place->n_text};
    excerpt e = excerpt_from(scratch, line, place->first, place->last);
    fprintf(o->to, "%5zu | %.*s\n", place->line, SLICE_ARGS(e.text));
    fputs("      | ", o->to);
    repeat(o->to, ' ', e.n_before);
    fputs(tint(o, colour), o->to);
    repeat(o->to, '^', e.n_carets);
    fprintf(o->to, "%s\n", tint(o, PLAIN));
    arena_drop(scratch);
}

static void
show_place(const jb_place *place, const show_options *o)
{
    fprintf(o->to, "%s%s:", tint(o, BOLD), place->file);
    if (place->cell[0] != '\0')
        fprintf(o->to, "%s:%s ", place->cell, tint(o, PLAIN));
    else
        fprintf(o->to, "%zu:%zu:%s ", place->line, place->column,
                tint(o, PLAIN));
}

static void
show_finding(const jb_finding *f, const show_options *o)
{
    const severity_look *look = &looks[f->severity];
    if (f->place.file != NULL)
        show_place(&f->place, o);
    else
        fputs("jianbao: ", o->to);
    fprintf(o->to, "%s%s:%s %s\n", tint(o, look->colour), look->word,
            tint(o, PLAIN), f->message);
    if (f->place.file != NULL)
        show_line(&f->place, look->colour, o);
    if (f->hint[0] != '\0')
        fprintf(o->to, "      %s建议：%s%s\n", tint(o, GREEN), tint(o, PLAIN),
                f->hint);
    if (f->related.file == NULL)
        return;
    show_place(&f->related, o);
    fprintf(o->to, "%s\n", f->related_note[0] == '\0' ? "另一处在这里"
                                                      : f->related_note);
    show_line(&f->related, GREEN, o);
}

/* "2个错误、1个警告" */
static void
show_counts(const jb_diags *diags, const show_options *o)
{
    const char *between = "";
    for (int s = JB_ERROR; s >= (int)JB_NOTE; s--) {
        size_t n = jb_diags_count_of(diags, (jb_severity)s);
        if (n == 0)
            continue;
        fputs(between, o->to);
        fprintf(o->to, looks[s].counted, n);
        between = "、";
    }
    if (between[0] != '\0')
        fputc('\n', o->to);
}

static void
show_json_text(FILE *to, const char *text, size_t n)
{
    fputc('"', to);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\')
            fprintf(to, "\\%c", c);
        else if (c < 0x20)
            fprintf(to, "\\u%04x", c);
        else
            fputc(c, to);
    }
    fputc('"', to);
}

static void
show_json_place(const jb_place *place, FILE *to)
{
    fputs("\"file\": ", to);
    show_json_text(to, place->file, strlen(place->file));
    fprintf(to, ", \"line\": %zu, \"column\": %zu", place->line,
            place->column);
    fprintf(to, ", \"endLine\": %zu, \"endColumn\": %zu", place->end_line,
            place->end_column);
    if (place->cell[0] != '\0')
        fprintf(to, ", \"cell\": \"%s\"", place->cell);
}

static void
show_json(const jb_finding *f, FILE *to)
{
    fprintf(to, "{\"severity\": \"%s\", \"code\": \"%s\"",
            looks[f->severity].json, f->code);
    if (f->place.file != NULL) {
        fputs(", ", to);
        show_json_place(&f->place, to);
    }
    fputs(", \"message\": ", to);
    show_json_text(to, f->message, strlen(f->message));
    fputs(", \"hint\": ", to);
    show_json_text(to, f->hint, strlen(f->hint));
    if (f->related.file != NULL) {
        fputs(", \"related\": {", to);
        show_json_place(&f->related, to);
        fputs(", \"message\": ", to);
        show_json_text(to, f->related_note, strlen(f->related_note));
        fputc('}', to);
    }
    fputc('}', to);
}

static void
show_all_json(const jb_diags *diags, const show_options *o)
{
    const char *between = "\n";
    fputs("{\"diagnostics\": [", o->to);
    for (size_t i = 0; i < jb_diags_count(diags); i++) {
        jb_finding f = jb_diags_at(diags, i);
        if (o->is_quiet && f.severity != JB_ERROR)
            continue;
        fputs(between, o->to);
        show_json(&f, o->to);
        between = ",\n";
    }
    fprintf(o->to, "],\n\"errors\": %zu, \"warnings\": %zu, \"notes\": %zu}\n",
            jb_diags_count_of(diags, JB_ERROR),
            jb_diags_count_of(diags, JB_WARNING),
            jb_diags_count_of(diags, JB_NOTE));
}

void
show_findings(jb_diags *diags, const show_options *o)
{
    jb_diags_sort(diags);
    if (o->is_json) {
        show_all_json(diags, o);
        return;
    }
    for (size_t i = 0; i < jb_diags_count(diags); i++) {
        jb_finding f = jb_diags_at(diags, i);
        if (!o->is_quiet || f.severity == JB_ERROR)
            show_finding(&f, o);
    }
    if (!o->is_quiet)
        show_counts(diags, o);
}
