#!/usr/bin/env bash
# Load on the built server, on SQLite and on a PostgreSQL server of its own, all on this machine; prints the tables of docs/benchmarks/load.md.
#   bench/load.sh [display|connections|uploads|backlog|crowding|pressure|fairness|soak]…   (no argument: all; about two and a half hours)
# Smaller: LOAD_ROWS=20000 LOAD_SECONDS=10 LOAD_CVS=500 LOAD_BACKLOG_CVS=1000 LOAD_SOAK_MINUTES=3 bench/load.sh
# Loopback only; ends what it started.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=tools/dotnet-environment
source "$root/tools/dotnet-environment"
"$root/tools/install-packages" >&2
bin=$root/artifacts/bench/load
runtime=linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')
# Compiled ahead, as ./resumai is.
for project in src/Resumai.Server bench/Load bench/Seed; do
  dotnet publish "$root/$project" -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false \
    --runtime "$runtime" --self-contained false -p:PublishReadyToRun=true --output "$bin/${project##*/}" >&2
done

programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
data=$(mktemp -d) as=() server=
cleanup() {
  [[ -z $server ]] || { kill -INT "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
  rm -rf "$data"
}
trap cleanup EXIT
if [[ $(id -u) == 0 ]]; then
  as=(setpriv --reuid postgres --regid postgres --init-groups)
  chown postgres "$data"
fi
cd "$data"
"${as[@]}" "$programs/initdb" --pgdata "$data/db" --username resumai --auth trust --encoding UTF8 --locale C.UTF-8 >"$data/log" 2>&1
port=$((20000 + RANDOM % 20000))
# As a server that is told what machine it has; writes are durable.
"${as[@]}" "$programs/postgres" -D "$data/db" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=2GB -c max_wal_size=8GB \
  -c random_page_cost=1.1 -c max_connections=300 >"$data/log" 2>&1 &
server=$!
for _ in $(seq 100); do "$programs/pg_isready" -q -h 127.0.0.1 -p "$port" && break || sleep 0.1; done

cd "$root"
# As ./resumai starts it.
export MALLOC_ARENA_MAX=2
printf 'commit %s, %s processors (%s), load %s, %s\n' "$(git rev-parse --short HEAD)" "$(nproc)" "$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -1)" \
  "$(cut -d' ' -f1-3 /proc/loadavg)" "$(date -u +%F)"
"$bin/Load/Resumai.Bench.Load" "$bin/Resumai.Server/Resumai.Server" "$bin/Seed/Resumai.Bench.Seed.dll" "Host=127.0.0.1;Port=$port;Username=resumai" "$root/corpus/documents" "$@"
