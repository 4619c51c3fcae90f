/* Documents as people type them: which lines are what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "metrics/manuscript_line.h"
#include "metrics/manuscript_name.h"
#include "metrics/metrics.h"

typedef struct fixture {
    jb_diags *diags;
    jb_source *source;
    jb_metrics *metrics;
} fixture;

static fixture
read_as(const char *name, slice text)
{
    fixture f = {diags_new(), source_from_bytes(slice_from(name), text), NULL};
    f.metrics = metrics_from_source(f.source, f.diags);
    return f;
}

static void
drop(fixture f)
{
    metrics_drop(f.metrics);
    diags_drop(f.diags);
    source_drop(f.source);
}

static bool
has_kind(const fixture *f, const diag_kind *kind)
{
    for (size_t i = 0; i < diags_count(f->diags); i++)
        if (diags_at(f->diags, i)->kind == kind)
            return true;
    return false;
}

#define NOTICE                                                               \
    "000012\n机密★1年\n特急\n市政府办公室文件\n市政办〔2025〕15号　签发人：张三\n\n"       \
    "市政府办公室\n关于做好秋种的通知\n\n各县（市、区）人民政府：\n"         \
    "　　现就有关事项通知如下{含附件}。\n　　一、总体要求\n　　稳字当头。\n" \
    "　　（一）抓早\n　　早动员。\n　　1.定人\n　　定到人。\n"               \
    "　　二、其他\n　　1.甲项\n　　2.乙项\n　　照此办理。\n\n"               \
    "　　附件：1.任务表\n　　　　　2.名单\n\n"                               \
    "市政府办公室　　市农业农村局\n2025年9月18日\n（此件公开发布）\n\n"      \
    "附件1\n任务表\n单位：万亩\n县\t小麦\n甲\t100\n乙\t80\n\n"               \
    "附件2\n名单\n市局张三。\n\n抄送：市委办公室。\n"                        \
    "市政府办公室　2025年9月19日印发\n"

static void
a_notice_is_taken_apart(void **state)
{
    (void)state;
    fixture f = read_as("通知.txt", SLICE_OF(NOTICE));
    assert_non_null(f.metrics);
    assert_true(has_kind(&f, &MANUSCRIPT_READ));
    const metrics_document *d = metrics_document_of(f.metrics);
    assert_true(slice_is(d->title.text, "市政府办公室关于做好秋种的通知"));
    assert_true(slice_is(d->serial.text, "000012"));
    assert_true(slice_is(d->secrecy.text, "机密★1年"));
    assert_true(slice_is(d->urgency.text, "特急"));
    assert_true(slice_is(d->signer.text, "张三"));
    assert_true(slice_is(d->number.text, "市政办〔2025〕15号"));
    assert_true(slice_is(d->addressee.text, "各县（市、区）人民政府"));
    assert_true(slice_is(d->issuer.text, "市政府办公室"));
    /* The head may have the lead agency alone (GB/T 9704-2012 7.2.4). */
    assert_int_equal(d->n_joint, 0);
    assert_int_equal(d->n_signed, 2);
    assert_true(slice_is(d->signed_by[1].text, "市农业农村局"));
    assert_true(slice_is(d->remark.text, "此件公开发布"));
    assert_true(slice_is(d->copies.text, "市委办公室"));
    assert_int_equal(d->date.day, 18);
    assert_int_equal(d->printed.day, 19);
    assert_true(slice_is(d->layout.text, "gongwen"));
    assert_int_equal(d->n_attachments, 2);
    assert_true(slice_is(d->attachments[0].name.text, "任务表"));
    assert_true(d->attachments[0].has_table);
    assert_int_equal(d->attachments[1].n_paragraphs, 1);
    assert_int_equal(metrics_tables_count(f.metrics), 1);
    drop(f);
}

static void
its_headings_have_levels_and_its_items_none(void **state)
{
    (void)state;
    static const struct {
        int level;
        const char *heading;
        size_t n_paragraphs;
    } wanted[] = {{1, "", 1},
                  {1, "一、总体要求", 1},
                  {2, "（一）抓早", 1},
                  {3, "1.定人", 1},
                  {1, "二、其他", 3}};
    fixture f = read_as("通知.txt", SLICE_OF(NOTICE));
    assert_non_null(f.metrics);
    assert_int_equal(metrics_sections_count(f.metrics), 5);
    for (size_t i = 0; i < 5; i++) {
        const metrics_section *s = metrics_section_at(f.metrics, i);
        assert_int_equal(s->level, wanted[i].level);
        assert_int_equal(s->n_paragraphs, wanted[i].n_paragraphs);
        assert_true(slice_equal(s->heading.text,
                                slice_from(wanted[i].heading)));
    }
    /* Braces are themselves, not places for figures. */
    assert_true(slice_ends_with(
        metrics_section_at(f.metrics, 0)->paragraphs[0].text,
        SLICE_OF("{{含附件}}。")));
    drop(f);
}

