#!/usr/bin/env bash
# The Word documents of a folder with truth, saved by LibreOffice as ODT, RTF and DOC: does each format score as its DOCX does?
# bench/office-formats.sh [DIR]      (default: corpus/documents; needs soffice)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source=${1:-$root/corpus/documents}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for format in docx odt rtf doc; do
  mkdir "$work/$format"
  for document in "$source"/*.docx; do
    name=$(basename "$document" .docx)
    cp "$source/$name.expected.json" "$work/$format/"
    [[ $format == docx ]] && cp "$document" "$work/docx/"
  done
  [[ $format == docx ]] ||
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$format" --outdir "$work/$format" "$source"/*.docx >/dev/null 2>&1
  printf '%-5s' "$format"
  "$root/resumai" eval "$work/$format" --no-timings | tail -n 1
done
