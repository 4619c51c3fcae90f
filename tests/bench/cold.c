/* Cold processes: run a command many times and print how long one run takes
 * from fork to exit, how much of that on a processor, and how much memory it
 * had at its most.
 *
 *     cold RUNS COMMAND ARGUMENT…
 *     →   median_ms least_ms p90_ms median_cpu_ms peak_mb
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

static double
milliseconds_of(struct timeval t)
{
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

typedef struct run {
    double ms, cpu_ms;
    long peak_kib;
} run;

/* One run, its output thrown away; false when it did not end well. */
static int
run_once(char **command, run *out)
{
    pid_t pid;
    int status;
    struct rusage used;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
                                     O_WRONLY, 0);
    double start = milliseconds_now();
    if (posix_spawnp(&pid, command[0], &actions, NULL, command, environ) != 0)
        return 0;
    wait4(pid, &status, 0, &used);
    out->ms = milliseconds_now() - start;
    out->cpu_ms =
        milliseconds_of(used.ru_utime) + milliseconds_of(used.ru_stime);
    out->peak_kib = used.ru_maxrss;
    posix_spawn_file_actions_destroy(&actions);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int
main(int n, char **arguments)
{
    static double ms[RUNS_MAX], cpu[RUNS_MAX];
    int runs = n > 2 ? atoi(arguments[1]) : 0;
    run one = {0};
    if (runs < 1 || runs > RUNS_MAX) {
        fprintf(stderr, "usage: cold RUNS COMMAND ARGUMENT...\n");
        return 2;
    }
    for (int i = -2; i < runs; i++) { /* two unmeasured runs warm the disk */
        if (!run_once(arguments + 2, &one)) {
            fprintf(stderr, "cold: the command failed\n");
            return 1;
        }
        if (i >= 0) {
            ms[i] = one.ms;
            cpu[i] = one.cpu_ms;
        }
    }
    qsort(ms, (size_t)runs, sizeof *ms, by_value);
    qsort(cpu, (size_t)runs, sizeof *cpu, by_value);
    printf("%.2f %.2f %.2f %.2f %.1f\n", ms[runs / 2], ms[0],
           ms[runs * 9 / 10], cpu[runs / 2], (double)one.peak_kib / 1024);
    return 0;
}
