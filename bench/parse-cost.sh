#!/usr/bin/env bash
# What parsing costs beside reading the letters with PdfPig alone (processor time, same files, same run, warm), how long knowledge
# and models take to load, and memory of a parse host and of `parse`.   bench/parse-cost.sh DIR [MOST-DOCUMENTS]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/dotnet-environment
source "$root/tools/dotnet-environment"
app=$root/artifacts/bench/parse-cost
# Compiled ahead, as ./resumai is.
for project in src/Resumai.Cli bench/ParseCost; do
  dotnet publish "$root/$project" -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false \
    --runtime "linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')" --self-contained false -p:PublishReadyToRun=true --output "$app/${project##*/}" >&2
done
exec "$app/ParseCost/Resumai.Bench.ParseCost" "${1-}" "$app/Resumai.Cli/Resumai.Cli" "${@:2}"
