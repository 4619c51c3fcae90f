/* manuscript_foot: what stands under the text of a document: who signs, the
 * date, remarks, the imprint, who was present. It takes its lines out of the
 * others, so that text and attachments are left. */
#ifndef METRICS_MANUSCRIPT_FOOT_H
#define METRICS_MANUSCRIPT_FOOT_H

#include "metrics/manuscript_body.h"

/* Afterwards body_end is behind the text, rest_end behind what is attached. */
void manuscript_take_foot(manuscript *m);

#endif
