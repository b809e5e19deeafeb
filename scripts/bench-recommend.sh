#!/usr/bin/env bash
# Times `recommend`, start included: a table of 150 rows and a network file of three layers, and mnist, whose answer is then held
# against a run of ten repetitions of everyone at every rate that was chosen. Then races are held against as many repetitions for
# everybody, on nine studies. Writes results/reference/recommend and the page that quotes it. PARTS (times mnist races) names what
# is made; data are found by DATA, a folder that data.dir takes.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reference=results/reference/recommend
mkdir -p "$reference"
data=${DATA:+--data.dir=$DATA}

mvn -q package -DskipTests
mvn -q exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
  -Dexec.args="-cp %classpath org.initbench.testing.SmallNetwork $work" > /dev/null 2>&1

# Seconds that a recommendation takes; what it prints goes to $work/NAME.txt.
seconds() {
  local name=$1 start
  shift
  start=$(date +%s.%N)
  scripts/initbench recommend "$@" $data --out="$work" --run=recommended > "$work/$name.txt" 2> /dev/null
  awk -v start="$start" -v end="$(date +%s.%N)" 'BEGIN {printf "%.0f", end - start}'
}
# A field of recommendation.json; lists with a blank between.
field() {
  python3 -c 'import json, sys
value = json.load(open(sys.argv[1]))
for key in sys.argv[2].split("."):
    value = value[key]
print(" ".join(value) if isinstance(value, list) else value)' "$1/recommendation.json" "$2"
}
# The distinct learning rates of those who raced, with commas; who raced, with commas; by standing_at_best_rate who is best or tied.
rates() { csv "$1/race.csv" '",".join(sorted({row["learning_rate"] for row in rows if row["round"] != "0"}))'; }
raced() { csv "$1/race.csv" '",".join(dict.fromkeys(row["init"] for row in rows if row["round"] != "0"))'; }
leaders() {
  if [ -f "$1/rates.csv" ]; then
    csv "$1/rates.csv" '" ".join(dict.fromkeys(row["init"] for row in rows if row["standing_at_best_rate"] in ("best", "tied")))'
  else
    csv "$1/summary.csv" '" ".join(dict.fromkeys(row["init"] for row in rows if row["standing"] in ("best", "tied")))'
  fi
}
csv() {
  python3 -c 'import csv, sys
rows = list(csv.DictReader(open(sys.argv[1])))
print(eval(sys.argv[2]))' "$1" "$2"
}
# The same initializers at the same rates, with as many repetitions for everybody.
equal() {
  local name=$1 run=$2 repetitions=$3
  shift 3
  scripts/initbench run "$@" $data --inits="$(raced "$run")" --learningRates="$(rates "$run")" \
    --repetitions="$repetitions" --out="$work" --run=equal > "$work/$name-equal.txt" 2> /dev/null
}

for part in ${PARTS:-times mnist races}; do
  case $part in
    times)
      {
        echo '| | time, start included | trials |'
        echo '|---|---:|---:|'
        took=$(seconds table --network="$work/net.json" --data="$work/table.csv" --label=kind)
        echo "| three layers, a table of 150 rows | $took s | $(field "$work/net/recommended" trials) |"
        took=$(seconds mnist --scenario=mnist)
        echo "| \`mnist\` | $took s | $(field "$work/mnist/recommended" trials) |"
      } > "$work/times.md"
      grep -vE '^(results|report): ' "$work/mnist.txt" | sed 's/ *$//' > "$reference/mnist.txt"
      tail -2 "$reference/mnist.txt" > "$reference/closing.txt"
      cp "$work/times.md" "$reference/"
      ;;
    mnist)
      run=$work/mnist/recommended
      equal mnist "$run" 10 --scenario=mnist
      best=$(csv "$work/mnist/equal/summary.csv" 'max(rows, key=lambda row: float(row["test_accuracy_mean"] or 0))["init"]')
      named=" $(field "$run" best) $(field "$run" tied) "
      {
        echo '| | |'
        echo '|---|---|'
        echo "| recommended | $(field "$run" best) |"
        echo "| cannot be told from it | $(field "$run" tied | sed 's/ /, /g') |"
        echo "| best of a run of ten repetitions of everyone at each rate that was chosen | $best |"
        case $named in *" $best "*) echo "| is among them | yes |" ;; *) echo "| is among them | NO |" ;; esac
      } > "$reference/ten-repetitions.md"
      ;;
    races)
      echo '| study | trials of the race | of 20 repetitions for everybody | left by the race | by the run |' > "$work/races.md"
      echo '|---|---:|---:|---|---|' >> "$work/races.md"
      while read -r study inits set; do
        scripts/initbench recommend --scenario="$study" --inits="$inits" --set="$set" --trials=100000 $data \
          --out="$work/races" --run=recommended > /dev/null 2> /dev/null
        run=$work/races/$study/recommended
        scripts/initbench run --scenario="$study" --inits="$(raced "$run")" --set="$set" $data \
          --learningRates="$(rates "$run")" --repetitions=20 --out="$work/races" --run=equal > /dev/null 2> /dev/null
        all=$((20 * $(raced "$run" | awk 'BEGIN {RS = ","} END {print NR}')))
        echo "| \`$study\` | $(field "$run" stages.race) | $all | $(field "$run" best) $(field "$run" tied) |" \
          "$(leaders "$work/races/$study/equal") |" >> "$work/races.md"
        cp "$work/races.md" "$reference/"
      done <<'STUDIES'
classification zeros,normal(0.01),normal(0.05),normal(0.3),normal(1),normal(3),glorot_normal,he_normal probes.at=[]
separable zeros,normal(0.01),normal(0.1),normal(1),normal(5),glorot_uniform,he_normal training.epochs=300,probes.at=[],curves.every=300,curves.evaluate=300
moons zeros,normal(0.1),normal(0.3),normal(1),normal(3),glorot_normal,he_normal training.iterations=500,probes.at=[]
mnist zeros,normal(0.001),normal(0.1),normal(0.3),normal(1),glorot_normal,he_normal data.train=3000,data.test=2000,training.epochs=1,probes.at=[]
depth zeros,normal(0.01),normal(0.1),normal(1),glorot_normal,he_normal,he_uniform grid={},network.depth=30,data.train=2000,data.test=500,training.epochs=2,probes.at=[]
rnn zeros,normal(0.001),normal(1),normal(0.1),glorot_normal,he_normal,orthogonal grid={},data.train=320,data.test=200,training.epochs=2,probes.at=[]
cnn zeros,normal(0.001),normal(0.01),normal(1),glorot_normal,he_normal,he_uniform data.train=640,data.test=500,training.epochs=1,probes.at=[]
residual zeros,normal(0.01),normal(0.1),glorot_normal,he_normal,fixup,zero_residual grid={},network.blocks=10,data.train=1000,data.test=500,training.epochs=1,probes.at=[]
mnist-deep zeros,normal(0.001),normal(0.01),normal(1),glorot_normal,he_normal,orthogonal grid={},data.train=3000,data.test=1000,training.epochs=1,probes.at=[]
STUDIES
      ;;
  esac
done
scripts/refresh-pages.sh
