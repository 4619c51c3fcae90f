#include "layout/fill.h"

#include "layout/fill_notes.h"

static jb_len
round_up(jb_len value, jb_len step)
{
    jb_len rest = value % step;
    return rest == 0 ? value : value + step - rest;
}

/* The first line of the grid at y or below. */
static jb_len
on_grid(const filler *f, jb_len y)
{
    if (y <= f->grid_top)
        return f->grid_top;
    return f->grid_top + round_up(y - f->grid_top, f->page->grid);
}

/* ── where a box would stand ── */

/* Where `box` and its frame may begin behind `last`, which ends at y. */
static jb_len
head_behind(const layout_box *last, jb_len y, const layout_box *box)
{
    if (last == NULL)
        return y;
    y += len_max(last->after, box->before);
    if (last->frame != NULL && last->frame != box->frame)
        y += last->frame->padding - last->tail;
    return y;
}

static jb_len
top_behind(const filler *f, const layout_box *last, jb_len y,
           const layout_box *box)
{
    y = head_behind(last, y, box);
    if (box->frame != NULL && (last == NULL || last->frame != box->frame))
        y += box->frame->padding;
    if (box->is_on_grid && !box->starts_grid)
        y = on_grid(f, y);
    /* Only the first of a page may stand above its type area. */
    return last == NULL && box->at < 0 ? box->at : len_max(y, box->at);
}

/* How much of the page's foot a box needs below its own ink. */
static jb_len
foot_need(const layout_box *box)
{
    jb_len need = -box->tail;
    if (box->frame != NULL)
        need += box->frame->padding;
    if (box->carry != NULL)
        need += box->carry->foot;
    return need;
}

/* A figure's height here: scaled, and stretched so that what follows is on
 * the grid without an accidental gap. */
static jb_len
figure_height(const filler *f, const layout_box *box, jb_len top)
{
    jb_len wanted = len_scale(box->height, f->figure_scale, 1000);
    jb_len height = len_max(wanted, box->least);
    jb_len end = on_grid(f, top + height + box->after);
    return len_min(end - box->after - top, f->limit);
}

static jb_len
placed_height(const filler *f, const layout_box *box, jb_len top)
{
    return box->figure == NULL ? box->height : figure_height(f, box, top);
}

/* ── one column ── */

static const layout_box *
box_at(const filler *f, size_t i)
{
    return &f->galley->boxes.at[i];
}

static void
place(filler *f, const layout_box *box, jb_len top, jb_len height)
{
    layout_placed placed = {.box = box, .page = f->current, .x = f->x,
                            .y = top, .height = height};
    if (!f->is_trial)
        ARRAY_PUSH(f->arena, &f->placed, placed);
    f->y = top + height;
    f->last = box;
    if (box->starts_grid)
        f->grid_top = top;
}

/* The white that the grid leaves over a line goes above the headings that
 * lean on it. */
static void
lean(filler *f, jb_len by)
{
    for (size_t i = f->placed.n; i > 0; i--) {
        layout_placed *placed = &f->placed.at[i - 1];
        if (placed->page != f->current || !placed->box->leans)
            return;
        placed->y += by;
    }
}

static void
append(filler *f, const layout_box *box)
{
    jb_len top = top_behind(f, f->last, f->y, box);
    if (box->is_on_grid && f->last != NULL && f->last->leans && !f->is_trial)
        lean(f, top - head_behind(f->last, f->y, box));
    place(f, box, top, placed_height(f, box, top));
    fill_notes_add(f, box);
}

/* Boxes first … end-1 that no page break may part. */
static size_t
chunk_end(const filler *f, size_t first)
{
    size_t end = first;
    while (end + 1 < f->end && box_at(f, end)->keeps_next)
        end++;
    return end + 1;
}

/* Foot of boxes first … end-1 behind `last`, which ends at y. */
static jb_len
chunk_foot(const filler *f, const layout_box *last, jb_len y, size_t first,
           size_t end)
{
    for (size_t i = first; i < end; i++) {
        const layout_box *box = box_at(f, i);
        jb_len top = top_behind(f, last, y, box);
        y = top + placed_height(f, box, top);
        last = box;
    }
    return y + foot_need(last);
}

/* With the notes at the foot that they call. */
static bool
fits(const filler *f, size_t first, size_t end)
{
    jb_len foot = chunk_foot(f, f->last, f->y, first, end);
    return foot <= f->limit &&
           foot + fill_notes_with(f, first, end) <= f->page_limit;
}

/* What figures, which have no notes, may fill. */
static jb_len
figure_limit(const filler *f)
{
    return f->limit - fill_notes_height(f);
}

static bool
is_continued(const filler *f, size_t i)
{
    return i > 0 && box_at(f, i)->carry != NULL &&
           box_at(f, i - 1)->carry == box_at(f, i)->carry;
}

