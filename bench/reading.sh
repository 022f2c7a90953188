#!/usr/bin/env bash
# How well documents are read before anything is understood: words, reading order and cost, against the truth of
# `corpus/make/render.py … --lines`.   bench/reading.sh DIR [--only PART-OF-ID] [--worst N] [--no-cost] [--write-thresholds]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/dotnet-environment
source "$root/tools/dotnet-environment"
dotnet build "$root/bench/Reading" -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false >&2
exec dotnet "$root/artifacts/bin/Resumai.Bench.Reading/release/Resumai.Bench.Reading.dll" "$@"
