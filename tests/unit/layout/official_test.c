/* Official documents: the elements of GB/T 9704-2012 that only some have, and
 * where they stand; those that a document lacks leave no trace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
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

/* No imprint is made up; one that says something has all of it. */
static void
an_imprint_is_not_made_up(void **state)
{
    (void)state;
    static const struct {
        const char *more;
        bool has_imprint;
    } cases[] = {{"", false},
                 {"copies: 市委办公室\n", true},
                 {"printer: 办公室\n", true},
                 {"printed: 2025-07-19\n", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[600];
        snprintf(text, sizeof text, HEAD "%s" TAIL, cases[i].more);
        printed p = printed_from(text, "gongwen");
        bool has_imprint = false;
        for (size_t k = 0; k < p.runs.n; k++)
            has_imprint |= slice_has(p.runs.at[k].run->text, "日印发");
        assert_int_equal(has_imprint, cases[i].has_imprint);
        assert_int_equal(p.pages->pages.n, cases[i].has_imprint ? 2 : 1);
        printed_drop(&p);
    }
}

/* A public notice of several agencies is called by their head: no title says
 * it again. With an addressee it is 文件, as any other; 版头 says it outright. */
static void
public_notices_have_a_head_of_their_own(void **state)
{
    (void)state;
    static const struct {
        const char *more;
        bool is_notice, has_title;
    } cases[] = {
        {"title: 甲市财政局 甲市税务局公告\n", true, false},
        {"title: 关于税率的公告\n", true, true},
        {"title: 关于税率的公告\naddressee: 各县\n", false, true},
        {"title: 关于税率的公告\nmark: 文件\n", false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[600];
        snprintf(text, sizeof text,
                 "issuer: 甲市财政局\njoint: [甲市税务局]\n"
                 "date: 2025-07-18\n%s" TAIL, cases[i].more);
        printed p = printed_from(text, "gongwen");
        assert_non_null(p.pages);
        assert_int_equal(run_starting(&p, "公告") != NULL,
                         cases[i].is_notice);
        assert_int_equal(run_starting(&p, "文件") != NULL,
                         !cases[i].is_notice);
        assert_int_equal(run_starting(&p, "关于税率的公告") != NULL,
                         cases[i].has_title);
        printed_drop(&p);
    }
}

/* 7.3.3: （一） is in 楷体 where the text goes on behind it too; a sentence
 * with a number before it is none. */
static void
heads_that_run_in_are_in_their_face(void **state)
{
    (void)state;
    static const struct {
        const char *text, *head;
        bool differs;
    } cases[] = {
        {"（一）放宽市场准入。各县要清理清单。", "（一）", true},
        {"（十二）放宽准入，优化服务。各县要清理。", "（十二）", true},
        {"（一）放宽市场准入事项的清单。", "（一）", false},
        {"（一）到2035年耕地不减。各县要清理。", "（一）", false},
        {"（甲）放宽市场准入。各县要清理清单。", "（甲）", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char yaml[512];
        snprintf(yaml, sizeof yaml,
                 HEAD "sections:\n- text: |\n    第一段的话说在前面。\n\n"
                      "    %s\n\n    末一段的话。\n",
                 cases[i].text);
        printed p = printed_from(yaml, "gongwen");
        assert_non_null(p.pages);
        const printed_run *head = run_starting(&p, cases[i].head);
        const printed_run *plain = run_starting(&p, "第一段");
        assert_non_null(head);
        assert_non_null(plain);
        if ((head->run->face != plain->run->face) != cases[i].differs)
            fail_msg("%s", cases[i].text);
        printed_drop(&p);
    }
}

/* 附件：1. 2025年汇总表, not 1.2025. */
static void
numbers_keep_off_the_digits_behind_them(void **state)
{
    (void)state;
    printed p = printed_from(
        HEAD "attachments: [2025年汇总表, 分工表]\n" TAIL, "gongwen");
    assert_non_null(p.pages);
    const printed_run *number = run_starting(&p, "1.");
    const printed_run *name = run_starting(&p, "2025");
    while (name != NULL && name->run->origin.y != number->run->origin.y)
        name++;
    assert_in_range(name->left - number->right, EM / 6, EM / 2);
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

#define JOINT                                                                \
    "title: 关于报送情况的报告\nissuer: 某市财政局\n"                        \
    "joint: [某市发展和改革委员会, 某市统计局]\n"                            \
    "number: 某财〔2025〕15号\ndate: 2025-07-18\naddressee: 市政府\n"           \
    "printer: 财政局办公室\n"

/* 7.2.4: the lead agency first, all names of one width, 文件 at their right
 * in the middle of their height; 7.3.3: text on the first page. */
static void
agencies_share_a_mark(void **state)
{
    (void)state;
    printed p = printed_from(JOINT TAIL, "gongwen-sealed");
    assert_non_null(p.pages);
    const printed_run *lead = run_starting(&p, "某市财政局");
    const printed_run *second = run_starting(&p, "某市发展");
    const printed_run *third = run_starting(&p, "某市统计局");
    const printed_run *suffix = run_starting(&p, "文件");
    assert_near(lead->left, second->left);
    assert_near(lead->right, second->right);
    assert_near(third->right, second->right);
    assert_true(suffix->left > second->right);
    assert_near(suffix->run->origin.y, second->run->origin.y);
    assert_near(third->run->origin.y - second->run->origin.y,
                second->run->origin.y - lead->run->origin.y);
    assert_near((lead->left - MM(28)), MM(28 + 156) - suffix->right);
    assert_true(printed_has(&p, 0, "请按时报送"));
    printed_drop(&p);
}

/* The run's last appearance: a name in the mark stands again in the
 * signature. */
static const printed_run *
last_starting(const printed *p, const char *text)
{
    const printed_run *found = NULL;
    for (size_t i = 0; i < p->runs.n; i++)
        if (slice_starts_with(p->runs.at[i].run->text, slice_from(text)))
            found = &p->runs.at[i];
    return found;
}

/* The day of the signature's date; the imprint's goes on. */
static const printed_run *
signed_day(const printed *p)
{
    for (size_t i = 0; i < p->runs.n; i++)
        if (slice_is(p->runs.at[i].run->text, "日"))
            return &p->runs.at[i];
    return NULL;
}

static jb_len
middle_of(const printed_run *r)
{
    return (r->left + r->right) / 2;
}

/* 7.3.5.1: the date four characters from the right, the last name centred
 * over it; seals (42 mm) apart from each other and inside the type area. */
static void
joint_seals_do_not_cross(void **state)
{
    (void)state;
    printed p = printed_from(JOINT TAIL, "gongwen-sealed");
    const printed_run *lead = last_starting(&p, "某市财政局");
    const printed_run *second = last_starting(&p, "某市发展");
    const printed_run *third = last_starting(&p, "某市统计局");
    const printed_run *day = signed_day(&p);
    const printed_run *year = day;
    while (!slice_is(year->run->text, "2025"))
        year--;
    assert_near(lead->run->origin.y, second->run->origin.y);
    assert_true(middle_of(second) - middle_of(lead) > MM(42));
    assert_true(third->run->origin.y - lead->run->origin.y > MM(42));
    assert_near(middle_of(second), middle_of(third));
    assert_true(middle_of(lead) - MM(21) >= MM(28));
    assert_true(middle_of(third) + MM(21) <= MM(28 + 156));
    assert_near(MM(28 + 156) - day->right, 4 * EM);
    assert_near(middle_of(third), (year->left + day->right) / 2);
    printed_drop(&p);
}

/* 7.2.6: two names in a row, the third below the first; the number in the
 * last row, one character from the left. */
static void
signers_stand_two_in_a_row(void **state)
{
    (void)state;
    printed p = printed_from(JOINT "signer: 甲一二 乙三四 丙五\n" TAIL,
                             "gongwen");
    const printed_run *first = run_starting(&p, "甲一二");
    const printed_run *second = run_starting(&p, "乙三四");
    const printed_run *third = run_starting(&p, "丙五");
    const printed_run *number = run_starting(&p, "某财");
    assert_near(first->run->origin.y, second->run->origin.y);
    assert_near(first->left, third->left);
    assert_near(MM(28 + 156) - second->right, EM);
    assert_near(number->left, MM(28) + EM);
    assert_near(number->run->origin.y, third->run->origin.y);
    assert_true(third->run->origin.y > first->run->origin.y);
    printed_drop(&p);
}

/* 7.3.7: an attachment from a new page on, before the imprint: its number
 * flush left on line 1, its title centred on line 3. */
static void
attachments_have_pages_of_their_own(void **state)
{
    (void)state;
    printed p = printed_from(
        HEAD "copies: 市委办公室\nattachments:\n"
             "  - {name: 汇总说明, text: 本表按月汇总。}\n"
             "  - {name: 分工表, sideways: yes, "
             "table: [[序号, 单位], [1, 甲局]]}\n" TAIL,
        "gongwen");
    assert_non_null(p.pages);
    const printed_run *label = run_starting(&p, "附件1");
    const printed_run *title = last_starting(&p, "汇总说明");
    assert_near(label->left, MM(28));
    assert_near(middle_of(title), MM(28 + 78));
    assert_true(printed_has(&p, label->page, "本表按月汇总"));
    const printed_run *cell = run_starting(&p, "甲局");
    assert_true(cell->run->is_upright_rotated);
    assert_int_equal(cell->page, label->page + 1);
    size_t n = p.pages->pages.n, after = cell->page + 1;
    assert_int_equal(n, after + 1 + (after + 1) % 2); /* both sides printed */
    assert_true(printed_has(&p, n - 1, "抄送"));
    printed_drop(&p);
}

/* 10.3: heads in the black face, what turns over aligned behind the colon. */
static void
minutes_name_who_was_there(void **state)
{
    (void)state;
    printed p = printed_from(
        HEAD "present: 甲乙丙、丁戊己（市政府），庚辛壬、癸子丑（市发展和改革"
             "委员会），寅卯辰、巳午未（市财政局）\nabsent: 申酉（市统计局）\n"
             TAIL, "gongwen-minutes");
    assert_non_null(p.pages);
    const printed_run *present = run_starting(&p, "出席：");
    const printed_run *absent = run_starting(&p, "请假：");
    const printed_run *names = run_starting(&p, "甲乙丙");
    const printed_run *away = run_starting(&p, "申酉");
    assert_ptr_not_equal(present->run->face, names->run->face);
    assert_near(present->left, MM(28) + 2 * EM);
    assert_near(names->left, away->left);
    /* Faces share the box of an ideograph, not the baseline. */
    assert_true(abs(away->run->origin.y - absent->run->origin.y) < EM / 10);
    assert_null(run_starting(&p, "列席"));
    printed_drop(&p);
}

/* 10.2: the mark 20 mm below the type area's head, no red rule, no title; the
 * post two characters left of the name. */
static void
an_order_is_signed_by_a_person(void **state)
{
    (void)state;
    printed p = printed_from(
        HEAD "signatories: [{post: 市长, name: 程一帆}]\n" TAIL,
        "gongwen-order");
    assert_non_null(p.pages);
    const printed_run *post = run_starting(&p, "市长");
    const printed_run *name = run_starting(&p, "程一帆");
    assert_near(name->left - post->right, 2 * EM);
    assert_near(MM(28 + 156) - name->right, 4 * EM);
    assert_null(run_starting(&p, "关于报送"));
    printed_drop(&p);
}

/* 7.3.5.5: wherever the text ends, the signature has text on its page. */
static void
a_signature_is_never_alone(void **state)
{
    (void)state;
    for (int lines = 8; lines < 40; lines++) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, HEAD "metrics:\n  a: {name: 甲, unit: 家, "
                                  "value: 3}\nsections:\n  - text: |\n");
        for (int i = 0; i < lines; i++)
            builder_add_text(&b, "      请按时报送。\n\n");
        printed p = printed_from(builder_slice(&b).at, "gongwen-sealed");
        const printed_run *day = signed_day(&p);
        /* The table of figures is text too. */
        assert_true(printed_has(&p, day->page, "请按时报送") ||
                    printed_has(&p, day->page, "家"));
        printed_drop(&p);
        arena_drop(a);
    }
}

/* 7.3.3, however many agencies sign and however short the text: its first line
 * stays on the first page when the signature goes to the next. */
static void
the_first_page_shows_text(void **state)
{
    (void)state;
    static const char *const joint[] = {
        "乙局", "乙局, 丙局", "乙局, 丙局, 丁局", "乙局, 丙局, 丁局, 戊局",
        "乙局, 丙局, 丁局, 戊局, 己局"};
    for (size_t i = 0; i < 2 * sizeof joint / sizeof *joint; i++) {
        arena *a = arena_new();
        printed p = printed_from(
            arena_printf(a, HEAD "joint: [%s]\nsigner: 甲 乙 丙 丁 戊\n"
                            "sections:\n  - text: |\n"
                            "      上半年全市经济运行总体平稳，主要指标处于"
                            "合理区间。现将有关情况报告如下。\n\n"
                            "      特此报告。\n",
                         joint[i / 2]),
            i % 2 == 0 ? "gongwen" : "gongwen-sealed");
        assert_true(printed_has(&p, 0, "上半年全市"));
        printed_drop(&p);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_stand_where_the_standard_says),
        cmocka_unit_test(numbers_keep_off_the_digits_behind_them),
        cmocka_unit_test(what_is_not_said_is_not_set),
        cmocka_unit_test(a_long_agency_mark_stays_on_one_line),
        cmocka_unit_test(agencies_share_a_mark),
        cmocka_unit_test(joint_seals_do_not_cross),
        cmocka_unit_test(an_imprint_is_not_made_up),
        cmocka_unit_test(public_notices_have_a_head_of_their_own),
        cmocka_unit_test(heads_that_run_in_are_in_their_face),
        cmocka_unit_test(signers_stand_two_in_a_row),
        cmocka_unit_test(attachments_have_pages_of_their_own),
        cmocka_unit_test(minutes_name_who_was_there),
        cmocka_unit_test(an_order_is_signed_by_a_person),
        cmocka_unit_test(a_signature_is_never_alone),
        cmocka_unit_test(the_first_page_shows_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