/* Heads first … end-1 of a table that goes on. */
static void
repeat_heads(filler *f, const layout_carry *carry, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        append(f, &carry->heads[i]);
        if (!f->is_trial)
            ARRAY_LAST(&f->placed)->is_repeated = true;
    }
}

/* What stands over all columns where the table in them goes on. */
static void
repeat_captions(filler *f, const layout_carry *carry)
{
    repeat_heads(f, carry, 0, carry->n_heads - carry->n_rows);
}

static void
go_on(filler *f, size_t i)
{
    const layout_carry *carry = box_at(f, i)->carry;
    if (is_continued(f, i))
        repeat_heads(f, carry, 0, carry->n_heads);
}

/* ── figures and tables that wait ── */

static bool
has_waiting(const filler *f)
{
    return f->first_waiting < f->waiting.n;
}

/* Boxes that no page can hold together are broken where the page ends. */
static void place_oversize(filler *f, size_t first, size_t end);

static bool
is_page_fresh(const filler *f)
{
    return f->last == NULL && f->notes.n == 0;
}

/* Here, though on a fresh page it may not fit. */
static bool
place_waited(filler *f, size_t first)
{
    const layout_box *box = box_at(f, first);
    size_t end = first + box->floats;
    if (box->figure == NULL) {
        if (!is_page_fresh(f) && !fits(f, first, end))
            return false;
        place_oversize(f, first, end);
        return true;
    }
    jb_len top = top_behind(f, f->last, f->y, box);
    jb_len height = figure_height(f, box, top);
    if (f->last != NULL && top + height > figure_limit(f))
        return false;
    place(f, box, top, len_min(height, figure_limit(f) - top));
    return true;
}

static void
place_waiting(filler *f)
{
    while (has_waiting(f)) {
        size_t first = f->waiting.at[f->first_waiting++];
        if (place_waited(f, first))
            continue;
        f->first_waiting--;
        return;
    }
}

static void
next_page(filler *f)
{
    fill_notes_place(f);
    f->current++;
    f->limit -= f->more;
    f->page_limit -= f->more;
    f->foot -= f->more;
    f->more = 0;
    f->grid_top = 0;
    fill_notes_carry(f);
    f->pages_waited += f->waiting.n - f->first_waiting;
    f->y = 0;
    f->last = NULL;
    place_waiting(f);
}

/* Whether what floats from `first` on goes here, as those before it did; a
 * figure that does not fit may shrink to fit. */
static bool
float_goes_here(const filler *f, size_t first)
{
    const layout_box *box = box_at(f, first);
    if (has_waiting(f))
        return false;
    if (box->figure == NULL)
        return fits(f, first, first + box->floats);
    jb_len top = top_behind(f, f->last, f->y, box);
    return figure_limit(f) - top >= box->least;
}

/* What floats stands here, or waits for the next page while the text runs on;
 * the order is kept. */
static void
place_float(filler *f, size_t first)
{
    const layout_box *box = box_at(f, first);
    if (!float_goes_here(f, first)) {
        ARRAY_PUSH(f->arena, &f->waiting, first);
        return;
    }
    if (box->figure == NULL) {
        for (size_t i = first; i < first + box->floats; i++)
            append(f, box_at(f, i));
        return;
    }
    jb_len top = top_behind(f, f->last, f->y, box);
    jb_len room = figure_limit(f) - top;
    place(f, box, top, len_min(room, figure_height(f, box, top)));
}

/* ── columns ── */

/* What floats among the boxes of a region waits for the next page, and the
 * text runs on past it. */
static size_t
past_floats(const filler *f, size_t first, size_t end)
{
    while (first < end && box_at(f, first)->floats > 0)
        first += box_at(f, first)->floats;
    return first;
}

/* Boxes first … end-1 that no end of a column may part, up to `limit`. */
static size_t
column_chunk_end(const filler *f, size_t first, size_t limit)
{
    size_t end = chunk_end(f, first);
    for (size_t i = first; i < end; i++)
        if (i == limit || box_at(f, i)->floats > 0)
            return i;
    return end;
}

/* Where the columns of a region stand on this page. */
typedef struct column_area {
    jb_len y, height;
    bool is_fresh; /* nothing is over them that a fresh page would not have */
} column_area;

/* The rows of heads that stand over box i where a column begins with it. */
static void
head_column(filler *f, size_t i)
{
    const layout_carry *carry = box_at(f, i)->carry;
    if (is_continued(f, i))
        repeat_heads(f, carry, carry->n_heads - carry->n_rows, carry->n_heads);
}

static jb_len
column_head_height(const filler *f, size_t i)
{
    const layout_carry *carry = box_at(f, i)->carry;
    jb_len height = 0;
    for (size_t k = 0; is_continued(f, i) && k < carry->n_rows; k++)
        height += carry->heads[carry->n_heads - 1 - k].height;
    return height;
}

