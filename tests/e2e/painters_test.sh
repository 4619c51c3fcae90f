#!/bin/sh
# One chart, three formats, four painters: our PNG (Cairo), our SVG by librsvg
# and our PDF by MuPDF and Poppler must be the same picture. All are blurred by
# a pixel, and none may be farther from our PNG than that is from itself moved
# by one pixel, across or down, whichever is more (bars across have their long
# edges level): the rounding of edges passes, a label out of place does not.
. "$(dirname "$0")/../tap.sh"

blur() {
    convert "$1" -alpha remove -blur 0x1 "$scratch/$2.ppm"
}

# Root mean square difference from our picture, in millionths.
distance() {
    compare -metric RMSE "$scratch/ours.ppm" "$scratch/$1.ppm" null: 2>&1 |
        sed -n 's/.*(\(.*\)).*/\1/p' |
        awk '{ print int($1 * 1000000); found = 1 }
             END { if (!found) print 1000000 }'
}

# How far our picture is from itself moved by a pixel.
moved_by() {
    for move in +1+0 +0+1; do
        convert "$scratch/ours.png" -roll "$move" "$scratch/moved.png"
        blur "$scratch/moved.png" moved
        distance moved
    done | sort -n | tail -n 1
}

# same FILE NAME
same() {
    blur "$1" other 2>"$scratch/out" && apart=$(distance other) &&
        echo "apart by $apart, moved by $moved" >>"$scratch/out" &&
        [ "$apart" -lt "$moved" ]
    report $? "$2"
    rm -f "$1" "$scratch/other.ppm"
}

for sample in samples/*/metrics.yaml; do
    name=$(basename "$(dirname "$sample")")
    for chart in $(charts_of "$sample"); do
        for format in png svg pdf; do
            "$jianbao" chart "$sample" "$chart" -q --size 800x450 --dpi 72 \
                -o "$scratch/ours.$format" || echo "no $format of $chart"
        done
        blur "$scratch/ours.png" ours
        moved=$(moved_by)
        rsvg-convert -w 800 "$scratch/ours.svg" -o "$scratch/rsvg.png"
        same "$scratch/rsvg.png" "$name $chart: librsvg draws our PNG"
        "$jianbao" chart "$sample" "$chart" -q -T --size 800x450 --dpi 72 \
            -o "$scratch/text.svg"
        rsvg-convert -w 800 "$scratch/text.svg" -o "$scratch/text.png"
        same "$scratch/text.png" "$name $chart: librsvg sets our text"
        mutool draw -q -A 8 -r 72 -o "$scratch/mupdf.png" \
            "$scratch/ours.pdf" 1 2>/dev/null
        same "$scratch/mupdf.png" "$name $chart: MuPDF draws our PNG"
        pdftoppm -r 72 -png -singlefile "$scratch/ours.pdf" \
            "$scratch/poppler"
        same "$scratch/poppler.png" "$name $chart: Poppler draws our PNG"
    done
done
finish
