/* atom: a paragraph as an array of characters, each with all that later
 * stages learn of it: where it came from, what it is, how it is drawn, how
 * wide it is and how far it may give. Every stage of the room reads and fills
 * its own fields, in the order below, and none reaches back. */
#ifndef TEXT_ATOM_H
#define TEXT_ATOM_H

#include "text/character.h"
#include "text/property.h"
#include "text/text.h"

/* Which step of CLREQ's order (#line_adjustment) an atom's slack belongs to.
 * Line-end marks, its first step, are always set half wide. */
typedef enum atom_step {
    STEP_NONE,
    STEP_SPACE,      /* 2: word spaces to 1/4 em */
    STEP_INTERPUNCT, /* 3: to 1/2 em */
    STEP_BRACKET,    /* 4: to 1/2 em */
    STEP_PAUSE,      /* 5: ，、；： to 1/2 em */
    STEP_GAP,        /* 6: Han–Western gaps to their least */
    STEP_STOP,       /* 7: 。？！ to 1/2 em */
    STEP_COUNT
} atom_step;

typedef struct text_atom {
    /* atoms_from_spans */
    uint32_t code;
    uint32_t byte;  /* in the paragraph's text */
    uint32_t bytes;
    uint32_t span;  /* index */
    uint32_t from;  /* byte offset in the span's own text */
    character_kind kind;
    mark_kind mark;
    property property;
    /* shape_atoms */
    const jb_face *face;
    uint32_t first_glyph, n_glyphs; /* in the paragraph's glyphs */
    bool is_joined; /* one cluster with the atom before it */
    bool is_missing; /* no face has it: drawn as .notdef */
    jb_len size, rise;
    jb_len advance; /* natural, without trims and gaps */
    /* breaks_of_atoms: cost of a line that starts here; < 0: forbidden */
    int32_t penalty;
    bool is_forced; /* a line must start here */
    bool is_in_address; /* and so is the atom before it */
    jb_len hyphen; /* that a line leaves behind which ends before it; or 0 */
    /* space_atoms */
    jb_len blank_left, blank_right; /* what a mark could lose */
    jb_len trim_left, trim_right;   /* what it has lost inside a line */
    jb_len gap;        /* added before it, inside a line */
    jb_len gap_shrink, gap_stretch;
    jb_len gap_reach;  /* beyond that, in loose lines */
    jb_len shrink;     /* of its own: marks and spaces */
    jb_len stretch;    /* of its own: word spaces */
    atom_step step;    /* of `shrink` */
    bool can_open;     /* room may be put before it (third stretch step) */
} text_atom;

typedef struct text_atoms {
    slice text; /* UTF-8, normalised */
    text_atom *at;
    size_t n;
    jb_glyph *glyphs; /* unjustified, by cluster; text_bytes filled later */
    size_t n_glyphs;
    const text_span *spans;
    size_t n_spans;
    jb_len em; /* size of the first span */
} text_atoms;

/* What every stage is given. */
typedef struct text_context {
    arena *arena;   /* of the result */
    arena *scratch;
    jb_typesetter *typesetter;
    const text_options *options;
    jb_diags *diags;
} text_context;

/* Decode, normalise and classify. */
void atoms_from_spans(const text_context *c, const text_span *spans,
                      size_t n_spans, text_atoms *out);
/* What a mark or sign is by what stands around it. */
void atoms_classify_by_neighbours(text_atoms *t);
/* Choose faces and shape. */
void shape_atoms(const text_context *c, text_atoms *t);
/* Where lines may start, and at what cost. */
void breaks_of_atoms(const text_context *c, text_atoms *t);
/* Widths of marks, gaps, and how far each may give. */
void space_atoms(const text_context *c, text_atoms *t);

/* No line starts at it; one had better not, at a cost (penalty.h). */
void atom_forbid(text_atom *atom);
void atom_discourage(text_atom *atom, int32_t penalty);

/* The place in the source of an atom. */
jb_span atom_span(const text_atoms *t, size_t i);

#endif
