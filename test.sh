#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything with warnings as errors, and runs every test.
#   ./test.sh [--sanitize] [ctest options, e.g. -R tst_retention]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/cmake/setup.sh"

ensure_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
build="$root/build"
options=(-DVALV_TESTS=ON -DVALV_WERROR=ON)
if [ "${1:-}" = "--sanitize" ]; then
  shift
  build="$root/build-asan"
  options+=("-DVALV_SANITIZE=address;undefined" -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1")
fi
build_valv "$build" all -- "${options[@]}"
say "running the tests"
exec ctest --test-dir "$build" --output-on-failure -j "$(nproc)" "$@"
