#!/usr/bin/env bash
# Which initializer is best over all studies of classes? Runs each in small with one list of initializers, and ranks these over all data
# sets. Keeps what the command says under results/reference/best/ and writes it into the pages that quote it.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
inits='glorot_uniform,glorot_normal,lecun_normal,he_normal,he_uniform,orthogonal,lsuv'
runs=()
for study in classification mnist mnist-deep cnn depth residual; do
  images=
  if [ "$study" != classification ]; then images=,data.source=synthetic; fi
  mvn -q -Dstyle.color=never compile exec:java -Dscenario="$study" -Dquick=true -Dinits="$inits" -Dset="repetitions=3$images" -Drun=best \
    -Dout="$fresh" > /dev/null
  runs+=("$fresh/$study/best")
done
mkdir -p results/reference/best
mvn -q -Dstyle.color=never compile exec:java -Dexec.args="compare ${runs[*]} --out=$fresh --run=best" > "$fresh/console.txt"
cp "$fresh"/compare/best/{ranks,compare}.csv results/reference/best/
sed -e 's/\x1b\[0m//g' -e '/^results: /d' -e '/^report: /d' -e '/^$/d' -e 's/ *$//' "$fresh/console.txt" > results/reference/best/console.txt
scripts/refresh-pages.sh
