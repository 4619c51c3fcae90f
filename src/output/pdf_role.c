#include "output/pdf_role.h"

#include <assert.h>

#define BLOCK(tag) {.name = tag}
#define HOLDER(tag, inner)                                                   \
    {.name = tag, .wraps_text = true, .wrapper = inner}

static const pdf_role roles[] = {
    [ROLE_SECTION] = HOLDER("Sect", ROLE_P),
    [ROLE_H1] = BLOCK("H1"),
    [ROLE_H2] = BLOCK("H2"),
    [ROLE_H3] = BLOCK("H3"),
    [ROLE_H4] = BLOCK("H4"),
    [ROLE_H5] = BLOCK("H5"),
    [ROLE_H6] = BLOCK("H6"),
    [ROLE_P] = BLOCK("P"),
    [ROLE_SPAN] = BLOCK("Span"),
    [ROLE_FIGURE] = {.name = "Figure", .is_graphic = true},
    [ROLE_CAPTION] = BLOCK("Caption"),
    [ROLE_TABLE] = HOLDER("Table", ROLE_CAPTION),
    [ROLE_TR] = HOLDER("TR", ROLE_TD),
    [ROLE_TH] = {.name = "TH", .is_kept_empty = true},
    [ROLE_TD] = {.name = "TD", .is_kept_empty = true},
    [ROLE_LIST] = HOLDER("L", ROLE_CAPTION),
    [ROLE_ITEM] = HOLDER("LI", ROLE_BODY),
    [ROLE_LABEL] = BLOCK("Lbl"),
    [ROLE_BODY] = BLOCK("LBody"),
    [ROLE_NOTE] = BLOCK("Note"),
    [ROLE_REFERENCE] = BLOCK("Reference"),
    [ROLE_TOC] = HOLDER("TOC", ROLE_CAPTION),
    [ROLE_TOC_ITEM] = HOLDER("TOCI", ROLE_REFERENCE),
    [ROLE_LINK] = BLOCK("Link"),
    [ROLE_MARK] = {.name = NULL},
    [ROLE_ARTIFACT] = {.name = NULL},
};
static_assert(sizeof roles / sizeof roles[0] == ROLE_COUNT,
              "every display role needs a row");

const pdf_role *
pdf_role_lookup(display_role role)
{
    return &roles[role];
}
