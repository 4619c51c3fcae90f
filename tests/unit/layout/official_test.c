/* Official documents: the elements of GB/T 9704-2012 that only some have, and
 * where they stand; those that a document lacks leave no trace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "unit/layout/printed.h"

#define HEAD                                                                 \
    "title: 关于报送情况的通知\nissuer: 某市发展和改革委员会\n"              \
    "number: 某发改〔2025〕15号\ndate: 2025-07-18\naddressee: 各县\n"
#define TAIL                                                                 \
    "metrics:\n  a: {name: 甲, unit: 家, value: 3}\n"                        \
    "sections:\n  - text: 请按时报送。\n"
#define MM(x) LEN_OF_MM(x)
#define EM LEN_OF_PT(15.75)

/* The first run whose text starts so, or NULL. */
static const printed_run *
run_starting(const printed *p, const char *text)
{
    for (size_t i = 0; i < p->runs.n; i++)
        if (slice_starts_with(p->runs.at[i].run->text, slice_from(text)))
            return &p->runs.at[i];
    return NULL;
}

static void
assert_near(jb_len a, jb_len b)
{
    if (abs(a - b) > LEN_OF_PT(0.3))
        fail_msg("%d is not near %d", a, b);
}

static void
elements_stand_where_the_standard_says(void **state)
{
    (void)state;
    printed p = printed_from(HEAD "serial: \"000001\"\nsecrecy: 秘密★1年\n"
                             "urgency: 加急\nattachments: [汇总表, 分工表]\n"
                             "remark: 此件公开发布\ncopies: 市委办公室\n"
                             "printer: 某市发改委办公室\n"
                             "printed: 2025-07-19\n" TAIL,
                             "gongwen");
    assert_non_null(p.pages);
    const printed_run *serial = run_starting(&p, "000001");
    const printed_run *secrecy = run_starting(&p, "秘密");
    const printed_run *urgency = run_starting(&p, "加急");
    assert_near(serial->left, MM(28)); /* 7.2.1: flush left, line 1 */
    assert_near(secrecy->left, MM(28));
    assert_true(serial->run->origin.y < secrecy->run->origin.y);
    assert_true(secrecy->run->origin.y < urgency->run->origin.y);
    const printed_run *first = run_starting(&p, "附件：");
    const printed_run *second = run_starting(&p, "2.");
    assert_near(first->left, MM(28) + 2 * EM); /* 7.3.4: indent 2 */
    const printed_run *number = run_starting(&p, "1.");
    assert_near(second->left, number->left);
    assert_non_null(run_starting(&p, "（此件公开发布）"));
    assert_non_null(run_starting(&p, "抄送："));
    assert_non_null(run_starting(&p, "某市发改委办公室"));
    printed_drop(&p);
}

static void
what_is_not_said_is_not_set(void **state)
{
    (void)state;
    printed p = printed_from(HEAD TAIL, "gongwen");
    assert_non_null(p.pages);
    static const char *const none[] = {"附件", "抄送", "（", "签发人"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(run_starting(&p, none[i]));
    printed_drop(&p);
}

/* 7.2.4: the agency chooses the size, so that its name stands in one line. */
static void
a_long_agency_mark_stays_on_one_line(void **state)
{
    (void)state;
    printed p = printed_from(HEAD TAIL, "gongwen");
    const printed_run *mark = run_starting(&p, "某市发展和改革委员会文件");
    assert_non_null(mark);
    assert_true(mark->run->size < LEN_OF_PT(44));
    assert_true(mark->right <= MM(28 + 156) + LEN_OF_PT(0.5));
    printed_drop(&p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_stand_where_the_standard_says),
        cmocka_unit_test(what_is_not_said_is_not_set),
        cmocka_unit_test(a_long_agency_mark_stays_on_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
