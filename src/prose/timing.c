#include "prose/timing.h"

#include <string.h>

#include "base/utf8.h"
#include "prose/season.h"

bool
timing_is_stock(const metrics_metric *m)
{
    static const slice words[] = {SLICE("余额"), SLICE("常住人口"),
                                  SLICE("户籍人口"), SLICE("保有量"),
                                  SLICE("库存"), SLICE("存栏"),
                                  SLICE("装机容量"), SLICE("装机规模")};
    return slice_ends_with_any(m->name.text, words,
                               sizeof words / sizeof *words);
}

slice
timing_end(arena *a, jb_period p, jb_period told)
{
    bool is_same_year = told.last_year == p.last_year;
    bool is_year = period_months(p) == 12 && p.last_month == 12;
    if (is_year)
        return is_same_year ? SLICE_OF("年末")
                            : slice_printf(a, "%d年末", p.last_year);
    return is_same_year ? slice_printf(a, "%d月末", p.last_month)
                        : slice_printf(a, "%d年%d月末", p.last_year,
                                       p.last_month);
}

slice
timing_words(arena *a, const metrics_metric *m, jb_period told)
{
    slice name = m->name.text, none = {NULL, 0};
    if (!period_is_set(m->period) || !period_is_set(told) ||
        period_compare(m->period, told) == 0)
        return none;
    slice words = timing_is_stock(m) ? timing_end(a, m->period, told)
                                     : period_beside(a, m->period, told);
    return slice_starts_with(name, words) ? none : words;
}

static jb_period
document_period(const prose_writer *w)
{
    return metrics_document_of(facts_metrics(w->facts))->period;
}

/* 上半年 of 比上半年收窄 is compared with. */
static bool
is_compared(slice until)
{
    static const slice marks[] = {SLICE("比"), SLICE("较"), SLICE("与"),
                                  SLICE("由"), SLICE("从"), SLICE("自"),
                                  SLICE("于"), SLICE("至")};
    return slice_ends_with_any(until, marks, sizeof marks / sizeof *marks);
}

/* The last time that the words name; false when they name none. */
static bool
last_season(arena *a, slice words, int year, jb_period *out)
{
    bool is_found = false;
    season s;
    for (size_t at = 0; at < words.len;) {
        slice rest = slice_cut(words, at, words.len);
        bool is_read = season_read(rest, &s) &&
                       !is_compared(slice_cut(words, 0, at));
        if (is_read && period_parse(season_text(a, s, year), out))
            is_found = true;
        if (is_read)
            at += s.len;
        else
            utf8_next(words, &at);
    }
    return is_found;
}

/* Behind the last line end. */
static slice
last_line(slice s, bool *is_whole)
{
    size_t at = s.len;
    while (at > 0 && s.at[at - 1] != '\n')
        at--;
    *is_whole = at == 0;
    return slice_cut(s, at, s.len);
}

/* 5月末 or 5月底 in what is typed. */
static bool
tells_end(arena *a, slice words, jb_period p)
{
    if (!period_is_set(p))
        return false;
    slice end = timing_end(a, p, p);
    slice bottom = slice_join(a, slice_cut(end, 0, end.len - strlen("末")),
                              SLICE_OF("底"));
    return slice_find(words, end) < words.len ||
           slice_find(words, bottom) < words.len;
}

jb_period
timing_told(const prose_writer *w, const prose_text *before,
            const metrics_metric *m)
{
    jb_period document = document_period(w), own = m->period, told;
    bool is_documents = period_is_set(own) && period_is_set(document) &&
                        period_compare(own, document) == 0;
    bool is_whole = true;
    for (size_t i = before == NULL ? 0 : before->n; is_whole && i-- > 0;) {
        const prose_run *run = &before->at[i];
        if (run->fact != NULL)
            return metrics_at(facts_metrics(w->facts), run->fact->metric)
                    ->period;
        slice words = last_line(run->text, &is_whole);
        if (timing_is_stock(m) && tells_end(w->arena, words, own))
            return own;
        if (last_season(w->arena, words, document.last_year, &told))
            return is_documents ? own : told;
    }
    return document;
}
