#!/usr/bin/env bash
# How well pictures of pages are read: character errors, contact details, time against a plain Tesseract pass, peak of memory.
# Renders one page of EACH (1) documents a language as scans, photographs and faxes (corpus/make/scan.py; needs python3-pil,
# python3-numpy, pdftoppm, pdftotext) and reads them.   bench/ocr.sh [EACH] [--untimed] [--show] [PART-OF-NAME…]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
each=${1:-1}
shift || true
# shellcheck source=tools/dotnet-environment
source tools/dotnet-environment
dotnet build bench/Ocr -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false >&2
bench=artifacts/bin/Resumai.Bench.Ocr/release/Resumai.Bench.Ocr

/usr/bin/python3 bench/Ocr/scans.py corpus/documents artifacts/bench/ocr "$each" >&2
"$bench" artifacts/bench/ocr/list.tsv "$@"
echo
# The largest picture in a process of its own.
largest=$(cut -f2 artifacts/bench/ocr/list.tsv | xargs stat --format '%s %n' | sort -n | tail -n 1 | cut -d ' ' -f 2-)
echo "Peak of memory, reading $(basename "$largest"): $("$bench" --memory "$largest" | awk '{printf "%d MB", $2 / 1024}')"
