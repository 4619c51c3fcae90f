#include "prose/markup.h"

#include "prose/placeholder.h"

typedef enum markup_word {
#define MARKUP(word, name, chinese, target, has_colon, doc) MARKUP_##word,
#include "prose/markup.def"
#undef MARKUP
    MARKUP_COUNT
} markup_word;

static const markup_row ROWS[] = {
#define MARKUP(word, name, chinese, target, has_colon, doc)                  \
    {name, chinese, target, has_colon, doc},
#include "prose/markup.def"
#undef MARKUP
};

size_t
markup_rows(const markup_row **rows)
{
    *rows = ROWS;
    return MARKUP_COUNT;
}

/* Bytes of the colon or point that `text` begins with. */
static size_t
separator_length(slice text, bool is_colon)
{
    if (!is_colon)
        return slice_starts_with(text, SLICE_OF(".")) ? 1 : 0;
    if (slice_starts_with(text, SLICE_OF("：")))
        return strlen("：");
    return slice_starts_with(text, SLICE_OF(":")) ? 1 : 0;
}

/* Bytes of `name` and what sets it off, when `text` begins so. */
static size_t
named_length(slice text, slice name, bool is_colon)
{
    if (!slice_starts_with(text, name))
        return 0;
    slice rest = slice_cut(text, name.len, text.len);
    size_t length = separator_length(rest, is_colon);
    return length == 0 ? 0 : name.len + length;
}

/* The row that `inside` begins with, and where its own text starts. */
static markup_word
word_of(slice inside, size_t *start)
{
    for (size_t i = 0; i < MARKUP_COUNT; i++) {
        *start = named_length(inside, slice_from(ROWS[i].name),
                              ROWS[i].has_colon);
        slice names = slice_from(ROWS[i].chinese);
        while (*start == 0 && names.len > 0) {
            size_t bar = slice_find(names, SLICE_OF("|"));
            *start = named_length(inside, slice_cut(names, 0, bar),
                                  ROWS[i].has_colon);
            names = slice_cut(names, bar + 1, names.len);
        }
        if (*start > 0)
            return (markup_word)i;
    }
    return MARKUP_COUNT;
}

bool
markup_is_note(slice text)
{
    size_t start;
    return word_of(slice_cut(text, 1, text.len), &start) == MARKUP_NOTE;
}

size_t
markup_end(slice text)
{
    if (!markup_is_note(text))
        return slice_find(text, SLICE_OF("}"));
    int depth = 0;
    for (size_t i = 0; i < text.len; i++) {
        depth += (text.at[i] == '{') - (text.at[i] == '}');
        if (depth == 0)
            return i;
    }
    return text.len;
}

/* ── addresses ── */

static const char *const SCHEMES[] = {"https://", "http://", "mailto:"};

static size_t
scheme_length(slice text)
{
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++)
        if (slice_starts_with(text, slice_from(SCHEMES[i])))
            return strlen(SCHEMES[i]);
    return 0;
}

/* ASCII that an address is made of (RFC 3986, appendix A). */
static bool
is_of_url(char c)
{
    return c > ' ' && c < 127 && strchr("\"<>\\^`{}|*", c) == NULL;
}

size_t
markup_url_length(slice text, size_t at)
{
    size_t scheme = scheme_length(slice_cut(text, at, text.len));
    if (scheme == 0 || (at > 0 && is_of_url(text.at[at - 1])))
        return 0;
    size_t end = at + scheme;
    while (end < text.len && is_of_url(text.at[end]))
        end++;
    while (end > at + scheme && strchr(".,;:!?)'", text.at[end - 1]) != NULL)
        end--;
    return end > at + scheme ? end - at : 0;
}

/* ── each kind ── */

