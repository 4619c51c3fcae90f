#!/bin/sh
# A table with a county, firm or product a row is set as it stands, and what it
# tells of each is drawn: growth where it is told or follows, else the order.
. "$(dirname "$0")/../tap.sh"

# draw FILE: what `render` says of it, and its report.
draw() {
    "$jianbao" render "$scratch/$1" --dump=report >"$scratch/report" \
        2>"$scratch/said"
}
# has WORDS: in the report.
has() {
    grep -qF "$1" "$scratch/report"
    report $? "the report has $1"
}
lacks() {
    ! grep -qF "$1" "$scratch/report"
    report $? "the report lacks $1"
}
# said WORDS
said() {
    grep -qF "$1" "$scratch/said"
    report $? "it is said: $1"
}

# Two years beside each other: growth follows; the title tells of what.
printf '%s\n' '云溪市各县区一般公共预算收入情况,,' ',,单位：亿元' \
    '县区,2024年,2025年' '甲县,12.3,13.1' '乙县,8.5,8.2' '丙县,22.1,25.6' \
    '合计,42.9,46.9' >"$scratch/years.csv"
draw years.csv
said '按一行一个“县区”读：照原样排成一张表，另画2幅图'
has '| 合计 | 42.9 | 46.9 |'
has 'growth 一般公共预算收入增速 “丙县增长最快，仅乙县下降3.5%” 一般公共预算收入，2025年比上年增长（%）'
has '(6.504065 +6.5%) (-3.529412 −3.5%) (15.837104 +15.8%) (9.324009 +9.3%)'
has 'compare 一般公共预算收入对比 “3地2升1降，丙县增幅最大”'
has '甲县（亿元）、乙县（亿元）、丙县（亿元）'
try "the check reads it" "$jianbao" check "$scratch/years.csv"
sed 's/46.9/47.9/' "$scratch/years.csv" >"$scratch/wrong.csv"
"$jianbao" check "$scratch/wrong.csv" 2>&1 | grep -q '合计47.9不等于各项之和'
report $? "a wrong total is still found"

# Heads over heads; growth is told, levels stand in order beside it.
printf '%s\n' '2025年1-9月各县区主要经济指标,,,,,' \
    '县区,地区生产总值,,固定资产投资,,备注' \
    ',绝对值（亿元）,增速（%）,绝对值（亿元）,增速（%）,' \
    '甲县,120.3,5.6,"1,056.2",8.1,' '乙县,88.5,4.2,40.1,-2.3,受灾' \
    '全市,208.8,5.0,1096.3,7.7,' >"$scratch/heads.csv"
draw heads.csv
has 'growth 地区生产总值增速 “甲县增幅最大，增长5.6%” 地区生产总值，2025年前三季度'
has 'peers 固定资产投资 “甲县固定资产投资居首”'
has '(1056.2 1056.2) (40.1 40.1)'
"$jianbao" chart "$scratch/heads.csv" 2>"$scratch/said" -o "$scratch/x.png"
said '地区生产总值增速、地区生产总值、固定资产投资增速、固定资产投资'

# A column of rates alone has the whole's as its mean; a unit is needed.
printf '%s\n' '镇（街道）,粮食产量,农民收入增速（%）,户数（户）' \
    '甲镇,1200,5.2,300' '乙镇,1300,6.1%,/' '丙镇,900,4.9,260' '全镇,3400,5.4,' \
    >"$scratch/rates.csv"
draw rates.csv
said '“粮食产量”没有写单位'
has 'peers 农民收入增速 “乙镇农民收入增速居首”'
has '[全镇平均5.4%]'
has 'peers 户数 “甲镇户数居首”'

# Firms, losses among them, over two years each.
printf '%s\n' '序号,企业名称,利润总额（万元）,,营业收入（万元）,' \
    ',,2025年,2024年,2025年,2024年' '1,甲公司,800,-200,12000,11000' \
    '2,乙公司,-100,-300,9000,9500' >"$scratch/firms.csv"
draw firms.csv
has '(- 扭亏为盈) (- 减亏200万元)'
lacks '利润总额增速'

# People are not compared.
printf '%s\n' '姓名,年龄（岁）' '张三,30' '李四,40' >"$scratch/people.csv"
draw people.csv
said '没有认出指标的表头，照原样排成一张表'
lacks 'figure'
# In a metrics file it is told where such a table goes.
printf '标题: 试\n数据: years.csv\n' >"$scratch/data.yaml"
"$jianbao" check "$scratch/data.yaml" 2>&1 |
    grep -q '各县区一行的表，写在“表格”里：各县: {数据: 文件名}'
report $? "a metrics file that reads it is told where to put it"
finish
