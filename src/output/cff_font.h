/* cff_font: the parts of a CFF table, found but not read: its indexes and
 * dictionaries. For the cff files alone. */
#ifndef OUTPUT_CFF_FONT_H
#define OUTPUT_CFF_FONT_H

#include "output/cff.h"

/* INDEX data (TN 5176 section 5): `n` objects within `table`. */
typedef struct cff_index {
    slice table;
    size_t n;
    size_t offset_bytes; /* 1–4 */
    size_t offsets;      /* where the offset array starts */
    size_t end;          /* of the whole index, within the table */
} cff_index;

/* Operators (TN 5176 tables 9, 10, 23); two-byte ones as 0x0C00 + second. */
typedef enum cff_operator {
    CFF_OP_FONT_BOX = 5,
    CFF_OP_CHARSET = 15,
    CFF_OP_CHARSTRINGS = 17,
    CFF_OP_PRIVATE = 18,
    CFF_OP_SUBRS = 19,
    CFF_OP_DEFAULT_WIDTH = 20,
    CFF_OP_ROS = 0x0C1E,
    CFF_OP_CID_COUNT = 0x0C22,
    CFF_OP_FONT_DICTS = 0x0C24,
    CFF_OP_FONT_DICT_SELECT = 0x0C25
} cff_operator;

typedef struct cff_entry {
    int op;
    slice operands;
    slice bytes; /* operands and operator */
} cff_entry;

/* A font dictionary: how a group of glyphs is hinted, and their subrs. */
typedef struct cff_dict {
    slice private;
    cff_index subrs;
} cff_dict;

struct cff_font {
    slice table;
    slice top;
    cff_index charstrings, subrs; /* subrs: the global ones */
    cff_dict *dicts;
    size_t n_dicts;
    size_t select; /* offset of FDSelect; 0: all glyphs are of dict 0 */
};

/* False at the end, or where the dictionary is broken. */
bool cff_dict_next(slice dict, size_t *at, cff_entry *out);
/* The object's bytes; empty when the offsets make no sense. */
slice cff_index_at(const cff_index *index, size_t i);
/* Dictionary of a glyph; n_dicts when there is none. */
size_t cff_font_dict(const cff_font *font, uint32_t glyph);

#endif
