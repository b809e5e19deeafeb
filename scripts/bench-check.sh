#!/usr/bin/env bash
# Times `check`, start included: a dense network of two million weights, and ResNet-50 where NETWORKS (../shared/networks) has its
# file. The median of ROUNDS (3) for the first, one for the second. Writes results/reference/check/check.md and the page that
# quotes it.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reference=results/reference/check
mkdir -p "$reference"
networks=${NETWORKS:-../shared/networks}

mvn -q package -DskipTests
mvn -q exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
  -Dexec.args="-cp %classpath org.initbench.networkfile.TwoMillionWeights $work/dense.json"

seconds() {
  local start
  start=$(date +%s.%N)
  scripts/initbench check "--network=$1" --out="$work" --run="$2" > "$work/console.txt" 2> /dev/null
  awk -v start="$start" -v end="$(date +%s.%N)" 'BEGIN {print end - start}'
}
row() {
  local trials
  trials=$(head -1 "$work/console.txt" | grep -oE '[0-9]+ trials')
  printf '| %s | %s | %.1f s |\n' "$1" "$trials" "$2" >> "$work/check.md"
}

echo '| network | | time, start included |' > "$work/check.md"
echo '|---|---|---:|' >> "$work/check.md"
for ((round = 1; round <= ${ROUNDS:-3}; round++)); do seconds "$work/dense.json" "$round" >> "$work/times"; done
row '784-1024-1024-140-10, 2 million weights' "$(sort -g "$work/times" | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}')"
if [ -f "$networks/dl4j-resnet50-frozen.json" ]; then
  row 'ResNet-50, 24 million weights' "$(seconds "$networks/dl4j-resnet50-frozen.json" resnet)"
fi
cp "$work/check.md" "$reference/"
scripts/refresh-pages.sh
