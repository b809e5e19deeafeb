#!/usr/bin/env bash
# Runs some 500 moons trials on two workers and writes results/reference/memory/: what the processes took after each trial, by
# timings.csv, in MiB.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reference=results/reference/memory
mkdir -p "$reference"

mvn -q package -DskipTests
scripts/initbench run --scenario=moons --repetitions=167 --set=training.iterations=1000 --run=many --out="$work" > /dev/null
awk -F, 'NR > 1 {print $(NF - 1) "," int($NF / 1048576)}' "$work/moons/many/timings.csv" | sort -t, -k1,1n -k2,2n |
  awk -F, '
    BEGIN {print "| worker | trials | least | most |"; print "|---|---:|---:|---:|"}
    function row() {if (count) printf "| %s | %d | %d MiB | %d MiB |\n", worker, count, least, most}
    $1 != worker {row(); worker = $1; count = 0; least = $2}
    {count++; most = $2}
    END {row()}
  ' > "$reference/memory.md"
scripts/refresh-pages.sh
