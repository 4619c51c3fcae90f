# Test Anything Protocol for shell tests; they start with `. tests/tap.sh`
# from the top of the tree and end with `finish`.
set -u
cd "$(dirname "$0")/../.." || exit 1
top=$PWD
jianbao=${JIANBAO:-$top/build/jianbao}
nanyang=$top/samples/nanyang-2022/metrics.yaml
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
n_tests=0 n_failed=0

# report STATUS NAME: what it printed last, in $scratch/out, explains it.
report() {
    n_tests=$((n_tests + 1))
    if [ "$1" = 0 ]; then
        echo "ok $n_tests - $2"
    else
        n_failed=$((n_failed + 1))
        echo "not ok $n_tests - $2"
        [ -f "$scratch/out" ] && head -n 15 "$scratch/out" | sed 's/^/    /'
    fi
}

# try NAME COMMAND…: it must succeed.
try() {
    local label=$1
    shift
    "$@" >"$scratch/out" 2>&1
    report $? "$label"
}

# ends STATUS NAME COMMAND…: it must end with this status.
ends() {
    local wanted=$1 label=$2 status
    shift 2
    "$@" >"$scratch/out" 2>&1
    status=$?
    [ "$status" = "$wanted" ]
    report $? "$label (status $status, wanted $wanted)"
}

# says TEXT NAME: the last command printed this.
says() {
    grep -qF -- "$1" "$scratch/out"
    report $? "$2"
}

# The name of the first chart of a metrics file.
first_chart() {
    charts_of "$1" | head -n 1
}

# The names of all its charts.
charts_of() {
    awk '/^(charts|图表):/ { inside = 1; next }
         /^[^ #]/ { inside = 0 }
         inside && /^  [^ #].*:/ { sub(/^  /, ""); sub(/:.*/, ""); print }' \
        "$1"
}

finish() {
    echo "1..$n_tests"
    [ "$n_failed" = 0 ]
}
