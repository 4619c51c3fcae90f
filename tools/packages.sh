#!/bin/sh
# Install the Debian packages of packages.txt that serve the given purposes
# and are not there yet: tools/packages.sh run build
set -eu
cd "$(dirname "$0")/.."

is_installed() {
    dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null |
        grep -qx installed
}

missing=
for purpose in "$@"; do
    for package in $(awk -v p="$purpose" '$1 == p { print $2 }' packages.txt)
    do
        is_installed "$package" || missing="$missing $package"
    done
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "本机没有 apt-get，请用系统的软件包工具安装：$missing" >&2
    exit 1
fi
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
echo "安装软件包：$missing"
export DEBIAN_FRONTEND=noninteractive
install="$sudo apt-get install -y -q --no-install-recommends"
# shellcheck disable=SC2086 # the words are packages
$install $missing >/dev/null 2>&1 || {
    $sudo apt-get update -q >/dev/null
    $install $missing >/dev/null
}
