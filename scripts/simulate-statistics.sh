#!/usr/bin/env bash
# Simulates how often intervals hold what they promise, and equal initializers are told apart by runs and races, keeps the tables under
# results/reference/statistics, and writes them into docs/statistics.md.
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -q test-compile
mvn -q exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
  -Dexec.args="-cp %classpath org.initbench.stats.StatisticsFigures results/reference/statistics"
scripts/refresh-pages.sh
