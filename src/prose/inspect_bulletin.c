/* A text without a metrics file: its sentences, the tables between its
 * paragraphs, and what both tell of the same. A table's lines are no
 * sentences, and are read as a table only. */
#include "metrics/heading.h"
#include "prose/bulletin_table.h"
#include "prose/inspect_table.h"
#include "prose/topic.h"

/* What the table's caption tells, else the title of the text: 2025年1—6月. */
static jb_period
period_of(arena *a, slice text, const metrics_table *t)
{
    jb_period period = {0};
    slice told = heading_told_period(t->title.text);
    if (told.len == 0)
        told = heading_told_period(topic_title(text));
    return heading_period(a, told, period, &period) ? period
                                                    : (jb_period){0};
}

void
inspect_bulletin(arena *a, const jb_source *text, jb_diags *diags)
{
    passage p = passage_from_source(a, text);
    bulletin_table_list tables = bulletin_tables_from_text(a, p.text);
    ARRAY(metrics_table) typed = {NULL, 0, 0};
    for (size_t i = 0; i < tables.n; i++) {
        bulletin_table *t = &tables.at[i];
        metrics_table read;
        t->is_read = bulletin_table_typed(a, text, t, &read);
        if (t->is_read)
            ARRAY_PUSH(a, &typed, read);
    }
    p.text = bulletin_tables_masked(a, p.text, &tables);
    inspection prose = inspection_from_passage(a, p, NULL, diags);
    inspect_rules(&prose);
    for (size_t i = 0; i < typed.n; i++) {
        tabular t;
        tabular_from_table(a, NULL, &typed.at[i], &t);
        inspect_table(a, &t, NULL, diags);
        inspect_table_told(&t, period_of(a, p.text, &typed.at[i]), &prose);
    }
}
