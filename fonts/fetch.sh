#!/bin/sh
# Bring the faces that Debian ships only inside a TeX package: download
# texlive-lang-chinese, take Fandol out of it without installing TeX, and
# compare with fonts/faces.sha256. Does nothing when they are already here.
set -eu
cd "$(dirname "$0")"
package=texlive-lang-chinese
fandol=usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
licence=usr/share/doc/texlive-doc/fonts/fandol

is_complete() {
    (cd faces 2>/dev/null && sha256sum --check --quiet ../faces.sha256) \
        >/dev/null 2>&1
}

is_complete && exit 0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
download() {
    (cd "$scratch" && apt-get download -q "$package" >/dev/null 2>&1)
}
echo "下载仿宋、楷体等字体（$package，约50 MB）"
download || { $sudo apt-get update -q >/dev/null && download; } || {
    echo "字体没有下载成功：请检查网络后重新运行 make fonts。" >&2
    echo "没有这些字体也能排版，仿宋、楷体会用宋体代替。" >&2
    exit 1
}
dpkg-deb --fsys-tarfile "$scratch"/$package*.deb |
    tar -x -C "$scratch" "./$fandol" "./$licence"
mkdir -p faces
while read -r _ name; do
    cp "$scratch/$fandol/$name" "faces/$name.new"
    mv "faces/$name.new" "faces/$name"
done <faces.sha256
cp "$scratch/$licence/README" faces/README
gzip -dc "$scratch/$licence/COPYING.gz" >faces/COPYING
is_complete || {
    echo "字体与 fonts/faces.sha256 记录的不一致，请删除 fonts/faces 后重试。" >&2
    exit 1
}
