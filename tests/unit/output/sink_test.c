#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/output.h"

/* A directory of its own for each test. */
typedef struct place {
    char directory[64];
    char file[96];
} place;

static int
make_place(void **state)
{
    place *p = calloc(1, sizeof *p);
    strcpy(p->directory, "/tmp/jianbao-sink-XXXXXX");
    assert_non_null(mkdtemp(p->directory));
    snprintf(p->file, sizeof p->file, "%s/out.txt", p->directory);
    *state = p;
    return 0;
}

static int
clear_place(void **state)
{
    place *p = *state;
    unlink(p->file);
    assert_int_equal(rmdir(p->directory), 0); /* nothing else is left */
    free(p);
    return 0;
}

static size_t
files_in(const char *directory)
{
    size_t n = 0;
    DIR *d = opendir(directory);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        n += e->d_name[0] != '.' || strlen(e->d_name) > 2;
    closedir(d);
    return n;
}

static void
write_text(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    fputs(text, f);
    fclose(f);
}

static void
assert_content(const char *path, const char *want)
{
    char got[64] = "";
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    got[fread(got, 1, sizeof got - 1, f)] = '\0';
    fclose(f);
    assert_string_equal(got, want);
}

static void
assert_only(const jb_diags *diags, const diag_kind *kind)
{
    assert_int_equal(diags_count(diags), 1);
    assert_ptr_equal(diags_at(diags, 0)->kind, kind);
}

static void
nothing_is_there_before_commit(void **state)
{
    place *p = *state;
    jb_diags *diags = diags_new();
    jb_sink *s = sink_to_file(p->file, diags);
    sink_write(s, SLICE_OF("one "));
    sink_printf(s, "%d %0300d", 2, 3);
    assert_int_equal(sink_offset(s), 306);
    assert_int_equal(files_in(p->directory), 0);
    assert_true(sink_commit(s, diags));
    assert_int_equal(files_in(p->directory), 1);
    s = sink_to_file(p->file, diags);
    sink_write(s, SLICE_OF("again"));
    sink_discard(s);
    s = sink_to_file(p->file, diags);
    sink_write(s, SLICE_OF("two"));
    assert_true(sink_commit(s, diags));
    assert_content(p->file, "two");
    assert_int_equal(diags_count(diags), 0);
    diags_drop(diags);
}

static void
the_old_files_permissions_stay(void **state)
{
    place *p = *state;
    jb_diags *diags = diags_new();
    write_text(p->file, "old");
    chmod(p->file, 0640);
    jb_sink *s = sink_to_file(p->file, diags);
    assert_true(sink_commit(s, diags));
    struct stat now;
    stat(p->file, &now);
    assert_int_equal(now.st_mode & 0777, 0640);
    assert_content(p->file, "");
    diags_drop(diags);
}

static void
a_link_is_followed(void **state)
{
    place *p = *state;
    jb_diags *diags = diags_new();
    char link[96];
    snprintf(link, sizeof link, "%s/link", p->directory);
    write_text(p->file, "old");
    assert_int_equal(symlink("out.txt", link), 0);
    jb_sink *s = sink_to_file(link, diags);
    sink_write(s, SLICE_OF("new"));
    assert_true(sink_commit(s, diags));
    assert_content(p->file, "new");
    unlink(link);
    diags_drop(diags);
}

static void
impossible_names_are_refused_at_once(void **state)
{
    place *p = *state;
    char path[9000];
    static const char *const ends[] = {"", "/", "/no/out.txt"};
    for (int i = 0; i < 3; i++) {
        jb_diags *diags = diags_new();
        snprintf(path, sizeof path, "%s%s", p->directory, ends[i]);
        assert_null(sink_to_file(path, diags));
        assert_only(diags, &OUTPUT_UNWRITABLE);
        diags_drop(diags);
    }
    jb_diags *diags = diags_new();
    memset(path, 'a', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    jb_sink *s = sink_to_file(path, diags);
    assert_true(s == NULL || !sink_commit(s, diags));
    assert_only(diags, &OUTPUT_UNWRITABLE);
    diags_drop(diags);
}

static void
what_is_no_file_is_written_in_place(void **state)
{
    (void)state;
    jb_diags *diags = diags_new();
    jb_sink *s = sink_to_file("/dev/null", diags);
    sink_write(s, SLICE_OF("bytes"));
    assert_true(sink_commit(s, diags));
    struct stat now;
    stat("/dev/null", &now);
    assert_true(S_ISCHR(now.st_mode));
    s = sink_to_file("/dev/full", diags);
    sink_write(s, SLICE_OF("bytes"));
    assert_false(sink_commit(s, diags));
    assert_only(diags, &OUTPUT_UNWRITABLE);
    diags_drop(diags);
}

static void
standard_output_gets_all_at_commit(void **state)
{
    (void)state;
    jb_diags *diags = diags_new();
    int ends[2], before = dup(STDOUT_FILENO);
    char got[16] = "";
    fflush(stdout);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[1], STDOUT_FILENO);
    jb_sink *s = sink_to_file("-", diags);
    sink_write(s, SLICE_OF("bytes"));
    bool is_done = sink_commit(s, diags);
    dup2(before, STDOUT_FILENO);
    close(ends[1]);
    assert_int_equal(read(ends[0], got, sizeof got - 1), 5);
    assert_string_equal(got, "bytes");
    assert_true(is_done);
    close(ends[0]);
    close(before);
    diags_drop(diags);
}

