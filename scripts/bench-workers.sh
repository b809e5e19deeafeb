#!/usr/bin/env bash
# Times the mnist study with one worker process and with two, in turns, and for comparison DL4J's bare training loop of the
# same network alone and two of them at once. Writes results/reference/workers/. ROUNDS (3) says how often; MNIST is looked for
# in the folder that DATA_DIR names, then where every run looks. Wants a machine of its own.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reference=results/reference/workers
mkdir -p "$reference"

mvn -q package -DskipTests
path='target/test-classes:target/initbench.jar:target/lib/*'
read -ra flags <<< "$(java -cp "$path" org.initbench.trial.BenchReport flags)"

study() {
  local start
  start=$(date +%s%N)
  scripts/initbench run --scenario=mnist --workers="$1" --run="$2-$1" --out="$work" ${DATA_DIR:+--data.dir="$DATA_DIR"} > /dev/null 2>&1
  echo $((($(date +%s%N) - start) / 1000000))
}

loop() {
  java "${flags[@]}" -cp "$path" org.initbench.trial.Bench MNIST tuned ${DATA_DIR:-} | tail -1
}

echo "round,one_worker_ms,two_workers_ms,step_alone_us,step_beside_us" > "$reference/workers.csv"
for ((round = 1; round <= ${ROUNDS:-3}; round++)); do
  one=$(study 1 "$round")
  two=$(study 2 "$round")
  for table in summary trials layers curves histograms; do cmp "$work/mnist/$round-1/$table.csv" "$work/mnist/$round-2/$table.csv"; done
  alone=$(loop)
  loop > "$work/first" & beside=$(loop)
  wait
  beside=$(awk -v other="$beside" '{print ($1 + other) / 2}' "$work/first")
  echo "$round,$one,$two,$alone,$beside" | tee -a "$reference/workers.csv" >&2
done

median() { sort -g | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2}'; }
column() { awk -F, 'NR > 1 {print '"$1"'}' "$reference/workers.csv" | median; }
{
  echo '| | one | two at once | gain |'
  echo '|---|---:|---:|---:|'
  printf '| the `mnist` study, by workers | %.1f s | %.1f s | %.2f |\n' "$(column '$2 / 1000')" "$(column '$3 / 1000')" "$(column '$2 / $3')"
  printf '| bare loops of the same network, a step | %.0f µs | %.0f µs | %.2f |\n' "$(column '$4')" "$(column '$5')" "$(column '2 * $4 / $5')"
} > "$reference/workers.md"
scripts/refresh-pages.sh
