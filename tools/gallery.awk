# Write one metrics file: a hard case with everything any kind of chart asks
# for, and a chart of each kind. awk -v case=NAME -v kinds="a b c".

function metric(id, name, unit, value, previous, more) {
    printf "  %s:\n    名称: %s\n    单位: %s\n", id, name, unit
    if (value != "")
        printf "    本期: \"%s\"\n", value
    if (previous != "")
        printf "    上年同期: \"%s\"\n", previous
    if (more != "")
        printf "    %s\n", more
    ids = ids (ids == "" ? "" : ", ") id
}

# How many times the value the i-th other place has.
function share(i) { return 0.35 + (i * 37 % 23) / 10 }

# The same metric in other places, for the first metric of a file.
function elsewhere(value, i, s) {
    for (i = 1; i <= n_elsewhere; i++)
        s = s (i > 1 ? ", " : "") "外市" i ": " sprintf("%.1f", value * share(i))
    return "\n    同类: {" s "}"
}

# The place that leaves it.
function own_place(i, n) {
    n = 1
    for (i = 1; i <= n_elsewhere; i++)
        n += share(i) > 1
    return n
}

# What the kinds beyond two periods want, in proportion to the value.
function rest(value, place, first, second) {
    if (ids == "")
        place = own_place()
    first = sprintf("%.1f", value * 0.1)
    second = sprintf("%.1f", value * 0.4)
    return sprintf("历年: {2019: %.1f, 2020: %.1f, 2021: %.1f}\n" \
                   "    目标: %.1f\n    位次: 全省第%d/%d\n" \
                   "    其中: {第一产业: %s, 第二产业: %s, 第三产业: %.1f}",
                   value * 0.7, value * 0.75, value * 0.9, value * 1.25,
                   place, n_elsewhere + 18, first, second, value - first - second) \
           (ids == "" ? elsewhere(value) : "")
}

# A name of sixty characters: fourteen words of four, and four more.
function long_name(i, k, n, word, s) {
    n = split("国家高新 技术企业 和科技型 中小企业 培育工程 重点支持 " \
              "领域项目", word, " ")
    for (k = 0; k < 14; k++)
        s = s word[(k * 3 + i) % n + 1]
    return s "示范县" i
}

function plain(i) {
    metric("a", "地区生产总值", "亿元", 1286.4, 1214.8, rest(1286.4, 4))
    metric("b", "规上工业增加值", "亿元", 412.7, 384.1, rest(412.7, 3))
    metric("c", "固定资产投资", "亿元", 538.2, 575.6, rest(538.2, 9))
    metric("d", "社会消费品零售总额", "亿元", 463.5, 437.7, rest(463.5, 6))
    metric("e", "出口总额", "亿元", 86.4, 98.6, rest(86.4, 12))
    metric("f", "一般公共预算收入", "亿元", 96.8, 93.5, rest(96.8, 2))
}

function one() {
    metric("a", "技术合同成交额", "亿元", 75.3, 19.7, rest(75.3, 1))
}

function zero(i) {
    for (i = 1; i <= 4; i++)
        metric("z" i, "新设保税仓" i, "个", 0, 0,
               "历年: {2020: 0, 2021: 0}\n    目标: 5\n    位次: 全省第18/18\n" \
               "    其中: {综合: 0, 专业: 0}")
}

function negative(i, trade) {
    split("煤炭 建材 化工 纺织 电力", trade, " ")
    for (i = 1; i <= 5; i++)
        metric("n" i, trade[i] "行业利润", \
               "亿元", -0.7 * i, -0.9 * i + 0.8 * (i % 2),
               "历年: {2020: " (-i) ", 2021: " (-0.5 * i) "}\n" \
               "    目标: 1\n    位次: 全省第" i "/18\n" \
               "    其中: {市属: " (-0.3 * i) ", 县属: " (-0.4 * i) "}")
}

function missing(i) {
    for (i = 1; i <= 4; i++)
        metric("m" i, "待报指标" i, "亿元", "", "",
               "同比: 不可比\n    位次: 全省第一方阵")
}

function outliers() {
    metric("a", "高新技术企业", "家", 412, 329, rest(412, 5))
    metric("b", "新能源汽车产量", "辆", 12980, 282, rest(12980, 1))
    metric("c", "房地产开发投资", "亿元", 33.2, 107.5, rest(33.2, 17))
    metric("d", "技术合同成交额", "亿元", 75.3, 68.2, rest(75.3, 6))
    metric("e", "研发经费投入", "亿元", 61.8, 58.9, rest(61.8, 8))
}

