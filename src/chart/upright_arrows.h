/* upright_arrows: arrows of upright panels: how far, to scale at the right of
 * the columns, where these can spare the room; else, and how fast, over the
 * columns that they span, one over the other. */
#ifndef CHART_UPRIGHT_ARROWS_H
#define CHART_UPRIGHT_ARROWS_H

#include "chart/arrow.h"
#include "chart/upright.h"

/* Take room at the right of the columns, where it is wanted and no guide's
 * words stand. */
void upright_arrows_set(arena *a, upright_lane *lane, jb_len em,
                        bool can_stand_beside);

/* Which columns each of the others covers, once their pitch is known. */
void upright_arrows_seat(const upright_plan *plan, upright_lane *lane);

/* What those over columns need where they stand, one over another; and over
 * the labels of a row. */
jb_len upright_arrows_height(const upright_lane *lane, jb_len em);
jb_len upright_arrows_need(const upright_lane *lane, size_t row, jb_len em);

/* The columns of a lane as they are drawn. */
typedef struct upright_arrows_place {
    jb_len left, right;    /* of the columns */
    jb_len top, bottom;    /* of the axis */
    const bar_mark *marks; /* by row, then by bar */
    const jb_len *tops;    /* of each row's labels */
    const jb_len *lines;   /* of the arrows over them */
    arrow_pen pen;
} upright_arrows_place;

/* The heights of their lines over the columns, one over another. */
const jb_len *upright_arrows_lines(arena *a, const upright_plan *plan,
                                   const upright_lane *lane,
                                   const upright_arrows_place *place);

/* The ink of the labels, one for each arrow. */
void upright_arrows_inks(const upright_plan *plan, const upright_lane *lane,
                         const upright_arrows_place *place, jb_rect *inks);

/* Those beside the columns, whose lines run behind them; or those over them. */
void upright_arrows_draw(const upright_plan *plan, const upright_lane *lane,
                         const upright_arrows_place *place, bool are_beside);

#endif
