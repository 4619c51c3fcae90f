# Every chart kind, reader and format of the tables is used by a sample or a
# case, and the manual page names it.
rows() {
    sed -n "s/^$2(\([a-z0-9_]*\).*/\1/p" "$1" 2>/dev/null
}
manual=build/jianbao.1
build/jianbao manual >$manual 2>/dev/null
for chart in $(rows src/chart/types.def CHART); do
    grep -qE "(kind|类型): *$chart\b" samples/*/*.yaml ||
        echo "no sample has a chart of kind $chart"
    grep -q "^\\\\fB$chart\\\\fR" $manual || echo "the manual lacks $chart"
done
for format in $(rows src/output/formats.def FORMAT); do
    grep -q "\b$format\b" tests/e2e/*.sh || echo "no test writes $format"
    grep -q "^\\\\fB$format\\\\fR" $manual || echo "the manual lacks $format"
done
for reader in $(rows src/metrics/readers.def READER); do
    find samples tests/cases -name "*.$reader" | grep -q . ||
        echo "no sample or case is read by $reader"
done
