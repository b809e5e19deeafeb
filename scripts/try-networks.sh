#!/usr/bin/env bash
# Reads the networks of strangers in ../shared/networks, sends examples through each, keeps the tables under
# results/reference/networks, and writes them into docs/networks.md.
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -q test-compile
mvn -q exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
  -Dexec.args="-Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp %classpath org.initbench.networkfile.NetworkFigures results/reference/networks"
scripts/refresh-pages.sh
