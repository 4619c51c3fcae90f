#include "output/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/output.h"

#define TEMPORARY_TRIES 100

/* The system's reasons that people meet, in their language. */
static slice
reason(int error)
{
    switch (error) {
    case EACCES:
    case EPERM:
        return SLICE_OF("没有写入权限");
    case ENOENT:
    case ENOTDIR:
        return SLICE_OF("所在的目录不存在");
    case EISDIR:
        return SLICE_OF("它是一个目录");
    case ENOSPC:
    case EDQUOT:
        return SLICE_OF("磁盘空间不足");
    case EROFS:
        return SLICE_OF("文件系统是只读的");
    case EFBIG:
        return SLICE_OF("超过了系统允许的文件大小");
    case ENAMETOOLONG:
        return SLICE_OF("文件名太长");
    case EPIPE:
        return SLICE_OF("接收的程序已经退出");
    default:
        return slice_from(strerror(error));
    }
}

static bool
report(const char *path, int error, jb_diags *diags)
{
    diag_report(diags, &OUTPUT_UNWRITABLE, SPAN_NONE, slice_from(path),
                reason(error));
    return false;
}

static bool
is_stdout(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* `path` with symbolic links followed, or itself when it does not exist. */
static const char *
target_of(const char *path, char *resolved)
{
    return realpath(path, resolved) != NULL ? resolved : path;
}

static size_t
directory_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

bool
file_check(const char *path, jb_diags *diags)
{
    struct stat there;
    if (is_stdout(path))
        return true;
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode))
        return report(path, EISDIR, diags);
    char resolved[PATH_MAX];
    const char *target = target_of(path, resolved);
    size_t n = directory_length(target);
    char directory[PATH_MAX] = ".";
    if (n >= sizeof directory)
        return report(path, ENAMETOOLONG, diags);
    if (n > 0) {
        memcpy(directory, target, n);
        directory[n] = '\0';
    }
    if (stat(directory, &there) != 0)
        return report(path, errno, diags);
    return true;
}

static bool
write_all(int file, slice bytes)
{
    while (bytes.len > 0) {
        ssize_t n = write(file, bytes.at, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes = slice_cut(bytes, (size_t)n, bytes.len);
    }
    return true;
}

static bool
write_in_place(const char *path, slice bytes)
{
    int file = is_stdout(path) ? dup(STDOUT_FILENO)
                               : open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool is_written = write_all(file, bytes);
    int error = errno;
    bool is_closed = close(file) == 0;
    if (!is_written)
        errno = error;
    return is_written && is_closed;
}

/* A new file beside `path`; its name has the process in it, so that workers
 * that write to one directory do not meet. */
static int
open_temporary(const char *path, char *name, size_t room)
{
    size_t n = directory_length(path);
    for (int i = 0; i < TEMPORARY_TRIES; i++) {
        int length = snprintf(name, room, "%.*s.jianbao-%ld-%d.new", (int)n,
                              path, (long)getpid(), i);
        if (length < 0 || (size_t)length >= room) {
            errno = ENAMETOOLONG;
            return -1;
        }
        int file =
            open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            return file;
    }
    return -1;
}

static bool
replace(const char *path, const struct stat *old, slice bytes)
{
    char name[PATH_MAX];
    int file = open_temporary(path, name, sizeof name);
    if (file < 0)
        return false;
    bool is_written =
        write_all(file, bytes) &&
        (old == NULL || fchmod(file, old->st_mode & 0777) == 0);
    int error = errno;
    bool is_closed = close(file) == 0;
    if (is_written && is_closed && rename(name, path) == 0)
        return true;
    error = is_written ? errno : error;
    unlink(name);
    errno = error;
    return false;
}

bool
file_write(const char *path, slice bytes, jb_diags *diags)
{
    struct stat old;
    char resolved[PATH_MAX];
    bool is_there = !is_stdout(path) && stat(path, &old) == 0;
    bool is_in_place =
        is_stdout(path) || (is_there && !S_ISREG(old.st_mode));
    bool is_done =
        is_in_place ? write_in_place(path, bytes)
                    : replace(target_of(path, resolved),
                              is_there ? &old : NULL, bytes);
    return is_done || report(path, errno, diags);
}
