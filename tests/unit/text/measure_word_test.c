/* measure_word: every unit is found, the longest first. */
#include "text/measure_word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The list of the source again, since one out of order would not be found. */
static const char *const units[] = {
    "世纪", "个", "个县", "个季度", "个小时", "个工作日", "个市", "个月",
    "个百分点", "个省", "亩", "人", "人年", "人日", "人次", "代", "件",
    "份", "位", "例", "倍", "元", "兆瓦", "克", "公斤", "公里", "公顷",
    "册", "分", "分钟", "副", "包", "匹", "千克", "千瓦", "千瓦时", "千米",
    "升", "卢布", "卷", "厘米", "县", "双", "口", "只", "台", "号", "名",
    "吨", "吨标准煤", "周", "周岁", "周年", "国", "场", "场次", "处", "天",
    "头", "套", "季", "季度", "学时", "宗", "家", "家次", "对", "小时",
    "层", "届", "岁", "市", "席", "幅", "幢", "平方公里", "平方千米",
    "平方米", "年", "年度", "床", "度", "座", "张", "成", "户", "户次",
    "所", "批", "折", "支", "斤", "日", "日元", "时", "星期", "月", "月份",
    "期", "条", "枚", "架", "架次", "标准煤", "标箱", "栋", "株", "桌",
    "棵", "次", "欧元", "款", "段", "毫克", "毫升", "毫米", "海里", "港元",
    "点", "班次", "瓶", "百分点", "盏", "省", "种", "秒", "立方米", "站",
    "章", "笔", "箱", "篇", "米", "类", "粒", "级", "组", "美元", "航班",
    "艘", "节", "英里", "英镑", "袋", "角", "课时", "起", "趟", "车次",
    "轮", "辆", "遍", "道", "部", "里", "门", "间", "集", "页", "项", "颗",
    "首",
};

static void
each_unit_is_found_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (measure_word_length(slice_from(units[i])) !=
            slice_from(units[i]).len)
            fail_msg("not found: %s", units[i]);
}

static void
the_longest_unit_is_found(void **state)
{
    (void)state;
    assert_int_equal(measure_word_length(SLICE_OF("个百分点，")), 12);
    assert_int_equal(measure_word_length(SLICE_OF("个人所得税")), 3);
    assert_int_equal(measure_word_length(SLICE_OF("年度")), 6);
    assert_int_equal(measure_word_length(SLICE_OF("万亿元")), 6);
    assert_int_equal(measure_word_length(SLICE_OF("增长")), 0);
    assert_int_equal(measure_word_length(SLICE_OF("m")), 0);
    assert_int_equal(measure_word_length(SLICE_OF("")), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_unit_is_found_whole),
        cmocka_unit_test(the_longest_unit_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
