/* The command line: read the arguments, run one command, see that what was
 * printed has arrived. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/help.h"

/* A file opened later must not become standard output because that was
 * closed. Opened the wrong way round, so that using it still fails. */
static void
occupy_standard_streams(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1)
            open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

static bool
is_word(const char *typed, const char *word, const char *also)
{
    return typed != NULL &&
           (strcmp(typed, word) == 0 || strcmp(typed, also) == 0);
}

static int
run(int n, char **arguments)
{
    cli_request request;
    const char *first = n > 1 ? arguments[1] : NULL;
    if (is_word(first, "--help", "-h") || is_word(first, "help", "--help")) {
        help_program(stdout);
        return JB_DONE;
    }
    if (is_word(first, "--version", "-V")) {
        printf("jianbao %s\n", jb_version());
        return JB_DONE;
    }
    if (!request_from_arguments(&request, n, arguments))
        return JB_REQUEST_WRONG;
    if (request_has(&request, OPTION_HELP)) {
        help_command(request.command, stdout);
        return JB_DONE;
    }
    return request.command->run(&request);
}

int
main(int n, char **arguments)
{
    occupy_standard_streams();
    /* A file size limit is a failed write like any other. */
    signal(SIGXFSZ, SIG_IGN);
    int status = run(n, arguments);
    bool has_failed = ferror(stdout) != 0;
    if (fclose(stdout) != 0 || has_failed) {
        fputs("jianbao: 错误: 写不到标准输出\n", stderr);
        return JB_SYSTEM_FAILED;
    }
    return status;
}