static void
a_plain_text_is_no_official_document(void **state)
{
    (void)state;
    fixture f = read_as("总结.txt",
                        SLICE_OF("2025年工作总结\n市统计局\n（2025年7月1日）\n"
                                 "全年完成工作10项。\n表1 分县情况\n"
                                 "县\t数\n甲\t4\n乙\t6\n以上为全部。\n"));
    assert_non_null(f.metrics);
    const metrics_document *d = metrics_document_of(f.metrics);
    assert_true(slice_is(d->issuer.text, "市统计局"));
    assert_int_equal(d->date.month, 7);
    assert_int_equal(d->layout.text.len, 0);
    assert_int_equal(metrics_tables_count(f.metrics), 1);
    const metrics_table *t = metrics_table_at(f.metrics, 0);
    assert_true(slice_is(t->title.text, "分县情况"));
    assert_int_equal(t->n_rows, 2);
    assert_int_equal(metrics_sections_count(f.metrics), 2);
    drop(f);
}

/* As web pages and hasty typists have them. */
static void
half_width_marks_and_other_orders_are_read(void **state)
{
    (void)state;
    fixture f = read_as("请示.txt",
                        SLICE_OF("关于追加经费的请示\n市统函〔2025〕8号\n"
                                 "市财政局:\n妥否，请批示。\n"
                                 "附件:测算表\n    市统计局\n"
                                 "2025年3月5日\n(联系人:王五)\n"));
    assert_non_null(f.metrics);
    const metrics_document *d = metrics_document_of(f.metrics);
    assert_true(slice_is(d->number.text, "市统函〔2025〕8号"));
    assert_true(slice_is(d->addressee.text, "市财政局"));
    assert_true(slice_is(d->issuer.text, "市统计局"));
    assert_int_equal(d->date.day, 5);
    assert_int_equal(d->n_attachments, 1);
    assert_true(slice_is(d->attachments[0].name.text, "测算表"));
    assert_true(slice_starts_with(d->remark.text, SLICE_OF("联系人")));
    drop(f);
}

static void
other_texts_keep_their_readers(void **state)
{
    (void)state;
    fixture keyed = read_as(
        "a.txt", SLICE_OF("标题: 试\n章节: [{正文: 甲}]\n"));
    assert_non_null(keyed.metrics);
    assert_false(has_kind(&keyed, &MANUSCRIPT_READ));
    drop(keyed);
    fixture table = read_as(
        "a.txt", SLICE_OF("指标\t单位\t2025年\n产值\t亿元\t3\n"));
    assert_non_null(table.metrics);
    assert_int_equal(metrics_count(table.metrics), 1);
    drop(table);
    fixture empty = read_as("a.txt", SLICE_OF("\n只有一行\n"));
    assert_null(empty.metrics);
    assert_true(has_kind(&empty, &MANUSCRIPT_EMPTY));
    drop(empty);
}

/* As Word's tables come, cells merged. */
static void
heads_over_heads_are_columns(void **state)
{
    (void)state;
    fixture f = read_as("总结.txt",
                        SLICE_OF("工作总结\n见下表。\n县区\t收入\t\n"
                                 "\t本期\t增速\n甲县\t12\t3\n"
                                 "乙县\t15\t\n此外无。\n以上。\n"));
    assert_non_null(f.metrics);
    assert_int_equal(metrics_tables_count(f.metrics), 1);
    const metrics_table *t = metrics_table_at(f.metrics, 0);
    assert_int_equal(t->n_columns, 3);
    assert_int_equal(t->n_rows, 2);
    assert_true(slice_is(t->columns[2].group.text, "收入"));
    drop(f);
}

/* Whatever is cut off, nothing breaks. */
static void
every_beginning_is_read(void **state)
{
    (void)state;
    slice all = SLICE_OF(NOTICE);
    for (size_t n = 0; n <= all.len; n++) {
        fixture f = read_as("通知.txt", slice_cut(all, 0, n));
        drop(f);
        fixture g = read_as("通知.txt", slice_cut(all, n, all.len));
        drop(g);
    }
}

