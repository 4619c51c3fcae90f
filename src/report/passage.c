/* A passage of a section as a person typed it: a paragraph, or lines that
 * begin with a bullet or a number, which are the items of a list. */
#include <stdio.h>

#include "report/draft.h"

/* Bytes of the mark that `line` begins with, of item `n`: "- " or "1. ". A
 * number counts only in its turn, so that “2022. ” is none. */
static size_t
marker_length(slice line, int n)
{
    static const char *const bullets[] = {"- ", "* ", "• ", "· "};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (slice_starts_with(line, slice_from(bullets[i])))
            return strlen(bullets[i]);
    char number[16];
    int length = snprintf(number, sizeof number, "%d. ", n);
    return slice_starts_with(line, slice_from(number)) ? (size_t)length : 0;
}

/* A lone number is how some begin their paragraphs. */
static bool
is_list(slice text)
{
    int n = 0;
    bool is_number = false;
    for (size_t at = 0; at < text.len;) {
        slice line = slice_cut(text, at, text.len);
        if (marker_length(line, n + 1) > 0) {
            n++;
            is_number = line.at[0] >= '0' && line.at[0] <= '9';
        }
        at += slice_find(line, SLICE_OF("\n")) + 1;
    }
    return n > 1 || (n == 1 && !is_number);
}

static size_t
line_end(slice text, size_t from)
{
    slice rest = slice_cut(text, from, text.len);
    return from + slice_find(rest, SLICE_OF("\n"));
}

/* A piece of `whole`, with its place. */
static metrics_text
piece_of(const metrics_text *whole, size_t first, size_t last)
{
    slice text = slice_trim(slice_cut(whole->text, first, last));
    size_t start = (size_t)(text.at - whole->text.at);
    return (metrics_text){
        text, metrics_text_within(whole, start, start + text.len),
        whole->node};
}

static const jb_node *
paragraph_node(draft *d, const metrics_text *text)
{
    if (text->text.len == 0)
        return NULL;
    jb_node *node = draft_node(d, REPORT_PARAGRAPH);
    node->text = draft_filled(d, text);
    node->span = text->span;
    return node;
}

static const jb_node *
item_node(draft *d, const metrics_text *text, slice marker)
{
    jb_node *node = draft_node(d, REPORT_ITEM);
    node->marker = marker;
    node->text = draft_filled(d, text);
    node->span = text->span;
    return node;
}

typedef struct list_reading {
    draft *draft;
    const metrics_text *whole;
    node_list items;
    slice marker;  /* of the item under way; empty: the lead-in */
    size_t start;  /* of its text */
} list_reading;

/* What has been read so far ends at byte `last`. */
static void
end_piece(list_reading *l, node_list *out, size_t last)
{
    metrics_text piece = piece_of(l->whole, l->start, last);
    if (l->marker.len == 0)
        draft_push(l->draft, out, paragraph_node(l->draft, &piece));
    else
        draft_push(l->draft, &l->items,
                   item_node(l->draft, &piece, l->marker));
}

void
draft_passage(draft *d, node_list *out, const metrics_text *text)
{
    list_reading l = {.draft = d, .whole = text};
    slice whole = text->text;
    if (!is_list(whole)) {
        draft_push(d, out, paragraph_node(d, text));
        return;
    }
    for (size_t at = 0, end; at < whole.len; at = end + 1) {
        end = line_end(whole, at);
        int n = (int)l.items.n + (l.marker.len > 0) + 1;
        slice line = slice_cut(whole, at, end);
        size_t mark = marker_length(line, n);
        if (mark == 0)
            continue;
        end_piece(&l, out, at);
        bool is_number = line.at[0] >= '0' && line.at[0] <= '9';
        l.marker = is_number ? slice_cut(line, 0, mark - 1) : SLICE_OF("•");
        l.start = at + mark;
    }
    end_piece(&l, out, whole.len);
    if (l.items.n == 0)
        return;
    jb_node *list = draft_node(d, REPORT_LIST);
    draft_close(list, &l.items);
    draft_push(d, out, list);
}
