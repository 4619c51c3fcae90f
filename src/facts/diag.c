#include "facts/facts.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "facts/diag.def"
#undef DIAG
