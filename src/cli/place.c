#include "cli/place.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/slice.h"

/* The directory of the running program; "." when the system won't tell. */
static slice
program_directory(arena *a)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    size_t len = n > 0 ? (size_t)n : 0;
    while (len > 0 && path[len - 1] != '/')
        len--;
    if (len == 0)
        return SLICE_OF(".");
    return slice_copy(a, (slice){path, len - 1});
}

const char *
place_of_data(arena *a)
{
    static const char *const beside[] = {"..", "../..", "../share/jianbao"};
    const char *wanted = getenv("JIANBAO_DATA");
    if (wanted != NULL && wanted[0] != '\0')
        return wanted;
    slice program = program_directory(a);
    const char *directory = "";
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        directory = arena_printf(a, "%.*s/%s", SLICE_ARGS(program), beside[i]);
        if (access(arena_printf(a, "%s/layouts", directory), X_OK) == 0)
            break;
    }
    /* Plain names in messages and lists: /usr/share, not /usr/bin/../share. */
    char real[PATH_MAX];
    if (realpath(directory, real) == NULL)
        return directory;
    return slice_copy(a, slice_from(real)).at;
}