function longnames(i) {
    for (i = 1; i <= 5; i++)
        metric("l" i, long_name(i), "家", 120 + 37 * i, 200 - 11 * i,
               rest(120 + 37 * i, i))
}

function many(i) {
    for (i = 1; i <= 200; i++)
        metric("m" i, "县市区第" i "号", "亿元", 40 + (i * 7919) % 211,
               60 + (i * 104729) % 97, rest(40 + (i * 7919) % 211, i % 18 + 1))
}

function ties(i) {
    for (i = 1; i <= 6; i++)
        metric("t" i, "开发区" i, "家", i > 3 ? 88 : 64, 64,
               rest(i > 3 ? 88 : 64, i > 3 ? 2 : 7) \
               "\n    上年其中: {第一产业: 7, 第二产业: 26, 第三产业: 31}")
}

function qualifiers() {
    metric("a", "技术合同成交额", "亿元", ">75", 19.7,
           "状态: 预计\n    累计: {截至: 2023-10, 数值: 62.3}\n    目标: 70\n" \
           "    历年: {2020: 9.4, 2021: 12.1}\n    位次: 全省第3/18")
    metric("b", "高新技术企业", "家", "490左右", 389,
           "状态: 快报\n    目标: 480\n    位次: 全省第6/18\n" \
           "    历年: {2020: 255, 2021: 301}")
    metric("c", "科技型中小企业", "家", 2671, "",
           "同比: 251%\n    其中: {评价入库: 1311, 完成公示: 1360}\n" \
           "    目标: 2500\n    位次: 全省第1/18")
    metric("d", "培训人次", "人次", "4500以上", 4100,
           "状态: 预计\n    目标: 5000\n    位次: 全省第9/18")
    metric("e", "煤炭行业利润", "亿元", 1.8, -3.2, "目标: 2\n    位次: 全省第4/18")
    metric("f", "城镇化率", "\"%\"", 59.1, 58.3, "目标: 60\n    位次: 全省第11/18")
}

# What is said of one mark of a chart, by what its categories are.
function remarks(kind) {
    if (kind == "series" || kind == "multiples" || kind == "trend")
        return "{2020: 受暴雨影响, d.2021: 堂食一度暂停}"
    if (kind == "parts")
        return "{第三产业: 金融、物流增长较快}"
    if (kind == "peers")
        return "{外市10: 口径调整, 外市12: 含开发区}"
    return "{d: 以旧换新拉动, e: 外需走弱，家电出口减少}"
}

# From one figure of a chart to another.
function arrows(kind) {
    if (kind == "series")
        return ", 箭头: {2019..2023: 年均, d.2021..2023: 差额}"
    if (kind == "compare")
        return ", 箭头: {a: 差额, c: 差额, c..d: 差额}"
    if (kind == "combo" || kind == "growth")
        return ", 箭头: {a..d: 差额, c..e: 差额}"
    if (kind == "peers")
        return ", 箭头: {外市10..本地: 差额}"
    return ""
}

# What else is asked of a chart.
function more(kind) {
    if (case == "remarks")
        return ", 批注: " remarks(kind) arrows(kind)
    if (case == "ties" && kind == "parts")
        return ", 选项: {时期: 两期, 方向: 纵向, 连线: 是}"
    return ""
}

function takes_one(kind) {
    return kind == "peers" || (case == "ties" && kind == "parts")
}

BEGIN {
    n_elsewhere = case == "many" ? 199 : case == "one" ? 1 : 12
    printf "标题: %s\n日期: 2023-12-31\n时期: 2023\n虚构: 是\n", case
    print "来源: 虚构数据，仅供演示\n指标:"
    if (case == "plain" || case == "remarks") plain()
    if (case == "one") one()
    if (case == "zero") zero()
    if (case == "negative") negative()
    if (case == "missing") missing()
    if (case == "outliers") outliers()
    if (case == "longnames") longnames()
    if (case == "many") many()
    if (case == "ties") ties()
    if (case == "qualifiers") qualifiers()
    n = split(kinds, kind, " ")
    print "图表:"
    first = ids
    sub(/,.*/, "", first)
    for (k = 1; k <= n; k++)
        printf "  %s: {类型: %s, 指标: [%s]%s}\n", kind[k], kind[k], \
               takes_one(kind[k]) ? first : ids, more(kind[k])
    if (pages) {
        print "章节:"
        for (k = 1; k <= n; k++)
            printf "  - {标题: %s, 图表: [%s]}\n", kind[k], kind[k]
    }
}
