/* penalty: what a line break may cost beside the looks of its lines, and how
 * the kinds of break compare. Costs are on the scale of fit.c, where a line
 * as loose as one should ever be costs about 10 000. */
#ifndef TEXT_PENALTY_H
#define TEXT_PENALTY_H

#define PENALTY_FORBIDDEN (-1)
#define PENALTY_NONE 0
/* A place that a careful hand avoids: in a short title, after a list mark. */
#define PENALTY_STYLE 3000
/* Inside a word of a title in 《》: rather than open a line by a fortieth of an
 * em at every place, or squeeze most of what it has. */
#define PENALTY_WORD 12000
/* Inside a word of a title: rather two lines more, and uneven ones. */
#define PENALTY_WORD_OF_TITLE 60000
/* Inside a Western word, with a hyphen: rather than open a line by a twentieth
 * of an em at every place. */
#define PENALTY_HYPHEN 300000
/* Between a number and its unit: what one line costs that is opened by a
 * twenty-sixth of an em at every place. Before lines get looser than that,
 * the unit goes to the next one: often in columns of figures, on a page in one
 * line of fifty. 个 parts from 百分点 a little sooner. */
#define PENALTY_UNIT 150000
#define PENALTY_POINTS 140000
/* Inside what is surely a person's name: as a unit. */
#define PENALTY_PERSON PENALTY_UNIT
/* Between 第十六 and 届: what names a place in a row and is written out is parted
 * rather than a line opened by a fifth of an em. */
#define PENALTY_NAME 1200000
/* Inside a word of an address, at the same. */
#define PENALTY_ADDRESS 350000
/* Inside a unit, a range, an ordinal, a clock: more than a dozen lines of the
 * loosest. */
#define PENALTY_FIGURE 300000000
/* Inside a word that takes three quarters of a line and more: rather than
 * characters an em apart before it. */
#define PENALTY_LONG 7000000
/* Inside what cannot be set otherwise; worse, inside a figure of it. */
#define PENALTY_EMERGENCY 500000000
#define PENALTY_EMERGENCY_FIGURE 2000000000

#endif
