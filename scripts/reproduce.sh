#!/usr/bin/env bash
# Runs every study, the published ones and the audit of initializers, or the studies named, keeps their small results under
# results/reference/, and writes what pages quote of them between the pages' markers. MNIST is looked for in the folder that
# DATA_DIR names, then where every run looks.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

# What pages quote beyond the studies as they stand.
declare -A options=(
  [digits]="-Dscenario=mnist -Dinits=he_normal -Dset=data.source=synthetic"
  [digits-linear]="-Dscenario=mnist -Dinits=zeros -Dset=data.source=synthetic,network.hidden=[]"
  [mnist-linear]="-Dscenario=mnist -Dinits=zeros -Dset=network.hidden=[]"
  [deepnet]="-Dscenario=transformer -Dinits=deepnet,glorot_normal -Dset=network.residualScale=deepnet,grid.network.normalization=[after]"
  [shapes]="-Dscenario=cnn -Dinits=he_normal,glorot_uniform -Dset=data.source=shapes,data.train=10000,data.test=2000,training.updater={name:\ adam},training.learningRate=0.002,training.epochs=5"
)
declare -A pictures=([moons]=decision-boundary.png [depth]="layer-rms.png trend-test_accuracy.png")

reproduce() {
  local name=$1 reference=results/reference/$1 run start
  mkdir -p "$reference"
  start=$(date +%s)
  if [ "$name" = conformance ]; then
    mvn -q -Dstyle.color=never compile exec:java -Dexec.args=conformance -Dout="$fresh" > "$fresh/console.txt"
    cp "$fresh"/conformance/conformance*.csv "$reference/"
    cp "$fresh/conformance/conformance.md" docs/
  else
    eval "set -- ${options[$name]:--Dscenario=$name}"
    mvn -q -Dstyle.color=never compile exec:java "$@" -Drun="$name" ${DATA_DIR:+-Ddata.dir="$DATA_DIR"} -Dout="$fresh" \
      > "$fresh/console.txt"
    echo $(($(date +%s) - start)) > "$reference/seconds.txt"
    run=$(echo "$fresh"/*/"$name")
    for table in document summary comparisons rates; do
      if [ -f "$run/$table.csv" ]; then cp "$run/$table.csv" "$reference/"; fi
    done
    for picture in ${pictures[$name]:-}; do cp "$run/plots/$picture" "$reference/"; done
    if [ "$name" = phase ]; then
      mvn -q test-compile
      mvn -q exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
        -Dexec.args="-Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp %classpath org.initbench.trial.PhaseFigures $reference"
    fi
  fi
  sed -e 's/\x1b\[0m//g' -e '/^results: /d' -e '/^report: /d' -e '/^$/d' -e 's/ *$//' "$fresh/console.txt" > "$reference/console.txt"
}

studies=("$@")
if ((${#studies[@]} == 0)); then
  for config in configs/*.yaml; do studies+=("$(basename "$config" .yaml)"); done
  studies+=("${!options[@]}" conformance)
fi
for study in "${studies[@]}"; do reproduce "$study"; done
if (($# == 0)); then
  scripts/published.sh
  scripts/best.sh
fi

# Parts of long tables that the README shows.
cd results/reference
grep -E '^ initializer .*document|_loss +(0|1000|5000|10000|14000) |_accuracy|judged' moons/console.txt > moons/excerpt.txt
grep -E '^ initializer|=tanh' activations/console.txt > activations/excerpt.txt
grep -E '^ initializer .*promised|=(XAVIER|XAVIER_LEGACY|LECUN_UNIFORM|VAR_SCALING_NORMAL_FAN_IN|VAR_SCALING_UNIFORM_FAN_OUT|IDENTITY)\)' \
  conformance/console.txt | awk '!seen[$0]++' > conformance/excerpt.txt
grep -E '^ OrthogonalDistribution|16×16|17×17|100×100|8 to 16' conformance/console.txt | awk '/Orthogonal/ {on = 1} on' \
  > conformance/orthogonal.txt
grep -E '^ layer |^ (conv|conv1d|deconv|depthwise|lstm|local2d):| attention:|^biasInit is|parameters of layers' conformance/console.txt \
  > conformance/layers.txt
{
  echo '| study | time |'
  echo '|---|---:|'
  for config in ../../configs/*.yaml; do
    study=$(basename "$config" .yaml)
    if [ -f "$study/seconds.txt" ]; then echo "| \`$study\` | $(cat "$study/seconds.txt") s |"; fi
  done
} > times.md
cd ../..
scripts/refresh-pages.sh
