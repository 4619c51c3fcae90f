#!/bin/sh
# What happens when the output cannot be written: the exit status is 3, and
# nothing stands under the output's name that is not complete.
. "$(dirname "$0")/../tap.sh"
cd "$scratch" || exit 1
chart=$(first_chart "$nanyang")

leaves_nothing() {
    [ -z "$(ls -A folder)" ]
    report $? "$1 leaves nothing behind"
}

mkdir folder
ends 3 "a folder that is not there" "$jianbao" render "$nanyang" -o no/a.pdf
ends 3 "a folder as output" "$jianbao" render "$nanyang" -o folder -f pdf
ends 3 "a name that is too long" "$jianbao" render "$nanyang" \
    -o "folder/$(printf '%0300d' 0).pdf"
leaves_nothing "a name that is too long"

for format in pdf png svg; do
    ends 3 "a file size limit ($format)" sh -c "ulimit -f 4
        exec '$jianbao' chart '$nanyang' '$chart' -o folder/a.$format"
    leaves_nothing "a file size limit ($format)"
done

# Unwritable folders mean nothing to root.
if [ "$(id -u)" != 0 ]; then
    chmod 555 folder
    ends 3 "an unwritable folder" "$jianbao" render "$nanyang" -o folder/a.pdf
    chmod 755 folder
elif command -v setpriv >/dev/null; then
    chmod 755 "$scratch"
    ends 3 "an unwritable folder" setpriv --reuid=65534 --regid=65534 \
        --clear-groups "$jianbao" render "$nanyang" -o folder/a.pdf
fi
leaves_nothing "an unwritable folder"

if [ "$(id -u)" = 0 ] && mkdir disk &&
    mount -t tmpfs -o size=8k tmpfs disk 2>/dev/null; then
    ends 3 "a full disk" "$jianbao" render "$nanyang" -o disk/a.pdf
    [ -z "$(ls -A disk)" ]
    report $? "a full disk leaves nothing behind"
    umount disk
fi

# A device or a pipe is written to, never replaced.
if [ "$(id -u)" = 0 ] && mknod full c 1 7 2>/dev/null; then
    ends 3 "a full device" "$jianbao" render "$nanyang" -o full -f pdf
    [ -c full ]
    report $? "a device stays a device"
fi
mkfifo pipe
cat pipe >from_pipe &
"$jianbao" render "$nanyang" -q -o pipe -f pdf >"$scratch/out" 2>&1
wait
[ -p pipe ] && "$jianbao" render "$nanyang" -q -o direct.pdf &&
    cmp -s from_pipe direct.pdf
report $? "a pipe is written to"

# An earlier good file survives a failure, and success keeps its mode.
echo precious >folder/a.pdf
chmod 640 folder/a.pdf
sh -c "ulimit -f 4; exec '$jianbao' render '$nanyang' -o folder/a.pdf" \
    >/dev/null 2>&1
[ "$(cat folder/a.pdf)" = precious ]
report $? "a failure keeps the earlier file"
"$jianbao" render "$nanyang" -q -o folder/a.pdf
[ "$(stat -c %a folder/a.pdf)" = 640 ]
report $? "an overwritten file keeps its mode"
rm folder/a.pdf
(umask 027 && "$jianbao" render "$nanyang" -q -o folder/a.pdf)
[ "$(stat -c %a folder/a.pdf)" = 640 ]
report $? "a new file obeys the umask"
ln -sf a.pdf folder/link.pdf
"$jianbao" chart "$nanyang" "$chart" -q -o folder/link.pdf
[ -L folder/link.pdf ]
report $? "a symbolic link is written through"
rm folder/*

# Killed at any moment: the name holds nothing, or all.
"$jianbao" render "$nanyang" -q -o whole.pdf
for milliseconds in 1 2 4 6 8 10 12 14 16 18 20 25 30 35 40 50; do
    "$jianbao" render "$nanyang" -q -o killed.pdf 2>/dev/null &
    pid=$!
    sleep "0.0$(printf %02d $milliseconds)"
    kill -KILL $pid 2>/dev/null
    wait $pid 2>/dev/null
    if [ -e killed.pdf ]; then
        cmp -s killed.pdf whole.pdf || break
        rm killed.pdf
    fi
done
[ ! -e killed.pdf ]
report $? "a killed program leaves no half output"

# Extremes that are allowed must work or be refused, not crash.
for options in "--dpi 36" "--dpi 1200 --size 2x2in" "--size 10000x100" \
    "--size 100x10000" "--size 72ptx72pt" "--dpi 2400 --size 200inx200in"; do
    options=$(echo "$options" | sed 's/2x2in/2inx2in/')
    # shellcheck disable=SC2086
    "$jianbao" chart "$nanyang" "$chart" -q -o big.png $options \
        >"$scratch/out" 2>&1
    [ $? -le 3 ]
    report $? "chart $options"
done
finish
