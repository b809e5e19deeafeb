#!/usr/bin/env bash
# Follows docs/tutorial.md as it stands, keeps what its commands print under results/reference/tutorial, and writes it into the page.
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -q test-compile
mvn -q exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
  -Dexec.args="-cp %classpath org.initbench.cli.Tutorial results/reference/tutorial"
scripts/refresh-pages.sh
