#include "text/measure_word.h"

/* Words that a figure is not parted from, longest first. */
static const slice units[] = {
    SLICE("个百分点"), SLICE("百分点"), SLICE("千瓦时"), SLICE("平方公里"),
    SLICE("平方米"), SLICE("立方米"), SLICE("标准煤"), SLICE("个工作日"),
    SLICE("人次"), SLICE("场次"), SLICE("万亿"), SLICE("千亿"),
    SLICE("百亿"), SLICE("十亿"), SLICE("千万"), SLICE("百万"),
    SLICE("十万"), SLICE("公里"), SLICE("公斤"), SLICE("公顷"),
    SLICE("季度"), SLICE("月份"), SLICE("小时"), SLICE("分钟"),
    SLICE("余"), SLICE("多"), SLICE("亿"), SLICE("万"), SLICE("千"),
    SLICE("百"), SLICE("元"), SLICE("个"), SLICE("家"), SLICE("项"),
    SLICE("年"), SLICE("月"), SLICE("日"), SLICE("号"), SLICE("倍"),
    SLICE("成"), SLICE("人"), SLICE("次"), SLICE("件"), SLICE("台"),
    SLICE("辆"), SLICE("套"), SLICE("户"), SLICE("名"), SLICE("位"),
    SLICE("笔"), SLICE("场"), SLICE("期"), SLICE("批"), SLICE("类"),
    SLICE("种"), SLICE("条"), SLICE("座"), SLICE("所"), SLICE("亩"),
    SLICE("吨"), SLICE("米"), SLICE("度"), SLICE("天"), SLICE("周"),
    SLICE("岁"), SLICE("时"), SLICE("分"), SLICE("秒"), SLICE("级"),
    SLICE("届"), SLICE("章"), SLICE("节"), SLICE("页"), SLICE("份"),
    SLICE("篇"), SLICE("部"), SLICE("起"), SLICE("宗"), SLICE("处"),
    SLICE("组"), SLICE("支"), SLICE("艘"), SLICE("架"), SLICE("间"),
    SLICE("株"), SLICE("头"), SLICE("只"), SLICE("门"), SLICE("例"),
    SLICE("张"), SLICE("国"), SLICE("省"), SLICE("市"), SLICE("县"),
};

size_t
measure_word_length(slice text)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_starts_with(text, units[i]))
            return units[i].len;
    return 0;
}
