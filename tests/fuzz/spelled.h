/* spelled: bytes as Chinese prose. Mutated UTF-8 is mostly broken characters;
 * a byte that stands for a word, a mark or a digit makes sentences that a
 * release might have, and that no one wrote. */
#ifndef TESTS_FUZZ_SPELLED_H
#define TESTS_FUZZ_SPELLED_H

#include "base/slice.h"

static const char *const spelled_words[] = {
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", ",", "%", "‰",
    "-", "−", "+", "～", "—", "——", "……", "，", "。", "、", "；", "：", "？",
    "！", "（", "）", "“", "”", "《", "》", "〔", "〕", "·", "/", " ", "\n",
    "\n\n", "\t", "一", "二", "三", "十", "百", "千", "万", "亿", "半", "两",
    "零", "〇", "元", "亿元", "万元", "家", "个", "人", "吨", "万人次", "项",
    "倍", "成", "个百分点", "百分点", "第", "位", "年", "月", "日", "季度",
    "上半年", "2022年", "1—9月", "同比", "环比", "比上年", "较上年同期",
    "比年初", "增长", "下降", "提高", "回落", "减少", "持平", "翻一番",
    "翻两番", "增加到", "达到", "完成", "突破", "超过", "约", "近", "多", "余",
    "以上", "以下", "左右", "预计", "全年", "其中", "共", "共计", "合计",
    "分别", "占", "比重", "拉动", "贡献率", "增速", "增幅", "扩大", "收窄",
    "由降转增", "扭亏为盈", "亏损", "目标", "全省", "全市", "居", "高于",
    "低于", "平均水平", "生产总值", "工业", "投资", "企业", "第一产业",
    "出口", "进口", "的", "和", "与", "为", "是", "从", "至", "由", "到",
    "A", "GDP", "km²", "℃", "￥", "é", "﷽", "\xF0\x9F\x98\x80", "１", "％",
    "㎡", "①", "㈠", "一是", "（一）", "1.", "\xEF\xBB\xBF", "\xE2\x80\x8B",
    "http://a.cn/b?c=d",
};

/* The words that the bytes stand for; in `a`. */
static slice
spelled_from_bytes(arena *a, const uint8_t *bytes, size_t n)
{
    slice_builder out = {.arena = a};
    const size_t n_words = sizeof spelled_words / sizeof *spelled_words;
    for (size_t i = 0; i < n; i++)
        builder_add_text(&out, spelled_words[bytes[i] % n_words]);
    return builder_slice(&out);
}

#endif
