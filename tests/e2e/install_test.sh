#!/bin/sh
# make install puts everything under PREFIX, and the program works from there
# with the source tree out of sight.
. "$(dirname "$0")/../tap.sh"
stage=$scratch/stage
try "make install" make -s install PREFIX=/usr DESTDIR="$stage"
for file in bin/jianbao share/jianbao/layouts/briefing.yaml \
    share/jianbao/fonts/roles.yaml share/man/man1/jianbao.1; do
    [ -s "$stage/usr/$file" ]
    report $? "installed $file"
done
"$jianbao" render "$nanyang" -q -o "$scratch/a.pdf"
try "the installed program works" \
    "$stage/usr/bin/jianbao" render "$nanyang" -q -o "$scratch/b.pdf"
cmp -s "$scratch/a.pdf" "$scratch/b.pdf"
report $? "… and writes the same"
"$stage/usr/bin/jianbao" list layouts | grep -q "$stage/usr/share/jianbao"
report $? "… with the installed layouts"
ln -s "$stage/usr/bin/jianbao" "$scratch/linked"
try "… through a symbolic link" "$scratch/linked" list layouts

# Without the faces that make fonts brings, others stand in, and it is said.
rm -r "$stage/usr/share/jianbao/fonts/faces"
roles=$stage/usr/share/jianbao/fonts/roles.yaml
grep -v 'fandol$' "$roles" >"$scratch/roles" && cp "$scratch/roles" "$roles"
try "a briefing without the fetched faces" \
    "$stage/usr/bin/jianbao" render "$nanyang" -l gongwen -o "$scratch/c.pdf"
says "仿宋" "… names what is missing"
[ -s "$scratch/c.pdf" ]
report $? "… and is written"
rm -r "$stage/usr/share/jianbao/fonts"
ends 3 "no fonts at all" \
    "$stage/usr/bin/jianbao" render "$nanyang" -o "$scratch/d.pdf"
finish
