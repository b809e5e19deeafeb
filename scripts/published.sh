#!/usr/bin/env bash
# Runs the studies of configs/published, or those named, holds each against its published table, keeps what came of it under
# results/reference/published/, and writes docs/published.md of all that is kept.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
reference=results/reference/published
page=docs/published.md

studies=("$@")
if ((${#studies[@]} == 0)); then
  for config in configs/published/*.yaml; do
    case $config in *-document.yaml) ;; *) studies+=("$(basename "$config" .yaml)") ;; esac
  done
fi
for study in "${studies[@]}"; do
  mkdir -p "$reference/$study"
  mvn -q -Dstyle.color=never compile exec:java -Dconfig="configs/published/$study.yaml" -Drun=published -Dout="$fresh" > /dev/null
  run="$fresh/$study/published"
  cp "$run/document.csv" "$reference/$study/"
  head -1 "$run/report.md" > "$reference/$study/table.md"
  awk '/^## / { on = $0 == "## The published table"; next } on' "$run/report.md" >> "$reference/$study/table.md"
done

# One line a study, then each table.
{
  echo '# Published tables beside ours'
  echo
  echo 'Made by `scripts/published.sh`: each study of [configs/published](../configs/published) is run and held against what was printed'
  echo 'elsewhere, by its document ([documents.md](documents.md)). What disagrees stays, with what is known of the reason.'
  echo 'A figure that was one random draw is judged by a 99 % prediction interval of such a draw, from the spread of ours.'
  echo
  echo '| study | agree | judged |'
  echo '|---|---:|---:|'
  for table in "$reference"/*/document.csv; do
    study=$(basename "$(dirname "$table")")
    counts=$(sed -n 's/^\([0-9]*\) of \([0-9]*\) judged.*/\1 | \2/p' "$reference/$study/table.md" | head -1)
    echo "| [\`$study\`](../configs/published/$study.yaml) | $counts |"
  done
  for table in "$reference"/*/table.md; do
    echo
    sed 's/^# /## /' "$table" | cat -s
  done
} > "$page"