/* Fill one column with boxes first … end-1; how far it got. */
static size_t
fill_column(filler *f, size_t first, size_t end, bool is_fresh)
{
    f->last = NULL;
    for (size_t stop; first < end; first = past_floats(f, stop, end)) {
        stop = column_chunk_end(f, first, end);
        bool is_head = f->last == NULL;
        jb_len y = f->y + (is_head ? column_head_height(f, first) : 0);
        if (chunk_foot(f, f->last, y, first, stop) > f->limit &&
            !(is_head && is_fresh))
            break;
        if (is_head)
            head_column(f, first);
        for (size_t b = first; b < stop; b++)
            append(f, box_at(f, b));
    }
    return first;
}

/* Fill the columns of a region with boxes first … end-1; how far it got. On
 * a page that is not fresh it may get nowhere. */
static size_t
fill_columns(filler *f, size_t first, size_t end, column_area area)
{
    const layout_region *region = box_at(f, first)->region;
    jb_len limit = f->limit, foot = area.y;
    f->limit = area.y + area.height;
    for (int i = 0; i < region->n && first < end; i++) {
        f->x = i * region->step;
        f->y = area.y;
        first = fill_column(f, first, end, area.is_fresh);
        foot = len_max(foot, f->y);
    }
    f->limit = limit;
    f->y = foot;
    return first;
}

/* Whether the columns hold all of first … end-1; nothing is placed. */
static bool
columns_hold(const filler *f, size_t first, size_t end, column_area area)
{
    filler trial = *f;
    trial.is_trial = true;
    return fill_columns(&trial, first, end, area) == end;
}

/* Height of the notes once the columns are filled; nothing is placed. */
static jb_len
columns_notes(const filler *f, size_t first, size_t end, column_area area)
{
    filler trial = *f;
    trial.is_trial = true;
    fill_columns(&trial, first, end, area);
    return fill_notes_wanted(&trial);
}

/* What has left the columns has taken its notes with it, so that more may
 * have room: down to the notes, a quarter of the grid at a time. */
static column_area
grow_to_notes(const filler *f, size_t first, size_t end, column_area area,
              jb_len room)
{
    jb_len step = len_max(f->page->grid / 4, 1);
    column_area larger = area;
    for (;;) {
        larger.height += step;
        if (larger.height + columns_notes(f, first, end, larger) > room)
            return area;
        area = larger;
    }
}

/* The columns end over the notes of what stands in them. The lower the notes
 * reach up, the less stands there, so this ends; of notes that would take
 * more than half of the room a part is carried over the page. */
static column_area
area_over_notes(const filler *f, size_t first, size_t end, column_area area)
{
    jb_len room = len_max(f->limit - area.y, 0), kept = fill_notes_height(f);
    area.height = len_max(room - kept, 0);
    for (;;) {
        jb_len notes = columns_notes(f, first, end, area);
        if (notes <= kept)
            return grow_to_notes(f, first, end, area, room);
        if (notes > room / 2 + fill_notes_height(f))
            return area;
        kept = notes;
        area.height = room - kept;
    }
}

/* The least height, to a quarter of the grid, that holds first … end-1. */
static jb_len
balanced_height(const filler *f, size_t first, size_t end, column_area area)
{
    jb_len step = len_max(f->page->grid / 4, 1);
    jb_len low = 1, high = area.height / step;
    while (low < high) {
        jb_len middle = low + (high - low) / 2;
        column_area lower = {area.y, middle * step, area.is_fresh};
        if (columns_hold(f, first, end, lower))
            high = middle;
        else
            low = middle + 1;
    }
    return len_min((high + 1) * step, area.height);
}

static column_area
area_here(const filler *f, size_t first, size_t end, bool is_fresh)
{
    jb_len y = head_behind(f->last, f->y, box_at(f, first));
    return area_over_notes(f, first, end, (column_area){y, 0, is_fresh});
}

/* Where the stretch of boxes in the same columns (or in none) ends; not
 * looked for beyond `end`. */
static size_t
region_end(const filler *f, size_t first, size_t end)
{
    const layout_region *region = box_at(f, first)->region;
    while (first < end && box_at(f, first)->region == region)
        first++;
    return first;
}

/* Where the same columns end when what floats at `end` does not go under
 * them, filled with first … end-1, and waits: a reader would take the columns
 * over and under the place where it is not for one. */
static size_t
end_past_float(filler *f, size_t first, size_t end, column_area area)
{
    if (end == f->end || box_at(f, end)->floats == 0)
        return end;
    size_t next = past_floats(f, end, f->end);
    if (next == f->end ||
        box_at(f, next)->region != box_at(f, first)->region)
        return end;
    filler trial = *f;
    trial.is_trial = true;
    fill_columns(&trial, first, end, area);
    if (float_goes_here(&trial, end))
        return end;
    for (size_t i = end; i < next; i += box_at(f, i)->floats)
        ARRAY_PUSH(f->arena, &f->waiting, i);
    return region_end(f, next, f->end);
}