static void
a_heading_is_short_and_no_sentence(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int level;
    } lines[] = {{"一、总体要求", 1},       {"十二、其他", 1},
                 {"（三）抓早，抓实", 2},   {"(三)抓早", 2},
                 {"1.定人", 3},             {"1．定人", 3},
                 {"（2）定岗", 4},          {"1.5万吨化肥", 0},
                 {"一、抓早。各地要抓。", 0}, {"一是抓早", 0},
                 {"2025年工作", 0},         {"一、时间：9月", 0},
                 {"（一）", 0},             {"", 0}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_int_equal(manuscript_heading_level(slice_from(lines[i].text)),
                         lines[i].level);
}

/* Each form as its head, number and title have it. */
static void
forms_choose_their_layouts(void **state)
{
    (void)state;
    static const struct {
        const char *text, *layout, *title, *issuer, *number;
        size_t n_joint;
    } forms[] = {
        {"市财政局\n市财函〔2025〕8号\n市财政局关于商请协助的函\n市税务局：\n"
         "请予协助。\n市财政局\n2025年3月5日\n",
         "gongwen-letter", "市财政局关于商请协助的函", "市财政局",
         "市财函〔2025〕8号", 0},
        {"市财政局\n市科技局　　文件\n市税务局\n市财〔2025〕41号\n"
         "关于落实政策的通知\n各县：\n请落实。\n",
         "gongwen", "关于落实政策的通知", "市财政局", "市财〔2025〕41号", 2},
        {"云溪市人民政府\n令\n第 15 号\n现予公布。\n市长　李志强\n"
         "2025年3月2日\n",
         "gongwen-order", "云溪市人民政府令", "云溪市人民政府", "第15号", 0},
        {"市政府常务会议纪要\n〔2025〕7号\n会议研究了工作。\n出席：李　明\n",
         "gongwen-minutes", "市政府常务会议纪要", "市政府常务会议",
         "〔2025〕7号", 0},
        {"市公安局\n通　告\n市公通〔2025〕3号\n现通告如下：\n一、禁行。\n",
         "gongwen", "市公安局通告", "", "市公通〔2025〕3号", 0},
        {"南岭县人民政府\n南政〔2025〕3号  签发人:王建国　李　明\n"
         "关于设立的请示\n市政府:\n请批示。\n",
         "gongwen", "关于设立的请示", "南岭县人民政府", "南政〔2025〕3号", 0},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        fixture f = read_as("稿.txt", slice_from(forms[i].text));
        assert_non_null(f.metrics);
        const metrics_document *d = metrics_document_of(f.metrics);
        assert_true(slice_is(d->layout.text, forms[i].layout));
        assert_true(slice_is(d->title.text, forms[i].title));
        assert_true(slice_is(d->issuer.text, forms[i].issuer));
        assert_true(slice_is(d->number.text, forms[i].number));
        assert_int_equal(d->n_joint, forms[i].n_joint);
        drop(f);
    }
}

static void
an_order_is_signed_by_its_giver(void **state)
{
    (void)state;
    fixture f = read_as(
        "令.txt", SLICE_OF("市人民政府令\n第15号\n现予公布。\n"
                           "市长　李　强\n二〇二五年三月二日\n\n"
                           "市广告管理办法\n第一条　本办法如下。\n"));
    const metrics_document *d = metrics_document_of(f.metrics);
    assert_int_equal(d->n_signatories, 1);
    assert_true(slice_is(d->signatories[0].post.text, "市长"));
    assert_true(slice_is(d->signatories[0].name.text, "李强"));
    assert_int_equal(d->date.year, 2025);
    assert_true(has_kind(&f, &MANUSCRIPT_CHANGED));
    assert_int_equal(d->n_attachments, 1);
    assert_true(d->attachments[0].is_issued);
    assert_true(slice_is(d->attachments[0].name.text, "市广告管理办法"));
    drop(f);
}

