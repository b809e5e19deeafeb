#!/usr/bin/env bash
# What the machine that writes needs for many trials, however many others run them: made-up results of separable, as many as SIZES
# says, are handed back as fast as they are written, then gathered, and looked through once more as a run is that goes on. Writes
# results/reference/scale/ and the page that quotes it. A million need 12 GB of disk: SIZES='10000 1000000' scripts/bench-scale.sh
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reference=results/reference/scale
mkdir -p "$reference"
inits=he_normal,he_uniform,glorot_normal,glorot_uniform,lecun_normal,lecun_uniform,orthogonal,lsuv,zeros,"normal(std=1)"

mvn -q package -DskipTests

# Trials go into the same run each time: so many repetitions of ten initializers.
replay() {
  java -XX:+UseSerialGC "-Xlog:gc:file=$work/gc.log" -cp 'target/test-classes:target/initbench.jar:target/lib/*' \
    org.initbench.cli.Main run --scenario=separable --executor=org.initbench.run.ReplayedTrials --inits="$inits" \
    "--repetitions=$(($1 / 10))" --set=training.epochs=20,keep.boundary=1,keep.predictions=1,keep.weights=1,keep.histograms=1 \
    --run="$1" --out="$work" 2> "$work/progress.txt"
}
since() { awk -v from="$1" -v to="$2" 'BEGIN {printf "%.1f", to - from}'; }
# Seconds until all is planned, from there to the last trial's file, and from there to the end.
phases() {
  local start=$(date +%s.%N)
  replay "$1" | {
    read -r _
    planned=$(date +%s.%N)
    cat > "$work/console.txt"
    end=$(date +%s.%N)
    last=$(find "$work/separable/$1/trials" -type f -printf '%T@\n' | sort -n | tail -1)
    if awk -v last="$last" -v planned="$planned" 'BEGIN {exit !(last < planned)}'; then last=$planned; fi
    echo "$(since "$start" "$planned") $(since "$planned" "$last") $(since "$last" "$end")"
  }
}
heap() { grep -oE -- '[0-9]+M->' "$work/gc.log" | tr -dc '0-9\n' | sort -n | tail -1; }
mib() { awk '{printf "%.0f", $1 / 1048576}'; }

echo 'trials,planned_s,written_s,gathered_s,again_s,heap_mib,trial_files_mib,tables_mib' > "$work/scale.csv"
for size in ${SIZES:-10000 100000}; do
  read -r planned written gathered <<< "$(phases "$size")"
  heap=$(heap)
  files=$(find "$work/separable/$size/trials" -type f -printf '%s\n' | awk '{all += $1} END {print all}' | mib)
  tables=$(cat "$work/separable/$size"/*.csv | wc -c | mib)
  read -r _ _ again <<< "$(phases "$size")"
  echo "$size,$planned,$written,$gathered,$again,$heap,$files,$tables" | tee -a "$work/scale.csv" >&2
  rm -rf "$work/separable/$size"
done
{
  echo '| trials | planned in | written in | a second | tables, statistics, pictures and page | gone through again | largest heap | trial files | tables |'
  echo '|---:|---:|---:|---:|---:|---:|---:|---:|---:|'
  awk -F, 'NR > 1 {printf "| %d | %.1f s | %.1f s | %.0f | %.1f s | %.1f s | %d MiB | %d MiB | %d MiB |\n", $1, $2, $3, $1 / $3, $4, $5, $6, $7, $8}' "$work/scale.csv"
} > "$work/scale.md"
cp "$work/scale.csv" "$work/scale.md" "$reference/"
scripts/refresh-pages.sh
