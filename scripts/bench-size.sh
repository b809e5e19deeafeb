#!/usr/bin/env bash
# What many trials take after they were trained, and on the disk: 100 repetitions of separable under all initializers, then 800 that are
# made up of them. Writes results/reference/size/size.md and the page that quotes it.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reference=results/reference/size
mkdir -p "$reference"
run=$work/separable/many
large='boundary.csv predictions.csv weights.csv histograms.csv'

mvn -q package -DskipTests

# Runs what has not ended, then tables, statistics, pictures and page; writes the seconds from the first line, which says what is
# planned, to the last trial's file, and from there to the end.
many() {
  INITBENCH_OPTS="-Xlog:gc:file=$work/gc.log" scripts/initbench run --scenario=separable --inits=all "--repetitions=$1" \
    --set=training.epochs=20 --run=many --out="$work" 2> "$work/progress.txt" |
    {
      read -r planned
      start=$(date +%s.%N)
      cat > "$work/console.txt"
      end=$(date +%s.%N)
      last=$(find "$run/trials" -type f -printf '%T@\n' | sort -n | tail -1)
      awk -v start="$start" -v last="$last" -v end="$end" \
        'BEGIN {if (last < start) last = start; printf "%.1f %.1f", last - start, end - last}'
    }
}
heap() {
  grep -oE -- '->[0-9]+M' "$work/gc.log" | tr -dc '0-9\n' | sort -n | tail -1
}
# Of each trial, beyond the large tables and what every run has once.
bytes_of_a_trial() {
  local all=0 file
  for file in "$run"/*.csv; do
    if [[ " $large " != *" $(basename "$file") "* ]]; then all=$((all + $(stat -c %s "$file"))); fi
  done
  all=$((all + $(cat "$run"/trials/* | wc -c)))
  echo $((all / $1))
}
row() {
  echo "| $1 | $2 | $3 | $4 MiB | $5 bytes |" >> "$work/size.md"
}

echo '| trials | trained in | tables, statistics, pictures and page | largest heap | on the disk, a trial |' > "$work/size.md"
echo '|---:|---:|---:|---:|---:|' >> "$work/size.md"
read -r training after <<< "$(many 100)"
trials() {
  find "$run/trials" -type f | wc -l
}
row "$(trials)" "$training s" "$after s" "$(heap)" "$(bytes_of_a_trial "$(trials)")"
mvn -q exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
  -Dexec.args="-cp %classpath org.initbench.result.MadeUpTrials $run 100 800"
read -r _ after <<< "$(many 800)"
row "$(trials)" 'made up' "$after s" "$(heap)" "$(bytes_of_a_trial "$(trials)")"
cp "$work/size.md" "$reference/"
scripts/refresh-pages.sh
