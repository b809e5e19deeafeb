#!/usr/bin/env bash
# Reads a CSV file of a million rows and 30 columns with pandas' default engine and with initbench in turn, each in a process of its
# own, as the file lies in the page cache; medians of ROUNDS (5). Needs /usr/bin/python3 with pandas (apt-get install
# python3-pandas). Writes results/reference/csv/csv.csv, csv.md, and the page that quotes it.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reference=results/reference/csv
mkdir -p "$reference"
table=$work/table.csv

mvn -q test-compile
mvn -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath" > /dev/null
java=(java -XX:+UseSerialGC -cp "target/test-classes:target/classes:$(cat "$work/classpath")" org.initbench.data.CsvBench)
"${java[@]}" write "$table"
cat > "$work/read.py" << 'PYTHON'
import sys, time
import pandas
start = time.perf_counter()
frame = pandas.read_csv(sys.argv[1])
seconds = time.perf_counter() - start
assert frame.shape == (1_000_000, 30)
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(f"{seconds:.3f} {peak // 1024}")
PYTHON

cat "$table" > /dev/null
echo 'round,reader,seconds,peak_mebibytes' > "$work/csv.csv"
for ((round = 1; round <= ${ROUNDS:-5}; round++)); do
  read -r seconds peak < <(/usr/bin/python3 "$work/read.py" "$table")
  echo "$round,pandas,$seconds,$peak" >> "$work/csv.csv"
  read -r seconds peak < <("${java[@]}" read "$table")
  echo "$round,initbench,$seconds,$peak" >> "$work/csv.csv"
done

median() {
  awk -F, -v reader="$1" -v field="$2" '$2 == reader {print $field}' "$work/csv.csv" | sort -g |
    awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'
}
size=$(($(stat -c %s "$table") >> 20))
row() {
  awk -v name="$2" -v s="$(median "$1" 3)" -v of="$(median pandas 3)" -v peak="$(median "$1" 4)" -v size="$size" \
    'BEGIN {printf "| %s | %.1f s | %.2f | %d MiB | %.2f |\n", name, s, s / of, peak, peak / size}'
}
{
  echo "| a file of $size MiB | time | of pandas' | largest memory | of the file |"
  echo '|---|---:|---:|---:|---:|'
  row pandas "pandas $(/usr/bin/python3 -c 'import pandas; print(pandas.__version__)')"
  row initbench initbench
} > "$work/csv.md"
cp "$work/csv.csv" "$work/csv.md" "$reference/"
scripts/refresh-pages.sh
