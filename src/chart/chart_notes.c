#include "chart/chart_notes.h"

chart_notes
chart_notes_with(arena *a, chart_notes notes, slice line)
{
    slice *all = ARENA_ARRAY(a, notes.n + 1, slice);
    for (size_t i = 0; i < notes.n; i++)
        all[i] = notes.at[i];
    all[notes.n] = line;
    return (chart_notes){all, notes.n + 1};
}
