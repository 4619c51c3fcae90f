#include "text/measure_word.h"

#include <string.h>

#include "base/utf8.h"

/* Words that a figure is not parted from, in the order of their first Han and
 * of those that share it the longest first. */
static const slice units[] = {
    SLICE("世纪"), SLICE("个工作日"), SLICE("个百分点"), SLICE("个季度"),
    SLICE("个小时"), SLICE("个县"), SLICE("个市"), SLICE("个月"),
    SLICE("个省"), SLICE("个"), SLICE("亩"), SLICE("人年"), SLICE("人日"),
    SLICE("人次"), SLICE("人"), SLICE("代"), SLICE("件"), SLICE("份"),
    SLICE("位"), SLICE("例"), SLICE("倍"), SLICE("元"), SLICE("兆瓦"),
    SLICE("克"), SLICE("公斤"), SLICE("公里"), SLICE("公顷"), SLICE("册"),
    SLICE("分钟"), SLICE("分"), SLICE("副"), SLICE("包"), SLICE("匹"),
    SLICE("千瓦时"), SLICE("千克"), SLICE("千瓦"), SLICE("千米"),
    SLICE("升"), SLICE("卢布"), SLICE("卷"), SLICE("厘米"), SLICE("县"),
    SLICE("双"), SLICE("口"), SLICE("只"), SLICE("台"), SLICE("号"),
    SLICE("名"), SLICE("吨标准煤"), SLICE("吨"), SLICE("周岁"),
    SLICE("周年"), SLICE("周"), SLICE("国"), SLICE("场次"), SLICE("场"),
    SLICE("处"), SLICE("天"), SLICE("头"), SLICE("套"), SLICE("季度"),
    SLICE("季"), SLICE("学时"), SLICE("宗"), SLICE("家次"), SLICE("家"),
    SLICE("对"), SLICE("小时"), SLICE("层"), SLICE("届"), SLICE("岁"),
    SLICE("市"), SLICE("席"), SLICE("幅"), SLICE("幢"), SLICE("平方公里"),
    SLICE("平方千米"), SLICE("平方米"), SLICE("年度"), SLICE("年"),
    SLICE("床"), SLICE("度"), SLICE("座"), SLICE("张"), SLICE("成"),
    SLICE("户次"), SLICE("户"), SLICE("所"), SLICE("批"), SLICE("折"),
    SLICE("支"), SLICE("斤"), SLICE("日元"), SLICE("日"), SLICE("时"),
    SLICE("星期"), SLICE("月份"), SLICE("月"), SLICE("期"), SLICE("条"),
    SLICE("枚"), SLICE("架次"), SLICE("架"), SLICE("标准煤"), SLICE("标箱"),
    SLICE("栋"), SLICE("株"), SLICE("桌"), SLICE("棵"), SLICE("次"),
    SLICE("欧元"), SLICE("款"), SLICE("段"), SLICE("毫克"), SLICE("毫升"),
    SLICE("毫米"), SLICE("海里"), SLICE("港元"), SLICE("点"), SLICE("班次"),
    SLICE("瓶"), SLICE("百分点"), SLICE("盏"), SLICE("省"), SLICE("种"),
    SLICE("秒"), SLICE("立方米"), SLICE("站"), SLICE("章"), SLICE("笔"),
    SLICE("箱"), SLICE("篇"), SLICE("米"), SLICE("类"), SLICE("粒"),
    SLICE("级"), SLICE("组"), SLICE("美元"), SLICE("航班"), SLICE("艘"),
    SLICE("节"), SLICE("英里"), SLICE("英镑"), SLICE("袋"), SLICE("角"),
    SLICE("课时"), SLICE("起"), SLICE("趟"), SLICE("车次"), SLICE("轮"),
    SLICE("辆"), SLICE("遍"), SLICE("道"), SLICE("部"), SLICE("里"),
    SLICE("门"), SLICE("间"), SLICE("集"), SLICE("页"), SLICE("项"),
    SLICE("颗"), SLICE("首"),
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

static int
order(slice word, slice text)
{
    return memcmp(word.at, text.at, UTF8_HAN);
}

/* The first of those units that begin as `text` does, if any does. */
static size_t
first_unit(slice text)
{
    size_t low = 0, high = N_OF(units);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (order(units[middle], text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t
unit_of(slice text)
{
    if (text.len < UTF8_HAN)
        return 0;
    for (size_t i = first_unit(text);
         i < N_OF(units) && order(units[i], text) == 0; i++)
        if (slice_starts_with(text, units[i]))
            return units[i].len;
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
    size_t unit = unit_of(text);
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
