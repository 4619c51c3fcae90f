#include "display/pages.h"

void
pages_drop(jb_pages *p)
{
    if (p != NULL)
        arena_drop(p->arena);
}
