#include "chart/chart.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "chart/diag.def"
#undef DIAG
