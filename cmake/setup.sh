# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh: installs what is missing, configures and builds. Debian 12.

say() { printf '%s\n' "valv: $*"; }

build_packages=(
  g++ cmake ninja-build pkg-config
  qt6-base-dev qt6-svg-dev qt6-charts-dev libqt6opengl6-dev qt6-tools-dev qt6-l10n-tools
  libexpected-dev nlohmann-json3-dev libssl-dev libcurl4-openssl-dev libzstd-dev libnbd-dev libmicrohttpd-dev
  python3-fonttools fonts-inter bootstrap-icons
)
run_packages=(
  libqt6sql6-sqlite libqt6svg6 qemu-utils e2fsprogs dosfstools mtools tzdata
)
# What the test on a real accessibility bus needs besides; only test.sh installs it.
test_packages=(
  xvfb dbus at-spi2-core gir1.2-atspi-2.0 python3-gi
)

# ensure_packages NAME…: installs those that are not there, as root or through sudo.
ensure_packages() {
  local missing=() name installed
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null) || true
  for name in "$@"; do
    [[ $'\n'$installed$'\n' == *$'\n'"$name installed"$'\n'* ]] || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    say "these Debian packages are missing and there is no apt-get: ${missing[*]}" >&2
    return 1
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "these packages are missing; install them as root and start again:" >&2
      say "  apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build_valv DIR TARGET… -- CMAKE OPTION…
build_valv() {
  local dir=$1 targets=()
  shift
  while [ $# -gt 0 ] && [ "$1" != "--" ]; do targets+=("$1"); shift; done
  [ "${1:-}" = "--" ] && shift
  if [ ! -f "$dir/build.ninja" ] || [ $# -gt 0 ]; then
    say "configuring in $dir"
    cmake -S "$root" -B "$dir" -G Ninja -DVALV_UNITY=ON "$@" >"$dir.configure.log" 2>&1 \
      || { cat "$dir.configure.log" >&2; return 1; }
    rm -f "$dir.configure.log"
  fi
  say "building (a first build takes some minutes)"
  # Ninja by itself starts two more than there are cores: they only take the caches from each other (a quarter more time).
  cmake --build "$dir" -j "$(nproc)" --target "${targets[@]}"
}
