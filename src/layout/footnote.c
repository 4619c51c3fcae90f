/* Notes at the foot of the page: composed with the line that holds their mark,
 * numbered when the pages are known. */
#include "layout/compose.h"
#include "prose/number.h"

bool
footnote_is_at_foot(const composer *c)
{
    return c->has_foot_notes;
}

slice
footnote_mark(const composer *c, const report_inline *run)
{
    int number =
        run->mention > 0 ? c->mentions[run->mention].number : 0;
    return number == 0 ? run->note_mark : number_circled(c->arena, number);
}

slice
footnote_mark_id(const composer *c, size_t mention)
{
    return slice_printf(c->arena, "mark-%zu", mention);
}

/* Notes at the end have the number of the note, those at the foot that of the
 * mark that brought them there. */
slice
footnote_note_id(const composer *c, const report_inline *run)
{
    if (!footnote_is_at_foot(c))
        return slice_printf(c->arena, "note-%zu", run->note);
    return slice_printf(c->arena, "note-%zu",
                        c->mentions[run->mention].carrier);
}

/* ── composing ── */

/* The note that `mention` calls, its own mark before it. */
static report_text
note_text(const composer *c, size_t note, size_t mention)
{
    const report_text *words = report_note_at(c->report, note - 1);
    report_text text = {
        ARENA_ARRAY(c->arena, words->n + 1, report_inline), words->n + 1};
    int number = c->mentions[mention].number;
    number = number > 0 ? number : (int)note;
    text.runs[0].text = number_circled(c->arena, number);
    text.runs[0].link =
        slice_join(c->arena, SLICE_OF("#"), footnote_mark_id(c, mention));
    memcpy(text.runs + 1, words->runs, words->n * sizeof *words->runs);
    return text;
}

/* The section that the mark stands in: no table or list may hold a note. */
static const layout_element *
section_of(const layout_element *e)
{
    while (e != NULL && e->role != ROLE_SECTION)
        e = e->parent;
    return e;
}

/* Lines across the whole type area, on a galley of their own. */
static const layout_note *
compose_note(composer *c, size_t note, size_t mention)
{
    const style_text *look = compose_look(c, "footnote");
    composer own = *c;
    layout_galley lines = {0};
    layout_note *made = ARENA_NEW(c->arena, layout_note);
    report_text text = note_text(c, note, mention);
    own.galley = &lines;
    own.frame = NULL;
    own.region = NULL;
    own.element = section_of(c->element);
    own.x = c->page->left;
    own.measure = style_measure(c->style);
    layout_box *head = compose_text(&own, &text, look, ROLE_NOTE);
    c->n_elements = own.n_elements;
    if (head != NULL)
        head->anchor = slice_printf(c->arena, "note-%zu", mention);
    *made = (layout_note){.note = note,
                          .mention = mention,
                          .lines = lines.boxes.at,
                          .n = lines.boxes.n,
                          .leading = look->leading,
                          .tail = look->leading - look->size};
    return made;
}

void
footnote_attach(composer *c, layout_box *box, const text_line *line)
{
    for (size_t i = 0; i < line->n_linked; i++) {
        size_t mention = line->linked[i].tag;
        if (mention == 0 || !footnote_is_at_foot(c))
            continue;
        size_t note = report_noted(c->report, mention);
        bool is_again = c->page->note_numbers == NOTES_BY_DOCUMENT &&
                        c->is_noted[note];
        c->is_noted[note] = true;
        ARRAY_PUSH(c->arena, &box->mentions, mention);
        if (!is_again)
            ARRAY_PUSH(c->arena, &box->notes,
                       compose_note(c, note, mention));
    }
}

/* ── before they are composed ── */

static jb_len
note_height(composer *c, size_t note, size_t mention)
{
    const style_text *look = compose_look(c, "footnote");
    if (c->note_heights[note] == 0) {
        report_text text = note_text(c, note, mention);
        jb_paragraph *p = set_text(c, &text, look, style_measure(c->style));
        c->note_heights[note] = (jb_len)p->n_lines * look->leading;
    }
    return c->note_heights[note];
}

jb_len
footnote_height(composer *c, const text_line *const *lines, size_t n)
{
    size_t count = report_notes_count(c->report) + 1;
    bool *is_called = ARENA_ARRAY(c->arena, count, bool);
    const style_text *look = compose_look(c, "footnote");
    jb_len height = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < lines[i]->n_linked; k++) {
            size_t mention = lines[i]->linked[k].tag;
            size_t note =
                mention == 0 ? 0 : report_noted(c->report, mention);
            if (note == 0 || is_called[note])
                continue;
            is_called[note] = true;
            height += note_height(c, note, mention);
        }
    return height == 0 ? 0
                       : height - (look->leading - look->size) +
                             c->page->note_gap;
}

/* ── numbering ── */

typedef struct noting {
    composer *c;
    int *numbers;     /* by note, from 1; 0: not yet */
    size_t *carriers; /* the same */
    int n;
    bool has_changed;
} noting;

static void
number_mention(noting *n, size_t mention)
{
    size_t note = report_noted(n->c->report, mention);
    compose_mention *m = &n->c->mentions[mention];
    if (n->numbers[note] == 0) {
        n->numbers[note] = ++n->n;
        n->carriers[note] = mention;
    }
    n->has_changed |= m->number != n->numbers[note] ||
                      m->carrier != n->carriers[note];
    m->number = n->numbers[note];
    m->carrier = n->carriers[note];
}

bool
footnote_number(composer *c, const layout_plan *plan)
{
    size_t notes = report_notes_count(c->report) + 1, page = 0;
    noting n = {.c = c,
                .numbers = ARENA_ARRAY(c->arena, notes, int),
                .carriers = ARENA_ARRAY(c->arena, notes, size_t)};
    for (size_t i = 0; i < plan->n; i++) {
        const layout_placed *placed = &plan->placed[i];
        if (placed->page != page &&
            c->page->note_numbers == NOTES_BY_PAGE) {
            memset(n.numbers, 0, notes * sizeof *n.numbers);
            n.n = 0;
        }
        page = placed->page;
        for (size_t k = 0; k < placed->box->mentions.n; k++)
            number_mention(&n, placed->box->mentions.at[k]);
    }
    return n.has_changed;
}
