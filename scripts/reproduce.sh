#!/usr/bin/env bash
# Runs the studies that the README quotes, and the audit of initializers, or those named, and keeps their small results
# under results/reference/, and the audit's page in docs/. MNIST is looked for in the folder that DATA_DIR names, then where every run looks.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

studies=("$@")
((${#studies[@]})) || studies=(moons activations conformance)

for study in "${studies[@]}"; do
  reference=results/reference/$study
  mkdir -p "$reference"
  if [ "$study" = conformance ]; then
    options=(-Dexec.args=conformance)
  else
    options=(-Dscenario="$study" -Drun=reference ${DATA_DIR:+-Ddata.dir="$DATA_DIR"})
  fi
  mvn -q -Dstyle.color=never compile exec:java "${options[@]}" -Dout="$fresh" |
    sed -e 's/\x1b\[0m//g' -e '/^results: /d' -e '/^$/d' > "$reference/console.txt"
  for table in document summary; do
    if [ -f "$fresh/$study/reference/$table.csv" ]; then
      cp "$fresh/$study/reference/$table.csv" "$reference/"
    fi
  done
  if [ "$study" = conformance ]; then
    cp "$fresh/conformance/conformance.csv" "$reference/"
    cp "$fresh/conformance/conformance.md" docs/
  fi
done