/* As if the disk were full after `limit` bytes. */
static bool
commit_with_limit(jb_sink *s, size_t limit, jb_diags *diags)
{
    struct rlimit before, during;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    during = before;
    during.rlim_cur = limit;
    setrlimit(RLIMIT_FSIZE, &during);
    bool is_done = sink_commit(s, diags);
    setrlimit(RLIMIT_FSIZE, &before);
    return is_done;
}

static void
a_full_disk_leaves_the_old_file(void **state)
{
    place *p = *state;
    jb_diags *diags = diags_new();
    write_text(p->file, "old");
    jb_sink *s = sink_to_file(p->file, diags);
    for (int i = 0; i < 3000; i++)
        sink_write(s, SLICE_OF("0123456789"));
    assert_false(commit_with_limit(s, 16384, diags));
    assert_only(diags, &OUTPUT_UNWRITABLE);
    assert_content(p->file, "old");
    assert_int_equal(files_in(p->directory), 1);
    diags_drop(diags);
}

/* Fails from the n-th piece on. */
typedef struct faulty {
    int good;
    int calls;
} faulty;

static bool
write_faulty(void *user, slice bytes)
{
    faulty *f = user;
    (void)bytes;
    return ++f->calls <= f->good;
}

static void
a_failed_function_is_not_called_again(void **state)
{
    (void)state;
    for (int good = 0; good <= 4; good++) {
        jb_diags *diags = diags_new();
        faulty f = {good, 0};
        jb_sink *s = sink_to_function(write_faulty, &f);
        for (int i = 0; i < 4; i++)
            sink_write(s, SLICE_OF("piece"));
        assert_int_equal(sink_offset(s), 20);
        assert_int_equal(sink_commit(s, diags), good == 4);
        assert_int_equal(f.calls, good < 4 ? good + 1 : 4);
        assert_int_equal(diags_count(diags), good < 4);
        diags_drop(diags);
    }
}

static void
formats_are_found_by_name_and_suffix(void **state)
{
    (void)state;
    assert_true(formats_count() > 0);
    for (size_t i = 0; i < formats_count(); i++) {
        const jb_format *f = format_at(i);
        char path[64];
        snprintf(path, sizeof path, "a.b/c.%s", f->name);
        assert_ptr_equal(format_lookup(slice_from(f->name)), f);
        assert_ptr_equal(format_for_path(slice_from(path)), f);
        assert_non_null(f->write);
        assert_true(strlen(f->doc) > 0 && strlen(f->media_type) > 0);
    }
    assert_ptr_equal(format_for_path(SLICE_OF("图.PNG")),
                     format_lookup(SLICE_OF("png")));
    assert_null(format_for_path(SLICE_OF("png")));
    assert_null(format_for_path(SLICE_OF("a.png/b")));
    assert_null(format_for_path(SLICE_OF("a.pn")));
    assert_null(format_for_path(SLICE_OF("")));
    assert_null(format_lookup(SLICE_OF("")));
}

static void
no_format_writes_a_page_that_is_not_there(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages none = {.arena = a};
    for (size_t i = 0; i < formats_count(); i++) {
        jb_diags *diags = diags_new();
        jb_sink *s = sink_to_memory();
        assert_false(format_at(i)->write((output_pages){&none, 0, 1},
                                         &OUTPUT_OPTIONS, s, diags));
        assert_only(diags, &OUTPUT_NO_PAGES);
        assert_int_equal(sink_offset(s), 0);
        sink_discard(s);
        diags_drop(diags);
    }
    arena_drop(a);
}

#define IN_PLACE(test)                                                       \
    cmocka_unit_test_setup_teardown(test, make_place, clear_place)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        IN_PLACE(nothing_is_there_before_commit),
        IN_PLACE(the_old_files_permissions_stay),
        IN_PLACE(a_link_is_followed),
        IN_PLACE(impossible_names_are_refused_at_once),
        cmocka_unit_test(what_is_no_file_is_written_in_place),
        cmocka_unit_test(standard_output_gets_all_at_commit),
        IN_PLACE(a_full_disk_leaves_the_old_file),
        cmocka_unit_test(a_failed_function_is_not_called_again),
        cmocka_unit_test(formats_are_found_by_name_and_suffix),
        cmocka_unit_test(no_format_writes_a_page_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
