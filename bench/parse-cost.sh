#!/usr/bin/env bash
# What parsing costs beside reading the letters with PdfPig alone (processor time, same files, same run, warm), how long knowledge
# and models take to load, and memory of a parse host and of `parse`.   bench/parse-cost.sh DIR [MOST-DOCUMENTS]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/dotnet-environment
source "$root/tools/dotnet-environment"
app=$root/artifacts/bench/parse-cost
dotnet build "$root/bench/ParseCost" -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false >&2
# Compiled ahead, as ./resumai is.
dotnet publish "$root/src/Resumai.Cli" -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false \
  --runtime "linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')" --self-contained false -p:PublishReadyToRun=true --output "$app" >&2
exec dotnet "$root/artifacts/bin/Resumai.Bench.ParseCost/release/Resumai.Bench.ParseCost.dll" "${1-}" "$app/Resumai.Cli" "${@:2}"