static void
read_note(const markup_call *c, slice words, prose_text *out)
{
    size_t first = (size_t)(words.at - c->whole->text.at);
    metrics_text inner = {
        words, metrics_text_within(c->whole, first, first + words.len),
        c->whole->node};
    if (words.len == 0) {
        diag_report(c->writer->diags, &PROSE_NOTE_EMPTY, c->span);
        return;
    }
    prose_text *note = ARENA_NEW(c->writer->arena, prose_text);
    *note = placeholder_fill(c->writer, &inner);
    for (size_t i = 0; i < note->n; i++)
        if (note->at[i].note != NULL) {
            diag_report(c->writer->diags, &PROSE_NOTE_NESTED, c->span);
            return;
        }
    prose_run run = {.note = note, .span = c->span};
    ARRAY_PUSH(c->writer->arena, out, run);
}

static void
read_link(const markup_call *c, slice words, prose_text *out)
{
    size_t bar = slice_find(words, SLICE_OF("|"));
    slice text = slice_trim(slice_cut(words, 0, bar));
    slice uri = bar == words.len
                    ? text
                    : slice_trim(slice_cut(words, bar + 1, words.len));
    prose_run run = {.text = text, .link = uri, .span = c->span};
    if (scheme_length(uri) == 0 || text.len == 0)
        diag_report(c->writer->diags, &PROSE_LINK_BAD, c->span, uri);
    else
        ARRAY_PUSH(c->writer->arena, out, run);
}

/* The digit or sign as Unicode has it raised or lowered; NULL when it
 * has not. */
static const char *
script_character(char c, bool is_raised)
{
    static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴",
                                         "⁵", "⁶", "⁷", "⁸", "⁹"};
    static const char *const lowered[] = {"₀", "₁", "₂", "₃", "₄",
                                          "₅", "₆", "₇", "₈", "₉"};
    if (c >= '0' && c <= '9')
        return is_raised ? raised[c - '0'] : lowered[c - '0'];
    if (c == '+')
        return is_raised ? "⁺" : "₊";
    if (c == '-')
        return is_raised ? "⁻" : "₋";
    return NULL;
}

/* Text is copied and searched as what it means, 10⁸ and not 108, as long as
 * there are characters for it. */
static void
read_script(const markup_call *c, slice words, bool is_raised,
            prose_text *out)
{
    prose_run run = {.text = words, .span = c->span};
    slice_builder b = {.arena = c->writer->arena};
    bool is_whole = words.len > 0;
    for (size_t i = 0; i < words.len && is_whole; i++) {
        const char *one = script_character(words.at[i], is_raised);
        is_whole = one != NULL;
        builder_add_text(&b, one == NULL ? "" : one);
    }
    if (is_whole)
        run.text = builder_slice(&b);
    else
        run.script = is_raised ? 1 : -1;
    if (words.len == 0)
        diag_report(c->writer->diags, &PROSE_EMPTY, c->span);
    else
        ARRAY_PUSH(c->writer->arena, out, run);
}

/* A metric that somebody called 图 is meant before figures are. */
static bool
is_metric(const markup_call *c)
{
    size_t dot = slice_find(c->inside, SLICE_OF("."));
    return metrics_lookup(facts_metrics(c->writer->facts),
                          slice_cut(c->inside, 0, dot)) != SIZE_MAX;
}

bool
markup_read(const markup_call *c, prose_text *out)
{
    size_t start;
    markup_word word = word_of(c->inside, &start);
    if (word == MARKUP_COUNT || (!ROWS[word].has_colon && is_metric(c)))
        return false;
    slice rest = slice_trim(slice_cut(c->inside, start, c->inside.len));
    if (word == MARKUP_NOTE) {
        read_note(c, rest, out);
    } else if (word == MARKUP_LINK) {
        read_link(c, rest, out);
    } else if (word == MARKUP_RAISED || word == MARKUP_LOWERED) {
        read_script(c, rest, word == MARKUP_RAISED, out);
    } else {
        /* Until the document is numbered, words that could stand here. */
        slice words = word == MARKUP_SEE ? SLICE_OF("见上文")
                                         : SLICE_OF("上文");
        prose_run run = {.text = words, .target = ROWS[word].target,
                         .id = rest, .span = c->span};
        ARRAY_PUSH(c->writer->arena, out, run);
    }
    return true;
}
