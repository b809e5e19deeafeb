#!/usr/bin/env bash
# Writes the files that README and docs quote between the markers that name them; text files get a fence.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT

for page in README.md docs/*.md; do
  awk '
    /^<!-- results\/[^ ]+ -->$/ {
      print
      fenced = $2 ~ /\.txt$/
      if (fenced) print "```"
      while ((status = (getline line < $2)) > 0) print line
      if (status < 0) { print "no file " $2 > "/dev/stderr"; exit 1 }
      close($2)
      if (fenced) print "```"
      quoting = 1
      next
    }
    /^<!-- \/results\// { quoting = 0 }
    !quoting
  ' "$page" > "$fresh"
  cmp -s "$page" "$fresh" || cat "$fresh" > "$page"
done