static void
names_of_attachments_end_before_who_signs(void **state)
{
    (void)state;
    fixture f = read_as("通知.txt",
                        SLICE_OF("关于检查的通知\n各县：\n请准备。\n"
                                 "附件：名单\n市卫生局（盖章）\n市教育局\n"
                                 "二○一一年十月二十九日\n主题词：卫生　通知\n"
                                 "抄　送：市政府办公室，\n市委办公室。\n"
                                 "市卫生局办公室\n2011年10月30日印发\n"));
    const metrics_document *d = metrics_document_of(f.metrics);
    assert_int_equal(d->n_attachments, 1);
    assert_true(slice_is(d->attachments[0].name.text, "名单"));
    assert_true(slice_is(d->issuer.text, "市卫生局"));
    assert_int_equal(d->n_joint, 1);
    assert_int_equal(d->date.month, 10);
    assert_int_equal(d->date.day, 29);
    assert_true(slice_is(d->copies.text, "市政府办公室，市委办公室"));
    assert_true(slice_is(d->printer.text, "市卫生局办公室"));
    assert_int_equal(d->printed.day, 30);
    assert_true(has_kind(&f, &MANUSCRIPT_KEYWORDS));
    assert_true(has_kind(&f, &MANUSCRIPT_LEFT_OUT));
    drop(f);
}

static void
dates_are_read_in_every_spelling(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int month, day;
    } dates[] = {{"二〇二五年三月五日", 3, 5},    {"二○二五年十月十日", 10, 10},
                 {"二零二五年十二月三十一日", 12, 31},
                 {"2025 年 3 月 15 日", 3, 15},   {"２０２５年３月５日", 3, 5},
                 {"2025.3.5", 3, 5},              {"2025-03-05", 3, 5},
                 {"二〇二五年　十一月　二十日", 11, 20}};
    arena *a = arena_new();
    jb_date d;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        assert_true(manuscript_date(a, slice_from(dates[i].text), &d));
        assert_int_equal(d.year, 2025);
        assert_int_equal(d.month, dates[i].month);
        assert_int_equal(d.day, dates[i].day);
    }
    assert_false(manuscript_date(a, SLICE_OF("二〇二五年十三月五日"), &d));
    assert_true(manuscript_is_open_date(a, SLICE_OF("2025年　月　日")));
    assert_true(manuscript_is_open_date(a, SLICE_OF("××××年×月×日")));
    assert_false(manuscript_is_open_date(a, SLICE_OF("2025年春节假日")));
    arena_drop(a);
    fixture f = read_as("a.txt", SLICE_OF("关于检查的通知\n各县：\n请准备。\n"
                                          "市局\n2025年　月　日\n"));
    assert_true(has_kind(&f, &MANUSCRIPT_DATE_OPEN));
    drop(f);
}

/* A list of facts has dates that sign nothing. */
static void
a_date_under_a_heading_is_text(void **state)
{
    (void)state;
    fixture f = read_as("通知.txt",
                        SLICE_OF("关于开会的通知\n各县：\n一、时间\n"
                                 "2025年3月12日\n二、地点\n第三会议室\n"
                                 "市应急局\n2025年3月5日\n"));
    const metrics_document *d = metrics_document_of(f.metrics);
    assert_int_equal(d->date.day, 5);
    assert_int_equal(metrics_sections_count(f.metrics), 2);
    assert_int_equal(metrics_section_at(f.metrics, 0)->n_paragraphs, 1);
    drop(f);
}

static void
tabs_that_indent_make_no_table(void **state)
{
    (void)state;
    fixture f = read_as("报告.txt",
                        SLICE_OF("关于审计的报告\n\n市政府：\n\t按计划审计。\n"
                                 "\t一、情况\n\t正常。\n\t特此报告。\n"
                                 "\t\t市审计局\n\t\t2025年6月18日\n"));
    assert_non_null(f.metrics);
    assert_int_equal(metrics_tables_count(f.metrics), 0);
    assert_true(slice_is(metrics_document_of(f.metrics)->issuer.text,
                         "市审计局"));
    drop(f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_notice_is_taken_apart),
        cmocka_unit_test(its_headings_have_levels_and_its_items_none),
        cmocka_unit_test(a_plain_text_is_no_official_document),
        cmocka_unit_test(half_width_marks_and_other_orders_are_read),
        cmocka_unit_test(other_texts_keep_their_readers),
        cmocka_unit_test(heads_over_heads_are_columns),
        cmocka_unit_test(forms_choose_their_layouts),
        cmocka_unit_test(an_order_is_signed_by_its_giver),
        cmocka_unit_test(names_of_attachments_end_before_who_signs),
        cmocka_unit_test(dates_are_read_in_every_spelling),
        cmocka_unit_test(a_date_under_a_heading_is_text),
        cmocka_unit_test(tabs_that_indent_make_no_table),
        cmocka_unit_test(every_beginning_is_read),
        cmocka_unit_test(a_heading_is_short_and_no_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
