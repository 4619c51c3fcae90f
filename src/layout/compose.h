/* compose: from the report and the flow of the style to the galley. One file
 * per kind of block: template.h's lines (line.c), prose (prose.c), key figures
 * (card.c), tables (table.c), figures (figure.c), slides (panel.c). */
#ifndef LAYOUT_COMPOSE_H
#define LAYOUT_COMPOSE_H

#include "layout/box.h"
#include "layout/layout.h"
#include "layout/plan.h"

/* A note mark of the document, as far as it is known. The numbers come from
 * the pages, so they are those of the plan before: marks are of one width,
 * and the next plan is the same. */
typedef struct compose_mention {
    int number;      /* ①, ② …; 0: as the report numbers it */
    size_t carrier;  /* the mark that brought its note to the page */
    bool is_set;     /* it stands in the text */
} compose_mention;

/* A table that is laid on its side, or cut into strips of columns. */
typedef struct compose_wide {
    const jb_node *node;
    size_t n_strips; /* 0: on its side */
    size_t n_stub;   /* columns that all of them begin with */
} compose_wide;

typedef struct composer {
    arena *arena; /* of the pages */
    jb_typesetter *typesetter;
    const jb_report *report;
    const jb_style *style;
    const style_page *page;
    const layout_pictures *pictures;
    jb_diags *diags;
    slice fields[FIELD_COUNT];
    bool normalises; /* the document wants its half-width marks corrected */
    layout_galley *galley;
    uint32_t n_elements;
    compose_mention *mentions; /* from 1 */
    bool *is_noted;  /* notes that are in the galley, from 1 */
    jb_len *note_heights; /* of their lines, from 1; 0: not known yet */
    bool has_foot_notes;
    bool turns_signature; /* to a page that it begins with its text */
    size_t first_words; /* the box of the first line of the text proper; or 0 */
    bool has_end_notes; /* the flow shows them, and links may lead there */
    /* Where the next boxes go. */
    const style_block *block;
    const layout_element *element; /* their parent */
    const layout_frame *frame;
    const layout_region *region;
    jb_len x, measure;
    jb_len room;     /* left on a slide under its heading; else 0 */
    const jb_node *slide_heading; /* shown again where a table goes on */
    int table_scale; /* of the text of tables' rows, /1000 */
    bool is_on_side; /* the measure is along the paper's height */
    ARRAY(compose_wide) wide;
    slice section;
} composer;

/* What has been composed so far, to go back to when it does not fit. */
typedef struct compose_point {
    size_t n_boxes, n_wide;
    uint32_t n_elements;
    bool *is_noted;
} compose_point;
compose_point compose_here(const composer *c);
void compose_go_back(composer *c, const compose_point *to);
/* What the boxes composed since need on a page of their own, with the notes
 * that they bring to its foot. */
jb_len compose_height_since(const composer *c, const compose_point *since);

/* The whole flow. */
void compose_document(composer *c);

/* Warn of what the document says and the flow has no place for. */
void omission_report(const composer *c);

/* A new element under the present one. */
const layout_element *compose_element(composer *c, display_role role,
                                      slice title);
/* A box at the end of the galley, with the composer's element and frame. */
layout_box *compose_box(composer *c, jb_len height);

/* Lines of `text` as boxes of element `role`; nothing when it is empty. The
 * first box, or NULL. */
layout_box *compose_text(composer *c, const report_text *text,
                         const style_text *look, display_role role);
layout_box *compose_slice(composer *c, slice text, const style_text *look,
                          display_role role);

/* Notes whose marks stand in a line go with its box (footnote.c). */
void footnote_attach(composer *c, layout_box *box, const text_line *line);
/* What the notes that `lines` call take at the foot of a page that has no
 * others, with the white over them. */
jb_len footnote_height(composer *c, const text_line *const *lines, size_t n);
/* Number the marks by the pages of `plan`; false when nothing changed. */
bool footnote_number(composer *c, const layout_plan *plan);
/* Whether notes stand at the foot of pages. */
bool footnote_is_at_foot(const composer *c);
/* What the mark of `run` shows, and names in links: mark-3, note-3. */
slice footnote_mark(const composer *c, const report_inline *run);
slice footnote_mark_id(const composer *c, size_t mention);
slice footnote_note_id(const composer *c, const report_inline *run);

/* What links to a target name, and the words of a reference to it, led in
 * by its number for captions (reference.c). */
