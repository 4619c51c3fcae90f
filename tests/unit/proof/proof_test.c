/* proof: what is measured on pages is what was drawn: a page is set, found
 * sound, then spoiled in one way after the other, and each fault is seen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proof/gongwen.h"
#include "proof/typography.h"
#include "unit/layout/printed.h"

#define TEXT                                                                 \
    "全市科技型中小企业达到2671家，同比增长251%，增幅居全省第1位；技术合同"  \
    "成交额达到62.3亿元，其中“十四五”规划项目占一半以上。预计全年新认定高新" \
    "技术企业200家以上，年末总量达到490家左右，超额完成年度目标任务，为建设" \
    "现代化强市提供有力支撑，推动各项工作再上新台阶，取得新的更大成绩。"

static printed
set_sample(void)
{
    return printed_from("title: 样例\nissuer: 某市统计局\nmetrics:\n"
                        "  a: {name: 甲, unit: 家, value: 3}\n"
                        "sections:\n  - heading: 概况\n    text: |\n"
                        "      " TEXT "\n\n      " TEXT "\n",
                        "gongwen");
}

static typography
typography_of_pages(arena *a, const printed *p)
{
    seen_document seen = seen_from_pages(a, p->pages);
    return typography_of(a, &seen);
}

static void
a_well_set_page_is_sound(void **state)
{
    (void)state;
    printed p = set_sample();
    arena *a = arena_new();
    typography t = typography_of_pages(a, &p);
    assert_true(t.n_full > 6);
    for (int f = 0; f < FAULT_FIRST_SOFT; f++)
        assert_int_equal(t.faults[f], 0);
    assert_true(t.worst_room < 0.06);
    arena_drop(a);
    printed_drop(&p);
}

/* The first run of the second line of prose that starts with a Han. */
static jb_glyph_run *
run_of_line(const printed *p, size_t wanted)
{
    size_t n = 0;
    jb_len last = 0;
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (r->role != ROLE_P || !r->is_in_section || r->is_artifact ||
            r->run->origin.y == last)
            continue;
        last = r->run->origin.y;
        if (++n > wanted && r->run->n_glyphs > 3)
            return (jb_glyph_run *)r->run;
    }
    return NULL;
}

static void
spoiled_pages_are_found_out(void **state)
{
    (void)state;
    static const struct {
        proof_fault fault;
        const char *start; /* what the line shall start with */
        int shift;         /* thousandths of the em: its last glyph */
    } spoilings[] = {
        {FAULT_START, "，全市场", 0},
        {FAULT_OUTSIDE, NULL, 600}, /* half a mark may hang */
    };
    for (size_t i = 0; i < sizeof spoilings / sizeof *spoilings; i++) {
        printed p = set_sample();
        arena *a = arena_new();
        jb_glyph_run *run = run_of_line(&p, 2);
        assert_non_null(run);
        if (spoilings[i].start != NULL)
            memcpy((char *)run->text.at, spoilings[i].start,
                   strlen("，"));
        for (size_t g = 0; spoilings[i].shift > 0 && g < p.runs.n; g++) {
            jb_glyph_run *other = (jb_glyph_run *)p.runs.at[g].run;
            if (other->origin.y == run->origin.y)
                other->origin.x += run->size * spoilings[i].shift / 1000;
        }
        typography t = typography_of_pages(a, &p);
        assert_true(t.faults[spoilings[i].fault] > 0);
        arena_drop(a);
        printed_drop(&p);
    }
}

static void
the_standards_dimensions_are_kept(void **state)
{
    (void)state;
    printed p = set_sample();
    arena *a = arena_new();
    seen_document seen = seen_from_pages(a, p.pages);
    size_t n, found = 0;
    proof_dimension *d = gongwen_dimensions(a, &seen, &n);
    for (size_t i = 0; i < n; i++) {
        found += d[i].is_found;
        if (!dimension_is_kept(&d[i]))
            fail_msg("%s %s: %g", d[i].clause, d[i].name, d[i].measured);
    }
    assert_true(found > 8);
    arena_drop(a);
    printed_drop(&p);
}

static void
a_moved_page_breaks_the_standard(void **state)
{
    (void)state;
    printed p = set_sample();
    arena *a = arena_new();
    for (size_t i = 0; i < p.runs.n; i++)
        ((jb_glyph_run *)p.runs.at[i].run)->origin.x += LEN_OF_MM(3);
    seen_document seen = seen_from_pages(a, p.pages);
    size_t n, broken = 0;
    proof_dimension *d = gongwen_dimensions(a, &seen, &n);
    for (size_t i = 0; i < n; i++)
        broken += !dimension_is_kept(&d[i]);
    assert_true(broken > 0);
    arena_drop(a);
    printed_drop(&p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_well_set_page_is_sound),
        cmocka_unit_test(spoiled_pages_are_found_out),
        cmocka_unit_test(the_standards_dimensions_are_kept),
        cmocka_unit_test(a_moved_page_breaks_the_standard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
