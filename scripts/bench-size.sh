#!/usr/bin/env bash
# What many trials take after they were trained, and on the disk: 2,500 of separable under all initializers, then 20,000 that are
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
# planned, to the end.
many() {
  INITBENCH_OPTS="-Xlog:gc:file=$work/gc.log" scripts/initbench run --scenario=separable --inits=all "--repetitions=$1" \
    --set=training.epochs=20 --run=many --out="$work" 2> "$work/progress.txt" |
    {
      read -r planned
      start=$(date +%s.%N)
      cat > "$work/console.txt"
      awk -v start="$start" -v end="$(date +%s.%N)" 'BEGIN {printf "%.1f", end - start}'
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
all=$(many 100)
after=$(many 100)
row 2,500 "$(awk -v all="$all" -v after="$after" 'BEGIN {printf "%.0f s", all - after}')" "$after s" "$(heap)" "$(bytes_of_a_trial 2500)"
mvn -q exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
  -Dexec.args="-cp %classpath org.initbench.result.MadeUpTrials $run 100 800"
after=$(many 800)
row 20,000 'made up' "$after s" "$(heap)" "$(bytes_of_a_trial 20000)"
cp "$work/size.md" "$reference/"
scripts/refresh-pages.sh
