#!/usr/bin/env bash
# Runs the studies that the README quotes, or those named, and keeps their small results under results/reference/.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

studies=("$@")
((${#studies[@]})) || studies=(moons activations)

for study in "${studies[@]}"; do
  reference=results/reference/$study
  mkdir -p "$reference"
  mvn -q -Dstyle.color=never compile exec:java -Dscenario="$study" -Dout="$fresh" -Drun=reference |
    sed -e 's/\x1b\[0m//g' -e '/^results: /d' -e '/^$/d' > "$reference/console.txt"
  if [ -f "$fresh/$study/reference/document.csv" ]; then
    cp "$fresh/$study/reference/document.csv" "$reference/"
  fi
done
