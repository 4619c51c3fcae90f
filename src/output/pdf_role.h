/* pdf_role: what each display role becomes in PDF's standard structure types
 * (ISO 32000-1 14.8.4). For pdf_structure alone. */
#ifndef OUTPUT_PDF_ROLE_H
#define OUTPUT_PDF_ROLE_H

#include "display/display.h"

typedef struct pdf_role {
    const char *name;     /* NULL: no element of its own */
    bool is_graphic;      /* shapes within are its content */
    bool is_kept_empty;   /* an empty cell still counts */
    bool wraps_text;      /* holds elements only: text needs `wrapper` */
    display_role wrapper;
} pdf_role;

const pdf_role *pdf_role_lookup(display_role role);

#endif
