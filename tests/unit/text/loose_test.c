/* loose: what a line that must be opened gives to gaps beside figures and what
 * to the places between Han. */
#include "fixture.h"

/* Room between two Han and beside the figure of the first line of
 * 甲乙1丙丁戊己 and a number that goes to the next. */
typedef struct room {
    jb_len han, gap;
} room;

static jb_len
x_of(const text_line *l, size_t byte)
{
    size_t at = l->first;
    for (size_t r = 0; r < l->n_runs; r++)
        for (size_t g = 0; g < l->runs[r].n_glyphs; g++) {
            if (at == byte)
                return l->runs[r].origin.x + l->runs[r].glyphs[g].left;
            at += l->runs[r].glyphs[g].text_bytes;
        }
    fail_msg("nothing at byte %zu", byte);
    return 0;
}

static room
room_at(const fixture *f, int measure)
{
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    options.measure = measure;
    jb_paragraph *p = set_text(
        f, a, SLICE_OF("甲乙1丙丁戊己12345678901234"), &options);
    const text_line *l = &p->lines[0];
    assert_int_equal(l->last, 19); /* bytes of 甲乙1丙丁戊己 */
    room r = {x_of(l, 3) - x_of(l, 0) - EM, x_of(l, 6) - x_of(l, 3) - EM};
    arena_drop(a);
    return r;
}

static void
assert_near(jb_len a, jb_len b)
{
    if (abs(a - b) > 2)
        fail_msg("%d, not %d", a, b);
}

static void
gaps_take_the_first_room(void **state)
{
    const fixture *f = *state;
    room r = room_at(f, 7 * EM + EM / 10); /* natural: 7 em */
    assert_near(r.han, 0);
    assert_near(r.gap, EM / 4 + EM / 20);
}

/* Beyond 1/3 em, thrice what comes between Han. */
static void
gaps_take_more_than_other_places(void **state)
{
    const fixture *f = *state;
    jb_len third = len_scale(EM, 333, 1000);
    jb_len room_left = 3 * EM / 20;
    room r = room_at(f, 7 * EM + 2 * (third - EM / 4) + room_left);
    assert_near(r.han, room_left / 10);
    assert_near(r.gap, third + 3 * room_left / 10);
}

/* Between Han no more than is seen by none, while gaps can still grow. */
static void
gaps_grow_alone_before_room_shows(void **state)
{
    const fixture *f = *state;
    jb_len third = len_scale(EM, 333, 1000);
    jb_len room_left = EM / 2 - 2 * (third - EM / 4);
    room r = room_at(f, 7 * EM + EM / 2);
    assert_near(r.han, EM / 50);
    assert_near(r.gap, third + (room_left - 4 * EM / 50) / 2);
}

static void
gaps_get_no_wider_than_half_an_em(void **state)
{
    const fixture *f = *state;
    room r = room_at(f, 9 * EM);
    assert_near(r.gap, EM / 2);
    assert_near(r.han, (2 * EM - EM / 2) / 4);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_take_the_first_room),
        cmocka_unit_test(gaps_take_more_than_other_places),
        cmocka_unit_test(gaps_grow_alone_before_room_shows),
        cmocka_unit_test(gaps_get_no_wider_than_half_an_em),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
