#!/bin/sh
# Mutate inputs with libFuzzer for SECONDS (default 60) a target. What breaks
# is kept in build/fuzz/TARGET/; reduced, it belongs to tests/fuzz/seeds/.
set -eu
cd "$(dirname "$0")/../.."
seconds=${SECONDS_EACH:-60}
packages='yaml-0.1 expat fontconfig harfbuzz harfbuzz-subset cairo libpng libdeflate'
sources=$(find src -name '*.c' ! -path 'src/cli/*')
for target in metrics layout pipeline prose sheet text workbook; do
    out=build/fuzz/$target
    mkdir -p "$out/corpus"
    # shellcheck disable=SC2046,SC2086
    clang -std=gnu11 -D_GNU_SOURCE -DFUZZING -Isrc -Itests -O1 -g \
        -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
        -ffp-contract=off $(pkg-config --cflags $packages) \
        -o "$out/fuzz" "tests/fuzz/$target.c" $sources \
        $(pkg-config --libs $packages) -lm
    case $target in
    layout) cp layouts/*.yaml "$out/corpus" ;;
    workbook) cp tests/fuzz/seeds/sheet.xml "$out/corpus" ;;
    sheet) cp samples/*/*.csv tests/cases/sheets/*.csv "$out/corpus" ;;
    prose | text)
        split -l 12 tests/unit/prose/corpus.txt "$out/corpus/"
        ;;
    *)
        for input in tests/cases/*/*.yaml samples/*/*.yaml; do
            cp "$input" "$out/corpus/$(echo "$input" | tr / -)"
        done
        ;;
    esac
    "$out/fuzz" -max_total_time="$seconds" -max_len=20000 -timeout=10 \
        -rss_limit_mb=2048 -dict=tests/fuzz/words.dict \
        -artifact_prefix="$out/" -print_final_stats=1 "$out/corpus"
done
