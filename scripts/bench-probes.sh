#!/usr/bin/env bash
# Times what probes do with a tensor of 401,408 floats: the statistics of a table's row and a histogram of 50 bins between the extremes; the
# same in NumPy where Debian's python3-numpy is installed. The ways take turns, each in a process of its own; medians of ROUNDS (5). Writes
# results/reference/probes/probes.csv, probes.md and the page that quotes it.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reference=results/reference/probes
mkdir -p "$reference"

mvn -q test-compile dependency:build-classpath -Dmdep.outputFile="$work/path" -Dmdep.includeScope=runtime
path=target/classes:target/test-classes:$(cat "$work/path")
cat > "$work/probe.py" << 'PYTHON'
import sys, time
import numpy as np
x = np.random.default_rng(1).normal(size=784 * 512).astype(np.float32)
x = np.maximum(x, 0) if sys.argv[1] == "relu" else x
divisor = float(sys.argv[2])
times = []
for i in range(21):
    start = time.perf_counter()
    values = x.astype(np.float64) / divisor if divisor != 1 else x
    low, high = values.min(), values.max()
    mean = values.mean(dtype=np.float64)
    statistics = [mean, values.std(dtype=np.float64), np.sqrt(np.square(values, dtype=np.float64).mean()),
                  np.abs(values).mean(dtype=np.float64), np.count_nonzero(values)]
    counts, edges = np.histogram(values, 50, (low, high))
    times.append((time.perf_counter() - start) / x.size * 1e9)
print(f"{sorted(times)[10]:.3f}")
PYTHON

once() {
  if [[ $1 = numpy ]]; then
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 /usr/bin/python3 "$work/probe.py" "$2" "$3"
  else
    java -XX:+UseSerialGC -cp "$path" org.initbench.probe.ProbeBench "$2" "$3"
  fi
}

ways=initbench
if /usr/bin/python3 -c 'import numpy' 2> /dev/null; then ways='initbench numpy'; fi
echo 'round,way,numbers,divisor,nanoseconds' > "$work/probes.csv"
for ((round = 1; round <= ${ROUNDS:-5}; round++)); do
  for numbers in normal relu; do
    for divisor in 1 128 100; do
      for way in $ways; do echo "$round,$way,$numbers,$divisor,$(once "$way" "$numbers" "$divisor")" >> "$work/probes.csv"; done
    done
  done
done

median() {
  awk -F, -v way="$1" -v numbers="$2" -v divisor="$3" '$2 == way && $3 == numbers && $4 == divisor {print $5}' "$work/probes.csv" | sort -g |
    awk '{v[NR] = $1} END {if (NR) printf "%.1f ns", v[int((NR + 1) / 2)]; else print "–"}'
}
{
  echo '| numbers | divided by | a number, initbench | NumPy |'
  echo '|---|---:|---:|---:|'
  for numbers in normal relu; do
    for divisor in 1 128 100; do
      echo "| $numbers | $divisor | $(median initbench "$numbers" "$divisor") | $(median numpy "$numbers" "$divisor") |"
    done
  done
} > "$work/probes.md"
cp "$work/probes.csv" "$work/probes.md" "$reference/"
scripts/refresh-pages.sh
