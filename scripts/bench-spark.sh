#!/usr/bin/env bash
# Times 2,000 small trials of moons by two local workers and by two executors of a Spark cluster on this machine, in turns, from the
# command to the last table; tables have to be the same, byte by byte. Writes results/reference/spark/. ROUNDS (3) says how often.
# Wants a machine of its own.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
reference=results/reference/spark
mkdir -p "$reference"
processes=()
trap 'kill "${processes[@]}" 2> /dev/null || true; wait; rm -rf "$work"' EXIT

mvn -q -Pspark package -DskipTests
home=$(scripts/spark-home.sh)
export SPARK_LOCAL_IP=127.0.0.1
"$home/bin/spark-master" --host 127.0.0.1 --port 0 --webui-port 0 > "$work/master.log" 2>&1 & processes+=($!)
until master=$(grep -oE -m 1 'spark://[0-9.:]+' "$work/master.log"); do sleep 0.2; done
for worker in 1 2; do
  "$home/bin/spark-worker" --host 127.0.0.1 --cores 1 --memory 1g --webui-port 0 -d "$work/worker-$worker" "$master" \
    > "$work/worker-$worker.log" 2>&1 & processes+=($!)
done

study=(run --scenario=moons --inits='zeros,normal(std=10),he_normal,orthogonal' --repetitions=500
  --set='training.iterations=100,probes.at=[0],keep.boundary=1,keep.predictions=1,keep.weights=1,keep.histograms=1' --out="$work")
seconds() {
  local start
  start=$(date +%s%N)
  "$@" > "$work/console.txt" 2> "$work/progress.txt" || { cat "$work/progress.txt" >&2; return 1; }
  awk -v nanos=$(($(date +%s%N) - start)) 'BEGIN {printf "%.1f", nanos / 1e9}'
}
# From the first trial's file to the last one's, without what each command needs to start and to report.
between() {
  find "$work/moons/$1/trials" -type f -printf '%T@\n' | sort -n | awk 'NR == 1 {first = $1} END {printf "%.1f", $1 - first}'
}
submit() {
  INITBENCH_SPARK_OPTS="-Xlog:gc:file=$work/gc.log" "$home/bin/spark-submit" --master "$master" --conf spark.driver.host=127.0.0.1 \
    target/initbench-spark.jar "$@"
}

echo 'round,local_s,spark_s,local_trials_s,spark_trials_s,driver_heap_mib' > "$work/spark.csv"
for ((round = 1; round <= ${ROUNDS:-3}; round++)); do
  local_seconds=$(seconds scripts/initbench "${study[@]}" --workers=2 --run="$round-local")
  spark_seconds=$(seconds submit "${study[@]}" --run="$round-spark")
  for table in "$work/moons/$round-local"/*.csv; do
    name=$(basename "$table")
    if [ "$name" != timings.csv ]; then cmp "$table" "$work/moons/$round-spark/$name"; fi
  done
  heap=$(grep -oE -- '[0-9]+M->' "$work/gc.log" | tr -dc '0-9\n' | sort -n | tail -1)
  echo "$round,$local_seconds,$spark_seconds,$(between "$round-local"),$(between "$round-spark"),$heap" | tee -a "$work/spark.csv" >&2
done

median() { awk -F, -v column="$1" 'NR > 1 {print $column}' "$work/spark.csv" | sort -g | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2}'; }
row() { awk -v name="$1" -v here="$2" -v there="$3" 'BEGIN {printf "| %s | %.1f s | %.1f s | %.2f |\n", name, here, there, there / here}'; }
{
  echo '| 2,000 trials | two local workers | two executors | ratio |'
  echo '|---|---:|---:|---:|'
  row 'from the command to its end' "$(median 2)" "$(median 3)"
  row 'from the first trial to the last' "$(median 4)" "$(median 5)"
} > "$work/spark.md"
cp "$work/spark.csv" "$work/spark.md" "$reference/"
scripts/refresh-pages.sh
