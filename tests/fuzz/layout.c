/* Bytes as a layout file, and as a theme that dresses itself. */
#include "fuzz/fuzz.h"
#include "style/style.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    jb_diags *diags = diags_new();
    jb_source *source = source_from_bytes(SLICE_OF("fuzz"),
                                          (slice){(const char *)bytes, n});
    jb_style *style = style_from_source(source, NULL, diags);
    if (style == NULL && !diags_has_errors(diags))
        abort(); /* refused without saying why */
    style_drop(style);
    jb_theme *theme = theme_from_source(source, diags);
    if (theme != NULL)
        style_drop(style_from_source(source, theme, diags));
    theme_drop(theme);
    source_drop(source);
    diags_drop(diags);
    return 0;
}
