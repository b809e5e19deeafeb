#!/usr/bin/env bash
# Times networks in DL4J as shipped, in DL4J tuned, in trials of this project, and in NumPy or PyTorch where Debian's python3-numpy and
# python3-torch are installed, and writes results/bench.csv and the table in docs/performance.md. ROUNDS (5) says how often, WORKLOADS which networks (all); each figure comes from a JVM of its own, and the ways take turns.
# MNIST is looked for in the folder that DATA_DIR names, then where every run looks.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${ROUNDS:-5}
workloads=${WORKLOADS:-MOONS MNIST MNIST_DEEP CNN RNN LSTM RESIDUAL}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mvn -q test-compile dependency:build-classpath -Dmdep.outputFile="$work/path" -Dmdep.includeScope=runtime
tuned=target/classes:target/test-classes:$(cat "$work/path")
plain=$(tr : '\n' <<< "$tuned" | grep -v onednn | paste -sd : -)
bench=org.initbench.trial.Bench
read -ra worker <<< "$(java -cp "$tuned" org.initbench.trial.BenchReport flags)"

python=/usr/bin/python3
peer() {
  local name=pytorch module=torch
  if [[ $1 = MOONS ]]; then name=numpy module=numpy; fi
  if $python -c "import $module" 2> /dev/null; then echo $name; fi
}

once() {
  case $2 in
    numpy | pytorch) java "${worker[@]}" -cp "$tuned" $bench "$1" size ${DATA_DIR:-} | tail -1 | $python src/bench/python/peers.py "$1" ;;
    shipped) java -Dinitbench.tuned=false -Dorg.nd4j.log.initialization=false -cp "$plain" $bench "$1" "$2" ${DATA_DIR:-} ;;
    *) java "${worker[@]}" -cp "$tuned" $bench "$1" "$2" ${DATA_DIR:-} ;;
  esac | tail -1
}

for ((round = 1; round <= rounds; round++)); do
  for workload in $workloads; do
    for way in shipped tuned trial $(peer "$workload") probed; do
      [[ $way = probed && $workload != MNIST ]] || echo "$round,$workload,$way,$(once "$workload" "$way")" | tee -a "$work/times.csv" >&2
    done
  done
done
java -cp "$tuned" org.initbench.trial.BenchReport "$work/times.csv" results docs/performance.md
