#!/usr/bin/env bash
# Times the mnist study with one worker process and with two, in turns, and for comparison DL4J's bare training loop of the
# same network, and PyTorch's where Debian's python3-torch is installed, alone and two of them at once. Writes results/reference/workers/. ROUNDS (3) says how often; MNIST is looked for
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

torch() {
  /usr/bin/python3 src/bench/python/peers.py MNIST < "$work/size" | tail -1
}

# The mean of two at once.
both() {
  local second
  "$1" > "$work/first" & second=$("$1")
  wait
  awk -v other="$second" '{print ($1 + other) / 2}' "$work/first"
}

has_torch=$(/usr/bin/python3 -c 'import torch' 2> /dev/null && echo yes || true)
java "${flags[@]}" -cp "$path" org.initbench.trial.Bench MNIST size ${DATA_DIR:-} | tail -1 > "$work/size"

echo "round,one_worker_ms,two_workers_ms,step_alone_us,step_beside_us,pytorch_alone_us,pytorch_beside_us" > "$reference/workers.csv"
for ((round = 1; round <= ${ROUNDS:-3}; round++)); do
  one=$(study 1 "$round")
  two=$(study 2 "$round")
  for table in summary trials layers curves histograms; do cmp "$work/mnist/$round-1/$table.csv" "$work/mnist/$round-2/$table.csv"; done
  alone=$(loop)
  beside=$(both loop)
  torches=,
  if [ -n "$has_torch" ]; then torches=$(torch),$(both torch); fi
  echo "$round,$one,$two,$alone,$beside,$torches" | tee -a "$reference/workers.csv" >&2
done

median() { sort -g | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2}'; }
column() { awk -F, 'NR > 1 {print '"$1"'}' "$reference/workers.csv" | median; }
{
  echo '| | one | two at once | gain |'
  echo '|---|---:|---:|---:|'
  printf '| the `mnist` study, by workers | %.1f s | %.1f s | %.2f |\n' "$(column '$2 / 1000')" "$(column '$3 / 1000')" "$(column '$2 / $3')"
  steps() { printf "| $1, a step | %.0f µs | %.0f µs | %.2f |\n" "$(column "$2")" "$(column "$3")" "$(column "2 * $2 / $3")"; }
  steps 'bare loops of the same network in DL4J' '$4' '$5'
  if [ -n "$has_torch" ]; then steps 'bare loops of the same network in PyTorch' '$6' '$7'; fi
} > "$reference/workers.md"
scripts/refresh-pages.sh
