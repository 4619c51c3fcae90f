#include "layout/fill_notes.h"

/* Of a note that is parted, so many lines at least on either side. */
#define LEAST_LINES 2

static jb_len
lines_height(const filled_note *at, size_t n)
{
    jb_len height = 0;
    for (size_t i = 0; i < n; i++)
        height += (jb_len)(at[i].last - at[i].first) * at[i].note->leading;
    return n == 0 ? 0 : height - at[n - 1].note->tail;
}

static jb_len
with_gap(const filler *f, jb_len height)
{
    return height == 0 ? 0 : height + f->page->note_gap;
}

jb_len
fill_notes_height(const filler *f)
{
    return with_gap(f, lines_height(f->notes.at, f->notes.n));
}

jb_len
fill_notes_wanted(const filler *f)
{
    jb_len carried = lines_height(f->carried.at, f->carried.n);
    return fill_notes_height(f) + carried;
}

static bool
is_there(const filler *f, const layout_note *note)
{
    for (size_t i = 0; i < f->notes.n; i++)
        if (f->notes.at[i].note->note == note->note)
            return true;
    return false;
}

/* Whether a note of boxes first … end-1 is called before box `i`'s n-th. */
static bool
is_called_before(const filler *f, size_t first, size_t i, size_t n)
{
    const layout_box *boxes = f->galley->boxes.at;
    size_t wanted = boxes[i].notes.at[n]->note;
    for (size_t b = first; b <= i; b++)
        for (size_t k = 0; k < (b == i ? n : boxes[b].notes.n); k++)
            if (boxes[b].notes.at[k]->note == wanted)
                return true;
    return false;
}

jb_len
fill_notes_with(const filler *f, size_t first, size_t end)
{
    jb_len height = 0, tail = 0;
    for (size_t i = first; i < end; i++) {
        const layout_box *box = &f->galley->boxes.at[i];
        for (size_t n = 0; n < box->notes.n; n++) {
            const layout_note *note = box->notes.at[n];
            if (is_there(f, note) || is_called_before(f, first, i, n))
                continue;
            height += (jb_len)note->n * note->leading;
            tail = note->tail;
        }
    }
    if (height == 0)
        return fill_notes_height(f);
    if (f->notes.n > 0)
        height += lines_height(f->notes.at, f->notes.n) +
                  ARRAY_LAST(&f->notes)->note->tail;
    return with_gap(f, height - tail);
}

/* How many of `left` lines go into `room`, which the white over the first
 * note has left; none or all rather than a line alone. */
static size_t
lines_within(const layout_note *note, size_t left, jb_len room)
{
    if (room < note->leading - note->tail)
        return 0;
    size_t n = (size_t)((room + note->tail) / note->leading);
    if (n >= left)
        return left;
    if (left - n < LEAST_LINES)
        n = left > LEAST_LINES ? left - LEAST_LINES : 0;
    return n < LEAST_LINES ? 0 : n;
}

/* As much of the note as there is room for; the rest is carried. */
static void
add_part(filler *f, filled_note part, jb_len room)
{
    size_t left = part.last - part.first;
    size_t n = f->carried.n > 0 ? 0 : lines_within(part.note, left, room);
    filled_note here = part, rest = part;
    here.last = rest.first = part.first + n;
    /* One without a line here is on the page all the same: its mark is. */
    ARRAY_PUSH(f->arena, &f->notes, here);
    if (n < left)
        ARRAY_PUSH(f->arena, &f->carried, rest);
}

static jb_len
room_for(const filler *f)
{
    jb_len used = fill_notes_height(f);
    jb_len text = len_max(f->text_foot, f->y);
    if (used == 0)
        used = f->page->note_gap;
    else
        used += ARRAY_LAST(&f->notes)->note->tail;
    return f->page_limit - text - used;
}

void
fill_notes_add(filler *f, const layout_box *box)
{
    for (size_t n = 0; n < box->notes.n; n++) {
        const layout_note *note = box->notes.at[n];
        if (!is_there(f, note))
            add_part(f, (filled_note){note, 0, note->n}, room_for(f));
    }
}

/* Half the page at most, so that the text gets on. */
void
fill_notes_carry(filler *f)
{
    ARRAY(filled_note) carried = {f->carried.at, f->carried.n,
                                  f->carried.cap};
    f->notes.n = 0;
    f->carried.at = NULL;
    f->carried.n = f->carried.cap = 0;
    for (size_t i = 0; i < carried.n; i++) {
        jb_len room = f->page_limit / 2 - fill_notes_height(f) -
                      f->page->note_gap;
        add_part(f, carried.at[i], room);
    }
}

void
fill_notes_place(filler *f)
{
    jb_len y = f->foot - lines_height(f->notes.at, f->notes.n);
    for (size_t i = 0; i < f->notes.n && !f->is_trial; i++) {
        const filled_note *part = &f->notes.at[i];
        for (size_t k = part->first; k < part->last; k++) {
            layout_placed placed = {.box = &part->note->lines[k],
                                    .page = f->current,
                                    .y = y,
                                    .height = part->note->leading,
                                    .is_note = true};
            ARRAY_PUSH(f->arena, &f->placed, placed);
            y += part->note->leading;
        }
    }
}
