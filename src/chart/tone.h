/* tone: colours derived from the style's: lighter and darker ones, and the
 * contrast that decides whether a fill needs an outline and a label needs a
 * darker ink. It names no colours of its own. */
#ifndef CHART_TONE_H
#define CHART_TONE_H

#include "display/geometry.h"

/* `share`/1000 of `top` over `ground`. */
jb_colour tone_mix(jb_colour top, jb_colour ground, int share);

/* WCAG 2.1 contrast ratio, 1 … 21. */
double tone_contrast(jb_colour a, jb_colour b);

#define TONE_CONTRAST_TEXT 4.5 /* WCAG 1.4.3 */
#define TONE_CONTRAST_MARK 3.0 /* WCAG 1.4.11 */

/* `colour`, moved towards `ink` until it has this contrast on `ground`;
 * `ink` when nothing less will do. */
jb_colour tone_readable(jb_colour colour, jb_colour ink, jb_colour ground,
                        double contrast);

#endif
