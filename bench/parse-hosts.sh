#!/usr/bin/env bash
# What a warm parse host costs a document over parsing in process, at each level of sandbox; what becomes of hostile files; and how much
# they slow down the documents in the host beside them.   bench/parse-hosts.sh DIR [TURNS [neighbours]]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/dotnet-environment
source "$root/tools/dotnet-environment"
app=$root/artifacts/bench/parse-hosts
# Compiled ahead, as ./resumai is.
for project in src/Resumai.Cli bench/ParseHosts; do
  dotnet publish "$root/$project" -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false \
    --runtime "linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')" --self-contained false -p:PublishReadyToRun=true --output "$app/${project##*/}" >&2
done
exec "$app/ParseHosts/Resumai.Bench.ParseHosts" "${1-}" "$app/Resumai.Cli/Resumai.Cli" "${@:2}"
