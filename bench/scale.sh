#!/usr/bin/env bash
# Predicts what more workers do from the measured run of one, beside the measured runs of two and four; then 10 and 1,000 workers, one database and
# more, a backlog and a day with a busiest hour. Prints the tables of docs/scale.md; ends with 1 where a prediction is off by more than a fifth.
#   bench/load.sh backlog && bench/scale.sh backlog.json [--write docs/scale.md] [--NAME VALUE]…
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/dotnet-environment
source "$root/tools/dotnet-environment"
dotnet build "$root/bench/Scale" -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false >&2
exec dotnet "$root/artifacts/bin/Resumai.Bench.Scale/release/Resumai.Bench.Scale.dll" "$@"
