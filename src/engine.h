/* engine: what outlives one briefing: where layouts and fonts are, the
 * layouts read so far, the typesetter with its caches. It knows the rooms'
 * constructors and nothing of any stage's content. */
#ifndef ENGINE_H
#define ENGINE_H

#include "base/diag.h"
#include "display/picture.h"
#include "jianbao.h"
#include "style/style.h"
#include "text/text.h"

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "diag.def"
#undef DIAG

/* Everything handed out by the engine lives here. */
arena *engine_arena(jb_engine *e);
const char *engine_directory(const jb_engine *e);

/* Tell the watcher that a stage has ended. */
void engine_end_stage(const jb_engine *e, const char *stage);

/* The fonts and the typesetter, made when first asked for; NULL after
 * errors, which are reported anew each time. */
jb_fonts *engine_fonts(jb_engine *e, jb_diags *diags);
jb_typesetter *engine_typesetter(jb_engine *e, jb_diags *diags);

/* A layout or theme that is wanted, by name or path; name.at NULL: none.
 * `span` is where a file asks for it, SPAN_NONE when the caller does. */
typedef struct engine_wish {
    slice name;
    jb_span span;
} engine_wish;

/* A layout in a theme, else in the theme it asks for itself, else in its own
 * colours; read once. NULL after errors. */
const jb_style *engine_style(jb_engine *e, engine_wish layout,
                             engine_wish theme, jb_diags *diags);
const jb_theme *engine_theme(jb_engine *e, engine_wish theme,
                             jb_diags *diags);

/* The PNG file of a wish, relative to the file that asks for it; read once.
 * NULL after errors. */
const jb_picture *engine_picture(jb_engine *e, engine_wish wish,
                                 jb_diags *diags);

/* Names of the files in layouts/ or in a folder below it, sorted; they live
 * in `a`. */
#define ENGINE_LAYOUTS "layouts"
#define ENGINE_THEMES "layouts/themes"
size_t engine_names(const jb_engine *e, const char *folder, arena *a,
                    slice **names);

#endif
