#!/usr/bin/env bash
# Runs the studies that the README quotes and keeps their small results under results/reference/.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

for study in moons activations; do
  reference=results/reference/$study
  mkdir -p "$reference"
  mvn -q -Dstyle.color=never compile exec:java -Dscenario="$study" -Dout="$fresh" -Drun=reference | grep -v '^results: ' > "$reference/console.txt"
  if [ -f "$fresh/$study/reference/document.csv" ]; then
    cp "$fresh/$study/reference/document.csv" "$reference/"
  fi
done
