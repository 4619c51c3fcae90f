/* xml: well-formed XML 1.0 to a sink, one element after the other. It knows
 * no vocabulary. */
#ifndef OUTPUT_XML_H
#define OUTPUT_XML_H

#include "output/sink.h"

#define XML_DEEPEST 128

/* Initialise with the sink; the rest is its own. */
typedef struct xml_writer {
    jb_sink *sink;
    const char *open[XML_DEEPEST];
    size_t depth;
    bool is_in_tag;  /* attributes may follow */
    size_t inline_depth; /* no line breaks in elements as deep as this; 0:
                            none */
} xml_writer;

/* The declaration. */
void xml_start(xml_writer *x);
/* Begin an element; `name` must outlive it. Each begins a line, except inside
 * xml_begin_inline, where spaces are part of the text. */
void xml_begin(xml_writer *x, const char *name);
void xml_begin_inline(xml_writer *x, const char *name);
/* Right after the beginning. */
void xml_attribute(xml_writer *x, const char *name, slice value);
void xml_attribute_text(xml_writer *x, const char *name, const char *value);
/* Characters that XML has no place for become U+FFFD. */
void xml_text(xml_writer *x, slice text);
/* An element with nothing but text. */
void xml_element(xml_writer *x, const char *name, slice text);
void xml_end(xml_writer *x);

#endif
