/* topic: what a stretch of a report is about, by its heading: 一、工业生产持续增长
 * is 工业生产. Headings may stand alone or run into their paragraph. */
#ifndef PROSE_TOPIC_H
#define PROSE_TOPIC_H

#include "base/slice.h"

/* The topic that a line of text opens, or an empty slice when it opens
 * none. */
slice topic_of_line(arena *a, slice line);

/* The same of a sentence within a paragraph, which must be nothing else:
 * 工业生产稳步回升。 */
slice topic_of_sentence(arena *a, slice sentence);

/* Whether the line opens with the number of a heading. */
bool topic_is_numbered(slice line);

/* `name` without the number that a list gives it: 一、, （二）, 3. */
slice topic_unnumbered(slice name);

/* Whether the line is the caption of a figure or a table: 图1：…, 表2 …. */
bool topic_is_caption(slice line);

/* The first line before the prose that reads like a title: not long, without
 * a full stop, and of something. Empty when there is none. */
slice topic_title(slice text);

#endif
