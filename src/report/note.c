#include "report/note.h"

#include "prose/number.h"

slice
note_mark(arena *a, note_list *notes, slice text)
{
    for (size_t i = 0; i < notes->n; i++)
        if (slice_equal(notes->at[i], text))
            return number_circled(a, (int)i + 1);
    ARRAY_PUSH(a, notes, text);
    return number_circled(a, (int)notes->n);
}

slice
note_line(arena *a, const note_list *notes, size_t i)
{
    return slice_join(a, number_circled(a, (int)i + 1), notes->at[i]);
}
