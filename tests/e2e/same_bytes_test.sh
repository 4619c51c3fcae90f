#!/bin/sh
# The same input gives the same bytes: whatever the locale, the time zone, the
# folder, the environment, and however often.
. "$(dirname "$0")/../tap.sh"
cd "$scratch" || exit 1
chart=$(first_chart "$nanyang")

draw() {
    "$jianbao" render "$nanyang" -q -o "$1.pdf" &&
        "$jianbao" chart "$nanyang" "$chart" -q -o "$1.svg" &&
        "$jianbao" chart "$nanyang" "$chart" -q -o "$1.png"
}

# same NAME COMMAND…: draws again under other circumstances.
same() {
    local name=$1
    shift
    rm -f again.*
    "$@"
    for suffix in pdf svg png; do
        cmp "first.$suffix" "again.$suffix" >"$scratch/out" 2>&1
        report $? "$name: $suffix"
    done
}

draw first
same "a second time" draw again
sleep 1
same "a second later" draw again

mkdir locales
for locale in de_DE.UTF-8 zh_CN.UTF-8 zh_CN.GB18030 tr_TR.UTF-8; do
    localedef -i "${locale%.*}" -f "${locale#*.}" "locales/$locale" \
        >/dev/null 2>&1
    [ -d "locales/$locale" ]
    report $? "locale $locale was made"
    under_locale() (
        export LOCPATH="$scratch/locales" LC_ALL="$locale"
        draw again
    )
    same "locale $locale" under_locale
done
under_zone() (
    export TZ="$1"
    draw again
)
for zone in Pacific/Kiritimati America/New_York Asia/Shanghai; do
    same "time zone $zone" under_zone $zone
done
elsewhere() (
    mkdir -p "elsewhere/一个 目录"
    cd "elsewhere/一个 目录" && draw again && mv again.* "$scratch"
)
same "another folder" elsewhere
bare() {
    env -i "$jianbao" render "$nanyang" -q -o again.pdf
    env -i "$jianbao" chart "$nanyang" "$chart" -q -o again.svg
    env -i "$jianbao" chart "$nanyang" "$chart" -q -o again.png
}
same "an empty environment" bare
copied() (
    cp "$nanyang" metrics.yaml
    nanyang=$scratch/metrics.yaml
    draw again
)
same "a copy of the file" copied
finish
