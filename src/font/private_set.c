#include "font/private_set.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

struct private_set {
    FcFontSet *fonts;
};

static void
drop_config(void *config)
{
    FcConfigDestroy(config);
}

static void
drop_set(void *set)
{
    FcFontSetDestroy(set);
}

static const char *
text_of(const FcPattern *p, const char *object)
{
    FcChar8 *text;
    bool is_there = FcPatternGetString(p, object, 0, &text) == FcResultMatch;
    return is_there ? (const char *)text : "";
}

static int
compare_fonts(const void *a, const void *b)
{
    const FcPattern *p = *(FcPattern *const *)a, *q = *(FcPattern *const *)b;
    int order =
        strcmp(text_of(p, FC_POSTSCRIPT_NAME), text_of(q, FC_POSTSCRIPT_NAME));
    return order != 0 ? order
                      : strcmp(text_of(p, FC_FILE), text_of(q, FC_FILE));
}

/* Outlines without colour: what every output format can draw. */
static FcFontSet *
outline_fonts(FcConfig *config)
{
    FcPattern *wanted = FcPatternBuild(
        NULL, FC_OUTLINE, FcTypeBool, FcTrue, FC_COLOR, FcTypeBool, FcFalse,
        FC_VARIABLE, FcTypeBool, FcFalse, (char *)NULL);
    FcObjectSet *objects = FcObjectSetBuild(FC_FILE, FC_POSTSCRIPT_NAME,
                                            FC_CHARSET, (char *)NULL);
    FcFontSet *fonts = FcFontList(config, wanted, objects);
    FcObjectSetDestroy(objects);
    FcPatternDestroy(wanted);
    return fonts;
}

const private_set *
private_set_open(arena *a, const char *conf)
{
    private_set *s = ARENA_NEW(a, private_set);
    FcConfig *config = FcConfigCreate();
    arena_defer(a, drop_config, config);
    if (!FcConfigParseAndLoad(config, (const FcChar8 *)conf, FcFalse) ||
        !FcConfigBuildFonts(config))
        return s;
    s->fonts = outline_fonts(config);
    arena_defer(a, drop_set, s->fonts);
    if (s->fonts->nfont > 0)
        qsort(s->fonts->fonts, (size_t)s->fonts->nfont, sizeof(FcPattern *),
              compare_fonts);
    return s;
}

size_t
private_set_count(const private_set *s)
{
    return s->fonts == NULL ? 0 : (size_t)s->fonts->nfont;
}

private_font
private_set_font(const private_set *s, size_t i)
{
    const FcPattern *p = s->fonts->fonts[i];
    return (private_font){text_of(p, FC_FILE),
                          slice_from(text_of(p, FC_POSTSCRIPT_NAME))};
}

bool
private_set_has(const private_set *s, size_t i, uint32_t code)
{
    FcCharSet *characters;
    return FcPatternGetCharSet(s->fonts->fonts[i], FC_CHARSET, 0,
                               &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, code);
}
