/* A passage of a section as a person typed it: a paragraph, or lines that
 * begin with a bullet or a number, which are the items of a list. */
#include <stdio.h>

#include "report/draft.h"

/* The mark that a line begins with: "- " or "1. ". */
typedef struct item_mark {
    size_t length; /* bytes; 0: none */
    int number;    /* 0: a bullet */
} item_mark;

/* The mark of `line` behind item number `last`, or a bullet. A number counts
 * only in its turn, or where it starts anew, so that “2022. ” is none. */
static item_mark
mark_of(slice line, int last)
{
    static const char *const bullets[] = {"- ", "* ", "• ", "· "};
    const int turns[] = {last + 1, 1};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (slice_starts_with(line, slice_from(bullets[i])))
            return (item_mark){strlen(bullets[i]), 0};
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
        char number[16];
        int length = snprintf(number, sizeof number, "%d. ", turns[i]);
        if (slice_starts_with(line, slice_from(number)))
            return (item_mark){(size_t)length, turns[i]};
    }
    return (item_mark){0, 0};
}

/* A lone number is how some begin their paragraphs. */
static bool
is_list(slice text)
{
    int n = 0, last = 0;
    for (size_t at = 0; at < text.len;) {
        slice line = slice_cut(text, at, text.len);
        item_mark mark = mark_of(line, last);
        if (mark.length > 0) {
            n++;
            last = mark.number;
        }
        at += slice_find(line, SLICE_OF("\n")) + 1;
    }
    return n > 1 || (n == 1 && last == 0);
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
    node_list *out;
    node_list items; /* of the list under way */
    slice marker;    /* of the item under way; empty: the lead-in */
    int number;      /* of that item; 0: a bullet */
    size_t start;    /* of its text */
} list_reading;

/* What has been read so far ends at byte `last`. */
static void
end_piece(list_reading *l, size_t last)
{
    metrics_text piece = piece_of(l->whole, l->start, last);
    if (l->marker.len == 0)
        draft_push(l->draft, l->out, paragraph_node(l->draft, &piece));
    else
        draft_push(l->draft, &l->items,
                   item_node(l->draft, &piece, l->marker));
}

static void
end_list(list_reading *l)
{
    if (l->items.n == 0)
        return;
    jb_node *list = draft_node(l->draft, REPORT_LIST);
    draft_close(list, &l->items);
    draft_push(l->draft, l->out, list);
    l->items = (node_list){NULL, 0, 0};
}

/* Numbers after bullets, bullets after numbers, and numbers from 1 again are
 * another list. */
static void
begin_item(list_reading *l, slice line, item_mark mark, size_t at)
{
    if (mark.number == 1 || (mark.number == 0) != (l->number == 0))
        end_list(l);
    l->marker = mark.number > 0 ? slice_cut(line, 0, mark.length - 1)
                                : SLICE_OF("•");
    l->number = mark.number;
    l->start = at + mark.length;
}

void
draft_passage(draft *d, node_list *out, const metrics_text *text)
{
    list_reading l = {.draft = d, .whole = text, .out = out};
    slice whole = text->text;
    if (!is_list(whole)) {
        draft_push(d, out, paragraph_node(d, text));
        return;
    }
    for (size_t at = 0, end; at < whole.len; at = end + 1) {
        end = line_end(whole, at);
        slice line = slice_cut(whole, at, end);
        item_mark mark = mark_of(line, l.number);
        if (mark.length == 0)
            continue;
        end_piece(&l, at);
        begin_item(&l, line, mark, at);
    }
    end_piece(&l, whole.len);
    end_list(&l);
}
