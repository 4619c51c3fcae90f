#include "report/note.h"

#include "prose/number.h"

size_t
note_index(const note_list *notes, slice text)
{
    size_t i = 0;
    while (i < notes->n && !slice_equal(notes->at[i], text))
        i++;
    return i;
}

slice
note_mark(arena *a, note_list *notes, slice text)
{
    size_t i = note_index(notes, text);
    if (i == notes->n)
        ARRAY_PUSH(a, notes, text);
    return number_circled(a, (int)i + 1);
}

slice
note_line(arena *a, const note_list *notes, size_t i)
{
    return slice_join(a, number_circled(a, (int)i + 1), notes->at[i]);
}