slice reference_id(const composer *c, const report_target *to);
slice reference_words(const composer *c, const report_inline *run);
/* "图1　" before the title of a figure or table; or empty. */
slice reference_caption(const composer *c, const report_target *to);
/* A heading with the number that the style gives it. */
report_text reference_heading(const composer *c, const jb_node *heading);
/* The text without its marks and links: for contents. */
report_text reference_bare(const composer *c, const report_text *text);

/* Blocks, by kind. */
void compose_line(composer *c);
void compose_row(composer *c);
void compose_rule(composer *c);
void compose_signature(composer *c);
void compose_attachments(composer *c);
void compose_mark(composer *c);
void compose_number(composer *c);
void compose_labelled(composer *c);
void compose_enclosures(composer *c);
/* What `compose` makes of the node, as if the paper lay on its side: boxes
 * that fill a page each. */
void compose_on_side(composer *c, const jb_node *node,
                     void (*compose)(composer *, const jb_node *));
/* The agencies that issue, the lead one first. */
const slice *compose_agencies(const composer *c, size_t *n);
/* Who signs: they, unless the document says others. */
const slice *compose_signed_by(const composer *c, size_t *n);
/* Whether the mark of the head says the title already: 市政府常务会议纪要. */
bool compose_is_marked(const composer *c);
/* `text` in the block's look, smaller where the block wants one line. */
void compose_fitted(composer *c, slice text, display_role role);
/* The heading that the style gives the block, if any: 摘要, 注释. */
void compose_block_heading(composer *c);
void compose_heading(composer *c, const jb_node *heading, bool is_again);
const style_text *compose_heading_look(const composer *c, int level);
/* Links and the outline find the heading, with these words, at `box`. */
void compose_heading_place(const composer *c, layout_box *box,
                           const jb_node *heading, const report_text *words);
void compose_list(composer *c, const jb_node *list);
void compose_contents(composer *c);
void compose_sections(composer *c, const jb_node *root);
void compose_summary(composer *c, const jb_node *node);
void compose_notes(composer *c, const jb_node *node);
void compose_cards(composer *c, const jb_node *node);
void compose_table(composer *c, const jb_node *node, bool floats);
void compose_figure(composer *c, const jb_node *node, bool floats);
void compose_panels(composer *c, const jb_node *section);
/* The heading of a slide, or that of the slide that goes on; the height left
 * under it. */
jb_len compose_slide_start(composer *c, const jb_node *heading, bool goes_on);
void compose_panel_passage(composer *c, const jb_node *node);

/* The first node of this kind under the root, or NULL. */
const jb_node *compose_node_lookup(const composer *c, report_kind kind);

/* The style's look of a role that roles.def names. */
const style_text *compose_look(const composer *c, const char *role);

/* ── text, set but not yet placed (set.c) ── */

text_options set_options(const style_text *look, jb_len measure);
/* One run in a look, as it is: nothing in it is normalised. */
text_span set_span(const composer *c, slice text, const style_text *look);
jb_paragraph *set_spans(const composer *c, const text_span *spans, size_t n,
                        const style_text *look, jb_len measure);
jb_paragraph *set_text(const composer *c, const report_text *text,
                       const style_text *look, jb_len measure);
jb_paragraph *set_slice(const composer *c, slice text, const style_text *look,
                        jb_len measure);
/* On one line, cut with an ellipsis when it is too long. */
jb_paragraph *set_line(const composer *c, slice text, const style_text *look,
                       jb_len measure);
/* Widest unbreakable piece, and width on one line. */
typedef struct set_range {
    jb_len narrowest, widest;
} set_range;
/* Width on one line; 0 for no text. */
jb_len set_width(const composer *c, slice text, const style_text *look);
/* What two texts that share a line may take when they would meet: the shorter
 * its own width, the longer the rest, half at least for either. Gives the
 * left one's part of `room`. */
jb_len set_left_share(jb_len left, jb_len right, jb_len room);
set_range set_widths(const composer *c, const report_text *text,
                     const style_text *look);
/* Height of a set paragraph, without the white under its last line. */
jb_len set_height(const jb_paragraph *p, const style_text *look);
/* Draw all lines with the paragraph's top left at `at`. */
void set_draw(jb_display *d, const jb_paragraph *p, const style_text *look,
              jb_point at);

#endif
