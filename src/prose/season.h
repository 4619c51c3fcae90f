/* season: the stretch of time that a clause opens with: 1—10月份, 上半年,
 * 2022年; as a metrics file writes it. It knows no calendar days. */
#ifndef PROSE_SEASON_H
#define PROSE_SEASON_H

#include "prose/claim.h"

typedef struct season {
    int year;         /* 0: not said */
    int first, last;  /* months; 1 and 12 for a year */
    size_t len;       /* bytes it takes */
} season;

/* The season that `s` starts with; false when it starts with none, or with a
 * day or the end of a month. */
bool season_read(slice s, season *out);

/* The season that the clause of `c`, or one before it in its paragraph, opens
 * with. */
bool season_of_claim(slice text, const clause_list *clauses, const claim *c,
                     season *out);

/* The month at whose end the figure was taken, 截至10月底, 10月底; 0 when its
 * clause and the one before it name none. */
int season_month_ended(slice text, const figure_list *figures,
                       const clause_list *clauses, const claim *c);

/* Whether the sentence goes through seasons one by one, 分季度看，…, so that its
 * seasons end with it. */
bool season_is_listed(slice sentence);

/* Bytes of the run of years that `s` starts with: 十年来, 近五年, 四年平均, 连续
 * 三年; 0 for none, for one year, and for what is named by years: 三年期. */
size_t season_years_len(slice s);
/* Whether such a run stands anywhere in `s`. */
bool season_has_years(slice s);

/* Whether the year may be the report's own: not one that is compared with, or
 * begins or ends a stretch: 比2019年, 从2020年, 2013年至2017年. */
bool season_is_own_year(slice text, const figure *f);

/* The first year named as the report's own; 0 when none is. */
int season_report_year(slice text, const claim_list *claims);

/* 2022, 2022-10, 2022-01..2022-10; `year` where the season names none. */
slice season_text(arena *a, season s, int year);

#endif
