#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Start to the first usable window, and memory, of the console beside virt-manager and KeePassXC in the same run.
# Prints a table in Markdown. Needs: xvfb-run, dbus-run-session, python3, libX11; of the other programs those that are to
# be compared (apt-get install --no-install-recommends virt-manager keepassxc).
#   tests/bench/console_bench.sh VALV [RUNS]
# IMAGES (10000): how many disk images lie in the console's second folder, each a machine.
set -eu
valv=$(realpath "${1:?usage: console_bench.sh VALV [RUNS]}")
runs=${2:-5}
images=${IMAGES:-10000}
here=$(dirname "$(realpath "$0")")
for need in xvfb-run dbus-run-session python3; do
  command -v "$need" > /dev/null || { echo "console_bench.sh: $need is missing." >&2; exit 2; }
done
if [ -z "${VALV_BENCH_DISPLAY:-}" ]; then
  VALV_BENCH_DISPLAY=1 exec dbus-run-session -- xvfb-run -a -s "-screen 0 1600x1000x24" "$0" "$@"
fi
work=$(mktemp -d "${TMPDIR:-/var/tmp}/valv-start.XXXXXX")
trap 'rm -rf "$work"' EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache \
  XDG_RUNTIME_DIR=$work/run QT_QPA_PLATFORM=xcb LANG=C.UTF-8
mkdir -p "$HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$work/few" "$work/many"
mkdir -m 0700 "$XDG_RUNTIME_DIR"
for i in $(seq -w 3); do truncate -s 64M "$work/few/vm-$i.raw"; done
(cd "$work/many" && seq -f "vm-%05g.raw" "$images" | xargs truncate -s 64M)

echo "| program | window mapped, ms | drawn, ms | resident, MiB | of it not shared (PSS), MiB | load |"
echo "|---|---:|---:|---:|---:|---:|"
start() { python3 "$here/console_start.py" "$runs" "$@"; }
start "valv, 3 machines" "$valv" --data "$work/valv-few" --vm-folder "$work/few"
start "valv, $images machines" "$valv" --data "$work/valv-many" --vm-folder "$work/many"
if command -v virt-manager > /dev/null; then
  start "virt-manager, no connection" virt-manager --no-fork
else
  echo "console_bench.sh: virt-manager is not installed: left out." >&2
fi
if command -v keepassxc > /dev/null; then
  start "KeePassXC, no database" keepassxc
else
  echo "console_bench.sh: keepassxc is not installed: left out." >&2
fi
