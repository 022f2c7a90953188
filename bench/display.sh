#!/usr/bin/env bash
# Requests per second on GET /data/display: the built server on a folder of its own, an account with ROWS CVs (10,000) beside another,
# each query for SECONDS_EACH (5) over CONNECTIONS (8). Beside the rate it tells the processor time of the server for a request, which
# other work on the machine does not change much. Needs wrk (Debian: apt-get install wrk). Loopback only; ends what it started.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
rows=${ROWS:-10000} seconds=${SECONDS_EACH:-5} connections=${CONNECTIONS:-8}
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 1; }

dotnet build bench/Seed -c Release -v q --nologo >&2
bin=artifacts/bin/Resumai.Bench.Seed/release
data=$(mktemp -d)
server=
cleanup() {
  [[ -z $server ]] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
  rm -rf "$data"
}
trap cleanup EXIT

printf 'commit %s, %s processors (%s), load %s\n' "$(git rev-parse --short HEAD)" "$(nproc)" "$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -1)" "$(cut -d' ' -f1-3 /proc/loadavg)"
started=$(date +%s)
key=$(dotnet "$bin/Resumai.Bench.Seed.dll" "$data" "$rows")
printf 'seeded %s CVs in %s s, database %s\n' "$rows" "$(($(date +%s) - started))" "$(du -h "$data/resumai.db" | cut -f1)"

export RESUMAI_RATELIMITS__PAID__PERMINUTE=1000000 RESUMAI_RATELIMITS__PAID__PERDAY=1000000000
dotnet "$bin/Resumai.Server.dll" serve --urls http://127.0.0.1:0 --data "$data" >"$data/log" 2>&1 &
server=$!
for _ in $(seq 600); do
  address=$(sed -n 's/^Resumai listens on //p' "$data/log")
  [[ -z $address ]] || break
  kill -0 "$server" || { cat "$data/log" >&2; exit 1; }
  sleep 0.1
done
[[ -n $address ]] || { echo "The server did not start." >&2; exit 1; }

processor() { # milliseconds that the server has used so far
  local fields
  read -ra fields <"/proc/$server/stat"
  echo $(((fields[13] + fields[14]) * 1000 / $(getconf CLK_TCK)))
}

measure() {
  local url="$address/api/v1/data/display$1"
  [[ $(curl -s -o "$data/answer" -w '%{http_code}' -H "Authorization: Bearer $key" "$url") == 200 ]] || { cat "$data/answer" >&2; exit 1; }
  wrk -t 2 -c "$connections" -d 1s -H "Authorization: Bearer $key" "$url" >/dev/null
  local before after requests
  before=$(processor)
  wrk -t 2 -c "$connections" -d "${seconds}s" --latency -H "Authorization: Bearer $key" "$url" >"$data/wrk"
  ! grep -q 'Non-2xx' "$data/wrk" || { cat "$data/wrk" >&2; exit 1; }
  after=$(processor)
  requests=$(awk '/requests in/ {print $1}' "$data/wrk")
  printf '%-52s %8s requests/s   p50 %8s   p99 %8s   %6s ms of processor a request\n' "${1:-(no parameters)}" "$(awk '/Requests\/sec/ {print $2}' "$data/wrk")" \
    "$(awk '$1 == "50%" {print $2}' "$data/wrk")" "$(awk '$1 == "99%" {print $2}' "$data/wrk")" "$(awk -v ms=$((after - before)) -v n="$requests" 'BEGIN {printf "%.2f", ms / n}')"
}

measure ""
measure "?limit=1"
measure "?sort=full_name"
measure "?sort=current_employer"
measure "?q=kalo*"
measure "?title=kalo&min_experience_years=5&sort=-experience_years"
measure "?language=de:B2&min_degree_level=bachelor"
for format in csv ndjson xlsx; do
  curl -s -o "$data/export" -H "Authorization: Bearer $key" "$address/api/v1/data/display?format=$format"
  curl -s -o "$data/export" -w "all rows as $format: %{time_total} s, %{size_download} bytes\n" -H "Authorization: Bearer $key" "$address/api/v1/data/display?format=$format"
done
