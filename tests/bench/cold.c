/* Cold processes: run a command many times and print how long one run takes
 * from fork to exit, and how much memory it had at its most.
 *
 *     cold RUNS COMMAND ARGUMENT…   →   median_ms least_ms p90_ms peak_mb
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS_MAX 1000

extern char **environ;

static double
milliseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int
by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* One run; false when it did not end well. */
static int
run_once(char **command, double *ms, long *peak_kib)
{
    pid_t pid;
    int status;
    struct rusage used;
    double start = milliseconds_now();
    if (posix_spawnp(&pid, command[0], NULL, NULL, command, environ) != 0)
        return 0;
    wait4(pid, &status, 0, &used);
    *ms = milliseconds_now() - start;
    *peak_kib = used.ru_maxrss;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int
main(int n, char **arguments)
{
    static double ms[RUNS_MAX];
    int runs = n > 2 ? atoi(arguments[1]) : 0;
    long peak = 0;
    if (runs < 1 || runs > RUNS_MAX) {
        fprintf(stderr, "usage: cold RUNS COMMAND ARGUMENT...\n");
        return 2;
    }
    for (int i = -2; i < runs; i++) { /* two unmeasured runs warm the disk */
        double one;
        if (!run_once(arguments + 2, &one, &peak)) {
            fprintf(stderr, "cold: the command failed\n");
            return 1;
        }
        if (i >= 0)
            ms[i] = one;
    }
    qsort(ms, (size_t)runs, sizeof *ms, by_value);
    printf("%.2f %.2f %.2f %.1f\n", ms[runs / 2], ms[0], ms[runs * 9 / 10],
           (double)peak / 1024);
    return 0;
}
