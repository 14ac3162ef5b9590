#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the console. Without a display: the tour.
#   ./run.sh [--build] [options of valv, see ./run.sh --help]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/cmake/setup.sh"

build="$root/build"
only_build=no
if [ "${1:-}" = "--build" ]; then
  only_build=yes
  shift
fi
ensure_packages "${build_packages[@]}" "${run_packages[@]}"
[ -x "$build/bin/valv" ] || say "building; the first time takes some minutes"
log=$(mktemp)
if ! build_valv "$build" valv valvd >"$log" 2>&1; then
  cat "$log" >&2
  rm -f "$log"
  exit 1
fi
rm -f "$log"
if [ "$only_build" = yes ]; then
  say "built: $build/bin/valv and $build/bin/valvd"
  exit 0
fi
if [ $# -eq 0 ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  say "there is no display: running the tour"
  set -- --tour
fi
exec "$build/bin/valv" "$@"
