/* painter: replays a display list on a canvas. Glyphs stand where layout put
 * them, to a fraction of a pixel; axis-parallel bars and rules get whole
 * pixels, so that they are crisp and equally dark everywhere. It knows no
 * file format. */
#ifndef OUTPUT_PAINTER_H
#define OUTPUT_PAINTER_H

#include "output/canvas.h"

/* Draw all of `d`, at `scale` pixels per pt. Memory for the time of drawing
 * comes from `scratch`. */
void painter_draw(arena *scratch, canvas *to, const jb_display *d,
                  double scale);

#endif
