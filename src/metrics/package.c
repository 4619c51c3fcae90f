#include "metrics/package.h"

#include <expat.h>
#include <stdlib.h>

typedef struct parsing {
    const package_reader *reader;
    XML_Parser parser;
} parsing;

slice
package_local(const char *name)
{
    const char *colon = strchr(name, ':');
    return slice_from(colon == NULL ? name : colon + 1);
}

slice
package_attribute(arena *a, const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i] != NULL; i += 2)
        if (slice_is(package_local(attributes[i]), name))
            return slice_copy(a, slice_from(attributes[i + 1]));
    return (slice){NULL, 0};
}

static void XMLCALL
on_start(void *user, const char *name, const char **attributes)
{
    const package_reader *r = ((parsing *)user)->reader;
    r->start(r->user, package_local(name), attributes);
}

static void XMLCALL
on_end(void *user, const char *name)
{
    const package_reader *r = ((parsing *)user)->reader;
    r->end(r->user, package_local(name));
}

static void XMLCALL
on_text(void *user, const char *text, int n)
{
    const package_reader *r = ((parsing *)user)->reader;
    r->text(r->user, (slice){text, (size_t)n});
}

static void XMLCALL
on_doctype(void *user, const char *name, const char *system,
           const char *public, int has_internal)
{
    (void)name, (void)system, (void)public, (void)has_internal;
    XML_StopParser(((parsing *)user)->parser, XML_FALSE);
}

bool
package_is(slice bytes, slice folder)
{
    return slice_starts_with(bytes, SLICE_OF("PK\3\4")) &&
           slice_find(bytes, folder) < bytes.len;
}

bool
package_read(slice part, const package_reader *reader)
{
    parsing p = {reader, XML_ParserCreate(NULL)};
    if (p.parser == NULL)
        abort();
    XML_SetUserData(p.parser, &p);
    XML_SetElementHandler(p.parser, on_start, on_end);
    XML_SetCharacterDataHandler(p.parser, on_text);
    XML_SetStartDoctypeDeclHandler(p.parser, on_doctype);
    bool is_good = XML_Parse(p.parser, part.at, (int)part.len, XML_TRUE) ==
                   XML_STATUS_OK;
    XML_ParserFree(p.parser);
    return is_good;
}