/* Whether columns that go on over the page would have less than two lines
 * each here, and nothing over them keeps with them. */
static bool
is_strip(const filler *f, size_t first, size_t end, column_area area)
{
    if (f->last == NULL || f->last->keeps_next)
        return false;
    filler trial = *f;
    trial.is_trial = true;
    size_t stop = fill_columns(&trial, first, end, area);
    return stop - first < 2 * (size_t)box_at(f, first)->region->n;
}

/* Set a region: full columns on each page, and columns of even height where
 * it ends. Where that is. */
static size_t
place_region(filler *f, size_t first, size_t end)
{
    while ((first = past_floats(f, first, end)) < end) {
        bool is_fresh = f->last == NULL;
        if (is_fresh && is_continued(f, first))
            repeat_captions(f, box_at(f, first)->carry);
        column_area area = area_here(f, first, end, is_fresh);
        if (columns_hold(f, first, end, area)) {
            area.height = balanced_height(f, first, end, area);
            size_t further = end_past_float(f, first, end, area);
            if (further > end) {
                end = further;
                continue;
            }
        } else if (is_strip(f, first, end, area)) {
            next_page(f);
            continue;
        }
        f->text_foot = area.y + area.height;
        first = fill_columns(f, first, end, area);
        f->text_foot = 0;
        f->x = 0;
        if (first < end)
            next_page(f);
    }
    return end;
}

/* ── chunks ── */

/* Boxes that no page can hold together are broken where the page ends. */
static void
place_oversize(filler *f, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        if (f->last != NULL && !fits(f, i, i + 1)) {
            next_page(f);
            go_on(f, i);
        }
        append(f, box_at(f, i));
    }
}

/* Whether boxes first … end-1 go here with the first lines of their notes,
 * the rest over the page: where a sixth of the page would stay white else, or
 * no page has room for all. */
static bool
parts_notes(const filler *f, size_t first, size_t end)
{
    const jb_len least = f->page->note_gap + 3 * f->page->grid;
    jb_len foot = chunk_foot(f, f->last, f->y, first, end);
    jb_len used = fill_notes_height(f);
    jb_len white = f->page_limit - used - f->y;
    return fill_notes_with(f, first, end) > used &&
           foot + used + least <= f->page_limit &&
           (f->last == NULL || white > f->page_limit / 6);
}

/* Whether a region that is to be whole, and that boxes first … end-1 keep
 * with, goes on the page under them. */
static bool
holds_behind(const filler *f, size_t first, size_t end)
{
    const layout_region *region = end < f->end ? box_at(f, end)->region : NULL;
    if (f->parts_tables || region == NULL || !region->is_whole ||
        !box_at(f, end - 1)->keeps_next)
        return true;
    filler trial = *f;
    trial.is_trial = true;
    for (size_t i = first; i < end; i++)
        append(&trial, box_at(f, i));
    size_t stop = region_end(f, end, f->end);
    column_area area = area_here(&trial, end, stop, false);
    return columns_hold(&trial, end, stop, area);
}

/* Boxes first … end-1 keep together, and with those up to `kept`, which
 * stand in columns of their own. */
static void
place_chunk(filler *f, size_t first, size_t end, size_t kept)
{
    size_t page = f->current;
    while (((!fits(f, first, kept) && !parts_notes(f, first, kept)) ||
            !holds_behind(f, first, end)) &&
           f->last != NULL)
        next_page(f);
    if (f->current != page)
        go_on(f, first);
    if (!fits(f, first, end) && !parts_notes(f, first, end)) {
        place_oversize(f, first, end);
        return;
    }
    f->text_foot = chunk_foot(f, f->last, f->y, first, end);
    for (size_t i = first; i < end; i++)
        append(f, box_at(f, i));
    f->text_foot = 0;
}

void
fill_pages(filler *f, size_t first, size_t end)
{
    f->end = end;
    f->page_limit = f->limit;
    while (first < end) {
        const layout_box *box = box_at(f, first);
        while (box->clears_floats && has_waiting(f))
            next_page(f);
        if (box->floats > 0) {
            place_float(f, first);
            first += box->floats;
            continue;
        }
        size_t kept = chunk_end(f, first);
        size_t stop = region_end(f, first,
                                 box->region == NULL ? kept : f->end);
        if (box->region == NULL)
            place_chunk(f, first, stop, kept);
        else
            stop = place_region(f, first, stop);
        f->x = 0;
        first = stop;
    }
    while (has_waiting(f) || f->carried.n > 0)
        next_page(f);
    fill_notes_place(f);
}
