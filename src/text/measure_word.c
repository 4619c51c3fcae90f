#include "text/measure_word.h"

/* Words that a figure is not parted from, longest first. */
static const slice units[] = {
    SLICE("个月"), SLICE("个季度"), SLICE("个小时"), SLICE("个省"),
    SLICE("个市"), SLICE("个县"), SLICE("个百分点"), SLICE("百分点"), SLICE("千瓦时"),
    SLICE("平方公里"), SLICE("平方千米"), SLICE("平方米"),
    SLICE("立方米"), SLICE("吨标准煤"), SLICE("标准煤"),
    SLICE("个工作日"), SLICE("人次"), SLICE("场次"), SLICE("家次"),
    SLICE("户次"), SLICE("车次"), SLICE("架次"), SLICE("班次"),
    SLICE("人日"), SLICE("人年"), SLICE("公里"), SLICE("千米"),
    SLICE("厘米"), SLICE("毫米"), SLICE("公斤"), SLICE("千克"),
    SLICE("毫克"), SLICE("毫升"), SLICE("公顷"), SLICE("英里"),
    SLICE("海里"), SLICE("千瓦"), SLICE("兆瓦"), SLICE("季度"),
    SLICE("月份"), SLICE("小时"), SLICE("分钟"), SLICE("学时"),
    SLICE("课时"), SLICE("周年"), SLICE("周岁"), SLICE("世纪"),
    SLICE("年度"), SLICE("美元"), SLICE("欧元"), SLICE("日元"),
    SLICE("港元"), SLICE("英镑"), SLICE("卢布"), SLICE("标箱"),
    SLICE("航班"), SLICE("星期"), SLICE("元"), SLICE("角"),
    SLICE("个"), SLICE("家"), SLICE("项"), SLICE("年"), SLICE("月"),
    SLICE("日"), SLICE("号"), SLICE("倍"), SLICE("成"), SLICE("人"),
    SLICE("次"), SLICE("件"), SLICE("台"), SLICE("辆"), SLICE("套"),
    SLICE("户"), SLICE("名"), SLICE("位"), SLICE("笔"), SLICE("场"),
    SLICE("期"), SLICE("批"), SLICE("类"), SLICE("种"), SLICE("条"),
    SLICE("座"), SLICE("所"), SLICE("亩"), SLICE("吨"), SLICE("米"),
    SLICE("度"), SLICE("天"), SLICE("周"), SLICE("岁"), SLICE("时"),
    SLICE("分"), SLICE("秒"), SLICE("点"), SLICE("级"), SLICE("届"),
    SLICE("章"), SLICE("节"), SLICE("页"), SLICE("份"), SLICE("篇"),
    SLICE("部"), SLICE("起"), SLICE("宗"), SLICE("处"), SLICE("组"),
    SLICE("支"), SLICE("艘"), SLICE("架"), SLICE("间"), SLICE("株"),
    SLICE("头"), SLICE("只"), SLICE("门"), SLICE("例"), SLICE("张"),
    SLICE("枚"), SLICE("颗"), SLICE("瓶"), SLICE("箱"), SLICE("包"),
    SLICE("袋"), SLICE("卷"), SLICE("册"), SLICE("幅"), SLICE("首"),
    SLICE("盏"), SLICE("款"), SLICE("道"), SLICE("层"), SLICE("栋"),
    SLICE("幢"), SLICE("棵"), SLICE("匹"), SLICE("口"), SLICE("桌"),
    SLICE("席"), SLICE("轮"), SLICE("趟"), SLICE("遍"), SLICE("里"),
    SLICE("斤"), SLICE("克"), SLICE("升"), SLICE("双"), SLICE("对"),
    SLICE("副"), SLICE("粒"), SLICE("床"), SLICE("站"), SLICE("集"),
    SLICE("季"), SLICE("段"), SLICE("代"), SLICE("国"), SLICE("省"),
    SLICE("市"), SLICE("县"),
};

/* Words of size that stand between a figure and its unit. */
static const slice multipliers[] = {
    SLICE("万亿"), SLICE("千亿"), SLICE("百亿"), SLICE("十亿"),
    SLICE("千万"), SLICE("百万"), SLICE("十万"), SLICE("亿"),
    SLICE("万"), SLICE("千"), SLICE("百"), SLICE("余"), SLICE("多"),
};

/* 3个多月, 2年半: after a unit. */
static const slice surpluses[] = {SLICE("多"), SLICE("半"), SLICE("余")};

/* Symbols of units, longest first. */
static const slice symbols[] = {
    SLICE("kWh"), SLICE("MWh"), SLICE("GWh"), SLICE("TWh"), SLICE("kHz"),
    SLICE("MHz"), SLICE("GHz"), SLICE("kPa"), SLICE("MPa"), SLICE("kg"),
    SLICE("mg"), SLICE("km"), SLICE("cm"), SLICE("mm"), SLICE("nm"),
    SLICE("mL"), SLICE("ml"), SLICE("kW"), SLICE("MW"), SLICE("GW"),
    SLICE("kV"), SLICE("Hz"), SLICE("Pa"), SLICE("kJ"), SLICE("MJ"),
    SLICE("GB"), SLICE("TB"), SLICE("MB"), SLICE("KB"), SLICE("kt"),
    SLICE("Mt"), SLICE("hm²"), SLICE("km²"), SLICE("m²"), SLICE("m³"),
    SLICE("cm²"), SLICE("mm²"), SLICE("ha"), SLICE("m"), SLICE("g"),
    SLICE("t"), SLICE("L"), SLICE("W"), SLICE("V"), SLICE("A"), SLICE("J"),
    SLICE("h"), SLICE("s"),
};

#define N_OF(array) (sizeof(array) / sizeof *(array))

static size_t
word_of(const slice *words, size_t n, slice text)
{
    for (size_t i = 0; i < n; i++)
        if (slice_starts_with(text, words[i]))
            return words[i].len;
    return 0;
}

size_t
measure_word_multiplier(slice text)
{
    return word_of(multipliers, N_OF(multipliers), text);
}

size_t
measure_word_length(slice text)
{
    size_t unit = word_of(units, N_OF(units), text);
    return unit > 0 ? unit : measure_word_multiplier(text);
}

size_t
measure_word_surplus(slice text)
{
    return word_of(surpluses, N_OF(surpluses), text);
}

static bool
continues_word(slice text)
{
    return text.len > 0 && ((text.at[0] | 32) >= 'a' &&
                            (text.at[0] | 32) <= 'z');
}

size_t
measure_word_symbol(slice text)
{
    size_t length = word_of(symbols, N_OF(symbols), text);
    return continues_word(slice_cut(text, length, text.len)) ? 0 : length;
}
